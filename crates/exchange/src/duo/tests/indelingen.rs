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
        "SOORT PRIMAIR ONDERWIJS",
        &[("99AA01", "SBAO"), ("99AA02", "SO"), ("99AA03", "(V)SO"), ("99AA04", "VSO"), ("99AA05", "BAO")],
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
