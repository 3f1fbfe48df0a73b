//! What happened, newest first: one row per act with the letters that came of it, on the page of a child, of a request, and as a
//! whole that can be narrowed to what it is about and what it is.

use std::collections::BTreeSet;

use app::doeners::Doeners;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use dossier::beurt::Onderwerp;
use dossier::soort::Relatie;
use dossier::tijdlijn::{Regel, Regelsoort};
use dossier::{Rol, Woord};
use teksten::{Taal, Tekst, algemeen, kind, mijn};
use web_base::error::Uitkomst;
use web_base::onderdelen::{Filters, Tijdlijn, Tijdpunt, day_in};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::delen::readers;
use crate::paginas::woorden;
use crate::weg::werk::geheim;

/// Of a fact that is about the child and not about a case.
const CHILD: &str = "kind";

/// An act and the letters that came of it; a letter without its act stands by itself.
pub(super) struct Gebeurd<'a> {
    regel: &'a Regel,
    brieven: Vec<&'a Regel>,
    /// What the same correction put right besides: one reason, one row.
    ook: Vec<&'a Regel>,
}

/// The acts of a timeline, in its order.
pub(super) fn acts(regels: &[Regel]) -> Vec<Gebeurd<'_>> {
    let mut all: Vec<Gebeurd<'_>> = Vec::new();
    let mut letters: Vec<(u64, &Regel)> = Vec::new();
    for regel in regels {
        match regel.handeling(regels) {
            Some(act) => letters.push((act.volgnummer, regel)),
            None => match all.iter_mut().find(|act| is_one_correction(act.regel, regel)) {
                Some(act) => act.ook.push(regel),
                None => all.push(Gebeurd { regel, brieven: Vec::new(), ook: Vec::new() }),
            },
        }
    }
    for act in &mut all {
        let own = letters.iter().filter(|(of, _)| *of == act.regel.volgnummer);
        act.brieven = own.map(|(_, letter)| *letter).collect();
        act.brieven.sort_by_key(|letter| letter.volgnummer);
    }
    all
}

/// Two lines of one correction: of one case, by one person, with the same reason, recorded on the same day.
fn is_one_correction(one: &Regel, other: &Regel) -> bool {
    let says = |regel: &Regel| {
        let of = (regel.op, regel.vastgelegd_op, regel.onderwerp, regel.deel, regel.verbeterd);
        (of, regel.tekst.clone(), regel.door.clone())
    };
    one.soort == Regelsoort::Verbetering && other.soort == one.soort && says(one) == says(other)
}

/// What is told of a child, in a language, on a day.
pub(in crate::paginas) struct Verhaal<'a> {
    pub(super) beeld: &'a Kindbeeld,
    pub(super) doeners: &'a Doeners,
    pub(super) on: Date,
    pub(super) taal: Taal,
}

/// What happened in one case.
pub(in crate::paginas) fn of_case(
    (beeld, doeners): (&Kindbeeld, &Doeners),
    zaak: Onderwerp,
    on: Date,
    taal: Taal,
) -> Tijdlijn {
    let verhaal = Verhaal { beeld, doeners, on, taal };
    let own: Vec<Regel> =
        beeld.tijdlijn.iter().filter(|regel| regel.onderwerp == Some(zaak)).cloned().collect();
    verhaal.told(acts(&own).iter())
}

