//! The published sample dossiers, where they are.

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
        format!("akkoord: {:?}", d.inzage.as_ref().and_then(|i| i.akkoord.as_ref()).map(|a| a.waarde)),
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
        format!("verzuim: {}", d.verzuim.is_some()),
        format!("ontvangen: {}", d.ontvangen.iter().map(|blok| blok.regels.len()).sum::<usize>()),
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
    akkoord: Some(Nee)
    verzorgers: 5, loopbaan: 10, toetsen: 5
    diagnoses: 2, handelingsplannen: 1
    tlv: PO00YY L None 2016-04-04
    verzuim: true
    ontvangen: 611
    ");
    let remarks: Vec<String> =
        dossier.meldingen.iter().map(|m| format!("{}: {}", m.herkomst.regel, m.tekst)).collect();
    insta::assert_snapshot!(remarks.join("\n"), @r"
    135: een geheim telefoonnummer of e-mailadres is niet overgenomen
    156: een geheim telefoonnummer of e-mailadres is niet overgenomen
    399: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    412: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    417: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    435: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    449: dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam
    457: dit is geen code van een samenwerkingsverband, zoals PO2401
    898: een rekeningnummer is hier niet nodig en is niet overgenomen
    927: een geheim telefoonnummer of e-mailadres is niet overgenomen
    937: een rekeningnummer is hier niet nodig en is niet overgenomen
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
    akkoord: None
    verzorgers: 5, loopbaan: 10, toetsen: 0
    diagnoses: 2, handelingsplannen: 0
    tlv: PO00YY L None 2016-04-04
    verzuim: false
    ontvangen: 372
    ");
}

#[test]
fn the_sample_can_be_given_another_school_and_birthday() {
    let Some(text) = full() else { return };
    let text =
        text.replace("00YY", "99AA").replace("2003-03-17", "2014-03-17").replace("17-03-2003", "17-03-2014");
    let dossier = oso::lees(text.as_bytes()).unwrap();
    assert_eq!(dossier.school.vestiging.waarde.as_str(), "99AA00");
    assert_eq!(dossier.leerling.geboortedatum.waarde.to_string(), "2014-03-17");
}

#[test]
fn every_text_of_the_samples_is_kept_or_left_out_with_a_word() {
    for name in ["Voorbeelddossier_PaO_POSWV_full.xml", "Voorbeelddossier_PaO_POSWV_opt_out.xml"] {
        let Some(text) = sample(name) else { return };
        let dossier = oso::lees(text.as_bytes()).unwrap();
        let boom = roxmltree::Document::parse(&text).unwrap();
        let leaves = boom.descendants().filter(|n| n.is_element() && n.first_element_child().is_none());
        let kept = |naam: &str| !["bestandsinhoud", "iban"].contains(&naam);
        let secret = |node: &roxmltree::Node<'_, '_>| {
            let mut of_one = node.parent().into_iter().flat_map(|parent| parent.children());
            of_one.any(|n| n.has_tag_name((oso::NAAMRUIMTE, "geheim")) && n.text() == Some("true"))
        };
        let expected = leaves.filter(|n| kept(n.tag_name().name()) && !secret(n)).count();
        let found: usize = dossier.ontvangen.iter().map(|blok| blok.regels.len()).sum();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn an_opt_out_on_support_keeps_its_documents_out() {
    let Some(text) = full() else { return };
    for hoe in ["OPT-UIT", "VERBODEN"] {
        let kept = text
            .replace("<cat_onderwijsondersteuning>VERPLICHT", &format!("<cat_onderwijsondersteuning>{hoe}"));
        let dossier = oso::lees(kept.as_bytes()).unwrap();
        let places: Vec<Plek> = dossier.bijlagen.iter().map(|b| b.plek).collect();
        let toets = [Plek::Toets(1), Plek::Toets(5), Plek::Toets(5), Plek::Toets(5)];
        assert_eq!(places, [&[Plek::Verzuim], toets.as_slice(), &[Plek::Overig, Plek::Overig]].concat());
        assert!(dossier.ondersteuning.is_none());
    }
}
