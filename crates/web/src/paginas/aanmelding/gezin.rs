//! What parents do around a registration on their own page: answer an offer, and write down a first contact with a school.

use app::inleveren::Inlevering;
use app::inzage::Doel;
use app::mijn::{MijnKind, Verzoek};
use dossier::aanmelding::keuze::{OuderKoos, Ouderkeuze, Ouderwoord};
use dossier::aanmelding::staat::Antwoord;
use dossier::beurt::{Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Aanbod, Aanmelding};
use teksten::{Taal, Tekst, mijn};
use web_base::onderdelen::{Fouten, Link, Optie, Veld};

use super::answer_to_offer;
use crate::paginas::gezin::{Gezegd, Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::paginas::inleveren::{self, Ingeleverd};
use crate::weg::vorm::{Blok, Groep};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, daad, lees_daad};

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[AANBOD, INTREKKING, INLEVEREN, CONTACT],
    gevraagd: asked_for,
    woorden: unasked,
    gezegd: said,
    plaats: 1,
});

/// The answer to a place at another school.
const AANBOD: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::AanvaardAanbod,
    pad: "aanbod",
    over_zaak: true,
    titel: mijn::aanbod_titel,
    link: mijn::lees_aanbod,
    knop: mijn::antwoord_geven,
    na: "antwoord",
    dank: mijn::dank_antwoord,
    doelen: [Doel::AanbodLezen, Doel::AanbodBeantwoorden],
    kent: |beeld, nr| beeld.aanmelding(nr).is_some(),
    open: |beeld, nr| beeld.aanmelding(nr).is_some_and(|found| found.open_aanbod().is_some()),
    bestanden: None,
    velden: offer,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| {
        let aanmelding = werk.aanmelding(stap.over).map_err(|_| Fouten::new())?;
        let vorm = stap.vorm(werk, formulier).in_taal(stap.taal);
        answer_to_offer(aanmelding, werk, vorm.velden(), formulier)
    },
    voorbij: answered,
};

/// The answer to another parent who wants to withdraw the registration.
const INTREKKING: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::TrekAanmeldingIn,
    pad: "intrekken",
    over_zaak: true,
    titel: mijn::intrekking_titel,
    link: mijn::lees_intrekking,
    knop: mijn::antwoord_geven,
    na: "intrekking",
    dank: mijn::dank_intrekking,
    doelen: [Doel::IntrekkingLezen, Doel::IntrekkingBeantwoorden],
    kent: |beeld, nr| beeld.aanmelding(nr).is_some(),
    open: |beeld, nr| {
        beeld.aanmelding(nr).is_some_and(|found| found.lopende_keuzes().contains(&Ouderkeuze::Intrekken))
    },
    bestanden: None,
    velden: withdrawal,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| {
        let vorm = stap.vorm(werk, formulier).in_taal(stap.taal);
        let yes = formulier.text("antwoord") == "ja";
        let act = if yes { Opdrachtnaam::TrekAanmeldingIn } else { Opdrachtnaam::LaatAanmeldingDoorgaan };
        let bron = |veld: &str| formulier.text(veld).to_owned();
        daad::lees_uit(act, stap.over, vorm.velden(), formulier, (&bron, &werk.omgeving()), |veld| veld)
    },
    voorbij: |stap, werk| {
        let found = werk.aanmelding(stap.over).ok()?;
        let own = found.keuzes.iter().rev().find(|said| said.van == stap.persoon);
        let own = own.filter(|said| said.keuze == Ouderkeuze::Intrekken);
        let groep = Groep::new("").tekst(stap.zeg(mijn::intrekking_voorbij()));
        let reden = Veld::textarea("reden", stap.zeg(mijn::aanbod_toelichting()), 5);
        Some(
            match own {
                Some(said) => groep.tekst(stap.zeg(own_choice(found, said))),
                None => groep,
            }
            .veld(reden),
        )
    },
};

/// What the school asked of the parents.
const INLEVEREN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::LeverInformatieIn,
    pad: "inleveren",
    over_zaak: true,
    titel: mijn::inleveren_titel,
    link: mijn::lever_in,
    knop: mijn::inleveren_knop,
    na: "ingeleverd",
    dank: mijn::dank_inleveren,
    doelen: [Doel::Inleveren, Doel::Inleveren],
    kent: |beeld, nr| beeld.aanmelding(nr).is_some(),
    open: |beeld, nr| beeld.aanmelding(nr).is_some_and(|found| found.open_opschorting().is_some()),
    bestanden: Some(Inlevering::Informatie),
    velden: asked_information,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| lees_daad(stap, werk, formulier),
    voorbij: |stap, _| Some(Groep::new("").tekst(stap.zeg(mijn::inleveren_voorbij()))),
};

