//! The traps of the layouts, each in a small file with invented schools.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

mod indelingen;

const KOP: &str = "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;STRAATNAAM CORRESPONDENTIEADRES;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;POSTCODE CORRESPONDENTIEADRES;PLAATSNAAM CORRESPONDENTIEADRES;VAKANTIEREGIO";
const ZILVERMEEUW: &str = "Flevoland;99001;99AA;99AA00;De Zilvermeeuw;Schelpenpad;3-A;1399 ZZ;ALMERE;0034;ALMERE;Openbaar; ;www.zilvermeeuw.example;Postbus;12;1300 AA;ALMERE;Noord";

/// A file of locations in Windows-1252 with CRLF.
fn vestigingen_bestand(kop: &str, rijen: &[&str]) -> Vec<u8> {
    let tekst = [&[kop], rijen, &[""]].concat().join("\r\n");
    encoding_rs::WINDOWS_1252.encode(&tekst).0.into_owned()
}

fn lees_rijen(rijen: &[&str]) -> Import<VestigingRij> {
    vestigingen::lees(&vestigingen_bestand(KOP, rijen)).unwrap()
}

fn enige_fout(rij: &str) -> (u32, String, String, String) {
    let import = lees_rijen(&[rij]);
    assert_eq!((import.gelezen(), import.onbruikbaar.len()), (1, 1), "{rij}");
    let fout = import.onbruikbaar[0].clone();
    (fout.regel, fout.kolom, fout.waarde, fout.reden)
}

#[test]
fn a_location_is_read_with_its_codes_and_names() {
    let rij = ZILVERMEEUW.replace("De Zilvermeeuw", "\"Één; \"\"De Zeeëend\"\"\"");
    let import = lees_rijen(&[&rij]);
    let vestiging = &import.rijen[0].rij;
    assert_eq!(import.rijen[0].regel, 2);
    assert_eq!(vestiging.naam, "Één; \"De Zeeëend\"");
    assert_eq!((vestiging.vestiging.as_str(), vestiging.brin.as_str()), ("99AA00", "99AA"));
    assert_eq!((vestiging.postcode.as_str(), vestiging.gemeente.as_str()), ("1399ZZ", "0034"));
    assert_eq!((vestiging.plaats.bron.as_str(), vestiging.plaats.leesbaar.as_str()), ("ALMERE", "Almere"));
    assert_eq!(vestiging.telefoon, None, "one blank is empty");
    assert_eq!(vestiging.vakantieregio.as_deref(), Some("Noord"));
    let post = vestiging.correspondentie.as_ref().unwrap();
    assert_eq!(post.postcode.as_ref().unwrap().as_str(), "1300AA");
}

#[test]
fn a_row_is_unusable_at_its_first_wrong_column() {
    let anders = |van, naar| enige_fout(&ZILVERMEEUW.replace(van, naar));
    let (regel, kolom, waarde, reden) = anders("1399 ZZ", "1399 Z");
    assert_eq!((regel, kolom.as_str(), waarde.as_str()), (2, "POSTCODE", "1399 Z"));
    assert_eq!(reden, "'1399 Z' is geen postcode; verwacht: vier cijfers en twee letters, zoals 1315AB");
    assert_eq!(anders(";De Zilvermeeuw;", "; ;").1, "VESTIGINGSNAAM");
    assert_eq!(anders("99AA00", "99BB00").3, "hoort niet bij instellingscode 99AA");
    assert_eq!(anders("99AA00", "99AA0").1, "VESTIGINGSCODE");
    assert_eq!(anders("1300 AA", "1300").1, "POSTCODE CORRESPONDENTIEADRES");
    assert_eq!(anders("Schelpenpad", "Schelpen\u{7}pad").3, "bevat een stuurteken");
    assert_eq!(anders("Schelpenpad", &"x".repeat(3_000)).1, "STRAATNAAM");
    let twee_fouten = ZILVERMEEUW.replace("0034", "Almere").replace("99001", "");
    let (_, kolom, _, reden) = enige_fout(&twee_fouten);
    assert_eq!((kolom.as_str(), reden.as_str()), ("BEVOEGD GEZAG NUMMER", "is leeg"));
}

