//! P4, first half: the request, its completion, the experts and their advice.

use base::{Date, PersoonId, SwvCode, Vestigingscode, dates};

use crate::checklist::{self, TlvInvoer};
use crate::gebeurtenis::tlv::{
    AanvullingGevraagd, AanvullingOntvangen, AdviesUitgebracht, Antwoord, Bijlage, DeskundigeToegewezen, Herkomst,
    OudersReageerden, TlvAangevraagd, TlvAanvraagGestart, TlvAanvraagIngetrokken, ToewijzingBeeindigd, ZienswijzeVan,
};
use crate::opdracht::regels::{self, Opgeschort};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::{Adviesuitkomst, Discipline, TlvSoort};
use crate::staat::{Dossier, TlvAanvraag, TlvFase};

pub(crate) fn find(dossier: &Dossier, nr: u32) -> Result<&TlvAanvraag, Refusal> {
    dossier.aanvraag(nr).ok_or_else(|| Refusal::field("aanvraag", "deze aanvraag staat niet in het dossier"))
}

/// The request with this number, in one of these phases.
pub(crate) fn in_fase<'a>(dossier: &'a Dossier, nr: u32, fasen: &[TlvFase]) -> Result<&'a TlvAanvraag, Refusal> {
    let aanvraag = find(dossier, nr)?;
    let fase = aanvraag.fase();
    if fasen.contains(&fase) {
        return Ok(aanvraag);
    }
    Err(Refusal::new("verkeerde_fase", format!("de aanvraag staat op '{}'", fase.label())))
}

/// Phases in which the SWV still has to decide.
pub(crate) const IN_BEHANDELING: [TlvFase; 4] =
    [TlvFase::Aangevraagd, TlvFase::WachtOpAanvulling, TlvFase::Advisering, TlvFase::Geadviseerd];

/// Starts a request. Only the school of registration or enrolment can (WPO 18a(6)c).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartTlvAanvraag {
    /// School that applies.
    pub vestiging: Vestigingscode,
    /// Its name.
    pub schoolnaam: String,
    /// What is asked.
    pub soort: TlvSoort,
    /// Partnership of the requested school, where the child lives abroad.
    pub gevraagde_school_swv: Option<SwvCode>,
    /// National partnership, where that is the competent one.
    pub landelijk_swv: Option<SwvCode>,
    /// Renewal of this earlier request in the file.
    pub verlenging_van: Option<u32>,
}

impl Decide for StartTlvAanvraag {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        self.refuse_other_school(dossier, ctx)?;
        self.refuse_needless(dossier, ctx)?;
        if let Some(nr) = self.verlenging_van {
            in_fase(dossier, nr, &[TlvFase::VerleendBekend, TlvFase::Gebruikt, TlvFase::Verlopen])?;
        }
        let swv = regels::bevoegd_swv(ctx, dossier, self)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            TlvAanvraagGestart {
                aanvraag: invoer::next_nr(dossier.aanvragen.len()),
                vestiging: self.vestiging.clone(),
                schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
                soort: self.soort,
                swv,
                verlenging_van: self.verlenging_van,
            },
        )])
    }
}

impl StartTlvAanvraag {
    fn refuse_other_school(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let registered = dossier.aanmeldingen.iter().any(|a| a.vestiging == self.vestiging && !a.fase().is_final());
        let enrolled = dossier.inschrijving_op(ctx.vandaag).is_some_and(|i| i.vestiging == self.vestiging);
        if registered || enrolled {
            return Ok(());
        }
        Err(Refusal::new("niet_de_aanvrager", "alleen de school waar het kind is aangemeld of ingeschreven vraagt aan")
            .because(regels::vindplaats(ctx, "tlv.aanvrager", ctx.vandaag))
            .instead("de school van aanmelding of inschrijving vragen om de aanvraag te doen"))
    }

