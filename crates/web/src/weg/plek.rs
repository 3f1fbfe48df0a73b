//! The address of one form: what it opens, and the form that it shows when it is asked for and takes when it is sent. Declared
//! with its route ([`pagina`]), so that no form is shown in one way and taken in another.
//!
//! By hand stand only addresses that look something up before there is a form, or show something else besides.

use axum::extract::{Path, State};
use axum::routing::{MethodRouter, get};
use dossier::opdracht::Opdrachtnaam;
use serde::de::DeserializeOwned;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::gang::{toon, verwerk};
use super::stap::Gemaakt;
use super::werk::Werk;

/// What an address opens.
pub(crate) trait Formulierplek: Sized + Send + Sync + 'static {
    /// The parts of the address that differ.
    type Pad: DeserializeOwned + Send + 'static;
    /// Opens it; not found for whoever may see none of it.
    fn open(
        state: &WebState,
        kijker: &Kijker,
        pad: Self::Pad,
    ) -> impl Future<Output = Result<Self, Fout>> + Send;
    /// The file.
    fn werk(&self) -> &Werk;
    /// Refuses whoever may not do this, where such a person is not to find the form; elsewhere the road says why not.
    fn vindt(&self, _opdracht: Opdrachtnaam) -> Result<(), Fout> {
        Ok(())
    }
}

/// Makes the form at an address: of what it opened, and what was sent; none when it is only shown.
pub(crate) type Maak<P> = for<'p> fn(&'p P, Aan<'_>) -> Gemaakt<'p>;

/// What was sent to an address; none when its form is only shown. What must hold to look at a form is asked only then: a form
/// that is sent twice has changed it.
pub(crate) type Aan<'f> = Option<&'f Formulier>;

/// The address of a form.
pub(crate) fn pagina<P: Formulierplek>(maak: Maak<P>) -> MethodRouter<WebState> {
    let form = move |State(state): State<WebState>, kijker: Kijker, Path(pad): Path<P::Pad>| async move {
        let plek = P::open(&state, &kijker, pad).await?;
        let stap = maak(&plek, None)?;
        plek.vindt(stap.opdracht())?;
        toon(plek.werk(), &*stap).await
    };
    let send = move |State(state): State<WebState>,
                     kijker: Kijker,
                     Path(pad): Path<P::Pad>,
                     sent: Formulier| async move {
        let plek = P::open(&state, &kijker, pad).await?;
        let stap = maak(&plek, Some(&sent))?;
        verwerk(plek.werk(), &*stap, sent).await
    };
    get(form).post(send)
}
