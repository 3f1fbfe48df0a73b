//! One example of every letter, for previews and tests. The people and organisations do not exist;
//! the region is PO9901. The terms and articles are examples too: the real ones come from the rules.

mod aanmelding;
mod school;
mod swv;

use base::Vindplaats;
use base::dates::Date;

use crate::{
    Adres, Afzender, Brief, Briefhoofd, Contact, Kind, NietLeeg, Ontvanger, Rechtsgrond, Rechtsmiddelen,
    Route, RouteMetTermijn, Tekst,
};

/// An example of a letter.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Name that can be a file name: the kind of letter, with what is special about it.
    pub naam: &'static str,
    /// The letter.
    pub brief: Brief,
}

/// An example of every letter; of some more than one.
pub fn samples() -> Vec<Sample> {
    let mut all = aanmelding::samples();
    all.extend(school::samples());
    all.extend(swv::samples());
    all
}

/// The example of that name.
pub fn sample(naam: &str) -> Option<Brief> {
    samples().into_iter().find(|sample| sample.naam == naam).map(|sample| sample.brief)
}

fn t(text: &'static str) -> Tekst {
    Tekst::known(text)
}

fn l<const N: usize>(texts: [&'static str; N]) -> NietLeeg<Tekst> {
    NietLeeg::known(texts.map(t))
}

fn d(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

fn wet<const N: usize>(
    grounds: [(&'static str, &'static str, &'static str, &'static str); N],
) -> NietLeeg<Rechtsgrond> {
    NietLeeg::known(grounds.map(|(text, name, article, lid)| grond(text, name, article, lid)))
}

fn grond(text: &'static str, name: &'static str, article: &'static str, lid: &'static str) -> Rechtsgrond {
    Rechtsgrond {
        tekst: t(text),
        vindplaats: Vindplaats {
            wet: name.to_owned(),
            bwb: String::new(),
            artikel: article.to_owned(),
            lid: (!lid.is_empty()).then(|| lid.to_owned()),
            zekerheid: base::Zekerheid::Wettekst,
        },
    }
}

fn kind() -> Kind {
    Kind { voornaam: t("Sam"), achternaam: t("de Zonnevis") }
}

fn moeder() -> Ontvanger {
    Ontvanger {
        naam: t("mevrouw I. de Zonnevis"),
        adres: Some(Adres { straat: t("Lijsterlaan 12"), plaats: t("9901 ZZ  Ochtendstad") }),
        aanhef: t("Beste mevrouw De Zonnevis"),
    }
}

fn ib() -> Contact {
    Contact {
        naam: t("mevrouw Zonnedauw"),
        functie: t("intern begeleider"),
        telefoon: t("000-000 00 01"),
        bereikbaar: Some(t("van maandag tot en met donderdag, van 9 tot 16 uur")),
        e_mail: Some(t("m.zonnedauw@deregenboog.example")),
    }
}

/// Head of a letter from the school to the mother.
fn school(datum: Date, wet: NietLeeg<Rechtsgrond>) -> Briefhoofd {
    Briefhoofd {
        afzender: Afzender {
            organisatie: t("Basisschool De Regenboog"),
            adres: Adres { straat: t("Kievitstraat 3"), plaats: t("9901 AA  Ochtendstad") },
            ondertekenaar: t("W. van der Wulp"),
            functie: t("directeur, namens het bestuur van Stichting Ochtendnevel"),
        },
        ontvanger: moeder(),
        kind: kind(),
        dossier: dossier(),
        datum,
        contact: ib(),
        wet,
        eigen_alineas: vec![],
        bijlagen: vec![],
        afschrift_aan: vec![],
    }
}

/// Head of a letter from the partnership to the mother.
fn swv(datum: Date, wet: NietLeeg<Rechtsgrond>) -> Briefhoofd {
    Briefhoofd {
        afzender: Afzender {
            organisatie: t("Samenwerkingsverband Ochtendstad (PO9901)"),
            adres: Adres { straat: t("Postbus 99"), plaats: t("9900 AB  Ochtendstad") },
            ondertekenaar: t("drs. F. Roodborst"),
            functie: t("directeur"),
        },
        contact: Contact {
            naam: t("meneer Regenwulp"),
            functie: t("medewerker van het loket"),
            telefoon: t("000-000 00 02"),
            bereikbaar: Some(t("op werkdagen, van 9 tot 17 uur")),
            e_mail: Some(t("loket@po9901.example")),
        },
        ..school(datum, wet)
    }
}

fn dossier() -> base::DossierNummer {
    "2026-004217".parse().expect("a number of the right shape")
}

fn directeur() -> Ontvanger {
    Ontvanger {
        naam: t("Basisschool De Regenboog, t.a.v. de heer W. van der Wulp"),
        adres: Some(Adres { straat: t("Kievitstraat 3"), plaats: t("9901 AA  Ochtendstad") }),
        aanhef: t("Beste meneer Van der Wulp"),
    }
}

fn steunpunt() -> Route {
    Route {
        naam: t("Ouder- en jeugdsteunpunt Morgenster"),
        wat: t(
            "Hier krijgt u informatie en advies. Het steunpunt hoort niet bij de school. U kunt er ook samen met uw kind praten.",
        ),
        uiterlijk: None,
        waar: t("000-000 00 03\nwww.morgenster.example"),
        gratis: true,
    }
}

fn consulent() -> Route {
    Route {
        naam: t("Onderwijsconsulent"),
        wat: t(
            "Een onderwijsconsulent kent het onderwijs goed. De consulent praat met u en met de school, en zoekt mee naar een oplossing.",
        ),
        uiterlijk: None,
        waar: t("000-000 00 04\nwww.onderwijsconsulent.example"),
        gratis: true,
    }
}

fn praten() -> Route {
    Route {
        naam: t("Praten met de school"),
        wat: t("Bel ons en vraag om een gesprek. U mag iemand meenemen."),
        uiterlijk: None,
        waar: t("mevrouw Zonnedauw\n000-000 00 01"),
        gratis: true,
    }
}

fn rechtsmiddelen(uiterlijk: Date) -> Rechtsmiddelen {
    Rechtsmiddelen {
        praten: praten(),
        steunpunt: steunpunt(),
        onderwijsconsulent: consulent(),
        bezwaar: RouteMetTermijn {
            naam: t("Bezwaar maken bij het schoolbestuur"),
            wat: t(
                "Schrijf een brief. Zet erin waarom u het niet met het besluit eens bent. Het bestuur praat eerst met u en beslist dan opnieuw.",
            ),
            termijn: t("zes weken"),
            uiterlijk,
            waar: t("Stichting Ochtendnevel, Postbus 12, 9900 AA Ochtendstad"),
            gratis: true,
        },
        geschillencommissie: RouteMetTermijn {
            naam: t("Geschillencommissie passend onderwijs"),
            wat: t(
                "De commissie hoort u en het schoolbestuur en geeft een oordeel. Het bestuur hoeft dat oordeel niet te volgen, maar moet wel uitleggen waarom niet.",
            ),
            termijn: t("zes weken"),
            uiterlijk,
            waar: t("www.geschillencommissie-passend-onderwijs.example"),
            gratis: true,
        },
        andere: vec![],
    }
}
