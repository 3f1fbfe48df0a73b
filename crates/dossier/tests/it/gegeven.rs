//! Given, when, then: a small world with invented schools and people, and a file in it.

use base::{Date, DossierNummer, Sector, Vestigingscode};
use dossier::aanmelding::afloop::{DoeAanbod, LaatToe, Weiger};
use dossier::aanmelding::feiten::{BereidGevonden, Getoond, Indiener, Overleg, Weigeringsgrond};
use dossier::aanmelding::gekomen::MeldNietGekomen;
use dossier::aanmelding::opdracht::{MeldAan, StelBehoefteVast, VraagInformatie};
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::feiten::{Contactgegevens, Ingeschreven};
use dossier::leven::opdracht::{SchrijfIn, SchrijfUit, VerbindPersoon};
use dossier::leven::stem::Stem;
use dossier::soort::{
    Adviesuitkomst, Afzender, AndereSchoolsoort, Bekendmakingswijze, Discipline, Onderwijskeuze, Relatie,
    Schoolsoort, TlvSoort, Toelatingsvoorwaarde, Uitschrijfreden,
};
use dossier::staat::Adres;
use dossier::tlv::besluit::{MaakBekend, NeemBesluit, OntvangIngebrekestelling, Uitspraak};
use dossier::tlv::checklist::TlvInvoer;
use dossier::tlv::feiten::Bijlage;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{
    BrengAdviesUit, GeefZienswijze, StartTlvAanvraag, TekenAdvies, VraagAanvulling, VraagTlvAan,
    WijsDeskundigeToe,
};
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::toegang::Kijker;
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, NeemVerwijderingVoor, Schors, VindBereideSchool};
use dossier::{Actor, Dossier};
use recht::{Bewijspunt, Bewijssoort};
use verband::Beleid;

// The bench takes this file by its path, so these are found by theirs.
#[path = "gegeven/dan.rs"]
mod dan;
#[path = "gegeven/wereld.rs"]
mod wereld;
#[path = "gegeven/zaak.rs"]
mod zaak;

pub(crate) use dan::matrix;
pub(crate) use wereld::{
    IJSVOGEL, LIBEL, NUMMER, SWV_PO, SWV_VO, WATERJUFFER, WINDVEER, actor, besluitnemer, d, deskundige,
    directie, ib, loket, ouder, persoon, swv, vestiging, wet, wet_woonplaats,
};
pub(crate) use zaak::Zaak;

/// The policy of a partnership that filled in nothing but where objections go. How long a reason is, is asked by tests of its own
/// (`redenen`): elsewhere one word or sign is enough.
pub(crate) fn beleid() -> Beleid {
    let postadres = "Postbus 9, 9901 ZZ Ochtendstad".into();
    Beleid { postadres, minste_letters_reden: 0, ..Beleid::default() }
}

/// Given a file that does not exist yet, on Monday 2 March 2026, with the ib of De Waterjuffer at work.
pub(crate) fn niets() -> Zaak {
    Zaak {
        dossier: Dossier::new(NUMMER.parse::<DossierNummer>().expect("a number")),
        beleid: beleid(),
        vandaag: d("2026-03-02"),
        actor: ib(WATERJUFFER),
        nieuw: Vec::new(),
    }
}

/// Given Sam de Zonnevis, born on this day, whose parent M. Zonnedauw has authority and an account.
pub(crate) fn kind(geboren: &str) -> Zaak {
    let mut zaak = niets();
    zaak.doe(open_dossier(geboren)).doe(ouder_met_gezag("mevrouw M. Zonnedauw"));
    let account = ouder().persoon;
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 1, account });
    zaak
}

/// Given Sam, who turned six this month, registered today at De Waterjuffer.
pub(crate) fn aangemeld() -> Zaak {
    let mut zaak = kind("2020-03-12");
    zaak.doe(meld_aan());
    zaak
}

/// The same, with extra support needed.
pub(crate) fn behoefte_vastgesteld() -> Zaak {
    let mut zaak = aangemeld();
    zaak.doe(behoefte(true));
    zaak
}

/// Given Sam, enrolled at De Waterjuffer since last summer.
pub(crate) fn ingeschreven() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01"));
    zaak
}

