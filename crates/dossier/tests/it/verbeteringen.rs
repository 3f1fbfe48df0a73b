//! Each fact that may be corrected, put right and taken back: what the file says then, what the history keeps, and who may.

use std::sync::Arc;

use dossier::aanmelding::afloop::MeldFeitelijkeWeigering;
use dossier::aanmelding::feiten::EerstContactGemeld;
use dossier::aanmelding::opdracht::MeldEersteContact;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::{
    GeheimhoudingGezet, Ingeschreven, NaamOfGeslachtGewijzigd, NummerOntvangen, Overledene, PersoonVerbonden,
    Uitgeschreven, Verhuisd,
};
use dossier::leven::opdracht::{MeldPleegzorg, OntvangNummer, Verhuis, ZetGeheimhouding};
use dossier::soort::{Relatie, Schoolsoort};
use dossier::staat::Adres;
use dossier::tlv::besluit::GebruikTlv;
use dossier::{Dossier, Gebeurtenis, Inhoud, Opdracht, Rol};

use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, Zaak, aangemeld, d, ib, ingeschreven, kind, loket, niets, nl, ouder,
    schrijf_in, verbind, verleend, vestiging,
};
use crate::leven::{nieuwe_naam, overleden};

/// What the fact with this number says.
fn zegt(zaak: &Zaak, volgnummer: u64) -> Gebeurtenis {
    match &zaak.dossier.feit(volgnummer).expect("a fact").inhoud {
        Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.clone(),
        other => panic!("{other:?}"),
    }
}

/// The act that would have recorded this.
pub(crate) fn als_daad(event: impl Into<Gebeurtenis>) -> Option<Box<Opdracht>> {
    event.into().daad(&niets().dossier).map(Box::new)
}

fn verbeter(volgnummer: u64, nieuw: impl Into<Gebeurtenis>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: als_daad(nieuw) }
}

fn neem_terug(volgnummer: u64) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "het is niet gebeurd".into(), nieuw: None }
}

/// A wrong fact: the file, its number, what it should be, and what somebody sees of it in the file.
struct Fout {
    zaak: Zaak,
    volgnummer: u64,
    goed: Gebeurtenis,
    kijk: fn(&Dossier) -> String,
    was: &'static str,
    wordt: &'static str,
}

fn home(postcode: &str) -> Adres {
    Adres::of_postcode(postcode.parse().expect("a postcode"))
}

fn lives(dossier: &Dossier) -> String {
    let adres = dossier.leerling.as_ref().map(|leerling| &leerling.adres);
    adres.and_then(|adres| adres.postcode.as_ref()).map(ToString::to_string).unwrap_or_default()
}

fn enrolled(dossier: &Dossier) -> String {
    let one = |i: &dossier::staat::Inschrijving| {
        format!("{} {} {}", i.van, i.groep, i.tot.map(|tot| tot.to_string()).unwrap_or_default())
    };
    dossier.inschrijvingen.iter().map(one).collect::<Vec<_>>().join("; ").trim().to_owned()
}

fn born(dossier: &Dossier) -> String {
    dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum.to_string()).unwrap_or_default()
}

