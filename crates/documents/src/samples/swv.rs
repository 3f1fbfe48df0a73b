//! Letters about the request for a TLV for Sam.

use base::Eurocent;

use super::{Sample, consulent, d, directeur, l, steunpunt, swv, t, wet};
use crate::{
    Adviseur, AfschriftDeskundigenadvies, Behoefte, BerichtVanVertraging, BesluitTlv, Bezwaarclausule,
    Briefhoofd, Deskundigenadvies, Dwangsom, Dwangsomtrede, GevraagdStuk, Lezer, NietLeeg,
    OntvangstTlvAanvraag, ReactieIngebrekestelling, Route, Standpunt, Tlvbesluit, VerzoekOmAanvulling,
};

pub(super) fn samples() -> Vec<Sample> {
    let te_vroeg = ReactieIngebrekestelling {
        standpunt: Standpunt::TeVroeg {
            redenen: l([
                "De tijd om te beslissen stond stil van 3 tot en met 22 maart. Wij misten toen nog informatie van de school.",
            ]),
        },
        beslissen_uiterlijk: d(2026, 5, 11),
        hoofd: swv(
            d(2026, 5, 6),
            wet([(
                "De beslistermijn staat stil zolang de aanvraag nog niet compleet is.",
                "Awb",
                "4:15",
                "1",
            )]),
        ),
        dwangsom: Dwangsom { aan: Some(t("de school")), ..ingebrekestelling().dwangsom },
        routes: NietLeeg::known([steunpunt(), rechtbank()]),
        ..ingebrekestelling()
    };
    vec![
        Sample { naam: "ontvangst_tlv_aanvraag", brief: ontvangst().into() },
        Sample { naam: "verzoek_om_aanvulling", brief: aanvulling().into() },
        Sample { naam: "afschrift_deskundigenadvies", brief: afschrift().into() },
        Sample { naam: "besluit_tlv_verleend", brief: verleend().into() },
        Sample { naam: "besluit_tlv_verleend_school", brief: aan_school().into() },
        Sample { naam: "besluit_tlv_geweigerd", brief: geweigerd().into() },
        Sample { naam: "bericht_van_vertraging", brief: vertraging().into() },
        Sample { naam: "reactie_ingebrekestelling", brief: ingebrekestelling().into() },
        Sample { naam: "reactie_ingebrekestelling_te_vroeg", brief: te_vroeg.into() },
    ]
}

fn ontvangst() -> OntvangstTlvAanvraag {
    OntvangstTlvAanvraag {
        hoofd: swv(
            d(2026, 3, 4),
            wet([
                (
                    "Het samenwerkingsverband beslist over de TLV. De school vraagt die aan.",
                    "WPO",
                    "18a",
                    "6",
                ),
                (
                    "Het samenwerkingsverband beslist binnen een redelijke tijd, ten hoogste acht weken.",
                    "Awb",
                    "4:13",
                    "",
                ),
            ]),
        ),
        lezer: Lezer::Ouders,
        school: t("Basisschool De Regenboog"),
        gevraagd: t("het speciaal onderwijs (so)"),
        compleet_op: d(2026, 3, 3),
        beslistermijn: t("acht weken"),
        beslissen_uiterlijk: d(2026, 4, 28),
        adviseurs: NietLeeg::known([
            Adviseur { naam: Some(t("mevrouw L. Kwikstaart")), discipline: t("orthopedagoog") },
            Adviseur { naam: None, discipline: t("kinderpsycholoog") },
        ]),
        hulp: NietLeeg::known([steunpunt(), consulent()]),
    }
}

fn aanvulling() -> VerzoekOmAanvulling {
    VerzoekOmAanvulling {
        hoofd: Briefhoofd {
            ontvanger: directeur(),
            ..swv(
                d(2026, 3, 2),
                wet([
                    (
                        "Is een aanvraag niet compleet, dan krijgt de aanvrager de tijd om die aan te vullen.",
                        "Awb",
                        "4:5",
                        "1",
                    ),
                    ("De beslistermijn staat stil vanaf de dag na dit verzoek.", "Awb", "4:15", "1"),
                ]),
            )
        },
        school: t("basisschool De Regenboog"),
        ontvangen_op: d(2026, 2, 24),
        gevraagd: NietLeeg::known([
            GevraagdStuk {
                wat: t("De mening van de ouders over de aanvraag"),
                waarom: t("Zonder hun mening kennen wij maar één kant."),
            },
            GevraagdStuk {
                wat: t("De evaluatie van het plan (OPP) van januari 2026"),
                waarom: t("Dan zien de deskundigen wat is geprobeerd en wat dat opleverde."),
            },
        ]),
        aanleveren_uiterlijk: d(2026, 3, 16),
        hoe: t(
            "Voeg de informatie toe aan de aanvraag in Leerrecht. Alles wat u al had ingevuld, staat er nog.",
        ),
        stil_vanaf: d(2026, 3, 3),
        hulp: NietLeeg::known([Route {
            naam: t("Loket van het samenwerkingsverband"),
            wat: t("Wij kijken met u mee terwijl u de aanvraag aanvult."),
            uiterlijk: None,
            waar: t("meneer Regenwulp, 000-000 00 02"),
            gratis: true,
        }]),
    }
}

