//! The child page: one child, one screen, one request. And what hangs under it: the whole timeline,
//! who looked, letters and documents.

use app::doeners::Doeners;
use app::dossiers::Uitgevoerd;
use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::{Date, DossierNummer};
use dossier::beurt::{Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::Inschrijving;
use dossier::toegang::Deel;
use dossier::{Beurt, Rol, Woord};

use crate::paginas::PROCESPAGINAS;
use crate::paginas::processen::{Kindkaart, Procespagina, van};
use crate::weg::werk::{Werk, geheim};
use teksten::{Taal, Tekst, kind, mijn, schil};
use web_base::csv::download;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Termijn, Tijdlijn, Uitleg,
    VolgendeDatum, Waarom, day_in,
};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

mod delen;
mod inzage;
mod tijdlijn;

pub(super) use delen::{secrecy, who_to_child};
pub(super) use tijdlijn::of_case;

/// How many points of the timeline the child page shows; the rest has a page of its own.
const TIMELINE_SHOWN: usize = 12;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}", get(child))
        .route("/kind/{nummer}/tijdlijn", get(tijdlijn::whole))
        .route("/kind/{nummer}/inzage", get(inzage::reads))
        .route("/kind/{nummer}/inzage.csv", get(inzage::csv))
        .route("/kind/{nummer}/brief/{volgnummer}", get(letter))
        .route("/kind/{nummer}/bijlage/{blob}", get(document))
}

/// The place where the work of a turn is done.
pub(crate) fn address_of(nummer: &DossierNummer, onderwerp: &str) -> String {
    match onderwerp.split_once('-') {
        Some((what, nr)) => format!("/kind/{nummer}/{what}/{nr}"),
        None => format!("/kind/{nummer}"),
    }
}

/// The same of a turn: one about the child itself is taken where its data and people stand, and words of the family where they are read.
pub(super) fn address_of_turn(nummer: &DossierNummer, zet: Zet, onderwerp: &str) -> String {
    if zet.leest_woorden() {
        return format!("/kind/{nummer}/gegevens/woorden");
    }
    if onderwerp.is_empty() { format!("/kind/{nummer}/gegevens") } else { address_of(nummer, onderwerp) }
}

impl Werk {
    /// The page of the case that was begun, or one below it.
    pub(in crate::paginas) fn begonnen(&self, uitgevoerd: &Uitgevoerd, onder: &str) -> String {
        // What had to hold before it stands before it in the same append.
        match uitgevoerd.onderwerp().or_else(|| uitgevoerd.laatste_onderwerp()) {
            Some(onderwerp) => address_of(&self.beeld().nummer, &onderwerp.to_string()) + onder,
            None => self.kindpagina(),
        }
    }
}

#[derive(Template)]
#[template(path = "paginas/kind/kind.html")]
struct Kind {
    pagina: Pagina,
    nummer: DossierNummer,
    aanzet: Option<Aanzet>,
    lopend: Tabel,
    /// From which day somebody here has a turn, where nobody has one now; empty where nobody has.
    komend: String,
    /// That nothing runs, or nothing of which this reader hears.
    niets: String,
    acties: Vec<Link>,
    kaarten: Vec<Kindkaart>,
    overnames: Vec<delen::Overname>,
    mensen: Feiten,
    gegevens: bool,
    inzage: bool,
    brieven: Tabel,
    tijdlijn: Tijdlijn,
}

