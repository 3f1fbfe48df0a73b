//! A request as everybody reads it who may: one page, the question first; then what was advised and decided.

use app::doeners::Doeners;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::dates::long_nl;
use base::{Date, PersoonId};
use dossier::Woord;
use dossier::beurt::{Onderwerp, Zet};
use dossier::elders::NIET_GENOEMD;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Besluit, TlvAanvraag};
use teksten::{Taal, aanvraag, kind, mijn};
use web_base::error::Uitkomst;
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Link, Tabel, Termijn, Tijdlijn, Uitleg, VolgendeDatum, day_in, short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::nieuw::can_be_renewed;
use super::samenvatting::Adviesblok;
use super::tekst::Tekst;
use super::termijn::term_in;
use super::{Gezien, Plek, Samenvatting, advices, asked, invullen};
use crate::paginas::besluit::is_still_here;
use crate::paginas::kind::is_own;
use crate::paginas::loket::behandelen;
use crate::paginas::woorden::{letter_of, verklaring_woord};

#[derive(Template)]
#[template(path = "paginas/aanvraag/lezen.html")]
struct Lezen {
    pagina: Pagina,
    aanzet: Option<Aanzet>,
    /// It is this person's turn: the first thing to do is a button.
    aan_zet: bool,
    /// What to know first: who was asked for advice and gives none; and what ends a turn that no act on this page ends.
    vooraf: Vec<String>,
    acties: Vec<Link>,
    /// Answers and documents are there to read: the request was sent.
    samenvatting: Option<Samenvatting>,
    nog_niet: Vec<String>,
    adviezen: Vec<Adviesblok>,
    besluit: Option<Besluitblok>,
    termijn: Feiten,
    brieven: Tabel,
    tijdlijn: Tijdlijn,
}

struct Besluitblok {
    feiten: Feiten,
    motivering: Tekst,
    afwijking: Option<Tekst>,
}

/// The form for the school that fills it, the request for everybody else.
pub(super) async fn show_request(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    gezien.toon(Doel::Aanvraag).await?;
    if invullen::is_filled_by(&gezien, &kijker) {
        return invullen::page(&gezien, &vraag).await;
    }
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let (beeld, aanvraag) = (gezien.beeld(), &gezien.aanvraag);
    let (sent, gezin) = (aanvraag.ontvangen_op.is_some(), gezien.open_file().is_gezin());
    let fase = taal.zeg(aanvraag.fase_op(on).woord());
    let ligt_nog = beeld.nog_niet_weg.contains(&Onderwerp::Aanvraag(aanvraag.nr));
    let pagina = kijker
        .page(taal.zeg(aanvraag::Titel { wat: asked(aanvraag) }.tekst()))
        .in_chosen_language()
        .sub(format!("{} · {} · {fase}", beeld.naam, aanvraag.schoolnaam))
        .below(beeld.naam.clone(), format!("/kind/{}", plek.nummer))
        .messages(crate::weg::werk::geheim(beeld, &kijker));
    let told = super::done_message(&vraag, taal).into_iter().chain(gezien.elders(&kijker));
    let pagina = told.chain(crate::paginas::kind::mourning(beeld, taal)).fold(pagina, Pagina::message);
    show(&Lezen {
        pagina,
        aanzet: turn(&gezien, &kijker),
        aan_zet: shown_turn(&gezien, &kijker).is_some_and(|(beurt, _)| is_own(beurt, &kijker)),
        vooraf: given_back(&gezien, on).into_iter().chain(see_to_place(&gezien, &kijker)).collect(),
        acties: actions(&gezien, &kijker, plek),
        samenvatting: if sent {
            Some(Samenvatting::in_taal(beeld, aanvraag, on, (taal, gezin)))
        } else {
            Samenvatting::voorgelegd(beeld, aanvraag, on, (taal, gezin))
        },
        nog_niet: not_sent(aanvraag, taal),
        adviezen: waiting(&gezien, &kijker).into_iter().chain(advices(aanvraag, on, taal)).collect(),
        besluit: decision(aanvraag, ligt_nog, on, taal),
        termijn: term_in(&gezien, on, taal),
        brieven: letters(&gezien, on, taal),
        tijdlijn: history_in((beeld, &gezien.werk.open.doeners().await?), aanvraag, on, taal),
    })
}

