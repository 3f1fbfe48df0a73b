//! A registration as it goes over the line.

use base::Date;
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::staat::Antwoord;
use dossier::aanmelding::verklaring::Registerverklaring;
use dossier::soort::{AndereSchoolsoort, Schoolgang};
use dossier::staat::{self, Afloop};

use super::{Berekening, Plaatscode, Zaakvorm, geschreven, vorm};
use crate::api::schema::Vorm;

vorm! {
    /// A registration.
    Aanmelding: "Een aanmelding bij een school." {
        nr: u32 = "Nummer in het dossier.",
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        fase: &'static str = "Waar zij staat, als code.",
        fase_in_woorden: &'static str = "Waar zij staat.",
        ontvangen_op: Date = "Ontvangen op.",
        onderwijs: Option<&'static str> = "Voor welk onderwijs van de school, als code; leeg waar de school er een heeft, of niemand het zei.",
        leeftijd: Option<Leeftijd> = "Waarop een toelating buiten de gewone leeftijd rust.",
        gewenst_per: Option<Date> = "Vanaf wanneer de ouders een plek willen.",
        andere_scholen: Vec<String> = "Waar het kind ook is aangemeld, volgens de ouders.",
        nu_naar_school: Option<&'static str> = "Waar het kind bij de aanmelding naar school ging, als code; leeg waar niemand het zei.",
        huidige_school: String = "Welke school dat was, volgens de ouders.",
        huidige_soort: Option<&'static str> = "Van welke soort die school is, als code.",
        minderjarige_asielzoeker: bool = "Het kind is minderjarig en vroeg asiel, of een ouder van het kind deed dat.",
        door_school_ingevoerd: bool = "De school voerde haar in namens de ouders.",
        termijn: Beslistermijn = "Tot wanneer de school moet beslissen.",
        tijdelijke_plaatsing_recht: TijdelijkRecht = "Of er recht is op een tijdelijke plek.",
        tijdelijke_plaatsing: Option<TijdelijkePlaatsing> = "De tijdelijke plek.",
        getoonde_verklaringen: Vec<GetoondeVerklaring> = "Verklaringen uit een ander dossier die de ouders lieten zien.",
        verlengd_op: Option<Date> = "De termijn is verlengd op.",
        verlengd_met_weken: Option<u8> = "Met hoeveel weken; leeg: zo lang als de wet toelaat, of niet verlengd.",
        opschortingen: Vec<Opschorting> = "Vragen om informatie, waarin de termijn stilstaat.",
        behoefte: Option<Behoefte> = "Of er extra ondersteuning nodig is.",
        aanbiedingen: Vec<Aanbod> = "Aangeboden plekken op een andere school.",
        feitelijk_geweigerd: Vec<Date> = "Dagen waarop het kind zonder besluit is weggestuurd.",
        weigering_opgepakt: Option<Opgepakt> = "Wat het samenwerkingsverband met de laatste daarvan deed; niet zolang het niets deed.",
        afloop: Option<Uitkomst> = "Hoe zij afliep.",
        gekomen_op: Option<Date> = "Op welke dag het kind kwam, na een toelating.",
        niet_gekomen: Option<NietGekomen> = "Het kind kwam niet op de eerste dag; niet meer als het later kwam.",
    }
    /// What the partnership did with a refusal without a decision.
    Opgepakt: "Wat het samenwerkingsverband deed met een weigering zonder besluit." {
        op: Date = "Wanneer.",
        wat: String = "Met wie het sprak, en wat is afgesproken.",
        terug_op: Option<Date> = "Op welke dag het opnieuw kijkt.",
    }
    /// The child did not come.
    NietGekomen: "Een kind dat niet kwam op de eerste dag." {
        sinds: Date = "Vanaf welke dag het werd verwacht.",
        gedaan: String = "Wat de school deed.",
        wie: String = "Aan wie het wordt gevraagd.",
        tot_en_met: Date = "Laatste dag waarop de school meer weet.",
    }
    /// The term in which must be decided.
    Beslistermijn: "De termijn om te beslissen." {
        uiterlijk: Option<Date> = "Laatste dag; niet zolang de termijn stilstaat.",
        verlenging_mogelijk: bool = "Hij kan nog worden verlengd.",
        opgeschorte_dagen: i64 = "Dagen waarop hij stilstond.",
        opgeschort_nu: bool = "Hij staat nu stil.",
        waarom: Berekening = "Waarom.",
    }
    /// The right to a temporary place.
    TijdelijkRecht: "Het recht op een tijdelijke plek." {
        recht: bool = "Er is recht op, als er niet eerder is beslist.",
        vanaf: Option<Date> = "Vanaf.",
        waarom: Berekening = "Waarom.",
    }
    /// On what an admission outside the usual age rests.
    Leeftijd: "Waarop een toelating buiten de gewone leeftijd rust." {
        grond: &'static str = "eerder, voorbereid of langer.",
        per: Date = "Eerste dag op school.",
        toelichting: String = "Wie het toestond of beoordeelde.",
    }
    /// A temporary place.
    TijdelijkePlaatsing: "Een tijdelijke plek." {
        per: Date = "Vanaf.",
        groep: String = "Groep; mag leeg zijn.",
        tot: Option<Date> = "Eerste dag waarop zij niet meer geldt.",
    }
    /// A declaration that the parents showed.
    GetoondeVerklaring: "Een verklaring die de ouders lieten zien." {
        swv: String = "Het samenwerkingsverband dat haar gaf.",
        nummer: String = "Nummer binnen dat samenwerkingsverband.",
        soort: &'static str = "Waarvoor, als code.",
        van: Date = "Eerste dag.",
        tot_en_met: Date = "Laatste dag.",
    }
    /// A request for information.
    Opschorting: "Een vraag om informatie; de termijn staat stil." {
        uitnodiging_op: Date = "Gevraagd op.",
        wat: Vec<String> = "Wat er ontbreekt.",
        tot_en_met: Date = "Laatste dag om het te geven.",
        geeindigd_op: Option<Date> = "Eerste dag waarop de termijn weer liep.",
        compleet: Option<bool> = "Alles kwam; niet zolang dat niet is vastgelegd.",
    }
    /// Whether the child needs more.
    Behoefte: "Of het kind extra ondersteuning nodig heeft." {
        extra_ondersteuning: bool = "Ja of nee.",
        toelichting: String = "Waarom.",
        op: Date = "Vastgesteld op.",
    }
    /// A place elsewhere.
    Aanbod: "Een aangeboden plek op een andere school." {
        nr: u32 = "Nummer binnen de aanmelding.",
        schoolnaam: String = "De school.",
        vestigingscode: Plaatscode = "Haar code, waar bekend.",
        op: Date = "Aangeboden op.",
        per: Date = "Vanaf wanneer er plek is.",
        antwoord: Option<&'static str> = "Wat de ouders antwoordden: aanvaard of afgewezen.",
        beantwoord_op: Option<Date> = "Wanneer.",
        reden: Option<String> = "Waarom niet.",
    }
    /// How a registration ended.
    Uitkomst: "Hoe een aanmelding afliep." {
        soort: &'static str = "toegelaten, elders, geweigerd, buiten_behandeling of ingetrokken.",
        op: Date = "Wanneer.",
        per: Option<Date> = "Eerste dag op school.",
        schoolnaam: Option<String> = "De andere school.",
        bezwaar_uiterlijk: Option<Date> = "Laatste dag voor bezwaar.",
    }
}

