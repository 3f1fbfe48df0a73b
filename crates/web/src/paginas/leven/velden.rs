//! The fields of what can change in the life of a child.

use base::dates::long_nl;
use dossier::leven::woorden::EigenWoorden;
use dossier::opdracht::regels::sector_of;
use dossier::soort::{Relatie, Verzorgerslezing};
use dossier::staat::{Aanmelding, Persoon};
use teksten::Taal;
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Optie, Veld};

use crate::paginas::woorden::capital;
use crate::weg::vorm::{Blok, Groep};
use crate::weg::werk::Werk;

/// The fields about somebody around the child.
pub(super) fn person_group(werk: &Werk) -> Groep {
    let choices = Relatie::te_kiezen().map(|relatie| Optie::new(relatie.code(), capital(relatie.label())));
    let choices = std::iter::once(Optie::new("", "Kies")).chain(choices).collect();
    let groep = Groep::new("Wie is het?")
        .naast([
            Veld::text("naam", "Naam")
                .hint("Zoals in een brief: mevrouw A. IJsvogel.")
                .required_or("Vul de naam in."),
            Veld::select("relatie", "Wie is dit voor het kind?", choices)
                .required_or("Kies wie dit voor het kind is."),
        ])
        .naast([
            Veld::date("van", "Vanaf welke dag?").required_or("Vul de eerste dag in."),
            Veld::date("tot", "Tot welke dag?")
                .hint("Alleen als dat vaststaat. Bij een gemachtigde of vertrouwenspersoon moet het."),
        ])
        .veld(
            Veld::select("namens", "Voor wie staat deze persoon hier?", for_whom(werk))
                .hint("Alleen bij een gemachtigde of vertrouwenspersoon. Een vertrouwenspersoon komt mee, en leest of beslist daardoor niets."),
        )
        .veld(
            Veld::text("brondocument", "Waaruit blijkt dat?")
                .hint("Bijvoorbeeld: uittreksel gezagsregister, beschikking van de rechter, machtiging.")
                .required_or("Schrijf op waaruit dat blijkt."),
        );
    contact_fields(groep)
}

/// The pupil, or one of the parents, guardians and carers.
fn for_whom(werk: &Werk) -> Vec<Optie> {
    let parents = werk.beeld().mensen.iter().filter(|persoon| persoon.relatie.is_ouder_in_onderwijs());
    let current = parents.filter(|persoon| persoon.is_current(werk.vandaag()));
    let named = current.map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str()));
    std::iter::once(Optie::new("", "Voor de leerling, of voor niemand")).chain(named).collect()
}

/// In what language one talks with somebody.
pub(super) fn language_group() -> Groep {
    Groep::new("In welke taal praat u met deze persoon?")
        .tekst("Wie een gesprek plant, ziet dit. Brieven blijven in het Nederlands.")
        .veld(
            Veld::text("taal", "Taal")
                .hint("Leeg: Nederlands. Bijvoorbeeld: Tigrinya, of Nederlandse Gebarentaal."),
        )
        .veld(Veld::checkbox("tolk", "Bij een gesprek is een tolk nodig"))
}

/// That nobody with authority can be reached, or somebody is again.
pub(super) fn search_group(werk: &Werk) -> Groep {
    let keuze = vec![
        Optie::new("nee", "Nee, niemand met gezag").explained(
            "Termijnen lopen door en brieven gaan per post. U blijft aan zet om verder te zoeken.",
        ),
        Optie::new("ja", "Ja, er is weer iemand bereikt"),
    ];
    let groep = Groep::new("Wie bereikte u?");
    let groep = match werk.open.niemand_bereikbaar() {
        Some((since, last)) => groep.tekst(format!(
            "Niemand is bereikt sinds {}; het laatst geprobeerd op {}.",
            long_nl(since),
            long_nl(last)
        )),
        None => groep.tekst(format!("Ook als niemand te bereiken is, neemt de school of iemand anders het gezag niet over. Weet niemand waar de ouders zijn, dan kan de rechtbank de andere ouder het gezag geven of een voogd benoemen. Een ouder, familie en de Raad voor de Kinderbescherming kunnen daarom vragen ({} en {}).", werk.artikel("gezag.niemand_bereikbaar"), werk.artikel("gezag.niemand_bereikbaar.verzoek"))),
    };
    groep
        .veld(Veld::radio("bereikt", "Kreeg u iemand met gezag te spreken?", keuze).required_or("Kies of u iemand bereikte."))
        .veld(Veld::date("op", "Op welke dag?").required_or("Vul de dag in."))
        .veld(
            Veld::textarea("hoe", "Wat deed u, of wie bereikte u hoe?", 4)
                .hint("Bijvoorbeeld: twee keer gebeld, een brief gestuurd, langs het huis gegaan. Een andere dag legt u apart vast.")
                .required_or("Schrijf op wat u deed."),
        )
}