fn adviezen() -> NietLeeg<Deskundigenadvies> {
    NietLeeg::known([
        Deskundigenadvies {
            naam: t("mevrouw L. Kwikstaart"),
            discipline: t("orthopedagoog"),
            datum: d(2026, 3, 24),
            advies: l([
                "Sam heeft een kleine, rustige groep nodig en elke dag hulp bij taal. Op De Regenboog kan dat niet. Ik adviseer een plek in het speciaal onderwijs, voor twee jaar.",
            ]),
        },
        Deskundigenadvies {
            naam: t("de heer O. van de Mist"),
            discipline: t("kinderpsycholoog"),
            datum: d(2026, 4, 2),
            advies: l([
                "Sam kan goed leren als het rustig is en als de dag voorspelbaar is. In een grote groep lukt dat nu niet. Ik adviseer een plek in het speciaal onderwijs.",
            ]),
        },
    ])
}

fn afschrift() -> AfschriftDeskundigenadvies {
    let mut hoofd = swv(
        d(2026, 4, 7),
        wet([(
            "Ouders krijgen een kopie van het advies over de hulp die hun kind nodig heeft.",
            "WPO",
            "18a",
            "",
        )]),
    );
    hoofd.bijlagen = vec![t("advies van mevrouw Kwikstaart"), t("advies van de heer Van de Mist")];
    AfschriftDeskundigenadvies {
        hoofd,
        school: t("Basisschool De Regenboog"),
        adviezen: adviezen(),
        reageren_uiterlijk: d(2026, 4, 17),
        hoe: t("Bel of mail ons, of schrijf het op uw eigen pagina."),
        beslissen_uiterlijk: d(2026, 4, 28),
        hulp: NietLeeg::known([steunpunt(), consulent()]),
    }
}

fn bezwaar() -> Bezwaarclausule {
    Bezwaarclausule {
        bij: t(
            "Samenwerkingsverband Ochtendstad, Postbus 99, 9900 AB Ochtendstad, of mail het naar bezwaar@po9901.example",
        ),
        termijn: t("zes weken"),
        verzonden_op: d(2026, 4, 21),
        uiterlijk: d(2026, 6, 2),
        inhoud: l([
            "uw naam en adres",
            "de datum waarop u schrijft",
            "over welk besluit het gaat (noem nummer 2026-004217)",
            "waarom u het er niet mee eens bent",
            "uw handtekening",
        ]),
        schorst: false,
        hoorzitting: l([
            "Een commissie die niet bij ons besluit was betrokken, nodigt u uit voor een gesprek. Dat heet een hoorzitting. U kunt daar vertellen wat u vindt. De commissie geeft ons advies. Daarna beslissen wij opnieuw.",
        ]),
        spoed: Some(Route {
            naam: t("Voorlopige voorziening bij de rechtbank"),
            wat: t(
                "U vraagt de rechter om snel een tijdelijke oplossing. Dat kan alleen als u ook bezwaar maakt.",
            ),
            uiterlijk: None,
            waar: t("Rechtbank Ochtendland, Postbus 7, 9900 AA Ochtendstad"),
            gratis: false,
        }),
        hulp: NietLeeg::known([steunpunt(), consulent()]),
    }
}

fn behoeften() -> NietLeeg<Behoefte> {
    NietLeeg::known([
        Behoefte {
            behoefte: t("Een kleine, rustige groep"),
            reden: t("Groep 5 van De Regenboog heeft dertig kinderen. Sam raakt daar elke dag overprikkeld."),
        },
        Behoefte {
            behoefte: t("Elke dag hulp bij taal"),
            reden: t(
                "De Regenboog kan drie uur per week geven, ook met extra geld. Dat is te weinig gebleken.",
            ),
        },
    ])
}

