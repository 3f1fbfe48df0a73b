//! Whose turn it is: every open step with who must act, by when, and why.
//!
//! Turns are dated segments computed from the file. Nothing is stored as 'late' or 'days left', so
//! the calendar needs no event: a segment that starts on a later day is simply not there yet.

use std::fmt;

use base::{Date, OrganisatieId, PersoonId, Sector, SwvCode, dates};

use crate::opdracht::regels::sector_of;
use crate::rol::Rol;
use crate::soort::Schoolsoort;
use crate::staat::{
    Aanmelding, AanmeldingFase, Besluit, DAGEN_OM_TE_ANTWOORDEN, Dossier, Inschrijving, TlvAanvraag, TlvFase,
    Verwijdering, VerwijderingFase,
};
use crate::tlv::feiten::ZienswijzeVan;
use crate::toegang::Deel;

mod band;

base::code_enum! {
    /// What has to be done.
    Zet {
        /// Assess the need.
        BehoefteVaststellen = "behoefte_vaststellen", "Vaststellen of er extra ondersteuning nodig is";
        /// Decide on a registration.
        AanmeldingBeslissen = "aanmelding_beslissen", "Beslissen op de aanmelding";
        /// Give the information asked.
        InformatieGeven = "informatie_geven", "Informatie geven aan de school";
        /// Record what came, or go on without.
        InformatieVerwerken = "informatie_verwerken", "Vastleggen of de informatie er is";
        /// Answer an offer.
        AanbodBeantwoorden = "aanbod_beantwoorden", "Antwoord geven op het aanbod";
        /// Give the child a temporary place.
        TijdelijkPlaatsen = "tijdelijk_plaatsen", "Het kind tijdelijk plaatsen";
        /// Take up a refusal in fact.
        WeigeringOppakken = "weigering_oppakken", "Een weigering zonder besluit oppakken";
        /// Hear parents and teacher.
        OudersEnLeraarHoren = "ouders_en_leraar_horen", "Ouders en leraar horen";
        /// Consult the Inspectie.
        InspectieRaadplegen = "inspectie_raadplegen", "Overleggen met de Inspectie";
        /// Look for another school.
        AndereSchoolZoeken = "andere_school_zoeken", "Een andere school zoeken";
        /// Decide on a removal.
        VerwijderingBeslissen = "verwijdering_beslissen", "Beslissen over de verwijdering";
        /// Tell the municipality.
        GemeenteMelden = "gemeente_melden", "De verwijdering melden aan de gemeente";
        /// Tell the Inspectie.
        InspectieMelden = "inspectie_melden", "Melden aan de Inspectie";
        /// Fill the request.
        AanvraagInvullen = "aanvraag_invullen", "De aanvraag afmaken";
        /// Say what one thinks of the request.
        ZienswijzeGeven = "zienswijze_geven", "Zeggen wat u van de aanvraag vindt";
        /// Assign experts.
        DeskundigenToewijzen = "deskundigen_toewijzen", "Twee deskundigen om advies vragen";
        /// Give what is missing.
        AanvullingGeven = "aanvulling_geven", "De aanvraag aanvullen";
        /// Record what came, or go on without.
        AanvullingVerwerken = "aanvulling_verwerken", "Vastleggen of de aanvulling er is";
        /// Advise.
        Adviseren = "adviseren", "Advies geven";
        /// Decide.
        BesluitNemen = "besluit_nemen", "Beslissen op de aanvraag";
        /// Make the decision known.
        BesluitBekendmaken = "besluit_bekendmaken", "Het besluit bekendmaken";
        /// See to a place.
        PlaatsingRegelen = "plaatsing_regelen", "Een plek regelen met de verklaring";
        /// Think about what comes after the declaration.
        VerlengingBekijken = "verlenging_bekijken", "Bekijken wat er nodig is na de verklaring";
    }
}

/// What a turn is about, for the link to the place where the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onderwerp {
    /// Registration.
    Aanmelding(u32),
    /// Removal.
    Verwijdering(u32),
    /// Suspension.
    Schorsing(u32),
    /// TLV request.
    Aanvraag(u32),
}

impl Onderwerp {
    /// The part of the file in which it stands.
    pub fn deel(self) -> Deel {
        match self {
            Self::Aanmelding(_) | Self::Verwijdering(_) | Self::Schorsing(_) => Deel::B,
            Self::Aanvraag(_) => Deel::H,
        }
    }
}

