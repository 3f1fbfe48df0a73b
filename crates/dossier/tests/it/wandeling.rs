//! Random walks: anybody asks anything in any order on any day. What the file allows stays lawful.

use std::collections::BTreeSet;

use base::{Sector, dates};
use dossier::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn,
    Weiger, WijsAanbodAf,
};
use dossier::aanmelding::feiten::{BereidGevonden, Overleg, Weigeringsgrond};
use dossier::aanmelding::keuze::Ouderkeuze;
use dossier::aanmelding::opdracht::{
    MeldAan, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::soort::{Adviesuitkomst, Discipline, Schoolsoort, TlvSoort};
use dossier::tlv::behandelen::{BeoordeelAanvulling, StelAanvraagBuitenBehandeling};
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, Uitspraak,
};
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, TekenAdvies,
    TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use dossier::verwijdering::opdracht::{
    MeldAanBenW, NeemVerwijderingVoor, TrekVoornemenIn, Verwijder, VindBereideSchool,
};
use dossier::{Actor, Opdracht};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::PROEVEN;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, Zaak, aanbod, advies, behoefte, bereid, besluitnemer, bijlage,
    deskundige, directie, hoort, ib, kind, loket, meld_aan, ouder_met_gezag, overleg, persoon, schors,
    schrijf_in, start, toewijzing, trek_in, uitzondering, verleen, vestiging, volledig, voornemen,
    vraag_aanvulling, vraag_informatie, weiger, zienswijze,
};
use crate::toestanden::{Overgang, drawn, taken};

mod zijwegen;

pub(crate) use zijwegen::zijwegen;

/// One step: how many days pass, which command, and with what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stap {
    dagen: i32,
    keuze: u8,
    variant: u8,
}

pub(crate) fn stappen(most: usize) -> impl Strategy<Value = Vec<Stap>> {
    let stap = (prop_oneof![6 => 0..6_i32, 2 => 6..30_i32, 1 => 30..400_i32], any::<u8>(), any::<u8>());
    proptest::collection::vec(
        stap.prop_map(|(dagen, keuze, variant)| Stap { dagen, keuze, variant }),
        1..most,
    )
}

/// What a process can do next, in one variant.
pub(crate) type Stappen = fn(&Zaak, u8) -> Vec<(Actor, Opdracht)>;

/// What every process can do next.
fn processen() -> Vec<Stappen> {
    PROEVEN.iter().flat_map(|proef| proef.stappen).copied().collect()
}

/// As many steps as give each process the same share of a walk, however many there are.
fn per_proces(steps: usize) -> usize {
    steps * processen().len()
}

/// The file after a walk. Each step chooses a process, and takes the first command from its choice on that the file allows; where that
/// process has none, the next is asked, so that walks get somewhere; when none is, only time passes.
pub(crate) fn loop_door(stappen: &[Stap]) -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    for stap in stappen {
        zaak.vandaag = dates::plus_days(zaak.vandaag, stap.dagen).expect("a day");
        let all = processen();
        let (process, choice) = (usize::from(stap.keuze) % all.len(), usize::from(stap.keuze) / all.len());
        let _ = all.iter().cycle().skip(process).take(all.len()).find(|process| {
            let keuzes = process(&zaak, stap.variant);
            let first = choice % keuzes.len();
            keuzes.iter().cycle().skip(first).take(keuzes.len()).any(|(actor, opdracht)| {
                zaak.als(actor.clone());
                zaak.probeer(opdracht).is_ok()
            })
        });
    }
    zaak
}

/// Every kind of command in one variant: about the last or the one before, today or around it.
pub(crate) fn keuzes(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    processen().into_iter().flat_map(|process| process(zaak, variant)).collect()
}

/// The number of the last of so many cases, or the first that is not there yet.
pub(crate) fn last(count: usize) -> u32 {
    u32::try_from(count).expect("few").max(1)
}

