//! P4: who is heard on a request: two experts, the parents, the pupil.

use base::{Date, PersoonId};

use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::{Adviesuitkomst, Discipline, TlvSoort};
use crate::staat::{Dossier, TlvFase};
use crate::tlv::feiten::{
    AdviesUitgebracht, DeskundigeToegewezen, GezamenlijkAdviesVoorgelegd, OudersReageerden,
    ToewijzingBeeindigd, ZienswijzeVan,
};
use crate::tlv::opdracht::{IN_BEHANDELING, find, in_fase, of_swv};

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
        let aanvraag = of_swv(
            dossier,
            self.aanvraag,
            &[TlvFase::Aangevraagd, TlvFase::Advisering, TlvFase::Geadviseerd],
            ctx,
        )?;
        if aanvraag.toewijzingen_geldig().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", "deze deskundige is al om advies gevraagd"));
        }
        if ctx.beleid.onafhankelijke_deskundigen && !self.onafhankelijk {
            return Err(Refusal::field(
                "persoon",
                "deze deskundige werkt voor de school of het bestuur dat aanvraagt",
            )
            .because(regels::artikel(
                ctx,
                "tlv.onafhankelijke_deskundigen",
                sector_of_tlv(aanvraag.soort),
                ctx.vandaag,
            ))
            .instead("een andere deskundige vragen; dit is beleid van uw samenwerkingsverband, geen wet"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
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
        let aanvraag = of_swv(dossier, self.aanvraag, &IN_BEHANDELING, ctx)?;
        if !aanvraag.toewijzingen_open().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", "van deze deskundige loopt er geen advies"));
        }
        let reden = invoer::line("reden", &self.reden)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            ToewijzingBeeindigd { aanvraag: aanvraag.nr, persoon: self.persoon.clone(), reden },
        )])
    }
}

/// Gives an advice, alone; or lays one for two before the other expert, who signs it with [`TekenAdvies`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrengAdviesUit {
    /// Request.
    pub aanvraag: u32,
    /// Whose it is: of the one who acts, and of at most one other, who is asked to sign.
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
            return Err(Refusal::field(
                "door",
                "een advies is van één of twee deskundigen die om advies zijn gevraagd",
            ));
        }
        check_categorie(aanvraag.soort, self.categorie, self.uitkomst == Adviesuitkomst::Toelaatbaar, ctx)?;
        let own = &ctx.actor.persoon;
        let of_others = aanvraag.open_voorstel().is_some_and(|voorstel| voorstel.door != *own);
        if of_others && self.door.len() > 1 {
            return Err(Refusal::field("door", "er ligt al een gezamenlijk advies van een collega")
                .instead("dat advies meetekenen, of alleen adviseren"));
        }
        let (uitkomst, categorie, tot_en_met) = (self.uitkomst, self.categorie, self.tot_en_met);
        let (nr, tekst) = (aanvraag.nr, invoer::text("tekst", &self.tekst)?);
        Ok(vec![match self.door.iter().find(|persoon| *persoon != own) {
            None => {
                let door = vec![own.clone()];
                let given = AdviesUitgebracht { aanvraag: nr, door, uitkomst, categorie, tot_en_met, tekst };
                Vaststelling::new(ctx.vandaag, dossier, ctx, given)
            }
            Some(other) => {
                let (door, aan) = (own.clone(), other.clone());
                let laid = GezamenlijkAdviesVoorgelegd {
                    aanvraag: nr,
                    door,
                    aan,
                    uitkomst,
                    categorie,
                    tot_en_met,
                    tekst,
                };
                Vaststelling::new(ctx.vandaag, dossier, ctx, laid)
            }
        }])
    }
}

/// Signs the advice that another expert wrote for both: from now on it is the advice of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TekenAdvies {
    /// Request.
    pub aanvraag: u32,
    /// Number of the fact that was read: nobody signs a text that changed meanwhile.
    pub voorstel: u64,
}

