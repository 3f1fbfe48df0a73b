//! The page of one registration.

use app::inzage::Doel;
use askama::Template;
use base::dates::{long_nl, short_nl};
use dossier::aanmelding::feiten::{Indiener, Weigeringsgrond};
use dossier::aanmelding::staat::Antwoord;
use dossier::beurt::{Onderwerp, Zet};
use dossier::staat::{Aanmelding, AanmeldingFase, Afloop, Brief};
use dossier::{Beurt, Rol};
use teksten::Taal;
use web_base::error::Uitkomst;
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Label, Labelsoort, Link, Melding, Meldingsoort, Tabel, Termijn, Uitleg,
    VolgendeDatum, Weigering, short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;

use super::handelingen::Doen;
use super::stap::AanmeldingStap;
use crate::paginas::woorden::letter_name;
use crate::weg::Stap;
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

/// Something to do now.
#[derive(Debug)]
pub(in crate::paginas) struct Actie {
    /// What.
    pub(in crate::paginas) tekst: &'static str,
    /// Where.
    pub(in crate::paginas) adres: String,
    /// What it means.
    pub(in crate::paginas) uitleg: &'static str,
}

/// Something that cannot be done now, and why.
#[derive(Debug)]
pub(in crate::paginas) struct NogNiet {
    /// What.
    pub(in crate::paginas) wat: &'static str,
    /// Why, and what can.
    pub(in crate::paginas) waarom: Weigering,
}

/// What happened just before, as a message; an unknown code says nothing.
pub(in crate::paginas) fn afterwards(
    vraag: &Vraag,
    done: impl Fn(&str) -> Option<&'static str>,
) -> Option<Melding> {
    let text = match vraag.text("na")? {
        "bewaard" => {
            "Wat u typte is bewaard. Het is nog niet vastgelegd: open het formulier om verder te gaan."
        }
        "weggegooid" => "Wat er was bewaard is weg. Er is niets vastgelegd.",
        other => done(other)?,
    };
    Some(Melding::new(Meldingsoort::Goed, text))
}

/// The turns about one subject, earliest first: whose, since when, by when and why.
pub(in crate::paginas) fn turns(werk: &Werk, onderwerp: Onderwerp, uitleg: Option<&Uitleg>) -> Vec<Aanzet> {
    let on = werk.vandaag();
    let mine = werk.beeld().beurten.iter().filter(|(beurt, _)| beurt.onderwerp == onderwerp);
    mine.map(|(beurt, organisatie)| Aanzet {
        wie: who(beurt, organisatie, werk),
        sinds: Some(short_date(beurt.van, on)),
        wat: beurt.zet.label().to_owned(),
        volgende: beurt.uiterlijk.map(|last| VolgendeDatum {
            wat: String::new(),
            termijn: Termijn::of(last, on),
            waarom: uitleg.cloned().or_else(|| ground(beurt)).map(|uitleg| uitleg.folded("deze datum")),
        }),
    })
    .collect()
}

/// It is this person's turn about a subject.
pub(in crate::paginas) fn is_turn(werk: &Werk, onderwerp: Onderwerp) -> bool {
    werk.beeld().beurten.iter().any(|(beurt, _)| beurt.onderwerp == onderwerp && is_own(beurt, werk))
}

fn ground(beurt: &Beurt) -> Option<Uitleg> {
    (!beurt.grond.is_leeg()).then(|| Uitleg::text(Taal::Nl.zeg(&beurt.grond)))
}

fn who(beurt: &Beurt, organisatie: &str, werk: &Werk) -> String {
    if is_own(beurt, werk) {
        "u".to_owned()
    } else if beurt.rol == Rol::Ouder {
        "de ouders".to_owned()
    } else if werk.is_gezin() {
        organisatie.to_owned()
    } else {
        format!("{organisatie}, {}", beurt.rol.label())
    }
}

fn is_own(beurt: &Beurt, werk: &Werk) -> bool {
    let actor = &werk.kijker.kijker.actor;
    beurt.organisatie == actor.organisatie && beurt.rol == actor.rol
}

