//! Letters about the registration of Sam at De Regenboog.

use super::{Sample, consulent, d, grond, l, praten, rechtsmiddelen, school, steunpunt, t, wet};
use crate::{
    AanbodAndereSchool, AndereMogelijkheid, BuitenBehandeling, EindeGrond, EindeTijdelijkePlaatsing,
    GevondenSchool, GevraagdStuk, NietLeeg, OntvangstbevestigingAanmelding, OppAfspraak, Overleg,
    TijdelijkePlaatsUitleg, TijdelijkePlaatsing, Toelating, Uitzondering, VerlengingBeslistermijn,
    Vervolgplek, VerzoekOmInformatie, Weigering,
};

pub(super) fn samples() -> Vec<Sample> {
    // Every child of a school for special education has a plan.
    let speciaal = Toelating {
        school: t("De Windveer, school voor speciaal onderwijs"),
        opp: Some(OppAfspraak { elk_kind: true, binnen: t("zes weken"), uiterlijk: d(2026, 6, 1) }),
        praktisch: vec![],
        ..toelating()
    };
    let weigering = weigering();
    let vol = Weigering {
        vervolgplek: vol(),
        grond: grond("Een school hoeft een kind niet toe te laten als er geen plaats is.", "WPO", "40", ""),
        redenen: l(["De beide groepen 5 van onze school zijn vol. Er kan geen kind meer bij."]),
        andere_mogelijkheden: vec![],
        ..weigering.clone()
    };
    vec![
        Sample { naam: "ontvangstbevestiging_aanmelding", brief: ontvangst().into() },
        Sample { naam: "verzoek_om_informatie", brief: verzoek().into() },
        Sample { naam: "verlenging_beslistermijn", brief: verlenging().into() },
        Sample { naam: "aanbod_andere_school", brief: aanbod().into() },
        Sample { naam: "toelating", brief: toelating().into() },
        Sample { naam: "toelating_speciaal", brief: speciaal.into() },
        Sample { naam: "tijdelijke_plaatsing", brief: tijdelijk().into() },
        Sample { naam: "einde_tijdelijke_plaatsing", brief: einde().into() },
        Sample { naam: "weigering", brief: weigering.into() },
        Sample { naam: "weigering_school_vol", brief: vol.into() },
        Sample { naam: "buiten_behandeling", brief: buiten_behandeling().into() },
    ]
}

fn tijdelijke_plaats() -> TijdelijkePlaatsUitleg {
    TijdelijkePlaatsUitleg { na: t("tien weken"), vanaf: d(2026, 5, 13), soort_school: t("basisschool") }
}

fn stukken() -> NietLeeg<GevraagdStuk> {
    NietLeeg::known([
        GevraagdStuk {
            wat: t("Het laatste plan van de vorige school (OPP)"),
            waarom: t("Dan weten wij welke hulp Sam daar kreeg, en wat goed werkte."),
        },
        GevraagdStuk {
            wat: t("Het verslag van de logopedist"),
            waarom: t("Dan weten wij hoe Sam het beste uitleg kan krijgen in de klas."),
        },
    ])
}

fn ontvangst() -> OntvangstbevestigingAanmelding {
    let mut hoofd = school(
        d(2026, 3, 4),
        wet([
            (
                "Ouders melden hun kind schriftelijk aan. Zij schrijven erbij op welke andere scholen zij hun kind aanmelden.",
                "WPO",
                "40",
                "2",
            ),
            (
                "De school beslist binnen zes weken. Dat mag één keer vier weken langer duren.",
                "WPO",
                "40",
                "6",
            ),
            (
                "Is er na tien weken geen beslissing, dan krijgt een kind zonder school een tijdelijke plek.",
                "WPO",
                "40",
                "7",
            ),
        ]),
    );
    hoofd.eigen_alineas =
        vec![t("Wilt u De Regenboog eerst zien? Elke woensdag om 9 uur is er een rondleiding. Sam mag mee.")];
    OntvangstbevestigingAanmelding {
        hoofd,
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        gewenst_vanaf: Some(d(2026, 5, 18)),
        andere_scholen: vec![t("basisschool Het Nest"), t("basisschool De Poolster")],
        onderzoek: l([
            "wat u ons over Sam heeft verteld",
            "hoe het ging op de vorige school",
            "welke hulp onze school kan geven",
        ]),
        beslistermijn: t("zes weken"),
        beslissen_uiterlijk: d(2026, 4, 14),
        verlenging: Some(t("hooguit vier weken")),
        tijdelijke_plaats: tijdelijke_plaats(),
        hulp: NietLeeg::known([steunpunt()]),
    }
}