impl Verhaal<'_> {
    pub(super) fn told<'g>(&self, acts: impl Iterator<Item = &'g Gebeurd<'g>>) -> Tijdlijn {
        let acts: Vec<&Gebeurd<'_>> = acts.collect();
        Tijdlijn::new(acts.iter().map(|act| self.point(act, &acts)).collect())
    }

    /// The words of an act that led to another at once stand with the first: what ended by a 'no' does not say the reason again.
    fn point(&self, act: &Gebeurd<'_>, all: &[&Gebeurd<'_>]) -> Tijdpunt {
        let (regel, taal) = (act.regel, self.taal);
        let zin = self.sentence(regel);
        let mut woorden: Vec<String> = Vec::new();
        let before = |other: &&&Gebeurd<'_>| {
            let (one, other) = (regel, other.regel);
            let same = (one.op, one.onderwerp, &one.door) == (other.op, other.onderwerp, &other.door);
            same && other.volgnummer < one.volgnummer && regel.soort == Regelsoort::Handeling
        };
        let said: Vec<&Tekst> = all.iter().filter(before).flat_map(|other| &other.regel.woorden).collect();
        let own = std::iter::once(&regel).chain(&act.ook).flat_map(|regel| &regel.woorden);
        // A day that was typed as an answer is said as a day.
        let words = |woorden: &Tekst| {
            let typed = taal.zeg(woorden);
            typed.trim().parse::<Date>().map_or(typed, |day| taal.dag(day))
        };
        for typed in own.filter(|woorden| !said.contains(woorden)).map(words) {
            // What its sentence says already, or another of its words, is said once.
            if !zin.contains(typed.trim()) && !woorden.contains(&typed) {
                woorden.push(typed);
            }
        }
        let aantal = i32::try_from(act.brieven.len()).unwrap_or(i32::MAX);
        let brieven = act.brieven.iter().map(|letter| self.letter(letter, regel.op)).collect();
        Tijdpunt::new(regel.op, self.on, taal, zin)
            .said(woorden)
            .by(self.by_whom(regel))
            .letters(taal.zeg(kind::AantalBrieven { aantal }.tekst()), brieven)
    }

    /// A fact; a letter by the name that it has in the lists of letters, with to whom it goes as far as the reader sees that.
    fn sentence(&self, regel: &Regel) -> String {
        let zin = match &regel.brief {
            // Also a letter to somebody else, of which only the kind is told.
            Some(soort) => algemeen::Brief { brief: woorden::letter(soort) }.tekst(),
            None => regel.tekst.clone(),
        };
        let zin = match (regel.teruggenomen, regel.verbeterd) {
            (true, _) => algemeen::LaterTeruggenomen { zin }.tekst(),
            (false, true) => algemeen::LaterVerbeterd { zin }.tekst(),
            (false, false) => zin,
        };
        let brief = self.beeld.brieven.iter().find(|brief| brief.volgnummer == regel.volgnummer);
        let wie = brief.filter(|_| regel.brief.is_some()).map(|brief| readers(self.beeld, brief, self.taal));
        match wie.filter(|wie| !wie.is_empty()) {
            Some(wie) => self.taal.zeg(kind::BriefAan { zin, wie: &wie }.tekst()),
            None => self.taal.zeg(zin),
        }
    }

    /// A letter below its act, with its day where that is another.
    fn letter(&self, letter: &Regel, op: Date) -> String {
        let zin = self.sentence(letter);
        if letter.op == op { zin } else { format!("{zin} ({})", day_in(self.taal, letter.op, self.on)) }
    }

    /// Who recorded a fact: name, role and organisation, as far as the reader may know.
    fn by_whom(&self, regel: &Regel) -> String {
        // Who cares for the child is no parent: said by who they are to it, where the reader sees them.
        let own = regel.door.naam.as_ref().filter(|_| regel.door.rol == Rol::Ouder);
        let mut carers = self.beeld.mensen.iter().filter(|persoon| persoon.relatie == Relatie::Pleegouder);
        let carer = carers.find(|persoon| Some(&persoon.naam) == own);
        let rol = carer.map_or_else(|| regel.door.rol.woord(), |persoon| persoon.relatie.woord());
        let rol = self.taal.zeg(rol);
        let (naam, organisatie) = (self.doeners.naam(&regel.door), self.doeners.organisatie(&regel.door));
        let parts = [naam, Some(rol.as_str()), organisatie];
        let wie = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        self.taal.zeg(kind::Door { wie: &wie }.tekst())
    }
}

/// What the timeline is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wat {
    Gebeurd,
    Brieven,
    Verbeterd,
}

impl Wat {
    const ALL: [Self; 3] = [Self::Gebeurd, Self::Brieven, Self::Verbeterd];

