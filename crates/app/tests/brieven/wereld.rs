//! An invented region with two schools, and one file in memory to which commands are applied.

use std::sync::Arc;

use app::brieven::Conceptbrief;
use app::organisaties::NieuweOrganisatie;
use app::{App, AppError, Moment};
use base::{Date, OrganisatieId, PersoonId, Timestamp};
use documents::Brief;
use dossier::aanmelding::feiten::{Getoond, Weigeringsgrond};
use dossier::aanmelding::opdracht::MeldAan;
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::algemeen::opdracht::OpenDossier;
use dossier::algemeen::post::VerwerkPost;
use dossier::leven::feiten::Contactgegevens;
use dossier::leven::opdracht::{SchrijfIn, VerbindPersoon};
use dossier::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use dossier::soort::{Poststap, Relatie};
use dossier::staat::{Adres, Dossier, Geheimhouding};
use dossier::{Actor, Rol};
use storage::{Account, Handeling};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use verband::{Beleid, School, Schoolsoort};

use crate::geheim::nothing_typed;

pub(crate) const SCHOOL: &str = "99XX00";
pub(crate) const SCHOOLNAAM: &str = "Basisschool De Regenboog";

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn at(text: &str) -> Moment {
    Moment::of(format!("{text}T09:00:00Z").parse().unwrap())
}

pub(crate) fn actor(persoon: &str, rol: Rol, organisatie: &str) -> Actor {
    Actor { persoon: persoon.parse().unwrap(), rol, organisatie: organisatie.parse().unwrap() }
}

pub(crate) fn ib() -> Actor {
    actor("zonnedauw", Rol::Ib, "school/99XX00")
}

pub(crate) fn directie() -> Actor {
    actor("wulp", Rol::Directie, "school/99XX00")
}

/// The school is full, with what shows it.
pub(crate) fn vol() -> Weigeringsgrond {
    let shown = [
        ("bewijs_plaatsen", "Beide groepen 5 hebben dertig kinderen."),
        ("bewijs_geteld_op", "2026-03-02"),
        ("bewijs_beleid", "Op de website, sinds 2024."),
        ("bewijs_gelijk", "Niemand anders meldde zich aan"),
    ];
    let shown = shown.map(|(punt, antwoord)| Getoond {
        punt: punt.to_owned(),
        vraag: String::new(),
        antwoord: antwoord.to_owned(),
    });
    let (grond, bewijs) = ("geen_plaatsruimte_po".to_owned(), shown.to_vec());
    Weigeringsgrond::Uitzondering { grond, onderbouwing: String::new(), bewijs }
}

pub(crate) fn loket() -> Actor {
    actor("regenwulp", Rol::Loket, "swv/PO9901")
}

/// The program with its region, and the file.
pub(crate) struct Wereld {
    pub(crate) app: Arc<App>,
    pub(crate) dossier: Dossier,
    pub(crate) vandaag: Date,
    beleid: Beleid,
    _place: Place,
}

pub(crate) fn school(
    vestiging: &str,
    naam: &str,
    schoolsoort: Schoolsoort,
    openbaar: bool,
) -> NieuweOrganisatie {
    NieuweOrganisatie::School(School {
        vestiging: vestiging.parse().unwrap(),
        naam: naam.to_owned(),
        schoolsoort,
        openbaar,
        bestuur: Some("99999".parse().unwrap()),
        swv_po: Some("PO9901".parse().unwrap()),
        swv_vo: None,
        postcode: Some("9901AA".parse().unwrap()),
        plaats: "Ochtendstad".to_owned(),
        gemeente: Some("9999".parse().unwrap()),
        adres: "Kievitstraat 3".to_owned(),
        telefoon: "000-0000001".to_owned(),
    })
}

fn named(id: &str, naam: &str) -> NieuweOrganisatie {
    NieuweOrganisatie::Andere { id: id.parse().unwrap(), naam: naam.to_owned() }
}