fn verzoek() -> VerzoekOmInformatie {
    VerzoekOmInformatie {
        hoofd: school(
            d(2026, 3, 10),
            wet([
                (
                    "De school mag informatie vragen om te weten of een kind extra hulp nodig heeft.",
                    "WPO",
                    "40",
                    "3",
                ),
                (
                    "De tijd om te beslissen staat stil tot de informatie er is, of tot de tijd om die te geven voorbij is.",
                    "WPO",
                    "63",
                    "4",
                ),
            ]),
        ),
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        gevraagd: stukken(),
        aanleveren_uiterlijk: d(2026, 3, 24),
        hoe: t(
            "Lever de papieren in op school, of stuur ze met de post. Heeft u ze niet? Dan vragen wij ze voor u op. Dat doen wij alleen als u dat goed vindt.",
        ),
        stil_vanaf: d(2026, 3, 10),
        stoppen_binnen: Some(t("vier weken")),
        hulp: NietLeeg::known([steunpunt()]),
    }
}

fn verlenging() -> VerlengingBeslistermijn {
    VerlengingBeslistermijn {
        hoofd: school(
            d(2026, 4, 10),
            wet([(
                "De school beslist binnen zes weken. Dat mag één keer vier weken langer duren. De school laat dat aan de ouders weten.",
                "WPO",
                "40",
                "6",
            )]),
        ),
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        eerst_uiterlijk: d(2026, 4, 14),
        verlenging: t("vier weken"),
        beslissen_uiterlijk: d(2026, 5, 12),
        redenen: l([
            "Wij weten nu dat Sam extra hulp nodig heeft bij taal en bij het samen spelen. Onze school kan een deel van die hulp niet geven.",
            "Wij praten met het samenwerkingsverband en met twee andere scholen over wat er wel kan. Dat kost meer tijd dan wij dachten.",
        ]),
        tijdelijke_plaats: Some(tijdelijke_plaats()),
        hulp: NietLeeg::known([praten(), steunpunt()]),
    }
}

fn het_nest() -> GevondenSchool {
    GevondenSchool {
        naam: t("Basisschool Het Nest"),
        plaats: t("Ochtendstad"),
        bereid_op: d(2026, 4, 17),
        vanaf: d(2026, 5, 18),
        biedt: l([
            "een groep met veertien kinderen",
            "elke dag een uur hulp in de klas van een onderwijsassistent",
            "logopedie op school, twee keer per week",
        ]),
    }
}

fn overleg() -> NietLeeg<Overleg> {
    NietLeeg::known([
        Overleg {
            datum: d(2026, 3, 19),
            met: t("u"),
            inhoud: t(
                "U vertelde wat Sam nodig heeft en waarom u onze school koos. Wij vertelden welke hulp wij kunnen geven en welke niet.",
            ),
        },
        Overleg {
            datum: d(2026, 4, 20),
            met: t("u en met mevrouw Appelvink van basisschool Het Nest"),
            inhoud: t(
                "U zei dat u Het Nest te ver weg vindt. Wij hebben gevraagd of er leerlingenvervoer mogelijk is. De gemeente zoekt dat uit.",
            ),
        },
    ])
}

