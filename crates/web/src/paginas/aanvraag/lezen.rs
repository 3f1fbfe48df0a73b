//! A request as everybody reads it who may: one page, the question first; then what was advised and decided.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use base::dates::short_nl;
use dossier::beurt::Onderwerp;
use dossier::soort::TlvSoort;
use dossier::staat::{Besluit, TlvAanvraag, TlvFase};
use teksten::Taal;
use web_base::error::Uitkomst;
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Link, Tabel, Termijn, Tijdlijn, Uitleg, VolgendeDatum, short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::nieuw::can_be_renewed;
use super::samenvatting::Adviesblok;
use super::tekst::Tekst;
use super::{Gezien, Plek, Samenvatting, adviezen, heading, invullen};
use crate::paginas::woorden::letter_name;

#[derive(Template)]
#[template(path = "paginas/aanvraag/lezen.html")]
struct Lezen {
    pagina: Pagina,
    aanzet: Option<Aanzet>,
    /// It is this person's turn: the first thing to do is a button.
    aan_zet: bool,
    acties: Vec<Link>,
    /// Answers and documents are there to read: the request was sent.
    samenvatting: Option<Samenvatting>,
    nog_niet: String,
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
    let on = kijker.moment.vandaag;
    let (beeld, aanvraag) = (gezien.beeld(), &gezien.aanvraag);
    let sent = aanvraag.ontvangen_op.is_some();
    let pagina = kijker
        .page(format!("Aanvraag: {}", heading(aanvraag)))
        .sub(format!("{} · {} · {}", beeld.naam, aanvraag.schoolnaam, aanvraag.fase().label()))
        .below(beeld.naam.clone(), format!("/kind/{}", plek.nummer));
    let pagina = super::done_message(&vraag).into_iter().fold(pagina, Pagina::message);
    show(&Lezen {
        pagina,
        aanzet: turn(&gezien, &kijker),
        aan_zet: turn(&gezien, &kijker).is_some_and(|aanzet| aanzet.wie == "u"),
        acties: actions(&gezien, &kijker, plek),
        samenvatting: sent.then(|| Samenvatting::of(beeld, aanvraag, on)),
        nog_niet: if sent {
            String::new()
        } else {
            format!("{} vult de aanvraag nog in.", aanvraag.schoolnaam)
        },
        adviezen: adviezen(aanvraag, on),
        besluit: decision(aanvraag, on),
        termijn: term(&gezien, on),
        brieven: letters(&gezien, on),
        tijdlijn: history(beeld, aanvraag, on),
    })
}

/// Whose turn it is in this request.
fn turn(gezien: &Gezien, kijker: &Kijker) -> Option<Aanzet> {
    let on = kijker.moment.vandaag;
    let about = |beurt: &dossier::Beurt| beurt.onderwerp == Onderwerp::Aanvraag(gezien.aanvraag.nr);
    let (beurt, organisatie) = gezien.beeld().beurten.iter().find(|(beurt, _)| about(beurt))?;
    Some(Aanzet {
        wie: crate::paginas::kind::who(beurt, organisatie, kijker),
        sinds: Some(short_date(beurt.van, on)),
        wat: beurt.zet.label().to_owned(),
        volgende: beurt.uiterlijk.map(|last| VolgendeDatum {
            wat: String::new(),
            termijn: Termijn::of(last, on),
            waarom: None,
        }),
    })
}

