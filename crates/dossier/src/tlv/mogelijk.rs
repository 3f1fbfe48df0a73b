//! Which acts of a request have their time: of the school that asks, of the partnership that decides, of its experts, and of the school that
//! uses the declaration.

use base::dates;

use crate::beurt::{Beurt, Onderwerp, Zet};
use crate::mogelijk::{Gelegenheid, Zaakdaad, Zaakdaden};
use crate::opdracht::Opdrachtnaam;
use crate::soort::TlvSoort;
use crate::tlv::staat::{TlvAanvraag, TlvFase};

impl Zaakdaden for TlvAanvraag {
    const DADEN: &'static [Zaakdaad<Self>] = &[
        (Opdrachtnaam::BrengAdviesUit, |zaak, nu| advises(zaak, nu) && is_advised_on(zaak)),
        (Opdrachtnaam::TekenAdvies, |zaak, nu| {
            zaak.te_tekenen_door(&nu.wie.persoon).is_some() && is_advised_on(zaak)
        }),
        (Opdrachtnaam::HerzieAdvies, |zaak, nu| zaak.te_herzien_door(&nu.wie.persoon).is_some()),
        (Opdrachtnaam::BeeindigToewijzing, |zaak, nu| {
            let at_desk =
                by_swv(zaak, nu) && !nu.is_deskundige() && zaak.toewijzingen_open().next().is_some();
            zaak.fase_op(nu.op).is_in_behandeling() && (advises(zaak, nu) || at_desk)
        }),
        (Opdrachtnaam::VraagTlvAan, is_filled),
        (Opdrachtnaam::LegAanvraagVoor, is_filled),
        (Opdrachtnaam::ZendTlvDoor, |zaak, nu| {
            by_swv(zaak, nu) && (zaak.fase_op(nu.op).is_in_behandeling() || is_kept_inside(zaak, nu))
        }),
        (Opdrachtnaam::BeoordeelAanvulling, |zaak, nu| by_swv(zaak, nu) && zaak.te_beoordelen().is_some()),
        (Opdrachtnaam::VerbeterKind, |zaak, nu| by_school(zaak, nu) && zaak.beschermt(nu.op)),
        (Opdrachtnaam::BeoordeelVerbetering, |zaak, nu| {
            by_swv(zaak, nu) && zaak.beschermt(nu.op) && zaak.te_beoordelen_verbetering().is_some()
        }),
        // A yes needs no supplement; a no waits for it.
        (Opdrachtnaam::NeemBesluit, |zaak, nu| {
            by_swv(zaak, nu) && (zaak.fase_op(nu.op).is_in_behandeling() || is_decided(zaak, nu))
        }),
        (Opdrachtnaam::StelAanvraagBuitenBehandeling, |zaak, nu| {
            by_swv(zaak, nu) && zaak.fase().is_in_behandeling()
        }),
        (Opdrachtnaam::MaakBekend, |zaak, nu| {
            let known = [TlvFase::VerleendBekend, TlvFase::GeweigerdBekend].contains(&zaak.fase());
            by_swv(zaak, nu) && (is_decided(zaak, nu) || known)
        }),
        (Opdrachtnaam::LaatAanvullingVervallen, |zaak, nu| {
            by_swv(zaak, nu) && zaak.fase_op(nu.op) == TlvFase::WachtOpAanvulling
        }),
        (Opdrachtnaam::StelDwangsomVast, |zaak, nu| {
            let owed = zaak.vast_te_stellen_door(&nu.wie.organisatie);
            owed.is_some_and(|owed| owed.periode.tot_en_met < nu.op)
        }),
        (Opdrachtnaam::WijsDeskundigeToe, is_worked_on),
        (Opdrachtnaam::VraagAanvulling, |zaak, nu| {
            is_worked_on(zaak, nu) && zaak.open_aanvulling().is_none()
        }),
        (Opdrachtnaam::LeverAanvullingIn, |zaak, nu| {
            let family = !by_swv(zaak, nu) && !nu.is_andere_school(&zaak.vestiging);
            family && zaak.fase() == TlvFase::WachtOpAanvulling
        }),
        (Opdrachtnaam::OntvangAanvulling, |zaak, nu| {
            (by_school(zaak, nu) || by_swv(zaak, nu)) && zaak.fase() == TlvFase::WachtOpAanvulling
        }),
        (Opdrachtnaam::MeldVertraging, |zaak, nu| by_swv(zaak, nu) && zaak.uit_te_stellen(nu.op)),
        // As long as the decision was not made known somebody can say that it is late; who said so before can be recorded after.
        (Opdrachtnaam::OntvangIngebrekestelling, |zaak, nu| {
            let open = zaak.fase_op(nu.op).is_in_behandeling() || is_decided(zaak, nu);
            by_swv(zaak, nu) && (open || came_late(zaak, nu))
        }),
        (Opdrachtnaam::GeefZienswijze, |zaak, nu| {
            let open = zaak.besluit.is_none() && !zaak.fase().liep_op_niets_uit();
            open && !waits_to_be_known(zaak, nu) && !by_swv(zaak, nu) && !nu.is_andere_school(&zaak.vestiging)
        }),
        (Opdrachtnaam::TrekTlvAanvraagIn, |zaak, nu| {
            let open = zaak.fase().is_in_behandeling() || zaak.fase() == TlvFase::Gestart;
            by_school(zaak, nu) && open && !waits_to_be_known(zaak, nu)
        }),
        (Opdrachtnaam::GebruikTlv, |zaak, nu| {
            let known = [TlvFase::VerleendBekend, TlvFase::Gebruikt].contains(&zaak.fase_op(nu.op));
            known && zaak.verleend().is_some_and(|given| zaak.geldig_tot_en_met(given.van).is_some())
        }),
        (Opdrachtnaam::LaatTlvVerlopen, |zaak, nu| {
            by_swv(zaak, nu) && holds(zaak, nu) && zaak.geldig_tot_en_met(nu.op).is_none()
        }),
        (Opdrachtnaam::TrekTlvIn, |zaak, nu| by_swv(zaak, nu) && (holds(zaak, nu) || ends_later(zaak, nu))),
        (Opdrachtnaam::BepaalVervolg, |zaak, nu| {
            nu.is_aan_zet(Onderwerp::Aanvraag(zaak.nr), &[Zet::VervolgBepalen, Zet::VerlengingBekijken])
        }),
        (Opdrachtnaam::VraagCategorieWijziging, |zaak, nu| {
            let runs = nu.zaken.aanvragen.iter().any(|later| later.is_undecided_change_of(zaak.nr));
            is_used_here(zaak, nu) && !runs
        }),
    ];
}

