//! One child has one file at a school: that is asked where a file is opened, and where who it is of is said anew.

use base::naam;
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::opdracht::{OntvangNummer, VerbindPersoon};
use dossier::opdracht::Opdracht;
use dossier::staat::{Adres, Dossier, Persoon};
use dossier::tlv::identiteit::{Identiteit, VerbeterKind};
use dossier::{Refusal, Rol};
use storage::queries::{DossierFilter, DossierQuery, DossierSort};
use storage::{Direction, DossierRij, Page, Scope};

use crate::geopend::Geopend;
use crate::lijsten::GezochtKind;
use crate::{App, AppError, lijsten};

/// Files that are looked through at a time for a number.
const AT_ONCE: u32 = 200;

/// Who the file would be of by an act that says so anew, with why.
fn said_anew(opdracht: &Opdracht) -> Option<(Identiteit, &str)> {
    let opened = |act: &OpenDossier| Identiteit {
        roepnaam: act.roepnaam.clone(),
        voorvoegsel: act.voorvoegsel.clone(),
        achternaam: act.achternaam.clone(),
        geboortedatum: act.geboortedatum,
    };
    if let Opdracht::VerbeterKind(act) = opdracht {
        let VerbeterKind { roepnaam, voorvoegsel, achternaam, geboortedatum, waarom, .. } = act;
        let [roepnaam, voorvoegsel, achternaam] = [roepnaam, voorvoegsel, achternaam].map(Clone::clone);
        let kind = Identiteit { roepnaam, voorvoegsel, achternaam, geboortedatum: *geboortedatum };
        return Some((kind, waarom));
    }
    let Opdracht::Corrigeer(correction) = opdracht else { return None };
    let Opdracht::OpenDossier(act) = correction.nieuw.as_deref()? else { return None };
    Some((opened(act), &correction.waarom))
}

/// Children with one given name that are looked at for one home: a school has a handful.
const OF_ONE_NAME: u32 = 40;

/// The number of a house in a street and number, with what belongs to it.
fn house(straat: &str) -> String {
    let words = naam::normalise(straat);
    let from = words.split(' ').position(|word| word.starts_with(|ch: char| ch.is_ascii_digit()));
    from.map(|from| words.split(' ').skip(from).collect()).unwrap_or_default()
}

/// Two addresses that are one, however the street is written.
fn is_one_home(one: &Adres, other: &Adres) -> bool {
    let known = one.postcode.is_some() && !house(&one.straat).is_empty();
    known && one.postcode == other.postcode && house(&one.straat) == house(&other.straat)
}

/// Two names that may be of one parent: the same but for a slip, or one surname and one first letter.
pub(crate) fn may_be_one_parent(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(naam::zonder_aanspreking);
    let whole = |name: &str| naam::normalise(name).contains(' ');
    let first = |name: &str| naam::normalise(name).chars().next();
    let last = |name: &str| naam::normalise(name).rsplit(' ').next().unwrap_or_default().to_owned();
    // Parents of one surname are told apart by an initial: another one is no slip.
    let surname = naam::is_near(one, other) || last(one) == last(other);
    whole(one) && whole(other) && first(one) == first(other) && surname
}

impl App {
    /// Adds children of one day of birth, or with one given name, who live at the same address or have the same parents: what is in
    /// no list stands in their files.
    pub(crate) async fn add_of_one_home(
        &self,
        scope: &Scope,
        (gezocht, of_one_day): (&GezochtKind<'_>, Vec<DossierRij>),
        found: &mut Vec<DossierRij>,
    ) -> Result<(), AppError> {
        let given = |name: &str| naam::normalise(name).split(' ').next().unwrap_or_default().to_owned();
        let (called, born) = (given(gezocht.naam), gezocht.geboortedatum);
        let query = DossierQuery {
            scope: scope.clone(),
            filter: DossierFilter { zoek: Some(called.clone()), ..DossierFilter::default() },
            sort: DossierSort::default(),
            direction: Direction::default(),
            page: Page { offset: 0, limit: OF_ONE_NAME },
        };
        let of_one_name = self.storage.dossiers(&query).await?.rows.into_iter().map(|row| row.dossier);
        let mut candidates: Vec<DossierRij> = of_one_day;
        candidates.extend(of_one_name.filter(|row| given(&row.weergavenaam) == called));
        for row in candidates {
            let near = row.geboortedatum == Some(born) || given(&row.weergavenaam) == called;
            if !near || found.iter().any(|known| known.dossier == row.dossier) {
                continue;
            }
            if let Some(other) = self.load_dossier(&row.dossier).await?
                && is_of_one_home(&other, gezocht)
            {
                found.push(row);
            }
        }
        Ok(())
    }
}

fn is_of_one_home(other: &Dossier, gezocht: &GezochtKind<'_>) -> bool {
    let home = other.leerling.as_ref().is_some_and(|child| is_one_home(&child.adres, gezocht.adres));
    let parent = |known: &Persoon| gezocht.ouders.iter().any(|asked| may_be_one_parent(asked, &known.naam));
    home || other.personen.iter().any(parent)
}

impl Geopend {
    /// One person who is typed twice is two, each waited for: who stands around the child already is not added again.
    pub(crate) fn refuse_known_person(&self, person: &VerbindPersoon) -> Result<(), AppError> {
        let key = |name: &str| naam::key(naam::zonder_aanspreking(name));
        let mut there = self.dossier.personen_op(self.moment.vandaag);
        let same = there.any(|known| !key(&person.naam).is_empty() && key(&known.naam) == key(&person.naam));
        if !same {
            return Ok(());
        }
        let twice = Refusal::field("naam", teksten::leven::staat_al_bij_kind());
        Err(twice.instead(teksten::leven::andere_persoon_anders_schrijven()).into())
    }

