//! The steps of a removal, each with its address, its words and its form.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use base::Sector;
use base::dates::long_nl;
use dossier::Refusal;
use dossier::opdracht::{Opdracht, Opdrachtnaam, regels};
use dossier::soort::ZonderSchool;
use dossier::staat::Verwijdering;
use dossier::verwijdering::besluit::{bepaling, vraagt_vorderingen};
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{MeldAanInspectie, day_of_talk};
use recht::Plicht;
use verband::grenzen::DAGEN_TOT_GESPREK;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Bronlink, Fouten, Optie, Register, Uitleg, Veld};

use super::besluit::when_and_why;
use super::gesprekspartners::{
    interpreter_group, parents, pupil_heard, who_came, with_interpreter, with_written,
};
use super::handelingen::Doen;
use super::herroepen::{is_openbaar, revoking};
use super::overzicht::said;
use crate::paginas::aanmelding::met_bereide_school;
use crate::weg::scholen::gekozen;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, lees_daad, lees_uit};

/// The figure of law from which age a pupil decides alone.
const OF_AGE: &str = "meerderjarig.leeftijd";

/// The figure of law for how long some schools search before they remove a pupil without another school.
const ZOEKEN: &str = "verwijdering.zoeken_cluster_1_2";

/// The intention to remove.
pub(super) struct Voornemen;

impl Stap for Voornemen {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::NeemVerwijderingVoor
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        "Voornemen tot verwijdering".to_owned()
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let school = werk.omgeving().school.map(verband::School::sector);
        let invited = long_nl(day_of_talk(&werk.besluitvorming()));
        Vorm::new("Voornemen vastleggen").groep(
            Groep::new("Voordat u begint")
                .tekst("Een voornemen is nog geen besluit. De leerling blijft ingeschreven en gaat naar school, tot er een andere school is die hem of haar wil toelaten.")
                .tekst(format!("De brief nodigt uit voor een gesprek op {invited}. U spreekt de tijd af. Tot en met die dag kunnen de ouders komen of schrijven; daarna kunt u besluiten. Op die dag zelf kan het ook, als u iedereen hoorde."))
                .blok(Blok::Lijst(steps(werk, school))),
        )
        .groepen(interpreter_group(werk))
        .groep(Groep::new("Waarom?").veld(
            Veld::textarea("redenen", "Waarom bent u van plan de leerling te verwijderen?", 6)
                .hint(if asks(werk, school, Plicht::VerwijderingBekendLeerling) {
                    "Dit staat in de brief aan de ouders. De leerling leest het ook."
                } else {
                    "Dit staat in de brief aan de ouders."
                })
                .required_or("Schrijf op waarom."),
        ))
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        werk.try_as_enrolled(self.opdracht())
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        werk.begonnen(uitgevoerd, "?na=voornemen")
    }
}

/// The law of this school has this duty today.
fn asks(werk: &Werk, sector: Option<Sector>, plicht: Plicht) -> bool {
    let ctx = werk.besluitvorming();
    sector.is_some_and(|sector| ctx.wet.eist(plicht, sector, ctx.vandaag))
}

/// What comes before the decision, as the law of the sector asks it.
fn steps(werk: &Werk, sector: Option<Sector>) -> Vec<String> {
    let until = match regels::getal(&werk.besluitvorming(), OF_AGE, werk.vandaag()) {
        Ok(leeftijd) => format!("tot hij {leeftijd} is"),
        Err(_) => "zolang hij minderjarig is".to_owned(),
    };
    let mut steps = vec![if asks(werk, sector, Plicht::VerwijderingHorenLeerling) {
        format!("U hoort eerst de leerling, en {until} ook de ouders.")
    } else {
        "U hoort eerst de ouders en de groepsleraar.".to_owned()
    }];
    let overleg = asks(werk, sector, Plicht::VerwijderingInspectie);
    steps.extend(overleg.then(|| "U overlegt ook eerst met de Inspectie.".to_owned()));
    if sector.is_some_and(|sector| vraagt_vorderingen(sector, &werk.besluitvorming())) {
        steps.push(format!("Is de reden dat de leerling te weinig vorderingen maakt? Dan mag hij niet in de loop van een schooljaar weg, maar alleen aan het eind ({}).", werk.artikel("verwijdering.vorderingen")));
    }
    steps.push("U zoekt een andere school die de leerling wil toelaten.".to_owned());
    steps.push("Pas daarna kunt u besluiten. Het besluit meldt u aan de gemeente.".to_owned());
    steps
}

