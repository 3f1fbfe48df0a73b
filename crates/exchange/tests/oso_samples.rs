//! The published sample dossiers, where they are.

use std::collections::BTreeMap;
use std::path::Path;

use exchange::oso::{self, OsoDossier, Plek, Verpakking};

#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
fn sample(name: &str) -> Option<String> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/oso-2019.1")).join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("SKIPPED: {name} is not there");
    }
    text
}

fn full() -> Option<String> {
    sample("Voorbeelddossier_PaO_POSWV_full.xml")
}

/// The essentials, one a line.
fn essentials(d: &OsoDossier) -> String {
    let child = &d.leerling;
    let support = d.ondersteuning.as_ref().unwrap();
    let tlv = &support.tlv[0];
    let lines = [
        format!("kind: {} {}", child.roepnaam.as_ref().unwrap().waarde, child.achternaam.waarde),
        format!("geboren: {} (regel {})", child.geboortedatum.waarde, child.geboortedatum.herkomst.regel),
        format!("school: {} {}", d.school.vestiging.waarde, d.school.instelling.naam.waarde),
        format!("overstap: {:?}, {}", d.metadata.overstap.waarde, d.metadata.overdrachtsoort.waarde),
        format!("opt-out: {:?}, strijdig: {:?}", d.opt_out(), d.metadata.strijdig),
        format!("bezwaar: {}, inzage: {}", d.heeft_bezwaar_ouders(), d.inzage.is_some()),
        format!(
            "verzorgers: {}, loopbaan: {}, toetsen: {}",
            d.verzorgers.len(),
            d.schoolloopbaan.len(),
            d.toetsen.len()
        ),
        format!(
            "diagnoses: {}, handelingsplannen: {}",
            support.diagnoses.len(),
            support.handelingsplannen.len()
        ),
        format!(
            "tlv: {} {} {:?} {}",
            tlv.swv_nummer.waarde, tlv.categorie.waarde, tlv.swv, tlv.ingang.waarde
        ),
        format!("verzuim: {}, pgn: {}", d.verzuim.is_some(), d.pgn.is_some()),
        format!(
            "waarden: {}, niet overgenomen: {}",
            d.aantal_waarden,
            d.niet_overgenomen.iter().map(|n| n.aantal).sum::<usize>()
        ),
    ];
    lines.join("\n")
}

