//! P4: who is heard on a request: two experts, the parents, the pupil.

use base::{Date, PersoonId, dates};

use crate::leven::stem::Stem;
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{
    Account, Eens, Gebonden, Keuze, Later, MagCategorie, MagDag, MagTekst, Ondertekenaars, Regel, Tekst,
    VanStem, Volgnummer, daad, eigen,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::{Adviesuitkomst, Discipline, TlvSoort};
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::doorzenden::refuse_not_competent;
use crate::tlv::feiten::{
    AdviesUitgebracht, DeskundigeToegewezen, GezamenlijkAdviesVoorgelegd, OudersReageerden,
    ToewijzingBeeindigd,
};
use crate::tlv::opdracht::{IN_BEHANDELING, decided, find, in_fase, of_swv};
use crate::tlv::periode::refuse_unlawful_end;

daad! {
    /// Asks an expert to advise.
    WijsDeskundigeToe,
    /// Request.
    aanvraag {
        /// The expert's account.
        persoon: Account,
        /// Name, for letters.
        naam: Later<String>,
        /// Lawful discipline.
        discipline: Keuze<Discipline>,
        /// Works for another than the applicant.
        onafhankelijk: Gebonden,
    }
}

impl WijsDeskundigeToe {
    /// Of the experts who are asked one at least is of each list (R2.3), as soon as there are two: with two of one kind
    /// everybody would advise, and nobody could decide.
    fn check_paar(&self, aanvraag: &TlvAanvraag, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let mut asked: Vec<_> = aanvraag.toewijzingen_geldig().map(|asked| asked.discipline).collect();
        asked.push(self.discipline);
        let pair = regels::deskundigen(ctx, &asked, aanvraag.soort)?;
        let Some(wie) = pair.uitkomst.first().filter(|_| asked.len() > 1).cloned() else { return Ok(()) };
        Err(Refusal::field("discipline", sleutels::tlv::GeenPaar { wie }.tekst())
            .because(pair.berekening.vindplaats().cloned())
            .instead(sleutels::tlv::andere_soort_deskundige()))
    }
}

impl Decide for WijsDeskundigeToe {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(
            dossier,
            self.aanvraag,
            &[TlvFase::Aangevraagd, TlvFase::Advisering, TlvFase::Geadviseerd],
            ctx,
        )?;
        // Experts advise whoever decides.
        refuse_not_competent(dossier, aanvraag, ctx)?;
        if aanvraag.toewijzingen_geldig().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", sleutels::tlv::al_om_advies_gevraagd()));
        }
        if ctx.beleid.onafhankelijke_deskundigen && !self.onafhankelijk {
            return Err(Refusal::field("persoon", sleutels::tlv::niet_onafhankelijk())
                .because(regels::artikel(
                    ctx,
                    "tlv.onafhankelijke_deskundigen",
                    sector_of_tlv(aanvraag.soort),
                    ctx.vandaag,
                ))
                .instead(sleutels::tlv::andere_deskundige()));
        }
        self.check_paar(aanvraag, ctx)?;
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

daad! {
    /// Ends an assignment without advice: by the partnership, or by the expert, who gives it back.
    BeeindigToewijzing,
    /// Request.
    aanvraag {
        /// The expert's account.
        persoon: Account,
        /// Why.
        reden: Regel,
    }
}

impl Decide for BeeindigToewijzing {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &IN_BEHANDELING, ctx)?;
        if !aanvraag.toewijzingen_open().any(|toewijzing| toewijzing.persoon == self.persoon) {
            return Err(Refusal::field("persoon", sleutels::tlv::geen_lopend_advies()));
        }
        if ctx.actor.rol == Rol::Deskundige && ctx.actor.persoon != self.persoon {
            return Err(Refusal::field("persoon", sleutels::tlv::alleen_eigen_toewijzing()));
        }
        let reden = invoer::line("reden", &self.reden)?;
        // Two who are left can be of one kind: then they advised for nothing, and somebody has to know.
        let left = aanvraag.toewijzingen_geldig().filter(|toewijzing| toewijzing.persoon != self.persoon);
        let left: Vec<_> = left.map(|toewijzing| toewijzing.discipline).collect();
        let geen_paar =
            left.len() > 1 && !regels::deskundigen(ctx, &left, aanvraag.soort)?.uitkomst.is_empty();
        let ended =
            ToewijzingBeeindigd { aanvraag: aanvraag.nr, persoon: self.persoon.clone(), reden, geen_paar };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, ended)])
    }
}

daad! {
    /// Gives an advice, alone; or lays one for two before the other expert, who signs it with [`TekenAdvies`].
    BrengAdviesUit,
    /// Request.
    aanvraag {
        /// Whose it is: of the one who acts, and of at most one other, who is asked to sign.
        door: Ondertekenaars,
        /// What they advise.
        uitkomst: Keuze<Adviesuitkomst>,
        /// Funding category (so and vso).
        categorie: MagCategorie,
        /// Last day advised.
        tot_en_met: MagDag,
        /// In words.
        tekst: Tekst,
    }
}

