//! The work of an SWV: its queue, the tasks of its experts, and its TLVs.

use std::collections::BTreeSet;

use base::{DossierNummer, SwvCode};
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, Tlv, TlvQuery, TlvSort, Toewijzing, ToewijzingQuery,
    ToewijzingSort, Werklast, ZonderRolQuery,
};
use storage::{AanvraagRij, Direction, Rows, Scope, StorageError, TlvRij, ToewijzingRij};

use super::dossiers::read_dossier;
use super::{dossier_columns, is_current, way, when, with_without, without};
use crate::db::{Arg, Conn, args};
use crate::page::{Listing, Walk, counted};
use crate::row::{Reader, Row};
use crate::tokens::statements;

/// The columns of a request, in the order in which `read_aanvraag` takes them.
macro_rules! aanvraag_columns {
    () => {
        "a.aanvraag, a.swv, a.vestiging, a.soort, a.fase, a.ontvangen_op, a.uiterlijk, a.wettelijk, a.in_gebreke_tot, a.opgeschort,
        a.volledig, a.behandelaar, a.adviesstand, a.adviezen, a.adviezen_nodig, a.geadviseerd, a.wacht_op_advies,
        a.andere_categorie, a.gesloten_op"
    };
}

/// The columns of a TLV, in the order in which `read_tlv` takes them.
macro_rules! tlv_columns {
    () => {
        "t.dossier, t.swv, t.nummer, t.aanvraag, t.weergavenaam, t.geboortedatum, t.soort, t.categorie,
        t.van, t.tot_en_met, t.status"
    };
}

/// Tasks of expert 3, done or not, for requests of kind 4 in the list of reader 1 on day 2.
macro_rules! tasks {
    ($which:literal) => {
        concat!(
            " FROM lijst_verzoek v
            JOIN lijst_toewijzing w ON w.dossier = v.dossier AND w.aanvraag = v.aanvraag
            JOIN lijst_aanvraag a ON a.dossier = v.dossier AND a.aanvraag = v.aanvraag
            JOIN lijst_dossier d ON d.dossier = v.dossier
            WHERE v.lezer = $1 AND ",
            is_current!("v", "$2"),
            " AND w.persoon = $3 AND ",
            $which,
            when!("$4", "v.soort =")
        )
    };
}