/// `aanmelding-1`: as in the address of its page.
impl fmt::Display for Onderwerp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aanmelding(nr) => write!(f, "aanmelding-{nr}"),
            Self::Verwijdering(nr) => write!(f, "verwijdering-{nr}"),
            Self::Schorsing(nr) => write!(f, "schorsing-{nr}"),
            Self::Aanvraag(nr) => write!(f, "aanvraag-{nr}"),
        }
    }
}

/// One open step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// What has to be done.
    pub zet: Zet,
    /// About what.
    pub onderwerp: Onderwerp,
    /// By which role.
    pub rol: Rol,
    /// At which organisation.
    pub organisatie: OrganisatieId,
    /// By whom, where that is one person.
    pub persoon: Option<PersoonId>,
    /// First day of the turn.
    pub van: Date,
    /// First day on which somebody else's turn takes over by the calendar alone.
    pub tot: Option<Date>,
    /// Last day, that day included.
    pub uiterlijk: Option<Date>,
    /// Why that day, in a few words with the article.
    pub grond: String,
}

impl Beurt {
    /// Open on a date.
    pub fn is_open(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }
}

/// Months before the end of a declaration in which its sequel is looked at. The program's own choice,
/// no law: two terms of eight weeks and time to gather what is needed fit in it.
const RENEWAL_MONTHS: i32 = 6;

impl Dossier {
    fn gezin(&self) -> OrganisatieId {
        self.nummer.gezin()
    }

