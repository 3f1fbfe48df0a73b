//! The pages of one removal and one suspension.

use app::inzage::Doel;
use base::Sector;
use base::dates::{long_nl, short_nl};
use dossier::beurt::Onderwerp;
use dossier::staat::{Schorsing, Verwijdering};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Inhoud, Label, Labelsoort, Uitleg, Weigering};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::schorsen::in_words;
use super::stap::VerwijderingStap;
use crate::paginas::aanmelding::{Actie, NogNiet, afterwards};
use crate::paginas::zaak::{Blok, Zaakblad};
use crate::weg::Stap;
use crate::weg::werk::Werk;

pub(super) async fn removal(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let verwijdering = werk.verwijdering(nr)?;
    let (acties, nog_niet) = possibilities(werk, verwijdering).await?;
    let mut pagina = werk.page(format!("Verwijdering van {}", verwijdering.schoolnaam));
    pagina.meldingen.extend(afterwards(vraag, |code| match code {
        "voornemen" => {
            Some("Het voornemen is vastgelegd. De ouders krijgen een brief. De leerling blijft ingeschreven.")
        }
        code => Doen::from_code(code).map(Doen::gedaan),
    }));
    werk.toon(Doel::Verwijdering).await?;
    let intended = Feiten::new()
        .with("Stand", Label::new(verwijdering.fase().label(), Labelsoort::Gewoon))
        .with("Voorgenomen", long_nl(verwijdering.voorgenomen_op))
        .with("Redenen", verwijdering.redenen.as_str());
    let blokken = vec![
        Blok::feiten("Wat vraagt de wet, en wat is er al?", steps(verwijdering)),
        Blok::feiten("Het voornemen", intended),
    ];
    Zaakblad { pagina, blokken, acties, nog_niet }.show(werk, Onderwerp::Verwijdering(nr))
}

async fn possibilities(werk: &Werk, verwijdering: &Verwijdering) -> Result<(Vec<Actie>, Vec<NogNiet>), Fout> {
    let (mut acties, mut nog_niet) = (Vec::new(), Vec::new());
    for doen in Doen::ALL.iter().copied().filter(|doen| werk.mag(doen.opdracht())) {
        let stap = VerwijderingStap::with(werk, verwijdering, doen).await?;
        if stap.is_beside_the_point() {
            continue;
        }
        match stap.belemmering(werk) {
            Some(refusal) => nog_niet.push(NogNiet {
                wat: doen.tekst(),
                waarom: Weigering::of(&refusal, werk.vandaag()).without_heading(),
            }),
            None => acties.push(Actie {
                tekst: doen.tekst(),
                adres: werk.adres(&format!("verwijdering/{}/{}", verwijdering.nr, doen.code())),
                uitleg: doen.uitleg(),
            }),
        }
    }
    Ok((acties, nog_niet))
}

/// What the law asks, in its order, with what was done.
fn steps(verwijdering: &Verwijdering) -> Feiten {
    let done = |op: Option<base::Date>| match op {
        Some(op) => Inhoud::from(Label::new("gedaan", Labelsoort::Goed)).above(short_nl(op)),
        None => Label::new("nog niet", Labelsoort::Gewoon).into(),
    };
    let vo = verwijdering.sector == Sector::Vo;
    let mut feiten = Feiten::new().with("Ouders en leraar gehoord", done(verwijdering.gehoord_op));
    if vo {
        feiten = feiten.with("Overleg met de Inspectie", done(verwijdering.inspectie_geraadpleegd_op));
    }
    let school = match &verwijdering.bereide_school {
        Some(naam) => Inhoud::from(Label::new("gevonden", Labelsoort::Goed)).above(naam.as_str()),
        None => Label::new("nog niet", Labelsoort::Gewoon).into(),
    };
    feiten = feiten.with("Andere school", school);
    let removed = match verwijdering.verwijderd {
        Some((op, per)) => Inhoud::from(format!("op {}", short_nl(op)))
            .above(format!("niet meer ingeschreven vanaf {}", short_nl(per))),
        None => done(None),
    };
    feiten =
        feiten.with("Besluit", removed).with("Gemeld aan de gemeente", done(verwijdering.gemeld_aan_ben_w));
    if vo {
        feiten = feiten.with("Gemeld aan de Inspectie", done(verwijdering.gemeld_aan_inspectie));
    }
    feiten.with_some("Ingetrokken", verwijdering.ingetrokken_op.map(long_nl))
}

pub(super) async fn suspension(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let schorsing = werk.schorsing(nr)?;
    let mut pagina = werk.page(format!("Schorsing door {}", schorsing.schoolnaam));
    pagina.meldingen.extend(afterwards(vraag, |code| match code {
        "geschorst" => Some("De schorsing is vastgelegd. De ouders krijgen een brief met de redenen."),
        "gemeld" => Some("De melding aan de Inspectie is vastgelegd."),
        _ => None,
    }));
    let report = schorsing.melding_nodig && schorsing.gemeld_op.is_none() && werk.mag("meld_aan_inspectie");
    werk.toon(Doel::Schorsing).await?;
    let mut blokken = vec![Blok::feiten("De schorsing", suspension_facts(schorsing))];
    if let Some(toets) = werk.open.schorsing_toets(nr) {
        let uitleg = Uitleg::from(toets.berekening.as_ref());
        blokken.push(Blok::toets("Mag dit?", in_words(&toets.uitkomst), uitleg));
    }
    let report = report.then(|| Actie {
        tekst: "Vastleggen dat u het de Inspectie hebt gemeld",
        adres: werk.adres(&format!("schorsing/{nr}/inspectie")),
        uitleg: "Schriftelijk, met de redenen.",
    });
    let acties = report.into_iter().collect();
    Zaakblad { pagina, blokken, acties, nog_niet: Vec::new() }.show(werk, Onderwerp::Schorsing(nr))
}

fn suspension_facts(schorsing: &Schorsing) -> Feiten {
    let told = match (schorsing.melding_nodig, schorsing.gemeld_op) {
        (false, _) => Label::new("niet nodig", Labelsoort::Gewoon),
        (true, None) => Label::new("nog te doen", Labelsoort::Laat),
        (true, Some(op)) => Label::new(format!("gedaan op {}", short_nl(op)), Labelsoort::Goed),
    };
    Feiten::new()
        .with("Van", long_nl(schorsing.van))
        .with("Tot en met", long_nl(schorsing.tot_en_met))
        .with("Redenen", schorsing.redenen.as_str())
        .with("Melding aan de Inspectie", told)
}