/// Tasks, not done, of who held role 4 at organisation 3 and does not hold it on day 2, in the list of reader 1. It begins at those people:
/// how many tasks others have costs nothing. A `CROSS JOIN` is read by SQLite in this order.
macro_rules! left {
    () => {
        concat!(
            " FROM (SELECT DISTINCT r.account FROM rol r WHERE r.organisatie = $3 AND r.rol = $4
                AND NOT EXISTS (SELECT 1 FROM rol n JOIN account k ON k.id = n.account
                    WHERE n.account = r.account AND n.organisatie = $3 AND n.rol = $4
                    AND k.geblokkeerd_op IS NULL AND ",
            is_current!("n", "$2"),
            ")) weg
            CROSS JOIN lijst_toewijzing w CROSS JOIN lijst_verzoek v
            JOIN lijst_aanvraag a ON a.dossier = v.dossier AND a.aanvraag = v.aanvraag
            JOIN lijst_dossier d ON d.dossier = v.dossier
            WHERE w.persoon = weg.account AND w.gereed_op IS NULL AND a.gesloten_op IS NULL
            AND v.lezer = $1 AND v.dossier = w.dossier AND v.aanvraag = w.aanvraag AND ",
            is_current!("v", "$2")
        )
    };
}

macro_rules! rows_of_tasks {
    ($($of:tt)+) => {
        concat!(
            "SELECT ",
            dossier_columns!(),
            ", ",
            aanvraag_columns!(),
            ", w.persoon, w.toegewezen_op, w.gereed_op",
            $($of)+
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

/// Requests in the list of reader 1 on day 2; parameters 3–6 are the filter.
macro_rules! queue {
    ($which:literal) => {
        concat!(
            " WHERE v.lezer = $1 AND ",
            is_current!("v", "$2"),
            $which,
            when!("$3", "v.soort ="),
            when!("$4", "v.fase ="),
            when!("$5", "v.vestiging ="),
            when!("$6", "v.adviesstand =")
        )
    };
}

/// Requests, closed ones among them.
const QUEUE: &str = queue!("");
/// Those that are not closed: they have indexes of their own, so that closed ones, which only grow in number, cost nothing.
const OPEN: &str = queue!(" AND v.gesloten_op IS NULL");
/// Declarations of an SWV.
const TLVS: &str = tlvs!();

statements! {
    COUNT_OPEN_TASKS = concat!("SELECT COUNT(*)", tasks!("w.gereed_op IS NULL AND a.gesloten_op IS NULL"));
    COUNT_DONE_TASKS = concat!("SELECT COUNT(*)", tasks!("w.gereed_op IS NOT NULL"));
    COUNT_LEFT = concat!("SELECT COUNT(*)", left!());
    /// Without its order and page.
    LEFT = rows_of_tasks!(left!());
    FIND_TLV = concat!("SELECT ", tlv_columns!(), " FROM lijst_tlv t WHERE t.swv = $1 AND t.nummer = $2");
}

/// The open tasks per expert for requests to SWV 1, before they are put together.
const WORKLOAD: &str = "SELECT w.persoon, COUNT(*), MIN(w.toegewezen_op) FROM lijst_toewijzing w
    JOIN lijst_aanvraag a ON a.dossier = w.dossier AND a.aanvraag = w.aanvraag
    WHERE a.swv = $1 AND w.gereed_op IS NULL AND a.gesloten_op IS NULL";
/// And how.
const PER_EXPERT: &str = " GROUP BY w.persoon ORDER BY COUNT(*) DESC, w.persoon";
/// The lists without their order and page.
const OPEN_TASKS: &str = rows_of_tasks!(tasks!("w.gereed_op IS NULL AND a.gesloten_op IS NULL"));
const DONE_TASKS: &str = rows_of_tasks!(tasks!("w.gereed_op IS NOT NULL"));

fn walk(open: bool, sort: AanvraagSort) -> Walk<'static> {
    let (column, values, [index, of_open]) = match sort {
        AanvraagSort::Uiterlijk => (
            "v.orde",
            Some(("v.orde IS NOT NULL", "v.orde IS NULL")),
            ["lijst_verzoek_orde", "lijst_open_orde"],
        ),
        AanvraagSort::OntvangenOp => {
            ("v.ontvangen_op", None, ["lijst_verzoek_ontvangen", "lijst_open_ontvangen"])
        }
        AanvraagSort::Naam => ("v.sorteernaam", None, ["lijst_verzoek_naam", "lijst_open_naam"]),
        AanvraagSort::Vestiging => (
            "v.vestiging",
            Some(("v.vestiging IS NOT NULL", "v.vestiging IS NULL")),
            ["lijst_verzoek_vestiging", "lijst_open_vestiging"],
        ),
        AanvraagSort::Fase => ("v.fase", None, ["lijst_verzoek_fase", "lijst_open_fase"]),
    };
    Walk {
        tell: concat!(dossier_columns!(), ", ", aanvraag_columns!()),
        join: " JOIN lijst_aanvraag a ON a.dossier = k.dossier AND a.aanvraag = k.aanvraag
            JOIN lijst_dossier d ON d.dossier = k.dossier",
        keys: "v.dossier AS dossier, v.aanvraag AS aanvraag",
        from: " FROM lijst_verzoek v",
        of: if open { OPEN } else { QUEUE },
        column,
        along: Some(if open { of_open } else { index }),
        values,
        then: &["dossier", "aanvraag"],
        then_up: false,
        own: 6,
    }
}

/// The part of a list that the two parameters after its own say.
fn part(own: usize) -> String {
    format!(" LIMIT ${} OFFSET ${}", own + 1, own + 2)
}

fn sorted_left(left: &str, own: usize) -> String {
    format!(
        "{left} ORDER BY a.in_gebreke_tot IS NULL, a.uiterlijk IS NULL, a.uiterlijk, w.dossier, w.aanvraag, w.persoon{}",
        part(own)
    )
}

fn sorted_tasks((tasks, own): (&str, usize), sort: ToewijzingSort, direction: Direction) -> String {
    let column = match sort {
        ToewijzingSort::ToegewezenOp => "w.toegewezen_op",
        ToewijzingSort::GereedOp => "w.gereed_op",
        ToewijzingSort::Naam => "d.sorteernaam",
        ToewijzingSort::Uiterlijk => "a.uiterlijk",
    };
    let way = way(direction);
    format!(
        "{tasks} ORDER BY {column} IS NULL, {column} {way}, w.dossier {way}, w.aanvraag {way}{}",
        part(own)
    )
}

fn sorted_tlvs((tlvs, own): (&str, usize), sort: TlvSort, direction: Direction) -> String {
    let column = match sort {
        TlvSort::Van => "t.van",
        TlvSort::TotEnMet => "t.tot_en_met",
        TlvSort::Nummer => "t.nummer",
        TlvSort::Naam => "t.sorteernaam",
        TlvSort::Soort => "t.soort",
        TlvSort::Status => "t.status",
    };
    let way = way(direction);
    let columns = tlv_columns!();
    format!("SELECT {columns}{tlvs} ORDER BY {column} {way}, t.nummer{}", part(own))
}

#[cfg(test)]
pub(super) fn walks() -> Vec<(Walk<'static>, storage::Direction)> {
    let both = |sort, direction| [true, false].map(|open| (walk(open, sort), direction));
    super::each_way(AanvraagSort::ALL, both).flatten().collect()
}

/// Every text that these lists can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let [open, done, left] = [OPEN_TASKS, DONE_TASKS, LEFT].map(|of| with_without(of, "v", 5));
    let all = [(OPEN_TASKS, 4), (DONE_TASKS, 4), (open.as_str(), 5), (done.as_str(), 5)];
    let tasks = |sort, direction| all.map(|tasks| sorted_tasks(tasks, sort, direction)).to_vec();
    let tlvs = with_without(TLVS, "t", 5);
    let sorted = |sort, direction| {
        [(TLVS, 4), (tlvs.as_str(), 5)].map(|tlvs| sorted_tlvs(tlvs, sort, direction)).to_vec()
    };
    let counts = [COUNT_OPEN_TASKS, COUNT_DONE_TASKS, COUNT_LEFT].map(|of| with_without(of, "v", 5));
    let load = [WORKLOAD.to_owned(), with_without(WORKLOAD, "w", 2)].map(|load| load + PER_EXPERT);
    walks()
        .into_iter()
        .map(|(walk, direction)| walk.text(direction))
        .chain(super::texts_without(walks(), "v"))
        .chain([sorted_left(LEFT, 4), sorted_left(&left, 5)])
        .chain(counts)
        .chain(load)
        .chain(super::each_way(TlvSort::ALL, sorted).flatten())
        .chain(super::each_way(ToewijzingSort::ALL, tasks).flatten())
        .chain([QUEUE, OPEN].map(|of| counted([" FROM lijst_verzoek v", of])))
        .chain([counted(["", TLVS]), counted(["", &tlvs])])
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
        wettelijk: row.opt_date("wettelijk")?,
        in_gebreke_tot: row.opt_date("in_gebreke_tot")?,
        opgeschort: row.flag("opgeschort")?,
        volledig: row.flag("volledig")?,
        behandelaar: row.opt_parse("behandelaar")?,
        adviesstand: row.text("adviesstand")?,
        adviezen: row.small("adviezen")?,
        adviezen_nodig: row.small("adviezen_nodig")?,
        geadviseerd: row.text("geadviseerd")?,
        wacht_op_advies: row.text("wacht_op_advies")?,
        andere_categorie: row.opt_count("andere_categorie")?,
        gesloten_op: row.opt_date("gesloten_op")?,
    })
}

