//! The school lays before parents and pupil what it filled in, and asks what they think of it: nobody is asked about what they
//! cannot read.

use app::AppError;
use app::aanvraag::Aanvraagformulier;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::checklist::{Stemvraag, TlvInvoer};
use dossier::tlv::zienswijze::{LegAanvraagVoor, Veranderd};
use web_base::error::Fout;
use web_base::onderdelen::Feiten;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::open_form;
use super::{Aanvraagstap, Gezien};
use crate::weg::werk::Werk;
use crate::weg::{Aan, Formulierplek, Gemaakt, Stap};

/// The act.
const ACT: Opdrachtnaam = Opdrachtnaam::LegAanvraagVoor;

/// A request that is being filled in.
pub(super) struct Bezig {
    gezien: Gezien,
    /// What was kept of it.
    form: Aanvraagformulier,
    /// Why it cannot be laid before anybody as it stands: nothing is filled in, or nothing changed.
    belemmering: Option<Refusal>,
}

impl Formulierplek for Bezig {
    type Pad = (String, String);

    async fn open(state: &WebState, kijker: &Kijker, parts: Self::Pad) -> Result<Self, Fout> {
        let gezien = Gezien::at(state, kijker, &parts).await?;
        gezien.must(ACT)?;
        let form = open_form(&gezien).await?;
        let act = LegAanvraagVoor { aanvraag: gezien.plek.nr, invoer: TlvInvoer::default() };
        let belemmering = match gezien.open_file().proef(act).await {
            Ok(_) => None,
            Err(AppError::Refused(refusal)) => Some(*refusal),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { gezien, form, belemmering })
    }

    fn werk(&self) -> &Werk {
        &self.gezien.werk
    }
}

pub(super) fn stap<'g>(bezig: &'g Bezig, _aan: Aan<'_>) -> Gemaakt<'g> {
    let Bezig { gezien, form, belemmering } = bezig;
    Aanvraagstap {
        titel: "De aanvraag aan ouders en leerling voorleggen".into(),
        vooraf: vec![
            "Zo lezen de ouders en de leerling wat u tot nu toe heeft ingevuld, op hun eigen pagina. Zij krijgen de vraag wat zij ervan vinden.".to_owned(),
            "Wie geen eigen pagina heeft, laat u dit op school of op papier lezen.".to_owned(),
            "Verandert u daarna nog iets? Leg de aanvraag dan opnieuw voor. Bij elk antwoord blijft staan over welke versie het gaat.".to_owned(),
        ],
        feiten: so_far(gezien, form),
        knop: "Voorleggen".into(),
        gedaan: ("", "voorleggen"),
        gelezen: Some(form.stand()),
        toont: gezien.stukken(&form.bijlagen),
        belemmering: belemmering.clone(),
        ..Aanvraagstap::of(gezien, ACT, Doel::AanvraagVoorleggen)
    }
    .klaar()
}

/// What they will read: the answers of the school, and which documents there are.
fn so_far(gezien: &Gezien, form: &Aanvraagformulier) -> Feiten {
    let own = form.antwoorden().into_iter().filter(|antwoord| Stemvraag::of(&antwoord.vraag).is_none());
    let feiten = own.fold(Feiten::new(), |feiten, antwoord| {
        feiten.with(antwoord.tekst.as_str(), antwoord.waarde.as_str())
    });
    let stukken: Vec<&str> = form.bijlagen.iter().map(|bijlage| bijlage.naam.as_str()).collect();
    let feiten = feiten.with_some("Stukken", (!stukken.is_empty()).then(|| stukken.join(", ")));
    let last = gezien
        .aanvraag
        .ligt_voor()
        .map(|laid| format!("versie {}, {}", laid.versie, base::dates::short_nl(laid.op)));
    let before = gezien.aanvraag.ligt_voor().map(|laid| {
        let changed = laid.verschil(&form.antwoorden(), &dossier::tlv::zienswijze::stukken(&form.bijlagen));
        let line = |v: &Veranderd| {
            let then = if v.toen.is_empty() { "(niets)" } else { v.toen.as_str() };
            format!("{} Toen stond er: {then}", v.tekst)
        };
        changed.iter().map(line).collect::<Vec<_>>().join("\n")
    });
    let feiten = feiten.with_some("Het laatst voorgelegd", last);
    feiten.with_some("Sindsdien veranderd", before.filter(|changed| !changed.is_empty()))
}