/// Of registrations, and of a life.
pub(crate) fn registration(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let nr = last(zaak.dossier.aanmeldingen.len());
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, 1 + i32::from(variant % 40)).expect("a day");
    let before = dates::plus_days(today, -i32::from(variant % 9)).expect("a day");
    let even = variant.is_multiple_of(2);
    let received = MeldAan { ontvangen_op: before, openbaar: even, gewenst_per: None, ..meld_aan() };
    let asked = VraagInformatie { aanmelding: nr, tot_en_met: soon, ..vraag_informatie("2026-03-16") };
    let moved = CorrigeerOntvangst {
        aanmelding: nr,
        ontvangen_op: before,
        minderjarige_asielzoeker: None,
        onderwijs: None,
        gewenst_per: None,
        nu_naar_school: None,
        andere_scholen: received.andere_scholen.clone(),
        recht_vervalt: !even,
        waarom: "poststempel".into(),
    };
    let mut all: Vec<Opdracht> = vec![
        received.into(),
        StelBehoefteVast { aanmelding: nr, ..behoefte(!variant.is_multiple_of(4)) }.into(),
        asked.into(),
        OntvangInformatie { aanmelding: nr, op: before, compleet: even, nog_nodig: String::new() }.into(),
        OntvangInformatie { aanmelding: nr, op: today, compleet: even, nog_nodig: String::new() }.into(),
        VerlengBeslistermijn { aanmelding: nr, weken: 4, reden: "onderzoek".into() }.into(),
        PlaatsTijdelijk {
            aanmelding: nr,
            per: before,
            groep: String::new(),
            zonder_verklaring: String::new(),
            ertussen: "Het kind was ziek.".into(),
        }
        .into(),
        MeldFeitelijkeWeigering { aanmelding: nr, op: today, wat: "geen plek".into() }.into(),
        moved.into(),
        // A pupil of this school is not registered here: some leave.
        if variant.is_multiple_of(3) {
            crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), today).into()
        } else {
            schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, &today.to_string()).into()
        },
    ];
    all.extend(registration_ends(zaak, nr, variant));
    let mut all: Vec<_> = all.into_iter().map(|opdracht| (ib(WATERJUFFER), opdracht)).collect();
    // Some go to a school of another partnership.
    let elsewhere = schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, &soon.to_string());
    let code = if variant.is_multiple_of(16) { "PO9904" } else { SWV_PO };
    all.push((
        ib(IJSVOGEL),
        dossier::leven::opdracht::SchrijfIn { swv: Some(crate::gegeven::swv(code)), ..elsewhere }.into(),
    ));
    all
}

fn registration_ends(zaak: &Zaak, nr: u32, variant: u8) -> Vec<Opdracht> {
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, 1 + i32::from(variant % 40)).expect("a day");
    let talked = Overleg { op: today, ..overleg("2026-03-02") };
    let ground = match variant % 3 {
        0 => uitzondering("geen_plaatsruimte_po"),
        _ => Weigeringsgrond::AndereSchool(BereidGevonden { bereid_op: today, ..bereid("De IJsvogel") }),
    };
    let school = BereidGevonden { bereid_op: today, ..bereid("De IJsvogel") };
    let open = zaak.dossier.aanmelding(nr).and_then(|a| a.open_aanbod()).map_or(1, |aanbod| aanbod.nr);
    let per = if variant.is_multiple_of(2) { today } else { soon };
    // Whose word is still missing, so that a second try ends it.
    let next = |keuze| {
        let asked = zaak.dossier.aanmelding(nr).map(|a| zaak.dossier.nog_te_vragen(a, keuze, today));
        asked.and_then(|asked| asked.first().map(|persoon| persoon.nr))
    };
    let (yes, out) = (next(Ouderkeuze::Aanbod(open)), next(Ouderkeuze::Intrekken));
    vec![
        DoeAanbod { aanmelding: nr, school, per: soon, overleg: talked.clone(), ..aanbod("2026-08-01") }
            .into(),
        AanvaardAanbod { van: yes, aanmelding: nr, aanbod: open, toelichting: "brief".into() }.into(),
        WijsAanbodAf { van: Some(1), aanmelding: nr, aanbod: open, reden: String::new() }.into(),
        LaatToe {
            aanmelding: nr,
            per,
            groep: String::new(),
            residentieel: String::new(),
            ..crate::gegeven::laat_toe("2026-08-01")
        }
        .into(),
        Weiger { aanmelding: nr, overleg: Some(talked), ..weiger(ground) }.into(),
        StelBuitenBehandeling { aanmelding: nr, reden: "niets gekomen".into() }.into(),
        TrekAanmeldingIn { van: out, aanmelding: nr, reden: "brief".into() }.into(),
        crate::herroepen::weigering(nr, today).into(),
    ]
}

