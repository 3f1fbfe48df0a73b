//! What of an act nobody types: the program looks it up before the act is decided. The list of acts says it of each, so that a field of
//! kind [`super::velden::Later`] that nobody fills does not compile.

use super::velden::Ingevuld;
use crate::aanmelding::afloop::LaatToe;
use crate::aanmelding::feiten::BereidGevonden;
use crate::aanmelding::inleveren::LeverInformatieIn;
use crate::aanmelding::opdracht::MeldAan;
use crate::aanmelding::verklaring::ToonVerklaring;
use crate::leven::bereikbaar::ZegDigitaalBereikbaar;
use crate::leven::opdracht::{OntvangNummer, SchrijfIn};
use crate::staat::Adres;
use crate::tlv::checklist::TlvInvoer;
use crate::tlv::inleveren::LeverAanvullingIn;
use crate::tlv::opdracht::{OntvangAanvulling, WijsDeskundigeToe};

/// What the program fills in of an act, or looks up for it.
#[derive(Debug)]
pub enum Aanvulsel<'a> {
    /// Municipality and partnerships that follow from the postcode.
    Gebied(&'a mut Adres),
    /// The school of an enrolment, as it was on its day.
    Inschrijving(&'a mut SchrijfIn),
    /// Who registers.
    Indiener(&'a mut MeldAan),
    /// Another school, as the register calls it.
    AndereSchool(&'a mut BereidGevonden),
    /// What the parents added to the form by which they hand in information.
    Informatie(&'a mut LeverInformatieIn),
    /// What they added to the form by which they hand in a supplement.
    Aanvullend(&'a mut LeverAanvullingIn),
    /// What an expert is called.
    Deskundige(&'a mut WijsDeskundigeToe),
    /// A declaration that was shown, as the register has it.
    Verklaring(&'a mut ToonVerklaring),
    /// Whether a number is known of another child.
    Nummer(&'a OntvangNummer),
    /// Whether the declaration of an admission was withdrawn.
    Toelating(&'a LaatToe),
    /// Whether somebody can be told by e-mail.
    Bereikbaar(&'a ZegDigitaalBereikbaar),
    /// What the school kept of a supplement.
    Bewaard(&'a mut OntvangAanvulling),
    /// What the school kept of a request with this number.
    Aanvraag(u32, &'a mut TlvInvoer),
}

/// Who sees what somebody kept of an act before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conceptkring {
    /// Colleagues at the same organisation.
    Gedeeld,
    /// Whoever writes it alone.
    Eigen,
    /// Nobody: nothing of it is kept.
    Geen,
}

/// An act with a field that nobody types.
pub(crate) const fn has_later<D: Ingevuld>() -> bool {
    D::LATER
}
