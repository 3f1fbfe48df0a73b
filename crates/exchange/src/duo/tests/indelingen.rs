//! The layouts in which DUO published the same facts over the years, and files that are taken for one of them.

use super::*;

/// The file of another kind of education: the same columns and one more.
fn met_soort(kolom: &str, rijen: &[(&str, &str)]) -> Result<Import<VestigingRij>, BestandFout> {
    let rijen: Vec<String> = rijen
        .iter()
        .map(|(code, soort)| format!("{};{soort}", ZILVERMEEUW.replace("99AA00", code)))
        .collect();
    let rijen: Vec<&str> = rijen.iter().map(String::as_str).collect();
    vestigingen::lees(&vestigingen_bestand(&format!("{KOP};{kolom}"), &rijen))
}

#[test]
fn the_header_tells_of_which_schools_a_file_of_locations_is() {
    assert_eq!(lees_rijen(&[ZILVERMEEUW]).soort, Soort::DuoVestigingen);
    assert_eq!(lees_rijen(&[ZILVERMEEUW]).rijen[0].rij.soort, SoortVestiging::Bo);
    let so = met_soort(
        "SOORT PRIMAIR ONDERWIJS;CLUSTER",
        &[
            ("99AA01", "SBAO;"),
            ("99AA02", "SO;3"),
            ("99AA03", "(V)SO;4"),
            ("99AA04", "VSO;3/4"),
            ("99AA05", "BAO;"),
        ],
    )
    .unwrap();
    assert_eq!(so.soort, Soort::DuoVestigingenSo);
    let soorten: Vec<SoortVestiging> = so.rijen.iter().map(|gelezen| gelezen.rij.soort).collect();
    assert_eq!(
        soorten,
        [SoortVestiging::Sbo, SoortVestiging::So, SoortVestiging::SoVso, SoortVestiging::Vso]
    );
    let fout = &so.onbruikbaar[0];
    assert_eq!((fout.kolom.as_str(), fout.waarde.as_str()), ("SOORT PRIMAIR ONDERWIJS", "BAO"));
    let vo = met_soort("ONDERWIJSSTRUCTUUR", &[("99AA01", "PRO"), ("99AA02", "VBO/MAVO/HAVO")]).unwrap();
    assert_eq!(vo.soort, Soort::DuoVestigingenVo);
    assert!(vo.rijen.iter().all(|gelezen| gelezen.rij.soort == SoortVestiging::Vo));
    assert!(vo.onbekende_kolommen.is_empty());
}

/// Without its cluster an institute would be an ordinary school: another law.
#[test]
fn a_file_of_so_and_vso_without_its_cluster_is_refused_and_is_taken_for_no_other() {
    let fout = met_soort("SOORT PRIMAIR ONDERWIJS", &[("99AA02", "SO")]).unwrap_err();
    let BestandFout::Kop { soort, ontbreekt, lijkt_op, .. } = fout else { panic!("{fout:?}") };
    assert_eq!((soort, ontbreekt, lijkt_op), (Soort::DuoVestigingenSo, vec!["CLUSTER".to_owned()], None));
}

#[test]
fn a_comma_is_a_separator_and_older_names_of_columns_are_read() {
    let gewoon = lees_rijen(&[ZILVERMEEUW]);
    let komma = |tekst: &str| tekst.replace(';', ",");
    let ckan = format!("_id,{}\n7,{}\n", komma(KOP), komma(ZILVERMEEUW));
    let import = vestigingen::lees(ckan.as_bytes()).unwrap();
    assert_eq!(import.rijen, gewoon.rijen, "the number of the portal is no fact of a school");
    assert!(import.onbekende_kolommen.is_empty());
    let oud = KOP.replace("INSTELLINGSCODE", "BRIN NUMMER").replace("VESTIGINGSCODE", "VESTIGINGSNUMMER");
    let import = vestigingen::lees(&vestigingen_bestand(&oud, &[ZILVERMEEUW])).unwrap();
    assert_eq!(import.rijen, gewoon.rijen);
    let leerlingen_komma = komma(LEERLINGEN);
    let import = leerlingen::lees(leerlingen_komma.as_bytes()).unwrap();
    assert_eq!(import.rijen, leerlingen::lees(LEERLINGEN.as_bytes()).unwrap().rijen);
}

