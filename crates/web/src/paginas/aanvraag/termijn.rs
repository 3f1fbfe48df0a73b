//! The term of a request on its page: what runs, what was promised, what makes it longer, and who decides.

use base::Date;
use dossier::staat::TlvAanvraag;
use teksten::{Taal, aanvraag, kind, mijn, zaak};
use web_base::onderdelen::{Feiten, Inhoud, Termijn, Uitleg, day_in};

use super::Gezien;
use crate::paginas::inleveren::Ingeleverd;

/// The term of a request, to who works with files.
pub(in crate::paginas) fn term(gezien: &Gezien, on: Date) -> Feiten {
    term_in(gezien, on, Taal::Nl)
}

/// The term of a request: what runs, what was promised, and why.
pub(super) fn term_in(gezien: &Gezien, on: Date, taal: Taal) -> Feiten {
    let aanvraag = &gezien.aanvraag;
    let mut feiten =
        Feiten::new().with(taal.zeg(aanvraag::begonnen()), day_in(taal, aanvraag.gestart_op, on));
    let received = aanvraag.ontvangen_op.map(|op| day_in(taal, op, on));
    feiten = feiten.with_some(&taal.zeg(kind::ontvangen()), received);
    let Some(termijn) = &aanvraag.termijn else { return with_swv(feiten, gezien, taal) };
    let why = Uitleg::from(termijn.berekening.as_ref()).on_page_in(taal);
    let why = why.folded(taal.zeg(mijn::deze_datum()));
    if let Some(besluit) = &aanvraag.besluit {
        // In time is what was made known in time: before that it holds for nobody (Awb 3:40, 4:17).
        let known = aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op);
        let last = aanvraag.beslissen_uiterlijk_op(besluit.op());
        let decided = day_in(taal, besluit.op(), on);
        let decided = match (known, last) {
            (Some(op), Some(last)) => {
                let how = if op > last { aanvraag::na_termijn() } else { aanvraag::binnen_termijn() };
                format!("{decided}, {}", taal.zeg(how))
            }
            (None, Some(last)) => {
                let until = taal.zeg(aanvraag::BekendUiterlijk { op: last }.tekst());
                format!("{decided}; {until}")
            }
            (_, None) => decided,
        };
        feiten = feiten.with(taal.zeg(aanvraag::besloten()), Inhoud::from(decided).above(why));
        return with_swv(with_delays(gezien, feiten, on, taal), gezien, taal);
    }
    if let Some(op) = aanvraag.aanvraag_ingetrokken_op {
        let none = taal.zeg(aanvraag::GeenBesluit { op: &day_in(taal, op, on) }.tekst());
        return with_swv(feiten.with(taal.zeg(kind::beslissen()), none), gezien, taal);
    }
    if let Some(ended) = &aanvraag.buiten_behandeling {
        let op = ended.bekend.op;
        let objection = &ended.bekend.bezwaar_uiterlijk;
        let why = Uitleg::from(objection.berekening.as_ref()).on_page_in(taal);
        let last = taal.zeg(aanvraag::Uiterlijk { op: objection.uitkomst }.tekst());
        let last = Inhoud::from(last).above(why.folded(taal.zeg(mijn::deze_datum())));
        let told = taal.zeg(aanvraag::NietBehandeld { op: &day_in(taal, op, on) }.tekst());
        let feiten = feiten
            .with(taal.zeg(kind::beslissen()), Inhoud::from(told).above(ended.reden.as_str()))
            .with(taal.zeg(aanvraag::bezwaar()), last);
        return with_swv(feiten, gezien, taal);
    }
    feiten = match aanvraag.beslissen_uiterlijk_op(on) {
        Some(last) => {
            let last = Inhoud::from(Termijn::of(last, on).in_table().in_taal(taal)).above(why);
            feiten.with(taal.zeg(aanvraag::beslissen_uiterlijk()), last)
        }
        None => {
            feiten.with(taal.zeg(kind::beslissen()), Inhoud::from(taal.zeg(kind::staat_stil())).above(why))
        }
    };
    if let Some(promised) = aanvraag.belofte() {
        let promised = Termijn::of(promised, on).in_table().in_taal(taal);
        feiten = feiten.with(taal.zeg(aanvraag::beloofd()), promised);
    }
    with_swv(with_delays(gezien, feiten, on, taal), gezien, taal)
}

