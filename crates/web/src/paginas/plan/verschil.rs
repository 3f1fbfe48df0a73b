//! What differs between two versions of a plan, field by field.

use dossier::plan::feiten::{HandelingsdeelBeschreven, Plandoel};
use dossier::plan::staat::Plandelen;
use teksten::{Taal, Tekst, plan};
use web_base::onderdelen::Inhoud;

/// A field of a plan in words: what it is called, and what stands there; empty where nothing does.
type Regel = (Tekst, String);

/// Everything that stands in a version, in the order of the plan.
pub(super) fn regels(delen: &Plandelen, taal: Taal) -> Vec<Regel> {
    let (out, helps, does) = (&delen.uitstroom, &delen.factoren, &delen.handelingsdeel);
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let mut all = vec![
        (plan::blad_bestemming(), text(out.as_ref().map(|it| &it.bestemming))),
        (plan::blad_onderbouwing(), text(out.as_ref().map(|it| &it.onderbouwing))),
        (plan::blad_afwijkingen(), text(out.as_ref().map(|it| &it.afwijkingen))),
        (plan::blad_soort_arbeid(), text(out.as_ref().map(|it| &it.soort_arbeid))),
        (plan::blad_belemmerend(), text(helps.as_ref().map(|it| &it.belemmerend))),
        (plan::blad_bevorderend(), text(helps.as_ref().map(|it| &it.bevorderend))),
    ];
    all.extend(hulp(does.as_deref(), taal));
    all
}

/// The help of a plan, in the order of the plan.
pub(super) fn hulp(part: Option<&HandelingsdeelBeschreven>, taal: Taal) -> [Regel; 3] {
    let period = part.map(|it| {
        let (van, tot_en_met) = (it.van, it.tot_en_met);
        taal.zeg(plan::BladPeriode { van, tot_en_met }.tekst())
    });
    let goals: Vec<String> = part.iter().flat_map(|it| &it.doelen).map(|doel| goal(doel, taal)).collect();
    [
        (plan::blad_begeleiding(), part.map(|it| it.begeleiding.clone()).unwrap_or_default()),
        (plan::blad_wanneer(), period.unwrap_or_default()),
        (plan::blad_doelen(), goals.join("\n")),
    ]
}

/// A goal as it is read: what, then who, how, until when and how it is measured.
fn goal(doel: &Plandoel, taal: Taal) -> String {
    let Plandoel { wat, wie, hoe, tot_en_met, meten } = doel;
    let told = plan::BladDoel { wat, wie, tot_en_met: *tot_en_met, meten }.tekst();
    let told = taal.zeg(told);
    if hoe.is_empty() { told } else { format!("{told}\n{hoe}") }
}

/// A text as it was typed: each of its lines, and each goal, on a line of its own.
pub(super) fn in_regels(text: &str) -> Inhoud {
    let lines: Vec<Inhoud> = text.lines().filter(|line| !line.trim().is_empty()).map(Inhoud::from).collect();
    Inhoud::Regels(lines)
}

/// What is other in a version than in the one before: what it is called, what stood there and what stands there now.
pub(super) fn verschil(toen: &Plandelen, nu: &Plandelen, taal: Taal) -> Vec<(Tekst, String, String)> {
    let pairs = regels(toen, taal).into_iter().zip(regels(nu, taal));
    let other = pairs.filter(|((_, was), (_, is))| was != is);
    other.map(|((_, was), (naam, is))| (naam, was, is)).collect()
}
