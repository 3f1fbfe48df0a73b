//! A file that is opened: the child and its people, as whoever opens it knows them, and the act with which it begins.
//!
//! Each part has declared fields, so that a form, its draft and the JSON body ask the same. They belong to no file yet:
//! that is why they are not among the acts that a file knows ([`crate::opdracht::daden`]).

use base::Date;
use verband::grenzen::MEESTE_OUDERS_BIJ_OPENEN;

use crate::aanmelding::opdracht::refuse_too_young;
use crate::algemeen::opdracht::{OpenDossier, check_birth};
use crate::leven::feiten::Contactgegevens;
use crate::leven::opdracht::ZetGeheimhouding;
use crate::leven::taal::LegTaalVast;
use crate::opdracht::velden::{
    Bron, Contact, Daad, Invulling, Keuze, Leesfout, MagRegel, MetGezag, Omgeving, Regel, Rijen, Rijgroep,
    Rijwaarde, Veld, Vinkje, gelezen, samen,
};
use crate::opdracht::{Besluitvorming, Opdrachtnaam};
use crate::refusal::Refusal;
use crate::soort::{Geheimkring, Relatie, Schoolsoort};

/// The acts with which a file can begin: the parents registered the child, or it is at school already.
pub const BEGINNEN: [Opdrachtnaam; 2] = [Opdrachtnaam::MeldAan, Opdrachtnaam::SchrijfIn];

/// The child.
pub const KIND: Daad = Daad::of::<OpenDossier>(Opdrachtnaam::OpenDossier.naam());

/// A child born on a day can be registered today at a school of a kind: of one with whom no school could do anything, nothing comes to one.
pub fn kan_aangemeld(born: Date, soort: Schoolsoort, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    check_birth(born, ctx)?;
    let young = refuse_too_young(soort, ctx.vandaag, born, ctx);
    young.map_err(|refusal| Refusal { veld: Some("geboortedatum"), ..refusal })
}

/// Somebody with authority, or who cares for the child, as whoever opens the file knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweOuder {
    /// How letters address them.
    pub naam: String,
    /// Who they are to the child.
    pub relatie: Relatie,
    /// What shows it.
    pub brondocument: String,
    /// How they can be reached.
    pub contact: Contactgegevens,
    /// In what language one talks with them; empty: Dutch.
    pub taal: String,
    /// An interpreter is needed at a talk.
    pub tolk: bool,
    /// It is secret from this person where the child lives and goes to school.
    pub geheim: bool,
}

samen!(
    /// Their fields.
    Ouder -> NieuweOuder {
        naam: Regel = "naam",
        relatie: MetGezag = "relatie",
        brondocument: Regel = "brondocument",
        contact: Contact = "contact",
        taal: MagRegel = "taal",
        tolk: Vinkje = "tolk",
        geheim: Vinkje = "geheim",
    }
);

/// One must be there; who is not among these is added when there is a file.
impl Rijgroep for Ouder {
    const MINSTENS: u32 = 1;
    const HOOGSTENS: u32 = MEESTE_OUDERS_BIJ_OPENEN;

    fn rij(nr: u32) -> sleutels::Tekst {
        sleutels::algemeen::RijOuder { nr: i32::try_from(nr).unwrap_or(i32::MAX) }.tekst()
    }
}

/// Everybody with authority: the name of the list.
pub const OUDERS: &str = "ouders";

/// The list of everybody with authority, as a field.
pub fn oudervelden() -> Vec<Veld> {
    Rijen::<Ouder>::velden(OUDERS)
}

/// Reads everybody with authority. Of a pupil of age (`meerderjarig`) nobody has it, and nobody needs to be named (BW 1:233, 1:245).
pub fn lees_ouders(
    bron: &Bron<'_>,
    omgeving: &Omgeving<'_>,
    meerderjarig: bool,
) -> Result<Vec<Rijwaarde<NieuweOuder>>, Vec<Leesfout>> {
    let asked = ["ouders.1.naam", "ouders.1.relatie", "ouders.1.brondocument"];
    if meerderjarig && asked.iter().all(|veld| bron(veld).trim().is_empty()) {
        return Ok(Vec::new());
    }
    let mut fouten = Vec::new();
    let read = Rijen::<Ouder>::lees(OUDERS, bron, omgeving, &mut fouten);
    gelezen(read, fouten)
}

