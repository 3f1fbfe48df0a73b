//! P1: registering and everything up to the decision.

use base::{Date, OrganisatieId, dates};
use verband::grenzen::MOST_INFORMATION_WEEKS;

use crate::aanmelding::feiten::{
    Aangemeld, Beslistermijn, Indiener, InformatieGevraagd, InformatieOntvangen, InformatieOnvoldoende,
    OndersteuningsbehoefteVastgesteld, SchoolNu, TijdelijkRecht,
};
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::aanmelding::schoolnu::Plaatsvraag;
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::opdracht::velden::{
    self, Bron, Dag, Ingevuld, Invulling, JaNee, KomendeDag, Leesfout, MagDag, MagKeuze, MagOnderwijs,
    MagRegel, MagRegels, MagTekst, Omgeving, Regels, Tekst, Veld, Veldsoort, Vinkje, Waarden, daad, eigen,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, refuse_outsider};
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Relatie, Schoolgang, Schoolsoort};
use crate::staat::{Aanmelding, Afloop, Dossier, Opschorting};
use crate::woord::Woord;

/// The registration with this number, as long as nothing is decided on it, for its own school and for
/// whoever is no school.
pub(crate) fn open<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Aanmelding, Refusal> {
    let aanmelding = open_for_all(dossier, nr)?;
    refuse_outsider::<Aanmelding>(ctx, &aanmelding.vestiging.organisatie())?;
    Ok(aanmelding)
}

/// The registration with this number, as long as nothing is decided on it.
pub(crate) fn open_for_all(dossier: &Dossier, nr: u32) -> Result<&Aanmelding, Refusal> {
    let aanmelding = dossier.aanmelding(nr).ok_or_else(|| Onderwerp::Aanmelding(nr).niet_in_dossier())?;
    if let Some(afgerond) = aanmelding.afgerond() {
        return Err(afgerond);
    }
    Ok(aanmelding)
}

impl Aanmelding {
    /// Why nothing can be decided on it any more; none while it is open.
    pub fn afgerond(&self) -> Option<Refusal> {
        self.afloop.as_ref().map(|_| {
            Refusal::new(
                "aanmelding_afgerond",
                sleutels::aanmelding::Afgerond { fase: self.fase().woord() }.tekst(),
            )
            .instead(sleutels::aanmelding::nieuwe_of_verbeteren())
        })
    }
}

daad! {
    /// Records a written registration.
    MeldAan {
        /// Where.
        vestiging: eigen::Vestiging,
        /// Name of the school.
        schoolnaam: eigen::Schoolnaam,
        /// Kind of school.
        schoolsoort: eigen::Soort,
        /// Which education is asked, where the school gives more than one.
        onderwijs: MagOnderwijs,
        /// Whose admission rules apply.
        sector: eigen::Regels,
        /// Public authority or private.
        openbaar: eigen::Openbaar,
        /// Partnership of the school, where known.
        swv: eigen::Verband,
        /// Day on which the school received it.
        ontvangen_op: Dag,
        /// From when a place is asked.
        gewenst_per: MagDag,
        /// Other schools, as the parents state them.
        andere_scholen: MagRegels,
        /// R1.6a applies.
        minderjarige_asielzoeker: Vinkje,
        /// What the parents say about support.
        toelichting_ouders: MagTekst,
        /// Whether the child goes to a school now.
        nu_naar_school: MagKeuze<Schoolgang>,
        /// Name and place of that school.
        huidige_school: MagRegel,
        /// Of what kind it is.
        huidige_soort: MagKeuze<AndereSchoolsoort>,
        /// It came by the open form.
        van_buiten: eigen::NietVanBuiten,
        /// Who registers.
        ingediend_door: eigen::NamensOuders,
    }
}

impl Decide for MeldAan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let leerling = dossier.leerling.as_ref().ok_or_else(gegevens_weg)?;
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, leerling.geboortedatum, ctx)?;
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        refuse_too_young(self.schoolsoort, ontvangen_op, leerling.geboortedatum, ctx)?;
        let plek = self.plek()?;
        self.refuse_double(dossier)?;
        self.refuse_pupil(dossier, ctx)?;
        self.refuse_somebody_else(dossier, ctx)?;
        let school_nu = self.school_nu()?;
        let (termijn, tijdelijk_recht) = self.compute((plek, &school_nu), dossier, ctx)?;
        let laat = is_late(ontvangen_op, self.gewenst_per, ctx)?;
        let nr = dossier.next_nr::<Aangemeld>();
        Ok(vec![Vaststelling::new(
            ontvangen_op,
            dossier,
            ctx,
            Aangemeld {
                aanmelding: nr,
                vestiging: self.vestiging.clone(),
                schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
                schoolsoort: self.schoolsoort,
                onderwijs: plek.keuze,
                sector: self.sector,
                openbaar: self.openbaar,
                swv: self.swv.clone(),
                ontvangen_op,
                gewenst_per: self
                    .gewenst_per
                    .map(|per| invoer::plannable("gewenst_per", per, ctx))
                    .transpose()?,
                andere_scholen: invoer::lines("andere_scholen", &self.andere_scholen)?,
                minderjarige_asielzoeker: self.minderjarige_asielzoeker,
                laat,
                ingediend_door: self.ingediend_door,
                toelichting_ouders: invoer::optional_text("toelichting_ouders", &self.toelichting_ouders)?,
                school_nu,
                van_buiten: self.van_buiten.clone(),
                termijn,
                tijdelijk_recht,
            },
        )])
    }
}

