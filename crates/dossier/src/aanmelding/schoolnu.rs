//! What a registration says besides: where the child goes to school now, and that it came by the open form.

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aanmelding::feiten::Aangemeld;
use crate::aanmelding::opdracht::MeldAan;
use crate::kaart::met_velden;
use crate::opdracht::invoer;
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Schoolgang, Schoolsoort};
use crate::staat::{Aanmelding, Dossier};

/// Where the child goes to school when it is registered, as the parents state it: what a right to a temporary place and who is
/// competent rest on, where the file knows of no enrolment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolNu {
    /// At a school, or at none; nothing where it was not said.
    pub gang: Option<Schoolgang>,
    /// Name and place of that school, in their words; may be empty.
    pub school: String,
    /// Of what kind it is, where they say it.
    pub soort: Option<AndereSchoolsoort>,
}

impl SchoolNu {
    /// The kind of the school in the Netherlands where the child is enrolled, where they say it.
    pub fn schoolsoort(&self) -> Option<Schoolsoort> {
        self.soort.filter(|_| self.is_op_school()).and_then(AndereSchoolsoort::schoolsoort)
    }

    /// They say that it goes to a school.
    pub fn is_op_school(&self) -> bool {
        self.gang == Some(Schoolgang::School)
    }
}

/// What a place is asked for: of what kind, from which school the child comes as its parents say, and from when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plaatsvraag {
    /// Of what kind the place is.
    pub(crate) soort: Schoolsoort,
    /// Of what kind the school of now is, as the parents say.
    pub(crate) nu: Option<Schoolsoort>,
    /// From when.
    pub(crate) gewenst_per: Option<Date>,
}

impl Aanmelding {
    /// What is asked.
    pub(crate) fn vraag(&self) -> Plaatsvraag {
        let nu = self.school_nu.schoolsoort();
        Plaatsvraag { soort: self.plek().soort(), nu, gewenst_per: self.gewenst_per }
    }

    /// It is known that the child is at no school on a day: the parents said so, or the file tells that it left one.
    pub(crate) fn is_thuis(&self, dossier: &Dossier, on: Date) -> bool {
        let left = dossier.inschrijvingen.iter().any(|place| place.van <= on);
        dossier.inschrijving_op(on).is_none() && (left || self.school_nu.gang == Some(Schoolgang::Geen))
    }

    /// Of what kind the school is where the child is enrolled on a day: the file knows, and where it knows of no place at all the parents
    /// said so. What the file tells of a place and its end comes after what was said.
    pub fn schoolsoort_nu(&self, dossier: &Dossier, on: Date) -> Option<Schoolsoort> {
        let known = dossier.inschrijvingen.iter().any(|place| place.runs_after(self.ontvangen_op));
        match dossier.inschrijving_op(on) {
            Some(place) => Some(place.schoolsoort),
            None if known => None,
            None => self.school_nu.schoolsoort(),
        }
    }
}

/// The parents wrote the registration on the open form, without an account, and confirmed it at their e-mail address. Neither proves
/// who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VanBuiten {
    /// Who says to have written it.
    pub naam: String,
    /// Day on which it was written.
    pub geschreven_op: Date,
    /// Day on which it was confirmed, and came to the school.
    pub bevestigd_op: Date,
}

/// Before, nobody was asked where the child went to school, and there was no open form.
pub(super) fn without_school(stored: Value) -> Result<Value, serde_json::Error> {
    let unsaid = serde_json::to_value(SchoolNu::default())?;
    met_velden(stored, [("school_nu", unsaid), ("van_buiten", Value::Null)])
}

/// What whoever registers said in words, and the names that they gave.
pub(super) fn typed_at_registration(event: &Aangemeld) -> Vec<&str> {
    let now = std::iter::once(event.school_nu.school.as_str());
    let writer = event.van_buiten.iter().map(|from| from.naam.as_str());
    let names = now.chain(writer).filter(|name| !name.is_empty());
    std::iter::once(event.toelichting_ouders.as_str()).chain(names).collect()
}

impl MeldAan {
    /// What was said of the school where the child is now. Who names one says that the child is there.
    pub(super) fn school_nu(&self) -> Result<SchoolNu, Refusal> {
        let school = invoer::optional_line("huidige_school", &self.huidige_school)?;
        let gang = self.nu_naar_school.or((!school.is_empty()).then_some(Schoolgang::School));
        let names = !school.is_empty() || self.huidige_soort.is_some();
        if names && matches!(gang, Some(Schoolgang::Geen | Schoolgang::Onbekend)) {
            return Err(Refusal::field("huidige_school", sleutels::aanmelding::toch_een_school())
                .instead(sleutels::aanmelding::school_of_geen()));
        }
        Ok(SchoolNu { gang, school, soort: self.huidige_soort })
    }
}