/// The registrations of a view.
pub(crate) const AANMELDINGEN: Zaakvorm = Zaakvorm {
    veld: "aanmeldingen",
    zegt: "Aanmeldingen.",
    schema: Vec::<Aanmelding>::schema,
    van: |beeld| geschreven(beeld.aanmeldingen.iter().map(|aanmelding| Aanmelding::of(aanmelding, beeld.op))),
};

impl Aanmelding {
    fn of(aanmelding: &staat::Aanmelding, on: Date) -> Self {
        Self {
            nr: aanmelding.nr,
            vestigingscode: (&aanmelding.vestiging).into(),
            schoolnaam: aanmelding.schoolnaam.clone(),
            fase: aanmelding.fase_op(on).code(),
            fase_in_woorden: aanmelding.fase_op(on).label(),
            ontvangen_op: aanmelding.ontvangen_op,
            onderwijs: aanmelding.onderwijs.map(dossier::soort::Onderwijskeuze::code),
            leeftijd: aanmelding.leeftijd.as_ref().map(|leeftijd| Leeftijd {
                grond: leeftijd.grond.code(),
                per: leeftijd.per,
                toelichting: leeftijd.toelichting.clone(),
            }),
            gewenst_per: aanmelding.gewenst_per,
            andere_scholen: aanmelding.andere_scholen.clone(),
            nu_naar_school: aanmelding.school_nu.gang.map(Schoolgang::code),
            huidige_school: aanmelding.school_nu.school.clone(),
            huidige_soort: aanmelding.school_nu.soort.map(AndereSchoolsoort::code),
            minderjarige_asielzoeker: aanmelding.minderjarige_asielzoeker,
            door_school_ingevoerd: aanmelding.ingediend_door == Indiener::SchoolNamensOuders,
            termijn: Beslistermijn::of(aanmelding, on),
            tijdelijke_plaatsing_recht: TijdelijkRecht {
                recht: aanmelding.tijdelijk_recht.uitkomst.recht,
                vanaf: aanmelding.tijdelijk_recht.uitkomst.vanaf,
                waarom: Berekening::of(&aanmelding.tijdelijk_recht.berekening),
            },
            tijdelijke_plaatsing: aanmelding.tijdelijke_plaatsing.as_ref().map(|plek| TijdelijkePlaatsing {
                per: plek.per,
                groep: plek.groep.clone(),
                tot: plek.tot,
            }),
            getoonde_verklaringen: aanmelding
                .getoond
                .iter()
                .map(|getoond| (&getoond.verklaring).into())
                .collect(),
            verlengd_op: aanmelding.verlenging.as_ref().map(|longer| longer.op),
            verlengd_met_weken: aanmelding.verlenging.as_ref().and_then(|longer| longer.weken),
            opschortingen: aanmelding.opschortingen.iter().map(Opschorting::of).collect(),
            behoefte: aanmelding.behoefte.as_ref().map(|behoefte| Behoefte {
                extra_ondersteuning: behoefte.extra_ondersteuning,
                toelichting: behoefte.toelichting.clone(),
                op: behoefte.op,
            }),
            aanbiedingen: aanmelding.aanbiedingen.iter().map(Aanbod::of).collect(),
            feitelijk_geweigerd: aanmelding.feitelijk_geweigerd.clone(),
            weigering_opgepakt: aanmelding.weigering_opgepakt.as_ref().map(|done| Opgepakt {
                op: done.op,
                wat: done.wat.clone(),
                terug_op: done.terug_op,
            }),
            afloop: aanmelding.afloop.as_ref().map(Uitkomst::of),
            gekomen_op: aanmelding.gekomen,
            niet_gekomen: aanmelding.niet_gekomen.as_ref().map(|said| NietGekomen {
                sinds: said.sinds,
                gedaan: said.gedaan.clone(),
                wie: said.wie.clone(),
                tot_en_met: said.tot_en_met,
            }),
        }
    }
}

