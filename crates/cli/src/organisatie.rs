//! `leerrecht organisatie maak`: a school with what is said of it over what is known, and other organisations by name.

use std::path::Path;

use app::organisaties::{Afgeleid, NieuweOrganisatie, Schoolkaart};
use app::{App, Moment};
use base::{BevoegdGezagNummer, OrganisatieId, Postcode, SwvCode, Vestigingscode};
use serde_json::json;
use verband::{School, Schoolsoort};

use crate::args::{JaNee, Organisatie, OrganisatieMaak, OrganisatieSoort};
use crate::beheer::{named_flag, parse};
use crate::config::Config;
use crate::exit::Exit;
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;

pub(crate) async fn run(config: &Config, opdracht: Organisatie, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let Organisatie::Maak(maak) = opdracht;
    // Told before a database is made for it.
    let gegevens = Gegevens::read(&maak)?;
    let moment = openen::moment();
    let app = openen::app(config, gegevens.check_before(config, moment)?).await?;
    let (nieuw, kept) = match gegevens {
        Gegevens::School(gezegd) => {
            let known = app.schoolkaart(&gezegd.vestiging, moment.vandaag).await?;
            gezegd.check_known(&app, moment).await?;
            let kept = if known.is_some() { " Wat u niet noemde, bleef zoals het was." } else { "" };
            let swv = gezegd.swv.clone();
            let school = gezegd.over(known);
            swv.map_or(Ok(()), |swv| check_sector(&school, &swv))?;
            (NieuweOrganisatie::School(school), kept)
        }
        Gegevens::Andere { id, naam } => (NieuweOrganisatie::Andere { id, naam }, ""),
    };
    let id = nieuw.id();
    app.make_organisaties(&[nieuw], moment).await.map_err(named_flag)?;
    let text = format!("De organisatie {id} is vastgelegd.{kept}");
    uitvoer.result(&json!({ "organisatie": id.as_str() }), &text);
    app.storage.close().await;
    Ok(())
}

/// What the flags say of an organisation.
enum Gegevens {
    School(Box<Schoolgegevens>),
    Andere { id: OrganisatieId, naam: String },
}

/// What the flags say of a school. What they do not say stays as it is known: who corrects a name does not empty the
/// address.
#[derive(Clone)]
struct Schoolgegevens {
    vestiging: Vestigingscode,
    naam: String,
    schoolsoort: Option<Schoolsoort>,
    openbaar: Option<bool>,
    bestuur: Option<BevoegdGezagNummer>,
    swv: Option<SwvCode>,
    postcode: Option<Postcode>,
    plaats: Option<String>,
    adres: Option<String>,
    telefoon: Option<String>,
}

impl Gegevens {
    fn read(maak: &OrganisatieMaak) -> Result<Self, Exit> {
        let id = match maak.soort {
            OrganisatieSoort::School => {
                return Ok(Self::School(Box::new(Schoolgegevens::read(maak)?)));
            }
            OrganisatieSoort::Swv => parse::<SwvCode>("--code", &maak.code)?.organisatie(),
            OrganisatieSoort::Bestuur => parse::<BevoegdGezagNummer>("--code", &maak.code)?.organisatie(),
            OrganisatieSoort::Gemeente => {
                let code = parse::<base::Gemeentecode>("--code", &maak.code)?;
                parse::<OrganisatieId>("--code", &format!("gemeente/{code}"))?
            }
            OrganisatieSoort::Steunpunt => {
                parse::<OrganisatieId>("--code", &format!("steunpunt/{}", maak.code))?
            }
        };
        no_school(maak)?;
        Ok(Self::Andere { id, naam: maak.naam.clone() })
    }

    /// What can be told before there is a database, and how it is opened then. A command that is refused makes none: where
    /// a partnership is named that must be known, it is looked for in the one that there is.
    fn check_before(&self, config: &Config, moment: Moment) -> Result<Wijze, Exit> {
        let (nieuw, swv) = match self {
            Self::School(gezegd) => {
                (NieuweOrganisatie::School(gezegd.clone().over(None)), gezegd.swv.as_ref())
            }
            Self::Andere { id, naam } => {
                (NieuweOrganisatie::Andere { id: id.clone(), naam: naam.clone() }, None)
            }
        };
        nieuw.check(moment).map_err(named_flag)?;
        let Some(swv) = swv else { return Ok(Wijze::Maak) };
        let file = config.database.strip_prefix("sqlite:").map(Path::new);
        if file.is_some_and(|file| matches!(file.try_exists(), Ok(false))) {
            return Err(unknown_swv(swv));
        }
        Ok(Wijze::Bijwerken)
    }
}