    /// One running request of a kind at a time, and none where a running declaration suffices.
    fn refuse_needless(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        for earlier in dossier.aanvragen.iter().filter(|a| a.soort == self.soort) {
            let fase = earlier.fase();
            if fase == TlvFase::Gestart || fase.is_in_behandeling() {
                return Err(Refusal::new("loopt_al", format!("er loopt al een aanvraag voor {}", self.soort.label()))
                    .instead("verdergaan met die aanvraag"));
            }
            let until = earlier.geldig_tot_en_met(ctx.vandaag);
            if let (Some(until), None) = (until, self.verlenging_van) {
                return Err(Refusal::new(
                    "verklaring_loopt_nog",
                    format!("er is nog een verklaring voor {} tot en met {}", self.soort.label(), dates::short_nl(until)),
                )
                .because(regels::vindplaats(ctx, "tlv.overstap_zonder_nieuwe", ctx.vandaag))
                .instead("de lopende verklaring gebruiken, of een verlenging vragen"));
            }
        }
        Ok(())
    }
}

/// Sends the request. Possible only when the checklist is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VraagTlvAan {
    /// Request.
    pub aanvraag: u32,
    /// What was filled in.
    pub invoer: TlvInvoer,
}

impl Decide for VraagTlvAan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &[TlvFase::Gestart])?;
        let lijst = checklist::tlv(dossier, aanvraag, &self.invoer, ctx);
        let missing: Vec<&checklist::Punt> = lijst.ontbreekt().collect();
        if let Some(first) = missing.first() {
            let others = missing.len() - 1;
            let more = if others > 0 { format!(" (en nog {others})") } else { String::new() };
            return Err(Refusal::new("aanvraag_onvolledig", format!("er ontbreekt nog: {}{more}", first.vraag))
                .because(first.vindplaats.clone())
                .instead("de aanvraag afmaken; wat u heeft ingevuld is bewaard"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            TlvAangevraagd {
                aanvraag: aanvraag.nr,
                antwoorden: lijst.antwoorden(&self.invoer),
                bijlagen: self.invoer.bijlagen.clone(),
                voldaan: lijst.voldaan().map(|punt| punt.code.clone()).collect(),
                ontbreekt_zonder_gevolg: lijst.zonder_gevolg().map(|punt| punt.code.clone()).collect(),
                termijn: regels::tlv_termijn(ctx, ctx.vandaag, &[])?,
            },
        )])
    }
}

/// Asks the school for more; the clock stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VraagAanvulling {
    /// Request.
    pub aanvraag: u32,
    /// What is missing.
    pub wat: Vec<String>,
    /// Why it is needed.
    pub waarom: String,
    /// Last day on which it can be given.
    pub tot_en_met: Date,
}

/// When the request came in, and every time its clock stood still.
fn ontvangen(aanvraag: &TlvAanvraag) -> Result<(Date, Vec<Opgeschort>), Refusal> {
    let op = aanvraag.ontvangen_op.ok_or_else(|| Refusal::new("niet_verzonden", "de aanvraag is nog niet verzonden"))?;
    Ok((op, aanvraag.aanvullingen.iter().map(|a| (a.uitnodiging_op, a.geeindigd_op)).collect()))
}

impl Decide for VraagAanvulling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag =
            in_fase(dossier, self.aanvraag, &[TlvFase::Aangevraagd, TlvFase::Advisering, TlvFase::Geadviseerd])?;
        let wat = invoer::lines("wat", &self.wat)?;
        if wat.is_empty() {
            return Err(Refusal::field("wat", "schrijf op wat er nog ontbreekt"));
        }
        if self.tot_en_met <= ctx.vandaag {
            return Err(Refusal::field("tot_en_met", "geef de school tijd: kies een dag na vandaag"));
        }
        let (op, mut opgeschort) = ontvangen(aanvraag)?;
        opgeschort.push((ctx.vandaag, None));
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            AanvullingGevraagd {
                aanvraag: aanvraag.nr,
                wat,
                waarom: invoer::text("waarom", &self.waarom)?,
                uitnodiging_op: ctx.vandaag,
                tot_en_met: invoer::plannable("tot_en_met", self.tot_en_met, ctx)?,
                termijn: regels::tlv_termijn(ctx, op, &opgeschort)?,
            },
        )])
    }
}

