//! A request for a declaration as it goes over the line.

use std::sync::Arc;

use app::kind::Kindbeeld;
use base::{Date, PersoonId};
use dossier::beurt::Onderwerp;
use dossier::leven::stem::Stem;
use dossier::soort::{Adviesuitkomst, Bekendmakingswijze, TlvSoort};
use dossier::staat::{self, TlvAanvraag};
use dossier::tlv::feiten::Herkomst;

use super::overig::Bijlage;
use super::{Berekening, Plaatscode, Zaakvorm, geschreven, vorm};
use crate::api::schema::Vorm;

vorm! {
    /// A request.
    Aanvraag: "Een aanvraag van een toelaatbaarheidsverklaring." {
        nr: u32 = "Nummer in het dossier.",
        vestigingscode: Plaatscode = "De school die aanvraagt; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        soort: TlvSoort = "Wat er gevraagd is.",
        samenwerkingsverband: Plaatscode = "Het samenwerkingsverband dat beslist; niet waar dat geheim is.",
        samenwerkingsverband_waarom: Berekening = "Waarom dat.",
        fase: &'static str = "Waar zij staat, als code.",
        fase_in_woorden: &'static str = "Waar zij staat.",
        gestart_op: Date = "Begonnen op.",
        verlenging_van: Option<u32> = "Nummer van de aanvraag die zij verlengt.",
        andere_categorie: Option<AndereCategorie> = "Er is om een andere categorie gevraagd: welke, en waarvan.",
        ontvangen_op: Option<Date> = "Compleet ontvangen op.",
        antwoorden: Vec<Antwoord> = "Wat de school antwoordde.",
        oude_antwoorden: Vec<Vervangen> = "Antwoorden die een aanvulling verving, het oudste eerst.",
        bijlagen: Vec<Bijlage> = "Bijlagen.",
        voorgelegd: Vec<Voorgelegd> = "Wat ouders en leerling te lezen kregen voordat de aanvraag was verzonden, het oudste eerst.",
        zienswijzen: Vec<Zienswijze> = "Wat ouders en leerling ervan vinden.",
        termijn: Option<Termijn> = "Tot wanneer moet worden beslist.",
        vertraagd_tot: Option<Date> = "Er is gemeld dat het besluit later komt: uiterlijk deze dag.",
        ingebreke_gesteld_op: Option<Date> = "Ingebrekestelling ontvangen op.",
        aanvullingen: Vec<Aanvulling> = "Vragen om aanvulling, waarin de termijn stilstaat.",
        deskundigen: Vec<Deskundige> = "Wie om advies is gevraagd.",
        voorstel: Option<Advies> = "Een advies van twee dat op de tweede handtekening wacht.",
        adviezen: Vec<Advies> = "Adviezen.",
        herzien: Vec<Herzien> = "Adviezen die zijn teruggenomen, het oudste eerst.",
        besluit: Option<Besluit> = "Het besluit.",
        bekendmaking: Option<Bekendmaking> = "Hoe het bekend is gemaakt.",
        plaatsingen: Vec<Plaatsing> = "Waar de verklaring is gebruikt, het oudste eerst.",
        verlopen_op: Option<Date> = "Verlopen op.",
        ingetrokken_per: Option<Date> = "De verklaring is ingetrokken vanaf.",
        vervangen_per: Option<Date> = "Een verklaring met een andere categorie komt ervoor in de plaats vanaf.",
        niet_behandeld_op: Option<Date> = "Het samenwerkingsverband besloot haar niet te behandelen, bekend op.",
        doorgestuurd_op: Option<Date> = "Voor het laatst doorgestuurd naar het samenwerkingsverband dat beslist, op.",
        aanvraag_ingetrokken_op: Option<Date> = "De school trok de aanvraag in op.",
    }
    /// Another category.
    AndereCategorie: "Een andere categorie bij een verklaring die loopt." {
        van: u32 = "Nummer van de aanvraag waarop die verklaring is gegeven.",
        categorie: u8 = "De categorie die is gevraagd.",
        reden: String = "Waarom.",
    }
    /// An answer.
    Antwoord: "Een antwoord van de school." {
        vraag: String = "Code van de vraag.",
        tekst: String = "De vraag.",
        waarde: String = "Het antwoord.",
        uit_dossier: Option<String> = "Overgenomen uit een ander dossier: wat daar stond.",
    }
    /// A replaced answer.
    Vervangen: "Een antwoord dat niet meer in de aanvraag staat." {
        antwoord: Antwoord = "Zoals het er stond.",
        tot: Date = "Vervangen op.",
    }
    /// What was laid before them.
    Voorgelegd: "Een versie van een aanvraag in voorbereiding, zoals ouders en leerling die te lezen kregen." {
        versie: u32 = "Nummer van de versie.",
        op: Date = "Wanneer.",
        antwoorden: Vec<Antwoord> = "Wat de school toen had ingevuld.",
        stukken: Vec<Stuk> = "Welke stukken er toen bij lagen.",
    }
    /// A document by name.
    Stuk: "Een stuk bij een aanvraag in voorbereiding." {
        vraag: String = "Code van de vraag waar het bij hoort.",
        naam: String = "Naam.",
    }
    /// A view.
    Zienswijze: "Wat een ouder of de leerling van de aanvraag vindt." {
        persoon: Option<u32> = "Nummer van de ouder in het dossier; niets bij de leerling.",
        op: Date = "Wanneer.",
        tekst: String = "Wat.",
        eens: Option<bool> = "Eens met de aanvraag.",
        namens: bool = "De school schreef het op.",
        over_versie: Option<u32> = "Over welke voorgelegde versie het gaat.",
        veranderd_sindsdien: Vec<Verandering> = "Antwoorden en stukken die sindsdien anders zijn.",
    }
    /// What is other than they read.
    Verandering: "Een antwoord dat anders is dan in de versie waarover iemand iets zei." {
        vraag: String = "De vraag.",
        toen: String = "Wat er toen stond, met de namen van de stukken; leeg als er niets stond.",
        nu: String = "Wat er nu staat; leeg als het antwoord weg is.",
    }
    /// The term.
    Termijn: "De termijn om te beslissen." {
        uiterlijk: Option<Date> = "Laatste dag; niet zolang de termijn stilstaat.",
        beloofd: Option<Date> = "De kortere termijn die het samenwerkingsverband belooft.",
        opgeschorte_dagen: i64 = "Dagen waarop hij stilstond.",
        opgeschort_nu: bool = "Hij staat nu stil.",
        waarom: Berekening = "Waarom.",
    }
    /// A request for more.
    Aanvulling: "Een vraag om aanvulling; de termijn staat stil." {
        uitnodiging_op: Date = "Gevraagd op.",
        wat: Vec<String> = "Wat er ontbreekt.",
        waarom: String = "Waarom het nodig is.",
        tot_en_met: Date = "Laatste dag om het te geven.",
        geeindigd_op: Option<Date> = "Eerste dag waarop de termijn weer liep.",
    }
    /// An expert.
    Deskundige: "Iemand die om advies is gevraagd." {
        naam: String = "Wie.",
        discipline: &'static str = "Waarin deskundig.",
        op: Date = "Gevraagd op.",
        beeindigd_op: Option<Date> = "Geeft geen advies meer, sinds.",
    }
    /// An advice, or one that waits for a signature.
    Advies: "Een advies." {
        door: Vec<String> = "Van wie.",
        op: Date = "Wanneer.",
        uitkomst: Adviesuitkomst = "Wat het advies is.",
        categorie: Option<u8> = "Bekostigingscategorie (so en vso).",
        tot_en_met: Option<Date> = "Geadviseerde laatste dag.",
        tekst: String = "Waarom.",
    }
    /// Taken back.
    Herzien: "Een advies dat is teruggenomen." {
        advies: Advies = "Zoals het was gegeven.",
        op: Date = "Teruggenomen op.",
        waarom: String = "Waarom.",
    }
    /// The decision.
    Besluit: "Het besluit van het samenwerkingsverband." {
        verleend: bool = "Verleend, of geweigerd.",
        op: Date = "Wanneer.",
        nummer: Option<String> = "Nummer van de verklaring.",
        categorie: Option<u8> = "Bekostigingscategorie (so en vso).",
        van: Option<Date> = "Eerste dag.",
        tot_en_met: Option<Date> = "Laatste dag.",
        motivering: String = "Waarom.",
        afwijking: String = "Waarom anders dan een advies; mag leeg zijn.",
        geldigheid_waarom: Option<Berekening> = "Waarom zo lang.",
    }
    /// Made known.
    Bekendmaking: "Hoe een besluit bekend is gemaakt." {
        op: Date = "Wanneer.",
        wijze: Bekendmakingswijze = "Hoe.",
        nog_niet_weg: bool = "Volgens het dossier ging nog geen brief weg: het besluit geldt pas als dat gebeurt, en de laatste dag voor bezwaar volgt dan.",
        bezwaar_uiterlijk: Date = "Laatste dag voor bezwaar.",
        waarom: Berekening = "Waarom die dag.",
    }
    /// A place with the declaration.
    Plaatsing: "Een plaatsing met de verklaring." {
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        per: Date = "Vanaf.",
    }
}

