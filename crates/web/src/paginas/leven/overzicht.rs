//! The page with the data of a child: people, address, what can change, what can be put right.

use app::inzage::Doel;
use askama::Template;
use base::dates::{long_nl, short_nl};
use dossier::staat::Persoon;
use dossier::tijdlijn::Regel;
use dossier::toegang::Deel;
use teksten::{Taal, Tekst, zaak};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Link, Tabel, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::stap::LevenStap;
use super::verbeteren::Verbeteren;
use crate::paginas::aanmelding::{Actie, afterwards};
use crate::paginas::woorden::{address_line, capital, partnerships};
use crate::weg::Stap;
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/leven/gegevens.html")]
struct Gegevens {
    pagina: Pagina,
    feiten: Feiten,
    mensen: Tabel,
    aan_zet: bool,
    gezin: bool,
    acties: Vec<Actie>,
    verbeteren: Tabel,
}

pub(super) async fn page(werk: &Werk, vraag: &Vraag) -> Uitkomst {
    if !werk.beeld().leest(Deel::A) {
        return Err(Fout::NietGevonden);
    }
    let mut pagina = werk.page("Gegevens en mensen");
    pagina.meldingen.extend(afterwards(vraag, Taal::Nl, done));
    werk.toon(Doel::Gegevens).await?;
    let adres = werk.beeld().adres.as_ref();
    let codes = adres.map_or([None, None], |adres| [adres.swv_po.as_ref(), adres.swv_vo.as_ref()]);
    let swv = partnerships(&werk.state, codes, werk.vandaag()).await?;
    show(&Gegevens {
        pagina,
        feiten: facts(werk, &swv),
        mensen: people(werk),
        aan_zet: false,
        gezin: werk.is_gezin(),
        acties: actions(werk),
        verbeteren: wrong(werk),
    })
}

fn done(code: &str) -> Option<Tekst> {
    match code {
        "geopend" => Some(zaak::dossier_geopend()),
        "gezag" => Some(zaak::gezag_gewijzigd()),
        "overleden" => Some(zaak::persoon_overleden()),
        "verbeterd" => Some(zaak::verbeterd()),
        code => Doen::from_code(code).map(Doen::gedaan),
    }
}

fn facts(werk: &Werk, swv: &str) -> Feiten {
    let beeld = &werk.beeld();
    let adres = beeld.adres.as_ref().map(|adres| {
        let abroad = if adres.buitenland { "buiten Nederland" } else { "" };
        Inhoud::from(address_line(adres)).above(if swv.is_empty() { abroad } else { swv })
    });
    let enrolled = beeld.inschrijving.as_ref().map(|inschrijving| {
        let group = if inschrijving.groep.is_empty() {
            String::new()
        } else {
            format!(", groep {}", inschrijving.groep)
        };
        format!("{}{group}, sinds {}", inschrijving.schoolnaam, short_nl(inschrijving.van))
    });
    let school_knows = beeld.nummer_bekend;
    Feiten::new()
        .with("Naam", beeld.naam.as_str())
        .with_some("Geboren", beeld.geboortedatum.map(long_nl))
        .with_some("Adres", adres)
        .with_some("Let op", beeld.adres_geheim.then_some("het adres is geheim"))
        .with("Ingeschreven", enrolled.unwrap_or_else(|| "nu nergens".to_owned()))
        .with_some("Persoonsgebonden nummer", school_knows.then_some("vastgelegd; wordt niet getoond"))
        .with_some("Overleden", beeld.overleden_op.map(long_nl))
}

/// People around the child, with what can be done for each.
fn people(werk: &Werk) -> Tabel {
    let kolommen = vec![
        Kolom::text("Wie").names_row(),
        Kolom::text("Te bereiken"),
        Kolom::text("Eigen pagina"),
        Kolom::text("Wijzigen"),
    ];
    Tabel::new("Mensen rond het kind", kolommen, "Er staat nog niemand bij dit kind.").wide().rows(
        &werk.beeld().mensen,
        |persoon| {
            let who = Inhoud::from(persoon.naam.as_str())
                .above(vec![Inhoud::from(persoon.relatie.label()), Inhoud::from(evidence(persoon))]);
            vec![who, reachable(persoon), own_page(werk, persoon), changes(werk, persoon)]
        },
    )
}

