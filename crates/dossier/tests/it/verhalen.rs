//! Whole stories, in which every kind of fact occurs: for the golden files, the state machines and the
//! properties that hold in any file.

use std::collections::BTreeSet;
use std::sync::Arc;

use base::Sector;
use dossier::Inhoud;
use dossier::aanmelding::afloop::{
    AanvaardAanbod, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn, WijsAanbodAf,
};
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, VerlengBeslistermijn,
};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::algemeen::kennisgeving::KennisgevingMislukt;
use dossier::algemeen::opdracht::NeemOsoOver;
use dossier::algemeen::post::VerwerkPost;
use dossier::gebeurtenis::EVENT_TYPES;
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldPleegzorg, NodigOuderUit, OntvangNummer, SchrijfUit, SluitOuderAan, Verhuis,
    WijzigGezag, ZetGeheimhouding,
};
use dossier::soort::{Adviesuitkomst, Discipline, Poststap, Relatie, Schoolsoort, TlvSoort, Uitschrijfreden};
use dossier::staat::Adres;
use dossier::tlv::aanvulling::LaatAanvullingVervallen;
use dossier::tlv::besluit::{GebruikTlv, LaatTlvVerlopen, MeldVertraging, NeemBesluit, Uitspraak};
use dossier::tlv::dwangsom::StelDwangsomVast;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::opdracht::{BeeindigToewijzing, OntvangAanvulling, StartTlvAanvraag, TrekTlvAanvraagIn};
use dossier::tlv::vervolg::BepaalVervolg;
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::verwijdering::elders::StelEldersVast;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{
    BeginOverleg, MeldAanBenW, MeldAanInspectie, RaadpleegInspectie, Schors, TrekVoornemenIn, Verwijder,
};

use crate::PROEVEN;
use dossier::aanmelding::gekomen::MeldGekomen;
use dossier::aanmelding::opp::MeldOpp;
use dossier::aanmelding::oppakken::PakWeigeringOp;
use dossier::aanmelding::plek::StelPlekVast;

use crate::derde_lezing::{getoond, uit_een_instelling};
use crate::gegeven::nl;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, WINDVEER, Zaak, aanbod, aangemeld, aangevraagd, advies,
    behoefte_vastgesteld, besluitnemer, bijlage, d, deskundige, directie, geadviseerd, horen, ib, in_gebreke,
    kind, laat_toe, loket, maak_bekend, meld_aan, meld_aan_bij, niet_gekomen, niets, open_dossier, ouder,
    ouder_met_gezag, overleg, persoon, schors, schrijf_in, start, toewijzing, trek_in, uitzondering, verbind,
    verleen, verleend, vestiging, vind_school, voornemen, vraag_aanvulling, vraag_informatie, weiger,
};

/// Every story.
pub(crate) fn alle() -> Vec<Zaak> {
    PROEVEN.iter().flat_map(|proef| (proef.verhalen)()).collect()
}

/// The stories of registrations, removals, requests and a life.
pub(crate) fn eerste() -> Vec<Zaak> {
    vec![
        aanbod_aanvaard(),
        crate::samen::een_verhaal(),
        crate::vrijgave::een_verhaal(),
        tijdelijk_en_geweigerd(),
        buiten_behandeling(),
        drie_aanmeldingen(),
        verwijderd_uit_vo(),
        verwijdering_ingetrokken(),
        verklaring_met_alles(),
        verklaring_ingetrokken(),
        crate::andere_categorie::vervangen(),
        verklaring_geweigerd(),
        crate::p4_behandelen::niet_behandeld(),
        crate::p4_behandelen::doorgezonden(),
        crate::identiteit::verbeterd(),
        aanvragen_ingetrokken(),
        toegelaten_met_verklaring_van_elders(),
        toegelaten_uit_een_instelling(),
        eerder_toegelaten(),
        plek_op_de_andere_school(),
        niet_gekomen_en_toch(),
        plan_gemaakt(),
        een_leven(),
        crate::uitschrijven::nagegaan(),
        crate::twee_dossiers::elders_toegelaten(),
        crate::twee_dossiers::verklaring_nagegaan(),
        crate::verbandwissel::nagegaan(),
        crate::gezag_nagekeken::nagekeken(),
        crate::meegedeeld::later(),
        crate::twee_dossiers::al_op_school(),
        crate::voorwaarde::na_onderzoek(),
        crate::herroepen::terug_op_school(),
        crate::herroepen::alles_herroepen(),
    ]
}