async fn child(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let (beeld, doeners) = look(&state, &kijker, &nummer, Doel::Kindpagina).await?;
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let pagina = kijker.page(beeld.naam.clone()).in_chosen_language();
    let verhaal = tijdlijn::Verhaal { beeld: &beeld, doeners: &doeners, on, taal };
    let acts = tijdlijn::acts(&beeld.tijdlijn);
    let aantal = i32::try_from(acts.len()).unwrap_or(i32::MAX);
    let card = |proces: &Procespagina| (proces.kaart)(&beeld, on, taal);
    show(&Kind {
        pagina: pagina
            .sub(subtitle(&beeld, taal))
            .messages(geheim(&beeld, &kijker))
            .messages(mourning(&beeld, taal)),
        aanzet: headline(&beeld, &kijker),
        lopend: turns(&beeld, &kijker),
        komend: coming(&beeld, &kijker),
        niets: taal.zeg(nothing(&beeld)),
        acties: delen::actions(&beeld, taal),
        kaarten: PROCESPAGINAS.iter().filter_map(card).collect(),
        overnames: beeld
            .overnames
            .iter()
            .map(|overname| delen::Overname::of(&beeld, overname, taal))
            .collect(),
        mensen: delen::people(&beeld, taal),
        gegevens: beeld.mag.contains(Opdrachtnaam::Verhuis.naam()),
        inzage: beeld.leest(Deel::N),
        brieven: delen::letters(&beeld, on, taal),
        tijdlijn: verhaal.told(acts.iter().take(TIMELINE_SHOWN)).all_at(Link::new(
            taal.zeg(kind::Alles { aantal }.tekst()),
            format!("/kind/{}/tijdlijn", beeld.nummer),
        )),
        nummer: beeld.nummer,
    })
}

/// That nothing runs; to who may not read every kind of case, that there is nothing of which they may.
fn nothing(beeld: &Kindbeeld) -> Tekst {
    let all = Onderwerp::van_elke_soort(0).all(|onderwerp| beeld.leest(onderwerp.deel()));
    if all { kind::niets_loopt() } else { kind::niets_te_lezen() }
}

/// Opens the file of an address.
pub(crate) async fn open(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
    Ok(state.app.open(&kijker.kijker, &nummer, kijker.moment).await?)
}

/// The child as this person may see it, with what those are called who did what its timeline tells; the read is logged before the
/// page exists.
async fn look(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    doel: Doel,
) -> Result<(Kindbeeld, Doeners), Fout> {
    let open = open(state, kijker, nummer).await?;
    open.toon(doel).await?;
    let doeners = open.doeners().await?;
    Ok((open.in_beeld(), doeners))
}

/// `groep 5 · 9 jaar · De Regenboog · dossier 2026-004217 · SWV PO9901`.
fn subtitle(beeld: &Kindbeeld, taal: Taal) -> String {
    let mut parts = Vec::new();
    if let Some(inschrijving) =
        beeld.inschrijving.as_ref().filter(|inschrijving| !inschrijving.groep.is_empty())
    {
        parts.push(taal.zeg(kind::Groep { groep: &inschrijving.groep }.tekst()));
    }
    if let Some(op) = beeld.overleden_op {
        parts.push(taal.zeg(kind::OverledenOp { op }.tekst()));
    } else if let Some(leeftijd) = beeld.leeftijd {
        parts.push(taal.zeg(kind::Leeftijd { jaar: i32::from(leeftijd) }.tekst()));
    }
    if let Some(born) = beeld.geboortedatum {
        parts.push(taal.zeg(kind::Geboren { op: born }.tekst()));
    }
    if let Some(inschrijving) = &beeld.inschrijving {
        parts.push(inschrijving.schoolnaam.clone());
        parts.extend(last_day(inschrijving).map(|dag| taal.zeg(kind::TotEnMetOpSchool { dag }.tekst())));
    }
    parts.push(taal.zeg(kind::Dossier { nummer: beeld.nummer.as_str() }.tekst()));
    let swv = beeld.inschrijving.as_ref().and_then(|inschrijving| inschrijving.swv.as_ref());
    if let Some(swv) = swv.filter(|swv| !swv.is_plaatsvervanger()) {
        parts.push(format!("SWV {swv}"));
    }
    if beeld.alleen_lezen {
        parts.push(taal.zeg(kind::alleen_lezen()));
    }
    parts.join(" · ")
}