/// Something to do with one removal.
#[derive(Debug, Clone)]
pub(super) struct VerwijderingStap {
    /// The removal as it stands.
    pub(super) verwijdering: Verwijdering,
    /// What.
    pub(super) doen: Doen,
    gemeente: String,
}

impl VerwijderingStap {
    /// A step by its code, on a removal that this person may see.
    pub(super) async fn of(werk: &Werk, nr: u32, code: &str) -> Result<Self, Fout> {
        let doen = Doen::from_code(code).ok_or(Fout::NietGevonden)?;
        Self::with(werk, werk.verwijdering(nr)?, doen).await
    }

    /// A step on a removal.
    pub(super) async fn with(werk: &Werk, verwijdering: &Verwijdering, doen: Doen) -> Result<Self, Fout> {
        let app = &werk.state.app;
        let gemeente = match werk.beeld().adres.as_ref().and_then(|adres| adres.gemeente.as_ref()) {
            Some(code) => match format!("gemeente/{code}").parse() {
                Ok(organisatie) => app.organisatie_naam(&organisatie, werk.vandaag()).await?,
                Err(_) => String::new(),
            },
            None => String::new(),
        };
        Ok(Self {
            verwijdering: verwijdering.clone(),
            doen,
            gemeente: gemeente.strip_prefix("gemeente ").unwrap_or(&gemeente).to_owned(),
        })
    }

    /// That the removal was reported to the Inspectie.
    fn report(&self) -> Opdracht {
        MeldAanInspectie { over: InspectieMelding::Verwijdering(self.verwijdering.nr) }.into()
    }

    /// The place in the law of this step, as a source below its form.
    fn source(&self, werk: &Werk) -> Option<Blok> {
        let naam = match self.doen {
            Doen::Horen | Doen::Verzetten => "verwijdering.horen",
            Doen::Overleg | Doen::Raadplegen => "verwijdering.inspectie",
            Doen::Inspectie => "verwijdering.inspectie_melden",
            Doen::School | Doen::Besluit => "verwijdering.andere_school",
            Doen::Gemeente | Doen::Intrekken | Doen::Elders | Doen::Herroepen => return None,
        };
        let verwijdering = &self.verwijdering;
        let place =
            regels::artikel(&werk.besluitvorming(), naam, verwijdering.sector, verwijdering.voorgenomen_op)?;
        Some(Blok::Uitleg(Uitleg::default().source(Bronlink::on(&place, werk.vandaag()))))
    }

    /// The pupil is of age and is heard in place of the parents.
    fn alone(&self, werk: &Werk) -> bool {
        werk.hoort_leerling_alleen(&self.verwijdering)
    }

    /// Asked in the first talk; whoever was heard in it need not be heard again.
    fn first_time(&self, veld: Veld, else_say: &'static str) -> Veld {
        if self.verwijdering.gesprekken.is_empty() {
            veld.required_or(else_say)
        } else {
            veld.asked_when("wie u nog niet sprak", else_say)
        }
    }

    /// Who has to be heard: by one act the pupil and no teacher, by the others the teacher.
    fn talk(&self, werk: &Werk) -> Groep {
        let when = Veld::date("op", "Wanneer was het laatste gesprek?")
            .required_or("Vul in wanneer het gesprek was.");
        let invited = long_nl(self.verwijdering.dag_van_gesprek());
        let groep = Groep::new("Wat is er in het gesprek gezegd?")
            .tekst(format!("U nodigde uit voor {invited}. Hoorde u nog niet iedereen? Dan telt het gesprek pas vanaf die dag. Kwam er niemand? Dan legt u dat de dag erna vast: die hele dag kunnen zij nog komen of schrijven."))
            .veld(when);
        let groep = with_written(werk, self.verwijdering.nr, with_interpreter(werk, groep));
        let groep = if self.alone(werk) { groep } else { who_came(werk, &self.verwijdering, groep) };
        let asked = self.alone(werk) || self.verwijdering.eist(Plicht::VerwijderingHorenLeerling);
        let (groep, pupil) = pupil_heard(groep, asked);
        let parents = Veld::textarea("ouders", "Wat zeggen de ouders?", 5)
            .asked_when("als een ouder kwam of iets liet weten", "Schrijf op wat de ouders zeggen.");
        if !self.verwijdering.eist(Plicht::VerwijderingHorenLeraar) {
            let parents = match regels::getal(&werk.besluitvorming(), OF_AGE, werk.vandaag()) {
                Ok(leeftijd) => {
                    parents.hint(format!("Kwam geen ouder? Dan schrijft u op hoe u hen probeerde te bereiken, of u laat dit leeg. Een leerling van {leeftijd} jaar of ouder hoort u alleen zelf."))
                }
                Err(_) => parents,
            };
            return groep.veld(pupil).veld(parents);
        }
        let teacher = Veld::textarea("leraar", "Wat zegt de groepsleraar of mentor?", 5);
        let teacher = self.first_time(teacher, "Schrijf op wat de groepsleraar of mentor zegt.");
        if self.alone(werk) {
            let groep =
                groep.tekst("De leerling is meerderjarig: u hoort de leerling zelf, en niet de ouders.");
            return groep.veld(pupil).veld(teacher);
        }
        let parents = parents
            .hint("Kwam geen ouder? Dan schrijft u op hoe u hen probeerde te bereiken, of u laat dit leeg.");
        groep.veld(parents).veld(teacher).veld(pupil)
    }

