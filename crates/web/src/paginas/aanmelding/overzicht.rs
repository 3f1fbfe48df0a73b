//! The page of one registration.

use app::inzage::Doel;
use askama::Template;
use dossier::Woord;
use dossier::aanmelding::keuze::Ouderkeuze;
use dossier::beurt::{Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Aanmelding, AanmeldingFase, Afloop};
use teksten::{Taal, Tekst, kind, zaak};
use web_base::error::Uitkomst;
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Label, Labelsoort, Melding, Meldingsoort, Tabel, Termijn, Uitleg, day_in,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::gezegd::{offers, outcome, said, taken_up};
use super::handelingen::Doen;
use super::herkomst::{by_whom, school_now};
use super::kaart::why_decide;
use super::stap::AanmeldingStap;
use super::waarop::{condition, outside_age, outside_week, without};
use crate::paginas::inleveren::Ingeleverd;
use crate::paginas::kind::is_own;
use crate::paginas::zaak::{Actie, Mogelijkheden, NogNiet, afterwards, is_turn, letters, turns};
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/aanmelding/overzicht.html")]
struct Overzicht {
    pagina: Pagina,
    aanzet: Vec<Aanzet>,
    feiten: Feiten,
    /// It is this person's turn: the first thing to do is a button.
    aan_zet: bool,
    /// A family reads in one column.
    gezin: bool,
    acties: Vec<Actie>,
    nog_niet: Vec<NogNiet>,
    aanbiedingen: Tabel,
    verzoeken: Tabel,
    brieven: Tabel,
    rechten: Vec<String>,
    /// The samenwerkingsverband takes up a refusal without a decision.
    oppakken: bool,
}

pub(super) async fn page(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let aanmelding = werk.aanmelding(nr)?;
    let taal = werk.kijker.taal();
    let Mogelijkheden { acties, nog_niet } = possibilities(werk, aanmelding);
    let titel = taal.zeg(zaak::AanmeldingBij { school: &aanmelding.schoolnaam }.tekst());
    let mut pagina = werk.page(titel).in_chosen_language();
    pagina
        .meldingen
        .extend(afterwards(vraag, taal, |code| Doen::from_code(code).map(|doen| done(doen, aanmelding))));
    pagina.meldingen.extend(crate::paginas::kind::mourning(werk.beeld(), taal));
    if let Some(first) = aanmelding.feitelijk_geweigerd.first() {
        let sent = zaak::Weggestuurd { op: *first, school: &aanmelding.schoolnaam };
        let text = taal.zeg(sent.tekst());
        pagina = pagina.message(Melding::new(Meldingsoort::LetOp, text));
    }
    pagina.meldingen.extend(no_place(werk, aanmelding));
    werk.toon(Doel::Zaak(Onderwerp::Aanmelding(nr))).await?;
    show(&Overzicht {
        pagina,
        aanzet: turns(werk, Onderwerp::Aanmelding(nr)),
        feiten: facts(werk, aanmelding),
        aan_zet: is_turn(werk, Onderwerp::Aanmelding(nr)),
        gezin: werk.is_gezin(),
        acties,
        nog_niet,
        aanbiedingen: offers(werk, aanmelding),
        verzoeken: requests(werk, aanmelding),
        brieven: letters(werk, Onderwerp::Aanmelding(nr)),
        rechten: rights(werk, aanmelding),
        oppakken: werk.beeld().beurten.iter().any(|(beurt, _)| {
            beurt.onderwerp == Some(Onderwerp::Aanmelding(nr))
                && matches!(beurt.zet, Zet::WeigeringOppakken | Zet::WeigeringNaAfloop)
                && is_own(beurt, &werk.kijker)
        }),
    })
}