/// What the school asked, until when, and what was handed in already.
fn asked_information(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let found = werk.aanmelding(stap.over).ok().and_then(|found| Some((found, found.open_opschorting()?)));
    let Some((found, asked)) = found else { return Groep::new("") };
    let school = found.schoolnaam.as_str();
    let mut groep = Groep::new("")
        .tekst(stap.zeg(mijn::InleverenGevraagd { school, op: asked.uitnodiging_op }.tekst()))
        .blok(Blok::Lijst(asked.wat.clone()));
    if let Some(more) = &asked.onvoldoende {
        groep = groep.let_op(stap.zeg(mijn::InleverenNogNodig { nodig: &more.nog_nodig }.tekst()));
    }
    if let Some(handed) = asked.ingeleverd.iter().rev().find(|handed| handed.persoon == stap.persoon) {
        groep = groep.weetje(stap.zeg(mijn::InleverenAl { dag: handed.op }.tekst()));
    }
    let until = mijn::InleverenStil { dag: asked.tot_en_met };
    inleveren::fields(stap, werk, groep.tekst(stap.zeg(until.tekst())))
}

/// What a school said before there was a registration.
const CONTACT: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::MeldEersteContact,
    pad: "contact",
    over_zaak: false,
    titel: mijn::contact_titel,
    link: mijn::sprak_u_een_school,
    knop: mijn::vastleggen,
    na: "contact",
    dank: mijn::dank_contact,
    doelen: [Doel::ContactVastleggen, Doel::ContactVastleggen],
    kent: |_, _| true,
    open: |_, _| true,
    bestanden: None,
    velden: contact,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| lees_daad(stap, werk, formulier),
    voorbij: |_, _| None,
};

fn offer(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let found = werk.aanmelding(stap.over).ok().and_then(|found| Some((found, found.open_aanbod()?)));
    let Some((found, aanbod)) = found else { return Groep::new("") };
    let van = found.schoolnaam.as_str();
    let plek = mijn::AanbodPlek { van, school: &aanbod.school.schoolnaam, per: aanbod.per };
    let mut groep = Groep::new("").tekst(stap.zeg(plek.tekst()));
    if let Some(offered) = werk.open.laatste_aanbod(stap.over) {
        groep = groep.tekst(stap.zeg(mijn::AanbodWat { wat: &offered.wat }.tekst()));
        if !offered.andere_mogelijkheden.is_empty() {
            let wat = offered.andere_mogelijkheden.join("; ");
            groep = groep.tekst(stap.zeg(mijn::AanbodOokBekeken { wat: &wat }.tekst()));
        }
    }
    if let Some(said) = found.woord_van(Ouderkeuze::Aanbod(aanbod.nr), stap.persoon) {
        groep = groep.tekst(stap.zeg(mijn::AanbodUZeiJa { dag: said.op }.tekst()));
    }
    for said in found.gezegd(Ouderkeuze::Aanbod(aanbod.nr)) {
        let other = said.van != stap.persoon && said.woord == Ouderwoord::Ja;
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == said.van).filter(|_| other);
        let Some(persoon) = known else { continue };
        groep = groep.tekst(stap.zeg(mijn::AanbodAnderJa { wie: &persoon.naam, dag: said.op }.tekst()));
        if !said.toelichting.is_empty() {
            groep = groep.tekst(stap.zeg(mijn::IntrekkingWoorden { woorden: &said.toelichting }.tekst()));
        }
    }
    groep = groep.tekst(stap.zeg(mijn::AanbodVrij { school: van }.tekst()));
    let (ja, nee) = if stap.is_leerling() {
        (mijn::aanbod_ja_zelf(), mijn::aanbod_nee_zelf())
    } else {
        groep = groep.tekst(stap.zeg(mijn::aanbod_samen()));
        (mijn::aanbod_ja(), mijn::aanbod_nee())
    };
    let keuzes = vec![Optie::new("ja", stap.zeg(ja)), Optie::new("nee", stap.zeg(nee))];
    let antwoord = Veld::radio("antwoord", stap.zeg(mijn::aanbod_antwoord()), keuzes);
    groep.veld(antwoord.required_or(stap.zeg(mijn::aanbod_kies())).asked_here()).veld(Veld::textarea(
        "toelichting",
        stap.zeg(mijn::aanbod_toelichting()),
        5,
    ))
}