fn evidence(persoon: &Persoon) -> String {
    let since = format!("sinds {}", short_nl(persoon.van));
    if persoon.brondocument.is_empty() { since } else { format!("{since}; {}", persoon.brondocument) }
}

fn reachable(persoon: &Persoon) -> Inhoud {
    let contact = &persoon.contact;
    let lines = [&contact.telefoon, &contact.e_mail, &contact.adres];
    let lines: Vec<Inhoud> =
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| line.as_str().into()).collect();
    if lines.is_empty() { Inhoud::Geen } else { lines.into() }
}

fn own_page(werk: &Werk, persoon: &Persoon) -> Inhoud {
    if persoon.account.is_some() {
        return "in gebruik".into();
    }
    let invited = persoon.uitnodiging.as_ref().map(|uitnodiging| {
        let last = short_date(uitnodiging.geldig_tot_en_met, werk.vandaag());
        format!(
            "uitgenodigd op {}; de code werkt tot en met {last}",
            short_date(uitnodiging.op, werk.vandaag())
        )
    });
    let may = werk.mag("nodig_ouder_uit") && persoon.relatie.has_gezag();
    if !may {
        return invited.into();
    }
    let words = if invited.is_some() { "Opnieuw uitnodigen" } else { "Uitnodigen" };
    let link = Link::new(words, werk.adres(&format!("persoon/{}/uitnodigen", persoon.nr)))
        .spoken(persoon.naam.as_str());
    match invited {
        Some(invited) => Inhoud::from(link).above(invited),
        None => link.into(),
    }
}

fn changes(werk: &Werk, persoon: &Persoon) -> Inhoud {
    let steps = [("wijzig_gezag", "gezag", "Gezag wijzigen"), ("meld_overlijden", "overlijden", "Overleden")];
    let links = steps.into_iter().filter(|(opdracht, _, _)| werk.mag(opdracht)).map(|(_, code, words)| {
        let address = werk.adres(&format!("persoon/{}/{code}", persoon.nr));
        Inhoud::from(Link::new(words, address).spoken(format!("van {}", persoon.naam)))
    });
    let links: Vec<Inhoud> = links.collect();
    if links.is_empty() { Inhoud::Geen } else { links.into() }
}

fn actions(werk: &Werk) -> Vec<Actie> {
    let possible =
        |doen: &Doen| werk.mag(doen.opdracht()) && LevenStap::with(*doen).belemmering(werk).is_none();
    let died = werk.beeld().overleden_op.is_some();
    Doen::ALL
        .iter()
        .copied()
        .filter(|doen| possible(doen) && (!died || *doen == Doen::Uitschrijven))
        .map(|doen| Actie {
            tekst: Taal::Nl.zeg(doen.tekst()),
            adres: werk.adres(&format!("gegevens/{}", doen.code())),
            uitleg: Taal::Nl.zeg(doen.uitleg()),
        })
        .collect()
}

/// What can be put right.
fn wrong(werk: &Werk) -> Tabel {
    let kolommen =
        vec![Kolom::text("Vastgelegd").names_row(), Kolom::short("Op"), Kolom::text("Klopt het niet?")];
    let lines: Vec<&Regel> = werk
        .beeld()
        .tijdlijn
        .iter()
        .filter(|regel| Verbeteren::is_possible(werk, regel.volgnummer))
        .collect();
    Tabel::new("Wat u kunt verbeteren", kolommen, "Hier is nu niets dat u kunt verbeteren.").rows(
        lines,
        |regel| {
            let link = Link::new("Verbeteren", werk.adres(&format!("verbeteren/{}", regel.volgnummer)));
            let said = Taal::Nl.zeg(&regel.tekst);
            let text = Inhoud::from(capital(&said));
            let text = if regel.verbeterd { text.above("al eens verbeterd") } else { text };
            vec![text, short_date(regel.op, werk.vandaag()).into(), link.spoken(said).into()]
        },
    )
}
