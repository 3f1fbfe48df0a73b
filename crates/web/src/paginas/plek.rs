//! What the addresses of forms open: a file, and in it what a number and a code name.

use std::collections::BTreeMap;

use web_base::error::Fout;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::weg::Formulierplek;
use crate::weg::werk::Werk;

impl Formulierplek for Werk {
    type Pad = String;

    async fn open(state: &WebState, kijker: &Kijker, nummer: String) -> Result<Self, Fout> {
        Self::open(state, kijker, &nummer).await
    }

    fn werk(&self) -> &Werk {
        self
    }
}

/// An open file with the rest of an address in it: the number of what it is about, and the code of what is done.
pub(super) struct Bij {
    /// The file.
    pub(super) werk: Werk,
    /// The number.
    pub(super) nr: u32,
    /// The code; empty where the address has none.
    pub(super) code: String,
}

impl Formulierplek for Bij {
    type Pad = BTreeMap<String, String>;

    async fn open(state: &WebState, kijker: &Kijker, pad: Self::Pad) -> Result<Self, Fout> {
        let part = |naam: &str| pad.get(naam).map(String::as_str).unwrap_or_default();
        let nr = part("nr").parse().map_err(|_| Fout::NietGevonden)?;
        let werk = Werk::open(state, kijker, part("nummer")).await?;
        Ok(Self { werk, nr, code: part("stap").to_owned() })
    }

    fn werk(&self) -> &Werk {
        &self.werk
    }
}