impl Wereld {
    /// A region on a day, with an empty file.
    pub(crate) async fn on(vandaag: &str) -> Self {
        Box::pin(Self::build(vandaag)).await
    }

    async fn build(vandaag: &str) -> Self {
        let place = Home::sqlite().place().await;
        let options = Options::new(Secret::generate().unwrap(), Timestamp::UNIX_EPOCH);
        let storage = SqlStorage::open(place.address(), options).await.unwrap();
        let app = Arc::new(App::new(Arc::new(storage), testkit::letters()).unwrap());
        let organisations = [
            school(SCHOOL, SCHOOLNAAM, Schoolsoort::Basisschool, false),
            school("99YY00", "De Wilg", Schoolsoort::Sbo, true),
            named("swv/PO9901", "Samenwerkingsverband Ochtendstad"),
            named("swv/VO9901", "Samenwerkingsverband Avondstad"),
            named("bestuur/99999", "Stichting Ochtendnevel"),
        ];
        app.make_organisaties(&organisations, at("2026-01-01")).await.unwrap();
        for (id, naam) in [
            ("zonnedauw", "M. Zonnedauw"),
            ("wulp", "W. van der Wulp"),
            ("regenwulp", "R. Regenwulp"),
            ("roodborst", "F. Roodborst"),
        ] {
            app.storage.create_account(&account(id, naam), &made(id)).await.unwrap();
        }
        let beleid = Beleid {
            telefoon_loket: "000-0000002".to_owned(),
            steunpunt: "Steunpunt Morgenster, 000-0000003".to_owned(),
            postadres: "Postbus 99, 9900 AB Ochtendstad".to_owned(),
            ..Beleid::default()
        };
        let director = actor("roodborst", Rol::DirecteurSwv, "swv/PO9901");
        let nieuw = app::organisaties::NieuwBeleid {
            beleid: beleid.clone(),
            waarom: "begin".to_owned(),
            expected: 0,
            idempotency: None,
            drafts_done: Vec::new(),
        };
        app.stel_beleid_vast(&director, &"PO9901".parse().unwrap(), nieuw, at("2026-01-01")).await.unwrap();
        let dossier = Dossier::new("2026-004217".parse().unwrap());
        Self { app, dossier, vandaag: day(vandaag), beleid, _place: place }
    }

    /// The same, with Sam and both parents in the file.
    pub(crate) async fn with_family(vandaag: &str) -> Self {
        let mut wereld = Self::on(vandaag).await;
        wereld.open("Sam", "de", "Zonnevis");
        wereld.parent("mevrouw I. de Zonnevis", "");
        wereld.parent("de heer P. Baars", "Wadlaan 7, 9902 BB Middagdorp");
        wereld
    }

    pub(crate) fn open(&mut self, roepnaam: &str, voorvoegsel: &str, achternaam: &str) {
        let adres = Adres {
            straat: "Lijsterlaan 12".to_owned(),
            postcode: Some("9901ZZ".parse().unwrap()),
            plaats: "Ochtendstad".to_owned(),
            gemeente: Some("9999".parse().unwrap()),
            swv_po: Some("PO9901".parse().unwrap()),
            ..Adres::default()
        };
        let opdracht = OpenDossier {
            roepnaam: roepnaam.to_owned(),
            voorvoegsel: voorvoegsel.to_owned(),
            achternaam: achternaam.to_owned(),
            geboortedatum: day("2018-02-06"),
            geslacht: None,
            adres,
        };
        self.silently(&ib(), opdracht);
    }

    pub(crate) fn parent(&mut self, naam: &str, adres: &str) {
        self.person(naam, adres, Relatie::Gezagsouder);
    }

    pub(crate) fn person(&mut self, naam: &str, adres: &str, relatie: Relatie) {
        let contact = Contactgegevens { adres: adres.to_owned(), ..Contactgegevens::default() };
        let opdracht = VerbindPersoon {
            naam: naam.to_owned(),
            relatie,
            van: day("2018-02-06"),
            tot: None,
            brondocument: "uittreksel".to_owned(),
            contact,
            namens: None,
        };
        self.silently(&ib(), opdracht);
    }

