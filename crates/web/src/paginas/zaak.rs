//! The page of one case, in the shape that most of them have: whose turn it is, what is known, what can be done now and what
//! cannot, and its letters. A process that needs no other shape has no template of its own.

use askama::Template;
use dossier::beurt::Onderwerp;
use dossier::soort::Poststand;
use dossier::staat::Brief;
use dossier::{Beurt, Woord};
use teksten::{Taal, Tekst, kind, mijn, zaak};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Uitleg, VolgendeDatum, Weigering,
    day_in,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::kind::{computed, is_own, term_of, who};
use super::woorden::letter_of;
use crate::weg::Stap;
use crate::weg::werk::Werk;

/// A card on the page of a case: facts, or the answer of a rule in words with its steps.
pub(super) struct Zaakblok {
    kop: String,
    feiten: Feiten,
    toets: Option<(String, Uitleg)>,
}

impl Zaakblok {
    /// What is known.
    pub(super) fn feiten(kop: String, feiten: Feiten) -> Self {
        Self { kop, feiten, toets: None }
    }

    /// What a rule says of it.
    pub(super) fn toets(kop: String, tekst: String, uitleg: Uitleg) -> Self {
        Self { kop, feiten: Feiten::new(), toets: Some((tekst, uitleg)) }
    }
}

/// What the page of a case tells, beside whose turn it is and its letters.
pub(super) struct Zaakblad {
    /// The page.
    pub(super) pagina: Pagina,
    /// Its cards, in order.
    pub(super) blokken: Vec<Zaakblok>,
    /// What can be done now.
    pub(super) acties: Vec<Actie>,
    /// What cannot be done now, and why.
    pub(super) nog_niet: Vec<NogNiet>,
}

#[derive(Template)]
#[template(path = "paginas/zaak.html")]
struct Zaakpagina {
    pagina: Pagina,
    aanzet: Vec<Aanzet>,
    blokken: Vec<Zaakblok>,
    /// It is this person's turn: the first thing to do is a button.
    aan_zet: bool,
    /// A family reads in one column.
    gezin: bool,
    acties: Vec<Actie>,
    nog_niet: Vec<NogNiet>,
    brieven: Tabel,
}

impl Zaakblad {
    /// Shows the page. That somebody looks is on record already: the caller knows for what.
    pub(super) fn show(self, werk: &Werk, over: Onderwerp) -> Uitkomst {
        let Self { pagina, blokken, acties, nog_niet } = self;
        show(&Zaakpagina {
            pagina,
            aanzet: turns(werk, over),
            blokken,
            aan_zet: is_turn(werk, over),
            gezin: werk.is_gezin(),
            acties,
            nog_niet,
            brieven: letters(werk, over),
        })
    }
}

/// Something to do now.
#[derive(Debug)]
pub(super) struct Actie {
    /// What.
    pub(super) tekst: String,
    /// Where.
    pub(super) adres: String,
    /// What it means.
    pub(super) uitleg: String,
}

/// Something that cannot be done now, and why.
#[derive(Debug)]
pub(super) struct NogNiet {
    /// What.
    pub(super) wat: String,
    /// Why, and what can.
    pub(super) waarom: Weigering,
}

/// What happened just before, as a message; an unknown code says nothing.
pub(super) fn afterwards(vraag: &Vraag, taal: Taal, done: impl Fn(&str) -> Option<Tekst>) -> Option<Melding> {
    let text = match vraag.text("na")? {
        "bewaard" => zaak::bewaard(),
        "weggegooid" => zaak::weggegooid(),
        other => done(other)?,
    };
    Some(Melding::new(Meldingsoort::Goed, taal.zeg(text)))
}

/// The turns about one subject, earliest first: whose, since when, by when and why.
pub(super) fn turns(werk: &Werk, onderwerp: Onderwerp) -> Vec<Aanzet> {
    let (on, taal) = (werk.vandaag(), werk.kijker.taal());
    let mine = werk.beeld().beurten.iter().filter(|(beurt, _)| beurt.onderwerp == Some(onderwerp));
    mine.map(|(beurt, organisatie)| Aanzet {
        wie: who(werk.beeld(), beurt, organisatie, &werk.kijker),
        sinds: Some(day_in(taal, beurt.van, on)),
        wat: taal.zeg(beurt.zet.woord()),
        taal,
        volgende: term_of(beurt, &werk.kijker).map(|termijn| VolgendeDatum {
            wat: String::new(),
            termijn,
            // Why a day is that day belongs to the turn: a page hands in none.
            waarom: computed(werk.beeld(), beurt, taal)
                .or_else(|| ground(beurt, taal).filter(|_| beurt.einddag.is_none() || !werk.is_gezin()))
                .map(|uitleg| uitleg.folded(taal.zeg(mijn::deze_datum()))),
        }),
    })
    .collect()
}

