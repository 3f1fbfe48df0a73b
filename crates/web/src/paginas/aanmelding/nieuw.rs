//! A further registration of a child that has a file: by its school, or by a parent who chooses a school.

use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Doel;
use axum::extract::{Path, State};
use base::Vestigingscode;
use dossier::Refusal;
use dossier::algemeen::nieuw::{self, GEHEIM};
use dossier::opdracht::velden::Omgeving;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::{AndereSchoolsoort, Onderwijskeuze, Schoolgang, Schoolsoort};
use teksten::{Taal, Tekst, aanmelding};
use verband::School;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanmelden::kind::{secrecy, secrecy_source};
use crate::paginas::leven::person_field;
use crate::weg::daad;
use crate::weg::scholen::{Schoolkeuze, ZOEKEN, gevonden};
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, Uitvoerend, kept_form, lees_daad, shown_in, toon, verwerk};

/// Who writes a registration down, as its texts tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::paginas) enum Aanmelder {
    /// A school, for parents or a pupil who registered in writing.
    School,
    /// A parent, of a child.
    Ouder,
    /// A pupil of age, who acts in the parents' place.
    Leerling,
}

impl Aanmelder {
    fn code(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Ouder => "gezin",
            Self::Leerling => "leerling",
        }
    }
}

/// The fields of a registration that every form of one has. A parent registers now; a school records when it came.
pub(in crate::paginas) fn registration_fields(
    door: Aanmelder,
    soort: Option<Schoolsoort>,
    taal: Taal,
) -> Groep {
    let (wie, zeg) = (door.code(), |tekst: Tekst| taal.zeg(tekst));
    let mut groep = Groep::new(zeg(aanmelding::nieuw_kop()));
    if door == Aanmelder::School {
        groep = groep.veld(
            Veld::date("ontvangen_op", zeg(aanmelding::nieuw_ontvangen()))
                .hint(zeg(aanmelding::nieuw_ontvangen_uitleg()))
                .required_or(zeg(aanmelding::nieuw_ontvangen_leeg())),
        );
    }
    let per = Veld::date("gewenst_per", zeg(aanmelding::NieuwPer { wie }.tekst()));
    let scholen = Veld::textarea("andere_scholen", zeg(aanmelding::NieuwScholen { wie }.tekst()), 3);
    let hulp = Veld::textarea("toelichting_ouders", zeg(aanmelding::NieuwHulp { wie }.tekst()), 4);
    let asiel = Veld::checkbox("minderjarige_asielzoeker", zeg(aanmelding::NieuwAsielzoeker { wie }.tekst()));
    let groep = match education_field(door, soort, taal) {
        Some(veld) => groep.veld(veld.required_or(zeg(aanmelding::nieuw_onderwijs_leeg()))),
        None => groep,
    };
    let groep = groep.veld(per.hint(zeg(aanmelding::nieuw_per_uitleg())));
    school_now_fields(door, taal)
        .into_iter()
        .fold(groep, Groep::veld)
        .veld(scholen.hint(zeg(aanmelding::NieuwScholenUitleg { wie }.tekst())))
        .veld(hulp.hint(zeg(aanmelding::NieuwHulpUitleg { wie }.tekst())))
        .veld(asiel.hint(zeg(aanmelding::NieuwAsielzoekerUitleg { wie }.tekst())))
}

/// Where the child goes to school now: whether it does, which school, and of what kind.
fn school_now_fields(door: Aanmelder, taal: Taal) -> [Veld; 3] {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let first = || Optie::new("", zeg(aanmelding::nieuw_nu_kies()));
    let gangs = Schoolgang::ALL
        .iter()
        .map(|gang| Optie::new(gang.code(), zeg(aanmelding::NieuwNuKeuze { code: gang.code() }.tekst())));
    let kinds = AndereSchoolsoort::ALL.iter().map(|soort| {
        Optie::new(soort.code(), zeg(aanmelding::NieuwNuSoortKeuze { code: soort.code() }.tekst()))
    });
    let wie = door.code();
    let question = zeg(aanmelding::NieuwNu { wie }.tekst());
    [
        Veld::select("nu_naar_school", question, std::iter::once(first()).chain(gangs).collect())
            .hint(zeg(aanmelding::NieuwNuUitleg { wie }.tekst())),
        Veld::text("huidige_school", zeg(aanmelding::nieuw_nu_school()))
            .hint(zeg(aanmelding::nieuw_nu_school_uitleg())),
        Veld::select(
            "huidige_soort",
            zeg(aanmelding::nieuw_nu_soort()),
            std::iter::once(first()).chain(kinds).collect(),
        ),
    ]
}