/// No place can come here any more: the child is too old. The registration counts, and the school decides.
pub(super) fn no_place(werk: &Werk, aanmelding: &Aanmelding) -> Option<Melding> {
    let why = werk.open.geen_plek_meer(aanmelding).filter(|_| aanmelding.afloop.is_none())?;
    let text = zaak::GeenPlekMeer { school: &aanmelding.schoolnaam, waarom: why.reden }.tekst();
    Some(Melding::new(Meldingsoort::LetOp, werk.kijker.taal().zeg(text)))
}

/// What this person may do: possible now, and not yet possible with the reason.
fn possibilities(werk: &Werk, aanmelding: &Aanmelding) -> Mogelijkheden {
    let taal = werk.kijker.taal();
    let mut all_of_it = Mogelijkheden::default();
    // Nothing is done any more, and a list of what cannot be done helps nobody.
    if werk.beeld().overleden_op.is_some() {
        return all_of_it;
    }
    let answer = answer_to_another(werk, aanmelding);
    let answers = |doen: &Doen| matches!(doen, Doen::Intrekken | Doen::Doorgaan);
    let now = werk.mogelijk(Onderwerp::Aanmelding(aanmelding.nr));
    let mut all: Vec<Doen> =
        Doen::ALL.iter().copied().filter(|doen| now.contains(&doen.opdracht())).collect();
    if answer.is_some() {
        all.retain(|doen| !answers(doen));
        all_of_it.acties.extend(answer);
    }
    // What was assessed can be assessed again, and is no longer the next step.
    all.sort_by_key(|doen| *doen == Doen::Behoefte && aanmelding.behoefte.is_some());
    for doen in all {
        let stap = AanmeldingStap { aanmelding: aanmelding.clone(), doen, taal };
        let actie = Actie {
            tekst: taal.zeg(named(doen, werk, aanmelding)),
            adres: werk.adres(&format!("aanmelding/{}/{}", aanmelding.nr, doen.code())),
            uitleg: taal.zeg(explained(doen, werk)),
        };
        all_of_it.voeg_toe(werk, &stap, &doen.tekst(), actie);
    }
    all_of_it
}

/// What another parent wants is answered in one place, by a parent with a yes or a no: a button that says yes already would ask for one.
fn answer_to_another(werk: &Werk, aanmelding: &Aanmelding) -> Option<Actie> {
    let own = werk.open.mijn().ok()?.persoon;
    let asked = aanmelding.lopende_keuzes().contains(&Ouderkeuze::Intrekken)
        && aanmelding.woord_van(Ouderkeuze::Intrekken, own).is_none()
        && werk.mag(Opdrachtnaam::LaatAanmeldingDoorgaan);
    let taal = werk.kijker.taal();
    asked.then(|| Actie {
        tekst: taal.zeg(teksten::aanmelding::antwoord_geven()),
        adres: format!("/mijn/{}/intrekken/{}", werk.beeld().nummer, aanmelding.nr),
        uitleg: taal.zeg(teksten::aanmelding::antwoord_geven_uitleg()),
    })
}

/// What an act is called here: what another parent said is recorded as an answer.
fn named(doen: Doen, werk: &Werk, aanmelding: &Aanmelding) -> Tekst {
    let asked = aanmelding.lopende_keuzes().contains(&Ouderkeuze::Intrekken) && !werk.is_gezin();
    if asked && doen == Doen::Intrekken {
        teksten::aanmelding::antwoord_ander_intrekken()
    } else if asked && doen == Doen::Doorgaan {
        teksten::aanmelding::antwoord_ander_doorgaan()
    } else {
        doen.tekst()
    }
}

/// What happened: with the word of one, the others are asked first.
fn done(doen: Doen, aanmelding: &Aanmelding) -> Tekst {
    let withdraws = (doen == Doen::Intrekken).then_some(Ouderkeuze::Intrekken);
    let answers = aanmelding.open_aanbod().filter(|_| doen == Doen::Antwoord);
    let choice = withdraws.or_else(|| answers.map(|aanbod| Ouderkeuze::Aanbod(aanbod.nr)));
    if choice.is_some_and(|keuze| aanmelding.lopende_keuzes().contains(&keuze)) {
        return teksten::aanmelding::andere_ouder_gevraagd();
    }
    doen.gedaan()
}