/// What is kept of schools alone is not taken and dropped.
fn no_school(maak: &OrganisatieMaak) -> Result<(), Exit> {
    let of_schools = [
        ("--schoolsoort", maak.schoolsoort.is_some()),
        ("--openbaar", maak.openbaar.is_some()),
        ("--bestuur", maak.bestuur.is_some()),
        ("--swv", maak.swv.is_some()),
        ("--adres", maak.adres.is_some()),
        ("--postcode", maak.postcode.is_some()),
        ("--plaats", maak.plaats.is_some()),
        ("--telefoon", maak.telefoon.is_some()),
    ];
    let Some((flag, _)) = of_schools.into_iter().find(|(_, given)| *given) else { return Ok(()) };
    Err(Exit::refused(format!(
        "{flag}: dat bewaart Leerrecht alleen van een school. Laat het weg; er is niets vastgelegd"
    )))
}

impl Schoolgegevens {
    fn read(maak: &OrganisatieMaak) -> Result<Self, Exit> {
        let soort = |soort: &String| {
            Schoolsoort::from_code(soort).ok_or_else(|| {
                let known: Vec<&str> = Schoolsoort::ALL.iter().map(|soort| soort.code()).collect();
                let known = known.join(", ");
                Exit::refused(format!("--schoolsoort: gegeven '{soort}', verwacht een van: {known}"))
            })
        };
        Ok(Self {
            vestiging: parse("--code", &maak.code)?,
            naam: maak.naam.clone(),
            schoolsoort: maak.schoolsoort.as_ref().map(soort).transpose()?,
            openbaar: maak.openbaar.map(|said| said == JaNee::Ja),
            bestuur: maak.bestuur.as_ref().map(|code| parse("--bestuur", code)).transpose()?,
            swv: maak.swv.as_ref().map(|code| parse("--swv", code)).transpose()?,
            postcode: maak.postcode.as_ref().map(|code| parse("--postcode", code)).transpose()?,
            plaats: maak.plaats.clone(),
            adres: maak.adres.clone(),
            telefoon: maak.telefoon.clone(),
        })
    }

    /// A partnership that nobody knows would get no request of this school.
    async fn check_known(&self, app: &App, moment: Moment) -> Result<(), Exit> {
        let Some(swv) = &self.swv else { return Ok(()) };
        if app.knows_organisatie(&swv.organisatie(), moment).await? {
            return Ok(());
        }
        Err(unknown_swv(swv))
    }

    /// The school as it is known, with what was said in its place.
    fn over(self, known: Option<Schoolkaart>) -> School {
        let mut school = known.map_or_else(|| unknown(&self.vestiging), as_stated);
        if self.postcode.is_some() && self.postcode != school.postcode {
            // The municipality follows from the postcode again.
            school.gemeente = None;
        }
        match self.swv {
            Some(swv) if swv.is_po() => school.swv_po = Some(swv),
            Some(swv) => school.swv_vo = Some(swv),
            None => {}
        }
        School {
            vestiging: self.vestiging,
            naam: self.naam,
            schoolsoort: self.schoolsoort.unwrap_or(school.schoolsoort),
            openbaar: self.openbaar.unwrap_or(school.openbaar),
            bestuur: self.bestuur.or(school.bestuur),
            postcode: self.postcode.or(school.postcode),
            plaats: self.plaats.unwrap_or(school.plaats),
            adres: self.adres.unwrap_or(school.adres),
            telefoon: self.telefoon.unwrap_or(school.telefoon),
            ..school
        }
    }
}

/// A partnership of a sector in which such a school is not would be kept and never asked for anything.
fn check_sector(school: &School, swv: &SwvCode) -> Result<(), Exit> {
    let soort = school.schoolsoort;
    let begint = match soort {
        Schoolsoort::Basisschool | Schoolsoort::Sbo | Schoolsoort::So => "PO",
        Schoolsoort::Vso | Schoolsoort::Vo => "VO",
        // Of primary education, and for a declaration for vso of secondary education.
        Schoolsoort::SoVso => return Ok(()),
        Schoolsoort::InstellingC12 => {
            return Err(Exit::refused(format!(
                "--swv: een {} hoort bij geen samenwerkingsverband. Laat --swv weg; er is niets vastgelegd",
                soort.label()
            )));
        }
    };
    if swv.is_po() == (begint == "PO") {
        return Ok(());
    }
    Err(Exit::refused(format!(
        "--swv: {swv} is van de andere sector. Een {} ({}) hoort bij een samenwerkingsverband met een code die met {begint} begint. Verbeter \
         --swv, of noem met --schoolsoort wat voor school dit is; er is niets vastgelegd",
        soort.label(),
        soort.code()
    )))
}

