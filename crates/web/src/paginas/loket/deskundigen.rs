//! Who advises on one request: asking an expert, and ending an assignment.

use app::dossiers::Uitvoering;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::soort::Discipline;
use dossier::staat::Toewijzing;
use dossier::tlv::opdracht::BeeindigToewijzing;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Link, Optie, Veld, short_date};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::experts::{self, Expert};
use crate::paginas::aanvraag::{Gezien, Nee, Samenvatting, expected};

#[derive(Template)]
#[template(path = "paginas/loket/deskundigen.html")]
struct Deskundigen {
    pagina: Pagina,
    actie: String,
    nee: Nee,
    gevraagd: Vec<Gevraagd>,
    onafhankelijk_vereist: bool,
    velden: Vec<Veld>,
    geen: bool,
    expected: Veld,
    samenvatting: Samenvatting,
    terug: Link,
}

/// An expert who was asked.
struct Gevraagd {
    naam: String,
    discipline: &'static str,
    stand: String,
    /// The assignment can be ended: nobody advised yet.
    persoon: Option<String>,
}

/// Who was asked, and whom else one can ask.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    page(&state, &kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default(), &vraag).await
}

async fn page(state: &WebState, kijker: &Kijker, gezien: &Gezien, nee: Nee, vraag: &Vraag) -> Uitkomst {
    gezien.must("wijs_deskundige_toe")?;
    gezien.toon(Doel::DeskundigenKiezen).await?;
    let plek = &gezien.plek;
    let experts = experts::all(state, kijker).await?;
    let bestuur = experts::board_of(state, kijker, &gezien.aanvraag).await?;
    let beleid = state.app.beleid(&gezien.aanvraag.swv.uitkomst).await?;
    let on = kijker.moment.vandaag;
    let free = |expert: &&Expert| !gezien.aanvraag.toewijzingen_geldig().any(|t| t.persoon == expert.persoon);
    let opties: Vec<Optie> = experts
        .iter()
        .filter(free)
        .map(|expert| choice(expert, expert.tied_to(&gezien.aanvraag, bestuur.as_ref())))
        .collect();
    let pagina = gezien.page_below(kijker, "Deskundigen").with_errors(&nee.ingevuld.fouten);
    let template = Deskundigen {
        pagina: crate::paginas::aanvraag::done_message(vraag).into_iter().fold(pagina, Pagina::message),
        actie: plek.below("deskundigen"),
        gevraagd: gezien.aanvraag.toewijzingen.iter().map(|t| asked(gezien, t, on)).collect(),
        onafhankelijk_vereist: beleid.onafhankelijke_deskundigen,
        geen: opties.is_empty(),
        velden: fields(opties, &experts, &nee.ingevuld),
        expected: Veld::hidden("versie", gezien.beeld().versie.to_string()),
        samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on).short(),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

fn asked(gezien: &Gezien, toewijzing: &Toewijzing, on: base::Date) -> Gevraagd {
    let open =
        gezien.aanvraag.toewijzingen_open().any(|t| t.persoon == toewijzing.persoon && t.op == toewijzing.op);
    let stand = match toewijzing.beeindigd_op {
        Some(op) => format!("beëindigd {}", short_date(op, on)),
        None if open => format!("gevraagd {}, nog geen advies", short_date(toewijzing.op, on)),
        None => "heeft advies gegeven".to_owned(),
    };
    Gevraagd {
        naam: toewijzing.naam.clone(),
        discipline: toewijzing.discipline.label(),
        stand,
        persoon: (open && gezien.mag("beeindig_toewijzing")).then(|| toewijzing.persoon.to_string()),
    }
}

/// An expert as one chooses: independent or not, where else at work, how much still to do.
fn choice(expert: &Expert, tied_to: Option<&str>) -> Optie {
    let mut words = vec![match tied_to {
        Some(naam) => format!("niet onafhankelijk: werkt bij {naam}, van de aanvrager"),
        None => "onafhankelijk van de aanvrager".to_owned(),
    }];
    if tied_to.is_none() && !expert.employers().is_empty() {
        words.push(format!("werkt ook bij {}", expert.employers()));
    }
    words.push(match expert.open {
        0 => "nu geen open adviezen".to_owned(),
        1 => "1 open advies".to_owned(),
        more => format!("{more} open adviezen"),
    });
    words.extend(expert.discipline.map(|discipline| format!("vorige keer als {}", discipline.label())));
    Optie::new(expert.persoon.as_str(), expert.naam.as_str()).explained(words.join(" · "))
}

/// The disciplines of the law; none where the one of last time is meant.
pub(super) fn disciplines(experts: &[Expert]) -> Vec<Optie> {
    let remembers = experts.iter().any(|expert| expert.discipline.is_some());
    let first = if remembers { "Zoals de vorige keer, of kies" } else { "Kies een discipline" };
    let known = Discipline::ALL.iter().map(|discipline| Optie::new(discipline.code(), discipline.label()));
    std::iter::once(Optie::new("", first)).chain(known).collect()
}

fn fields(opties: Vec<Optie>, experts: &[Expert], ingevuld: &Ingevuld) -> Vec<Veld> {
    vec![
        Veld::radio("persoon", "Wie vraagt u om advies?", opties).required().filled(ingevuld),
        Veld::select("discipline", "Als welke deskundige?", disciplines(experts)).required().filled(ingevuld),
        Veld::checkbox(
            "gebonden",
            "Deze deskundige werkt ook voor de aanvrager, maar dat staat niet in Leerrecht",
        )
        .filled(ingevuld),
    ]
}

/// The expert who was chosen and as what; the discipline may be the remembered one.
fn read<'e>(experts: &'e [Expert], formulier: &Formulier) -> Result<(&'e Expert, Discipline), Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let find = |code: &str| experts.iter().find(|expert| expert.persoon.as_str() == code);
    let expert = lezer.choice("persoon", find, "Kies wie u om advies vraagt.");
    let discipline =
        Discipline::from_code(formulier.text("discipline")).or(expert.and_then(|expert| expert.discipline));
    if expert.is_some() && discipline.is_none() {
        lezer.error("discipline", "Kies als welke deskundige deze persoon advies geeft.");
    }
    lezer.finish_or_show()?;
    expert.zip(discipline).ok_or_else(Ingevuld::empty)
}

