//! The words that somebody typed into a fact, for the timeline: what was typed is readable for everybody who may read the fact.
//!
//! What a page of its case shows in full (a request, an advice) is not said again. Not told by a timeline at all: contact data, of
//! which each sees only their own, the number of the child, from which document something follows, and why an assignment of an
//! expert ended, which can be about the health of that expert.

use crate::aanmelding::afloopfeiten::{Overleg, Weigeringsgrond};
use crate::gebeurtenis::Gebeurtenis;

/// A talk: with whom, and what came of it.
fn talk(overleg: &Overleg) -> [&str; 2] {
    [&overleg.met, &overleg.uitkomst]
}

impl Gebeurtenis {
    /// The words that somebody typed into it, in the order of the form; none of what stands on a page of its own.
    pub fn getypt(&self) -> Vec<&str> {
        let words: Vec<&str> = match self {
            Self::EerstContactGemeld(fact) => vec![&fact.gezegd],
            Self::Aangemeld(fact) => vec![&fact.toelichting_ouders],
            Self::OndersteuningsbehoefteVastgesteld(fact) => vec![&fact.toelichting],
            Self::InformatieGevraagd(fact) => listed(&fact.wat, [&fact.waarom]),
            Self::BuitenBehandelingGesteld(fact) => vec![&fact.reden],
            Self::BeslistermijnVerlengd(fact) => vec![&fact.reden],
            Self::AanbodGedaan(fact) => {
                let found = [&fact.school.schoolnaam, &fact.school.bewijs, &fact.wat].map(String::as_str);
                let looked = listed(&fact.andere_mogelijkheden, []);
                found.into_iter().chain(looked).chain(talk(&fact.overleg)).collect()
            }
            Self::AanbodAanvaard(fact) => vec![&fact.toelichting],
            Self::AanbodAfgewezen(fact) => vec![&fact.reden],
            Self::PlekVastgesteld(fact) => vec![&fact.hoe],
            Self::Geweigerd(fact) => {
                let shown = match &fact.grond {
                    Weigeringsgrond::AndereSchool(school) => &school.bewijs,
                    Weigeringsgrond::Uitzondering { onderbouwing, .. } => onderbouwing,
                };
                let talked = fact.overleg.iter().flat_map(talk);
                [shown.as_str(), &fact.motivering].into_iter().chain(talked).collect()
            }
            Self::FeitelijkGeweigerd(fact) => vec![&fact.wat],
            Self::AanmeldingIngetrokken(fact) => vec![&fact.reden],
            Self::VerwijderingVoorgenomen(fact) => vec![&fact.redenen],
            Self::OudersEnLeraarGehoord(fact) => vec![&fact.leerling, &fact.ouders, &fact.leraar],
            Self::InspectieGeraadpleegd(fact) => vec![&fact.uitkomst],
            Self::SchoolBereidGevonden(fact) => vec![&fact.school.schoolnaam, &fact.school.bewijs],
            Self::Verwijderd(fact) => vec![&fact.motivering],
            Self::VerwijderingIngetrokken(fact) => vec![&fact.reden],
            Self::GemeldAanBenW(fact) => vec![&fact.gemeente],
            Self::Geschorst(fact) => vec![&fact.redenen],
            Self::Uitgeschreven(fact) => vec![&fact.reden],
            Self::AanvullingGevraagd(fact) => listed(&fact.wat, [&fact.waarom]),
            Self::OudersReageerden(fact) => vec![&fact.tekst],
            Self::TlvAanvraagIngetrokken(fact) => vec![&fact.reden],
            Self::VertragingGemeld(fact) => vec![&fact.reden],
            Self::IngebrekestellingOntvangen(fact) => vec![&fact.van],
            Self::TlvIngetrokken(fact) => vec![&fact.reden],
            Self::CategorieWijzigingAangevraagd(fact) => vec![&fact.reden],
            // On a page of their own, in the sentence itself, or nothing that was typed.
            Self::DossierGeopend(_)
            | Self::Gecorrigeerd(_)
            | Self::BriefVastgelegd(_)
            | Self::OsoOvergenomen(_)
            | Self::PersoonVerbonden(_)
            | Self::GezagGewijzigd(_)
            | Self::OuderUitgenodigd(_)
            | Self::OuderAangesloten(_)
            | Self::Verhuisd(_)
            | Self::OnderPleegzorg(_)
            | Self::Meerderjarig(_)
            | Self::NaamOfGeslachtGewijzigd(_)
            | Self::GeheimhoudingGezet(_)
            | Self::NummerOntvangen(_)
            | Self::Overleden(_)
            | Self::Ingeschreven(_)
            | Self::InformatieOntvangen(_)
            | Self::TijdelijkRechtGewijzigd(_)
            | Self::TijdelijkGeplaatst(_)
            | Self::TijdelijkePlaatsingGeeindigd(_)
            | Self::VerklaringGetoond(_)
            | Self::Toegelaten(_)
            | Self::GemeldAanInspectie(_)
            | Self::TlvAanvraagGestart(_)
            | Self::TlvAangevraagd(_)
            | Self::AanvullingOntvangen(_)
            | Self::DeskundigeToegewezen(_)
            | Self::ToewijzingBeeindigd(_)
            | Self::GezamenlijkAdviesVoorgelegd(_)
            | Self::AdviesUitgebracht(_)
            | Self::TlvVerleend(_)
            | Self::TlvGeweigerd(_)
            | Self::Bekendgemaakt(_)
            | Self::TlvGebruikt(_)
            | Self::TlvVerlopen(_) => Vec::new(),
        };
        words.into_iter().filter(|words| !words.trim().is_empty()).collect()
    }
}

fn listed<'a, const N: usize>(items: &'a [String], more: [&'a String; N]) -> Vec<&'a str> {
    items.iter().chain(more).map(String::as_str).collect()
}
