//! Making a decision known: how and when, until when one can object, and which letters go out.

use app::AppError;
use app::inzage::Doel;
use base::Date;
use base::dates::short_nl;
use dossier::opdracht::{Opdrachtnaam, regels};
use dossier::soort::Bekendmakingswijze;
use dossier::tlv::besluit::MaakBekend;
use verband::grenzen::DAGEN_TOT_VERZENDEN;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Inhoud, Optie, Uitleg, Veld};

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::paginas::woorden::letter_name;
use crate::weg::vorm::{Blok, Groep};
use crate::weg::{Aan, Blad, Gemaakt, Stap};

/// It was made known and no letter of it left, so that it can be made known anew: on another day than it was.
pub(in crate::paginas) fn is_still_here(gezien: &Gezien) -> bool {
    let on = gezien.werk.vandaag();
    let known = gezien.aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op);
    let days = [Some(on), base::dates::plus_days(on, 1)];
    let another = days.into_iter().flatten().find(|day| known.is_some_and(|known| known != *day));
    another.is_some_and(|op| {
        let act = MaakBekend { aanvraag: gezien.plek.nr, op, wijze: Bekendmakingswijze::Post };
        gezien.open_file().kan(act).is_ok()
    })
}

/// How and when; for whoever decided, as long as it can be made known.
pub(super) fn stap<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    let decided = gezien.aanvraag.besluit.is_some() && gezien.aanvraag.bekendmaking.is_none();
    let possible = gezien.by_swv(&gezien.werk.kijker) && (decided || is_still_here(gezien));
    if aan.is_none() && !possible {
        return Err(Fout::NietGevonden);
    }
    Aanvraagstap {
        titel: "Het besluit bekendmaken".into(),
        vooraf: vec![
            "Een besluit geldt pas als het is bekendgemaakt. De dag daarna begint de tijd om bezwaar te maken.".to_owned(),
        ],
        velden: fields().to_vec(),
        begin: vec![
            ("op".into(), gezien.werk.vandaag().to_string()),
            ("wijze".into(), Bekendmakingswijze::Post.code().to_owned()),
        ],
        knop: "Bekendmaken".into(),
        gevolg: "Na deze stap staan de brieven klaar en zien de school en de ouders het besluit.",
        gedaan: ("", "bekend"),
        blad: Some(|gezien, blad| Box::pin(page(gezien, blad))),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::MaakBekend, Doel::Bekendmaken)
    }
    .klaar()
}

/// What would follow is asked of the core when the form is shown, not when it is sent: by then it may be known already.
async fn page(gezien: &Gezien, mut blad: Blad) -> Uitkomst {
    let feiten = facts(gezien).await?;
    if !feiten.is_empty() {
        blad.vorm.groepen.insert(0, Groep::new("").blok(Blok::Feiten(feiten)));
    }
    Ok(blad.answer())
}

async fn facts(gezien: &Gezien) -> Result<Feiten, Fout> {
    let on = gezien.werk.vandaag();
    let mut feiten = Feiten::new();
    if let Some(last) = gezien.aanvraag.beslissen_uiterlijk_op(on) {
        feiten = feiten.with("Laatste dag van de wet", last_day(last, on));
    }
    let ctx = gezien.open_file().besluitvorming_over(&gezien.aanvraag.swv.uitkomst);
    if let Ok(last) = regels::bezwaar(&ctx, on) {
        let why = Uitleg::from(last.berekening.as_ref()).folded("deze datum");
        let text = format!("uiterlijk {}, als u het vandaag bekendmaakt", short_nl(last.uitkomst));
        feiten = feiten.with("Bezwaar", Inhoud::from(text).above(why));
    }
    let here = MaakBekend { aanvraag: gezien.plek.nr, op: on, wijze: Bekendmakingswijze::EigenPagina };
    let possible = match gezien.open_file().kan(here) {
        Ok(_) => "kan: iedere ouder heeft gezegd dat dat mag",
        Err(_) => "kan nu niet: niet iedere ouder heeft gezegd dat dat mag",
    };
    feiten = feiten.with("Op de eigen pagina", possible.to_owned());
    let opdracht = MaakBekend { aanvraag: gezien.plek.nr, op: on, wijze: Bekendmakingswijze::Post };
    let letters = match gezien.open_file().voorbeeld(&opdracht.into()).await {
        Ok(letters) => letters,
        // What stands in the way is said above the form.
        Err(AppError::Refused(_)) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let mut lines: Vec<Inhoud> = Vec::with_capacity(letters.len());
    for letter in &letters {
        let mut to: Vec<String> = letter
            .aan_personen
            .iter()
            .filter_map(|nr| gezien.beeld().mensen.iter().find(|persoon| persoon.nr == *nr))
            .map(|persoon| persoon.naam.clone())
            .collect();
        for organisatie in &letter.aan_organisaties {
            to.push(gezien.werk.state.app.organisatie_naam(organisatie, on).await?);
        }
        // An expert stands in no file, and is named by the letter.
        if to.is_empty() {
            to.push(letter.brief.hoofd().ontvanger.naam.as_str().to_owned());
        }
        lines.push(format!("{} aan {}", letter_name(letter.brief.soort()), to.join(", ")).into());
    }
    Ok(if lines.is_empty() { feiten } else { feiten.with("Brieven", lines) })
}

/// In time is what is made known in time, whatever the day of the decision (Awb 3:40, 4:17).
fn last_day(last: Date, on: Date) -> String {
    let day = short_nl(last);
    if on > last {
        format!("{day}. Die is voorbij: het besluit is te laat, en dat blijft zo tot u het bekendmaakt.")
    } else {
        format!("{day}. Let op: maakt u het later bekend, dan is het besluit te laat.")
    }
}

fn fields() -> [Veld; 2] {
    let ways = Bekendmakingswijze::ALL.iter().map(|wijze| Optie::new(wijze.code(), wijze.label())).collect();
    [
        Veld::date("op", "Op welke dag maakt u het bekend?")
            .hint(format!(
                "De dag waarop de brief op de post gaat of wordt uitgereikt: vandaag, of hooguit {DAGEN_TOT_VERZENDEN} dagen later."
            ))
            .required_or("Vul in op welke dag u het besluit bekendmaakt."),
        Veld::radio("wijze", "Hoe?", ways)
            .hint("Op de eigen pagina kan alleen als alle ouders die gebruiken en hebben gezegd dat dat mag.")
            .required_or("Kies hoe u het besluit bekendmaakt."),
    ]
}
