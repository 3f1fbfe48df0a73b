//! What every list of requests says of a request, whoever's list it is: the queue of a partnership, the work of an expert, and what waits
//! for an expert who left. A list names its fields, and says itself only what is its own.

use app::lijst::{Aanvraag, AanvraagRij, DossierRij, Toewijzing};
use dossier::soort::TlvSoort;
use exchange::tabel::Cel;
use web_base::lijst::{Gegeven, Soort};

/// A row about a request.
pub(super) trait Aanvraagregel {
    /// The file.
    fn dossier(&self) -> &DossierRij;
    /// The request.
    fn aanvraag(&self) -> &AanvraagRij;
}

impl Aanvraagregel for Aanvraag {
    fn dossier(&self) -> &DossierRij {
        &self.dossier
    }

    fn aanvraag(&self) -> &AanvraagRij {
        &self.aanvraag
    }
}

impl Aanvraagregel for Toewijzing {
    fn dossier(&self) -> &DossierRij {
        &self.dossier
    }

    fn aanvraag(&self) -> &AanvraagRij {
        &self.aanvraag
    }
}

pub(super) const fn dossier<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier().dossier.as_str().into() }
}

/// The number of the request, as a number.
pub(super) const fn aanvraag<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven {
        naam: "aanvraag",
        soort: Soort::Getal,
        waarde: |row| Cel::Getal(row.aanvraag().aanvraag.into()),
    }
}

pub(super) const fn naam<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.dossier().weergavenaam.as_str().into() }
}

/// What is asked, in words.
pub(super) const fn gevraagd<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven {
        naam: "gevraagd",
        soort: Soort::Tekst,
        waarde: |row| TlvSoort::from_code(&row.aanvraag().soort).map(TlvSoort::label).into(),
    }
}

/// What is asked, by its code.
pub(super) const fn gevraagd_code<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven { naam: "gevraagd", soort: Soort::Tekst, waarde: |row| row.aanvraag().soort.as_str().into() }
}

/// How it stands, by its code.
pub(super) const fn stand_code<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| row.aanvraag().fase.as_str().into() }
}

/// The last day to decide, as the list calls it.
pub(super) const fn uiterlijk<R: Aanvraagregel>(naam: &'static str) -> Gegeven<R> {
    Gegeven { naam, soort: Soort::Datum, waarde: |row| row.aanvraag().uiterlijk.into() }
}

/// The last day of the law, where another was promised.
pub(super) const fn wettelijk<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven {
        naam: "wettelijk_uiterlijk",
        soort: Soort::Datum,
        waarde: |row| row.aanvraag().wettelijk.into(),
    }
}

/// After a notice of default: the last day without a penalty.
pub(super) const fn zonder_dwangsom<R: Aanvraagregel>() -> Gegeven<R> {
    Gegeven {
        naam: "zonder_dwangsom_tot_en_met",
        soort: Soort::Datum,
        waarde: |row| row.aanvraag().in_gebreke_tot.into(),
    }
}
