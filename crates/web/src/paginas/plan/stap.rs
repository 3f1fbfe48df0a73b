//! The forms of a plan: one per act.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::leven::gezag::ieder_een_keer;
use dossier::leven::leerling::LEERLING;
use dossier::leven::stem::Stem;
use dossier::opdracht::velden::VanStem;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::plan::soort::{Doelresultaat, Hoorwijze, Planeinde, Plansoort, Planvervolg};
use dossier::plan::staat::Plan;
use dossier::soort::Onderwijskeuze;
use dossier::staat::Persoon;
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Optie, Veld};

use super::handelingen::Doen;
use super::velden;
use crate::paginas::leven::person_field;
use crate::weg::rijen::{Rijenlijst, Rijplek};
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap};

/// The field with the mark of the action part that was read: of which an answer is.
pub(super) const GELEZEN: &str = "handelingsdeel";

/// The mark of the action part that lies there.
pub(super) fn gelezen(plan: &Plan) -> Begin {
    let part = plan.te_beoordelen();
    part.map(|part| (GELEZEN.into(), part.versie.to_string())).into_iter().collect()
}

/// Begins a plan.
pub(super) struct Beginnen;

impl Stap for Beginnen {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::StartPlan
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        "Een plan beginnen".to_owned()
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let soorten = Plansoort::ALL.iter().map(|soort| Optie::new(soort.code(), soort.label())).collect();
        let groep = Groep::new("Welk plan?")
            .tekst("Heeft de leerling extra ondersteuning nodig? Dan vraagt de wet een ontwikkelingsperspectief. De korte vorm heeft alles wat de wet vraagt, in weinig woorden.")
            .veld(Veld::radio("soort", "Soort plan", soorten).required_or("Kies welk plan u begint."));
        let kinds =
            werk.omgeving().school.map(|school| Onderwijskeuze::bij(school.schoolsoort)).unwrap_or_default();
        let groep = if kinds.is_empty() {
            groep.veld(Veld::hidden("onderwijs", ""))
        } else {
            let mut all = vec![Optie::new("", "Kies")];
            all.extend(kinds.iter().map(|keuze| Optie::new(keuze.code(), keuze.label())));
            groep.veld(Veld::select("onderwijs", "Welk onderwijs volgt de leerling?", all))
        };
        let mut own = vec![Optie::new("", "Nee, een leeg plan")];
        own.extend(werk.beeld().plannen.iter().map(|plan| {
            Optie::new(plan.nr.to_string(), format!("Plan {}: {}", plan.nr, plan.soort.label()))
        }));
        let groep = groep.veld(Veld::select("uit_plan", "Overnemen wat in een eerder plan stond?", own));
        Vorm::new("Plan beginnen").groep(groep)
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        werk.try_as_enrolled(self.opdracht()).filter(|refusal| refusal.code == "niet_ingeschreven")
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        werk.begonnen(uitgevoerd, "?na=begonnen")
    }
}

/// Something to do with one plan.
#[derive(Debug, Clone)]
pub(super) struct PlanStap {
    plan: Plan,
    doen: Doen,
}

impl PlanStap {
    /// A step by its code, on a plan that this person may see.
    pub(super) fn of(werk: &Werk, nr: u32, code: &str) -> Result<Self, Fout> {
        let doen = Doen::from_code(code).ok_or(Fout::NietGevonden)?;
        Ok(Self::with(werk.plan(nr)?, doen))
    }

    /// A step on a plan.
    pub(super) fn with(plan: &Plan, doen: Doen) -> Self {
        Self { plan: plan.clone(), doen }
    }

    fn groepen(&self, werk: &Werk, getypt: &Formulier) -> Vec<Groep> {
        match self.doen {
            Doen::Schrijven => velden::groepen(&self.plan, getypt),
            Doen::Vragen => vec![asked()],
            Doen::Inbreng => vec![heard()],
            Doen::Uitleggen => vec![explained()],
            Doen::Overleg => vec![talked(werk)],
            Doen::Advies => vec![advised()],
            Doen::Instemming => vec![agreed(
                werk,
                Groep::new("Wie stemde in?").tekst("Vraag om een handtekening onder het handelingsdeel."),
            )],
            Doen::Weigering => {
                let groep = agreed(werk, Groep::new("Wie stemt niet in?"));
                vec![groep.veld(Veld::textarea("reden", "Waarom niet, en hoe liet deze ouder dat weten?", 4))]
            }
            Doen::Vaststellen => vec![adopted()],
            Doen::Cyclus => vec![self.cycle(getypt)],
            Doen::Evaluatie => vec![evaluated(werk)],
            Doen::Stoppen => vec![ended()],
        }
    }

