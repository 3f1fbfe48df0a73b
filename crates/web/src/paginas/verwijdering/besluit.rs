//! From when a pupil is removed, and why: what the form of the decision asks.

use web_base::onderdelen::Veld;

use crate::weg::vorm::Groep;

/// The first day without this school, and the reasons. A day on which no school is open is taken, and told beforehand: the letter names the
/// day before it as the last one.
pub(super) fn when_and_why(groep: Groep) -> Groep {
    groep
        .veld(
            Veld::date("per", "Vanaf welke dag is de leerling niet meer ingeschreven?")
                .hint("De dag ervoor staat in de brief als laatste dag. Kijk of dat een schooldag is, en geen dag in het weekend of een feestdag.")
                .required_or("Vul de dag in."),
        )
        .veld(
            Veld::textarea("motivering", "Leg de ouders uit waarom u dit besluit", 6)
                .required_or("Leg uit waarom u dit besluit."),
        )
}
