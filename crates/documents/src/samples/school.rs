//! Letters about removal and suspension.

use super::{Sample, consulent, d, ib, l, moeder, praten, rechtsmiddelen, school, steunpunt, t, wet};
use crate::{
    Adres, Briefhoofd, Gesprek, GevondenSchool, InspectieAanleiding, MeldingInspectie, MeldingVerwijdering,
    NietLeeg, Ontvanger, Overleg, PaginaLezer, Route, Schorsing, StandAndereSchool, UitnodigingEigenPagina,
    Vervolgplek, Verwijdering, VoornemenVerwijdering,
};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample { naam: "voornemen_verwijdering", brief: voornemen_verwijdering().into() },
        Sample { naam: "verwijdering", brief: verwijdering().into() },
        Sample { naam: "melding_verwijdering", brief: gemeente().into() },
        Sample { naam: "schorsing", brief: schorsing().into() },
        Sample { naam: "melding_inspectie_schorsing", brief: inspectie().into() },
        Sample { naam: "melding_inspectie_voornemen", brief: voornemen_inspectie().into() },
        Sample { naam: "uitnodiging_eigen_pagina_ouder", brief: uitnodiging(PaginaLezer::Ouder).into() },
        Sample {
            naam: "uitnodiging_eigen_pagina_leerling",
            brief: uitnodiging(PaginaLezer::Leerling).into(),
        },
    ]
}

fn de_wilg() -> GevondenSchool {
    GevondenSchool {
        naam: t("School voor speciaal basisonderwijs De Wilg"),
        plaats: t("Ochtendstad"),
        bereid_op: d(2026, 11, 3),
        vanaf: d(2026, 11, 23),
        biedt: l([
            "een groep met twaalf kinderen en twee volwassenen",
            "een rustige plek waar Sam naartoe kan als het te druk wordt",
        ]),
    }
}

fn redenen() -> NietLeeg<crate::Tekst> {
    l([
        "Sam wordt in de klas vaak heel boos. Sinds de zomer zijn daarbij vier keer andere kinderen geslagen. Sam vindt dat zelf ook naar.",
        "Wij hebben veel geprobeerd. Het lukt ons niet om de klas veilig te houden en om Sam te laten leren.",
    ])
}

fn voornemen_verwijdering() -> VoornemenVerwijdering {
    VoornemenVerwijdering {
        hoofd: school(
            d(2026, 10, 5),
            wet([(
                "Het bestuur hoort eerst de ouders en de leerkracht. Een school mag een kind pas verwijderen als een andere school het kind wil toelaten.",
                "WPO",
                "40",
                "11",
            )]),
        ),
        school: t("basisschool De Regenboog"),
        redenen: redenen(),
        geprobeerd: l([
            "een rustige werkplek en een vaste dagindeling",
            "drie uur per week hulp in de klas, vanaf januari",
            "een training voor Sam en de hele groep",
        ]),
        gesprek: gesprek(),
        reageren_uiterlijk: d(2026, 10, 16),
        andere_school: StandAndereSchool::Zoeken {
            stand: l([
                "Wij praten met twee scholen. Het samenwerkingsverband helpt daarbij. Zodra wij iets weten, bellen wij u.",
            ]),
        },
        routes: NietLeeg::known([praten(), steunpunt(), consulent()]),
    }
}

fn gesprek() -> Gesprek {
    Gesprek {
        datum: d(2026, 10, 15),
        tijd: t("15.30 uur"),
        plaats: t("basisschool De Regenboog, kamer van de directeur"),
        met: t("de heer Van der Wulp (directeur) en mevrouw Zonnedauw (intern begeleider)"),
    }
}