/// Facts of the child and its family.
fn fouten_kind() -> Vec<Fout> {
    let child = kind("2020-03-12");
    let Gebeurtenis::DossierGeopend(opened) = zegt(&child, 1) else { panic!("opened") };
    let opened = Arc::unwrap_or_clone(opened);
    let Gebeurtenis::PersoonVerbonden(person) = zegt(&child, 2) else { panic!("connected") };
    let person = Arc::unwrap_or_clone(person);
    let mut moved = kind("2020-03-12");
    moved.doe(Verhuis { per: d("2026-02-01"), adres: home("9998ZZ") });
    let mut named = kind("2020-03-12");
    named.doe(nieuwe_naam());
    let Gebeurtenis::NaamOfGeslachtGewijzigd(name) = zegt(&named, 4) else { panic!("named") };
    let name = Arc::unwrap_or_clone(name);
    let mut secret = kind("2020-03-12");
    secret.doe(verbind("de heer M. Bries", Relatie::Gezagsouder));
    secret.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    vec![
        Fout {
            zaak: child.clone(),
            volgnummer: 1,
            goed: DossierGeopend { geboortedatum: d("2020-03-21"), ..opened }.into(),
            kijk: born,
            was: "2020-03-12",
            wordt: "2020-03-21",
        },
        Fout {
            zaak: child,
            volgnummer: 2,
            goed: PersoonVerbonden { relatie: Relatie::Voogd, naam: "mevrouw M. Zonnedouw".into(), ..person }
                .into(),
            kijk: |dossier| format!("{} {}", dossier.personen[0].naam, dossier.personen[0].relatie.code()),
            was: "mevrouw M. Zonnedauw gezagsouder",
            wordt: "mevrouw M. Zonnedouw voogd",
        },
        Fout {
            zaak: moved,
            volgnummer: 4,
            goed: Verhuisd { per: d("2026-02-15"), adres: home("9997ZZ") }.into(),
            kijk: lives,
            was: "9998ZZ",
            wordt: "9997ZZ",
        },
        Fout {
            zaak: named,
            volgnummer: 4,
            goed: NaamOfGeslachtGewijzigd { achternaam: "Zonnedag".into(), ..name }.into(),
            kijk: Dossier::naam,
            was: "Samira Zonnedauw",
            wordt: "Samira Zonnedag",
        },
        Fout {
            zaak: secret,
            volgnummer: 5,
            goed: GeheimhoudingGezet { geheim: true, voor_personen: vec![2], bron: "BRP".into() }.into(),
            kijk: |dossier| format!("{} {}", dossier.is_geheim_voor(1), dossier.is_geheim_voor(2)),
            was: "true false",
            wordt: "false true",
        },
    ]
}

/// Facts of numbers and places.
fn fouten_school() -> Vec<Fout> {
    let mut numbered = kind("2020-03-12");
    numbered.doe(OntvangNummer { pgn: "111222333".into() });
    let pupil = ingeschreven();
    let Gebeurtenis::Ingeschreven(enrolment) = zegt(&pupil, 4) else { panic!("enrolled") };
    let enrolment = Arc::unwrap_or_clone(enrolment);
    let mut left = ingeschreven();
    left.doe(crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01")));
    let Gebeurtenis::Uitgeschreven(end) = zegt(&left, 5) else { panic!("left") };
    vec![
        Fout {
            zaak: numbered,
            volgnummer: 4,
            goed: NummerOntvangen { pgn: "123456782".into() }.into(),
            kijk: |dossier| dossier.nummer_ontvangen.map(|day| day.to_string()).unwrap_or_default(),
            was: "2026-03-02",
            wordt: "2026-03-02",
        },
        Fout {
            zaak: pupil,
            volgnummer: 4,
            goed: Ingeschreven { per: d("2025-09-01"), groep: "4".into(), ..enrolment }.into(),
            kijk: enrolled,
            was: "2025-08-01 5",
            wordt: "2025-09-01 4",
        },
        Fout {
            zaak: left,
            volgnummer: 5,
            goed: Uitgeschreven { per: d("2026-05-01"), ..Arc::unwrap_or_clone(end) }.into(),
            kijk: enrolled,
            was: "2025-08-01 5 2026-04-01",
            wordt: "2025-08-01 5 2026-05-01",
        },
    ]
}

/// What a parent told of a first contact.
fn fout_ouder() -> Fout {
    let mut told = kind("2020-03-12");
    let call = |gezegd: &str| MeldEersteContact {
        school: "De Waterjuffer".into(),
        op: d("2026-02-27"),
        gezegd: gezegd.into(),
    };
    told.als(ouder()).doe(call("Nee."));
    Fout {
        zaak: told,
        volgnummer: 4,
        goed: EerstContactGemeld {
            school: "De IJsvogel".into(),
            op: d("2026-02-26"),
            gezegd: "Bel volgend jaar.".into(),
        }
        .into(),
        kijk: |dossier| dossier.contacten.iter().map(|contact| contact.inhoud.school.clone()).collect(),
        was: "De Waterjuffer",
        wordt: "De IJsvogel",
    }
}

fn fouten() -> impl Iterator<Item = Fout> {
    fouten_kind().into_iter().chain(fouten_school()).chain([fout_ouder()])
}

#[test]
fn a_wrong_fact_is_replaced_and_the_file_says_what_is_right() {
    for mut fout in fouten() {
        let name = fout.goed.event_type();
        assert_eq!((fout.kijk)(&fout.zaak.dossier), fout.was, "{name}");
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed)).dan_is_vastgelegd(&["gecorrigeerd"]);
        assert_eq!((fout.kijk)(&fout.zaak.dossier), fout.wordt, "{name}");
        // A corrected day of leaving is told by a letter, as the first one was.
        let told = usize::from(name == "uitgeschreven");
        assert_eq!(fout.zaak.brieven_gevraagd(), vec!["uitgeschreven"; told], "{name}");
    }
}

