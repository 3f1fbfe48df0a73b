//! The work of an SWV: its queue, the tasks of its experts, and its TLVs.

use base::SwvCode;
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, Tlv, TlvQuery, TlvSort, Toewijzing, ToewijzingQuery,
    ToewijzingSort, Werklast,
};
use storage::{AanvraagRij, Direction, Rows, StorageError, TlvRij, ToewijzingRij};

use super::dossiers::read_dossier;
use super::{case_seen, counts, dossier_columns, scope_args, searches_nothing, way, when, word, word_args};
use crate::db::{Arg, Conn, args};
use crate::page::Listing;
use crate::row::{Reader, Row};
use crate::tokens::statements;

/// The columns of a request, in the order in which `read_aanvraag` takes them.
macro_rules! aanvraag_columns {
    () => {
        "a.aanvraag, a.swv, a.vestiging, a.soort, a.fase, a.ontvangen_op, a.uiterlijk, a.opgeschort,
        a.volledig, a.behandelaar, a.gesloten_op"
    };
}

/// The columns of a TLV, in the order in which `read_tlv` takes them.
macro_rules! tlv_columns {
    () => {
        "t.dossier, t.swv, t.nummer, t.aanvraag, t.weergavenaam, t.geboortedatum, t.soort, t.categorie,
        t.van, t.tot_en_met, t.status"
    };
}

/// Request a, where the scope in these parameters may know of it.
macro_rules! request_seen {
    ($o:literal, $p:literal, $on:literal, $s:literal, $l:literal, $d:literal) => {
        concat!(" AND ", case_seen!("a.dossier", "('aanvraag-' || a.aanvraag)", "'H'"; $o, $p, $on, $s, $l, $d))
    };
}

/// Tasks of expert 1, done or not, for requests of kind 2; parameters 3–8 are the scope.
macro_rules! tasks {
    ($which:literal) => {
        concat!(
            " FROM lijst_toewijzing w
            JOIN lijst_aanvraag a ON a.dossier = w.dossier AND a.aanvraag = w.aanvraag
            JOIN lijst_dossier d ON d.dossier = w.dossier
            WHERE w.persoon = $1 AND ",
            $which,
            when!("$2", "a.soort ="),
            request_seen!("$3", "$4", "$5", "$6", "$7", "$8")
        )
    };
}

macro_rules! rows_of_tasks {
    ($which:literal) => {
        concat!(
            "SELECT ",
            dossier_columns!(),
            ", ",
            aanvraag_columns!(),
            ", w.persoon, w.toegewezen_op, w.gereed_op",
            tasks!($which)
        )
    };
}

/// TLVs of SWV 1; parameters 2–4 are the filter.
macro_rules! tlvs {
    () => {
        concat!(
            " FROM lijst_tlv t WHERE t.swv = $1",
            when!("$2", "t.status ="),
            when!("$3", "t.van <="),
            when!("$3", "t.tot_en_met >="),
            when!("$4", "t.soort =")
        )
    };
}

/// Requests to SWV 1; parameters 2–6 are the filter, 7–14 the words, 15–20 the scope.
macro_rules! queue {
    () => {
        concat!(
            " FROM lijst_aanvraag a JOIN lijst_dossier d ON d.dossier = a.dossier
            WHERE a.swv = $1 AND (CAST($2 AS TEXT) IS NULL OR a.gesloten_op IS NULL OR a.gesloten_op > $2)",
            when!("$3", "a.soort ="),
            when!("$4", "a.fase ="),
            when!("$5", "a.vestiging ="),
            when!("$6", "a.behandelaar ="),
            word!("$7", "$8"),
            word!("$9", "$10"),
            word!("$11", "$12"),
            word!("$13", "$14"),
            request_seen!("$15", "$16", "$17", "$18", "$19", "$20")
        )
    };
}

