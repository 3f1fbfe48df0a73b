//! From a file to the rows of the lists: what a list shows of a child, and no more.

use base::{Date, dates, naam};
use dossier::beurt::Onderwerp;
use dossier::toegang::{Betrokkenheid, RelatieSoort, Wie};
use dossier::{Beurt, Dossier, staat::Besluit, staat::TlvAanvraag, staat::TlvFase};
use storage::{AanvraagRij, Betrokkene, BeurtRij, DossierRij, Projection, RelatieRij, TlvRij, ToewijzingRij};

use crate::Moment;

/// Relation of a partnership that has decided: it keeps its register and reads no files by it.
pub const SWV_REGISTER: &str = "swv_register";

/// The rows of one file, replacing all it had before.
pub fn project(dossier: &Dossier, betrokken: &[Betrokkenheid], moment: Moment) -> Projection {
    let beurten = dossier.beurten();
    let mut projection = Projection {
        dossier: row(dossier, &beurten, moment),
        zoeksleutels: search_keys(dossier),
        beurten: turns(&beurten),
        relaties: relations(betrokken),
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

/// The first day after today on which these rows would be others although nothing happens: phase, group, next date
/// and who is awaited follow from turns and places that begin and end, a declaration lapses.
fn next_change(projection: &Projection, today: Date) -> Option<Date> {
    let relations = projection.relaties.iter().flat_map(|row| [Some(row.van), row.tot]);
    let turns = projection.beurten.iter().flat_map(|row| [Some(row.van), row.tot]);
    let lapses = projection.tlvs.iter().map(|row| dates::plus_days(row.tot_en_met, 1));
    relations.chain(turns).chain(lapses).flatten().filter(|day| *day > today).min()
}

fn row(dossier: &Dossier, beurten: &[Beurt], moment: Moment) -> Option<DossierRij> {
    let leerling = dossier.leerling.as_ref()?;
    let on = moment.vandaag;
    let naam = leerling.naam();
    let first = beurten.iter().find(|beurt| beurt.is_open(on));
    let enrolled = dossier.inschrijving_op(on);
    let registered = dossier.aanmeldingen.iter().rev().find(|aanmelding| aanmelding.afloop.is_none());
    let vestiging = enrolled.map(|i| i.vestiging.clone()).or_else(|| registered.map(|a| a.vestiging.clone()));
    let swv = enrolled.and_then(|i| i.swv.clone()).or_else(|| registered.and_then(|a| a.swv.clone()));
    Some(DossierRij {
        dossier: dossier.nummer.clone(),
        sorteernaam: naam::normalise(&format!("{} {}", leerling.achternaam, leerling.roepnaam)),
        naam_norm: naam::normalise(&naam),
        weergavenaam: naam,
        geboortedatum: Some(leerling.geboortedatum),
        vestiging,
        swv,
        sector: registered.map(|a| a.sector).or_else(|| enrolled.map(|i| sector_of(i.schoolsoort))),
        groep: enrolled.map(|i| i.groep.clone()).filter(|groep| !groep.is_empty()),
        fase: phase(dossier, on).to_owned(),
        aangemeld_op: dossier.aanmeldingen.last().map(|aanmelding| aanmelding.ontvangen_op),
        volgende_datum: beurten
            .iter()
            .filter(|beurt| beurt.is_open(on))
            .filter_map(|beurt| beurt.uiterlijk)
            .min(),
        wacht_op_rol: first.map(|beurt| beurt.rol.code().to_owned()),
        wacht_op_organisatie: first.map(|beurt| beurt.organisatie.clone()),
        gewijzigd_op: moment.at,
        wijzigt_op: None,
    })
}

fn sector_of(soort: dossier::soort::Schoolsoort) -> base::Sector {
    dossier::opdracht::aanmelding::sector_of(soort)
}

/// The one phase by which a list shows a file: the request that runs, else the registration that
/// runs, else whether the child is at a school.
pub fn phase(dossier: &Dossier, on: Date) -> &'static str {
    if dossier.overleden_op.is_some() {
        return "overleden";
    }
    let requests = dossier.aanvragen.iter().rev().map(TlvAanvraag::fase);
    let running = requests.clone().find(|fase| fase.is_in_behandeling() || *fase == TlvFase::Gestart);
    let decided = dossier.aanvragen.iter().rev().map(TlvAanvraag::fase).next();
    let registration = dossier.aanmeldingen.iter().rev().find(|aanmelding| aanmelding.afloop.is_none());
    if let Some(fase) = running {
        fase.code()
    } else if let Some(aanmelding) = registration {
        aanmelding.fase().code()
    } else if let Some(fase) = decided {
        fase.code()
    } else if dossier.inschrijving_op(on).is_some() {
        "ingeschreven"
    } else {
        dossier.aanmeldingen.last().map_or("geopend", |aanmelding| aanmelding.fase().code())
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
            soort: format!("{} {}", beurt.zet.code(), subject(beurt.onderwerp)),
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

/// `aanmelding-1`: what a turn is about, for the link to the work.
pub fn subject(onderwerp: Onderwerp) -> String {
    match onderwerp {
        Onderwerp::Aanmelding(nr) => format!("aanmelding-{nr}"),
        Onderwerp::Verwijdering(nr) => format!("verwijdering-{nr}"),
        Onderwerp::Schorsing(nr) => format!("schorsing-{nr}"),
        Onderwerp::Aanvraag(nr) => format!("aanvraag-{nr}"),
    }
}

fn relations(betrokken: &[Betrokkenheid]) -> Vec<RelatieRij> {
    let mut rows: Vec<RelatieRij> = betrokken
        .iter()
        .map(|relation| {
            let register = relation.soort == RelatieSoort::Swv && !relation.lopend;
            RelatieRij {
                betrokkene: match &relation.wie {
                    Wie::Organisatie(organisatie) => Betrokkene::Organisatie(organisatie.clone()),
                    Wie::Persoon(persoon) => Betrokkene::Persoon(persoon.clone()),
                },
                soort: if register { SWV_REGISTER.to_owned() } else { relation.soort.code().to_owned() },
                van: relation.van,
                tot: relation.tot,
            }
        })
        .collect();
    rows.sort_by(|a, b| (&a.betrokkene, &a.soort, a.van).cmp(&(&b.betrokkene, &b.soort, b.van)));
    rows.dedup();
    rows
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
