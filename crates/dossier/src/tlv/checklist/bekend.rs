//! What the file already knows: nobody types a fact twice, and each known value says where it
//! comes from.

use base::Date;
use base::dates::short_nl;

use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::stem::Stem;
use crate::staat::{Dossier, Overname, TlvAanvraag};
use crate::tlv::checklist::{on_day, plan};
use crate::tlv::feiten::{Herkomst, Zienswijze};
use crate::tlv::staat::Besluit;

/// A value that the file knows, with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bekend {
    /// The value in words.
    pub waarde: String,
    /// Which fact, and what it is called.
    pub herkomst: Herkomst,
    /// The day of that fact.
    pub op: Date,
}

impl Bekend {
    pub(super) fn new(waarde: String, volgnummer: u64, omschrijving: String, op: Date) -> Self {
        Self { waarde, herkomst: Herkomst::Dossier { volgnummer, omschrijving }, op }
    }
}

/// A question that only parents or pupil can answer: whose voice it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stemvraag {
    /// What the parents think.
    Ouders,
    /// Whether the parents agree.
    Instemming,
    /// What the pupil wants.
    Leerling,
}

impl Stemvraag {
    /// Of a question of the law; none where the school itself answers.
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "zienswijze_ouders" | "zienswijze_ouders_pro" | "zienswijze_ouders_lwoo" => Some(Self::Ouders),
            "instemming_ouders" | "instemming_ouders_pro" => Some(Self::Instemming),
            "inbreng_leerling" => Some(Self::Leerling),
            _ => None,
        }
    }
}

/// What everybody who is asked has said on this request, in their own words.
pub(super) fn own_words(dossier: &Dossier, aanvraag: &TlvAanvraag, code: &str, on: Date) -> Option<Bekend> {
    match Stemvraag::of(code)? {
        Stemvraag::Ouders => views_of_parents(dossier, aanvraag, on),
        Stemvraag::Instemming => agreement_of_parents(dossier, aanvraag, on),
        Stemvraag::Leerling => view_of_pupil(dossier, aanvraag),
    }
}

/// What some have said already, while others have not, or did not agree.
pub(super) fn gezegd(dossier: &Dossier, aanvraag: &TlvAanvraag, code: &str, on: Date) -> Vec<String> {
    let Some(asked) = Stemvraag::of(code).filter(|_| own_words(dossier, aanvraag, code, on).is_none()) else {
        return Vec::new();
    };
    let said = voices(dossier, asked, on).into_iter().filter_map(|(van, naam)| {
        let mut views = aanvraag.zienswijzen_van(van, &dossier.personen);
        match asked {
            Stemvraag::Instemming => {
                Some(agreement(aanvraag, views.find(|z| z.eens.is_some())?, &naam, Gelezen::Zelfde))
            }
            Stemvraag::Ouders | Stemvraag::Leerling => {
                let last = in_words(&naam, views.next()?);
                // What they said before is not lost by it.
                let before: Vec<String> =
                    views.map(|z| format!("eerder, op {}: {}", short_nl(z.op), own_text(z))).collect();
                Some(if before.is_empty() { last } else { format!("{last} ({})", before.join("; ")) })
            }
        }
    });
    said.collect()
}

/// Whether what the school says now is what was laid before them last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gelezen {
    /// It is, or nobody looked whether it is.
    Zelfde,
    /// It was changed since.
    Veranderd,
}

/// `niet eens: naam`, or `eens: naam` with the version that it was said of, where that is not what they would read now.
fn agreement(aanvraag: &TlvAanvraag, said: &Zienswijze, naam: &str, gelezen: Gelezen) -> String {
    let laid = aanvraag.voorgelegd.last();
    let current = said.over == laid.map(|laid| laid.versie) && gelezen == Gelezen::Zelfde;
    match (said.eens, said.over) {
        (Some(true), _) if current => format!("eens: {naam}"),
        (Some(true), Some(versie)) => {
            format!(
                "eens met versie {versie} van de aanvraag ({}), daarna is zij veranderd: {naam}",
                short_nl(said.op)
            )
        }
        (Some(true), None) => {
            format!("eens voordat de aanvraag was voorgelegd zoals zij nu is ({}): {naam}", short_nl(said.op))
        }
        (_, _) => format!("niet eens: {naam}"),
    }
}