    /// Every step that is open now or opens by the calendar alone, earliest first.
    pub fn beurten(&self) -> Vec<Beurt> {
        if self.overleden_op.is_some() {
            return Vec::new();
        }
        let mut beurten = Vec::new();
        for aanmelding in &self.aanmeldingen {
            self.registration_turns(aanmelding, &mut beurten);
        }
        for verwijdering in &self.verwijderingen {
            let since = beurten.len();
            removal_turns(verwijdering, &mut beurten);
            if verwijdering.verwijderd.is_none() {
                let ends = self.band_eindigt(&verwijdering.vestiging);
                beurten.iter_mut().skip(since).for_each(|beurt| beurt.tot = ends);
            }
        }
        for schorsing in self.schorsingen.iter().filter(|s| s.melding_nodig && s.gemeld_op.is_none()) {
            let step = Step::new(Zet::InspectieMelden, Onderwerp::Schorsing(schorsing.nr), schorsing.van);
            beurten.push(
                step.until(Some(schorsing.van))
                    .because("schorsing langer dan één dag")
                    .by(Rol::Directie, schorsing.vestiging.organisatie()),
            );
        }
        for aanvraag in &self.aanvragen {
            self.request_turns(aanvraag, &mut beurten);
        }
        // A school that had nothing to do with the child any more when its step would open.
        beurten.retain(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot));
        beurten.sort_by_key(|beurt| (beurt.uiterlijk.unwrap_or(Date::MAX), beurt.van, beurt.zet));
        beurten
    }

    fn registration_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let school = aanmelding.vestiging.organisatie();
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let uiterlijk = aanmelding.termijn.uitkomst.uiterlijk;
        let grond = article(aanmelding.termijn.berekening.vindplaats());
        let begin = aanmelding.behoefte.as_ref().map_or(aanmelding.ontvangen_op, |behoefte| behoefte.op);
        let step = |zet, van| Step::new(zet, over, van).because(grond.clone());
        match aanmelding.fase() {
            AanmeldingFase::Ontvangen => beurten
                .push(step(Zet::BehoefteVaststellen, begin).until(uiterlijk).by(Rol::Ib, school.clone())),
            AanmeldingFase::BehoefteVastgesteld => beurten
                .push(step(Zet::AanmeldingBeslissen, begin).until(uiterlijk).by(Rol::Ib, school.clone())),
            AanmeldingFase::AanbodGedaan => {
                let since = aanmelding.open_aanbod().map_or(begin, |aanbod| aanbod.op);
                let answer = [dates::plus_days(since, DAGEN_OM_TE_ANTWOORDEN), uiterlijk];
                beurten.push(
                    Step::new(Zet::AanbodBeantwoorden, over, since)
                        .because("de school heeft een plek op een andere school voorgesteld")
                        .until(answer.into_iter().flatten().min())
                        .by(Rol::Ouder, self.gezin()),
                );
                // The term of the school runs on while the parents think.
                beurten
                    .push(step(Zet::AanmeldingBeslissen, begin).until(uiterlijk).by(Rol::Ib, school.clone()));
            }
            AanmeldingFase::WachtOpInformatie => self.information_turns(aanmelding, beurten),
            _ => return,
        }
        self.temporary_turn(aanmelding, beurten);
        if let (Some(first), Some(swv)) =
            (aanmelding.feitelijk_geweigerd.first(), self.toezicht_swv(aanmelding))
        {
            let step = Step::new(Zet::WeigeringOppakken, over, *first).because("weigering zonder besluit");
            beurten.push(step.by(Rol::Loket, swv.organisatie()));
        }
    }

    fn information_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let Some(gevraagd) = aanmelding.open_opschorting() else { return };
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let lapsed = dates::plus_days(gevraagd.tot_en_met, 1);
        let asked = Step::new(Zet::InformatieGeven, over, gevraagd.uitnodiging_op)
            .because("de school heeft informatie gevraagd");
        let mut given = asked.until(Some(gevraagd.tot_en_met)).by(Rol::Ouder, self.gezin());
        given.tot = lapsed;
        beurten.push(given);
        if let Some(lapsed) = lapsed {
            let step = Step::new(Zet::InformatieVerwerken, over, lapsed)
                .because("de tijd om te antwoorden is voorbij en de termijn loopt weer")
                .until(gevraagd.uiterlijk_zonder_antwoord);
            beurten.push(step.by(Rol::Ib, aanmelding.vestiging.organisatie()));
        }
    }

    fn temporary_turn(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let recht = &aanmelding.tijdelijk_recht;
        let Some(vanaf) = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) else { return };
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return;
        }
        let Some(vanaf) = self.not_enrolled_from(aanmelding.sector, vanaf) else { return };
        let step = Step::new(Zet::TijdelijkPlaatsen, Onderwerp::Aanmelding(aanmelding.nr), vanaf)
            .because(article(recht.berekening.vindplaats()))
            .until(Some(vanaf));
        beurten.push(step.by(Rol::Ib, aanmelding.vestiging.organisatie()));
    }

    /// First day from `on` on which the child is enrolled at no school of this sector; none while it is
    /// enrolled without an end.
    fn not_enrolled_from(&self, sector: Sector, on: Date) -> Option<Date> {
        let in_sector = |i: &&Inschrijving| sector_of(i.schoolsoort) == sector;
        let mut day = on;
        while let Some(inschrijving) = self.inschrijving_op(day).filter(in_sector) {
            day = inschrijving.tot?;
        }
        Some(day)
    }

    /// The partnership that watches over a registration: that of the school, else that of the child's
    /// address.
    pub(crate) fn toezicht_swv<'a>(&'a self, aanmelding: &'a Aanmelding) -> Option<&'a SwvCode> {
        let adres = self.leerling.as_ref().map(|leerling| &leerling.adres);
        let by_address = adres.and_then(|adres| match aanmelding.schoolsoort {
            Schoolsoort::Vo | Schoolsoort::Vso => adres.swv_vo.as_ref(),
            _ => adres.swv_po.as_ref(),
        });
        aanmelding.swv.as_ref().or(by_address)
    }

    fn request_turns(&self, aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
        let school = aanvraag.vestiging.organisatie();
        let swv = aanvraag.swv_organisatie();
        let over = Onderwerp::Aanvraag(aanvraag.nr);
        let grond =
            aanvraag.termijn.as_ref().map_or_else(String::new, |t| article(t.berekening.vindplaats()));
        // A notice of delay goes before the promise of the policy, which it broke.
        let promised = aanvraag.termijn.as_ref().and_then(|termijn| termijn.uitkomst.beloofd);
        let promised = promised.filter(|_| aanvraag.vertraagd_tot.is_none());
        let uiterlijk = aanvraag.zonder_dwangsom_tot.or(promised).or_else(|| aanvraag.beslissen_uiterlijk());
        let grond = match (aanvraag.zonder_dwangsom_tot, promised) {
            (Some(_), _) => "na een ingebrekestelling; daarna loopt een dwangsom".to_owned(),
            (None, Some(_)) => format!("belofte van het samenwerkingsverband, korter dan {grond}"),
            (None, None) => grond,
        };
        let received = aanvraag.ontvangen_op.unwrap_or(aanvraag.gestart_op);
        let step = |zet, van| Step::new(zet, over, van).because(grond.clone()).until(uiterlijk);
        match aanvraag.fase() {
            TlvFase::Gestart => {
                let ends = self.band_eindigt(&aanvraag.vestiging);
                let open = |zet| {
                    Step::new(zet, over, aanvraag.gestart_op).because("de aanvraag is nog niet verzonden")
                };
                beurten.push(open(Zet::AanvraagInvullen).by(Rol::Ib, school).ending(ends));
                if self.awaits_views(aanvraag) {
                    beurten.push(open(Zet::ZienswijzeGeven).by(Rol::Ouder, self.gezin()).ending(ends));
                }
            }
            TlvFase::Aangevraagd => {
                beurten.push(step(Zet::DeskundigenToewijzen, received).by(Rol::Loket, swv));
            }
            TlvFase::WachtOpAanvulling => completion_turns(aanvraag, beurten),
            TlvFase::Advisering => advice_turns(aanvraag, &step, beurten),
            TlvFase::Geadviseerd => {
                let since = aanvraag.adviezen.iter().map(|advies| advies.op).max().unwrap_or(received);
                beurten.push(step(Zet::BesluitNemen, since).by(Rol::Besluitnemer, swv));
            }
            TlvFase::Verleend | TlvFase::Geweigerd => {
                let since = aanvraag.besluit.as_ref().map_or(received, Besluit::op);
                beurten.push(step(Zet::BesluitBekendmaken, since).by(Rol::Loket, swv));
            }
            TlvFase::VerleendBekend | TlvFase::Gebruikt => self.sequel_turns(aanvraag, beurten),
            _ => {}
        }
    }

    /// Somebody whose view the law asks for has not given it. A pupil of age speaks instead of the parents.
    fn awaits_views(&self, aanvraag: &TlvAanvraag) -> bool {
        let gave = |van| aanvraag.zienswijzen.iter().any(|zienswijze| zienswijze.van == van);
        if self.meerderjarig_per.is_some() && self.handelingsbekwaam {
            return !gave(ZienswijzeVan::Leerling);
        }
        let mut parents = self
            .personen
            .iter()
            .filter(|p| p.relatie.has_gezag() && p.tot.is_none() && !p.overleden)
            .peekable();
        parents.peek().is_none() && aanvraag.zienswijzen.is_empty()
            || parents.any(|persoon| !gave(ZienswijzeVan::Persoon(persoon.nr)))
    }

    fn sequel_turns(&self, aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
        let Some(Besluit::Verleend { van, tot_en_met, .. }) = &aanvraag.besluit else { return };
        let over = Onderwerp::Aanvraag(aanvraag.nr);
        let first = aanvraag.bekendmaking.as_ref().map_or(*van, |bekend| bekend.op);
        if aanvraag.gebruik.is_none() {
            let step = Step::new(Zet::PlaatsingRegelen, over, first)
                .until(Some(*van))
                .because("de verklaring gaat dan in");
            let ends = self.declaration_ends(&aanvraag.vestiging, *tot_en_met);
            beurten.push(step.by(Rol::Ib, aanvraag.vestiging.organisatie()).ending(ends));
        }
        let renewed = self.aanvragen.iter().any(|later| later.verlenging_van == Some(aanvraag.nr));
        let since = dates::plus_months(*tot_en_met, -RENEWAL_MONTHS);
        if let (Some(since), Some(gebruik), false) = (since, &aanvraag.gebruik, renewed) {
            let step = Step::new(Zet::VerlengingBekijken, over, since)
                .until(Some(*tot_en_met))
                .because("de verklaring loopt dan af");
            let ends = self.declaration_ends(&gebruik.vestiging, *tot_en_met);
            beurten.push(step.by(Rol::Ib, gebruik.vestiging.organisatie()).ending(ends));
        }
    }
}

