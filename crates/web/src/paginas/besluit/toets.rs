//! What the law and the policy ask of a decision, checked on what is filled in now. The core checks all of it again.

use app::weigering::wat_wel;
use askama::Template;
use base::Vindplaats;
use base::dates::short_nl;
use dossier::opdracht::regels;
use teksten::Taal;
use web_base::onderdelen::{Bronlink, Label, Labelsoort, Uitleg, Waarom};

use super::Zaak;
use super::formulier::{REASON, has_category};

/// Every check.
#[derive(Template)]
#[template(path = "paginas/besluit/toetsen.html")]
pub(super) struct Toetslijst {
    toetsen: Vec<Toets>,
}

impl askama::filters::HtmlSafe for Toetslijst {}

/// One check.
struct Toets {
    wat: &'static str,
    label: Label,
    tekst: String,
    bron: Option<Bronlink>,
    waarom: Option<Waarom>,
}

/// How a check stands.
#[derive(Clone, Copy)]
enum Stand {
    Goed,
    Mist,
    Weetje,
}

impl Toets {
    fn new(wat: &'static str, stand: Stand, tekst: impl Into<String>) -> Self {
        let label = match stand {
            Stand::Goed => Label::new("in orde", Labelsoort::Goed),
            Stand::Mist => Label::new("nog niet", Labelsoort::Laat),
            Stand::Weetje => Label::new("let op", Labelsoort::Gauw),
        };
        Self { wat, label, tekst: tekst.into(), bron: None, waarom: None }
    }

    fn because(mut self, vindplaats: Option<&Vindplaats>, zaak: &Zaak<'_>) -> Self {
        self.bron = vindplaats.map(|place| Bronlink::on(place, zaak.on()));
        self
    }

    fn explained(mut self, uitleg: Uitleg) -> Self {
        self.waarom = Some(uitleg.folded(self.wat.to_lowercase()));
        self
    }
}

/// The checks of one decision.
pub(super) fn all(zaak: &Zaak<'_>) -> Toetslijst {
    let mut toetsen: Vec<Toets> = earlier(zaak).into_iter().collect();
    toetsen.push(experts(zaak));
    toetsen.extend(independence(zaak));
    if zaak.voorstel.grants() != Some(false) {
        toetsen.push(duration(zaak));
        toetsen.extend(category(zaak));
    }
    toetsen.push(deviation(zaak));
    toetsen.extend(reaction(zaak));
    toetsen.push(reasons(zaak));
    toetsen.push(in_time(zaak));
    Toetslijst { toetsen }
}

/// A decision that nobody knows yet, and which this one would replace.
fn earlier(zaak: &Zaak<'_>) -> Option<Toets> {
    let besluit = zaak.gezien.aanvraag.besluit.as_ref()?;
    let wat = besluit
        .verleend()
        .map_or_else(|| "geweigerd".to_owned(), |granted| format!("verleend, nummer {}", granted.nummer));
    let day = short_nl(besluit.op());
    let tekst = format!(
        "Op {day} is al besloten: {wat}. Dat is nog niet bekendgemaakt. Legt u dit besluit vast, dan vervalt het eerste."
    );
    Some(Toets::new("Eerder besluit", Stand::Weetje, tekst))
}

/// R2.3: two experts of the law's disciplines.
fn experts(zaak: &Zaak<'_>) -> Toets {
    const WHAT: &str = "Twee deskundigen";
    let aanvraag = &zaak.gezien.aanvraag;
    let disciplines: Vec<_> = aanvraag.adviseurs().map(|adviseur| adviseur.discipline).collect();
    match regels::deskundigen(&zaak.law(), &disciplines, aanvraag.soort) {
        Ok(found) => {
            let toets = if found.uitkomst.is_empty() {
                let words: Vec<&str> = disciplines.iter().map(|discipline| discipline.label()).collect();
                Toets::new(WHAT, Stand::Goed, format!("Advies van: {}.", words.join(" en ")))
            } else {
                Toets::new(
                    WHAT,
                    Stand::Mist,
                    format!(
                        "Er is nog geen advies van {}.",
                        found
                            .uitkomst
                            .iter()
                            .map(|wie| Taal::Nl.zeg(wie))
                            .collect::<Vec<_>>()
                            .join(" en van ")
                    ),
                )
            };
            toets
                .because(found.berekening.vindplaats(), zaak)
                .explained(Uitleg::from(found.berekening.as_ref()))
        }
        Err(refusal) => Toets::new(WHAT, Stand::Mist, format!("{}.", Taal::Nl.zeg(&refusal.reden))),
    }
}