    /// The goals that hold, each with what came of it.
    fn cycle(&self, getypt: &Formulier) -> Groep {
        let goals: Vec<Optie> = match self.plan.geldend_handelingsdeel() {
            Some((_, part)) => {
                let named = (1..).zip(&part.doelen);
                named
                    .map(|(nr, doel): (u32, _)| Optie::new(nr.to_string(), format!("{nr}. {}", doel.wat)))
                    .collect()
            }
            None => Vec::new(),
        };
        let toont = u32::try_from(goals.len()).unwrap_or(u32::MAX);
        let groep = Groep::new("Wat kwam er van de doelen?")
            .veld(Veld::date("op", "Op welke dag keek u ernaar?").required_or("Vul de dag in."));
        let lijst = dossier::opdracht::daad_van("sluit_cyclus_af")
            .and_then(|daad| (daad.velden)().into_iter().find(|veld| veld.naam == "uitkomsten"));
        let rows = lijst.into_iter().map(|veld| Rijenlijst {
            veld,
            toont,
            sluit_aan: false,
            getypt,
            taal: Taal::Nl,
        });
        let fields = |rij: Rijplek| {
            let results = Doelresultaat::ALL.iter().map(|one| Optie::new(one.code(), one.label())).collect();
            vec![
                vec![
                    Veld::select(&rij.veld("doel"), "Welk doel?", goals.clone())
                        .required_or("Kies het doel."),
                ],
                vec![
                    Veld::radio(&rij.veld("resultaat"), "Resultaat", results)
                        .required_or("Kies wat ervan kwam."),
                ],
                vec![Veld::textarea(&rij.veld("toelichting"), "Toelichting", 2)],
            ]
        };
        rows.fold(groep, |groep, lijst| lijst.in_groep(groep, fields))
    }
}

/// Who said it, and of which version.
fn agreed(werk: &Werk, groep: Groep) -> Groep {
    let mut people = vec![Optie::new("", "Kies")];
    let voice = |one: &Persoon| VanStem::in_veld(Stem::van_nummer(one.nr));
    people.extend(deciding(werk).into_iter().map(|one| Optie::new(voice(one), one.naam.as_str())));
    groep.veld(Veld::select("van", "Wie?", people).required_or("Kies wie.")).veld(Veld::hidden(GELEZEN, ""))
}

/// Those with authority, each once.
fn deciding(werk: &Werk) -> Vec<&Persoon> {
    let around = werk.beeld().mensen.iter().filter(|one| one.is_current(werk.vandaag()));
    let alone = werk.beeld().handelt_zelf;
    ieder_een_keer(around.filter(|one| if alone { one.nr == LEERLING } else { one.relatie.has_gezag() }))
}

/// A box for each of the parents: nobody is ticked beforehand. None where the pupil decides: then the talk is with the pupil.
fn parents(werk: &Werk, groep: Groep) -> Groep {
    if werk.beeld().handelt_zelf {
        return groep.tekst("De leerling is meerderjarig en beslist zelf. Het gesprek is met de leerling.");
    }
    let around = werk.beeld().mensen.iter().filter(|one| one.is_current(werk.vandaag()));
    let parents = ieder_een_keer(around.filter(|one| one.relatie.is_ouder_in_onderwijs()));
    parents.into_iter().fold(groep, |groep, one| {
        groep.veld(Veld::checkbox(&person_field(one), one.naam.as_str()).hint(one.relatie.label()))
    })
}

fn day(vraag: &'static str) -> Veld {
    Veld::date("op", vraag).required_or("Vul de dag in.")
}

fn asked() -> Groep {
    Groep::new("U vroeg de leerling wat die van het plan vindt")
        .tekst("De leerling kiest zelf hoe: praten, tekenen, een foto, een film, schrijven, of via iemand die hij of zij vertrouwt.")
        .veld(day("Wanneer vroeg u het?"))
        .veld(Veld::text("door", "Wie vroeg het?").required_or("Schrijf op wie het vroeg."))
        .veld(Veld::textarea("hoe", "Hoe, en met welke hulp voor de leerling?", 3).required_or("Schrijf op hoe u het vroeg."))
}

fn heard() -> Groep {
    let mut ways = vec![Optie::new("", "Kies")];
    ways.extend(Hoorwijze::ALL.iter().map(|one| Optie::new(one.code(), one.label())));
    Groep::new("Wat zei de leerling?")
        .tekst("Schrijf op wat de leerling zei, in zijn of haar eigen woorden.")
        .veld(day("Wanneer?"))
        .veld(Veld::checkbox("zag_af", "De leerling koos ervoor om niets te zeggen"))
        .veld(Veld::select("wijze", "Hoe liet de leerling het weten?", ways))
        .veld(Veld::textarea("woorden", "In de woorden van de leerling", 5))
}

fn explained() -> Groep {
    Groep::new("Wat is er met de mening van de leerling gedaan?")
        .tekst("Dit staat ook in het plan.")
        .veld(day("Wanneer legde u het uit?"))
        .veld(
            Veld::textarea("invloed", "Wat is er door veranderd, of waarom niet?", 4)
                .required_or("Schrijf op wat u uitlegde."),
        )
}

