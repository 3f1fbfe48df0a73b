//! What of an OSO dossier becomes a known value in the request, each with its place in the source.
//!
//! What the parents kept back is not here: it was never read (see `exchange::oso`).

use base::Date;
use base::dates::short_nl;
use dossier::algemeen::feiten::OvergenomenWaarde;
use exchange::oso::{Herkomst, Onderwijsondersteuning, Opp, OsoDossier, Plek, Toets, Waarde};

/// Every value that has a place. What ended before today is kept and answers no question.
pub(super) fn values(oso: &OsoDossier, vandaag: Date) -> Vec<OvergenomenWaarde> {
    let mut all = Vec::new();
    identity(oso, &mut all);
    if let Some(ondersteuning) = &oso.ondersteuning {
        support(ondersteuning, vandaag, &mut all);
        granted(ondersteuning, &mut all);
        explanations(oso, &mut all);
    }
    absence(oso, &mut all);
    for toets in &oso.toetsen {
        test(toets, &mut all);
    }
    all
}

fn value(veld: &str, waarde: String, element: &str, regel: u32, datum: Option<Date>) -> OvergenomenWaarde {
    OvergenomenWaarde { veld: veld.to_owned(), waarde, element: element.to_owned(), regel, datum }
}

fn at(veld: &str, waarde: String, herkomst: &Herkomst, datum: Option<Date>) -> OvergenomenWaarde {
    value(veld, waarde, &herkomst.pad, herkomst.regel, datum)
}

fn identity(oso: &OsoDossier, all: &mut Vec<OvergenomenWaarde>) {
    let leerling = &oso.leerling;
    let mut keep =
        |veld: &str, waarde: &str, herkomst: &Herkomst| all.push(at(veld, waarde.to_owned(), herkomst, None));
    if let Some(roepnaam) = &leerling.roepnaam {
        keep("roepnaam", &roepnaam.waarde, &roepnaam.herkomst);
    }
    keep("achternaam", &leerling.achternaam.waarde, &leerling.achternaam.herkomst);
    keep("geboortedatum", &short_nl(leerling.geboortedatum.waarde), &leerling.geboortedatum.herkomst);
    keep("school", &oso.school.instelling.naam.waarde, &oso.school.instelling.naam.herkomst);
    keep("vestiging_in_bron", oso.school.vestiging.waarde.as_str(), &oso.school.vestiging.herkomst);
}

fn support(ondersteuning: &Onderwijsondersteuning, vandaag: Date, all: &mut Vec<OvergenomenWaarde>) {
    for diagnose in &ondersteuning.diagnoses {
        let codes: Vec<&str> = diagnose.codes.iter().map(|code| code.waarde.as_str()).collect();
        let place =
            diagnose.naam.as_ref().map(|naam| &naam.herkomst).or(diagnose.codes.first().map(|c| &c.herkomst));
        let Some(place) = place else { continue };
        let naam = diagnose.naam.as_ref().map_or("", |naam| naam.waarde.as_str());
        let named = format!("{naam} ({})", codes.join(", ")).trim().to_owned();
        let more = [
            Some(named),
            diagnose.datum.as_ref().map(|datum| format!("vastgesteld op {}", short_nl(datum.waarde))),
            diagnose.door_wie.as_ref().map(|wie| format!("door {}", wie.waarde)),
            diagnose.instantie.as_ref().map(|instantie| instantie.waarde.clone()),
        ];
        let text = more.into_iter().flatten().collect::<Vec<_>>().join(", ");
        all.push(at("diagnose", text, place, diagnose.datum.as_ref().map(|d| d.waarde)));
    }
    if let Some(medicijnen) = &ondersteuning.medicijngebruik {
        let text = if medicijnen.waarde { "gebruikt medicijnen" } else { "gebruikt geen medicijnen" };
        all.push(at("medicijngebruik", text.to_owned(), &medicijnen.herkomst, None));
    }
    for plan in &ondersteuning.handelingsplannen {
        let text = format!(
            "Handelingsplan gericht op {}, {}",
            plan.gericht_op.waarde,
            from_to(&plan.start, plan.eind.as_ref())
        );
        all.push(at("inzet_tot_nu_toe", text, &plan.start.herkomst, Some(plan.start.waarde)));
    }
    if let Some(opp) = &ondersteuning.opp {
        let text =
            format!("Ontwikkelingsperspectief {}, zie de bijlagen", from_to(&opp.ingang, opp.eind.as_ref()));
        for veld in fields_of(opp, vandaag) {
            all.push(at(veld, text.clone(), &opp.ingang.herkomst, Some(opp.ingang.waarde)));
        }
    }
}

/// The questions of a request that an OPP answers: none when it has ended.
fn fields_of(opp: &Opp, vandaag: Date) -> &'static [&'static str] {
    if opp.eind.as_ref().is_some_and(|eind| eind.waarde < vandaag) {
        &["eerder_ontwikkelingsperspectief"]
    } else {
        &["ontwikkelingsperspectief", "ontwikkelingsperspectief_vo"]
    }
}

