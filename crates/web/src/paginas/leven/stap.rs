//! What can change in the life of a child, each with its address, its words and its form.

use app::AppError;
use app::aanmelden::NieuwKind;
use app::dossiers::{Uitgevoerd, Uitvoering};
use base::{Date, Vestigingscode};
use dossier::Refusal;
use dossier::gebeurtenis::leven::{Contactgegevens, Overledene};
use dossier::opdracht::Opdracht;
use dossier::opdracht::leven::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, OntvangNummer, SchrijfIn, SchrijfUit, VerbindPersoon,
    Verhuis, WijzigNaam, ZetGeheimhouding,
};
use dossier::soort::Relatie;
use dossier::staat::Persoon;

use crate::error::Fout;
use crate::form::{Formulier, Lezer};
use crate::onderdelen::{Fouten, Optie, Veld};
use crate::paginas::aanmelden::capital;
use crate::paginas::aanmelden::kind::{address_group, area, gender, gender_code, name_fields, postcode};
use crate::paginas::aanmelding::blad::{Begin, Stap};
use crate::paginas::aanmelding::vorm::{Blok, Groep, Vorm};
use crate::paginas::aanmelding::werk::Werk;

/// One thing that can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doen {
    /// Somebody stands around the child.
    Persoon,
    /// The child moved.
    Verhuizing,
    /// Another name.
    Naam,
    /// A secret address.
    Geheimhouding,
    /// Foster parents.
    Pleegzorg,
    /// Of age.
    Meerderjarig,
    /// The persoonsgebonden nummer.
    Nummer,
    /// Enrolled, or in another group.
    Inschrijven,
    /// No longer enrolled.
    Uitschrijven,
    /// Died.
    Overlijden,
}

/// Everything that can change, in the order of the page.
pub(super) const ALLES: [Doen; 10] = [
    Doen::Persoon,
    Doen::Verhuizing,
    Doen::Naam,
    Doen::Geheimhouding,
    Doen::Pleegzorg,
    Doen::Meerderjarig,
    Doen::Nummer,
    Doen::Inschrijven,
    Doen::Uitschrijven,
    Doen::Overlijden,
];

impl Doen {
    /// Address, command, what one does, what it means, what was done.
    #[expect(clippy::too_many_lines, reason = "a table of words, one entry per step")]
    fn woorden(self) -> [&'static str; 5] {
        match self {
            Self::Persoon => [
                "persoon",
                "verbind_persoon",
                "Iemand rond het kind toevoegen",
                "Een ouder, voogd, pleegouder of gemachtigde.",
                "De persoon is toegevoegd.",
            ],
            Self::Verhuizing => [
                "verhuizing",
                "verhuis",
                "Een verhuizing vastleggen",
                "Het adres bepaalt ook welk samenwerkingsverband erbij hoort.",
                "De verhuizing is vastgelegd.",
            ],
            Self::Naam => [
                "naam",
                "wijzig_naam",
                "De naam of het geslacht wijzigen",
                "Bladzijden en brieven tonen daarna alleen de nieuwe naam.",
                "De gegevens zijn gewijzigd.",
            ],
            Self::Geheimhouding => [
                "geheimhouding",
                "zet_geheimhouding",
                "Het adres geheim maken of weer openen",
                "Voor iedereen buiten school en samenwerkingsverband, of voor bepaalde personen.",
                "De geheimhouding is vastgelegd.",
            ],
            Self::Pleegzorg => [
                "pleegzorg",
                "meld_pleegzorg",
                "Vastleggen dat het kind bij pleegouders woont",
                "Voeg eerst de pleegouder toe.",
                "De pleegzorg is vastgelegd.",
            ],
            Self::Meerderjarig => [
                "meerderjarig",
                "meld_meerderjarig",
                "De leerling is meerderjarig",
                "Dan beslist de leerling zelf, en niet meer de ouders.",
                "Vastgelegd dat de leerling meerderjarig is.",
            ],
            Self::Nummer => [
                "nummer",
                "ontvang_nummer",
                "Het persoonsgebonden nummer vastleggen",
                "Alleen voor de school. Het nummer wordt nergens meer getoond.",
                "Het nummer is vastgelegd en wordt niet meer getoond.",
            ],
            Self::Inschrijven => [
                "inschrijven",
                "schrijf_in",
                "De inschrijving of een andere groep vastleggen",
                "Een inschrijving die er al is, of een nieuwe groep.",
                "De inschrijving is vastgelegd.",
            ],
            Self::Uitschrijven => [
                "uitschrijven",
                "schrijf_uit",
                "Het kind uitschrijven",
                "Dit is geen manier om een kind weg te sturen: daarvoor gelden de regels van verwijderen.",
                "Het kind is uitgeschreven.",
            ],
            Self::Overlijden => [
                "overlijden",
                "meld_overlijden",
                "Het kind is overleden",
                "Alle brieven, termijnen en taken stoppen dan meteen.",
                "Het overlijden is vastgelegd. Er gaan geen brieven of herinneringen meer uit.",
            ],
        }
    }