fn verwijdering() -> Verwijdering {
    Verwijdering {
        hoofd: school(
            d(2026, 11, 9),
            wet([
                (
                    "Een school mag een kind pas verwijderen als een andere school het kind wil toelaten. Het bestuur hoort eerst de ouders en de leerkracht.",
                    "WPO",
                    "40",
                    "11",
                ),
                (
                    "De school meldt een verwijdering meteen aan burgemeester en wethouders.",
                    "Leerplichtwet 1969",
                    "18",
                    "",
                ),
                (
                    "Ouders kunnen binnen zes weken bezwaar maken. Het bestuur beslist binnen vier weken en hoort de ouders eerst.",
                    "WPO",
                    "63",
                    "3",
                ),
            ]),
        ),
        school: t("basisschool De Regenboog"),
        besloten_op: d(2026, 11, 9),
        laatste_dag: d(2026, 11, 20),
        redenen: redenen(),
        gehoord: NietLeeg::known([
            Overleg {
                datum: d(2026, 10, 8),
                met: t("meester Ekster, de leerkracht van groep 5"),
                inhoud: t("Hij vertelde dat Sam meer rust nodig heeft dan in zijn groep kan."),
            },
            Overleg {
                datum: d(2026, 10, 15),
                met: t("u"),
                inhoud: t("U zei dat Sam het moeilijk vindt om weer van school te wisselen."),
            },
        ]),
        reactie_op_ouders: t(
            "Wij begrijpen dat goed. Daarom mag Sam eerst twee keer een ochtend meedoen op De Wilg, en gaat meester Ekster de eerste keer mee.",
        ),
        vervolgplek: Vervolgplek::School(de_wilg()),
        gemeld_aan: l(["de gemeente Ochtendstad"]),
        routes: rechtsmiddelen(d(2026, 12, 21)),
    }
}

fn aan_instantie(naam: &'static str, aanhef: &'static str, hoofd: Briefhoofd) -> Briefhoofd {
    Briefhoofd {
        ontvanger: Ontvanger {
            naam: t(naam),
            adres: Some(Adres { straat: t("Postbus 1"), plaats: t("9900 AA  Ochtendstad") }),
            aanhef: t(aanhef),
        },
        ..hoofd
    }
}

fn gemeente() -> MeldingVerwijdering {
    let grounds = wet([(
        "De school meldt een verwijdering meteen aan burgemeester en wethouders van de gemeente waar de leerling woont.",
        "Leerplichtwet 1969",
        "18",
        "",
    )]);
    MeldingVerwijdering {
        hoofd: aan_instantie(
            "College van burgemeester en wethouders van Ochtendstad",
            "Geacht college",
            school(d(2026, 11, 9), grounds),
        ),
        school: t("basisschool De Regenboog"),
        vestiging: "99XX00".parse().expect("a code of the right shape"),
        geboortedatum: d(2017, 2, 6),
        besloten_op: d(2026, 11, 9),
        laatste_dag: d(2026, 11, 20),
        nieuwe_school: Some((t("School voor speciaal basisonderwijs De Wilg"), d(2026, 11, 23))),
    }
}

fn schorsing() -> Schorsing {
    Schorsing {
        hoofd: school(
            d(2026, 9, 14),
            wet([
                (
                    "Het bestuur mag een kind ten hoogste één week schorsen. Het schrijft de ouders waarom.",
                    "WPO",
                    "40c",
                    "1",
                ),
                (
                    "Duurt een schorsing langer dan één dag, dan meldt het bestuur dat aan de Inspectie.",
                    "WPO",
                    "40c",
                    "3",
                ),
            ]),
        ),
        school: t("basisschool De Regenboog"),
        van: d(2026, 9, 15),
        tot_en_met: d(2026, 9, 17),
        duur: t("drie dagen"),
        terug_op: d(2026, 9, 18),
        redenen: l([
            "Op maandag 14 september gooide Sam in de pauze met een stoel. Een ander kind raakte daarbij gewond. Wij hebben tijd nodig om met iedereen te praten en om afspraken te maken.",
        ]),
        schoolwerk: l([
            "De boeken en het werkboek van Sam liggen klaar bij de administratie.",
            "Meester Ekster belt elke dag om 10 uur met Sam.",
        ]),
        gesprek: Some(Gesprek { datum: d(2026, 9, 17), ..gesprek() }),
        inspectie_bericht: true,
        routes: NietLeeg::known([
            praten(),
            steunpunt(),
            Route {
                naam: t("Bezwaar maken bij het schoolbestuur"),
                wat: t("Schrijf een brief. Zet erin waarom u het niet met de schorsing eens bent."),
                uiterlijk: Some(d(2026, 10, 26)),
                waar: t("Stichting Ochtendnevel, Postbus 12, 9900 AA Ochtendstad"),
                gratis: true,
            },
        ]),
    }
}

