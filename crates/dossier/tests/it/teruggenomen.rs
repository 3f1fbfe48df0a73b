//! After a request is taken back its partnership reads who asked what and why that was taken back, as it stood then: what comes
//! later, of the child or of the case, it is not told.

use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::feiten::Contactgegevens;
use dossier::leven::opdracht::{VerbindPersoon, Verhuis, WijzigNaam, ZetGeheimhouding};
use dossier::soort::{Relatie, TlvSoort};
use dossier::staat::Adres;
use dossier::tlv::opdracht::{GeefZienswijze, TrekTlvAanvraagIn, VraagTlvAan};
use dossier::tlv::vervolg::BepaalVervolg;
use dossier::toegang::{Betrokkenheid, Deel, Kennis, Kijker, Leesrecht, RelatieSoort};
use dossier::{Actor, Gebeurtenis};

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, aangevraagd, besluitnemer, d, ib, loket, matrix, start, verbind, volledig,
    zienswijze,
};
use crate::toegang_wandeling::kijkers;
use crate::verhalen;

fn recht(zaak: &Zaak, wie: Actor) -> Leesrecht {
    matrix().leesrecht(&Kijker::from(wie), &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag)
}

/// A request that is taken back by the school; afterwards the child moves to a place that is secret, gets another name, and the
/// school goes on without the partnership.
fn daarna_verhuisd() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.doe(VerbindPersoon {
        contact: Contactgegevens { telefoon: "06-1".into(), ..Contactgegevens::default() },
        ..verbind("de heer B. Mistral", Relatie::Gezagsouder)
    });
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    let adres = Adres { straat: "Schuilplaats 1".into(), ..Adres::of_postcode("9998ZZ".parse().unwrap()) };
    zaak.als(ib(WATERJUFFER)).doe(Verhuis { per: d("2026-03-02"), adres });
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![], bron: "BRP".into() });
    zaak.doe(WijzigNaam {
        per: d("2026-03-02"),
        roepnaam: "Robin".into(),
        voorvoegsel: String::new(),
        achternaam: "Nieuwenaam".into(),
        geslacht: None,
    });
    zaak.doe(verbind("mevrouw T. Kwikstaart", Relatie::Voogd));
    zaak.doe(BepaalVervolg { aanvraag: 1, hoe: "Therapie elders.".into() });
    zaak
}

#[test]
fn nothing_that_came_after_a_request_was_taken_back_is_read_by_it() {
    let mut later = 0;
    for zaak in verhalen::alle().into_iter().chain([daarna_verhuisd()]) {
        // By that relation alone: another request to the same partnership opens what it opens.
        let mut betrokken = zaak.dossier.betrokkenen();
        betrokken.retain(|b| b.soort == RelatieSoort::SwvIngetrokken);
        for aanvraag in &zaak.dossier.aanvragen {
            let Some(ended) = aanvraag.aanvraag_ingetrokken_met else { continue };
            let one: Vec<Betrokkenheid> =
                betrokken.iter().filter(|b| b.gegeven_tot_en_met == Some(ended)).cloned().collect();
            assert_eq!(one.len(), usize::from(aanvraag.ontvangen_op.is_some()), "one where it was sent");
            for kijker in kijkers(&one) {
                let recht = matrix().leesrecht(&kijker, &zaak.dossier, &one, zaak.vandaag);
                for feit in zaak.dossier.feiten.iter().filter(|feit| feit.volgnummer > ended) {
                    let known = recht.kennis(&zaak.dossier, feit);
                    let own = feit.holder == kijker.actor.organisatie;
                    assert!(own || known == Kennis::Geen, "{kijker:?} {}", feit.inhoud.event_type());
                    later += usize::from(!own);
                }
            }
        }
    }
    assert!(later > 100, "the test would mean little: {later}");
}

