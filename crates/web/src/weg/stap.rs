//! A form, whatever it is about: its act, its fields, and where it leads. The road ([`super::gang`]) does the rest.

use std::borrow::Cow;
use std::pin::Pin;

use app::AppError;
use app::concepten::Formulier as Formuliernaam;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Doel;
use dossier::Refusal;
use dossier::beurt::Onderwerp;
use dossier::opdracht::velden::Bron;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::toegang::Deel;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::Fouten;

use super::blad::Blad;
use super::daad;
use super::gang::seen_version;
use super::rijen;
use super::vorm::Vorm;
use super::werk::Werk;

/// What somebody wants with a form that was sent, by the button that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wens {
    /// Do it.
    Doen,
    /// Keep what was typed, for later.
    Bewaren,
    /// Throw away what was kept.
    Weggooien,
    /// Look again, with what follows from what was typed.
    Kijken,
}

impl Wens {
    /// By the buttons that every form has.
    pub(crate) fn of(formulier: &Formulier) -> Self {
        if rijen::is_gevraagd(formulier) {
            return Self::Kijken;
        }
        let buttons = [("bewaar", Self::Bewaren), ("weggooien", Self::Weggooien), ("kijk", Self::Kijken)];
        buttons.into_iter().find(|(naam, _)| formulier.is_on(naam)).map_or(Self::Doen, |(_, wens)| wens)
    }
}

/// A page that is being made.
pub(crate) type Straks<'a> = Pin<Box<dyn Future<Output = Uitkomst> + Send + 'a>>;

/// What is being kept besides the fields.
pub(crate) type Ernaast<'a> = Pin<Box<dyn Future<Output = Result<Fouten, Fout>> + Send + 'a>>;

/// An act that is being carried out.
pub(crate) type Uitvoerend<'a> = Pin<Box<dyn Future<Output = Result<Uitgevoerd, AppError>> + Send + 'a>>;

/// A form that an address shows and takes.
pub(crate) type Gemaakt<'a> = Result<Box<dyn Stap + Send + 'a>, Fout>;

/// The values with which a form begins, by the names of their fields.
pub(crate) type Begin = Vec<(Cow<'static, str>, String)>;

/// Where a form stands: a process says it once for all forms about one of its cases.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waar {
    /// About which case, person or fact it is; none for an act about the file as a whole.
    pub(crate) over: Option<u64>,
    /// What stands under the heading, besides the name of the child.
    pub(crate) sub: Option<String>,
    /// The page between this form and the child's page, where there is one: its words and its path.
    pub(crate) terug: Option<(String, String)>,
}

