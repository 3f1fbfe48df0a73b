//! The pages of one removal and one suspension.

use app::inzage::Doel;
use askama::Template;
use base::Sector;
use base::dates::{long_nl, short_nl};
use dossier::algemeen::feiten::Betreft;
use dossier::beurt::Onderwerp;
use dossier::staat::{Schorsing, Verwijdering};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Aanzet, Feiten, Inhoud, Label, Labelsoort, Tabel, Uitleg, Weigering};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::schorsen::in_words;
use super::stap::VerwijderingStap;
use crate::paginas::aanmelding::{Actie, NogNiet, afterwards, is_turn, letters, turns};
use crate::weg::Stap;
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/verwijdering/verwijdering.html")]
struct VerwijderingBlad {
    pagina: Pagina,
    aanzet: Vec<Aanzet>,
    feiten: Feiten,
    stappen: Feiten,
    aan_zet: bool,
    gezin: bool,
    acties: Vec<Actie>,
    nog_niet: Vec<NogNiet>,
    brieven: Tabel,
}

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
    show(&VerwijderingBlad {
        pagina,
        aanzet: turns(werk, Onderwerp::Verwijdering(nr), None),
        feiten: Feiten::new()
            .with("Stand", Label::new(verwijdering.fase().label(), Labelsoort::Gewoon))
            .with("Voorgenomen", long_nl(verwijdering.voorgenomen_op))
            .with("Redenen", verwijdering.redenen.as_str()),
        stappen: steps(verwijdering),
        aan_zet: is_turn(werk, Onderwerp::Verwijdering(nr)),
        gezin: werk.is_gezin(),
        acties,
        nog_niet,
        brieven: letters(werk, Betreft::Verwijdering(nr)),
    })
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

#[derive(Template)]
#[template(path = "paginas/verwijdering/schorsing.html")]
struct SchorsingBlad {
    pagina: Pagina,
    aanzet: Vec<Aanzet>,
    feiten: Feiten,
    toets: Option<(String, Uitleg)>,
    aan_zet: bool,
    gezin: bool,
    acties: Vec<Actie>,
    brieven: Tabel,
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
    show(&SchorsingBlad {
        pagina,
        aanzet: turns(werk, Onderwerp::Schorsing(nr), None),
        feiten: suspension_facts(schorsing),
        toets: werk
            .open
            .schorsing_toets(nr)
            .map(|toets| (in_words(&toets.uitkomst), Uitleg::from(toets.berekening.as_ref()))),
        aan_zet: is_turn(werk, Onderwerp::Schorsing(nr)),
        gezin: werk.is_gezin(),
        acties: report
            .then(|| Actie {
                tekst: "Vastleggen dat u het de Inspectie hebt gemeld",
                adres: werk.adres(&format!("schorsing/{nr}/inspectie")),
                uitleg: "Schriftelijk, met de redenen.",
            })
            .into_iter()
            .collect(),
        brieven: letters(werk, Betreft::Schorsing(nr)),
    })
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
