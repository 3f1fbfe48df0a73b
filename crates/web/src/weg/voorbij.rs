//! A form that cannot be sent any more, because of what happened since it was opened: what stands in the way, and what was
//! typed, to read and to copy.
//!
//! Asking to send it again would lead nowhere: the act itself is tried on the file as it is now.

use app::AppError;
use dossier::Refusal;
use teksten::{Taal, weg};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Inhoud};

use super::stap::{Stap, over};
use super::vorm::{Blok, Groep, Vorm};
use super::werk::Werk;

/// Why the act of a form cannot be done on the file as it is now, whatever is filled in; none while another answer in the form
/// could still do it.
pub(super) async fn obstacle(
    werk: &Werk,
    stap: &dyn Stap,
    formulier: &Formulier,
) -> Result<Option<Refusal>, Fout> {
    if let Some(refusal) = stap.belemmering(werk) {
        return Ok(Some(refusal));
    }
    let asked: Vec<String> = stap.vorm(werk, formulier).velden().map(|veld| veld.naam().to_owned()).collect();
    let fixed = |refusal: &Refusal| {
        let own = match &refusal.rij {
            Some(_) => refusal.veldnaam(),
            None => refusal.veld.map(|veld| stap.veld(veld).into()),
        };
        own.is_none_or(|veld| !asked.iter().any(|naam| *naam == veld))
    };
    let typed = match stap.lees(werk, formulier) {
        Ok(opdracht) => match werk.open.proef(opdracht).await {
            Ok(_) => return Ok(None),
            Err(AppError::Refused(refusal)) => Some(*refusal),
            Err(error) => return Err(error.into()),
        },
        Err(_) => None,
    };
    // With values in which nothing is wrong: what is refused then stands in the file.
    let tried = werk.proefdaad(stap.opdracht(), over(stap)).map(|opdracht| werk.probeer(opdracht));
    let found = match tried {
        Some(Ok(_)) => None,
        Some(Err(refusal)) => Some(refusal),
        None => typed,
    };
    Ok(found.filter(fixed))
}

/// What was typed in a form, without a field to type in.
pub(super) fn typed(vorm: &Vorm, taal: Taal) -> Vorm {
    let said = vorm.met_rij().map(|(rij, veld)| (rij, veld.label(), veld.gelezen()));
    let feiten =
        said.filter(|(.., said)| !said.is_empty()).fold(Feiten::new(), |feiten, (rij, label, said)| {
            let lines: Vec<Inhoud> = said.into_iter().map(Inhoud::from).collect();
            let label = if rij.is_empty() { label.to_owned() } else { format!("{rij}: {label}") };
            feiten.with(label, lines)
        });
    let groep = (!feiten.is_empty()).then(|| Groep::new(taal.zeg(weg::u_typte())).blok(Blok::Feiten(feiten)));
    Vorm::new(vorm.knop.clone()).groepen(groep)
}