/// The advice of two that is signed by one so far, for the two of them.
fn waiting(gezien: &Gezien, kijker: &Kijker) -> Option<Adviesblok> {
    let own = &kijker.kijker.actor.persoon;
    let laid = gezien.aanvraag.open_voorstel().filter(|laid| laid.door == *own || laid.aan == *own)?;
    let asked = gezien.aanvraag.toewijzingen.iter().find(|asked| asked.persoon == laid.aan);
    let aan = asked.map(|asked| asked.naam.as_str()).unwrap_or_default();
    let herzien = format!("Nog geen advies: {aan} heeft het nog niet getekend.");
    Some(Adviesblok { herzien, ..super::voorgelegd(&gezien.aanvraag, gezien.werk.vandaag())? })
}

/// What is said above a request that was not sent: which version is there to read, or that there is none yet.
fn not_sent(aanvraag: &TlvAanvraag, taal: Taal) -> Vec<String> {
    if aanvraag.ontvangen_op.is_some() {
        return Vec::new();
    }
    let school = aanvraag.schoolnaam.as_str();
    let laid = aanvraag.ligt_voor().map(|laid| aanvraag::Voorgelegd { school, op: laid.op }.tekst());
    let none = || [aanvraag::VultNogIn { school }.tekst(), aanvraag::niet_voorgelegd()].to_vec();
    laid.map_or_else(none, |laid| vec![laid]).into_iter().map(|tekst| taal.zeg(tekst)).collect()
}

/// The turns in this request, each with its organisation by name.
fn turns(gezien: &Gezien) -> impl Iterator<Item = &(dossier::Beurt, String)> {
    let about = |beurt: &dossier::Beurt| beurt.onderwerp == Some(Onderwerp::Aanvraag(gezien.aanvraag.nr));
    gezien.beeld().beurten.iter().filter(move |(beurt, _)| about(beurt))
}

/// The first of them.
fn first_turn(gezien: &Gezien) -> Option<&(dossier::Beurt, String)> {
    turns(gezien).next()
}

/// The own turn of whoever looks, where there is one; else the first.
fn shown_turn<'g>(gezien: &'g Gezien, kijker: &Kijker) -> Option<&'g (dossier::Beurt, String)> {
    turns(gezien).find(|(beurt, _)| is_own(beurt, kijker)).or_else(|| first_turn(gezien))
}

/// Who was asked and gives no advice, and why: the partnership asks another. Told to whoever asks experts, and to nobody else.
fn given_back(gezien: &Gezien, on: Date) -> Vec<String> {
    if !gezien.mag(Opdrachtnaam::WijsDeskundigeToe) || gezien.aanvraag.besluit.is_some() {
        return Vec::new();
    }
    let ended = gezien.aanvraag.toewijzingen.iter().filter_map(|asked| Some((asked, asked.beeindigd_op?)));
    let told = ended.map(|(asked, op)| {
        let (naam, discipline) = (asked.naam.as_str(), asked.discipline.label());
        format!(
            "{naam} ({discipline}) geeft geen advies, sinds {}: {}",
            short_date(op, on),
            asked.reden_einde
        )
    });
    told.collect()
}

/// What the school does that sees to a place with the declaration, and who ends that turn: it is taken on no page of its own.
fn see_to_place(gezien: &Gezien, kijker: &Kijker) -> Option<String> {
    let mine = |beurt: &dossier::Beurt| beurt.zet == Zet::PlaatsingRegelen && is_own(beurt, kijker);
    turns(gezien).find(|(beurt, _)| mine(beurt))?;
    let wat = verklaring_woord(gezien.aanvraag.soort.code());
    let van = gezien.aanvraag.verleend()?.van;
    Some(format!(
        "Wat u nu doet: help de ouders een school te zoeken waarvoor de {wat} is, en het kind daar aan te melden. De plek kan vanaf {} beginnen. Uw beurt stopt als die school het kind met de {wat} toelaat: zij legt dat vast, u niet. Lukt het niet? Bel het samenwerkingsverband dat haar gaf.",
        long_nl(van),
    ))
}

