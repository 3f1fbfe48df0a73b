//! The law, loaded once: every rule with its versions, the Algemene termijnenwet, figures and lists.

use std::collections::{BTreeMap, BTreeSet};

use base::{Date, Sector};

use crate::corpus::bepalingen::{self, Bepaling};
use crate::corpus::bron::Bron;
use crate::corpus::lijsten::{self, Eis, Uitschrijfgrond, Verwacht, Weigeringsgrond};
use crate::corpus::parameter::{Parameter, ParameterFout, Waarde};
use crate::corpus::regel::{Regel, RegelBestand, timeline};
use crate::corpus::schema::{Uitkomstveld, Veld};
use crate::corpus::tijdlijn::{Geldend, Periode, Tijdlijn};
use crate::corpus::{Bestand, CorpusError, effective, read};
use crate::corpus_files::CORPUS_FILES;
use crate::openbaar::Deur;
use crate::plicht::Plicht;
use crate::rule::Rule;
use crate::soort::{IngeschrevenSoort, TlvSoort};
use crate::termijnenwet::{Termijnenwet, length_after};
use crate::{
    aanmelding, bezwaar, leerplicht, ondersteuningsplan, opp, reserve, schorsing, tlv, verevening, verzuim,
};

/// The law of the corpus.
#[derive(Debug)]
pub struct Wet {
    pub(crate) regels: Regels,
    termijnenwet: Tijdlijn<Termijnenwet>,
    parameters: BTreeMap<String, Tijdlijn<Parameter>>,
    bepalingen: Vec<Bepaling>,
    gronden_weigering: Vec<Weigeringsgrond>,
    gronden_uitschrijving: Vec<Uitschrijfgrond>,
    eisen_tlv_aanvraag: Vec<Eis>,
    eisen_tlv_besluit: Vec<Eis>,
    verwacht: Vec<Verwacht>,
}

/// Declares the rules of the program: a field for each, its loader, its card and its public door.
macro_rules! regels {
    ($($veld:ident: $rule:ty),+ $(,)?) => {
        /// Every rule with its versions.
        #[derive(Debug)]
        pub(crate) struct Regels {
            $(pub(crate) $veld: Regel<<$rule as Rule>::Parameters>,)+
        }

        impl Regels {
            fn read(files: &[(&str, &str)]) -> Result<Self, CorpusError> {
                check_names(files, &[$(<$rule as Rule>::NAAM),+])?;
                Ok(Self { $($veld: read_regel::<$rule>(files)?,)+ })
            }

            fn kaarten(&self) -> Vec<Regelkaart<'_>> {
                vec![$(Regelkaart::of(<$rule as Rule>::NAAM, &self.$veld)),+]
            }

            fn kaart(&self, naam: &str) -> Option<Regelkaart<'_>> {
                match naam {
                    $(<$rule as Rule>::NAAM => Some(Regelkaart::of(<$rule as Rule>::NAAM, &self.$veld)),)+
                    _ => None,
                }
            }
        }

        /// The public door of every rule.
        pub(crate) const DEUREN: &[Deur] = &[$(Deur::of::<$rule>()),+];
    };
}

regels! {
    aanmelding_beslistermijn: aanmelding::beslistermijn::Regel,
    aanmelding_tijdelijke_plaatsing: aanmelding::tijdelijke_plaatsing::Regel,
    tlv_beslistermijn: tlv::beslistermijn::Regel,
    tlv_geldigheid: tlv::geldigheid::Regel,
    tlv_bevoegd_samenwerkingsverband: tlv::bevoegd_samenwerkingsverband::Regel,
    tlv_deskundigen: tlv::deskundigen::Regel,
    opp_vaststellingstermijn: opp::vaststellingstermijn::Regel,
    opp_volledigheid: opp::volledigheid::Regel,
    bezwaar_termijnen: bezwaar::Regel,
    schorsing_toets: schorsing::Regel,
    verzuim_melding: verzuim::melding::Regel,
    thuiszitter_classificatie: verzuim::thuiszitter::Regel,
    leerplicht_periode: leerplicht::Regel,
    ondersteuningsplan_indientermijn: ondersteuningsplan::Regel,
    reserve_signaleringswaarde: reserve::Regel,
    verevening_bedrag: verevening::Regel,
}

/// Every file under `regels/` names a rule of the program.
fn check_names(files: &[(&str, &str)], known: &[&str]) -> Result<(), CorpusError> {
    for (path, _) in in_folder(files, "regels/") {
        let naam = path.split('/').nth(1).unwrap_or_default();
        if !known.contains(&naam) {
            return Err(CorpusError::UnknownRule { bestand: path.to_owned(), naam: naam.to_owned() });
        }
    }
    Ok(())
}

fn in_folder<'a>(files: &'a [(&str, &str)], folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    files.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(path, text)| (*path, *text))
}

