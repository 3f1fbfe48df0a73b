//! What a parent can do: say what one thinks, answer an offer, report a first contact.

use app::dossiers::Uitgevoerd;
use app::geopend::Geopend;
use app::inzage::Doel;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::today_in_nl;
use dossier::Woord;
use dossier::aanmelding::staat::Antwoord;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::staat::TlvAanvraag;
use dossier::tlv::feiten::ZienswijzeVan;
use dossier::tlv::opdracht::GeefZienswijze;
use teksten::{Taal, Tekst, mijn};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::Bewaard;
use crate::paginas::aanmelding::answer_to_offer;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Stap, lees_daad, toon, verwerk};

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/mijn/{nummer}/mening/{aanvraag}", get(view_form).post(give_view))
        .route("/mijn/{nummer}/aanbod/{aanmelding}", get(offer_form).post(answer_offer))
        .route("/mijn/{nummer}/contact", get(contact_form).post(report_contact))
}

/// What a parent did just before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gedaan {
    Mening,
    Antwoord,
    Contact,
}

impl Gedaan {
    const ALL: [Self; 3] = [Self::Mening, Self::Antwoord, Self::Contact];

    fn code(self) -> &'static str {
        match self {
            Self::Mening => "mening",
            Self::Antwoord => "antwoord",
            Self::Contact => "contact",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gedaan| gedaan.code() == code)
    }

    pub(super) fn message(self, taal: Taal) -> Melding {
        let text = match self {
            Self::Mening => mijn::dank_mening(),
            Self::Antwoord => mijn::dank_antwoord(),
            Self::Contact => mijn::dank_contact(),
        };
        Melding::new(Meldingsoort::Goed, taal.zeg(text))
    }
}

/// What this parent kept of the own forms and did not send yet.
pub(super) async fn kept(open: &Geopend, taal: Taal) -> Result<Vec<Bewaard>, Fout> {
    let beeld = open.beeld();
    let mut found = Vec::new();
    for (formulier, op) in open.bewaard().await? {
        let nr = formulier.over().unwrap_or_default();
        let answerable = || {
            let mut seen = beeld.aanmeldingen.iter().filter(|aanmelding| u64::from(aanmelding.nr) == nr);
            seen.any(|aanmelding| aanmelding.open_aanbod().is_some())
        };
        let (titel, pad) = match formulier.opdracht() {
            Opdrachtnaam::GeefZienswijze => (mijn::mening_titel(), format!("mening/{nr}")),
            Opdrachtnaam::AanvaardAanbod if answerable() => (mijn::aanbod_titel(), format!("aanbod/{nr}")),
            Opdrachtnaam::MeldEersteContact => (mijn::contact_titel(), "contact".to_owned()),
            _ => continue,
        };
        let adres = format!("/mijn/{}/{pad}", beeld.nummer);
        let dag = today_in_nl(op);
        let wanneer = taal.zeg(mijn::BewaardOp { dag }.tekst());
        let titel = taal.zeg(titel);
        found.push(Bewaard { link: Link::new(titel.as_str(), adres.as_str()), titel, wanneer, adres });
    }
    Ok(found)
}

/// A form of a parent.
struct Gezinsstap {
    doen: Gedaan,
    /// Number of the request or registration; 0 where it is about none.
    over: u32,
    /// Number of the parent in the file.
    persoon: u32,
    taal: Taal,
    doel: Doel,
}

impl Gezinsstap {
    /// This form, for a parent of the child.
    async fn open(
        state: &WebState,
        kijker: &Kijker,
        nummer: &str,
        (doen, over): (Gedaan, u32),
        doel: Doel,
    ) -> Result<(Werk, Self), Fout> {
        let werk = Werk::open(state, kijker, nummer).await?;
        let persoon = werk.open.mijn()?.persoon;
        let stap = Self { doen, over, persoon, taal: kijker.taal(), doel };
        match doen {
            Gedaan::Mening => stap.aanvraag(&werk).map(|_| ())?,
            Gedaan::Antwoord => werk.aanmelding(over).map(|_| ())?,
            Gedaan::Contact => {}
        }
        Ok((werk, stap))
    }