/// Given a request for special education that the school sent complete today.
pub(crate) fn aangevraagd() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let invoer = volledig(&zaak, 1);
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    zaak
}

/// The same, with the advice of an orthopedagoog and of a child psychologist.
pub(crate) fn geadviseerd() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", Discipline::Orthopedagoog)
        .met_advies("p-mees", Discipline::KinderOfJeugdpsycholoog);
    zaak
}

/// The same, granted for category 1 up to 31 July 2028 and made known today.
pub(crate) fn verleend() -> Zaak {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    let vandaag = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(vandaag));
    zaak
}

impl Zaak {
    /// Given what the school filled in so far laid before parents and pupil.
    pub(crate) fn legt_voor(&mut self, aanvraag: u32) -> &mut Self {
        let mut invoer = TlvInvoer::default();
        invoer.antwoorden.insert("ondersteuningsbehoefte".into(), "Een kleine groep.".into());
        let before = self.actor.clone();
        let school = self.dossier.aanvraag(aanvraag).expect("a request").vestiging.clone();
        self.als(ib(school.as_str())).doe(LegAanvraagVoor { aanvraag, invoer }).als(before)
    }

    /// What somebody reads on the timeline, each line with the words that were typed.
    pub(crate) fn tijdlijn_van(&self, actor: Actor) -> Vec<String> {
        let kijker = Kijker { actor, groep: String::new() };
        let recht = matrix().leesrecht(&kijker, &self.dossier, &self.dossier.betrokkenen(), self.vandaag);
        let lines = self.dossier.tijdlijn_voor(&recht).into_iter();
        lines
            .map(|regel| {
                [vec![regel.tekst], regel.woorden].concat().iter().map(nl).collect::<Vec<_>>().join(" | ")
            })
            .collect()
    }

    /// Given the child at a school, whatever led to it.
    pub(crate) fn op_school(&mut self, plek: SchrijfIn) -> &mut Self {
        let before = self.actor.clone();
        self.als(ib(plek.vestiging.as_str()));
        let SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, groep, per, verklaring: _ } = plek;
        self.feit(Ingeschreven { vestiging, schoolnaam, schoolsoort, swv, groep, per });
        self.als(before)
    }

    /// An expert is asked and advises that the child is admissible, category 1.
    pub(crate) fn met_advies(&mut self, id: &str, discipline: Discipline) -> &mut Self {
        let before = self.actor.clone();
        let categorie =
            self.dossier.aanvragen.last().is_some_and(|a| matches!(a.soort, TlvSoort::So | TlvSoort::Vso));
        self.als(loket(SWV_PO)).doe(toewijzing(id, discipline));
        self.als(deskundige(id)).doe(advies(&[id], Adviesuitkomst::Toelaatbaar, categorie.then_some(1)));
        self.als(before)
    }

    /// This expert signs the advice of two that lies there.
    pub(crate) fn tekent_mee(&mut self, id: &str) -> &mut Self {
        let voorstel = self.aanvraag().adviesvoorstel.as_ref().expect("a proposal").volgnummer;
        self.als(deskundige(id)).doe(TekenAdvies { aanvraag: 1, voorstel })
    }
}

pub(crate) fn open_dossier(geboren: &str) -> OpenDossier {
    OpenDossier {
        roepnaam: "Sam".into(),
        voorvoegsel: "de".into(),
        achternaam: "Zonnevis".into(),
        geboortedatum: d(geboren),
        geslacht: None,
        adres: Adres {
            straat: "Regenboogpad 7".into(),
            postcode: Some("9999ZZ".parse().expect("a postcode")),
            plaats: "Nevelhuizen".into(),
            swv_po: Some(swv(SWV_PO)),
            swv_vo: Some(swv(SWV_VO)),
            ..Adres::default()
        },
    }
}

pub(crate) fn verbind(naam: &str, relatie: Relatie) -> VerbindPersoon {
    VerbindPersoon {
        naam: naam.into(),
        relatie,
        van: d("2018-03-12"),
        tot: None,
        brondocument: "uittreksel BRP".into(),
        contact: Contactgegevens::default(),
        namens: None,
    }
}

pub(crate) fn ouder_met_gezag(naam: &str) -> VerbindPersoon {
    verbind(naam, Relatie::Gezagsouder)
}