/// The requests of a view.
pub(crate) const AANVRAGEN: Zaakvorm = Zaakvorm {
    veld: "aanvragen",
    zegt: "Aanvragen van een toelaatbaarheidsverklaring.",
    schema: Vec::<Aanvraag>::schema,
    van: |beeld| geschreven(beeld.aanvragen.iter().map(|aanvraag| Aanvraag::of(aanvraag, beeld))),
};

/// The advices in the place of which another came.
fn revised(aanvraag: &TlvAanvraag, wie: &dyn Fn(&PersoonId) -> String) -> Vec<Herzien> {
    let was = |gone: &dossier::tlv::herzien::HerzienAdvies| Herzien {
        advies: Advies::of(&gone.advies, wie),
        op: gone.op,
        waarom: gone.waarom.clone(),
    };
    aanvraag.herzien.iter().map(was).collect()
}

impl Aanvraag {
    fn of(aanvraag: &TlvAanvraag, beeld: &Kindbeeld) -> Self {
        let on = beeld.op;
        let ligt_nog = beeld.nog_niet_weg.contains(&Onderwerp::Aanvraag(aanvraag.nr));
        let wie = |persoon: &PersoonId| {
            let found = aanvraag.toewijzingen.iter().find(|toewijzing| toewijzing.persoon == *persoon);
            found.map(|toewijzing| toewijzing.naam.clone()).unwrap_or_default()
        };
        Self {
            nr: aanvraag.nr,
            vestigingscode: (&aanvraag.vestiging).into(),
            schoolnaam: aanvraag.schoolnaam.clone(),
            soort: aanvraag.soort,
            samenwerkingsverband: (&aanvraag.swv.uitkomst).into(),
            samenwerkingsverband_waarom: Berekening::of(&aanvraag.swv.berekening),
            fase: aanvraag.fase_op(on).code(),
            fase_in_woorden: aanvraag.fase_op(on).label(),
            gestart_op: aanvraag.gestart_op,
            verlenging_van: aanvraag.verlenging_van,
            andere_categorie: aanvraag.andere_categorie.as_ref().map(AndereCategorie::of),
            ontvangen_op: aanvraag.ontvangen_op,
            antwoorden: aanvraag.antwoorden.iter().map(Antwoord::of).collect(),
            oude_antwoorden: aanvraag
                .oude_antwoorden
                .iter()
                .map(|oud| Vervangen { antwoord: Antwoord::of(&oud.antwoord), tot: oud.tot })
                .collect(),
            bijlagen: aanvraag.bijlagen.iter().map(Bijlage::of).collect(),
            voorgelegd: aanvraag.voorgelegd.iter().map(Voorgelegd::of).collect(),
            zienswijzen: aanvraag.zienswijzen.iter().map(|said| Zienswijze::of(aanvraag, said)).collect(),
            termijn: aanvraag.termijn.as_ref().map(|termijn| Termijn::of(termijn, aanvraag, on)),
            vertraagd_tot: aanvraag.vertraagd_tot,
            ingebreke_gesteld_op: aanvraag.ingebreke_gesteld_op,
            aanvullingen: aanvraag.aanvullingen.iter().map(Aanvulling::of).collect(),
            deskundigen: aanvraag.toewijzingen.iter().map(Deskundige::of).collect(),
            voorstel: aanvraag.adviesvoorstel.as_ref().map(|voorstel| Advies {
                door: vec![wie(&voorstel.door)],
                op: voorstel.op,
                uitkomst: voorstel.uitkomst,
                categorie: voorstel.categorie,
                tot_en_met: voorstel.tot_en_met,
                tekst: voorstel.tekst.clone(),
            }),
            adviezen: aanvraag.adviezen.iter().map(|advies| Advies::of(advies, &wie)).collect(),
            herzien: revised(aanvraag, &wie),
            besluit: aanvraag.besluit.as_ref().map(Besluit::of),
            bekendmaking: aanvraag.bekendmaking.as_ref().map(|bekend| Bekendmaking::of(bekend, ligt_nog)),
            plaatsingen: aanvraag.plaatsingen().map(Plaatsing::of).collect(),
            verlopen_op: aanvraag.verlopen_op,
            ingetrokken_per: aanvraag.ingetrokken_per(),
            vervangen_per: aanvraag.vervangen.map(|later| later.per),
            niet_behandeld_op: aanvraag.buiten_behandeling.as_ref().map(|ended| ended.bekend.op),
            doorgestuurd_op: aanvraag.eerdere_verbanden.last().map(|before| before.tot),
            aanvraag_ingetrokken_op: aanvraag.aanvraag_ingetrokken_op,
        }
    }
}

