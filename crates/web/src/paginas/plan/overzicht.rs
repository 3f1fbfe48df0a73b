//! The page of one plan: what stands in it, who was heard, who agrees, what came of it, and how versions differ.

use app::inzage::Doel;
use base::Date;
use dossier::beurt::Onderwerp;
use dossier::leven::stem::Stem;
use dossier::plan::staat::{Inbreng, Plan, Planversie, Ronde};
use dossier::{Berekend, Woord};
use recht::soort::OppOnderdeel;
use teksten::{Taal, Tekst, kind, plan, zaak};
use web_base::error::Uitkomst;
use web_base::onderdelen::{Feiten, Inhoud, Label, Labelsoort, Uitleg};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::praatblad;
use super::stap::PlanStap;
use super::verschil::{hulp, in_regels, regels, verschil};
use crate::paginas::zaak::{Actie, Mogelijkheden, Zaakblad, Zaakblok, afterwards};
use crate::weg::werk::Werk;

pub(super) async fn plan(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let taal = werk.kijker.taal();
    let found = werk.plan(nr)?;
    let Mogelijkheden { acties, nog_niet } = possibilities(werk, found);
    let titel = taal.zeg(plan::BladTitel { soort: found.soort.woord(), school: &found.schoolnaam }.tekst());
    let mut pagina = werk.page(titel).in_chosen_language();
    pagina.meldingen.extend(afterwards(vraag, taal, |code| match code {
        "begonnen" => Some(plan::blad_begonnen()),
        code => Doen::from_code(code).map(Doen::gedaan),
    }));
    werk.toon(Doel::Zaak(Onderwerp::Plan(nr))).await?;
    let mut blokken = vec![Zaakblok::feiten(taal.zeg(kind::stand()), stand(found, taal))];
    if let Some((op, toets)) = asked(found) {
        let uitleg = Uitleg::in_sector(toets.berekening.as_ref(), found.sector).on_page_in(taal);
        let kop = taal.zeg(plan::BladWatVraagtDeWet { op }.tekst());
        blokken.push(Zaakblok::toets(kop, missing(found, taal), uitleg));
    }
    blokken.extend(holds(found, taal));
    blokken.push(Zaakblok::feiten(taal.zeg(plan::blad_het_plan()), contents(found, taal)));
    let heard = heard(werk, &found.ronde, taal);
    let before = found.laatst_vastgesteld().map(|last| self::heard(werk, &last.ronde, taal));
    blokken.extend(
        [Some(heard), before]
            .into_iter()
            .flatten()
            .find(|feiten| !feiten.is_empty())
            .map(|feiten| Zaakblok::feiten(taal.zeg(plan::blad_gehoord()), feiten)),
    );
    blokken.extend(agreed(werk, found, taal));
    blokken.extend(came(found, taal));
    blokken.extend(
        found.versies.iter().zip(found.versies.iter().skip(1)).rev().map(|(was, is)| changed(was, is, taal)),
    );
    Zaakblad { pagina, blokken, acties, nog_niet }.show(werk, Onderwerp::Plan(nr))
}

fn possibilities(werk: &Werk, found: &Plan) -> Mogelijkheden {
    let taal = werk.kijker.taal();
    let mut all = Mogelijkheden::default();
    let now = werk.mogelijk(Onderwerp::Plan(found.nr));
    // A family agrees on its own pages.
    for doen in Doen::ALL.iter().copied().filter(|doen| now.contains(&doen.opdracht()) && !werk.is_gezin()) {
        let stap = PlanStap::with(found, doen);
        let actie = Actie {
            tekst: taal.zeg(doen.tekst()),
            adres: werk.adres(&format!("plan/{}/{}", found.nr, doen.code())),
            uitleg: taal.zeg(doen.uitleg()),
        };
        all.voeg_toe(werk, &stap, &doen.tekst(), actie);
    }
    if found.laatste_versie().is_some() {
        all.acties.push(Actie {
            tekst: taal.zeg(plan::praat_link()),
            adres: werk.adres(&format!("plan/{}/{}", found.nr, praatblad::PAD)),
            uitleg: taal.zeg(plan::praat_uitleg()),
        });
    }
    all
}

fn stand(plan: &Plan, taal: Taal) -> Feiten {
    let adopted = plan.laatst_vastgesteld().map(|last| taal.dag(last.besluit.op));
    let ended = plan.beeindigd.as_ref().map(|ended| {
        let said = format!("{}: {}", taal.dag(ended.op), taal.zeg(ended.reden.woord()));
        Inhoud::from(said).above(ended.toelichting.as_str())
    });
    Feiten::new()
        .with(taal.zeg(kind::stand()), Label::new(taal.zeg(plan.fase().woord()), Labelsoort::Gewoon))
        .with(taal.zeg(plan::blad_begonnen_op()), taal.dag(plan.begonnen_op))
        .with_some(&taal.zeg(plan::blad_uiterlijk()), plan.uiterlijk.map(|day| taal.dag(day)))
        .with_some(&taal.zeg(plan::blad_vastgesteld_op()), adopted)
        .with_some(&taal.zeg(plan::blad_gestopt()), ended)
}