#[test]
fn the_full_sample_is_read() {
    let Some(text) = full() else { return };
    let dossier = oso::lees(text.as_bytes()).unwrap();
    insta::assert_snapshot!(essentials(&dossier), @r"
    kind: Daan Berg
    geboren: 2003-03-17 (regel 99)
    school: 00YY00 Testschool
    overstap: Poswv, swv-dossier
    opt-out: [], strijdig: []
    bezwaar: true, inzage: true
    verzorgers: 5, loopbaan: 10, toetsen: 5
    diagnoses: 2, handelingsplannen: 1
    tlv: PO00YY L None 2016-04-04
    verzuim: true, pgn: false
    waarden: 560, niet overgenomen: 84
    ");
    let mut blocks: BTreeMap<&str, usize> = BTreeMap::new();
    for left in &dossier.niet_overgenomen {
        let block = left.pad.trim_start_matches("dossier/huidigeschool/leerling/").split('/').next().unwrap();
        *blocks.entry(block).or_default() += left.aantal;
    }
    insta::assert_debug_snapshot!(blocks, @r#"
    {
        "cijferlijstlijst": 24,
        "huisarts": 18,
        "leerlinggewicht": 1,
        "naampeuterspeelzaal": 1,
        "nnca": 1,
        "overstapadvies": 10,
        "toetslijst": 14,
        "vanpeuterspeelzaal": 1,
        "verzorger": 2,
        "voorschools": 6,
        "vroegschools": 6,
    }
    "#);
    let remarks: Vec<String> =
        dossier.meldingen.iter().map(|m| format!("{}: {}", m.herkomst.regel, m.tekst)).collect();
    insta::assert_snapshot!(remarks.join("\n"), @r"
    399: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    412: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    417: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    435: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    449: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    457: dit is geen code van een samenwerkingsverband, zoals PO2401
    ");
}

#[test]
fn the_attachments_of_the_full_sample_come_out_of_their_zip() {
    let Some(text) = full() else { return };
    let dossier = oso::lees(text.as_bytes()).unwrap();
    let list: Vec<String> = dossier
        .bijlagen
        .iter()
        .map(|b| format!("{:?} {} {:?} {}", b.plek, b.bestandsnaam, b.verpakking, b.inhoud.len()))
        .collect();
    insta::assert_snapshot!(list.join("\n"), @r"
    ToelichtingOnderwijsbehoeften Toelichting.pdf Beschadigd 162
    Diagnose(1) advies mbt zicht.pdf Beschadigd 162
    Diagnose(1) advies mbt gehoor.pdf Beschadigd 162
    Handelingsplan(1) HandelingsplanRekenen.pdf Beschadigd 162
    Opp opp.docx Uitgepakt 25036
    Opp evaluatie 1e helft 2018.txt Beschadigd 162
    Tlv(1) verzuimrapport.txt Uitgepakt 56
    Verzuim verzuimrapport.txt Uitgepakt 56
    Toets(1) drem8.jpg Uitgepakt 46913
    Toets(5) WISC3NL2005.txt Uitgepakt 11
    Toets(5) WISC-III NL Verbaal.txt Uitgepakt 19
    Toets(5) WISC-III NL Performaal.txt Uitgepakt 22
    Overig groepsplan.txt Uitgepakt 21
    Overig diagram.png Uitgepakt 5614
    ");
    let opp = dossier
        .bijlagen
        .iter()
        .find(|b| b.plek == Plek::Opp && b.verpakking == Verpakking::Uitgepakt)
        .unwrap();
    assert_eq!((opp.bestandsnaam.as_str(), opp.inhoud.len()), ("opp.docx", 25036));
    assert!(opp.inhoud.starts_with(b"PK"), "a docx is a zip itself");
}

#[test]
fn the_sample_with_opt_out_is_read() {
    let Some(text) = sample("Voorbeelddossier_PaO_POSWV_opt_out.xml") else { return };
    let dossier = oso::lees(text.as_bytes()).unwrap();
    insta::assert_snapshot!(essentials(&dossier), @r"
    kind: Daan Berg
    geboren: 2003-03-17 (regel 91)
    school: 00YY00 Testschool
    overstap: Poswv, swv-dossier
    opt-out: [Ouderinzage, Vve, Overstapadvies, Verzuim, Toetsresultaten, Handelingsplannen, Cijferlijsten, BijlageDocs], strijdig: []
    bezwaar: false, inzage: false
    verzorgers: 5, loopbaan: 10, toetsen: 0
    diagnoses: 2, handelingsplannen: 0
    tlv: PO00YY L None 2016-04-04
    verzuim: false, pgn: false
    waarden: 374, niet overgenomen: 22
    ");
}

#[test]
fn the_sample_can_be_given_another_school_and_birthday() {
    let Some(text) = full() else { return };
    let text =
        text.replace("00YY", "99AA").replace("2003-03-17", "2018-03-17").replace("17-03-2003", "17-03-2018");
    let dossier = oso::lees(text.as_bytes()).unwrap();
    assert_eq!(dossier.school.vestiging.waarde.as_str(), "99AA00");
    assert_eq!(dossier.leerling.geboortedatum.waarde.to_string(), "2018-03-17");
}

#[test]
fn every_element_of_the_samples_is_taken_over_or_listed() {
    for name in ["Voorbeelddossier_PaO_POSWV_full.xml", "Voorbeelddossier_PaO_POSWV_opt_out.xml"] {
        let Some(text) = sample(name) else { return };
        let dossier = oso::lees(text.as_bytes()).unwrap();
        let listed: usize =
            dossier.niet_overgenomen.iter().filter(|n| !n.pad.contains('@')).map(|n| n.aantal).sum();
        let leaves = if name.contains("full") { 642 } else { 395 };
        assert_eq!(dossier.aantal_waarden + listed, leaves, "{name}");
    }
}
