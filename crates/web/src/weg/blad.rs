//! A form as a page, with what was typed in it and what is wrong with that.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use base::dates::{clock_nl, today_in_nl};
use dossier::toegang::Kijker;
use teksten::{Taal, mijn, weg};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort, Veld, Weigering};
use web_base::pagina::{Pagina, html};

use super::concept::{Bewaren, Concept, Conceptvak};
use super::script;
use super::vorm::{Blok, Vorm};

/// The same form on a page of a family: their words, their language, one column.
#[derive(Template)]
#[template(path = "weg/gezin.html")]
struct Gezinsblad<'a> {
    pagina: &'a Pagina,
    blad: &'a Blad,
    taal: Taal,
}

/// A form as a page.
#[derive(Template)]
#[template(path = "weg/formulier.html")]
pub(crate) struct Blad {
    pub(crate) pagina: Pagina,
    pub(crate) fouten: Fouten,
    pub(crate) weigering: Option<Weigering>,
    /// It can be done now; otherwise what is typed can only be kept.
    pub(crate) kan: bool,
    /// What happened in the file since the form was opened.
    pub(crate) nieuw: Option<Vec<String>>,
    /// All of that was done by whoever sends the form, in another window.
    pub(crate) zelf: bool,
    /// By what happened it cannot be sent any more.
    pub(crate) voorbij: bool,
    pub(crate) vorm: Vorm,
    pub(crate) bewaren: Option<Bewaren>,
    /// The line that says that it shows what was kept.
    pub(crate) gevonden: Option<String>,
    /// What was kept of it.
    pub(crate) concept: Concept,
    /// What stands in it.
    pub(crate) formulier: Formulier,
    pub(crate) versie: Option<u64>,
    /// Of whoever opened the form.
    pub(crate) merk: String,
    /// The mark of the draft that it shows and from which its act takes what it does.
    pub(crate) gelezen: Option<String>,
    pub(crate) terug: String,
    pub(crate) anders: Option<Link>,
    /// One of the own pages of a family.
    pub(crate) eigen_pagina: bool,
    status: StatusCode,
}

/// What stands above a form: what is wrong with it, what the core says no to, what happened meanwhile.
#[derive(Template)]
#[template(path = "weg/kop.html")]
pub(crate) struct Kop<'a> {
    blad: &'a Blad,
}

/// What a form sends along and does not show.
#[derive(Template)]
#[template(path = "weg/verborgen.html")]
pub(crate) struct Verborgen<'a> {
    blad: &'a Blad,
}

/// What stands in a form among other things before its fields: that it shows what was kept.
#[derive(Template)]
#[template(path = "weg/gevonden.html")]
pub(crate) struct Gevonden<'a> {
    blad: &'a Blad,
}

/// What stands below the fields of a form among other things: to do it, to keep it, to go back, to throw away what was kept.
#[derive(Template)]
#[template(path = "weg/voet.html")]
pub(crate) struct Voet<'a> {
    blad: &'a Blad,
}

/// What a form tells the script, as attributes.
#[derive(Template)]
#[template(path = "weg/bewaren.html")]
pub(crate) struct Kenmerken<'a> {
    bewaren: &'a Option<Bewaren>,
    /// What the script says, where that is not Dutch.
    woorden: Option<String>,
}

impl askama::filters::HtmlSafe for Kop<'_> {}
impl askama::filters::HtmlSafe for Verborgen<'_> {}
impl askama::filters::HtmlSafe for Gevonden<'_> {}
impl askama::filters::HtmlSafe for Voet<'_> {}
impl askama::filters::HtmlSafe for Kenmerken<'_> {}

impl Blad {
    /// The form as a page of its own.
    pub(crate) fn answer(&self) -> Response {
        if self.eigen_pagina {
            html(self.status, &Gezinsblad { pagina: &self.pagina, blad: self, taal: self.pagina.taal })
        } else {
            html(self.status, self)
        }
    }

    /// A page in which the form stands among other things.
    pub(crate) fn among(&self, page: &impl Template) -> Response {
        html(self.status, page)
    }

    /// The status of the answer.
    #[must_use]
    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Shows this instead of its fields: there is nothing to fill in any more.
    #[must_use]
    pub(crate) fn instead(mut self, vorm: Vorm) -> Self {
        self.vorm = vorm.filled(&Ingevuld::refused(self.formulier.clone(), Fouten::new()));
        self.kan = false;
        self.bewaren = None;
        self
    }

    /// Shows what was typed in it, and why it cannot be sent any more.
    #[must_use]
    pub(crate) fn over(mut self, typed: Vorm, weigering: Weigering) -> Self {
        self.vorm = typed;
        self.weigering = Some(weigering);
        self.voorbij = true;
        self.kan = false;
        self.bewaren = None;
        self
    }