fn aanbod_aanvaard() -> Zaak {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldEersteContact {
        school: "De Waterjuffer".into(),
        op: d("2026-02-27"),
        gezegd: "Bel volgend jaar nog eens.".into(),
    });
    zaak.als(ib(WATERJUFFER)).doe(meld_aan());
    zaak.doe(vraag_informatie("2026-03-08"));
    zaak.als(ouder()).op("2026-03-05").doe(crate::inleveren::hier("Hier is het verslag."));
    zaak.als(ib(WATERJUFFER)).doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-05"),
        compleet: false,
        nog_nodig: "De laatste bladzijde van het verslag.".into(),
    });
    zaak.op("2026-03-09").doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-09"),
        compleet: false,
        nog_nodig: String::new(),
    });
    zaak.doe(crate::gegeven::behoefte(true)).doe(vraag_informatie("2026-03-11"));
    zaak.op("2026-03-12").doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-12"),
        compleet: false,
        nog_nodig: String::new(),
    });
    zaak.doe(VerlengBeslistermijn {
        aanmelding: 1,
        weken: 4,
        reden: "De IJsvogel beslist volgende week.".into(),
    });
    zaak.doe(aanbod("2026-08-01")).als(ouder());
    zaak.doe(WijsAanbodAf { van: None, aanmelding: 1, aanbod: 1, reden: "Te ver.".into() })
        .als(ib(WATERJUFFER));
    zaak.doe(aanbod("2026-08-01")).doe(vraag_informatie("2026-03-26"));
    zaak.op("2026-03-16").doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-16"),
        compleet: true,
        nog_nodig: String::new(),
    });
    zaak.als(ouder()).doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 2, toelichting: String::new() });
    zaak
}

fn tijdelijk_en_geweigerd() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.als(ouder()).op("2026-03-10").doe(MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-10"),
        wat: "Er is geen plek voor kinderen zoals Sam.".into(),
    });
    zaak.als(loket(SWV_PO)).doe(PakWeigeringOp {
        aanmelding: 1,
        wat: "De school beslist deze maand.".into(),
        terug_op: None,
    });
    zaak.als(ib(WATERJUFFER)).op("2026-05-12");
    zaak.doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: "3".into(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    let mut refusal = weiger(uitzondering("geen_plaatsruimte_po"));
    refusal.overleg = Some(overleg("2026-05-12"));
    zaak.doe(refusal);
    zaak
}

fn buiten_behandeling() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2025-08-01")).doe(meld_aan());
    zaak.op("2026-03-03").doe(CorrigeerOntvangst {
        aanmelding: 1,
        ontvangen_op: d("2026-03-01"),
        minderjarige_asielzoeker: None,
        onderwijs: None,
        gewenst_per: meld_aan().gewenst_per,
        nu_naar_school: None,
        andere_scholen: meld_aan().andere_scholen,
        recht_vervalt: false,
        waarom: "Zondag in de bus.".into(),
    });
    zaak.als(ib(IJSVOGEL)).doe(crate::gegeven::schrijf_uit(vestiging(IJSVOGEL), d("2026-03-03")));
    zaak.als(ib(WATERJUFFER)).doe(vraag_informatie("2026-03-16")).op("2026-03-17");
    zaak.doe(StelBuitenBehandeling { aanmelding: 1, reden: "Er kwam niets.".into() });
    zaak
}

/// Withdrawn, admitted, and withdrawn while information was asked.
fn drie_aanmeldingen() -> Zaak {
    let mut zaak = aangemeld();
    zaak.als(ouder())
        .doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() })
        .als(ib(WATERJUFFER));
    zaak.doe(meld_aan());
    zaak.doe(dossier::aanmelding::afloop::LaatToe { aanmelding: 2, ..laat_toe("2026-08-01") });
    zaak.doe(MeldAan { ontvangen_op: d("2026-03-02"), ..meld_aan() });
    zaak.doe(dossier::aanmelding::opdracht::VraagInformatie {
        aanmelding: 3,
        ..vraag_informatie("2026-03-16")
    });
    zaak.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding: 3, reden: String::new() });
    zaak
}

