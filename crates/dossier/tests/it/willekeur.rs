//! Any command with any text, day and number, on any file: an answer comes back, a refusal can be read in every language,
//! and what is recorded can be stored, read back and told.

use base::{Date, Sector, dates};
use dossier::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, GaVerderZonderOuder, LaatAanmeldingDoorgaan, MeldFeitelijkeWeigering,
    StelBuitenBehandeling, TrekAanmeldingIn, Weiger, WijsAanbodAf,
};
use dossier::aanmelding::feiten::{BereidGevonden, Getoond, Indiener, Overleg, Weigeringsgrond};
use dossier::aanmelding::inleveren::LeverInformatieIn;
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn,
    VraagInformatie,
};
use dossier::aanmelding::verklaring::ToonVerklaring;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::opdracht::OpenDossier;
use dossier::algemeen::post::VerwerkPost;
use dossier::algemeen::vrijgave::GeefTekstVrij;
use dossier::beurt::Onderwerp;
use dossier::leven::bereik::ZoekOuders;
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::leven::contact::WijzigContact;
use dossier::leven::eigenpagina::BeeindigEigenPagina;
use dossier::leven::feiten::{Contactgegevens, Overledene};
use dossier::leven::opdracht::{
    GaSchoolNa, GaVerhuizingNa, KijkGezagNa, MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, NodigOuderUit,
    OntvangNummer, SchrijfIn, SchrijfUit, SluitOuderAan, VerbindPersoon, Verhuis, WijzigGezag, WijzigNaam,
    ZetGeheimhouding,
};
use dossier::leven::stem::Stem;
use dossier::leven::taal::LegTaalVast;
use dossier::leven::verzorger::StaLezingToe;
use dossier::leven::woorden::{LaatWeten, ZegGezien};
use dossier::soort::{
    Adviesuitkomst, Afzender, AndereSchoolsoort, Bekendmakingswijze, Bewijsveld, Discipline,
    GrondZonderOuder, Onderwijskeuze, Poststap, Relatie, Schoolgang, Schoolsoort, TlvSoort, Uitschrijfreden,
    Verzorgerslezing,
};
use dossier::staat::Adres;
use dossier::tlv::aanvulling::LaatAanvullingVervallen;
use dossier::tlv::behandelen::{BeoordeelAanvulling, StelAanvraagBuitenBehandeling};
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, OntvangIngebrekestelling,
    Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::checklist::TlvInvoer;
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::dwangsom::StelDwangsomVast;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::identiteit::{BeoordeelVerbetering, VerbeterKind};
use dossier::tlv::inleveren::LeverAanvullingIn;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, TekenAdvies,
    TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use dossier::tlv::vervolg::BepaalVervolg;
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::{Actor, Opdracht};
use proptest::prelude::*;

use crate::PROEVEN;
use crate::derde_lezing::getoond;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, WINDVEER, besluitnemer, bijlage, d, deskundige, directie,
    ib, loket, meld_aan, niets, open_dossier, ouder, persoon, start, swv, vestiging,
};
use crate::inleveren::{hier, voor_aanvulling};
use crate::plek::{toelating, verbetering};
use crate::wandeling::{loop_door, stappen};

mod antwoord;
mod later;

use antwoord::{vertel, vraag};
use later::{na_aanmelding, verwijdering};

/// What a command is filled with.
#[derive(Debug, Clone)]
pub(crate) struct Vulling {
    welke: usize,
    tekst: [String; 3],
    dag: [i32; 2],
    /// The number of a case, a person or a fact, which may be there or not.
    pub(crate) nr: u32,
    soort: usize,
    pub(crate) ja: bool,
    wie: usize,
}

impl Vulling {
    pub(crate) fn tekst(&self, which: usize) -> String {
        self.tekst[which % self.tekst.len()].clone()
    }

    /// A day around the first of the tests, or far from it.
    pub(crate) fn dag(&self, which: usize) -> Date {
        dates::plus_days(d("2026-03-02"), self.dag[which % self.dag.len()]).unwrap_or(Date::MAX)
    }

    pub(crate) fn kies<T: Copy>(&self, all: &[T]) -> T {
        all[self.soort % all.len()]
    }