/// Completes the request; the clock runs again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OntvangAanvulling {
    /// Request.
    pub aanvraag: u32,
    /// Day of completion, or on which the time lapsed.
    pub op: Date,
    /// Answers added or replaced: code and value.
    pub antwoorden: Vec<(String, String)>,
    /// Documents added.
    pub bijlagen: Vec<Bijlage>,
}

impl Decide for OntvangAanvulling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &[TlvFase::WachtOpAanvulling])?;
        let asked = aanvraag.open_aanvulling().map_or(aanvraag.gestart_op, |gevraagd| gevraagd.uitnodiging_op);
        let op = invoer::happened("op", self.op, asked, ctx)?;
        let (received, mut opgeschort) = ontvangen(aanvraag)?;
        for (_, end) in opgeschort.iter_mut().filter(|(_, end)| end.is_none()) {
            *end = Some(op);
        }
        let antwoorden = self
            .antwoorden
            .iter()
            .filter(|(_, waarde)| !waarde.trim().is_empty())
            .map(|(vraag, waarde)| {
                Ok(Antwoord {
                    vraag: invoer::line("vraag", vraag)?,
                    tekst: checklist::question(aanvraag, vraag, ctx),
                    waarde: invoer::text("antwoord", waarde)?,
                    herkomst: Herkomst::Getypt,
                })
            })
            .collect::<Result<Vec<_>, Refusal>>()?;
        Ok(vec![Vaststelling::new(
            op,
            ctx,
            AanvullingOntvangen {
                aanvraag: aanvraag.nr,
                op,
                antwoorden,
                bijlagen: self.bijlagen.clone(),
                termijn: regels::tlv_termijn(ctx, received, &opgeschort)?,
            },
        )])
    }
}

/// Asks an expert to advise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WijsDeskundigeToe {
    /// Request.
    pub aanvraag: u32,
    /// The expert's account.
    pub persoon: PersoonId,
    /// Name, for letters.
    pub naam: String,
    /// Lawful discipline.
    pub discipline: Discipline,
    /// Works for another than the applicant.
    pub onafhankelijk: bool,
}

impl Decide for WijsDeskundigeToe {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag =
            in_fase(dossier, self.aanvraag, &[TlvFase::Aangevraagd, TlvFase::Advisering, TlvFase::Geadviseerd])?;
        if aanvraag.toewijzingen_geldig().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", "deze deskundige is al om advies gevraagd"));
        }
        if ctx.beleid.onafhankelijke_deskundigen && !self.onafhankelijk {
            return Err(Refusal::field("persoon", "deze deskundige werkt voor de school of het bestuur dat aanvraagt")
                .because(regels::vindplaats(ctx, "tlv.onafhankelijke_deskundigen", ctx.vandaag))
                .instead("een andere deskundige vragen; dit is beleid van uw samenwerkingsverband, geen wet"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            DeskundigeToegewezen {
                aanvraag: aanvraag.nr,
                persoon: self.persoon.clone(),
                naam: invoer::line("naam", &self.naam)?,
                discipline: self.discipline,
                onafhankelijk: self.onafhankelijk,
            },
        )])
    }
}

/// Ends an assignment without advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeeindigToewijzing {
    /// Request.
    pub aanvraag: u32,
    /// The expert's account.
    pub persoon: PersoonId,
    /// Why.
    pub reden: String,
}

impl Decide for BeeindigToewijzing {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &IN_BEHANDELING)?;
        if !aanvraag.toewijzingen_open().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", "van deze deskundige loopt er geen advies"));
        }
        let reden = invoer::line("reden", &self.reden)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            ToewijzingBeeindigd { aanvraag: aanvraag.nr, persoon: self.persoon.clone(), reden },
        )])
    }
}

/// Gives an advice, alone or together with another expert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrengAdviesUit {
    /// Request.
    pub aanvraag: u32,
    /// Who signs: the one who acts, and at most one other.
    pub door: Vec<PersoonId>,
    /// What they advise.
    pub uitkomst: Adviesuitkomst,
    /// Funding category (so and vso).
    pub categorie: Option<u8>,
    /// Last day advised.
    pub tot_en_met: Option<Date>,
    /// In words.
    pub tekst: String,
}