/// Whose turn it is in this request.
fn turn(gezien: &Gezien, kijker: &Kijker) -> Option<Aanzet> {
    let (on, taal) = (kijker.moment.vandaag, kijker.taal());
    let (beurt, organisatie) = shown_turn(gezien, kijker)?;
    Some(Aanzet {
        wie: crate::paginas::kind::who(gezien.beeld(), beurt, organisatie, kijker),
        sinds: Some(day_in(taal, beurt.van, on)),
        wat: taal.zeg(beurt.zet.woord()),
        taal,
        volgende: beurt.uiterlijk.map(|last| VolgendeDatum {
            wat: String::new(),
            termijn: Termijn::of(last, on).in_taal(taal),
            waarom: None,
        }),
    })
}

/// One thing that can be done with a request: the act, what has to be so besides that it has its time, its words and its step.
type Mogelijk = (Opdrachtnaam, bool, &'static str, &'static str);

/// What this person can do with the request now, most likely first.
fn actions(gezien: &Gezien, kijker: &Kijker, plek: &Plek) -> Vec<Link> {
    let now = gezien.werk.mogelijk(Onderwerp::Aanvraag(plek.nr));
    let advice: Mogelijk = (Opdrachtnaam::BrengAdviesUit, true, "Advies geven", "advies");
    let table = std::iter::once(advice).chain(by_desk(gezien, kijker)).chain(by_both(gezien, kijker));
    let possible = table.filter(|(opdracht, also, _, _)| *also && now.contains(opdracht));
    let advise = advise_words(gezien, kijker);
    let words = |opdracht: Opdrachtnaam, text: &str| match &advise {
        Some(advise) if opdracht == Opdrachtnaam::BrengAdviesUit => advise.clone(),
        Some(_) | None => text.to_owned(),
    };
    let mut acties: Vec<Link> =
        possible.map(|(act, _, text, step)| Link::new(words(act, text), plek.below(step))).collect();
    if now.contains(&Opdrachtnaam::HerzieAdvies) {
        acties.push(Link::new("Uw advies herzien", plek.below("advies/herzien")));
    }
    let own = &kijker.kijker.actor.persoon;
    let mine =
        gezien.aanvraag.toewijzingen.iter().position(|t| t.persoon == *own && t.beeindigd_op.is_none());
    let gives_back = [Opdrachtnaam::BrengAdviesUit, Opdrachtnaam::BeeindigToewijzing];
    if let Some(at) = mine.filter(|_| gives_back.iter().all(|daad| now.contains(daad))) {
        acties.push(Link::new("De opdracht teruggeven", crate::paginas::loket::give_back(gezien, at + 1)));
    }
    if let Some(granted) = gezien.aanvraag.verleend().filter(|_| now.contains(&Opdrachtnaam::TrekTlvIn)) {
        let wat = verklaring_woord(gezien.aanvraag.soort.code());
        acties.push(Link::new(format!("De {wat} intrekken"), format!("/register/{}", granted.nummer)));
    }
    if can_be_renewed(&gezien.aanvraag, &gezien.beeld().aanvragen)
        && gezien.mag(Opdrachtnaam::StartTlvAanvraag)
        // Nobody renews what has yet to begin.
        && gezien.aanvraag.verleend().is_none_or(|granted| granted.van <= kijker.moment.vandaag)
    {
        let address = format!("/kind/{}/aanvraag/nieuw?verlenging={}", plek.nummer, plek.nr);
        acties.push(Link::new("Verlenging beginnen", address));
    }
    acties
}

