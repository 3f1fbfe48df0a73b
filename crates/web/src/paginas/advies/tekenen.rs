//! An advice of two: what waits for the second signature, and signing it.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use axum::extract::{Path, State};
use base::Date;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::tlv::opdracht::TekenAdvies;
use dossier::toegang::Deel;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::geven::{Geven, page};
use crate::paginas::aanvraag::{Adviesblok, Gezien, voorgelegd};
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Blad, Stap, Straks, leeg, verwerk};

/// An advice that one wrote and the other is asked to sign.
pub(super) struct Voorstel {
    /// What it says, and of whom it is.
    pub(super) blok: Adviesblok,
    /// This person is asked to sign; otherwise it is the own proposal.
    pub(super) te_tekenen: bool,
    /// Who wrote it, by name.
    pub(super) van: String,
    /// Who is asked.
    pub(super) aan: String,
    /// It cannot be signed any more.
    pub(super) achterhaald: bool,
    /// Number of its fact: nobody signs a text that changed meanwhile.
    pub(super) volgnummer: u64,
}

/// What lies before this expert, or what this expert laid before another.
pub(super) fn voorstel(gezien: &Gezien, kijker: &Kijker, on: Date) -> Option<Voorstel> {
    let aanvraag = &gezien.aanvraag;
    let found = aanvraag.adviesvoorstel.as_ref()?;
    let own = &kijker.kijker.actor.persoon;
    let asked_in_vain = found.aan == *own && found.achterhaald;
    if asked_in_vain || found.door != *own && found.aan != *own {
        return None;
    }
    let naam = |persoon: &base::PersoonId| {
        let asked = aanvraag.toewijzingen.iter().find(|toewijzing| toewijzing.persoon == *persoon);
        asked.map(|toewijzing| toewijzing.naam.clone()).unwrap_or_default()
    };
    Some(Voorstel {
        blok: voorgelegd(aanvraag, on)?,
        te_tekenen: aanvraag.te_tekenen_door(own).is_some(),
        van: naam(&found.door),
        aan: naam(&found.aan),
        achterhaald: found.achterhaald,
        volgnummer: found.volgnummer,
    })
}

/// Signing what another wrote. What one signs has a number of its own: that of the fact that was read.
struct Tekenen<'g>(&'g Gezien);

impl Stap for Tekenen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::TekenAdvies
    }

    /// There is nothing to type; an own advice that was begun is not needed any more.
    fn formulier(&self) -> Option<Formuliernaam> {
        Some(Formuliernaam::of(Opdrachtnaam::BrengAdviesUit, self.over()))
    }

    fn over(&self) -> Option<u64> {
        Some(self.0.plek.nr.into())
    }

    fn titel(&self) -> String {
        "Advies".to_owned()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Meetekenen").groep(Groep::new("").veld(Veld::hidden("voorstel", "")))
    }

    fn gezien(&self, werk: &Werk, _formulier: &Formulier) -> Result<u64, Fout> {
        Ok(werk.beeld().versie)
    }

    /// Without a number there is nothing to sign, which the core says in its own words.
    fn lees(&self, _werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let voorstel = formulier.text("voorstel").parse().unwrap_or_default();
        Ok(TekenAdvies { aanvraag: self.0.plek.nr, voorstel }.into())
    }

    fn doel(&self) -> Doel {
        Doel::AdviesGeven
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.0.stukken(&[])
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=advies", self.0.plek.address())
    }

    fn pagina<'a>(&'a self, werk: &'a Werk, sent: Blad) -> Straks<'a> {
        Box::pin(async move {
            // The form for an own advice shows what is kept of it, not the fields of this one.
            let eigen = leeg(werk, &Geven(self.0)).await?;
            page(self.0, &eigen, &sent)
        })
    }
}

/// Signs the advice that the other wrote.
pub(super) async fn sign(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if gezien.aanvraag.has_advies_van(&kijker.kijker.actor.persoon) {
        return Ok(redirect(&format!("{}?gedaan=advies", gezien.plek.address())));
    }
    verwerk(&gezien.werk, &Tekenen(&gezien), formulier).await
}
