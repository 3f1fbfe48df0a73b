//! Writing the rows of one file.

use base::DossierNummer;
use storage::{
    AanvraagRij, AppendError, BeurtRij, DossierRij, GezienRij, Lezer, Projection, StorageError, StreamId,
    TaakRij, TlvRij, ToewijzingRij, VerzoekRij, limits,
};

use super::turns::END_OF_TIME;
use crate::db::{Arg, Conn, DbError, args};
use crate::log::head;
use crate::tokens::statements;

statements! {
    ADD_DOSSIER = "INSERT INTO lijst_dossier (dossier, weergavenaam, sorteernaam, naam_norm, geboortedatum,
            vestiging, groep, stand, gewijzigd_op, wijzigt_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_ZOEK = "INSERT INTO lijst_zoek (lezer, sleutel, dossier) SELECT DISTINCT l.value, s.value, CAST($1 AS TEXT)
        FROM {list $2} AS l CROSS JOIN {list $3} AS s";
    ADD_GEZIEN = "INSERT INTO lijst_gezien (lezer, dossier, van, tot, sorteernaam, geboortedatum, groep, fase,
            vestiging, aangemeld_op, volgende_datum, wacht_op_rol, delen)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ADD_BEURT = "INSERT INTO lijst_beurt (dossier, nr, soort, zaak, rol, organisatie, persoon, van, uiterlijk, tot,
            grond)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ADD_TAAK = "INSERT INTO lijst_taak (lezer, dossier, nr, van, tot, soort, termijn, begin, sorteernaam, groep)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_VERZOEK = "INSERT INTO lijst_verzoek (lezer, dossier, aanvraag, van, tot, soort, fase, vestiging,
            ontvangen_op, uiterlijk, gesloten_op, sorteernaam)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_AANVRAAG = "INSERT INTO lijst_aanvraag (dossier, aanvraag, swv, vestiging, soort, fase,
            ontvangen_op, uiterlijk, opgeschort, volledig, behandelaar, gesloten_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_TOEWIJZING = "INSERT INTO lijst_toewijzing (dossier, aanvraag, persoon, toegewezen_op, gereed_op)
        VALUES ($1, $2, $3, $4, $5)";
    ADD_TLV = "INSERT INTO lijst_tlv (swv, nummer, dossier, aanvraag, weergavenaam, geboortedatum, soort,
            categorie, van, tot_en_met, status, sorteernaam)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    OUTDATE = "UPDATE lijst_dossier SET wijzigt_op = $2
        WHERE dossier IN (SELECT g.dossier FROM lijst_gezien g WHERE g.lezer IN {list $1})";
    MADE_BY = "SELECT door FROM lijst_gemaakt WHERE nr = 1";
    SET_MADE_BY = "INSERT INTO lijst_gemaakt (nr, door) VALUES (1, $1)
        ON CONFLICT (nr) DO UPDATE SET door = excluded.door";
}

/// Removing the rows of one file, per table.
const REMOVE: [&str; 9] = [
    "DELETE FROM lijst_dossier WHERE dossier = $1",
    "DELETE FROM lijst_zoek WHERE dossier = $1",
    "DELETE FROM lijst_gezien WHERE dossier = $1",
    "DELETE FROM lijst_beurt WHERE dossier = $1",
    "DELETE FROM lijst_taak WHERE dossier = $1",
    "DELETE FROM lijst_aanvraag WHERE dossier = $1",
    "DELETE FROM lijst_verzoek WHERE dossier = $1",
    "DELETE FROM lijst_toewijzing WHERE dossier = $1",
    "DELETE FROM lijst_tlv WHERE dossier = $1",
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
    let rows = Rows { dossier: &dossier, projection };
    rows.add(conn).await
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

/// The rows of one file on their way into the tables.
struct Rows<'a> {
    dossier: &'a DossierNummer,
    projection: &'a Projection,
}

