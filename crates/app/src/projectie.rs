//! From a file to the rows of the lists: what a list shows of a child, and no more.

use base::{Date, dates, naam};
use dossier::beurt::Onderwerp;
use dossier::staat::{Aanmelding, Besluit, Inschrijving, TlvAanvraag, TlvFase};
use dossier::toegang::{Betrokkenheid, Wie, Zaken};
use dossier::{Beurt, Dossier};
use storage::{
    AanvraagRij, Betrokkene, BeurtRij, DossierRij, Projection, RelatieRij, TlvRij, ToewijzingRij, ZaakRij,
};

use crate::Moment;

/// The rows of one file, replacing all it had before.
pub fn project(dossier: &Dossier, betrokken: &[Betrokkenheid], moment: Moment) -> Projection {
    let beurten = dossier.beurten();
    let mut projection = Projection {
        dossier: row(dossier, moment),
        zoeksleutels: search_keys(dossier),
        beurten: turns(&beurten),
        relaties: relations(betrokken),
        zaken: cases(dossier, moment.vandaag),
        aanvragen: dossier
            .aanvragen
            .iter()
            .filter_map(|aanvraag| request(aanvraag, dossier.overleden_op))
            .collect(),
        toewijzingen: dossier.aanvragen.iter().flat_map(assignments).collect(),
        tlvs: dossier
            .aanvragen
            .iter()
            .filter_map(|aanvraag| declaration(dossier, aanvraag, moment))
            .collect(),
    };
    let changes = next_change(&projection, moment.vandaag);
    if let Some(row) = &mut projection.dossier {
        row.wijzigt_op = changes;
    }
    projection
}

/// The first day after today on which these rows would be others although nothing happens: group, school and how the
/// child stands follow from places that begin and end, a declaration lapses.
fn next_change(projection: &Projection, today: Date) -> Option<Date> {
    let relations = projection.relaties.iter().flat_map(|row| [Some(row.van), row.tot]);
    let lapses = projection.tlvs.iter().map(|row| dates::plus_days(row.tot_en_met, 1));
    relations.chain(lapses).flatten().filter(|day| *day > today).min()
}

fn row(dossier: &Dossier, moment: Moment) -> Option<DossierRij> {
    let leerling = dossier.leerling.as_ref()?;
    let naam = leerling.naam();
    let enrolled = dossier.inschrijving_op(moment.vandaag);
    Some(DossierRij {
        dossier: dossier.nummer.clone(),
        sorteernaam: naam::normalise(&format!("{} {}", leerling.achternaam, leerling.roepnaam)),
        naam_norm: naam::normalise(&naam),
        weergavenaam: naam,
        geboortedatum: Some(leerling.geboortedatum),
        vestiging: enrolled.map(|i| i.vestiging.clone()),
        groep: enrolled.map(|i| i.groep.clone()).filter(|groep| !groep.is_empty()),
        stand: stand(dossier, enrolled).to_owned(),
        gewijzigd_op: moment.at,
        wijzigt_op: None,
    })
}

/// How the child stands, apart from any case: the phase that a list shows to who may know of no case.
fn stand(dossier: &Dossier, enrolled: Option<&Inschrijving>) -> &'static str {
    match (dossier.overleden_op, enrolled) {
        (Some(_), _) => "overleden",
        (None, Some(_)) => "ingeschreven",
        (None, None) => "geopend",
    }
}

/// Registrations and requests in the order in which one of them is the phase by which a list shows a file: the
/// request that runs, else the registration that runs, else the request that was decided; a registration that has
/// ended says something only of a child that is at no school.
fn cases(dossier: &Dossier, on: Date) -> Vec<ZaakRij> {
    let silent = dossier.overleden_op.is_some();
    let enrolled = dossier.inschrijving_op(on).is_some();
    let runs =
        |aanvraag: &&TlvAanvraag| aanvraag.fase().is_in_behandeling() || aanvraag.fase() == TlvFase::Gestart;
    let requests = dossier.aanvragen.iter().rev().filter(|aanvraag| !dossier.is_blijven_liggen(aanvraag, on));
    let (running, decided): (Vec<_>, Vec<_>) = requests.partition(runs);
    let (open, ended): (Vec<_>, Vec<_>) = dossier.aanmeldingen.iter().rev().partition(|a| a.afloop.is_none());
    let of_request = |aanvraag: &&TlvAanvraag| ZaakRij {
        fase: (!silent).then(|| aanvraag.fase().code().to_owned()),
        ..case(Onderwerp::Aanvraag(aanvraag.nr))
    };
    let of_registration = |aanmelding: &&Aanmelding, says: bool| ZaakRij {
        fase: (says && !silent).then(|| aanmelding.fase().code().to_owned()),
        vestiging: aanmelding.afloop.is_none().then(|| aanmelding.vestiging.clone()),
        aangemeld_op: Some(aanmelding.ontvangen_op),
        ..case(Onderwerp::Aanmelding(aanmelding.nr))
    };
    let rows = running
        .iter()
        .map(of_request)
        .chain(open.iter().map(|aanmelding| of_registration(aanmelding, true)))
        .chain(decided.iter().map(of_request))
        .chain(ended.iter().map(|aanmelding| of_registration(aanmelding, !enrolled)));
    (0..).zip(rows).map(|(volgorde, row)| ZaakRij { volgorde, ..row }).collect()
}

fn case(onderwerp: Onderwerp) -> ZaakRij {
    ZaakRij {
        zaak: onderwerp.to_string(),
        deel: onderwerp.deel().code().to_owned(),
        volgorde: 0,
        fase: None,
        vestiging: None,
        aangemeld_op: None,
    }
}

