//! The pages, one module per group: each handler parses, calls one use case and renders.

mod aanmelden;
mod aanmelding;
mod aantallen;
mod aanvraag;
mod aanvraagregel;
mod account;
mod activeer;
mod adressen;
mod advies;
mod begin;
mod beheer;
mod beleid;
mod berichten;
mod beslisdag;
mod besluit;
mod buiten;
mod code;
mod demo;
mod deskundigen;
mod gezin;
mod gezondheid;
mod inleveren;
mod inloggen;
mod inzagen;
pub(crate) mod kind;
mod kinderen;
mod leven;
mod logboek;
mod loket;
mod mijn;
mod nee;
mod oso;
pub(crate) mod pakket;
mod plan;
mod plek;
mod post;
mod processen;
mod register;
mod rol;
mod scholen;
mod sleutels;
mod toegang;
mod vandaag;
mod verwijdering;
mod wet;
mod woorden;
mod zaak;
mod zoeken;

#[cfg(test)]
pub(crate) mod tests;

use app::concepten::{Formulier, LosFormulier};
use app::geopend::Geopend;
use axum::Router;
use dossier::opdracht::Opdrachtnaam;
use web_base::error::Fout;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

pub(crate) use self::aanvraag::takes_documents;
pub use self::adressen::addresses;
use crate::api::vormen::Zaakvorm;
use crate::weg::concept::Conceptvak;
use crate::weg::werk::Werk;
use crate::weg::{Bijkomend, Los, Vragen};

pub(crate) use self::advies::ADVIEZEN;
pub(crate) use self::beheer::{ACCOUNTS, given_roles, own_account};
pub(crate) use self::beleid::own_swv;
pub(crate) use self::deskundigen::{DESKUNDIGEN, own_experts};
pub(crate) use self::kinderen::KINDEREN;
pub(crate) use self::logboek::LOGBOEK;
pub(crate) use self::loket::AANVRAGEN;
pub(crate) use self::oso::may_take_over;
pub(crate) use self::post::POST;
pub(crate) use self::register::{VERKLARINGEN, VERLENGINGEN, ending, may_renew};
pub(crate) use self::scholen::SCHOLEN;
pub(crate) use self::sleutels::{SLEUTELS, own_keys};
pub(crate) use self::vandaag::{BEURTEN, VAN_ANDEREN, ZONDER_DESKUNDIGE, without_expert};

/// Every process, in the order of their cards on the page of a child.
const PROCESPAGINAS: &[processen::Procespagina] =
    &[leven::PAGINA, aanmelding::PAGINA, plan::PAGINA, aanvraag::PAGINA, verwijdering::PAGINA];

/// What the road of every form is handed: it knows no page.
const BIJKOMEND: Bijkomend = Bijkomend { ernaast: besides, vragen: questions, los: loose_parts };

impl Werk {
    /// Opens a file; not found for whoever may see none of it.
    async fn open(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Self, Fout> {
        Self::met(&BIJKOMEND, state, kijker, nummer).await
    }
}

impl Conceptvak {
    /// The draft of a form for which there is no file.
    fn los(state: &WebState, kijker: &Kijker, formulier: LosFormulier) -> Result<Self, Fout> {
        Self::zonder_dossier(&BIJKOMEND, state, kijker, formulier)
    }

    /// The draft at an address of drafts, for somebody who may send its form.
    async fn at(state: &WebState, kijker: &Kijker, vraag: &Vraag) -> Result<Self, Fout> {
        Self::op_adres(&BIJKOMEND, state, kijker, vraag).await
    }
}

/// What the form of an act asks besides its fields.
pub(crate) fn besides(opdracht: Opdrachtnaam) -> Vec<&'static str> {
    let own = PROCESPAGINAS.iter().flat_map(|proces| proces.ernaast).filter(|(act, _)| *act == opdracht);
    let mut fields: Vec<&'static str> = own.flat_map(|(_, fields)| fields.iter().copied()).collect();
    if opdracht == Opdrachtnaam::Corrigeer {
        fields.extend(leven::verbetervelden());
    }
    fields
}

/// The parts of a form without a file.
pub(crate) fn loose_parts(formulier: LosFormulier) -> &'static [Los] {
    match formulier {
        LosFormulier::Aanmelden(_) => aanmelden::AANMELDEN,
        LosFormulier::Ingeschreven(_) => aanmelden::INGESCHREVEN,
        LosFormulier::Beleid => beleid::LOS,
        // Kept by the page itself, field by field.
        LosFormulier::Disciplines => &[],
    }
}