    fn code(self) -> &'static str {
        match self {
            Self::Gebeurd => "gebeurd",
            Self::Brieven => "brieven",
            Self::Verbeterd => "verbeterd",
        }
    }

    fn label(self, taal: Taal) -> String {
        taal.zeg(match self {
            Self::Gebeurd => kind::tijdlijn_gebeurd(),
            Self::Brieven => kind::tijdlijn_brieven(),
            Self::Verbeterd => kind::tijdlijn_verbeterd(),
        })
    }

    fn is_of(self, act: &Gebeurd<'_>) -> bool {
        let letter = matches!(act.regel.soort, Regelsoort::Brief | Regelsoort::Verzending);
        match self {
            Self::Gebeurd => act.regel.soort == Regelsoort::Handeling,
            Self::Brieven => letter || !act.brieven.is_empty(),
            Self::Verbeterd => act.regel.soort == Regelsoort::Verbetering || act.regel.verbeterd,
        }
    }
}

/// The kind of case that an act is about.
fn about(act: &Gebeurd<'_>) -> &'static str {
    act.regel.onderwerp.map_or(CHILD, Onderwerp::soort)
}

/// A kind of case in words.
fn about_words(soort: &str, taal: Taal) -> String {
    let words = Onderwerp::soort_in_woorden(soort).unwrap_or_else(kind::tijdlijn_kind);
    woorden::capital(&taal.zeg(words))
}

#[derive(Template)]
#[template(path = "paginas/kind/tijdlijn.html")]
struct HeleTijdlijn {
    pagina: Pagina,
    filters: Option<Filters>,
    leeg: bool,
    tijdlijn: Tijdlijn,
}

pub(super) async fn whole(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let kinds: Vec<&str> = Onderwerp::van_elke_soort(1).map(Onderwerp::soort).chain([CHILD]).collect();
    let known = |code: &str| kinds.iter().copied().find(|kind| *kind == code);
    let waarover = vraag.code("waarover", known)?;
    let wat = vraag.code("wat", |code| Wat::ALL.into_iter().find(|wat| wat.code() == code))?;
    let (beeld, doeners) = super::look(&state, &kijker, &nummer, Doel::Tijdlijn).await?;
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let acts = acts(&beeld.tijdlijn);
    let chosen = |act: &&Gebeurd<'_>| {
        waarover.is_none_or(|kind| about(act) == kind) && wat.is_none_or(|wat| wat.is_of(act))
    };
    let shown: Vec<&Gebeurd<'_>> = acts.iter().filter(chosen).collect();
    let verhaal = Verhaal { beeld: &beeld, doeners: &doeners, on, taal };
    show(&HeleTijdlijn {
        filters: filters(&beeld, &acts, &vraag, taal),
        leeg: shown.is_empty(),
        tijdlijn: verhaal.told(shown.into_iter()),
        pagina: kijker
            .page(taal.zeg(mijn::tijdlijn()))
            .in_chosen_language()
            .sub(beeld.naam.clone())
            .messages(geheim(&beeld, &kijker))
            .below(beeld.naam.clone(), format!("/kind/{}", beeld.nummer)),
    })
}

/// What can be chosen: only what is there. None where there is nothing to choose between.
fn filters(beeld: &Kindbeeld, acts: &[Gebeurd<'_>], vraag: &Vraag, taal: Taal) -> Option<Filters> {
    let there: BTreeSet<&str> = acts.iter().map(about).collect();
    let kinds: Vec<Wat> = Wat::ALL.into_iter().filter(|wat| acts.iter().any(|act| wat.is_of(act))).collect();
    if there.len() < 2 && kinds.len() < 2 {
        return None;
    }
    let address = format!("/kind/{}/tijdlijn", beeld.nummer);
    let cases = there.into_iter().map(|soort| (soort, about_words(soort, taal)));
    let what = kinds.into_iter().map(|wat| (wat.code(), wat.label(taal)));
    let filters = Filters::new(taal.zeg(kind::tijdlijn_filteren()), address).in_taal(taal);
    let filters = filters.choice(vraag, "waarover", &taal.zeg(kind::tijdlijn_waarover()), cases);
    Some(filters.choice(vraag, "wat", &taal.zeg(kind::tijdlijn_wat()), what))
}
