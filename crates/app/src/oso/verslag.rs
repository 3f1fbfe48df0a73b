//! What is kept of a dossier, and what is told of it.

use base::Date;
use dossier::algemeen::feiten::OsoOvergenomen;
use exchange::oso::{Antwoord, OsoDossier, Overstap, Waarde};
use sha2::{Digest, Sha256};
use verband::School;

use super::{OsoUitkomst, asked_kind, enrolled_on, name_of, ontvangen, waarden};
use crate::aanmelden::NieuwKind;

/// What is kept of the dossier. The documents get their place when they are stored.
pub(super) fn takeover(oso: &OsoDossier, school: &School, bytes: &[u8], vandaag: Date) -> OsoOvergenomen {
    let inzage = oso.inzage.as_ref();
    let reden = inzage.and_then(|i| i.reden_niet_akkoord.as_ref()).map(|reden| reden.waarde.clone());
    OsoOvergenomen {
        overstap: match oso.metadata.overstap.waarde {
            Overstap::Poswv => "POSWV".to_owned(),
            Overstap::Voswv => "VOSWV".to_owned(),
        },
        datum: Some(oso.metadata.datum.waarde),
        school_in_bron: format!("{} ({})", oso.school.instelling.naam.waarde, oso.school.vestiging.waarde),
        vestiging: school.vestiging.clone(),
        vingerafdruk: storage::ids::to_hex(&Sha256::digest(bytes)),
        waarden: waarden::values(oso, vandaag),
        bijlagen: Vec::new(),
        ontvangen: ontvangen::blocks(oso),
        opt_out: oso.opt_out().into_iter().map(|categorie| categorie.naam().to_owned()).collect(),
        voorlopig: inzage.map(|inzage| inzage.voorlopig.waarde),
        ouders_inzage: inzage.and_then(|i| i.inzage.as_ref()).map(|gezien| gezien.waarde),
        inzage_op: inzage.and_then(|i| i.datum.as_ref()).map(|datum| datum.waarde),
        akkoord: inzage.and_then(|i| said(i.akkoord.as_ref())),
        reden_niet_akkoord: reden.unwrap_or_default(),
        toestemming: inzage.and_then(|i| said(i.toestemming.as_ref())),
        meldingen: messages(oso, school),
    }
}

/// A yes or a no; nothing where it is not known.
fn said(antwoord: Option<&Waarde<Antwoord>>) -> Option<bool> {
    match antwoord?.waarde {
        Antwoord::Ja => Some(true),
        Antwoord::Nee => Some(false),
        Antwoord::Onbekend => None,
    }
}

/// What is told of a dossier before it is taken over.
pub(super) fn told(oso: &OsoDossier, kind: &NieuwKind, overname: &OsoOvergenomen) -> OsoUitkomst {
    OsoUitkomst {
        kind: name_of(kind),
        geboortedatum: kind.geboortedatum,
        dossier: None,
        aanvraag: None,
        waarden: overname.waarden.len(),
        bijlagen: oso.bijlagen.len(),
        opt_out: overname.opt_out.clone(),
        voorlopig: overname.voorlopig,
        ouders_inzage: overname.ouders_inzage,
        akkoord: overname.akkoord,
        toestemming: overname.toestemming,
        meldingen: overname.meldingen.clone(),
        geheim: None,
    }
}

fn messages(oso: &OsoDossier, school: &School) -> Vec<String> {
    let mut all = vec![format!(
        "OSO zegt niet welke verklaring wordt gevraagd; de aanvraag is begonnen voor {}",
        asked_kind(oso).label()
    )];
    if oso.school.vestiging.waarde != school.vestiging {
        all.push(format!(
            "school {} in het dossier is gekoppeld aan {}",
            oso.school.vestiging.waarde, school.vestiging
        ));
    }
    if oso.leerling.ingeschreven.is_some() && enrolled_on(oso).is_none() {
        all.push(
            "de dag van inschrijving ligt voor de geboorte en is niet overgenomen; ingeschreven per vandaag"
                .to_owned(),
        );
    }
    all.extend(
        oso.meldingen.iter().map(|melding| format!("regel {}: {}", melding.herkomst.regel, melding.tekst)),
    );
    all
}
