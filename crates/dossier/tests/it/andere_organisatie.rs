//! Nobody acts on what belongs to another: each act of a school by another school, each act of a partnership by another.

use base::Sector;
use dossier::aanmelding::afloop::{AanvaardAanbod, StelBuitenBehandeling, TrekAanmeldingIn, WijsAanbodAf};
use dossier::aanmelding::feiten::{Indiener, Weigeringsgrond};
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie, PlaatsTijdelijk, VerlengBeslistermijn};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::leven::stem::Stem;
use dossier::soort::{Discipline, Schoolsoort, TlvSoort};
use dossier::tlv::besluit::{LaatTlvVerlopen, MeldVertraging, VraagCategorieWijziging};
use dossier::tlv::opdracht::{
    BeeindigToewijzing, GeefZienswijze, OntvangAanvulling, TrekTlvAanvraagIn, VraagTlvAan,
};
use dossier::toegang::Kijker;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{
    MeldAanBenW, MeldAanInspectie, RaadpleegInspectie, TrekVoornemenIn, Verwijder,
};
use dossier::{Actor, Opdracht, Rol};

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, actor, behoefte,
    behoefte_vastgesteld, bereid, besluitnemer, bijlage, d, directie, geadviseerd, horen, ib, in_gebreke,
    ingeschreven, kind, laat_toe, loket, maak_bekend, matrix, meld_aan, meld_aan_bij, ouder, ouder_met_gezag,
    persoon, schors, schrijf_in, start, toewijzing, trek_in, uitzondering, verleen, verleend, vestiging,
    vind_school, volledig, voornemen, vraag_aanvulling, vraag_informatie, weiger, zienswijze,
};

/// Each act is refused to each of these, as belonging to another.
#[track_caller]
fn niet_van_hen(zaak: &Zaak, wie: &[Actor], opdrachten: &[Opdracht]) {
    for actor in wie {
        let mut zaak = zaak.clone();
        zaak.als(actor.clone());
        for opdracht in opdrachten {
            match zaak.vraag(opdracht.clone()) {
                Ok(events) => panic!("{} by {actor:?}: {events:?}", opdracht.naam()),
                Err(refusal) => {
                    assert_eq!(refusal.code, "andere_organisatie", "{} by {actor:?}", opdracht.naam());
                }
            }
        }
    }
}

/// The same acts are possible for who they belong to.
#[track_caller]
fn wel_van(zaak: &Zaak, actor: &Actor, opdracht: impl Into<Opdracht>) {
    let mut zaak = zaak.clone();
    let opdracht = opdracht.into();
    let answer = zaak.als(actor.clone()).vraag(opdracht.clone());
    assert!(answer.is_ok(), "{}: {answer:?}", opdracht.naam());
}

/// Given Sam, registered at two schools, with the need assessed and an offer made by the first.
fn twee_aanmeldingen() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01"));
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    zaak
}

#[test]
fn a_second_school_of_registration_does_nothing_on_the_registration_of_the_first() {
    let zaak = twee_aanmeldingen();
    let others = [ib(IJSVOGEL), directie(IJSVOGEL), ib(LIBEL), directie(LIBEL)];
    niet_van_hen(
        &zaak,
        &others,
        &[
            behoefte(false).into(),
            vraag_informatie("2026-03-16").into(),
            OntvangInformatie {
                aanmelding: 1,
                op: d("2026-03-02"),
                compleet: true,
                nog_nodig: String::new(),
            }
            .into(),
            VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "x".into() }.into(),
            PlaatsTijdelijk {
                aanmelding: 1,
                per: d("2026-05-12"),
                groep: String::new(),
                zonder_verklaring: String::new(),
                ertussen: "Het kind was ziek.".into(),
            }
            .into(),
            aanbod("2026-08-01").into(),
            AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: "brief".into() }.into(),
            WijsAanbodAf { van: None, aanmelding: 1, aanbod: 1, reden: "brief".into() }.into(),
            laat_toe("2026-08-01").into(),
            weiger(Weigeringsgrond::AndereSchool(bereid("De IJsvogel"))).into(),
            weiger(uitzondering("geen_plaatsruimte_po")).into(),
            StelBuitenBehandeling { aanmelding: 1, reden: "x".into() }.into(),
            TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief".into() }.into(),
            CorrigeerOntvangst {
                aanmelding: 1,
                ontvangen_op: d("2026-03-01"),
                minderjarige_asielzoeker: None,
                onderwijs: None,
                gewenst_per: meld_aan().gewenst_per,
                nu_naar_school: None,
                andere_scholen: meld_aan().andere_scholen,
                recht_vervalt: false,
                waarom: "x".into(),
            }
            .into(),
        ],
    );
}