fn by_swv(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    nu.is_bij(&zaak.swv_organisatie())
}

fn by_school(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    nu.is_bij(&zaak.vestiging.organisatie())
}

/// The school fills it.
fn is_filled(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    by_school(zaak, nu) && zaak.fase() == TlvFase::Gestart
}

/// Whoever asks is asked for an advice.
fn advises(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    zaak.toewijzingen_open().any(|asked| asked.persoon == nu.wie.persoon)
}

/// An advice is waited for, also while the clock stands still.
fn is_advised_on(zaak: &TlvAanvraag) -> bool {
    [TlvFase::Advisering, TlvFase::WachtOpAanvulling].contains(&zaak.fase())
}

/// The partnership works on it, and waits for nothing from the school.
fn is_worked_on(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    let fase = zaak.fase_op(nu.op);
    by_swv(zaak, nu) && fase.is_in_behandeling() && fase != TlvFase::WachtOpAanvulling
}

/// Decided, and not made known on this day.
fn is_decided(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    [TlvFase::Verleend, TlvFase::Geweigerd].contains(&zaak.fase_op(nu.op))
}

/// Made known, and on the day before that it was late already: a notice of default can have come then (Awb 4:17).
fn came_late(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    let known = [TlvFase::VerleendBekend, TlvFase::GeweigerdBekend, TlvFase::Gebruikt];
    let eve = zaak.bekendmaking.as_ref().and_then(|bekend| dates::plus_days(bekend.op, -1));
    let late = |eve| zaak.beslissen_uiterlijk_op(eve).is_some_and(|last| last < eve);
    known.contains(&zaak.fase_op(nu.op)) && eve.is_some_and(late)
}

/// Decided, and no day was named on which it is made known.
fn is_kept_inside(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    is_decided(zaak, nu) && zaak.bekendmaking.is_none()
}

/// A declaration was made known, used or not.
fn holds(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    let made_known = [TlvFase::VerleendBekend, TlvFase::Gebruikt].contains(&zaak.fase());
    let of_day =
        [TlvFase::VerleendBekend, TlvFase::Gebruikt, TlvFase::Verleend].contains(&zaak.fase_op(nu.op));
    made_known && of_day
}

/// A declaration that ends on a day to come by a decision: it holds until then, and can end sooner.
fn ends_later(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    zaak.bekendmaking.is_some() && zaak.eerder_geeindigd_per().is_some_and(|per| per > nu.op)
}

/// The child is at the school of whoever asks with a declaration that has a category and holds.
fn is_used_here(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    let has_category = matches!(zaak.soort, TlvSoort::So | TlvSoort::Vso);
    let here = zaak.gebruik.as_ref().is_some_and(|used| nu.is_bij(&used.vestiging.organisatie()));
    here && has_category && zaak.fase() == TlvFase::Gebruikt && zaak.geldig_tot_en_met(nu.op).is_some()
}

/// Somebody has the turn to make a decision known: that there is one shows in no request of who may not know what was decided.
fn waits_to_be_known(zaak: &TlvAanvraag, nu: &Gelegenheid<'_>) -> bool {
    let makes_known = |beurt: &Beurt| matches!(beurt.zet, Zet::BesluitBekendmaken | Zet::BesluitVersturen);
    nu.beurten.iter().any(|beurt| beurt.onderwerp == Some(Onderwerp::Aanvraag(zaak.nr)) && makes_known(beurt))
}
