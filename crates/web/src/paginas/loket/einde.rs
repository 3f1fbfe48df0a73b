//! Ending the assignment of an expert, on a page of its own: it says whose it is, and what is typed belongs to that one.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::staat::Toewijzing;
use dossier::tlv::opdracht::BeeindigToewijzing;
use dossier::{Refusal, Rol};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Fouten, Veld, short_date};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::Gezien;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Aan, Begin, Formulierplek, Gemaakt, Stap, Waar, lees_uit};

const ACT: Opdrachtnaam = Opdrachtnaam::BeeindigToewijzing;
/// The hidden field with the number: two assignments that end for the same reason are not one form that is sent twice.
const WHICH: &str = "toewijzing";

/// Ending one assignment.
struct Beeindigen<'g> {
    gezien: &'g Gezien,
    /// Its number in the request.
    nr: usize,
    toewijzing: &'g Toewijzing,
}

/// The address of the form, by the number of the assignment in its request: the first is 1.
pub(in crate::paginas) fn address(gezien: &Gezien, nr: usize) -> String {
    gezien.plek.below(&format!("deskundigen/{nr}/einde"))
}

impl<'g> Beeindigen<'g> {
    fn of(gezien: &'g Gezien, nr: &str) -> Result<Self, Fout> {
        let nr: usize = nr.parse().map_err(|_| Fout::NietGevonden)?;
        let toewijzing = nr.checked_sub(1).and_then(|at| gezien.aanvraag.toewijzingen.get(at));
        let actor = &gezien.werk.kijker.kijker.actor;
        // An expert has the own assignment, and no page about that of another.
        let may = |asked: &&Toewijzing| actor.rol != Rol::Deskundige || asked.persoon == actor.persoon;
        Ok(Self { gezien, nr, toewijzing: toewijzing.filter(may).ok_or(Fout::NietGevonden)? })
    }

    /// The expert gives the own assignment back, and the desk does not take it away.
    fn eigen(&self) -> bool {
        self.gezien.werk.kijker.kijker.actor.rol == Rol::Deskundige
    }

    fn facts(&self) -> Feiten {
        let asked = self.toewijzing;
        let on = self.gezien.werk.vandaag();
        let facts = Feiten::new()
            .with("Deskundige", format!("{}, {}", asked.naam, asked.discipline.label()))
            .with("Gevraagd op", short_date(asked.op, on));
        facts.with_some("Beëindigd op", asked.beeindigd_op.map(|op| short_date(op, on)))
    }
}

impl Stap for Beeindigen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        ACT
    }

    /// One line about one of several experts: too small for a draft, which all of them would share.
    fn formulier(&self) -> Option<app::concepten::Formulier> {
        None
    }

    fn waar(&self) -> Waar {
        if self.eigen() {
            return self.gezien.waar();
        }
        let experts = ("Deskundigen".to_owned(), format!("aanvraag/{}/deskundigen", self.gezien.plek.nr));
        Waar { terug: Some(experts), ..self.gezien.waar() }
    }

    fn titel(&self) -> String {
        if self.eigen() { "Opdracht teruggeven" } else { "Toewijzing beëindigen" }.to_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        vec![(WHICH.into(), self.nr.to_string())]
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let (vraag, leeg, knop) = if self.eigen() {
            ("Waarom geeft u geen advies?", "Schrijf op waarom u geen advies geeft.", "Teruggeven")
        } else {
            (
                "Waarom geeft deze deskundige geen advies?",
                "Schrijf op waarom deze deskundige geen advies geeft.",
                "Beëindigen",
            )
        };
        let reden =
            Veld::text("reden", vraag).hint("Dit leest alleen het samenwerkingsverband.").required_or(leeg);
        Vorm::new(knop)
            .groep(Groep::new("").blok(Blok::Feiten(self.facts())))
            .groep(Groep::new("").veld(reden).veld(Veld::hidden(WHICH, "")))
    }

    /// The expert may have advised by now, or another ended it, or asked the same person anew.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        if self.toewijzing.beeindigd_op.is_some() {
            return Some(Refusal::field("persoon", teksten::tlv::geen_lopend_advies()));
        }
        let (aanvraag, persoon) = (self.gezien.plek.nr, self.toewijzing.persoon.clone());
        let any = BeeindigToewijzing { aanvraag, persoon, reden: "?".to_owned() };
        werk.probeer(any).err()
    }

    fn doel(&self) -> Doel {
        Doel::DeskundigenKiezen
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        // The act names the person: it would end another assignment of theirs.
        if self.toewijzing.beeindigd_op.is_some() {
            let mut fouten = Fouten::new();
            fouten.add_general("Deze toewijzing is al beëindigd.");
            return Err(fouten);
        }
        let bron = |veld: &str| match veld {
            "persoon" => self.toewijzing.persoon.to_string(),
            veld => formulier.text(veld).to_owned(),
        };
        lees_uit(self, werk, formulier, &bron)
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        if self.eigen() {
            // From now on the file is not theirs to read.
            return "/advies?gedaan=teruggegeven".to_owned();
        }
        format!("{}?gedaan=beeindigd", self.gezien.plek.below("deskundigen"))
    }
}

/// The request, and the number of the assignment in it.
pub(super) struct Toegewezen(Gezien, String);

impl Formulierplek for Toegewezen {
    type Pad = (String, String, String);

    async fn open(state: &WebState, kijker: &Kijker, (nummer, nr, which): Self::Pad) -> Result<Self, Fout> {
        Ok(Self(Gezien::at(state, kijker, &(nummer, nr)).await?, which))
    }

    fn werk(&self) -> &Werk {
        &self.0.werk
    }

    fn vindt(&self, opdracht: Opdrachtnaam) -> Result<(), Fout> {
        self.0.must(opdracht)
    }
}

/// Ends an assignment without advice: whose, and why.
pub(super) fn stap<'g>(Toegewezen(gezien, which): &'g Toegewezen, _aan: Aan<'_>) -> Gemaakt<'g> {
    Beeindigen::of(gezien, which)?.klaar()
}
