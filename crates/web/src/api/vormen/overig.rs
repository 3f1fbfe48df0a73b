//! The child, the people around it, removals, letters and turns as they go over the line.

use base::Date;
use dossier::algemeen::feiten::{OntvangenBlok, OntvangenRegel};
use dossier::beurt::{self, Zet};
use dossier::leven::feiten::Geslacht;
use dossier::soort::Relatie;
use dossier::{Rol, Woord, staat};
use teksten::Taal;

use super::{Plaatscode, Zaakvorm, geschreven, vorm};
use crate::api::schema::Vorm;

vorm! {
    /// Where the child is enrolled.
    Inschrijving: "Waar het kind op school zit." {
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        schoolsoort: &'static str = "Soort school.",
        samenwerkingsverband: Plaatscode = "Het samenwerkingsverband van de school; niet waar dat geheim is.",
        groep: String = "Groep; mag leeg zijn.",
        van: Date = "Sinds.",
        tot: Option<Date> = "Eerste dag waarop het er niet meer zit.",
    }
    /// An address.
    Adres: "Een adres." {
        straat: String = "Straat en nummer.",
        postcode: Option<String> = "Postcode.",
        plaats: String = "Plaats.",
        gemeente: Option<String> = "Gemeentecode.",
        buitenland: bool = "In het buitenland.",
    }
    /// Somebody around the child.
    Persoon: "Iemand rond het kind." {
        nr: u32 = "Nummer in het dossier.",
        naam: String = "Naam.",
        relatie: Relatie = "Wie deze persoon is voor het kind.",
        van: Date = "Sinds.",
        e_mail: String = "E-mail; leeg als die niet bekend is, of niet voor u.",
        telefoon: String = "Telefoon; leeg als die niet bekend is, of niet voor u.",
        eigen_pagina: bool = "Gebruikt de eigen pagina.",
        uitgenodigd_op: Option<Date> = "Uitgenodigd voor de eigen pagina op.",
    }
    /// A first contact with a school.
    Contact: "Een eerste contact met een school, volgens de ouders." {
        school: String = "De school.",
        op: Date = "Wanneer.",
        gezegd: String = "Wat er gezegd is.",
    }
    /// A removal.
    Verwijdering: "Een verwijdering, of het voornemen daartoe." {
        nr: u32 = "Nummer in het dossier.",
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        fase: &'static str = "Waar zij staat, als code.",
        fase_in_woorden: &'static str = "Waar zij staat.",
        voorgenomen_op: Date = "Voorgenomen op.",
        redenen: String = "Waarom.",
        gehoord_op: Option<Date> = "Gehoord over de verwijdering op: de laatste keer.",
        inspectie_geraadpleegd_op: Option<Date> = "Overlegd met de Inspectie op.",
        bereide_school: Option<String> = "De school die het kind wil toelaten.",
        besloten_op: Option<Date> = "Besloten op.",
        verwijderd_per: Option<Date> = "Verwijderd vanaf.",
        bezwaar_uiterlijk: Option<Date> = "Laatste dag voor bezwaar.",
        gemeld_aan_gemeente_op: Option<Date> = "Gemeld aan de gemeente op.",
        gemeld_aan_inspectie_op: Option<Date> = "Gemeld aan de Inspectie op.",
        ingetrokken_op: Option<Date> = "Ingetrokken op.",
        elders_sinds: Option<Date> = "Vanaf welke dag de leerling op een andere school zit, voor zover de school dat weet.",
        herroepen_op: Option<Date> = "Het besluit is herroepen op: de leerling is niet verwijderd.",
    }
    /// A suspension.
    Schorsing: "Een schorsing." {
        nr: u32 = "Nummer in het dossier.",
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        van: Date = "Eerste dag.",
        tot_en_met: Date = "Laatste dag.",
        redenen: String = "Waarom.",
        melding_nodig: bool = "De Inspectie moet het weten.",
        gemeld_op: Option<Date> = "Gemeld aan de Inspectie op.",
        herroepen_op: Option<Date> = "Het besluit is herroepen op: de schorsing telt niet meer.",
    }
    /// A dossier that was taken over.
    Overname: "Een overgenomen OSO-dossier." {
        volgnummer: u64 = "Volgnummer in het dossier.",
        op: Date = "Overgenomen op.",
        school_in_bron: String = "De school die het gaf.",
        vestigingscode: Plaatscode = "De school die het overnam; niet waar dat geheim is.",
        voorlopig: Option<bool> = "De school kan het nog veranderen; leeg als dat niet bekend is.",
        ouders_inzage: Option<bool> = "De ouders hebben het gezien; leeg als dat niet bekend is.",
        inzage_op: Option<Date> = "Wanneer zij het zagen.",
        akkoord: Option<bool> = "De ouders zijn het eens met de inhoud; leeg als dat niet bekend is.",
        reden_niet_akkoord: String = "Waarom niet; mag leeg zijn.",
        toestemming: Option<bool> = "De ouders geven toestemming om het te delen; leeg als dat niet bekend is.",
        achtergehouden: Vec<String> = "Wat de ouders achterhielden; daarvan is niets overgenomen.",
        meldingen: Vec<String> = "Wat bij het overnemen is gemeld.",
        waarden: Vec<Waarde> = "De gegevens.",
        bijlagen: Vec<Bijlage> = "Bijlagen.",
        ontvangen: Vec<Ontvangen> = "Alles zoals het binnenkwam, van de delen die u mag lezen.",
    }
    /// A block as it came in.
    Ontvangen: "Een blok zoals het binnenkwam." {
        blok: String = "Naam in het bestand.",
        waarden: Vec<Waarde> = "Wat erin stond.",
    }
    /// Something that came over.
    Waarde: "Een overgenomen gegeven." {
        veld: String = "Wat.",
        waarde: String = "De waarde.",
        element: String = "Waar het in het bestand stond.",
    }
    /// A document.
    Bijlage: "Een bijlage." {
        kenmerk: String = "Kenmerk, om haar op te halen.",
        naam: String = "Naam.",
        vraag: Option<String> = "Code van de vraag waar zij bij hoort.",
        lengte: u64 = "Lengte in bytes.",
    }
    /// A letter.
    Brief: "Een brief." {
        volgnummer: u64 = "Volgnummer in het dossier, om hem op te halen.",
        op: Date = "Wanneer.",
        soort: String = "Welke brief.",
        over: Option<String> = "De zaak waar hij over gaat, zoals `aanmelding-1`.",
        aan_personen: Vec<u32> = "Aan wie, met hun nummer in het dossier.",
        lengte: u64 = "Lengte in bytes.",
    }
    /// A turn.
    Beurt: "Iemand is aan zet." {
        zet: Zet = "Wat er moet gebeuren, als code.",
        wat: String = "Wat er moet gebeuren.",
        over: String = "De zaak waar het over gaat, zoals `aanmelding-1`.",
        rol: Rol = "Wie, als rol.",
        organisatie: String = "Van welke organisatie.",
        van: Date = "Sinds.",
        uiterlijk: Option<Date> = "Uiterlijk; bij een tussenstap een voorstel van het programma.",
        einddag: Option<Date> = "De laatste dag van het besluit, waar de dag hierboven een voorstel is.",
        grond: String = "Waarom die dag; mag leeg zijn.",
    }
}