    /// The decision: with the school that is willing, without where the law asks none, or after the search of an institute.
    fn decision(&self, werk: &Werk) -> Groep {
        let groep = Groep::new("Het besluit");
        // What was said is weighed where somebody decides, and stands in the letter.
        let groep = match said(werk, &self.verwijdering, teksten::Taal::Nl) {
            Some(said) => groep.blok(Blok::Feiten(said)),
            None => groep,
        };
        let groep = with_written(werk, self.verwijdering.nr, self.progress(werk, groep));
        let reader = if self.alone(werk) { "De leerling krijgt" } else { "De ouders krijgen" };
        if let Some(school) = self.verwijdering.bereide_school() {
            return groep.tekst(format!(
                "{school} wil de leerling toelaten. {reader} vandaag een brief met uw besluit en met de rechten daarbij."
            ));
        }
        let groep = groep.tekst(self.school_asked());
        let (ctx, sector) = (werk.besluitvorming(), self.verwijdering.sector);
        let holds =
            |waarom: &&ZonderSchool| regels::artikel(&ctx, bepaling(**waarom), sector, ctx.vandaag).is_some();
        let reasons = ZonderSchool::ALL.iter().filter(holds);
        let reasons: Vec<Optie> = reasons.map(|waarom| Optie::new(waarom.code(), waarom.label())).collect();
        if reasons.is_empty() {
            return groep;
        }
        let groep = groep
            .veld(
                Veld::select(
                    "zonder_school",
                    "Hoeft er om een andere reden geen andere school te zijn?",
                    reasons,
                )
                .hint("Alleen als dit zo is. Anders kiest u niets."),
            )
            .veld(
                Veld::textarea("zonder_school_blijkt", "Waaruit blijkt dat?", 3)
                    .asked_when("als u hierboven iets koos", "Schrijf op waaruit dat blijkt."),
            );
        if regels::vindplaats_in(&ctx, ZOEKEN, sector, ctx.vandaag).is_none() {
            return groep;
        }
        groep
            .veld(Veld::date(
                "gezocht_sinds",
                "Alleen een instelling: sinds wanneer zoekt u een andere school?",
            ))
            .veld(
                Veld::textarea("gezocht", "Welke scholen vroeg u, wanneer, en wat zeiden zij?", 5)
                    .asked_when(
                        "als u een dag invulde",
                        "Schrijf op welke scholen u vroeg en wat zij zeiden.",
                    ),
            )
    }

    /// Whether insufficient progress is a ground, where the law has a rule for that.
    fn progress(&self, werk: &Werk, groep: Groep) -> Groep {
        if !vraagt_vorderingen(self.verwijdering.sector, &werk.besluitvorming()) {
            return groep;
        }
        let answers = vec![
            Optie::new("", "Kies"),
            Optie::new("nee", "Nee"),
            Optie::new("ja", "Ja, dat is een van de redenen"),
        ];
        groep.veld(
            Veld::select("vorderingen", "Verwijdert u de leerling omdat hij te weinig vorderingen maakt?", answers)
                .hint(format!("Dan mag het niet in de loop van een schooljaar ({}): de eerste dag waarop de leerling geen leerling meer is, is dan de eerste dag van het volgende schooljaar. Is de leerling niet bevorderd tot vwo 6 of havo 5, dan telt niet van welke schoolsoort hij kwam ({}).", werk.artikel("verwijdering.vorderingen"), werk.artikel("verwijdering.geen_onderscheid")))
                .required_or("Kies of dit een van de redenen is."),
        )
    }

