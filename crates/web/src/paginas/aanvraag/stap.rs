//! A flat act on a request, on a page of its own below it: what one has to know, a few fields, and what follows.

use std::borrow::Cow;

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::beurt::Onderwerp;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::toegang::Deel;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Fouten, Veld};

use super::Gezien;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Blad, Stap, Straks, Waar, lees_daad};

/// A page on which a form stands among other things.
pub(in crate::paginas) type Eigenblad = for<'a> fn(&'a Gezien, Blad) -> Straks<'a>;

/// A flat act on a request.
pub(in crate::paginas) struct Aanvraagstap<'g> {
    pub(in crate::paginas) gezien: &'g Gezien,
    /// The act, as the access matrix knows it.
    pub(in crate::paginas) opdracht: Opdrachtnaam,
    pub(in crate::paginas) titel: Cow<'static, str>,
    /// What one has to know, in paragraphs.
    pub(in crate::paginas) vooraf: Vec<String>,
    pub(in crate::paginas) feiten: Feiten,
    pub(in crate::paginas) velden: Vec<Veld>,
    /// What the fields begin with.
    pub(in crate::paginas) begin: Begin,
    /// The words on the button.
    pub(in crate::paginas) knop: Cow<'static, str>,
    /// What follows from pressing it; may be empty.
    pub(in crate::paginas) gevolg: &'static str,
    /// The code of what is told when it was done, on the page of the request or one below it.
    pub(in crate::paginas) gedaan: (&'static str, &'static str),
    pub(in crate::paginas) doel: Doel,
    /// The parts that it shows beside the request: those of documents that it names.
    pub(in crate::paginas) toont: Vec<Deel>,
    /// The mark of what it shows of the request that is being filled in, where that is what is done.
    pub(in crate::paginas) gelezen: Option<String>,
    /// Why it cannot be done now.
    pub(in crate::paginas) belemmering: Option<Refusal>,
    /// The page, where the form does not stand alone.
    pub(in crate::paginas) blad: Option<Eigenblad>,
    /// What the form asks besides its act: the field, and what is wrong with it.
    pub(in crate::paginas) ernaast: fn(&Self, &Formulier) -> Option<(&'static str, &'static str)>,
}

impl<'g> Aanvraagstap<'g> {
    /// An act of which nothing is said yet.
    pub(in crate::paginas) fn of(gezien: &'g Gezien, opdracht: Opdrachtnaam, doel: Doel) -> Self {
        Self {
            gezien,
            opdracht,
            titel: "".into(),
            vooraf: Vec::new(),
            feiten: Feiten::new(),
            velden: Vec::new(),
            begin: Vec::new(),
            knop: "Vastleggen".into(),
            gevolg: "",
            gedaan: ("", ""),
            doel,
            toont: Vec::new(),
            gelezen: None,
            belemmering: None,
            blad: None,
            ernaast: |_, _| None,
        }
    }
}

impl Stap for Aanvraagstap<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        self.opdracht
    }

    fn waar(&self) -> Waar {
        self.gezien.waar()
    }

    fn titel(&self) -> String {
        self.titel.clone().into_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        self.begin.clone()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let facts = (!self.feiten.is_empty()).then(|| Groep::new("").blok(Blok::Feiten(self.feiten.clone())));
        let mut groep = Groep::new("");
        for alinea in &self.vooraf {
            groep = groep.tekst(alinea.as_str());
        }
        for veld in &self.velden {
            groep = groep.veld(veld.clone());
        }
        if !self.gevolg.is_empty() {
            groep = groep.tekst(self.gevolg);
        }
        Vorm::new(self.knop.clone()).groepen(facts).groep(groep)
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let read = lees_daad(self, werk, formulier);
        let Some((veld, wat)) = (self.ernaast)(self, formulier) else { return read };
        let mut fouten = read.err().unwrap_or_default();
        fouten.add(veld, wat);
        Err(fouten)
    }

    fn belemmering(&self, _werk: &Werk) -> Option<Refusal> {
        self.belemmering.clone()
    }

    fn gelezen(&self) -> Option<String> {
        self.gelezen.clone()
    }

    fn doel(&self) -> Doel {
        self.doel
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.toont.clone()
    }

    fn na_bewaren(&self, _werk: &Werk, done: &str) -> Option<String> {
        Some(format!("{}?gedaan={done}", self.gezien.plek.address()))
    }

    fn na(&self, _werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        let (below, code) = self.gedaan;
        let plek = &self.gezien.plek;
        // What began another request leads to that one.
        let nr = match uitgevoerd.laatste_onderwerp() {
            Some(Onderwerp::Aanvraag(nr)) => nr,
            _ => plek.nr,
        };
        format!("{}{below}?gedaan={code}", super::address(&plek.nummer, nr))
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        match self.blad {
            Some(page) => page(self.gezien, blad),
            None => Box::pin(std::future::ready(Ok(blad.answer()))),
        }
    }
}