    /// Sam is enrolled at De Regenboog.
    pub(crate) fn enrol(&mut self) {
        self.enrol_at(Schoolsoort::Basisschool);
    }

    /// Sam is enrolled at De Regenboog, which is of this kind.
    pub(crate) fn enrol_at(&mut self, schoolsoort: Schoolsoort) {
        // Nobody is a pupil of secondary education before the eighth birthday.
        let per = day(if schoolsoort == Schoolsoort::Vo { "2026-02-09" } else { "2024-08-01" });
        let opdracht = SchrijfIn {
            vestiging: SCHOOL.parse().unwrap(),
            schoolnaam: SCHOOLNAAM.to_owned(),
            schoolsoort,
            swv: Some(if schoolsoort == Schoolsoort::Vo { "VO9901" } else { "PO9901" }.parse().unwrap()),
            groep: "5".to_owned(),
            per,
            verklaring: "2024-00001, in het oude dossier".to_owned(),
        };
        self.silently(&ib(), opdracht);
    }

    /// What a command decides, applied to the file.
    pub(crate) fn decide(&mut self, actor: &Actor, opdracht: impl Into<Opdracht>) -> Vec<Vaststelling> {
        let ctx = Besluitvorming { wet: &self.app.wet, beleid: &self.beleid, vandaag: self.vandaag, actor };
        let decided = self.dossier.decide(&opdracht.into(), &ctx).unwrap();
        for vaststelling in &decided {
            let feit = vaststelling.clone().feit(self.dossier.versie + 1, Timestamp::UNIX_EPOCH, actor);
            self.dossier.apply(feit);
        }
        decided
    }

    pub(crate) fn silently(&mut self, actor: &Actor, opdracht: impl Into<Opdracht>) {
        self.decide(actor, opdracht);
    }

    /// These letters were made, and went out by post today, or lie there still.
    pub(crate) fn kept(&mut self, actor: &Actor, letters: Vec<Conceptbrief>, left: bool) {
        for letter in letters {
            let made = BriefVastgelegd {
                soort: letter.brief.soort().to_owned(),
                betreft: letter.betreft,
                deel: letter.deel,
                aan_personen: letter.aan_personen,
                aan_organisaties: letter.aan_organisaties,
                blob: "b-1".to_owned(),
                vingerafdruk: "00".to_owned(),
                lengte: 1,
                vierkantjes: String::new(),
            };
            let volgnummer = self.dossier.versie + 1;
            let made = Vaststelling::held_by(self.vandaag, letter.van, made);
            self.dossier.apply(made.feit(volgnummer, Timestamp::UNIX_EPOCH, actor));
            if left {
                let post = VerwerkPost { volgnummer, stap: Poststap::Post, op: self.vandaag };
                self.silently(actor, post);
            }
        }
    }

    /// The letters that a command gives.
    pub(crate) fn letters(
        &mut self,
        actor: &Actor,
        opdracht: impl Into<Opdracht>,
    ) -> impl Future<Output = Vec<Conceptbrief>> {
        let letters = self.try_letters(actor, opdracht);
        async move { letters.await.unwrap() }
    }