/// Every order in which people type a name: given name first, surname first, and each word on.
fn search_keys(dossier: &Dossier) -> Vec<String> {
    let Some(leerling) = &dossier.leerling else { return Vec::new() };
    let forwards = naam::normalise(&leerling.naam());
    let backwards = naam::normalise(&format!("{} {}", leerling.achternaam, leerling.roepnaam));
    let mut keys = vec![forwards.clone(), backwards];
    let mut rest = forwards.as_str();
    while let Some((_, tail)) = rest.split_once(' ') {
        keys.push(tail.to_owned());
        rest = tail;
    }
    keys.sort();
    keys.dedup();
    keys
}

fn turns(beurten: &[Beurt]) -> Vec<BeurtRij> {
    (1_u32..)
        .zip(beurten)
        .map(|(nr, beurt)| BeurtRij {
            nr,
            soort: beurt.zet.code().to_owned(),
            zaak: beurt.onderwerp.to_string(),
            deel: beurt.onderwerp.deel().code().to_owned(),
            rol: beurt.rol.code().to_owned(),
            organisatie: beurt.organisatie.clone(),
            persoon: beurt.persoon.clone(),
            van: beurt.van,
            uiterlijk: beurt.uiterlijk,
            tot: beurt.tot,
            grond: beurt.grond.clone(),
        })
        .collect()
}

/// No case has this name: a relation to it opens none.
const NO_CASE: &str = "geen";

fn relations(betrokken: &[Betrokkenheid]) -> Vec<RelatieRij> {
    let mut rows: Vec<RelatieRij> = betrokken.iter().flat_map(relation).collect();
    rows.sort_by(|a, b| {
        (&a.betrokkene, &a.soort, a.van, &a.zaak).cmp(&(&b.betrokkene, &b.soort, b.van, &b.zaak))
    });
    rows.dedup();
    rows
}

/// One row for each case that a relation opens, or one for all of them.
fn relation(relation: &Betrokkenheid) -> Vec<RelatieRij> {
    let zaken: Vec<Option<String>> = match &relation.zaken {
        Zaken::Alle => vec![None],
        Zaken::Alleen(none) if none.is_empty() => vec![Some(NO_CASE.to_owned())],
        Zaken::Alleen(some) => some.iter().map(|onderwerp| Some(onderwerp.to_string())).collect(),
    };
    let row = |zaak| RelatieRij {
        betrokkene: match &relation.wie {
            Wie::Organisatie(organisatie) => Betrokkene::Organisatie(organisatie.clone()),
            Wie::Persoon(persoon) => Betrokkene::Persoon(persoon.clone()),
        },
        soort: relation.soort.code().to_owned(),
        van: relation.van,
        tot: relation.tot,
        lopend: relation.lopend,
        zaak,
    };
    zaken.into_iter().map(row).collect()
}

fn request(aanvraag: &TlvAanvraag, overleden_op: Option<Date>) -> Option<AanvraagRij> {
    let ontvangen_op = aanvraag.ontvangen_op?;
    let fase = aanvraag.fase();
    let closed = !fase.is_in_behandeling() && !matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
    Some(AanvraagRij {
        aanvraag: aanvraag.nr,
        swv: aanvraag.swv.uitkomst.clone(),
        vestiging: Some(aanvraag.vestiging.clone()),
        soort: aanvraag.soort.code().to_owned(),
        fase: fase.code().to_owned(),
        ontvangen_op,
        uiterlijk: aanvraag.beslissen_uiterlijk(),
        opgeschort: fase == TlvFase::WachtOpAanvulling,
        volledig: fase != TlvFase::WachtOpAanvulling,
        behandelaar: None,
        // After a death nothing is asked or decided any more.
        gesloten_op: if closed { closed_on(aanvraag) } else { overleden_op },
    })
}

fn closed_on(aanvraag: &TlvAanvraag) -> Option<Date> {
    aanvraag
        .aanvraag_ingetrokken_op
        .or_else(|| aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op))
        .or_else(|| aanvraag.besluit.as_ref().map(Besluit::op))
}

fn assignments(aanvraag: &TlvAanvraag) -> Vec<ToewijzingRij> {
    aanvraag
        .toewijzingen
        .iter()
        .map(|toewijzing| {
            let advised = aanvraag.adviezen.iter().find(|advies| advies.door.contains(&toewijzing.persoon));
            ToewijzingRij {
                aanvraag: aanvraag.nr,
                persoon: toewijzing.persoon.clone(),
                toegewezen_op: toewijzing.op,
                gereed_op: advised.map(|advies| advies.op).or(toewijzing.beeindigd_op),
            }
        })
        .collect()
}

fn declaration(dossier: &Dossier, aanvraag: &TlvAanvraag, moment: Moment) -> Option<TlvRij> {
    let Some(Besluit::Verleend { nummer, categorie, van, tot_en_met, .. }) = &aanvraag.besluit else {
        return None;
    };
    let status = match aanvraag.fase() {
        TlvFase::TlvIngetrokken => "ingetrokken",
        TlvFase::Verlopen => "verlopen",
        _ if *tot_en_met < moment.vandaag => "verlopen",
        TlvFase::Verleend => "verleend",
        TlvFase::Gebruikt => "gebruikt",
        _ => "bekend",
    };
    Some(TlvRij {
        swv: aanvraag.swv.uitkomst.clone(),
        nummer: nummer.clone(),
        aanvraag: aanvraag.nr,
        weergavenaam: dossier.naam(),
        geboortedatum: dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum),
        soort: aanvraag.soort.code().to_owned(),
        categorie: categorie.map(|categorie| categorie.to_string()),
        van: *van,
        tot_en_met: *tot_en_met,
        status: status.to_owned(),
    })
}
