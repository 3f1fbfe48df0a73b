//! The pages of one removal and one suspension.

use app::inzage::Doel;
use dossier::Woord;
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Schorsing, Verwijdering};
use dossier::verwijdering::feiten::OudersEnLeraarGehoord;
use recht::Plicht;
use teksten::{Taal, Tekst, inzage, kind, zaak};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Inhoud, Label, Labelsoort, Uitleg};
use web_base::query::Vraag;

use super::gesprekspartners::{names, written};
use super::handelingen::Doen;
use super::schorsen::in_words;
use super::stap::VerwijderingStap;
use crate::paginas::zaak::{Actie, Mogelijkheden, Zaakblad, Zaakblok, afterwards};
use crate::weg::werk::Werk;

pub(super) async fn removal(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let taal = werk.kijker.taal();
    let verwijdering = werk.verwijdering(nr)?;
    let Mogelijkheden { acties, nog_niet } = possibilities(werk, verwijdering).await?;
    let titel = taal.zeg(zaak::VerwijderingVan { school: &verwijdering.schoolnaam }.tekst());
    let mut pagina = werk.page(titel).in_chosen_language();
    pagina.meldingen.extend(afterwards(vraag, taal, |code| match code {
        "voornemen" => Some(zaak::voornemen_vastgelegd()),
        code => Doen::from_code(code).map(Doen::gedaan),
    }));
    werk.toon(Doel::Zaak(Onderwerp::Verwijdering(nr))).await?;
    let intended = Feiten::new()
        .with(taal.zeg(kind::stand()), Label::new(taal.zeg(verwijdering.fase().woord()), Labelsoort::Gewoon))
        .with(taal.zeg(zaak::voorgenomen()), taal.dag(verwijdering.voorgenomen_op))
        .with(taal.zeg(zaak::gesprek_op()), taal.dag(verwijdering.dag_van_gesprek()));
    // Each day that it was on, with why it is not any more.
    let intended = verwijdering.verzettingen.iter().rev().fold(intended, |feiten, moved| {
        let was = Inhoud::from(moved.feit.reden.as_str()).above(taal.dag(moved.was));
        feiten.with(taal.zeg(zaak::gesprek_eerst_op()), was)
    });
    let intended = intended.with(taal.zeg(zaak::redenen()), verwijdering.redenen.as_str());
    let blokken = vec![
        Zaakblok::feiten(taal.zeg(zaak::wat_vraagt_de_wet()), steps(werk, verwijdering, taal)),
        Zaakblok::feiten(taal.zeg(zaak::het_voornemen()), intended),
    ];
    let said =
        said(werk, verwijdering, taal).map(|feiten| Zaakblok::feiten(taal.zeg(zaak::wat_gezegd()), feiten));
    let written = written(werk, nr, taal);
    let written = written.map(|feiten| Zaakblok::feiten(taal.zeg(zaak::wat_geschreven()), feiten));
    let blokken = blokken.into_iter().chain(written).chain(said).collect();
    Zaakblad { pagina, blokken, acties, nog_niet }.show(werk, Onderwerp::Verwijdering(nr))
}

async fn possibilities(werk: &Werk, verwijdering: &Verwijdering) -> Result<Mogelijkheden, Fout> {
    let taal = werk.kijker.taal();
    let mut all_of_it = Mogelijkheden::default();
    let now = werk.mogelijk(Onderwerp::Verwijdering(verwijdering.nr));
    let mut all: Vec<Doen> =
        Doen::ALL.iter().copied().filter(|doen| now.contains(&doen.opdracht())).collect();
    // What was done can be done again, and is no longer the next step. Moving the talk or withdrawing is never what the turn asks.
    all.sort_by_key(|doen| match doen {
        Doen::Horen => u8::from(verwijdering.gehoord_op.is_some()),
        Doen::School => u8::from(verwijdering.bereid.is_some()),
        Doen::Raadplegen => u8::from(verwijdering.inspectie_geraadpleegd_op.is_some()),
        Doen::Overleg | Doen::Besluit | Doen::Elders | Doen::Gemeente | Doen::Inspectie | Doen::Herroepen => {
            0
        }
        Doen::Verzetten => 2,
        Doen::Intrekken => 3,
    });
    for doen in all {
        let stap = VerwijderingStap::with(werk, verwijdering, doen).await?;
        let actie = Actie {
            tekst: taal.zeg(doen.tekst()),
            adres: werk.adres(&format!("verwijdering/{}/{}", verwijdering.nr, doen.code())),
            uitleg: taal.zeg(doen.uitleg()),
        };
        all_of_it.voeg_toe(werk, &stap, &doen.tekst(), actie);
    }
    Ok(all_of_it)
}

