//! The shell around every page: heading, menu, who is signed in, messages.

use std::borrow::Borrow;

use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use dossier::{Rol, Woord};
use teksten::{Taal, Tekst, schil};

use crate::error;
use crate::error::Fout;
use crate::menu::{self, MenuItem};
use crate::onderdelen::{Fouten, Melding, Meldingsoort};
use crate::state::WebState;

/// What stands around a page for whoever looks.
#[derive(Debug, Clone, Default)]
pub struct Schil {
    /// Entries of the menu.
    pub menu: Vec<MenuItem>,
    /// Who is signed in.
    pub wie: Option<Wie>,
    /// There is a box to search children in.
    pub zoeken: bool,
    /// Accent colour of the region, six hexadecimal digits.
    pub accent: Option<String>,
    /// Everything is invented.
    pub demo: bool,
    /// Who helps.
    pub hulp: String,
    /// The language in which this person reads pages that are there in more than one.
    pub gekozen_taal: Taal,
    /// Keys of the address that were left out, because the page did not know what stood there.
    pub lost: Vec<String>,
    adres: String,
    family: bool,
    /// Reads in the chosen language without being a family yet: a role has still to be chosen.
    as_chosen: bool,
}

/// Who is signed in, as the top of a page says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wie {
    /// Name.
    pub naam: String,
    /// Role in words; empty while none is chosen.
    pub rol: String,
    /// Organisation in words.
    pub organisatie: String,
    /// There is another role to choose.
    pub andere_rollen: bool,
}

impl Schil {
    /// Whoever reads does not do this for their work.
    pub fn is_family(&self) -> bool {
        self.family
    }

    /// For somebody who is not signed in.
    pub fn anonymous(state: &WebState) -> Self {
        Self { demo: state.settings.demo, hulp: state.settings.hulp.clone(), ..Self::default() }
    }

    /// For somebody who is signed in, on a page.
    pub fn signed_in(state: &WebState, wie: Wie, rol: Option<Rol>, path: &str) -> Self {
        Self {
            menu: rol.map(|rol| menu::of(rol, path)).unwrap_or_default(),
            zoeken: rol.is_some_and(menu::searches),
            wie: Some(wie),
            adres: path.to_owned(),
            family: rol.is_some_and(menu::is_family),
            ..Self::anonymous(state)
        }
    }

    /// The same on a page.
    #[must_use]
    pub fn at(self, path: &str) -> Self {
        Self { adres: path.to_owned(), ..self }
    }

    /// For somebody who reads in the language of their choice.
    #[must_use]
    pub fn reading_as_chosen(self) -> Self {
        Self { as_chosen: true, ..self }
    }

    /// The language of a page that is there in more than one: who works with files reads Dutch.
    pub fn taal(&self) -> Taal {
        if self.chooses() { self.gekozen_taal } else { Taal::Nl }
    }

    /// A family, or somebody who is not signed in.
    fn chooses(&self) -> bool {
        self.family || self.as_chosen || self.wie.is_none()
    }

    /// Where the name of the program leads.
    pub fn thuis(&self) -> &'static str {
        "/"
    }
}

/// How much of the window a page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breedte {
    /// One column, for a form or a text.
    Smal,
    Gewoon,
    /// A list to work from.
    Breed,
}

/// The shell of one page.
#[derive(Debug, Clone)]
pub struct Pagina {
    /// Heading and title.
    pub titel: String,
    /// A softer line below the heading.
    pub sub: String,
    /// Where one comes from, outermost first.
    pub kruimels: Vec<Kruimel>,
    /// Messages above the page.
    pub meldingen: Vec<Melding>,
    /// Menu, who, accent.
    pub schil: Schil,
    /// The language of the page.
    pub taal: Taal,
    /// Other languages in which it can be read.
    pub andere_talen: Vec<Taal>,
    breedte: Breedte,
    fout: bool,
}

/// A step back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kruimel {
    /// The words.
    pub tekst: String,
    /// The address.
    pub adres: String,
}

impl Pagina {
    /// A page with its heading.
    pub fn new(titel: impl Into<String>, schil: Schil) -> Self {
        let taal = schil.taal();
        let left_out = |sleutel: &String| {
            let text = taal.zeg(schil::Weggelaten { sleutel }.tekst());
            Melding::new(Meldingsoort::LetOp, text)
        };
        Self {
            meldingen: schil.lost.iter().map(left_out).collect(),
            titel: titel.into(),
            sub: String::new(),
            kruimels: Vec::new(),
            schil,
            taal: Taal::default(),
            andere_talen: Vec::new(),
            breedte: Breedte::Gewoon,
            fout: false,
        }
    }