/// What the law asked, with the day on which that was: at the adoption, of the version that lies there when it was laid there, or at the begin.
fn asked(plan: &Plan) -> Option<(Date, &Berekend<Vec<OppOnderdeel>>)> {
    let adopted = plan.laatst_vastgesteld().filter(|_| plan.ligt_voor().is_none());
    let adopted = adopted.and_then(|last| Some((last.besluit.op, last.besluit.ontbreekt.as_ref()?)));
    let laid = || plan.laatste_versie().and_then(|laid| Some((laid.op, laid.feit.ontbreekt.as_ref()?)));
    adopted.or_else(laid).or_else(|| Some((plan.begonnen_op, plan.gevraagd.as_ref()?)))
}

/// Whether something of it is still to come: pupil and parents can have been heard since that day.
fn missing(plan: &Plan, taal: Taal) -> String {
    let to_come = |part: &OppOnderdeel| match part {
        // With whom of them is said at 'who was heard', and whose turn it is.
        OppOnderdeel::OverlegOuders => plan.ronde.overleg.is_empty(),
        OppOnderdeel::InbrengLeerling => !plan.ronde.heeft_inbreng(),
        OppOnderdeel::Uitstroombestemming
        | OppOnderdeel::BelemmerendeFactoren
        | OppOnderdeel::BevorderendeFactoren
        | OppOnderdeel::IndividueleBegeleiding
        | OppOnderdeel::SoortArbeid
        | OppOnderdeel::AfwijkendeOnderdelen
        | OppOnderdeel::InstemmingHandelingsdeel => true,
    };
    let open = plan.ligt_voor().is_some()
        && asked(plan).is_some_and(|(_, toets)| toets.uitkomst.iter().any(to_come));
    let said: Tekst = if open { plan::blad_nog_te_doen() } else { plan::blad_alles_gevraagd() };
    taal.zeg(said)
}

fn contents(plan: &Plan, taal: Taal) -> Feiten {
    let told = regels(&plan.delen, taal).into_iter().filter(|(_, text)| !text.is_empty());
    told.fold(Feiten::new(), |feiten, (naam, text)| feiten.with(taal.zeg(naam), in_regels(&text)))
}

/// While help lies there on which not all agree: which help holds, and that the other does not.
fn holds(plan: &Plan, taal: Taal) -> Option<Zaakblok> {
    let open = plan.te_beoordelen().filter(|_| plan.laatst_vastgesteld().is_some())?;
    let versie = i32::try_from(open.versie).unwrap_or(i32::MAX);
    let not = taal.zeg(plan::BladGeldtNiet { versie }.tekst());
    let feiten = Feiten::new().with(taal.zeg(plan::blad_let_op()), not);
    let told = plan.geldend_handelingsdeel().map(|(since, part)| (since, hulp(Some(part), taal)));
    let Some((since, rows)) = told else {
        return Some(Zaakblok::feiten(
            taal.zeg(plan::blad_welke_hulp()),
            feiten.with(taal.zeg(plan::blad_begeleiding()), taal.zeg(plan::blad_geen_hulp())),
        ));
    };
    let feiten = feiten.with(taal.zeg(plan::blad_geldt_sinds()), taal.dag(since));
    let rows = rows.into_iter().filter(|(_, text)| !text.is_empty());
    let feiten = rows.fold(feiten, |feiten, (naam, text)| feiten.with(taal.zeg(naam), in_regels(&text)));
    Some(Zaakblok::feiten(taal.zeg(plan::blad_welke_hulp()), feiten))
}

