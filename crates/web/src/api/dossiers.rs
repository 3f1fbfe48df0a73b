//! One file: where it stands, what its reader sees of it, what happened, and who looked.
//!
//! Everything that tells something of the child goes through `toon`: that somebody looked is on record before it is sent.

use app::geopend::Geopend;
use app::inzage::{Doel, Inzagelijst, Meekijker};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use base::{DossierNummer, Timestamp};
use dossier::Rol;
use dossier::rol::ROLLEN;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::operatie::{Groep, Operatie, Sleutel};
use super::schema::{Vorm, one_of, vorm};
use super::vormen::{Dossierbeeld, Tijdlijnregel};

/// Everything about one file.
pub(super) const DOSSIERS: Groep = Groep {
    naam: "Dossiers",
    over: "Een dossier zoals deze persoon het mag zien. Dat er gekeken is, komt in 'wie keek er'.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/dossiers/{nummer}", "geefStand", (DOSSIERS, "Versie, en wat u er mag doen"), || get(stand))
        .uitleg("Zegt niets over het kind.")
        .geeft(Dossierstand::schema),
    Operatie::get(
        "/dossiers/{nummer}/beeld",
        "geefBeeld",
        (DOSSIERS, "Het dossier zoals u het mag zien"),
        || get(view),
    )
    .uitleg("Wie het kind is, de mensen eromheen, elke soort zaak, brieven, documenten en wie er aan zet is. Wat u niet mag zien, staat er niet in.")
    .geeft(Dossierbeeld::schema),
    Operatie::get("/dossiers/{nummer}/tijdlijn", "geefTijdlijn", (DOSSIERS, "Wat er gebeurd is"), || {
        get(timeline)
    })
    .uitleg("Het nieuwste eerst.")
    .geeft(Vec::<Tijdlijnregel>::schema),
    Operatie::get("/dossiers/{nummer}/inzage", "geefInzage", (DOSSIERS, "Wie er gekeken heeft"), || {
        get(reads)
    })
    .uitleg("Het nieuwste eerst, vijftig per bladzijde.")
    .vraagt(&[
        Sleutel::of::<base::Date>("van", "Vanaf deze dag."),
        Sleutel::of::<base::Date>("tot", "Tot en met deze dag."),
        Sleutel { naam: "rol", zegt: "In deze rol.", schema: |_| one_of(&ROLLEN.map(Rol::code)) },
        Sleutel::of::<Deel>("deel", "Waarbij dit deel te zien was."),
        BLADZIJDE,
    ])
    .geeft(Inzagen::schema),
];

/// The page of a list.
pub(super) const BLADZIJDE: Sleutel = Sleutel {
    naam: "bladzijde",
    zegt: "Welke bladzijde, vanaf 1.",
    schema: |_| serde_json::json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX }),
};

vorm! {
    /// Where a file stands; nothing of the child.
    Dossierstand: "De stand van een dossier, zonder iets over het kind." {
        nummer: String = "Dossiernummer.",
        versie: u64 = "De versie, om een opdracht op te baseren.",
        mag: Vec<&'static str> = "De opdrachten die deze rol nu mag geven.",
    }
    /// A page of who looked.
    Inzagen: "Een bladzijde van wie er gekeken heeft." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<Inzage> = "De rijen van deze bladzijde.",
    }
    /// Somebody looked.
    Inzage: "Iemand keek." {
        op: Timestamp = "Wanneer.",
        naam: String = "Wie; leeg waar dat geheim is.",
        rol: String = "In welke rol, in woorden.",
        organisatie: String = "Van welke organisatie.",
        delen: Vec<Deel> = "Wat er te zien was.",
        doel: String = "Waarvoor.",
    }
}

/// Opens the file of an address.
pub(super) async fn opened(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
    Ok(state.app.open(&kijker.kijker, &nummer, kijker.moment).await?)
}

/// `GET /api/v1/dossiers/{nummer}`: the version of a file and what this person's role may do in it. Nothing of the child.
async fn stand(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    let beeld = open.beeld();
    let mag = beeld.mag.iter().copied().filter(|naam| open.mag(naam)).collect();
    let stand = Dossierstand { nummer: beeld.nummer.to_string(), versie: beeld.versie, mag };
    Ok(Json(stand).into_response())
}

/// `GET /api/v1/dossiers/{nummer}/beeld`
async fn view(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    open.toon(Doel::Kindpagina).await?;
    Ok(Json(Dossierbeeld::of(&open, &open.doeners().await?)).into_response())
}

/// `GET /api/v1/dossiers/{nummer}/tijdlijn`
async fn timeline(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    let beeld = open.toon(Doel::Tijdlijn).await?;
    let regels = Tijdlijnregel::all(beeld, &open.doeners().await?);
    Ok(Json(regels).into_response())
}

/// `GET /api/v1/dossiers/{nummer}/inzage`
async fn reads(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let lijst = Inzagelijst {
        zonder_gezin: false,
        van: vraag.date("van")?,
        tot_en_met: vraag.date("tot")?,
        rol: vraag.parse_one::<Rol>("rol", "een rol")?,
        deel: vraag.code("deel", Deel::from_code)?,
        oudste_eerst: false,
    };
    let rows = vraag.rows()?;
    let open = opened(&state, &kijker, &nummer).await?;
    if !open.beeld().leest(Deel::N) {
        return Err(Fout::NietGevonden);
    }
    open.toon(Doel::WieKeek).await?;
    let found = open.meekijkers(&lijst, rows).await?;
    let rijen = found.rows.into_iter().map(Inzage::of).collect();
    Ok(Json(Inzagen { totaal: found.total, rijen }).into_response())
}

impl Inzage {
    fn of(row: Meekijker) -> Self {
        let Meekijker { op, naam, rol, organisatie, delen, doel } = row;
        let [rol, organisatie, doel] = [rol, organisatie, doel].map(|tekst| Taal::Nl.zeg(tekst));
        Self { op, naam, rol, organisatie, delen, doel }
    }
}