#[test]
fn the_wrong_fact_stays_in_the_history_and_says_that_it_was_corrected() {
    for mut fout in fouten() {
        let before = fout.zaak.dossier.feiten.clone();
        let name = fout.goed.event_type();
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed));
        assert_eq!(fout.zaak.dossier.feiten[..before.len()], before[..], "{name}");
        let lines = fout.zaak.dossier.tijdlijn();
        for line in &lines {
            assert_eq!(line.verbeterd, line.volgnummer == fout.volgnummer, "{name}: {}", line.volgnummer);
        }
        let correction = fout.zaak.dossier.correction(fout.volgnummer).expect("a correction");
        assert_eq!(correction.waarom, "verkeerd overgenomen", "{name}");
        let told = lines.iter().find(|line| line.volgnummer == fout.zaak.dossier.versie).expect("its line");
        assert!(nl(&told.tekst).contains("verkeerd overgenomen"), "{name}: {}", nl(&told.tekst));
    }
}

#[test]
fn a_correction_stands_with_its_fact_and_is_held_by_the_same() {
    for mut fout in fouten() {
        let wrong = fout.zaak.dossier.feit(fout.volgnummer).expect("a fact").clone();
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed));
        let correction = fout.zaak.dossier.feiten.last().expect("a fact");
        assert_eq!(correction.holder, wrong.holder, "{}", wrong.inhoud.event_type());
    }
}

#[test]
fn a_correction_of_a_correction_counts_and_so_does_the_one_after_that() {
    for mut fout in fouten() {
        let (first, name) = (zegt(&fout.zaak, fout.volgnummer), fout.goed.event_type());
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed.clone()));
        fout.zaak.doe(verbeter(fout.volgnummer, first));
        assert_eq!((fout.kijk)(&fout.zaak.dossier), fout.was, "{name}: back to what it was");
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed));
        assert_eq!((fout.kijk)(&fout.zaak.dossier), fout.wordt, "{name}: and right again");
    }
}

#[test]
fn a_replay_of_a_corrected_file_gives_the_same_file() {
    for mut fout in fouten() {
        fout.zaak.doe(verbeter(fout.volgnummer, fout.goed));
        let facts = fout.zaak.dossier.feiten.iter().map(|feit| (**feit).clone());
        let replayed = Dossier::replay(fout.zaak.dossier.nummer.clone(), facts);
        assert_eq!(replayed, fout.zaak.dossier);
    }
}

#[test]
fn nobody_else_corrects_it() {
    for fout in fouten() {
        let holder = fout.zaak.dossier.feit(fout.volgnummer).expect("a fact").holder.clone();
        for other in [ib(IJSVOGEL), loket("PO9901"), ouder(), ib(WATERJUFFER)] {
            if other.organisatie != holder {
                // To a parent from whom it is secret where the child is, every act answers the same.
                let secret =
                    other.rol == Rol::Ouder && fout.zaak.dossier.gesloten_voor("corrigeer", &other).is_some();
                let code = if secret { "niet_hier" } else { "andere_houder" };
                let mut zaak = fout.zaak.clone();
                zaak.als(other).weigert(verbeter(fout.volgnummer, fout.goed.clone())).met(code);
            }
        }
    }
}

#[test]
fn another_kind_of_fact_never_takes_its_place() {
    let all: Vec<Fout> = fouten().collect();
    for fout in &all {
        for other in all.iter().filter(|other| other.goed.event_type() != fout.goed.event_type()) {
            fout.zaak.weigert(verbeter(fout.volgnummer, other.goed.clone())).veld("nieuw");
        }
    }
}