impl AndereCategorie {
    fn of(asked: &dossier::tlv::wijziging::GevraagdeCategorie) -> Self {
        Self { van: asked.van, categorie: asked.categorie, reden: asked.reden.clone() }
    }
}

impl Bekendmaking {
    fn of(bekend: &Arc<dossier::tlv::besluitfeiten::Bekendgemaakt>, nog_niet_weg: bool) -> Self {
        Self {
            op: bekend.op,
            wijze: bekend.wijze,
            nog_niet_weg,
            bezwaar_uiterlijk: bekend.bezwaar_uiterlijk.uitkomst,
            waarom: Berekening::of(&bekend.bezwaar_uiterlijk.berekening),
        }
    }
}

impl Antwoord {
    fn of(antwoord: &dossier::tlv::feiten::Antwoord) -> Self {
        let uit_dossier = match &antwoord.herkomst {
            Herkomst::Getypt => None,
            Herkomst::Dossier { omschrijving, .. } => Some(omschrijving.clone()),
        };
        Self {
            vraag: antwoord.vraag.clone(),
            tekst: antwoord.tekst.clone(),
            waarde: antwoord.waarde.clone(),
            uit_dossier,
        }
    }
}

impl Voorgelegd {
    fn of(laid: &dossier::tlv::zienswijze::Voorlegging) -> Self {
        let stuk = |stuk: &dossier::tlv::zienswijze::Stuk| Stuk {
            vraag: stuk.vraag.clone(),
            naam: stuk.naam.clone(),
        };
        Self {
            versie: laid.versie,
            op: laid.op,
            antwoorden: laid.feit.antwoorden.iter().map(Antwoord::of).collect(),
            stukken: laid.feit.stukken.iter().map(stuk).collect(),
        }
    }
}

