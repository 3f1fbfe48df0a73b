//! The forms of what comes after an admission or a refusal.

use base::dates::long_nl;
use dossier::staat::Aanmelding;
use teksten::{Tekst, aanmelding};
use verband::grenzen::DAGEN_TOT_NAGAAN;
use web_base::onderdelen::Veld;

use super::afloop::wie;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;

pub(super) fn niet_gekomen_vorm() -> Vorm {
    Vorm::new("Leg vast dat het kind niet kwam").groep(
        Groep::new("Wat doet u?")
            .veld(
                Veld::date("sinds", "Sinds welke dag wacht u op het kind?")
                    .required_or("Vul de dag in waarop het kind zou komen."),
            )
            .veld(
                Veld::textarea("gedaan", "Wat hebt u gedaan?", 4)
                    .hint("Bijvoorbeeld: twee keer gebeld, langsgegaan.")
                    .required_or("Schrijf op wat u hebt gedaan."),
            )
            .veld(
                Veld::text("wie", "Wie vraagt u waar het kind is?")
                    .hint("De ouders, de vorige school, de leerplichtambtenaar van de gemeente.")
                    .required_or("Schrijf op wie u het vraagt."),
            )
            .veld(
                Veld::date("tot_en_met", "Op welke dag weet u meer?")
                    .hint(format!(
                        "Hooguit {DAGEN_TOT_NAGAAN} dagen. Weet u dan nog niets, dan legt u opnieuw vast wat u doet."
                    ))
                    .required_or("Vul in wanneer u meer weet."),
            ),
    )
}

pub(super) fn oppakken_vorm() -> Vorm {
    Vorm::new("Leg vast wat u deed").groep(
        Groep::new("Wat deed u met deze melding?")
            .veld(
                Veld::textarea("wat", "Met wie sprak u, en wat is afgesproken?", 5)
                    .hint("De ouders en de school lezen dit. De school moet nog steeds beslissen.")
                    .required_or("Schrijf op met wie u sprak en wat is afgesproken."),
            )
            .veld(
                Veld::date("terug_op", "Op welke dag kijkt u opnieuw?")
                    .hint("Dan staat dit weer op Vandaag. Is er niets meer na te gaan, dan laat u dit leeg."),
            ),
    )
}

pub(super) fn gekomen_vorm() -> Vorm {
    Vorm::new("Leg vast dat het kind er is").groep(
        Groep::new("Het kind is er").veld(
            Veld::date("op", "Op welke dag kwam het kind?").required_or("Vul in wanneer het kind kwam."),
        ),
    )
}

pub(super) fn opp_vorm(aanmelding: &Aanmelding) -> Vorm {
    let mut groep = Groep::new("Het ontwikkelingsperspectief");
    if let Some(last) = aanmelding.opp_uiterlijk() {
        groep =
            groep.tekst(format!("De brief aan de ouders zegt dat het er uiterlijk op {} is.", long_nl(last)));
    }
    Vorm::new("Leg vast dat het plan er is").groep(
        groep.veld(
            Veld::date("op", "Op welke dag is het plan vastgesteld?")
                .required_or("Vul in op welke dag het plan is vastgesteld."),
        ),
    )
}

pub(super) fn feitelijk_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let routes = aanmelding::ZonderBesluitWegen { wie: wie(!werk.is_gezin()) }.tekst();
    let stays = aanmelding::ZonderBesluitZorgplicht { school: &aanmelding.schoolnaam }.tekst();
    let follows = [
        aanmelding::zonder_besluit_loopt(),
        stays,
        aanmelding::zonder_besluit_verband(),
        routes,
        aanmelding::zonder_besluit_geteld(),
    ];
    let op = Veld::date("op", zeg(aanmelding::zonder_besluit_dag()));
    let wat = Veld::textarea("wat", zeg(aanmelding::zonder_besluit_wat()), 6);
    Vorm::new(zeg(aanmelding::zonder_besluit_knop()))
        .groep(
            Groep::new(zeg(aanmelding::zonder_besluit_gevolg()))
                .blok(Blok::Lijst(follows.into_iter().map(zeg).collect())),
        )
        .groep(
            Groep::new(zeg(aanmelding::zonder_besluit_kop()))
                .veld(op.required_or(zeg(aanmelding::zonder_besluit_dag_leeg())))
                .veld(
                    wat.hint(zeg(aanmelding::zonder_besluit_wat_uitleg()))
                        .required_or(zeg(aanmelding::zonder_besluit_wat_leeg())),
                ),
        )
}