    /// By the last part of its address.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        ALLES.into_iter().find(|doen| doen.code() == code)
    }

    /// Last part of its address.
    pub(super) fn code(self) -> &'static str {
        self.woorden()[0]
    }

    /// The command in the access matrix.
    pub(super) fn opdracht(self) -> &'static str {
        self.woorden()[1]
    }

    /// What a person can do, in words.
    pub(super) fn tekst(self) -> &'static str {
        self.woorden()[2]
    }

    /// What it means, in one line.
    pub(super) fn uitleg(self) -> &'static str {
        self.woorden()[3]
    }

    /// What happened, afterwards.
    pub(super) fn gedaan(self) -> &'static str {
        self.woorden()[4]
    }
}

/// Something that changed in the life of a child.
#[derive(Debug, Clone)]
pub(super) struct LevenStap {
    doen: Doen,
    gebied: Option<String>,
}

/// What the form says; an address and a school are looked up before it becomes a command.
pub(super) enum Gelezen {
    /// Ready.
    Opdracht(Opdracht),
    /// A move.
    Verhuizing(Date, NieuwKind),
    /// An enrolment at the own school.
    Inschrijving(Date, String),
}

impl LevenStap {
    /// A step by its code.
    pub(super) fn of(code: &str) -> Result<Self, Fout> {
        Ok(Self { doen: Doen::from_code(code).ok_or(Fout::NietGevonden)?, gebied: None })
    }

    /// A step of a kind.
    pub(super) fn with(doen: Doen) -> Self {
        Self { doen, gebied: None }
    }

    /// With what follows from the postcode that was typed.
    pub(super) async fn with_area(self, werk: &Werk, formulier: &Formulier) -> Result<Self, Fout> {
        let gebied = match self.doen {
            Doen::Verhuizing => area(&werk.state, &werk.kijker, formulier).await?,
            _ => None,
        };
        Ok(Self { gebied, ..self })
    }

    fn groepen(&self, werk: &Werk) -> Vec<Groep> {
        match self.doen {
            Doen::Persoon => vec![person_group(Relatie::ALL)],
            Doen::Verhuizing => vec![
                Groep::new("Sinds wanneer?")
                    .veld(Veld::date("per", "Sinds welke dag woont het kind daar?").required()),
                address_group("Het nieuwe adres", self.gebied.clone()),
            ],
            Doen::Naam => vec![
                name_fields(Groep::new("De nieuwe gegevens"))
                    .veld(Veld::date("per", "Vanaf welke dag?").required()),
            ],
            Doen::Geheimhouding => vec![secrecy_group(werk)],
            Doen::Pleegzorg => vec![foster_group(werk)],
            Doen::Meerderjarig => vec![of_age_group()],
            Doen::Nummer => vec![number_group()],
            Doen::Inschrijven => vec![enrolment_group()],
            Doen::Uitschrijven => vec![deregistration_group(werk)],
            Doen::Overlijden => vec![death_group()],
        }
    }
}

