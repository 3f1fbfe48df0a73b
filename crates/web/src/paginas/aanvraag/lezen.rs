//! A request as everybody reads it who may: one page, the question first; then what was advised and decided.

use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use base::dates::short_nl;
use dossier::beurt::Onderwerp;
use dossier::gebeurtenis::algemeen::Betreft;
use dossier::soort::TlvSoort;
use dossier::staat::{Besluit, TlvAanvraag, TlvFase};
use dossier::toegang::Deel;

use super::nieuw::can_be_renewed;
use super::samenvatting::Adviesblok;
use super::tekst::Tekst;
use super::{Gezien, Plek, Samenvatting, adviezen, heading, invullen};
use crate::error::Uitkomst;
use crate::form::Ingevuld;
use crate::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Link, Tabel, Termijn, Tijdlijn, Tijdpunt, Uitleg, VolgendeDatum,
    short_date,
};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

#[derive(Template)]
#[template(path = "paginas/aanvraag/lezen.html")]
struct Lezen {
    pagina: Pagina,
    aanzet: Option<Aanzet>,
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
    let plek = Plek::parse(&parts)?;
    let gezien = Gezien::look(&state, &kijker, &plek, "aanvraag").await?;
    if invullen::is_filled_by(&gezien, &kijker) {
        return invullen::page(&state, &kijker, &plek, &gezien, &Ingevuld::empty(), &vraag).await;
    }
    let on = kijker.moment.vandaag;
    let (beeld, aanvraag) = (&gezien.beeld, &gezien.aanvraag);
    let sent = aanvraag.ontvangen_op.is_some();
    let pagina = kijker
        .page(format!("Aanvraag: {}", heading(aanvraag)))
        .sub(format!("{} · {} · {}", beeld.naam, aanvraag.schoolnaam, aanvraag.fase().label()))
        .below(beeld.naam.clone(), format!("/kind/{}", plek.nummer));
    let pagina = super::done_message(&vraag).into_iter().fold(pagina, Pagina::message);
    show(&Lezen {
        pagina,
        aanzet: turn(&gezien, on),
        acties: actions(&gezien, &kijker, &plek),
        samenvatting: sent.then(|| Samenvatting::of(beeld, aanvraag, on)),
        nog_niet: if sent {
            String::new()
        } else {
            format!("{} vult de aanvraag nog in.", aanvraag.schoolnaam)
        },
        adviezen: adviezen(aanvraag, on),
        besluit: decision(aanvraag, on),
        termijn: term(aanvraag, on),
        brieven: letters(&gezien, on),
        tijdlijn: history(beeld, aanvraag, on),
    })
}

/// Whose turn it is in this request.
fn turn(gezien: &Gezien, on: Date) -> Option<Aanzet> {
    let about = |beurt: &dossier::Beurt| beurt.onderwerp == Onderwerp::Aanvraag(gezien.aanvraag.nr);
    let (beurt, organisatie) = gezien.beeld.beurten.iter().find(|(beurt, _)| about(beurt))?;
    Some(Aanzet {
        wie: crate::paginas::kind::who(beurt, organisatie),
        sinds: Some(short_date(beurt.van, on)),
        wat: beurt.zet.label().to_owned(),
        volgende: beurt.uiterlijk.map(|last| VolgendeDatum {
            wat: beurt.zet.label().to_owned(),
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
    if can_be_renewed(&gezien.aanvraag, &gezien.beeld.aanvragen) && gezien.mag("start_tlv_aanvraag") {
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
pub(in crate::paginas) fn term(aanvraag: &TlvAanvraag, on: Date) -> Feiten {
    let mut feiten = Feiten::new().with("Begonnen", short_date(aanvraag.gestart_op, on));
    feiten = feiten.with_some("Ontvangen", aanvraag.ontvangen_op.map(|op| short_date(op, on)));
    let Some(termijn) = &aanvraag.termijn else { return with_swv(feiten, aanvraag) };
    let why = Uitleg::from(termijn.berekening.as_ref()).folded("deze datum");
    if let Some(besluit) = &aanvraag.besluit {
        let late = aanvraag.beslissen_uiterlijk().filter(|last| besluit.op() > *last);
        let how = late.map_or("binnen de termijn", |_| "na afloop van de termijn");
        feiten = feiten
            .with("Besloten", Inhoud::from(format!("{}, {how}", short_date(besluit.op(), on))).above(why));
        return with_swv(feiten, aanvraag);
    }
    feiten = match aanvraag.beslissen_uiterlijk() {
        Some(last) => feiten.with("Uiterlijk", Inhoud::from(Termijn::of(last, on).in_table()).above(why)),
        None => feiten.with("Uiterlijk", Inhoud::from("de termijn staat stil").above(why)),
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
    with_swv(feiten, aanvraag)
}

fn with_swv(feiten: Feiten, aanvraag: &TlvAanvraag) -> Feiten {
    let why = Uitleg::from(aanvraag.swv.berekening.as_ref()).folded("dit samenwerkingsverband");
    feiten.with("Beslist door", Inhoud::from(aanvraag.swv.uitkomst.to_string()).above(why))
}

fn letters(gezien: &Gezien, on: Date) -> Tabel {
    let kolommen = vec![Kolom::text("Brief").names_row(), Kolom::text("Datum")];
    let about =
        |brief: &&dossier::staat::Brief| brief.inhoud.betreft == Betreft::Aanvraag(gezien.aanvraag.nr);
    let own = gezien.beeld.brieven.iter().rev().filter(about);
    Tabel::new("Brieven bij deze aanvraag", kolommen, "Er zijn nog geen brieven.").rows(own, |brief| {
        let address = format!("/kind/{}/brief/{}", gezien.beeld.nummer, brief.volgnummer);
        let name = letter_name(&brief.inhoud.soort);
        vec![Link::new(name, address).spoken("(pdf)").into(), short_date(brief.op, on).into()]
    })
}

/// A kind of letter in words.
pub(in crate::paginas) fn letter_name(soort: &str) -> String {
    match soort {
        "ontvangst_tlv_aanvraag" => "Ontvangst van de aanvraag".to_owned(),
        "verzoek_om_aanvulling" => "Verzoek om aanvulling".to_owned(),
        "afschrift_deskundigenadvies" => "Afschrift van het advies".to_owned(),
        "besluit_tlv" => "Besluit".to_owned(),
        "bericht_van_vertraging" => "Bericht dat het later wordt".to_owned(),
        "reactie_ingebrekestelling" => "Reactie op de ingebrekestelling".to_owned(),
        other => other.replace('_', " "),
    }
}

/// What happened since the request began.
pub(in crate::paginas) fn history(
    beeld: &app::kind::Kindbeeld,
    aanvraag: &TlvAanvraag,
    on: Date,
) -> Tijdlijn {
    let since = |regel: &&dossier::tijdlijn::Regel| regel.deel == Deel::H && regel.op >= aanvraag.gestart_op;
    let punten = beeld.tijdlijn.iter().filter(since).map(|regel| {
        let corrected = if regel.verbeterd { " (later verbeterd)" } else { "" };
        Tijdpunt::new(regel.op, on, format!("{}{corrected}", regel.tekst))
    });
    Tijdlijn::new(punten.collect())
}