/// What something means, to a school or to the parents themselves.
fn explained(doen: Doen, werk: &Werk) -> Tekst {
    if werk.is_gezin() && matches!(doen, Doen::Intrekken | Doen::Feitelijk) {
        let code = doen.opdracht().naam();
        return if werk.beeld().handelt_zelf {
            teksten::aanmelding::DaadUitlegLeerling { code }.tekst()
        } else {
            teksten::aanmelding::DaadUitlegGezin { code }.tekst()
        };
    }
    doen.uitleg()
}

fn facts(werk: &Werk, aanmelding: &Aanmelding) -> Feiten {
    let (on, taal) = (werk.vandaag(), werk.kijker.taal());
    let of_age = |born| werk.state.app.is_meerderjarig(born, aanmelding.ontvangen_op);
    let by = by_whom(aanmelding, werk.beeld().geboortedatum.is_some_and(of_age), taal);
    let longer = aanmelding.verlenging.as_ref().map(|longer| taal.zeg(zaak::Op { op: longer.op }.tekst()));
    let received = Inhoud::from(taal.dag(aanmelding.ontvangen_op)).above(by);
    let asked = aanmelding.gewenst_per.map(|day| taal.dag(day));
    let outcome = aanmelding.afloop.as_ref().map(|afloop| taal.zeg(outcome(aanmelding, afloop)));
    Feiten::new()
        .with(taal.zeg(kind::stand()), state_label(aanmelding, on, taal))
        .with(taal.zeg(kind::beslissen()), decision(aanmelding, on, taal))
        .with(taal.zeg(kind::ontvangen()), received)
        .with_some(&taal.zeg(zaak::gevraagd_vanaf()), asked)
        .with_some(&taal.zeg(zaak::onderwijs()), education(aanmelding, taal))
        .with(taal.zeg(zaak::wat_is_nodig()), need(aanmelding, taal))
        .with_some(&taal.zeg(zaak::getoonde_verklaring()), shown(aanmelding, taal))
        .with_some(&taal.zeg(zaak::geen_verklaring()), without(aanmelding))
        .with_some(&taal.zeg(zaak::leeftijd()), outside_age(aanmelding, taal))
        .with_some(&taal.zeg(zaak::voorwaarde()), condition(aanmelding, taal))
        .with_some(&taal.zeg(zaak::week_van_aanmelden()), outside_week(werk, aanmelding))
        .with_some(&taal.zeg(zaak::tijdelijke_plek()), temporary(werk, aanmelding))
        .with_some(&taal.zeg(zaak::verlengd()), longer)
        .with_some(&taal.zeg(zaak::nu_naar_school()), school_now(aanmelding, taal))
        .with(taal.zeg(zaak::ook_aangemeld_bij()), others(werk, aanmelding))
        .with_some(&taal.zeg(zaak::ouders_zeiden()), said(werk, aanmelding))
        .with_some(&taal.zeg(zaak::afloop()), outcome)
        .with_some(&taal.zeg(zaak::zonder_besluit()), taken_up(aanmelding, taal))
}

fn state_label(aanmelding: &Aanmelding, on: base::Date, taal: Taal) -> Label {
    let fase = aanmelding.fase_op(on);
    let soort = match fase {
        AanmeldingFase::Toegelaten | AanmeldingFase::Elders => Labelsoort::Goed,
        AanmeldingFase::Geweigerd | AanmeldingFase::BuitenBehandeling => Labelsoort::Laat,
        AanmeldingFase::WachtOpInformatie | AanmeldingFase::AanbodGedaan => Labelsoort::Gauw,
        AanmeldingFase::Ontvangen | AanmeldingFase::BehoefteVastgesteld | AanmeldingFase::Ingetrokken => {
            Labelsoort::Gewoon
        }
    };
    Label::new(taal.zeg(fase.woord()), soort)
}