/// The fields about somebody around the child.
pub(super) fn person_group(relations: &[Relatie]) -> Groep {
    let choices =
        relations.iter().map(|relatie| Optie::new(relatie.code(), capital(relatie.label()))).collect();
    Groep::new("Wie is het?")
        .naast([
            Veld::text("naam", "Naam").hint("Zoals in een brief: mevrouw A. IJsvogel.").required(),
            Veld::select("relatie", "Wie is dit voor het kind?", choices).required(),
        ])
        .naast([
            Veld::date("van", "Vanaf welke dag?").required(),
            Veld::date("tot", "Tot welke dag?")
                .hint("Alleen als dat vaststaat. Bij een machtiging moet het."),
        ])
        .veld(
            Veld::text("brondocument", "Waaruit blijkt dat?")
                .hint("Bijvoorbeeld: uittreksel gezagsregister, beschikking van de rechter, machtiging.")
                .required(),
        )
        .naast([Veld::text("e_mail", "E-mailadres"), Veld::text("telefoon", "Telefoon")])
        .veld(
            Veld::text("adres", "Adres voor brieven")
                .hint("Alleen als het anders is dan waar het kind woont."),
        )
}

/// Reads how somebody can be reached.
pub(super) fn contact(lezer: &Lezer<'_>) -> Contactgegevens {
    Contactgegevens {
        e_mail: lezer.text("e_mail"),
        telefoon: lezer.text("telefoon"),
        adres: lezer.text("adres"),
    }
}

/// The field by which a person around the child is ticked.
fn person_field(persoon: &Persoon) -> String {
    format!("voor_persoon_{}", persoon.nr)
}

fn secrecy_group(werk: &Werk) -> Groep {
    let keuze = vec![
        Optie::new("ja", "Ja, het adres is geheim"),
        Optie::new("nee", "Nee, het adres is niet (meer) geheim"),
    ];
    let groep = Groep::new("Is het adres geheim?")
        .tekst("Een geheim adres verbergt ook de school en alles waaruit iemand kan afleiden waar het kind is: op bladzijden, in brieven en in wat wordt uitgewisseld.")
        .veld(Veld::radio("geheim", "Geheim?", keuze).required())
        .tekst("Voor wie is het geheim? Vinkt u niemand aan, dan is het geheim voor iedereen buiten de school en het samenwerkingsverband.");
    let groep = werk.beeld.mensen.iter().fold(groep, |groep, persoon| {
        groep
            .veld(Veld::checkbox(&person_field(persoon), persoon.naam.as_str()).hint(persoon.relatie.label()))
    });
    groep.veld(
        Veld::text("bron", "Waar komt dit vandaan?")
            .hint("Bijvoorbeeld: Basisregistratie Personen, de ouder zelf, een veilige opvang.")
            .required(),
    )
}

fn foster_group(werk: &Werk) -> Groep {
    let carers = werk.beeld.mensen.iter().filter(|persoon| persoon.relatie == Relatie::Pleegouder);
    let choices: Vec<Optie> =
        carers.map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str())).collect();
    let groep = Groep::new("Bij wie woont het kind?");
    let groep = if choices.is_empty() {
        groep.let_op("Er staat nog geen pleegouder in dit dossier. Voeg die eerst toe bij 'Iemand rond het kind toevoegen'.")
    } else {
        groep.veld(Veld::radio("persoon", "Pleegouder of verzorger", choices).required())
    };
    groep
        .veld(Veld::date("per", "Sinds welke dag?").required())
        .tekst("Het gezag verandert hier niet door. Is er ook een voogd, voeg die dan apart toe.")
}