pub(crate) fn meld_aan() -> MeldAan {
    MeldAan {
        vestiging: vestiging(WATERJUFFER),
        schoolnaam: "De Waterjuffer".into(),
        schoolsoort: Schoolsoort::Basisschool,
        onderwijs: None,
        sector: base::Sector::Po,
        openbaar: false,
        swv: Some(swv(SWV_PO)),
        ontvangen_op: d("2026-03-02"),
        gewenst_per: Some(d("2026-08-01")),
        andere_scholen: vec!["De IJsvogel".into()],
        minderjarige_asielzoeker: false,
        toelichting_ouders: "Sam heeft een rustige plek nodig.".into(),
        nu_naar_school: None,
        huidige_school: String::new(),
        huidige_soort: None,
        van_buiten: None,
        ingediend_door: Indiener::SchoolNamensOuders,
    }
}

/// A registration at another school.
pub(crate) fn meld_aan_bij(school: &str, soort: Schoolsoort) -> MeldAan {
    let sector = dossier::aanmelding::opdracht::sector_of(soort);
    let onderwijs = (soort == Schoolsoort::SoVso).then_some(Onderwijskeuze::So);
    MeldAan { vestiging: vestiging(school), schoolsoort: soort, onderwijs, sector, ..meld_aan() }
}

pub(crate) fn behoefte(extra_ondersteuning: bool) -> StelBehoefteVast {
    StelBehoefteVast {
        aanmelding: 1,
        extra_ondersteuning,
        alleen_taal: false,
        toelichting: "Een kleine groep en vaste gezichten.".into(),
    }
}

pub(crate) fn vraag_informatie(tot_en_met: &str) -> VraagInformatie {
    VraagInformatie {
        aanmelding: 1,
        wat: vec!["verslag van de peuterspeelzaal".into()],
        waarom: "om de behoefte te kunnen vaststellen".into(),
        tot_en_met: d(tot_en_met),
    }
}

pub(crate) fn bereid(naam: &str) -> BereidGevonden {
    BereidGevonden {
        schoolnaam: naam.into(),
        vestiging: None,
        plaats: "Ochtendstad".into(),
        contact: "mevrouw Regen, 000-000 00 05".into(),
        // Counts for every school, and asks no declaration: after an inquiry (WEC 41(4)).
        soort: Some(AndereSchoolsoort::InstellingC12),
        bereid_op: d("2026-03-02"),
        bewijs: "mail van de directie".into(),
        voorwaarde_op: Some(d("2026-03-02")),
        voorwaarde: "De commissie vindt het kind passend.".into(),
        voorwaarde_ja: Some(true),
        voorwaarde_tot_en_met: Some(d("2035-07-31")),
    }
}

pub(crate) fn overleg(op: &str) -> Overleg {
    Overleg { op: d(op), met: "mevrouw Zonnedauw".into(), uitkomst: "Zij gaat kijken.".into() }
}

pub(crate) fn aanbod(per: &str) -> DoeAanbod {
    DoeAanbod {
        aanmelding: 1,
        school: bereid("De IJsvogel"),
        wat: "een plek in een groep van zestien".into(),
        per: d(per),
        andere_mogelijkheden: vec!["De Libel".into()],
        overleg: overleg("2026-03-02"),
    }
}

pub(crate) fn laat_toe(per: &str) -> LaatToe {
    LaatToe {
        aanmelding: 1,
        per: d(per),
        groep: "3".into(),
        residentieel: String::new(),
        leeftijd: String::new(),
        // Kept only where the law asks it.
        voorwaarde_soort: Some(Toelatingsvoorwaarde::Schooladvies),
        voorwaarde_op: Some(d("2026-03-02")),
        voorwaarde: "Komt in aanmerking, zegt de commissie; voorzitter is B. Bries.".into(),
        voorwaarde_ja: Some(true),
        voorwaarde_tot_en_met: Some(d("2030-07-31")),
    }
}

/// Sam did not come; the school knows more by this day.
pub(crate) fn niet_gekomen(sinds: &str, tot_en_met: &str) -> MeldNietGekomen {
    MeldNietGekomen {
        aanmelding: 1,
        sinds: d(sinds),
        gedaan: "Twee keer gebeld.".into(),
        wie: "de moeder".into(),
        tot_en_met: d(tot_en_met),
    }
}

