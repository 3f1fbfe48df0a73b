//! What the open form asks, in the language of whoever fills it in, and how it is read: its fields are those of the form by which a
//! school registers a child, so that the school finds in its own form what parents wrote.

use app::buiten::{Geschreven, past_niet};
use dossier::algemeen::nieuw::{self, GEHEIM};
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::velden::{Leesfout, Omgeving};
use dossier::soort::{Geheimkring, Onderwijskeuze, Relatie};
use dossier::woord::Woord;
use teksten::{Taal, Tekst, aanmelding, buiten};
use verband::School;
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Feiten, Fouten, Optie, Veld};
use web_base::session::Bezoeker;
use web_base::state::WebState;

use super::{Gelezen, Gezocht, as_school_reads};
use crate::paginas::aanmelding::{Aanmelder, registration_fields};
use crate::weg::daad;
use crate::weg::rijen::{Rijenlijst, Rijplek};
use crate::weg::scholen::ZOEKEN;
use crate::weg::vorm::{Blok, Groep, Vorm};

/// Who fills the form in: the pupil, or one of those who act for a child.
pub(super) const WIE: &str = "wie";
const LEERLING: &str = "leerling";
/// What is chosen before somebody chose.
pub(super) const OUDER: &str = "ouder";
/// Where the letter goes of a pupil who registers.
const ADRES: [&str; 3] = ["straat", "postcode", "plaats"];

/// A pupil who is of age fills it in (WVO 2020 8.1, WEC 40(2)).
fn is_pupil(getypt: &Formulier) -> bool {
    getypt.text(WIE) == LEERLING
}

fn who(getypt: &Formulier) -> &'static str {
    if is_pupil(getypt) { LEERLING } else { OUDER }
}

/// The whole form.
pub(super) fn vorm(taal: Taal, mails: bool, getypt: &Formulier, gezocht: &Gezocht) -> Vorm {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let knop = if mails { buiten::versturen() } else { buiten::printen() };
    let how = if mails { buiten::uitleg() } else { buiten::uitleg_papier() };
    let how = if gezocht.wordt_gelezen { how } else { buiten::alleen_papier() };
    let day = if mails { buiten::uitleg_dag() } else { buiten::uitleg_dag_papier() };
    let intro = Groep::new("").tekst(zeg(how)).tekst(zeg(day)).tekst(zeg(buiten::uitleg_niets()));
    let form = Vorm::new(zeg(knop))
        .enter_zoekt(gezocht.gekozen.is_none())
        .groep(intro)
        .groep(choose_school(taal, getypt, gezocht));
    let form = asked(form, taal, getypt, gezocht.gekozen.as_ref());
    if !mails {
        return form;
    }
    let address = Veld::e_mail("e_mail", zeg(buiten::e_mail()))
        .hint(zeg(buiten::e_mail_uitleg()))
        .required_or(zeg(buiten::e_mail_leeg()));
    form.groep(Groep::new(zeg(buiten::kop_mail())).veld(address))
}

/// What is asked of the child, its people and the registration.
fn asked(form: Vorm, taal: Taal, getypt: &Formulier, school: Option<&School>) -> Vorm {
    let form = form.groep(who_fills_in(taal)).groep(child(taal, who(getypt))).groep(address(
        taal,
        who(getypt),
        getypt,
    ));
    // Of a pupil of age nobody has authority (BW 1:233, 1:245): nobody is asked.
    let form = form.groepen((!is_pupil(getypt)).then(|| parents(taal, getypt)));
    let door = if is_pupil(getypt) { Aanmelder::Leerling } else { Aanmelder::Ouder };
    let form = form.groep(secrecy(taal, getypt)).groep(registration_fields(
        door,
        school.map(|school| school.schoolsoort),
        taal,
    ));
    form.each(|veld| if is_seldom(veld.naam()) { veld.folded() } else { veld })
}

/// Most leave it empty: on a telephone it costs a line until somebody opens it.
fn is_seldom(naam: &str) -> bool {
    let of_row = naam.rsplit('.').next().unwrap_or(naam);
    matches!(
        of_row,
        "voorvoegsel"
            | "buitenland"
            | "adres"
            | "huidige_school"
            | "huidige_soort"
            | "andere_scholen"
            | "minderjarige_asielzoeker"
    )
}