fn of_age_group() -> Groep {
    let keuze = vec![
        Optie::new("ja", "Ja")
            .explained("De leerling beslist voortaan zelf en krijgt de brieven. De ouders niet meer."),
        Optie::new("nee", "Nee")
            .explained("Een mentor of bewindvoerder beslist. Voeg die toe als voogd of gemachtigde."),
    ];
    Groep::new("Meerderjarig")
        .veld(Veld::radio("handelingsbekwaam", "Kan de leerling de eigen zaken regelen?", keuze).required())
}

fn number_group() -> Groep {
    Groep::new("Persoonsgebonden nummer")
        .tekst("Alleen de school bewaart dit nummer, versleuteld. Het samenwerkingsverband ziet het nooit. Ook op deze bladzijde wordt het daarna niet meer getoond.")
        .veld(Veld::text("pgn", "Nummer").hint("Negen cijfers: het burgerservicenummer of onderwijsnummer.").required())
}

fn enrolment_group() -> Groep {
    Groep::new("De inschrijving")
        .tekst("Dit is voor een kind dat al op uw school zit of van groep wisselt. Een nieuw kind laat u toe bij de aanmelding.")
        .naast([
            Veld::date("per", "Vanaf welke dag?").required(),
            Veld::text("groep", "Groep of klas"),
        ])
}

fn deregistration_group(werk: &Werk) -> Groep {
    let where_now = werk.beeld.inschrijving.as_ref().map_or_else(
        || "Dit kind staat nu nergens ingeschreven.".to_owned(),
        |inschrijving| format!("Dit kind staat nu ingeschreven op {}.", inschrijving.schoolnaam),
    );
    Groep::new("Uitschrijven")
        .tekst(where_now)
        .veld(Veld::date("per", "Eerste dag waarop het kind niet meer is ingeschreven").required())
        .veld(
            Veld::text("reden", "Waarom?")
                .hint("Bijvoorbeeld: verhuisd, naar een andere school, diploma.")
                .required(),
        )
}

fn death_group() -> Groep {
    Groep::new("")
        .tekst("Wat verdrietig. U hoeft hier alleen de datum in te vullen.")
        .tekst("Alle termijnen en taken stoppen meteen. Er gaan geen brieven en herinneringen meer naar de familie. Neem zelf contact op als u iets wilt zeggen of vragen. Het dossier blijft bewaard en kan worden gelezen.")
        .tekst("Vulde u dit per ongeluk in, dan kunt u het bij 'verbeteren' terugnemen.")
        .veld(Veld::date("op", "Datum van overlijden").required())
}

impl Stap for LevenStap {
    type Gelezen = Gelezen;