fn verwijderd_uit_vo() -> Zaak {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
    let mut suspension = schors("2026-03-02", "2026-03-04");
    suspension.vestiging = vestiging(WINDVEER);
    zaak.doe(suspension).doe(MeldAanInspectie { over: InspectieMelding::Schorsing(1) });
    zaak.doe(voornemen(WINDVEER, Sector::Vo)).doe(horen("2026-03-02"));
    zaak.doe(dossier::verwijdering::gesprek::VerzetGesprek {
        akkoord: vec![1],
        leerling_akkoord: true,
        ..crate::verwijdering_gesprek::verzet("2026-03-06")
    });
    zaak.doe(BeginOverleg { verwijdering: 1, op: d("2026-03-02"), met: "mevrouw De Inspecteur".into() });
    zaak.doe(Schors {
        vestiging: vestiging(WINDVEER),
        tijdens_overleg: true,
        ..schors("2026-03-05", "2026-03-20")
    });
    zaak.doe(RaadpleegInspectie { verwijdering: 1, op: d("2026-03-02"), uitkomst: "Geen bezwaar.".into() });
    zaak.doe(vind_school("De Regenwulp")).op("2026-03-09").doe(horen("2026-03-06"));
    zaak.doe(Verwijder {
        verwijdering: 1,
        per: d("2026-03-16"),
        motivering: "De veiligheid.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: true,
    });
    zaak.doe(MeldAanBenW { verwijdering: 1, gemeente: "Nevelhuizen".into() });
    zaak.doe(MeldAanInspectie { over: InspectieMelding::Verwijdering(1) });
    zaak.op("2026-03-23").doe(StelEldersVast {
        verwijdering: 1,
        van: d("2026-03-23"),
        hoe: "De Regenwulp belde.".into(),
    });
    zaak
}

/// Withdrawn in each stage.
fn verwijdering_ingetrokken() -> Zaak {
    let mut zaak = crate::gegeven::ingeschreven();
    zaak.als(directie(WATERJUFFER));
    for nr in 1..=4 {
        zaak.doe(voornemen(WATERJUFFER, Sector::Po));
        let hear =
            dossier::verwijdering::opdracht::HoorOudersEnLeraar { verwijdering: nr, ..horen("2026-03-02") };
        let find = dossier::verwijdering::opdracht::VindBereideSchool {
            verwijdering: nr,
            ..vind_school("De IJsvogel")
        };
        match nr {
            1 => &mut zaak,
            2 => zaak.doe(hear),
            3 => zaak.doe(hear).doe(find),
            _ => zaak.doe(find).doe(hear),
        };
        zaak.doe(TrekVoornemenIn { verwijdering: nr, reden: "Er is een andere oplossing.".into() });
    }
    zaak
}

fn gebruik(school: &str, per: &str) -> GebruikTlv {
    GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(school),
        schoolnaam: format!("School {school}"),
        per: d(per),
        elders: false,
    }
}

fn aangevuld(op: &str) -> OntvangAanvulling {
    OntvangAanvulling {
        aanvraag: 1,
        op: d(op),
        antwoorden: vec![("inzet_tot_nu_toe".into(), "Twee jaar hulp.".into())],
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    }
}