statements! {
    COUNT_OPEN_TASKS = concat!("SELECT COUNT(*)", tasks!("w.gereed_op IS NULL AND a.gesloten_op IS NULL"));
    COUNT_DONE_TASKS = concat!("SELECT COUNT(*)", tasks!("w.gereed_op IS NOT NULL"));
    WORKLOAD = "SELECT w.persoon, COUNT(*), MIN(w.toegewezen_op) FROM lijst_toewijzing w
        JOIN lijst_aanvraag a ON a.dossier = w.dossier AND a.aanvraag = w.aanvraag
        WHERE a.swv = $1 AND w.gereed_op IS NULL AND a.gesloten_op IS NULL
        GROUP BY w.persoon ORDER BY COUNT(*) DESC, w.persoon";
    FIND_TLV = concat!("SELECT ", tlv_columns!(), " FROM lijst_tlv t WHERE t.swv = $1 AND t.nummer = $2");
    COUNT_TLVS = concat!("SELECT COUNT(*)", tlvs!());
    COUNT_QUEUE = concat!("SELECT COUNT(*)", queue!());
}

/// The lists without their order and page.
const QUEUE: &str = concat!("SELECT ", dossier_columns!(), ", ", aanvraag_columns!(), queue!());
const OPEN_TASKS: &str = rows_of_tasks!("w.gereed_op IS NULL AND a.gesloten_op IS NULL");
const DONE_TASKS: &str = rows_of_tasks!("w.gereed_op IS NOT NULL");
const TLVS: &str = concat!("SELECT ", tlv_columns!(), tlvs!());

fn sorted(sort: AanvraagSort, direction: Direction) -> String {
    let column = match sort {
        AanvraagSort::Uiterlijk => "a.uiterlijk",
        AanvraagSort::OntvangenOp => "a.ontvangen_op",
        AanvraagSort::Naam => "d.sorteernaam",
        AanvraagSort::Vestiging => "a.vestiging",
        AanvraagSort::Fase => "a.fase",
    };
    let way = way(direction);
    format!(
        "{QUEUE} ORDER BY {column} IS NULL, {column} {way}, a.dossier {way}, a.aanvraag {way} LIMIT $21 OFFSET $22"
    )
}

fn sorted_tasks(tasks: &str, sort: ToewijzingSort, direction: Direction) -> String {
    let column = match sort {
        ToewijzingSort::ToegewezenOp => "w.toegewezen_op",
        ToewijzingSort::GereedOp => "w.gereed_op",
        ToewijzingSort::Naam => "d.sorteernaam",
        ToewijzingSort::Uiterlijk => "a.uiterlijk",
    };
    let way = way(direction);
    format!(
        "{tasks} ORDER BY {column} IS NULL, {column} {way}, w.dossier {way}, w.aanvraag {way}
        LIMIT $9 OFFSET $10"
    )
}

fn sorted_tlvs(sort: TlvSort, direction: Direction) -> String {
    let column = match sort {
        TlvSort::Van => "t.van",
        TlvSort::TotEnMet => "t.tot_en_met",
        TlvSort::Nummer => "t.nummer",
        TlvSort::Naam => "(SELECT d.sorteernaam FROM lijst_dossier d WHERE d.dossier = t.dossier)",
        TlvSort::Soort => "t.soort",
        TlvSort::Status => "t.status",
    };
    let way = way(direction);
    format!("{TLVS} ORDER BY {column} IS NULL, {column} {way}, t.nummer LIMIT $5 OFFSET $6")
}

/// Every text that these lists can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let tasks =
        |sort, direction| [OPEN_TASKS, DONE_TASKS].map(|tasks| sorted_tasks(tasks, sort, direction)).to_vec();
    super::each_way(AanvraagSort::ALL, sorted)
        .chain(super::each_way(TlvSort::ALL, sorted_tlvs))
        .chain(super::each_way(ToewijzingSort::ALL, tasks).flatten())
        .collect()
}

fn read_aanvraag(row: &mut Reader<'_>) -> Result<AanvraagRij, StorageError> {
    Ok(AanvraagRij {
        aanvraag: row.small("aanvraag")?,
        swv: row.parse("swv")?,
        vestiging: row.opt_parse("vestiging")?,
        soort: row.text("soort")?,
        fase: row.text("fase")?,
        ontvangen_op: row.date("ontvangen_op")?,
        uiterlijk: row.opt_date("uiterlijk")?,
        opgeschort: row.flag("opgeschort")?,
        volledig: row.flag("volledig")?,
        behandelaar: row.opt_parse("behandelaar")?,
        gesloten_op: row.opt_date("gesloten_op")?,
    })
}