    /// Whether another school is asked, and until which day of leaving: the question that the act asks.
    fn school_asked(&self) -> String {
        let Some(period) = self.verwijdering.leerplicht.as_ref().map(|period| period.uitkomst) else {
            return "Er is nog geen andere school. Zonder andere school mag u deze leerling niet verwijderen.".to_owned();
        };
        format!(
            "Er is geen andere school. Die moet er zijn als de Leerplichtwet geldt op de dag waarop u besluit, of op de eerste dag zonder school: dat is op een dag vanaf {} en voor {}. Anders hoeft het niet.",
            long_nl(period.van),
            long_nl(period.tot)
        )
    }

    /// Back at school, and why the decision holds no more.
    fn revocation(&self, werk: &Werk) -> Groep {
        let groep = Groep::new("De verwijdering herroepen").tekst(
            "Het besluit geldt dan niet meer. De leerling blijft ingeschreven, zonder gat. Wie de brief over het besluit kreeg, krijgt een brief. De gemeente en de Inspectie ook, als u hun het besluit meldde.",
        );
        let left = self.verwijdering.verwijderd().is_some_and(|(_, per)| per <= werk.vandaag());
        let groep = if left {
            groep.veld(
                Veld::date("terug_op", "Op welke dag is de leerling weer op school?")
                    .hint("Leeg: de volgende schooldag. Zit de leerling al op een andere school? Dan telt deze dag niet."),
            )
        } else {
            groep
        };
        revoking(werk, groep, Some(self.verwijdering.zoals_besloten(is_openbaar(werk))))
    }

    /// The talk on another day.
    fn another_day(&self, werk: &Werk) -> Groep {
        let groep = Groep::new("Op welke dag is het gesprek?")
            .tekst(format!(
                "Nu is het gesprek op {}. U spreekt de tijd af. Tot en met de nieuwe dag kunnen de ouders komen of schrijven. Daarna legt u vast wie er kwam, en kunt u besluiten. Hoorde u iedereen eerder? Dan kan dat op die dag.",
                long_nl(self.verwijdering.dag_van_gesprek())
            ))
            .tekst("Wat u al hoorde, blijft staan.");
        let groep = with_interpreter(werk, groep)
            .veld(Veld::date("op", "De nieuwe dag").hint("Een werkdag.").required_or("Vul de nieuwe dag in."))
            .veld(
                Veld::textarea("reden", "Waarom een andere dag?", 3)
                    .hint("Dit staat in de brief aan iedereen die is uitgenodigd.")
                    .required_or("Schrijf op waarom."),
            );
        self.who_agrees(werk, groep)
    }

    /// Who agrees to an earlier day or a short notice: nobody is ticked beforehand.
    fn who_agrees(&self, werk: &Werk, groep: Groep) -> Groep {
        let groep = groep.tekst(format!(
            "Een eerdere dag, of een dag binnen {DAGEN_TOT_GESPREK} dagen, kan alleen als iedereen die u nog moet horen het daarmee eens is. Vink aan wie dat tegen u zei."
        ));
        let alone = self.alone(werk);
        let groep = if alone { groep } else { parents(werk, groep) };
        if alone || self.verwijdering.eist(Plicht::VerwijderingHorenLeerling) {
            return groep.veld(Veld::checkbox("leerling_akkoord", "De leerling"));
        }
        groep
    }