/// Who of these people were ticked, by the number that they get in a new file.
pub fn geheim_voor(ouders: &[NieuweOuder]) -> Vec<u32> {
    (1..).zip(ouders).filter(|(_, ouder)| ouder.geheim).map(|(nr, _)| nr).collect()
}

/// The acts that record in what language one talks with these people, by the number that they get in a new file; none of whom nothing
/// was said.
pub fn talen(ouders: &[NieuweOuder]) -> impl Iterator<Item = LegTaalVast> {
    let said = (1..).zip(ouders).filter(|(_, ouder)| ouder.tolk || !ouder.taal.trim().is_empty());
    said.map(|(persoon, ouder)| LegTaalVast { persoon, taal: ouder.taal.clone(), tolk: ouder.tolk })
}

/// From whom it is secret where the child lives and goes to school, asked before the first letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweGeheimhouding {
    /// From whom.
    pub kring: Geheimkring,
    /// Where that comes from.
    pub bron: String,
}

samen!(
    /// Its fields.
    Geheim -> NieuweGeheimhouding {
        kring: Keuze<Geheimkring> = "geheim",
        bron: MagRegel = "geheim_bron",
    }
);

/// From whom it is secret: the name of the field, here and in the row of each person.
pub const GEHEIM: &str = "geheim";

/// Where that comes from: the name of the field.
pub const GEHEIM_BRON: &str = "geheim_bron";

/// The question from whom it is secret where the child is, as fields.
pub fn geheimvelden() -> Vec<Veld> {
    Geheim::velden(GEHEIM)
}

/// Reads from whom it is secret where the child is.
pub fn lees_geheim(bron: &Bron<'_>, omgeving: &Omgeving<'_>) -> Result<NieuweGeheimhouding, Vec<Leesfout>> {
    let mut fouten = Vec::new();
    let read = Geheim::lees(GEHEIM, bron, omgeving, &mut fouten);
    gelezen(read, fouten)
}

/// Nobody said that anything is secret.
impl Default for NieuweGeheimhouding {
    fn default() -> Self {
        Self { kring: Geheimkring::Niemand, bron: String::new() }
    }
}

