//! Who looked in a file: by day, role and part, oldest or newest first.

use app::geopend::Geopend;
use app::inzage::{Doel, Inzagelijst, Meekijker};
use app::lijst::Direction;
use askama::Template;
use axum::extract::{Path, State};
use dossier::rol::ROLLEN;
use dossier::toegang::Deel;
use dossier::{Rol, Woord};
use exchange::tabel::Cel;
use teksten::{Taal, inzage};
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst};
use web_base::menu;
use web_base::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Link, Sorteer, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{delen, open};

#[derive(Template)]
#[template(path = "paginas/kind/inzage.html")]
struct Inzage {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    /// To the same list with the looks of the family itself.
    ook_eigen: Option<Link>,
}

/// The key that asks for the looks of the family itself too.
const OWN: &str = "ook-eigen";
/// Who sees no file: nobody of these can have looked.
const SEE_NO_FILE: [Rol; 5] =
    [Rol::DirecteurSwv, Rol::Controller, Rol::PrivacyOfficer, Rol::Organisatiebeheerder, Rol::Beheerder];

/// The filters and order that the address asks for; the newest come first.
///
/// A family does not come for its own looks, which are most of them: they are there when it asks.
fn wanted(kijker: &Kijker, vraag: &Vraag) -> Result<Inzagelijst, Fout> {
    let family = menu::is_family(kijker.kijker.actor.rol);
    let ((), direction) = vraag.order(&[("wanneer", ())], ((), Direction::Down))?;
    Ok(Inzagelijst {
        van: vraag.date("van")?,
        tot_en_met: vraag.date("tot")?,
        rol: vraag.parse_one::<Rol>("rol", "een rol")?,
        deel: vraag.code("deel", Deel::from_code)?,
        zonder_gezin: family && vraag.text(OWN).is_none() && vraag.text("rol").is_none(),
        oudste_eerst: direction == Direction::Up,
    })
}

/// The child, for whoever may read who looked; this look is written down too.
async fn allowed(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let file = open(state, kijker, nummer).await?;
    if !file.beeld().leest(Deel::N) {
        return Err(Fout::NietGevonden);
    }
    file.toon(Doel::WieKeek).await?;
    Ok(file)
}

/// The page.
pub(super) async fn reads(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let lijst = wanted(&kijker, &vraag)?;
    let file = allowed(&state, &kijker, &nummer).await?;
    let found = file.meekijkers(&lijst, vraag.rows()?).await?;
    let (beeld, taal) = (file.beeld(), kijker.taal());
    let path = format!("/kind/{}/inzage", beeld.nummer);
    let aantal = i32::try_from(found.total).unwrap_or(i32::MAX);
    let total = taal.zeg(inzage::KeerGekeken { aantal }.tekst());
    let tabel = table(&found.rows, &path, &vraag, taal)
        .paged(total, Bladeren::by(&path, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address(&format!("{path}.csv")));
    show(&Inzage {
        ook_eigen: lijst.zonder_gezin.then(|| {
            let all = vraag.without("bladzijde").with(OWN, "ja").address(&path);
            Link::new(taal.zeg(inzage::ook_eigen()), all)
        }),
        filters: filters(&vraag, &path, &kijker),
        tabel,
        pagina: kijker
            .page(taal.zeg(inzage::wie_keek_er()))
            .in_chosen_language()
            .sub(beeld.naam.clone())
            .messages(crate::weg::werk::geheim(beeld, &kijker))
            .below(beeld.naam.clone(), format!("/kind/{}", beeld.nummer)),
    })
}

fn filters(vraag: &Vraag, path: &str, kijker: &Kijker) -> Filters {
    // How a family prepares a dispute, and notes for own use, stand in no log.
    let parts = Deel::ALL.iter().filter(|deel| !matches!(deel, Deel::K1 | Deel::M));
    let taal = kijker.taal();
    Filters::new(taal.zeg(inzage::inzage_filteren()), path)
        .in_taal(taal)
        .date(vraag, "van", &taal.zeg(inzage::van()))
        .date(vraag, "tot", &taal.zeg(inzage::tot_en_met()))
        .choice(
            vraag,
            "rol",
            &taal.zeg(inzage::rol()),
            ROLLEN
                .iter()
                .filter(|rol| !SEE_NO_FILE.contains(rol))
                .map(|rol| (rol.code(), taal.zeg(rol.woord()))),
        )
        .choice(
            vraag,
            "deel",
            &taal.zeg(inzage::kolom_wat()),
            parts.map(|deel| (deel.code(), taal.zeg(deel.woord()))),
        )
        .keeping(OWN, vraag.text(OWN))
        .ordered(vraag)
}

fn table(rows: &[Meekijker], path: &str, vraag: &Vraag, taal: Taal) -> Tabel {
    let kolommen = vec![
        Kolom::short(taal.zeg(inzage::wanneer())).sorted(Sorteer::by(path, vraag, "wanneer")),
        Kolom::text(taal.zeg(inzage::wie())).names_row(),
        Kolom::text(taal.zeg(inzage::organisatie())),
        Kolom::text(taal.zeg(inzage::wat_en_waarvoor())),
    ];
    let narrowed = ["van", "tot", "rol", "deel"].iter().any(|key| vraag.text(key).is_some());
    let empty = taal.zeg(if narrowed { inzage::niemand_past() } else { inzage::niemand_gekeken() });
    let table = Tabel::new(taal.zeg(inzage::wie_keek()), kolommen, empty).in_taal(taal);
    table.rows(delen::looks(rows), |look| {
        let row = look.row;
        let day = Inhoud::from(taal.korte_dag(look.day));
        let aantal = i32::try_from(look.times).unwrap_or(i32::MAX);
        vec![
            if aantal > 1 { day.above(taal.zeg(inzage::Keer { aantal }.tekst())) } else { day },
            Inhoud::from(row.naam.as_str()).above(taal.zeg(&row.rol)),
            taal.zeg(&row.organisatie).into(),
            Inhoud::from(taal.zeg(&row.doel)).above(delen::parts(&row.delen, taal)),
        ]
    })
}

/// The list as a file for a spreadsheet: a row for each look.
pub(super) async fn csv(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let lijst = wanted(&kijker, &vraag)?;
    let file = allowed(&state, &kijker, &nummer).await?;
    let kop = ["dag", "naam", "rol", "organisatie", "delen", "waarvoor"];
    let ask = |page| file.meekijkers(&lijst, page);
    let made = Csv::new("inzage.csv", &kop).of_pages(ask, csv_row).await?;
    state.app.log_uitvoer(&kijker.kijker, "wie keek er", kijker.moment).await?;
    Ok(made)
}

fn csv_row(row: &Meekijker) -> Vec<Cel> {
    let parts: Vec<&str> = row.delen.iter().map(|deel| deel.label()).collect();
    vec![
        base::today_in_nl(row.op).into(),
        row.naam.as_str().into(),
        Taal::Nl.zeg(&row.rol).into(),
        Taal::Nl.zeg(&row.organisatie).into(),
        parts.join("; ").into(),
        Taal::Nl.zeg(&row.doel).into(),
    ]
}