/// What a form asks that only its file tells, for its draft.
pub(crate) fn questions<'a>(open: &'a Geopend, formulier: &'a Formulier) -> Vragen<'a> {
    Box::pin(async move {
        let Some(nr) = formulier.over().and_then(|nr| u32::try_from(nr).ok()) else { return Ok(Vec::new()) };
        let mut names = Vec::new();
        let asked = PROCESPAGINAS.iter().flat_map(|proces| proces.vragen);
        for (_, vragen) in asked.filter(|(act, _)| *act == formulier.opdracht()) {
            names.extend(vragen(open, nr).await?);
        }
        Ok(names)
    })
}

/// How the cases of every process go over the line, in the order of the core.
pub(crate) fn zaakvormen() -> impl Iterator<Item = &'static Zaakvorm> {
    let pages = dossier::proces::PROCESSEN.iter().filter_map(|proces| processen::met_code(proces.code));
    pages.flat_map(|pagina| pagina.vormen)
}

/// The routes of every page.
pub(crate) fn routes() -> Router<WebState> {
    let of_processes = PROCESPAGINAS.iter().map(|proces| (proces.routes)());
    of_processes
        .fold(Router::new(), Router::merge)
        .merge(begin::routes())
        .merge(beheer::routes())
        .merge(logboek::routes())
        .merge(inzagen::routes())
        .merge(aantallen::routes())
        .merge(deskundigen::routes())
        .merge(scholen::routes())
        .merge(sleutels::routes())
        .merge(zoeken::routes())
        .merge(oso::routes())
        .merge(post::routes())
        .merge(beleid::routes())
        .merge(kind::routes())
        .merge(aanmelden::routes())
        .merge(crate::weg::concept::routes(&BIJKOMEND))
        .merge(kinderen::routes())
        .merge(mijn::routes())
        .merge(demo::routes())
        .merge(inloggen::routes())
        .merge(buiten::routes())
        .merge(code::routes())
        .merge(account::routes())
        .merge(activeer::routes())
        .merge(rol::routes())
        .merge(berichten::routes())
        .merge(vandaag::routes())
        .merge(wet::routes())
        .merge(toegang::routes())
        .merge(gezondheid::routes())
}

#[cfg(test)]
mod lijsten {
    use super::*;
    use crate::weg::{has_field, has_loose_field};

    #[test]
    fn a_form_has_the_fields_of_its_act_and_no_other() {
        let refuse = Formulier::of(Opdrachtnaam::Weiger, Some(1));
        for known in ["grond", "schoolnaam", "motivering", "overleg_op"] {
            assert!(has_field(&BIJKOMEND, &refuse, known), "{known}");
        }
        let secret = Formulier::of(Opdrachtnaam::ZetGeheimhouding, None);
        assert!(
            has_field(&BIJKOMEND, &secret, "voor_persoon_2")
                && !has_field(&BIJKOMEND, &secret, "voor_persoon_x")
        );
        assert!(has_field(&BIJKOMEND, &Formulier::of(Opdrachtnaam::AanvaardAanbod, Some(1)), "antwoord"));
        for unknown in ["", "kleur", "versie", "aanmelding"] {
            assert!(!has_field(&BIJKOMEND, &refuse, unknown), "{unknown}");
        }
        assert!(
            !has_field(&BIJKOMEND, &Formulier::of(Opdrachtnaam::OpenDossier, None), "roepnaam"),
            "an act without a form has none"
        );
    }

    #[test]
    fn a_form_without_a_file_has_its_own_fields_and_no_other() {
        use LosFormulier::{Beleid, Disciplines};
        use app::concepten::Bakje;
        let (aanmelden, ingeschreven) =
            (LosFormulier::Aanmelden(Bakje::Tweede), LosFormulier::Ingeschreven(Bakje::Eerste));
        assert!(
            has_loose_field(loose_parts(aanmelden), "ouders.2.e_mail")
                && has_loose_field(loose_parts(aanmelden), "ontvangen_op")
        );
        assert!(
            !has_loose_field(loose_parts(aanmelden), "ouder_e_mail")
                && !has_loose_field(loose_parts(aanmelden), "vraag_1")
        );
        assert!(
            has_loose_field(loose_parts(ingeschreven), "groep")
                && !has_loose_field(loose_parts(ingeschreven), "ontvangen_op")
        );
        assert!(
            has_loose_field(loose_parts(Beleid), "voor_3_so")
                && !has_loose_field(loose_parts(Beleid), "voor_x_so")
        );
        assert!(!has_loose_field(loose_parts(Disciplines), "p-1"));
        assert!(
            has_loose_field(loose_parts(aanmelden), "roepnaam")
                && has_loose_field(loose_parts(ingeschreven), "ouders.1.relatie")
        );
        for unknown in ["ouders.2.kleur", "ouders.x.naam", "naam", "ouders.1.van"] {
            assert!(!has_loose_field(loose_parts(aanmelden), unknown), "{unknown}");
        }
    }
}