/// Letters about one subject, newest first.
pub(in crate::paginas) fn letters(werk: &Werk, over: Onderwerp) -> Tabel {
    let kolommen = vec![Kolom::text("Brief").names_row(), Kolom::text("Aan"), Kolom::short("Datum")];
    let about = |brief: &&Brief| brief.inhoud.betreft.onderwerp() == Some(over);
    let mine: Vec<&Brief> = werk.beeld().brieven.iter().rev().filter(about).collect();
    Tabel::new("Brieven", kolommen, "Er zijn nog geen brieven.").rows(mine, |brief| {
        let link =
            Link::new(letter_name(&brief.inhoud.soort), werk.adres(&format!("brief/{}", brief.volgnummer)));
        let to = brief
            .inhoud
            .aan_personen
            .iter()
            .filter_map(|nr| werk.beeld().mensen.iter().find(|p| p.nr == *nr));
        let names: Vec<&str> = to.map(|persoon| persoon.naam.as_str()).collect();
        vec![
            link.spoken("(pdf)").into(),
            names.join(", ").into(),
            short_date(brief.op, werk.vandaag()).into(),
        ]
    })
}

pub(super) async fn page(werk: &Werk, nr: u32, vraag: &Vraag) -> Uitkomst {
    let aanmelding = werk.aanmelding(nr)?;
    let (acties, nog_niet) = possibilities(werk, aanmelding);
    let mut pagina = werk.page(format!("Aanmelding bij {}", aanmelding.schoolnaam));
    pagina.meldingen.extend(afterwards(vraag, |code| Doen::from_code(code).map(Doen::gedaan)));
    if let Some(first) = aanmelding.feitelijk_geweigerd.first() {
        let text = format!(
            "Op {} is dit kind weggestuurd zonder besluit. De zorgplicht is gebleven bij {}.",
            short_nl(*first),
            aanmelding.schoolnaam
        );
        pagina = pagina.message(Melding::new(Meldingsoort::LetOp, text));
    }
    werk.toon(Doel::Aanmelding).await?;
    let why = Uitleg::from(aanmelding.termijn.berekening.as_ref());
    show(&Overzicht {
        pagina,
        aanzet: turns(
            werk,
            Onderwerp::Aanmelding(nr),
            Some(&why).filter(|_| aanmelding.open_opschorting().is_none()),
        ),
        feiten: facts(werk, aanmelding),
        aan_zet: is_turn(werk, Onderwerp::Aanmelding(nr)),
        gezin: werk.is_gezin(),
        acties,
        nog_niet,
        aanbiedingen: offers(werk, aanmelding),
        verzoeken: requests(werk, aanmelding),
        brieven: letters(werk, Onderwerp::Aanmelding(nr)),
        rechten: rights(aanmelding),
        oppakken: werk.beeld().beurten.iter().any(|(beurt, _)| {
            beurt.onderwerp == Onderwerp::Aanmelding(nr)
                && beurt.zet == Zet::WeigeringOppakken
                && is_own(beurt, werk)
        }),
    })
}

/// What this person may do: possible now, and not yet possible with the reason.
fn possibilities(werk: &Werk, aanmelding: &Aanmelding) -> (Vec<Actie>, Vec<NogNiet>) {
    let (mut acties, mut nog_niet) = (Vec::new(), Vec::new());
    let mut all: Vec<Doen> = Doen::ALL.iter().copied().filter(|doen| werk.mag(doen.opdracht())).collect();
    // What was assessed can be assessed again, and is no longer the next step.
    all.sort_by_key(|doen| *doen == Doen::Behoefte && aanmelding.behoefte.is_some());
    for doen in all {
        let stap = AanmeldingStap { aanmelding: aanmelding.clone(), doen };
        if stap.is_beside_the_point() {
            continue;
        }
        match stap.belemmering(werk) {
            Some(refusal) if refusal.code == "andere_organisatie" => {}
            Some(refusal) => nog_niet.push(NogNiet {
                wat: doen.tekst(),
                waarom: Weigering::of(&refusal, werk.vandaag()).without_heading(),
            }),
            None => acties.push(Actie {
                tekst: doen.tekst(),
                adres: werk.adres(&format!("aanmelding/{}/{}", aanmelding.nr, doen.code())),
                uitleg: explained(doen, werk),
            }),
        }
    }
    (acties, nog_niet)
}

