//! On what an admission or a place rests, as the school said it.

use dossier::soort::{Leeftijdsgrond, Toelatingsvoorwaarde};
use dossier::staat::Aanmelding;
use teksten::Taal;
use web_base::onderdelen::Inhoud;

use crate::weg::werk::Werk;

/// The figure by which the week of registering for secondary education begins.
pub(super) const WEEK: &str = "aanmelding.vo_eerste_dag";

/// On what an admission outside the usual age rests.
pub(super) fn outside_age(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let leeftijd = aanmelding.leeftijd.as_ref()?;
    let words = match leeftijd.grond {
        Leeftijdsgrond::Eerder => teksten::aanmelding::leeftijd_eerder(),
        Leeftijdsgrond::Voorbereid => teksten::aanmelding::leeftijd_voorbereid(),
        Leeftijdsgrond::Langer => teksten::aanmelding::leeftijd_langer(),
    };
    Some(Inhoud::from(taal.zeg(words)).above(leeftijd.toelichting.as_str()))
}

/// What the law asked before the admission, as the school saw it.
pub(super) fn condition(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let seen = aanmelding.voorwaarde.as_ref()?;
    let words = match seen.voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => teksten::aanmelding::VoorwaardeOnderzoek { op: seen.op }.tekst(),
        Toelatingsvoorwaarde::Schooladvies => {
            teksten::aanmelding::VoorwaardeSchooladvies { op: seen.op }.tekst()
        }
        Toelatingsvoorwaarde::Doorstroomtoets => {
            teksten::aanmelding::VoorwaardeDoorstroomtoets { op: seen.op }.tekst()
        }
        Toelatingsvoorwaarde::Geschiktheid => {
            teksten::aanmelding::VoorwaardeGeschiktheid { op: seen.op }.tekst()
        }
        Toelatingsvoorwaarde::Afwijking => teksten::aanmelding::VoorwaardeAfwijking { op: seen.op }.tekst(),
    };
    Some(Inhoud::from(taal.zeg(words)).above(seen.wat.as_str()))
}

/// A registration for the first year of secondary education on another day than in its week.
pub(super) fn outside_week(werk: &Werk, aanmelding: &Aanmelding) -> Option<Inhoud> {
    let (van, tot_en_met) = werk.open.buiten_de_week(aanmelding)?;
    let artikel = &werk.artikel(WEEK);
    let words = teksten::aanmelding::BuitenDeWeek { van, tot_en_met, artikel }.tekst();
    Some(werk.taal().zeg(words).into())
}

/// Why there is a place without a declaration, as the school said last.
pub(super) fn without(aanmelding: &Aanmelding) -> Option<Inhoud> {
    let last = aanmelding.zonder_verklaring.last()?;
    Some(Inhoud::from(last.waarom.label()).above(last.toelichting.as_str()))
}
