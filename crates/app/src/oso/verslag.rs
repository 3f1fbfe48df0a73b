//! What is kept of a dossier, and what is told of it.

use base::Date;
use base::dates::short_nl;
use dossier::algemeen::feiten::OsoOvergenomen;
use exchange::oso::{Antwoord, OsoDossier, Overstap, Waarde};
use sha2::{Digest, Sha256};
use verband::School;

use super::{OsoUitkomst, asked_kind, name_of, ontvangen, waarden};
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
        meldingen: messages(oso, school, vandaag),
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

fn messages(oso: &OsoDossier, school: &School, vandaag: Date) -> Vec<String> {
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
    let leerling = &oso.leerling;
    let days = [leerling.ingeschreven.as_ref(), leerling.uitgeschreven.as_ref()];
    all.extend(of_enrolment(days, leerling.geboortedatum.waarde, vandaag));
    all.extend(
        oso.meldingen.iter().map(|melding| format!("regel {}: {}", melding.herkomst.regel, melding.tekst)),
    );
    all
}

/// Where the enrolment that is recorded is another than the dossier says: which partnership decides and who deregisters hang on it.
fn of_enrolment(
    [from, to]: [Option<&Waarde<Date>>; 2],
    geboren: Date,
    vandaag: Date,
) -> impl Iterator<Item = String> {
    let from = match from {
        None => Some(
            "het dossier zegt niet sinds wanneer het kind is ingeschreven; ingeschreven per vandaag: kijk na of dat klopt".to_owned(),
        ),
        Some(day) if day.waarde < geboren => Some(
            "de dag van inschrijving ligt voor de geboorte en is niet overgenomen; ingeschreven per vandaag".to_owned(),
        ),
        Some(day) if day.waarde > vandaag => Some(format!(
            "regel {}: de inschrijving begint volgens het dossier pas op {}; ingeschreven per vandaag: kijk na of dat klopt",
            day.herkomst.regel,
            short_nl(day.waarde)
        )),
        Some(_) => None,
    };
    let to = to.map(|day| {
        format!(
            "regel {}: volgens het dossier is het kind uitgeschreven per {}; dat is niet overgenomen. Klopt het, schrijf het kind dan hier uit",
            day.herkomst.regel,
            short_nl(day.waarde)
        )
    });
    from.into_iter().chain(to)
}

#[cfg(test)]
mod tests {
    use exchange::oso::Herkomst;

    use super::*;

    /// Given the days of an enrolment as a dossier can have them; then each that is not recorded as it stands is told, and no other.
    #[test]
    fn an_enrolment_that_is_recorded_otherwise_is_told() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let at = |text: &str| Waarde {
            waarde: day(text),
            herkomst: Herkomst { pad: "leerling".to_owned(), regel: 7 },
        };
        let told = |from: Option<&str>, to: Option<&str>| -> Vec<String> {
            let (from, to) = (from.map(at), to.map(at));
            of_enrolment([from.as_ref(), to.as_ref()], day("2018-05-04"), day("2026-11-30")).collect()
        };
        assert_eq!(told(Some("2022-08-01"), None), Vec::<String>::new());
        assert!(told(None, None)[0].contains("zegt niet sinds wanneer"));
        assert!(told(Some("2017-08-01"), None)[0].contains("voor de geboorte"));
        let later = told(Some("2027-08-01"), Some("2026-07-31"));
        assert!(later[0].starts_with("regel 7") && later[0].contains("1 aug 2027"), "{later:?}");
        assert!(later[1].contains("uitgeschreven per vr 31 jul 2026"), "{later:?}");
    }
}