    /// Something stands in one of its fields: of the file, of a draft, or typed by who looks.
    pub(super) fn is_filled(&self) -> bool {
        self.vorm.velden().any(|veld| !self.formulier.text(veld.naam()).is_empty())
    }

    /// What stands above the form.
    pub(crate) fn kop(&self) -> Kop<'_> {
        Kop { blad: self }
    }

    /// What the form sends along and does not show.
    pub(crate) fn verborgen(&self) -> Verborgen<'_> {
        Verborgen { blad: self }
    }

    /// What stands before its fields, on a page of other things.
    pub(crate) fn aanhef(&self) -> Gevonden<'_> {
        Gevonden { blad: self }
    }

    /// What stands below its fields, on a page of other things.
    pub(crate) fn voet(&self) -> Voet<'_> {
        Voet { blad: self }
    }

    /// What the form tells the script.
    pub(crate) fn kenmerken(&self) -> Kenmerken<'_> {
        Kenmerken { bewaren: &self.bewaren, woorden: script::words(self.pagina.taal) }
    }

    /// What has to be known before filling, and the fields.
    fn split(&self) -> (Vec<&Blok>, Vec<&Blok>) {
        self.vorm
            .groepen
            .iter()
            .flat_map(|groep| &groep.blokken)
            .partition(|blok| matches!(blok, Blok::Tekst(_) | Blok::Lijst(_)))
    }

    /// A form with what was typed in it.
    pub(crate) fn new(pagina: Pagina, vorm: Vorm, ingevuld: Ingevuld, terug: impl Into<String>) -> Self {
        Self {
            pagina: pagina.narrow().with_errors(&ingevuld.fouten),
            vorm: vorm.filled(&ingevuld),
            formulier: ingevuld.formulier.unwrap_or_default(),
            fouten: ingevuld.fouten,
            concept: Concept::default(),
            status: StatusCode::OK,
            weigering: None,
            kan: true,
            nieuw: None,
            zelf: false,
            voorbij: false,
            bewaren: None,
            gevonden: None,
            versie: None,
            merk: String::new(),
            gelezen: None,
            terug: terug.into(),
            anders: None,
            eigen_pagina: false,
        }
    }

    /// Says which version of the file the form belongs to.
    #[must_use]
    pub(crate) fn version(mut self, versie: u64) -> Self {
        self.versie = Some(versie);
        self
    }

    /// Keeps what is typed; says so when something was kept before.
    #[must_use]
    fn kept(mut self, bewaren: Bewaren) -> Self {
        if let Some(at) = bewaren.laatst {
            let text = if self.eigen_pagina {
                mijn::bewaard_gevonden()
            } else {
                weg::BewaardGevonden { op: today_in_nl(at), tijd: &clock_nl(at) }.tekst()
            };
            let text = self.pagina.zeg(text);
            self.gevonden = Some(text.clone());
            self.pagina = self.pagina.message(Melding::new(Meldingsoort::Weetje, text));
        }
        self.bewaren = Some(bewaren);
        self
    }

    /// Keeps what is typed in the draft of this form, for whoever opened it.
    #[must_use]
    pub(crate) fn in_draft(
        mut self,
        vak: &Conceptvak,
        concept: Concept,
        sent: bool,
        kijker: &Kijker,
    ) -> Self {
        let names: Vec<String> = self.vorm.velden().map(|veld| veld.naam().to_owned()).collect();
        let bewaren = vak.bewaren(&concept, (&names, &self.formulier), sent);
        self.merk = app::merk(&kijker.actor);
        self.concept = concept;
        // Where nothing can be filled in there is nothing to keep: 'bewaard' would read as done.
        let asks = vak.has_questions() || !self.vorm.velden().all(Veld::is_hidden);
        if asks { self.kept(bewaren) } else { self }
    }

    /// Asks whether a colleague's text is to be thrown away too.
    #[must_use]
    pub(crate) fn asking_whether(mut self, wie: &str) -> Self {
        let text = self.pagina.zeg(weg::Andermans { wie }.tekst());
        self.pagina = self.pagina.message(Melding::new(Meldingsoort::LetOp, text));
        if let Some(bewaren) = &mut self.bewaren {
            bewaren.zeker = true;
        }
        self
    }

    /// Offers another way beside this form.
    #[must_use]
    pub(crate) fn beside(mut self, link: Link) -> Self {
        self.anders = Some(link);
        self
    }

    /// Adds a message above the form.
    #[must_use]
    pub(crate) fn message(mut self, melding: Melding) -> Self {
        self.pagina = self.pagina.message(melding);
        self
    }

    /// Says that it cannot be done now.
    #[must_use]
    pub(crate) fn refused(mut self, weigering: Option<Weigering>) -> Self {
        self.weigering = weigering;
        self
    }
}
