//! Something was written down wrong: the right fact in its place, or nothing, with the reason.
//!
//! What can be put right is decided by the core: this page asks it beforehand, with the fact itself.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::dates::long_nl;
use dossier::algemeen::correctie::Corrigeer;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::tijdlijn::Regel;
use dossier::toegang::Deel;
use dossier::{Gebeurtenis, Refusal};
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::{Formulier, Lezer};
use web_base::onderdelen::{Feiten, Fouten, Optie, Veld};

use super::verbeteren_velden as velden;
use crate::paginas::processen::Actvorm;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::{Werk, proefreden};
use crate::weg::{Begin, Stap};

/// What a line of the timeline leads to.
pub(super) enum Gevonden {
    /// A fact that is put right here.
    Feit(Box<Verbeteren>),
    /// A registration: its day of receipt has a form of its own.
    Aanmelding(u32),
}

/// One fact that may be wrong.
pub(super) struct Verbeteren {
    volgnummer: u64,
    regel: Regel,
    /// What it is: the number of a child is kept in no draft.
    feit: Gebeurtenis,
    /// It can be taken back.
    terugnemen: bool,
    /// The act that would record it as it holds now, with its form, where another can be put in its place.
    vervangen: Option<(Opdracht, Actvorm)>,
}

fn correction(volgnummer: u64, nieuw: Option<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: proefreden(), nieuw: nieuw.map(Box::new) }
}

impl Verbeteren {
    /// The fact behind a line of the timeline that this person sees.
    pub(super) fn find(werk: &Werk, volgnummer: u64) -> Result<Gevonden, Fout> {
        let line = werk.beeld().tijdlijn.iter().find(|regel| regel.volgnummer == volgnummer);
        let regel = line.ok_or(Fout::NietGevonden)?.clone();
        let feit = werk.open.geldend(volgnummer).ok_or(Fout::NietGevonden)?;
        if let Gebeurtenis::Aangemeld(event) = &feit {
            return Ok(Gevonden::Aanmelding(event.aanmelding));
        }
        let act = werk.open.daad_van(&feit).filter(|act| is_open(werk, volgnummer, act));
        let vervangen = act.and_then(|act| velden::vorm_van(werk, &act).map(|vorm| (act, vorm)));
        let terugnemen = werk.probeer(correction(volgnummer, None)).is_ok();
        Ok(Gevonden::Feit(Box::new(Self { volgnummer, regel, feit, terugnemen, vervangen })))
    }

    /// Something can be put right here, for the list of what can be.
    pub(super) fn is_possible(werk: &Werk, volgnummer: u64) -> bool {
        match Self::find(werk, volgnummer) {
            Ok(Gevonden::Feit(stap)) => {
                werk.mag(Opdrachtnaam::Corrigeer) && (stap.terugnemen || stap.vervangen.is_some())
            }
            Ok(Gevonden::Aanmelding(nr)) => {
                werk.mag(Opdrachtnaam::CorrigeerOntvangst)
                    && werk.aanmelding(nr).is_ok_and(|a| a.afloop.is_none())
            }
            Err(_) => false,
        }
    }

    /// It can be taken back, and nothing can be put in its place.
    fn only_back(&self) -> bool {
        self.terugnemen && self.vervangen.is_none()
    }

    fn choice(&self) -> Option<Veld> {
        (self.terugnemen && self.vervangen.is_some()).then(|| {
            let keuze = vec![
                Optie::new("vervangen", "Het is anders").explained("Vul hieronder in hoe het wel is."),
                Optie::new("terugnemen", "Het klopt helemaal niet: terugnemen")
                    .explained("Dan geldt het alsof het nooit is vastgelegd."),
            ];
            Veld::radio("hoe", "Wat klopt er niet?", keuze).required()
        })
    }