/// The code of a gender.
pub(super) fn gender(geslacht: Geslacht) -> &'static str {
    match geslacht {
        Geslacht::Man => "man",
        Geslacht::Vrouw => "vrouw",
        Geslacht::Onbekend => "onbekend",
    }
}

impl Inschrijving {
    pub(super) fn of(inschrijving: &staat::Inschrijving) -> Self {
        Self {
            vestigingscode: (&inschrijving.vestiging).into(),
            schoolnaam: inschrijving.schoolnaam.clone(),
            schoolsoort: inschrijving.schoolsoort.code(),
            samenwerkingsverband: inschrijving.swv.as_ref().into(),
            groep: inschrijving.groep.clone(),
            van: inschrijving.van,
            tot: inschrijving.tot,
        }
    }
}

impl Adres {
    pub(super) fn of(adres: &staat::Adres) -> Self {
        Self {
            straat: adres.straat.clone(),
            postcode: adres.postcode.as_ref().map(ToString::to_string),
            plaats: adres.plaats.clone(),
            gemeente: adres.gemeente.as_ref().map(ToString::to_string),
            buitenland: adres.buitenland,
        }
    }
}

impl Persoon {
    pub(super) fn of(persoon: &staat::Persoon) -> Self {
        Self {
            nr: persoon.nr,
            naam: persoon.naam.clone(),
            relatie: persoon.relatie,
            van: persoon.van,
            e_mail: persoon.contact.e_mail.clone(),
            telefoon: persoon.contact.telefoon.clone(),
            eigen_pagina: persoon.account.is_some(),
            uitgenodigd_op: persoon.uitnodiging.as_ref().map(|uitnodiging| uitnodiging.op),
        }
    }
}

impl Contact {
    pub(super) fn of(contact: &dossier::aanmelding::feiten::EerstContactGemeld) -> Self {
        Self { school: contact.school.clone(), op: contact.op, gezegd: contact.gezegd.clone() }
    }
}

/// The removals of a view.
pub(crate) const VERWIJDERINGEN: Zaakvorm = Zaakvorm {
    veld: "verwijderingen",
    zegt: "Verwijderingen.",
    schema: Vec::<Verwijdering>::schema,
    van: |beeld| geschreven(beeld.verwijderingen.iter().map(Verwijdering::of)),
};

/// The suspensions of a view.
pub(crate) const SCHORSINGEN: Zaakvorm = Zaakvorm {
    veld: "schorsingen",
    zegt: "Schorsingen.",
    schema: Vec::<Schorsing>::schema,
    van: |beeld| geschreven(beeld.schorsingen.iter().map(Schorsing::of)),
};

