//! Files: the list, counts per phase, one row, relations and possible doubles.

use base::{Date, DossierNummer};
use storage::queries::{DossierFilter, DossierQuery, DossierSort, Kind};
use storage::{Betrokkene, Direction, DossierRij, RelatieRij, Rows, Scope, StorageError};

use super::{
    case_seen, counts, dossier_columns, scope_args, searches_nothing, seen_by, way, when, word, word_args,
};
use crate::db::{Arg, Conn, args};
use crate::page::Listing;
use crate::row::{Reader, Row};
use crate::tokens::statements;

/// A case of file d that the scope in parameters 1–6 may know of.
macro_rules! case {
    ($zaak:literal, $deel:literal) => {
        case_seen!("d.dossier", $zaak, $deel; "$1", "$2", "$3", "$4", "$5", "$6")
    };
}

/// Something of the first case of file d that is seen and says it.
macro_rules! of_first_case {
    ($what:literal) => {
        concat!(
            "(SELECT ",
            $what,
            " FROM lijst_zaak c WHERE c.dossier = d.dossier AND ",
            $what,
            " IS NOT NULL AND ",
            case!("c.zaak", "c.deel"),
            " ORDER BY c.volgorde LIMIT 1)"
        )
    };
}

/// Something of the turns of file d that are seen and open on the day.
macro_rules! of_turns {
    ($what:literal, $then:literal) => {
        concat!(
            "(SELECT ",
            $what,
            " FROM lijst_beurt b WHERE b.dossier = d.dossier
            AND b.van <= $3 AND (b.tot IS NULL OR b.tot > $3) AND ",
            case!("b.zaak", "b.deel"),
            $then,
            ")"
        )
    };
}

macro_rules! fase {
    () => {
        concat!("COALESCE(", of_first_case!("c.fase"), ", d.stand)")
    };
}

macro_rules! vestiging {
    () => {
        concat!("COALESCE(d.vestiging, ", of_first_case!("c.vestiging"), ")")
    };
}

macro_rules! volgende_datum {
    () => {
        of_turns!("MIN(b.uiterlijk)", "")
    };
}

macro_rules! wacht_op_rol {
    () => {
        of_turns!("b.rol", " ORDER BY b.nr LIMIT 1")
    };
}

/// From where and which; parameters 1–6 are the scope, 7–12 the filter, 13–20 the words.
macro_rules! which {
    () => {
        concat!(
            " FROM lijst_dossier d WHERE d.dossier IN ",
            seen_by!("$1", "$2", "$3", "$4", "$5"),
            when!("$7", "d.geboortedatum ="),
            when!("$8", concat!(vestiging!(), " =")),
            when!("$9", "d.groep ="),
            when!("$10", concat!(fase!(), " =")),
            when!("$11", concat!(wacht_op_rol!(), " =")),
            when!("$12", concat!(volgende_datum!(), " <=")),
            word!("$13", "$14"),
            word!("$15", "$16"),
            word!("$17", "$18"),
            word!("$19", "$20")
        )
    };
}

statements! {
    COUNT = concat!("SELECT COUNT(*)", which!());
    ONE = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d WHERE d.dossier = $1");
    DOUBLES = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d
        WHERE d.naam_norm = $6 AND d.geboortedatum = $7 AND EXISTS (SELECT 1 FROM lijst_relatie r
            WHERE r.dossier = d.dossier AND (r.organisatie IN {list $1} OR r.persoon = $2)
            AND ", counts!("r", "$3", "$4", "$5"), ") ORDER BY d.dossier");
    OUTDATED = "SELECT dossier FROM lijst_dossier WHERE wijzigt_op <= $1 AND dossier || '' > $2
        ORDER BY dossier || '' LIMIT $3";
    RELATIES = "SELECT dossier, organisatie, persoon, soort, van, tot, lopend, zaak FROM lijst_relatie
        WHERE dossier = $1 ORDER BY van, soort, organisatie, persoon";
}

/// What is told of the files of one page, which are called d.
const OF_PAGE: &str = concat!(
    "SELECT ",
    dossier_columns!(),
    ", ",
    fase!(),
    " AS fase, ",
    vestiging!(),
    " AS bij, ",
    "(SELECT MAX(c.aangemeld_op) FROM lijst_zaak c WHERE c.dossier = d.dossier AND ",
    case!("c.zaak", "c.deel"),
    ") AS aangemeld_op, ",
    volgende_datum!(),
    " AS volgende_datum, ",
    wacht_op_rol!(),
    " AS wacht_op_rol"
);

/// The files of a list, without what they are sorted by.
const WHICH: &str = which!();

/// What is told of cases is looked up for one page; before that only what the page is sorted by.
fn sorted(sort: DossierSort, direction: Direction) -> String {
    let column = match sort {
        DossierSort::Naam => "d.sorteernaam",
        DossierSort::Dossier => "d.dossier",
        DossierSort::Geboortedatum => "d.geboortedatum",
        DossierSort::Groep => "d.groep",
        DossierSort::Fase => fase!(),
        DossierSort::VolgendeDatum => volgende_datum!(),
    };
    let way = way(direction);
    let order = format!("ORDER BY d.sleutel IS NULL, d.sleutel {way}, d.dossier {way}");
    format!(
        "{OF_PAGE} FROM (SELECT d.* FROM (SELECT d.*, {column} AS sleutel{WHICH}) d {order} LIMIT $21 OFFSET $22) d
        {order}"
    )
}

