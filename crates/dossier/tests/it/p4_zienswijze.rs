//! P4: parents and pupil read the request that they are asked about, before they are asked.

use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::TlvSoort;
use dossier::tlv::checklist::{self, Stand, TlvInvoer};
use dossier::tlv::opdracht::{OntvangAanvulling, TrekTlvAanvraagIn, VraagTlvAan};
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};

use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, actor, bijlage, ib, ingeschreven, loket, matrix, ouder, start,
    volledig, vraag_aanvulling, zienswijze,
};

fn begonnen() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(start(TlvSoort::So));
    zaak
}

fn met(zaak: &Zaak, behoefte: &str) -> TlvInvoer {
    let mut invoer = volledig(zaak, 1);
    invoer.antwoorden.insert("ondersteuningsbehoefte".into(), behoefte.into());
    invoer
}

fn voor(invoer: TlvInvoer) -> LegAanvraagVoor {
    LegAanvraagVoor { aanvraag: 1, invoer }
}

/// The file as somebody may see it.
fn zoals(zaak: &Zaak, actor: &Actor) -> dossier::Dossier {
    let kijker = Kijker { actor: actor.clone(), groep: String::new() };
    let recht = matrix().leesrecht(&kijker, &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag);
    zaak.dossier.voor(&recht).into_owned()
}

#[test]
fn parents_are_asked_when_there_is_something_to_read_and_not_before() {
    let mut zaak = begonnen();
    let school = ("aanvraag_invullen", "ib", "school/99AA00", "");
    let parents = ("zienswijze_geven", "ouder", "gezin/2026-000017", "");
    zaak.dan_is_aan_zet(&[school]);
    zaak.weigert(voor(TlvInvoer::default())).met("niets_ingevuld");
    let invoer = met(&zaak, "Een kleine groep.");
    zaak.doe(voor(invoer)).dan_is_vastgelegd(&["aanvraag_voorgelegd"]);
    zaak.dan_is_aan_zet(&[school, parents]);
    zaak.als(ouder()).doe(zienswijze(1, Some(true)));
    zaak.dan_is_aan_zet(&[school]);
    assert_eq!(zaak.aanvraag().zienswijzen[0].over, Some(1), "it says of what it is");
}

#[test]
fn what_a_parent_reads_is_what_the_school_filled_in_and_no_words_of_another_parent() {
    let mut zaak = begonnen();
    zaak.doe(zienswijze(1, Some(true)));
    let mut invoer = met(&zaak, "Een kleine groep.");
    invoer.bijlagen.push(bijlage("inzet_tot_nu_toe"));
    zaak.doe(voor(invoer));
    let read = zoals(&zaak, &ouder());
    let laid = read.aanvraag(1).unwrap().ligt_voor().expect("laid before them").feit.clone();
    let need = laid.antwoorden.iter().find(|antwoord| antwoord.vraag == "ondersteuningsbehoefte");
    assert_eq!(need.map(|antwoord| antwoord.waarde.as_str()), Some("Een kleine groep."));
    assert_eq!(laid.stukken[0].naam, "inzet_tot_nu_toe.pdf");
    assert!(laid.antwoorden.iter().all(|antwoord| !antwoord.vraag.starts_with("zienswijze")));
    let feit = zaak.dossier.feiten.last().unwrap();
    assert!(feit.gebeurtenis().unwrap().bijlagen().is_empty(), "a document can still be taken out");
}