pub(crate) fn gegevens_weg() -> Refusal {
    Refusal::new("gegevens_vernietigd", sleutels::aanmelding::gegevens_vernietigd())
}

/// R1.1: from the third birthday, at an institute of cluster 1 or 2 from the second.
pub(crate) fn refuse_too_young(
    soort: Schoolsoort,
    ontvangen_op: Date,
    born: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let naam = regels::vroegste_leeftijd(ctx, soort);
    let leeftijd = regels::getal(ctx, naam, ontvangen_op)?;
    if dates::birthday(born, leeftijd).is_some_and(|earliest| ontvangen_op < earliest) {
        return Err(Refusal::field(
            "ontvangen_op",
            sleutels::aanmelding::TeJong { leeftijd: leeftijd.into() }.tekst(),
        )
        .because(regels::vindplaats_in(ctx, naam, sector_of(soort), ontvangen_op))
        .instead(sleutels::aanmelding::bewaren_tot_die_dag()));
    }
    Ok(())
}

/// Later than the lead time before the wished date. Lateness never voids a registration.
pub(crate) fn is_late(
    ontvangen_op: Date,
    gewenst_per: Option<Date>,
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let weken = regels::getal(ctx, "aanmelding.termijn_vooraf", ontvangen_op)?;
    let latest = gewenst_per.and_then(|per| dates::plus_days(per, -7 * i32::from(weken)));
    Ok(latest.is_some_and(|latest| ontvangen_op > latest))
}

impl MeldAan {
    /// Who registers stands around the child now, may do so, and is whoever says to be.
    fn refuse_somebody_else(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let Indiener::Ouder(nr) = self.ingediend_door else { return Ok(()) };
        let persoon = dossier.persoon(nr).filter(|persoon| persoon.is_current(ctx.vandaag));
        if persoon.is_none_or(|persoon| persoon.relatie == Relatie::OuderZonderGezag) {
            return Err(Refusal::field("ingediend_door", sleutels::aanmelding::niet_door_deze_persoon()));
        }
        invoer::own_person("ingediend_door", dossier, nr, ctx)
    }

    fn refuse_double(&self, dossier: &Dossier) -> Result<(), Refusal> {
        let running =
            dossier.aanmeldingen.iter().find(|a| a.vestiging == self.vestiging && a.afloop.is_none());
        match running {
            Some(running) => Err(Refusal::new(
                "al_aangemeld",
                sleutels::aanmelding::AlAangemeld { op: running.ontvangen_op }.tekst(),
            )
            .instead(sleutels::aanmelding::verdergaan())),
            None => Ok(()),
        }
    }

    fn compute(
        &self,
        (plek, school_nu): (Onderwijsplek, &SchoolNu),
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(Berekend<Beslistermijn>, Berekend<TijdelijkRecht>), Refusal> {
        let feiten = TermijnFeiten {
            ontvangen_op: self.ontvangen_op,
            sector: self.sector,
            plek,
            openbaar: self.openbaar,
            minderjarige_asielzoeker: self.minderjarige_asielzoeker,
            verlengd: false,
            verlenging_weken: None,
            opschortingen: Vec::new(),
        };
        // What the parents say counts where the file knows of no enrolment.
        let known = dossier.inschrijving_op(self.ontvangen_op).map(|i| i.schoolsoort);
        let enrolled = known
            .or_else(|| school_nu.schoolsoort())
            .is_some_and(|soort| plek.soort().telt_inschrijving_bij(soort));
        let nu = school_nu.schoolsoort();
        let vraag = Plaatsvraag { soort: plek.soort(), nu, gewenst_per: self.gewenst_per };
        let termijn = regels::beslistermijn(ctx, &feiten)?;
        let vroegst = regels::toelaatbaar_vanaf(ctx, dossier, vraag, self.ontvangen_op)?;
        let recht = regels::tijdelijke_plaatsing(ctx, &feiten, vroegst, enrolled)?;
        Ok((termijn, recht))
    }
}

pub use crate::aanmelding::contact::MeldEersteContact;
pub use crate::aanmelding::tijdelijk::PlaatsTijdelijk;
pub use crate::aanmelding::verlenging::VerlengBeslistermijn;
pub use crate::opdracht::regels::sector_of;

/// Assesses whether extra ondersteuning is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StelBehoefteVast {
    /// Registration.
    pub aanmelding: u32,
    /// Extra ondersteuning is needed.
    pub extra_ondersteuning: bool,
    /// Only support for language arrears is needed.
    pub alleen_taal: bool,
    /// In words.
    pub toelichting: String,
}