impl Decide for BrengAdviesUit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let fasen = [TlvFase::Advisering, TlvFase::WachtOpAanvulling];
        let aanvraag = in_fase(dossier, self.aanvraag, &fasen, ctx)?;
        if !self.door.contains(&ctx.actor.persoon) {
            return Err(Refusal::field("door", sleutels::tlv::tekent_zelf()));
        }
        let assigned = |persoon: &PersoonId| aanvraag.toewijzingen_open().any(|t| &t.persoon == persoon);
        if self.door.is_empty() || self.door.len() > 2 || !self.door.iter().all(assigned) {
            return Err(Refusal::field("door", sleutels::tlv::een_of_twee()));
        }
        check_categorie(aanvraag.soort, self.categorie, self.uitkomst == Adviesuitkomst::Toelaatbaar, ctx)?;
        check_last_day(dossier, aanvraag, self.tot_en_met, ctx)?;
        let own = &ctx.actor.persoon;
        let of_others = aanvraag.open_voorstel().is_some_and(|voorstel| voorstel.door != *own);
        if of_others && self.door.len() > 1 {
            return Err(Refusal::field("door", sleutels::tlv::ligt_al_gezamenlijk())
                .instead(sleutels::tlv::meetekenen()));
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

daad! {
    /// Signs the advice that another expert wrote for both: from now on it is the advice of two.
    TekenAdvies,
    /// Request.
    aanvraag {
        /// Number of the fact that was read: nobody signs a text that changed meanwhile.
        voorstel: Volgnummer,
    }
}

impl Decide for TekenAdvies {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let fasen = [TlvFase::Advisering, TlvFase::WachtOpAanvulling];
        let aanvraag = in_fase(dossier, self.aanvraag, &fasen, ctx)?;
        let laid = aanvraag.te_tekenen_door(&ctx.actor.persoon);
        let Some(voorstel) = laid.filter(|laid| laid.volgnummer == self.voorstel) else {
            if laid.is_some() {
                return Err(Refusal::new("voorstel_gewijzigd", sleutels::tlv::voorstel_gewijzigd())
                    .instead(sleutels::tlv::opnieuw_lezen()));
            }
            return Err(Refusal::new("niets_te_tekenen", sleutels::tlv::niets_te_tekenen())
                .instead(sleutels::tlv::zelf_advies()));
        };
        check_last_day(dossier, aanvraag, voorstel.tot_en_met, ctx)?;
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

/// A last day that is over, or that comes before a declaration could begin, advises nothing: of a renewal that is the day after
/// the declaration that it renews. Nor does one on which no declaration can end (R2.5).
fn check_last_day(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    tot_en_met: Option<Date>,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(last) = tot_en_met else { return Ok(()) };
    let renewed = aanvraag.verlenging_van.and_then(|nr| dossier.aanvraag(nr)?.verleend());
    let begins = renewed.and_then(|earlier| dates::plus_days(earlier.tot_en_met, 1));
    let first = begins.map_or(ctx.vandaag, |day| day.max(ctx.vandaag));
    invoer::not_before("tot_en_met", last, first)?;
    refuse_unlawful_end(dossier, aanvraag, last, ctx)
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
    match (categorie, has_category) {
        (Some(code), true) if lawful(code) => Ok(()),
        (None, false) => Ok(()),
        (Some(_) | None, true) => Err(Refusal::field("categorie", sleutels::tlv::kies_categorie())
            .because(regels::vindplaats(ctx, NAAM, ctx.vandaag))),
        (Some(_), false) => Err(Refusal::field("categorie", sleutels::tlv::geen_categorie())),
    }
}

daad! {
    /// Records what a parent or the pupil thinks of the request, in own words.
    GeefZienswijze,
    /// Request.
    aanvraag {
        /// Whose.
        van: VanStem,
        /// Own words; may be empty when only agreement is given.
        tekst: MagTekst,
        /// Agrees or not; none when that was not said.
        eens: Eens,
        /// Entered by the school in their name, confirmed on paper.
        namens: eigen::Namens,
    }
}

impl GeefZienswijze {
    /// Nobody speaks for another: a parent gives the own view, never the other parent's or the
    /// pupil's. What the school enters is marked so. Answers whether these are own words.
    fn refuse_other_voice(
        &self,
        dossier: &Dossier,
        aanvraag: &TlvAanvraag,
        ctx: &Besluitvorming<'_>,
    ) -> Result<bool, Refusal> {
        match (ctx.actor.rol, self.van) {
            (Rol::Ouder, Stem::Leerling) => Err(Refusal::field("van", sleutels::tlv::leerling_zelf())),
            (Rol::Leerling, Stem::Persoon(_)) => {
                Err(Refusal::field("van", sleutels::tlv::alleen_voor_uzelf()))
            }
            (rol, Stem::Leerling) => Ok(rol == Rol::Leerling),
            (rol, Stem::Persoon(nr)) => {
                dossier.wie_spreekt((sector_of_tlv(aanvraag.soort), aanvraag.gestart_op), Some(nr), ctx)?;
                Ok(rol == Rol::Ouder)
            }
        }
    }
}

impl Decide for GeefZienswijze {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.vestiging.organisatie())?;
        if aanvraag.besluit.is_some() || aanvraag.fase().liep_op_niets_uit() {
            return Err(decided(aanvraag, ctx));
        }
        let own = self.refuse_other_voice(dossier, aanvraag, ctx)?;
        let tekst = invoer::optional_text("tekst", &self.tekst)?;
        if tekst.is_empty() && self.eens.is_none() {
            return Err(Refusal::field("tekst", sleutels::tlv::schrijf_iets()));
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
                over: aanvraag.ligt_voor().map(|laid| laid.versie),
            },
        )])
    }
}
