//! Who is around the child in an OSO dossier: deaths, secrecy, and what the person who takes it over should look at.

use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, ZetGeheimhouding};
use dossier::opdracht::Opdracht;
use exchange::oso::{OsoDossier, Verzorger};

use super::kind::{comes_in, died, is_secret, is_unclear};
use crate::aanmelden::NieuwKind;

/// Said where this school may not make the address secret.
pub(super) const NIET_VAST_TE_LEGGEN: &str = "het adres is geheim volgens het dossier; uw school kan dat in dit dossier niet vastleggen: bel de school waar het kind is";

/// Those who come in, with their number in a new file.
fn numbered(oso: &OsoDossier) -> impl Iterator<Item = (u32, &Verzorger)> {
    (1..).zip(oso.verzorgers.iter().filter(|verzorger| comes_in(verzorger)))
}

/// The deaths of which the day is known.
pub(super) fn deaths(oso: &OsoDossier) -> Vec<Opdracht> {
    let death = |(nr, verzorger): (u32, &Verzorger)| {
        let op = verzorger.overlijdensdatum.as_ref()?.waarde;
        Some(MeldOverlijden { wie: Overledene::Persoon(nr), op }.into())
    };
    numbered(oso).filter_map(death).collect()
}

/// The secrecy of an address, kept on every road: that of the child, and in a new file that of somebody with whom it may live,
/// from the others, until the school knows better.
pub(super) fn secrecy(oso: &OsoDossier, new: Option<&NieuwKind>) -> Option<Opdracht> {
    if oso.leerling.adresgeheim.as_ref().is_some_and(|geheim| geheim.waarde) {
        let bron = "OSO-dossier".to_owned();
        return Some(ZetGeheimhouding { geheim: true, voor_personen: Vec::new(), bron }.into());
    }
    new?;
    let living = || numbered(oso).filter(|(_, verzorger)| !died(verzorger));
    let others: Vec<u32> = living().filter(|(_, v)| !is_secret(v)).map(|(nr, _)| nr).collect();
    let hides = living().any(|(_, verzorger)| is_secret(verzorger));
    let bron = "OSO-dossier: het adres van een verzorger is geheim".to_owned();
    // Where nobody is left to name, it is secret from everybody: whoever is added to the file later does not learn it either.
    hides.then(|| ZetGeheimhouding { geheim: true, voor_personen: others, bron }.into())
}

/// What to look at, without names.
pub(super) fn told(oso: &OsoDossier, added: bool) -> Vec<String> {
    let mut all = Vec::new();
    if added && !oso.verzorgers.is_empty() {
        all.push(
            "de verzorgers en het adres in dit bestand zijn niet in het dossier gezet; vergelijk ze met wat er staat"
                .to_owned(),
        );
        if oso.verzorgers.iter().any(is_secret) {
            all.push("het adres van een verzorger is geheim: kijk na of dat in het dossier staat".to_owned());
        }
        return all;
    }
    for (place, verzorger) in oso.verzorgers.iter().enumerate() {
        let regel = verzorger.achternaam.herkomst.regel;
        let who = format!("regel {regel}, verzorger {}", place + 1);
        if !comes_in(verzorger) {
            all.push(format!("{who}: overleden, zonder datum; niet bij de mensen gezet"));
        } else if is_unclear(verzorger) {
            all.push(format!(
                "{who}: wat deze persoon voor het kind is, staat er niet duidelijk; kijk dat na"
            ));
        }
        if is_secret(verzorger) && !died(verzorger) {
            all.push(format!(
                "{who}: het adres is geheim. Waar het kind is, blijft daarom geheim voor de anderen tot u dat verandert"
            ));
        }
    }
    all
}
