//! What a parent says on the own page that is about no case: whether decisions may be made known there, how they are reached, and
//! what a carer of the child may read.

use app::inzage::Doel;
use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use base::OrganisatieId;
use dossier::beurt::Onderwerp;
use dossier::gezin::{Beslisser, Gezinszaak};
use dossier::leven::woorden::EigenWoorden;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Relatie, Verzorgerslezing};
use dossier::staat::Persoon;
use teksten::{Taal, mijn};
use web_base::onderdelen::{Link, Optie, Veld};

use crate::paginas::gezin::{Gezegd, Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::weg::vorm::Groep;
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, daad, lees_daad, lees_uit};

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[LATEN_WETEN, BESLUITEN, BEREIKBAAR, LEZING],
    gevraagd: |_, _, _| Default::default(),
    woorden: unasked,
    gezegd: said,
    plaats: 2,
});

/// Whether decisions may be made known on the own page.
const BESLUITEN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::ZegDigitaalBereikbaar,
    pad: "besluiten",
    over_zaak: false,
    titel: mijn::besluiten_titel,
    link: mijn::besluiten_link,
    knop: mijn::vastleggen,
    na: "besluiten",
    dank: mijn::dank_besluiten,
    doelen: [Doel::BesluitenOntvangen, Doel::BesluitenOntvangen],
    kent: |_, _| true,
    open: |_, _| true,
    bestanden: None,
    velden: fields,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| lees_daad(stap, werk, formulier),
    voorbij: |_, _| None,
};

/// How a parent is reached.
const BEREIKBAAR: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::WijzigContact,
    pad: "bereikbaar",
    over_zaak: false,
    titel: mijn::bereikbaar_titel,
    link: mijn::bereikbaar_link,
    knop: mijn::vastleggen,
    na: "bereikbaar",
    dank: mijn::dank_bereikbaar,
    doelen: [Doel::EigenGegevens, Doel::EigenGegevens],
    kent: |_, _| true,
    open: |_, _| true,
    bestanden: None,
    velden: how_to_reach,
    begin: reached_now,
    lees: |stap, werk, formulier| {
        let vorm = stap.vorm(werk, formulier).in_taal(stap.taal);
        let address = own(stap, werk).map(|own| own.contact.adres.clone()).unwrap_or_default();
        let bron = |veld: &str| match veld {
            "adres" => address.clone(),
            typed => formulier.text(typed).to_owned(),
        };
        let act = stap.opdracht();
        daad::lees_uit(act, stap.persoon, vorm.velden(), formulier, (&bron, &werk.omgeving()), |veld| veld)
    },
    voorbij: |_, _| None,
};

/// What a carer may read: a parent with authority says so of each carer.
const LEZING: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::StaLezingToe,
    pad: "verzorger",
    over_zaak: true,
    titel: mijn::lezing_titel,
    link: mijn::lezing_link,
    knop: mijn::vastleggen,
    na: "lezing",
    dank: mijn::dank_lezing,
    doelen: [Doel::EigenGegevens, Doel::EigenGegevens],
    kent: |beeld, nr| carer(beeld, nr).is_some(),
    open: |_, _| true,
    bestanden: None,
    velden: reading,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| lees_uit(stap, werk, formulier, &|veld| formulier.text(veld).to_owned()),
    voorbij: |_, _| None,
};

/// Something that somebody lets the school know, in own words.
const LATEN_WETEN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::LaatWeten,
    pad: "laten-weten",
    over_zaak: false,
    titel: mijn::laten_weten_titel,
    link: mijn::laten_weten_titel,
    knop: mijn::opsturen,
    na: "laten-weten",
    dank: mijn::dank_laten_weten,
    doelen: [Doel::WoordenSchrijven, Doel::WoordenSchrijven],
    kent: |_, _| true,
    open: |_, _| true,
    bestanden: None,
    velden: words,
    begin: |stap, _| vec![(OVER.into(), stap.genoemd.clone())],
    lees: |stap, werk, formulier| {
        lees_uit(stap, werk, formulier, &|veld| match formulier.text(veld) {
            ANDERS if veld == OVER => String::new(),
            typed => typed.to_owned(),
        })
    },
    voorbij: |_, _| None,
};

/// The field that says what words are about: a case, as it writes itself, or something else.
const OVER: &str = "over";
const ANDERS: &str = "anders";

