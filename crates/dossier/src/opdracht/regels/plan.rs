//! What the law asks of a plan.

use base::Date;
use recht::opp;
use recht::soort::OppOnderdeel;

use super::{keep, wrong_input};
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::berekend::Berekend;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;

/// R3.3-R3.6: what the law of a day asks of an ontwikkelingsperspectief and is not there.
pub fn opp_ontbreekt(
    ctx: &Besluitvorming<'_>,
    plek: Onderwijsplek,
    (aanwezig, wijkt_af): (Vec<OppOnderdeel>, bool),
    op: Date,
) -> Result<Berekend<Vec<OppOnderdeel>>, Refusal> {
    let schoolsoort = plek.opp_schoolsoort();
    let invoer = opp::VolledigheidInvoer { schoolsoort, aanwezig, wijkt_af_van_programma: wijkt_af };
    let toetsing = opp::volledigheid(ctx.wet, op, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| uitkomst.ontbreekt)
}