/// Which education is asked, where the school gives more than one; nothing is chosen beforehand. Of a school that nobody chose yet it
/// is not asked.
pub(super) fn education_field(door: Aanmelder, soort: Option<Schoolsoort>, taal: Taal) -> Option<Veld> {
    let (wie, zeg) = (door.code(), |tekst: Tekst| taal.zeg(tekst));
    let keuzes = Onderwijskeuze::bij(soort?);
    let option = |keuze: &Onderwijskeuze| {
        Optie::new(keuze.code(), zeg(aanmelding::OnderwijsKeuze { code: keuze.code() }.tekst()))
    };
    let opties: Vec<Optie> = keuzes.iter().map(option).collect();
    let veld = Veld::radio("onderwijs", zeg(aanmelding::NieuwOnderwijs { wie }.tekst()), opties);
    (!keuzes.is_empty()).then_some(veld)
}

/// Stands between a school and one of the kinds of education that it gives, in one choice.
const EN_ONDERWIJS: char = '/';

/// Schools as choices: one that gives two kinds of education is a choice for each, so that nobody is asked for which one after the form
/// was sent. Of the school that was chosen already its own question asks it.
pub(in crate::paginas) fn per_onderwijs(
    found: Vec<Schoolkeuze>,
    chosen: Option<&Vestigingscode>,
    taal: Taal,
) -> Vec<Optie> {
    let each = |gevonden: Schoolkeuze| {
        let keuzes = match chosen {
            Some(chosen) if *chosen == gevonden.vestiging => &[],
            Some(_) | None => Onderwijskeuze::bij(gevonden.schoolsoort),
        };
        if keuzes.is_empty() {
            return vec![gevonden.optie];
        }
        let with = |keuze: &Onderwijskeuze| {
            let what = taal.zeg(aanmelding::OnderwijsKeuze { code: keuze.code() }.tekst());
            let code = format!("{}{EN_ONDERWIJS}{}", gevonden.vestiging, keuze.code());
            Optie::new(code, format!("{}: {what}", gevonden.optie.tekst)).explained(&gevonden.optie.uitleg)
        };
        keuzes.iter().map(with).collect()
    };
    found.into_iter().flat_map(each).collect()
}

/// A choice of a school with its education is the answer to both questions.
pub(in crate::paginas) fn split_choice(mut formulier: Formulier) -> Formulier {
    let chosen = formulier.text("vestiging").to_owned();
    if let Some((vestiging, onderwijs)) = chosen.split_once(EN_ONDERWIJS) {
        formulier.put("vestiging", vestiging);
        formulier.put("onderwijs", onderwijs);
    }
    formulier
}

/// A further registration.
struct NogEen {
    /// The school of whoever works there; none for a parent, who chooses one.
    eigen: Option<Vestigingscode>,
    /// Of what kind the school is, own or chosen.
    soort: Option<Schoolsoort>,
    /// Schools found by what the parent typed.
    gevonden: Vec<Optie>,
    /// The school that the parent chose.
    gekozen: Option<School>,
    /// In which language whoever registers reads.
    taal: Taal,
    /// Who registers.
    door: Aanmelder,
    /// The file does not say that anything is secret, and whoever registers can say it: it is asked before the first letter.
    vraagt_geheim: bool,
    /// What a school answered, as the act that records it.
    geheim: Option<Opdracht>,
    /// What is wrong with the answer.
    geheim_fouten: Fouten,
}