fn unknown_swv(swv: &SwvCode) -> Exit {
    Exit::refused(format!(
        "--swv: {swv} is hier nog niet bekend. Maak het eerst met 'leerrecht organisatie maak --soort swv', of \
         controleer de code"
    ))
}

/// A school of which nothing is known yet.
fn unknown(vestiging: &Vestigingscode) -> School {
    School {
        vestiging: vestiging.clone(),
        naam: String::new(),
        schoolsoort: Schoolsoort::Basisschool,
        openbaar: false,
        bestuur: None,
        swv_po: None,
        swv_vo: None,
        postcode: None,
        plaats: String::new(),
        gemeente: None,
        adres: String::new(),
        telefoon: String::new(),
    }
}

/// A partnership that was worked out from the postcode is worked out again.
fn as_stated(kaart: Schoolkaart) -> School {
    if kaart.afgeleid.contains(&Afgeleid::Swv) {
        return School { swv_po: None, swv_vo: None, ..kaart.school };
    }
    kaart.school
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_refused_command_leaves_no_database_and_no_key() {
        let folder = tempfile::TempDir::new().unwrap();
        let database = format!("sqlite:{}", folder.path().join("regio.db").display());
        let said = |more: &[&str]| -> (Config, Organisatie) {
            let school = ["leerrecht", "--database", &database, "organisatie", "maak", "--soort", "school"];
            let words = school.into_iter().chain(["--code", "99ZZ00"]).chain(more.iter().copied());
            let args: crate::args::Args = clap::Parser::parse_from(words);
            let mut config = crate::config::load(&args).unwrap();
            config.instantiesleutel = folder.path().join("sleutel");
            let crate::args::Opdracht::Organisatie(opdracht) = args.opdracht else {
                panic!("another command")
            };
            (config, opdracht)
        };
        let uitvoer = Uitvoer::new(true);
        for (more, told) in [
            (["--naam", "De IJsvogel", "--swv", "PO9901"], "PO9901 is hier nog niet bekend"),
            (["--naam", "", "--plaats", "Vogelwijk"], "leeg"),
        ] {
            let (config, opdracht) = said(&more);
            let error = Box::pin(run(&config, opdracht, &uitvoer)).await.unwrap_err();
            assert!(error.tekst.contains(told), "{}", error.tekst);
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{told}");
        }
        let (config, opdracht) = said(&["--naam", "De IJsvogel"]);
        Box::pin(run(&config, opdracht, &uitvoer)).await.unwrap();
        // Beside a database the partnership is looked for in it.
        let (config, opdracht) = said(&["--naam", "De IJsvogel", "--swv", "PO9901"]);
        let error = Box::pin(run(&config, opdracht, &uitvoer)).await.unwrap_err();
        assert!(error.tekst.contains("PO9901 is hier nog niet bekend"), "{}", error.tekst);
    }

    /// Given a partnership of each sector; then a kind of school takes the one that is asked there, and no other.
    #[test]
    fn a_school_takes_no_partnership_of_the_other_sector() {
        let (po, vo): (SwvCode, SwvCode) = ("PO9901".parse().unwrap(), "VO9901".parse().unwrap());
        for soort in Schoolsoort::ALL {
            let school = School { schoolsoort: *soort, ..unknown(&"99ZZ00".parse().unwrap()) };
            let taken = [&po, &vo].map(|swv| check_sector(&school, swv).is_ok());
            let expected = match soort {
                Schoolsoort::Basisschool | Schoolsoort::Sbo | Schoolsoort::So => [true, false],
                Schoolsoort::Vso | Schoolsoort::Vo => [false, true],
                Schoolsoort::SoVso => [true, true],
                Schoolsoort::InstellingC12 => [false, false],
            };
            assert_eq!(taken, expected, "{soort:?}");
        }
        let school = School { schoolsoort: Schoolsoort::Vo, ..unknown(&"99ZZ00".parse().unwrap()) };
        let said = check_sector(&school, &po).unwrap_err();
        assert!(said.code == 2 && said.tekst.contains("die met VO begint"), "{}", said.tekst);
    }
}