impl Zienswijze {
    fn of(aanvraag: &TlvAanvraag, zienswijze: &dossier::tlv::feiten::Zienswijze) -> Self {
        let persoon = match zienswijze.van {
            Stem::Persoon(nr) => Some(nr),
            Stem::Leerling => None,
        };
        Self {
            persoon,
            op: zienswijze.op,
            tekst: zienswijze.tekst.clone(),
            eens: zienswijze.eens,
            namens: zienswijze.namens,
            over_versie: zienswijze.over,
            veranderd_sindsdien: aanvraag
                .veranderd_sinds(zienswijze)
                .into_iter()
                .map(|changed| Verandering { vraag: changed.tekst, toen: changed.toen, nu: changed.nu })
                .collect(),
        }
    }
}

impl Termijn {
    fn of(
        termijn: &dossier::Berekend<dossier::tlv::besluitfeiten::TlvTermijn>,
        aanvraag: &TlvAanvraag,
        on: Date,
    ) -> Self {
        let lapsed = aanvraag.open_aanvulling().filter(|asked| on > asked.tot_en_met);
        Self {
            uiterlijk: lapsed.map_or(termijn.uitkomst.uiterlijk, |asked| asked.uiterlijk_zonder_antwoord),
            beloofd: termijn.uitkomst.beloofd,
            opgeschorte_dagen: termijn.uitkomst.opgeschorte_dagen,
            opgeschort_nu: termijn.uitkomst.opgeschort_nu && lapsed.is_none(),
            waarom: Berekening::of(&termijn.berekening),
        }
    }
}

