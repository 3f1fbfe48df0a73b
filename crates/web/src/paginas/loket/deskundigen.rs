//! Who advises on one request: who was asked, and asking another.

use app::AppError;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::Discipline;
use dossier::staat::Toewijzing;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Optie, Veld, short_date};
use web_base::pagina::Pagina;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::einde;
use super::experts::{self, Expert};
use crate::paginas::aanvraag::{Gezien, Samenvatting, done_message};
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Blad, Stap, Straks, Uitvoerend, Waar, lees_uit, toon, verwerk};

#[derive(Template)]
#[template(path = "paginas/loket/deskundigen.html")]
struct Deskundigenblad<'b> {
    pagina: Pagina,
    actie: String,
    /// The form in which an expert is asked.
    blad: &'b Blad,
    gevraagd: Vec<Gevraagd>,
    onafhankelijk_vereist: bool,
    geen: bool,
    samenvatting: Samenvatting,
}

/// An expert who was asked.
struct Gevraagd {
    naam: String,
    discipline: &'static str,
    stand: String,
    /// Where the assignment can be ended: nobody advised yet.
    einde: Option<String>,
}

/// Asking one of the experts.
struct Toewijzen<'g> {
    gezien: &'g Gezien,
    experts: Vec<Expert>,
    opties: Vec<Optie>,
    gedaan: Vraag,
}

impl<'g> Toewijzen<'g> {
    async fn of(gezien: &'g Gezien, gedaan: Vraag) -> Result<Self, Fout> {
        let (state, kijker) = (&gezien.werk.state, &gezien.werk.kijker);
        let mut experts = experts::all(state, kijker).await?;
        // Who makes the pair of the law comes first, then who may, then who does not.
        experts.sort_by_key(|expert| match expert.beroep() {
            Some(beroep)
                if state.app.past_bij(&gezien.aanvraag, beroep.discipline, gezien.werk.vandaag()) =>
            {
                0
            }
            None => 1,
            Some(_) => 2,
        });
        let bestuur = experts::board_of(state, kijker, &gezien.aanvraag).await?;
        let free =
            |expert: &&Expert| !gezien.aanvraag.toewijzingen_geldig().any(|t| t.persoon == expert.persoon);
        let opties = experts
            .iter()
            .filter(free)
            .map(|expert| choice(expert, expert.tied_to(&gezien.aanvraag, bestuur.as_ref())))
            .collect();
        Ok(Self { gezien, experts, opties, gedaan })
    }

    async fn page(&self, blad: &Blad) -> Uitkomst {
        let gezien = self.gezien;
        let (state, kijker) = (&gezien.werk.state, &gezien.werk.kijker);
        let beleid = state.app.beleid(&gezien.aanvraag.swv.uitkomst).await?;
        let on = gezien.werk.vandaag();
        let pagina = gezien.page_below(kijker, "Deskundigen").with_errors(&blad.fouten);
        Ok(blad.among(&Deskundigenblad {
            pagina: done_message(&self.gedaan, Taal::Nl).into_iter().fold(pagina, Pagina::message),
            actie: gezien.plek.below("deskundigen"),
            blad,
            gevraagd: (1..)
                .zip(&gezien.aanvraag.toewijzingen)
                .map(|(nr, toewijzing)| asked(gezien, toewijzing, nr))
                .collect(),
            onafhankelijk_vereist: beleid.onafhankelijke_deskundigen,
            geen: self.opties.is_empty(),
            samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on).short(),
        }))
    }

    /// The discipline may be the one that was recorded, or else the one of last time, which is remembered.
    fn discipline(&self, formulier: &Formulier) -> Option<Discipline> {
        let chosen = formulier.text("persoon");
        let expert = self.experts.iter().find(|expert| expert.persoon.as_str() == chosen);
        Discipline::from_code(formulier.text("discipline")).or(expert.and_then(|expert| expert.discipline))
    }

    async fn carry_out(&self, opdracht: Opdracht, uitvoering: Uitvoering) -> Result<Uitgevoerd, AppError> {
        let chosen = if let Opdracht::WijsDeskundigeToe(asked) = &opdracht {
            Some((asked.persoon.clone(), asked.discipline))
        } else {
            None
        };
        let done = self.gezien.werk.execute(opdracht, uitvoering).await?;
        if let Some((persoon, discipline)) = chosen {
            experts::remember(&self.gezien.werk.state, &self.gezien.werk.kijker, &persoon, discipline)
                .await?;
        }
        Ok(done)
    }
}