fn andere_mogelijkheden() -> Vec<AndereMogelijkheid> {
    vec![
        AndereMogelijkheid {
            mogelijkheid: t("Extra hulp op De Regenboog, betaald door het samenwerkingsverband"),
            uitkomst: t("Dat kan voor drie uur per week. Sam heeft elke dag hulp nodig."),
        },
        AndereMogelijkheid {
            mogelijkheid: t("Basisschool De Poolster"),
            uitkomst: t("De groepen 5 zijn vol tot de zomer."),
        },
    ]
}

fn aanbod() -> AanbodAndereSchool {
    AanbodAndereSchool {
        hoofd: school(
            d(2026, 4, 21),
            wet([(
                "Kan een school een kind met extra hulp niet toelaten? Dan zorgt de school dat een andere school het kind wil toelaten. De school overlegt daarover met de ouders.",
                "WPO",
                "40",
                "4",
            )]),
        ),
        school: t("basisschool De Regenboog"),
        aanbod: het_nest(),
        redenen: l([
            "Sam leert het best in een kleine groep, met elke dag hulp bij taal. Onze groep 5 heeft dertig kinderen, en wij hebben niet elke dag hulp in de klas.",
            "Het Nest heeft dat allebei wel.",
        ]),
        overleg: overleg(),
        andere_mogelijkheden: andere_mogelijkheden(),
        reageren_uiterlijk: d(2026, 5, 1),
        hoe: t("Bel of mail ons, of kom langs. U mag ook op uw eigen pagina antwoorden."),
        beslissen_uiterlijk: d(2026, 5, 12),
        routes: NietLeeg::known([praten(), steunpunt(), consulent()]),
    }
}

fn toelating() -> Toelating {
    Toelating {
        hoofd: school(
            d(2026, 4, 8),
            wet([
                ("Het schoolbestuur beslist over de toelating van een kind.", "WPO", "40", "1"),
                (
                    "Voor een kind dat extra hulp nodig heeft, is er binnen zes weken na de inschrijving een plan (OPP).",
                    "WPO",
                    "40a",
                    "2",
                ),
                (
                    "De hulp die een kind krijgt, staat in het handelingsdeel van het plan. Dat deel geldt pas als de ouders het ermee eens zijn.",
                    "WPO",
                    "40a",
                    "1",
                ),
            ]),
        ),
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        vanaf: d(2026, 4, 20),
        groep: t("groep 5"),
        redenen: l([
            "Sam heeft hulp nodig bij taal en bij het samen spelen. Die hulp kunnen wij geven, in de klas en in een klein groepje.",
        ]),
        opp: Some(OppAfspraak { binnen: t("zes weken"), uiterlijk: d(2026, 6, 1), elk_kind: false }),
        praktisch: l([
            "De school begint om 8.30 uur. Meester Ekster staat bij de deur.",
            "Sam kan vooraf een uurtje komen kijken, op woensdag 15 april om 9 uur.",
        ])
        .into(),
        hulp: NietLeeg::known([steunpunt()]),
    }
}

fn tijdelijk() -> TijdelijkePlaatsing {
    TijdelijkePlaatsing {
        hoofd: school(
            d(2026, 5, 12),
            wet([(
                "Is er tien weken na de aanmelding geen beslissing, en staat het kind niet ingeschreven op een andere school? Dan krijgt het een tijdelijke plek.",
                "WPO",
                "40",
                "7",
            )]),
        ),
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        recht: tijdelijke_plaats(),
        groep: t("groep 5"),
        beslissen_uiterlijk: Some(d(2026, 5, 29)),
        opp_binnen: Some(t("zes weken")),
        praktisch: vec![t("De school begint om 8.30 uur. Meester Ekster staat bij de deur.")],
        hulp: NietLeeg::known([steunpunt()]),
    }
}