impl Aanvulling {
    fn of(aanvulling: &dossier::tlv::aanvulling::Aanvulling) -> Self {
        Self {
            uitnodiging_op: aanvulling.uitnodiging_op,
            wat: aanvulling.wat.clone(),
            waarom: aanvulling.waarom.clone(),
            tot_en_met: aanvulling.tot_en_met,
            geeindigd_op: aanvulling.geeindigd_op,
        }
    }
}

impl Deskundige {
    fn of(toewijzing: &staat::Toewijzing) -> Self {
        Self {
            naam: toewijzing.naam.clone(),
            discipline: toewijzing.discipline.code(),
            op: toewijzing.op,
            beeindigd_op: toewijzing.beeindigd_op,
        }
    }
}

impl Advies {
    fn of(advies: &staat::Advies, wie: &dyn Fn(&PersoonId) -> String) -> Self {
        Self {
            door: advies.door.iter().map(wie).collect(),
            op: advies.op,
            uitkomst: advies.uitkomst,
            categorie: advies.categorie,
            tot_en_met: advies.tot_en_met,
            tekst: advies.tekst.clone(),
        }
    }
}

impl Besluit {
    fn of(besluit: &staat::Besluit) -> Self {
        let granted = besluit.verleend();
        Self {
            verleend: granted.is_some(),
            op: besluit.op(),
            nummer: granted.map(|granted| granted.nummer.clone()),
            categorie: granted.and_then(|granted| granted.categorie),
            van: granted.map(|granted| granted.van),
            tot_en_met: granted.map(|granted| granted.tot_en_met),
            motivering: besluit.motivering().to_owned(),
            afwijking: besluit.afwijking().to_owned(),
            geldigheid_waarom: granted
                .and_then(|granted| granted.geldigheid.as_ref())
                .map(|duur| Berekening::of(&duur.berekening)),
        }
    }
}

impl Plaatsing {
    fn of(gebruikt: &dossier::tlv::besluitfeiten::TlvGebruikt) -> Self {
        Self {
            vestigingscode: (&gebruikt.vestiging).into(),
            schoolnaam: gebruikt.schoolnaam.clone(),
            per: gebruikt.per,
        }
    }
}