/// Of removals and suspensions.
pub(crate) fn removal(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let head = directie(WATERJUFFER);
    let verwijdering = last(zaak.dossier.verwijderingen.len());
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, i32::from(variant % 9)).expect("a day");
    let reden = || "een andere oplossing".to_owned();
    let suspended = dossier::verwijdering::opdracht::Schors {
        van: today,
        tot_en_met: soon,
        op_vrije_dag: true,
        ..schors("2026-03-02", "2026-03-02")
    };
    let school = BereidGevonden { bereid_op: today, ..bereid("De IJsvogel") };
    let found = VindBereideSchool { verwijdering, school };
    vec![
        (head.clone(), NeemVerwijderingVoor { ..voornemen(WATERJUFFER, Sector::Po) }.into()),
        (head.clone(), hoort(zaak, verwijdering).into()),
        (head.clone(), found.into()),
        (
            head.clone(),
            Verwijder {
                verwijdering,
                per: soon,
                motivering: "veiligheid".into(),
                vorderingen: Some(false),
                gezocht_sinds: None,
                gezocht: String::new(),
                zonder_school: None,
                zonder_school_blijkt: String::new(),
                openbaar: variant.is_multiple_of(2),
            }
            .into(),
        ),
        (head.clone(), MeldAanBenW { verwijdering, gemeente: "Nevelhuizen".into() }.into()),
        (head.clone(), TrekVoornemenIn { verwijdering, reden: reden() }.into()),
        (head.clone(), crate::herroepen::verwijdering(verwijdering, today).into()),
        (head.clone(), crate::herroepen::schorsing(last(zaak.dossier.schorsingen.len()), today).into()),
        (head, suspended.into()),
    ]
}

const EXPERTS: [(&str, Discipline); 4] = [
    ("p-vink", Discipline::Orthopedagoog),
    ("p-mees", Discipline::Orthopedagoog),
    ("p-raaf", Discipline::Arts),
    ("p-ekster", Discipline::Pedagoog),
];

/// Of requests.
pub(crate) fn request(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let school = ib(WATERJUFFER);
    let aanvraag = last(zaak.dossier.aanvragen.len());
    let decided = zaak.dossier.aanvraag(aanvraag).filter(|a| a.besluit.is_some());
    let verlenging_van = decided.filter(|_| variant.is_multiple_of(3)).map(|a| a.nr);
    let invoer = zaak.dossier.aanvraag(aanvraag).map(|_| volledig(zaak, aanvraag)).unwrap_or_default();
    let bijlagen = vec![bijlage("inzet_tot_nu_toe")];
    let answer = OntvangAanvulling { aanvraag, op: zaak.vandaag, antwoorden: Vec::new(), bijlagen };
    let view = zienswijze(1 + u32::from(variant % 2), Some(variant.is_multiple_of(2)));
    let placed = GebruikTlv {
        aanvraag,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: zaak.vandaag,
        elders: variant.is_multiple_of(2),
    };
    let mut all: Vec<(Actor, Opdracht)> = vec![
        (school.clone(), StartTlvAanvraag { verlenging_van, ..start(TlvSoort::So) }.into()),
        (school.clone(), VraagTlvAan { aanvraag, invoer }.into()),
        (school.clone(), GeefZienswijze { aanvraag, ..view }.into()),
        (school.clone(), TrekTlvAanvraagIn { aanvraag, reden: "anders".into() }.into()),
        (school, answer.into()),
        (ib(LIBEL), placed.into()),
    ];
    all.extend(experts(zaak, aanvraag, variant));
    all.extend(partnership(zaak, aanvraag, variant));
    all
}

fn experts(zaak: &Zaak, aanvraag: u32, variant: u8) -> Vec<(Actor, Opdracht)> {
    let (id, discipline) = EXPERTS[usize::from(variant) % EXPERTS.len()];
    let desk = loket(&decides(zaak, aanvraag));
    let yes = |id: &str| BrengAdviesUit { aanvraag, ..advies(&[id], Adviesuitkomst::Toelaatbaar, Some(1)) };
    let laid = zaak.dossier.aanvraag(aanvraag).and_then(|a| a.open_voorstel());
    let voorstel = laid.map_or(0, |laid| laid.volgnummer);
    let ended = BeeindigToewijzing { aanvraag, persoon: persoon(id), reden: "anders".into() };
    vec![
        (desk.clone(), WijsDeskundigeToe { aanvraag, ..toewijzing(id, discipline) }.into()),
        (desk.clone(), WijsDeskundigeToe { aanvraag, ..toewijzing("p-raaf", Discipline::Arts) }.into()),
        (desk, ended.into()),
        (deskundige(id), yes(id).into()),
        (deskundige("p-raaf"), yes("p-raaf").into()),
        (deskundige(id), BrengAdviesUit { door: vec![persoon(id), persoon("p-raaf")], ..yes(id) }.into()),
        (deskundige("p-raaf"), TekenAdvies { aanvraag, voorstel }.into()),
        (deskundige(id), HerzieAdvies { aanvraag, waarom: "anders".into() }.into()),
    ]
}

