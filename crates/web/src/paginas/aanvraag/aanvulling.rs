//! A request for more, from both sides: the samenwerkingsverband asks, the school gives, and the clock stands still
//! in between.

use app::aanvraag::Aanvraagformulier;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Doel;
use app::{App, AppError};
use askama::Template;
use axum::extract::{Path, State};
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::feiten::Bijlage;
use dossier::tlv::opdracht::OntvangAanvulling;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Link, Optie, Termijn, Veld};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::back;
use super::vragen::{Bijlageblok, is_typed};
use super::{Gezien, Plek, bijlagen};
use crate::paginas::inleveren::Ingeleverd;
use crate::paginas::loket;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Blad, Ernaast, Stap, Straks, Uitvoerend, Vragen, Waar, Wens, toon, verwerk};

/// Beginning of the name of a field with an answer that can be changed.
const ANSWER: &str = "antwoord-";
/// The file field.
const FILES: &str = "bijlage";
/// The button that puts a document of the parents with it.
const TAKE: &str = "erbij";
/// The words that are added.
const ADDED: &str = "antwoorden";

#[derive(Template)]
#[template(path = "paginas/aanvraag/aanvulling.html")]
struct Aanvulblad<'b> {
    pagina: Pagina,
    actie: String,
    blad: &'b Blad,
    wat: Vec<String>,
    tot_en_met: Termijn,
    /// The words that are added; then the answers that can be changed.
    velden: Vec<&'b Veld>,
    antwoorden: Vec<&'b Veld>,
    bijlagen: Vec<Bijlageblok>,
    /// What parents handed in: who and when, and what they wrote.
    ingeleverd: Vec<(String, String)>,
    /// The documents of that and of the registration, which do not stand with the request yet.
    over_te_nemen: Vec<Bijlageblok>,
    bestanden: Vec<Veld>,
    terug: Link,
}

/// The side of whoever looks.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if !gezien.by_applicant(&kijker) {
        return loket::aanvulling::page(&kijker, &gezien).await;
    }
    gezien.must(Opdrachtnaam::OntvangAanvulling)?;
    supplement(&gezien).await?;
    toon(&gezien.werk, &Aanvullen(&gezien)).await
}

/// What was asked or given.
pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if gezien.by_applicant(&kijker) {
        verwerk(&gezien.werk, &Aanvullen(&gezien), formulier).await
    } else {
        loket::aanvulling::record(&kijker, &gezien, formulier).await
    }
}

/// The school gives what was asked.
struct Aanvullen<'g>(&'g Gezien);

impl Aanvullen<'_> {
    async fn page(&self, mut blad: Blad) -> Uitkomst {
        let gezien = self.0;
        // As it is kept now: documents may have come with the form.
        let form = supplement(gezien).await?;
        blad.gelezen = Some(form.stand());
        let asked = gezien.aanvraag.open_aanvulling().ok_or(Fout::NietGevonden)?;
        let (velden, antwoorden) = blad.vorm.velden().partition(|veld| veld.naam() == ADDED);
        Ok(blad.among(&Aanvulblad {
            pagina: gezien.page_below(&gezien.werk.kijker, "De aanvraag aanvullen").with_errors(&blad.fouten),
            actie: gezien.plek.below("aanvulling"),
            wat: asked.wat.clone(),
            tot_en_met: Termijn::of(asked.tot_en_met, gezien.werk.vandaag()),
            velden,
            antwoorden,
            bijlagen: blocks(&gezien.plek, &form.bijlagen),
            ingeleverd: handed_in(gezien),
            over_te_nemen: blocks(&gezien.plek, &gezien.open_file().over_te_nemen(&form)),
            bestanden: vec![question_of_file(gezien), file_field(&gezien.werk.state.app, &blad.fouten)],
            terug: back(&gezien.plek),
            blad: &blad,
        }))
    }

    async fn carry_out(
        &self,
        opdracht: Opdracht,
        mut uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let documents = self.0.open_file().conceptplek(&app::aanvraag::form(self.0.plek.nr))?;
        uitvoering.drafts_done.push(documents.klaar());
        self.0.werk.execute(opdracht, uitvoering).await
    }
}

impl Stap for Aanvullen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::OntvangAanvulling
    }

    fn waar(&self) -> Waar {
        self.0.waar()
    }

    fn titel(&self) -> String {
        "De aanvraag aanvullen".to_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        let answers = self
            .0
            .aanvraag
            .antwoorden
            .iter()
            .filter(|antwoord| is_changed_here(&self.0.aanvraag, &antwoord.vraag));
        answers
            .map(|antwoord| (format!("{ANSWER}{}", antwoord.vraag).into(), antwoord.waarde.clone()))
            .collect()
    }

    fn vragen(&self) -> Vec<String> {
        changeable(self.0).iter().map(|veld| veld.naam().to_owned()).collect()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let words = Veld::textarea(ADDED, "Wat vult u aan?", 6)
            .hint("Antwoord op wat hierboven wordt gevraagd. Dit komt bij de aanvraag te staan.");
        let groep = changeable(self.0).into_iter().fold(Groep::new("").veld(words), Groep::veld);
        Vorm::new("Aanvulling versturen").groep(groep)
    }

    fn wens(&self, formulier: &Formulier) -> Wens {
        if formulier.is_on("versturen") { Wens::Doen } else { Wens::Bewaren }
    }

    fn naast<'a>(&'a self, _werk: &'a Werk, formulier: &'a Formulier) -> Ernaast<'a> {
        Box::pin(keep_files(self.0, formulier))
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        Ok(OntvangAanvulling {
            aanvraag: self.0.plek.nr,
            op: werk.vandaag(),
            antwoorden: answers(self.0, formulier),
            bijlagen: Vec::new(),
        }
        .into())
    }

    fn doe<'a>(&'a self, _werk: &'a Werk, opdracht: Opdracht, uitvoering: Uitvoering) -> Uitvoerend<'a> {
        Box::pin(self.carry_out(opdracht, uitvoering))
    }

    fn doel(&self) -> Doel {
        Doel::Aanvulling
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.0.stukken(&[])
    }

    /// Documents are added one by one: the form itself is shown again.
    fn na_bewaren(&self, _werk: &Werk, _done: &str) -> Option<String> {
        None
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=aangevuld", self.0.plek.address())
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(self.page(blad))
    }
}