/// What those said who were heard: whoever decides weighs it, and the letter of the decision tells it.
pub(super) fn said(werk: &Werk, verwijdering: &Verwijdering, taal: Taal) -> Option<Feiten> {
    let mut talks = verwijdering.gesprekken.iter().peekable();
    talks.peek()?;
    let told = talks.flat_map(|heard| {
        let told = [
            (kind::de_leerling(), &heard.leerling),
            (parents_who_came(werk, heard), &heard.ouders),
            (zaak::de_leraar(), &heard.leraar),
        ];
        told.map(|(wie, words)| (wie, words, heard.op))
    });
    let told = told.filter(|(_, words, _)| !words.is_empty());
    Some(told.fold(Feiten::new(), |feiten, (wie, words, op)| {
        feiten.with(taal.zeg(wie), Inhoud::from(words.as_str()).above(taal.korte_dag(op)))
    }))
}

/// Who of the parents was heard, by name as far as whoever looks may know them.
fn parents_who_came(werk: &Werk, heard: &OudersEnLeraarGehoord) -> Tekst {
    match names(werk, heard.kwamen.iter().flatten().copied()) {
        namen if namen.is_empty() => kind::de_ouders(),
        namen => zaak::OudersBijNaam { namen: &namen }.tekst(),
    }
}

fn not_yet(taal: Taal) -> Inhoud {
    Inhoud::from(Label::new(taal.zeg(zaak::nog_niet()), Labelsoort::Gewoon))
}

/// Who was heard, on which day, and who did not come.
fn heard(
    werk: &Werk,
    verwijdering: &Verwijdering,
    taal: Taal,
    done: impl Fn(Option<base::Date>) -> Inhoud,
) -> Inhoud {
    // Who was heard before the talk was moved is not all that is asked.
    let who = names(werk, verwijdering.kwamen());
    let heard = match verwijdering.gehoord_op.filter(|_| verwijdering.wacht_op_gesprek()) {
        Some(op) => not_yet(taal).above(taal.zeg(zaak::EerderGehoord { op }.tekst())),
        None => done(verwijdering.gehoord_op),
    };
    let heard = if who.is_empty() { heard } else { heard.above(who) };
    let talks = || verwijdering.gesprekken.iter();
    let no_parent = talks().next().is_some() && talks().all(|talk| talk.geen_ouder_kwam());
    let heard = if no_parent { heard.above(taal.zeg(zaak::kwam_niemand())) } else { heard };
    let no_pupil = talks().any(|talk| talk.leerling_kwam_niet()) && !verwijdering.hoorde_leerling();
    if no_pupil { heard.above(taal.zeg(zaak::kwam_leerling_niet())) } else { heard }
}