#[test]
fn a_secret_address_and_what_the_school_does_next_are_not_told_to_the_partnership() {
    let zaak = daarna_verhuisd();
    for wie in [loket(SWV_PO), besluitnemer(SWV_PO)] {
        let recht = recht(&zaak, wie.clone());
        assert!(recht.leest(Deel::A) && recht.leest(Deel::H) && recht.is_afgesloten());
        let gezien = zaak.dossier.voor(&recht);
        let known = zaak.dossier.mensen_voor(&recht, &gezien, zaak.vandaag);
        assert_eq!(known.adres, None, "not the old one either: nothing is sent there any more");
        let names: Vec<&str> = known.mensen.iter().map(|persoon| persoon.naam.as_str()).collect();
        assert_eq!(names, ["mevrouw M. Zonnedauw", "de heer B. Mistral"]);
        assert!(known.mensen.iter().all(|persoon| persoon.contact == Contactgegevens::default()));
        assert!(gezien.geheimhouding.is_none() && gezien.naam() != zaak.dossier.naam());
        let told = zaak.tijdlijn_van(wie).join(" ");
        assert!(told.contains("Het gaat beter.") && !told.contains("Therapie"), "{told}");
    }
    // The school has all of it.
    let own = recht(&zaak, ib(WATERJUFFER));
    assert!(!own.is_afgesloten());
    assert_eq!(zaak.dossier.voor(&own).naam(), zaak.dossier.naam());
}

#[test]
fn whose_turn_it_is_after_that_and_a_correction_of_what_was_known_are_no_business_of_it_either() {
    let mut zaak = aangevraagd();
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    let recht = recht(&zaak, loket(SWV_PO));
    assert!(zaak.dossier.beurten().iter().all(|beurt| !recht.ziet_beurt(beurt)));
    let betrokken = zaak.dossier.betrokkenen();
    let cases: Vec<_> = zaak.dossier.onderwerpen().collect();
    for zicht in matrix().zichten(&betrokken, &cases, zaak.vandaag) {
        let of_desk = zicht.blik.rollen.contains(&dossier::Rol::Loket);
        let told = zaak.dossier.beurten().iter().any(|beurt| zicht.ziet_beurt(beurt));
        assert!(!of_desk || zicht.van > zaak.vandaag || !told, "a list tells what the page does not");
    }
    let opened = zaak.dossier.feiten.first().and_then(|feit| feit.gebeurtenis()).cloned();
    let Some(Gebeurtenis::DossierGeopend(opened)) = opened else { panic!("a file begins with its child") };
    let nieuw =
        dossier::algemeen::feiten::DossierGeopend { achternaam: "Andersom".into(), ..(*opened).clone() };
    zaak.als(ib(WATERJUFFER)).doe(Corrigeer {
        volgnummer: 1,
        waarom: "Verkeerd gespeld.".into(),
        nieuw: crate::verbeteringen::als_daad(nieuw),
    });
    let recht = self::recht(&zaak, loket(SWV_PO));
    assert!(
        zaak.dossier.naam().contains("Andersom") && !zaak.dossier.voor(&recht).naam().contains("Andersom")
    );
}

#[test]
fn a_new_request_to_the_same_partnership_gives_again_what_it_needs() {
    let mut zaak = aangevraagd();
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    let adres = Adres { straat: "Schuilplaats 1".into(), ..Adres::of_postcode("9998ZZ".parse().unwrap()) };
    zaak.doe(Verhuis { per: d("2026-03-02"), adres }).doe(start(TlvSoort::So));
    zaak.doe(GeefZienswijze { aanvraag: 2, ..zienswijze(1, Some(true)) });
    let invoer = volledig(&zaak, 2);
    zaak.doe(VraagTlvAan { aanvraag: 2, invoer });
    let recht = recht(&zaak, loket(SWV_PO));
    assert!(!recht.is_afgesloten() && recht.kent_gegevens());
    let known = zaak.dossier.mensen_voor(&recht, &zaak.dossier.voor(&recht), zaak.vandaag);
    assert_eq!(known.adres.map(|adres| adres.straat), Some("Schuilplaats 1".to_owned()));
}