#[test]
fn what_could_not_have_been_recorded_takes_the_place_of_nothing() {
    let child = kind("2020-03-12");
    let Gebeurtenis::DossierGeopend(opened) = zegt(&child, 1) else { panic!("opened") };
    let opened = Arc::unwrap_or_clone(opened);
    let Gebeurtenis::PersoonVerbonden(person) = zegt(&child, 2) else { panic!("connected") };
    let person = Arc::unwrap_or_clone(person);
    let wrong: [(u64, Gebeurtenis, &str); 6] = [
        (1, DossierGeopend { geboortedatum: d("2026-03-03"), ..opened.clone() }.into(), "geboortedatum"),
        (1, DossierGeopend { roepnaam: " ".into(), ..opened.clone() }.into(), "roepnaam"),
        (1, DossierGeopend { achternaam: "x".repeat(201), ..opened }.into(), "achternaam"),
        (2, PersoonVerbonden { naam: String::new(), ..person.clone() }.into(), "naam"),
        (2, PersoonVerbonden { brondocument: String::new(), ..person.clone() }.into(), "brondocument"),
        (2, PersoonVerbonden { tot: Some(d("2018-03-12")), ..person }.into(), "tot"),
    ];
    for (volgnummer, nieuw, veld) in wrong {
        child.weigert(verbeter(volgnummer, nieuw)).veld(veld);
    }
    let mut moved = kind("2020-03-12");
    moved.doe(Verhuis { per: d("2026-02-01"), adres: home("9998ZZ") });
    moved.weigert(verbeter(4, Verhuisd { per: d("2026-03-03"), adres: home("9998ZZ") })).veld("per");
    let pupil = ingeschreven();
    let Gebeurtenis::Ingeschreven(enrolment) = zegt(&pupil, 4) else { panic!("enrolled") };
    let enrolment = Arc::unwrap_or_clone(enrolment);
    pupil
        .weigert(verbeter(4, Ingeschreven { vestiging: vestiging(IJSVOGEL), ..enrolment }))
        .met("andere_organisatie");
}

/// A file whose last fact never was; what somebody sees of it in the file, with the fact and without.
type Vergissing = (Zaak, fn(&Dossier) -> String, &'static str, &'static str);