/// How somebody can be reached.
pub(super) fn contact_fields(groep: Groep) -> Groep {
    groep.naast([Veld::text("e_mail", "E-mailadres"), Veld::text("telefoon", "Telefoon")]).veld(
        Veld::text("adres", "Adres voor brieven").hint("Alleen als het anders is dan waar het kind woont."),
    )
}

/// The field by which a person around the child is ticked.
pub(in crate::paginas) fn person_field(persoon: &Persoon) -> String {
    format!("voor_persoon_{}", persoon.nr)
}

/// The carers who read the file on a page of their own by the word of this person.
fn let_in_by(werk: &Werk, persoon: &Persoon) -> String {
    let beeld = werk.beeld();
    let reads = |carer: &&Persoon| {
        let mut said = carer.lezing.iter().filter(|(_, said)| said.van == persoon.nr);
        beeld.eigen_paginas.contains(&carer.nr) && said.any(|(_, said)| said.wat != Verzorgerslezing::Niets)
    };
    let carers = beeld.mensen.iter().filter(reads).map(|carer| carer.naam.as_str());
    carers.collect::<Vec<_>>().join(" en ")
}

pub(super) fn secrecy_group(werk: &Werk) -> Groep {
    let keuze = vec![
        Optie::new("ja", "Ja, het adres is geheim"),
        Optie::new("nee", "Nee, het adres is niet (meer) geheim"),
    ];
    let groep = Groep::new("Is het adres geheim?")
        .tekst("Een geheim adres verbergt ook de school en alles waaruit iemand kan afleiden waar het kind is: op pagina's, in brieven en in wat wordt uitgewisseld.")
        .veld(Veld::radio("geheim", "Geheim?", keuze).required_or("Kies of het adres geheim is."))
        .tekst("Voor wie is het geheim? Vinkt u niemand aan, dan is het geheim voor iedereen buiten de school en het samenwerkingsverband.");
    let groep = werk.beeld().mensen.iter().fold(groep, |groep, persoon| {
        let hint = match let_in_by(werk, persoon).as_str() {
            "" => persoon.relatie.label().to_owned(),
            carers => format!(
                "{}. Op het woord van deze persoon leest {carers} mee op een eigen pagina. Vinkt u deze persoon aan, dan stopt dat meteen.",
                persoon.relatie.label()
            ),
        };
        groep.veld(Veld::checkbox(&person_field(persoon), persoon.naam.as_str()).hint(hint))
    });
    groep.veld(
        Veld::text("bron", "Waar komt dit vandaan?")
            .hint("Bijvoorbeeld: Basisregistratie Personen, de ouder zelf, een veilige opvang.")
            .required_or("Schrijf op waar dit vandaan komt."),
    )
}

pub(super) fn foster_group(werk: &Werk) -> Groep {
    let carers = werk.beeld().mensen.iter().filter(|persoon| persoon.relatie == Relatie::Pleegouder);
    let choices: Vec<Optie> =
        carers.map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str())).collect();
    let groep = Groep::new("Bij wie woont het kind?");
    let groep = if choices.is_empty() {
        groep.let_op("Er staat nog geen pleegouder in dit dossier. Voeg die eerst toe bij 'Iemand rond het kind toevoegen'.")
    } else {
        groep.veld(
            Veld::radio("persoon", "Pleegouder of verzorger", choices).required_or("Kies de pleegouder."),
        )
    };
    groep
        .veld(Veld::date("per", "Sinds welke dag?").required_or("Vul de dag in."))
        .tekst("Het gezag verandert hier niet door. Is er ook een voogd, voeg die dan apart toe.")
}

pub(super) fn of_age_group() -> Groep {
    let keuze = vec![
        Optie::new("ja", "Ja")
            .explained("De leerling beslist voortaan zelf en krijgt de brieven. De ouders niet meer."),
        Optie::new("nee", "Nee")
            .explained("Een curator of een mentor beslist. Voeg die toe als gemachtigde."),
    ];
    Groep::new("Meerderjarig")
        .tekst("Vanaf de achttiende verjaardag is de leerling partij: wat wij de ouders vroegen, vragen wij dan de leerling, en de brieven gaan naar de leerling. De eigen pagina van de ouders gaat die dag dicht. Dat gaat vanzelf. Vertel het eerst aan de leerling en de ouders, en leg hier vast of de leerling de eigen zaken kan regelen.")
        .veld(
        Veld::radio("handelingsbekwaam", "Kan de leerling de eigen zaken regelen?", keuze)
            .required_or("Kies of de leerling de eigen zaken kan regelen."),
    )
}