/// The last day of a pupil of whom its school said already that it leaves.
pub(super) fn last_day(inschrijving: &Inschrijving) -> Option<Date> {
    let ends = inschrijving.tot.filter(|_| inschrijving.uitgeschreven)?;
    base::dates::plus_days(ends, -1)
}

/// That the child died, said once and quietly above what is about it.
pub(super) fn mourning(beeld: &Kindbeeld, taal: Taal) -> Option<Melding> {
    let op = beeld.overleden_op?;
    let text = kind::OverledenRust { naam: &beeld.roepnaam, op }.tekst();
    Some(Melding::new(Meldingsoort::Weetje, taal.zeg(text)))
}

fn headline(beeld: &Kindbeeld, kijker: &Kijker) -> Option<Aanzet> {
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let (turn, organisatie) = beeld.aan_zet()?;
    let next = beeld.beurten.iter().find(|(beurt, _)| beurt.uiterlijk.is_some());
    Some(Aanzet {
        wie: who(beeld, turn, organisatie, kijker),
        sinds: Some(day_in(taal, turn.van, on)),
        wat: taal.zeg(turn.zet.woord()),
        taal,
        volgende: next.and_then(|(beurt, _)| {
            Some(VolgendeDatum {
                wat: if beurt == turn { String::new() } else { taal.zeg(beurt.zet.woord()) },
                termijn: term_of(beurt, kijker)?,
                waarom: why(beeld, beurt, taal),
            })
        }),
    })
}

fn is_family(kijker: &Kijker) -> bool {
    matches!(kijker.kijker.actor.rol, Rol::Ouder | Rol::Leerling)
}

/// By when a turn is taken, as it is told to whoever looks: what an office proposes to itself on the way is no day on which a family hears
/// anything, and nobody is late by it.
pub(crate) fn term_of(beurt: &Beurt, kijker: &Kijker) -> Option<Termijn> {
    let (on, last) = (kijker.moment.vandaag, beurt.uiterlijk?);
    let term = match beurt.einddag {
        Some(einddag) if is_family(kijker) => Termijn::of(einddag, on),
        Some(einddag) => Termijn::proposed(last, einddag, on),
        None => Termijn::of(last, on),
    };
    Some(term.in_taal(kijker.taal()))
}

/// It is the turn of whoever looks.
pub(crate) fn is_own(beurt: &Beurt, kijker: &Kijker) -> bool {
    let actor = &kijker.kijker.actor;
    let own_role = beurt.organisatie == actor.organisatie && beurt.rol == actor.rol;
    own_role && beurt.persoon.as_ref().is_none_or(|persoon| *persoon == actor.persoon)
}

/// Who must act, in words, to whoever looks.
pub(crate) fn who(beeld: &Kindbeeld, beurt: &Beurt, organisatie: &str, kijker: &Kijker) -> String {
    let taal = kijker.taal();
    if is_own(beurt, kijker) {
        taal.zeg(kind::u())
    } else if beurt.rol == Rol::Ouder {
        taal.zeg(kind::de_ouders())
    } else if web_base::menu::is_family(kijker.kijker.actor.rol) {
        // What somebody there is called says nothing to a family.
        organisatie.to_owned()
    } else {
        match expert(beeld, beurt) {
            Some(naam) => format!("{naam}, {} ({organisatie})", taal.zeg(beurt.rol.woord())),
            None => format!("{organisatie}, {}", taal.zeg(beurt.rol.woord())),
        }
    }
}

/// The expert whose turn it is, by name: of two who were asked, nobody need guess for whom is waited.
fn expert<'b>(beeld: &'b Kindbeeld, beurt: &Beurt) -> Option<&'b str> {
    let (persoon, Onderwerp::Aanvraag(nr)) = (beurt.persoon.as_ref()?, beurt.onderwerp?) else { return None };
    let asked = &beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?.toewijzingen;
    asked.iter().find(|asked| asked.persoon == *persoon).map(|asked| asked.naam.as_str())
}