pub(crate) fn weiger(grond: Weigeringsgrond) -> Weiger {
    Weiger {
        aanmelding: 1,
        grond,
        motivering: "Wij hebben geen gebouw waarin Sam kan rijden met de rolstoel.".into(),
        overleg: Some(overleg("2026-03-02")),
    }
}

pub(crate) fn uitzondering(id: &str) -> Weigeringsgrond {
    let bewijs = bewezen(id);
    Weigeringsgrond::Uitzondering { grond: id.into(), onderbouwing: String::new(), bewijs }
}

/// An answer to each thing that shows an exception.
pub(crate) fn bewezen(id: &str) -> Vec<Getoond> {
    let sectors = [Sector::Po, Sector::So, Sector::Vo];
    let mut all = sectors.into_iter().flat_map(|sector| wet().gronden_weigering(sector, d("2026-03-02")));
    let given = |punt: &Bewijspunt| Getoond {
        punt: punt.id.clone(),
        vraag: String::new(),
        antwoord: match punt.soort {
            Bewijssoort::Tekst => "Groep 3 is vol: dertig kinderen.".to_owned(),
            Bewijssoort::Dag => "2026-03-02".to_owned(),
            Bewijssoort::Keuze => punt.opties[0].clone(),
        },
    };
    let ground = all.find(|grond| grond.id == id);
    ground.map(|grond| grond.bewijs.iter().map(given).collect()).unwrap_or_default()
}

pub(crate) fn schrijf_in(school: &str, soort: Schoolsoort, per: &str) -> SchrijfIn {
    let partnership = if matches!(soort, Schoolsoort::Vo | Schoolsoort::Vso) { SWV_VO } else { SWV_PO };
    SchrijfIn {
        vestiging: vestiging(school),
        schoolnaam: format!("School {school}"),
        schoolsoort: soort,
        swv: Some(swv(partnership)),
        groep: "5".into(),
        per: d(per),
        verklaring: "PO9901-2024-001, uit het oude dossier".into(),
    }
}

/// Off the list of a school, since the child is enrolled at another one.
pub(crate) fn schrijf_uit(vestiging: Vestigingscode, per: Date) -> SchrijfUit {
    SchrijfUit {
        vestiging,
        per,
        grond: Uitschrijfreden::AndereSchool,
        blijkt: "De andere school stuurde een bewijs van inschrijving.".into(),
        verzoek_van: None,
    }
}

pub(crate) fn voornemen(school: &str, sector: base::Sector) -> NeemVerwijderingVoor {
    NeemVerwijderingVoor {
        vestiging: vestiging(school),
        sector,
        redenen: "De veiligheid in de groep.".into(),
    }
}

pub(crate) fn horen(op: &str) -> HoorOudersEnLeraar {
    HoorOudersEnLeraar {
        verwijdering: 1,
        op: d(op),
        kwamen: vec![1],
        leerling_kwam: true,
        ouders: "Zij willen dat Sam blijft.".into(),
        leraar: "Het lukt niet meer.".into(),
        leerling: "Ik wil hier blijven.".into(),
    }
}

/// Everybody of the family was heard today.
pub(crate) fn hoort(zaak: &Zaak, verwijdering: u32) -> HoorOudersEnLeraar {
    let op = zaak.vandaag;
    let kwamen = zaak.dossier.te_horen(op, op).into_iter().map(|persoon| persoon.nr).collect();
    HoorOudersEnLeraar { verwijdering, op, kwamen, ..horen("2026-03-02") }
}

pub(crate) fn vind_school(naam: &str) -> VindBereideSchool {
    VindBereideSchool { verwijdering: 1, school: bereid(naam) }
}

pub(crate) fn schors(van: &str, tot_en_met: &str) -> Schors {
    Schors {
        vestiging: vestiging(WATERJUFFER),
        van: d(van),
        tot_en_met: d(tot_en_met),
        redenen: "Na een gevecht op het plein.".into(),
        tijdens_overleg: false,
        op_vrije_dag: true,
    }
}