impl NieuweGeheimhouding {
    /// The act that records it, with the people who were ticked by their number in the file; none where nothing is secret.
    /// What contradicts itself is refused: a tick that is passed over would send a letter to where it must never come.
    pub fn opdracht(&self, genoemd: &[u32]) -> Result<Option<ZetGeheimhouding>, Refusal> {
        let voor_personen: Vec<u32> = match self.kring {
            Geheimkring::Personen => genoemd.to_vec(),
            Geheimkring::Niemand | Geheimkring::Iedereen => Vec::new(),
        };
        match self.kring {
            Geheimkring::Niemand if !genoemd.is_empty() => {
                return Err(Refusal::field(GEHEIM, sleutels::leven::toch_geheim_voor_iemand()));
            }
            Geheimkring::Niemand => return Ok(None),
            Geheimkring::Personen if voor_personen.is_empty() => {
                return Err(Refusal::field(GEHEIM, sleutels::leven::geheim_voor_wie()));
            }
            Geheimkring::Personen | Geheimkring::Iedereen => {}
        }
        if self.bron.trim().is_empty() {
            return Err(Refusal::field(GEHEIM_BRON, sleutels::leven::geheim_waaruit()));
        }
        Ok(Some(ZetGeheimhouding { geheim: true, voor_personen, bron: self.bron.clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opdracht::velden::{Mis, Veldsoort};
    use crate::opdracht::{Opdracht, daden};

    const HIER: Omgeving<'static> = Omgeving { vandaag: base::Date::MIN, school: None, actor: None };

    fn source<'a>(typed: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> String + 'a {
        |naam| typed.iter().find(|(known, _)| *known == naam).map_or("", |(_, text)| text).to_owned()
    }

    #[test]
    fn the_child_is_read_and_what_must_be_known_of_it_is_named() {
        let typed = [("roepnaam", "Pim"), ("achternaam", "IJsbeer"), ("geboortedatum", "4-5-2020")];
        let Ok(Opdracht::OpenDossier(kind)) = (KIND.lees)(0, &source(&typed), &HIER) else { panic!("read") };
        assert_eq!((kind.roepnaam.as_str(), kind.geboortedatum), ("Pim", "2020-05-04".parse().unwrap()));
        assert!(kind.voorvoegsel.is_empty() && kind.geslacht.is_none());
        let wrong = (KIND.lees)(0, &source(&[("postcode", "99AB")]), &HIER).unwrap_err();
        let named: Vec<&str> = wrong.iter().map(|fout| fout.veld).collect();
        assert_eq!(named, ["roepnaam", "achternaam", "geboortedatum", "postcode"]);
    }

    #[test]
    fn whoever_has_no_authority_is_added_when_there_is_a_file() {
        let typed = |relatie| {
            [
                ("ouders.1.naam", "O. IJsbeer"),
                ("ouders.1.relatie", relatie),
                ("ouders.1.brondocument", "akte"),
            ]
        };
        let with = Relatie::ALL.iter().filter(|relatie| relatie.is_ouder_in_onderwijs());
        assert!(with.clone().count() > 1);
        for relatie in Relatie::ALL {
            let read = lees_ouders(&source(&typed(relatie.code())), &HIER, false);
            match read {
                Ok(read) => {
                    let [ouder] = &read[..] else { panic!("one") };
                    assert!(relatie.is_ouder_in_onderwijs() && ouder.waarde.relatie == *relatie);
                }
                Err(wrong) => {
                    assert!(!relatie.is_ouder_in_onderwijs());
                    let [wrong] = &wrong[..] else { panic!("one") };
                    assert_eq!(wrong.plek().1, &Leesfout { veld: "relatie", wat: Mis::Leeg });
                }
            }
        }
        let codes: Vec<&str> = with.map(|relatie| relatie.code()).collect();
        let asked = oudervelden()[0].met_naam("ouders.1.relatie").map(|veld| veld.soort);
        assert!(matches!(asked, Some(Veldsoort::Keuze(known)) if known == codes));
    }

    #[test]
    fn what_a_file_begins_with_is_an_act_with_declared_fields_and_opening_it_is_none_of_a_file() {
        assert!(BEGINNEN.iter().all(|act| act.daad().is_some()));
        assert!(daden().all(|daad| daad.naam != KIND.naam));
    }

    fn parents(secret: &[bool]) -> Vec<NieuweOuder> {
        let parent = |geheim: &bool| NieuweOuder {
            naam: "O. IJsbeer".to_owned(),
            relatie: Relatie::Gezagsouder,
            brondocument: "akte".to_owned(),
            contact: Contactgegevens::default(),
            taal: String::new(),
            tolk: false,
            geheim: *geheim,
        };
        secret.iter().map(parent).collect()
    }

    #[test]
    fn from_whom_it_is_secret_is_asked_and_an_answer_that_contradicts_itself_is_refused() {
        let read = |kring: &str, bron: &str| {
            lees_geheim(&source(&[("geheim", kring), ("geheim_bron", bron)]), &HIER)
        };
        assert_eq!(read("", "").unwrap_err(), [Leesfout { veld: "geheim", wat: Mis::Leeg }]);
        let act = |kring, bron, secret: &[bool]| {
            read(kring, bron).unwrap().opdracht(&geheim_voor(&parents(secret)))
        };
        assert_eq!(act("niemand", "", &[false, false]), Ok(None));
        let for_whom = |kring, secret: &[bool]| {
            let act = act(kring, "de moeder", secret).unwrap().unwrap();
            (act.geheim, act.voor_personen)
        };
        assert_eq!(for_whom("personen", &[false, true]), (true, vec![2]));
        assert_eq!(for_whom("iedereen", &[false, false]), (true, vec![]));
        // Whoever is ticked besides is one of everybody: the answer that hides more counts.
        assert_eq!(for_whom("iedereen", &[true, false]), (true, vec![]));
        let refused = |kring, bron, secret: &[bool]| act(kring, bron, secret).unwrap_err().veld;
        assert_eq!(refused("niemand", "", &[false, true]), Some("geheim"));
        assert_eq!(refused("personen", "de moeder", &[false, false]), Some("geheim"));
        assert_eq!(refused("personen", " ", &[true, false]), Some("geheim_bron"));
    }
}