/// What each who is asked whether they agree said of it: a no too, and a yes to what was changed since. With it the answer of all
/// of them, once everybody said either.
pub(super) fn instemming(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    on: Date,
    gelezen: Gelezen,
) -> (Vec<String>, Option<Bekend>) {
    let asked = voices(dossier, Stemvraag::Instemming, on);
    let said = asked.iter().filter_map(|(van, naam)| {
        let last =
            aanvraag.zienswijzen_van(*van, &dossier.personen).find(|zienswijze| zienswijze.eens.is_some())?;
        Some(agreement(aanvraag, last, naam, gelezen))
    });
    let lines: Vec<String> = said.collect();
    let all = !lines.is_empty() && lines.len() == asked.len();
    let feit = view_on(dossier, aanvraag).filter(|_| all);
    let known = feit.map(|feit| Bekend::new(lines.join("\n"), feit.0, on_day("zienswijze", feit.1), feit.1));
    (lines, known)
}

/// Who is asked, each once. A pupil of age speaks instead of the parents.
fn voices(dossier: &Dossier, asked: Stemvraag, on: Date) -> Vec<(Stem, String)> {
    let pupil = || (Stem::Leerling, dossier.naam());
    let parents = dossier.beslissen_samen(on).into_iter();
    let parents = parents.map(|p| (Stem::Persoon(p.nr), p.naam.clone()));
    match asked {
        Stemvraag::Leerling => vec![pupil()],
        Stemvraag::Ouders if dossier.handelt_zelf(on) => vec![pupil()],
        Stemvraag::Ouders => parents.collect(),
        Stemvraag::Instemming => parents.chain(dossier.handelt_zelf(on).then(pupil)).collect(),
    }
}

fn in_words(naam: &str, zienswijze: &Zienswijze) -> String {
    format!("{naam}: {}", own_text(zienswijze))
}

fn own_text(zienswijze: &Zienswijze) -> &str {
    match (zienswijze.tekst.as_str(), zienswijze.eens) {
        ("", Some(true)) => "eens met de aanvraag",
        ("", Some(false)) => "niet eens met de aanvraag",
        ("", None) => "geen toelichting",
        (words, _) => words,
    }
}

/// What the file knows for a point of the checklist; the freshest source wins.
pub fn bekend(dossier: &Dossier, aanvraag: &TlvAanvraag, code: &str, on: Date) -> Option<Bekend> {
    if Stemvraag::of(code).is_some() {
        // What was said of one request is no answer to the next: everybody is asked anew.
        return own_words(dossier, aanvraag, code, on);
    }
    let of_plan = match code {
        "ontwikkelingsperspectief" | "ontwikkelingsperspectief_vo" => plan::zelf(dossier, aanvraag, on),
        "ondersteuningsbehoefte" => plan::behoefte(dossier, aanvraag, on),
        "inzet_tot_nu_toe" => plan::inzet(dossier, aanvraag, on),
        _ => None,
    };
    let own = match code {
        "aanvrager_bevoegd_gezag" | "aanvrager_bevoegd_gezag_vo" => applicant(dossier, aanvraag),
        "bevoegd_samenwerkingsverband" => competent_swv(dossier, aanvraag),
        "ondersteuningsbehoefte" => assessed_need(dossier, aanvraag, on),
        _ => None,
    };
    let before = [earlier_answer(dossier, aanvraag, code), taken_over(dossier, aanvraag, code, on)];
    [own, of_plan].into_iter().chain(before).flatten().max_by_key(|b| b.op)
}