/// What a samenwerkingsverband or an institution granted before.
fn granted(ondersteuning: &Onderwijsondersteuning, all: &mut Vec<OvergenomenWaarde>) {
    for tlv in &ondersteuning.tlv {
        let text = format!(
            "{} van {}, categorie {}, {}",
            tlv.beschikkingsnummer.waarde,
            tlv.swv_nummer.waarde,
            tlv.categorie.waarde,
            from_to(&tlv.ingang, tlv.eind.as_ref())
        );
        all.push(at("eerdere_tlv", text, &tlv.beschikkingsnummer.herkomst, Some(tlv.ingang.waarde)));
    }
    for arrangement in &ondersteuning.arrangementen_pao {
        let more = [
            Some(
                arrangement
                    .kenmerk
                    .as_ref()
                    .map_or_else(|| "arrangement".to_owned(), |kenmerk| kenmerk.waarde.clone()),
            ),
            arrangement.beschikkingsnummer.as_ref().map(|nummer| format!("nummer {}", nummer.waarde)),
            Some(from_to(&arrangement.datum, arrangement.eind.as_ref())),
        ];
        let text = more.into_iter().flatten().collect::<Vec<_>>().join(", ");
        all.push(at("arrangement", text, &arrangement.datum.herkomst, Some(arrangement.datum.waarde)));
    }
    for arrangement in &ondersteuning.arrangementen_cluster12 {
        let school = [&arrangement.brin, &arrangement.vestiging];
        let school: String = school.into_iter().flatten().map(|code| code.waarde.as_str()).collect();
        let text = format!("cluster 1 of 2, {} {school}", from_to(&arrangement.datum, None));
        let (text, datum) = (text.trim().to_owned(), arrangement.datum.waarde);
        all.push(at("arrangement_cluster_1_of_2", text, &arrangement.datum.herkomst, Some(datum)));
    }
    if let Some(lwoo) = &ondersteuning.lwoo {
        let text = format!(
            "lwoo {} van {}, {}",
            lwoo.beschikkingsnummer.waarde,
            lwoo.swv_nummer.waarde,
            from_to(&lwoo.ingang, lwoo.eind.as_ref())
        );
        all.push(at("eerdere_lwoo", text, &lwoo.ingang.herkomst, Some(lwoo.ingang.waarde)));
    }
}

fn from_to(van: &Waarde<Date>, eind: Option<&Waarde<Date>>) -> String {
    let end = eind.map(|eind| format!(" tot en met {}", short_nl(eind.waarde))).unwrap_or_default();
    format!("vanaf {}{end}", short_nl(van.waarde))
}

/// A test on one line, with its scores as they were sent, and each of its parts on one of its own.
fn test(toets: &Toets, all: &mut Vec<OvergenomenWaarde>) {
    let name = toets.naam.as_ref().unwrap_or(&toets.code);
    let resultaat = &toets.resultaat;
    let mut parts = vec![name.waarde.clone()];
    parts.extend(toets.afgenomen.as_ref().map(|dag| short_nl(dag.waarde)));
    let counts = [
        ("opgaven", &resultaat.aantal_opgaven),
        ("goed", &resultaat.aantal_goed),
        ("fout", &resultaat.aantal_fout),
        ("gelezen", &resultaat.aantal_gelezen),
    ];
    parts.extend(
        counts
            .into_iter()
            .filter_map(|(what, count)| count.as_ref().map(|count| format!("{} {what}", count.waarde))),
    );
    parts.extend(
        resultaat.vaardigheidsscore.as_ref().map(|score| format!("vaardigheidsscore {}", score.waarde)),
    );
    parts.extend(
        resultaat
            .referentiescores
            .iter()
            .map(|score| format!("{} {}", score.code.waarde, score.waarde.waarde)),
    );
    let datum = toets.afgenomen.as_ref().map(|dag| dag.waarde);
    all.push(at("toets", parts.join(", "), &toets.code.herkomst, datum));
    for onderdeel in &toets.onderdelen {
        test(onderdeel, all);
    }
}

/// The explanation of the needs is a document: the answer points at it.
fn explanations(oso: &OsoDossier, all: &mut Vec<OvergenomenWaarde>) {
    for bijlage in oso.bijlagen.iter().filter(|b| b.plek == Plek::ToelichtingOnderwijsbehoeften) {
        let name = bijlage.omschrijving.clone().unwrap_or_else(|| bijlage.bestandsnaam.clone());
        let text = format!("Zie de bijlage uit het OSO-dossier: {name}");
        all.push(at("ondersteuningsbehoefte", text, &bijlage.herkomst, None));
    }
}

fn absence(oso: &OsoDossier, all: &mut Vec<OvergenomenWaarde>) {
    let Some(verzuim) = &oso.verzuim else { return };
    for (what, found) in [
        ("dagdelen geoorloofd", &verzuim.dagdelen_geoorloofd),
        ("dagdelen ongeoorloofd", &verzuim.dagdelen_ongeoorloofd),
        ("uren geoorloofd", &verzuim.uren_geoorloofd),
        ("uren ongeoorloofd", &verzuim.uren_ongeoorloofd),
    ] {
        if let Some(count) = found {
            all.push(at("verzuim", format!("{} {what}", count.waarde), &count.herkomst, None));
        }
    }
    if let Some(keer) = &verzuim.frequentie {
        all.push(at("verzuim", format!("{} keer", keer.waarde), &keer.herkomst, None));
    }
    for (text, said) in [
        ("meer dan een kwart van de tijd", &verzuim.meer_dan_25_procent),
        ("de leerplichtambtenaar is betrokken", &verzuim.contact_leerplicht),
        ("gemeld bij het RMC", &verzuim.rmc_melding),
    ] {
        if let Some(said) = said.as_ref().filter(|said| said.waarde) {
            all.push(at("verzuim", text.to_owned(), &said.herkomst, None));
        }
    }
}