/// Policy: no expert who works for the applicant.
fn independence(zaak: &Zaak<'_>) -> Option<Toets> {
    const WHAT: &str = "Onafhankelijk van de aanvrager";
    if !zaak.law().beleid.onafhankelijke_deskundigen {
        return None;
    }
    let tied: Vec<&str> = zaak
        .gezien
        .aanvraag
        .adviseurs()
        .filter(|adviseur| !adviseur.onafhankelijk)
        .map(|adviseur| adviseur.naam.as_str())
        .collect();
    Some(if tied.is_empty() {
        Toets::new(
            WHAT,
            Stand::Goed,
            "Geen van de deskundigen werkt voor de aanvrager. Dit is beleid van uw samenwerkingsverband, geen wet.",
        )
    } else {
        Toets::new(
            WHAT,
            Stand::Mist,
            format!("{} werkt voor de aanvrager. Vraag een andere deskundige.", tied.join(" en ")),
        )
    })
}

/// R2.5: whole school years.
fn duration(zaak: &Zaak<'_>) -> Toets {
    const WHAT: &str = "Looptijd";
    let (Some(van), Some(end)) = (zaak.voorstel.date("van"), zaak.voorstel.date("tot_en_met")) else {
        return Toets::new(WHAT, Stand::Mist, "Vul de eerste en de laatste dag in.");
    };
    match regels::geldigheid(&zaak.law(), zaak.gezien.aanvraag.soort, van, end) {
        Ok(found) => {
            let text = format!("Van {} tot en met {}.", short_nl(van), short_nl(end));
            let toets = Toets::new(WHAT, Stand::Goed, text);
            match found {
                Some(found) => toets
                    .because(
                        found.berekening.vindplaats_in(regels::sector_of_tlv(zaak.gezien.aanvraag.soort)),
                        zaak,
                    )
                    .explained(Uitleg::from(found.berekening.as_ref())),
                None => toets,
            }
        }
        Err(refusal) => Toets::new(
            WHAT,
            Stand::Mist,
            format!("{} Wat kan wel: {}.", Taal::Nl.zeg(&refusal.reden), wat_wel(Taal::Nl, &refusal)),
        )
        .because(refusal.vindplaats.as_deref(), zaak),
    }
}

/// R2.4: a funding category of the law, for so and vso.
fn category(zaak: &Zaak<'_>) -> Option<Toets> {
    const WHAT: &str = "Bekostigingscategorie";
    if !has_category(zaak.gezien.aanvraag.soort) {
        return None;
    }
    let ctx = zaak.law();
    let listed = |code: u8| regels::is_listed(&ctx, "tlv.categorieen", &code.to_string(), zaak.on());
    let toets = match zaak.voorstel.category() {
        Some(code) if listed(code) => chosen_category(zaak, code),
        _ => Toets::new(WHAT, Stand::Mist, "Kies een van de categorieën van de wet."),
    };
    let place = zaak.state.app.wet.parameter("tlv.categorieen", zaak.on()).ok();
    Some(toets.because(place.map(|parameter| &parameter.bron.vindplaats), zaak))
}

/// The category that is chosen, beside the one that was asked: a decider sees that it is another.
fn chosen_category(zaak: &Zaak<'_>, code: u8) -> Toets {
    const WHAT: &str = "Bekostigingscategorie";
    match zaak.gezien.aanvraag.gevraagde_categorie().filter(|asked| *asked != code) {
        Some(asked) => {
            Toets::new(WHAT, Stand::Weetje, format!("Categorie {code}. De school vroeg categorie {asked}."))
        }
        None => Toets::new(WHAT, Stand::Goed, format!("Categorie {code}.")),
    }
}