    fn opdracht(&self) -> &'static str {
        self.doen.opdracht()
    }

    /// The number of a child is kept nowhere but in the file.
    fn formulier(&self) -> Option<String> {
        (self.doen != Doen::Nummer).then(|| format!("gegevens-{}", self.doen.code()))
    }

    fn titel(&self) -> String {
        self.doen.tekst().to_owned()
    }

    fn begin(&self, werk: &Werk) -> Begin {
        let today = werk.vandaag().to_string();
        match self.doen {
            Doen::Naam => {
                let Some(leerling) = werk.dossier().leerling.as_ref() else { return Vec::new() };
                vec![
                    ("roepnaam".into(), leerling.roepnaam.clone()),
                    ("voorvoegsel".into(), leerling.voorvoegsel.clone()),
                    ("achternaam".into(), leerling.achternaam.clone()),
                    ("geslacht".into(), gender_code(leerling.geslacht).to_owned()),
                    ("per".into(), today),
                ]
            }
            Doen::Inschrijven => {
                let groep = werk.beeld.inschrijving.as_ref().map(|inschrijving| inschrijving.groep.clone());
                vec![("per".into(), today), ("groep".into(), groep.unwrap_or_default())]
            }
            Doen::Geheimhouding if werk.beeld.adres_geheim => secrecy_now(werk),
            _ => Vec::new(),
        }
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groepen(self.groepen(werk))
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Gelezen, Fouten> {
        let mut lezer = Lezer::of(formulier);
        let gelezen = match self.doen {
            Doen::Persoon => add_person(&mut lezer).map(|opdracht| Gelezen::Opdracht(opdracht.into())),
            Doen::Verhuizing => Some(moved(&mut lezer, formulier)),
            Doen::Inschrijven => {
                let per = lezer.required_date("per", "Vul de dag in.");
                Some(Gelezen::Inschrijving(per.unwrap_or_default(), lezer.text("groep")))
            }
            _ => self.simple(werk, &mut lezer, formulier).map(Gelezen::Opdracht),
        };
        lezer.finish()?;
        gelezen.ok_or_else(Fouten::new)
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        let probe: Opdracht = match self.doen {
            Doen::Meerderjarig => MeldMeerderjarig { handelingsbekwaam: true }.into(),
            Doen::Overlijden => MeldOverlijden { wie: Overledene::Leerling, op: werk.vandaag() }.into(),
            Doen::Uitschrijven => {
                let vestiging = own_school(werk)?;
                SchrijfUit { vestiging, per: werk.vandaag(), reden: "proef".to_owned() }.into()
            }
            _ => return None,
        };
        let refusal = werk.probeer(probe).err()?;
        (refusal.veld.is_none() || refusal.veld == Some("vestiging")).then_some(refusal)
    }

    async fn voer_uit(
        &self,
        werk: &Werk,
        gelezen: Gelezen,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let app = &werk.state.app;
        let opdracht = match gelezen {
            Gelezen::Opdracht(opdracht) => opdracht,
            Gelezen::Verhuizing(per, kind) => {
                Verhuis { per, adres: app.address(&kind, werk.kijker.moment).await? }.into()
            }
            Gelezen::Inschrijving(per, groep) => {
                let vestiging = own_school(werk).ok_or(AppError::NotFound)?;
                let school = app.school(&vestiging, per).await?.ok_or(AppError::NotFound)?;
                SchrijfIn {
                    swv: school.swv().cloned(),
                    schoolnaam: school.naam.clone(),
                    schoolsoort: school.schoolsoort,
                    vestiging,
                    groep,
                    per,
                }
                .into()
            }
        };
        werk.execute(opdracht, uitvoering).await
    }

    fn terug(&self) -> (String, String) {
        ("Gegevens".to_owned(), "gegevens".to_owned())
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?na={}", werk.adres("gegevens"), self.doen.code())
    }
}

/// The school of whoever works there.
fn own_school(werk: &Werk) -> Option<Vestigingscode> {
    werk.kijker.kijker.actor.organisatie.vestiging()
}

/// As it is now: ticked for the persons whom it names.
fn secrecy_now(werk: &Werk) -> Begin {
    let named = werk
        .dossier()
        .geheimhouding
        .as_ref()
        .map(|geheim| geheim.voor_personen.as_slice())
        .unwrap_or_default();
    let ticked = werk.beeld.mensen.iter().filter(|persoon| named.contains(&persoon.nr));
    let ticked = ticked.map(|persoon| (person_field(persoon).into(), "ja".to_owned()));
    std::iter::once(("geheim".into(), "ja".to_owned())).chain(ticked).collect()
}

fn add_person(lezer: &mut Lezer<'_>) -> Option<VerbindPersoon> {
    let naam = lezer.required("naam", "Vul de naam in.");
    let relatie = lezer.choice("relatie", Relatie::from_code, "Kies wie dit voor het kind is.");
    let van = lezer.required_date("van", "Vul de eerste dag in.");
    let tot = lezer.date("tot");
    let brondocument = lezer.required("brondocument", "Schrijf op waaruit dat blijkt.");
    Some(VerbindPersoon { naam, relatie: relatie?, van: van?, tot, brondocument, contact: contact(lezer) })
}