#[test]
fn the_first_school_does_nothing_on_the_registration_of_the_second() {
    let zaak = twee_aanmeldingen();
    let over = |opdracht: Opdracht| [opdracht];
    let own = [ib(WATERJUFFER), directie(WATERJUFFER)];
    let mut second = behoefte(false);
    second.aanmelding = 2;
    niet_van_hen(&zaak, &own, &over(second.clone().into()));
    let mut admitted = laat_toe("2026-08-01");
    admitted.aanmelding = 2;
    niet_van_hen(&zaak, &own, &over(admitted.clone().into()));
    wel_van(&zaak, &ib(IJSVOGEL), second);
    wel_van(&zaak, &directie(IJSVOGEL), admitted);
}

#[test]
fn a_school_registers_starts_and_deregisters_for_itself_alone() {
    let mut zaak = ingeschreven();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    let out = crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01"));
    niet_van_hen(
        &zaak,
        &[ib(IJSVOGEL), directie(IJSVOGEL)],
        &[meld_aan().into(), start(TlvSoort::So).into(), out.clone().into()],
    );
    wel_van(&kind("2018-03-12"), &ib(WATERJUFFER), meld_aan());
    wel_van(&zaak, &ib(WATERJUFFER), start(TlvSoort::So));
    wel_van(&zaak, &ib(WATERJUFFER), out);
}

#[test]
fn another_school_takes_no_part_in_a_removal_or_suspension() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    zaak.doe(voornemen(WATERJUFFER, Sector::Po)).op("2026-03-09");
    let removal = Verwijder {
        verwijdering: 1,
        per: d("2026-04-01"),
        motivering: "De veiligheid.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    };
    let mut again = schors("2026-03-16", "2026-03-16");
    again.vestiging = vestiging(WATERJUFFER);
    let acts: Vec<Opdracht> = vec![
        voornemen(WATERJUFFER, Sector::Po).into(),
        horen("2026-03-09").into(),
        RaadpleegInspectie { verwijdering: 1, op: d("2026-03-09"), uitkomst: "x".into() }.into(),
        vind_school("De Regenwulp").into(),
        removal.into(),
        TrekVoornemenIn { verwijdering: 1, reden: "x".into() }.into(),
        MeldAanBenW { verwijdering: 1, gemeente: "Nevelhuizen".into() }.into(),
        MeldAanInspectie { over: InspectieMelding::Verwijdering(1) }.into(),
        MeldAanInspectie { over: InspectieMelding::Schorsing(1) }.into(),
        again.into(),
    ];
    niet_van_hen(&zaak, &[directie(IJSVOGEL), directie(LIBEL), ib(IJSVOGEL)], &acts);
}

#[test]
fn another_school_takes_no_part_in_a_request() {
    let mut started = ingeschreven();
    started.doe(start(TlvSoort::So));
    let invoer = volledig(&started, 1);
    let withdrawn = || TrekTlvAanvraagIn { aanvraag: 1, reden: "x".into() };
    let others = [ib(IJSVOGEL), directie(IJSVOGEL), ib(LIBEL)];
    niet_van_hen(
        &started,
        &others,
        &[
            VraagTlvAan { aanvraag: 1, invoer }.into(),
            withdrawn().into(),
            zienswijze(1, Some(true)).into(),
            GeefZienswijze { van: Stem::Leerling, ..zienswijze(1, None) }.into(),
        ],
    );
    let mut waiting = aangevraagd();
    waiting.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    let bijlagen = vec![bijlage("inzet_tot_nu_toe")];
    let answer = OntvangAanvulling { aanvraag: 1, op: d("2026-03-02"), antwoorden: Vec::new(), bijlagen };
    niet_van_hen(&waiting, &others, &[answer.clone().into(), withdrawn().into()]);
    wel_van(&waiting, &ib(WATERJUFFER), answer);
    wel_van(&waiting, &directie(WATERJUFFER), withdrawn());
}

#[test]
fn the_partnership_of_the_secondary_schools_takes_no_part_in_a_request_of_a_primary_school() {
    let others = [loket(SWV_VO), besluitnemer(SWV_VO), loket("PO9905"), besluitnemer("PO9905")];
    let delay = || MeldVertraging { aanvraag: 1, nieuwe_datum: d("2026-06-01"), reden: "ziekte".into() };
    let ended = BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "x".into() };
    let notice = in_gebreke("2026-03-02");
    niet_van_hen(
        &aangevraagd(),
        &others,
        &[
            vraag_aanvulling("2026-03-16").into(),
            toewijzing("p-vink", Discipline::Orthopedagoog).into(),
            ended.into(),
            delay().into(),
            notice.into(),
            verleen().into(),
        ],
    );
    let mut decided = geadviseerd();
    decided.als(besluitnemer(SWV_PO)).doe(verleen());
    niet_van_hen(&decided, &others, &[maak_bekend(d("2026-03-02")).into()]);
    let withdrawn = trek_in("2026-03-02", "2026-08-01");
    niet_van_hen(&verleend(), &others, &[withdrawn.into(), LaatTlvVerlopen { aanvraag: 1 }.into()]);
    wel_van(&aangevraagd(), &loket(SWV_PO), delay());
}

