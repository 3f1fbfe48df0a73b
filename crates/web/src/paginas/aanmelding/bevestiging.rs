//! Just registered: the last day and why, the letter, and the invitation of each parent.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::dates::long_nl;
use dossier::beurt::Onderwerp;
use dossier::staat::Aanmelding;
use web_base::error::Uitkomst;
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Termijn, Uitleg};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::number;
use super::overzicht::letters;
use crate::paginas::woorden::partnerships;
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/aanmelding/bevestiging.html")]
struct Bevestiging {
    pagina: Pagina,
    feiten: Feiten,
    termijn: Uitleg,
    tijdelijk: Option<(String, Uitleg)>,
    brieven: Tabel,
    ouders: Tabel,
    verder: Link,
}

pub(super) async fn page(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let nr = number(&nr)?;
    let aanmelding = werk.aanmelding(nr)?;
    let done = format!("{} is aangemeld bij {}.", werk.beeld().naam, aanmelding.schoolnaam);
    werk.toon(Doel::Zaak(Onderwerp::Aanmelding(nr))).await?;
    let adres = werk.beeld().adres.as_ref();
    let codes = adres.map_or([None, None], |adres| [adres.swv_po.as_ref(), adres.swv_vo.as_ref()]);
    let swv = partnerships(&state, codes, werk.vandaag()).await?;
    show(&Bevestiging {
        pagina: werk.page("De aanmelding is vastgelegd").message(Melding::new(Meldingsoort::Goed, done)),
        feiten: facts(&werk, aanmelding, &swv),
        termijn: Uitleg::from(aanmelding.termijn.berekening.as_ref()),
        tijdelijk: temporary(aanmelding),
        brieven: letters(&werk, Onderwerp::Aanmelding(nr)),
        ouders: parents(&werk),
        verder: Link::new("Naar de aanmelding", werk.adres(&format!("aanmelding/{nr}"))),
    })
}

fn facts(werk: &Werk, aanmelding: &Aanmelding, swv: &str) -> Feiten {
    let late = "Later dan de wet liever heeft. De aanmelding is gewoon geldig.";
    Feiten::new()
        .with("Dossier", werk.beeld().nummer.to_string())
        .with("Ontvangen", long_nl(aanmelding.ontvangen_op))
        .with_some(
            "Gevraagd vanaf",
            aanmelding.gewenst_per.map(|per| {
                let day = Inhoud::from(long_nl(per));
                if is_late(werk, aanmelding) { day.above(late) } else { day }
            }),
        )
        .with(
            "Beslissen",
            Inhoud::from(Termijn::maybe(aanmelding.termijn.uitkomst.uiterlijk, werk.vandaag())),
        )
        .with_some("Samenwerkingsverband van het adres", (!swv.is_empty()).then_some(swv))
}

/// As the event says it: late registrations stay valid.
fn is_late(werk: &Werk, aanmelding: &Aanmelding) -> bool {
    let says_late = |feit| matches!(feit, dossier::Gebeurtenis::Aangemeld(event) if event.laat);
    werk.open.geldend(aanmelding.volgnummer).is_some_and(says_late)
}

fn temporary(aanmelding: &Aanmelding) -> Option<(String, Uitleg)> {
    let recht = &aanmelding.tijdelijk_recht;
    let vanaf = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht)?;
    let text = format!(
        "Is er dan nog niet beslist, dan heeft het kind vanaf {} recht op een tijdelijke plek op deze school.",
        long_nl(vanaf)
    );
    Some((text, Uitleg::from(recht.berekening.as_ref())))
}

/// Each parent with authority, and the way to their own page.
fn parents(werk: &Werk) -> Tabel {
    let kolommen = vec![Kolom::text("Ouder of voogd").names_row(), Kolom::text("Eigen pagina")];
    let people = werk.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag());
    let may = werk.mag("nodig_ouder_uit");
    Tabel::new("Ouders en voogden", kolommen, "Er staan nog geen ouders in dit dossier.").rows(
        people,
        |persoon| {
            let invite =
                || Link::new("Uitnodigen", werk.adres(&format!("persoon/{}/uitnodigen", persoon.nr)));
            let own_page: Inhoud = match (&persoon.account, may) {
                (Some(_), _) => "gebruikt de eigen pagina".into(),
                (None, true) => invite().spoken(persoon.naam.as_str()).into(),
                (None, false) => "nog niet".into(),
            };
            vec![Inhoud::from(persoon.naam.as_str()).above(persoon.relatie.label()), own_page]
        },
    )
}
