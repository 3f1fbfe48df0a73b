//! A dossier of an invented child, and everything that can be wrong with one.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::*;
use crate::grenzen;

const FITIS: &str = include_str!("fitis.xml");

fn fitis() -> OsoDossier {
    lees(FITIS.as_bytes()).unwrap()
}

/// The sample with one text replaced, which must be there.
fn met(van: &str, naar: &str) -> String {
    assert!(FITIS.contains(van), "{van}");
    FITIS.replacen(van, naar, 1)
}

fn geweigerd(van: &str, naar: &str) -> String {
    lees(met(van, naar).as_bytes()).unwrap_err().to_string()
}

#[test]
fn the_child_is_read_with_where_each_value_stands() {
    let kind = fitis().leerling;
    assert_eq!(kind.achternaam.waarde, "Zonnedauwmos");
    assert_eq!(
        kind.achternaam.herkomst,
        Herkomst { pad: "dossier/huidigeschool/leerling/achternaam".into(), regel: 49 }
    );
    assert_eq!(kind.voornamen[1].herkomst.pad, "dossier/huidigeschool/leerling/voornaam[2]");
    assert_eq!(kind.geboortedatum.waarde.to_string(), "2017-05-06");
    assert_eq!(kind.geslacht.unwrap().waarde, Geslacht::Vrouw);
    assert!(kind.adresgeheim.unwrap().waarde);
    assert_eq!(kind.adressen[0].landnaam.as_deref(), Some("Nederland"));
    let gba = kind.gba.unwrap();
    assert_eq!((gba.geboortedatum.waarde.as_str(), gba.geboortedatum_als_datum), ("00-00-2017", None));
}

#[test]
fn the_school_is_a_location_code() {
    let school = fitis().school;
    assert_eq!(school.vestiging.waarde.as_str(), "99AA01");
    assert_eq!(school.vestiging.herkomst.pad, "dossier/huidigeschool/brincode");
}

#[test]
fn opt_out_and_objection_stay_data() {
    let dossier = fitis();
    assert_eq!(dossier.opt_out(), [Categorie::Vve, Categorie::Overstapadvies, Categorie::Cijferlijsten]);
    assert_eq!(
        dossier.metadata.strijdig,
        [Categorie::Overstapadvies],
        "left out, they said, and yet it is there"
    );
    assert!(dossier.heeft_bezwaar_ouders());
    let inzage = dossier.inzage.unwrap();
    assert_eq!(inzage.datum.unwrap().waarde.to_string(), "2026-02-20");
    assert_eq!(inzage.reden_niet_akkoord.unwrap().waarde, "Het verslag van de ijsvogel klopt niet");
    let tevreden =
        met("<akkoord>Nee</akkoord>", "<akkoord>Ja</akkoord>").replace("redennietakkoord", "opmerking");
    assert!(!lees(tevreden.as_bytes()).unwrap().heeft_bezwaar_ouders());
    let zonder = tevreden.replace("<toestemming>Ja</toestemming>", "<toestemming>Nee</toestemming>");
    assert!(lees(zonder.as_bytes()).unwrap().heeft_bezwaar_ouders());
}

#[test]
fn the_national_number_stands_apart_and_hides() {
    let dossier = fitis();
    let pgn = dossier.pgn.clone().unwrap();
    assert_eq!((pgn.soort, pgn.nummer.waarde.as_str()), (PgnSoort::Bsn, "999990019"));
    assert!(!format!("{dossier:?}").contains("999990019"));
    assert_eq!(dossier.zonder_pgn().pgn, None);
}

#[test]
fn support_is_read() {
    let dossier = fitis();
    let ondersteuning = dossier.ondersteuning.unwrap();
    assert_eq!(ondersteuning.diagnoses.len(), 2);
    assert!(!ondersteuning.medicijngebruik.unwrap().waarde);
    assert_eq!(ondersteuning.tlv[0].swv.as_ref().unwrap().as_str(), "PO9901");
    assert_eq!(dossier.verzuim.unwrap().uren_ongeoorloofd.unwrap().waarde, 18);
    assert_eq!(dossier.toetsen[0].resultaat.vaardigheidsscore.as_ref().unwrap().waarde, "103.5");
    assert_eq!(dossier.schoolloopbaan[0].vestiging.waarde.as_str(), "99AA01");
    assert!(!dossier.verzorgers[1].wettelijk_vertegenwoordiger.waarde);
}

