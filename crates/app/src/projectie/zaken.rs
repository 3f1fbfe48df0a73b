//! The registrations and requests of a file as a list tells of them to those who may know of them.

use base::{Date, Vestigingscode};
use dossier::Dossier;
use dossier::beurt::Onderwerp;
use dossier::staat::{Aanmelding, TlvAanvraag, TlvFase};

/// What a list tells of one case.
pub(super) struct Zaak {
    pub(super) onderwerp: Onderwerp,
    /// Phase, a code of the core; `None` where it says no more than the file itself.
    pub(super) fase: Option<&'static str>,
    /// The school that holds it, while a registration runs.
    pub(super) vestiging: Option<Vestigingscode>,
    /// Day of receipt of a registration.
    pub(super) aangemeld_op: Option<Date>,
    /// Its phase says nothing of a child that is at a school.
    pub(super) zwijgt_op_school: bool,
}

/// Registrations and requests in the order in which one of them is the phase by which a list shows a file: the
/// request that runs, else the registration that runs, else the request that was decided; a registration that has
/// ended says something only of a child that is at no school.
pub(super) fn cases(dossier: &Dossier, on: Date) -> Vec<Zaak> {
    let silent = dossier.overleden_op.is_some();
    let runs =
        |aanvraag: &&TlvAanvraag| aanvraag.fase().is_in_behandeling() || aanvraag.fase() == TlvFase::Gestart;
    let requests = dossier.aanvragen.iter().rev().filter(|aanvraag| !dossier.is_blijven_liggen(aanvraag, on));
    let (running, decided): (Vec<_>, Vec<_>) = requests.partition(runs);
    let (open, ended): (Vec<_>, Vec<_>) = dossier.aanmeldingen.iter().rev().partition(|a| a.afloop.is_none());
    let of_request = |aanvraag: &&TlvAanvraag| Zaak {
        fase: (!silent).then(|| aanvraag.fase().code()),
        ..case(Onderwerp::Aanvraag(aanvraag.nr))
    };
    let of_registration = |aanmelding: &&Aanmelding, ended: bool| Zaak {
        zwijgt_op_school: ended,
        fase: (!silent).then(|| aanmelding.fase().code()),
        vestiging: aanmelding.afloop.is_none().then(|| aanmelding.vestiging.clone()),
        aangemeld_op: Some(aanmelding.ontvangen_op),
        ..case(Onderwerp::Aanmelding(aanmelding.nr))
    };
    running
        .iter()
        .map(of_request)
        .chain(open.iter().map(|aanmelding| of_registration(aanmelding, false)))
        .chain(decided.iter().map(of_request))
        .chain(ended.iter().map(|aanmelding| of_registration(aanmelding, true)))
        .collect()
}

fn case(onderwerp: Onderwerp) -> Zaak {
    Zaak { onderwerp, fase: None, vestiging: None, aangemeld_op: None, zwijgt_op_school: false }
}