/// The term with 'Waarom?', or since when it stands still and what then.
fn decision(aanmelding: &Aanmelding, on: base::Date, taal: Taal) -> Inhoud {
    // What parents ended is no decision of the school.
    match aanmelding.afloop {
        Some(Afloop::Ingetrokken { op }) => return taal.zeg(zaak::IngetrokkenOp { op }.tekst()).into(),
        Some(Afloop::Elders { op, .. }) => return taal.zeg(zaak::AangenomenOp { op }.tekst()).into(),
        Some(
            Afloop::Toegelaten { op, .. }
            | Afloop::Geweigerd { op, .. }
            | Afloop::BuitenBehandeling { op, .. },
        ) => return taal.zeg(zaak::BeslotenOp { op }.tekst()).into(),
        None => {}
    }
    let why = why_decide(aanmelding, on, taal);
    if let Some(gevraagd) = aanmelding.wacht_op(on) {
        let without = gevraagd.uiterlijk_zonder_antwoord.map(|day| taal.korte_dag(day)).unwrap_or_default();
        let still = zaak::StaatStilSinds {
            sinds: gevraagd.uitnodiging_op,
            tot_en_met: gevraagd.tot_en_met,
            zonder: &without,
        };
        return Inhoud::from(taal.zeg(still.tekst())).above(why);
    }
    Inhoud::from(Termijn::maybe(aanmelding.beslissen_uiterlijk_op(on), on).in_taal(taal)).above(why)
}

fn need(aanmelding: &Aanmelding, taal: Taal) -> Inhoud {
    match &aanmelding.behoefte {
        None => taal.zeg(zaak::nog_niet_vastgesteld()).into(),
        Some(behoefte) => {
            let text = if behoefte.extra_ondersteuning { zaak::extra() } else { zaak::geen_extra() };
            let since = zaak::Vastgesteld { op: behoefte.op, toelichting: &behoefte.toelichting };
            Inhoud::from(taal.zeg(text)).above(taal.zeg(since.tekst()))
        }
    }
}

/// The declaration of another file that the parents showed last.
fn shown(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let verklaring = &aanmelding.getoond.last()?.verklaring;
    let text = zaak::GetoondNummer {
        soort: verklaring.soort.label(),
        nummer: &verklaring.nummer,
        swv: verklaring.swv.as_str(),
        van: verklaring.van,
        tot_en_met: verklaring.tot_en_met,
    };
    Some(taal.zeg(text.tekst()).into())
}

/// Which education of the school is asked, where it gives more than one.
fn education(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let code = aanmelding.onderwijs?.code();
    Some(taal.zeg(teksten::aanmelding::OnderwijsKeuze { code }.tekst()).into())
}

fn temporary(werk: &Werk, aanmelding: &Aanmelding) -> Option<Inhoud> {
    let taal = werk.kijker.taal();
    let recht = &aanmelding.tijdelijk_recht;
    if let Some(plaatsing) = &aanmelding.tijdelijke_plaatsing {
        let text = match plaatsing.tot {
            Some(tot) => zaak::SindsTot { sinds: plaatsing.per, tot }.tekst(),
            None => zaak::Sinds { sinds: plaatsing.per }.tekst(),
        };
        return Some(taal.zeg(text).into());
    }
    // Where no place can come here any more, nobody is told of a right to one.
    if aanmelding.afloop.is_some() || werk.open.geen_plek_meer(aanmelding).is_some() {
        return None;
    }
    let why = Uitleg::in_sector(recht.berekening.as_ref(), aanmelding.sector).on_page_in(taal);
    let why = why.folded(taal.zeg(zaak::deze_tijdelijke_plek()));
    let text = match recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) {
        Some(vanaf) if recht.uitkomst.toelating => zaak::ToegelatenVanaf { vanaf }.tekst(),
        Some(vanaf) => zaak::RechtVanaf { vanaf }.tekst(),
        None => zaak::plek_niet_nodig(),
    };
    Some(Inhoud::from(taal.zeg(text)).above(why))
}

