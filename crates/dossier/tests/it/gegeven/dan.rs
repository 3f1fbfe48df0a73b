//! Then: whose turn it is, who reads what, and where a case stands, as a test says it.

use std::sync::LazyLock;

use base::Date;
use dossier::Actor;
use dossier::toegang::{Deel, Kijker, Matrix};

use super::wereld::d;
use super::zaak::Zaak;

/// A turn: what has to be done, by which role, at which organisation, and the last day, where there is one.
pub(crate) type Beurt<'a> = (&'a str, &'a str, &'a str, &'a str);

/// The access matrix, loaded once.
pub(crate) fn matrix() -> &'static Matrix {
    static MATRIX: LazyLock<Matrix> = LazyLock::new(|| Matrix::load().expect("the matrix loads"));
    &MATRIX
}

impl Zaak {
    /// The turns that are open today, earliest first; an empty last day is none.
    #[track_caller]
    pub(crate) fn dan_is_aan_zet(&self, expected: &[Beurt<'_>]) -> &Self {
        let open = self.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(self.vandaag));
        let found: Vec<(String, String, String, String)> = open
            .map(|beurt| {
                let last = beurt.uiterlijk.map(|day| day.to_string()).unwrap_or_default();
                (beurt.zet.code().into(), beurt.rol.code().into(), beurt.organisatie.to_string(), last)
            })
            .collect();
        let expected: Vec<(String, String, String, String)> = expected
            .iter()
            .map(|(zet, rol, organisatie, last)| {
                ((*zet).to_owned(), (*rol).to_owned(), (*organisatie).to_owned(), (*last).to_owned())
            })
            .collect();
        assert_eq!(found, expected, "on {}", self.vandaag);
        self
    }

    /// Every case with its phase, in the order of the file.
    #[track_caller]
    pub(crate) fn dan_staat(&self, expected: &[(&str, &str)]) -> &Self {
        let registrations =
            self.dossier.aanmeldingen.iter().map(|a| (format!("aanmelding-{}", a.nr), a.fase().code()));
        let removals =
            self.dossier.verwijderingen.iter().map(|v| (format!("verwijdering-{}", v.nr), v.fase().code()));
        let requests = self.dossier.aanvragen.iter().map(|a| (format!("aanvraag-{}", a.nr), a.fase().code()));
        let found: Vec<(String, &str)> = registrations.chain(removals).chain(requests).collect();
        let expected: Vec<(String, &str)> =
            expected.iter().map(|(zaak, fase)| ((*zaak).to_owned(), *fase)).collect();
        assert_eq!(found, expected);
        self
    }

    /// The events of the last command, by name.
    #[track_caller]
    pub(crate) fn dan_is_vastgelegd(&self, expected: &[&str]) -> &Self {
        let found: Vec<&str> = self.nieuw.iter().map(dossier::Gebeurtenis::event_type).collect();
        assert_eq!(found, expected);
        self
    }

    /// The letters for which the last command asks, by name of what asks for them.
    pub(crate) fn brieven_gevraagd(&self) -> Vec<&'static str> {
        dossier::algemeen::verstuurd::te_schrijven(&self.nieuw)
            .iter()
            .map(|told| &told.gebeurtenis)
            .filter(|event| event.brief().is_some())
            .map(dossier::Gebeurtenis::event_type)
            .collect()
    }

    /// The parts of the file that somebody reads today, as `A B C`; `-` for none.
    pub(crate) fn leest(&self, actor: Actor, groep: &str) -> String {
        let kijker = Kijker { actor, groep: groep.into() };
        let delen = matrix().leesbare_delen(&kijker, &self.dossier.betrokkenen(), self.vandaag);
        let codes: Vec<&str> = delen.iter().copied().map(Deel::code).collect();
        if codes.is_empty() { "-".to_owned() } else { codes.join(" ") }
    }

    /// The cases of which somebody may know today.
    pub(crate) fn weet_van(&self, actor: Actor, groep: &str) -> Vec<String> {
        let kijker = Kijker { actor, groep: groep.into() };
        let betrokken = self.dossier.betrokkenen();
        let seen = |onderwerp: &dossier::beurt::Onderwerp| {
            matrix().ziet_zaak(&kijker, &betrokken, *onderwerp, self.vandaag)
        };
        self.dossier.onderwerpen().filter(seen).map(|onderwerp| onderwerp.to_string()).collect()
    }

    /// Where the child is enrolled on a day, by code.
    pub(crate) fn school_op(&self, dag: &str) -> Option<String> {
        self.dossier.inschrijving_op(d(dag)).map(|inschrijving| inschrijving.vestiging.to_string())
    }

    /// Who holds the duty of care on a day.
    pub(crate) fn zorgplicht_op(&self, dag: &str) -> Vec<String> {
        let bij = dossier::aanmelding::opdracht::zorgplicht_bij(&self.dossier, d(dag));
        bij.into_iter().map(|organisatie| organisatie.to_string()).collect()
    }

    /// Last day to decide on the last registration.
    pub(crate) fn beslissen_uiterlijk(&self) -> Option<Date> {
        self.aanmelding().termijn.uitkomst.uiterlijk
    }
}
