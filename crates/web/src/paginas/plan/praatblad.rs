//! A plan in large letters on one sheet, to talk about with the pupil: where it goes, what helps, the goals, what the pupil said, and room to
//! write. It tells what its reader may read of the plan, and nothing else.

use app::inzage::Doel;
use askama::Template;
use dossier::beurt::Onderwerp;
use dossier::plan::feiten::Plandoel;
use dossier::plan::staat::{Inbreng, Plan};
use teksten::{Taal, Tekst, plan};
use web_base::error::Uitkomst;
use web_base::pagina::{Pagina, show};

use crate::weg::werk::Werk;

/// The last part of its address.
pub(super) const PAD: &str = "praatblad";

#[derive(Template)]
#[template(path = "paginas/praatblad.html")]
struct Praatblad {
    pagina: Pagina,
    /// Of which version.
    versie: String,
    /// A heading with what was written under it.
    stukken: Vec<(String, String)>,
    doelen: Vec<Praatdoel>,
    /// Headings with room to write.
    ruimte: Vec<String>,
    /// The page of the plan.
    terug: String,
}

/// A goal on the sheet.
struct Praatdoel {
    wat: String,
    wie: String,
}

/// The sheet of a plan.
pub(super) async fn praatblad(werk: &Werk, nr: u32) -> Uitkomst {
    let taal = werk.kijker.taal();
    let found = werk.plan(nr)?;
    let naam = werk.beeld().roepnaam.as_str();
    let pagina = werk.page(taal.zeg(plan::PraatTitel { naam }.tekst())).in_chosen_language();
    werk.toon(Doel::Zaak(Onderwerp::Plan(nr))).await?;
    let versie = found.laatste_versie().map(|laid| {
        let versie = i32::try_from(laid.nr).unwrap_or(i32::MAX);
        plan::PraatVersie { versie, op: laid.op }.tekst()
    });
    let goals = found.delen.handelingsdeel.iter().flat_map(|part| &part.doelen);
    let sheet = Praatblad {
        pagina,
        versie: taal.zeg(versie.unwrap_or_else(plan::praat_nog_niets)),
        stukken: pieces(found, taal),
        doelen: goals.map(|doel| goal(doel, taal)).collect(),
        ruimte: [plan::praat_wat_vind_je(), plan::praat_afspraken()].map(|kop| taal.zeg(kop)).into(),
        terug: werk.adres(&format!("plan/{nr}")),
    };
    show(&sheet)
}

/// What stands in the plan, in the order in which one talks about it.
fn pieces(found: &Plan, taal: Taal) -> Vec<(String, String)> {
    let (out, helps, does) = (&found.delen.uitstroom, &found.delen.factoren, &found.delen.handelingsdeel);
    let round = [Some(&found.ronde), found.laatst_vastgesteld().map(|last| &last.ronde)];
    let heard = round.into_iter().flatten().find(|ronde| ronde.inbreng.is_some());
    let said = heard.and_then(|ronde| match ronde.inbreng.as_ref()? {
        Inbreng::Gehoord(heard) => Some(heard.woorden.as_str()),
        Inbreng::ZagAf(_) => None,
    });
    let told = heard.and_then(|ronde| ronde.uitleg.as_ref()).map(|told| told.invloed.as_str());
    let all: [(Tekst, Option<&str>); 6] = [
        (plan::praat_waarheen(), out.as_ref().map(|it| it.bestemming.as_str())),
        (plan::praat_helpt(), helps.as_ref().map(|it| it.bevorderend.as_str())),
        (plan::praat_lastig(), helps.as_ref().map(|it| it.belemmerend.as_str())),
        (plan::praat_hulp(), does.as_ref().map(|it| it.begeleiding.as_str())),
        (plan::praat_gezegd(), said),
        (plan::praat_gedaan(), told),
    ];
    let written = all.into_iter().filter_map(|(kop, text)| Some((kop, text?)));
    written.filter(|(_, text)| !text.is_empty()).map(|(kop, text)| (taal.zeg(kop), text.to_owned())).collect()
}

fn goal(doel: &Plandoel, taal: Taal) -> Praatdoel {
    let wie = plan::PraatDoelWie { wie: &doel.wie, tot_en_met: doel.tot_en_met }.tekst();
    Praatdoel { wat: doel.wat.clone(), wie: taal.zeg(wie) }
}
