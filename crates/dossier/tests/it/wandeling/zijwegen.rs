//! Files that go where no story goes, so that every arrow of the drawings is taken.

use base::dates;
use dossier::aanmelding::afloop::{AanvaardAanbod, StelBuitenBehandeling, TrekAanmeldingIn};
use dossier::aanmelding::opdracht::OntvangInformatie;
use dossier::soort::Discipline;
use dossier::tlv::besluit::{LaatTlvVerlopen, NeemBesluit, Uitspraak};
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::opdracht::{OntvangAanvulling, TrekTlvAanvraagIn};
use dossier::{Actor, Opdracht};

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, aanbod, besluitnemer, d, deskundige, ib, loket, toewijzing, trek_in,
    uitzondering, verleen, vraag_aanvulling, vraag_informatie, weiger,
};

/// A file in which one thing more was done.
fn then(mut zaak: Zaak, opdracht: impl Into<Opdracht>) -> Zaak {
    zaak.doe(opdracht);
    zaak
}

/// Ends of a registration that no story tells.
fn registrations_by_hand() -> Vec<Zaak> {
    use crate::gegeven::{aangemeld, behoefte_vastgesteld, laat_toe};
    let offered = || then(behoefte_vastgesteld(), aanbod("2026-08-01"));
    let asked = |zaak| then(zaak, vraag_informatie("2026-03-16"));
    let unanswered = |mut zaak: Zaak| {
        zaak.op("2026-03-17").doe(OntvangInformatie {
            aanmelding: 1,
            op: d("2026-03-17"),
            compleet: false,
            nog_nodig: String::new(),
        });
        then(zaak, StelBuitenBehandeling { aanmelding: 1, reden: "niets gekomen".into() })
    };
    let withdrawn = || TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief".into() };
    let refused = || weiger(uitzondering("geen_plaatsruimte_po"));
    let accepted = AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: "brief".into() };
    let mut lapsed = asked(offered());
    lapsed.op("2026-03-17").doe(refused());
    let admitted = then(asked(offered()), laat_toe("2026-08-01"));
    let mut all = vec![then(asked(offered()), accepted), admitted, lapsed];
    for start in [aangemeld(), behoefte_vastgesteld(), offered()] {
        all.push(unanswered(asked(start.clone())));
        all.push(then(start.clone(), laat_toe("2026-08-01")));
        all.push(then(start.clone(), withdrawn()));
        all.push(then(start, refused()));
    }
    all
}

/// Requests that another partnership decides on now, or that are not dealt with.
fn requests_that_go(decided: [Zaak; 2], advising: Zaak) -> Vec<Zaak> {
    use crate::gegeven::{aangevraagd, geadviseerd};
    let by = |mut zaak: Zaak, actor: Actor| {
        zaak.als(actor);
        zaak
    };
    let at_desk = |zaak| by(zaak, loket(SWV_PO));
    let moved = |mut zaak: Zaak| {
        crate::p4_behandelen::verhuist(&mut zaak, "2026-03-02");
        then(at_desk(zaak), ZendTlvDoor { aanvraag: 1, waarom: "verhuisd".into() })
    };
    let not_enough = |zaak: Zaak| {
        let mut asked = then(at_desk(zaak), vraag_aanvulling("2026-03-16"));
        asked.op("2026-03-17").als(besluitnemer(SWV_PO));
        asked
    };
    // Within its time, and said to be too little after it.
    let too_little = || {
        let mut zaak = crate::p4_behandelen::aangevuld();
        zaak.op("2026-03-17").als(loket(SWV_PO));
        by(then(zaak, crate::p4_behandelen::genoeg(false)), besluitnemer(SWV_PO))
    };
    let left = |zaak: Zaak| then(zaak, crate::p4_behandelen::niet_behandelen("niets gekomen"));
    let nothing_came = |zaak: Zaak| {
        let op = zaak.vandaag;
        let nothing = OntvangAanvulling { aanvraag: 1, op, antwoorden: Vec::new(), bijlagen: Vec::new() };
        by(then(by(zaak, ib(WATERJUFFER)), nothing), besluitnemer(SWV_PO))
    };
    let [yes, no] = decided;
    vec![
        moved(yes),
        moved(no),
        moved(not_enough(aangevraagd())),
        moved(advising.clone()),
        left(not_enough(aangevraagd())),
        left(too_little()),
        left(nothing_came(not_enough(advising))),
        left(nothing_came(not_enough(geadviseerd()))),
    ]
}