#[test]
fn attachments_are_decoded_and_know_their_place() {
    let bijlagen = fitis().bijlagen;
    let eerste = &bijlagen[0];
    assert_eq!((eerste.plek, eerste.bestandsnaam.as_str()), (Plek::Diagnose(2), "zicht.txt"));
    assert_eq!((eerste.inhoud.as_slice(), eerste.verpakking), (&b"het zicht"[..], Verpakking::Geen));
    assert_eq!(
        eerste.herkomst.pad,
        "dossier/huidigeschool/leerling/onderwijsondersteuning/diagnose[2]/document"
    );
    assert_eq!((bijlagen[1].plek, bijlagen[1].toegestane_soort), (Plek::Toets(1), false));
}

#[test]
fn a_zip_around_an_attachment_is_taken_off() {
    let zip = zip::tests::zip_met("zicht.txt", "het zicht van de havik".as_bytes());
    let dossier = lees(met("aGV0\n              IHppY2h0", &STANDARD.encode(&zip)).as_bytes()).unwrap();
    assert_eq!(dossier.bijlagen[0].inhoud, b"het zicht van de havik");
    let kapot = lees(met("aGV0\n              IHppY2h0", &STANDARD.encode(&zip[..40])).as_bytes()).unwrap();
    assert_eq!((kapot.bijlagen[0].verpakking, kapot.bijlagen[0].inhoud.len()), (Verpakking::Beschadigd, 40));
}

#[test]
fn what_is_not_taken_over_is_listed() {
    let lijst: Vec<_> = fitis().niet_overgenomen.into_iter().map(|n| (n.pad, n.aantal)).collect();
    let onder = |pad: &str| format!("dossier/huidigeschool/leerling/{pad}");
    assert_eq!(
        lijst,
        [
            (onder("huisarts/achternaam"), 1),
            (onder("nationaliteit"), 1),
            (onder("nationaliteit/@omschrijving"), 1),
            (onder("overstapadvies/advies"), 1),
            (onder("verzorger/iban"), 1),
        ]
    );
    let meer = met("<adreslijst>", "<adreslijst soort='x'>losse tekst<onbekend/>");
    let lijst: Vec<_> = lees(meer.as_bytes()).unwrap().niet_overgenomen.into_iter().map(|n| n.pad).collect();
    for pad in ["adreslijst/text()", "adreslijst/@soort", "adreslijst/onbekend"] {
        assert!(lijst.contains(&onder(pad)), "{pad}");
    }
}

#[test]
fn every_text_is_either_taken_over_or_listed() {
    let dossier = fitis();
    let boom = roxmltree::Document::parse(FITIS).unwrap();
    let bladeren = boom.descendants().filter(|n| n.is_element() && n.first_element_child().is_none()).count();
    let lijst: usize =
        dossier.niet_overgenomen.iter().filter(|n| !n.pad.contains('@')).map(|n| n.aantal).sum();
    assert_eq!(dossier.aantal_waarden + lijst, bladeren);
}

#[test]
fn oddities_are_told_without_the_value() {
    let meldingen: Vec<_> = fitis().meldingen.into_iter().map(|m| (m.herkomst.regel, m.tekst)).collect();
    assert_eq!(
        meldingen,
        [
            (67, "de geboortedatum uit de gba is niet die van de leerling"),
            (
                76,
                "dit blok is buiten het dossier gehouden (OPT-UIT of VERBODEN) maar staat er toch in; vraag het de school"
            ),
            (105, "deze einddatum ligt voor de begindatum"),
            (
                130,
                "de standaard staat deze soort bestand niet toe als bijlage; open het niet zonder controle"
            ),
        ]
    );
}

#[test]
fn a_dossier_for_secondary_schools_is_recognised() {
    let dossier = lees(met("POSWV", "VOSWV").as_bytes()).unwrap();
    assert_eq!(dossier.metadata.overstap.waarde, Overstap::Voswv);
}