pub(crate) fn start(soort: TlvSoort) -> StartTlvAanvraag {
    StartTlvAanvraag {
        vestiging: vestiging(WATERJUFFER),
        schoolnaam: "De Waterjuffer".into(),
        soort,
        gevraagde_school_swv: None,
        landelijk_swv: None,
        school_swv_vo: None,
        verlenging_van: None,
    }
}

pub(crate) fn zienswijze(nr: u32, eens: Option<bool>) -> GeefZienswijze {
    GeefZienswijze {
        aanvraag: 1,
        van: Stem::Persoon(nr),
        tekst: "Een kleine groep is goed voor Sam.".into(),
        eens,
        namens: true,
    }
}

pub(crate) fn bijlage(vraag: &str) -> Bijlage {
    Bijlage {
        vraag: vraag.into(),
        naam: format!("{vraag}.pdf"),
        soort: "application/pdf".into(),
        blob: "blob-1".into(),
        vingerafdruk: "00".repeat(32),
        lengte: 2048,
    }
}

/// Every open point of a request answered by typing.
pub(crate) fn volledig(zaak: &Zaak, aanvraag: u32) -> TlvInvoer {
    let mut invoer = TlvInvoer::default();
    let request = zaak.dossier.aanvraag(aanvraag).expect("a request");
    let lijst = dossier::tlv::checklist::tlv(&zaak.dossier, request, &invoer, &zaak.ctx());
    for punt in lijst.ontbreekt() {
        let answer = if punt.stuk { zaak.vandaag.to_string() } else { "zie het verslag".into() };
        invoer.antwoorden.insert(punt.code.clone(), answer);
    }
    invoer
}

pub(crate) fn vraag_aanvulling(tot_en_met: &str) -> VraagAanvulling {
    VraagAanvulling {
        aanvraag: 1,
        wat: vec![format!("het groeidocument, voor {tot_en_met}")],
        waarom: "de inzet tot nu toe is niet te volgen".into(),
        tot_en_met: d(tot_en_met),
    }
}

pub(crate) fn toewijzing(id: &str, discipline: Discipline) -> WijsDeskundigeToe {
    WijsDeskundigeToe {
        aanvraag: 1,
        persoon: persoon(id),
        naam: format!("mevrouw {id}"),
        discipline,
        onafhankelijk: true,
    }
}

pub(crate) fn advies(door: &[&str], uitkomst: Adviesuitkomst, categorie: Option<u8>) -> BrengAdviesUit {
    BrengAdviesUit {
        aanvraag: 1,
        door: door.iter().map(|id| persoon(id)).collect(),
        uitkomst,
        categorie,
        tot_en_met: None,
        tekst: "Sam leert in een kleine groep.".into(),
    }
}

pub(crate) fn verleen() -> NeemBesluit {
    NeemBesluit {
        aanvraag: 1,
        uitspraak: Uitspraak::Verleen {
            nummer: "PO9901-2026-001".into(),
            categorie: Some(1),
            van: d("2026-08-01"),
            tot_en_met: d("2028-07-31"),
        },
        motivering: "Sam heeft meer nodig dan de basisschool kan geven.".into(),
        afwijking: String::new(),
        eerder: "De ouders belden: zij zijn het eens.".into(),
    }
}

/// A notice of default of the school that asked.
pub(crate) fn in_gebreke(op: &str) -> OntvangIngebrekestelling {
    let van = "De Waterjuffer".into();
    OntvangIngebrekestelling { aanvraag: 1, ontvangen_op: d(op), afzender: Afzender::Aanvrager, van }
}

/// The declaration is withdrawn: made known on a day, from another.
pub(crate) fn trek_in(op: &str, per: &str) -> TrekTlvIn {
    TrekTlvIn {
        aanvraag: 1,
        per: d(per),
        reden: "Sam gaat terug naar de basisschool.".into(),
        gehoord: "De ouders en de school zijn het eens.".into(),
        op: d(op),
        wijze: Bekendmakingswijze::Post,
    }
}

pub(crate) fn maak_bekend(op: Date) -> MaakBekend {
    MaakBekend { aanvraag: 1, op, wijze: Bekendmakingswijze::Post }
}

/// A sentence as a professional reads it.
pub(crate) fn nl(tekst: &teksten::Tekst) -> String {
    teksten::Taal::Nl.zeg(tekst)
}
