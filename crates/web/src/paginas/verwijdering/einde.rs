//! Ending a suspension before its last day.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::Schorsing;
use teksten::{Taal, zaak};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::Veld;

use crate::paginas::plek::Bij;
use crate::weg::Stap;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;

/// Ends a suspension.
pub(super) struct Einde {
    schorsing: Schorsing,
}

impl Einde {
    /// Of the suspension with this number, which this person may see.
    pub(super) fn of(Bij { werk, nr, .. }: &Bij) -> Result<Self, Fout> {
        Ok(Self { schorsing: werk.schorsing(*nr)?.clone() })
    }
}

impl Stap for Einde {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::BeeindigSchorsing
    }

    fn over(&self) -> Option<u64> {
        Some(self.schorsing.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        Taal::Nl.zeg(zaak::schorsing_beeindigen())
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let (van, tot) = (short_nl(self.schorsing.van), short_nl(self.schorsing.tot_en_met));
        let groep = Groep::new("Wanneer komt de leerling terug?")
            .tekst(format!(
                "De schorsing is van {van} tot en met {tot}. Wie de brief daarover kreeg, krijgt een brief dat zij eerder voorbij is."
            ))
            .veld(
                Veld::date("terug_op", "Op welke dag is de leerling weer op school?")
                    .required_or("Vul de dag in."),
            )
            .veld(
                Veld::textarea("reden", "Waarom eindigt de schorsing eerder?", 4)
                    .hint("Dit staat in de brief.")
                    .required_or("Schrijf op waarom de schorsing eerder eindigt."),
            );
        let groep = if werk.vandaag() < self.schorsing.van {
            groep.weetje("De schorsing is nog niet begonnen. Is de leerling op haar eerste dag gewoon op school, dan gaat zij niet door.")
        } else {
            groep
        };
        Vorm::new("Schorsing beëindigen").groep(groep)
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Schorsing".to_owned(), format!("schorsing/{}", self.schorsing.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("schorsing/{}?na=einde", self.schorsing.nr))
    }
}