#[test]
fn another_separator_is_named() {
    for (teken, naam) in [("\t", "een tab"), ("|", "een rechte streep")] {
        let tekst = format!("{KOP}\n{ZILVERMEEUW}\n").replace(';', teken);
        let fout = vestigingen::lees(tekst.as_bytes()).unwrap_err();
        assert_eq!(fout, BestandFout::Scheiding { gevonden: naam });
        assert!(
            fout.to_string().starts_with(&format!("tussen de kolommen staat {naam}; verwacht:")),
            "{fout}"
        );
    }
}

#[test]
fn files_that_are_taken_for_one_of_ours_are_called_what_they_are() {
    let lijkt = |fout: BestandFout| {
        let tekst = fout.to_string();
        tekst.split_once("; het lijkt ").map(|(_, lijkt)| lijkt.to_owned()).unwrap_or(tekst)
    };
    let van = |kop: &str| lijkt(vestigingen::lees(format!("{kop}\n1,2\n").as_bytes()).unwrap_err());
    assert!(van("BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;POSTCODE").contains("besturen"));
    assert!(van("INSTELLINGSCODE,INSTELLINGSNAAM,POSTCODE").contains("hoofdvestigingen"));
    assert!(van("INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN").contains("kenmerk"));
}

/// What stands behind the addresses in every file of DUO.
const GEBIEDEN: &str = "NODAAL GEBIED CODE;NODAAL GEBIED NAAM;RPA-GEBIED CODE;RPA-GEBIED NAAM;WGR-GEBIED CODE;WGR-GEBIED NAAM;COROPGEBIED CODE;COROPGEBIED NAAM;ONDERWIJSGEBIED CODE;ONDERWIJSGEBIED NAAM;RMC-REGIO CODE;RMC-REGIO NAAM";

/// The headers of the files of primary schools, of sbo, so and vso, and of secondary schools, word for word.
fn koppen() -> [String; 3] {
    let kop = KOP.replace(";VAKANTIEREGIO", &format!(";{GEBIEDEN};VAKANTIEREGIO"));
    let met = |kolommen: &str| kop.replace(";STRAATNAAM CORR", &format!(";{kolommen};STRAATNAAM CORR"));
    [kop.clone(), format!("SOORT PRIMAIR ONDERWIJS;{}", met("CLUSTER;ONDERWIJS")), met("ONDERWIJSSTRUCTUUR")]
}

/// A row under such a header, with a number of its own.
fn onder(kop: &str, code: &str, waarden: &[(&str, &str)]) -> String {
    let gewoon: BTreeMap<&str, &str> = KOP.split(';').zip(ZILVERMEEUW.split(';')).collect();
    let veld = |kolom: &str| match waarden.iter().find(|(naam, _)| *naam == kolom) {
        Some((_, waarde)) => (*waarde).to_owned(),
        None => gewoon.get(kolom).unwrap_or(&" ").replace("99AA00", code),
    };
    kop.split(';').map(veld).collect::<Vec<_>>().join(";")
}

