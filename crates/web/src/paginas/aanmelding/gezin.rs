//! What parents do around a registration on their own page: answer an offer, and write down a first contact with a school.

use app::inzage::Doel;
use app::mijn::{MijnKind, Verzoek};
use dossier::aanmelding::staat::Antwoord;
use dossier::beurt::{Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use teksten::{Taal, mijn};
use web_base::onderdelen::{Fouten, Link, Optie, Veld};

use super::answer_to_offer;
use crate::paginas::gezin::{Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::weg::vorm::Groep;
use crate::weg::werk::Werk;
use crate::weg::{Stap, lees_daad};

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[AANBOD, CONTACT],
    gevraagd: asked_for,
    woorden: unasked,
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
    velden: offer,
    lees: |stap, werk, formulier| {
        let aanmelding = werk.aanmelding(stap.over).map_err(|_| Fouten::new())?;
        let vorm = stap.vorm(werk, formulier).in_taal(stap.taal);
        answer_to_offer(aanmelding, werk, vorm.velden(), formulier)
    },
    voorbij: answered,
};

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
    velden: contact,
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
    let keuzes =
        vec![Optie::new("ja", stap.zeg(mijn::aanbod_ja())), Optie::new("nee", stap.zeg(mijn::aanbod_nee()))];
    let antwoord = Veld::radio("antwoord", stap.zeg(mijn::aanbod_antwoord()), keuzes);
    groep
        .tekst(stap.zeg(mijn::AanbodVrij { school: van }.tekst()))
        .veld(antwoord.required_or(stap.zeg(mijn::aanbod_kies())).asked_here())
        .veld(Veld::textarea("toelichting", stap.zeg(mijn::aanbod_toelichting()), 5))
}

/// What was answered to the last offer, once somebody did.
fn answered(stap: &Gezinsstap, werk: &Werk) -> Option<Groep> {
    let aanmelding = werk.aanmelding(stap.over).ok()?;
    if aanmelding.open_aanbod().is_some() {
        return None;
    }
    let last = aanmelding.aanbiedingen.last()?;
    let school = last.school.schoolnaam.as_str();
    let said = match last.antwoord.as_ref()? {
        Antwoord::Aanvaard(op) => mijn::AanbodJaGezegd { dag: *op, school }.tekst(),
        Antwoord::Afgewezen(op, _) => mijn::AanbodNeeGezegd { dag: *op, school }.tekst(),
    };
    let own = Veld::textarea("toelichting", stap.zeg(mijn::aanbod_toelichting()), 5);
    Some(Groep::new("").tekst(stap.zeg(said)).veld(own))
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
    let (Zet::InformatieGeven, Onderwerp::Aanmelding(nr)) = (verzoek.zet, verzoek.onderwerp) else {
        return Default::default();
    };
    let aanmelding = mijn.beeld.aanmelding(nr);
    let asked = aanmelding.and_then(|aanmelding| Some((aanmelding, aanmelding.open_opschorting()?)));
    asked.map_or_else(Default::default, |(aanmelding, asked)| {
        let how = taal.zeg(mijn::GeefOfMail { school: &aanmelding.schoolnaam }.tekst());
        (asked.wat.clone(), how)
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