fn choose_school(taal: Taal, getypt: &Formulier, gezocht: &Gezocht) -> Groep {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let mut found = gezocht.gevonden.clone();
    if let Some(school) = &gezocht.gekozen
        && !found.iter().any(|optie| optie.code == school.vestiging.as_str())
    {
        let kind = zeg(school.schoolsoort.woord());
        let chosen = Optie::new(school.vestiging.as_str(), school.naam.as_str());
        found.insert(0, chosen.explained(format!("{kind}, {}", school.plaats)));
    }
    let groep = Groep::new(zeg(aanmelding::nieuw_welke_school()))
        .veld(Veld::text(ZOEKEN, zeg(aanmelding::nieuw_zoeken())).required())
        .blok(Blok::Knop { naam: "kijk", tekst: zeg(aanmelding::nieuw_zoek()).into() });
    if !found.is_empty() {
        let groep = if gezocht.wordt_gelezen { groep } else { groep.let_op(zeg(buiten::alleen_papier())) };
        let groep = groep.veld(Veld::radio("vestiging", zeg(aanmelding::nieuw_kies()), found).required());
        return if gezocht.misschien_meer { groep.tekst(zeg(buiten::meer_scholen())) } else { groep };
    }
    if getypt.is_on(ZOEKEN) { groep.let_op(zeg(aanmelding::nieuw_niet_gevonden())) } else { groep }
}

fn who_fills_in(taal: Taal) -> Groep {
    let option = |code: &'static str| {
        let words = Optie::new(code, taal.zeg(buiten::WieKeuze { code }.tekst()));
        words.explained(taal.zeg(buiten::WieKeuzeUitleg { code }.tekst()))
    };
    let options = [OUDER, LEERLING].into_iter().map(option).collect();
    Groep::new(taal.zeg(buiten::kop_wie()))
        .veld(Veld::radio(WIE, taal.zeg(buiten::wie()), options).required())
}

fn child(taal: Taal, wie: &str) -> Groep {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    Groep::new(zeg(buiten::KopKind { wie }.tekst()))
        .naast([
            Veld::text("roepnaam", zeg(buiten::roepnaam())).required_or(zeg(buiten::roepnaam_leeg())),
            Veld::text("voorvoegsel", zeg(buiten::voorvoegsel())).hint(zeg(buiten::voorvoegsel_uitleg())),
            Veld::text("achternaam", zeg(buiten::achternaam())).required_or(zeg(buiten::achternaam_leeg())),
        ])
        .veld(
            Veld::date("geboortedatum", zeg(buiten::geboortedatum()))
                .required_or(zeg(buiten::geboortedatum_leeg())),
        )
}

/// To a pupil who registers alone the letter goes there: an address in this country is asked.
fn address(taal: Taal, wie: &str, getypt: &Formulier) -> Groep {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let asked = is_pupil(getypt) && !getypt.is_on("buitenland");
    let line = |veld: Veld| if asked { veld.required_or(zeg(buiten::adres_van_leerling())) } else { veld };
    Groep::new(zeg(buiten::KopAdres { wie }.tekst()))
        .naast([
            line(Veld::text("straat", zeg(buiten::straat()))),
            line(Veld::text("postcode", zeg(buiten::postcode())).hint(zeg(buiten::postcode_uitleg()))),
            line(Veld::text("plaats", zeg(buiten::plaats()))),
        ])
        .veld(Veld::checkbox("buitenland", zeg(buiten::InHetBuitenland { wie }.tekst())))
}

fn parents(taal: Taal, getypt: &Formulier) -> Groep {
    let groep = Groep::new(taal.zeg(buiten::kop_ouders())).tekst(taal.zeg(buiten::ouders_uitleg()));
    let rows = nieuw::oudervelden().into_iter().map(|veld| Rijenlijst {
        veld,
        // Whoever fills it in, and a row more for each other.
        toont: 1,
        sluit_aan: false,
        getypt,
        taal,
    });
    rows.fold(groep, |groep, lijst| lijst.in_groep(groep, |rij| parent_fields(taal, rij)))
}