fn read_queue(row: &Row) -> Result<Aanvraag, StorageError> {
    let mut row = row.read("lijst_aanvraag");
    let (dossier, aanvraag) = (read_dossier(&mut row)?, read_aanvraag(&mut row)?);
    Ok(Aanvraag { dossier, aanvraag })
}

pub(super) async fn list(conn: &mut Conn, query: &AanvraagQuery) -> Result<Rows<Aanvraag>, StorageError> {
    if searches_nothing(query.zoek.as_deref()) {
        return Ok(Rows { rows: Vec::new(), total: 0 });
    }
    let mut args: Vec<Arg<'_>> = vec![
        (&query.swv).into(),
        query.open_on.into(),
        (&query.soort).into(),
        (&query.fase).into(),
        (&query.vestiging).into(),
        (&query.behandelaar).into(),
    ];
    args.extend(word_args(query.zoek.as_deref()));
    args.extend(scope_args(&query.scope)?);
    let page = sorted(query.sort, query.direction).into();
    Ok(Listing { page, count: COUNT_QUEUE, read: read_queue }.ask(conn, args, query.page).await?)
}

fn read_task(row: &Row) -> Result<Toewijzing, StorageError> {
    let mut row = row.read("lijst_toewijzing");
    let (dossier, aanvraag) = (read_dossier(&mut row)?, read_aanvraag(&mut row)?);
    let toewijzing = ToewijzingRij {
        aanvraag: aanvraag.aanvraag,
        persoon: row.parse("persoon")?,
        toegewezen_op: row.date("toegewezen_op")?,
        gereed_op: row.opt_date("gereed_op")?,
    };
    Ok(Toewijzing { dossier, aanvraag, toewijzing })
}

pub(super) async fn toewijzingen(
    conn: &mut Conn,
    query: &ToewijzingQuery,
) -> Result<Rows<Toewijzing>, StorageError> {
    let (tasks, count) =
        if query.gereed { (DONE_TASKS, COUNT_DONE_TASKS) } else { (OPEN_TASKS, COUNT_OPEN_TASKS) };
    let page = sorted_tasks(tasks, query.sort, query.direction).into();
    let mut args: Vec<Arg<'_>> = vec![(&query.persoon).into(), (&query.soort).into()];
    args.extend(scope_args(&query.scope)?);
    Ok(Listing { page, count, read: read_task }.ask(conn, args, query.page).await?)
}

pub(super) async fn werklast(conn: &mut Conn, swv: &SwvCode) -> Result<Vec<Werklast>, StorageError> {
    let rows = conn.rows(WORKLOAD, args![swv]).await?;
    let werklast = |row: &Row| {
        let mut row = row.read("lijst_toewijzing");
        Ok(Werklast {
            persoon: row.parse("persoon")?,
            open: row.count("open")?,
            oudste: row.opt_date("oudste")?,
        })
    };
    rows.iter().map(werklast).collect()
}

fn read_tlv(row: &Row) -> Result<Tlv, StorageError> {
    let mut row = row.read("lijst_tlv");
    let dossier = row.parse("dossier")?;
    let tlv = TlvRij {
        swv: row.parse("swv")?,
        nummer: row.text("nummer")?,
        aanvraag: row.small("aanvraag")?,
        weergavenaam: row.text("weergavenaam")?,
        geboortedatum: row.opt_date("geboortedatum")?,
        soort: row.text("soort")?,
        categorie: row.opt_text("categorie")?,
        van: row.date("van")?,
        tot_en_met: row.date("tot_en_met")?,
        status: row.text("status")?,
    };
    Ok(Tlv { dossier, tlv })
}

pub(super) async fn find_tlv(
    conn: &mut Conn,
    swv: &SwvCode,
    nummer: &str,
) -> Result<Option<Tlv>, StorageError> {
    let row = conn.row(FIND_TLV, args![swv, nummer]).await?;
    row.as_ref().map(read_tlv).transpose()
}

pub(super) async fn tlvs(conn: &mut Conn, query: &TlvQuery) -> Result<Rows<Tlv>, StorageError> {
    let args =
        vec![(&query.swv).into(), (&query.status).into(), query.geldig_op.into(), (&query.soort).into()];
    let page = sorted_tlvs(query.sort, query.direction).into();
    Ok(Listing { page, count: COUNT_TLVS, read: read_tlv }.ask(conn, args, query.page).await?)
}