    pub(crate) fn school(&self) -> base::Vestigingscode {
        vestiging(self.kies(&[WATERJUFFER, IJSVOGEL, LIBEL, WINDVEER]))
    }

    pub(crate) fn sector(&self) -> Sector {
        self.kies(&[Sector::Po, Sector::So, Sector::Vo])
    }

    pub(crate) fn bereid(&self) -> BereidGevonden {
        BereidGevonden {
            schoolnaam: self.tekst(0),
            vestiging: self.ja.then(|| self.school()),
            plaats: self.tekst(1),
            contact: self.tekst(2),
            soort: self.ja.then(|| self.kies(AndereSchoolsoort::ALL)),
            bereid_op: self.dag(0),
            bewijs: self.tekst(1),
            voorwaarde_op: self.ja.then(|| self.dag(1)),
            voorwaarde: self.tekst(2),
            voorwaarde_ja: self.ja.then_some(true),
            voorwaarde_tot_en_met: self.ja.then(|| self.dag(2)),
        }
    }

    pub(crate) fn overleg(&self) -> Overleg {
        Overleg { op: self.dag(1), met: self.tekst(1), uitkomst: self.tekst(2) }
    }

    pub(crate) fn adres(&self) -> Adres {
        Adres { straat: self.tekst(0), plaats: self.tekst(1), buitenland: self.ja, ..Adres::default() }
    }

    fn wie(&self) -> Actor {
        let all = [
            ib(WATERJUFFER),
            directie(WATERJUFFER),
            ib(IJSVOGEL),
            ib(LIBEL),
            directie(WINDVEER),
            loket(SWV_PO),
            loket(SWV_VO),
            besluitnemer(SWV_PO),
            deskundige("p-vink"),
            deskundige("p-mees"),
            ouder(),
        ];
        all[self.wie % all.len()].clone()
    }
}

/// A line or text that somebody might send: letters of any alphabet, ends of lines, signs for machines, too much of it.
fn tekst() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "\\PC{1,30}",
        2 => "(?s).{0,40}",
        1 => Just(String::new()),
        1 => Just("x".repeat(20_001)),
        1 => Just("een\0twee".to_owned()),
        1 => Just("\u{202e}omgekeerd\u{202c}\u{200b}".to_owned()),
    ]
}

fn dag() -> impl Strategy<Value = i32> {
    prop_oneof![5 => -40..80_i32, 2 => -4000..6000_i32, 1 => proptest::sample::select(vec![-739_000, 2_912_000])]
}

pub(crate) fn vulling() -> impl Strategy<Value = Vulling> {
    let texts = [tekst().boxed(), tekst().boxed(), tekst().boxed()];
    let nr = prop_oneof![6 => 0..3_u32, 1 => any::<u32>()];
    (any::<usize>(), texts, [dag().boxed(), dag().boxed()], nr, any::<usize>(), any::<bool>(), any::<usize>())
        .prop_map(|(welke, tekst, dag, nr, soort, ja, wie)| Vulling { welke, tekst, dag, nr, soort, ja, wie })
}

fn leven(v: &Vulling) -> Vec<Opdracht> {
    [mensen(v), plaatsen(v)].concat()
}

fn laat_weten(v: &Vulling) -> LaatWeten {
    LaatWeten {
        woorden: v.tekst(0),
        over: Onderwerp::van_elke_soort(v.nr).nth(usize::from(!v.ja) * 3),
        alleen_school: v.ja,
    }
}

fn lezing(v: &Vulling) -> StaLezingToe {
    StaLezingToe {
        persoon: v.nr,
        wat: v.kies(Verzorgerslezing::ALL),
        van: v.ja.then_some(v.nr),
        blijkt: v.tekst(0),
    }
}

