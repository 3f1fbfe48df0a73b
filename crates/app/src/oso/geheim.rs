//! From whom it is secret where the child is, before an OSO dossier is taken over: as the file will say above each of its pages.

use dossier::opdracht::Opdracht;
use dossier::toegang::Kijker;
use teksten::{Tekst, kind};

use super::Plan;
use crate::{App, Moment};

impl App {
    /// Secrecy that the file has already, or that the dossier brings; none where neither does.
    pub(super) fn secret_by(&self, kijker: &Kijker, moment: Moment, plan: &Plan) -> Option<Tekst> {
        let brought = plan.opdrachten.iter().find_map(|opdracht| {
            if let Opdracht::ZetGeheimhouding(set) = opdracht {
                Some(set.voor_personen.clone())
            } else {
                None
            }
        });
        let known = || Some(plan.existing.as_ref()?.0.geheimhouding.as_ref()?.voor_personen.clone());
        let from = brought.or_else(known)?;
        if from.is_empty() {
            return Some(kind::let_op_geheim_voor_iedereen());
        }
        let wie = self.names(kijker, moment, plan, &from).join(", ");
        Some(if wie.is_empty() { kind::let_op_geheim() } else { kind::LetOpGeheimVoor { wie: &wie }.tekst() })
    }

    /// What the people with these numbers are called; nobody, where whoever looks may not know of the people of the file.
    fn names(&self, kijker: &Kijker, moment: Moment, plan: &Plan, from: &[u32]) -> Vec<String> {
        let Some((dossier, betrokken)) = &plan.existing else {
            let people = plan.opdrachten.iter().filter_map(|opdracht| {
                if let Opdracht::VerbindPersoon(person) = opdracht { Some(person.naam.clone()) } else { None }
            });
            return (1..).zip(people).filter(|(nr, _)| from.contains(nr)).map(|(_, naam)| naam).collect();
        };
        if !self.matrix.leesrecht(kijker, dossier, betrokken, moment.vandaag).kent_gegevens() {
            return Vec::new();
        }
        let named = dossier.personen.iter().filter(|persoon| from.contains(&persoon.nr));
        named.map(|persoon| persoon.naam.clone()).collect()
    }
}