/// What was answered to the last offer, once somebody did.
fn answered(stap: &Gezinsstap, werk: &Werk) -> Option<Groep> {
    let aanmelding = werk.aanmelding(stap.over).ok()?;
    if aanmelding.open_aanbod().is_some() {
        return None;
    }
    let last = aanmelding.aanbiedingen.last()?;
    let own = aanmelding.woord_van(Ouderkeuze::Aanbod(last.nr), stap.persoon);
    let said = match own {
        Some(said) => own_choice(aanmelding, said),
        None => answer(last, last.antwoord.as_ref()?),
    };
    let own = Veld::textarea("toelichting", stap.zeg(mijn::aanbod_toelichting()), 5);
    Some(Groep::new("").tekst(stap.zeg(said)).veld(own))
}

/// What the other parent wants, and what one can say to that.
fn withdrawal(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let Ok(found) = werk.aanmelding(stap.over) else { return Groep::new("") };
    let (school, naam) = (found.schoolnaam.as_str(), werk.beeld().roepnaam.as_str());
    let mut groep = Groep::new("").tekst(stap.zeg(mijn::IntrekkingWat { naam, school }.tekst()));
    for said in found.gezegd(Ouderkeuze::Intrekken) {
        if said.van == stap.persoon {
            groep = groep.tekst(stap.zeg(mijn::IntrekkingUZeiJa { dag: said.op }.tekst()));
            continue;
        }
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == said.van);
        if let Some(persoon) = known.filter(|_| said.woord == Ouderwoord::Ja) {
            groep = groep.tekst(stap.zeg(mijn::IntrekkingWie { wie: &persoon.naam, dag: said.op }.tekst()));
        }
        if !said.toelichting.is_empty() && said.woord == Ouderwoord::Ja {
            groep = groep.tekst(stap.zeg(mijn::IntrekkingWoorden { woorden: &said.toelichting }.tekst()));
        }
    }
    let keuzes = vec![
        Optie::new("ja", stap.zeg(mijn::intrekking_ja())),
        Optie::new("nee", stap.zeg(mijn::intrekking_nee())),
    ];
    let antwoord = Veld::radio("antwoord", stap.zeg(mijn::intrekking_vraag()), keuzes);
    groep
        .tekst(stap.zeg(mijn::IntrekkingSamen { school }.tekst()))
        .veld(antwoord.required_or(stap.zeg(mijn::aanbod_kies())).asked_here())
        .veld(Veld::textarea("reden", stap.zeg(mijn::aanbod_toelichting()), 5))
}

/// What this parent said of a registration, in a sentence.
fn own_choice(aanmelding: &Aanmelding, said: &OuderKoos) -> Tekst {
    let school = aanmelding.schoolnaam.as_str();
    let of_offer = |nr| aanmelding.aanbiedingen.iter().find(|aanbod| aanbod.nr == nr);
    let dag = aanmelding
        .keuzes
        .iter()
        .rev()
        .find(|one| *one.feit == *said)
        .map_or(aanmelding.ontvangen_op, |one| one.op);
    match (said.keuze, said.woord) {
        (Ouderkeuze::Intrekken, Ouderwoord::Ja) => mijn::WildeIntrekken { school, dag }.tekst(),
        (Ouderkeuze::Intrekken, Ouderwoord::Nee | Ouderwoord::NietBereikt) => {
            mijn::WildeDoorgaan { school, dag }.tekst()
        }
        (Ouderkeuze::Aanbod(nr), woord) => {
            let school = of_offer(nr).map_or(school, |aanbod| aanbod.school.schoolnaam.as_str());
            let no = aanmelding.gezegd(said.keuze).iter().any(|other| other.woord == Ouderwoord::Nee);
            if woord == Ouderwoord::Ja && no {
                mijn::AanbodJaAnderNee { dag, school }.tekst()
            } else if woord == Ouderwoord::Ja {
                mijn::AanbodIedereenJa { dag, school }.tekst()
            } else {
                mijn::AanbodUZeiNee { dag, school }.tekst()
            }
        }
    }
}