fn verleend() -> BesluitTlv {
    let mut hoofd = swv(
        d(2026, 4, 21),
        wet([
            (
                "Het samenwerkingsverband beslist of een leerling naar het speciaal (basis)onderwijs mag.",
                "WPO",
                "18a",
                "6",
            ),
            ("Een TLV geldt voor een of meer hele schooljaren.", "WEC", "40", "15"),
            ("Wie belang heeft bij het besluit kan binnen zes weken bezwaar maken.", "Awb", "6:7", ""),
        ]),
    );
    hoofd.bijlagen = vec![t("advies van mevrouw Kwikstaart"), t("advies van de heer Van de Mist")];
    hoofd.afschrift_aan = vec![t("basisschool De Regenboog")];
    BesluitTlv {
        hoofd,
        lezer: Lezer::Ouders,
        school: t("Basisschool De Regenboog"),
        aanvraag_van: d(2026, 3, 3),
        besloten_op: d(2026, 4, 21),
        besluit: Tlvbesluit::Verleend {
            nummer: t("PO9901-2026-0117"),
            schoolsoort: t("het speciaal onderwijs (so)"),
            categorie: Some(t("1 (laag)")),
            van: d(2026, 8, 1),
            tot_en_met: d(2028, 7, 31),
            vervolg: l([
                "Een TLV is nog geen plek op een school. U meldt Sam aan bij een school die u goed vindt. De Regenboog helpt u daarbij.",
                "School voor speciaal onderwijs De Horizon heeft vanaf augustus plaats. U mag ook een andere school voor speciaal onderwijs kiezen.",
            ]),
        },
        behoeften: behoeften(),
        adviezen: adviezen(),
        afwijking: None,
        mening_ouders: t(
            "U vindt dat Sam meer rust nodig heeft. U vindt het wel jammer dat Sam de vrienden op De Regenboog gaat missen. Daarom hebben wij met De Regenboog afgesproken dat Sam daar op woensdagmiddag mag blijven komen.",
        ),
        mening_kind: Some(t(
            "Sam zei: ik wil een klas waar het niet zo hard is. En ik wil buiten kunnen spelen. Wij hebben dat aan De Horizon verteld.",
        )),
        bezwaar: bezwaar(),
    }
}

/// The same decision as the school reads it.
fn aan_school() -> BesluitTlv {
    let besluit = verleend();
    BesluitTlv {
        lezer: Lezer::School,
        hoofd: Briefhoofd {
            ontvanger: directeur(),
            afschrift_aan: vec![t("de ouders van Sam")],
            ..besluit.hoofd
        },
        besluit: Tlvbesluit::Verleend {
            nummer: t("PO9901-2026-0117"),
            schoolsoort: t("het speciaal onderwijs (so)"),
            categorie: Some(t("1 (laag)")),
            van: d(2026, 8, 1),
            tot_en_met: d(2028, 7, 31),
            vervolg: l([
                "De ouders melden Sam aan bij een school die zij goed vinden. Wij vragen u om hen daarbij te helpen.",
                "Zet de TLV in uw leerlingenadministratie. De nieuwe school heeft het nummer nodig.",
            ]),
        },
        mening_ouders: t(
            "De ouders vinden dat Sam meer rust nodig heeft. Zij vinden het wel jammer dat Sam de vrienden op De Regenboog gaat missen. Daarom hebben wij met u afgesproken dat Sam op woensdagmiddag mag blijven komen.",
        ),
        bezwaar: Bezwaarclausule {
            hulp: NietLeeg::known([Route {
                naam: t("Onderwijsconsulent"),
                wat: t("Een onderwijsconsulent denkt ook met scholen mee."),
                ..consulent()
            }]),
            ..besluit.bezwaar
        },
        ..verleend()
    }
}