fn moved(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Gelezen {
    let per = lezer.required_date("per", "Vul in sinds welke dag het kind daar woont.");
    Gelezen::Verhuizing(per.unwrap_or_default(), read_address(lezer, formulier))
}

/// An address, as the use case that looks up its postcode takes it.
pub(super) fn read_address(lezer: &mut Lezer<'_>, formulier: &Formulier) -> NieuwKind {
    NieuwKind {
        straat: lezer.text("straat"),
        postcode: postcode(lezer, formulier),
        plaats: lezer.text("plaats"),
        buitenland: formulier.is_on("buitenland"),
        ..NieuwKind::default()
    }
}

impl LevenStap {
    /// What needs nothing looked up.
    fn simple(&self, werk: &Werk, lezer: &mut Lezer<'_>, formulier: &Formulier) -> Option<Opdracht> {
        Some(match self.doen {
            Doen::Naam => WijzigNaam {
                per: lezer.required_date("per", "Vul de dag in.").unwrap_or_default(),
                roepnaam: lezer.required("roepnaam", "Vul de roepnaam in."),
                voorvoegsel: lezer.text("voorvoegsel"),
                achternaam: lezer.required("achternaam", "Vul de achternaam in."),
                geslacht: gender(formulier.text("geslacht")),
            }
            .into(),
            Doen::Geheimhouding => {
                let ticked =
                    werk.beeld.mensen.iter().filter(|persoon| formulier.is_on(&person_field(persoon)));
                let voor_personen = ticked.map(|persoon| persoon.nr).collect();
                let geheim = lezer.yes_no("geheim", "Kies of het adres geheim is.");
                let bron = lezer.required("bron", "Schrijf op waar dit vandaan komt.");
                ZetGeheimhouding { geheim: geheim?, voor_personen, bron }.into()
            }
            Doen::Pleegzorg => {
                let per = lezer.required_date("per", "Vul de dag in.");
                let persoon = lezer.choice("persoon", |code| code.parse().ok(), "Kies de pleegouder.");
                MeldPleegzorg { per: per?, persoon: persoon? }.into()
            }
            Doen::Meerderjarig => {
                let able =
                    lezer.yes_no("handelingsbekwaam", "Kies of de leerling de eigen zaken kan regelen.");
                MeldMeerderjarig { handelingsbekwaam: able? }.into()
            }
            Doen::Nummer => OntvangNummer { pgn: lezer.required("pgn", "Vul het nummer in.") }.into(),
            Doen::Uitschrijven => {
                let per = lezer.required_date("per", "Vul de dag in.");
                let reden = lezer.required("reden", "Schrijf op waarom.");
                SchrijfUit { vestiging: own_school(werk)?, per: per?, reden }.into()
            }
            Doen::Overlijden => {
                let op = lezer.required_date("op", "Vul de datum in.");
                MeldOverlijden { wie: Overledene::Leerling, op: op? }.into()
            }
            Doen::Persoon | Doen::Verhuizing | Doen::Inschrijven => return None,
        })
    }
}

/// A sentence in a group, for steps that only confirm.
pub(super) fn confirm(kop: &str, tekst: impl Into<String>) -> Groep {
    Groep::new(kop).blok(Blok::Tekst(tekst.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_has_an_address_of_its_own_and_a_command_of_the_core() {
        for doen in ALLES {
            assert_eq!(Doen::from_code(doen.code()), Some(doen));
            assert!(dossier::opdracht::OPDRACHTEN.contains(&doen.opdracht()), "{}", doen.opdracht());
        }
    }

    #[test]
    fn the_number_of_a_child_is_never_kept_as_a_draft() {
        assert_eq!(LevenStap::with(Doen::Nummer).formulier(), None);
        assert!(LevenStap::with(Doen::Naam).formulier().is_some());
    }
}