#[test]
fn the_headers_as_duo_writes_them_are_known_and_what_is_not_read_is_named() {
    let [bo, so, vo] = koppen();
    let lees = |kop: &str, waarden: &[(&str, &str)]| {
        vestigingen::lees(&vestigingen_bestand(kop, &[&onder(kop, "99AA00", waarden)])).unwrap()
    };
    let so_rij =
        [("SOORT PRIMAIR ONDERWIJS", "(V)SO"), ("CLUSTER", "3/4"), ("ONDERWIJS", "SO ZMLK + VSO ZMLK")];
    for (import, soort, ongelezen) in [
        (lees(&bo, &[]), Soort::DuoVestigingen, vec![]),
        (lees(&so, &so_rij), Soort::DuoVestigingenSo, vec!["ONDERWIJS"]),
        (lees(&vo, &[("ONDERWIJSSTRUCTUUR", "VBO/MAVO/PRO")]), Soort::DuoVestigingenVo, vec![]),
    ] {
        assert_eq!((import.soort, import.rijen.len()), (soort, 1), "{:?}", import.onbruikbaar);
        assert_eq!(import.onbekende_kolommen, ongelezen);
    }
}

#[test]
fn cluster_1_and_2_make_an_institute_whatever_its_kind_is_called() {
    let [_, so, _] = koppen();
    let van = |soort: &str, cluster: &str| {
        let rij = onder(&so, "99AA00", &[("SOORT PRIMAIR ONDERWIJS", soort), ("CLUSTER", cluster)]);
        let import = vestigingen::lees(&vestigingen_bestand(&so, &[&rij])).unwrap();
        import.rijen.first().map(|gelezen| gelezen.rij.soort).ok_or(import.onbruikbaar)
    };
    for soort in ["SO", "(V)SO", "VSO"] {
        for cluster in ["1", "2", "1/2"] {
            assert_eq!(van(soort, cluster), Ok(SoortVestiging::InstellingC12), "{soort} {cluster}");
        }
    }
    for cluster in [" ", "3", "4", "3/4"] {
        assert_eq!(van("(V)SO", cluster), Ok(SoortVestiging::SoVso), "{cluster}");
    }
    assert_eq!(van("SBAO", " "), Ok(SoortVestiging::Sbo));
    for cluster in ["2/3", "5", "x"] {
        assert_eq!(van("SO", cluster).unwrap_err()[0].kolom, "CLUSTER", "no one law is for {cluster}");
    }
}

/// Given a row with the location of another institution than it names; then of one that seems to have lapsed it may be the row.
#[test]
fn a_row_that_contradicts_itself_may_be_of_a_school_that_seems_to_end() {
    let rij = |code: &str| ZILVERMEEUW.replace("99AA00", code);
    let codes = |rij: &str| {
        let import = lees_rijen(&[ZILVERMEEUW, rij]);
        let overige: Vec<String> = import.alleen_onbruikbaar.iter().map(ToString::to_string).collect();
        (import.zonder_code, overige)
    };
    assert_eq!(codes(&rij("99AB01")), (vec![3], vec!["99AB01".to_owned()]));
    // What is wrong elsewhere in the row leaves no doubt whose row it is.
    assert_eq!(codes(&rij("99AA01").replace("0034", "?")), (vec![], vec!["99AA01".to_owned()]));
}

#[test]
fn a_row_broken_at_any_separator_ends_no_school() {
    let rij = |code: &str| ZILVERMEEUW.replace("99AA00", code);
    let eerst = lees_rijen(&[&rij("99AA00"), &rij("99AA01"), &rij("99AA02")]);
    let bekend: BTreeMap<_, _> =
        eerst.rijen.iter().map(|g| (g.rij.vestiging.clone(), g.vingerafdruk)).collect();
    let heel = rij("99AA01");
    let plekken = heel.char_indices().filter(|(_, teken)| *teken == ';').map(|(plek, _)| plek);
    let mut zonder_code = 0;
    // One separator too many, one too few, and one in the code itself.
    let kapot = plekken.flat_map(|plek| {
        let (mut meer, mut minder) = (heel.clone(), heel.clone());
        meer.insert(plek, ';');
        minder.remove(plek);
        [meer, minder]
    });
    for kapot in kapot.chain([heel.replace("99AA01", "99A;A01")]) {
        let import = lees_rijen(&[&rij("99AA00"), &kapot, &rij("99AA02")]);
        let vervallen = delta(&bekend, &import).vervallen.len();
        assert_eq!(import.onbruikbaar.len(), 1, "{kapot}");
        assert_eq!(vervallen, import.zonder_code.len(), "{kapot}");
        zonder_code += vervallen;
    }
    assert_eq!(zonder_code, 3, "a code that is cut, or sticks to what stands before or behind it");
    assert_eq!(lees_rijen(&[&heel.replace("99AA01", "99A;A01")]).zonder_code, [2]);
}

