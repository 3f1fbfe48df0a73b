//! Writing the rows of one file.

use base::DossierNummer;
use storage::{
    AanvraagRij, AppendError, Betrokkene, BeurtRij, DossierRij, Projection, RelatieRij, StorageError,
    StreamId, TlvRij, ToewijzingRij, ZaakRij, limits,
};

use crate::db::{Arg, Conn, DbError, args};
use crate::log::head;
use crate::tokens::statements;

statements! {
    ADD_DOSSIER = "INSERT INTO lijst_dossier (dossier, weergavenaam, sorteernaam, naam_norm, geboortedatum,
            vestiging, groep, stand, gewijzigd_op, wijzigt_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_ZOEK = "INSERT INTO lijst_zoek (sleutel, dossier) SELECT DISTINCT s.value, CAST($1 AS TEXT)
        FROM {list $2} AS s";
    ADD_RELATIE = "INSERT INTO lijst_relatie (dossier, organisatie, persoon, soort, van, tot, lopend, zaak)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_ZAAK = "INSERT INTO lijst_zaak (dossier, zaak, deel, volgorde, fase, vestiging, aangemeld_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_BEURT = "INSERT INTO lijst_beurt (dossier, nr, soort, zaak, deel, rol, organisatie, persoon, van,
            uiterlijk, tot, grond)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_AANVRAAG = "INSERT INTO lijst_aanvraag (dossier, aanvraag, swv, vestiging, soort, fase,
            ontvangen_op, uiterlijk, opgeschort, volledig, behandelaar, gesloten_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_TOEWIJZING = "INSERT INTO lijst_toewijzing (dossier, aanvraag, persoon, toegewezen_op, gereed_op)
        VALUES ($1, $2, $3, $4, $5)";
    ADD_TLV = "INSERT INTO lijst_tlv (swv, nummer, dossier, aanvraag, weergavenaam, geboortedatum, soort,
            categorie, van, tot_en_met, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
}

/// Removing the rows of one file, per table.
const REMOVE: [&str; 8] = [
    "DELETE FROM lijst_dossier WHERE dossier = $1",
    "DELETE FROM lijst_zoek WHERE dossier = $1",
    "DELETE FROM lijst_relatie WHERE dossier = $1",
    "DELETE FROM lijst_zaak WHERE dossier = $1",
    "DELETE FROM lijst_beurt WHERE dossier = $1",
    "DELETE FROM lijst_aanvraag WHERE dossier = $1",
    "DELETE FROM lijst_toewijzing WHERE dossier = $1",
    "DELETE FROM lijst_tlv WHERE dossier = $1",
];

/// Removing every row, per table.
const CLEAR: [&str; 8] = [
    "DELETE FROM lijst_dossier",
    "DELETE FROM lijst_zoek",
    "DELETE FROM lijst_relatie",
    "DELETE FROM lijst_zaak",
    "DELETE FROM lijst_beurt",
    "DELETE FROM lijst_aanvraag",
    "DELETE FROM lijst_toewijzing",
    "DELETE FROM lijst_tlv",
];

/// Whether these can be the list rows of this stream.
pub(crate) fn check(stream: &StreamId, projection: &Projection) -> Result<(), StorageError> {
    let Some(dossier) = stream.as_dossier() else {
        return Err(StorageError::Misuse { what: "only files have list rows" });
    };
    if projection.dossier.as_ref().is_some_and(|row| row.dossier != dossier) {
        return Err(StorageError::Misuse { what: "list rows of another file" });
    }
    let texts = projection.beurten.iter().map(|beurt| beurt.grond.len());
    let names = projection.dossier.iter().map(|row| row.weergavenaam.len());
    crate::at_most("text of a list row", texts.chain(names).max().unwrap_or_default(), limits::TEXT_BYTES)
}

/// Replaces every row of a file. `is_new` says that there cannot be rows yet.
pub(crate) async fn replace(
    conn: &mut Conn,
    stream: &StreamId,
    projection: &Projection,
    is_new: bool,
) -> Result<(), AppendError> {
    let Some(dossier) = stream.as_dossier() else { return Ok(()) };
    if !is_new {
        for sql in REMOVE {
            conn.execute(sql, args![&dossier]).await?;
        }
    }
    add(conn, &dossier, projection).await?;
    for tlv in &projection.tlvs {
        add_tlv(conn, &dossier, tlv).await?;
    }
    Ok(())
}

/// Replaces the rows of a file that stands at a sequence; `false` when it stands elsewhere.
pub(super) async fn if_at(
    conn: &mut Conn,
    stream: &StreamId,
    sequence: u64,
    projection: &Projection,
) -> Result<bool, StorageError> {
    let (actual, _) = head(conn, stream).await?;
    if u64::try_from(actual).ok() != Some(sequence) {
        return Ok(false);
    }
    match replace(conn, stream, projection, false).await {
        Ok(()) => Ok(true),
        Err(AppendError::Storage(error)) => Err(error),
        Err(_) => Err(StorageError::Taken { what: "tlv" }),
    }
}