fn read_queue(row: &Row) -> Result<Aanvraag, StorageError> {
    let mut row = row.read("lijst_aanvraag");
    let (dossier, aanvraag) = (read_dossier(&mut row)?, read_aanvraag(&mut row)?);
    Ok(Aanvraag { dossier, aanvraag })
}

pub(super) async fn list(conn: &mut Conn, query: &AanvraagQuery) -> Result<Rows<Aanvraag>, StorageError> {
    let mut args: Vec<Arg<'_>> = vec![
        query.scope.lezer.as_str().into(),
        query.scope.on.into(),
        (&query.soort).into(),
        (&query.fase).into(),
        (&query.vestiging).into(),
        (&query.adviesstand).into(),
    ];
    let walk = walk(query.open, query.sort);
    let of = without(walk.of, "v", &query.scope.zonder, &mut args);
    let walk = Walk { of: &of, own: args.len(), ..walk };
    let count = counted([walk.from, walk.of]).into();
    let listing = Listing { page: walk.text(query.direction).into(), count, read: read_queue };
    Ok(listing.ask_counted(conn, args, query.page).await?)
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
    let Scope { lezer, on, zonder } = &query.scope;
    let mut args: Vec<Arg<'_>> =
        vec![lezer.as_str().into(), (*on).into(), (&query.persoon).into(), (&query.soort).into()];
    let tasks = without(tasks, "v", zonder, &mut args);
    let page = sorted_tasks((&tasks, args.len()), query.sort, query.direction).into();
    let count = if zonder.is_empty() { count.to_owned() } else { with_without(count, "v", args.len()) };
    Ok(Listing { page, count: count.into(), read: read_task }.ask(conn, args, query.page).await?)
}