/// What this person can do with the request now, most likely first.
fn actions(gezien: &Gezien, kijker: &Kijker, plek: &Plek) -> Vec<Link> {
    let fase = gezien.aanvraag.fase();
    let swv = gezien.by_swv(kijker);
    let school = gezien.by_applicant(kijker);
    let open = fase.is_in_behandeling();
    let waits = fase == TlvFase::WachtOpAanvulling;
    let has_category = matches!(gezien.aanvraag.soort, TlvSoort::So | TlvSoort::Vso);
    let decided = matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
    let placed_here = gezien
        .aanvraag
        .gebruik
        .as_ref()
        .is_some_and(|gebruik| gebruik.vestiging.organisatie() == kijker.kijker.actor.organisatie);
    let advises = gezien.aanvraag.toewijzingen_open().any(|t| t.persoon == kijker.kijker.actor.persoon);
    let table = [
        ("breng_advies_uit", advises && (fase == TlvFase::Advisering || waits), "Advies geven", "advies"),
        ("neem_besluit", swv && open && !waits, "Beslissen", "besluit"),
        ("maak_bekend", swv && decided, "Het besluit bekendmaken", "bekendmaken"),
        ("wijs_deskundige_toe", swv && open && !waits, "Deskundigen om advies vragen", "deskundigen"),
        ("vraag_aanvulling", swv && open && !waits, "Om aanvulling vragen", "aanvulling"),
        ("ontvang_aanvulling", (school || swv) && waits, "De aanvulling geven of vastleggen", "aanvulling"),
        ("meld_vertraging", swv && open, "Later beslissen of een ingebrekestelling vastleggen", "termijn"),
        (
            "geef_zienswijze",
            school && (open || fase == TlvFase::Gestart),
            "Vastleggen wat ouders of leerling zeggen",
            "zienswijze",
        ),
        ("trek_tlv_aanvraag_in", school && open, "De aanvraag intrekken", "intrekken"),
        (
            "vraag_categorie_wijziging",
            placed_here && has_category && fase == TlvFase::Gebruikt,
            "Een andere categorie vragen",
            "categorie",
        ),
    ];
    let possible = table.into_iter().filter(|(opdracht, now, _, _)| *now && gezien.mag(opdracht));
    let mut acties: Vec<Link> =
        possible.map(|(_, _, text, step)| Link::new(text, plek.below(step))).collect();
    if can_be_renewed(&gezien.aanvraag, &gezien.beeld().aanvragen) && gezien.mag("start_tlv_aanvraag") {
        let address = format!("/kind/{}/aanvraag/nieuw?verlenging={}", plek.nummer, plek.nr);
        acties.push(Link::new("Verlenging beginnen", address));
    }
    acties
}

fn decision(aanvraag: &TlvAanvraag, on: Date) -> Option<Besluitblok> {
    let besluit = aanvraag.besluit.as_ref()?;
    let (mut feiten, motivering, afwijking) = match besluit {
        Besluit::Verleend {
            nummer, categorie, van, tot_en_met, motivering, afwijking, geldigheid, ..
        } => {
            let period = format!("{} tot en met {}", short_nl(*van), short_nl(*tot_en_met));
            let why = Uitleg::from(geldigheid.berekening.as_ref()).folded("deze periode");
            let feiten = Feiten::new()
                .with("Besluit", "verleend")
                .with("Nummer", nummer.as_str())
                .with_some("Categorie", categorie.map(|categorie| categorie.to_string()))
                .with("Geldig", Inhoud::from(period).above(why));
            (feiten, motivering, afwijking)
        }
        Besluit::Geweigerd { motivering, afwijking, .. } => {
            (Feiten::new().with("Besluit", "geweigerd"), motivering, afwijking)
        }
    };
    feiten = feiten.with("Genomen op", short_date(besluit.op(), on));
    feiten = match &aanvraag.bekendmaking {
        Some(bekend) => {
            let why = Uitleg::from(bekend.bezwaar_uiterlijk.berekening.as_ref()).folded("deze datum");
            let last = format!("uiterlijk {}", short_nl(bekend.bezwaar_uiterlijk.uitkomst));
            let last = Inhoud::from(last).above(why);
            feiten
                .with("Bekendgemaakt", format!("{}, {}", short_date(bekend.op, on), bekend.wijze.label()))
                .with("Bezwaar", last)
        }
        None => feiten.with("Bekendgemaakt", "nog niet: het besluit geldt nog niet"),
    };
    feiten = feiten.with_some(
        "Geplaatst",
        aanvraag
            .gebruik
            .as_ref()
            .map(|gebruik| format!("{}, vanaf {}", gebruik.schoolnaam, short_nl(gebruik.per))),
    );
    for (op, categorie) in &aanvraag.categorie_wijziging_gevraagd {
        feiten =
            feiten.with("Andere categorie", format!("categorie {categorie} gevraagd op {}", short_nl(*op)));
    }
    Some(Besluitblok {
        feiten,
        motivering: Tekst::of(motivering),
        afwijking: (!afwijking.is_empty()).then(|| Tekst::of(afwijking)),
    })
}

