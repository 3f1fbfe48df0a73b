//! The words that somebody typed into a fact, for the timeline: what was typed is readable for everybody who may read the fact.
//!
//! What a page of its case shows in full (a request, an advice) is not said again. Not told by a timeline at all: contact data, of
//! which each sees only their own, the number of the child, from which document something follows, and why an assignment of an
//! expert ended, which can be about the health of that expert.

use crate::aanmelding::afloopfeiten::{AanbodGedaan, Geweigerd, Overleg, Weigeringsgrond};
use crate::gebeurtenis::Gebeurtenis;

/// A talk: with whom, and what came of it.
fn talk(overleg: &Overleg) -> [&str; 2] {
    [&overleg.met, &overleg.uitkomst]
}

/// Declares what was typed into each kind of fact. One that is left out does not compile.
macro_rules! getypt {
    (woorden { $($kind:ident |$fact:ident| $words:expr;)+ } elders_of_niet { $($none:ident),+ $(,)? }) => {
        impl Gebeurtenis {
            /// The words that somebody typed into it, in the order of the form; none of what stands on a page of its own.
            pub fn getypt(&self) -> Vec<&str> {
                let words: Vec<&str> = match self {
                    $(Self::$kind($fact) => $words,)+
                    $(Self::$none(_))|+ => Vec::new(),
                };
                words.into_iter().filter(|words| !words.trim().is_empty()).collect()
            }
        }
    };
}

getypt! {
    woorden {
        EerstContactGemeld |fact| vec![&fact.gezegd];
        Aangemeld |fact| vec![&fact.toelichting_ouders];
        OndersteuningsbehoefteVastgesteld |fact| vec![&fact.toelichting];
        InformatieGevraagd |fact| listed(&fact.wat, [&fact.waarom]);
        BuitenBehandelingGesteld |fact| vec![&fact.reden];
        BeslistermijnVerlengd |fact| vec![&fact.reden];
        AanbodGedaan |fact| offer(fact);
        AanbodAanvaard |fact| vec![&fact.toelichting];
        AanbodAfgewezen |fact| vec![&fact.reden];
        PlekVastgesteld |fact| vec![&fact.hoe];
        Geweigerd |fact| refusal(fact);
        FeitelijkGeweigerd |fact| vec![&fact.wat];
        AanmeldingIngetrokken |fact| vec![&fact.reden];
        VerwijderingVoorgenomen |fact| vec![&fact.redenen];
        OudersEnLeraarGehoord |fact| vec![&fact.leerling, &fact.ouders, &fact.leraar];
        InspectieGeraadpleegd |fact| vec![&fact.uitkomst];
        SchoolBereidGevonden |fact| vec![&fact.school.schoolnaam, &fact.school.bewijs];
        Verwijderd |fact| vec![&fact.motivering];
        VerwijderingIngetrokken |fact| vec![&fact.reden];
        GemeldAanBenW |fact| vec![&fact.gemeente];
        Geschorst |fact| vec![&fact.redenen];
        Uitgeschreven |fact| vec![&fact.reden];
        AanvullingGevraagd |fact| listed(&fact.wat, [&fact.waarom]);
        OudersReageerden |fact| vec![&fact.tekst];
        TlvAanvraagIngetrokken |fact| vec![&fact.reden];
        VertragingGemeld |fact| vec![&fact.reden];
        IngebrekestellingOntvangen |fact| vec![&fact.van];
        TlvIngetrokken |fact| vec![&fact.reden];
        CategorieWijzigingAangevraagd |fact| vec![&fact.reden];
    }
    // On a page of their own, in the sentence itself, or nothing that was typed.
    elders_of_niet {
        DossierGeopend, Gecorrigeerd, BriefVastgelegd, PostVerwerkt, OsoOvergenomen, PersoonVerbonden, GezagGewijzigd, OuderUitgenodigd,
        OuderAangesloten, Verhuisd, OnderPleegzorg, Meerderjarig, NaamOfGeslachtGewijzigd, GeheimhoudingGezet,
        NummerOntvangen, Overleden, Ingeschreven, InformatieOntvangen, TijdelijkRechtGewijzigd, TijdelijkGeplaatst,
        TijdelijkePlaatsingGeeindigd, VerklaringGetoond, Toegelaten, GemeldAanInspectie, TlvAanvraagGestart,
        TlvAangevraagd, AanvullingOntvangen, DeskundigeToegewezen, ToewijzingBeeindigd, GezamenlijkAdviesVoorgelegd,
        AdviesUitgebracht, TlvVerleend, TlvGeweigerd, Bekendgemaakt, TlvGebruikt, TlvVerlopen,
    }
}

fn offer(fact: &AanbodGedaan) -> Vec<&str> {
    let found = [&fact.school.schoolnaam, &fact.school.bewijs, &fact.wat].map(String::as_str);
    let looked = listed(&fact.andere_mogelijkheden, []);
    found.into_iter().chain(looked).chain(talk(&fact.overleg)).collect()
}

fn refusal(fact: &Geweigerd) -> Vec<&str> {
    let shown = match &fact.grond {
        Weigeringsgrond::AndereSchool(school) => &school.bewijs,
        Weigeringsgrond::Uitzondering { onderbouwing, .. } => onderbouwing,
    };
    let talked = fact.overleg.iter().flat_map(talk);
    [shown.as_str(), &fact.motivering].into_iter().chain(talked).collect()
}

fn listed<'a, const N: usize>(items: &'a [String], more: [&'a String; N]) -> Vec<&'a str> {
    items.iter().chain(more).map(String::as_str).collect()
}
