//! What a family does with a plan: read it, and say yes or no to its action part, each for themselves.

use app::inzage::Doel;
use app::mijn::MijnKind;
use dossier::opdracht::velden::VanStem;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::plan::staat::Plan;
use teksten::{Taal, mijn};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Fouten, Link, Veld};

use super::stap::{GELEZEN, gelezen};
use super::verschil::{in_regels, regels};
use crate::paginas::gezin::{Gezegd, Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::weg::vorm::{Blok, Groep};
use crate::weg::werk::Werk;
use crate::weg::{Begin, lees_uit};

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[INSTEMMEN, NIET_INSTEMMEN],
    gevraagd: |_, _, _| Default::default(),
    woorden: other_answer,
    gezegd: said,
    plaats: 1,
});

/// Yes.
const INSTEMMEN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::StemIn,
    pad: "instemmen",
    over_zaak: true,
    titel: mijn::instemmen_titel,
    link: mijn::instemmen_link,
    knop: mijn::instemmen_knop,
    na: "ingestemd",
    dank: mijn::dank_instemmen,
    doelen: [Doel::Formulier, Doel::Formulier],
    kent: |beeld, nr| beeld.plan(nr).is_some(),
    open: |beeld, nr| beeld.plan(nr).is_some_and(|plan| plan.te_beoordelen().is_some()),
    bestanden: None,
    velden: |stap, werk| to_read(stap, werk, stap.zeg(mijn::instemmen_uitleg())),
    begin: read_of,
    lees: read,
    voorbij: |stap, _| Some(Groep::new("").tekst(stap.zeg(mijn::instemmen_voorbij()))),
};

/// No.
const NIET_INSTEMMEN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::WeigerInstemming,
    pad: "niet-instemmen",
    over_zaak: true,
    titel: mijn::niet_instemmen_titel,
    link: mijn::niet_instemmen_link,
    knop: mijn::niet_instemmen_knop,
    na: "niet-ingestemd",
    dank: mijn::dank_niet_instemmen,
    doelen: [Doel::Formulier, Doel::Formulier],
    kent: |beeld, nr| beeld.plan(nr).is_some(),
    open: |beeld, nr| beeld.plan(nr).is_some_and(|plan| plan.te_beoordelen().is_some()),
    bestanden: None,
    velden: |stap, werk| {
        let by_law = werk.beeld().plan(stap.over).is_none_or(|plan| plan.soort.is_opp());
        let uitleg = if by_law { mijn::niet_instemmen_uitleg() } else { mijn::niet_instemmen_uitleg_klein() };
        to_read(stap, werk, stap.zeg(uitleg)).veld(Veld::textarea(
            "reden",
            stap.zeg(mijn::niet_instemmen_waarom()),
            5,
        ))
    },
    begin: read_of,
    lees: read,
    voorbij: |stap, _| Some(Groep::new("").tekst(stap.zeg(mijn::instemmen_voorbij()))),
};

/// The plan as it lies before them, and the mark of the action part that they read.
fn to_read(stap: &Gezinsstap, werk: &Werk, uitleg: String) -> Groep {
    let groep = Groep::new("").tekst(uitleg);
    let Some(plan) = werk.beeld().plan(stap.over) else { return groep };
    // What the school wrote is Dutch in every language.
    let told = regels(&plan.delen, Taal::Nl).into_iter().filter(|(_, text)| !text.is_empty());
    let feiten =
        told.fold(Feiten::new(), |feiten, (naam, text)| feiten.with(Taal::Nl.zeg(naam), in_regels(&text)));
    groep.blok(Blok::OpNederlands(feiten)).veld(Veld::hidden(GELEZEN, ""))
}

/// The mark of the action part that lies before them.
fn read_of(stap: &Gezinsstap, werk: &Werk) -> Begin {
    werk.beeld().plan(stap.over).map(gelezen).unwrap_or_default()
}

/// Each speaks for themselves: the form does not ask who.
fn read(stap: &Gezinsstap, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
    let bron = |veld: &str| match veld {
        "van" => VanStem::in_veld(stap.stem),
        _ => formulier.text(veld).to_owned(),
    };
    lees_uit(stap, werk, formulier, &bron)
}

/// Beside a yes one can say no, and change one's mind: who said no can say yes as long as it is asked.
fn other_answer(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let other = |plan: &Plan| {
        let said = plan.stemmen_over(plan.te_beoordelen()?.versie);
        let own = said.iter().rev().find(|said| said.van.is_zelfde(mijn.stem, &mijn.beeld.mensen));
        let vorm = if own.is_some_and(|said| !said.ja) { INSTEMMEN } else { NIET_INSTEMMEN };
        let may = mijn.beeld.mag.contains(vorm.opdracht.naam());
        may.then(|| Link::new(taal.zeg((vorm.link)()), vorm.adres(&mijn.beeld.nummer, plan.nr)))
    };
    mijn.beeld.plannen.iter().filter_map(other).collect()
}

/// What this person said of the action part of each plan, the newest word of each version.
fn said(mijn: &MijnKind, taal: Taal) -> Vec<Gezegd> {
    let of_plan = |plan: &Plan| {
        let words =
            plan.stemmen.iter().rev().filter(|said| said.van.is_zelfde(mijn.stem, &mijn.beeld.mensen));
        let told = words.map(|stem| {
            let (dag, versie) = (stem.op, i32::try_from(stem.versie).unwrap_or(i32::MAX));
            let zin = if stem.ja {
                mijn::PlanJa { dag, versie }.tekst()
            } else {
                mijn::PlanNee { dag, versie }.tekst()
            };
            Gezegd::new(taal.zeg(zin), &stem.reden)
        });
        told.collect::<Vec<_>>()
    };
    mijn.beeld.plannen.iter().flat_map(of_plan).collect()
}