/// Asks an expert.
pub(super) async fn assign(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let experts = experts::all(&state, &kijker).await?;
    let (expert, discipline) = match read(&experts, &formulier) {
        Ok(chosen) => chosen,
        Err(ingevuld) => return page(&state, &kijker, &gezien, ingevuld.into(), &Vraag::default()).await,
    };
    let bestuur = experts::board_of(&state, &kijker, &gezien.aanvraag).await?;
    let free = expert.tied_to(&gezien.aanvraag, bestuur.as_ref()).is_none() && !formulier.is_on("gebonden");
    let opdracht = expert.asked_as(&gezien.aanvraag, discipline, free);
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => {
            experts::remember(&state, &kijker, &expert.persoon, discipline).await?;
            Ok(redirect(&format!("{}?gedaan=toegewezen", plek.below("deskundigen"))))
        }
        Err(error) => {
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            page(&state, &kijker, &gezien, nee, &Vraag::default()).await
        }
    }
}

/// Ends an assignment without advice.
pub(super) async fn end(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let persoon = formulier.text("wie").parse().map_err(|_| Fout::NietGevonden)?;
    let opdracht =
        BeeindigToewijzing { aanvraag: plek.nr, persoon, reden: formulier.text("reden").to_owned() };
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=beeindigd", plek.below("deskundigen")))),
        Err(error) => {
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            page(&state, &kijker, &gezien, nee, &Vraag::default()).await
        }
    }
}