fn parent_fields(taal: Taal, rij: Rijplek) -> Vec<Vec<Veld>> {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let relations = Relatie::ALL.iter().filter(|relatie| relatie.is_ouder_in_onderwijs());
    let relations = relations.map(|relatie| Optie::new(relatie.code(), zeg(relatie.woord())));
    let who = std::iter::once(Optie::new("", zeg(buiten::kies()))).chain(relations).collect();
    vec![
        vec![
            Veld::text(&rij.veld("naam"), zeg(buiten::naam()))
                .hint(zeg(buiten::naam_uitleg()))
                .required_or(zeg(buiten::naam_leeg())),
            Veld::select(&rij.veld("relatie"), zeg(buiten::relatie()), who)
                .required_or(zeg(buiten::relatie_leeg())),
        ],
        vec![Veld::text(&rij.veld("telefoon"), zeg(buiten::telefoon()))],
        vec![
            Veld::text(&rij.veld("adres"), zeg(buiten::brieven_adres()))
                .hint(zeg(buiten::brieven_adres_uitleg())),
        ],
        vec![
            Veld::checkbox(&rij.veld(GEHEIM), zeg(buiten::geheim_voor()))
                .hint(zeg(buiten::geheim_voor_uitleg())),
        ],
    ]
}

fn secrecy(taal: Taal, getypt: &Formulier) -> Groep {
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let wie = who(getypt);
    let option = |kring: &Geheimkring| {
        Optie::new(kring.code(), zeg(buiten::GeheimKeuze { code: kring.code() }.tekst()))
    };
    // A pupil names no people, so that none of them can be ticked.
    let offered = |kring: &&Geheimkring| !is_pupil(getypt) || **kring != Geheimkring::Personen;
    let options = Geheimkring::ALL.iter().filter(offered).map(option).collect();
    Groep::new(zeg(buiten::kop_geheim())).veld(
        Veld::radio(GEHEIM, zeg(buiten::Geheim { wie }.tekst()), options)
            .hint(zeg(buiten::GeheimUitleg { wie }.tekst()))
            .required_or(zeg(buiten::geheim_leeg())),
    )
}

/// Reads the form as the parts declare their fields; what is wrong stands beside the fields, in the language of the form.
pub(super) fn lees(
    state: &WebState,
    bezoeker: &Bezoeker,
    (mails, formulier): (bool, &Formulier),
    gezocht: &Gezocht,
) -> Result<Gelezen, Fouten> {
    let taal = bezoeker.schil.taal();
    let form = vorm(taal, mails, formulier, gezocht).in_taal(taal);
    let asked = form.velden().map(|veld| veld.naam().to_owned()).collect();
    let fields = as_school_reads(formulier, &asked);
    let mut fouten = typed_wrong(formulier, taal);
    let Some(school) = &gezocht.gekozen else {
        fouten.add(ZOEKEN, taal.zeg(buiten::eerst_school()));
        return Err(fouten);
    };
    let today = bezoeker.moment.vandaag;
    let bron = |veld: &str| match veld {
        "ontvangen_op" => today.to_string(),
        veld => fields.get(veld).cloned().unwrap_or_default(),
    };
    let omgeving = Omgeving { vandaag: today, school: Some(school), actor: None };
    let born = base::dates::parse_typed(formulier.text("geboortedatum").trim());
    let of_age = born.is_some_and(|born| state.app.is_meerderjarig(born, today));
    let mut wrong: Vec<Leesfout> = Vec::new();
    let mut note = |found: Vec<Leesfout>| wrong.extend(found);
    if let Err(found) = (nieuw::KIND.lees)(0, &bron, &omgeving) {
        note(found);
    }
    let ouders = nieuw::lees_ouders(&bron, &omgeving, of_age || is_pupil(formulier)).map_err(&mut note).ok();
    let geheim = nieuw::lees_geheim(&bron, &omgeving).map_err(&mut note).ok();
    if let Some(Err(found)) = Opdrachtnaam::MeldAan.daad().map(|daad| (daad.lees)(0, &bron, &omgeving)) {
        note(found);
    }
    fouten = fouten.and(daad::said(&wrong, form.velden(), formulier, |veld| veld));
    if !Onderwijskeuze::bij(school.schoolsoort).is_empty() && !formulier.is_on("onderwijs") {
        fouten.add("onderwijs", taal.zeg(aanmelding::nieuw_onderwijs_leeg()));
    }
    if let (Some(ouders), Some(geheim)) = (&ouders, &geheim) {
        let people: Vec<_> = ouders.iter().map(|read| read.waarde.clone()).collect();
        if is_pupil(formulier) && geheim.kring == Geheimkring::Personen {
            fouten.add(GEHEIM, taal.zeg(buiten::geheim_voor_een_persoon()));
        } else if let Err(refusal) = geheim.opdracht(&nieuw::geheim_voor(&people)) {
            fouten = fouten.and(Fouten::of_refusal(&refusal, taal));
        }
    }
    fouten = fouten.and(wrong_writer((taal, mails), formulier, born.map(|_| of_age)));
    if mails && !formulier.is_on("e_mail") {
        fouten.add("e_mail", taal.zeg(buiten::e_mail_leeg()));
    }
    if !fouten.is_empty() {
        return Err(fouten);
    }
    let named = ouders.iter().flatten().next().map(|first| first.waarde.naam.clone());
    let geschreven = Geschreven {
        naam: named.unwrap_or_else(|| name_of_child(&bron)),
        e_mail: formulier.text("e_mail").to_owned(),
        taal: taal.code().to_owned(),
        op: today,
        velden: fields,
    };
    Ok(Gelezen { school: school.clone(), geschreven })
}

