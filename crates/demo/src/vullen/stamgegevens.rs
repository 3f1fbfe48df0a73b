//! Reference data of the region, by the same doors as real ones, and the policy of its partnerships.

use app::organisaties::{NieuwBeleid, NieuweOrganisatie};
use app::referenties::{Bestand, Inlezen};
use app::{App, Moment};
use base::{OrganisatieId, dates};
use exchange::duo::Soort;

use super::DemoFout;
use crate::regio::{Gemeente, Regio, Verband, code};

/// The source that pages name.
const BRON: &str = "demogebied (verzonnen)";
/// Since how long the policy holds, in days: longer than any file.
const BELEID_SINDS: i32 = 1_200;

/// Makes schools, boards, partnerships, municipalities, postcodes and policy known.
pub async fn make(app: &App, regio: &Regio, moment: Moment) -> Result<(), DemoFout> {
    let bytes = postcodes(regio).into_bytes();
    let bestand = Bestand::read(Soort::Pc4Swv, &bytes).map_err(|_| DemoFout::Afgebroken)?;
    app.import(&bestand, BRON, Inlezen::GEWOON, moment).await?;
    app.make_organisaties(&organisations(regio), moment).await?;
    for verband in &regio.verbanden {
        policy(app, verband, moment).await?;
    }
    Ok(())
}

/// The wide table of postcodes, in the layout of the importer.
fn postcodes(regio: &Regio) -> String {
    let mut table =
        "pc4,lat,lon,coord_bron,coord_in_gemeente,gemeente_bron,gemeentecode,gemeentenaam,provinciecode,\
                     provincienaam,plaats,swv_po,swv_vo\n"
            .to_owned();
    for verband in &regio.verbanden {
        for Gemeente { code, naam, postcodes } in &verband.gemeenten {
            for (pc4, plaats) in postcodes {
                let swvs = format!("{},{}", verband.po, verband.vo);
                let row =
                    [pc4.to_string(), format!(",,,,demo,{code},{naam},,Demoland"), plaats.clone(), swvs];
                table.push_str(&row.join(","));
                table.push('\n');
            }
        }
    }
    table
}

fn organisations(regio: &Regio) -> Vec<NieuweOrganisatie> {
    let mut all: Vec<NieuweOrganisatie> =
        regio.scholen.iter().map(|school| NieuweOrganisatie::School(school.school.clone())).collect();
    for verband in &regio.verbanden {
        let mut add = |id: OrganisatieId, naam: String| all.push(NieuweOrganisatie::Andere { id, naam });
        let naam = &verband.naam;
        add(verband.po.organisatie(), format!("Samenwerkingsverband {naam} primair onderwijs"));
        add(verband.vo.organisatie(), format!("Samenwerkingsverband {naam} voortgezet onderwijs"));
        add(verband.steunpunt(), format!("Ouder- en jeugdsteunpunt {naam}"));
        add(verband.jeugdhulp(), format!("Jeugdhulp {naam}"));
        for bestuur in &verband.besturen {
            add(bestuur.nummer.organisatie(), bestuur.naam.clone());
        }
        for gemeente in &verband.gemeenten {
            add(code(&format!("gemeente/{}", gemeente.code)), format!("gemeente {}", gemeente.naam));
        }
    }
    all
}

async fn policy(app: &App, verband: &Verband, moment: Moment) -> Result<(), DemoFout> {
    let day = dates::plus_days(moment.vandaag, -BELEID_SINDS).and_then(dates::start_of_day_in_nl);
    let adopted = day.map_or(moment, Moment::of);
    let waarom = "Scholen en ouders vroegen om een snellere beslissing en om aandacht voor de weg terug.";
    for swv in [&verband.po, &verband.vo] {
        let actor = verband.directeur(swv);
        let nieuw = NieuwBeleid {
            beleid: verband.beleid(),
            waarom: waarom.to_owned(),
            expected: 0,
            idempotency: None,
            drafts_done: Vec::new(),
        };
        app.stel_beleid_vast(&actor, swv, nieuw, adopted).await?;
    }
    Ok(())
}