fn einde() -> EindeTijdelijkePlaatsing {
    EindeTijdelijkePlaatsing {
        hoofd: school(
            d(2026, 5, 29),
            wet([(
                "Laat de school het kind niet toe, dan stopt de tijdelijke plek. Het kind wordt uitgeschreven op de dag na dat besluit.",
                "WPO",
                "40",
                "7",
            )]),
        ),
        school: t("basisschool De Regenboog"),
        grond: EindeGrond::Weigering,
        besluit_van: d(2026, 5, 29),
        laatste_dag: d(2026, 5, 29),
        uitgeschreven_per: d(2026, 5, 30),
        redenen: l([
            "Een tijdelijke plek is er zolang wij nog niet hebben beslist. Nu is er een besluit. Waarom wij Sam niet toelaten, leest u in onze brief van vandaag over dat besluit.",
        ]),
        vervolg: l([
            "Sam kan vanaf maandag 1 juni naar basisschool Het Nest in Ochtendstad. Die school wil Sam toelaten.",
            "Mevrouw Zonnedauw belt u om de overstap te bespreken. Zij gaat mee naar het eerste gesprek op Het Nest, als u dat wilt.",
        ]),
        routes: rechtsmiddelen(d(2026, 7, 10)),
    }
}

fn weigering() -> Weigering {
    let mut hoofd = school(
        d(2026, 5, 11),
        wet([
            (
                "Ouders kunnen binnen zes weken bezwaar maken. Het bestuur beslist binnen vier weken en hoort de ouders eerst.",
                "WPO",
                "63",
                "3",
            ),
            (
                "Ouders kunnen een geschil over de toelating voorleggen aan de Geschillencommissie passend onderwijs.",
                "WPO",
                "43",
                "",
            ),
        ]),
    );
    hoofd.bijlagen = vec![
        t("brief van basisschool Het Nest van 17 april 2026"),
        t("verslag van ons gesprek op 20 april 2026"),
    ];
    Weigering {
        hoofd,
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        besloten_op: d(2026, 5, 11),
        grond: grond(
            "Een school mag een kind dat extra hulp nodig heeft pas weigeren als een andere school het kind wil toelaten.",
            "WPO",
            "40",
            "4",
        ),
        redenen: l([
            "Sam heeft elke dag hulp nodig bij taal en bij het samen spelen. Dat past het best in een kleine groep.",
            "Onze groep 5 heeft dertig kinderen. Wij hebben drie uur per week iemand die in de klas kan helpen. Dat is voor Sam te weinig. Ook met geld van het samenwerkingsverband lukt het ons niet om er elke dag iemand bij te hebben.",
        ]),
        vervolgplek: Vervolgplek::School(het_nest()),
        overleg: overleg(),
        andere_mogelijkheden: andere_mogelijkheden(),
        routes: rechtsmiddelen(d(2026, 6, 22)),
    }
}

fn vol() -> Vervolgplek {
    Vervolgplek::Uitzondering(Uitzondering {
        uitzondering: t("Er is geen plaats op onze school."),
        toelichting: l([
            "In elke groep kunnen hooguit dertig kinderen. Dat staat in onze schoolgids. De beide groepen 5 hebben nu dertig kinderen.",
        ]),
        vervolg: l([
            "Wij bellen u deze week om te bespreken welke school u wilt proberen.",
            "Het samenwerkingsverband zoekt met u mee. Bel daarvoor meneer Regenwulp: 000-000 00 02.",
        ]),
    })
}

fn buiten_behandeling() -> BuitenBehandeling {
    BuitenBehandeling {
        hoofd: school(
            d(2026, 4, 7),
            wet([
                (
                    "Geven ouders de gevraagde informatie niet, dan mag de school stoppen met de aanmelding. De school laat dat binnen vier weken weten.",
                    "WPO",
                    "63",
                    "4",
                ),
                ("Ouders kunnen binnen zes weken bezwaar maken.", "WPO", "63", "3"),
            ]),
        ),
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 3, 3),
        gevraagd_op: d(2026, 3, 10),
        aanleveren_was_uiterlijk: d(2026, 3, 24),
        ontbreekt: stukken(),
        redenen: l([
            "Zonder deze informatie weten wij niet welke hulp Sam nodig heeft. Dan kunnen wij ook niet weten of wij die hulp kunnen geven.",
        ]),
        stoppen_binnen: Some(t("vier weken")),
        routes: rechtsmiddelen(d(2026, 5, 19)),
    }
}
