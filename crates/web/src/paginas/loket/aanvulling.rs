//! The samenwerkingsverband asks for more, or records that nothing came.

use app::dossiers::Uitvoering;
use app::inzage::Doel;
use base::dates::short_nl;
use dossier::Opdracht;
use dossier::staat::TlvFase;
use dossier::tlv::opdracht::OntvangAanvulling;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Feiten, Link, Veld};
use web_base::session::Kijker;

use crate::paginas::aanmelding::daad;
use crate::paginas::aanvraag::{Gezien, Nee, Plek, Stap, expected, term};

/// The page: what is asked, or what was asked and has not come.
pub(in crate::paginas) async fn page(kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    gezien.toon(Doel::Aanvulling).await?;
    if gezien.aanvraag.fase() == TlvFase::WachtOpAanvulling {
        waiting(kijker, &gezien.plek, gezien, nee)
    } else {
        asking(kijker, &gezien.plek, gezien, nee)
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
            .hint("Hooguit 8 weken vanaf nu.")
            .required_or("Vul in tot wanneer de school kan aanvullen."),
    ]
}

fn asking(kijker: &Kijker, plek: &Plek, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("vraag_aanvulling")?;
    let velden = asked_fields().map(|veld| veld.filled(&nee.ingevuld)).into_iter();
    let velden = velden.chain([Veld::hidden("versie", gezien.beeld().versie.to_string())]).collect();
    Stap {
        pagina: gezien.page_below(kijker, "Om aanvulling vragen").narrow(),
        actie: plek.below("aanvulling"),
        vooraf: vec!["Vraag alleen wat nodig is om te kunnen beslissen. De school en de ouders krijgen een brief.".to_owned()],
        feiten: term(gezien, kijker.moment.vandaag),
        velden,
        knop: "Aanvulling vragen",
        gevolg: "Vanaf de dag na het verzoek staat de termijn stil, tot de aanvulling er is of de tijd daarvoor voorbij is.".to_owned(),
        terug: back(plek),
        bestanden: false,
        nee,
    }
    .answer()
}

fn waiting(kijker: &Kijker, plek: &Plek, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("ontvang_aanvulling")?;
    let asked = gezien.aanvraag.open_aanvulling().ok_or(Fout::NietGevonden)?;
    let last = asked.tot_en_met;
    let vooraf = if kijker.moment.vandaag > last {
        "De tijd om aan te vullen is voorbij en de termijn loopt weer. Leg vast dat er niets kwam; daarna kunt u verder.".to_owned()
    } else {
        format!(
            "De school kan aanvullen tot en met {}. Zolang staat de termijn stil. Kwam de aanvulling buiten Leerrecht om? Schrijf dan op wat er kwam.",
            short_nl(last)
        )
    };
    let velden = vec![
        Veld::textarea("antwoorden", "Wat kwam er buiten Leerrecht om?", 4).filled(&nee.ingevuld),
        Veld::date("op", "Op welke dag?")
            .required()
            .value(&kijker.moment.vandaag.to_string())
            .filled(&nee.ingevuld),
        Veld::hidden("versie", gezien.beeld().versie.to_string()),
    ];
    Stap {
        pagina: gezien.page_below(kijker, "Aanvulling verwerken").narrow(),
        actie: plek.below("aanvulling"),
        vooraf: vec![vooraf],
        feiten: Feiten::new()
            .with("Gevraagd", asked.wat.join("; "))
            .with("Gevraagd op", short_nl(asked.uitnodiging_op)),
        velden,
        knop: "Vastleggen",
        gevolg: "Daarna loopt de termijn weer.".to_owned(),
        terug: back(plek),
        bestanden: false,
        nee,
    }
    .answer()
}

fn back(plek: &Plek) -> Link {
    Link::new("Terug naar de aanvraag", plek.address())
}

fn read(
    kijker: &Kijker,
    plek: &Plek,
    gezien: &Gezien,
    formulier: &Formulier,
) -> Result<(Opdracht, &'static str), Ingevuld> {
    if gezien.aanvraag.fase() == TlvFase::WachtOpAanvulling {
        let mut lezer = Lezer::of(formulier);
        let op = lezer
            .required_date("op", "Vul in op welke dag de aanvulling kwam, of vandaag als er niets kwam.");
        lezer.finish_or_show()?;
        let op = op.ok_or_else(Ingevuld::empty)?;
        let came = (format!("Aanvulling van {}", short_nl(op)), formulier.text("antwoorden").to_owned());
        let opdracht =
            OntvangAanvulling { aanvraag: plek.nr, op, antwoorden: vec![came], bijlagen: Vec::new() };
        return Ok((opdracht.into(), "aangevuld"));
    }
    let opdracht =
        daad::lees_velden("vraag_aanvulling", plek.nr, &asked_fields(), formulier, &daad::no_school(kijker))?;
    Ok((opdracht, "gevraagd"))
}

/// Records what the samenwerkingsverband asked, or that nothing came.
pub(in crate::paginas) async fn record(kijker: &Kijker, gezien: &Gezien, formulier: Formulier) -> Uitkomst {
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    let plek = &gezien.plek;
    let (opdracht, done) = match read(kijker, plek, gezien, &formulier) {
        Ok(read) => read,
        Err(ingevuld) => return page(kijker, gezien, ingevuld.into()).await,
    };
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan={done}", plek.address()))),
        Err(error) => page(kijker, gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
