//! Who is concerned with a child by a request: the school that asks, the partnership and its experts. A school that uses the
//! declaration is concerned by its registration or enrolment of the child, in a file of its own or in this one, and by nothing else.

use base::{Date, dates};

use crate::beurt::Onderwerp;
use crate::staat::{Besluit, Dossier, TlvAanvraag};
use crate::toegang::{Betrokkenheid, RelatieSoort, Wie, Zaken, gelezen_tot};

/// Everybody around the requests that were sent.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for aanvraag in &dossier.aanvragen {
        let Some(received) = aanvraag.verzonden_op() else { continue };
        all.push(Betrokkenheid::eigen_zaak(dossier, &aanvraag.vestiging, received, request_done(aanvraag)));
    }
    for aanvraag in &dossier.aanvragen {
        concerned(dossier, aanvraag, all);
    }
}

fn concerned(dossier: &Dossier, aanvraag: &TlvAanvraag, all: &mut Vec<Betrokkenheid>) {
    let Some(received) = aanvraag.ontvangen_op else { return };
    let ended = read_until(dossier, aanvraag);
    let zaken = dossier.zaken_bij(&aanvraag.swv.uitkomst, &aanvraag.vestiging);
    let running = |wie, soort, van, tot, zaken: &Zaken| Betrokkenheid {
        wie,
        soort,
        van,
        tot,
        lopend: true,
        handelt: true,
        groep: String::new(),
        zaken: zaken.clone(),
        kent_kind: true,
        gegeven_tot_en_met: None,
    };
    let swv = Wie::Organisatie(aanvraag.swv_organisatie());
    all.push(running(swv.clone(), RelatieSoort::Swv, received, ended, &zaken));
    if let (Some(ended), Some(_)) = (ended, &aanvraag.besluit) {
        // Afterwards the partnership keeps its register, and reads no files by it.
        let register = running(swv, RelatieSoort::Swv, ended, None, &zaken);
        all.push(Betrokkenheid { lopend: false, handelt: false, ..register });
    }
    let this = dossier.alleen(Onderwerp::Aanvraag(aanvraag.nr));
    // What is asked of a partnership after it read the file no more, it reads to answer.
    for asked in
        aanvraag.verbeteringen.iter().filter(|asked| ended.is_some_and(|ended| ended <= asked.gevraagd.op))
    {
        let wie = Wie::Organisatie(aanvraag.swv_organisatie());
        let answered = asked.beoordeeld.as_ref().and_then(|said| dates::plus_days(said.op, 1));
        all.push(running(wie, RelatieSoort::Swv, asked.gevraagd.op, answered, &this));
    }
    for before in &aanvraag.eerdere_verbanden {
        // It had the case until it forwarded it. What was asked of it stays its own to read, as of a request that was taken back.
        let wie = || Wie::Organisatie(before.swv.organisatie());
        all.push(running(wie(), RelatieSoort::Swv, before.van, Some(before.tot), &this));
        let reads = running(wie(), RelatieSoort::SwvIngetrokken, before.tot, gelezen_tot(before.tot), &this);
        let gegeven_tot_en_met = Some(before.volgnummer);
        // What it owes it still lays down.
        let handelt = aanvraag.vast_te_stellen_door(&before.swv.organisatie()).is_some();
        all.push(Betrokkenheid { handelt, kent_kind: false, gegeven_tot_en_met, ..reads });
    }
    if let Some(withdrawn) = aanvraag.aanvraag_ingetrokken_op {
        // What was asked of it and why that was taken back stays its own to read, and nothing else of the child: what the school
        // or the parents do afterwards was given to it by nobody.
        let swv = Wie::Organisatie(aanvraag.swv_organisatie());
        let reads = running(swv, RelatieSoort::SwvIngetrokken, withdrawn, gelezen_tot(withdrawn), &this);
        let gegeven_tot_en_met = aanvraag.aanvraag_ingetrokken_met;
        let handelt = aanvraag.vast_te_stellen_door(&aanvraag.swv_organisatie()).is_some();
        all.push(Betrokkenheid { handelt, kent_kind: false, gegeven_tot_en_met, ..reads });
    }
    for toewijzing in &aanvraag.toewijzingen {
        // Asked by the partnership that had the request on that day.
        let asker =
            aanvraag.eerdere_verbanden.iter().find(|before| toewijzing.volgnummer < before.volgnummer);
        let voor = asker.map_or_else(|| aanvraag.swv_organisatie(), |before| before.swv.organisatie());
        let until =
            toewijzing.beeindigd_op.or(aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op)).or(ended);
        all.push(running(
            Wie::Persoon { persoon: toewijzing.persoon.clone(), voor: Some(voor) },
            RelatieSoort::Deskundige,
            toewijzing.op,
            until,
            &this,
        ));
    }
}

/// The first day on which the partnership and its experts read the file no more: the request was taken back, nobody can object
/// any more, or nothing will be made known because the declaration was withdrawn before that or the child died.
pub(super) fn read_until(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<Date> {
    if aanvraag.aanvraag_ingetrokken_op.is_some() {
        return aanvraag.aanvraag_ingetrokken_op;
    }
    if let Some(ended) = &aanvraag.buiten_behandeling {
        return gelezen_tot(ended.bekend.bezwaar_uiterlijk.uitkomst);
    }
    if let Some(bekend) = &aanvraag.bekendmaking {
        // It decides on an objection from that day on, and on one that comes late (Awb 7:10, 6:11).
        return gelezen_tot(bekend.bezwaar_uiterlijk.uitkomst);
    }
    [aanvraag.ingetrokken_per(), dossier.overleden_op].into_iter().flatten().min().and_then(gelezen_tot)
}

/// The first day on which the school that asked has nothing more to do: a declaration that nobody uses yet is a place to
/// find.
fn request_done(aanvraag: &TlvAanvraag) -> Option<Date> {
    let last = match (&aanvraag.besluit, &aanvraag.gebruik) {
        (Some(Besluit::Verleend(_)), Some(gebruik)) => Some(gebruik.per),
        (Some(Besluit::Verleend(besluit)), None) => Some(besluit.tot_en_met),
        (Some(besluit), None) => {
            aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op).or(Some(besluit.op()))
        }
        (Some(Besluit::Geweigerd(_)), Some(_)) | (None, _) => None,
    };
    let not_dealt_with = aanvraag.buiten_behandeling.as_ref().map(|ended| ended.bekend.op);
    let ended = [
        aanvraag.aanvraag_ingetrokken_op,
        not_dealt_with,
        aanvraag.eerder_geeindigd_per(),
        aanvraag.verlopen_op,
        last,
    ];
    ended.into_iter().flatten().min().and_then(|day| dates::plus_days(day, 1))
}