    pub(crate) fn try_letters(
        &mut self,
        actor: &Actor,
        opdracht: impl Into<Opdracht>,
    ) -> impl Future<Output = Result<Vec<Conceptbrief>, AppError>> {
        let decided = self.decide(actor, opdracht);
        let moment = Moment { vandaag: self.vandaag, ..at("2026-01-01") };
        async move {
            let letters = self.app.concept_brieven(&self.dossier, &decided, actor, moment).await?;
            for letter in &letters {
                let bytes = self.app.render(&letter.brief).unwrap();
                assert!(bytes.starts_with(b"%PDF"), "{}", letter.brief.soort());
                for ground in letter.brief.rechtsgronden() {
                    let sure = ground.vindplaats.zekerheid != base::Zekerheid::Kennis;
                    assert!(sure, "{} cites what nobody read: {}", letter.brief.soort(), ground.vindplaats);
                    // What is a choice of this program is called so, and stands beside no article.
                    let choice = ["werkwijze van Leerrecht", "eigen regel van dit programma"]
                        .iter()
                        .any(|words| ground.tekst.as_str().contains(words));
                    let policy = ground.vindplaats.zekerheid == base::Zekerheid::Beleid;
                    let bare = ground.vindplaats.artikel.is_empty();
                    assert!(!choice || policy && bare, "{}: {}", letter.brief.soort(), ground.tekst);
                }
            }
            // The same, had it been secret from everybody where the child is.
            let mut secret = self.dossier.clone();
            secret.geheimhouding = Some(Geheimhouding {
                sinds: self.vandaag,
                voor_personen: Vec::new(),
                volgnummer: 0,
                eerder: None,
            });
            let hidden = self.app.concept_brieven(&secret, &decided, actor, moment).await?;
            nothing_typed(&self.dossier, &letters);
            nothing_typed(&secret, &hidden);
            Ok(letters)
        }
    }
}

/// A registration at De Regenboog on a day.
pub(crate) fn meld_aan(ontvangen_op: &str) -> MeldAan {
    MeldAan {
        vestiging: SCHOOL.parse().unwrap(),
        schoolnaam: SCHOOLNAAM.to_owned(),
        schoolsoort: Schoolsoort::Basisschool,
        onderwijs: None,
        sector: base::Sector::Po,
        openbaar: false,
        swv: Some("PO9901".parse().unwrap()),
        ontvangen_op: day(ontvangen_op),
        gewenst_per: Some(day("2026-05-18")),
        andere_scholen: vec!["Het Nest".to_owned()],
        minderjarige_asielzoeker: false,
        toelichting_ouders: String::new(),
        nu_naar_school: None,
        huidige_school: String::new(),
        huidige_soort: None,
        van_buiten: None,
        ingediend_door: dossier::aanmelding::feiten::Indiener::SchoolNamensOuders,
    }
}

fn account(id: &str, naam: &str) -> Account {
    Account {
        id: persoon(id),
        naam: naam.to_owned(),
        e_mail: format!("{id}@school.example"),
        wachtwoord: None,
        aangemaakt_op: Timestamp::UNIX_EPOCH,
        geblokkeerd_op: None,
        taal: None,
    }
}

fn made(id: &str) -> Handeling {
    Handeling {
        at: Timestamp::UNIX_EPOCH,
        door: None,
        organisatie: None,
        handeling: "account_gemaakt".to_owned(),
        onderwerp: id.to_owned(),
        toelichting: String::new(),
    }
}

pub(crate) fn persoon(id: &str) -> PersoonId {
    id.parse().unwrap()
}

/// Who gets each letter: kind, persons, organisations.
pub(crate) fn readers(letters: &[Conceptbrief]) -> Vec<(&str, Vec<u32>, Vec<&str>)> {
    letters.iter().map(reader).collect()
}

fn reader(concept: &Conceptbrief) -> (&str, Vec<u32>, Vec<&str>) {
    let organisations = concept.aan_organisaties.iter().map(OrganisatieId::as_str).collect();
    (concept.brief.soort(), concept.aan_personen.clone(), organisations)
}

/// Every article that a letter cites.
pub(crate) fn articles(brief: &Brief) -> Vec<String> {
    brief.rechtsgronden().iter().map(|grond| grond.vindplaats.to_string()).collect()
}

/// Everything that stands in a letter, as one text.
pub(crate) fn text_of(brief: &Brief) -> String {
    serde_json::to_string(brief).unwrap()
}

/// The one letter of a kind, unpacked.
#[macro_export]
macro_rules! letter {
    ($letters:expr, $at:expr, $kind:ident) => {
        match &$letters[$at].brief {
            documents::Brief::$kind(letter) => letter.as_ref(),
            other => panic!("expected {}, got {}", stringify!($kind), other.soort()),
        }
    };
}
