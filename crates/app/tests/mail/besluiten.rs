//! A decision on the own page, of which its reader is told (Awb 2:10), and what happens where that does not arrive (Awb 2:11).

use std::sync::Arc;
use std::time::Duration;

use app::dossiers::Uitvoering;
use app::inzage::Doel;
use app::mail::Besluitkeuze;
use demo::dossiers::Verhaallijn;
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Zet;
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::soort::{Bekendmakingswijze, Poststand, Poststap};
use dossier::staat::Brief;
use dossier::tlv::besluit::MaakBekend;
use dossier::{Feit, Rol};

use crate::{QUIET, Toneel, refused};

/// Given a decision on the page of the only parent, who agreed to that with a notice by e-mail; the number of its letter.
async fn decided_on_the_page(toneel: &mut Toneel) -> u64 {
    let (nummer, parent) = loop {
        let nummer = toneel.kit.given(Verhaallijn::TlvVerleend).await;
        let dossier = toneel.kit.dossier(&nummer).await;
        let parents: Vec<_> = dossier.gezag_op(toneel.kit.moment().vandaag).collect();
        if let [only] = &parents[..]
            && only.account.is_some()
        {
            break (nummer, toneel.kit.ouder(&dossier.nummer).await.expect("a page"));
        }
    };
    toneel.nummer = nummer;
    let wie = toneel.signed_in(&parent.actor.persoon).await;
    toneel.chooses(&wie, "ouder@thuis.example").await;
    let moment = toneel.kit.moment();
    let (app, nummer) = (&toneel.kit.app, &toneel.nummer);
    let agrees = ZegDigitaalBereikbaar { ja: true, geen_bericht: false };
    let open = app.open(&parent, nummer, moment).await.unwrap();
    open.doe(agrees, Uitvoering::default()).await.unwrap();
    let dossier = toneel.kit.dossier(nummer).await;
    let loket = toneel.kit.as_at(Rol::Loket, &dossier.aanvragen[0].swv_organisatie());
    let known = MaakBekend { aanvraag: 1, op: moment.vandaag, wijze: Bekendmakingswijze::EigenPagina };
    app.execute(&loket, moment, nummer, vec![known.into()], Uitvoering::default()).await.unwrap();
    assert!(app.make_open_letters(moment).await.unwrap().mislukt.is_empty());
    let dossier = toneel.kit.dossier(nummer).await;
    let nr = dossier.eigen_persoon(&parent.actor, moment.vandaag).unwrap();
    let to_parent = |brief: &&Brief| brief.inhoud.soort == "besluit_tlv" && brief.inhoud.aan_personen == [nr];
    dossier.brieven.iter().find(to_parent).expect("a letter").volgnummer
}

async fn stands(toneel: &Toneel, brief: u64) -> (Poststand, bool) {
    let dossier = toneel.kit.dossier(&toneel.nummer).await;
    let on = toneel.kit.moment().vandaag;
    let turns = dossier.beurten();
    let sends = turns.iter().any(|beurt| {
        matches!(beurt.zet, Zet::BesluitVersturen | Zet::WeigeringVersturen) && beurt.is_open(on)
    });
    (dossier.poststand(dossier.brief(brief).unwrap()), sends)
}

/// Records that every other letter left, so that what waits is the letter to the parent alone.
async fn others_left(toneel: &Toneel, brief: u64) {
    let moment = toneel.kit.moment();
    let dossier = toneel.kit.dossier(&toneel.nummer).await;
    let loket = toneel.kit.as_at(Rol::Loket, &dossier.aanvragen[0].swv_organisatie());
    let open = |one: &&Brief| {
        one.volgnummer != brief
            && one.van == loket.actor.organisatie
            && dossier.poststand(one) == Poststand::TeVerzenden
    };
    for one in dossier.brieven.iter().filter(open) {
        let left = VerwerkPost { volgnummer: one.volgnummer, stap: Poststap::Post, op: moment.vandaag };
        let done = vec![left.into()];
        toneel.kit.app.execute(&loket, moment, &toneel.nummer, done, Uitvoering::default()).await.unwrap();
    }
}