fn completion_turns(aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
    let Some(gevraagd) = aanvraag.open_aanvulling() else { return };
    let over = Onderwerp::Aanvraag(aanvraag.nr);
    let lapsed = dates::plus_days(gevraagd.tot_en_met, 1);
    let asked = Step::new(Zet::AanvullingGeven, over, gevraagd.uitnodiging_op)
        .because("het samenwerkingsverband heeft een aanvulling gevraagd");
    let mut given = asked.until(Some(gevraagd.tot_en_met)).by(Rol::Ib, aanvraag.vestiging.organisatie());
    given.tot = lapsed;
    beurten.push(given);
    if let Some(lapsed) = lapsed {
        let step = Step::new(Zet::AanvullingVerwerken, over, lapsed)
            .because("de tijd om aan te vullen is voorbij en de termijn loopt weer")
            .until(gevraagd.uiterlijk_zonder_antwoord);
        beurten.push(step.by(Rol::Loket, aanvraag.swv_organisatie()));
    }
}

fn advice_turns(aanvraag: &TlvAanvraag, step: &impl Fn(Zet, Date) -> Step, beurten: &mut Vec<Beurt>) {
    let proposal = aanvraag.open_voorstel();
    // Who wrote the advice of two waits for the other.
    let waits = |persoon: &PersoonId| proposal.is_some_and(|voorstel| voorstel.door == *persoon);
    for toewijzing in aanvraag.toewijzingen_open().filter(|t| !waits(&t.persoon)) {
        let since =
            aanvraag.te_tekenen_door(&toewijzing.persoon).map_or(toewijzing.op, |voorstel| voorstel.op);
        let mut beurt = step(Zet::Adviseren, since).by(Rol::Deskundige, aanvraag.swv_organisatie());
        beurt.persoon = Some(toewijzing.persoon.clone());
        beurten.push(beurt);
    }
    if aanvraag.toewijzingen_geldig().count() < 2 {
        let since = aanvraag.toewijzingen.iter().map(|t| t.op).max().unwrap_or(aanvraag.gestart_op);
        beurten.push(step(Zet::DeskundigenToewijzen, since).by(Rol::Loket, aanvraag.swv_organisatie()));
    }
}