pub(super) async fn toewijzingen_zonder_rol(
    conn: &mut Conn,
    query: &ZonderRolQuery,
) -> Result<Rows<Toewijzing>, StorageError> {
    let Scope { lezer, on, zonder } = &query.scope;
    let mut args: Vec<Arg<'_>> =
        vec![lezer.as_str().into(), (*on).into(), (&query.organisatie).into(), (&query.rol).into()];
    let left = without(LEFT, "v", zonder, &mut args);
    let page = sorted_left(&left, args.len()).into();
    let count =
        if zonder.is_empty() { COUNT_LEFT.to_owned() } else { with_without(COUNT_LEFT, "v", args.len()) };
    let listing = Listing { page, count: count.into(), read: read_task };
    Ok(listing.ask(conn, args, query.page).await?)
}

pub(super) async fn werklast(
    conn: &mut Conn,
    swv: &SwvCode,
    zonder: &BTreeSet<DossierNummer>,
) -> Result<Vec<Werklast>, StorageError> {
    let mut args: Vec<Arg<'_>> = args![swv].to_vec();
    let of = without(WORKLOAD, "w", zonder, &mut args);
    let rows = conn.rows(of + PER_EXPERT, &args).await?;
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
    let mut args: Vec<Arg<'_>> =
        vec![(&query.swv).into(), (&query.status).into(), query.geldig_op.into(), (&query.soort).into()];
    let tlvs = without(TLVS, "t", &query.zonder, &mut args);
    let page = sorted_tlvs((&tlvs, args.len()), query.sort, query.direction).into();
    let listing = Listing { page, count: counted(["", &tlvs]).into(), read: read_tlv };
    Ok(listing.ask_counted(conn, args, query.page).await?)
}
