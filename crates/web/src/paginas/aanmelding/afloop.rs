//! The forms of how a registration ends, and of a temporary place.

use base::Date;
use base::dates::{long_nl, short_nl};
use dossier::opdracht::Opdracht;
use dossier::opdracht::regels;
use dossier::staat::Aanmelding;
use web_base::form::Formulier;
use web_base::onderdelen::{Bronlink, Fouten, Optie, Uitleg, Veld};

use super::termijn::with_some;
use crate::weg::daad;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;

/// The fields about another school that is willing.
pub(in crate::paginas) fn bereid_velden() -> [Veld; 4] {
    [
        Veld::text("schoolnaam", "Naam van de school").required_or("Vul de naam van de andere school in."),
        Veld::text("andere_vestiging", "Vestigingscode van die school").hint("Zes tekens, als u die weet."),
        Veld::date("bereid_op", "Op welke dag zei die school dat het kind welkom is?")
            .required_or("Vul in op welke dag die school ja zei."),
        Veld::textarea("bewijs", "Waaruit blijkt dat?", 3)
            .hint("Een brief, een mail, of met wie u sprak. Schrijf op wie het zei.")
            .required_or("Schrijf op waaruit blijkt dat die school het kind wil toelaten."),
    ]
}

/// The fields about a talk with the parents.
pub(super) fn overleg_groep() -> Groep {
    Groep::new("Overleg met de ouders")
        .naast([
            Veld::date("overleg_op", "Wanneer sprak u de ouders?")
                .required_or("Vul in wanneer u de ouders sprak."),
            Veld::text("overleg_met", "Wie waren erbij?").required_or("Vul in wie er bij het gesprek waren."),
        ])
        .veld(
            Veld::textarea("overleg_uitkomst", "Wat vinden de ouders ervan?", 4)
                .required_or("Schrijf op wat de ouders ervan vinden."),
        )
}

pub(super) fn aanbod_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let duty = regels::artikel(
        &werk.besluitvorming(),
        "aanmelding.andere_school",
        aanmelding.sector,
        aanmelding.ontvangen_op,
    );
    let source =
        duty.map(|place| Blok::Uitleg(Uitleg::default().source(Bronlink::on(&place, werk.vandaag()))));
    let mut school = Groep::new("Welke school wil het kind toelaten?");
    for veld in bereid_velden() {
        school = school.veld(veld);
    }
    let plek = Groep::new("De plek")
        .veld(
            Veld::textarea("wat", "Wat biedt die school het kind?", 4)
                .hint("Dit staat in de brief aan de ouders.")
                .required_or("Schrijf op wat die school het kind biedt."),
        )
        .veld(
            Veld::date("per", "Vanaf welke dag is er plaats?")
                .required_or("Vul in vanaf welke dag er plaats is."),
        )
        .veld(
            Veld::textarea("andere_mogelijkheden", "Welke andere mogelijkheden hebt u bekeken?", 3)
                .hint("Eén per regel. Ouders willen weten wat er nog meer kan."),
        );
    Vorm::new("Aanbieden").groep(with_some(school, source)).groep(plek).groep(
        overleg_groep().tekst(
            "De ouders mogen nee zeggen. De zorgplicht blijft bij u tot het kind ergens een plek heeft.",
        ),
    )
}

/// The words of parents are their own; a school writes how it knows.
fn words_field(werk: &Werk, naam: &str, own: &'static str) -> Veld {
    if werk.is_gezin() {
        Veld::textarea(naam, own, 4)
    } else {
        Veld::textarea(naam, "Hoe en wanneer lieten de ouders dit weten?", 4)
            .hint("U legt dit vast voor de ouders. Schrijf op wie het zei, wanneer, en hoe.")
            .required_or("Schrijf op hoe en wanneer de ouders dit lieten weten.")
            .asked_here()
    }
}

pub(super) fn antwoord_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let mut groep = Groep::new("De plek op een andere school");
    if let Some(aanbod) = aanmelding.open_aanbod() {
        groep = groep.tekst(format!(
            "{} wil {} toelaten vanaf {}. Dit aanbod is van {}.",
            aanbod.school.schoolnaam,
            werk.beeld().roepnaam,
            long_nl(aanbod.per),
            short_nl(aanbod.op)
        ));
    }
    let keuze = vec![
        Optie::new("ja", "Ja").explained(
            "De aanmelding bij deze school eindigt dan. Zij blijft helpen tot het kind een plek heeft.",
        ),
        Optie::new("nee", "Nee")
            .explained("Dat mag. De aanmelding loopt gewoon door en de school moet nog beslissen."),
    ];
    let vraag = if werk.is_gezin() { "Zegt u ja of nee?" } else { "Zeggen de ouders ja of nee?" };
    Vorm::new("Antwoord vastleggen").groep(
        groep
            .veld(Veld::radio("antwoord", vraag, keuze).required_or("Kies ja of nee.").asked_here())
            .veld(words_field(werk, "toelichting", "Wilt u daar iets bij zeggen?")),
    )
}

