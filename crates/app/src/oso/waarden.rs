//! What of an OSO dossier becomes a known value in the request, each with its place in the source.
//!
//! What the parents kept back is not taken over, even where the sending program left it in.

use base::Date;
use base::dates::short_nl;
use dossier::algemeen::feiten::OvergenomenWaarde;
use exchange::oso::{Categorie, Herkomst, Onderwijsondersteuning, OsoDossier, Plek};

/// Every value that is taken over.
pub(super) fn values(oso: &OsoDossier) -> Vec<OvergenomenWaarde> {
    let withheld = oso.opt_out();
    let given = |categorie: Categorie| !withheld.contains(&categorie);
    let mut all = Vec::new();
    identity(oso, &mut all);
    if let Some(ondersteuning) =
        oso.ondersteuning.as_ref().filter(|_| given(Categorie::Onderwijsondersteuning))
    {
        support(ondersteuning, given(Categorie::Handelingsplannen), &mut all);
        explanations(oso, &mut all);
    }
    if given(Categorie::Verzuim) {
        absence(oso, &mut all);
    }
    if given(Categorie::Toetsresultaten) && !oso.toetsen.is_empty() {
        let text = format!("{} toetsen in het OSO-dossier", oso.toetsen.len());
        all.push(value("toetsen", text, "dossier/huidigeschool/leerling/toetslijst", 0, None));
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

fn support(ondersteuning: &Onderwijsondersteuning, plans: bool, all: &mut Vec<OvergenomenWaarde>) {
    for diagnose in &ondersteuning.diagnoses {
        let codes: Vec<&str> = diagnose.codes.iter().map(|code| code.waarde.as_str()).collect();
        let place =
            diagnose.naam.as_ref().map(|naam| &naam.herkomst).or(diagnose.codes.first().map(|c| &c.herkomst));
        let Some(place) = place else { continue };
        let naam = diagnose.naam.as_ref().map_or("", |naam| naam.waarde.as_str());
        let text = format!("{naam} ({})", codes.join(", "));
        all.push(at("diagnose", text, place, diagnose.datum.as_ref().map(|d| d.waarde)));
    }
    if plans {
        for plan in &ondersteuning.handelingsplannen {
            let end = plan
                .eind
                .as_ref()
                .map(|eind| format!(" tot en met {}", short_nl(eind.waarde)))
                .unwrap_or_default();
            let text = format!(
                "Handelingsplan gericht op {}, vanaf {}{end}",
                plan.gericht_op.waarde,
                short_nl(plan.start.waarde)
            );
            all.push(at("inzet_tot_nu_toe", text, &plan.start.herkomst, Some(plan.start.waarde)));
        }
    }
    if let Some(opp) = &ondersteuning.opp {
        let end = opp
            .eind
            .as_ref()
            .map(|eind| format!(" tot en met {}", short_nl(eind.waarde)))
            .unwrap_or_default();
        let text =
            format!("Ontwikkelingsperspectief vanaf {}{end}, zie de bijlagen", short_nl(opp.ingang.waarde));
        for veld in ["ontwikkelingsperspectief", "ontwikkelingsperspectief_vo"] {
            all.push(at(veld, text.clone(), &opp.ingang.herkomst, Some(opp.ingang.waarde)));
        }
    }
    for tlv in &ondersteuning.tlv {
        let text = format!(
            "{} van {}, categorie {}",
            tlv.beschikkingsnummer.waarde, tlv.swv_nummer.waarde, tlv.categorie.waarde
        );
        all.push(at("eerdere_tlv", text, &tlv.beschikkingsnummer.herkomst, Some(tlv.ingang.waarde)));
    }
    for arrangement in &ondersteuning.arrangementen_pao {
        let text = arrangement
            .kenmerk
            .as_ref()
            .map_or_else(|| "arrangement".to_owned(), |kenmerk| kenmerk.waarde.clone());
        all.push(at("arrangement", text, &arrangement.datum.herkomst, Some(arrangement.datum.waarde)));
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
}