/// The partnership that has the request.
fn decides(zaak: &Zaak, aanvraag: u32) -> String {
    zaak.dossier.aanvraag(aanvraag).map_or_else(|| SWV_PO.to_owned(), |a| a.swv.uitkomst.to_string())
}

fn partnership(zaak: &Zaak, aanvraag: u32, variant: u8) -> Vec<(Actor, Opdracht)> {
    let swv = decides(zaak, aanvraag);
    let (desk, head) = (loket(&swv), besluitnemer(&swv));
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, 1 + i32::from(variant % 60)).expect("a day");
    let granted = Uitspraak::Verleen {
        nummer: format!("PO9901-{variant}"),
        categorie: Some(1),
        van: today,
        tot_en_met: base::Schooljaar::of(today).next().next().last_day(),
    };
    let reason = || "anders".to_owned();
    let refused = NeemBesluit { aanvraag, uitspraak: Uitspraak::Weiger, afwijking: reason(), ..verleen() };
    let wat = vec![format!("stuk {variant}")];
    let more = VraagAanvulling { aanvraag, wat, tot_en_met: soon, ..vraag_aanvulling("2026-03-16") };
    let left = StelAanvraagBuitenBehandeling {
        aanvraag,
        reden: reason(),
        wijze: dossier::soort::Bekendmakingswijze::Post,
    };
    let judged = BeoordeelAanvulling { aanvraag, genoeg: variant.is_multiple_of(2), toelichting: reason() };
    let bekend = dates::plus_days(today, i32::from(variant % 3)).expect("a day");
    let known = MaakBekend { aanvraag, op: bekend, wijze: dossier::soort::Bekendmakingswijze::Post };
    vec![
        (desk.clone(), more.into()),
        (head.clone(), NeemBesluit { aanvraag, uitspraak: granted, ..verleen() }.into()),
        (head.clone(), refused.into()),
        (desk.clone(), known.clone().into()),
        (desk.clone(), MeldVertraging { aanvraag, nieuwe_datum: soon, reden: reason() }.into()),
        // Few are left, judged or forwarded: most walks go further than that.
        match variant % 16 {
            0 | 8 => (head.clone(), left.into()),
            1 | 2 => (desk.clone(), judged.into()),
            3 => (desk.clone(), ZendTlvDoor { aanvraag, waarom: reason() }.into()),
            _ => (desk.clone(), known.clone().into()),
        },
        (desk, LaatTlvVerlopen { aanvraag }.into()),
        (head, TrekTlvIn { aanvraag, op: today, per: today, ..trek_in("2026-03-02", "2026-08-01") }.into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn only_drawn_transitions_are_taken(stappen in stappen(80)) {
        let zaak = loop_door(&stappen);
        let strange: Vec<Overgang> = taken(&zaak.dossier).difference(&drawn()).cloned().collect();
        prop_assert!(strange.is_empty(), "not drawn: {strange:?}");
    }
}

#[test]
fn every_drawn_transition_is_taken_somewhere() {
    let told = crate::verhalen::alle();
    let by_hand: Vec<Zaak> = PROEVEN.iter().flat_map(|proef| (proef.zijwegen)()).collect();
    let all = told.iter().chain(&by_hand);
    let seen: BTreeSet<Overgang> = all.flat_map(|zaak| taken(&zaak.dossier)).collect();
    let drawn = drawn();
    assert_eq!(
        drawn.difference(&seen).collect::<Vec<_>>(),
        Vec::<&Overgang>::new(),
        "drawn, but nobody goes there"
    );
    assert_eq!(seen.difference(&drawn).collect::<Vec<_>>(), Vec::<&Overgang>::new(), "taken, but not drawn");
}

#[test]
fn walks_get_far_enough_to_mean_something() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..600 {
        let walk = stappen(per_proces(54)).new_tree(&mut runner).expect("a walk").current();
        reached.extend(taken(&loop_door(&walk).dossier));
    }
    let (drawn, strange) = (drawn(), reached.difference(&drawn()).cloned().collect::<Vec<_>>());
    assert!(strange.is_empty(), "not drawn: {strange:?}");
    assert!(reached.len() * 3 >= drawn.len() * 2, "only {} of {} arrows", reached.len(), drawn.len());
}
