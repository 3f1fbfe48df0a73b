//! The page with the data of a child: people, address, what can change, what can be put right.

use std::collections::BTreeMap;

use app::inzage::Doel;
use askama::Template;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Relatie;
use dossier::staat::Persoon;
use dossier::tijdlijn::Regel;
use dossier::toegang::Deel;
use teksten::{Taal, Tekst, kind, leven, zaak};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Label, Labelsoort, Link, Tabel, day_in, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::stap::LevenStap;
use super::velden;
use super::verbeteren::Verbeteren;
use crate::paginas::kind::{last_day, secrecy, who_to_child};
use crate::paginas::woorden::{address_line, capital, partnerships};
use crate::paginas::zaak::{Actie, afterwards};
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
    let taal = werk.taal();
    let mut pagina = werk.page(taal.zeg(leven::gegevens_titel())).in_chosen_language();
    pagina.meldingen.extend(afterwards(vraag, taal, done));
    let te_verbeteren = correctable(werk);
    let shown: Vec<Deel> = te_verbeteren.iter().map(|regel| regel.deel).collect();
    werk.toon_met(Doel::Gegevens, &shown).await?;
    let adres = werk.beeld().adres.as_ref();
    let codes = adres.map_or([None, None], |adres| [adres.swv_po.as_ref(), adres.swv_vo.as_ref()]);
    let swv = partnerships(&werk.state, codes, werk.vandaag(), werk.taal()).await?;
    let accounts = werk.open.paginanamen().await?;
    show(&Gegevens {
        pagina,
        feiten: facts(werk, &swv),
        mensen: people(werk, &accounts),
        aan_zet: false,
        gezin: werk.is_gezin(),
        acties: actions(werk),
        verbeteren: wrong(werk, te_verbeteren),
    })
}

fn done(code: &str) -> Option<Tekst> {
    match code {
        "geopend" => Some(zaak::dossier_geopend()),
        "gezag" => Some(zaak::gezag_gewijzigd()),
        "contact" => Some(zaak::contact_gewijzigd()),
        "taal" => Some(zaak::taal_vastgelegd()),
        "lezing" => Some(zaak::lezing_vastgelegd()),
        "pagina" => Some(zaak::pagina_gesloten()),
        "overleden" => Some(zaak::persoon_overleden()),
        "verbeterd" => Some(zaak::verbeterd()),
        "vrijgegeven" => Some(zaak::redenen_vrijgegeven()),
        code => Doen::from_code(code).map(Doen::gedaan),
    }
}

fn facts(werk: &Werk, swv: &str) -> Feiten {
    let (beeld, taal) = (werk.beeld(), werk.taal());
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let adres = beeld.adres.as_ref().map(|adres| {
        let abroad = if adres.buitenland { zeg(leven::gegevens_buitenland()) } else { String::new() };
        Inhoud::from(address_line(adres)).above(if swv.is_empty() { abroad } else { swv.to_owned() })
    });
    let enrolled = beeld.inschrijving.as_ref().map_or_else(leven::gegevens_nergens, |inschrijving| {
        let (school, groep) = (inschrijving.schoolnaam.as_str(), inschrijving.groep.as_str());
        let sinds = inschrijving.van;
        if groep.is_empty() {
            leven::GegevensOpSchool { school, sinds }.tekst()
        } else {
            leven::GegevensInGroep { school, groep, sinds }.tekst()
        }
    });
    // Who was given the child with a case that is over is not told that it is nowhere.
    let leaves = beeld.inschrijving.as_ref().and_then(last_day);
    let leaves = leaves.map(|dag| Inhoud::from(zeg(kind::TotEnMetOpSchool { dag }.tekst())));
    let enrolled = (beeld.kent_plek || beeld.inschrijving.is_some()).then(|| zeg(enrolled));
    let enrolled = enrolled.map(|place| match leaves {
        Some(leaves) => Inhoud::from(place).above(vec![leaves]),
        None => place.into(),
    });
    let secret = beeld.adres_geheim.then(|| secrecy(beeld, taal));
    let number = beeld.nummer_bekend.then(|| zeg(leven::gegevens_nummer_bekend()));
    Feiten::new()
        .with(zeg(leven::gegevens_naam()), beeld.naam.as_str())
        .with_some(&zeg(leven::gegevens_geboren()), beeld.geboortedatum.map(|day| taal.dag(day)))
        .with_some(&zeg(leven::gegevens_adres()), adres)
        .with_some(&zeg(leven::gegevens_let_op()), secret)
        .with_some(&zeg(leven::gegevens_ingeschreven()), enrolled)
        .with_some(&zeg(leven::gegevens_nummer()), number)
        .with_some(&zeg(leven::gegevens_overleden()), beeld.overleden_op.map(|day| taal.dag(day)))
}