/// The documents that were added and not sent yet.
async fn supplement(gezien: &Gezien) -> Result<Aanvraagformulier, Fout> {
    if gezien.aanvraag.fase() != TlvFase::WachtOpAanvulling {
        return Err(Fout::NietGevonden);
    }
    Ok(gezien.open_file().aanvraagformulier(gezien.plek.nr).await?)
}

fn changeable(gezien: &Gezien) -> Vec<Veld> {
    let typed = gezien
        .aanvraag
        .antwoorden
        .iter()
        .filter(|antwoord| is_changed_here(&gezien.aanvraag, &antwoord.vraag));
    typed
        .map(|antwoord| {
            let naam = format!("{ANSWER}{}", antwoord.vraag);
            Veld::textarea(&naam, antwoord.tekst.as_str(), 4)
        })
        .collect()
}

fn question_of_file(gezien: &Gezien) -> Veld {
    let questions = gezien
        .aanvraag
        .antwoorden
        .iter()
        .map(|antwoord| Optie::new(antwoord.vraag.as_str(), antwoord.tekst.as_str()));
    let opties =
        std::iter::once(Optie::new("aanvulling", "Bij de aanvulling zelf")).chain(questions).collect();
    Veld::select("vraag", "Bij welke vraag hoort het document?", opties)
}

fn file_field(app: &App, fouten: &Fouten) -> Veld {
    Veld::file(FILES, "Document toevoegen", bijlagen::KINDS, true)
        .hint(bijlagen::limits(app))
        .error(fouten.of(FILES))
}

/// What parents handed in for a supplement: who and when, and what they wrote.
fn handed_in(gezien: &Gezien) -> Vec<(String, String)> {
    let given = gezien.aanvraag.aanvullingen.iter().flat_map(|asked| &asked.ingeleverd);
    given.map(Ingeleverd::from).map(|given| (given.kop(&gezien.werk), given.woorden.to_owned())).collect()
}

fn blocks(plek: &Plek, bijlagen: &[Bijlage]) -> Vec<Bijlageblok> {
    let of = |bijlage: &Bijlage| Bijlageblok {
        link: Link::new(bijlage.naam.as_str(), format!("/kind/{}/bijlage/{}", plek.nummer, bijlage.blob)),
        blob: bijlage.blob.clone(),
        naam: bijlage.naam.clone(),
    };
    bijlagen.iter().map(of).collect()
}

async fn keep_files(gezien: &Gezien, formulier: &Formulier) -> Result<Fouten, Fout> {
    let mut fouten = Fouten::new();
    let asked = formulier.text("vraag");
    let known = gezien.aanvraag.antwoorden.iter().any(|antwoord| antwoord.vraag == asked);
    let vraag = if known { asked } else { "aanvulling" };
    for file in formulier.files(FILES) {
        if let Err(wrong) = bijlagen::add(gezien, vraag, file).await? {
            fouten.add(FILES, wrong);
        }
    }
    let taken = formulier.text(TAKE);
    if !taken.is_empty() {
        match gezien.open_file().neem_over(gezien.plek.nr, vraag, taken).await {
            Ok(()) => {}
            Err(AppError::Refused(refusal)) => {
                fouten.add(FILES, format!("{}.", Taal::Nl.zeg(&refusal.reden)));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let gone = formulier.text(bijlagen::REMOVE);
    if !gone.is_empty() {
        gezien.open_file().haal_bijlage_weg(gezien.plek.nr, gone).await?;
    }
    Ok(fouten)
}

/// What was added, which gets its heading when it is carried out, and every answer that was changed.
fn answers(gezien: &Gezien, formulier: &Formulier) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), formulier.text(ADDED).to_owned())];
    for antwoord in gezien
        .aanvraag
        .antwoorden
        .iter()
        .filter(|antwoord| is_changed_here(&gezien.aanvraag, &antwoord.vraag))
    {
        let now = formulier.text(&format!("{ANSWER}{}", antwoord.vraag));
        if !now.is_empty() && now != antwoord.waarde.trim() {
            all.push((antwoord.vraag.clone(), now.to_owned()));
        }
    }
    all
}

/// What the form of a supplement asks, for its draft.
pub(super) fn asked(open: &app::geopend::Geopend, nr: u32) -> Vragen<'_> {
    Box::pin(std::future::ready(Ok(questions(open, nr))))
}

/// The answers that can be changed with a supplement, as fields.
fn questions(open: &app::geopend::Geopend, nr: u32) -> Vec<String> {
    let found = open.beeld().aanvragen.iter().find(|aanvraag| aanvraag.nr == nr);
    let Some(aanvraag) = found else { return Vec::new() };
    let answers = aanvraag.antwoorden.iter().filter(|antwoord| is_changed_here(aanvraag, &antwoord.vraag));
    answers.map(|antwoord| format!("{ANSWER}{}", antwoord.vraag)).collect()
}

/// An answer of the school, that it can put right. What parents or pupil said is theirs.
fn is_changed_here(aanvraag: &TlvAanvraag, vraag: &str) -> bool {
    is_typed(vraag) && !aanvraag.is_van_een_ander(vraag)
}