#[test]
fn the_first_wrong_column_is_first_in_the_file_not_in_the_layout() {
    let omgekeerd = |regel: &str| regel.split(';').rev().collect::<Vec<_>>().join(";");
    let rij = omgekeerd(&ZILVERMEEUW.replace("0034", "x").replace("99001", "x"));
    let import = vestigingen::lees(&vestigingen_bestand(&omgekeerd(KOP), &[&rij])).unwrap();
    assert_eq!(import.onbruikbaar[0].kolom, "GEMEENTENUMMER");
}

#[test]
fn too_few_and_too_many_fields_are_told() {
    let kort = ZILVERMEEUW.strip_suffix(";Noord").unwrap();
    assert_eq!(enige_fout(kort).1, "VAKANTIEREGIO");
    assert_eq!(enige_fout(kort).3, "de regel heeft 18 velden, de kop heeft er 19");
    let (_, kolom, waarde, _) = enige_fout(&format!("{ZILVERMEEUW};te veel"));
    assert_eq!((kolom.as_str(), waarde.as_str()), ("veld 20", "te veel"));
}

#[test]
fn line_numbers_count_lines_of_the_file() {
    let goed = ZILVERMEEUW;
    let over_twee_regels =
        ZILVERMEEUW.replace("De Zilvermeeuw", "\"De\r\nSterns\"").replace("99AA00", "99AA01");
    let fout = ZILVERMEEUW.replace("0034", "?");
    let import = lees_rijen(&[goed, &over_twee_regels, "", &fout]);
    assert_eq!(import.rijen[1].regel, 3);
    assert_eq!(import.onbruikbaar[0].regel, 6);
    assert_eq!(import.gelezen(), 3, "an empty line is no row");
}

#[test]
fn a_code_counts_once_and_the_first_row_wins() {
    let tweede = ZILVERMEEUW.replace("De Zilvermeeuw", "De Stormmeeuw");
    let import = lees_rijen(&[ZILVERMEEUW, &tweede]);
    assert_eq!(import.rijen[0].rij.naam, "De Zilvermeeuw");
    let fout = &import.onbruikbaar[0];
    assert_eq!((fout.regel, fout.kolom.as_str(), fout.waarde.as_str()), (3, "VESTIGINGSCODE", "99AA00"));
    assert_eq!(fout.reden, "deze code staat ook op regel 2; de eerste telt");
}

#[test]
fn a_file_that_is_wrong_as_a_whole_is_one_error() {
    let fout = |bytes: &[u8]| vestigingen::lees(bytes).unwrap_err().to_string();
    assert_eq!(
        fout(b"  \r\n"),
        "het bestand is leeg; verwacht: het DUO-bestand met vestigingen van basisscholen"
    );
    assert!(fout(&vestigingen_bestand(KOP, &[])).contains("geen enkele rij"));
    assert_eq!(
        fout(&vestigingen_bestand(&KOP.replace("POSTCODE;", "POSTKODE;"), &[ZILVERMEEUW]))
            .split("; gevonden")
            .next()
            .unwrap(),
        "dit is niet het DUO-bestand met vestigingen van basisscholen: de kop mist 'POSTCODE'"
    );
    let zonder_kop = fout(&vestigingen_bestand(ZILVERMEEUW, &[ZILVERMEEUW]));
    assert!(zonder_kop.contains("en nog 10; gevonden: 'Flevoland', '99001'"), "{zonder_kop}");
    assert!(
        fout(&vestigingen_bestand(&KOP.replace("VAKANTIEREGIO", "POSTCODE"), &[]))
            .contains("'POSTCODE' staat twee keer")
    );
    assert!(fout(&vestigingen_bestand(&"x;".repeat(300), &[])).contains("301 kolommen"));
    assert!(fout(b"PK\x03\x04\0\0").contains("nulbytes"));
    assert!(fout(&vec![b'x'; crate::grenzen::REFERENTIE_BESTAND + 1]).contains("groter dan"));
}

#[test]
fn another_layout_is_recognised() {
    let fout = vestigingen::lees(LEERLINGEN.as_bytes()).unwrap_err().to_string();
    assert!(fout.ends_with("; het lijkt het DUO-bestand met leerlingen per vestiging en jaar"), "{fout}");
    let fout = leerlingen::lees(b"pc4,gemeente_2015,swv_po,swv_vo\n1399,Almere,PO9901,VO9901\n")
        .unwrap_err()
        .to_string();
    assert!(fout.ends_with("; het lijkt de tabel van postcodes en samenwerkingsverbanden"), "{fout}");
}