/// People around the child, with what can be done for each.
fn people(werk: &Werk, accounts: &BTreeMap<u32, String>) -> Tabel {
    let taal = werk.taal();
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let kolommen = vec![
        Kolom::text(zeg(leven::gegevens_wie())).names_row(),
        Kolom::text(zeg(leven::gegevens_te_bereiken())),
        Kolom::text(zeg(leven::gegevens_eigen_pagina())),
        Kolom::text(zeg(leven::gegevens_wijzigen())),
    ];
    let table = Tabel::new(zeg(leven::gegevens_mensen()), kolommen, zeg(leven::gegevens_niemand()));
    table.in_taal(taal).wide().rows(&werk.beeld().mensen, |persoon| {
        let mut known = vec![
            Inhoud::from(zeg(who_to_child(werk.beeld(), persoon))),
            Inhoud::from(evidence(persoon, taal)),
        ];
        // Whoever works for the child plans a talk; the other parent needs not know it.
        known.extend(spoken(persoon).filter(|_| !werk.is_gezin()).map(|tekst| zeg(tekst).into()));
        if persoon.relatie.has_gezag() && velden::gezag_niet_nagekeken(werk) {
            known.push(Inhoud::from(Label::new(
                zeg(leven::gegevens_gezag_niet_nagekeken()),
                Labelsoort::Gauw,
            )));
        }
        known.extend(for_whom(werk, persoon).map(|tekst| zeg(tekst).into()));
        let who = Inhoud::from(persoon.naam.as_str()).above(known);
        vec![who, reachable(persoon), own_page(werk, persoon, accounts), changes(werk, persoon)]
    })
}

/// In what language one talks with somebody, where that is not Dutch without an interpreter.
fn spoken(persoon: &Persoon) -> Option<Tekst> {
    let said = persoon.taal.as_ref().filter(|said| said.tolk || !said.taal.is_empty())?;
    let taal = said.taal.as_str();
    Some(if said.tolk { leven::GegevensTolk { taal }.tekst() } else { leven::GegevensTaal { taal }.tekst() })
}

/// For which parent somebody stands here, or for the pupil.
fn for_whom(werk: &Werk, persoon: &Persoon) -> Option<Tekst> {
    if !persoon.relatie.is_namens_iemand() {
        return None;
    }
    let parent = persoon.namens.and_then(|nr| werk.beeld().mensen.iter().find(|other| other.nr == nr));
    Some(match (persoon.namens, parent) {
        (_, Some(parent)) => leven::GegevensNamens { naam: &parent.naam }.tekst(),
        (None, None) => leven::gegevens_namens_leerling(),
        (Some(_), None) => return None,
    })
}

fn evidence(persoon: &Persoon, taal: Taal) -> String {
    let since = taal.zeg(leven::GegevensSinds { sinds: persoon.van }.tekst());
    if persoon.brondocument.is_empty() { since } else { format!("{since}; {}", persoon.brondocument) }
}

fn reachable(persoon: &Persoon) -> Inhoud {
    let contact = &persoon.contact;
    let lines = [&contact.telefoon, &contact.e_mail, &contact.adres];
    let lines: Vec<Inhoud> =
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| line.as_str().into()).collect();
    if lines.is_empty() { Inhoud::Geen } else { lines.into() }
}