#[test]
fn a_dossier_of_another_kind_is_refused_by_name() {
    assert_eq!(
        geweigerd("POSWV", "POVO"),
        "Dit OSO-dossier is geweigerd. Regel 28, element dossier/metadata/overstap: dit is een dossier voor 'POVO'; alleen een dossier voor het samenwerkingsverband (POSWV of VOSWV) wordt gelezen"
    );
    assert!(
        geweigerd("<overstap>POSWV</overstap>", "").contains("het verplichte element 'overstap' ontbreekt")
    );
    assert!(
        geweigerd("<standaardversie>2019.1", "<standaardversie>2018.1")
            .contains("versie '2018.1' van de OSO-standaard")
    );
    assert!(
        geweigerd("oso_gegevensset/2019", "oso_gegevensset/2018")
            .contains("verkeerde naamruimte 'http://www.edustandaard.nl/oso_gegevensset/2018/dossier'")
    );
    assert!(
        geweigerd("<verzuim>", "<verzuim xmlns='urn:x'>")
            .contains("element dossier/huidigeschool/leerling/verzuim: verkeerde naamruimte 'urn:x'")
    );
    let fout = lees(format!("<leerling xmlns='{NAAMRUIMTE}'/>").as_bytes()).unwrap_err();
    assert_eq!(fout.reden, Reden::GeenDossier);
}

#[test]
fn a_wrong_value_is_refused_with_line_element_and_reason() {
    let zaken = [
        (
            "2017-05-06",
            "2017-02-30",
            "Regel 51, element dossier/huidigeschool/leerling/geboortedatum: dit is geen bestaande datum",
        ),
        (
            "<geboortedatum>2017-05-06</geboortedatum>",
            "<geboortemaand>2017-05</geboortemaand>",
            "'geboortedatum' ontbreekt",
        ),
        ("<geslacht>1", "<geslacht>3", "niet toegestaan; verwacht: 0 (onbekend), 1 (vrouw) of 2 (man)"),
        ("<adresgeheim>true", "<adresgeheim>ja", "hier hoort true of false"),
        (
            "<akkoord>Nee",
            "<akkoord>Misschien",
            "element dossier/inzage/akkoord: deze waarde is niet toegestaan",
        ),
        (
            "<cat_verzuim>OPTIONEEL",
            "<cat_verzuim>SOMS",
            "element dossier/metadata/categorie_uitlevering/cat_verzuim: deze waarde",
        ),
        ("<brincode>99AA</brincode>", "<brincode>99aa</brincode>", "dit is geen instellingscode (BRIN)"),
        ("<vestigingscode>01", "<vestigingscode>0", "dit is geen vestigingsnummer van twee cijfers"),
        ("<roepnaam>Fitis", "<roepnaam><b>Fitis</b>", "hier staan elementen waar tekst hoort"),
        (
            "<roepnaam>Fitis</roepnaam>",
            "<achternaam>Havik</achternaam>",
            "element dossier/huidigeschool/leerling/achternaam[2]: het element komt vaker dan één keer voor",
        ),
        ("<urenongeoorloofd>18", "<urenongeoorloofd>18,5", "hier hoort een heel getal"),
        (
            "<bsn>",
            "<onderwijsnummer>1</onderwijsnummer><bsn>",
            "element dossier/huidigeschool/leerling/bsn: het element komt vaker",
        ),
        (
            "<tlvcategorie>L</tlvcategorie>",
            "",
            "element dossier/huidigeschool/leerling/onderwijsondersteuning/tlv: het verplichte element 'tlvcategorie' ontbreekt",
        ),
        (
            "<tlvcategorie>L</tlvcategorie>",
            "<tlvcategorie> </tlvcategorie>",
            "dit verplichte element is leeg",
        ),
        ("<code>F90.0</code>", "", "diagnose[1]: het verplichte element 'code' ontbreekt"),
        (
            "TVo=",
            "T V o",
            "toets/resultaat/document/bestandsinhoud: de inhoud van de bijlage is geen geldige base64",
        ),
        ("TVo=", " ", "dit verplichte element is leeg"),
    ];
    for (van, naar, verwacht) in zaken {
        let fout = geweigerd(van, naar);
        assert!(fout.contains(verwacht), "{naar}: {fout}");
    }
}

#[test]
fn a_missing_part_is_named() {
    for deel in ["metadata", "huidigeschool", "overdrachtsoort", "leerling"] {
        let van = FITIS.find(&format!("<{deel}>")).unwrap();
        let sluit = format!("</{deel}>");
        let tot = FITIS.find(&sluit).unwrap() + sluit.len();
        let zonder = format!("{}{}", &FITIS[..van], &FITIS[tot..]);
        let fout = lees(zonder.as_bytes()).unwrap_err();
        assert_eq!(fout.reden, Reden::Ontbreekt(deel.to_owned()));
    }
}