fn talked(werk: &Werk) -> Groep {
    let groep = Groep::new("Het overleg over het plan")
        .tekst("Een gesprek waarin u probeert het samen eens te worden, met ieder die meebeslist. Spreekt u de ouders apart? Leg dan elk gesprek vast.")
        .veld(day("Wanneer was het gesprek?"));
    let groep = parents(werk, groep);
    let groep = if werk.beeld().handelt_zelf {
        groep.veld(Veld::hidden("waarom_niet", ""))
    } else {
        let why = Veld::textarea(
            "waarom_niet",
            "Komt er met een andere ouder met gezag geen gesprek? Waarom niet?",
            2,
        );
        groep.veld(
            why.hint("Alleen als u die ouder de kans gaf en het niet lukte. Beide ouders kunnen dit lezen."),
        )
    };
    groep.veld(Veld::textarea("woorden", "Wat is er gezegd?", 5).required_or("Schrijf op wat er is gezegd."))
}

fn advised() -> Groep {
    Groep::new("Het advies van de commissie").veld(day("Wanneer gaf de commissie advies?")).veld(
        Veld::textarea("advies", "Wat adviseert de commissie?", 5)
            .required_or("Schrijf op wat de commissie adviseert."),
    )
}

fn adopted() -> Groep {
    Groep::new("Het plan vaststellen")
        .tekst("Is er geen instemming met het handelingsdeel? Dan kunt u de rest vaststellen. Het handelingsdeel dat eerder gold, blijft dan gelden.")
        .veld(Veld::checkbox("zonder_handelingsdeel", "Vaststellen zonder het handelingsdeel"))
}

fn evaluated(werk: &Werk) -> Groep {
    let next = Planvervolg::ALL.iter().map(|one| Optie::new(one.code(), one.label())).collect();
    let groep = Groep::new("De evaluatie")
        .tekst("Elk schooljaar, met de ouders en met de leerling.")
        .veld(day("Wanneer was het gesprek?"));
    parents(werk, groep)
        .veld(if werk.beeld().handelt_zelf {
            Veld::hidden("met_leerling", "")
        } else {
            Veld::checkbox("met_leerling", "De leerling was erbij")
        })
        .veld(Veld::textarea("waarom_niet", "Was er iemand niet bij? Waarom niet?", 2))
        .veld(
            Veld::textarea("conclusie", "Wat spraken jullie af?", 5).required_or("Schrijf op wat u afsprak."),
        )
        .veld(Veld::radio("vervolg", "Hoe gaat het verder?", next).required_or("Kies hoe het verdergaat."))
}

fn ended() -> Groep {
    let why = Planeinde::ALL.iter().map(|one| Optie::new(one.code(), one.label())).collect();
    Groep::new("Het plan stoppen")
        .veld(Veld::radio("reden", "Waarom stopt het plan?", why).required_or("Kies waarom."))
        .veld(Veld::textarea("toelichting", "Toelichting", 3).hint("Nodig bij een andere reden."))
}

impl Stap for PlanStap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.doen.opdracht()
    }

    fn over(&self) -> Option<u64> {
        Some(self.plan.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        Taal::Nl.zeg(self.doen.tekst())
    }

    /// A version begins with what stands there; a cycle with every goal that holds.
    fn begin(&self, _werk: &Werk) -> Begin {
        match self.doen {
            Doen::Schrijven => {
                let now = Opdracht::from(self.plan.als_concept()).ingevuld();
                now.into_iter().map(|(naam, waarde)| (naam.into(), waarde)).collect()
            }
            Doen::Cyclus => {
                let goals = self.plan.geldend_handelingsdeel().map_or(0, |(_, part)| part.doelen.len());
                (1..=goals).map(|nr| (format!("uitkomsten.{nr}.doel").into(), nr.to_string())).collect()
            }
            Doen::Instemming | Doen::Weigering => gelezen(&self.plan),
            Doen::Vragen
            | Doen::Inbreng
            | Doen::Uitleggen
            | Doen::Overleg
            | Doen::Advies
            | Doen::Vaststellen
            | Doen::Evaluatie
            | Doen::Stoppen => Begin::new(),
        }
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        Vorm::new(match self.doen {
            Doen::Schrijven => "Delen met de ouders",
            Doen::Vaststellen => "Vaststellen",
            Doen::Stoppen => "Stoppen",
            Doen::Vragen
            | Doen::Inbreng
            | Doen::Uitleggen
            | Doen::Overleg
            | Doen::Advies
            | Doen::Instemming
            | Doen::Weigering
            | Doen::Cyclus
            | Doen::Evaluatie => "Vastleggen",
        })
        .groepen(self.groepen(werk, getypt))
    }

    /// Only adopting waits for other steps.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        let opdracht = (self.doen == Doen::Vaststellen)
            .then(|| werk.proefdaad(self.opdracht(), self.plan.nr))
            .flatten()?;
        werk.probeer(opdracht).err().filter(|refusal| refusal.veld.is_none())
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Plan".to_owned(), format!("plan/{}", self.plan.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("plan/{}?na={}", self.plan.nr, self.doen.code()))
    }
}