    /// Other files that may be of the same child are asked about where its name or date of birth is put right, as where a file is
    /// opened: who says that it is another child, names that file with the reason.
    pub(crate) async fn refuse_double(&self, opdracht: &Opdracht) -> Result<(), AppError> {
        let Some((kind, waarom)) = said_anew(opdracht) else { return Ok(()) };
        let was = self.dossier.leerling.as_ref().map(Identiteit::from);
        let same = |was: Identiteit| {
            naam::is_same(&was.naam(), &kind.naam()) && was.geboortedatum == kind.geboortedatum
        };
        if was.is_some_and(same) {
            return Ok(());
        }
        let ouders: Vec<String> =
            self.dossier.personen_op(self.moment.vandaag).map(|persoon| persoon.naam.clone()).collect();
        let straat = self.dossier.leerling.as_ref().map(|child| child.adres.clone()).unwrap_or_default();
        let gezocht = GezochtKind {
            naam: &kind.naam(),
            geboortedatum: kind.geboortedatum,
            ouders: &ouders,
            adres: &straat,
        };
        let doubles = self.app.mogelijk_dubbel(&self.kijker, self.moment, &gezocht).await?;
        let asked = doubles
            .iter()
            .find(|row| row.dossier != self.dossier.nummer && !waarom.contains(row.dossier.as_str()));
        let Some(double) = asked else { return Ok(()) };
        let dossier = double.dossier.to_string();
        let exactly = lijsten::is_child(double, &kind.naam(), kind.geboortedatum);
        let refusal =
            Refusal::new("mogelijk_dubbel", teksten::beheer::MogelijkDubbel { dossier: &dossier }.tekst());
        // Two children of one name and one day are one child, until somebody says which file is of which.
        let instead = if exactly {
            teksten::beheer::zelfde_kind_dossier_openen()
        } else {
            teksten::beheer::nummer_bij_waarom()
        };
        Err(refusal.instead(instead).into())
    }

    /// A persoonsgebonden nummer is of one person: it stands in one file of a school. A number is in no list, so that the files
    /// themselves are looked through; who does this reads them all.
    pub(crate) async fn refuse_known_number(&self, received: &OntvangNummer) -> Result<(), AppError> {
        let Some(scope) = self.app.scope_of(&self.kijker, self.moment) else { return Ok(()) };
        if self.kijker.actor.rol != Rol::Ib {
            return Ok(());
        }
        let mut offset = 0;
        loop {
            let query = DossierQuery {
                scope: scope.clone(),
                filter: DossierFilter::default(),
                sort: DossierSort::default(),
                direction: Direction::default(),
                page: Page { offset, limit: AT_ONCE },
            };
            let found = self.app.storage.dossiers(&query).await?.rows;
            for row in &found {
                self.refuse_number_in(&row.dossier.dossier, received).await?;
            }
            if found.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
                return Ok(());
            }
            offset = offset.saturating_add(AT_ONCE.into());
        }
    }

    async fn refuse_number_in(
        &self,
        nummer: &base::DossierNummer,
        received: &OntvangNummer,
    ) -> Result<(), AppError> {
        if *nummer == self.dossier.nummer {
            return Ok(());
        }
        let other: Option<Dossier> = self.app.load_dossier(nummer).await?;
        let own = &self.kijker.actor.organisatie;
        if other.is_none_or(|other| !other.heeft_nummer(&received.pgn, own)) {
            return Ok(());
        }
        let dossier = nummer.to_string();
        Err(Refusal::field("pgn", teksten::beheer::NummerInDossier { dossier: &dossier }.tekst())
            .instead(teksten::beheer::nummer_nakijken())
            .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_written_in_many_ways_and_a_house_has_one_number() {
        let at = |straat: &str| Adres {
            straat: straat.to_owned(),
            postcode: "9921AX".parse().ok(),
            ..Adres::default()
        };
        assert!(is_one_home(&at("Snavelstraat 3"), &at("Snavelstr. 3")));
        assert!(is_one_home(&at("Snavelstraat 3-a"), &at("Snavelstraat 3 A")));
        assert!(!is_one_home(&at("Snavelstraat 3"), &at("Snavelstraat 33")));
        assert!(!is_one_home(&at("Snavelstraat"), &at("Snavelstraat")), "no number is no home");
    }

    #[test]
    fn a_parent_may_be_written_otherwise_and_a_surname_alone_says_nothing() {
        assert!(may_be_one_parent("mevrouw O. IJsbeer", "mw. Odette IJsbeer"));
        assert!(may_be_one_parent("Odette IJsbeer", "Odete IJsbeer"));
        assert!(!may_be_one_parent("O. IJsbeer", "B. IJsbeer"));
        assert!(!may_be_one_parent("IJsbeer", "IJsbeer"));
    }
}