/// What makes the term longer: what was asked for, a delay, a notice that it is too late.
fn with_delays(gezien: &Gezien, mut feiten: Feiten, on: Date, taal: Taal) -> Feiten {
    let aanvraag = &gezien.aanvraag;
    if let Some(asked) = aanvraag.open_aanvulling() {
        let until = Termijn::of(asked.tot_en_met, on).in_table().in_taal(taal);
        feiten = feiten.with(taal.zeg(zaak::gevraagd()), Inhoud::from(asked.wat.join("; ")).above(until));
        feiten = feiten.with(taal.zeg(aanvraag::waarom_gevraagd()), asked.waarom.as_str());
        let without =
            asked.uiterlijk_zonder_antwoord.map(|op| taal.zeg(aanvraag::DanBeslissen { op }.tekst()));
        feiten = feiten.with_some(&taal.zeg(aanvraag::komt_er_niets()), without);
    }
    let handed = aanvraag.aanvullingen.iter().flat_map(|asked| &asked.ingeleverd);
    let handed: Vec<Inhoud> = handed.flat_map(|given| Ingeleverd::from(given).regels(&gezien.werk)).collect();
    if !handed.is_empty() {
        feiten = feiten.with(taal.zeg(zaak::ouders_leverden_in()), handed);
    }
    if let Some(said) = aanvraag.aanvullingen.last().and_then(|asked| asked.beoordeeld.as_ref()) {
        let enough =
            if said.genoeg { aanvraag::aanvulling_genoeg() } else { aanvraag::aanvulling_niet_genoeg() };
        let told = Inhoud::from(taal.zeg(enough));
        let told = if said.toelichting.is_empty() { told } else { told.above(said.toelichting.as_str()) };
        feiten = feiten.with(taal.zeg(aanvraag::aanvulling()), told);
    }
    let later = aanvraag.vertraagd_tot.map(|op| taal.zeg(aanvraag::TotUiterlijk { op }.tekst()));
    let notice = aanvraag.ingebreke_gesteld_op.map(|op| day_in(taal, op, on));
    feiten
        .with_some(&taal.zeg(aanvraag::uitgesteld()), later)
        .with_some(&taal.zeg(aanvraag::in_gebreke()), notice)
        .with_some(&taal.zeg(aanvraag::dwangsom()), penalty(aanvraag, taal))
}

/// The penalty: as it was laid down, or as it runs.
fn penalty(aanvraag: &TlvAanvraag, taal: Taal) -> Option<String> {
    if let Some(fixed) = aanvraag.vastgesteld().last() {
        let bedrag = fixed.bedrag.to_string();
        return Some(taal.zeg(aanvraag::DwangsomVast { bedrag: &bedrag, op: fixed.op }.tekst()));
    }
    let runs = aanvraag.dwangsom?;
    let (van, tot_en_met, uiterlijk) = (runs.van, runs.tot_en_met, runs.vaststellen_uiterlijk);
    Some(taal.zeg(match &aanvraag.bekendmaking {
        Some(_) => aanvraag::DwangsomLiep { van, tot_en_met, uiterlijk }.tekst(),
        None => aanvraag::DwangsomVanaf { van, tot_en_met }.tekst(),
    }))
}

fn with_swv(feiten: Feiten, gezien: &Gezien, taal: Taal) -> Feiten {
    let why = Uitleg::from(gezien.aanvraag.swv.berekening.as_ref()).on_page_in(taal);
    let why = why.folded(taal.zeg(aanvraag::dit_verband()));
    let mut feiten = feiten;
    if let Some(first) = gezien.aanvraag.eerdere_verbanden.first() {
        feiten = feiten
            .with(taal.zeg(aanvraag::eerst_ontvangen()), day_in(taal, first.van, gezien.werk.vandaag()));
    }
    for (before, van) in gezien.aanvraag.eerdere_verbanden.iter().zip(&gezien.eerder) {
        let told = aanvraag::DoorgestuurdDoor { van, op: before.tot }.tekst();
        feiten = feiten.with(taal.zeg(aanvraag::doorgestuurd()), taal.zeg(told));
    }
    feiten.with(taal.zeg(aanvraag::beslist_door()), Inhoud::from(gezien.swv.as_str()).above(why))
}
