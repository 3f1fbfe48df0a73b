//! Files: the list, counts per phase, one row, relations and possible doubles.

use base::{Date, DossierNummer};
use storage::queries::{DossierFilter, DossierQuery, DossierSort, FaseTelling};
use storage::{Betrokkene, Direction, DossierRij, RelatieRij, Rows, Scope, StorageError};

use super::replace::{sector_arg, sector_of};
use super::{dossier_columns, scope_args, searches_nothing, seen_by, way, when, word, word_args};
use crate::db::{Arg, Conn, args};
use crate::page::Listing;
use crate::row::{Reader, Row};
use crate::tokens::statements;

/// From where and which; parameters 1–4 are the scope, 5–15 the filter, 16–23 the words.
macro_rules! which {
    () => {
        concat!(
            " FROM lijst_dossier d WHERE d.dossier IN ",
            seen_by!("$1", "$2", "$3", "$4"),
            when!("$5", "d.geboortedatum ="),
            when!("$6", "d.vestiging ="),
            when!("$7", "d.swv ="),
            when!("$8", "d.sector ="),
            when!("$9", "d.groep ="),
            when!("$10", "d.fase ="),
            when!("$11", "d.wacht_op_rol ="),
            when!("$12", "d.wacht_op_organisatie ="),
            when!("$13", "d.volgende_datum <="),
            when!("$14", "d.aangemeld_op >="),
            when!("$15", "d.aangemeld_op <="),
            word!("$16", "$17"),
            word!("$18", "$19"),
            word!("$20", "$21"),
            word!("$22", "$23")
        )
    };
}

statements! {
    COUNT = concat!("SELECT COUNT(*)", which!());
    PER_FASE = concat!("SELECT d.fase, COUNT(*)", which!(), " GROUP BY d.fase ORDER BY d.fase");
    ONE = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d WHERE d.dossier = $1");
    DOUBLES = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d
        WHERE d.naam_norm = $5 AND d.geboortedatum = $6 AND EXISTS (SELECT 1 FROM lijst_relatie r
            WHERE r.dossier = d.dossier AND (r.organisatie IN {list $1} OR r.persoon = $2)
            AND r.van <= $3 AND (r.tot IS NULL OR r.tot > $3) AND ($4 = '[]' OR r.soort IN {list $4}))
        ORDER BY d.dossier");
    OUTDATED = "SELECT dossier FROM lijst_dossier WHERE wijzigt_op <= $1 AND dossier || '' > $2
        ORDER BY dossier || '' LIMIT $3";
    RELATIES = "SELECT dossier, organisatie, persoon, soort, van, tot FROM lijst_relatie
        WHERE dossier = $1 ORDER BY van, soort, organisatie, persoon";
}

/// The list without its order and page.
const LIST: &str = concat!("SELECT ", dossier_columns!(), which!());

fn sorted(sort: DossierSort, direction: Direction) -> String {
    let column = match sort {
        DossierSort::Naam => "d.sorteernaam",
        DossierSort::Dossier => "d.dossier",
        DossierSort::Geboortedatum => "d.geboortedatum",
        DossierSort::Vestiging => "d.vestiging",
        DossierSort::Groep => "d.groep",
        DossierSort::Fase => "d.fase",
        DossierSort::AangemeldOp => "d.aangemeld_op",
        DossierSort::VolgendeDatum => "d.volgende_datum",
        DossierSort::GewijzigdOp => "d.gewijzigd_op",
    };
    let way = way(direction);
    format!("{LIST} ORDER BY {column} IS NULL, {column} {way}, d.dossier {way} LIMIT $24 OFFSET $25")
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
        swv: row.opt_parse("swv")?,
        sector: row.opt_known("sector", sector_of)?,
        groep: row.opt_text("groep")?,
        fase: row.text("fase")?,
        aangemeld_op: row.opt_date("aangemeld_op")?,
        volgende_datum: row.opt_date("volgende_datum")?,
        wacht_op_rol: row.opt_text("wacht_op_rol")?,
        wacht_op_organisatie: row.opt_parse("wacht_op_organisatie")?,
        gewijzigd_op: row.at("gewijzigd_op")?,
        wijzigt_op: row.opt_date("wijzigt_op")?,
    })
}

fn read_one(row: &Row) -> Result<DossierRij, StorageError> {
    read_dossier(&mut row.read("lijst_dossier"))
}

fn which_args<'a>(scope: &'a Scope, filter: &'a DossierFilter) -> Result<Vec<Arg<'a>>, StorageError> {
    let mut args = Vec::with_capacity(25);
    args.extend(scope_args(scope)?);
    args.extend::<[Arg<'a>; 11]>([
        filter.geboortedatum.into(),
        (&filter.vestiging).into(),
        (&filter.swv).into(),
        sector_arg(filter.sector),
        (&filter.groep).into(),
        (&filter.fase).into(),
        (&filter.wacht_op_rol).into(),
        (&filter.wacht_op_organisatie).into(),
        filter.volgende_tot_en_met.into(),
        filter.aangemeld_vanaf.into(),
        filter.aangemeld_tot_en_met.into(),
    ]);
    args.extend(word_args(filter.zoek.as_deref()));
    Ok(args)
}

pub(super) async fn list(conn: &mut Conn, query: &DossierQuery) -> Result<Rows<DossierRij>, StorageError> {
    if searches_nothing(query.filter.zoek.as_deref()) {
        return Ok(Rows { rows: Vec::new(), total: 0 });
    }
    let args = which_args(&query.scope, &query.filter)?;
    let page = sorted(query.sort, query.direction).into();
    Ok(Listing { page, count: COUNT, read: read_one }.ask(conn, args, query.page).await?)
}

pub(super) async fn per_fase(
    conn: &mut Conn,
    scope: &Scope,
    filter: &DossierFilter,
) -> Result<Vec<FaseTelling>, StorageError> {
    if searches_nothing(filter.zoek.as_deref()) {
        return Ok(Vec::new());
    }
    let rows = conn.rows(PER_FASE, &which_args(scope, filter)?).await?;
    let telling = |row: &Row| {
        let mut row = row.read("lijst_dossier");
        Ok(FaseTelling { fase: row.text("fase")?, aantal: row.count("aantal")? })
    };
    rows.iter().map(telling).collect()
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
    let mut args = Vec::from(scope_args(scope)?);
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
    })
}
