//! P0: what happens in a child's life, and who stands around it.

use std::sync::Arc;

use base::{Date, PersoonId, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::gebeurtenis::Fold;
use crate::kaart::{kaart, met_velden};
use crate::leven::leerling::LEERLING;
use crate::leven::verbandwissel::Verbandwissel;
use crate::leven::verbeteren::{
    vervang_geheimhouding, vervang_naam, vervang_nummer, vervang_persoon, vervang_verhuizing,
};
use crate::soort::Relatie;
use crate::staat::{Adres, Dossier, Feit, Geheimhouding, Persoon, Uitnodiging};
use crate::woord::Woord;

pub use crate::leven::plaatsfeiten::{Ingeschreven, Uitgeschreven};

/// Gender as the register has it; never asked where it does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Geslacht {
    /// Boy.
    Man,
    /// Girl.
    Vrouw,
    /// Neither, or not recorded by the register.
    Onbekend,
}

/// How somebody can be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contactgegevens {
    /// E-mail address; empty when unknown.
    pub e_mail: String,
    /// Telephone; empty when unknown.
    pub telefoon: String,
    /// Address for letters where it differs from the child's; empty otherwise.
    pub adres: String,
}

/// Somebody stands around the child from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersoonVerbonden {
    /// Number in this file.
    pub persoon: u32,
    /// How letters address them: `mevrouw A. IJsvogel`.
    pub naam: String,
    /// Who they are to the child.
    pub relatie: Relatie,
    /// From when.
    pub van: Date,
    /// Until when (exclusive), where that is known beforehand.
    pub tot: Option<Date>,
    /// What shows it: an extract, a judgment, the parents' word.
    pub brondocument: String,
    /// How they can be reached.
    pub contact: Contactgegevens,
    /// For which parent or guardian somebody stands here who acts in another's name or comes along; none: for the pupil, or for
    /// nobody. Not asked in the first shape.
    pub namens: Option<u32>,
}

/// The first shape did not ask for whom.
fn for_nobody_named(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("namens", Value::Null)])
}

kaart! {
    PersoonVerbonden, "persoon_verbonden", versie 2 [for_nobody_named];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::Toegevoegd { relatie: event.relatie.woord(), naam: &event.naam }.tekst();
    terugnemen nee; vervangen (vervang_persoon); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld [NietVermeld ["brondocument"]];
    redenen geen; geboortedatum nee;
}

impl Fold for PersoonVerbonden {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.personen.push(Persoon {
            nr: self.persoon,
            naam: self.naam.clone(),
            relatie: self.relatie,
            van: self.van,
            tot: self.tot,
            brondocument: self.brondocument.clone(),
            gecontroleerd_door: feit.actor.persoon.clone(),
            contact: self.contact.clone(),
            contact_sinds: None,
            account: None,
            eerdere_accounts: Vec::new(),
            uitnodiging: None,
            digitaal: None,
            namens: self.namens,
            taal: None,
            lezing: Vec::new(),
            overleden: false,
        });
    }
}

/// The authority over the child changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GezagGewijzigd {
    /// Whose authority.
    pub persoon: u32,
    /// What they are from then on; none when they stand no longer around the child.
    pub relatie: Option<Relatie>,
    /// From when.
    pub per: Date,
    /// What shows it.
    pub brondocument: String,
}

kaart! {
    GezagGewijzigd, "gezag_gewijzigd", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::GezagGewijzigd { per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief GezagVeranderd; bijlagen geen; houder handelend;
    getypt geen; verhuld [NietVermeld ["brondocument"]];
    redenen geen; geboortedatum nee;
}

impl Fold for GezagGewijzigd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        let Some(old) = dossier.persoon_mut(self.persoon) else { return };
        let mut next = old.clone();
        old.tot = Some(self.per);
        if let Some(relatie) = self.relatie {
            next.relatie = relatie;
            next.van = self.per;
            next.tot = None;
            next.brondocument.clone_from(&self.brondocument);
            next.gecontroleerd_door = feit.actor.persoon.clone();
            dossier.personen.push(next);
        }
    }
}