/// One form for two acts: which of them is in the answer.
pub(in crate::paginas) fn antwoord<'v>(
    aanmelding: &Aanmelding,
    werk: &Werk,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
) -> Result<Opdracht, Fouten> {
    let yes = formulier.text("antwoord") == "ja";
    let naam = if yes { "aanvaard_aanbod" } else { "wijs_aanbod_af" };
    let aanbod = aanmelding.open_aanbod().map_or(0, |aanbod| aanbod.nr).to_string();
    let bron = |veld: &str| match veld {
        "aanbod" => aanbod.clone(),
        "reden" => formulier.text("toelichting").to_owned(),
        veld => formulier.text(veld).to_owned(),
    };
    daad::lees_uit(naam, aanmelding.nr, velden, formulier, (&bron, &werk.omgeving()), |veld| veld)
}

/// The first day at school with which the form begins: today for a child that is there already, else as the
/// parents asked.
pub(super) fn first_day(aanmelding: &Aanmelding, werk: &Werk) -> Date {
    let there = aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none());
    aanmelding.gewenst_per.filter(|per| !there && *per > werk.vandaag()).unwrap_or(werk.vandaag())
}

pub(super) fn toelaten_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let needs = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
    let mut groep = Groep::new("Toelaten")
        .naast([
            Veld::date("per", "Eerste dag op school").required_or("Vul de eerste schooldag in."),
            Veld::text("groep", "Groep of klas").hint("Als u die al weet."),
        ])
        .tekst("Dit is de beslissing. De ouders krijgen een brief, en het kind wordt ingeschreven op de eerste schooldag.");
    if needs || regels::always_opp(&werk.besluitvorming(), aanmelding.schoolsoort) {
        groep = groep.tekst("Dit kind krijgt een ontwikkelingsperspectief. De uiterste dag daarvoor staat na het vastleggen op de pagina.");
    }
    if aanmelding.behoefte.is_none() {
        groep = groep.let_op("Er is nog niet vastgesteld of het kind extra ondersteuning nodig heeft. Toelaten mag ook zonder, maar dan telt er geen uiterste dag voor een ontwikkelingsperspectief.");
    }
    Vorm::new("Toelaten").groep(groep)
}

pub(super) fn tijdelijk_vorm(aanmelding: &Aanmelding) -> Vorm {
    let recht = &aanmelding.tijdelijk_recht;
    let mut groep = Groep::new("Tijdelijke plek");
    if let Some(vanaf) = recht.uitkomst.vanaf {
        groep = groep.tekst(format!(
            "Het kind heeft recht op een tijdelijke plek vanaf {}. Die duurt tot de beslissing.",
            long_nl(vanaf)
        ));
    }
    groep = groep
        .naast([
            Veld::date("per", "Eerste dag op school").required_or("Vul de eerste schooldag in."),
            Veld::text("groep", "Groep of klas").hint("Als u die al weet."),
        ])
        .blok(Blok::Uitleg(Uitleg::from(recht.berekening.as_ref())));
    Vorm::new("Tijdelijk plaatsen").groep(groep)
}

pub(super) fn intrekken_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let mut groep = Groep::new("De aanmelding intrekken")
        .tekst("Intrekken is een keuze van de ouders. Niemand hoeft in te trekken omdat een school zegt dat er geen plek is: dan moet de school helpen zoeken en zelf beslissen.")
        .tekst(format!("Na het intrekken heeft {} geen zorgplicht meer voor dit kind.", aanmelding.schoolnaam));
    if aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none()) {
        groep = groep.let_op("Het kind zit hier nu tijdelijk. Die plek eindigt morgen als u intrekt.");
    }
    let veld = words_field(werk, "reden", "Waarom trekt u de aanmelding in?");
    Vorm::new("Intrekken").groep(groep.veld(veld))
}

pub(super) fn feitelijk_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let routes = if werk.is_gezin() {
        "U kunt hulp vragen aan het ouder- en jeugdsteunpunt of een onderwijsconsulent, en een klacht of geschil indienen. Dat mag in elke volgorde."
    } else {
        "De ouders zien op hun eigen pagina welke hulp en welke stappen zij kunnen kiezen."
    };
    Vorm::new("Vastleggen dat er zonder besluit is geweigerd")
        .groep(Groep::new("Wat gebeurt er als u dit vastlegt?").blok(Blok::Lijst(vec![
            "Het is geen besluit. De aanmelding blijft lopen en de termijn loopt door.".to_owned(),
            format!(
                "De zorgplicht blijft bij {}: die school moet nog steeds beslissen.",
                aanmelding.schoolnaam
            ),
            "Het samenwerkingsverband krijgt de taak om dit op te pakken en mag daarvoor dit dossier lezen."
                .to_owned(),
            routes.to_owned(),
            "Het wordt geteld, zonder namen.".to_owned(),
        ])))
        .groep(
            Groep::new("Wat is er gebeurd?")
                .veld(Veld::date("op", "Op welke dag was dat?").required_or("Vul in op welke dag het was."))
                .veld(
                    Veld::textarea("wat", "Wat is er gezegd of gedaan?", 6)
                        .hint("Schrijf op wie wat zei, en hoe. Alleen wat er gebeurde.")
                        .required_or("Schrijf op wat er is gebeurd."),
                ),
        )
}
