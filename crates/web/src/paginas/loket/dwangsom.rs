//! Laying down the penalty that ran because a decision came late.

use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::{Opdrachtnaam, regels};
use dossier::tlv::dwangsom::{Dwangsomdeel, Dwangsomperiode, total};
use web_base::error::Fout;
use web_base::onderdelen::{Feiten, Inhoud, Veld};

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

const ACT: Opdrachtnaam = Opdrachtnaam::StelDwangsomVast;

/// For which days, how much, and whether.
pub(super) fn fix<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    let open = owed(gezien).is_some();
    if aan.is_none() && !open {
        return Err(Fout::NietGevonden);
    }
    Aanvraagstap {
        titel: "De dwangsom vaststellen".into(),
        vooraf: vec![
            format!("Het besluit kwam te laat, ook na de termijn die met de ingebrekestelling van de aanvrager begon. U stelt nu vast of u een dwangsom moet betalen, en hoeveel ({}).", gezien.werk.artikel("dwangsom.vaststellen")),
            "Of de dag van de bekendmaking zelf meetelt, staat niet in de wet. Hier telt die niet mee.".to_owned(),
        ],
        feiten: facts(gezien),
        velden: vec![
            Veld::textarea("niet_verschuldigd", "Waarom hoeft u geen dwangsom te betalen?", 4).hint(
                format!("Laat leeg als u wel moet betalen. Het hoeft alleen niet als de ingebrekestelling onredelijk laat kwam, als de aanvrager geen belanghebbende is, of als de aanvraag duidelijk niet kon worden behandeld of toegewezen ({}). De school leest dit in de brief.", gezien.werk.artikel("dwangsom.niet_verschuldigd")),
            ),
        ],
        knop: "Stel de dwangsom vast".into(),
        gevolg: "Dit is een besluit. Het is vandaag bekend: de brief aan de school gaat vandaag op de post.",
        gedaan: ("", "dwangsom"),
        ..Aanvraagstap::of(gezien, ACT, Doel::Termijn)
    }
    .klaar()
}

fn facts(gezien: &Gezien) -> Feiten {
    let Some(periode) = owed(gezien) else { return Feiten::new() };
    let days = format!(
        "van {} tot en met {}: {} dagen",
        short_nl(periode.van),
        short_nl(periode.tot_en_met),
        periode.dagen()
    );
    let ctx = gezien.open_file().besluitvorming_over(&gezien.aanvraag.swv.uitkomst);
    let treden = regels::dwangsom(&ctx, &periode).unwrap_or_default();
    let rows: Vec<Inhoud> = treden.iter().map(|trede| row(trede).into()).collect();
    Feiten::new()
        .with("De dwangsom liep", days)
        .with("Bedrag per dag", rows)
        .with("Samen", total(&treden).to_string())
        .with("Vaststellen", format!("uiterlijk {}", short_nl(periode.vaststellen_uiterlijk)))
}

fn row(trede: &Dwangsomdeel) -> String {
    format!("{} dagen: {}", trede.dagen, trede.per_dag)
}

/// The penalty that the partnership of who looks owes, also of a request that it forwarded or that was taken back.
fn owed(gezien: &Gezien) -> Option<Dwangsomperiode> {
    let own = &gezien.werk.kijker.kijker.actor.organisatie;
    gezien.aanvraag.vast_te_stellen_door(own).map(|owed| owed.periode)
}