/// The child and its people.
fn mensen(v: &Vulling) -> Vec<Opdracht> {
    let contact = Contactgegevens { e_mail: v.tekst(1), telefoon: v.tekst(2), adres: v.tekst(0) };
    let relatie = v.kies(Relatie::ALL);
    let name = || crate::leven::nieuwe_naam();
    vec![
        OpenDossier {
            roepnaam: v.tekst(0),
            geboortedatum: v.dag(0),
            adres: v.adres(),
            ..open_dossier("2020-03-12")
        }
        .into(),
        VerbindPersoon {
            naam: v.tekst(0),
            relatie,
            van: v.dag(0),
            tot: v.ja.then(|| v.dag(1)),
            brondocument: v.tekst(2),
            contact,
            namens: v.ja.then_some(v.nr),
        }
        .into(),
        LegTaalVast { persoon: v.nr, taal: v.tekst(0), tolk: v.ja }.into(),
        laat_weten(v).into(),
        ZegGezien { woorden: v.nr, antwoord: v.tekst(1) }.into(),
        lezing(v).into(),
        BeeindigEigenPagina { persoon: v.nr, reden: v.tekst(0) }.into(),
        ZoekOuders { bereikt: v.ja, op: v.dag(0), hoe: v.tekst(1) }.into(),
        WijzigGezag {
            persoon: v.nr,
            relatie: v.ja.then_some(relatie),
            per: v.dag(0),
            brondocument: v.tekst(0),
        }
        .into(),
        WijzigContact {
            persoon: v.nr,
            per: v.dag(0),
            contact: Contactgegevens { telefoon: v.tekst(0), ..Contactgegevens::default() },
        }
        .into(),
        NodigOuderUit { persoon: v.nr, geldig_tot_en_met: v.dag(0), werkt_hier: v.ja }.into(),
        SluitOuderAan { persoon: v.nr, account: persoon("p-ander") }.into(),
        ZegDigitaalBereikbaar { ja: v.ja, geen_bericht: v.ja }.into(),
        Verhuis { per: v.dag(0), adres: v.adres() }.into(),
        MeldPleegzorg { per: v.dag(0), persoon: v.nr }.into(),
        MeldMeerderjarig { handelingsbekwaam: v.ja }.into(),
        WijzigNaam { per: v.dag(0), roepnaam: v.tekst(0), achternaam: v.tekst(1), ..name() }.into(),
        ZetGeheimhouding { geheim: v.ja, voor_personen: vec![v.nr], bron: v.tekst(0) }.into(),
        OntvangNummer { pgn: v.tekst(0) }.into(),
        MeldOverlijden { wie: Overledene::Persoon(v.nr), op: v.dag(0) }.into(),
    ]
}

/// Its places at school, and what is done with facts and letters.
fn plaatsen(v: &Vulling) -> Vec<Opdracht> {
    vec![
        SchrijfIn {
            vestiging: v.school(),
            schoolnaam: v.tekst(0),
            schoolsoort: v.kies(Schoolsoort::ALL),
            swv: v.ja.then(|| swv(SWV_PO)),
            groep: v.tekst(1),
            per: v.dag(0),
            verklaring: v.tekst(2),
        }
        .into(),
        SchrijfUit {
            vestiging: v.school(),
            per: v.dag(0),
            grond: v.kies(Uitschrijfreden::ALL),
            blijkt: v.tekst(0),
            verzoek_van: v.ja.then_some(v.nr),
        }
        .into(),
        GaSchoolNa { vestiging: v.school(), hoe: v.tekst(0) }.into(),
        GaVerhuizingNa { vestiging: v.school(), hoe: v.tekst(1) }.into(),
        KijkGezagNa { vestiging: v.school(), hoe: v.tekst(1) }.into(),
        Corrigeer { volgnummer: u64::from(v.nr) + 1, waarom: v.tekst(0), nieuw: None }.into(),
        VerwerkPost { volgnummer: u64::from(v.nr) + 1, stap: v.kies(Poststap::ALL), op: v.dag(0) }.into(),
        GeefTekstVrij { volgnummer: u64::from(v.nr) + 1, voor_personen: vec![v.nr] }.into(),
    ]
}