/// What something means, to a school or to the parents themselves.
fn explained(doen: Doen, werk: &Werk) -> &'static str {
    match doen {
        Doen::Intrekken if werk.is_gezin() => {
            "Als u uw kind niet meer bij deze school wilt aanmelden. Dat kiest u zelf."
        }
        Doen::Feitelijk if werk.is_gezin() => {
            "Als uw kind is weggestuurd zonder dat u een besluit op papier kreeg."
        }
        other => other.uitleg(),
    }
}

fn facts(werk: &Werk, aanmelding: &Aanmelding) -> Feiten {
    let on = werk.vandaag();
    let by = match aanmelding.ingediend_door {
        Indiener::Ouder(_) => "door een ouder, op de eigen pagina",
        Indiener::SchoolNamensOuders => "door de school vastgelegd, namens de ouders",
    };
    Feiten::new()
        .with("Stand", state_label(aanmelding))
        .with("Beslissen", decision(aanmelding, on))
        .with("Ontvangen", Inhoud::from(long_nl(aanmelding.ontvangen_op)).above(by))
        .with_some("Gevraagd vanaf", aanmelding.gewenst_per.map(long_nl))
        .with("Wat is nodig", need(aanmelding))
        .with_some("Tijdelijke plek", temporary(aanmelding))
        .with_some("Verlengd", aanmelding.verlengd_op.map(|op| format!("op {}", short_nl(op))))
        .with("Ook aangemeld bij", others(werk, aanmelding))
        .with_some("Afloop", aanmelding.afloop.as_ref().map(outcome))
}

fn state_label(aanmelding: &Aanmelding) -> Label {
    let soort = match aanmelding.fase() {
        AanmeldingFase::Toegelaten | AanmeldingFase::Elders => Labelsoort::Goed,
        AanmeldingFase::Geweigerd | AanmeldingFase::BuitenBehandeling => Labelsoort::Laat,
        AanmeldingFase::WachtOpInformatie | AanmeldingFase::AanbodGedaan => Labelsoort::Gauw,
        _ => Labelsoort::Gewoon,
    };
    Label::new(aanmelding.fase().label(), soort)
}

/// The term with 'Waarom?', or since when it stands still and what then.
fn decision(aanmelding: &Aanmelding, on: base::Date) -> Inhoud {
    if let Some(op) = aanmelding.besloten_op() {
        return format!("besloten op {}", long_nl(op)).into();
    }
    let why = Uitleg::from(aanmelding.termijn.berekening.as_ref()).folded("deze datum");
    if let Some(gevraagd) = aanmelding.open_opschorting() {
        let without = gevraagd.uiterlijk_zonder_antwoord.map(short_nl).unwrap_or_default();
        let text = format!(
            "termijn staat stil sinds {}; de ouders hebben tijd tot en met {}, en zonder antwoord is de laatste dag {without}",
            short_nl(gevraagd.uitnodiging_op),
            short_nl(gevraagd.tot_en_met)
        );
        return Inhoud::from(text).above(why);
    }
    Inhoud::from(Termijn::maybe(aanmelding.termijn.uitkomst.uiterlijk, on)).above(why)
}

fn need(aanmelding: &Aanmelding) -> Inhoud {
    match &aanmelding.behoefte {
        None => "nog niet vastgesteld".into(),
        Some(behoefte) => {
            let text =
                if behoefte.extra_ondersteuning { "extra ondersteuning" } else { "geen extra ondersteuning" };
            let since = format!("vastgesteld op {}: {}", short_nl(behoefte.op), behoefte.toelichting);
            Inhoud::from(text).above(since)
        }
    }
}

fn temporary(aanmelding: &Aanmelding) -> Option<Inhoud> {
    let recht = &aanmelding.tijdelijk_recht;
    if let Some(plaatsing) = &aanmelding.tijdelijke_plaatsing {
        let until = plaatsing.tot.map(|tot| format!(" tot {}", short_nl(tot))).unwrap_or_default();
        return Some(format!("sinds {}{until}", short_nl(plaatsing.per)).into());
    }
    if aanmelding.afloop.is_some() {
        return None;
    }
    let why = Uitleg::from(recht.berekening.as_ref()).folded("deze tijdelijke plek");
    let text = match recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) {
        Some(vanaf) => format!("recht vanaf {}, als er dan nog niet is beslist", short_nl(vanaf)),
        None => "niet nodig: het kind zit al op een school".to_owned(),
    };
    Some(Inhoud::from(text).above(why))
}