    fn aanvraag<'w>(&self, werk: &'w Werk) -> Result<&'w TlvAanvraag, Fout> {
        werk.beeld().aanvragen.iter().find(|aanvraag| aanvraag.nr == self.over).ok_or(Fout::NietGevonden)
    }

    fn view(&self, werk: &Werk) -> Groep {
        let taal = self.taal;
        let Ok(found) = self.aanvraag(werk) else { return Groep::new("") };
        let (school, soort) = (found.schoolnaam.as_str(), found.soort.woord());
        let keuzes = vec![
            Optie::new("ja", taal.zeg(mijn::mening_ja())),
            Optie::new("nee", taal.zeg(mijn::mening_nee())),
            Optie::new("weet_niet", taal.zeg(mijn::mening_weet_niet())),
        ];
        Groep::new("")
            .tekst(taal.zeg(mijn::MeningVraag { school, naam: &werk.beeld().roepnaam, soort }.tekst()))
            .tekst(taal.zeg(mijn::mening_uitleg()))
            .veld(Veld::radio("eens", taal.zeg(mijn::mening_eens()), keuzes))
            .veld(Veld::textarea("tekst", taal.zeg(mijn::mening_titel()), 8))
    }

    fn offer(&self, werk: &Werk) -> Groep {
        let taal = self.taal;
        let found = werk.aanmelding(self.over).ok().and_then(|found| Some((found, found.open_aanbod()?)));
        let Some((found, aanbod)) = found else { return Groep::new("") };
        let van = found.schoolnaam.as_str();
        let plek = mijn::AanbodPlek { van, school: &aanbod.school.schoolnaam, per: aanbod.per };
        let mut groep = Groep::new("").tekst(taal.zeg(plek.tekst()));
        if let Some(offered) = werk.open.laatste_aanbod(self.over) {
            groep = groep.tekst(taal.zeg(mijn::AanbodWat { wat: &offered.wat }.tekst()));
            if !offered.andere_mogelijkheden.is_empty() {
                let wat = offered.andere_mogelijkheden.join("; ");
                groep = groep.tekst(taal.zeg(mijn::AanbodOokBekeken { wat: &wat }.tekst()));
            }
        }
        let keuzes = vec![
            Optie::new("ja", taal.zeg(mijn::aanbod_ja())),
            Optie::new("nee", taal.zeg(mijn::aanbod_nee())),
        ];
        let antwoord = Veld::radio("antwoord", taal.zeg(mijn::aanbod_antwoord()), keuzes);
        groep
            .tekst(taal.zeg(mijn::AanbodVrij { school: van }.tekst()))
            .veld(antwoord.required_or(taal.zeg(mijn::aanbod_kies())).asked_here())
            .veld(Veld::textarea("toelichting", taal.zeg(mijn::aanbod_toelichting()), 5))
    }

    /// What was answered to the last offer, once somebody did.
    fn answered(&self, werk: &Werk) -> Option<Groep> {
        let aanmelding = werk.aanmelding(self.over).ok()?;
        let last = aanmelding.aanbiedingen.last()?;
        let school = last.school.schoolnaam.as_str();
        let said = match last.antwoord.as_ref()? {
            Antwoord::Aanvaard(op) => mijn::AanbodJaGezegd { dag: *op, school }.tekst(),
            Antwoord::Afgewezen(op, _) => mijn::AanbodNeeGezegd { dag: *op, school }.tekst(),
        };
        let zeg = |text: Tekst| self.taal.zeg(text);
        let own = Veld::textarea("toelichting", zeg(mijn::aanbod_toelichting()), 5);
        Some(Groep::new("").tekst(zeg(said)).veld(own))
    }

    fn contact(&self) -> Groep {
        let zeg = |text: Tekst| self.taal.zeg(text);
        let school = Veld::text("school", zeg(mijn::contact_school()));
        let op = Veld::date("op", zeg(mijn::contact_dag()));
        let gezegd = Veld::textarea("gezegd", zeg(mijn::contact_gezegd()), 6);
        Groep::new("")
            .tekst(zeg(mijn::contact_leg_vast()))
            .tekst(zeg(mijn::contact_geen_aanmelding()))
            .veld(school.required_or(zeg(mijn::contact_school_leeg())))
            .veld(op.required_or(zeg(mijn::contact_dag_leeg())))
            .veld(gezegd.required_or(zeg(mijn::contact_gezegd_leeg())))
    }
}