impl Decide for BrengAdviesUit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &[TlvFase::Advisering, TlvFase::WachtOpAanvulling])?;
        if !self.door.contains(&ctx.actor.persoon) {
            return Err(Refusal::field("door", "u tekent zelf voor het advies dat u geeft"));
        }
        let assigned = |persoon: &PersoonId| aanvraag.toewijzingen_open().any(|t| &t.persoon == persoon);
        if self.door.is_empty() || self.door.len() > 2 || !self.door.iter().all(assigned) {
            return Err(Refusal::field("door", "een advies is van één of twee deskundigen die om advies zijn gevraagd"));
        }
        check_categorie(aanvraag.soort, self.categorie, self.uitkomst == Adviesuitkomst::Toelaatbaar)?;
        let mut door = self.door.clone();
        door.sort();
        door.dedup();
        Ok(vec![Vaststelling::held_by(
            ctx.vandaag,
            aanvraag.swv_organisatie(),
            AdviesUitgebracht {
                aanvraag: aanvraag.nr,
                door,
                uitkomst: self.uitkomst,
                categorie: self.categorie,
                tot_en_met: self.tot_en_met,
                tekst: invoer::text("tekst", &self.tekst)?,
            },
        )])
    }
}

/// A funding category of 1, 2 or 3 for so and vso when the child is admissible, and none otherwise
/// (R2.4).
pub(crate) fn check_categorie(soort: TlvSoort, categorie: Option<u8>, admissible: bool) -> Result<(), Refusal> {
    let has_category = matches!(soort, TlvSoort::So | TlvSoort::Vso) && admissible;
    match categorie {
        Some(1..=3) if has_category => Ok(()),
        None if !has_category => Ok(()),
        _ if has_category => Err(Refusal::field("categorie", "kies bekostigingscategorie 1, 2 of 3")),
        _ => Err(Refusal::field("categorie", "hier hoort geen bekostigingscategorie bij")),
    }
}

/// Records what a parent or the pupil thinks of the request, in own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeefZienswijze {
    /// Request.
    pub aanvraag: u32,
    /// Whose.
    pub van: ZienswijzeVan,
    /// Own words; may be empty when only agreement is given.
    pub tekst: String,
    /// Agrees or not; none when that was not said.
    pub eens: Option<bool>,
    /// Entered by the school in their name, confirmed on paper.
    pub namens: bool,
}

impl Decide for GeefZienswijze {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        if aanvraag.besluit.is_some() || aanvraag.aanvraag_ingetrokken_op.is_some() {
            return Err(Refusal::new("al_besloten", "over deze aanvraag is al beslist")
                .instead("bezwaar maken, als u het niet eens bent met het besluit"));
        }
        if let ZienswijzeVan::Persoon(nr) = self.van {
            let known = dossier.gezag_op(ctx.vandaag).any(|persoon| persoon.nr == nr);
            if !known {
                return Err(Refusal::field("van", "deze persoon heeft nu geen gezag over het kind"));
            }
        }
        let tekst = invoer::optional_text("tekst", &self.tekst)?;
        if tekst.is_empty() && self.eens.is_none() {
            return Err(Refusal::field("tekst", "schrijf iets op, of kies of u het ermee eens bent"));
        }
        let holder =
            if aanvraag.ontvangen_op.is_some() { aanvraag.swv_organisatie() } else { aanvraag.vestiging.organisatie() };
        Ok(vec![Vaststelling::held_by(
            ctx.vandaag,
            holder,
            OudersReageerden { aanvraag: aanvraag.nr, van: self.van, tekst, eens: self.eens, namens: self.namens },
        )])
    }
}

/// Withdraws the request before it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrekTlvAanvraagIn {
    /// Request.
    pub aanvraag: u32,
    /// Why.
    pub reden: String,
}

impl Decide for TrekTlvAanvraagIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let mut fasen = IN_BEHANDELING.to_vec();
        fasen.push(TlvFase::Gestart);
        let aanvraag = in_fase(dossier, self.aanvraag, &fasen)?;
        let reden = invoer::text("reden", &self.reden)?;
        Ok(vec![Vaststelling::new(ctx.vandaag, ctx, TlvAanvraagIngetrokken { aanvraag: aanvraag.nr, reden })])
    }
}