/// A parent was invited to the own page with a one-time code, or the pupil who is of age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OuderUitgenodigd {
    /// Who; [`LEERLING`] for the pupil, who comes among the people of the file by the first one.
    pub persoon: u32,
    /// Last day on which the code works.
    pub geldig_tot_en_met: Date,
    /// Whoever invited them says that they work there too.
    pub werkt_hier: bool,
}

/// Before, nobody was asked whether they work there.
fn nobody_said_where(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("werkt_hier", Value::Bool(false))])
}

kaart! {
    OuderUitgenodigd, "ouder_uitgenodigd", versie 2 [nobody_said_where];
    over kind; deel A; lezers allen; zin |event| if event.persoon == LEERLING { sleutels::leven::leerling_uitgenodigd() } else { sleutels::leven::ouder_uitgenodigd() };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for OuderUitgenodigd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        if self.persoon == LEERLING && dossier.persoon(LEERLING).is_none() {
            dossier.personen.push(dossier.leerling_als_persoon(feit.on, &feit.actor));
        }
        if let Some(persoon) = dossier.persoon_mut(self.persoon) {
            persoon.uitnodiging = Some(Uitnodiging {
                op: feit.on,
                geldig_tot_en_met: self.geldig_tot_en_met,
                volgnummer: feit.volgnummer,
                van: feit.actor.organisatie.clone(),
                werkt_hier: self.werkt_hier,
            });
        }
    }
}

/// A parent used the code, or the pupil: from now on this account is theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OuderAangesloten {
    /// Who.
    pub persoon: u32,
    /// Their account.
    pub account: PersoonId,
}

kaart! {
    OuderAangesloten, "ouder_aangesloten", versie 1 [];
    over kind; deel A; lezers allen; zin |event| if event.persoon == LEERLING { sleutels::leven::leerling_aangesloten() } else { sleutels::leven::ouder_aangesloten() };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for OuderAangesloten {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        for persoon in dossier.personen.iter_mut().filter(|p| p.nr == self.persoon) {
            persoon.account = Some(self.account.clone());
        }
    }
}

/// The child moved. Which partnership is competent from then on is computed anew when it matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verhuisd {
    /// From when.
    pub per: Date,
    /// The new address.
    pub adres: Adres,
}

kaart! {
    Verhuisd, "verhuisd", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::Verhuisd { per: event.per }.tekst();
    terugnemen ja; vervangen (vervang_verhuizing); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for Verhuisd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        if let Some(leerling) = dossier.leerling.as_mut()
            && leerling.adres_sinds.is_none_or(|sinds| sinds <= self.per)
        {
            let since = self.per.max(dates::today_in_nl(feit.recorded_at));
            dossier.verbandwissels.extend(Verbandwissel::of(&leerling.adres, &self.adres, since));
            leerling.adres = self.adres.clone();
            leerling.adres_sinds = Some(self.per);
        }
    }
}

/// The child lives with foster parents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnderPleegzorg {
    /// From when.
    pub per: Date,
    /// The foster parent, by number in the file.
    pub persoon: u32,
}

kaart! {
    OnderPleegzorg, "onder_pleegzorg", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::Pleegouders { per: event.per }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for OnderPleegzorg {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        dossier.pleegzorg_sinds = Some(self.per);
    }
}

/// The pupil comes of age and takes the parents' place: recorded before that day or after, with whether they can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meerderjarig {
    /// The eighteenth birthday.
    pub per: Date,
    /// The pupil can look after their own interests; else a curator or mentor acts.
    pub handelingsbekwaam: bool,
}

kaart! {
    Meerderjarig, "meerderjarig", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::Meerderjarig { per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief WordtMeerderjarig; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum (crate::leven::verbeteren::meerderjarig);
}

impl Fold for Meerderjarig {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        dossier.meerderjarig_per = Some(self.per);
        dossier.handelingsbekwaam = self.handelingsbekwaam;
        dossier.meerderjarigheid_verteld = true;
    }
}