/// A decision that differs from an advice says why.
fn deviation(zaak: &Zaak<'_>) -> Toets {
    const WHAT: &str = "Afwijken van een advies";
    let Some(command) = zaak.voorstel.as_command(zaak.gezien.aanvraag.nr) else {
        return Toets::new(WHAT, Stand::Weetje, "Dit is te zien zodra u kiest wat u beslist.");
    };
    if zaak.gezien.aanvraag.adviezen.is_empty() {
        return Toets::new(WHAT, Stand::Weetje, "Er is nog geen advies om te volgen of van af te wijken.");
    }
    if !command.deviates(&zaak.gezien.aanvraag) {
        return Toets::new(WHAT, Stand::Goed, "U volgt de adviezen.");
    }
    let ctx = zaak.law();
    let sector = regels::sector_of_tlv(zaak.gezien.aanvraag.soort);
    let place = regels::artikel(&ctx, "tlv.afwijking_motiveren", sector, zaak.on());
    let toets = if command.afwijking.trim().is_empty() {
        Toets::new(WHAT, Stand::Mist, "U wijkt af van een advies: schrijf op waarom.")
    } else {
        Toets::new(WHAT, Stand::Weetje, "U wijkt af van een advies; uw reden komt in de brief.")
    };
    toets.because(place.as_ref(), zaak)
}

/// The parents were told until when they can react to the last advice.
fn reaction(zaak: &Zaak<'_>) -> Option<Toets> {
    let last = zaak.gezien.aanvraag.reactietijd_tot()?;
    let day = short_nl(last);
    let (stand, tekst) = if zaak.on() > last {
        (Stand::Goed, format!("De ouders konden tot en met {day} reageren op het advies."))
    } else {
        let wait = "Beslist u eerder, en hebben zij nog niet gereageerd? Schrijf dan op waarom u niet wacht.";
        let aanvraag = &zaak.gezien.aanvraag;
        let since = aanvraag.adviezen.iter().map(|advies| advies.op).max();
        let silent = !aanvraag.zienswijzen.iter().any(|said| Some(said.op) >= since);
        // Without a reason it is refused: that is no remark.
        let must = silent && zaak.voorstel.text("eerder").trim().is_empty();
        let stand = if must { Stand::Mist } else { Stand::Weetje };
        (stand, format!("De ouders kunnen tot en met {day} reageren op het advies. {wait}"))
    };
    Some(Toets::new("Reactie van de ouders", stand, tekst))
}

fn reasons(zaak: &Zaak<'_>) -> Toets {
    const WHAT: &str = "Motivering";
    if zaak.voorstel.text(REASON).trim().is_empty() {
        Toets::new(WHAT, Stand::Mist, "Schrijf op waarom u dit beslist.")
    } else {
        Toets::new(WHAT, Stand::Goed, "Er staat waarom.")
    }
}

/// R2.7: a late decision is still a decision, and it is told.
fn in_time(zaak: &Zaak<'_>) -> Toets {
    const WHAT: &str = "Op tijd";
    let aanvraag = &zaak.gezien.aanvraag;
    let toets = match aanvraag.beslissen_uiterlijk_op(zaak.on()) {
        Some(last) if zaak.on() > last => Toets::new(
            WHAT,
            Stand::Weetje,
            format!("De termijn liep af op {}. Beslis zo snel mogelijk.", short_nl(last)),
        ),
        Some(last) => {
            Toets::new(WHAT, Stand::Goed, format!("U kunt beslissen tot en met {}.", short_nl(last)))
        }
        None => Toets::new(WHAT, Stand::Weetje, "De termijn staat stil: er is een aanvulling gevraagd."),
    };
    let berekening = aanvraag.termijn.as_ref().map(|termijn| termijn.berekening.as_ref());
    match berekening {
        Some(berekening) => toets.because(berekening.vindplaats(), zaak).explained(Uitleg::from(berekening)),
        None => toets,
    }
}
