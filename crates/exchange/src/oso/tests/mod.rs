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

/// The first fault.
fn fout(tekst: &str) -> OsoFout {
    lees(tekst.as_bytes()).unwrap_err().fouten.remove(0)
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
    assert!(!kind.adresgeheim.unwrap().waarde);
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
fn agreeing_consent_and_being_provisional_are_three_things() {
    let three = |tekst: &str| {
        let inzage = lees(tekst.as_bytes()).unwrap().inzage.unwrap();
        (inzage.voorlopig.waarde, inzage.akkoord.unwrap().waarde, inzage.toestemming.unwrap().waarde)
    };
    assert_eq!(three(FITIS), (false, Antwoord::Nee, Antwoord::Ja));
    let agreed = met("<akkoord>Nee", "<akkoord>Ja");
    assert_eq!(three(&agreed), (false, Antwoord::Ja, Antwoord::Ja));
    let kept = met("<toestemming>Ja", "<toestemming>Nee");
    assert_eq!(three(&kept), (false, Antwoord::Nee, Antwoord::Nee));
    let early = met("<voorlopigdossier>false", "<voorlopigdossier>true");
    assert_eq!(three(&early), (true, Antwoord::Nee, Antwoord::Ja));
    let inzage = fitis().inzage.unwrap();
    assert_eq!(inzage.datum.unwrap().waarde.to_string(), "2026-02-20");
    assert_eq!(inzage.reden_niet_akkoord.unwrap().waarde, "Het verslag van de ijsvogel klopt niet");
}

/// Everything of a dossier in one text, the bytes of attachments included.
fn all_of(dossier: &OsoDossier) -> String {
    let inhoud: String =
        dossier.bijlagen.iter().map(|b| String::from_utf8_lossy(&b.inhoud).into_owned()).collect();
    format!("{dossier:?} {inhoud}")
}

#[test]
fn what_the_parents_kept_back_is_not_read_though_it_is_there() {
    let dossier = fitis();
    assert_eq!(dossier.opt_out(), [Categorie::Vve, Categorie::Overstapadvies, Categorie::Cijferlijsten]);
    assert_eq!(dossier.metadata.strijdig, [Categorie::Overstapadvies], "kept back, and there all the same");
    assert!(!dossier.ontvangen.iter().any(|blok| blok.naam == "overstapadvies"));
    let zaken = [
        ("onderwijsondersteuning>VERPLICHT", "F90.0", "het zicht"),
        ("oudersverzorgers>VERPLICHT", "Havik", "Zonnedauw\""),
        ("verzuim>OPTIONEEL", "urenongeoorloofd", "waarde: 18"),
        ("toetsresultaten>OPTIONEEL", "VOGEL1", "toets.exe"),
        ("schoolloopbaan>VERPLICHT", "2025-2026", "groepscode"),
    ];
    for hoe in ["OPT-UIT", "VERBODEN"] {
        for (categorie, eerst, dan) in zaken {
            let weg = categorie.replace("VERPLICHT", hoe).replace("OPTIONEEL", hoe);
            let dossier = lees(met(categorie, &weg).as_bytes()).unwrap();
            let all = all_of(&dossier);
            for text in [eerst, dan] {
                assert!(all_of(&fitis()).contains(text), "{text} is there when it is given");
                assert!(!all.contains(text), "{weg}: {text}");
            }
            assert!(dossier.meldingen.iter().any(|m| m.tekst.contains(hoe)), "{weg} is told");
        }
    }
    assert_eq!(
        fout(&met("leerling>VERPLICHT", "leerling>OPT-UIT")).reden,
        Reden::Achtergehouden,
        "without the child there is nothing to take over"
    );
}

#[test]
fn a_national_number_is_never_read() {
    let dossier = fitis();
    assert!(!all_of(&dossier).contains("999990019"));
    assert!(dossier.meldingen.iter().any(|m| m.herkomst.regel == 70 && m.tekst.contains("BSN")));
    let other = met("<bsn>999990019</bsn>", "<onderwijsnummer>999990019</onderwijsnummer>");
    assert!(!all_of(&lees(other.as_bytes()).unwrap()).contains("999990019"));
    for never in ["NL00VOGL", "Nederlandse"] {
        assert!(FITIS.contains(never) && !all_of(&dossier).contains(never), "{never}");
    }
}

#[test]
fn a_secret_address_or_number_is_noticed_and_not_read() {
    let secret = met("<adresgeheim>false", "<adresgeheim>true");
    let dossier = lees(secret.as_bytes()).unwrap();
    assert!(dossier.leerling.adresgeheim.as_ref().unwrap().waarde);
    assert!(dossier.leerling.adressen.is_empty() && !all_of(&dossier).contains("Nevelpad"));
    assert!(dossier.meldingen.iter().any(|m| m.tekst.contains("dit adres is geheim")));
    let of_parent = met(
        "<relatietotkind>1",
        "<adresgeheim>true</adresgeheim><adreslijst><adres><soortadres>post</soortadres><straat>Schuilplek</straat>\
         <nummer>1</nummer><postcode>1399ZZ</postcode><plaats>Almere</plaats></adres></adreslijst>\
         <communicatielijst><communicatie><soort>telefoon</soort><nummer>0611111111</nummer><geheim>true</geheim>\
         </communicatie></communicatielijst><relatietotkind>1",
    );
    let all = all_of(&lees(of_parent.as_bytes()).unwrap());
    assert!(!all.contains("Schuilplek") && !all.contains("0611111111"), "{all}");
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
fn everything_that_may_come_in_stays_readable_as_it_was_received() {
    let dossier = fitis();
    let find = |blok: &str, element: &str| {
        let blok = dossier.ontvangen.iter().find(|b| b.naam == blok)?;
        blok.regels.iter().find(|r| r.element == element).map(|r| (r.waarde.as_str(), r.regel))
    };
    assert_eq!(find("leerling", "adreslijst/adres/land"), Some(("6030 (Nederland)", 61)));
    assert_eq!(find("diagnose[2]", "document/bestandsnaam"), Some(("../zicht.txt", 96)));
    assert_eq!(find("medicijngebruik", "medicijngebruik"), Some(("0", 102)));
    assert_eq!(find("huisarts", "achternaam").unwrap().0, "Onweer");
    assert_eq!(find("verzorger[1]", "relatietotkind").unwrap().0, "1");
    assert_eq!(find("school", "soort").unwrap().0, "BO");
    assert_eq!(find("metadata", "pakketnaam").unwrap().0, "Nestkast");
    assert_eq!(find("inzage", "toestemming").unwrap().0, "Ja");
    // Every text of the file is there, or was left out with a word.
    let boom = roxmltree::Document::parse(FITIS).unwrap();
    let left_out = ["bsn", "nationaliteit", "iban", "advies", "bestandsinhoud"];
    let leaves = boom.descendants().filter(|n| n.is_element() && n.first_element_child().is_none());
    let expected = leaves.filter(|n| !left_out.contains(&n.tag_name().name())).count();
    assert_eq!(dossier.ontvangen.iter().map(|blok| blok.regels.len()).sum::<usize>(), expected);
}

#[test]
fn oddities_are_told_without_the_value() {
    let meldingen: Vec<_> = fitis().meldingen.into_iter().map(|m| (m.herkomst.regel, m.tekst)).collect();
    assert_eq!(
        meldingen,
        [
            (67, "de geboortedatum uit de gba is niet die van de leerling"),
            (69, "de nationaliteit mag niet in dit dossier staan en is niet overgenomen"),
            (70, "een BSN of onderwijsnummer mag niet in dit dossier staan en is niet overgenomen"),
            (
                76,
                "dit deel wilden de ouders niet delen (OPT-UIT) maar staat er toch in; het is niet overgenomen"
            ),
            (105, "deze einddatum ligt voor de begindatum"),
            (
                130,
                "de standaard staat deze soort bestand niet toe als bijlage; open het niet zonder controle"
            ),
            (142, "een rekeningnummer is hier niet nodig en is niet overgenomen"),
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
        geweigerd("oso_gegevensset/2019", "oso_gegevensset/2018")
            .contains("dit is versie 2018 van de OSO-standaard, en alleen 2019.1 wordt gelezen")
    );
    for edexml in ["<EDEX><school/></EDEX>", "<EDEX xmlns='urn:edexml'/>"] {
        assert_eq!(fout(edexml).reden, Reden::Edexml);
    }
    assert!(
        geweigerd("<verzuim>", "<verzuim xmlns='urn:x'>")
            .contains("element dossier/huidigeschool/leerling/verzuim: verkeerde naamruimte 'urn:x'")
    );
    assert_eq!(fout(&format!("<leerling xmlns='{NAAMRUIMTE}'/>")).reden, Reden::GeenDossier);
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
            "de geboortedatum van het kind ontbreekt (PaO.LL02)",
        ),
        ("<geslacht>1", "<geslacht>3", "deze waarde staat niet in codelijst 14 (0, 1, 2)"),
        ("<adresgeheim>false", "<adresgeheim>ja", "hier hoort true of false"),
        (
            "<akkoord>Nee",
            "<akkoord>Misschien",
            "element dossier/inzage/akkoord: deze waarde staat niet in codelijst 37 (Ja, Nee, Onbekend)",
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
        let fouten = lees(zonder.as_bytes()).unwrap_err().fouten;
        assert!(fouten.iter().any(|fout| fout.reden == Reden::Ontbreekt(deel.to_owned())), "{deel}");
    }
}

#[test]
fn broken_xml_is_refused_in_dutch_with_its_line() {
    assert!(
        geweigerd("</roepnaam>", "</roepnam>")
            .ends_with("Regel 50: geen geldige XML: een sluittag hoort niet bij de open tag")
    );
    let half = &FITIS[..FITIS.len() / 2];
    assert_eq!(fout(half).regel, u32::try_from(half.lines().count()).unwrap());
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
    let naam = geweigerd("Zonnedauwmos", &"x".repeat(grenzen::OSO_NAAM + 1));
    assert!(naam.contains("achternaam: de tekst is langer dan 200 tekens"), "{naam}");
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
    assert_eq!(lees(&te_groot).unwrap_err().fouten[0].reden, Reden::TeGroot);
}

#[test]
fn an_empty_optional_element_is_told_and_absent() {
    let dossier = lees(met("<roepnaam>Fitis</roepnaam>", "<roepnaam/>").as_bytes()).unwrap();
    assert_eq!(dossier.leerling.roepnaam, None);
    assert!(dossier.meldingen.iter().any(|m| m.tekst == "dit element is leeg" && m.herkomst.regel == 50));
}

#[test]
fn everything_that_is_wrong_is_told_a_line_each() {
    let wrong = FITIS
        .replace("<voornaam>Fitis</voornaam>", "<kleur>Fitis</kleur>")
        .replace("<voornaam>Regenboog</voornaam>", "")
        .replace("<soortadres>bezoek</soortadres>\n", "<soortadres>thuis</soortadres>\n")
        .replace("<postcode>1399ZZ</postcode>\n", "<postcode>181JJJ</postcode>\n")
        .replace("<jaargroep>5", "<jaargroep>9")
        .replace("<code>F90.0", "<code>Z99")
        .replace("<tlvcategorie>L", "<tlvcategorie>Hoog")
        .replace("<relatietotkind>1", "<relatietotkind>10")
        .replace("<soort>telefoon", "<soort>fax");
    let geweigerd = lees(wrong.as_bytes()).unwrap_err();
    let lines = geweigerd.regels().join("\n");
    insta::assert_snapshot!(lines, @r"
    Regel 40, element dossier/huidigeschool/communicatielijst/communicatie/soort: deze waarde staat niet in codelijst 4 (e-mail, telefoon)
    Regel 45, element dossier/huidigeschool/leerling: het kind moet een voornaam hebben (PaO.LL01)
    Regel 46, element dossier/huidigeschool/leerling/kleur: de standaard kent dit element hier niet
    Regel 56, element dossier/huidigeschool/leerling/adreslijst/adres/soortadres: deze waarde staat niet in codelijst 19 (bezoek, post, gba)
    Regel 59, element dossier/huidigeschool/leerling/adreslijst/adres/postcode: dit is geen postcode, zoals 1354EV
    Regel 83, element dossier/huidigeschool/leerling/schoolloopbaanlijst/schoolloopbaan/jaargroep: deze waarde staat niet in codelijst 13
    Regel 90, element dossier/huidigeschool/leerling/onderwijsondersteuning/diagnose[1]/code: deze waarde staat niet in codelijst 23
    Regel 110, element dossier/huidigeschool/leerling/onderwijsondersteuning/tlv/tlvcategorie: deze waarde staat niet in codelijst 31 (H, M, L, Nvt)
    Regel 140, element dossier/huidigeschool/leerling/verzorger[1]/relatietotkind: deze waarde staat niet in codelijst 41 (1, 2, 3, 4, 5, 6, 7, 8, 9)
    ");
    assert!(geweigerd.to_string().starts_with("Dit OSO-dossier is geweigerd. Regel "));
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_taken_over() {
    for (van, naar, verwacht) in [
        ("2017-05-06", "2026-05-06", "het kind is geboren na de dag waarop het dossier is gemaakt"),
        ("<validatieversie>2019.1.1", "<validatieversie>2018.1.1", "PaO.MD02"),
        ("swv-dossier", "overstapdossier", "PaO.SO03"),
        ("<deeldossier>LASLVS", "<deeldossier>LVS", "PaO.MD01"),
        ("<vaardigheidsscore>103.5</vaardigheidsscore>", "", "PaO.TR02"),
        ("<schoolloopbaanlijst>", "losse tekst<schoolloopbaanlijst>", "hier staat tekst tussen de elementen"),
        ("<roepnaam>", "<roepnaam taal='nl'>", "de standaard kent dit attribuut hier niet"),
    ] {
        let said = geweigerd(van, naar);
        assert!(said.contains(verwacht), "{naar}: {said}");
    }
    let of_vo = met("<cat_vombo>VERBODEN</cat_vombo>", "<cat_vombo>OPTIONEEL</cat_vombo>")
        .replace("<verzuim>", "<bevorderd><leerjaar>5</leerjaar></bevorderd><verzuim>");
    assert!(lees(of_vo.as_bytes()).unwrap_err().to_string().contains("PaO.VM01"));
    let van = FITIS.find("<schoolloopbaanlijst>").unwrap();
    let tot = FITIS.find("</schoolloopbaanlijst>").unwrap() + "</schoolloopbaanlijst>".len();
    let without = format!("{}{}", &FITIS[..van], &FITIS[tot..]);
    assert!(lees(without.as_bytes()).unwrap_err().to_string().contains("de schoolloopbaan ontbreekt"));
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
            let texts = |d: &OsoDossier| d.ontvangen.iter().map(|blok| blok.regels.len()).sum::<usize>();
            prop_assert!(texts(&dossier) + 1 >= texts(&fitis()));
        }
    }
}
