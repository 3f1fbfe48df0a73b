//! Revoking a decision: what is asked of each, and the form of a suspension.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::dates::short_nl;
use dossier::algemeen::herroeping::{Besluitsoort, BestredenBesluit};
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Herroepgrond;
use dossier::staat::Schorsing;
use teksten::{Taal, zaak};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Bronlink, Optie, Uitleg, Veld};

use crate::paginas::plek::Bij;
use crate::weg::Stap;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;

/// By what the decision is revoked, and why; and of an objection, when whom the law names had the chance to be heard.
pub(in crate::paginas) fn revoking(werk: &Werk, groep: Groep, besluit: Option<BestredenBesluit>) -> Groep {
    let grounds = Herroepgrond::ALL.iter().map(|one| Optie::new(one.code(), one.label())).collect();
    let (wet, on) = (&werk.state.app.wet, werk.vandaag());
    let must = besluit.and_then(|besluit| besluit.horen(wet, on));
    let without = besluit.and_then(|besluit| besluit.zonder_horen(wet, on));
    let heard = Veld::date("gehoord_op", "Wanneer was na een bezwaar de kans om te worden gehoord?");
    let heard = match (must, without) {
        (Some(must), _) => heard
            .hint(format!("{} Kwam er niemand? Vul dan de dag in waarop het kon.", must.tekst))
            .asked_when("na een bezwaar", "Vul in wanneer de kans was om te worden gehoord."),
        (None, Some(without)) => heard.hint(without.tekst.clone()),
        (None, None) => heard,
    };
    let groep = groep
        .veld(
            Veld::radio("aanleiding", "Waardoor herroept u het besluit?", grounds)
                .required_or("Kies waardoor u het besluit herroept."),
        )
        .veld(heard)
        .veld(
            Veld::textarea("reden", "Waarom herroept u het besluit?", 5)
                .hint("Dit staat in de brief.")
                .required_or("Schrijf op waarom u het besluit herroept."),
        );
    match must.or(without) {
        Some(row) => {
            let source = Bronlink::on(&row.bron.vindplaats, on);
            groep.blok(Blok::Uitleg(Uitleg::default().source(source)))
        }
        None => groep,
    }
}

/// The school of whoever revokes is a public authority.
pub(super) fn is_openbaar(werk: &Werk) -> bool {
    werk.omgeving().school.is_some_and(|school| school.openbaar)
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

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let openbaar = is_openbaar(werk);
        let soort = Besluitsoort::Schorsing;
        let besluit = self.schorsing.feit.sector.map(|sector| BestredenBesluit { soort, sector, openbaar });
        let (van, tot) = (short_nl(self.schorsing.van), short_nl(self.schorsing.tot_en_met));
        let groep = Groep::new("De schorsing herroepen").tekst(format!(
            "De schorsing is van {van} tot en met {tot}. Herroept u haar, dan telt zij niet meer mee. Is de leerling nu geschorst? Dan komt hij de volgende schooldag terug. Wie de brief over de schorsing kreeg, krijgt een brief. De Inspectie ook, als u haar de schorsing meldde."
        ));
        Vorm::new("Herroepen").groep(revoking(werk, groep, besluit))
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Schorsing".to_owned(), format!("schorsing/{}", self.schorsing.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("schorsing/{}?na=herroepen", self.schorsing.nr))
    }
}