    /// Whether it is taken back, as typed; the only way where there is one.
    fn taken_back(&self, lezer: &mut Lezer<'_>) -> bool {
        if !(self.terugnemen && self.vervangen.is_some()) {
            return self.terugnemen;
        }
        let read = |code: &str| match code {
            "vervangen" => Some(false),
            "terugnemen" => Some(true),
            _ => None,
        };
        lezer.choice("hoe", read, "Kies wat er niet klopt.").unwrap_or(false)
    }
}

/// Another can be put in its place: that it is there already is no obstacle.
fn is_open(werk: &Werk, volgnummer: u64, act: &Opdracht) -> bool {
    let tried = werk.probeer(correction(volgnummer, Some(act.clone())));
    tried.err().is_none_or(|refusal| refusal.veld == Some("nieuw"))
}

impl Stap for Verbeteren {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::Corrigeer
    }

    fn formulier(&self) -> Option<Formuliernaam> {
        let secret = matches!(self.feit, Gebeurtenis::NummerOntvangen(_));
        (!secret).then(|| Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn over(&self) -> Option<u64> {
        Some(self.volgnummer)
    }

    fn doel(&self) -> Doel {
        Doel::Verbeteren
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        vec![self.regel.deel]
    }

    fn titel(&self) -> String {
        if self.only_back() { "Iets terugnemen" } else { "Iets verbeteren" }.to_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        self.vervangen.as_ref().map(|(act, _)| velden::begin(act)).unwrap_or_default()
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let now = Feiten::new()
            .with("Wanneer", long_nl(self.regel.op))
            .with("Wat", Taal::Nl.zeg(&self.regel.tekst));
        let mut wat = Groep::new("Dit staat er nu").blok(Blok::Feiten(now));
        if let Some(choice) = self.choice() {
            wat = wat.veld(choice);
        } else if self.terugnemen {
            wat = wat.let_op("Dit kunt u terugnemen. Dan geldt het alsof het nooit is vastgelegd.");
        }
        let asked = self.vervangen.iter().flat_map(|(_, stap)| {
            let groepen = stap.vorm(werk, getypt).alleen_velden().groepen;
            groepen.into_iter().enumerate().map(|(nth, groep)| {
                let kop = if nth == 0 { "Hoe is het wel?".to_owned() } else { groep.kop };
                Groep { kop, ..groep }
            })
        });
        Vorm::new(if self.only_back() { "Terugnemen" } else { "Verbeteren" }).groep(wat).groepen(asked).groep(
            Groep::new("Waarom?")
                .veld(Veld::textarea("waarom", "Waarom klopte het niet?", 3).required())
                .tekst("Wat er stond blijft in de tijdlijn te zien, met wie het verbeterde en waarom."),
        )
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let mut lezer = Lezer::of(formulier);
        let back = self.taken_back(&mut lezer);
        let asked = self.vervangen.as_ref().filter(|_| !back);
        let read = asked.map(|(_, stap)| stap.lees(werk, formulier)).transpose();
        let waarom = lezer.required("waarom", "Schrijf op waarom het niet klopte.");
        let own = lezer.finish();
        match (read, own) {
            (Ok(act), Ok(())) => {
                Ok(Corrigeer { volgnummer: self.volgnummer, waarom, nieuw: act.map(Box::new) }.into())
            }
            (Err(wrong), Ok(())) | (Ok(_), Err(wrong)) => Err(wrong),
            (Err(wrong), Err(own)) => Err(wrong.and(own)),
        }
    }

    /// Beside which field of the form of its act a refusal stands.
    fn veld(&self, veld: &'static str) -> &'static str {
        self.vervangen.as_ref().map_or(veld, |(_, stap)| stap.veld(veld))
    }

    /// What the core has against putting this right at all.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        if self.terugnemen || self.vervangen.is_some() {
            return None;
        }
        werk.probeer(correction(self.volgnummer, werk.open.daad_van(&self.feit))).err()
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?na=verbeterd", werk.adres("gegevens"))
    }
}