fn nieuwe_aanmelding(v: &Vulling) -> MeldAan {
    MeldAan {
        vestiging: v.school(),
        schoolnaam: v.tekst(0),
        schoolsoort: v.kies(Schoolsoort::ALL),
        onderwijs: v.ja.then(|| v.kies(Onderwijskeuze::ALL)),
        sector: v.sector(),
        openbaar: v.ja,
        ontvangen_op: v.dag(0),
        gewenst_per: v.ja.then(|| v.dag(1)),
        andere_scholen: vec![v.tekst(1), v.tekst(2)],
        minderjarige_asielzoeker: v.ja,
        toelichting_ouders: v.tekst(2),
        nu_naar_school: v.ja.then(|| v.kies(Schoolgang::ALL)),
        huidige_school: v.tekst(0),
        huidige_soort: v.ja.then(|| v.kies(AndereSchoolsoort::ALL)),
        ingediend_door: if v.ja { Indiener::Ouder(v.nr) } else { Indiener::SchoolNamensOuders },
        ..meld_aan()
    }
}

fn weigeringsgrond(v: &Vulling) -> Weigeringsgrond {
    if v.ja {
        return Weigeringsgrond::AndereSchool(v.bereid());
    }
    let answer =
        |veld: &Bewijsveld| Getoond { punt: veld.code().into(), vraag: v.tekst(0), antwoord: v.tekst(1) };
    Weigeringsgrond::Uitzondering {
        grond: "geen_plaatsruimte_po".into(),
        onderbouwing: v.tekst(1),
        bewijs: Bewijsveld::ALL.iter().map(answer).collect(),
    }
}

fn aanmelding(v: &Vulling) -> Vec<Opdracht> {
    let nr = v.nr;
    let grond = weigeringsgrond(v);
    vec![
        MeldEersteContact { school: v.tekst(0), op: v.dag(0), gezegd: v.tekst(1) }.into(),
        nieuwe_aanmelding(v).into(),
        StelBehoefteVast {
            aanmelding: nr,
            extra_ondersteuning: v.ja,
            alleen_taal: v.soort.is_multiple_of(2),
            toelichting: v.tekst(0),
        }
        .into(),
        VraagInformatie { aanmelding: nr, wat: vec![v.tekst(0)], waarom: v.tekst(1), tot_en_met: v.dag(0) }
            .into(),
        LeverInformatieIn { aanmelding: nr, ..hier(&v.tekst(0)) }.into(),
        OntvangInformatie { aanmelding: nr, op: v.dag(0), compleet: v.ja, nog_nodig: v.tekst(0) }.into(),
        VerlengBeslistermijn { aanmelding: nr, weken: if v.ja { 2 } else { 4 }, reden: v.tekst(0) }.into(),
        PlaatsTijdelijk {
            aanmelding: nr,
            per: v.dag(0),
            groep: v.tekst(0),
            zonder_verklaring: v.tekst(1),
            ertussen: "Het kind was ziek.".into(),
        }
        .into(),
        DoeAanbod {
            aanmelding: nr,
            school: v.bereid(),
            wat: v.tekst(2),
            per: v.dag(1),
            andere_mogelijkheden: vec![v.tekst(0)],
            overleg: v.overleg(),
        }
        .into(),
        AanvaardAanbod { van: v.ja.then_some(v.nr), aanmelding: nr, aanbod: nr, toelichting: v.tekst(0) }
            .into(),
        WijsAanbodAf { van: None, aanmelding: nr, aanbod: nr, reden: v.tekst(0) }.into(),
        ToonVerklaring { aanmelding: nr, nummer: v.tekst(0), ..getoond(TlvSoort::So) }.into(),
        toelating(nr, v.dag(0), v.ja, [v.tekst(0), v.tekst(1), v.tekst(2)]).into(),
        Weiger { aanmelding: nr, grond, motivering: v.tekst(2), overleg: v.ja.then(|| v.overleg()) }.into(),
        MeldFeitelijkeWeigering { aanmelding: nr, op: v.dag(0), wat: v.tekst(0) }.into(),
        StelBuitenBehandeling { aanmelding: nr, reden: v.tekst(0) }.into(),
        TrekAanmeldingIn { van: v.ja.then_some(v.nr), aanmelding: nr, reden: v.tekst(0) }.into(),
        LaatAanmeldingDoorgaan { van: v.ja.then_some(v.nr), aanmelding: nr, reden: v.tekst(0) }.into(),
        GaVerderZonderOuder {
            aanmelding: nr,
            persoon: v.nr,
            grond: if v.ja { GrondZonderOuder::VerblijfOnbekend } else { GrondZonderOuder::GeenAntwoord },
            reden: v.tekst(0),
            gerecht: v.tekst(1),
            uitspraak_op: v.ja.then(|| v.dag(0)),
        }
        .into(),
        verbetering(nr, v.dag(0), v.ja, v.tekst(0)).into(),
    ]
}