impl<'a> Rows<'a> {
    async fn add(&self, conn: &mut Conn) -> Result<(), AppendError> {
        // Every list is named, so that one that is added later is not forgotten here.
        let Projection {
            dossier: row,
            zoeksleutels,
            zoekers,
            gezien,
            beurten,
            taken,
            aanvragen,
            verzoeken,
            toewijzingen,
            tlvs,
        } = self.projection;
        let dossier = self.dossier;
        conn.insert_all(ADD_BEURT, beurten.iter().map(|row| beurt(dossier, row)).collect()).await?;
        conn.insert_all(ADD_AANVRAAG, aanvragen.iter().map(|row| aanvraag(dossier, row)).collect()).await?;
        conn.insert_all(ADD_TOEWIJZING, toewijzingen.iter().map(|row| toewijzing(dossier, row)).collect())
            .await?;
        // Without a name there is nothing to list.
        if let Some(row) = row {
            add_dossier(conn, row).await?;
            self.add_words(conn, zoekers, zoeksleutels).await?;
            conn.insert_all(ADD_GEZIEN, gezien.iter().map(|seen| self.gezien(row, seen)).collect()).await?;
            conn.insert_all(ADD_TAAK, taken.iter().filter_map(|taak| self.taak(row, taak)).collect()).await?;
            let verzoeken = verzoeken.iter().filter_map(|verzoek| self.verzoek(row, verzoek));
            conn.insert_all(ADD_VERZOEK, verzoeken.collect()).await?;
        }
        for tlv in tlvs {
            self.add_tlv(conn, tlv).await?;
        }
        Ok(())
    }

    /// Who sees the file in a list finds it by the words of its name.
    async fn add_words(
        &self,
        conn: &mut Conn,
        zoekers: &[Lezer],
        zoeksleutels: &[String],
    ) -> Result<(), DbError> {
        if zoekers.is_empty() || zoeksleutels.is_empty() {
            return Ok(());
        }
        let readers = super::json_list(zoekers.iter().map(Lezer::as_str));
        let keys = super::json_list(zoeksleutels.iter().map(String::as_str));
        conn.execute(ADD_ZOEK, args![self.dossier, readers, keys]).await.map(|_| ())
    }

    fn gezien(&self, row: &'a DossierRij, seen: &'a GezienRij) -> Vec<Arg<'a>> {
        args![
            seen.lezer.as_str(),
            self.dossier,
            seen.van,
            seen.tot,
            &row.sorteernaam,
            row.geboortedatum,
            &seen.groep,
            &seen.fase,
            &seen.vestiging,
            seen.aangemeld_op,
            seen.volgende_datum,
            &seen.wacht_op_rol,
            &seen.delen,
        ]
        .to_vec()
    }

    /// `None` for a turn that is not there.
    fn taak(&self, row: &'a DossierRij, taak: &'a TaakRij) -> Option<Vec<Arg<'a>>> {
        let beurt = self.projection.beurten.iter().find(|beurt| beurt.nr == taak.nr)?;
        let termijn = beurt.uiterlijk.map_or_else(|| END_OF_TIME.into(), Arg::from);
        let (dossier, begin) = (self.dossier, beurt.van);
        let lezer = taak.lezer.as_str();
        let args = args![
            lezer,
            dossier,
            taak.nr,
            taak.van,
            taak.tot,
            &beurt.soort,
            termijn,
            begin,
            &row.sorteernaam,
            &taak.groep
        ];
        Some(args.to_vec())
    }

    /// `None` for a request that is not there.
    fn verzoek(&self, row: &'a DossierRij, verzoek: &'a VerzoekRij) -> Option<Vec<Arg<'a>>> {
        let aanvraag = self.projection.aanvragen.iter().find(|row| row.aanvraag == verzoek.aanvraag)?;
        let args = args![
            verzoek.lezer.as_str(),
            self.dossier,
            verzoek.aanvraag,
            verzoek.van,
            verzoek.tot,
            &aanvraag.soort,
            &aanvraag.fase,
            &aanvraag.vestiging,
            aanvraag.ontvangen_op,
            aanvraag.uiterlijk,
            aanvraag.gesloten_op,
            &row.sorteernaam,
        ];
        Some(args.to_vec())
    }

    async fn add_tlv(&self, conn: &mut Conn, row: &TlvRij) -> Result<(), AppendError> {
        let sorteernaam = self.projection.dossier.as_ref().map_or("", |row| row.sorteernaam.as_str());
        let args = args![
            &row.swv,
            &row.nummer,
            self.dossier,
            row.aanvraag,
            &row.weergavenaam,
            row.geboortedatum,
            &row.soort,
            &row.categorie,
            row.van,
            row.tot_en_met,
            &row.status,
            sorteernaam,
        ];
        match conn.execute(ADD_TLV, args).await {
            Ok(_) => Ok(()),
            Err(DbError::Unique) => {
                Err(AppendError::Taken { what: format!("tlv {} {}", row.swv, row.nummer) })
            }
            Err(DbError::Storage(error)) => Err(error.into()),
        }
    }
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

fn beurt<'a>(dossier: &'a DossierNummer, row: &'a BeurtRij) -> Vec<Arg<'a>> {
    args![
        dossier,
        row.nr,
        &row.soort,
        &row.zaak,
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