/// The choice of the form: needed, only help with the language, or not.
const BEHOEFTE: [&str; 3] = ["ja", "taal", "nee"];

impl Ingevuld for StelBehoefteVast {
    fn velden() -> Vec<Veld> {
        let keuze = Veld { naam: "extra_ondersteuning", soort: Veldsoort::Keuze(&BEHOEFTE), verplicht: true };
        [vec![keuze], Tekst::velden("toelichting")].concat()
    }

    fn lees(aanmelding: u32, bron: &Bron<'_>, omgeving: &Omgeving<'_>) -> Result<Self, Vec<Leesfout>> {
        let mut fouten = Vec::new();
        let keuze = velden::choice("extra_ondersteuning", &BEHOEFTE, bron, &mut fouten);
        let toelichting = Tekst::lees("toelichting", bron, omgeving, &mut fouten);
        let read = keuze.zip(toelichting).map(|(keuze, toelichting)| Self {
            aanmelding,
            extra_ondersteuning: keuze == "ja",
            alleen_taal: keuze == "taal",
            toelichting,
        });
        velden::gelezen(read, fouten)
    }

    fn proef(aanmelding: u32, omgeving: &Omgeving<'_>) -> Option<Self> {
        let toelichting = Tekst::proef(omgeving)?;
        Some(Self { aanmelding, extra_ondersteuning: true, alleen_taal: false, toelichting })
    }

    fn schrijf(&self) -> Waarden {
        let mut said = BEHOEFTE.iter().zip([self.extra_ondersteuning, self.alleen_taal, true]);
        let need = velden::geschreven("extra_ondersteuning", said.find(|one| one.1).map_or("", |one| one.0));
        [need, Tekst::schrijf("toelichting", &self.toelichting)].concat()
    }
}

impl Decide for StelBehoefteVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if self.alleen_taal && self.extra_ondersteuning {
            return Err(Refusal::field("extra_ondersteuning", sleutels::aanmelding::taalachterstand())
                .because(regels::artikel(
                    ctx,
                    "aanmelding.taalachterstand",
                    aanmelding.sector,
                    aanmelding.ontvangen_op,
                ))
                .instead(sleutels::aanmelding::kies_geen_ondersteuning()));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            OndersteuningsbehoefteVastgesteld {
                aanmelding: aanmelding.nr,
                extra_ondersteuning: self.extra_ondersteuning,
                toelichting: invoer::text("toelichting", &self.toelichting)?,
                alleen_taal: self.alleen_taal,
            },
        )])
    }
}

daad! {
    /// Asks for information; the clock stops.
    VraagInformatie,
    /// Registration.
    aanmelding {
        /// What is missing.
        wat: Regels,
        /// Why it is needed.
        waarom: Tekst,
        /// Last day on which it can be given.
        tot_en_met: KomendeDag,
    }
}

impl Decide for VraagInformatie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if aanmelding.open_opschorting().is_some() {
            return Err(Refusal::new("al_gevraagd", sleutels::aanmelding::al_gevraagd())
                .instead(sleutels::aanmelding::eerst_ontvangst_vastleggen()));
        }
        // Who has all that was asked and knows the need can decide: the clock stands still for what is missing, and not again (Awb 4:15).
        let complete = aanmelding.opschortingen.iter().any(|asked| asked.compleet == Some(true));
        if complete && aanmelding.behoefte.is_some() {
            return Err(Refusal::new("al_compleet", sleutels::aanmelding::al_compleet())
                .because(aanmelding.termijn.berekening.vindplaats_in(aanmelding.sector).cloned())
                .instead(sleutels::aanmelding::vragen_zonder_stilstand()));
        }
        // A term that is over cannot stand still any more.
        refuse_lapsed(aanmelding, "stilzetten", ctx)?;
        let wat = invoer::missing("wat", &self.wat)?;
        let tot_en_met = invoer::reply_time("tot_en_met", self.tot_en_met, MOST_INFORMATION_WEEKS, ctx)?;
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.opschortingen.push((ctx.vandaag, None));
        let termijn = regels::beslistermijn(ctx, &feiten)?;
        let uiterlijk_zonder_antwoord = regels::without_answer(ctx, &feiten, tot_en_met)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            InformatieGevraagd {
                aanmelding: aanmelding.nr,
                wat,
                waarom: invoer::reason("waarom", &self.waarom, ctx)?,
                uitnodiging_op: ctx.vandaag,
                tot_en_met,
                termijn,
                uiterlijk_zonder_antwoord,
            },
        )])
    }
}