/// Empties every list.
pub(super) async fn clear(conn: &mut Conn) -> Result<(), StorageError> {
    for sql in CLEAR {
        conn.execute(sql, args![]).await?;
    }
    Ok(())
}

async fn add(conn: &mut Conn, dossier: &DossierNummer, projection: &Projection) -> Result<(), DbError> {
    if let Some(row) = &projection.dossier {
        add_dossier(conn, row).await?;
    }
    if !projection.zoeksleutels.is_empty() {
        let keys = super::json_list(projection.zoeksleutels.iter().map(String::as_str));
        conn.execute(ADD_ZOEK, args![dossier, keys]).await?;
    }
    let Projection { relaties, zaken, beurten, aanvragen, toewijzingen, .. } = projection;
    conn.insert_all(ADD_RELATIE, relaties.iter().map(|row| relatie(dossier, row)).collect()).await?;
    conn.insert_all(ADD_ZAAK, zaken.iter().map(|row| zaak(dossier, row)).collect()).await?;
    conn.insert_all(ADD_BEURT, beurten.iter().map(|row| beurt(dossier, row)).collect()).await?;
    conn.insert_all(ADD_AANVRAAG, aanvragen.iter().map(|row| aanvraag(dossier, row)).collect()).await?;
    conn.insert_all(ADD_TOEWIJZING, toewijzingen.iter().map(|row| toewijzing(dossier, row)).collect()).await
}

async fn add_dossier(conn: &mut Conn, row: &DossierRij) -> Result<(), DbError> {
    let args = args![
        &row.dossier,
        &row.weergavenaam,
        &row.sorteernaam,
        &row.naam_norm,
        row.geboortedatum,
        &row.vestiging,
        &row.groep,
        &row.stand,
        row.gewijzigd_op,
        row.wijzigt_op,
    ];
    conn.execute(ADD_DOSSIER, args).await.map(|_| ())
}

fn relatie<'a>(dossier: &'a DossierNummer, row: &'a RelatieRij) -> Vec<Arg<'a>> {
    let (organisatie, persoon) = match &row.betrokkene {
        Betrokkene::Organisatie(organisatie) => (Some(organisatie.as_str()), None),
        Betrokkene::Persoon(persoon) => (None, Some(persoon.as_str())),
    };
    args![dossier, organisatie, persoon, &row.soort, row.van, row.tot, row.lopend, &row.zaak].to_vec()
}

fn zaak<'a>(dossier: &'a DossierNummer, row: &'a ZaakRij) -> Vec<Arg<'a>> {
    let ZaakRij { zaak, deel, volgorde, fase, vestiging, aangemeld_op } = row;
    args![dossier, zaak, deel, *volgorde, fase, vestiging, *aangemeld_op].to_vec()
}

fn beurt<'a>(dossier: &'a DossierNummer, row: &'a BeurtRij) -> Vec<Arg<'a>> {
    args![
        dossier,
        row.nr,
        &row.soort,
        &row.zaak,
        &row.deel,
        &row.rol,
        &row.organisatie,
        &row.persoon,
        row.van,
        row.uiterlijk,
        row.tot,
        &row.grond,
    ]
    .to_vec()
}

fn aanvraag<'a>(dossier: &'a DossierNummer, row: &'a AanvraagRij) -> Vec<Arg<'a>> {
    args![
        dossier,
        row.aanvraag,
        &row.swv,
        &row.vestiging,
        &row.soort,
        &row.fase,
        row.ontvangen_op,
        row.uiterlijk,
        row.opgeschort,
        row.volledig,
        &row.behandelaar,
        row.gesloten_op,
    ]
    .to_vec()
}

fn toewijzing<'a>(dossier: &'a DossierNummer, row: &'a ToewijzingRij) -> Vec<Arg<'a>> {
    let ToewijzingRij { aanvraag, persoon, toegewezen_op, gereed_op } = row;
    args![dossier, *aanvraag, persoon, *toegewezen_op, *gereed_op].to_vec()
}

async fn add_tlv(conn: &mut Conn, dossier: &DossierNummer, row: &TlvRij) -> Result<(), AppendError> {
    let args = args![
        &row.swv,
        &row.nummer,
        dossier,
        row.aanvraag,
        &row.weergavenaam,
        row.geboortedatum,
        &row.soort,
        &row.categorie,
        row.van,
        row.tot_en_met,
        &row.status,
    ];
    match conn.execute(ADD_TLV, args).await {
        Ok(_) => Ok(()),
        Err(DbError::Unique) => Err(AppendError::Taken { what: format!("tlv {} {}", row.swv, row.nummer) }),
        Err(DbError::Storage(error)) => Err(error.into()),
    }
}