fn aanvraag(v: &Vulling) -> Vec<Opdracht> {
    let aanvraag = v.nr;
    let expert = || persoon(v.kies(&["p-vink", "p-mees", "p-raaf"]));
    let mut invoer = TlvInvoer { pro_zijroute: v.ja, ..TlvInvoer::default() };
    invoer.antwoorden.insert(v.tekst(0), v.tekst(1));
    let van = if v.ja { Stem::Leerling } else { Stem::Persoon(aanvraag) };
    vec![
        StartTlvAanvraag {
            vestiging: v.school(),
            schoolnaam: v.tekst(0),
            verlenging_van: v.ja.then_some(aanvraag),
            ..start(v.kies(TlvSoort::ALL))
        }
        .into(),
        LegAanvraagVoor { aanvraag, invoer: invoer.clone() }.into(),
        VraagTlvAan { aanvraag, invoer }.into(),
        VraagAanvulling { aanvraag, wat: vec![v.tekst(0)], waarom: v.tekst(1), tot_en_met: v.dag(0) }.into(),
        LeverAanvullingIn { aanvraag, ..voor_aanvulling(&v.tekst(0)) }.into(),
        OntvangAanvulling {
            aanvraag,
            op: v.dag(0),
            antwoorden: vec![(v.tekst(0), v.tekst(1))],
            bijlagen: vec![bijlage("inzet_tot_nu_toe")],
        }
        .into(),
        WijsDeskundigeToe {
            aanvraag,
            persoon: expert(),
            naam: v.tekst(0),
            discipline: v.kies(Discipline::ALL),
            onafhankelijk: v.ja,
        }
        .into(),
        LaatAanvullingVervallen { aanvraag, waarom: v.tekst(0) }.into(),
        BeoordeelAanvulling { aanvraag, genoeg: v.ja, toelichting: v.tekst(0) }.into(),
        StelAanvraagBuitenBehandeling { aanvraag, reden: v.tekst(0), wijze: v.kies(Bekendmakingswijze::ALL) }
            .into(),
        ZendTlvDoor { aanvraag, waarom: v.tekst(0) }.into(),
        BeeindigToewijzing { aanvraag, persoon: expert(), reden: v.tekst(0) }.into(),
        BrengAdviesUit {
            aanvraag,
            door: vec![v.wie().persoon, expert()],
            uitkomst: v.kies(Adviesuitkomst::ALL),
            categorie: v.ja.then_some(u8::try_from(v.soort % 256).unwrap_or(0)),
            tot_en_met: v.ja.then(|| v.dag(0)),
            tekst: v.tekst(0),
        }
        .into(),
        HerzieAdvies { aanvraag, waarom: v.tekst(0) }.into(),
        TekenAdvies { aanvraag, voorstel: u64::from(v.nr) }.into(),
        GeefZienswijze { aanvraag, van, tekst: v.tekst(0), eens: v.ja.then_some(true), namens: v.ja }.into(),
        TrekTlvAanvraagIn { aanvraag, reden: v.tekst(0) }.into(),
        BepaalVervolg { aanvraag, hoe: v.tekst(0) }.into(),
    ]
}

fn verbetering_van_kind(v: &Vulling) -> Vec<Opdracht> {
    let aanvraag = v.nr;
    vec![
        BeoordeelVerbetering { aanvraag, akkoord: v.ja, toelichting: v.tekst(0) }.into(),
        VerbeterKind {
            aanvraag,
            roepnaam: v.tekst(1),
            geboortedatum: v.dag(0),
            ..crate::identiteit::verbeter()
        }
        .into(),
    ]
}

