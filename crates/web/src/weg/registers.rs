//! Fields in which something of a register is asked: what the register has is looked up when the page is shown, and offered beside what
//! can be typed.

use base::Date;
use web_base::error::Fout;
use web_base::onderdelen::{Optie, Register, Veld};
use web_base::state::WebState;

use super::vorm::Vorm;

/// A field with what its register has on a day; as it is where it asks nothing of one.
pub(crate) async fn aangevuld(state: &WebState, on: Date, veld: Veld) -> Result<Veld, Fout> {
    match veld.register() {
        Some(register) => Ok(veld.offering(known(state, on, register).await?)),
        None => Ok(veld),
    }
}

/// A form in which every such field has what its register has.
pub(super) async fn opgezocht(state: &WebState, on: Date, vorm: Vorm) -> Result<Vorm, Fout> {
    let mut asked: Vec<(Register, Vec<Optie>)> = Vec::new();
    for register in [Register::Samenwerkingsverbanden, Register::Gemeenten] {
        if vorm.velden().any(|veld| veld.register() == Some(register)) {
            asked.push((register, known(state, on, register).await?));
        }
    }
    if asked.is_empty() {
        return Ok(vorm);
    }
    Ok(vorm.each(|veld| match asked.iter().find(|(register, _)| veld.register() == Some(*register)) {
        Some((_, keuzes)) => veld.offering(keuzes.clone()),
        None => veld,
    }))
}

async fn known(state: &WebState, on: Date, register: Register) -> Result<Vec<Optie>, Fout> {
    Ok(match register {
        Register::Samenwerkingsverbanden => {
            let found = state.app.verbanden(on).await?;
            found
                .into_iter()
                .map(|(code, naam)| Optie::new(code.as_str(), named(code.as_str(), naam)))
                .collect()
        }
        Register::Gemeenten => {
            let found = state.app.gemeenten(on).await?;
            found.into_iter().map(|naam| Optie::new(naam.as_str(), naam.as_str())).collect()
        }
    })
}

/// A browser shows the code, the words, or both: the code stands in both.
fn named(code: &str, naam: String) -> String {
    if naam == code { naam } else { format!("{naam} ({code})") }
}