/// The computation behind the date of a turn, where a rule made it.
fn why(beeld: &Kindbeeld, beurt: &Beurt, taal: Taal) -> Option<Waarom> {
    Some(computed(beeld, beurt, taal)?.folded(taal.zeg(mijn::deze_datum())))
}

/// The same, open; a turn that could begin only after its last day says that first.
pub(crate) fn computed(beeld: &Kindbeeld, beurt: &Beurt, taal: Taal) -> Option<Uitleg> {
    let uitleg =
        beurt.onderwerp.and_then(van).and_then(|proces| (proces.waarom)(beeld, beurt))?.on_page_in(taal);
    Some(match beurt.te_laat_begonnen() {
        Some(passed) => uitleg.preceded_by(taal.zeg(passed)),
        None => uitleg,
    })
}

/// What stands below a day that an office proposes to itself: the last day on the way to which it is.
fn on_the_way_to(beurt: &Beurt, kijker: &Kijker) -> Option<Tekst> {
    let op = beurt.einddag.filter(|_| !is_family(kijker))?;
    let renews = beurt.zet == Zet::AanvraagInvullen;
    Some(if renews {
        kind::VerklaringEindigt { op }.tekst()
    } else {
        kind::BeslissenUiterlijk { op }.tekst()
    })
}

/// What begins later, where nothing runs now.
fn coming(beeld: &Kindbeeld, kijker: &Kijker) -> String {
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let Some(beurt) = &beeld.komend else { return String::new() };
    let wie = if is_own(beurt, kijker) { taal.zeg(kind::u()) } else { taal.zeg(beurt.rol.woord()) };
    let (dag, wat) = (day_in(taal, beurt.van, on), taal.zeg(beurt.zet.woord()));
    taal.zeg(kind::Komend { dag: &dag, wie: &wie, wat: &wat }.tekst())
}

fn turns(beeld: &Kindbeeld, kijker: &Kijker) -> Tabel {
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_uiterlijk())),
        Kolom::text(taal.zeg(kind::kolom_wat())).names_row(),
        Kolom::text(taal.zeg(kind::kolom_aan_zet())),
    ];
    Tabel::new(taal.zeg(kind::open_stappen()), kolommen, "").in_taal(taal).rows(
        &beeld.beurten,
        |(beurt, organisatie)| {
            let onderwerp = beurt.onderwerp.map(|onderwerp| onderwerp.to_string()).unwrap_or_default();
            let address = address_of_turn(&beeld.nummer, beurt.zet, &onderwerp);
            let link = Inhoud::from(Link::new(taal.zeg(beurt.zet.woord()), address));
            let what = match why(beeld, beurt, taal) {
                Some(waarom) => link.above(waarom),
                // Why an office proposes a day to itself is for that office.
                None if beurt.einddag.is_some() && is_family(kijker) => link,
                None => link.above(taal.zeg(&beurt.grond)),
            };
            let term = term_of(beurt, kijker).unwrap_or_else(Termijn::none).in_table().in_taal(taal);
            let term = Inhoud::from(term);
            let beside = on_the_way_to(beurt, kijker).map(|text| Inhoud::from(taal.zeg(text)));
            vec![
                match beside {
                    Some(beside) => term.above(beside),
                    None => term,
                },
                what,
                Inhoud::from(who(beeld, beurt, organisatie, kijker)).above(format!(
                    "{} {}",
                    taal.zeg(schil::sinds()),
                    day_in(taal, beurt.van, on)
                )),
            ]
        },
    )
}

async fn letter(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, volgnummer)): Path<(String, u64)>,
) -> Uitkomst {
    let (naam, bytes) = open(&state, &kijker, &nummer).await?.brief(volgnummer).await?;
    Ok(download(&naam, "application/pdf", bytes))
}

async fn document(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, blob)): Path<(String, String)>,
) -> Uitkomst {
    let (naam, soort, bytes) = open(&state, &kijker, &nummer).await?.bijlage(&blob).await?;
    Ok(download(&naam, &soort, bytes))
}