impl NogEen {
    async fn of(werk: &Werk, formulier: Option<&Formulier>) -> Result<Self, Fout> {
        let eigen = werk.kijker.kijker.actor.organisatie.vestiging();
        let words = formulier.map(|formulier| formulier.text(ZOEKEN)).unwrap_or_default();
        let chosen = formulier.and_then(|formulier| formulier.text("vestiging").parse().ok());
        let gevonden = if eigen.is_none() && !words.is_empty() {
            per_onderwijs(gevonden(werk, words).await?, chosen.as_ref(), werk.taal())
        } else {
            Vec::new()
        };
        let gekozen = match chosen.filter(|_| eigen.is_none()) {
            Some(vestiging) => werk.state.app.school(&vestiging, werk.vandaag()).await?,
            None => None,
        };
        let own = werk.omgeving().school.map(|school| school.schoolsoort);
        let soort = gekozen.as_ref().map(|school| school.schoolsoort).or(own);
        let may = eigen.is_none() || werk.mag(Opdrachtnaam::ZetGeheimhouding);
        let vraagt_geheim = may && !werk.beeld().adres_geheim;
        let taal = werk.taal();
        let door = match (&eigen, werk.beeld().handelt_zelf) {
            (Some(_), _) => Aanmelder::School,
            (None, true) => Aanmelder::Leerling,
            (None, false) => Aanmelder::Ouder,
        };
        let mut stap = Self {
            eigen,
            soort,
            gevonden,
            gekozen,
            taal,
            door,
            vraagt_geheim,
            geheim: None,
            geheim_fouten: Fouten::new(),
        };
        if let Some(formulier) = formulier.filter(|_| vraagt_geheim) {
            match stap.answered(werk, formulier) {
                Ok(answered) => stap.geheim = answered,
                Err(wrong) => stap.geheim_fouten = wrong,
            }
        }
        Ok(stap)
    }

    /// What was answered to the question whether anything is secret. A parent who says yes sends nothing yet: a school records
    /// it first, so that no letter of this registration is made that does not know it.
    fn answered(&self, werk: &Werk, formulier: &Formulier) -> Result<Option<Opdracht>, Fouten> {
        let (wie, zeg) = (self.door.code(), |tekst: Tekst| self.taal.zeg(tekst));
        let mut fouten = Fouten::new();
        if self.eigen.is_none() {
            match formulier.text(GEHEIM) {
                "nee" => return Ok(None),
                "ja" => fouten.add(GEHEIM, zeg(aanmelding::NieuwGeheimEerst { wie }.tekst())),
                _ => fouten.add(GEHEIM, zeg(aanmelding::nieuw_geheim_leeg())),
            }
            return Err(fouten);
        }
        let people = werk.beeld().mensen.iter();
        let ticked: Vec<u32> = people
            .filter(|persoon| formulier.is_on(&person_field(persoon)))
            .map(|persoon| persoon.nr)
            .collect();
        let vorm = Vorm::new("").groep(Self::school_secrecy(werk));
        let read = nieuw::lees_geheim(&|veld| formulier.text(veld).to_owned(), &werk.omgeving());
        let read = read.map_err(|wrong| daad::said(&wrong, vorm.velden(), formulier, |veld| veld))?;
        match read.opdracht(&ticked) {
            Ok(act) => Ok(act.map(Opdracht::from)),
            Err(refusal) => Err(shown_in(&refusal, &vorm, werk.vandaag(), self.taal).0),
        }
    }

    /// The question as a school is asked it: from whom, of the people in this file.
    fn school_secrecy(werk: &Werk) -> Groep {
        let groep = werk.beeld().mensen.iter().fold(secrecy(), |groep, persoon| {
            groep.veld(
                Veld::checkbox(&person_field(persoon), format!("Geheim voor {}", persoon.naam))
                    .hint(persoon.relatie.label()),
            )
        });
        secrecy_source(groep)
    }

    /// The question as a parent is asked it.
    fn parent_secrecy(&self) -> Groep {
        let (wie, zeg) = (self.door.code(), |tekst: Tekst| self.taal.zeg(tekst));
        let options = vec![
            Optie::new("nee", zeg(aanmelding::NieuwGeheimNee { wie }.tekst())),
            Optie::new("ja", zeg(aanmelding::nieuw_geheim_ja())),
        ];
        Groep::new(zeg(aanmelding::nieuw_geheim_kop())).veld(
            Veld::radio(GEHEIM, zeg(aanmelding::NieuwGeheim { wie }.tekst()), options)
                .hint(zeg(aanmelding::NieuwGeheimUitleg { wie }.tekst()))
                .required_or(zeg(aanmelding::nieuw_geheim_leeg())),
        )
    }

