//! Work that waits for a role that nobody holds, said where whoever can see to it begins: 'Vandaag', 'Accounts', 'Beleid'.

use app::vandaag::Onbezet;
use dossier::Rol;
use web_base::error::Fout;
use web_base::onderdelen::{Link, Melding, Meldingsoort};
use web_base::session::Kijker;
use web_base::state::WebState;

/// A message for each role that nobody holds and for which work waits.
pub(in crate::paginas) async fn messages(state: &WebState, kijker: &Kijker) -> Result<Vec<Melding>, Fout> {
    let found = state.app.onbezet(&kijker.kijker, kijker.moment).await?;
    Ok(found.iter().map(|een| message(een, kijker.kijker.actor.rol)).collect())
}

fn message(een: &Onbezet, reader: Rol) -> Melding {
    let wacht = match (een.minder, een.beurten) {
        (true, aantal) => format!("Er wachten minder dan {aantal} beurten"),
        (false, 1) => "Er wacht 1 beurt".to_owned(),
        (false, aantal) => format!("Er wachten {aantal} beurten"),
    };
    let rol = een.rol.label();
    let said = format!(
        "Er is bij uw organisatie niemand met de rol {rol}. {wacht}, en niemand ziet die op Vandaag."
    );
    if reader == Rol::Organisatiebeheerder {
        let give =
            Link::new("Geef iemand deze rol", format!("/accounts?rol={}#toegang-geven", een.rol.code()));
        return Melding::new(Meldingsoort::LetOp, said).with(give);
    }
    let who = match een.beheerders.as_slice() {
        [] => "Er is ook geen beheerder van uw organisatie: vraag wie Leerrecht voor u beheert om iemand toegang te geven."
            .to_owned(),
        names => format!("Vraag de beheerder van uw organisatie om iemand deze rol te geven: {}.", names.join(", ")),
    };
    Melding::new(Meldingsoort::LetOp, format!("{said} {who}"))
}