fn name_of_child(bron: &impl Fn(&str) -> String) -> String {
    let parts = ["roepnaam", "voorvoegsel", "achternaam"].map(|veld| bron(veld).trim().to_owned());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whoever fills it in is not who registers this pupil, or left out where the letter goes. On paper whoever acts for a pupil of age who
/// cannot decide registers that pupil.
fn wrong_writer((taal, mails): (Taal, bool), formulier: &Formulier, of_age: Option<bool>) -> Fouten {
    let mut fouten = Fouten::new().in_taal(taal);
    match (is_pupil(formulier), of_age) {
        (true, Some(false)) => fouten.add(WIE, taal.zeg(buiten::leerling_niet_18())),
        (false, Some(true)) if mails => fouten.add(WIE, taal.zeg(buiten::leerling_beslist_zelf())),
        (true | false, _) => {}
    }
    let abroad = formulier.is_on("buitenland");
    let empty = ADRES.into_iter().find(|veld| formulier.text(veld).trim().is_empty());
    if let Some(veld) = empty.filter(|_| is_pupil(formulier) && !abroad) {
        fouten.add(veld, taal.zeg(buiten::adres_van_leerling()));
    }
    fouten
}

/// What is too long, or holds what is not seen.
fn typed_wrong(formulier: &Formulier, taal: Taal) -> Fouten {
    let mut fouten = Fouten::new().in_taal(taal);
    for naam in formulier.names() {
        if let Some(wrong) = past_niet(naam, formulier.text(naam)) {
            fouten.add(naam, format!("{}.", taal.zeg(wrong)));
        }
    }
    fouten
}

/// What was filled in as one reads it, by group and row: to print, and for the school.
pub(super) fn gelezen(taal: Taal, formulier: &Formulier, school: Option<&School>) -> Vec<(String, Feiten)> {
    let form = asked(Vorm::new(""), taal, formulier, school).in_taal(taal);
    let form = form.filled(&Ingevuld::refused(formulier.clone(), Fouten::new()));
    let groups = form.groepen.into_iter().map(|groep| {
        let kop = groep.kop.clone();
        let one = Vorm::new("").groep(groep);
        let facts = one.met_rij().fold(Feiten::new(), |facts, (rij, veld)| {
            let said = veld.gelezen();
            if said.iter().all(String::is_empty) {
                return facts;
            }
            let label = veld.label();
            let label = if rij.is_empty() { label.to_owned() } else { format!("{rij}: {label}") };
            facts.with(label, said.join(" / "))
        });
        (kop, facts)
    });
    groups.filter(|(_, facts)| !facts.is_empty()).collect()
}