fn others(werk: &Werk, aanmelding: &Aanmelding) -> Inhoud {
    let (none, as_said) = if werk.is_gezin() {
        ("u noemde geen andere school", "zoals u het opgaf")
    } else {
        ("de ouders noemden geen andere school", "zoals de ouders het opgaven")
    };
    if aanmelding.andere_scholen.is_empty() {
        return none.into();
    }
    Inhoud::from(aanmelding.andere_scholen.join(", ")).above(as_said)
}

fn outcome(afloop: &Afloop) -> String {
    match afloop {
        Afloop::Toegelaten { per, .. } => format!("toegelaten, eerste schooldag {}", long_nl(*per)),
        Afloop::Elders { schoolnaam, .. } => format!("de ouders zeiden ja tegen een plek op {schoolnaam}"),
        Afloop::Geweigerd { grond, bezwaar_uiterlijk, .. } => {
            let why = match grond {
                Weigeringsgrond::AndereSchool(school) => {
                    format!("{} wil het kind toelaten", school.schoolnaam)
                }
                Weigeringsgrond::Uitzondering { onderbouwing, .. } => onderbouwing.clone(),
            };
            format!("geweigerd: {why}. Bezwaar maken kan tot en met {}", long_nl(*bezwaar_uiterlijk))
        }
        Afloop::BuitenBehandeling { .. } => "niet verder behandeld, omdat er informatie ontbrak".to_owned(),
        Afloop::Ingetrokken { .. } => "de ouders trokken de aanmelding in".to_owned(),
    }
}

fn offers(werk: &Werk, aanmelding: &Aanmelding) -> Tabel {
    let on = werk.vandaag();
    let kolommen = vec![
        Kolom::text("School").names_row(),
        Kolom::short("Plek vanaf"),
        Kolom::short("Aangeboden"),
        Kolom::text("Antwoord"),
    ];
    Tabel::new("Aangeboden plekken", kolommen, "").rows(&aanmelding.aanbiedingen, |aanbod| {
        let antwoord: Inhoud = match &aanbod.antwoord {
            None => "nog geen antwoord".into(),
            Some(Antwoord::Aanvaard(op)) => format!("ja, op {}", short_date(*op, on)).into(),
            Some(Antwoord::Afgewezen(op, reden)) => {
                Inhoud::from(format!("nee, op {}", short_date(*op, on))).above(reden.as_str())
            }
        };
        vec![
            aanbod.schoolnaam.as_str().into(),
            short_date(aanbod.per, on).into(),
            short_date(aanbod.op, on).into(),
            antwoord,
        ]
    })
}

fn requests(werk: &Werk, aanmelding: &Aanmelding) -> Tabel {
    let on = werk.vandaag();
    let kolommen = vec![
        Kolom::text("Gevraagd").names_row(),
        Kolom::short("Op"),
        Kolom::short("Tijd tot en met"),
        Kolom::text("Stand"),
    ];
    Tabel::new("Gevraagde informatie", kolommen, "").rows(&aanmelding.opschortingen, |gevraagd| {
        let stand = match (gevraagd.geeindigd_op, gevraagd.compleet) {
            (None, _) => "de termijn staat stil".to_owned(),
            (Some(op), Some(true)) => format!("alles was er; de termijn liep weer op {}", short_date(op, on)),
            (Some(op), _) => format!("niet alles kwam; de termijn liep weer op {}", short_date(op, on)),
        };
        let wat: Vec<Inhoud> = gevraagd.wat.iter().map(|wat| wat.as_str().into()).collect();
        vec![
            wat.into(),
            short_date(gevraagd.uitnodiging_op, on).into(),
            short_date(gevraagd.tot_en_met, on).into(),
            stand.into(),
        ]
    })
}

/// What parents can do when they do not agree.
fn rights(aanmelding: &Aanmelding) -> Vec<String> {
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
        all.push(format!(
            "Bezwaar maken bij het schoolbestuur, uiterlijk op {}.",
            long_nl(*bezwaar_uiterlijk)
        ));
    }
    all.push("Gratis hulp vragen aan het ouder- en jeugdsteunpunt.".to_owned());
    all.push("Een onderwijsconsulent vragen om mee te denken. Ook dat is gratis.".to_owned());
    all.push("Een geschil indienen bij de Geschillencommissie passend onderwijs.".to_owned());
    all
}