#[test]
fn later_changes_are_shown_as_changed_since_and_asked_anew_when_laid_before_them() {
    let mut zaak = begonnen();
    let invoer = met(&zaak, "Een kleine groep.");
    zaak.doe(voor(invoer.clone())).als(ouder()).doe(zienswijze(1, Some(true))).als(ib(WATERJUFFER));
    zaak.weigert(voor(invoer)).met("al_voorgelegd");
    let changed = |zaak: &Zaak| {
        let aanvraag = zaak.aanvraag();
        aanvraag.veranderd_sinds(&aanvraag.zienswijzen[0]).len()
    };
    assert_eq!(changed(&zaak), 0);
    let invoer = met(&zaak, "Rust, en een vaste leerkracht.");
    zaak.doe(voor(invoer));
    assert_eq!(changed(&zaak), 1);
    let asked = zaak.dossier.beurten().into_iter().any(|beurt| beurt.zet.code() == "zienswijze_geven");
    assert!(asked, "of the new version they said nothing yet");
    zaak.als(ouder()).doe(zienswijze(1, Some(true))).als(ib(WATERJUFFER));
    assert_eq!(zaak.aanvraag().zienswijzen[1].over, Some(2));
    let mut invoer = met(&zaak, "Toch iets anders.");
    invoer.bijlagen.push(bijlage("inzet_tot_nu_toe"));
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let aanvraag = zaak.aanvraag();
    let since = aanvraag.veranderd_sinds(&aanvraag.zienswijzen[1]);
    let told: Vec<(&str, &str, &str)> =
        since.iter().map(|v| (v.vraag.as_str(), v.toen.as_str(), v.nu.as_str())).collect();
    let need = ("ondersteuningsbehoefte", "Rust, en een vaste leerkracht.", "Toch iets anders.");
    let document = ("inzet_tot_nu_toe", "zie het verslag", "zie het verslag\ninzet_tot_nu_toe.pdf");
    assert_eq!(told, [document, need], "the need and a document");
    // Who decides gets no version, and reads what is other than they read.
    let desk = zoals(&zaak, &loket(SWV_PO));
    let seen = desk.aanvraag(1).expect("it was sent to them");
    assert!(seen.voorgelegd.is_empty());
    assert_eq!(seen.veranderd_sinds(&seen.zienswijzen[1]), since);
    assert_eq!(seen.veranderd_sinds(&seen.zienswijzen[0]).len(), 2, "of the first version too");
    zaak.als(ouder()).doe(zienswijze(1, Some(false)));
    assert_eq!(zaak.aanvraag().zienswijzen[2].over, None, "of what was sent");
}

/// Given a view on what was sent unchanged; when a supplement replaces an answer and brings a document; then who decides reads beside
/// that view what is other than it was about.
#[test]
fn what_a_supplement_changes_after_a_view_is_told_to_who_decides() {
    let mut zaak = begonnen();
    let invoer = met(&zaak, "Een kleine groep.");
    zaak.doe(voor(invoer.clone())).als(ouder()).doe(zienswijze(1, Some(true))).als(ib(WATERJUFFER));
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let since = |zaak: &Zaak| {
        let desk = zoals(zaak, &loket(SWV_PO));
        let seen = desk.aanvraag(1).expect("it was sent to them");
        let told = seen.veranderd_sinds(&seen.zienswijzen[0]);
        told.into_iter().map(|v| (v.vraag, v.toen, v.nu)).collect::<Vec<_>>()
    };
    assert_eq!(since(&zaak), []);
    let last = base::dates::plus_days(zaak.vandaag, 10).unwrap().to_string();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling(&last));
    let op = zaak.vandaag;
    zaak.als(ib(WATERJUFFER)).doe(OntvangAanvulling {
        aanvraag: 1,
        op,
        antwoorden: vec![("ondersteuningsbehoefte".into(), "Toch de hele dag hulp.".into())],
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    });
    let document = ("inzet_tot_nu_toe", "zie het verslag", "zie het verslag\ninzet_tot_nu_toe.pdf");
    let need = ("ondersteuningsbehoefte", "Een kleine groep.", "Toch de hele dag hulp.");
    let expected = [document, need].map(|(v, toen, nu)| (v.to_owned(), toen.to_owned(), nu.to_owned()));
    assert_eq!(since(&zaak), expected);
}

#[test]
fn a_version_is_of_the_school_and_the_family_and_of_nobody_else() {
    let mut zaak = begonnen();
    let invoer = met(&zaak, "Een kleine groep.");
    zaak.doe(voor(invoer));
    let invoer = volledig(&zaak, 1);
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let versions = |actor: Actor| zoals(&zaak, &actor).aanvraag(1).map_or(0, |a| a.voorgelegd.len());
    assert_eq!(versions(ib(WATERJUFFER)), 1);
    assert_eq!(versions(ouder()), 1);
    assert_eq!(versions(loket(SWV_PO)), 0, "who decides reads what was sent");
    assert_eq!(versions(ib(IJSVOGEL)), 0);
    assert_eq!(versions(actor("p-ander", Rol::Ouder, "gezin/2026-000018")), 0);
}