fn removal_turns(verwijdering: &Verwijdering, beurten: &mut Vec<Beurt>) {
    let school = verwijdering.vestiging.organisatie();
    let over = Onderwerp::Verwijdering(verwijdering.nr);
    let step = |zet, van| Step::new(zet, over, van);
    match verwijdering.fase() {
        VerwijderingFase::Voorgenomen => beurten.push(
            step(Zet::OudersEnLeraarHoren, verwijdering.voorgenomen_op)
                .because("eerst horen, dan beslissen")
                .by(Rol::Directie, school),
        ),
        VerwijderingFase::Gehoord => beurten.push(
            step(Zet::AndereSchoolZoeken, verwijdering.gehoord_op.unwrap_or(verwijdering.voorgenomen_op))
                .because("zonder andere school geen verwijdering")
                .by(Rol::Directie, school),
        ),
        VerwijderingFase::SchoolGevonden if verwijdering.needs_inspectie() => beurten.push(
            step(Zet::InspectieRaadplegen, verwijdering.gehoord_op.unwrap_or(verwijdering.voorgenomen_op))
                .because("in het voortgezet onderwijs eerst overleg met de Inspectie")
                .by(Rol::Directie, school),
        ),
        VerwijderingFase::SchoolGevonden => beurten.push(
            step(Zet::VerwijderingBeslissen, verwijdering.gehoord_op.unwrap_or(verwijdering.voorgenomen_op))
                .because("er is een andere school")
                .by(Rol::Directie, school),
        ),
        VerwijderingFase::Verwijderd => {
            let decided = verwijdering.verwijderd.map_or(verwijdering.voorgenomen_op, |(op, _)| op);
            if verwijdering.gemeld_aan_ben_w.is_none() {
                let melden = step(Zet::GemeenteMelden, decided).until(Some(decided)).because("meteen melden");
                beurten.push(melden.by(Rol::Directie, school.clone()));
            }
            if verwijdering.sector == Sector::Vo && verwijdering.gemeld_aan_inspectie.is_none() {
                let melden =
                    step(Zet::InspectieMelden, decided).until(Some(decided)).because("melden na het besluit");
                beurten.push(melden.by(Rol::Directie, school));
            }
        }
        VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken => {}
    }
}

fn article(vindplaats: Option<&base::Vindplaats>) -> String {
    vindplaats.map(ToString::to_string).unwrap_or_default()
}

impl Beurt {
    fn ending(self, tot: Option<Date>) -> Self {
        Self { tot: self.tot.or(tot), ..self }
    }
}

/// A turn in the making, before it is known whose it is.
struct Step {
    zet: Zet,
    onderwerp: Onderwerp,
    van: Date,
    uiterlijk: Option<Date>,
    grond: String,
}

impl Step {
    fn new(zet: Zet, onderwerp: Onderwerp, van: Date) -> Self {
        Self { zet, onderwerp, van, uiterlijk: None, grond: String::new() }
    }

    fn until(mut self, uiterlijk: Option<Date>) -> Self {
        self.uiterlijk = uiterlijk;
        self
    }

    fn because(mut self, grond: impl Into<String>) -> Self {
        self.grond = grond.into();
        self
    }

    fn by(self, rol: Rol, organisatie: OrganisatieId) -> Beurt {
        Beurt {
            zet: self.zet,
            onderwerp: self.onderwerp,
            rol,
            organisatie,
            persoon: None,
            van: self.van,
            tot: None,
            uiterlijk: self.uiterlijk,
            grond: self.grond,
        }
    }
}
