//! Offer, admission and refusal that were recorded wrongly: the act by which each is put right, and until when.

use crate::aanmelding::afloop::{DoeAanbod, LaatToe, Weiger};
use crate::aanmelding::afloopfeiten::{AanbodGedaan, Geweigerd, Toegelaten};
use crate::aanmelding::keuze::Ouderkeuze;
use crate::algemeen::verstuurd::nog_niet_verstuurd;
use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::{Besluitvorming, Opdracht};
use crate::refusal::Refusal;
use crate::soort::WaaromZonder;
use crate::staat::{Dossier, Feit};

/// Another offer.
pub(super) fn vervang_aanbod(new: &AanbodGedaan, _: &Dossier) -> Opdracht {
    let AanbodGedaan { aanmelding, aanbod: _, school, wat, per, andere_mogelijkheden, overleg } = new.clone();
    DoeAanbod { aanmelding, school, wat, per, andere_mogelijkheden, overleg }.into()
}

/// Another admission, on what it rested.
pub(super) fn vervang_toelating(new: &Toegelaten, dossier: &Dossier) -> Opdracht {
    let aanmelding = dossier.aanmelding(new.aanmelding);
    let lives = aanmelding.and_then(|a| {
        a.zonder_verklaring.iter().rev().find(|zonder| zonder.waarom == WaaromZonder::Residentieel)
    });
    let age = aanmelding.and_then(|a| a.leeftijd.as_ref());
    let asked = aanmelding.and_then(|a| a.voorwaarde.as_ref());
    LaatToe {
        aanmelding: new.aanmelding,
        per: new.per,
        groep: new.groep.clone(),
        residentieel: lives.map(|zonder| zonder.toelichting.clone()).unwrap_or_default(),
        leeftijd: age.map(|age| age.toelichting.clone()).unwrap_or_default(),
        voorwaarde_soort: asked.map(|asked| asked.voorwaarde),
        voorwaarde_op: asked.map(|asked| asked.op),
        voorwaarde: asked.map(|asked| asked.wat.clone()).unwrap_or_default(),
        // Nobody is admitted on a no.
        voorwaarde_ja: asked.map(|_| true),
        voorwaarde_tot_en_met: asked.and_then(|asked| asked.tot_en_met),
    }
    .into()
}

/// Another refusal.
pub(super) fn vervang_weigering(new: &Geweigerd, _: &Dossier) -> Opdracht {
    let Geweigerd { aanmelding, grond, grond_tekst: _, motivering, overleg, bezwaar_uiterlijk: _ } =
        new.clone();
    Weiger { aanmelding, grond, motivering, overleg }.into()
}

/// The same offer of the same registration.
pub(super) fn zelfde_aanbod(old: &AanbodGedaan, new: &AanbodGedaan) -> Result<(), Refusal> {
    same((old.aanmelding, old.aanbod) == (new.aanmelding, new.aanbod))
}

/// The same registration.
pub(super) fn zelfde_toelating(old: &Toegelaten, new: &Toegelaten) -> Result<(), Refusal> {
    same(old.aanmelding == new.aanmelding)
}

/// The same registration.
pub(super) fn zelfde_weigering(old: &Geweigerd, new: &Geweigerd) -> Result<(), Refusal> {
    same(old.aanmelding == new.aanmelding)
}

fn same(it_is: bool) -> Result<(), Refusal> {
    if it_is { Ok(()) } else { Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort())) }
}

/// An offer that somebody answered is what was answered.
pub(super) fn onbeantwoord(dossier: &Dossier, feit: &Feit, _: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let answered = feit.gebeurtenis().and_then(|event| {
        let Gebeurtenis::AanbodGedaan(offer) = event else { return None };
        let aanmelding = dossier.aanmelding(offer.aanmelding)?;
        let aanbod = aanmelding.aanbiedingen.iter().find(|aanbod| aanbod.nr == offer.aanbod)?;
        let said = aanmelding.keuzes.iter().any(|keuze| keuze.keuze == Ouderkeuze::Aanbod(offer.aanbod));
        Some(aanbod.antwoord.is_some() || said || aanmelding.afloop.is_some())
    });
    if answered.unwrap_or_default() {
        return Err(Refusal::new("aanbod_beantwoord", sleutels::aanmelding::aanbod_beantwoord())
            .instead(sleutels::algemeen::nieuwe_stap()));
    }
    Ok(())
}

/// An offer is taken back as long as nobody heard of it by letter, and nobody answered.
pub(super) fn offer_taken_back(
    dossier: &Dossier,
    feit: &Feit,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    onbeantwoord(dossier, feit, ctx)?;
    nog_niet_verstuurd(dossier, feit, ctx)
}

/// An admission is taken back as long as its letter did not leave and the child is not there: from then on it is a pupil, who leaves by
/// the rules on removal alone.
pub(super) fn not_begun(dossier: &Dossier, feit: &Feit, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    nog_niet_verstuurd(dossier, feit, ctx)?;
    let begun = feit.gebeurtenis().and_then(|event| {
        let Gebeurtenis::Toegelaten(admitted) = event else { return None };
        let aanmelding = dossier.aanmelding(admitted.aanmelding)?;
        let per = aanmelding.toegelaten_per()?;
        Some(per <= ctx.vandaag)
    });
    if begun.unwrap_or_default() {
        return Err(Refusal::new("al_leerling", sleutels::aanmelding::toelating_is_begonnen())
            .instead(sleutels::aanmelding::toelating_verbeteren()));
    }
    Ok(())
}