/// What advising is where an advice of two lies there: signing it, for whom it lies before; changing it, for who wrote it.
fn advise_words(gezien: &Gezien, kijker: &Kijker) -> Option<String> {
    let own = &kijker.kijker.actor.persoon;
    let laid = gezien.aanvraag.open_voorstel()?;
    let naam = |persoon: &PersoonId| {
        let asked = gezien.aanvraag.toewijzingen.iter().find(|asked| asked.persoon == *persoon);
        asked.map(|asked| asked.naam.clone()).unwrap_or_default()
    };
    if laid.aan == *own {
        Some(format!("Meetekenen met {}, of zelf adviseren", naam(&laid.door)))
    } else if laid.door == *own {
        Some(format!("Het advies dat op {} wacht lezen of wijzigen", naam(&laid.aan)))
    } else {
        None
    }
}

/// What the partnership does towards its decision. What the law or the files of others say of it, the core is asked besides.
fn by_desk(gezien: &Gezien, kijker: &Kijker) -> [Mogelijk; 12] {
    // By the name of the turn, where it is one.
    let another = turns(gezien).any(|(beurt, _)| beurt.zet == Zet::AndereDeskundigeKiezen);
    let experts = if another { "Een andere deskundige kiezen" } else { "Deskundigen om advies vragen" };
    let undecided = gezien.aanvraag.besluit.is_none();
    let decided = !undecided;
    // One that is made known on a later day is made known on another by a line of its own.
    let unknown = decided && gezien.aanvraag.bekendmaking.is_none();
    let swv = gezien.by_swv(kijker);
    let elsewhere = swv && (undecided || unknown) && gezien.naar.is_some();
    [
        (Opdrachtnaam::BeoordeelVerbetering, true, "Zeggen of het hetzelfde kind is", "verbetering"),
        (Opdrachtnaam::ZendTlvDoor, elsewhere, "De aanvraag doorsturen", "doorsturen"),
        (Opdrachtnaam::BeoordeelAanvulling, true, "Zeggen of de aanvulling genoeg is", "aanvulling/genoeg"),
        (Opdrachtnaam::NeemBesluit, undecided && !elsewhere, "Beslissen", "besluit"),
        (
            Opdrachtnaam::StelAanvraagBuitenBehandeling,
            swv && !elsewhere && behandelen::can_stop(gezien),
            "De aanvraag niet behandelen",
            "niet-behandelen",
        ),
        (Opdrachtnaam::MaakBekend, unknown && !elsewhere, "Het besluit bekendmaken", "bekendmaken"),
        (Opdrachtnaam::NeemBesluit, decided && !elsewhere, "Het besluit anders nemen", "besluit"),
        (
            Opdrachtnaam::MaakBekend,
            swv && is_still_here(gezien),
            "Het besluit op een andere dag bekendmaken",
            "bekendmaken",
        ),
        (
            Opdrachtnaam::LaatAanvullingVervallen,
            true,
            "De aanvulling is niet meer nodig",
            "aanvulling/vervalt",
        ),
        (Opdrachtnaam::StelDwangsomVast, true, "De dwangsom vaststellen", "dwangsom"),
        (Opdrachtnaam::WijsDeskundigeToe, !elsewhere, experts, "deskundigen"),
        (Opdrachtnaam::VraagAanvulling, !elsewhere, "Om aanvulling vragen", "aanvulling"),
    ]
}

/// What the applicant does, the school of placement, and the partnership besides deciding.
fn by_both(gezien: &Gezien, kijker: &Kijker) -> [Mogelijk; 7] {
    let later = if gezien.aanvraag.uit_te_stellen(kijker.moment.vandaag) {
        "Later beslissen of een ingebrekestelling vastleggen"
    } else {
        "Een ingebrekestelling vastleggen"
    };
    // A family says it on its own page; here a school records what it said.
    let school = gezien.by_applicant(kijker);
    // One that was never sent is taken back where it is filled.
    let sent = gezien.aanvraag.ontvangen_op.is_some();
    [
        (Opdrachtnaam::OntvangAanvulling, true, "De aanvulling geven of vastleggen", "aanvulling"),
        (Opdrachtnaam::OntvangIngebrekestelling, true, later, "termijn"),
        (Opdrachtnaam::GeefZienswijze, school, "Vastleggen wat ouders of leerling zeggen", "zienswijze"),
        (Opdrachtnaam::VerbeterKind, true, "Naam of geboortedatum verbeteren", "verbeter-kind"),
        (Opdrachtnaam::TrekTlvAanvraagIn, sent, "De aanvraag intrekken", "intrekken"),
        (Opdrachtnaam::BepaalVervolg, true, "Wij gaan verder zonder: vastleggen hoe", "vervolg"),
        (Opdrachtnaam::VraagCategorieWijziging, true, "Een andere categorie vragen", "categorie"),
    ]
}