/// Who was heard, in their own words.
fn heard(werk: &Werk, ronde: &Ronde, taal: Taal) -> Feiten {
    let mut feiten = Feiten::new();
    if let Some(asked) = &ronde.gelegenheid {
        let said = Inhoud::from(asked.hoe.as_str()).above(taal.korte_dag(asked.op));
        feiten = feiten.with(taal.zeg(plan::blad_gevraagd()), said);
    }
    feiten = match &ronde.inbreng {
        Some(Inbreng::Gehoord(heard)) => {
            let how = format!("{}, {}", taal.korte_dag(heard.op), taal.zeg(heard.wijze.woord()));
            feiten.with(taal.zeg(kind::de_leerling()), Inhoud::from(heard.woorden.as_str()).above(how))
        }
        Some(Inbreng::ZagAf(said)) => {
            let zag_af = Inhoud::from(taal.zeg(plan::blad_zag_af()));
            feiten.with(taal.zeg(kind::de_leerling()), zag_af.above(said.woorden.as_str()))
        }
        None => feiten,
    };
    if let Some(told) = &ronde.uitleg {
        let said = Inhoud::from(told.invloed.as_str()).above(taal.korte_dag(told.op));
        feiten = feiten.with(taal.zeg(plan::blad_uitleg()), said);
    }
    for talk in &ronde.overleg {
        let said = Inhoud::from(talk.woorden.as_str()).above(taal.korte_dag(talk.op));
        feiten = feiten.with(names(werk, &talk.met, taal), said);
        if !talk.zonder.is_empty() {
            let who = names(werk, &talk.zonder, taal);
            let kop = taal.zeg(plan::BladNietGesproken { wie: &who }.tekst());
            feiten = feiten.with(kop, talk.waarom_niet.as_str());
        }
    }
    if let Some(advised) = &ronde.advies {
        let said = Inhoud::from(advised.advies.as_str()).above(taal.korte_dag(advised.op));
        feiten = feiten.with(taal.zeg(plan::blad_commissie()), said);
    }
    feiten
}

/// Whose words they are, by name.
fn names(werk: &Werk, stemmen: &[Stem], taal: Taal) -> String {
    let name = |stem: &Stem| match stem {
        Stem::Leerling => taal.zeg(kind::de_leerling()),
        Stem::Persoon(nr) => {
            let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == *nr);
            known.map_or_else(|| taal.zeg(kind::de_ouders()), |persoon| persoon.naam.clone())
        }
    };
    stemmen.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// What each said of the action part that was laid before them last.
fn agreed(werk: &Werk, plan: &Plan, taal: Taal) -> Option<Zaakblok> {
    let part = plan.delen.handelingsdeel.as_ref()?;
    let said = plan.stemmen_over(part.versie);
    if said.is_empty() {
        return None;
    }
    let feiten = said.into_iter().fold(Feiten::new(), |feiten, stem| {
        let word = if stem.ja { plan::blad_stemt_in() } else { plan::blad_stemt_niet_in() };
        let word = format!("{}, {}", taal.zeg(word), taal.korte_dag(stem.op));
        feiten.with(names(werk, &[stem.van], taal), Inhoud::from(word).above(stem.reden.as_str()))
    });
    Some(Zaakblok::feiten(taal.zeg(plan::blad_instemming()), feiten))
}

/// What came of it: cycles and evaluations, the newest first.
fn came(plan: &Plan, taal: Taal) -> Option<Zaakblok> {
    let mut feiten = Feiten::new();
    for over in plan.cycli.iter().rev() {
        let goals: Vec<String> = over
            .uitkomsten
            .iter()
            .map(|one| {
                let nr = i32::try_from(one.doel).unwrap_or(i32::MAX);
                let doel = taal.zeg(plan::RijDoel { nr }.tekst());
                format!("{doel}: {}. {}", taal.zeg(one.resultaat.woord()), one.toelichting)
            })
            .collect();
        feiten = feiten
            .with(taal.zeg(plan::blad_cyclus()), in_regels(&goals.join("\n")).above(taal.korte_dag(over.op)));
    }
    for looked in plan.evaluaties.iter().rev() {
        let above = format!("{}: {}", taal.korte_dag(looked.op), taal.zeg(looked.vervolg.woord()));
        feiten = feiten
            .with(taal.zeg(plan::blad_evaluatie()), Inhoud::from(looked.conclusie.as_str()).above(above));
    }
    (!feiten.is_empty()).then(|| Zaakblok::feiten(taal.zeg(plan::blad_opbrengst()), feiten))
}

/// A version beside the one before it: only what is other, with what stood there.
fn changed(was: &Planversie, is: &Planversie, taal: Taal) -> Zaakblok {
    let nr = i32::try_from(is.nr).unwrap_or(i32::MAX);
    let kop = taal.zeg(plan::BladVersie { versie: nr, op: is.op }.tekst());
    let other = verschil(&was.delen, &is.delen, taal);
    let feiten = other.into_iter().fold(Feiten::new(), |feiten, (naam, toen, nu)| {
        let toen = if toen.is_empty() { taal.zeg(plan::blad_niets()) } else { toen };
        let nu = if nu.is_empty() { taal.zeg(plan::blad_niets()) } else { nu };
        let before = taal.zeg(plan::BladWas { wat: &toen }.tekst());
        feiten.with(taal.zeg(naam), in_regels(&nu).above(before))
    });
    let feiten = if feiten.is_empty() {
        feiten.with(taal.zeg(zaak::gedaan()), taal.zeg(plan::blad_zelfde()))
    } else {
        feiten
    };
    Zaakblok::feiten(kop, feiten)
}