fn read_regel<R: Rule>(files: &[(&str, &str)]) -> Result<Regel<R::Parameters>, CorpusError> {
    let folder = format!("regels/{}/", R::NAAM);
    let versions = in_folder(files, &folder)
        .map(|(path, text)| {
            let file: RegelBestand = read(path, text)?;
            file.read(Bestand::new(path, text), R::ALGORITMES, R::parameters)
        })
        .collect::<Result<_, _>>()?;
    timeline(R::NAAM, versions)
}

/// A rule as people look it up: what it says, since when, on which ground.
#[derive(Debug, Clone)]
pub struct Regelkaart<'a> {
    /// Name.
    pub naam: &'static str,
    /// What it does, in plain Dutch, after its newest version.
    pub uitleg: &'a str,
    /// What it asks.
    pub invoer: &'a [Veld],
    /// What it answers.
    pub uitkomst: &'a [Uitkomstveld],
    /// The whole time in which its newest version and those right before it hold.
    pub periode: Periode,
    /// Every version, oldest first.
    pub versies: Vec<Versiekaart<'a>>,
    /// Every place in the law that a version names, without doubles.
    pub vindplaatsen: Vec<&'a Bron>,
}

/// One version of a rule.
#[derive(Debug, Clone)]
pub struct Versiekaart<'a> {
    /// When it holds.
    pub periode: Periode,
    /// File in the corpus.
    pub bestand: &'a str,
    /// Algorithm that works it out.
    pub algoritme: &'a str,
    /// Its figures.
    pub parameters: &'a [Parameter],
}

impl<'a> Regelkaart<'a> {
    fn of<P>(naam: &'static str, regel: &'a Regel<P>) -> Self {
        let newest = &regel.latest().tekst;
        let mut vindplaatsen: Vec<&Bron> = Vec::new();
        for bron in regel.iter().flat_map(|(_, versie)| &versie.tekst.bronnen) {
            if !vindplaatsen.contains(&bron) {
                vindplaatsen.push(bron);
            }
        }
        let versies = regel.iter().map(|(periode, versie)| Versiekaart {
            periode,
            bestand: &versie.tekst.bestand.path,
            algoritme: &versie.tekst.algoritme,
            parameters: &versie.tekst.parameters,
        });
        Self {
            naam,
            uitleg: &newest.uitleg,
            invoer: &newest.invoer,
            uitkomst: &newest.uitkomst,
            periode: regel.run(newest.valid_from),
            versies: versies.collect(),
            vindplaatsen,
        }
    }
}

impl Wet {
    /// The law that came with the program.
    pub fn load() -> Result<Self, CorpusError> {
        Self::parse(CORPUS_FILES)
    }

    /// The law that came with the program, and files that are no part of it: law that is not passed yet, or of a test.
    pub fn load_with(more: &[(&str, &str)]) -> Result<Self, CorpusError> {
        Self::parse(&[CORPUS_FILES, more].concat())
    }