#[test]
fn a_parent_from_whom_the_places_are_secret_reads_no_answer_that_can_tell_one() {
    let mut zaak = begonnen();
    let invoer = met(&zaak, "Rust, in het gebouw aan de Vijverweg.");
    zaak.doe(voor(invoer));
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    let feit = zaak.dossier.feiten.iter().find(|feit| feit.inhoud.event_type() == "aanvraag_voorgelegd");
    let hidden: Vec<&[&str]> =
        feit.unwrap().gebeurtenis().unwrap().verhuld().iter().map(|field| field.pad).collect();
    assert_eq!(hidden, [&["antwoorden", "*", "waarde"][..], &["stukken"][..]]);
}

#[test]
fn only_the_school_that_applies_lays_it_before_them_and_only_until_it_is_sent() {
    let mut zaak = begonnen();
    let invoer = met(&zaak, "Een kleine groep.");
    zaak.als(ib(IJSVOGEL)).weigert(voor(invoer.clone())).met("andere_organisatie");
    let mut sent = zaak.clone();
    let all = volledig(&sent, 1);
    sent.als(ib(WATERJUFFER)).doe(VraagTlvAan { aanvraag: 1, invoer: all });
    sent.weigert(voor(invoer.clone())).met("verkeerde_fase");
    zaak.als(ib(WATERJUFFER)).doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    zaak.weigert(voor(invoer)).met("verkeerde_fase");
}

#[test]
fn a_yes_stays_to_be_read_when_the_school_changes_what_they_read() {
    let mut zaak = begonnen();
    let invoer = volledig(&zaak, 1);
    zaak.doe(voor(invoer)).als(ouder()).doe(zienswijze(1, Some(true)));
    zaak.als(ib(WATERJUFFER));
    let point = |zaak: &Zaak, invoer: &TlvInvoer| {
        let all = checklist::tlv(&zaak.dossier, zaak.aanvraag(), invoer, &zaak.ctx()).punten;
        all.into_iter().find(|punt| punt.code == "instemming_ouders").expect("a question")
    };
    let as_read = point(&zaak, &volledig(&zaak, 1));
    assert!(matches!(as_read.stand, Stand::Bekend(_)), "{as_read:?}");
    let mut invoer = volledig(&zaak, 1);
    invoer.antwoorden.insert("ondersteuningsbehoefte".into(), "Iets heel anders.".into());
    let changed = point(&zaak, &invoer);
    let Stand::Gezegd(said) = &changed.stand else { panic!("their yes is not lost: {changed:?}") };
    assert!(said.waarde.starts_with("eens met versie 1 van de aanvraag"), "{}", said.waarde);
    assert!(changed.gezegd[0].ends_with("mevrouw M. Zonnedauw"), "{:?}", changed.gezegd);
}

#[test]
fn agreement_of_the_parents_is_asked_and_its_absence_stops_nothing() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    let complete = {
        let invoer = volledig(&zaak, 1);
        VraagTlvAan { aanvraag: 1, invoer }
    };
    zaak.doe(complete);
    let dossier::Gebeurtenis::TlvAangevraagd(event) = &zaak.nieuw[0] else { panic!("sent") };
    assert!(event.ontbreekt_zonder_gevolg.contains(&"instemming_ouders".to_owned()));
}

#[test]
fn a_document_is_added_or_came_on_paper_on_a_day_and_words_alone_are_none() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    let code = "ontwikkelingsperspectief";
    let with = |zaak: &Zaak, answer: &str| {
        let mut invoer = volledig(zaak, 1);
        invoer.antwoorden.insert(code.into(), answer.into());
        VraagTlvAan { aanvraag: 1, invoer }
    };
    for no in ["ja", "zie het verslag", "op papier ontvangen op 31-12-2099"] {
        zaak.weigert(with(&zaak, no)).met("aanvraag_onvolledig");
    }
    let day = zaak.vandaag.to_string();
    let sent = with(&zaak, &day);
    assert!(zaak.vraag(with(&zaak, &format!("op papier ontvangen op {day}"))).is_ok());
    zaak.doe(sent);
    let answer = zaak.aanvraag().antwoorden.iter().find(|a| a.vraag == code).expect("an answer");
    assert_eq!(answer.waarde, format!("op papier ontvangen op {day}"));
}
