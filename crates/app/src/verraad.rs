//! By which words somebody finds where a child is, in every way in which they are written. Reasons that are released for a parent from whom the
//! places are secret hold none of them: what whoever writes reads of the file is looked for when the text is released, and the rest when it is shown or
//! printed. So a refusal says no more than its reader knows. No list knows every bus stop.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, Organisatiesoort, naam};
use dossier::Dossier;
use dossier::staat::{Adres, Leerling};

use crate::brieven::{carers, cares, places_of, surname, with_street, written_postcode};
use crate::{App, AppError, Moment, geheim};

/// Words in names of organisations, and of whom to call there, that name none.
const ALGEMEEN: [&str; 68] = [
    "basisschool",
    "school",
    "scholen",
    "sbo",
    "so",
    "vso",
    "bs",
    "obs",
    "cbs",
    "rkbs",
    "po",
    "vo",
    "swv",
    "de",
    "het",
    "een",
    "college",
    "lyceum",
    "praktijkschool",
    "praktijkonderwijs",
    "speciaal",
    "speciale",
    "openbaar",
    "openbare",
    "bijzonder",
    "christelijk",
    "christelijke",
    "katholiek",
    "katholieke",
    "protestants",
    "locatie",
    "stichting",
    "vereniging",
    "bestuur",
    "bevoegd",
    "gezag",
    "samenwerkingsverband",
    "passend",
    "onderwijs",
    "primair",
    "voortgezet",
    "gemeente",
    "regio",
    "kind",
    "kinderen",
    "leerling",
    "leerlingen",
    "ouders",
    "leren",
    "samen",
    "groep",
    "voor",
    "van",
    "en",
    "in",
    "op",
    "te",
    "met",
    "mevrouw",
    "mevr",
    "mw",
    "heer",
    "meneer",
    "dhr",
    "mr",
    "juf",
    "meester",
    "telefoon",
];
/// From so many letters on a word tells what begins with it too: `Merelwolds centrum`, `de Regenboogschool`.
const BEGINT: usize = 5;
/// From so many also what holds it.
const STAAT_ERIN: usize = 7;
/// What a shorter one may end in.
const UITGANGEN: [&str; 3] = ["", "s", "se"];
/// A number of fewer figures is no telephone.
const CIJFERS: usize = 6;
/// Figures of a postcode that are read as a year.
const JAREN: std::ops::RangeInclusive<u32> = 1990..=2060;

/// What leads somebody to a place of a child.
#[derive(Debug, Default)]
pub(crate) struct Verraad(Vec<Woord>);

/// One name, as it is compared.
#[derive(Debug)]
struct Woord {
    /// Without spaces, accents and capitals.
    key: String,
    /// It is written as several words, so that several can be it.
    meer: bool,
    /// Only where it is written with a capital: it can be an ordinary word.
    hoofdletter: bool,
}

/// A word of a text, and where it stands.
struct Teken {
    van: usize,
    tot: usize,
    key: String,
}