/// `ligt_nog`: by what was recorded no letter of it left.
fn decision(aanvraag: &TlvAanvraag, ligt_nog: bool, on: Date, taal: Taal) -> Option<Besluitblok> {
    let besluit = aanvraag.besluit.as_ref()?;
    let mut feiten = match besluit {
        Besluit::Verleend(granted) => {
            // Until when it holds, or held: one that was withdrawn ended before the day for which it was given.
            let last = aanvraag.laatste_dag_verklaring().unwrap_or(granted.tot_en_met);
            let period = taal.zeg(kind::Periode { van: granted.van, tot_en_met: last }.tekst());
            let why = granted.geldigheid.as_ref().map(|duur| {
                let why = Uitleg::from(duur.berekening.as_ref()).on_page_in(taal);
                why.folded(taal.zeg(aanvraag::deze_periode()))
            });
            let period = Inhoud::from(period);
            let period = match why {
                Some(why) => period.above(why),
                None => period,
            };
            let given = (last < granted.tot_en_met)
                .then(|| taal.zeg(aanvraag::GegevenTot { tot_en_met: granted.tot_en_met }.tekst()));
            let period = match given {
                Some(given) => period.above(given),
                None => period,
            };
            let category = granted.categorie.map(|categorie| categorie.to_string());
            Feiten::new()
                .with(taal.zeg(aanvraag::besluit()), taal.zeg(aanvraag::verleend()))
                .with(taal.zeg(aanvraag::nummer()), granted.nummer.as_str())
                .with_some(&taal.zeg(aanvraag::categorie()), category)
                .with(taal.zeg(aanvraag::geldig()), period)
        }
        Besluit::Geweigerd(_) => {
            Feiten::new().with(taal.zeg(aanvraag::besluit()), taal.zeg(aanvraag::geweigerd()))
        }
    };
    feiten = feiten.with(taal.zeg(aanvraag::genomen_op()), day_in(taal, besluit.op(), on));
    feiten = made_known(aanvraag, ligt_nog, feiten, on, taal);
    Some(Besluitblok {
        feiten,
        motivering: Tekst::of(besluit.motivering()),
        afwijking: Some(besluit.afwijking()).filter(|text| !text.is_empty()).map(Tekst::of),
    })
}