/// One thing that can be done with a file, with its form.
pub(crate) trait Stap: Sync {
    /// Its act.
    fn opdracht(&self) -> Opdrachtnaam;
    /// Name of the form, for its draft; none where nothing may be kept.
    fn formulier(&self) -> Option<Formuliernaam> {
        Some(Formuliernaam::of(self.opdracht(), self.over()))
    }
    /// Where it stands.
    fn waar(&self) -> Waar {
        Waar::default()
    }
    /// About which case, person or fact it is; none for an act about the file as a whole.
    fn over(&self) -> Option<u64> {
        self.waar().over
    }
    /// The case that it is about, so that what happened in another is no clash; none for an act about the child itself or the
    /// file as a whole.
    fn zaak(&self, werk: &Werk) -> Option<Onderwerp> {
        werk.open.zaak_van(self.opdracht().naam(), self.over())
    }
    /// Heading, in the language of whoever works on it.
    fn titel(&self) -> String;
    /// What the form begins with.
    fn begin(&self, _werk: &Werk) -> Begin {
        Vec::new()
    }
    /// The form; `getypt` is what stands in it.
    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm;
    /// What was filled in, or what is wrong with it: read as the act declares its fields.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        lees_daad(self, werk, formulier)
    }
    /// Why this cannot be done now, whatever is filled in.
    fn belemmering(&self, _werk: &Werk) -> Option<Refusal> {
        None
    }
    /// The form is one of the own pages of a family: one column, and back to there.
    fn op_eigen_pagina(&self) -> bool {
        false
    }
    /// What the button asks that was pressed.
    fn wens(&self, formulier: &Formulier) -> Wens {
        Wens::of(formulier)
    }
    /// The mark of the draft that the form shows, where its act takes from there what it does: nothing is done that was not read.
    fn gelezen(&self) -> Option<String> {
        None
    }
    /// What the form asks that only the file tells, for its draft.
    fn vragen(&self) -> Vec<String> {
        Vec::new()
    }
    /// Beside which field a refusal about this field of the act stands.
    fn veld(&self, veld: &'static str) -> &'static str {
        veld
    }
    /// What is kept besides the fields, such as documents that were sent along; what is wrong with it.
    fn naast<'a>(&'a self, _werk: &'a Werk, _formulier: &'a Formulier) -> Ernaast<'a> {
        Box::pin(std::future::ready(Ok(Fouten::new())))
    }
    /// What was shown when the form was opened: the version of the file.
    fn gezien(&self, _werk: &Werk, formulier: &Formulier) -> Result<u64, Fout> {
        seen_version(formulier)
    }
    /// Why the file is looked at, as the family reads it.
    fn doel(&self) -> Doel;
    /// The parts that it shows beside who the child is, the case that it is about and what stands in its fields: a walk over all forms
    /// holds what they show against what is on record.
    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        Vec::new()
    }
    /// The page between this form and the child's page, where there is one: its words and its path.
    fn terug(&self) -> Option<(String, String)> {
        self.waar().terug
    }
    /// What stands under the heading, besides the name of the child.
    fn sub(&self) -> Option<String> {
        self.waar().sub
    }
    /// What the form shows when it was overtaken: there is nothing to fill in any more.
    fn voorbij(&self, _werk: &Werk) -> Option<Vorm> {
        None
    }
    /// Where one ends after it was kept or thrown away; none for the form itself.
    fn na_bewaren(&self, werk: &Werk, done: &str) -> Option<String> {
        self.terug().map(|(_, pad)| werk.adres(&format!("{pad}?na={done}")))
    }
    /// Where one ends after it was done.
    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String;
    /// Carries it out; by hand only where more is written down than the fact, such as a number that is claimed.
    fn doe<'a>(&'a self, werk: &'a Werk, opdracht: Opdracht, uitvoering: Uitvoering) -> Uitvoerend<'a> {
        Box::pin(werk.execute(opdracht, uitvoering))
    }
    /// As an address gives it that shows and takes it ([`super::plek`]).
    fn klaar<'s>(self) -> Gemaakt<'s>
    where
        Self: Sized + Send + 's,
    {
        Ok(Box::new(self))
    }
    /// The form as a page; by hand only where it stands among other things.
    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(std::future::ready(Ok(blad.answer())))
    }
}

/// What was filled in, as the act declares its fields.
pub(crate) fn lees_daad<S: Stap + ?Sized>(
    stap: &S,
    werk: &Werk,
    formulier: &Formulier,
) -> Result<Opdracht, Fouten> {
    let Some(daad) = stap.opdracht().daad() else { return Err(daad::unread(werk.taal())) };
    let vorm = stap.vorm(werk, formulier).in_taal(werk.taal());
    daad::lees(daad, over(stap), vorm.velden(), formulier, &werk.omgeving())
}

/// The same, where the form says a field otherwise: `bron` has what stands in each field of the act.
pub(crate) fn lees_uit<S: Stap + ?Sized>(
    stap: &S,
    werk: &Werk,
    formulier: &Formulier,
    bron: &Bron<'_>,
) -> Result<Opdracht, Fouten> {
    let over = over(stap);
    let vorm = stap.vorm(werk, formulier).in_taal(werk.taal());
    let source = (bron, &werk.omgeving());
    daad::lees_uit(stap.opdracht(), over, vorm.velden(), formulier, source, |veld| stap.veld(veld))
}

/// The number of what a form is about, as an act is told it.
pub(super) fn over<S: Stap + ?Sized>(stap: &S) -> u32 {
    stap.over().and_then(|nr| u32::try_from(nr).ok()).unwrap_or_default()
}
