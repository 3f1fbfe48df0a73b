//! Why an OSO dossier is not taken over.

use dossier::Refusal;
use exchange::oso::{OsoFout, Reden, Waarde};
use teksten::Tekst;

use crate::AppError;

pub(super) fn crowded() -> AppError {
    let reden = teksten::beheer::oso_te_druk();
    Refusal::new("te_druk", reden).instead(teksten::accounts::minuut_wachten()).into()
}

/// A value of the dossier that does not go here, with where it stands.
pub(super) fn unfit<T>(waarde: &Waarde<T>, reden: Reden) -> AppError {
    let herkomst = &waarde.herkomst;
    let fout = OsoFout { regel: herkomst.regel, element: herkomst.pad.clone(), reden };
    unusable(exchange::oso::OsoGeweigerd::from(fout).to_string()).into()
}

/// A dossier begins with an angle bracket, in whatever encoding; a PDF, an image and a text do not.
pub(super) fn looks_like_xml(bytes: &[u8]) -> bool {
    let mut begin = bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0);
    begin.find(|byte| !matches!(byte, 0xef | 0xbb | 0xbf | 0xfe | 0xff)) == Some(b'<')
}

pub(super) fn unusable(reden: String) -> Refusal {
    Refusal::new("oso_onbruikbaar", Tekst::letterlijk(reden)).instead(teksten::beheer::oso_opnieuw())
}
