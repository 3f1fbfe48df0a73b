//! About which case an act is, whichever act it is: what happened in another case is no clash for whoever does it.

use super::{Opdracht, Opdrachtnaam};
use crate::beurt::Onderwerp;
use crate::staat::Dossier;

/// Declares about what each act is. One that is left out does not compile.
macro_rules! over {
    (@zaak Kind, $act:ident, $dossier:ident) => {{
        let _ = ($act, $dossier);
        None
    }};
    (@zaak Aanmelding, $act:ident, $dossier:ident) => { Some(Onderwerp::Aanmelding($act.aanmelding)) };
    (@zaak Verwijdering, $act:ident, $dossier:ident) => { Some(Onderwerp::Verwijdering($act.verwijdering)) };
    (@zaak Schorsing, $act:ident, $dossier:ident) => { Some(Onderwerp::Schorsing($act.schorsing)) };
    (@zaak Aanvraag, $act:ident, $dossier:ident) => { Some(Onderwerp::Aanvraag($act.aanvraag)) };
    (@zaak Melding, $act:ident, $dossier:ident) => { Some($act.over.onderwerp()) };
    (@zaak Feit, $act:ident, $dossier:ident) => { $dossier.zaak_van_feit($act.volgnummer) };
    (@nummer Kind, $nr:ident, $dossier:ident) => { None };
    // A removal by its number; that a suspension is reported is said by the act itself.
    (@nummer Melding, $nr:ident, $dossier:ident) => { over!(@nummer Verwijdering, $nr, $dossier) };
    (@nummer Feit, $nr:ident, $dossier:ident) => { $nr.and_then(|nr| $dossier.zaak_van_feit(nr)) };
    (@nummer $soort:ident, $nr:ident, $dossier:ident) => {
        $nr.and_then(|nr| u32::try_from(nr).ok()).map(Onderwerp::$soort)
    };
    ($($soort:ident: $($act:ident),+;)+) => {
        impl Opdracht {
            /// The case that it is about; none when it is about the child itself, or begins a case.
            pub fn over_zaak(&self, dossier: &Dossier) -> Option<Onderwerp> {
                match self {
                    $($(Self::$act(act) => over!(@zaak $soort, act, dossier),)+)+
                }
            }
        }

        impl Opdrachtnaam {
            fn zaak(self, dossier: &Dossier, nr: Option<u64>) -> Option<Onderwerp> {
                match self {
                    $($(Self::$act => over!(@nummer $soort, nr, dossier),)+)+
                }
            }
        }
    };
}

over! {
    Kind: OpenDossier, NeemOsoOver, VerbindPersoon, WijzigGezag, NodigOuderUit, SluitOuderAan, ZegDigitaalBereikbaar, Verhuis, MeldPleegzorg,
        MeldMeerderjarig, WijzigNaam, ZetGeheimhouding, OntvangNummer, MeldOverlijden, SchrijfIn, SchrijfUit,
        MeldEersteContact, MeldAan, NeemVerwijderingVoor, Schors, StartTlvAanvraag;
    Feit: Corrigeer, VerwerkPost;
    Aanmelding: CorrigeerOntvangst, StelBehoefteVast, VraagInformatie, OntvangInformatie, VerlengBeslistermijn,
        PlaatsTijdelijk, DoeAanbod, AanvaardAanbod, WijsAanbodAf, ToonVerklaring, StelPlekVast, LaatToe, Weiger, MeldNietGekomen, MeldGekomen, PakWeigeringOp, MeldFeitelijkeWeigering,
        StelBuitenBehandeling, TrekAanmeldingIn, LaatAanmeldingDoorgaan, GaVerderZonderOuder;
    Verwijdering: HoorOudersEnLeraar, BeginOverleg, RaadpleegInspectie, VindBereideSchool, Verwijder, StelEldersVast, TrekVoornemenIn, MeldAanBenW;
    Schorsing: BeeindigSchorsing;
    Melding: MeldAanInspectie;
    Aanvraag: LegAanvraagVoor, VraagTlvAan, VraagAanvulling, OntvangAanvulling, LaatAanvullingVervallen, WijsDeskundigeToe, BeeindigToewijzing, BrengAdviesUit,
        TekenAdvies, HerzieAdvies, GeefZienswijze, TrekTlvAanvraagIn, NeemBesluit, MaakBekend, MeldVertraging,
        OntvangIngebrekestelling, StelDwangsomVast, GebruikTlv, LaatTlvVerlopen, TrekTlvIn, VraagCategorieWijziging, BepaalVervolg;
}

/// The case that an act is about, by the name of the act and the number of its case or fact: what a form knows before
/// anything of it is read.
pub fn zaak_van(dossier: &Dossier, opdracht: &str, over: Option<u64>) -> Option<Onderwerp> {
    Opdrachtnaam::met_naam(opdracht)?.zaak(dossier, over)
}

impl Dossier {
    /// The case that a fact is about; of a correction, that of the wrong fact.
    fn zaak_van_feit(&self, volgnummer: u64) -> Option<Onderwerp> {
        self.plaats(self.feit(volgnummer)?).onderwerp
    }
}
