//! The stories that files tell: every phase of the processes, and what happens in a child's life.

use super::verteller::{Stap, Verteller};
use super::{aanmelding, afloop, leven, plan, tlv, tlv_afloop, verwijdering};
use crate::worp::Worp;

/// At which schools a story begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waar {
    /// Mainstream primary schools.
    Basis,
    /// Secondary schools.
    Vo,
    /// Both; mostly primary.
    Beide,
}

macro_rules! verhaallijnen {
    ($($(#[$doc:meta])+ $name:ident: $waar:ident, $gewicht:literal, $module:ident :: $story:ident;)+) => {
        /// What one file tells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Verhaallijn {
            $($(#[$doc])+ $name,)+
        }

        impl Verhaallijn {
            /// Every story, in the order in which the first files tell them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            pub(super) fn waar(self) -> Waar {
                match self { $(Self::$name => Waar::$waar),+ }
            }

            /// How often it is told, in proportion to the others.
            fn gewicht(self) -> usize {
                match self { $(Self::$name => $gewicht),+ }
            }

            pub(super) fn vertel(self, verteller: &mut Verteller<'_>) -> Stap {
                match self { $(Self::$name => $module::$story(verteller)),+ }
            }
        }
    };
}

verhaallijnen! {
    /// Registered in the last weeks.
    NetAangemeld: Beide, 30, aanmelding::net_aangemeld;
    /// Registered, nothing decided, the term is over.
    TermijnVoorbij: Beide, 4, aanmelding::termijn_voorbij;
    /// The need is assessed; a decision is due today or on the next working day.
    VandaagBeslissen: Basis, 3, aanmelding::vandaag_beslissen;
    /// The need is assessed; a decision is due in the coming weeks.
    BehoefteVast: Beide, 18, aanmelding::behoefte_vast;
    /// The school waits for information.
    InformatieOpen: Basis, 9, aanmelding::informatie_open;
    /// The time to give information is over.
    InformatieVerlopen: Basis, 3, aanmelding::informatie_verlopen;
    /// The information came.
    InformatieOntvangen: Beide, 7, aanmelding::informatie_ontvangen;
    /// The term was extended.
    Verlengd: Beide, 6, aanmelding::verlengd;
    /// An underage asylum seeker, with shorter terms where the law of the day has them.
    Asielzoeker: Basis, 3, aanmelding::asielzoeker;
    /// Registered shortly before the wished date.
    LaatAangemeld: Basis, 5, aanmelding::laat;
    /// A child that is three years old.
    Driejarige: Basis, 15, aanmelding::driejarige;
    /// A parent of a pupil in the last group reports a contact and registers on the own page.
    DoorOuder: Basis, 6, aanmelding::door_ouder;
    /// Registered at a school; the next file is of the same child.
    EersteVanDubbel: Basis, 2, aanmelding::eerste_van_dubbel;
    /// The same child as in the file before, at another school.
    Dubbel: Basis, 0, aanmelding::dubbel;
    /// Another school is offered; the parents answer.
    AanbodOpen: Basis, 8, afloop::aanbod_open;
    /// The parents said yes to another school.
    AanbodAanvaard: Basis, 14, afloop::aanbod_aanvaard;
    /// The parents said no to another school.
    AanbodAfgewezen: Basis, 4, afloop::aanbod_afgewezen;
    /// Admitted.
    Toegelaten: Beide, 150, afloop::toegelaten;
    /// Refused: another school is willing.
    GeweigerdAndereSchool: Beide, 8, afloop::geweigerd_andere_school;
    /// Refused: there is no place.
    GeweigerdGeenPlaats: Beide, 6, afloop::geweigerd_geen_plaats;
    /// Turned away without a decision.
    FeitelijkGeweigerd: Basis, 4, afloop::feitelijk_geweigerd;
    /// The right to a temporary place has arisen; the child has none.
    TijdelijkNodig: Basis, 2, afloop::tijdelijk_nodig;
    /// The child has a temporary place.
    TijdelijkGeplaatst: Basis, 3, afloop::tijdelijk_geplaatst;
    /// A temporary place became definitive.
    TijdelijkDefinitief: Basis, 4, afloop::tijdelijk_definitief;
    /// The information did not come; not handled.
    BuitenBehandeling: Basis, 3, afloop::buiten_behandeling;
    /// Withdrawn by the parents.
    AanmeldingIngetrokken: Beide, 10, afloop::ingetrokken;
    /// A removal is intended.
    VerwijderingVoorgenomen: Basis, 1, verwijdering::voorgenomen;
    /// Talk about removal was held.
    VerwijderingGehoord: Vo, 1, verwijdering::gehoord;
    /// Another school is willing to take the pupil.
    VerwijderingSchoolGevonden: Basis, 1, verwijdering::school_gevonden;
    /// Removed; not reported yet.
    Verwijderd: Basis, 1, verwijdering::verwijderd;
    /// Removed and reported.
    VerwijderingGemeld: Vo, 2, verwijdering::gemeld;
    /// The intention was withdrawn.
    VoornemenIngetrokken: Beide, 2, verwijdering::ingetrokken;
    /// Suspended; the Inspectie is not told yet.
    SchorsingTeMelden: Basis, 2, verwijdering::schorsing_te_melden;
    /// Suspended and reported.
    SchorsingGemeld: Vo, 5, verwijdering::schorsing_gemeld;
    /// The school fills a request.
    TlvGestart: Beide, 12, tlv::gestart;
    /// The request is started and the parents gave their view.
    TlvZienswijze: Basis, 5, tlv::met_zienswijze;
    /// Sent; no experts yet.
    TlvAangevraagd: Beide, 12, tlv::aangevraagd;
    /// Sent weeks ago; the promised day is near or over.
    TlvBlijftLiggen: Basis, 3, tlv::blijft_liggen;
    /// The partnership asked for more.
    TlvAanvulling: Beide, 7, tlv::aanvulling_open;
    /// The time to complete is over.
    TlvAanvullingVerlopen: Basis, 2, tlv::aanvulling_verlopen;
    /// The partnership asked for more and got it.
    TlvAangevuld: Beide, 8, tlv::aangevuld;
    /// Experts are assigned; none advised.
    TlvGeenAdvies: Beide, 14, tlv::geen_advies;
    /// One of two experts advised.
    TlvEenAdvies: Beide, 12, tlv::een_advies;
    /// One expert wrote an advice for both; the other has to sign it.
    TlvVoorgelegd: Basis, 3, tlv::voorgelegd;
    /// An expert was replaced by another.
    TlvDeskundigeVervangen: Basis, 3, tlv::deskundige_vervangen;
    /// Both experts advised; a decision is due.
    TlvGeadviseerd: Beide, 12, tlv::geadviseerd;
    /// Both advised; decided late, with a notice of delay.
    TlvVertraagd: Basis, 3, tlv::vertraagd;
    /// The school gave notice of default.
    TlvInGebreke: Basis, 1, tlv::in_gebreke;
    /// Asked for vso, at the experts.
    TlvVso: Vo, 6, tlv::vso;
    /// Asked for praktijkonderwijs, sent.
    TlvPro: Vo, 5, tlv::pro;
    /// Granted, not made known.
    TlvVerleend: Beide, 6, tlv_afloop::verleend;
    /// Granted and made known; nobody placed the child yet.
    TlvVerleendBekend: Beide, 16, tlv_afloop::verleend_bekend;
    /// Granted with reasons against one advice.
    TlvAfwijkend: Basis, 3, tlv_afloop::afwijkend;
    /// Used by a school for the years to come.
    TlvGebruikt: Beide, 90, tlv_afloop::gebruikt;
    /// Used, and valid to the end of this school year.
    TlvLooptAf: Beide, 45, tlv_afloop::loopt_af;
    /// The declaration ended with the last school year and nothing was done.
    TlvVerlengingTeLaat: Basis, 2, tlv_afloop::verlenging_te_laat;
    /// A renewal is at the experts.
    TlvVerlenging: Basis, 12, tlv_afloop::verlenging;
    /// Ran out, as recorded.
    TlvVerlopen: Basis, 25, tlv_afloop::verlopen;
    /// The school of placement asks for another category.
    TlvAndereCategorie: Basis, 3, tlv_afloop::andere_categorie;
    /// Refused, not made known.
    TlvGeweigerd: Beide, 3, tlv_afloop::geweigerd;
    /// Refused and made known.
    TlvGeweigerdBekend: Beide, 14, tlv_afloop::geweigerd_bekend;
    /// Withdrawn by the partnership after it was granted.
    TlvIngetrokken: Basis, 2, tlv_afloop::ingetrokken;
    /// The school withdrew its request.
    TlvAanvraagIngetrokken: Beide, 6, tlv_afloop::aanvraag_ingetrokken;
    /// Enrolled, and nothing runs.
    Ingeschreven: Beide, 60, leven::ingeschreven;
    /// Moved within the region.
    Verhuisd: Beide, 12, leven::verhuisd;
    /// Lives with foster parents.
    Pleegzorg: Basis, 4, leven::pleegzorg;
    /// A secret address.
    GeheimAdres: Basis, 3, leven::geheim_adres;
    /// A parent without authority.
    OuderZonderGezag: Beide, 8, leven::ouder_zonder_gezag;
    /// A guardian took the parents' place.
    Voogd: Basis, 3, leven::voogd;
    /// Another name and gender in the register.
    NaamGewijzigd: Vo, 2, leven::naam_gewijzigd;
    /// Came of age.
    Meerderjarig: Vo, 4, leven::meerderjarig;
    /// A parent died.
    OuderOverleden: Beide, 2, leven::ouder_overleden;
    /// The child died: everything stopped.
    KindOverleden: Basis, 1, leven::kind_overleden;
    /// A wrong date of birth was corrected.
    Gecorrigeerd: Beide, 6, leven::gecorrigeerd;
    /// The day of receipt was corrected, with every term.
    OntvangstGecorrigeerd: Basis, 2, leven::ontvangst_gecorrigeerd;
    /// Left the school.
    Uitgeschreven: Beide, 25, leven::uitgeschreven;
    /// A plan is being made.
    PlanInDeMaak: Basis, 4, plan::in_de_maak;
    /// A plan lies before the parents.
    PlanLigtVoor: Basis, 5, plan::ligt_voor;
    /// A plan in few words holds.
    PlanKort: Basis, 10, plan::kort;
    /// A plan with goals over three rounds, evaluated.
    PlanRondes: Basis, 8, plan::rondes;
    /// Adopted without the help, on which there is no agreement.
    PlanZonderInstemming: Basis, 2, plan::zonder_instemming;
    /// One parent agrees and the other does not.
    PlanOneens: Basis, 2, plan::oneens;
    /// Another version of a plan that holds lies before the parents.
    PlanBijstelling: Basis, 3, plan::bijstelling;
    /// A plan ended.
    PlanGestopt: Basis, 3, plan::gestopt;
    /// A plan that the law does not know.
    PlanHandelingsplan: Basis, 4, plan::handelingsplan;
}

impl Verhaallijn {
    /// A story by weight. That of a double is told only after its first half.
    pub(super) fn thrown(worp: &mut Worp) -> Self {
        let total: usize = Self::ALL.iter().map(|line| line.gewicht()).sum();
        let mut left = worp.onder(total);
        for line in Self::ALL {
            if left < line.gewicht() {
                return *line;
            }
            left -= line.gewicht();
        }
        Self::Ingeschreven
    }
}