/// The term of a request: what runs, what was promised, and why.
pub(in crate::paginas) fn term(gezien: &Gezien, on: Date) -> Feiten {
    let aanvraag = &gezien.aanvraag;
    let mut feiten = Feiten::new().with("Begonnen", short_date(aanvraag.gestart_op, on));
    feiten = feiten.with_some("Ontvangen", aanvraag.ontvangen_op.map(|op| short_date(op, on)));
    let Some(termijn) = &aanvraag.termijn else { return with_swv(feiten, gezien) };
    let why = Uitleg::from(termijn.berekening.as_ref()).folded("deze datum");
    if let Some(besluit) = &aanvraag.besluit {
        let late = aanvraag.beslissen_uiterlijk().filter(|last| besluit.op() > *last);
        let how = late.map_or("binnen de termijn", |_| "na afloop van de termijn");
        feiten = feiten
            .with("Besloten", Inhoud::from(format!("{}, {how}", short_date(besluit.op(), on))).above(why));
        return with_swv(feiten, gezien);
    }
    feiten = match aanvraag.beslissen_uiterlijk() {
        Some(last) => {
            feiten.with("Beslissen uiterlijk", Inhoud::from(Termijn::of(last, on).in_table()).above(why))
        }
        None => feiten.with("Beslissen", Inhoud::from("de termijn staat stil").above(why)),
    };
    if let Some(promised) = termijn.uitkomst.beloofd.filter(|_| aanvraag.vertraagd_tot.is_none()) {
        feiten = feiten.with("Beloofd", Termijn::of(promised, on).in_table());
    }
    if let Some(asked) = aanvraag.open_aanvulling() {
        let until = Termijn::of(asked.tot_en_met, on).in_table();
        feiten = feiten.with("Gevraagd", Inhoud::from(asked.wat.join("; ")).above(until));
        let without =
            asked.uiterlijk_zonder_antwoord.map(|last| format!("beslissen uiterlijk {}", short_nl(last)));
        feiten = feiten.with_some("Komt er niets", without);
    }
    feiten = feiten.with_some(
        "Uitgesteld",
        aanvraag.vertraagd_tot.map(|day| format!("tot uiterlijk {}", short_nl(day))),
    );
    feiten = feiten.with_some("In gebreke", aanvraag.ingebreke_gesteld_op.map(|op| short_date(op, on)));
    with_swv(feiten, gezien)
}

fn with_swv(feiten: Feiten, gezien: &Gezien) -> Feiten {
    let why = Uitleg::from(gezien.aanvraag.swv.berekening.as_ref()).folded("dit samenwerkingsverband");
    feiten.with("Beslist door", Inhoud::from(gezien.swv.as_str()).above(why))
}

fn letters(gezien: &Gezien, on: Date) -> Tabel {
    let kolommen = vec![Kolom::text("Brief").names_row(), Kolom::text("Aan"), Kolom::short("Datum")];
    let case = Some(Onderwerp::Aanvraag(gezien.aanvraag.nr));
    let about = |brief: &&dossier::staat::Brief| brief.inhoud.betreft.onderwerp() == case;
    let own = gezien.beeld().brieven.iter().rev().filter(about);
    Tabel::new("Brieven bij deze aanvraag", kolommen, "Er zijn nog geen brieven.").rows(own, |brief| {
        let address = format!("/kind/{}/brief/{}", gezien.beeld().nummer, brief.volgnummer);
        let name = letter_name(&brief.inhoud.soort);
        let to = addressee(gezien, brief);
        vec![Link::new(name, address).spoken("(pdf)").into(), to.into(), short_date(brief.op, on).into()]
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

/// What happened with the request.
pub(in crate::paginas) fn history(
    beeld: &app::kind::Kindbeeld,
    aanvraag: &TlvAanvraag,
    on: Date,
) -> Tijdlijn {
    let about = Some(Onderwerp::Aanvraag(aanvraag.nr));
    let of_request = |regel: &&dossier::tijdlijn::Regel| regel.onderwerp == about;
    let punten = beeld
        .tijdlijn
        .iter()
        .filter(of_request)
        .map(|regel| crate::paginas::kind::point(regel, on, Taal::Nl));
    Tijdlijn::new(punten.collect())
}