fn tekens(text: &str) -> Vec<Teken> {
    let mut found: Vec<Teken> = Vec::new();
    let mut begins = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, letter) in ends {
        match (letter.is_some_and(char::is_alphanumeric), begins) {
            (true, None) => begins = Some(at),
            (false, Some(van)) => {
                let key = text.get(van..at).map(naam::key).unwrap_or_default();
                found.push(Teken { van, tot: at, key });
                begins = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    found
}

impl Woord {
    /// The words of a text, from one of them on, in which it stands.
    fn staat_op(&self, text: &str, from: &[Teken]) -> Option<usize> {
        let first = from.first()?;
        let capital =
            text.get(first.van..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
        if self.hoofdletter && !capital {
            return None;
        }
        if self.key.chars().count() >= STAAT_ERIN && first.key.contains(&self.key) {
            return Some(1);
        }
        let mut rest = self.key.as_str();
        for (at, token) in from.iter().enumerate() {
            if let Some(tail) = token.key.strip_prefix(rest) {
                let whole = UITGANGEN.contains(&tail) || self.key.chars().count() >= BEGINT;
                return (whole && self.is_een_naam(text, from.get(..=at)?)).then_some(at + 1);
            }
            rest = rest.strip_prefix(token.key.as_str())?;
        }
        None
    }

    /// These words are one name: it has several, or they are one that somebody wrote apart.
    fn is_een_naam(&self, text: &str, words: &[Teken]) -> bool {
        let gap = |pair: &[Teken]| match pair {
            [one, next] => text.get(one.tot..next.van).is_some_and(|gap| gap.contains(char::is_whitespace)),
            _ => false,
        };
        let spelled = words.iter().all(|word| word.key.chars().count() == 1);
        self.meer || spelled || !words.windows(2).any(gap)
    }
}

impl Verraad {
    fn add(&mut self, text: &str, hoofdletter: bool) {
        let (key, words) = (naam::key(text), naam::normalise(text));
        let letters = key.chars().count();
        let tells = key.chars().any(char::is_alphabetic) || letters >= CIJFERS;
        if letters >= 2 && tells {
            self.0.push(Woord { key, meer: words.contains(' '), hoofdletter });
        }
    }

    /// A place, a street, a telephone or a code, however it is written.
    fn plaats(&mut self, text: &str) {
        self.add(text, false);
    }

    /// One word that can be an ordinary one.
    fn deel(&mut self, word: &str) {
        self.add(word, naam::key(word).chars().count() < BEGINT);
    }

    /// An organisation: its whole name, what is left of it without its first words, and each word by which one knows which it is.
    fn organisatie(&mut self, text: &str) {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_own = |word: &&&str| !ALGEMEEN.contains(&word.to_lowercase().as_str());
        if words.iter().filter(is_own).count() == 0 {
            return;
        }
        for from in 0..words.len() {
            let rest = words.get(from..).unwrap_or_default();
            if rest.len() > 1 && rest.iter().any(|word| is_own(&word)) {
                self.plaats(&rest.join(" "));
            }
        }
        words.iter().filter(is_own).for_each(|word| self.deel(word));
    }

    /// A municipality, with and without that word.
    fn gemeente(&mut self, text: &str) {
        self.plaats(text);
        let bare = text.trim().get(..9).filter(|begin| begin.eq_ignore_ascii_case("gemeente "));
        self.plaats(bare.and_then(|_| text.trim().get(9..)).unwrap_or_default());
    }

    fn postcode(&mut self, postcode: &base::Postcode) {
        self.plaats(&written_postcode(postcode));
        let figures = postcode.pc4();
        if figures.parse().is_ok_and(|number: u32| !JAREN.contains(&number)) {
            self.0.push(Woord { key: figures.to_owned(), meer: false, hoofdletter: false });
        }
    }

    fn adres(&mut self, adres: &Adres) {
        for line in with_street(&adres.straat) {
            self.plaats(&line);
        }
        self.plaats(&adres.plaats);
        adres.postcode.iter().for_each(|postcode| self.postcode(postcode));
    }

    /// Somebody, by the whole name and by the surname, unless that is one of the family of the child too.
    fn mens(&mut self, text: &str, familie: &BTreeSet<String>) {
        let bare = naam::zonder_aanspreking(text);
        self.plaats(text);
        self.plaats(bare);
        let surname = surname(bare);
        let last = surname.split_whitespace().last().unwrap_or_default().to_owned();
        for name in [surname, last] {
            if naam::normalise(&name).split(' ').all(|word| !familie.contains(word)) {
                self.deel(&name);
            }
        }
    }

    /// The first of them in a text, as it is written there.
    pub(crate) fn woord_in(&self, text: &str) -> Option<String> {
        let words = tekens(text);
        (0..words.len()).find_map(|at| {
            let from = words.get(at..)?;
            let long = self.0.iter().filter_map(|woord| woord.staat_op(text, from)).max()?;
            let (first, last) = (from.first()?, from.get(long - 1)?);
            text.get(first.van..last.tot).map(str::to_owned)
        })
    }
}

/// Every word of the names of the child and of who is of the family without caring for it in another's place.
fn familie(dossier: &Dossier) -> BTreeSet<String> {
    let kin = dossier.personen.iter().filter(|persoon| !cares(persoon.relatie));
    let names = kin.map(|persoon| persoon.naam.clone()).chain(dossier.leerling.iter().map(Leerling::naam));
    names.flat_map(|name| naam::normalise(&name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

impl App {
    /// What leads the person with this number to a place of the child, as far as this file and the registers tell it.
    pub(crate) async fn verraad(
        &self,
        dossier: &Dossier,
        nr: u32,
        moment: Moment,
    ) -> Result<Verraad, AppError> {
        let on = moment.vandaag;
        let mut found = Verraad::default();
        let familie = familie(dossier);
        carers(dossier, Some(nr)).for_each(|(name, _)| found.mens(&name, &familie));
        for name in self.wie_er_werkt(dossier).await? {
            found.mens(&name, &familie);
        }
        dossier.schoolnamen().iter().for_each(|name| found.organisatie(name));
        dossier.gemeentenamen().iter().for_each(|name| found.gemeente(name));
        if let Some(leerling) = &dossier.leerling {
            found.adres(&leerling.adres);
            self.om_het_huis(&leerling.adres, on, &mut found).await?;
        }
        let own = |id: &OrganisatieId| id.swv().is_some_and(|swv| dossier.kent_verband_zelf(Some(nr), &swv));
        for organisatie in geheim::plaatsen(dossier, Some(nr)).into_iter().filter(|id| !own(id)) {
            self.om_de_organisatie(&organisatie, on, &mut found).await?;
        }
        Ok(found)
    }

    /// Who wrote in the file for their work: whoever looks them up finds where the child is.
    async fn wie_er_werkt(&self, dossier: &Dossier) -> Result<BTreeSet<String>, AppError> {
        let family = |organisatie: &OrganisatieId| organisatie.kind() == Organisatiesoort::Gezin;
        let feiten = dossier.feiten.iter().filter(|feit| !family(&feit.actor.organisatie));
        let working: BTreeSet<_> = feiten.map(|feit| feit.actor.persoon.clone()).collect();
        let mut found = BTreeSet::new();
        for persoon in working {
            found.extend(self.storage.account(&persoon).await?.map(|account| account.naam));
        }
        Ok(found)
    }

    async fn om_het_huis(&self, adres: &Adres, on: Date, found: &mut Verraad) -> Result<(), AppError> {
        if let Some(gemeente) = &adres.gemeente {
            self.gemeente_in(gemeente, on, found).await?;
        }
        let area = match &adres.postcode {
            Some(postcode) => self.postcodegebied(postcode, on).await?,
            None => None,
        };
        if let Some(area) = area {
            found.plaats(&area.plaats);
            found.gemeente(&area.gemeentenaam);
        }
        Ok(())
    }

    /// A school with where it stands and its board, or a partnership.
    async fn om_de_organisatie(
        &self,
        organisatie: &OrganisatieId,
        on: Date,
        found: &mut Verraad,
    ) -> Result<(), AppError> {
        found.plaats(organisatie.code());
        found.organisatie(&self.organisatie_naam(organisatie, on).await?);
        if let Some(swv) = organisatie.swv() {
            let beleid = self.beleid(&swv).await?;
            beleid.postadres.split(',').flat_map(with_street).for_each(|line| found.plaats(&line));
            for reached in [beleid.telefoon_loket.as_str()].into_iter().chain(beleid.steunpunt.split(',')) {
                found.plaats(reached);
            }
        }
        let Some(vestiging) = organisatie.vestiging() else { return Ok(()) };
        let Some(school) = self.school(&vestiging, on).await? else { return Ok(()) };
        found.organisatie(&school.naam);
        for place in places_of(&school) {
            found.plaats(&place);
        }
        school.postcode.iter().for_each(|postcode| found.postcode(postcode));
        if let Some(bestuur) = &school.bestuur {
            found.plaats(bestuur.as_str());
            found.organisatie(&self.organisatie_naam(&bestuur.organisatie(), on).await?);
        }
        if let Some(gemeente) = &school.gemeente {
            self.gemeente_in(gemeente, on, found).await?;
        }
        Ok(())
    }

    async fn gemeente_in(
        &self,
        gemeente: &base::Gemeentecode,
        on: Date,
        found: &mut Verraad,
    ) -> Result<(), AppError> {
        if let Ok(organisatie) = format!("gemeente/{gemeente}").parse() {
            found.gemeente(&self.organisatie_naam(&organisatie, on).await?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verraad() -> Verraad {
        let mut found = Verraad::default();
        found.adres(&Adres {
            straat: "Vluchtpad 3".to_owned(),
            plaats: "Merelwold".to_owned(),
            ..Adres::of_postcode("9908AB".parse().unwrap())
        });
        found.gemeente("gemeente Wolkendijk");
        found.organisatie("Openbaar onderwijs Wolkenveld");
        found.organisatie("Samenwerkingsverband Ochtendwold primair onderwijs");
        found.organisatie("Basisschool De Brug");
        found.plaats("Zeist");
        found.organisatie("mevrouw B. Baars, 000-0000002");
        found.plaats("0591-123456");
        let familie = BTreeSet::from(["sam".to_owned(), "zonnevis".to_owned()]);
        found.mens("mevrouw O. Grootmoeder", &familie);
        found.mens("M. van der Lijster", &familie);
        found.mens("K. Bos", &familie);
        found.mens("mevrouw R. Zonnevis", &familie);
        found
    }

    #[test]
    fn what_is_secret_is_found_however_it_is_written() {
        let verraad = verraad();
        for (text, word) in [
            ("Het woont op 9908 AB.", "9908 AB"),
            ("Het woont op 9908ab.", "9908ab"),
            ("In 9908 is plaats.", "9908"),
            ("Bij het Vluchtpad.", "Vluchtpad"),
            ("Bij het vlucht-pad.", "vlucht-pad"),
            ("M e r e l w o l d", "M e r e l w o l d"),
            ("Merelwolds centrum", "Merelwolds"),
            ("de Merelwoldse weg", "Merelwoldse"),
            ("Gemeente Wolkendijk vroeg ons te wachten.", "Gemeente Wolkendijk"),
            ("In wolkendijk.", "wolkendijk"),
            ("van het wolkenveld", "wolkenveld"),
            ("samenwerkingsverband Ochtendwold", "Ochtendwold"),
            ("in de klas van de brug", "de brug"),
            ("Op De Brugschool.", "De Brugschool"),
            ("bij Brug", "Brug"),
            ("Zij belde 0591 12 34 56.", "0591 12 34 56"),
            ("met mevrouw Grootmoeder", "Grootmoeder"),
            ("met juf lijster", "lijster"),
            ("de Lijsters groep", "Lijsters"),
            ("meester Bos", "Bos"),
            ("mevrouw Baars belde", "Baars"),
            ("Mérelwold", "Mérelwold"),
        ] {
            assert_eq!(verraad.woord_in(text).as_deref(), Some(word), "{text}");
        }
    }

    #[test]
    fn what_leads_to_no_place_is_found_nowhere() {
        let verraad = verraad();
        for text in [
            "Het onderzoek van Sam Zonnevis duurt langer dan wij dachten: ze is te kort hier.",
            "Openbaar onderwijs is er voor elk kind, ook in het bos, over een brug.",
            "Mevrouw en meneer kwamen samen naar de school.",
            "Het samenwerkingsverband vraagt passend onderwijs voor 2026.",
            "",
        ] {
            assert_eq!(verraad.woord_in(text), None, "{text}");
        }
    }
}