/// Every text that the list can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    super::each_way(DossierSort::ALL, sorted).collect()
}

/// Reads the columns of `dossier_columns!`.
pub(super) fn read_dossier(row: &mut Reader<'_>) -> Result<DossierRij, StorageError> {
    Ok(DossierRij {
        dossier: row.parse("dossier")?,
        weergavenaam: row.text("weergavenaam")?,
        sorteernaam: row.text("sorteernaam")?,
        naam_norm: row.text("naam_norm")?,
        geboortedatum: row.opt_date("geboortedatum")?,
        vestiging: row.opt_parse("vestiging")?,
        groep: row.opt_text("groep")?,
        stand: row.text("stand")?,
        gewijzigd_op: row.at("gewijzigd_op")?,
        wijzigt_op: row.opt_date("wijzigt_op")?,
    })
}

fn read_kind(row: &Row) -> Result<Kind, StorageError> {
    let mut row = row.read("lijst_dossier");
    Ok(Kind {
        dossier: read_dossier(&mut row)?,
        fase: row.text("fase")?,
        vestiging: row.opt_parse("vestiging")?,
        aangemeld_op: row.opt_date("aangemeld_op")?,
        volgende_datum: row.opt_date("volgende_datum")?,
        wacht_op_rol: row.opt_text("wacht_op_rol")?,
    })
}

fn read_one(row: &Row) -> Result<DossierRij, StorageError> {
    read_dossier(&mut row.read("lijst_dossier"))
}

fn which_args<'a>(scope: &'a Scope, filter: &'a DossierFilter) -> Result<Vec<Arg<'a>>, StorageError> {
    let mut args = Vec::with_capacity(22);
    args.extend(scope_args(scope)?);
    args.extend::<[Arg<'a>; 6]>([
        filter.geboortedatum.into(),
        (&filter.vestiging).into(),
        (&filter.groep).into(),
        (&filter.fase).into(),
        (&filter.wacht_op_rol).into(),
        filter.volgende_tot_en_met.into(),
    ]);
    args.extend(word_args(filter.zoek.as_deref()));
    Ok(args)
}

pub(super) async fn list(conn: &mut Conn, query: &DossierQuery) -> Result<Rows<Kind>, StorageError> {
    if searches_nothing(query.filter.zoek.as_deref()) {
        return Ok(Rows { rows: Vec::new(), total: 0 });
    }
    let args = which_args(&query.scope, &query.filter)?;
    let page = sorted(query.sort, query.direction).into();
    Ok(Listing { page, count: COUNT, read: read_kind }.ask(conn, args, query.page).await?)
}

pub(super) async fn one(
    conn: &mut Conn,
    dossier: &DossierNummer,
) -> Result<Option<DossierRij>, StorageError> {
    conn.row(ONE, args![dossier]).await?.as_ref().map(read_one).transpose()
}

pub(super) async fn doubles(
    conn: &mut Conn,
    scope: &Scope,
    naam_norm: &str,
    geboortedatum: Date,
) -> Result<Vec<DossierRij>, StorageError> {
    let [organisaties, persoon, on, soorten, lopend, _] = scope_args(scope)?;
    let mut args = vec![organisaties, persoon, on, soorten, lopend];
    args.extend([naam_norm.into(), geboortedatum.into()]);
    let rows = conn.rows(DOUBLES, &args).await?;
    rows.iter().map(read_one).collect()
}

pub(super) async fn outdated(
    conn: &mut Conn,
    on: Date,
    after: Option<&DossierNummer>,
    limit: u32,
) -> Result<Vec<DossierNummer>, StorageError> {
    let after = after.map_or("", DossierNummer::as_str);
    let rows = conn.rows(OUTDATED, args![on, after, limit]).await?;
    rows.iter().map(|row| row.read("lijst_dossier").parse("dossier")).collect()
}

pub(super) async fn relaties(
    conn: &mut Conn,
    dossier: &DossierNummer,
) -> Result<Vec<RelatieRij>, StorageError> {
    let rows = conn.rows(RELATIES, args![dossier]).await?;
    rows.iter().map(read_relatie).collect()
}

fn read_relatie(row: &Row) -> Result<RelatieRij, StorageError> {
    let mut row = row.read("lijst_relatie");
    let dossier = row.text("dossier")?;
    let organisatie = row.opt_parse("organisatie")?.map(Betrokkene::Organisatie);
    let persoon = row.opt_parse("persoon")?.map(Betrokkene::Persoon);
    let nobody = || StorageError::inconsistent("lijst_relatie", "organisatie", &dossier);
    Ok(RelatieRij {
        betrokkene: organisatie.or(persoon).ok_or_else(nobody)?,
        soort: row.text("soort")?,
        van: row.date("van")?,
        tot: row.opt_date("tot")?,
        lopend: row.flag("lopend")?,
        zaak: row.opt_text("zaak")?,
    })
}