/// Each kind of fact that can be taken back.
fn terug_te_nemen() -> Vec<Vergissing> {
    let mut moved = kind("2020-03-12");
    moved.doe(Verhuis { per: d("2026-02-01"), adres: home("9998ZZ") });
    let mut fostered = kind("2020-03-12");
    fostered.doe(verbind("familie Bries", Relatie::Pleegouder));
    fostered.doe(MeldPleegzorg { per: d("2026-02-01"), persoon: 2 });
    let mut secret = kind("2020-03-12");
    secret.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    let mut dead = aangemeld();
    dead.doe(overleden(Overledene::Leerling));
    let mut bereaved = kind("2020-03-12");
    bereaved.doe(overleden(Overledene::Persoon(1)));
    let mut left = ingeschreven();
    left.doe(crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01")));
    let mut told = aangemeld();
    told.doe(MeldFeitelijkeWeigering { aanmelding: 1, op: d("2026-03-02"), wat: "Nee gezegd.".into() });
    let mut used = verleend();
    used.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    used.als(ib(WATERJUFFER));
    vec![
        (moved, lives, "9998ZZ", "9999ZZ"),
        (fostered, |dossier| format!("{:?}", dossier.pleegzorg_sinds.is_some()), "true", "false"),
        (secret, |dossier| dossier.is_geheim_voor(1).to_string(), "true", "false"),
        (dead, |dossier| dossier.beurten().len().to_string(), "0", "3"),
        (bereaved, |dossier| dossier.gezag_op(d("2026-03-02")).count().to_string(), "0", "1"),
        (left, enrolled, "2025-08-01 5 2026-04-01", "2025-08-01 5"),
        (told, |dossier| dossier.aanmeldingen[0].feitelijk_geweigerd.len().to_string(), "1", "0"),
        (used, |dossier| dossier.aanvragen[0].fase().code().into(), "tlv_gebruikt", "tlv_verleend_bekend"),
    ]
}

#[test]
fn a_fact_that_never_was_is_taken_back_and_the_file_is_as_if_it_had_not_been_recorded() {
    for (mut zaak, kijk, was, wordt) in terug_te_nemen() {
        let last = zaak.dossier.versie;
        let name = zegt(&zaak, last).event_type();
        assert_eq!(kijk(&zaak.dossier), was, "{name}");
        zaak.doe(neem_terug(last)).dan_is_vastgelegd(&["gecorrigeerd"]);
        assert_eq!(kijk(&zaak.dossier), wordt, "{name}");
        assert!(zaak.dossier.feit(last).is_some(), "{name}: it stays in the history");
    }
}

#[test]
fn what_was_taken_back_can_be_recorded_again() {
    let (mut zaak, kijk, was, _) = terug_te_nemen().swap_remove(7);
    let last = zaak.dossier.versie;
    zaak.doe(neem_terug(last)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    assert_eq!(kijk(&zaak.dossier), was);
    let (mut moved, kijk, was, _) = terug_te_nemen().swap_remove(0);
    moved.doe(neem_terug(4)).doe(Verhuis { per: d("2026-02-01"), adres: home("9998ZZ") });
    assert_eq!(kijk(&moved.dossier), was);
}

#[test]
fn a_fact_that_was_taken_back_is_put_in_its_place_again_by_a_later_correction() {
    let (mut zaak, kijk, was, wordt) = terug_te_nemen().swap_remove(0);
    let moved = zegt(&zaak, 4);
    zaak.doe(neem_terug(4));
    assert_eq!(kijk(&zaak.dossier), wordt);
    zaak.doe(verbeter(4, moved));
    assert_eq!(kijk(&zaak.dossier), was);
}

#[test]
fn what_came_after_a_wrong_fact_still_stands_when_it_is_put_right() {
    let mut zaak = kind("2020-03-12");
    let Gebeurtenis::DossierGeopend(opened) = zegt(&zaak, 1) else { panic!("opened") };
    let opened = Arc::unwrap_or_clone(opened);
    zaak.doe(crate::gegeven::meld_aan()).doe(crate::gegeven::behoefte(true));
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02"));
    let (cases, schools) = (zaak.dossier.aanmeldingen.clone(), zaak.dossier.inschrijvingen.clone());
    zaak.doe(verbeter(1, DossierGeopend { roepnaam: "Sem".into(), ..opened }));
    assert_eq!(zaak.dossier.naam(), "Sem de Zonnevis");
    assert_eq!((zaak.dossier.aanmeldingen.clone(), zaak.dossier.inschrijvingen.clone()), (cases, schools));
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
}

#[test]
fn nothing_comes_in_by_correcting_that_its_act_would_have_refused() {
    let pupil = ingeschreven();
    let Gebeurtenis::Ingeschreven(enrolment) = zegt(&pupil, 4) else { panic!("enrolled") };
    let enrolment = Arc::unwrap_or_clone(enrolment);
    let mut left = ingeschreven();
    left.doe(crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01")));
    let Gebeurtenis::Uitgeschreven(end) = zegt(&left, 5) else { panic!("left") };
    let end = Arc::unwrap_or_clone(end);
    let mut named = kind("2020-03-12");
    named.doe(nieuwe_naam());
    let Gebeurtenis::NaamOfGeslachtGewijzigd(name) = zegt(&named, 4) else { panic!("named") };
    let name = Arc::unwrap_or_clone(name);
    let mut secret = kind("2020-03-12");
    secret.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    let long = "x".repeat(5_000);
    let geheim = |voor_personen: Vec<u32>, bron: &str| GeheimhoudingGezet {
        geheim: true,
        voor_personen,
        bron: bron.to_owned(),
    };
    let wrong: [(&Zaak, u64, Gebeurtenis, &str); 9] = [
        (&pupil, 4, Ingeschreven { per: d("1990-01-01"), ..enrolment.clone() }.into(), "per"),
        (&pupil, 4, Ingeschreven { per: d("2090-01-01"), ..enrolment.clone() }.into(), "per"),
        (&pupil, 4, Ingeschreven { groep: long.clone(), ..enrolment }.into(), "groep"),
        (&left, 5, Uitgeschreven { per: d("2025-01-01"), ..end.clone() }.into(), "per"),
        (&left, 5, Uitgeschreven { per: d("2090-01-01"), ..end.clone() }.into(), "per"),
        (&left, 5, Uitgeschreven { blijkt: String::new(), ..end }.into(), "blijkt"),
        (&named, 4, NaamOfGeslachtGewijzigd { voorvoegsel: long.clone(), ..name }.into(), "voorvoegsel"),
        (&secret, 4, geheim(vec![1], &long).into(), "bron"),
        (&secret, 4, geheim(vec![9], "BRP").into(), "voor_personen"),
    ];
    for (zaak, volgnummer, event, veld) in wrong {
        let mut zaak = zaak.clone();
        let before = zaak.dossier.clone();
        let refused = zaak.probeer(&verbeter(volgnummer, event.clone()).into()).expect_err("refused");
        assert_eq!(refused.veld, Some(veld), "{event:?}");
        assert_eq!(zaak.dossier, before, "and nothing was recorded");
    }
}