fn besluit(v: &Vulling) -> Vec<Opdracht> {
    let aanvraag = v.nr;
    let uitspraak = if v.ja {
        Uitspraak::Weiger
    } else {
        Uitspraak::Verleen { nummer: v.tekst(2), categorie: Some(1), van: v.dag(0), tot_en_met: v.dag(1) }
    };
    vec![
        NeemBesluit {
            aanvraag,
            uitspraak,
            motivering: v.tekst(0),
            afwijking: v.tekst(1),
            eerder: v.tekst(1),
        }
        .into(),
        MaakBekend { aanvraag, op: v.dag(0), wijze: v.kies(Bekendmakingswijze::ALL) }.into(),
        MeldVertraging { aanvraag, nieuwe_datum: v.dag(0), reden: v.tekst(0) }.into(),
        OntvangIngebrekestelling {
            aanvraag,
            ontvangen_op: v.dag(0),
            afzender: Afzender::ALL[usize::from(v.tekst(0).is_empty())],
            van: v.tekst(0),
        }
        .into(),
        StelDwangsomVast { aanvraag, niet_verschuldigd: v.tekst(1) }.into(),
        GebruikTlv { aanvraag, vestiging: v.school(), schoolnaam: v.tekst(0), per: v.dag(0), elders: v.ja }
            .into(),
        LaatTlvVerlopen { aanvraag }.into(),
        TrekTlvIn {
            aanvraag,
            per: v.dag(0),
            reden: v.tekst(0),
            gehoord: v.tekst(0),
            op: v.dag(0),
            wijze: Bekendmakingswijze::Post,
        }
        .into(),
        VraagCategorieWijziging { aanvraag, vestiging: v.school(), categorie: 2, reden: v.tekst(0) }.into(),
    ]
}

/// Those of a life, registrations, removals and requests.
pub(crate) fn eerste(v: &Vulling) -> Vec<Opdracht> {
    [
        leven(v),
        aanmelding(v),
        na_aanmelding(v),
        verwijdering(v),
        aanvraag(v),
        verbetering_van_kind(v),
        besluit(v),
    ]
    .concat()
}

fn opdrachten(v: &Vulling) -> Vec<Opdracht> {
    PROEVEN.iter().flat_map(|proef| (proef.willekeurig)(v)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_command_on_any_file_gets_an_answer_that_can_be_read(
        stappen in stappen(40), vullingen in proptest::collection::vec(vulling(), 1..12),
    ) {
        let mut zaak = loop_door(&stappen);
        for vulling in &vullingen {
            zaak.als(vulling.wie());
            let all = opdrachten(vulling);
            vraag(&mut zaak, &all[vulling.welke % all.len()])?;
        }
        vertel(&zaak.dossier, zaak.vandaag)?;
    }

    #[test]
    fn every_kind_of_command_is_refused_or_recorded_whatever_it_is_filled_with(
        stappen in stappen(30), vulling in vulling(),
    ) {
        let start = loop_door(&stappen);
        for opdracht in opdrachten(&vulling) {
            let mut zaak = start.clone();
            zaak.als(vulling.wie());
            vraag(&mut zaak, &opdracht)?;
        }
    }

    #[test]
    fn on_a_file_that_does_not_exist_yet_only_opening_it_is_possible(vulling in vulling()) {
        for opdracht in opdrachten(&vulling) {
            let mut zaak = niets();
            let opened = vraag(&mut zaak, &opdracht)?;
            prop_assert!(!opened || opdracht.naam() == "open_dossier", "{}", opdracht.naam());
        }
    }
}

#[test]
fn the_commands_of_this_test_are_all_there_are_but_two() {
    let filled = Vulling {
        welke: 0,
        tekst: ["een".into(), "twee".into(), "drie".into()],
        dag: [0, 1],
        nr: 1,
        soort: 0,
        ja: true,
        wie: 0,
    };
    let mut names: Vec<&str> = opdrachten(&filled).iter().map(Opdracht::naam).collect();
    // What the program itself records: a dossier of another system.
    names.push("neem_oso_over");
    names.sort_unstable();
    let mut known = dossier::opdracht::OPDRACHTEN.to_vec();
    known.sort_unstable();
    assert_eq!(names, known);
}