fn words(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let beeld = werk.beeld();
    // From whom places are secret is shown no case to choose.
    let known = !beeld.school_geheim;
    let cases: Vec<_> = beeld.van_gezin().into_iter().filter(|_| known).collect();
    let choice = |(over, zaak): &(Onderwerp, &dyn Gezinszaak)| {
        Some(Optie::new(over.to_string(), stap.zeg(zaak.te_kiezen().wel()?)))
    };
    let mut choices: Vec<Optie> = cases.iter().filter_map(choice).collect();
    let mut groep = Groep::new("").tekst(stap.zeg(mijn::laten_weten_uitleg()));
    if !choices.is_empty() {
        let other = Optie::new(ANDERS, stap.zeg(mijn::laten_weten_anders()));
        let reads = werk.open.leest_woorden().filter(|_| known && many_schools(beeld));
        let reads = reads.and_then(|school| school_name(beeld, &school));
        choices.push(match reads {
            Some(school) => other.explained(stap.zeg(mijn::LatenWetenLeest { school }.tekst())),
            None => other,
        });
        groep = groep.veld(Veld::radio(OVER, stap.zeg(mijn::laten_weten_over()), choices));
        if cases.iter().any(|(_, zaak)| zaak.beslisser() == Beslisser::Verband) {
            groep = groep.tekst(stap.zeg(mijn::laten_weten_verband()));
        }
    }
    groep
        .veld(
            Veld::textarea("woorden", stap.zeg(mijn::laten_weten_woorden()), 8)
                .required_or(stap.zeg(mijn::laten_weten_leeg())),
        )
        .veld(
            Veld::checkbox("alleen_school", stap.zeg(mijn::laten_weten_alleen_school()))
                .hint(stap.zeg(mijn::laten_weten_alleen_school_uitleg())),
        )
        .weetje(stap.zeg(mijn::laten_weten_haast()))
}

/// More schools than one have something to do with the child.
fn many_schools(beeld: &Kindbeeld) -> bool {
    app::mijn::schools_of(beeld).len() > 1
}

/// What a school is called that this family knows.
pub(in crate::paginas) fn school_name<'a>(beeld: &'a Kindbeeld, school: &OrganisatieId) -> Option<&'a str> {
    let enrolled = beeld.inschrijving.iter().map(|place| (&place.vestiging, place.schoolnaam.as_str()));
    let registered = beeld.aanmeldingen.iter().map(|found| (&found.vestiging, found.schoolnaam.as_str()));
    let mut all = enrolled.chain(registered);
    all.find(|(vestiging, _)| vestiging.organisatie() == *school).map(|(_, naam)| naam)
}

/// What this person let the school know before, and what the school answered.
fn said(mijn: &MijnKind, taal: Taal) -> Vec<Gezegd> {
    let own = mijn.beeld.woorden.iter().rev().filter(|said| said.feit.persoon == mijn.persoon);
    let told = |said: &EigenWoorden| {
        let dag = said.feit.op;
        let about = said.feit.over.map(|over| taal.zeg(mijn::LietWetenOver { over: over.woord() }.tekst()));
        let many = !mijn.beeld.school_geheim && many_schools(&mijn.beeld);
        let school = school_name(&mijn.beeld, &said.feit.school).filter(|_| many);
        let reads = school.map(|school| taal.zeg(mijn::LatenWetenLeest { school }.tekst()));
        let with_case = |zin: String| {
            let parts = [Some(zin), about.clone(), reads.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let Some(seen) = &said.gezien else {
            let zin = with_case(taal.zeg(mijn::LietWeten { dag }.tekst()));
            return vec![Gezegd::new(zin, &said.feit.woorden)];
        };
        let gezien = seen.op;
        let read = with_case(taal.zeg(mijn::LietWetenGezien { dag, gezien }.tekst()));
        let mut all = vec![Gezegd::new(read, &said.feit.woorden)];
        if !seen.antwoord.is_empty() {
            all.push(Gezegd::new(taal.zeg(mijn::SchoolAntwoordde { gezien }.tekst()), &seen.antwoord));
        }
        all
    };
    own.flat_map(told).collect()
}

/// Somebody who cares for the child today.
fn carer(beeld: &Kindbeeld, nr: u32) -> Option<&Persoon> {
    let mut carers = beeld.mensen.iter().filter(|persoon| persoon.relatie == Relatie::Pleegouder);
    carers.find(|persoon| persoon.nr == nr && persoon.is_current(beeld.op))
}

fn reading(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let Some(carer) = carer(werk.beeld(), stap.over) else { return Groep::new("") };
    let (wie, naam) = (carer.naam.as_str(), werk.beeld().roepnaam.as_str());
    let choices = [
        (Verzorgerslezing::Niets, mijn::lezing_niets()),
        (Verzorgerslezing::Aanmelding, mijn::lezing_aanmelding()),
        (Verzorgerslezing::OokPlan, mijn::lezing_ook_plan()),
    ];
    let choices = choices.into_iter().map(|(wat, tekst)| Optie::new(wat.code(), stap.zeg(tekst))).collect();
    Groep::new("")
        .tekst(stap.zeg(mijn::LezingUitleg { wie, naam }.tekst()))
        .tekst(stap.zeg(mijn::lezing_samen()))
        .veld(
            Veld::radio("wat", stap.zeg(mijn::LezingVraag { wie }.tekst()), choices)
                .required_or(stap.zeg(mijn::lezing_kies()))
                .asked_here(),
        )
        .weetje(stap.zeg(mijn::lezing_nooit()))
}

/// The parent as the file knows them.
fn own<'w>(stap: &Gezinsstap, werk: &'w Werk) -> Option<&'w Persoon> {
    werk.beeld().mensen.iter().find(|persoon| persoon.nr == stap.persoon)
}