impl Verwijdering {
    fn of(verwijdering: &staat::Verwijdering) -> Self {
        Self {
            nr: verwijdering.nr,
            vestigingscode: (&verwijdering.vestiging).into(),
            schoolnaam: verwijdering.schoolnaam.clone(),
            fase: verwijdering.fase().code(),
            fase_in_woorden: verwijdering.fase().label(),
            voorgenomen_op: verwijdering.voorgenomen_op,
            redenen: verwijdering.redenen.clone(),
            gehoord_op: verwijdering.gehoord_op,
            inspectie_geraadpleegd_op: verwijdering.inspectie_geraadpleegd_op,
            bereide_school: verwijdering.bereide_school().map(ToOwned::to_owned),
            besloten_op: verwijdering.verwijderd().map(|(op, _)| op),
            verwijderd_per: verwijdering.verwijderd().map(|(_, per)| per),
            bezwaar_uiterlijk: verwijdering.bezwaar_uiterlijk(),
            gemeld_aan_gemeente_op: verwijdering.gemeld_aan_ben_w,
            gemeld_aan_inspectie_op: verwijdering.gemeld_aan_inspectie,
            ingetrokken_op: verwijdering.ingetrokken_op,
            elders_sinds: verwijdering.elders_vastgesteld.as_ref().map(|seen| seen.van),
            herroepen_op: verwijdering.herroepen.as_ref().map(|revoked| revoked.op),
        }
    }
}

impl Schorsing {
    fn of(schorsing: &staat::Schorsing) -> Self {
        Self {
            nr: schorsing.nr,
            vestigingscode: (&schorsing.vestiging).into(),
            schoolnaam: schorsing.schoolnaam.clone(),
            van: schorsing.van,
            tot_en_met: schorsing.tot_en_met,
            redenen: schorsing.redenen.clone(),
            melding_nodig: schorsing.melding_nodig(),
            gemeld_op: schorsing.gemeld_op,
            herroepen_op: schorsing.herroepen.as_ref().map(|revoked| revoked.op),
        }
    }
}

fn received(blok: &OntvangenBlok) -> Ontvangen {
    let value = |regel: &OntvangenRegel| Waarde {
        veld: regel.element.rsplit('/').next().unwrap_or_default().to_owned(),
        waarde: regel.waarde.clone(),
        element: format!("{}/{}", blok.naam, regel.element),
    };
    Ontvangen { blok: blok.naam.clone(), waarden: blok.regels.iter().map(value).collect() }
}

impl Overname {
    pub(super) fn of(overname: &staat::Overname) -> Self {
        let inhoud = &overname.inhoud;
        let waarden = inhoud.waarden.iter().map(|waarde| Waarde {
            veld: waarde.veld.clone(),
            waarde: waarde.waarde.clone(),
            element: waarde.element.clone(),
        });
        let bijlagen = inhoud.bijlagen.iter().map(|bijlage| Bijlage {
            kenmerk: bijlage.blob.clone(),
            naam: bijlage.naam.clone(),
            vraag: None,
            lengte: bijlage.lengte,
        });
        Self {
            volgnummer: overname.volgnummer,
            op: overname.op,
            school_in_bron: inhoud.school_in_bron.clone(),
            vestigingscode: (&inhoud.vestiging).into(),
            voorlopig: inhoud.voorlopig,
            ouders_inzage: inhoud.ouders_inzage,
            inzage_op: inhoud.inzage_op,
            akkoord: inhoud.akkoord,
            reden_niet_akkoord: inhoud.reden_niet_akkoord.clone(),
            toestemming: inhoud.toestemming,
            achtergehouden: inhoud.opt_out.clone(),
            meldingen: inhoud.meldingen.clone(),
            waarden: waarden.collect(),
            bijlagen: bijlagen.collect(),
            ontvangen: inhoud.ontvangen.iter().map(received).collect(),
        }
    }
}

impl Bijlage {
    pub(in crate::api) fn of(bijlage: &dossier::tlv::feiten::Bijlage) -> Self {
        Self {
            kenmerk: bijlage.blob.clone(),
            naam: bijlage.naam.clone(),
            vraag: Some(bijlage.vraag.clone()).filter(|vraag| !vraag.is_empty()),
            lengte: bijlage.lengte,
        }
    }
}

impl Brief {
    pub(in crate::api) fn of(brief: &staat::Brief) -> Self {
        Self {
            volgnummer: brief.volgnummer,
            op: brief.op,
            soort: brief.inhoud.soort.clone(),
            over: brief.inhoud.betreft.onderwerp().map(|onderwerp| onderwerp.to_string()),
            aan_personen: brief.inhoud.aan_personen.clone(),
            lengte: brief.inhoud.lengte,
        }
    }
}

impl Beurt {
    pub(super) fn of(beurt: &beurt::Beurt, organisatie: &str) -> Self {
        Self {
            zet: beurt.zet,
            wat: Taal::Nl.zeg(beurt.zet.woord()),
            over: beurt.onderwerp.map(|onderwerp| onderwerp.to_string()).unwrap_or_default(),
            rol: beurt.rol,
            organisatie: organisatie.to_owned(),
            van: beurt.van,
            uiterlijk: beurt.uiterlijk,
            einddag: beurt.einddag,
            grond: Taal::Nl.zeg(&beurt.grond),
        }
    }
}