/// What the law asks, in its order, with what was done.
fn steps(werk: &Werk, verwijdering: &Verwijdering, taal: Taal) -> Feiten {
    let on = werk.vandaag();
    let done = |op: Option<base::Date>| match op {
        Some(op) => {
            Inhoud::from(Label::new(taal.zeg(zaak::gedaan()), Labelsoort::Goed)).above(taal.korte_dag(op))
        }
        None => not_yet(taal),
    };
    let mut feiten = Feiten::new().with(taal.zeg(zaak::gehoord()), heard(werk, verwijdering, taal, done));
    let consulted = verwijdering.overleg_begonnen_op.or(verwijdering.inspectie_geraadpleegd_op).is_some();
    if consulted || verwijdering.needs_inspectie(on) {
        let since = verwijdering.overleg_begonnen_op.filter(|_| verwijdering.is_in_overleg(on));
        let stand = match since {
            Some(op) => Inhoud::from(Label::new(taal.zeg(zaak::overleg_loopt()), Labelsoort::Gewoon))
                .above(taal.korte_dag(op)),
            None => done(verwijdering.inspectie_geraadpleegd_op),
        };
        feiten = feiten.with(taal.zeg(zaak::overleg_inspectie()), stand);
    }
    let school = match verwijdering.bereide_school() {
        Some(naam) => Inhoud::from(Label::new(taal.zeg(zaak::gevonden()), Labelsoort::Goed)).above(naam),
        None if verwijdering.is_free_from(on) => {
            Inhoud::from(Label::new(taal.zeg(zaak::niet_nodig()), Labelsoort::Gewoon))
        }
        None => not_yet(taal),
    };
    feiten = feiten.with(taal.zeg(zaak::andere_school()), school);
    let decided = verwijdering.besluit.as_ref().map(|besluit| (besluit.op, besluit.per));
    let removed = match decided {
        // One that was revoked put nobody off the list.
        Some((op, _)) if verwijdering.herroepen.is_some() => {
            Inhoud::from(taal.zeg(zaak::Op { op }.tekst())).above(taal.zeg(zaak::geldt_niet_meer()))
        }
        Some((op, per)) => Inhoud::from(taal.zeg(zaak::Op { op }.tekst()))
            .above(taal.zeg(zaak::UitgeschrevenVanaf { per }.tekst())),
        None => done(None),
    };
    let told = done(verwijdering.gemeld_aan_ben_w);
    feiten = feiten.with(taal.zeg(zaak::besluit()), removed).with(taal.zeg(zaak::gemeld_gemeente()), told);
    if verwijdering.eist(Plicht::VerwijderingInspectieMelden) {
        feiten = feiten.with(taal.zeg(zaak::gemeld_inspectie()), done(verwijdering.gemeld_aan_inspectie));
    }
    if let Some(seen) = &verwijdering.elders_vastgesteld {
        let said = taal.zeg(teksten::verwijdering::EldersVastgesteld { van: seen.van }.tekst());
        feiten = feiten.with(taal.zeg(zaak::andere_school()), Inhoud::from(said).above(seen.hoe.as_str()));
    }
    if let Some(revoked) = &verwijdering.herroepen {
        let said = Inhoud::from(taal.dag(revoked.op)).above(revoked.herroeping.reden.as_str());
        feiten = feiten.with(taal.zeg(zaak::herroepen()), said);
    }
    let withdrawn = verwijdering.ingetrokken_op.map(|op| taal.dag(op));
    feiten.with_some(&taal.zeg(zaak::ingetrokken()), withdrawn)
}