    /// The law of these files: path in the corpus and text.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, CorpusError> {
        let files = effective(files)?;
        let wet = Self {
            regels: Regels::read(&files)?,
            termijnenwet: read_termijnenwet(&files)?,
            parameters: read_parameters(&files)?,
            bepalingen: read_all(&files, "bepalingen/", bepalingen::bepalingen)?,
            gronden_weigering: read_all(&files, "gronden/weigering", lijsten::gronden)?,
            gronden_uitschrijving: read_all(&files, "gronden/uitschrijving", lijsten::uitschrijfgronden)?,
            eisen_tlv_aanvraag: read_all(&files, "eisen/tlv-aanvraag", lijsten::eisen)?,
            eisen_tlv_besluit: read_all(&files, "eisen/tlv-besluit", lijsten::eisen)?,
            verwacht: in_folder(&files, "verwacht/")
                .map(|(path, text)| lijsten::verwacht(path, text))
                .collect::<Result<_, _>>()?,
        };
        wet.check_termijnenwet()?;
        wet.check_ids()?;
        Ok(wet)
    }

    /// The Algemene termijnenwet holds on every day on which a rule does.
    fn check_termijnenwet(&self) -> Result<(), CorpusError> {
        let kaarten = self.regels();
        let starts =
            kaarten.iter().filter_map(|kaart| kaart.versies.first()).map(|versie| versie.periode.valid_from);
        let run = starts.min().map(|start| (start, self.termijnenwet.run(start)));
        match run {
            Some((start, run)) if run.contains(start) && run.valid_to.is_none() => Ok(()),
            _ => {
                Err(CorpusError::Missing { naam: "termijnen: de hele tijd waarin regels gelden".to_owned() })
            }
        }
    }

    /// A code means one thing on every day; one question can rest on another article for another kind of declaration.
    fn check_ids(&self) -> Result<(), CorpusError> {
        let unique = |naam: &'static str, ids: Vec<(String, Periode)>| {
            let mut seen = BTreeSet::new();
            let double = ids.into_iter().find(|(id, periode)| !seen.insert((id.clone(), periode.valid_from)));
            double.map_or(Ok(()), |(id, _)| Err(CorpusError::Unused { bestand: naam.to_owned(), naam: id }))
        };
        let per_soort = |eisen: &[Eis]| -> Vec<(String, Periode)> {
            let each = |eis: &Eis| {
                let (id, periode) = (eis.id.clone(), eis.periode);
                eis.voor
                    .iter()
                    .map(move |soort| (format!("{id} {}", soort.code()), periode))
                    .collect::<Vec<_>>()
            };
            eisen.iter().flat_map(each).collect()
        };
        unique("gronden", self.gronden_weigering.iter().map(|g| (g.id.clone(), g.periode)).collect())?;
        unique("gronden", self.gronden_uitschrijving.iter().map(|g| (g.id.clone(), g.periode)).collect())?;
        unique("eisen", per_soort(&self.eisen_tlv_aanvraag))?;
        unique("eisen", per_soort(&self.eisen_tlv_besluit))?;
        bepalingen::double(&self.bepalingen).map_or(Ok(()), |double| {
            Err(CorpusError::Unused { bestand: "bepalingen".to_owned(), naam: double.naam.clone() })
        })
    }

    /// Every rule, in the order of the public contract.
    pub fn regels(&self) -> Vec<Regelkaart<'_>> {
        self.regels.kaarten()
    }

    /// One rule, by its name.
    pub fn regel(&self, naam: &str) -> Option<Regelkaart<'_>> {
        self.regels.kaart(naam)
    }

    /// The Algemene termijnenwet in force on a day.
    pub fn termijnenwet(&self, on: Date) -> Option<&Termijnenwet> {
        let (stand, _, wet) = self.termijnenwet.at(on);
        (stand == Geldend::InForce).then_some(wet)
    }

    /// The version nearest to a day: rules that are not in force are worked out with it and thrown away.
    pub(crate) fn termijnenwet_near(&self, on: Date) -> &Termijnenwet {
        self.termijnenwet.at(on).2
    }

    /// A figure of law on a day, by its name (`aanmelding.termijn_vooraf`).
    pub fn parameter(&self, naam: &str, on: Date) -> Result<&Parameter, ParameterFout> {
        let owned = || naam.to_owned();
        let line = self.parameters.get(naam).ok_or_else(|| ParameterFout::Onbekend { naam: owned() })?;
        match line.at(on) {
            (Geldend::InForce, _, parameter) => Ok(parameter),
            (Geldend::NotYet, periode, _) => {
                Err(ParameterFout::NogNietGeldig { naam: owned(), vanaf: periode.valid_from })
            }
            (Geldend::Ended, periode, _) => {
                Err(ParameterFout::Beeindigd { naam: owned(), sinds: periode.valid_to.unwrap_or(on) })
            }
        }
    }

    /// Every figure of law that holds on a day, by name.
    pub fn parameters(&self, on: Date) -> impl Iterator<Item = &Parameter> {
        self.parameters.values().filter_map(move |line| match line.at(on) {
            (Geldend::InForce, _, parameter) => Some(parameter),
            (Geldend::NotYet | Geldend::Ended, _, _) => None,
        })
    }

    /// The last day of the term that a figure of law names, counted from the day after `after`; `None` past the
    /// calendar, or when the figure counts no time. A term that stands in a law moves past weekends and
    /// holidays (Algemene termijnenwet); one of a commission or policy does not.
    pub fn termijn(&self, naam: &str, after: Date, on: Date) -> Result<Option<Date>, ParameterFout> {
        let parameter = self.parameter(naam, on)?;
        let Waarde::Getal(aantal) = parameter.waarde else {
            return Ok(None);
        };
        let aantal = i32::try_from(aantal).ok();
        let end = aantal.and_then(|aantal| Some((aantal, length_after(after, aantal, parameter.eenheid)?)));
        let is_law = !parameter.bron.vindplaats.bwb.is_empty();
        Ok(match (end, self.termijnenwet(on)) {
            (Some((aantal, end)), Some(wet)) if is_law => wet.roll(end, aantal, parameter.eenheid),
            (end, _) => end.map(|(_, end)| end),
        })
    }

    /// What the law asks under this name in a sector on a day; `None` where it asks nothing of the kind.
    pub fn bepaling(&self, naam: &str, sector: Sector, on: Date) -> Option<&Bepaling> {
        self.bepalingen
            .iter()
            .find(|b| b.naam == naam && b.sectoren.contains(&sector) && b.periode.contains(on))
    }

    /// The same in whatever act has it: where it stands, for who asks it in a sector of which the law does not.
    pub fn bepaling_ergens(&self, naam: &str, on: Date) -> Option<&Bepaling> {
        self.bepalingen.iter().find(|b| b.naam == naam && b.periode.contains(on))
    }

    /// The law of a sector has this duty or right on a day.
    pub fn eist(&self, plicht: Plicht, sector: Sector, on: Date) -> bool {
        self.bepaling(plicht.code(), sector, on).is_some()
    }

    /// The law has this duty or right at a school of a kind on a day.
    pub fn eist_bij(&self, plicht: Plicht, school: IngeschrevenSoort, on: Date) -> bool {
        let rows = self.bepalingen.iter().filter(|b| b.naam == plicht.code() && b.periode.contains(on));
        let mut own = rows.filter(|b| b.sectoren.contains(&school.sector()));
        own.any(|b| b.scholen.is_empty() || b.scholen.contains(&school))
    }

    /// Which of these figures is of a kind of school: the one that names it, or else one that names no kind; none where the law has no
    /// such figure for it. The dates of the figure are another question.
    pub fn cijfer_bij<'n>(&self, namen: &[&'n str], school: IngeschrevenSoort) -> Option<&'n str> {
        let versions = |naam: &str| self.parameters.get(naam).into_iter().flat_map(Tijdlijn::iter);
        let names = |naam: &&&str| versions(naam).any(|(_, figure)| figure.scholen.contains(&school));
        let of_all = |naam: &&&str| versions(naam).any(|(_, figure)| figure.scholen.is_empty());
        namen.iter().find(names).or_else(|| namen.iter().find(of_all)).copied()
    }

    /// The exceptions to the duty to find another school, for a sector on a day.
    pub fn gronden_weigering(&self, sector: Sector, on: Date) -> impl Iterator<Item = &Weigeringsgrond> {
        let holds =
            move |grond: &&Weigeringsgrond| grond.sectoren.contains(&sector) && grond.periode.contains(on);
        self.gronden_weigering.iter().filter(holds)
    }

    /// Why a school takes a pupil off its list, on a day.
    pub fn gronden_uitschrijving(&self, on: Date) -> impl Iterator<Item = &Uitschrijfgrond> {
        self.gronden_uitschrijving.iter().filter(move |grond| grond.periode.contains(on))
    }

    /// What a complete request for a toelaatbaarheidsverklaring holds, in the order of the form.
    pub fn eisen_tlv_aanvraag(&self, soort: TlvSoort, on: Date) -> impl Iterator<Item = &Eis> {
        eisen(&self.eisen_tlv_aanvraag, soort, on)
    }

    /// What a lawful decision on a toelaatbaarheidsverklaring holds.
    pub fn eisen_tlv_besluit(&self, soort: TlvSoort, on: Date) -> impl Iterator<Item = &Eis> {
        eisen(&self.eisen_tlv_besluit, soort, on)
    }

    /// Law that is expected and not in force.
    pub fn verwacht(&self) -> &[Verwacht] {
        &self.verwacht
    }
}

