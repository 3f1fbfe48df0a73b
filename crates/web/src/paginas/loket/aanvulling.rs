//! The samenwerkingsverband asks for more, or records that nothing came.

use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use verband::grenzen::MOST_COMPLETION_WEEKS;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien, term};
use crate::weg::concept::sent_form;
use crate::weg::{toon, verwerk};

/// The act that records what came.
const RECEIVE: Opdrachtnaam = Opdrachtnaam::OntvangAanvulling;

/// The page: what is asked, or what was asked and has not come.
pub(in crate::paginas) async fn page(kijker: &Kijker, gezien: &Gezien) -> Uitkomst {
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    let stap = current(kijker, gezien);
    gezien.must(stap.opdracht)?;
    toon(&gezien.werk, &stap).await
}

/// Records what the samenwerkingsverband asked, or that nothing came.
pub(in crate::paginas) async fn record(kijker: &Kijker, gezien: &Gezien, formulier: Formulier) -> Uitkomst {
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    // The form says which it is: the request may have gone on since it was opened.
    let stap = match sent_form(&formulier) {
        Some(form) if form.opdracht() == RECEIVE => waiting(kijker, gezien),
        Some(_) => asking(kijker, gezien),
        None => current(kijker, gezien),
    };
    verwerk(&gezien.werk, &stap, formulier).await
}

/// The form that this address shows now.
fn current<'g>(kijker: &Kijker, gezien: &'g Gezien) -> Aanvraagstap<'g> {
    if gezien.aanvraag.fase() == TlvFase::WachtOpAanvulling {
        waiting(kijker, gezien)
    } else {
        asking(kijker, gezien)
    }
}

fn asked_fields() -> [Veld; 3] {
    [
        Veld::textarea("wat", "Wat ontbreekt er?", 4)
            .hint("Eén punt per regel, zo dat de school weet wat zij moet sturen.")
            .required_or("Schrijf op wat er ontbreekt, één punt per regel."),
        Veld::textarea("waarom", "Waarom is dat nodig om te beslissen?", 3)
            .required_or("Schrijf op waarom het nodig is."),
        Veld::date("tot_en_met", "Tot en met welke dag kan de school aanvullen?")
            .hint(format!("Hooguit {MOST_COMPLETION_WEEKS} weken vanaf nu."))
            .required_or("Vul in tot wanneer de school kan aanvullen."),
    ]
}

fn asking<'g>(kijker: &Kijker, gezien: &'g Gezien) -> Aanvraagstap<'g> {
    Aanvraagstap {
        titel: "Om aanvulling vragen".into(),
        vooraf: vec![
            "Vraag alleen wat nodig is om te kunnen beslissen. De school krijgt een brief.".to_owned(),
        ],
        feiten: term(gezien, kijker.moment.vandaag),
        velden: asked_fields().to_vec(),
        knop: "Aanvulling vragen".into(),
        gevolg: "Vanaf de dag na het verzoek staat de termijn stil, tot de aanvulling er is of de tijd daarvoor voorbij is.",
        gedaan: ("", "gevraagd"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::VraagAanvulling, Doel::Aanvulling)
    }
}

/// What came is recorded; without what was asked, where nothing is asked any more.
fn waiting<'g>(kijker: &Kijker, gezien: &'g Gezien) -> Aanvraagstap<'g> {
    let asked = gezien.aanvraag.open_aanvulling();
    let vooraf = asked.map(|asked| {
        let last = asked.tot_en_met;
        if kijker.moment.vandaag > last {
            "De tijd om aan te vullen is voorbij en de termijn loopt weer. Leg vast dat er niets kwam; daarna kunt u verder.".to_owned()
        } else {
            format!(
                "De school kan aanvullen tot en met {}. Zolang staat de termijn stil. Kwam de aanvulling buiten Leerrecht om? Schrijf dan op wat er kwam.",
                short_nl(last)
            )
        }
    });
    let feiten = asked.map(|asked| {
        Feiten::new()
            .with("Gevraagd", asked.wat.join("; "))
            .with("Gevraagd op", short_nl(asked.uitnodiging_op))
    });
    Aanvraagstap {
        titel: "Aanvulling verwerken".into(),
        vooraf: vooraf.into_iter().collect(),
        feiten: feiten.unwrap_or_default(),
        velden: received_fields().to_vec(),
        begin: vec![("op".into(), kijker.moment.vandaag.to_string())],
        gevolg: "Daarna loopt de termijn weer.",
        gedaan: ("", "aangevuld"),
        ..Aanvraagstap::of(gezien, RECEIVE, Doel::Aanvulling)
    }
}

fn received_fields() -> [Veld; 2] {
    [
        Veld::textarea("antwoorden", "Wat kwam er buiten Leerrecht om?", 4),
        Veld::date("op", "Op welke dag?")
            .required_or("Vul in op welke dag de aanvulling kwam, of vandaag als er niets kwam."),
    ]
}