/// What this parent said of each registration; of an offer also what was answered where one parent alone has authority.
fn said(mijn: &MijnKind, taal: Taal) -> Vec<Gezegd> {
    let mut all: Vec<Gezegd> = Vec::new();
    for aanmelding in &mijn.beeld.aanmeldingen {
        let own = aanmelding.keuzes.iter().filter(|said| said.van == mijn.persoon);
        let own = own.filter(|said| said.woord != Ouderwoord::NietBereikt);
        all.extend(own.map(|said| Gezegd::new(taal.zeg(own_choice(aanmelding, said)), &said.toelichting)));
        let given = aanmelding.opschortingen.iter().flat_map(|asked| &asked.ingeleverd);
        let own = given.filter(|given| given.persoon == mijn.persoon);
        all.extend(own.map(|given| Ingeleverd::from(given).gezegd(&aanmelding.schoolnaam, taal)));
        for aanbod in &aanmelding.aanbiedingen {
            // Where parents spoke one by one, it is told of each what that one said.
            if aanmelding.gezegd(Ouderkeuze::Aanbod(aanbod.nr)).is_empty() {
                all.extend(aanbod.antwoord.as_ref().map(|antwoord| {
                    let words = if let Antwoord::Afgewezen(_, reden) = antwoord { reden } else { "" };
                    Gezegd::new(taal.zeg(answer(aanbod, antwoord)), words)
                }));
            }
        }
    }
    all
}

fn answer(aanbod: &Aanbod, antwoord: &Antwoord) -> Tekst {
    let school = aanbod.school.schoolnaam.as_str();
    match antwoord {
        Antwoord::Aanvaard(op) => mijn::AanbodJaGezegd { dag: *op, school }.tekst(),
        Antwoord::Afgewezen(op, _) => mijn::AanbodNeeGezegd { dag: *op, school }.tekst(),
    }
}

fn contact(stap: &Gezinsstap, _werk: &Werk) -> Groep {
    let school = Veld::text("school", stap.zeg(mijn::contact_school()));
    let op = Veld::date("op", stap.zeg(mijn::contact_dag()));
    let gezegd = Veld::textarea("gezegd", stap.zeg(mijn::contact_gezegd()), 6);
    Groep::new("")
        .tekst(stap.zeg(mijn::contact_leg_vast()))
        .tekst(stap.zeg(mijn::contact_geen_aanmelding()))
        .veld(school.required_or(stap.zeg(mijn::contact_school_leeg())))
        .veld(op.required_or(stap.zeg(mijn::contact_dag_leeg())))
        .veld(gezegd.required_or(stap.zeg(mijn::contact_gezegd_leeg())))
}

/// What a school asked the parents for, and how they give it.
fn asked_for(mijn: &MijnKind, verzoek: &Verzoek, taal: Taal) -> (Vec<String>, String) {
    let (Some(Zet::InformatieGeven), Onderwerp::Aanmelding(nr)) = (verzoek.zet, verzoek.onderwerp) else {
        return Default::default();
    };
    let aanmelding = mijn.beeld.aanmelding(nr);
    let asked = aanmelding.and_then(|aanmelding| Some((aanmelding, aanmelding.open_opschorting()?)));
    asked.map_or_else(Default::default, |(aanmelding, asked)| {
        let how = taal.zeg(mijn::GeefOfMail { school: &aanmelding.schoolnaam }.tekst());
        let own = asked.te_bekijken().filter(|handed| handed.persoon == mijn.persoon);
        let brings = own.map(|handed| taal.zeg(mijn::UBrengtHet { dag: handed.op }.tekst()));
        (asked.wat.clone(), [Some(how), brings].into_iter().flatten().collect::<Vec<_>>().join(" "))
    })
}

/// What is closed to this parent is not offered: the page would be refused.
fn unasked(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let nummer = &mijn.beeld.nummer;
    let may = |act: Opdrachtnaam| mijn.beeld.mag.contains(act.naam());
    let contact = || Link::new(taal.zeg((CONTACT.link)()), CONTACT.adres(nummer, 0));
    let aanmelden = || Link::new(taal.zeg(mijn::aanmelden()), format!("/kind/{nummer}/aanmelding/nieuw"));
    let links = [may(CONTACT.opdracht).then(contact), may(Opdrachtnaam::MeldAan).then(aanmelden)];
    links.into_iter().flatten().collect()
}