fn inspectie() -> MeldingInspectie {
    let grounds = wet([(
        "Duurt een schorsing langer dan één dag, dan meldt het bestuur dat aan de Inspectie, met de redenen.",
        "WPO",
        "40c",
        "3",
    )]);
    MeldingInspectie {
        hoofd: aan_instantie(
            "Inspectie van het Onderwijs",
            "Geachte mevrouw, geachte heer",
            school(d(2026, 9, 14), grounds),
        ),
        school: t("basisschool De Regenboog"),
        vestiging: "99XX00".parse().expect("a code of the right shape"),
        aanleiding: InspectieAanleiding::Schorsing { van: d(2026, 9, 15), tot_en_met: d(2026, 9, 17) },
        redenen: l([
            "De leerling gooide in de pauze met een stoel. Een ander kind raakte daarbij gewond. De school gebruikt de tijd om met alle ouders te praten en afspraken te maken over de terugkeer.",
        ]),
    }
}

/// Only secondary schools ask the Inspectie before they remove.
fn voornemen_inspectie() -> MeldingInspectie {
    let grounds = wet([(
        "Wil een school voor voortgezet onderwijs een leerling verwijderen, dan overlegt het bestuur eerst met de Inspectie.",
        "WVO 2020",
        "8.15",
        "",
    )]);
    let mut hoofd = aan_instantie(
        "Inspectie van het Onderwijs",
        "Geachte mevrouw, geachte heer",
        school(d(2026, 10, 5), grounds),
    );
    hoofd.afzender.organisatie = t("Scholengemeenschap De Poolster");
    MeldingInspectie {
        hoofd,
        school: t("scholengemeenschap De Poolster"),
        vestiging: "99YY00".parse().expect("a code of the right shape"),
        aanleiding: InspectieAanleiding::VoornemenVerwijdering {
            gemeld_op: d(2026, 10, 5),
            overleg_graag_voor: d(2026, 10, 19),
        },
        redenen: redenen(),
    }
}

fn uitnodiging(lezer: PaginaLezer) -> UitnodigingEigenPagina {
    let jij = lezer == PaginaLezer::Leerling;
    let mut hoofd = school(
        d(2026, 3, 4),
        wet([(
            "Iedereen mag weten welke gegevens over hem worden bewaard, en mag die inzien.",
            "AVG",
            "15",
            "1",
        )]),
    );
    hoofd.ontvanger = if jij {
        Ontvanger { naam: t("Sam de Zonnevis"), aanhef: t("Hoi Sam"), ..moeder() }
    } else {
        moeder()
    };
    let toont = if jij {
        l([
            "wat er nu gebeurt, en wie er aan de beurt is",
            "wat er met jou is afgesproken",
            "een plek om zelf iets te schrijven of te tekenen",
        ])
    } else {
        l([
            "wat er nu gebeurt, en wie er aan de beurt is",
            "welke afspraken er zijn, en wat u heeft goedgevonden",
            "alle brieven die u kreeg",
            "wie er in het dossier keek, wanneer en waarom",
        ])
    };
    UitnodigingEigenPagina {
        hoofd,
        lezer,
        voor: if jij { t("Sam de Zonnevis") } else { t("mevrouw I. de Zonnevis") },
        webadres: t("leerrecht.po9901.example/code"),
        code: t("KIEVIT 4827 MERK"),
        geldig_tot_en_met: d(2026, 3, 18),
        toont,
        papieren_weg: if jij {
            t("Dat kan. Vraag het aan je juf of meester, of aan mevrouw Zonnedauw.")
        } else {
            t(
                "Dat kan. Bel mevrouw Zonnedauw. Dan krijgt u alles met de post, of u komt het op school lezen.",
            )
        },
        hulp: NietLeeg::known([if jij { vertrouwenspersoon() } else { steunpunt() }]),
    }
}

fn vertrouwenspersoon() -> Route {
    let contact = ib();
    Route {
        naam: t("Mevrouw Zonnedauw"),
        wat: t("Zij helpt je met inloggen. Je kunt haar ook iets vertellen als je niet wilt typen."),
        uiterlijk: None,
        waar: contact.telefoon,
        gratis: true,
    }
}