fn own_page(werk: &Werk, persoon: &Persoon, accounts: &BTreeMap<u32, String>) -> Inhoud {
    let (taal, on) = (werk.taal(), werk.vandaag());
    // Whose relation to the child opens no page any more has an account and nothing to see with it.
    let has_page = werk.open.mag_eigen_pagina(persoon.nr);
    if persoon.account.is_some() && !has_page {
        return taal.zeg(leven::gegevens_dicht()).into();
    }
    if persoon.account.is_some() {
        let in_use = Inhoud::from(taal.zeg(leven::gegevens_in_gebruik()));
        if !werk.mag(Opdrachtnaam::NodigOuderUit) {
            return in_use;
        }
        let address = werk.adres(&format!("persoon/{}/wachtwoordcode", persoon.nr));
        let link = Link::new("Wachtwoord vergeten?", address).spoken(persoon.naam.as_str());
        // Another name than that of the person tells that somebody else used the code.
        let name = accounts.get(&persoon.nr).map(|naam| taal.zeg(leven::GegevensAccount { naam }.tekst()));
        return Inhoud::from(link)
            .above([in_use].into_iter().chain(name.map(Inhoud::from)).collect::<Vec<_>>());
    }
    let invited = persoon.uitnodiging.as_ref().map(|uitnodiging| {
        let (op, tot_en_met) =
            (day_in(taal, uitnodiging.op, on), day_in(taal, uitnodiging.geldig_tot_en_met, on));
        taal.zeg(leven::GegevensUitgenodigd { op: &op, tot_en_met: &tot_en_met }.tekst())
    });
    let is_pupil = persoon.relatie == Relatie::Leerling;
    let theirs = if werk.beeld().handelt_zelf { is_pupil } else { persoon.relatie.has_gezag() || has_page };
    let may = werk.mag(Opdrachtnaam::NodigOuderUit) && theirs;
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
    if werk.is_gezin() {
        // A parent says how they are reached on the own page, and of nobody else.
        let own = werk.open.mijn().is_ok_and(|mijn| mijn.persoon == persoon.nr);
        let may = own && werk.mag(Opdrachtnaam::WijzigContact);
        let address = format!("/mijn/{}/bereikbaar", werk.beeld().nummer);
        let link = || Inhoud::from(Link::new(werk.taal().zeg(teksten::mijn::bereikbaar_link()), address));
        return if may { link() } else { Inhoud::Geen };
    }
    let steps = [
        (Opdrachtnaam::WijzigGezag, "gezag", "Gezag wijzigen"),
        (Opdrachtnaam::WijzigContact, "contact", "Contact wijzigen"),
        (Opdrachtnaam::LegTaalVast, "taal", "Taal en tolk"),
        (Opdrachtnaam::StaLezingToe, "lezing", "Wat deze persoon mag lezen"),
        (Opdrachtnaam::BeeindigEigenPagina, "pagina", "Eigen pagina sluiten"),
        (Opdrachtnaam::MeldOverlijden, "overlijden", "Overleden"),
    ];
    // Nobody has authority over who acts themselves, and of the pupil a death is recorded as that of the child.
    let pages = [Opdrachtnaam::WijzigContact, Opdrachtnaam::LegTaalVast, Opdrachtnaam::BeeindigEigenPagina];
    let of_pupil = |opdracht| pages.contains(&opdracht);
    let cares = persoon.relatie == Relatie::Pleegouder;
    let fits = |opdracht| {
        (persoon.relatie != Relatie::Leerling || of_pupil(opdracht))
            && (cares || opdracht != Opdrachtnaam::StaLezingToe)
            && (persoon.account.is_some() || opdracht != Opdrachtnaam::BeeindigEigenPagina)
    };
    let possible = steps.into_iter().filter(|(opdracht, _, _)| werk.mag(*opdracht) && fits(*opdracht));
    let links = possible.map(|(_, code, words)| {
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
    // Of a pupil who decides nobody has authority, and nobody else cares for them as the law means it (BW 1:233, 1:245).
    let of_age = werk.beeld().handelt_zelf;
    let of_parents = |doen: &Doen| matches!(doen, Doen::Gezocht | Doen::Pleegzorg);
    let invite = pupil_to_invite(werk).into_iter();
    let each = Doen::ALL
        .iter()
        .copied()
        .filter(|doen| !of_age || !of_parents(doen))
        .filter(|doen| possible(doen) && (!died || *doen == Doen::Uitschrijven))
        .map(|doen| Actie {
            tekst: Taal::Nl.zeg(doen.tekst()),
            adres: werk.adres(&format!("gegevens/{}", doen.code())),
            uitleg: Taal::Nl.zeg(doen.uitleg()),
        });
    invite.chain(each).chain(releases(werk)).collect()
}

/// The reasons that can be released for somebody from whom it is secret where the child is.
fn releases(werk: &Werk) -> Vec<Actie> {
    if !werk.mag(Opdrachtnaam::GeefTekstVrij) {
        return Vec::new();
    }
    let each = werk.open.vrij_te_geven().into_iter().map(|tekst| {
        let named: Vec<&str> = tekst.voor.iter().map(|(_, naam)| naam.as_str()).collect();
        let zin = Taal::Nl.zeg(&tekst.zin);
        Actie {
            tekst: Taal::Nl.zeg(zaak::RedenenVrijgeven { zin: &zin, op: tekst.op }.tekst()),
            adres: werk.adres(&format!("vrijgeven/{}", tekst.volgnummer)),
            uitleg: Taal::Nl.zeg(zaak::RedenenVrijgevenUitleg { namen: &named.join(" en ") }.tekst()),
        }
    });
    each.collect()
}

/// A pupil who acts themselves and stands not yet among the people: whoever was invited is invited again there.
fn pupil_to_invite(werk: &Werk) -> Option<Actie> {
    let pupil = werk.open.leerling_uit_te_nodigen().filter(|_| werk.mag(Opdrachtnaam::NodigOuderUit))?;
    let known = werk.beeld().mensen.iter().any(|persoon| persoon.nr == pupil.nr);
    (!known && werk.beeld().overleden_op.is_none()).then(|| Actie {
        tekst: Taal::Nl.zeg(leven::gegevens_leerling_uitnodigen()),
        adres: werk.adres(&format!("persoon/{}/uitnodigen", pupil.nr)),
        uitleg: Taal::Nl.zeg(leven::gegevens_leerling_uitleg()),
    })
}

/// The facts that this person can put right.
fn correctable(werk: &Werk) -> Vec<&Regel> {
    let lines = werk.beeld().tijdlijn.iter();
    lines.filter(|regel| Verbeteren::is_possible(werk, regel.volgnummer)).collect()
}

/// What can be put right.
fn wrong(werk: &Werk, lines: Vec<&Regel>) -> Tabel {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let kolommen = vec![
        Kolom::text(zeg(leven::gegevens_vastgelegd())).names_row(),
        Kolom::short(zeg(leven::gegevens_op())),
        Kolom::text(zeg(leven::gegevens_klopt_het_niet())),
    ];
    let caption = zeg(leven::gegevens_te_verbeteren());
    let table = Tabel::new(caption, kolommen, zeg(leven::gegevens_niets())).in_taal(werk.taal());
    table.rows(lines, |regel| {
        let link = Link::new("Verbeteren", werk.adres(&format!("verbeteren/{}", regel.volgnummer)));
        let said = Taal::Nl.zeg(&regel.tekst);
        let text = Inhoud::from(capital(&said));
        let text = match (regel.teruggenomen, regel.verbeterd) {
            (true, _) => text.above("teruggenomen"),
            (false, true) => text.above("al eens verbeterd"),
            (false, false) => text,
        };
        vec![text, short_date(regel.op, werk.vandaag()).into(), link.spoken(said).into()]
    })
}