#[test]
fn another_school_asks_no_other_category_for_a_child_that_is_elsewhere() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(dossier::tlv::besluit::GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    let ask = VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        categorie: 2,
        reden: "Meer hulp.".into(),
    };
    niet_van_hen(&zaak, &[ib(IJSVOGEL), ib(WATERJUFFER), directie("99SO01")], &[ask.clone().into()]);
    wel_van(&zaak, &ib(LIBEL), ask);
}

#[test]
fn what_another_recorded_is_theirs_to_correct() {
    let zaak = aangemeld();
    for feit in &zaak.dossier.feiten {
        for who in [ib(IJSVOGEL), loket(SWV_PO), ouder()] {
            if who.organisatie == feit.holder {
                continue;
            }
            let mut asked = zaak.clone();
            let act = Corrigeer { volgnummer: feit.volgnummer, waarom: "anders".into(), nieuw: None };
            asked.als(who).weigert(act).met("andere_houder");
        }
    }
}

#[test]
fn a_parent_registers_and_speaks_for_nobody_but_themselves() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    let account = persoon("p-ander");
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account });
    zaak.doe(start(TlvSoort::So));
    let other = actor("p-ander", Rol::Ouder, "gezin/2026-000017");
    for (who, nr, allowed) in
        [(ouder(), 1, true), (ouder(), 2, false), (other.clone(), 1, false), (other, 2, true)]
    {
        zaak.als(who);
        let view = zaak.vraag(zienswijze(nr, Some(true)));
        let there = meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool);
        let registered = zaak.vraag(MeldAan { ingediend_door: Indiener::Ouder(nr), ..there });
        for (answer, veld) in [(view, "van"), (registered, "ingediend_door")] {
            match answer {
                Ok(_) => assert!(allowed, "{veld} {nr}"),
                Err(refusal) => assert_eq!((allowed, refusal.veld), (false, Some(veld))),
            }
        }
    }
}

#[test]
fn what_one_parent_thinks_leaves_the_view_of_the_other_as_it_was() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(start(TlvSoort::So));
    zaak.doe(zienswijze(1, Some(true))).doe(zienswijze(2, Some(false)));
    let views = |zaak: &Zaak| {
        let all = zaak.aanvraag().zienswijzen.iter();
        all.map(|view| (view.van, view.eens)).collect::<Vec<_>>()
    };
    let (first, second) = (Stem::Persoon(1), Stem::Persoon(2));
    assert!(views(&zaak).contains(&(first, Some(true))) && views(&zaak).contains(&(second, Some(false))));
    zaak.als(ouder()).doe(zienswijze(1, Some(false)));
    assert!(views(&zaak).contains(&(first, Some(false))) && views(&zaak).contains(&(second, Some(false))));
}

/// Roles that never act on a file of a child, whoever is concerned with it.
const NIEMAND: [Rol; 8] = [
    Rol::DirecteurSwv,
    Rol::Controller,
    Rol::Steunpunt,
    Rol::PrivacyOfficer,
    Rol::Organisatiebeheerder,
    Rol::Beheerder,
    Rol::Bezwaarcommissie,
    Rol::Jeugdhulp,
];

#[test]
fn no_act_is_open_to_who_has_no_part_in_any_process() {
    let zaak = verleend();
    let betrokken = zaak.dossier.betrokkenen();
    for rol in NIEMAND {
        for organisatie in ["school/99AA00", "swv/PO9901", "gezin/2026-000017"] {
            let kijker = Kijker::from(actor("p-1", rol, organisatie));
            for opdracht in dossier::opdracht::OPDRACHTEN {
                let answer = matrix().mag(&kijker, &betrokken, opdracht, zaak.vandaag);
                assert!(!answer.toegestaan, "{rol} × {opdracht}");
                assert!(!answer.reden.is_leeg(), "{rol} × {opdracht}: no reason");
            }
        }
    }
}

#[test]
fn who_is_not_concerned_with_the_child_does_nothing_whatever_the_role() {
    let mut zaak = ingeschreven();
    zaak.als(ib(LIBEL)).op_school(schrijf_in(LIBEL, Schoolsoort::Basisschool, "2026-03-02"));
    let betrokken = zaak.dossier.betrokkenen();
    for who in [ib("99CC00"), directie("99CC00"), loket("PO9907"), besluitnemer("PO9907")] {
        for opdracht in dossier::opdracht::OPDRACHTEN {
            let answer = matrix().mag(&Kijker::from(who.clone()), &betrokken, opdracht, zaak.vandaag);
            assert!(!answer.toegestaan, "{who:?} × {opdracht}");
        }
    }
}
