//! Days that can be: an act is possible on its first and its last day, and not on the day before or after.

use base::{Date, dates};
use dossier::Opdracht;
use dossier::aanmelding::afloop::{DoeAanbod, LaatToe, MeldFeitelijkeWeigering, Weiger};
use dossier::aanmelding::feiten::{BereidGevonden, Overleg};
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, VraagInformatie,
};
use dossier::leven::bereik::ZoekOuders;
use dossier::leven::contact::WijzigContact;
use dossier::leven::opdracht::{SchrijfIn, VerbindPersoon, Verhuis, WijzigGezag, WijzigNaam};
use dossier::soort::Schoolsoort;
use dossier::staat::Adres;
use dossier::tlv::besluit::{GebruikTlv, MaakBekend, MeldVertraging, OntvangIngebrekestelling};
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{OntvangAanvulling, VraagAanvulling};

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, behoefte_vastgesteld, bereid,
    besluitnemer, bijlage, d, geadviseerd, ib, kind, laat_toe, loket, meld_aan, ouder_met_gezag, overleg,
    schrijf_in, uitzondering, verleen, verleend, vestiging, vraag_aanvulling, vraag_informatie, weiger,
};

fn by(mut zaak: Zaak, actor: dossier::Actor) -> Zaak {
    zaak.als(actor);
    zaak
}

/// An act on a day, the first and the last day on which it is possible (none: nothing is said), and the field.
struct Dag {
    veld: &'static str,
    zaak: Zaak,
    eerste: Option<&'static str>,
    laatste: Option<&'static str>,
    op: Box<dyn Fn(Date) -> Opdracht>,
}