fn others(werk: &Werk, aanmelding: &Aanmelding) -> Inhoud {
    let taal = werk.kijker.taal();
    let (none, as_said) = if werk.is_gezin() {
        (zaak::u_noemde_geen(), zaak::zoals_u())
    } else {
        (zaak::ouders_noemden_geen(), zaak::zoals_ouders())
    };
    if aanmelding.andere_scholen.is_empty() {
        return taal.zeg(none).into();
    }
    Inhoud::from(aanmelding.andere_scholen.join(", ")).above(taal.zeg(as_said))
}

fn requests(werk: &Werk, aanmelding: &Aanmelding) -> Tabel {
    let (on, taal) = (werk.vandaag(), werk.kijker.taal());
    let kolommen = vec![
        Kolom::text(taal.zeg(zaak::gevraagd())).names_row(),
        Kolom::short(taal.zeg(zaak::kolom_op())),
        Kolom::short(taal.zeg(zaak::tijd_tot_en_met())),
        Kolom::text(taal.zeg(kind::stand())),
    ];
    let table = Tabel::new(taal.zeg(zaak::gevraagde_informatie()), kolommen, "").in_taal(taal);
    table.rows(&aanmelding.opschortingen, |gevraagd| {
        let stand = taal.zeg(match (gevraagd.geeindigd_op, gevraagd.compleet) {
            (None, _) if on > gevraagd.tot_en_met => zaak::tijd_voorbij(),
            (None, _) => kind::staat_stil(),
            (Some(op), Some(true)) => zaak::AllesWasEr { op: &day_in(taal, op, on) }.tekst(),
            // Nobody said whether it was all there: the end of the registration ended what was asked.
            (Some(op), None) => zaak::VraagVerviel { op: &day_in(taal, op, on) }.tekst(),
            (Some(op), Some(false)) => zaak::NietAllesKwam { op: &day_in(taal, op, on) }.tekst(),
        });
        let wat: Vec<Inhoud> = gevraagd.wat.iter().map(|wat| wat.as_str().into()).collect();
        let mut stand: Vec<Inhoud> = vec![stand.into()];
        stand.extend(gevraagd.ingeleverd.iter().flat_map(|given| Ingeleverd::from(given).regels(werk)));
        vec![
            wat.into(),
            day_in(taal, gevraagd.uitnodiging_op, on).into(),
            day_in(taal, gevraagd.tot_en_met, on).into(),
            stand.into(),
        ]
    })
}

/// What parents can do when they do not agree.
fn rights(werk: &Werk, aanmelding: &Aanmelding) -> Vec<String> {
    let taal = werk.kijker.taal();
    let refused =
        matches!(aanmelding.afloop, Some(Afloop::Geweigerd { .. } | Afloop::BuitenBehandeling { .. }));
    if !refused && aanmelding.feitelijk_geweigerd.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    if let Some(
        Afloop::Geweigerd { bezwaar_uiterlijk, .. } | Afloop::BuitenBehandeling { bezwaar_uiterlijk, .. },
    ) = &aanmelding.afloop
    {
        all.push(zaak::RechtBezwaar { op: *bezwaar_uiterlijk }.tekst());
    }
    // The letter and the own page ask the same: to some decisions no article names the committee, nor to a pupil of age.
    let committee = if werk.open.noemt_commissie(aanmelding) {
        zaak::recht_geschil()
    } else {
        zaak::recht_geschil_niet_genoemd()
    };
    all.extend([zaak::recht_klacht(), zaak::recht_steunpunt(), zaak::recht_consulent(), committee]);
    all.into_iter().map(|text| taal.zeg(text)).collect()
}