    fn groep(&self, werk: &Werk) -> Groep {
        match self.doen {
            Doen::Horen => self.talk(werk),
            Doen::Verzetten => self.another_day(werk),
            Doen::Overleg => Groep::new("Het begin van het overleg")
                .tekst("Van deze dag tot u vastlegt wat eruit kwam, mag een schorsing langer duren dan anders.")
                .veld(Veld::date("op", "Sinds wanneer overlegt u?").required_or("Vul in sinds wanneer u overlegt."))
                .veld(
                    Veld::text("met", "Met wie bij de Inspectie?")
                        .required_or("Schrijf op met wie u overlegt."),
                ),
            Doen::Raadplegen => Groep::new("Overleg met de Inspectie")
                .veld(
                    Veld::date("op", "Wanneer was het overleg?")
                        .required_or("Vul in wanneer het overleg was."),
                )
                .veld(
                    Veld::textarea("uitkomst", "Wat kwam eruit?", 4)
                        .required_or("Schrijf op wat eruit kwam."),
                ),
            Doen::School => {
                let groep = Groep::new("Welke school wil de leerling toelaten?");
                met_bereide_school(groep, werk)
            }
            Doen::Besluit => when_and_why(self.decision(werk)),
            Doen::Gemeente => Groep::new("Melding aan de gemeente")
                .tekst("De gemeente waar de leerling woont moet meteen weten dat de leerling is verwijderd.")
                .veld(
                    Veld::text("gemeente", "Aan welke gemeente hebt u het gemeld?")
                        .from_register(Register::Gemeenten)
                        .required_or("Vul de gemeente in."),
                ),
            Doen::Inspectie => Groep::new("Melding aan de Inspectie").tekst(
                "U legt vast dat u vandaag de verwijdering, met de redenen, aan de Inspectie hebt gemeld.",
            ),
            Doen::Elders => where_now(),
            Doen::Herroepen => self.revocation(werk),
            Doen::Intrekken => Groep::new("Het voornemen intrekken")
                .tekst("De leerling blijft ingeschreven. Vertel het de ouders. Is de leerling geschorst voor de tijd van het overleg met de Inspectie? Dan eindigt die schorsing, en mag de leerling de volgende schooldag terugkomen.")
                .veld(
                    Veld::textarea("reden", "Waarom trekt u het voornemen in?", 4)
                        .required_or("Schrijf op waarom."),
                ),
        }
    }
}

/// At which school the pupil is since it was removed.
fn where_now() -> Groep {
    Groep::new("Waar gaat de leerling nu naar school?")
        .veld(
            Veld::date("van", "Vanaf welke dag gaat de leerling daar naar school?")
                .required_or("Vul de eerste dag op die school in."),
        )
        .veld(
            Veld::textarea("hoe", "Welke school is het, en van wie hoorde u het?", 3)
                .hint("Bijvoorbeeld: De Regenwulp belde vandaag.")
                .required_or("Schrijf op van wie u het hoorde."),
        )
}

impl Stap for VerwijderingStap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.doen.opdracht()
    }

    fn over(&self) -> Option<u64> {
        Some(self.verwijdering.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        teksten::Taal::Nl.zeg(self.doen.tekst())
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        vec![("gemeente".into(), self.gemeente.clone())]
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let groep = self.groep(werk);
        let groep = match self.source(werk) {
            Some(source) => groep.blok(source),
            None => groep,
        };
        Vorm::new(match self.doen {
            Doen::Besluit => "Verwijderen",
            Doen::Intrekken => "Intrekken",
            Doen::Herroepen => "Herroepen",
            Doen::Horen
            | Doen::Verzetten
            | Doen::Overleg
            | Doen::Raadplegen
            | Doen::School
            | Doen::Gemeente
            | Doen::Inspectie
            | Doen::Elders => "Vastleggen",
        })
        .groep(groep)
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        match self.doen {
            Doen::Inspectie => Ok(self.report()),
            Doen::School => lees_uit(self, werk, formulier, &|veld| gekozen(formulier, veld)),
            Doen::Horen
            | Doen::Verzetten
            | Doen::Overleg
            | Doen::Raadplegen
            | Doen::Besluit
            | Doen::Gemeente
            | Doen::Elders
            | Doen::Herroepen
            | Doen::Intrekken => lees_daad(self, werk, formulier),
        }
    }

    /// Only the decision itself waits for other steps.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        let opdracht = match self.doen {
            Doen::Inspectie => self.report(),
            Doen::Besluit | Doen::Intrekken => werk.proefdaad(self.opdracht(), self.verwijdering.nr)?,
            Doen::Horen
            | Doen::Verzetten
            | Doen::Overleg
            | Doen::Raadplegen
            | Doen::School
            | Doen::Gemeente
            | Doen::Herroepen
            | Doen::Elders => {
                return None;
            }
        };
        werk.probeer(opdracht).err().filter(|refusal| refusal.veld.is_none())
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Verwijdering".to_owned(), format!("verwijdering/{}", self.verwijdering.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("verwijdering/{}?na={}", self.verwijdering.nr, self.doen.code()))
    }
}