#[tokio::test]
async fn a_notice_of_a_decision_that_is_given_up_makes_the_letter_one_to_send_on_paper() {
    let mut toneel = Toneel::open().await;
    let brief = Box::pin(decided_on_the_page(&mut toneel)).await;
    others_left(&toneel, brief).await;
    assert_eq!(stands(&toneel, brief).await, (Poststand::Verzonden, false));
    toneel.bus.zet_weg(true);
    toneel.kit.zet(toneel.kit.moment().at + QUIET);
    let mut rounds = 0;
    while toneel.kit.app.send_mail(toneel.kit.moment()).await.unwrap().opgegeven == 0 {
        assert_eq!(stands(&toneel, brief).await.0, Poststand::Verzonden, "as long as it is tried");
        toneel.kit.zet(toneel.kit.moment().at + Duration::from_hours(1));
        rounds += 1;
        assert!(rounds < 400);
    }
    assert_eq!(stands(&toneel, brief).await, (Poststand::TeVerzenden, true));
    let dossier = toneel.kit.dossier(&toneel.nummer).await;
    let told = |feit: &&Arc<Feit>| feit.inhoud.event_type() == "kennisgeving_mislukt";
    assert_eq!(dossier.feiten.iter().filter(told).count(), 1, "once");
}

#[tokio::test]
async fn a_decision_that_its_parent_saw_needs_no_paper() {
    let mut toneel = Toneel::open().await;
    let brief = Box::pin(decided_on_the_page(&mut toneel)).await;
    others_left(&toneel, brief).await;
    toneel.bus.zet_weg(true);
    toneel.kit.zet(toneel.kit.moment().at + QUIET);
    let parent = toneel.kit.ouder(&toneel.nummer).await.unwrap();
    let open = toneel.kit.app.open(&parent, &toneel.nummer, toneel.kit.moment()).await.unwrap();
    open.toon(Doel::EigenPagina).await.unwrap();
    for _ in 0..200 {
        toneel.kit.app.send_mail(toneel.kit.moment()).await.unwrap();
        toneel.kit.zet(toneel.kit.moment().at + Duration::from_hours(1));
    }
    assert_eq!(stands(&toneel, brief).await, (Poststand::Verzonden, false));
}

#[tokio::test]
async fn who_turns_mail_off_says_first_how_decisions_come_then() {
    for (keuze, agreed) in [(Besluitkeuze::Papier, false), (Besluitkeuze::Pagina, true)] {
        let mut toneel = Toneel::open().await;
        let brief = Box::pin(decided_on_the_page(&mut toneel)).await;
        others_left(&toneel, brief).await;
        let parent = toneel.kit.ouder(&toneel.nummer).await.unwrap();
        let wie = toneel.signed_in(&parent.actor.persoon).await;
        let moment = toneel.kit.moment();
        let app = &toneel.kit.app;
        assert!(app.hoort_van_besluiten(&wie, moment).await.unwrap());
        assert_eq!(refused(app.stop_berichten(&wie, None, moment).await), "besluiten");
        assert!(app.berichtkeuze(&wie, moment).await.unwrap().adres.is_some(), "nothing was done");
        app.stop_berichten(&wie, Some(keuze), moment).await.unwrap();
        assert_eq!(app.berichtkeuze(&wie, moment).await.unwrap().adres, None);
        let dossier = toneel.kit.dossier(&toneel.nummer).await;
        let person = dossier.gezag_op(moment.vandaag).next().unwrap();
        assert_eq!((person.is_digitaal_bereikbaar(), person.wil_bericht()), (agreed, false));
        // What lies there already, of which nobody told them, goes on paper where they want paper.
        let paper = stands(&toneel, brief).await.0;
        assert_eq!(paper == Poststand::TeVerzenden, keuze == Besluitkeuze::Papier);
    }
}
