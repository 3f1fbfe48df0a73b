//! Suspending a pupil, with the rule's answer before and after, and the report to the Inspectie.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::dates::short_nl;
use dossier::beurt::Onderwerp;
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::regels::{self, sector_of};
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::staat::{Schorsing, Verwijdering};
use dossier::verwijdering::feiten::{Geschorst, InspectieMelding, SchorsingToets};
use dossier::verwijdering::opdracht::{MeldAanInspectie, Schors};
use dossier::{Berekend, Refusal};
use teksten::{Taal, Tekst, zaak};
use web_base::error::Fout;
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Fouten, Uitleg, Veld};

use crate::paginas::plek::Bij;
use crate::weg::Stap;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::{Werk, proefreden};

/// Suspends the pupil.
pub(super) struct Schorsen;

/// The answer of the rule in one sentence.
pub(super) fn in_words(toets: &SchorsingToets) -> Tekst {
    let dagen = i32::try_from(toets.dagen).unwrap_or(i32::MAX);
    let melding = if toets.melding_inspectie { zaak::moet_melden() } else { zaak::hoeft_niet_te_melden() };
    zaak::SchorsingVan { dagen, melding }.tekst()
}

/// What the rule says of the days that were typed.
fn tested(werk: &Werk, getypt: &Formulier) -> Option<Result<Berekend<SchorsingToets>, Refusal>> {
    let (van, tot_en_met) = (parse_date(getypt.text("van"))?, parse_date(getypt.text("tot_en_met"))?);
    let vestiging = werk.beeld().inschrijving.as_ref()?.vestiging.clone();
    let days = Schors {
        vestiging,
        van,
        tot_en_met,
        redenen: proefreden(),
        tijdens_overleg: getypt.text("tijdens_overleg") == "ja",
        op_vrije_dag: getypt.is_on("op_vrije_dag"),
    };
    let events = match werk.probeer(days) {
        Ok(events) => events,
        Err(refusal) => return Some(Err(refusal)),
    };
    let suspended = events.iter().find_map(|event| Geschorst::uit(&event.gebeurtenis));
    suspended.map(|suspended| Ok(suspended.toets.clone()))
}

/// The first or last day that was typed is one on which no school is open.
fn free_day(werk: &Werk, getypt: &Formulier) -> bool {
    let ctx = werk.besluitvorming();
    let typed = ["van", "tot_en_met"].into_iter().filter_map(|veld| parse_date(getypt.text(veld)));
    let mut typed = typed.filter(|day| regels::werkdag_vanaf(&ctx, *day) != *day);
    typed.next().is_some()
}

impl Stap for Schorsen {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::Schors
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        "Schorsen".to_owned()
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let mut dagen = Groep::new("Welke dagen?")
            .naast([
                Veld::date("van", "Eerste dag").required_or("Vul de eerste dag in."),
                Veld::date("tot_en_met", "Laatste dag").required_or("Vul de laatste dag in."),
            ])
            .blok(Blok::Knop { naam: "kijk", tekst: "Kijk of dit mag".into() });
        match tested(werk, getypt) {
            Some(Ok(toets)) => {
                dagen =
                    dagen.let_op(Taal::Nl.zeg(in_words(&toets.uitkomst))).blok(Blok::Uitleg(
                        match werk.beeld().inschrijving.as_ref() {
                            Some(here) => Uitleg::in_sector(&toets.berekening, sector_of(here.schoolsoort)),
                            None => Uitleg::from(toets.berekening.as_ref()),
                        },
                    ));
            }
            Some(Err(refusal)) => {
                dagen = dagen.let_op(app::weigering::zonder_kop(teksten::Taal::Nl, &refusal));
            }
            None => {}
        }
        let redenen = Groep::new("Waarom?").veld(
            Veld::textarea("redenen", "Waarom schorst u de leerling?", 6)
                .hint("Dit staat in de brief aan de ouders. Schrijf ook op wat de leerling in die dagen voor school kan doen.")
                .required_or("Schrijf op waarom u schorst."),
        );
        let running = |v: &&Verwijdering| v.verwijderd().is_none() && v.ingetrokken_op.is_none();
        let mut intended = werk.beeld().verwijderingen.iter().filter(running);
        if intended.any(|v| v.is_in_overleg(werk.vandaag())) || getypt.is_on("tijdens_overleg") {
            dagen = dagen.veld(
                Veld::checkbox("tijdens_overleg", "Dit is tijdens het overleg met de Inspectie over de verwijdering")
                    .hint(format!("Alleen dan mag het langer dan anders ({}). Spreek met de Inspectie ook af hoe de leerling onderwijs volgt.", werk.artikel("schorsing.tijdens_overleg"))),
            );
        }
        if free_day(werk, getypt) || getypt.is_on("op_vrije_dag") {
            dagen = dagen.veld(Veld::checkbox(
                "op_vrije_dag",
                "De dagen zijn zo bedoeld, ook al begint of eindigt de schorsing op een dag zonder school",
            ));
        }
        Vorm::new("Schorsen").groep(dagen).groep(redenen)
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        werk.try_as_enrolled(self.opdracht())
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        werk.begonnen(uitgevoerd, "?na=geschorst")
    }
}

/// Records the report of a suspension to the Inspectie.
pub(super) struct Melden {
    schorsing: Schorsing,
}

impl Melden {
    /// Of the suspension with this number, which this person may see.
    pub(super) fn of(Bij { werk, nr, .. }: &Bij) -> Result<Self, Fout> {
        Ok(Self { schorsing: werk.schorsing(*nr)?.clone() })
    }

    fn command(&self) -> Opdracht {
        MeldAanInspectie { over: InspectieMelding::Schorsing(self.schorsing.nr) }.into()
    }
}

impl Stap for Melden {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::MeldAanInspectie
    }

    fn formulier(&self) -> Option<Formuliernaam> {
        None
    }

    fn over(&self) -> Option<u64> {
        Some(self.schorsing.nr.into())
    }

    fn zaak(&self, werk: &Werk) -> Option<Onderwerp> {
        werk.open.over_zaak(&self.command())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        "Melding aan de Inspectie vastleggen".to_owned()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groep(Groep::new("").tekst(format!(
            "U legt vast dat u de schorsing van {} tot en met {} vandaag, met de redenen, aan de Inspectie hebt gemeld.",
            short_nl(self.schorsing.van),
            short_nl(self.schorsing.tot_en_met)
        )))
    }

    fn lees(&self, _werk: &Werk, _formulier: &Formulier) -> Result<Opdracht, Fouten> {
        Ok(self.command())
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        werk.probeer(self.command()).err()
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Schorsing".to_owned(), format!("schorsing/{}", self.schorsing.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("schorsing/{}?na=gemeld", self.schorsing.nr))
    }
}