fn eisen(list: &[Eis], soort: TlvSoort, on: Date) -> impl Iterator<Item = &Eis> {
    list.iter().filter(move |eis| eis.voor.contains(&soort) && eis.periode.contains(on))
}

fn read_termijnenwet(files: &[(&str, &str)]) -> Result<Tijdlijn<Termijnenwet>, CorpusError> {
    let versions = in_folder(files, "termijnen/")
        .map(|(path, text)| Termijnenwet::read(path, text))
        .collect::<Result<_, _>>()?;
    timeline("termijnen", versions)
}

type Reader<T> = fn(&str, &str) -> Result<Vec<T>, CorpusError>;

/// What every file whose path starts so holds; at least one file has to be there.
fn read_all<T>(files: &[(&str, &str)], start: &str, reader: Reader<T>) -> Result<Vec<T>, CorpusError> {
    let mut all = Vec::new();
    for (path, text) in in_folder(files, start) {
        all.extend(reader(path, text)?);
    }
    if all.is_empty() { Err(CorpusError::Missing { naam: start.to_owned() }) } else { Ok(all) }
}

fn read_parameters(files: &[(&str, &str)]) -> Result<BTreeMap<String, Tijdlijn<Parameter>>, CorpusError> {
    let mut by_name: BTreeMap<String, Vec<(Periode, Parameter)>> = BTreeMap::new();
    for parameter in read_all(files, "parameters/", lijsten::parameters)? {
        let periode = Periode { valid_from: parameter.valid_from, valid_to: parameter.valid_to };
        by_name.entry(parameter.naam.clone()).or_default().push((periode, parameter));
    }
    by_name.into_iter().map(|(naam, versions)| Ok((naam.clone(), timeline(&naam, versions)?))).collect()
}