pub(super) fn number_group() -> Groep {
    Groep::new("Persoonsgebonden nummer")
        .tekst("Alleen de school bewaart dit nummer, versleuteld. Het samenwerkingsverband ziet het nooit. Ook op deze pagina wordt het daarna niet meer getoond.")
        .veld(Veld::text("pgn", "Nummer").hint("Negen cijfers: het burgerservicenummer of onderwijsnummer.").required_or("Vul het nummer in."))
}

pub(super) fn enrolment_group(werk: &Werk) -> Groep {
    let group = Groep::new("De inschrijving")
        .tekst("Dit is voor een kind dat al op uw school zit of van groep wisselt. Een nieuw kind laat u toe bij de aanmelding.")
        .naast([
            Veld::date("per", "Vanaf welke dag?").required_or("Vul de dag in."),
            Veld::text("groep", "Groep of klas"),
        ]);
    let asks = werk.omgeving().school.is_some_and(|school| !school.schoolsoort.verklaringen().is_empty());
    if !asks {
        return group;
    }
    group.veld(
        Veld::text("verklaring", "Met welke toelaatbaarheidsverklaring zit het kind op uw school?")
            .hint("Alleen als het kind hier nog geen leerling was. Het nummer en het samenwerkingsverband, of waaruit de verklaring volgt.")
            .asked_when("als het kind hier nog niet zat", "Schrijf op met welke verklaring het kind op uw school zit, of waaruit die volgt."),
    )
}

/// Why this child can leave on the day that was typed, or today: each with its article and what is asked with it.
fn grounds(werk: &Werk, getypt: &Formulier) -> Vec<Optie> {
    let per = parse_date(getypt.text("per")).unwrap_or_else(|| werk.vandaag());
    let known = werk.open.uitschrijfgronden(per).into_iter().map(|(reden, grond)| {
        let place = &grond.bron.vindplaats;
        let why = format!("{place} ({}). Nodig: {}", place.zekerheid.word(), grond.vraag);
        Optie::new(reden.code(), grond.tekst.as_str()).explained(why)
    });
    known.collect()
}

/// From which day the law of its school takes a pupil off the list, and what this program makes of it.
fn last_day(werk: &Werk) -> Option<String> {
    let sector = sector_of(werk.beeld().inschrijving.as_ref()?.schoolsoort);
    let rule = werk.bepaling_in("leven.dag_van_uitschrijven", sector)?;
    Some(format!(
        "{rule} Dit programma vraagt de dag na de laatste schooldag, en houdt een kind dat naar een andere school gaat als uw leerling tot de eerste dag daar: dat zijn lezingen van de wet."
    ))
}

pub(super) fn deregistration_group(werk: &Werk, getypt: &Formulier) -> Groep {
    let where_now = werk.beeld().inschrijving.as_ref().map_or_else(
        || "Dit kind staat nu nergens ingeschreven.".to_owned(),
        |inschrijving| format!("Dit kind staat nu ingeschreven op {}.", inschrijving.schoolnaam),
    );
    let groep = Groep::new("Uitschrijven")
        .tekst(where_now)
        .tekst(format!("Zolang een kind naar school moet, schrijft u het alleen uit als de ouders, wie het verzorgt of de meerderjarige leerling daarom vraagt, en om een reden die de wet noemt ({}). Bij een reden die er niet in staat, ziet u dat erbij. U ziet hier de redenen die nu bij dit kind kunnen. Op een andere dag kunnen dat andere zijn: vul eerst de dag in.", werk.artikel("leven.uitschrijven")))
        .met_tekst(last_day(werk))
        .veld(
            Veld::date("per", "Eerste dag waarop het kind niet meer is ingeschreven")
                .required_or("Vul de dag in."),
        )
        .veld(Veld::radio("grond", "Waarom mag u het kind uitschrijven?", grounds(werk, getypt)).required_or("Kies de reden."))
        .veld(
            Veld::textarea("blijkt", "Wat zag u?", 3)
                .hint("Schrijf op wat bij de reden wordt gevraagd. Dit staat op de tijdlijn. Het staat niet in de brief: iedereen met gezag krijgt een brief met de dag, de reden en wie erom vroeg. Na een overlijden vult u hier niets in.")
                .asked_when("niet na een overlijden", "Schrijf op wat u zag."),
        );
    let asking = werk.open.verzoekers();
    if asking.len() < 2 {
        return groep;
    }
    let names = asking.iter().map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str()));
    groep.veld(
        Veld::radio("verzoek_van", "Wie vroeg u om het kind uit te schrijven?", names.collect())
            .asked_when("als de reden dat vraagt", "Kies wie erom vroeg."),
    )
}