    /// Adds the softer line.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "nothing is subtracted: it is the line below a heading"
    )]
    pub fn sub(mut self, sub: impl Into<String>) -> Self {
        self.sub = sub.into();
        self
    }

    /// Adds a step back to where one comes from.
    #[must_use]
    pub fn below(mut self, tekst: impl Into<String>, adres: impl Into<String>) -> Self {
        self.kruimels.push(Kruimel { tekst: tekst.into(), adres: adres.into() });
        self
    }

    /// Adds a message.
    #[must_use]
    pub fn message(mut self, melding: Melding) -> Self {
        self.meldingen.push(melding);
        self
    }

    /// Adds messages above the page, where there are any.
    #[must_use]
    pub fn messages(mut self, meldingen: impl IntoIterator<Item = Melding>) -> Self {
        self.meldingen.extend(meldingen);
        self
    }

    /// A page of which all words come from the catalogues: a family reads it in the language that it chose, with the
    /// others to choose from.
    #[must_use]
    pub fn in_chosen_language(self) -> Self {
        let others = Taal::KEUZES.into_iter().filter(|other| *other != self.schil.taal());
        let andere_talen = if self.schil.chooses() { others.collect() } else { Vec::new() };
        Self { andere_talen, ..self.without_choice() }
    }

    /// The same where there is nothing to come back to: an error page.
    #[must_use]
    pub fn without_choice(mut self) -> Self {
        if !self.schil.chooses() {
            return self;
        }
        let taal = self.schil.taal();
        self.schil.menu = self.schil.menu.into_iter().map(|item| item.in_language(taal)).collect();
        if let Some(wie) = self.schil.wie.as_mut()
            && let Some(rol) = [Rol::Ouder, Rol::Leerling].into_iter().find(|rol| rol.label() == wie.rol)
        {
            // A carer comes in by the same role, and is no parent.
            wie.rol = taal.zeg(if rol == Rol::Ouder { schil::ouder_of_verzorger() } else { rol.woord() });
        }
        Self { taal, ..self }
    }

    /// One narrow column, for a form or a text.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.breedte = Breedte::Smal;
        self
    }

    /// A list to work from: the whole width of a laptop, and as many rows in view as fit.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.breedte = Breedte::Breed;
        self
    }

    /// The title as the browser shows it: a refused form says so there too.
    #[must_use]
    pub fn with_errors(mut self, fouten: &Fouten) -> Self {
        self.fout = !fouten.is_empty();
        self
    }

    pub fn browser_title(&self) -> String {
        let wrong = if self.fout { self.zeg(schil::fout()) + " " } else { String::new() };
        format!("{wrong}{} · Leerrecht", self.titel)
    }

    /// A text in the language of the page.
    pub fn zeg(&self, tekst: impl Borrow<Tekst>) -> String {
        self.taal.zeg(tekst)
    }

    /// It is not in Dutch: what people wrote, and the law, say themselves that they are.
    pub fn is_translated(&self) -> bool {
        self.taal != Taal::Nl
    }

    /// Where the page itself stands, for who chooses another language.
    pub fn address(&self) -> &str {
        &self.schil.adres
    }

    pub fn body_class(&self) -> &'static str {
        match (self.schil.family, self.breedte) {
            (true, _) => "gezin",
            (false, Breedte::Smal) => "smal",
            (false, Breedte::Gewoon) => "",
            (false, Breedte::Breed) => "breed",
        }
    }
}

/// A page as a response.
pub fn html(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(body) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            (status, [(CONTENT_TYPE, kind)], body).into_response()
        }
        Err(failure) => {
            tracing::error!(error = %failure, "a template did not render");
            Fout::Intern.into_response()
        }
    }
}

/// A page that is as it should be.
pub fn show(template: &impl Template) -> error::Uitkomst {
    Ok(html(StatusCode::OK, template))
}

/// A form that was refused, shown again with everything that was typed.
pub fn show_refused(template: &impl Template) -> error::Uitkomst {
    Ok(html(StatusCode::UNPROCESSABLE_ENTITY, template))
}