#[test]
fn a_spreadsheet_takes_no_zero_from_a_telephone_number() {
    let met = |nummer: &str| {
        let kop = KOP;
        let import = vestigingen::lees(&vestigingen_bestand(
            kop,
            &[&onder(kop, "99AA00", &[("TELEFOONNUMMER", nummer)])],
        ));
        let import = import.unwrap();
        import.rijen.first().map(|gelezen| gelezen.rij.telefoon.clone()).ok_or(import.onbruikbaar)
    };
    for (bron, verwacht) in [
        ("0365310289", Some("0365310289")),
        ("365310289", Some("0365310289")),
        ("036-5310289", Some("036-5310289")),
        ("+31365310289", Some("+31365310289")),
        ("14036", Some("14036")),
        (" ", None),
    ] {
        assert_eq!(met(bron).unwrap().as_deref(), verwacht, "{bron}");
    }
    for bron in ["3,65E+08", "36531028", "www.school.example"] {
        assert_eq!(met(bron).unwrap_err()[0].kolom, "TELEFOONNUMMER", "{bron}");
    }
}

#[test]
fn what_a_spreadsheet_leaves_beside_and_below_a_table_is_nothing() {
    let leeg = ";".repeat(20);
    let rijen = [format!("{ZILVERMEEUW};;"), leeg.clone(), leeg];
    let rijen: Vec<&str> = rijen.iter().map(String::as_str).collect();
    let import = vestigingen::lees(&vestigingen_bestand(&format!("{KOP};;"), &rijen)).unwrap();
    assert_eq!((import.gelezen(), import.onbruikbaar.len()), (1, 0));
    assert!(import.onbekende_kolommen.is_empty());
    assert_eq!(import.rijen, lees_rijen(&[ZILVERMEEUW]).rijen, "the fingerprint too");
    let vol = vestigingen::lees(&vestigingen_bestand(&format!("{KOP};;"), &[&format!("{ZILVERMEEUW};x;")]));
    assert_eq!(vol.unwrap().onbruikbaar[0].reden, "staat in een kolom zonder naam");
}

#[test]
fn a_mistyped_header_is_compared_with_the_table_that_it_is_nearest_to() {
    let fout = |kop: &str| {
        pc4_swv::lees(format!("{kop}\n1315,Almere,PO2401,VO2401\n").as_bytes()).unwrap_err().to_string()
    };
    let tekst = fout("pc4,gemeente,swv_po,swv_vo");
    assert!(tekst.contains("de kop mist 'gemeente_2015'; gevonden"), "{tekst}");
    let tekst = fout("PC4,GEMEENTE_2015,SWV_PO,SWV_VO");
    assert!(!tekst.contains("lat") && tekst.contains("let op de hoofdletters"), "{tekst}");
}

#[test]
fn a_house_number_that_a_spreadsheet_took_for_a_date_is_put_back() {
    let [bo, _, _] = koppen();
    for (staat, hoort) in
        [("1-mrt", "1-3"), ("mrt-45", "3-45"), ("12-A", "12-A"), ("7", "7"), ("1-mrtx", "1-mrtx")]
    {
        let rij = onder(&bo, "99AA00", &[("HUISNUMMER-TOEVOEGING", staat)]);
        let import = vestigingen::lees(&vestigingen_bestand(&bo, &[&rij])).unwrap();
        assert_eq!(import.rijen[0].rij.huisnummer.as_deref(), Some(hoort), "{staat}");
    }
}
