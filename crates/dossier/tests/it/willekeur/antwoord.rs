//! What holds of every answer: it can be read in every language, stored, read back and told.

use base::Date;
use dossier::{Dossier, Feit, Gebeurtenis, Inhoud, Opdracht};
use proptest::prelude::*;
use teksten::Taal;

use crate::gegeven::Zaak;

/// Asks it; what comes back can be read, and what is recorded can be stored.
pub(super) fn vraag(zaak: &mut Zaak, opdracht: &Opdracht) -> Result<bool, TestCaseError> {
    let before = zaak.dossier.clone();
    let answer = zaak.vraag(opdracht.clone());
    prop_assert_eq!(&zaak.vraag(opdracht.clone()), &answer, "asked twice: {}", opdracht.naam());
    prop_assert_eq!(&zaak.dossier, &before, "a question changes nothing: {}", opdracht.naam());
    match answer {
        Ok(events) => {
            prop_assert!(!events.is_empty(), "{} records nothing", opdracht.naam());
            for decided in &events {
                let bytes = decided.gebeurtenis.encode().expect("JSON");
                let (name, version) = (decided.gebeurtenis.event_type(), decided.gebeurtenis.event_version());
                let read = Gebeurtenis::decode(name, version, &bytes);
                prop_assert_eq!(read.as_ref(), Ok(&decided.gebeurtenis));
                prop_assert!(!decided.holder.to_string().is_empty());
            }
            zaak.probeer(opdracht).expect("what was allowed a moment ago");
            Ok(true)
        }
        Err(refusal) => {
            // No article stands beside what the law does not say.
            let own = Taal::Nl.zeg(&refusal.reden).contains("eigen regel van dit programma");
            prop_assert!(!own || refusal.vindplaats.is_none(), "{}", refusal.code);
            for taal in [Taal::Nl, Taal::En] {
                prop_assert!(!taal.zeg(&refusal.reden).trim().is_empty(), "{}", refusal.code);
                let instead = refusal.wat_wel.as_deref().map(|wat_wel| taal.zeg(wat_wel));
                prop_assert!(instead.is_none_or(|text| !text.trim().is_empty()), "{}", refusal.code);
            }
            prop_assert!(
                refusal.code.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
            );
            Ok(false)
        }
    }
}

/// Everything that pages compute of a file, whatever stands in it.
pub(super) fn vertel(dossier: &Dossier, on: Date) -> Result<(), TestCaseError> {
    for line in dossier.tijdlijn() {
        for taal in [Taal::Nl, Taal::En] {
            prop_assert!(!taal.zeg(&line.tekst).trim().is_empty());
        }
    }
    let _ = (dossier.beurten(), dossier.betrokkenen(), dossier.naam(), dossier.gezag_op(on).count());
    let facts = dossier.feiten.iter().map(|feit| Feit {
        inhoud: match &feit.inhoud {
            Inhoud::Leesbaar(event) => Inhoud::Leesbaar(event.clone()),
            other => other.clone(),
        },
        ..(**feit).clone()
    });
    prop_assert_eq!(&Dossier::replay(dossier.nummer.clone(), facts), dossier);
    Ok(())
}