    fn choose_school(&self, getypt: &Formulier) -> Groep {
        let zeg = |tekst: Tekst| self.taal.zeg(tekst);
        let mut groep = Groep::new(zeg(aanmelding::nieuw_welke_school()))
            .veld(Veld::text(ZOEKEN, zeg(aanmelding::nieuw_zoeken())).required())
            .blok(Blok::Knop { naam: "kijk", tekst: zeg(aanmelding::nieuw_zoek()).into() });
        if !self.gevonden.is_empty() {
            let gevonden = self.gevonden.clone();
            groep = groep.veld(Veld::radio("vestiging", zeg(aanmelding::nieuw_kies()), gevonden).required());
        } else if getypt.is_on(ZOEKEN) {
            groep = groep.let_op(zeg(aanmelding::nieuw_niet_gevonden()));
        }
        groep
    }
}

impl Stap for NogEen {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::MeldAan
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        self.taal.zeg(aanmelding::NieuwTitel { wie: self.door.code() }.tekst())
    }

    fn begin(&self, werk: &Werk) -> Begin {
        // What a parent registered elsewhere need not be typed again; a school knows no more than parents state.
        let running = werk.beeld().aanmeldingen.iter().filter(|aanmelding| aanmelding.afloop.is_none());
        let known: Vec<&str> = running
            .filter(|_| self.eigen.is_none())
            .map(|aanmelding| aanmelding.schoolnaam.as_str())
            .collect();
        vec![("ontvangen_op".into(), werk.vandaag().to_string()), ("andere_scholen".into(), known.join("\n"))]
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let by_school = self.eigen.is_some();
        let vorm = Vorm::new(self.taal.zeg(aanmelding::NieuwKnop { wie: self.door.code() }.tekst()));
        let vorm = vorm.enter_zoekt(!by_school && self.gekozen.is_none());
        let vorm = vorm.groepen((!by_school).then(|| self.choose_school(getypt)));
        let mut groep = registration_fields(self.door, self.soort, self.taal);
        if !by_school {
            groep = groep.tekst(self.taal.zeg(aanmelding::NieuwVandaag { dag: werk.vandaag() }.tekst()));
        }
        let secret = self
            .vraagt_geheim
            .then(|| if by_school { Self::school_secrecy(werk) } else { self.parent_secrecy() });
        vorm.groepen(secret).groep(groep)
    }

    /// A pupil of this school is not registered anew: it is said before anything is typed, where the school gives one kind of education.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        let one_kind = education_field(Aanmelder::School, self.soort, self.taal).is_none();
        self.eigen.as_ref().filter(|_| one_kind)?;
        let refusal = werk.probeer(werk.proefdaad(self.opdracht(), 0)?).err()?;
        (refusal.code == "al_leerling").then_some(refusal)
    }

    /// A parent registers today, with the school that was chosen.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        if !self.geheim_fouten.is_empty() {
            return Err(self.geheim_fouten.clone());
        }
        if self.eigen.is_some() {
            return lees_daad(self, werk, formulier);
        }
        if self.gekozen.is_none() {
            let mut fouten = Fouten::new();
            fouten.add(ZOEKEN, self.taal.zeg(aanmelding::nieuw_eerst_zoeken()));
            return Err(fouten);
        }
        let today = werk.vandaag().to_string();
        let bron = |veld: &str| match veld {
            "ontvangen_op" => today.clone(),
            veld => formulier.text(veld).to_owned(),
        };
        let omgeving = Omgeving { school: self.gekozen.as_ref(), ..werk.omgeving() };
        let vorm = self.vorm(werk, formulier).in_taal(self.taal);
        daad::lees_uit(self.opdracht(), 0, vorm.velden(), formulier, (&bron, &omgeving), |veld| veld)
    }

    /// What is secret is recorded in the same append, before the registration asks for its letters.
    fn doe<'a>(&'a self, werk: &'a Werk, opdracht: Opdracht, uitvoering: Uitvoering) -> Uitvoerend<'a> {
        Box::pin(werk.open.doe_na(self.geheim.clone(), opdracht, uitvoering))
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        werk.begonnen(uitgevoerd, "/bevestiging")
    }
}

pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let kept = split_choice(kept_form(&werk, &NogEen::of(&werk, None).await?).await?);
    toon(&werk, &NogEen::of(&werk, Some(&kept)).await?).await
}

pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let formulier = split_choice(formulier);
    let stap = NogEen::of(&werk, Some(&formulier)).await?;
    verwerk(&werk, &stap, formulier).await
}