impl Stap for Gezinsstap {
    fn opdracht(&self) -> Opdrachtnaam {
        match self.doen {
            Gedaan::Mening => Opdrachtnaam::GeefZienswijze,
            Gedaan::Antwoord => Opdrachtnaam::AanvaardAanbod,
            Gedaan::Contact => Opdrachtnaam::MeldEersteContact,
        }
    }

    fn over(&self) -> Option<u64> {
        (self.doen != Gedaan::Contact).then(|| self.over.into())
    }

    fn titel(&self) -> String {
        self.taal.zeg(match self.doen {
            Gedaan::Mening => mijn::mening_titel(),
            Gedaan::Antwoord => mijn::aanbod_titel(),
            Gedaan::Contact => mijn::contact_titel(),
        })
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let (knop, groep) = match self.doen {
            Gedaan::Mening => (mijn::opsturen(), self.view(werk)),
            Gedaan::Antwoord => (mijn::antwoord_geven(), self.offer(werk)),
            Gedaan::Contact => (mijn::vastleggen(), self.contact()),
        };
        Vorm::new(self.taal.zeg(knop)).groep(groep)
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        match self.doen {
            Gedaan::Mening => Ok(GeefZienswijze {
                aanvraag: self.over,
                van: ZienswijzeVan::Persoon(self.persoon),
                tekst: formulier.text("tekst").to_owned(),
                eens: match formulier.text("eens") {
                    "ja" => Some(true),
                    "nee" => Some(false),
                    _ => None,
                },
                namens: false,
            }
            .into()),
            Gedaan::Antwoord => {
                let aanmelding = werk.aanmelding(self.over).map_err(|_| Fouten::new())?;
                answer_to_offer(
                    aanmelding,
                    werk,
                    self.vorm(werk, formulier).in_taal(self.taal).velden(),
                    formulier,
                )
            }
            Gedaan::Contact => lees_daad(self, werk, formulier),
        }
    }

    fn op_eigen_pagina(&self) -> bool {
        true
    }

    /// Kept, the form is shown again; thrown away, one is back on the own page.
    fn na_bewaren(&self, werk: &Werk, done: &str) -> Option<String> {
        (done == "weggegooid").then(|| format!("/mijn/{}", werk.beeld().nummer))
    }

    fn voorbij(&self, werk: &Werk) -> Option<Vorm> {
        let open = werk.aanmelding(self.over).ok().is_some_and(|found| found.open_aanbod().is_some());
        if self.doen != Gedaan::Antwoord || open {
            return None;
        }
        let knop = self.taal.zeg(mijn::antwoord_geven());
        self.answered(werk).map(|groep| Vorm::new(knop).groep(groep))
    }

    fn doel(&self) -> Doel {
        self.doel
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("/mijn/{}?na={}", werk.beeld().nummer, self.doen.code())
    }
}

async fn view_form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, u32)>,
) -> Uitkomst {
    let act = (Gedaan::Mening, nr);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::MeningGeven).await?;
    toon(&werk, &stap).await
}

async fn give_view(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, u32)>,
    formulier: Formulier,
) -> Uitkomst {
    let act = (Gedaan::Mening, nr);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::MeningGeven).await?;
    verwerk(&werk, &stap, formulier).await
}

async fn offer_form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, u32)>,
) -> Uitkomst {
    let act = (Gedaan::Antwoord, nr);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::AanbodLezen).await?;
    werk.aanmelding(nr)?.open_aanbod().ok_or(Fout::NietGevonden)?;
    toon(&werk, &stap).await
}

async fn answer_offer(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, u32)>,
    formulier: Formulier,
) -> Uitkomst {
    let act = (Gedaan::Antwoord, nr);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::AanbodBeantwoorden).await?;
    verwerk(&werk, &stap, formulier).await
}

async fn contact_form(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let act = (Gedaan::Contact, 0);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::ContactVastleggen).await?;
    toon(&werk, &stap).await
}

async fn report_contact(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let act = (Gedaan::Contact, 0);
    let (werk, stap) = Gezinsstap::open(&state, &kijker, &nummer, act, Doel::ContactVastleggen).await?;
    verwerk(&werk, &stap, formulier).await
}