/// When the decision was made known, until when one can object, and what came of it.
fn made_known(aanvraag: &TlvAanvraag, ligt_nog: bool, feiten: Feiten, on: Date, taal: Taal) -> Feiten {
    let known = taal.zeg(aanvraag::bekendgemaakt());
    let feiten = match &aanvraag.bekendmaking {
        Some(bekend) if ligt_nog => {
            let told = aanvraag::NogNietWeg { op: bekend.op, hoe: bekend.wijze.woord() }.tekst();
            feiten.with(known, taal.zeg(told))
        }
        Some(bekend) => {
            let why = Uitleg::from(bekend.bezwaar_uiterlijk.berekening.as_ref()).on_page_in(taal);
            let last = aanvraag::Uiterlijk { op: bekend.bezwaar_uiterlijk.uitkomst }.tekst();
            let last = Inhoud::from(taal.zeg(last)).above(why.folded(taal.zeg(mijn::deze_datum())));
            let how = format!("{}, {}", day_in(taal, bekend.op, on), taal.zeg(bekend.wijze.woord()));
            feiten.with(known, how).with(taal.zeg(aanvraag::bezwaar()), last)
        }
        None => feiten.with(known, taal.zeg(aanvraag::geldt_nog_niet())),
    };
    let placed = aanvraag.gebruik.as_ref().map(|gebruik| {
        if gebruik.schoolnaam == NIET_GENOEMD {
            return taal.zeg(aanvraag::GeplaatstEldersVanaf { per: gebruik.per }.tekst());
        }
        taal.zeg(aanvraag::GeplaatstVanaf { school: &gebruik.schoolnaam, per: gebruik.per }.tekst())
    });
    let withdrawn = aanvraag.ingetrokken_per().map(|per| taal.zeg(aanvraag::IngetrokkenPer { per }.tekst()));
    let feiten = feiten.with_some(&taal.zeg(aanvraag::geplaatst()), placed);
    let replaced = aanvraag.vervangen.map(|later| {
        let door = i32::try_from(later.door).unwrap_or(i32::MAX);
        taal.zeg(aanvraag::VervangenPer { per: later.per, door }.tekst())
    });
    let feiten = feiten.with_some(&taal.zeg(aanvraag::vervangen()), replaced);
    let mut feiten = feiten.with_some(&taal.zeg(aanvraag::ingetrokken()), withdrawn);
    if let Some(intrekking) = &aanvraag.intrekking {
        feiten = feiten.with(taal.zeg(aanvraag::waarom_ingetrokken()), intrekking.reden.as_str());
    }
    for (op, categorie) in &aanvraag.categorie_wijziging_gevraagd {
        let asked = aanvraag::CategorieGevraagd { categorie: i32::from(*categorie), op: *op }.tekst();
        feiten = feiten.with(taal.zeg(aanvraag::andere_categorie()), taal.zeg(asked));
    }
    feiten
}

fn letters(gezien: &Gezien, on: Date, taal: Taal) -> Tabel {
    let kolommen = crate::paginas::zaak::letter_columns(taal);
    let case = Some(Onderwerp::Aanvraag(gezien.aanvraag.nr));
    let about = |brief: &&dossier::staat::Brief| brief.inhoud.betreft.onderwerp() == case;
    let own = gezien.beeld().brieven.iter().rev().filter(about);
    let caption = taal.zeg(aanvraag::brieven());
    let table = Tabel::new(caption, kolommen, taal.zeg(kind::geen_brieven())).in_taal(taal);
    table.rows(own, |brief| {
        let address = format!("/kind/{}/brief/{}", gezien.beeld().nummer, brief.volgnummer);
        let name = taal.zeg(letter_of(brief));
        let link = Link::new(name, address).spoken("(pdf)").in_dutch_from(taal);
        let to = addressee(gezien, brief);
        vec![link.into(), to.into(), day_in(taal, brief.op, on).into()]
    })
}

/// To whom a letter went, as far as the reader sees those people.
fn addressee(gezien: &Gezien, brief: &dossier::staat::Brief) -> String {
    let inhoud = &brief.inhoud;
    let people = gezien.beeld().mensen.iter().filter(|persoon| inhoud.aan_personen.contains(&persoon.nr));
    let school = gezien.aanvraag.vestiging.organisatie();
    let school = inhoud.aan_organisaties.contains(&school).then_some(gezien.aanvraag.schoolnaam.as_str());
    people.map(|persoon| persoon.naam.as_str()).chain(school).collect::<Vec<_>>().join(", ")
}

/// What happened with the request, to who works with files.
pub(in crate::paginas) fn history(
    beeld: (&app::kind::Kindbeeld, &Doeners),
    aanvraag: &TlvAanvraag,
    on: Date,
) -> Tijdlijn {
    history_in(beeld, aanvraag, on, Taal::Nl)
}

/// What happened with the request.
fn history_in(
    (beeld, doeners): (&app::kind::Kindbeeld, &Doeners),
    aanvraag: &TlvAanvraag,
    on: Date,
    taal: Taal,
) -> Tijdlijn {
    crate::paginas::kind::of_case((beeld, doeners), Onderwerp::Aanvraag(aanvraag.nr), on, taal)
}