impl Decide for TekenAdvies {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &[TlvFase::Advisering, TlvFase::WachtOpAanvulling])?;
        let laid = aanvraag.te_tekenen_door(&ctx.actor.persoon);
        let Some(voorstel) = laid.filter(|laid| laid.volgnummer == self.voorstel) else {
            if laid.is_some() {
                return Err(Refusal::new(
                    "voorstel_gewijzigd",
                    "uw collega heeft het advies intussen gewijzigd",
                )
                .instead("het nieuwe advies lezen en dan tekenen"));
            }
            return Err(Refusal::new("niets_te_tekenen", "er ligt geen gezamenlijk advies voor u klaar")
                .instead("zelf een advies geven"));
        };
        let mut door = vec![voorstel.door.clone(), voorstel.aan.clone()];
        door.sort();
        let given = AdviesUitgebracht {
            aanvraag: aanvraag.nr,
            door,
            uitkomst: voorstel.uitkomst,
            categorie: voorstel.categorie,
            tot_en_met: voorstel.tot_en_met,
            tekst: voorstel.tekst.clone(),
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, given)])
    }
}

/// A funding category of the law for so and vso when the child is admissible, and none otherwise
/// (R2.4).
pub(crate) fn check_categorie(
    soort: TlvSoort,
    categorie: Option<u8>,
    admissible: bool,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    const NAAM: &str = "tlv.categorieen";
    let has_category = matches!(soort, TlvSoort::So | TlvSoort::Vso) && admissible;
    let lawful = |code: u8| regels::is_listed(ctx, NAAM, &code.to_string(), ctx.vandaag);
    match categorie {
        Some(code) if has_category && lawful(code) => Ok(()),
        None if !has_category => Ok(()),
        _ if has_category => Err(Refusal::field("categorie", "kies een van de bekostigingscategorieën")
            .because(regels::vindplaats(ctx, NAAM, ctx.vandaag))),
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

impl GeefZienswijze {
    /// Nobody speaks for another: a parent gives the own view, never the other parent's or the
    /// pupil's. What the school enters is marked so. Answers whether these are own words.
    fn refuse_other_voice(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<bool, Refusal> {
        match (ctx.actor.rol, self.van) {
            (Rol::Ouder, ZienswijzeVan::Leerling) => {
                Err(Refusal::field("van", "de leerling zegt dit in eigen woorden, tegen iemand op school"))
            }
            (Rol::Leerling, ZienswijzeVan::Persoon(_)) => {
                Err(Refusal::field("van", "u kunt dit alleen voor uzelf doen"))
            }
            (rol, ZienswijzeVan::Leerling) => Ok(rol == Rol::Leerling),
            (rol, ZienswijzeVan::Persoon(nr)) => {
                if !dossier.gezag_op(ctx.vandaag).any(|persoon| persoon.nr == nr) {
                    return Err(Refusal::field("van", "deze persoon heeft nu geen gezag over het kind"));
                }
                invoer::own_person("van", dossier, nr, ctx)?;
                Ok(rol == Rol::Ouder)
            }
        }
    }
}

impl Decide for GeefZienswijze {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        refuse_outsider(ctx, &aanvraag.vestiging.organisatie())?;
        if aanvraag.besluit.is_some() || aanvraag.aanvraag_ingetrokken_op.is_some() {
            return Err(Refusal::new("al_besloten", "over deze aanvraag is al beslist")
                .instead("bezwaar maken, als u het niet eens bent met het besluit"));
        }
        let own = self.refuse_other_voice(dossier, ctx)?;
        let tekst = invoer::optional_text("tekst", &self.tekst)?;
        if tekst.is_empty() && self.eens.is_none() {
            return Err(Refusal::field("tekst", "schrijf iets op, of kies of u het ermee eens bent"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            OudersReageerden {
                aanvraag: aanvraag.nr,
                van: self.van,
                tekst,
                eens: self.eens,
                namens: self.namens || !own,
            },
        )])
    }
}