fn verklaring_met_alles() -> Zaak {
    let mut zaak = aangevraagd();
    let ask = |zaak: &mut Zaak, tot: &str, op: &str| {
        zaak.als(loket(SWV_PO)).doe(vraag_aanvulling(tot)).op(op).als(ib(WATERJUFFER)).doe(aangevuld(op));
        zaak.als(loket(SWV_PO));
    };
    ask(&mut zaak, "2026-03-03", "2026-03-04");
    zaak.doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.doe(BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "met verlof".into() });
    zaak.doe(toewijzing("p-kraai", Discipline::Orthopedagoog));
    ask(&mut zaak, "2026-03-05", "2026-03-06");
    zaak.doe(vraag_aanvulling("2026-03-20")).als(ouder());
    zaak.doe(crate::inleveren::voor_aanvulling("Hier is het rapport.")).als(loket(SWV_PO));
    zaak.doe(LaatAanvullingVervallen { aanvraag: 1, waarom: "Het staat al in het rapport.".into() });
    zaak.doe(BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-kraai"), reden: "te druk".into() });
    zaak.doe(toewijzing("p-mees", Discipline::Orthopedagoog)).doe(toewijzing("p-raaf", Discipline::Arts));
    let together = advies(&["p-mees", "p-raaf"], Adviesuitkomst::Toelaatbaar, Some(1));
    zaak.als(deskundige("p-mees")).doe(together);
    zaak.tekent_mee("p-raaf").als(deskundige("p-raaf"));
    let together = advies(&["p-mees", "p-raaf"], Adviesuitkomst::Toelaatbaar, Some(1));
    zaak.doe(HerzieAdvies { aanvraag: 1, waarom: "De datum klopte niet.".into() })
        .als(deskundige("p-mees"))
        .doe(together);
    zaak.tekent_mee("p-raaf").als(loket(SWV_PO));
    ask(&mut zaak, "2026-03-07", "2026-03-08");
    zaak.doe(toewijzing("p-ekster", Discipline::Arts));
    zaak.doe(BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-ekster"), reden: "niet nodig".into() });
    zaak.doe(MeldVertraging { aanvraag: 1, nieuwe_datum: d("2026-06-01"), reden: "Vakantie.".into() });
    zaak.op("2026-06-02").doe(in_gebreke("2026-06-02"));
    zaak.op("2026-06-30").als(besluitnemer(SWV_PO)).doe(verleen());
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-06-30"))).als(besluitnemer(SWV_PO));
    zaak.doe(StelDwangsomVast { aanvraag: 1, niet_verschuldigd: String::new() });
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01"));
    let mistake = zaak.dossier.versie;
    // A school that is not concerned with the child said so; the school that asked says that it is not so.
    let mistaken = Corrigeer { volgnummer: mistake, waarom: "verkeerd kind".into(), nieuw: None };
    zaak.weigert(mistaken.clone()).met("andere_houder");
    zaak.als(ib(WATERJUFFER)).doe(mistaken).als(ib(LIBEL));
    zaak.doe(gebruik(LIBEL, "2026-08-01"));
    zaak.op("2028-08-01").als(loket(SWV_PO)).doe(LaatTlvVerlopen { aanvraag: 1 });
    zaak
}

fn verklaring_ingetrokken() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01")).als(besluitnemer(SWV_PO));
    let today = zaak.vandaag.to_string();
    zaak.doe(trek_in(&today, "2026-08-01"));
    zaak
}

fn verklaring_geweigerd() -> Zaak {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(NeemBesluit {
        uitspraak: Uitspraak::Weiger,
        afwijking: "Sbo past beter, zie de motivering.".into(),
        ..verleen()
    });
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-03-02")));
    zaak.als(ib(WATERJUFFER)).doe(BepaalVervolg { aanvraag: 1, hoe: "Met hulp in de klas.".into() });
    zaak
}

fn aanvragen_ingetrokken() -> Zaak {
    let mut zaak = aangevraagd();
    let withdraw = |aanvraag| TrekTlvAanvraagIn { aanvraag, reden: "Het gaat beter.".into() };
    zaak.doe(withdraw(1)).doe(start(TlvSoort::Sbo));
    let invoer = crate::gegeven::volledig(&zaak, 2);
    zaak.doe(LegAanvraagVoor { aanvraag: 2, invoer }).doe(withdraw(2));
    zaak.doe(StartTlvAanvraag { soort: TlvSoort::So, ..start(TlvSoort::So) });
    zaak
}

fn toegelaten_met_verklaring_van_elders() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    zaak.doe(laat_toe("2026-08-01"));
    zaak
}

fn eerder_toegelaten() -> Zaak {
    let mut zaak = kind("2022-12-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    zaak.doe(crate::plek::met_leeftijd("2026-08-01"));
    zaak
}

fn toegelaten_uit_een_instelling() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(uit_een_instelling("2026-08-01"));
    zaak
}

fn niet_gekomen_en_toch() -> Zaak {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-03-09").doe(niet_gekomen("2026-03-09", "2026-03-16"));
    zaak.op("2026-03-12").doe(MeldGekomen { aanmelding: 1, op: d("2026-03-11") });
    zaak
}

fn plan_gemaakt() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-04-02");
    zaak.doe(MeldOpp { aanmelding: 1, op: d("2026-04-01") });
    zaak
}