pub(super) async fn suspension(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let taal = werk.kijker.taal();
    let schorsing = werk.schorsing(nr)?;
    let titel = taal.zeg(zaak::SchorsingDoor { school: &schorsing.schoolnaam }.tekst());
    let mut pagina = werk.page(titel).in_chosen_language();
    pagina.meldingen.extend(afterwards(vraag, taal, |code| match code {
        "geschorst" => Some(zaak::schorsing_vastgelegd()),
        "gemeld" => Some(Doen::Inspectie.gedaan()),
        "einde" => Some(zaak::schorsing_beeindigd()),
        "herroepen" => Some(zaak::schorsing_herroepen_gedaan()),
        _ => None,
    }));
    let now = werk.mogelijk(Onderwerp::Schorsing(nr));
    let (report, end) =
        (now.contains(&Opdrachtnaam::MeldAanInspectie), now.contains(&Opdrachtnaam::BeeindigSchorsing));
    werk.toon(Doel::Zaak(Onderwerp::Schorsing(nr))).await?;
    let facts = suspension_facts(schorsing, taal);
    let mut blokken = vec![Zaakblok::feiten(taal.zeg(zaak::de_schorsing()), facts)];
    if let Some(toets) = werk.open.schorsing_toets(nr).filter(|_| schorsing.herroepen.is_none()) {
        let uitleg = match schorsing.feit.sector {
            Some(sector) => Uitleg::in_sector(toets.berekening.as_ref(), sector),
            None => Uitleg::from(toets.berekening.as_ref()),
        };
        let uitleg = uitleg.on_page_in(taal);
        let said = taal.zeg(in_words(&toets.uitkomst));
        blokken.push(Zaakblok::toets(taal.zeg(zaak::mag_dit()), said, uitleg));
    }
    let report = report.then(|| Actie {
        tekst: taal.zeg(Doen::Inspectie.tekst()),
        adres: werk.adres(&format!("schorsing/{nr}/inspectie")),
        uitleg: taal.zeg(zaak::schriftelijk()),
    });
    let end = end.then(|| Actie {
        tekst: taal.zeg(zaak::schorsing_beeindigen()),
        adres: werk.adres(&format!("schorsing/{nr}/einde")),
        uitleg: taal.zeg(zaak::schorsing_beeindigen_uitleg()),
    });
    let revoke = now.contains(&Opdrachtnaam::HerroepSchorsing).then(|| Actie {
        tekst: taal.zeg(zaak::schorsing_herroepen()),
        adres: werk.adres(&format!("schorsing/{nr}/herroepen")),
        uitleg: taal.zeg(zaak::schorsing_herroepen_uitleg()),
    });
    let acties = report.into_iter().chain(end).chain(revoke).collect();
    Zaakblad { pagina, blokken, acties, nog_niet: Vec::new() }.show(werk, Onderwerp::Schorsing(nr))
}

fn suspension_facts(schorsing: &Schorsing, taal: Taal) -> Feiten {
    let told = match (schorsing.melding_nodig(), schorsing.gemeld_op) {
        // Also of one that was revoked since.
        (false, Some(op)) => Label::new(taal.zeg(zaak::GedaanOp { op }.tekst()), Labelsoort::Gewoon),
        (false, None) => Label::new(taal.zeg(zaak::niet_nodig()), Labelsoort::Gewoon),
        (true, None) => Label::new(taal.zeg(zaak::nog_te_doen()), Labelsoort::Laat),
        (true, Some(op)) => Label::new(taal.zeg(zaak::GedaanOp { op }.tekst()), Labelsoort::Goed),
    };
    let revoked = schorsing
        .herroepen
        .as_ref()
        .map(|revoked| Inhoud::from(taal.dag(revoked.op)).above(revoked.herroeping.reden.as_str()));
    let ended = schorsing.einde.as_ref().filter(|_| revoked.is_none()).map(|einde| {
        // Also one of before, that did not tell it.
        let said = Inhoud::from(taal.zeg(match schorsing.laatste_dag() {
            None => teksten::verwijdering::schorsing_gaat_niet_door(),
            Some(_) => teksten::verwijdering::SchorsingGeeindigd { terug_op: einde.terug_op }.tekst(),
        }));
        if einde.reden.is_empty() { said } else { said.above(einde.reden.as_str()) }
    });
    Feiten::new()
        .with(taal.zeg(inzage::van()), taal.dag(schorsing.van))
        .with(taal.zeg(inzage::tot_en_met()), taal.dag(schorsing.tot_en_met))
        .with_some(&taal.zeg(zaak::eerder_voorbij()), ended)
        .with_some(&taal.zeg(zaak::herroepen()), revoked)
        .with(taal.zeg(zaak::redenen()), schorsing.redenen.as_str())
        .with(taal.zeg(zaak::melding_inspectie()), told)
}