#[test]
fn broken_xml_is_refused_in_dutch_with_its_line() {
    assert!(
        geweigerd("</roepnaam>", "</roepnam>")
            .ends_with("Regel 50: geen geldige XML: een sluittag hoort niet bij de open tag")
    );
    let half = &FITIS[..FITIS.len() / 2];
    let fout = lees(half.as_bytes()).unwrap_err();
    assert_eq!(fout.regel, u32::try_from(half.lines().count()).unwrap());
    assert!(geweigerd("Nevelpad", "Nevel&pad;").contains("een verwijzing met & bestaat niet"));
    assert!(geweigerd("Nevelpad", "Nevel\u{1}pad").contains("teken in dat in XML niet mag"));
    assert!(geweigerd("<adres>", "<adres a='1' a='2'>").contains("een attribuut staat twee keer"));
    assert!(
        geweigerd("<dossier", "<!DOCTYPE dossier SYSTEM 'file:///etc/passwd'><dossier")
            .contains("bevat een DTD")
    );
}

#[test]
fn an_error_never_repeats_a_value_of_the_child() {
    for (van, naar) in
        [("2017-05-06", "Zonnebloem"), ("<geslacht>1", "<geslacht>Zonnebloem"), ("TVo=", "Zonnebloem!")]
    {
        assert!(!geweigerd(van, naar).contains("Zonnebloem"));
    }
}

#[test]
fn limits_are_kept() {
    let lang = "x".repeat(grenzen::OSO_TEKST + 1);
    assert!(geweigerd("Nevelpad", &lang).contains("de tekst is langer dan 20000 bytes"));
    let groot = "A".repeat(grenzen::OSO_BIJLAGE / 3 * 4 + 8);
    assert!(geweigerd("TVo=", &groot).contains("de bijlage is uitgepakt groter dan 20 MB"));
    let te_lang = u32::try_from(grenzen::OSO_BIJLAGE + 1).unwrap();
    let bom = STANDARD.encode(zip::tests::zip_die_belooft(te_lang, zip::tests::zip_met("bom.txt", b"0")));
    assert!(geweigerd("TVo=", &bom).contains("de bijlage is uitgepakt groter dan 20 MB"));
    let document =
        "<document><bestandsnaam>a.txt</bestandsnaam><bestandsinhoud>TVo=</bestandsinhoud></document>";
    let veel = format!(
        "<overigdocumentlijst>{}</overigdocumentlijst><verzorger>",
        document.repeat(grenzen::OSO_BIJLAGEN)
    );
    assert!(geweigerd("<verzorger>", &veel).contains("meer dan 200 bijlagen"));
    let te_groot = vec![b' '; grenzen::OSO_BESTAND + 1];
    assert_eq!(lees(&te_groot).unwrap_err().reden, Reden::TeGroot);
}

#[test]
fn an_empty_optional_element_is_told_and_absent() {
    let dossier = lees(met("<roepnaam>Fitis</roepnaam>", "<roepnaam/>").as_bytes()).unwrap();
    assert_eq!(dossier.leerling.roepnaam, None);
    assert!(dossier.meldingen.iter().any(|m| m.tekst == "dit element is leeg" && m.herkomst.regel == 50));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_mutation_makes_it_panic(
        van in 0..FITIS.len(), weg in 0_usize..60, bron in 0..FITIS.len(), kopie in 0_usize..60,
        ruis in proptest::collection::vec(any::<u8>(), 0..4),
    ) {
        let mut bytes = FITIS.as_bytes().to_vec();
        let stuk = bytes[bron..(bron + kopie).min(bytes.len())].to_vec();
        let tot = (van + weg).min(bytes.len());
        bytes.splice(van..tot, stuk.into_iter().chain(ruis));
        if let Err(fout) = lees(&bytes) {
            prop_assert!(fout.to_string().starts_with("Dit OSO-dossier is geweigerd. Regel "));
        }
    }

    #[test]
    fn leaving_out_a_line_is_refused_or_read_whole(regel in 0_usize..150) {
        let zonder: Vec<&str> = FITIS.lines().enumerate().filter(|(i, _)| *i != regel).map(|(_, tekst)| tekst).collect();
        if let Ok(dossier) = lees(zonder.join("\n").as_bytes()) {
            prop_assert!(dossier.aantal_waarden + 1 >= fitis().aantal_waarden);
        }
    }
}