fn geweigerd() -> BesluitTlv {
    let mut hoofd = verleend().hoofd;
    hoofd.wet = wet([
        (
            "Het samenwerkingsverband beslist of een leerling naar het speciaal (basis)onderwijs mag.",
            "WPO",
            "18a",
            "6",
        ),
        ("Een besluit moet een goede uitleg hebben.", "Awb", "3:46", ""),
        ("Wie belang heeft bij het besluit kan binnen zes weken bezwaar maken.", "Awb", "6:7", ""),
    ]);
    BesluitTlv {
        hoofd,
        besluit: Tlvbesluit::Geweigerd {
            gevraagd: t("het speciaal onderwijs (so)"),
            vervolg: l([
                "Sam blijft op De Regenboog. Wij geven de school vijf uur per week extra hulp, vanaf 1 juni 2026. Na tien weken kijken wij met u en de school of dat genoeg is.",
                "Is het niet genoeg? Dan kan de school opnieuw een TLV aanvragen.",
            ]),
        },
        behoeften: NietLeeg::known([
            Behoefte {
                behoefte: t("Elke dag hulp bij taal"),
                reden: t(
                    "Met vijf uur extra hulp kan De Regenboog dit elke dag geven. Dat is nog niet geprobeerd.",
                ),
            },
            Behoefte {
                behoefte: t("Een rustige werkplek"),
                reden: t("Die is er vanaf mei, naast het lokaal van groep 5."),
            },
        ]),
        afwijking: Some(t(
            "Beide deskundigen adviseren speciaal onderwijs. Zij wisten nog niet dat De Regenboog vanaf mei een rustige werkplek heeft. Met die plek en met de extra uren verwachten wij dat het op De Regenboog kan. Wij hebben dit met beide deskundigen besproken.",
        )),
        mening_ouders: t(
            "U wilt dat Sam naar het speciaal onderwijs gaat, omdat Sam nu vaak moe en verdrietig thuiskomt. Wij nemen dat serieus. Daarom begint de extra hulp al op 1 juni, en kijken wij na tien weken samen met u of het beter gaat.",
        ),
        mening_kind: None,
        ..verleend()
    }
}

fn vertraging() -> BerichtVanVertraging {
    BerichtVanVertraging {
        hoofd: swv(
            d(2026, 4, 24),
            wet([(
                "Lukt het niet om op tijd te beslissen, dan noemt het samenwerkingsverband een nieuwe, redelijke datum.",
                "Awb",
                "4:14",
                "3",
            )]),
        ),
        lezer: Lezer::Ouders,
        school: t("Basisschool De Regenboog"),
        aanvraag_van: d(2026, 3, 3),
        eerst_uiterlijk: d(2026, 4, 28),
        beslissen_uiterlijk: d(2026, 5, 19),
        redenen: l([
            "De tweede deskundige is ziek geworden. Een andere deskundige neemt het over. Zij praat op woensdag 6 mei met u en met Sam.",
        ]),
        routes: NietLeeg::known([
            steunpunt(),
            Route {
                naam: t("Ons laten weten dat wij te laat zijn (ingebrekestelling)"),
                wat: t(
                    "Dit kan de school doen, of u, als wij na 19 mei nog niet hebben beslist. Schrijf ons dan een brief.",
                ),
                uiterlijk: None,
                waar: t("Postbus 99, 9900 AB Ochtendstad"),
                gratis: true,
            },
        ]),
    }
}

fn ingebrekestelling() -> ReactieIngebrekestelling {
    ReactieIngebrekestelling {
        hoofd: Briefhoofd {
            ontvanger: directeur(),
            ..swv(
                d(2026, 5, 6),
                wet([
                    (
                        "Beslist het samenwerkingsverband ook twee weken na de ingebrekestelling niet, dan betaalt het een dwangsom.",
                        "Awb",
                        "4:17",
                        "",
                    ),
                    ("Tegen het niet op tijd beslissen kan men naar de rechtbank.", "Awb", "6:12", "2"),
                ]),
            )
        },
        betreft: t("de aanvraag voor een toelaatbaarheidsverklaring (TLV) voor Sam"),
        ontvangen_op: d(2026, 5, 4),
        standpunt: Standpunt::Terecht {
            had_gemoeten_op: d(2026, 4, 28),
            redenen: l([
                "De tweede deskundige werd ziek. Wij hadden u moeten laten weten dat het langer zou duren. Dat hebben wij niet gedaan.",
            ]),
            dwangsom_vanaf: d(2026, 5, 19),
        },
        beslissen_uiterlijk: d(2026, 5, 18),
        dwangsom: Dwangsom {
            aan: None,
            na: t("twee weken"),
            treden: NietLeeg::known([
                Dwangsomtrede { periode: t("dag 1 tot en met 14"), per_dag_eurocent: Eurocent(2300) },
                Dwangsomtrede { periode: t("dag 15 tot en met 28"), per_dag_eurocent: Eurocent(3500) },
                Dwangsomtrede { periode: t("dag 29 tot en met 42"), per_dag_eurocent: Eurocent(4500) },
            ]),
            hooguit_eurocent: Eurocent(144_200),
        },
        routes: NietLeeg::known([rechtbank()]),
    }
}

fn rechtbank() -> Route {
    Route {
        naam: t("Beroep bij de rechtbank"),
        wat: t(
            "Hebben wij twee weken na een brief als deze nog niet beslist? Dan kunt u de rechter vragen om ons snel te laten beslissen.",
        ),
        uiterlijk: None,
        waar: t("Rechtbank Ochtendland, Postbus 7, 9900 AA Ochtendstad"),
        gratis: false,
    }
}