impl Stap for Toewijzen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::WijsDeskundigeToe
    }

    fn waar(&self) -> Waar {
        self.gezien.waar()
    }

    fn titel(&self) -> String {
        "Deskundigen".to_owned()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let groep = Groep::new("")
            .veld(
                Veld::radio("persoon", "Wie vraagt u om advies?", self.opties.clone())
                    .required_or("Kies wie u om advies vraagt."),
            )
            .veld(
                Veld::select("discipline", "Als welke deskundige?", disciplines(&self.experts))
                    .required_or("Kies als welke deskundige deze persoon advies geeft."),
            )
            .veld(Veld::checkbox(
                "gebonden",
                "Deze deskundige werkt ook voor de aanvrager, maar dat staat niet in Leerrecht",
            ));
        Vorm::new("Vraag om advies").groep(groep)
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        // As what is asked only of whoever was chosen: without a person that alone is wrong.
        let nobody = formulier.text("persoon").is_empty();
        let any = Discipline::ALL.first().copied().filter(|_| nobody);
        let discipline = self.discipline(formulier).or(any).map(Discipline::code).unwrap_or_default();
        let bron = |veld: &str| match veld {
            "discipline" => discipline.to_owned(),
            veld => formulier.text(veld).to_owned(),
        };
        lees_uit(self, werk, formulier, &bron)
    }

    fn doe<'a>(&'a self, _werk: &'a Werk, opdracht: Opdracht, uitvoering: Uitvoering) -> Uitvoerend<'a> {
        Box::pin(self.carry_out(opdracht, uitvoering))
    }

    fn doel(&self) -> Doel {
        Doel::DeskundigenKiezen
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.gezien.stukken(&[])
    }

    fn na_bewaren(&self, _werk: &Werk, done: &str) -> Option<String> {
        Some(format!("{}?gedaan={done}", self.gezien.plek.address()))
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=toegewezen", self.gezien.plek.below("deskundigen"))
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(async move { self.page(&blad).await })
    }
}

/// Who was asked, and whom else one can ask.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::WijsDeskundigeToe)?;
    toon(&gezien.werk, &Toewijzen::of(&gezien, vraag).await?).await
}

/// Asks an expert.
pub(super) async fn assign(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &Toewijzen::of(&gezien, Vraag::default()).await?, formulier).await
}

/// By the assignment itself: whoever was asked twice has two, of which one may have ended.
fn asked(gezien: &Gezien, toewijzing: &Toewijzing, nr: usize) -> Gevraagd {
    let on = gezien.werk.vandaag();
    let open = gezien.aanvraag.toewijzingen_open().any(|open| std::ptr::eq(open, toewijzing));
    let stand = match toewijzing.beeindigd_op {
        Some(op) => format!("beëindigd {}: {}", short_date(op, on), toewijzing.reden_einde),
        None if open => format!("gevraagd {}, nog geen advies", short_date(toewijzing.op, on)),
        None => "heeft advies gegeven".to_owned(),
    };
    Gevraagd {
        naam: toewijzing.naam.clone(),
        discipline: toewijzing.discipline.label(),
        stand,
        einde: (open && gezien.mag(Opdrachtnaam::BeeindigToewijzing)).then(|| einde::address(gezien, nr)),
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
    words.insert(0, expert.in_words().unwrap_or_else(|| "discipline niet vastgelegd".to_owned()));
    Optie::new(expert.persoon.as_str(), expert.naam.as_str()).explained(words.join(" · "))
}

/// The disciplines of the law; none where the one that was recorded, or that of last time, is meant.
pub(super) fn disciplines(experts: &[Expert]) -> Vec<Optie> {
    let recorded = experts.iter().any(|expert| expert.beroep().is_some());
    let remembers = experts.iter().any(|expert| expert.discipline.is_some());
    let first = match (recorded, remembers) {
        (true, _) => "Zoals vastgelegd, of kies",
        (false, true) => "Zoals de vorige keer, of kies",
        (false, false) => "Kies een discipline",
    };
    let known = Discipline::ALL.iter().map(|discipline| Optie::new(discipline.code(), discipline.label()));
    std::iter::once(Optie::new("", first)).chain(known).collect()
}