fn dag<O: Into<Opdracht>>(
    veld: &'static str,
    zaak: &Zaak,
    [eerste, laatste]: [&'static str; 2],
    op: impl Fn(Date) -> O + 'static,
) -> Dag {
    let some = |day: &'static str| (!day.is_empty()).then_some(day);
    Dag {
        veld,
        zaak: zaak.clone(),
        eerste: some(eerste),
        laatste: some(laatste),
        op: Box::new(move |day| op(day).into()),
    }
}

fn temporary(per: Date) -> PlaatsTijdelijk {
    let (zonder_verklaring, ertussen) = (String::new(), "Sam was ziek.".into());
    PlaatsTijdelijk { aanmelding: 1, per, groep: String::new(), zonder_verklaring, ertussen }
}

fn dagen_aanmelding() -> Vec<Dag> {
    let mut child = kind("2020-03-12");
    child.op("2026-03-20");
    let mut registered = aangemeld();
    registered.op("2026-03-20");
    let mut assessed = behoefte_vastgesteld();
    assessed.op("2026-03-20");
    let mut waiting = registered.clone();
    waiting.doe(vraag_informatie("2026-04-02")).op("2026-04-20");
    let mut late = aangemeld();
    late.op("2026-06-01");
    let info = |op, compleet| OntvangInformatie { aanmelding: 1, op, compleet, nog_nodig: String::new() };
    let mut dagen = vec![
        dag("op", &child, ["", "2026-03-20"], |op| MeldEersteContact {
            school: "De Waterjuffer".into(),
            op,
            gezegd: "Nee.".into(),
        }),
        dag("ontvangen_op", &child, ["2023-03-12", "2026-03-20"], |op| MeldAan {
            ontvangen_op: op,
            ..meld_aan()
        }),
        dag("gewenst_per", &child, ["", "2036-03-20"], |per| MeldAan {
            gewenst_per: Some(per),
            ..meld_aan()
        }),
        dag("tot_en_met", &registered, ["2026-03-21", "2026-05-01"], |last| VraagInformatie {
            tot_en_met: last,
            ..vraag_informatie("2026-03-16")
        }),
        dag("op", &waiting, ["2026-03-20", "2026-04-20"], move |op| info(op, true)),
        dag("op", &waiting, ["2026-04-03", "2026-04-20"], move |op| info(op, false)),
        dag("per", &late, ["2026-05-12", "2026-06-01"], temporary),
        dag("per", &registered, ["2026-03-13", "2026-09-12"], |per| LaatToe {
            per,
            ..laat_toe("2026-08-01")
        }),
        dag("op", &registered, ["2026-03-02", "2026-03-20"], |op| MeldFeitelijkeWeigering {
            aanmelding: 1,
            op,
            wat: "Nee gezegd.".into(),
        }),
    ];
    dagen.extend(dagen_van_andere_school(&assessed));
    dagen
}

/// Another school, and the talk about it.
fn dagen_van_andere_school(assessed: &Zaak) -> Vec<Dag> {
    let talk = |op| Overleg { op, ..overleg("2026-03-02") };
    vec![
        dag("per", assessed, ["", "2036-03-20"], |per| DoeAanbod {
            per,
            school: BereidGevonden {
                voorwaarde_op: Some(d("2026-03-20")),
                voorwaarde_tot_en_met: Some(d("2036-03-20")),
                ..bereid("De IJsvogel")
            },
            ..aanbod("2026-08-01")
        }),
        dag("bereid_op", assessed, ["", "2026-03-20"], |op| DoeAanbod {
            school: BereidGevonden { bereid_op: op, ..bereid("De IJsvogel") },
            ..aanbod("2026-08-01")
        }),
        dag("overleg_op", assessed, ["2026-03-02", "2026-03-20"], move |op| DoeAanbod {
            overleg: talk(op),
            ..aanbod("2026-08-01")
        }),
        dag("overleg_op", assessed, ["2026-03-02", "2026-03-20"], move |op| Weiger {
            overleg: Some(talk(op)),
            ..weiger(uitzondering("geen_plaatsruimte_po"))
        }),
    ]
}

fn dagen_leven() -> Vec<Dag> {
    let mut child = kind("2020-03-12");
    child.op("2026-03-20");
    let authority = |per| WijzigGezag { persoon: 1, relatie: None, per, brondocument: "beschikking".into() };
    vec![
        dag("per", &child, ["2018-03-12", "2026-03-20"], authority),
        dag("per", &child, ["2018-03-12", "2026-03-20"], |per| WijzigContact {
            per,
            ..crate::leven::ander_nummer("000-2", "2026-03-20")
        }),
        dag("op", &child, ["2020-03-12", "2026-03-20"], |op| ZoekOuders {
            op,
            ..crate::leven_mensen::gezocht(false, "2026-03-20")
        }),
        dag("per", &child, ["", "2026-03-20"], |per| Verhuis {
            per,
            adres: Adres::of_postcode("9998ZZ".parse().unwrap()),
        }),
        dag("per", &child, ["", "2026-03-20"], |per| WijzigNaam { per, ..crate::leven::nieuwe_naam() }),
        dag("tot", &child, ["2018-03-13", ""], |tot| VerbindPersoon {
            tot: Some(tot),
            ..ouder_met_gezag("mevrouw L. Regen")
        }),
        dag("per", &child, ["2024-03-12", "2028-03-20"], |per| SchrijfIn {
            per,
            ..schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02")
        }),
    ]
}

fn dagen_aanvraag() -> Vec<Dag> {
    let mut desk = aangevraagd();
    desk.op("2026-03-20").als(loket(SWV_PO));
    let mut decided = geadviseerd();
    decided.als(besluitnemer(SWV_PO)).doe(verleen()).op("2026-03-20").als(loket(SWV_PO));
    let mut withdrawing = verleend();
    withdrawing.op("2026-03-20").als(besluitnemer(SWV_PO));
    let mut overdue = aangevraagd();
    overdue.op("2026-05-20").als(loket(SWV_PO));
    let mut asked = desk.clone();
    asked.doe(vraag_aanvulling("2026-04-02")).op("2026-04-20").als(ib(WATERJUFFER));
    vec![
        dag("tot_en_met", &desk, ["2026-03-21", "2026-05-15"], |last| VraagAanvulling {
            tot_en_met: last,
            ..vraag_aanvulling("2026-03-16")
        }),
        dag("op", &asked, ["2026-03-20", "2026-04-20"], |op| OntvangAanvulling {
            aanvraag: 1,
            op,
            antwoorden: Vec::new(),
            bijlagen: vec![bijlage("inzet_tot_nu_toe")],
        }),
        dag("nieuwe_datum", &desk, ["2026-04-29", "2026-06-23"], |op| MeldVertraging {
            aanvraag: 1,
            nieuwe_datum: op,
            reden: "ziekte".into(),
        }),
        dag("op", &decided, ["2026-03-20", "2026-03-27"], |op| MaakBekend {
            op,
            ..crate::gegeven::maak_bekend(d("2026-03-02"))
        }),
        dag("per", &withdrawing, ["2026-03-20", ""], |per| TrekTlvIn {
            per,
            ..crate::gegeven::trek_in("2026-03-20", "2026-08-01")
        }),
        dag("op", &withdrawing, ["2026-03-20", "2026-03-27"], |op| TrekTlvIn {
            op,
            ..crate::gegeven::trek_in("2026-03-20", "2026-08-01")
        }),
        dag("per", &by(verleend(), ib(LIBEL)), ["2026-08-01", "2028-07-31"], |per| GebruikTlv {
            aanvraag: 1,
            vestiging: vestiging(LIBEL),
            schoolnaam: "De Libel".into(),
            per,
            elders: false,
        }),
        dag("ontvangen_op", &overdue, ["", "2026-05-20"], |op| OntvangIngebrekestelling {
            ontvangen_op: op.max(d("2026-04-29")),
            ..crate::gegeven::in_gebreke("2026-04-29")
        }),
    ]
}

#[test]
fn an_act_is_possible_on_its_first_and_last_day_and_not_on_the_day_before_or_after() {
    for Dag { veld, zaak, eerste, laatste, op } in
        [dagen_aanmelding(), dagen_leven(), dagen_aanvraag()].into_iter().flatten()
    {
        for day in [eerste, laatste].into_iter().flatten() {
            let opdracht = op(d(day));
            let answer = zaak.vraag(opdracht.clone());
            assert!(answer.is_ok(), "{} {veld} {day}: {answer:?}", opdracht.naam());
        }
        let outside = [(eerste, -1), (eerste, -400), (laatste, 1), (laatste, 4000)];
        for (day, by) in outside.into_iter().filter_map(|(day, by)| Some((d(day?), by))) {
            let wrong = dates::plus_days(day, by).expect("a day");
            zaak.weigert(op(wrong)).met("ongeldige_invoer").veld(veld);
        }
    }
}