pub(super) fn school_group() -> Groep {
    Groep::new("Waar gaat het kind nu naar school?")
        .tekst("U schreef dit kind uit terwijl het nog naar school moest, en u wist geen andere school. Zoek uit waar het is. Vindt u het niet, bel dan de leerplichtambtenaar van de gemeente waar het kind woont; schrijf op wie u sprak.")
        .veld(
            Veld::textarea("hoe", "Waar is het kind, en van wie weet u dat?", 3)
                .hint("Bijvoorbeeld: de school waar het nu staat, of wie bij de gemeente het overneemt.")
                .required_or("Schrijf op waar het kind is."),
        )
}

/// What the family let this school know and nobody here read.
pub(super) fn unread(werk: &Werk) -> impl Iterator<Item = &EigenWoorden> {
    let school = &werk.kijker.kijker.actor.organisatie;
    werk.beeld().woorden.iter().filter(move |said| said.gezien.is_none() && said.feit.school == *school)
}

pub(super) fn words_group(werk: &Werk) -> Groep {
    let option = |said: &EigenWoorden| {
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == said.feit.persoon);
        let who = known.map_or("iemand uit het gezin", |persoon| persoon.naam.as_str());
        let about = said.feit.over.map(|over| Taal::Nl.zeg(over.woord()));
        let about = about.map_or_else(String::new, |about| format!(", over de {about}"));
        let only = if said.feit.alleen_school {
            ", alleen voor uw school: zeg er niets over tegen de rest van het gezin"
        } else {
            ""
        };
        let text = format!("{}, {}{about}{only}", capital(who), long_nl(said.feit.op));
        Optie::new(said.feit.nr.to_string(), text).explained(said.feit.woorden.clone())
    };
    Groep::new("Wat is er geschreven?")
        .veld(
            Veld::radio("woorden", "Wat las u?", unread(werk).map(option).collect())
                .required_or("Kies wat u las."),
        )
        .veld(
            Veld::textarea("antwoord", "Uw antwoord", 4)
                .hint("Mag leeg blijven. Wie dit schreef, leest het antwoord op de eigen pagina."),
        )
}

pub(super) fn moved_group() -> Groep {
    Groep::new("Wat gaat mee?")
        .tekst("Het kind verhuisde naar het gebied van een ander samenwerkingsverband, en er loopt een verklaring of een aanvraag. Vraag beide samenwerkingsverbanden wat blijft en wat verandert: de verklaring, de ondersteuning, het vervoer.")
        .veld(
            Veld::textarea("hoe", "Wat gaat mee, en met wie sprak u dat af?", 3)
                .hint("Bijvoorbeeld: de verklaring blijft, en het nieuwe samenwerkingsverband regelt de begeleiding.")
                .required_or("Schrijf op wat meegaat."),
        )
}

/// Who stands as having authority does so by the word of the open form alone. A family is not told so of its own people.
pub(super) fn gezag_niet_nagekeken(werk: &Werk) -> bool {
    let unseen = || werk.beeld().aanmeldingen.iter().any(Aanmelding::gezag_niet_nagekeken);
    !werk.is_gezin() && unseen()
}

/// Who stands as having authority by the word of the open form, and what the school saw of it.
pub(super) fn authority_group(werk: &Werk) -> Groep {
    let named = werk.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag());
    let people = named.map(|persoon| {
        let said = if persoon.brondocument.is_empty() {
            "niets opgeschreven"
        } else {
            persoon.brondocument.as_str()
        };
        format!("{}: {said}", persoon.naam)
    });
    Groep::new("Wie heeft gezag?")
        .tekst("Het kind is aangemeld met het open formulier. Wie het schreef, noemde zelf wie gezag heeft. Vraag om een document, of kijk het na op een andere manier. Het gezagsregister van de rechtbank is voor iedereen in te zien.")
        .blok(Blok::Lijst(people.collect()))
        .veld(
            Veld::textarea("hoe", "Wat zag u, en van wie?", 3)
                .hint("Bijvoorbeeld: het paspoort van de moeder en een uittreksel uit de basisregistratie met beide ouders. Klopt het gezag van iemand niet? Wijzig dat eerst bij die persoon.")
                .required_or("Schrijf op wat u zag."),
        )
}

pub(super) fn death_group() -> Groep {
    Groep::new("")
        .tekst("Wat verdrietig. U hoeft hier alleen de datum in te vullen.")
        .tekst("Alle termijnen en taken stoppen meteen. Er gaan geen brieven en herinneringen meer naar de familie. Neem zelf contact op als u iets wilt zeggen of vragen. Het dossier blijft bewaard en kan worden gelezen.")
        .tekst("Vulde u dit per ongeluk in, dan kunt u het bij 'verbeteren' terugnemen.")
        .veld(Veld::date("op", "Datum van overlijden").required_or("Vul de datum in."))
}