/// Ends of a request that no story tells.
fn requests_by_hand() -> Vec<Zaak> {
    use crate::gegeven::{aangevraagd, geadviseerd, verleend};
    let by = |mut zaak: Zaak, actor: Actor| {
        zaak.als(actor);
        zaak
    };
    let at_desk = |zaak| by(zaak, loket(SWV_PO));
    let one_out = then(at_desk(geadviseerd()), toewijzing("p-raaf", Discipline::Arts));
    let granted = then(by(one_out.clone(), besluitnemer(SWV_PO)), verleen());
    let refused = NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking: "anders".into(), ..verleen() };
    let waiting = then(at_desk(aangevraagd()), vraag_aanvulling("2026-03-16"));
    // What was asked did not come: the decision is taken without it.
    let mut lapsed = then(at_desk(geadviseerd()), vraag_aanvulling("2026-03-16"));
    lapsed.op("2026-03-17").als(besluitnemer(SWV_PO));
    let advising = then(at_desk(aangevraagd()), toewijzing("p-raaf", Discipline::Arts));
    let mut expired = verleend();
    expired.op("2028-08-01").doe(LaatTlvVerlopen { aanvraag: 1 });
    let withdrawn = |zaak: Zaak| {
        let today = zaak.vandaag.to_string();
        then(by(zaak, besluitnemer(SWV_PO)), trek_in(&today, &today))
    };
    let request_withdrawn =
        |zaak| then(by(zaak, ib(WATERJUFFER)), TrekTlvAanvraagIn { aanvraag: 1, reden: "anders".into() });
    let back = |zaak: Zaak| {
        let waarom = "De datum klopte niet.".to_owned();
        then(by(zaak, deskundige("p-vink")), HerzieAdvies { aanvraag: 1, waarom })
    };
    let decided = |start: &Zaak, besluit: NeemBesluit| then(by(start.clone(), besluitnemer(SWV_PO)), besluit);
    let later = |start: Zaak| {
        let soon = dates::plus_days(start.vandaag, 3).expect("a day");
        then(at_desk(start), crate::gegeven::maak_bekend(soon))
    };
    let (yes, no) = (decided(&geadviseerd(), verleen()), decided(&geadviseerd(), refused.clone()));
    let (yes_later, no_later) = (later(yes.clone()), later(no.clone()));
    let gone = requests_that_go([yes.clone(), no.clone()], advising.clone());
    let others = vec![
        back(yes),
        back(no),
        back(decided(&lapsed, verleen())),
        back(decided(&lapsed, refused.clone())),
        decided(&yes_later, verleen()),
        decided(&yes_later, refused.clone()),
        decided(&no_later, verleen()),
        decided(&no_later, refused.clone()),
        then(by(one_out, besluitnemer(SWV_PO)), refused.clone()),
        then(lapsed.clone(), refused.clone()),
        then(lapsed, verleen()),
        then(granted.clone(), refused.clone()),
        then(granted.clone(), verleen()),
        then(then(granted.clone(), refused.clone()), verleen()),
        then(then(granted, refused.clone()), refused.clone()),
        withdrawn(verleend()),
        expired,
        request_withdrawn(waiting),
        request_withdrawn(advising),
        request_withdrawn(geadviseerd()),
    ];
    [gone, others].concat()
}

/// Ends of registrations, requests and removals that no story tells.
pub(crate) fn zijwegen() -> Vec<Zaak> {
    let mut all = registrations_by_hand();
    all.extend(requests_by_hand());
    all.push(crate::verwijdering::meerderjarig_verwijderd());
    all.extend(crate::herroepen::zijwegen());
    all
}