/// Only the school of registration or enrolment can have started the request.
fn applicant(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<Bekend> {
    let feit = started(dossier, aanvraag)?;
    let waarde = format!("ja, door {}", aanvraag.schoolnaam);
    Some(Bekend::new(waarde, feit.0, on_day("begin van de aanvraag", feit.1), feit.1))
}

fn competent_swv(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<Bekend> {
    let feit = started(dossier, aanvraag)?;
    let waarde = format!("ja, {}", aanvraag.swv.uitkomst);
    Some(Bekend::new(waarde, feit.0, on_day("berekend bij het begin van de aanvraag", feit.1), feit.1))
}

fn started(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<(u64, Date)> {
    latest(
        dossier,
        |gebeurtenis| matches!(gebeurtenis, Gebeurtenis::TlvAanvraagGestart(event) if event.aanvraag == aanvraag.nr),
    )
}

/// Assessed at a registration that the school which asks knows of; what another school found is not for it.
fn assessed_need(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    let known = |nr| dossier.is_bekend_bij(&aanvraag.vestiging, Onderwerp::Aanmelding(nr), on);
    dossier.feiten.iter().rev().find_map(|feit| {
        let Some(Gebeurtenis::OndersteuningsbehoefteVastgesteld(event)) = feit.gebeurtenis() else {
            return None;
        };
        let source = on_day("behoefte vastgesteld bij de aanmelding", feit.on);
        (event.extra_ondersteuning && known(event.aanmelding))
            .then(|| Bekend::new(event.toelichting.clone(), feit.volgnummer, source, feit.on))
    })
}

/// Known only once everybody with authority has given a view on this request. A pupil of age speaks
/// instead of the parents.
fn views_of_parents(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    if dossier.handelt_zelf(on) {
        return view_of_pupil(dossier, aanvraag);
    }
    let mut views = Vec::new();
    for (van, naam) in voices(dossier, Stemvraag::Ouders, on) {
        views.push(in_words(&naam, aanvraag.zienswijzen_van(van, &dossier.personen).next()?));
    }
    let last = aanvraag.zienswijzen.last()?;
    let feit = view_on(dossier, aanvraag)?;
    let known = !views.is_empty();
    known.then(|| Bekend::new(views.join("\n"), feit.0, on_day("zienswijze van de ouders", last.op), last.op))
}

/// Agreement is per person: known only when everybody with authority agreed; a known no is no
/// agreement.
fn agreement_of_parents(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    let laid = aanvraag.voorgelegd.last()?.versie;
    let mut names = Vec::new();
    for (van, naam) in voices(dossier, Stemvraag::Instemming, on) {
        let last =
            aanvraag.zienswijzen_van(van, &dossier.personen).find(|zienswijze| zienswijze.eens.is_some())?;
        // They agreed with what lay before them, and with nothing that came after it.
        if last.eens != Some(true) || last.over != Some(laid) {
            return None;
        }
        names.push(naam);
    }
    let feit = view_on(dossier, aanvraag)?;
    let known = !names.is_empty();
    known.then(|| {
        Bekend::new(format!("eens: {}", names.join(" en ")), feit.0, on_day("zienswijze", feit.1), feit.1)
    })
}

fn view_of_pupil(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<Bekend> {
    let zienswijze = aanvraag.zienswijzen_van(Stem::Leerling, &dossier.personen).next()?;
    let feit = latest(dossier, |gebeurtenis| {
        matches!(gebeurtenis, Gebeurtenis::OudersReageerden(event)
            if event.aanvraag == aanvraag.nr && event.van == Stem::Leerling)
    })?;
    let source = on_day("eigen woorden van de leerling", zienswijze.op);
    Some(Bekend::new(zienswijze.tekst.clone(), feit.0, source, zienswijze.op))
}

/// The last view that anybody gave on this request.
fn view_on(dossier: &Dossier, aanvraag: &TlvAanvraag) -> Option<(u64, Date)> {
    latest(
        dossier,
        |gebeurtenis| matches!(gebeurtenis, Gebeurtenis::OudersReageerden(event) if event.aanvraag == aanvraag.nr),
    )
}

/// Renewal carries forward what the same school answered in the request that is renewed. What another school saw of the child is
/// asked anew: the child is there no more, and nobody here can stand for it.
fn earlier_answer(dossier: &Dossier, aanvraag: &TlvAanvraag, code: &str) -> Option<Bekend> {
    let own = |earlier: &&TlvAanvraag| earlier.vestiging.organisatie() == aanvraag.vestiging.organisatie();
    let earlier = dossier.aanvraag(aanvraag.verlenging_van?).filter(own)?;
    let antwoord = earlier.antwoorden.iter().find(|antwoord| antwoord.vraag == code)?;
    let op = earlier.besluit.as_ref().map(Besluit::op).or(earlier.ontvangen_op)?;
    let feit = latest(
        dossier,
        |gebeurtenis| matches!(gebeurtenis, Gebeurtenis::TlvAangevraagd(event) if event.aanvraag == earlier.nr),
    )?;
    Some(Bekend::new(antwoord.waarde.clone(), feit.0, on_day("vorige aanvraag", feit.1), op))
}

/// A value under this code that came with an OSO dossier of which the school that asks knows.
fn taken_over(dossier: &Dossier, aanvraag: &TlvAanvraag, code: &str, on: Date) -> Option<Bekend> {
    let known = |overname: &&Overname| dossier.is_overname_bekend_bij(&aanvraag.vestiging, overname, on);
    dossier.overnames.iter().rev().filter(known).find_map(|overname| {
        let values: Vec<&str> =
            overname.inhoud.waarden.iter().filter(|w| w.veld == code).map(|w| w.waarde.as_str()).collect();
        let source = on_day("OSO-dossier", overname.op);
        (!values.is_empty()).then(|| Bekend::new(values.join("\n"), overname.volgnummer, source, overname.op))
    })
}

/// Number and date of the last readable fact of a kind.
pub(super) fn latest(dossier: &Dossier, is_it: impl Fn(&Gebeurtenis) -> bool) -> Option<(u64, Date)> {
    let newest_first = dossier.feiten.iter().rev();
    newest_first
        .filter(|feit| feit.gebeurtenis().is_some_and(&is_it))
        .map(|feit| (feit.volgnummer, feit.on))
        .next()
}