fn how_to_reach(stap: &Gezinsstap, _werk: &Werk) -> Groep {
    Groep::new("")
        .tekst(stap.zeg(mijn::bereikbaar_uitleg()))
        .veld(Veld::text("telefoon", stap.zeg(mijn::bereikbaar_telefoon())))
        .veld(Veld::e_mail("e_mail", stap.zeg(mijn::bereikbaar_e_mail())))
        .veld(
            Veld::date("per", stap.zeg(mijn::bereikbaar_per()))
                .required_or(stap.zeg(mijn::bereikbaar_dag_leeg())),
        )
        .weetje(stap.zeg(mijn::bereikbaar_adres()))
}

fn reached_now(stap: &Gezinsstap, werk: &Werk) -> Begin {
    let contact = own(stap, werk).map(|own| own.contact.clone()).unwrap_or_default();
    vec![
        ("per".into(), werk.vandaag().to_string()),
        ("telefoon".into(), contact.telefoon),
        ("e_mail".into(), contact.e_mail),
    ]
}

fn fields(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let own = werk.beeld().mensen.iter().find(|persoon| persoon.nr == stap.persoon);
    let stand = match own.and_then(|own| own.digitaal.as_ref()) {
        Some(said) if said.ja => mijn::BesluitenNuJa { dag: said.op }.tekst(),
        Some(said) => mijn::BesluitenNuNiet { dag: said.op }.tekst(),
        None => mijn::besluiten_nu_post(),
    };
    let keuzes = vec![
        Optie::new("ja", stap.zeg(mijn::besluiten_ja())),
        Optie::new("nee", stap.zeg(mijn::besluiten_nee())),
    ];
    let mut groep = Groep::new("").tekst(stap.zeg(mijn::besluiten_uitleg()));
    if !stap.is_leerling() {
        groep = groep.tekst(stap.zeg(mijn::besluiten_allemaal()));
    }
    groep
        .tekst(stap.zeg(stand))
        .veld(
            Veld::radio("ja", stap.zeg(mijn::besluiten_vraag()), keuzes)
                .required_or(stap.zeg(mijn::besluiten_kies()))
                .asked_here(),
        )
        .veld(
            Veld::checkbox("geen_bericht", stap.zeg(mijn::besluiten_geen_bericht()))
                .hint(stap.zeg(mijn::besluiten_geen_bericht_uitleg())),
        )
}

fn unasked(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let forms = [&LATEN_WETEN, &BESLUITEN, &BEREIKBAAR].into_iter();
    let open = forms.filter(|vorm| mijn.beeld.mag.contains(vorm.opdracht.naam()));
    let own = open.map(|vorm| Link::new(taal.zeg((vorm.link)()), vorm.adres(&mijn.beeld.nummer, 0)));
    let may = mijn.beeld.mag.contains(LEZING.opdracht.naam());
    let carers = mijn.beeld.mensen.iter().filter(|one| may && carer(&mijn.beeld, one.nr).is_some());
    let allow = carers.map(|one| {
        let text = mijn::LezingOver { wie: &one.naam }.tekst();
        Link::new(taal.zeg(text), LEZING.adres(&mijn.beeld.nummer, one.nr))
    });
    own.chain(allow).collect()
}