#[test]
fn text_is_read_as_the_source_or_a_spreadsheet_writes_it_and_damage_is_told_with_its_line() {
    let rij = ZILVERMEEUW.replace("Zilvermeeuw", "Zeeëend");
    let windows = vestigingen::lees(&vestigingen_bestand(KOP, &[&rij])).unwrap();
    let utf8 = vestigingen::lees(format!("{KOP}\r\n{rij}\r\n").as_bytes()).unwrap();
    assert_eq!(utf8.rijen, windows.rijen, "one file in two encodings is the same file");
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(KOP.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(matches!(
        vestigingen::lees(&utf16).unwrap_err(),
        BestandFout::Codering { gevonden: "het is UTF-16", .. }
    ));
    let zonder_bom = LEERLINGEN.trim_start_matches('\u{feff}').as_bytes();
    let windows = zonder_bom.replace_all("Zeeend", b"Zee\xebnd");
    assert_eq!(leerlingen::lees(&windows).unwrap().rijen[1].rij.naam, "De Zeeënd");
    let postcodes = b"pc4;gemeente_2015;swv_po;swv_vo\r\n1399;S\xfadwest;PO9901;VO9901\r\n";
    let import = pc4_swv::lees(postcodes).unwrap();
    assert_eq!(import.rijen[0].rij.gemeentenaam.as_ref().unwrap().bron, "Súdwest");
    // An accent that was good before it: damaged UTF-8. So is a wrong byte after the mark of UTF-8.
    let kapot =
        zonder_bom.replace_all("Zilvermeeuw", "Zeeëend".as_bytes()).replace_all("Zeeend", b"Zee\xebnd");
    for kapot in [kapot, LEERLINGEN.as_bytes().replace_all("Zeeend", b"Zee\xebnd")] {
        assert!(matches!(
            leerlingen::lees(&kapot).unwrap_err(),
            BestandFout::Codering { regel: 3, verwacht: "UTF-8 of Windows-1252", .. }
        ));
    }
}

/// Small help for making wrong bytes.
trait ReplaceAll {
    fn replace_all(&self, van: &str, naar: &[u8]) -> Vec<u8>;
}

impl ReplaceAll for [u8] {
    fn replace_all(&self, van: &str, naar: &[u8]) -> Vec<u8> {
        let plek = self.windows(van.len()).position(|deel| deel == van.as_bytes()).unwrap();
        [&self[..plek], naar, &self[plek + van.len()..]].concat()
    }
}

#[test]
fn a_quote_that_is_not_closed_does_not_swallow_rows() {
    let rijen: Vec<String> = (10..30).map(|n| ZILVERMEEUW.replace("99AA00", &format!("99AA{n}"))).collect();
    for open in [("De Zilvermeeuw", "\"De Zilvermeeuw"), (";Noord", ";\"Noord")] {
        let mut kapot = rijen.clone();
        kapot[5] = kapot[5].replace(open.0, open.1);
        let rijen: Vec<&str> = kapot.iter().map(String::as_str).collect();
        let fout = vestigingen::lees(&vestigingen_bestand(KOP, &rijen)).unwrap_err();
        assert_eq!(fout, BestandFout::Aanhalingsteken { regel: 7 });
    }
}

#[test]
fn unknown_columns_are_named_and_count_in_the_fingerprint() {
    let kop = format!("{KOP};KLEUR");
    let met = |kleur| {
        let rij = format!("{ZILVERMEEUW};{kleur}");
        vestigingen::lees(&vestigingen_bestand(&kop, &[&rij])).unwrap()
    };
    assert_eq!(met("wit").onbekende_kolommen, ["KLEUR"]);
    assert_ne!(met("wit").rijen[0].vingerafdruk, met("grijs").rijen[0].vingerafdruk);
    assert!(lees_rijen(&[ZILVERMEEUW]).onbekende_kolommen.is_empty());
}

#[test]
fn the_order_of_columns_does_not_change_the_fingerprint() {
    let omgekeerd = |regel: &str| regel.split(';').rev().collect::<Vec<_>>().join(";");
    let anders =
        vestigingen::lees(&vestigingen_bestand(&omgekeerd(KOP), &[&omgekeerd(ZILVERMEEUW)])).unwrap();
    assert_eq!(anders.rijen[0].vingerafdruk, lees_rijen(&[ZILVERMEEUW]).rijen[0].vingerafdruk);
}

#[test]
fn the_difference_counts_every_location_once() {
    let rij = |code: &str| ZILVERMEEUW.replace("99AA00", code);
    let eerst = lees_rijen(&[&rij("99AA00"), &rij("99AA01"), &rij("99AA02"), &rij("99AA03")]);
    let bekend: BTreeMap<_, _> =
        eerst.rijen.iter().map(|g| (g.rij.vestiging.clone(), g.vingerafdruk)).collect();
    assert_eq!(delta(&bekend, &eerst).ongewijzigd.len(), 4);
    let later = lees_rijen(&[
        &rij("99AA00"),
        &rij("99AA01").replace("Noord", "Zuid"),
        &rij("99AA02").replace("0034", "?"),
        &rij("99AA04"),
    ]);
    let verschil = delta(&bekend, &later);
    let codes = |lijst: &[base::Vestigingscode]| lijst.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(codes(&verschil.nieuw), ["99AA04"]);
    assert_eq!(codes(&verschil.gewijzigd), ["99AA01"]);
    assert_eq!(codes(&verschil.ongewijzigd), ["99AA00"]);
    assert_eq!(codes(&verschil.vervallen), ["99AA03"], "an unusable row is still a location in the file");
    assert_eq!(
        verschil.nieuw.len()
            + verschil.gewijzigd.len()
            + verschil.ongewijzigd.len()
            + later.onbruikbaar.len(),
        later.gelezen()
    );
}

const LEERLINGEN: &str = "\u{feff}INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER;GEMEENTECODE_VESTIGING;GEMEENTENAAM_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025;LEERLINGEN_20X6\r
99AA;99AA00;De Zilvermeeuw;BO;Openbaar;99001;34;ALMERE;212;<5;?\r
99AA;99AA01;De Zeeend;SO/VSO;onbekend;0;1940;DE FRYSKE MARREN;0;0;?\r
99AA;99AA02;De Fuut;MBO;Openbaar;99001;34;ALMERE;1;2;?\r
99AA;99AA03;De Aalscholver;SBO;Openbaar;99001;34;ALMERE;1;-2;?\r
99AA;99AA04;De Kluut;VSO;Openbaar;99001;34;ALMERE;;2;?\r
";

#[test]
fn pupils_are_read_per_year_and_few_is_not_nought() {
    let import = leerlingen::lees(LEERLINGEN.as_bytes()).unwrap();
    let eerste = &import.rijen[0].rij;
    assert_eq!(eerste.gemeente.as_str(), "0034");
    assert_eq!(
        eerste.leerlingen,
        BTreeMap::from([(2024, Aantal::Bekend(212)), (2025, Aantal::MinderDanVijf)])
    );
    assert_eq!(eerste.leerlingen[&2025].bekend(), None);
    let tweede = &import.rijen[1].rij;
    assert_eq!((tweede.soort, tweede.bevoegd_gezag.is_none()), (SoortVestiging::SoVso, true));
    assert_eq!(import.onbekende_kolommen, ["LEERLINGEN_20X6"]);
    let fouten: Vec<_> =
        import.onbruikbaar.iter().map(|f| (f.regel, f.kolom.as_str(), f.waarde.as_str())).collect();
    assert_eq!(
        fouten,
        [(4, "SOORT_VESTIGING", "MBO"), (5, "LEERLINGEN_2025", "-2"), (6, "LEERLINGEN_2024", "")]
    );
}

#[test]
fn pupils_without_a_year_are_another_file() {
    let zonder = LEERLINGEN.replace("LEERLINGEN_2", "AANTAL_2");
    let fout = leerlingen::lees(zonder.as_bytes()).unwrap_err().to_string();
    assert!(fout.contains("de kop mist 'LEERLINGEN_JJJJ'"), "{fout}");
}

#[test]
fn postcodes_are_read_from_both_tables() {
    let tabel = b"pc4,gemeente_2015,swv_po,swv_vo\r\n1399,'t Meeuwendal,PO9901,VO9901\r\n1398,Havenstad,Havengebied,Havengebied\r\n1397,Almere,VO9901,VO9901\r\n1396,Almere,,VO9901\r\n0396,Almere,PO9901,VO9901\r\n";
    let import = pc4_swv::lees(tabel).unwrap();
    assert_eq!(import.rijen[0].rij.swv_po.as_ref().unwrap().as_str(), "PO9901");
    let fouten: Vec<_> =
        import.onbruikbaar.iter().map(|f| (f.regel, f.kolom.as_str(), f.waarde.as_str())).collect();
    assert_eq!(
        fouten,
        [(3, "swv_po", "Havengebied"), (4, "swv_po", "VO9901"), (5, "swv_po", ""), (6, "pc4", "0396")]
    );
    assert!(
        import.onbruikbaar[0].reden.starts_with("'Havengebied' is geen code van een samenwerkingsverband")
    );

    let rekenblad = b"pc4;gemeente_2015;swv_po;swv_vo\r\n1399;'t Meeuwendal;PO9901;VO9901\r\n";
    assert_eq!(pc4_swv::lees(rekenblad).unwrap().rijen.len(), 1, "as a Dutch spreadsheet saves it");

    let breed = "pc4,lat,lon,coord_bron,coord_in_gemeente,gemeente_bron,gemeentecode,gemeentenaam,provinciecode,provincienaam,plaats,swv_po,swv_vo\n1399,52.370757,5.2,x,1,x,0034,Almere,24,Flevoland,\"Almere, strand\",PO9901,VO9901\n1398,,,,,,,,,,,,\n1397,5.2,52.3,x,1,x,0034,Almere,24,Flevoland,Almere,PO9901,VO9901\n";
    let import = pc4_swv::lees(breed.as_bytes()).unwrap();
    assert_eq!(import.rijen[0].rij.punt, Some(Punt { breedte: 52_370_757, lengte: 5_200_000 }));
    assert_eq!(import.rijen[0].rij.plaats.as_ref().unwrap().leesbaar, "Almere, strand");
    assert_eq!(
        import.rijen[1].rij.swv_po, None,
        "a postcode without a partnership keeps its row in the wide table"
    );
    assert_eq!(import.onbruikbaar[0].reden, "het punt ligt niet in Nederland");
}

fn feature(code: &str, anders: &[(&str, &str)]) -> String {
    let mut tekst = format!(
        r#"{{ "type": "Feature", "properties": {{ "naam": "De Zilvermeeuw", "type": "basisschool", "denominatie": "Openbaar", "internetadres": " ", "straat": "Schelpenpad", "huisnummer": 3, "huisletter": "A", "huisnummertoevoeging": null, "postcode": "1399ZZ", "plaats": "'s-Gravenhage", "gemeente": "S GRAVENHAGE", "provincie": "Zuid-Holland", "brin_nummer": "{}", "vestigingscode": "{code}", "onderwijsgebied": "Kust", "leerlingen": null }}, "geometry": {{ "type": "Point", "coordinates": [ 4.332230129796609, 52.066957459650574 ] }} }}"#,
        &code[..4]
    );
    for (van, naar) in anders {
        tekst = tekst.replace(van, naar);
    }
    tekst
}

fn geojson(features: &[String]) -> String {
    format!(
        "{{\n\"type\": \"FeatureCollection\",\n\"name\": \"scholen\",\n\"features\": [\n{}\n]\n}}\n",
        features.join(",\n")
    )
}

#[test]
fn schools_on_the_map_have_whole_coordinates() {
    let import = geo::lees(geojson(&[feature("99AA00", &[])]).as_bytes()).unwrap();
    let school = &import.rijen[0];
    assert_eq!(school.regel, 5);
    assert_eq!(school.rij.punt, Punt { breedte: 52_066_957, lengte: 4_332_230 });
    assert_eq!(school.rij.huisnummer.as_deref(), Some("3 A"));
    assert_eq!((school.rij.website.as_deref(), school.rij.leerlingen), (None, None));
    assert_eq!(school.rij.gemeentenaam.as_ref().unwrap().leesbaar, "'s-Gravenhage");
}

#[test]
fn a_word_for_no_kind_of_school_known_here_makes_no_school() {
    let of =
        |word: &str| feature("99AA00", &[("\"type\": \"basisschool\"", &format!("\"type\": \"{word}\""))]);
    for (word, read) in [
        ("SBAO", 1),
        ("VBO/MAVO/PRO", 1),
        ("BRUGJAAR", 1),
        ("MBO", 0),
        ("Basisschool", 0),
        ("so", 0),
        ("VBO/", 0),
    ] {
        let import = geo::lees(geojson(&[of(word)]).as_bytes()).unwrap();
        assert_eq!((import.rijen.len(), import.onbruikbaar.len()), (read, 1 - read), "{word}");
    }
}

#[test]
fn wrong_features_are_told_with_their_line() {
    let import = geo::lees(
        geojson(&[
            feature("99AA00", &[]),
            feature("99AA01", &[("4.332230129796609, 52.066957459650574", "52.0669, 4.3322")]),
            feature("99AA02", &[("\"leerlingen\": null", "\"leerlingen\": 12.5")]),
            feature("99AA03", &[("1399ZZ", "ZZ")]),
            feature("99AA00", &[("\"huisnummer\": 3", "\"huisnummer\": 5")]),
            feature("99AA04", &[("\"plaats\": \"'s-Gravenhage\"", "\"plaats\": [1]")]),
            feature("99AA05", &[("\"geometry\": {", "\"geometry\": null, \"weg\": {")]),
            "[]".to_owned(),
        ])
        .as_bytes(),
    )
    .unwrap();
    let fouten: Vec<_> = import.onbruikbaar.iter().map(|f| (f.regel, f.kolom.as_str())).collect();
    assert_eq!(
        fouten,
        [
            (6, "geometry.coordinates"),
            (7, "leerlingen"),
            (8, "postcode"),
            (9, "vestigingscode"),
            (10, "plaats"),
            (11, "geometry.coordinates"),
            (12, "properties"),
        ]
    );
    assert_eq!(import.onbruikbaar[3].reden, "deze code staat ook op regel 5; de eerste telt");
    assert_eq!((import.gelezen(), import.alleen_onbruikbaar.len()), (8, 5));
}

#[test]
fn what_is_no_geojson_of_schools_is_one_error() {
    let fout = |tekst: &str| geo::lees(tekst.as_bytes()).unwrap_err().to_string();
    assert!(fout("").contains("leeg"));
    assert!(
        fout("{\n\"type\": \"FeatureCollection\",")
            .starts_with("regel 2: dit is geen geojson met scholen (geen geldige JSON)")
    );
    assert!(fout("{\"type\": \"Feature\"}").contains("geen lijst 'features'"));
    assert!(fout("{\"type\": \"Lijst\", \"features\": []}").contains("geen 'FeatureCollection'"));
    assert!(fout(&geojson(&[])).contains("geen enkele rij"));
    assert!(
        fout(&geojson(&[feature("99AA00", &[("\"postcode\"", "\"pc\"")])]))
            .contains("de kop mist 'postcode'")
    );
    assert!(fout(&"[".repeat(100_000)).contains("geen geojson"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_file_makes_a_reader_panic(plek in 0_usize..900, weg in 0_usize..40, ruis in proptest::collection::vec(any::<u8>(), 0..12)) {
        let bestanden = [
            vestigingen_bestand(KOP, &[ZILVERMEEUW, ZILVERMEEUW]),
            LEERLINGEN.as_bytes().to_vec(),
            geojson(&[feature("99AA00", &[]), feature("99AA01", &[])]).into_bytes(),
        ];
        for mut bytes in bestanden {
            let begin = plek.min(bytes.len());
            let einde = (begin + weg).min(bytes.len());
            bytes.splice(begin..einde, ruis.iter().copied());
            let rijen = [
                vestigingen::lees(&bytes).ok().map(|i| i.gelezen()),
                leerlingen::lees(&bytes).ok().map(|i| i.gelezen()),
                geo::lees(&bytes).ok().map(|i| i.gelezen()),
                pc4_swv::lees(&bytes).ok().map(|i| i.gelezen()),
            ];
            prop_assert!(rijen.iter().flatten().all(|gelezen| *gelezen <= 40));
        }
    }
}