fn plek_op_de_andere_school() -> Zaak {
    let mut zaak = aanbod_aanvaard();
    zaak.op("2026-08-24").als(ib(WATERJUFFER));
    zaak.doe(StelPlekVast { aanmelding: 1, van: d("2026-08-24"), hoe: "De Wilg belde.".into() });
    zaak
}

fn een_leven() -> Zaak {
    let mut zaak = niets();
    zaak.doe(open_dossier("2008-04-01")).doe(ouder_met_gezag("mevrouw M. Zonnedauw"));
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder))
        .doe(verbind("familie Bries", Relatie::Pleegouder));
    zaak.doe(NodigOuderUit { persoon: 1, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    zaak.als(ouder()).doe(SluitOuderAan { persoon: 1, account: ouder().persoon });
    zaak.doe(ZegDigitaalBereikbaar { ja: true, geen_bericht: false }).als(ib(WATERJUFFER));
    zaak.doe(WijzigGezag {
        persoon: 2,
        relatie: None,
        per: d("2026-03-01"),
        brondocument: "beschikking".into(),
    });
    zaak.doe(crate::leven::ander_nummer("000-000 00 02", "2026-03-01"));
    zaak.doe(dossier::leven::taal::LegTaalVast { persoon: 1, taal: "Tigrinya".into(), tolk: true });
    zaak.doe(crate::verzorger::staat_toe(3, dossier::soort::Verzorgerslezing::Aanmelding));
    zaak.doe(NodigOuderUit { persoon: 3, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    let wrong = crate::gegeven::actor("p-bries", dossier::Rol::Ouder, "gezin/2026-000017");
    zaak.als(wrong.clone()).doe(SluitOuderAan { persoon: 3, account: wrong.persoon });
    zaak.als(ib(WATERJUFFER)).doe(dossier::leven::eigenpagina::BeeindigEigenPagina {
        persoon: 3,
        reden: "De code kwam bij een ander.".into(),
    });
    zaak.doe(crate::leven_mensen::gezocht(false, "2026-03-01"));
    zaak.doe(Verhuis {
        per: d("2026-03-01"),
        adres: Adres::of_postcode("9998ZZ".parse().expect("a postcode")),
    });
    zaak.doe(MeldPleegzorg { per: d("2026-03-01"), persoon: 3 });
    zaak.doe(crate::leven::nieuwe_naam());
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "BRP".into() });
    zaak.doe(OntvangNummer { pgn: "111222333".into() });
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Vo, "2025-08-01"));
    zaak.als(ouder()).doe(crate::woorden_gezin::laat_weten("Sam is bij zijn oma."));
    zaak.als(ib(WATERJUFFER)).doe(crate::woorden_gezin::gezien(1, "Dank u wel."));
    zaak.feit(crate::leven::brief());
    let volgnummer = zaak.dossier.versie;
    zaak.doe(VerwerkPost { volgnummer, stap: Poststap::Post, op: d("2026-03-02") })
        .doe(NeemOsoOver { overname: crate::leven::oso() });
    let told = Arc::clone(&zaak.dossier.brief(volgnummer).expect("that letter").inhoud);
    let (betreft, deel) = (told.betreft, told.deel);
    zaak.feit(KennisgevingMislukt { brief: volgnummer, betreft, deel, persoon: 1 });
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: true });
    zaak.doe(crate::leven::overleden(Overledene::Leerling));
    zaak.doe(SchrijfUit {
        grond: Uitschrijfreden::Overleden,
        ..crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-03-02"))
    });
    zaak
}

#[test]
fn the_stories_hold_every_kind_of_fact() {
    let told: BTreeSet<String> = alle()
        .iter()
        .flat_map(|zaak| {
            zaak.dossier.feiten.iter().map(|feit| feit.inhoud.event_type().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    let known: BTreeSet<String> = EVENT_TYPES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(known.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn the_timeline_tells_every_fact_in_words() {
    for zaak in alle() {
        for regel in zaak.dossier.tijdlijn() {
            let tekst = nl(&regel.tekst);
            assert!(!tekst.contains('_'), "{tekst}");
            assert!(tekst.chars().next().is_some_and(|first| !first.is_lowercase()), "{tekst}");
        }
        assert!(zaak.dossier.feiten.iter().all(|feit| matches!(feit.inhoud, Inhoud::Leesbaar(_))));
    }
}