/// The child's name or gender changed; pages and letters show the new one only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NaamOfGeslachtGewijzigd {
    /// From when.
    pub per: Date,
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname.
    pub voorvoegsel: String,
    /// Surname.
    pub achternaam: String,
    /// Gender.
    pub geslacht: Option<Geslacht>,
}

kaart! {
    NaamOfGeslachtGewijzigd, "naam_of_geslacht_gewijzigd", versie 1 [];
    over kind; deel A; lezers allen; zin |_| sleutels::leven::gegevens_gewijzigd();
    terugnemen nee; vervangen (vervang_naam); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for NaamOfGeslachtGewijzigd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        if let Some(leerling) = dossier.leerling.as_mut() {
            leerling.roepnaam.clone_from(&self.roepnaam);
            leerling.voorvoegsel.clone_from(&self.voorvoegsel);
            leerling.achternaam.clone_from(&self.achternaam);
            leerling.geslacht = self.geslacht;
        }
        dossier.noem_leerling();
    }
}

/// An address is secret, in whole or from named persons; also lifted this way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeheimhoudingGezet {
    /// Secret from now on, or no longer.
    pub geheim: bool,
    /// From whom, by number in the file; empty means from everybody outside the school and SWV.
    pub voor_personen: Vec<u32>,
    /// Where it comes from: BRP, the school, the parent.
    pub bron: String,
}

kaart! {
    GeheimhoudingGezet, "geheimhouding_gezet", versie 1 [];
    over kind; deel A; lezers allen; zin |event| if event.geheim { sleutels::leven::adres_geheim() } else { sleutels::leven::adres_niet_geheim() };
    terugnemen ja; vervangen (vervang_geheimhouding); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld [Leeg ["bron"]];
    redenen geen; geboortedatum nee;
}

impl Fold for GeheimhoudingGezet {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        let earlier = dossier.geheimhouding.take();
        dossier.geheimhouding = self.geheim.then(|| Geheimhouding {
            sinds: feit.on,
            voor_personen: self.voor_personen.clone(),
            volgnummer: feit.volgnummer,
            eerder: earlier.map(Box::new),
        });
    }
}

/// The school received the persoonsgebonden nummer. Kept under the school's own key; never a key
/// to anything, never shown to the SWV (R9.3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NummerOntvangen {
    /// Nine digits.
    pub pgn: String,
}

kaart! {
    NummerOntvangen, "nummer_ontvangen", versie 1 [];
    over kind; deel A; lezers allen; zin |_| sleutels::leven::nummer_ontvangen();
    terugnemen nee; vervangen (vervang_nummer); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl std::fmt::Debug for NummerOntvangen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NummerOntvangen")
    }
}

impl Fold for NummerOntvangen {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.nummer_ontvangen = Some(feit.on);
    }
}

/// Who died.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overledene {
    /// The child: letters, terms, tasks and calendar stop at once.
    Leerling,
    /// Somebody around the child, by number in the file.
    Persoon(u32),
}

/// By the number of a person; none has 0, which is the child itself.
impl From<u32> for Overledene {
    fn from(nr: u32) -> Self {
        if nr == 0 { Self::Leerling } else { Self::Persoon(nr) }
    }
}

/// A death. Nothing automatic is sent from then on to or about whoever died; a person writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overleden {
    /// Who.
    pub wie: Overledene,
    /// When.
    pub op: Date,
}

kaart! {
    Overleden, "overleden", versie 1 [];
    over kind; deel A; lezers allen; zin |event| match event.wie {
        Overledene::Leerling => sleutels::leven::leerling_overleden(),
        Overledene::Persoon(_) => sleutels::leven::iemand_overleden(),
    };
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for Overleden {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        match self.wie {
            Overledene::Leerling => dossier.overleden_op = Some(self.op),
            Overledene::Persoon(nr) => {
                for persoon in dossier.personen.iter_mut().filter(|p| p.nr == nr) {
                    persoon.overleden = true;
                }
            }
        }
    }
}