impl From<&Registerverklaring> for GetoondeVerklaring {
    fn from(verklaring: &Registerverklaring) -> Self {
        Self {
            swv: verklaring.swv.to_string(),
            nummer: verklaring.nummer.clone(),
            soort: verklaring.soort.code(),
            van: verklaring.van,
            tot_en_met: verklaring.tot_en_met,
        }
    }
}

impl Beslistermijn {
    fn of(aanmelding: &staat::Aanmelding, on: Date) -> Self {
        let termijn = &aanmelding.termijn.uitkomst;
        Self {
            uiterlijk: aanmelding.beslissen_uiterlijk_op(on),
            verlenging_mogelijk: termijn.verlenging_mogelijk,
            opgeschorte_dagen: termijn.opgeschorte_dagen,
            opgeschort_nu: termijn.opgeschort_nu && aanmelding.wacht_op(on).is_some(),
            waarom: Berekening::of(&aanmelding.termijn.berekening),
        }
    }
}

impl Opschorting {
    fn of(opschorting: &staat::Opschorting) -> Self {
        Self {
            uitnodiging_op: opschorting.uitnodiging_op,
            wat: opschorting.wat.clone(),
            tot_en_met: opschorting.tot_en_met,
            geeindigd_op: opschorting.geeindigd_op,
            compleet: opschorting.compleet,
        }
    }
}

impl Aanbod {
    fn of(aanbod: &staat::Aanbod) -> Self {
        let (antwoord, beantwoord_op, reden) = match &aanbod.antwoord {
            None => (None, None, None),
            Some(Antwoord::Aanvaard(op)) => (Some("aanvaard"), Some(*op), None),
            Some(Antwoord::Afgewezen(op, reden)) => (Some("afgewezen"), Some(*op), Some(reden.clone())),
        };
        Self {
            nr: aanbod.nr,
            schoolnaam: aanbod.school.schoolnaam.clone(),
            vestigingscode: aanbod.school.vestiging.as_ref().into(),
            op: aanbod.op,
            per: aanbod.per,
            antwoord,
            beantwoord_op,
            reden,
        }
    }
}

impl Uitkomst {
    fn of(afloop: &Afloop) -> Self {
        let plain = |soort, op| Self { soort, op, per: None, schoolnaam: None, bezwaar_uiterlijk: None };
        match afloop {
            Afloop::Toegelaten { op, per } => Self { per: Some(*per), ..plain("toegelaten", *op) },
            Afloop::Elders { op, schoolnaam } => {
                Self { schoolnaam: Some(schoolnaam.clone()), ..plain("elders", *op) }
            }
            Afloop::Geweigerd { op, bezwaar_uiterlijk, .. } => {
                Self { bezwaar_uiterlijk: Some(*bezwaar_uiterlijk), ..plain("geweigerd", *op) }
            }
            Afloop::BuitenBehandeling { op, bezwaar_uiterlijk } => {
                Self { bezwaar_uiterlijk: Some(*bezwaar_uiterlijk), ..plain("buiten_behandeling", *op) }
            }
            Afloop::Ingetrokken { op } => plain("ingetrokken", *op),
        }
    }
}
