//! Opening a file, keeping a letter, taking over a dossier.

use base::Date;

use crate::algemeen::feiten::{DossierGeopend, OsoOvergenomen};
use crate::opdracht::velden::{Daad, Dag, MagGeslacht, MagRegel, Regel, Woonadres, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::staat::{Adres, Dossier};

daad! {
    /// Opens a file for a child.
    OpenDossier {
        /// Name by which the child is called.
        roepnaam: Regel,
        /// Prefix of the surname; may be empty.
        voorvoegsel: MagRegel,
        /// Surname.
        achternaam: Regel,
        /// Gender, where it matters.
        geslacht: MagGeslacht,
        /// Date of birth.
        geboortedatum: Dag,
        /// Where the child lives.
        adres: Woonadres,
    }
}

/// The declaration of its fields: no form of a file begins with it, and what was recorded wrongly is put right by it.
pub const OPENING: Daad = Daad::of::<OpenDossier>("open_dossier");

impl Decide for OpenDossier {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let geboortedatum = check_birth(self.geboortedatum, ctx)?;
        let leeftijd = regels::getal(ctx, "meerderjarig.leeftijd", ctx.vandaag)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            DossierGeopend {
                roepnaam: invoer::line("roepnaam", &self.roepnaam)?,
                voorvoegsel: invoer::optional_line("voorvoegsel", &self.voorvoegsel)?,
                achternaam: invoer::line("achternaam", &self.achternaam)?,
                geboortedatum,
                geslacht: self.geslacht,
                adres: check_address(&self.adres)?,
                meerderjarig_per: base::dates::birthday(geboortedatum, leeftijd),
            },
        )])
    }
}

/// A birth date that a pupil can have.
pub(crate) fn check_birth(born: Date, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    if born > ctx.vandaag {
        return Err(Refusal::field("geboortedatum", sleutels::algemeen::in_de_toekomst()));
    }
    // Nobody older is in school under these laws: the regional report of early leavers ends there too.
    let oldest = regels::getal(ctx, "rmc.tot_leeftijd", ctx.vandaag)?;
    if base::dates::age_on(born, ctx.vandaag) > oldest {
        return Err(Refusal::field(
            "geboortedatum",
            sleutels::algemeen::TeOud { jaar: oldest.into() }.tekst(),
        ));
    }
    Ok(born)
}

pub(crate) fn check_address(adres: &Adres) -> Result<Adres, Refusal> {
    Ok(Adres {
        straat: invoer::optional_line("straat", &adres.straat)?,
        plaats: invoer::optional_line("plaats", &adres.plaats)?,
        ..adres.clone()
    })
}

/// Takes over what stood in an OSO dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeemOsoOver {
    /// What stood in it.
    pub overname: OsoOvergenomen,
}

impl Decide for NeemOsoOver {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if let Some(earlier) =
            dossier.overnames.iter().find(|o| o.inhoud.vingerafdruk == self.overname.vingerafdruk)
        {
            return Err(Refusal::new(
                "oso_al_overgenomen",
                sleutels::algemeen::AlOvergenomen { op: earlier.op }.tekst(),
            )
            .instead(sleutels::algemeen::verder_werken()));
        }
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, self.overname.clone())])
    }
}
