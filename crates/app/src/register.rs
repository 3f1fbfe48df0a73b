//! The register of declarations: numbers, the check by a receiving school, the placement.

use base::{Date, DossierNummer, SwvCode};
use dossier::leven::opdracht::SchrijfIn;
use dossier::opdracht::Opdracht;
use dossier::tlv::besluit::{GebruikTlv, NeemBesluit, Uitspraak};
use dossier::toegang::{Deel, Handeling, Kijker};
use dossier::{Refusal, Rol};
use storage::queries::{TlvQuery, TlvSort};
use storage::{Claim, Direction, Page, Rows, TlvRij};

use crate::dossiers::{Uitgevoerd, Uitvoering};
use crate::{App, AppError, Moment};

/// What a receiving school may know of a declaration: that it is there and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tlvcontrole {
    /// SWV that decided.
    pub swv: SwvCode,
    /// Number.
    pub nummer: String,
    /// Kind, code of `TlvSoort`.
    pub soort: String,
    /// Funding category.
    pub categorie: Option<String>,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Holds today, and nobody used it yet.
    pub te_gebruiken: bool,
    /// How it stands: `bekend`, `gebruikt`, `verlopen`, `ingetrokken`.
    pub status: String,
}

impl App {
    /// Decides on a request. A granted declaration gets its number here, unique in the SWV.
    pub async fn neem_besluit(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: &DossierNummer,
        mut besluit: NeemBesluit,
        mut uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        if let Uitspraak::Verleen { nummer: tlv_nummer, .. } = &mut besluit.uitspraak {
            let (dossier, _) = self.dossier_for(kijker, nummer, moment).await?;
            let aanvraag = dossier.aanvraag(besluit.aanvraag).ok_or(AppError::NotFound)?;
            let swv = &aanvraag.swv.uitkomst;
            *tlv_nummer = self.next_tlv_nummer(swv, moment).await?;
            uitvoering.claims.push(Claim { kind: "tlv".to_owned(), value: format!("{swv}/{tlv_nummer}") });
        }
        self.execute(kijker, moment, nummer, vec![Opdracht::NeemBesluit(besluit)], uitvoering).await
    }

    /// `2026-00017`: year and sequence within the SWV; gaps are possible, doubles are not.
    async fn next_tlv_nummer(&self, swv: &SwvCode, moment: Moment) -> Result<String, AppError> {
        let year = moment.vandaag.year();
        let sequence = self.storage.reserve_numbers(&format!("tlv/{swv}"), year, 1).await?;
        Ok(format!("{year}-{sequence:05}"))
    }

    /// Checks a declaration by number and date of birth. Wrong number and wrong date look the same.
    pub async fn controleer_tlv(
        &self,
        kijker: &Kijker,
        moment: Moment,
        swv: &SwvCode,
        nummer: &str,
        geboortedatum: Date,
    ) -> Result<Option<Tlvcontrole>, AppError> {
        if !matches!(kijker.actor.rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding) {
            return Err(AppError::Forbidden {
                reden: "een verklaring controleren doet de school die een kind wil plaatsen".into(),
            });
        }
        let found = self.storage.find_tlv(swv, nummer.trim()).await?;
        Ok(found
            .filter(|tlv| tlv.tlv.geboortedatum == Some(geboortedatum))
            .map(|tlv| control(&tlv.tlv, moment)))
    }

    /// Records that a school places the child with a declaration that it checked.
    ///
    /// The school need not be concerned with the child before: number and date of birth prove that
    /// the parents gave it the declaration. From then on it is the school of placement.
    pub async fn plaats_met_tlv(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plaatsing: Plaatsing,
    ) -> Result<DossierNummer, AppError> {
        let checked = self
            .controleer_tlv(kijker, moment, &plaatsing.swv, &plaatsing.nummer, plaatsing.geboortedatum)
            .await?;
        if !checked.is_some_and(|tlv| tlv.te_gebruiken) {
            return Err(Refusal::new(
                "verklaring_niet_te_gebruiken",
                "deze verklaring is er niet, of is niet (meer) te gebruiken",
            )
            .instead("nummer en geboortedatum nakijken, of het samenwerkingsverband bellen")
            .into());
        }
        let found = self
            .storage
            .find_tlv(&plaatsing.swv, plaatsing.nummer.trim())
            .await?
            .ok_or(AppError::NotFound)?;
        let vestiging = kijker.actor.organisatie.vestiging().ok_or(AppError::NotFound)?;
        let school = self.school(&vestiging, moment.vandaag).await?.ok_or(AppError::NotFound)?;
        let gebruik = GebruikTlv {
            aanvraag: found.tlv.aanvraag,
            vestiging: vestiging.clone(),
            schoolnaam: school.naam.clone(),
            per: plaatsing.per,
        };
        let inschrijving = SchrijfIn {
            vestiging,
            swv: school.swv().cloned(),
            schoolnaam: school.naam,
            schoolsoort: school.schoolsoort,
            groep: String::new(),
            per: plaatsing.per,
        };
        let opdrachten = vec![gebruik.into(), inschrijving.into()];
        self.execute_proved(kijker, moment, &found.dossier, opdrachten).await?;
        Ok(found.dossier)
    }

    /// The register of an SWV.
    pub async fn tlv_register(
        &self,
        kijker: &Kijker,
        lijst: &Registerlijst,
        page: Page,
    ) -> Result<Rows<storage::queries::Tlv>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| crate::lijsten::is_swv_worker(kijker.actor.rol));
        let Some(swv) = swv else {
            return Err(AppError::Forbidden {
                reden: "het register is van het loket van het samenwerkingsverband".into(),
            });
        };
        let Registerlijst { status, soort, geldig_op, sort, direction } = lijst.clone();
        Ok(self.storage.tlvs(&TlvQuery { swv, status, soort, geldig_op, sort, direction, page }).await?)
    }

    /// Refuses unless this person may read requests and decisions of this child.
    pub async fn require_h(
        &self,
        kijker: &Kijker,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<(), AppError> {
        let (_, betrokken) = self.dossier_for(kijker, nummer, moment).await?;
        self.require(kijker, &betrokken, Deel::H, Handeling::Lezen, moment)
    }
}

/// What the register was asked for.
#[derive(Debug, Clone, Default)]
pub struct Registerlijst {
    /// How a declaration stands.
    pub status: Option<String>,
    /// Kind.
    pub soort: Option<String>,
    /// Valid on this day.
    pub geldig_op: Option<Date>,
    /// Order.
    pub sort: TlvSort,
    /// Up or down.
    pub direction: Direction,
}

/// A placement with a declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaatsing {
    /// SWV that decided.
    pub swv: SwvCode,
    /// Number.
    pub nummer: String,
    /// Date of birth of the child.
    pub geboortedatum: Date,
    /// First day at school.
    pub per: Date,
}

fn control(tlv: &TlvRij, moment: Moment) -> Tlvcontrole {
    Tlvcontrole {
        swv: tlv.swv.clone(),
        nummer: tlv.nummer.clone(),
        soort: tlv.soort.clone(),
        categorie: tlv.categorie.clone(),
        van: tlv.van,
        tot_en_met: tlv.tot_en_met,
        // One that is in use moves along within so and within vso (R2.2).
        te_gebruiken: matches!(tlv.status.as_str(), "bekend" | "gebruikt")
            && moment.vandaag <= tlv.tot_en_met,
        status: tlv.status.clone(),
    }
}