/// A term that has run out can be extended or stopped no more.
pub(super) fn refuse_lapsed(
    aanmelding: &Aanmelding,
    what: &str,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    match aanmelding.beslissen_uiterlijk_op(ctx.vandaag).filter(|last| ctx.vandaag > *last) {
        Some(last) => Err(Refusal::new(
            "termijn_voorbij",
            sleutels::aanmelding::TermijnVoorbij { op: last, wat: what }.tekst(),
        )
        .because(aanmelding.termijn.berekening.vindplaats_in(aanmelding.sector).cloned())
        .instead(sleutels::aanmelding::nu_beslissen())),
        None => Ok(()),
    }
}

daad! {
    /// Records that the information came, or that the time for it lapsed; the clock runs again.
    ///
    /// The clock stood still until the parents' answer and in any case not after their time for it: when
    /// the school gets round to recording that makes no difference (R1.7).
    OntvangInformatie,
    /// Registration.
    aanmelding {
        /// Day of completion, or on which the time lapsed.
        op: Dag,
        /// It is complete.
        compleet: JaNee,
        /// What is still missing, where something came while the parents still have time.
        nog_nodig: MagTekst,
    }
}

impl OntvangInformatie {
    /// Something came and not enough: nothing ends, and the parents have their time.
    fn not_enough(
        &self,
        gevraagd: &Opschorting,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        let op = invoer::happened("op", self.op, gevraagd.uitnodiging_op, ctx)?;
        let nog_nodig = invoer::text("nog_nodig", &self.nog_nodig)?;
        let fact = InformatieOnvoldoende { aanmelding: self.aanmelding, op, nog_nodig };
        Ok(vec![Vaststelling::new(op, dossier, ctx, fact)])
    }
}

impl Decide for OntvangInformatie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let Some(gevraagd) = aanmelding.open_opschorting() else {
            return Err(Refusal::new("niets_gevraagd", sleutels::aanmelding::niets_gevraagd()));
        };
        if !self.compleet && self.op <= gevraagd.tot_en_met {
            if !self.nog_nodig.trim().is_empty() {
                return self.not_enough(gevraagd, dossier, ctx);
            }
            return Err(Refusal::field(
                "op",
                sleutels::aanmelding::NogTijd { tot_en_met: gevraagd.tot_en_met }.tekst(),
            )
            .instead(sleutels::aanmelding::schrijf_wat_ontbreekt()));
        }
        let op = invoer::happened("op", self.op, gevraagd.uitnodiging_op, ctx)?;
        let runs_again = op.min(invoer::day_after(gevraagd.tot_en_met));
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.end_open(runs_again);
        Ok(vec![Vaststelling::new(
            op,
            dossier,
            ctx,
            InformatieOntvangen {
                aanmelding: aanmelding.nr,
                op: runs_again,
                compleet: self.compleet,
                termijn: regels::beslistermijn(ctx, &feiten)?,
            },
        )])
    }
}

/// Whoever holds the duty of care now: the schools of open registrations, then the school of
/// enrolment.
///
/// A school that admitted holds it until the child's first day. One whose offer elsewhere was
/// accepted holds it until the child is enrolled somewhere: it had to see to a place (R1.4), and a
/// yes on paper is none. The institutes of cluster 1 and 2 do not fall under it (R1.5).
pub fn zorgplicht_bij(dossier: &Dossier, on: Date) -> Vec<OrganisatieId> {
    if dossier.overleden_op.is_some() {
        return Vec::new();
    }
    let enrolled = dossier.inschrijving_op(on);
    let registered = dossier.aanmeldingen.iter().filter(|a| match &a.afloop {
        None => true,
        Some(Afloop::Toegelaten { per, .. }) => on < *per,
        Some(Afloop::Elders { .. }) => {
            a.plek_sinds_ja(&dossier.inschrijvingen).is_none_or(|since| on < since)
        }
        Some(Afloop::Geweigerd { .. } | Afloop::BuitenBehandeling { .. } | Afloop::Ingetrokken { .. }) => {
            false
        }
    });
    let registered = registered.map(|a| (a.schoolsoort, &a.vestiging));
    let mut bij: Vec<OrganisatieId> = registered
        .chain(enrolled.map(|i| (i.schoolsoort, &i.vestiging)))
        .filter(|(soort, _)| *soort != Schoolsoort::InstellingC12)
        .map(|(_, vestiging)| vestiging.organisatie())
        .collect();
    bij.sort();
    bij.dedup();
    bij
}