/// It is this person's turn about a subject.
pub(super) fn is_turn(werk: &Werk, onderwerp: Onderwerp) -> bool {
    werk.beeld()
        .beurten
        .iter()
        .any(|(beurt, _)| beurt.onderwerp == Some(onderwerp) && is_own(beurt, &werk.kijker))
}

fn ground(beurt: &Beurt, taal: Taal) -> Option<Uitleg> {
    (!beurt.grond.is_leeg()).then(|| Uitleg::text(taal.zeg(&beurt.grond)).on_page_in(taal))
}

/// The columns of letters about a case.
pub(super) fn letter_columns(taal: Taal) -> Vec<Kolom> {
    vec![
        Kolom::text(taal.zeg(kind::kolom_brief())).names_row(),
        Kolom::text(taal.zeg(zaak::aan())),
        Kolom::short(taal.zeg(kind::datum())),
    ]
}

/// Letters about one subject, newest first.
pub(super) fn letters(werk: &Werk, over: Onderwerp) -> Tabel {
    let taal = werk.kijker.taal();
    let kolommen = letter_columns(taal);
    let about = |brief: &&Brief| brief.inhoud.betreft.onderwerp() == Some(over);
    let mine: Vec<&Brief> = werk.beeld().brieven.iter().rev().filter(about).collect();
    let table = Tabel::new(taal.zeg(kind::brieven()), kolommen, taal.zeg(kind::geen_brieven()));
    table.in_taal(taal).rows(mine, |brief| {
        let name = taal.zeg(letter_of(brief));
        let link = Link::new(name, werk.adres(&format!("brief/{}", brief.volgnummer))).in_dutch_from(taal);
        let to = brief
            .inhoud
            .aan_personen
            .iter()
            .filter_map(|nr| werk.beeld().mensen.iter().find(|p| p.nr == *nr));
        let names: Vec<&str> = to.map(|persoon| persoon.naam.as_str()).collect();
        let day = Inhoud::from(day_in(taal, brief.op, werk.vandaag()));
        // Two letters of one kind look alike: which of them is sent no more is said.
        let stand = werk.beeld().post.get(&brief.volgnummer).map(|(stand, _)| *stand);
        let day = match stand {
            Some(Poststand::Vervallen) => day.above(taal.zeg(zaak::brief_vervallen())),
            Some(Poststand::TeVerzenden | Poststand::Afgedrukt | Poststand::Verzonden) | None => day,
        };
        vec![link.spoken("(pdf)").into(), names.join(", ").into(), day]
    })
}

/// What can be done now in a case, and what cannot.
#[derive(Debug, Default)]
pub(super) struct Mogelijkheden {
    /// What can.
    pub(super) acties: Vec<Actie>,
    /// What cannot, with the reason.
    pub(super) nog_niet: Vec<NogNiet>,
}

impl Mogelijkheden {
    /// Adds an act that has its time and is called so: with its button, or with what the core has against it. What another
    /// organisation does is neither.
    pub(super) fn voeg_toe(&mut self, werk: &Werk, stap: &dyn Stap, naam: &Tekst, actie: Actie) {
        let taal = werk.kijker.taal();
        match stap.belemmering(werk) {
            Some(refusal) if refusal.code == "andere_organisatie" => {}
            Some(refusal) => self.nog_niet.push(NogNiet {
                wat: taal.zeg(naam),
                waarom: Weigering::in_taal(&refusal, taal, werk.vandaag()).without_heading(),
            }),
            None => self.acties.push(actie),
        }
    }
}

/// The number of a registration, removal or person in an address.
pub(super) fn number(text: &str) -> Result<u32, Fout> {
    text.parse().map_err(|_| Fout::NietGevonden)
}
