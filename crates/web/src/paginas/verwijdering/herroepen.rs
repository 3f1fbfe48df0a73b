//! Revoking a decision: what is asked of each, and the form of a suspension.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Herroepgrond;
use dossier::staat::Schorsing;
use teksten::{Taal, zaak};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Optie, Veld};

use crate::paginas::plek::Bij;
use crate::weg::Stap;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;

/// By what the decision is revoked, and why.
pub(in crate::paginas) fn revoking(groep: Groep) -> Groep {
    let grounds = Herroepgrond::ALL.iter().map(|one| Optie::new(one.code(), one.label())).collect();
    groep
        .veld(
            Veld::radio("aanleiding", "Waardoor herroept u het besluit?", grounds)
                .required_or("Kies waardoor u het besluit herroept."),
        )
        .veld(
            Veld::date("gehoord_op", "Wanneer hoorde u wie bezwaar maakte?")
                .hint("De wet vraagt dat bijna altijd. In het voortgezet onderwijs krijgt de leerling de kans om te worden gehoord: kwam er niemand, vul dan de dag in waarop dat kon. In het speciaal onderwijs overlegt u ook eerst met de inspecteur.")
                .asked_when("na een bezwaar", "Vul in wanneer u wie bezwaar maakte hoorde."),
        )
        .veld(
            Veld::textarea("reden", "Waarom herroept u het besluit?", 5)
                .hint("Dit staat in de brief.")
                .required_or("Schrijf op waarom u het besluit herroept."),
        )
}

/// Revokes a suspension.
pub(super) struct Herroeping {
    schorsing: Schorsing,
}

impl Herroeping {
    /// Of the suspension with this number, which this person may see.
    pub(super) fn of(Bij { werk, nr, .. }: &Bij) -> Result<Self, Fout> {
        Ok(Self { schorsing: werk.schorsing(*nr)?.clone() })
    }
}

impl Stap for Herroeping {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::HerroepSchorsing
    }

    fn over(&self) -> Option<u64> {
        Some(self.schorsing.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        Taal::Nl.zeg(zaak::schorsing_herroepen())
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let (van, tot) = (short_nl(self.schorsing.van), short_nl(self.schorsing.tot_en_met));
        let groep = Groep::new("De schorsing herroepen").tekst(format!(
            "De schorsing is van {van} tot en met {tot}. Herroept u haar, dan telt zij niet meer mee. Is de leerling nu geschorst? Dan komt hij de volgende schooldag terug. Wie de brief over de schorsing kreeg, krijgt een brief. De Inspectie ook, als u haar de schorsing meldde."
        ));
        Vorm::new("Herroepen").groep(revoking(groep))
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Schorsing".to_owned(), format!("schorsing/{}", self.schorsing.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("schorsing/{}?na=herroepen", self.schorsing.nr))
    }
}
