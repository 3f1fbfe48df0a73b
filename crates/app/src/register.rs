//! The register of declarations: numbers, the check by a receiving school, and that a child is admitted with one.

use base::naam::normalise;
use base::{Date, DossierNummer, OrganisatieId, SwvCode, dates};
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::verklaring::{Registerverklaring, ToonVerklaring};
use dossier::beurt::{Onderwerp, Zet};
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::Opdracht;
use dossier::soort::TlvSoort;
use dossier::staat::{Dossier, TlvAanvraag, TlvStand};
use dossier::tlv::besluit::{Bekendmaking, NeemBesluit, Uitspraak};
use dossier::tlv::besluitfeiten::TlvVerleend;
use dossier::tlv::identiteit::Identiteit;
use dossier::toegang::{Deel, Kijker};
use dossier::{Refusal, Rol};
use storage::queries::{BeurtQuery, BeurtSort, TlvQuery, TlvSort};
use storage::{Claim, Digest, Direction, Page, Rows, Scope};

use crate::accounts::{Beheer, Handelingsoort};
use crate::dossiers::Uitvoering;
use crate::geopend::Geopend;
use crate::inzage::Doel;
use crate::lijsten::of_request;
use crate::{App, AppError, Moment, projectie};

/// Checks of one person in a quarter of an hour, right or wrong: a school has a handful of them in a year.
const CONTROLES_PERSOON: u64 = 30;
/// Wrong checks of one number by one organisation in that time. Not by everybody together: a school that guesses
/// shuts no other out.
const MISSERS_NUMMER: u64 = 20;
/// Stands for a declaration that is not there, where something has to be written about one.
const GEEN_VERKLARING: &str = "tlv van niemand";

/// What a receiving school may know of a declaration: that it is there, whether and when it holds, and for which kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tlvcontrole {
    /// SWV that decided.
    pub swv: SwvCode,
    /// Number.
    pub nummer: String,
    /// Kind, code of `TlvSoort`.
    pub soort: String,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// It was withdrawn, and that was made known: the first day on which it holds no more, which can be to come.
    pub ingetrokken_per: Option<Date>,
    /// First day on which a place can begin with it.
    pub plaatsing_vanaf: Date,
    /// A place can begin with it: made known, not withdrawn and not run out. Its first day can still come, since a place
    /// is made known before it begins.
    pub te_gebruiken: bool,
    /// How it stands.
    pub status: TlvStand,
}

impl App {
    /// `2026-00017`: year and sequence within the SWV; gaps are possible, doubles are not.
    async fn next_tlv_nummer(&self, swv: &SwvCode, moment: Moment) -> Result<String, AppError> {
        let year = moment.vandaag.year();
        let sequence = self.storage.reserve_numbers(&format!("tlv/{swv}"), year, 1).await?;
        Ok(format!("{year}-{sequence:05}"))
    }

    /// Checks a declaration by number and date of birth. Wrong number and wrong date look the same. Numbers follow each
    /// other and a date of birth is soon guessed, so checks are counted before anything is looked up, and what was wrong is
    /// on record.
    pub async fn controleer_tlv(
        &self,
        kijker: &Kijker,
        moment: Moment,
        swv: &SwvCode,
        nummer: &str,
        geboortedatum: Date,
    ) -> Result<Option<Tlvcontrole>, AppError> {
        self.check_tlv(kijker, moment, (swv, nummer), (geboortedatum, None)).await
    }

    /// The same for a child whose name is known too: whoever has a number and guesses a date makes a file with any name.
    async fn check_tlv(
        &self,
        kijker: &Kijker,
        moment: Moment,
        (swv, nummer): (&SwvCode, &str),
        (geboortedatum, naam): (Date, Option<[&str; 2]>),
    ) -> Result<Option<Tlvcontrole>, AppError> {
        if !matches!(kijker.actor.rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding) {
            return Err(AppError::Forbidden { reden: teksten::toegang::alleen_school_controleert() });
        }
        let person = format!("tlv-controle {}", kijker.actor.persoon);
        let asked = format!("{}/{swv}/{}", kijker.actor.organisatie, nummer.trim());
        let number = format!("tlv {}", Digest::of(asked.as_bytes()));
        self.check_failures(&number, MISSERS_NUMMER, moment).await?;
        self.check_failures(&person, CONTROLES_PERSOON, moment).await?;
        self.storage.sign_in_failed(&person, moment.at).await?;
        self.check_failures(&person, CONTROLES_PERSOON + 1, moment).await?;
        let found = self.granted(swv, nummer.trim()).await?;
        // It is of the child that was decided on, whatever the file calls it now.
        let of_child = |kind: &Identiteit| {
            kind.geboortedatum == geboortedatum && naam.is_none_or(|naam| is_called(kind, naam))
        };
        // A decision that was not made known has no effect yet, and nobody hears of it by its number (Awb 3:40, 3:41): not its parents either.
        let known = |dossier: &Dossier, nr: u32| {
            dossier.aanvraag(nr).is_some_and(|aanvraag| !aanvraag.is_besloten_niet_bekend(moment.vandaag))
        };
        let found = found.filter(|(dossier, nr)| known(dossier, *nr));
        let fits = |dossier: &Dossier, nr: u32| {
            dossier.aanvraag(nr).is_some_and(|aanvraag| aanvraag.namen_van_kind().any(of_child))
        };
        let Some((dossier, aanvraag)) = found.as_ref().filter(|(dossier, nr)| fits(dossier, *nr)) else {
            self.storage.sign_in_failed(&number, moment.at).await?;
            let of = found.as_ref().map(|(dossier, _)| &dossier.nummer);
            self.log_missed(kijker, moment, (swv, nummer.trim()), of).await?;
            return Ok(None);
        };
        // The parents see that a school holds the declaration against its number, and so does who gave it.
        self.log_read(kijker, &dossier.nummer, &[Deel::H], Doel::Controle.tekst(), moment).await?;
        let seen = (Handelingsoort::VerklaringGecontroleerd, &swv.organisatie());
        self.log_check(kijker, moment, (swv, nummer.trim()), seen).await?;
        Ok(dossier.aanvraag(*aanvraag).and_then(|aanvraag| control(aanvraag, moment)))
    }

    /// A check that found nothing stands in the log of who checked and of the partnership whose number it was. Where there is
    /// such a declaration, and only the child was guessed wrong, its parents read that somebody tried. Whether there is one
    /// takes as many writes: the time tells nothing.
    async fn log_missed(
        &self,
        kijker: &Kijker,
        moment: Moment,
        which: (&SwvCode, &str),
        of: Option<&DossierNummer>,
    ) -> Result<(), AppError> {
        let soort = Handelingsoort::VerklaringNietGevonden;
        self.log_check(kijker, moment, which, (soort, &kijker.actor.organisatie)).await?;
        self.log_check(kijker, moment, which, (soort, &which.0.organisatie())).await?;
        match of {
            Some(dossier) => {
                self.log_read(kijker, dossier, &[Deel::H], Doel::ControleMislukt.tekst(), moment).await
            }
            None => Ok(self.storage.sign_in_failed(GEEN_VERKLARING, moment.at).await?),
        }
    }

    /// A check in the log of an organisation, which does not show of which declaration it is.
    async fn log_check(
        &self,
        kijker: &Kijker,
        moment: Moment,
        (swv, nummer): (&SwvCode, &str),
        (soort, place): (Handelingsoort, &OrganisatieId),
    ) -> Result<(), AppError> {
        let which: String = format!("{swv}/{nummer}").chars().take(60).collect();
        let log = Beheer::Persoon(&kijker.actor).log_at(place, moment, soort, &which, String::new());
        Ok(self.storage.log_handeling(&log).await?)
    }

    /// The file in which a declaration was granted, with the number of its request. The list only leads to it: what holds is what
    /// the file says.
    pub(crate) async fn granted(
        &self,
        swv: &SwvCode,
        nummer: &str,
    ) -> Result<Option<(Dossier, u32)>, AppError> {
        let Some(found) = self.storage.find_tlv(swv, nummer).await? else { return Ok(None) };
        Ok(self.load_dossier(&found.dossier).await?.map(|dossier| (dossier, found.tlv.aanvraag)))
    }

    /// A declaration of the own partnership, for who works there on requests.
    pub async fn verklaring(&self, kijker: &Kijker, nummer: &str) -> Result<storage::queries::Tlv, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| crate::lijsten::is_swv_worker(kijker.actor.rol));
        let found = self.storage.find_tlv(&swv.ok_or(AppError::NotFound)?, nummer).await?;
        found.ok_or(AppError::NotFound)
    }

    /// Records that somebody is about to see a declaration of which the file is closed to them: no more than the register says. Answers
    /// whether it is secret where the child is: who answers the telephone about it must not have to look for that.
    pub async fn toon_verklaring(
        &self,
        kijker: &Kijker,
        moment: Moment,
        found: &storage::queries::Tlv,
    ) -> Result<bool, AppError> {
        let delen = of_request(found.tlv.aanvraag);
        self.log_read(kijker, &found.dossier, &delen, Doel::Verklaring.tekst(), moment).await?;
        let dossier = self.load_dossier(&found.dossier).await?;
        Ok(dossier.is_some_and(|dossier| dossier.geheimhouding.is_some()))
    }

    /// The turns of a school to look at a renewal that are open today or come up later.
    pub async fn verlengingen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Verlenglijst,
        page: Page,
    ) -> Result<Rows<storage::queries::Beurt>, AppError> {
        let reads = self.matrix.blik(kijker.actor.rol).is_some_and(|blik| blik.zaken.contains(&Deel::H));
        if !reads || kijker.actor.organisatie.vestiging().is_none() {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_school() });
        }
        // The turn is the ib'er's; a director and a committee look at the same list.
        let list = projectie::lijst_samen(Rol::Ib, &kijker.actor.organisatie);
        let Some(lezer) = list else { return Ok(Rows::none()) };
        let query = BeurtQuery {
            scope: Scope::new(lezer, moment.vandaag),
            soort: Some(Zet::VerlengingBekijken.code().to_owned()),
            uiterlijk_tot_en_met: lijst.uiterlijk_tot_en_met,
            groep: lijst.groep.clone(),
            van_tot_en_met: lijst.begint_tot_en_met,
            van_na: None,
            sort: lijst.sort,
            direction: lijst.direction,
            page,
        };
        self.told_turns(kijker, moment, &query).await
    }

    /// The register of an SWV.
    pub async fn tlv_register(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Registerlijst,
        page: Page,
    ) -> Result<Rows<storage::queries::Tlv>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| crate::lijsten::is_swv_worker(kijker.actor.rol));
        let Some(swv) = swv else {
            return Err(AppError::Forbidden { reden: teksten::toegang::register_loket() });
        };
        let Registerlijst { status, soort, geldig_op, sort, direction } = lijst.clone();
        let status = status.map(|stand| stand.code().to_owned());
        let zonder = self.gesloten_dossiers(kijker).await?;
        let query = TlvQuery { swv, status, soort, geldig_op, zonder, sort, direction, page };
        let found = self.storage.tlvs(&query).await?;
        let told = found.rows.iter().map(|row| (&row.dossier, of_request(row.tlv.aanvraag)));
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }
}

impl Geopend {
    /// What the register says of a declaration that the parents of this child showed; nothing when there is none that can be
    /// used. Like a check on its page it is counted, and on record.
    pub(crate) async fn in_register(
        &self,
        shown: &ToonVerklaring,
    ) -> Result<Option<Registerverklaring>, AppError> {
        let Some((swv, child)) = shown.swv.as_ref().zip(self.dossier.leerling.as_ref()) else {
            return Ok(None);
        };
        let child = (child.geboortedatum, Some([child.roepnaam.as_str(), child.achternaam.as_str()]));
        let found = self.app.check_tlv(&self.kijker, self.moment, (swv, &shown.nummer), child).await?;
        let gone = found.as_ref().filter(|found| !found.te_gebruiken).and_then(|found| found.ingetrokken_per);
        if let Some(per) = gone {
            let withdrawn = teksten::aanmelding::VerklaringIngetrokkenPer { per }.tekst();
            return Err(Refusal::field("nummer", withdrawn)
                .instead(teksten::aanmelding::verklaring_verband_bellen())
                .into());
        }
        Ok(found.filter(|found| found.te_gebruiken).and_then(|found| {
            Some(Registerverklaring {
                soort: TlvSoort::from_code(&found.soort)?,
                swv: found.swv,
                nummer: found.nummer,
                van: found.plaatsing_vanaf,
                tot_en_met: found.tot_en_met,
            })
        }))
    }

    /// Nobody is admitted with a declaration that was withdrawn after the parents showed it.
    pub(crate) async fn refuse_withdrawn(&self, admit: &LaatToe) -> Result<(), AppError> {
        for (elders, nr) in self.shown_for(admit).await? {
            let stands = elders.aanvraag(nr).and_then(|aanvraag| control(aanvraag, self.moment));
            if !stands.is_some_and(|stands| stands.te_gebruiken) {
                return Err(Refusal::new(
                    "verklaring_niet_te_gebruiken",
                    teksten::aanmelding::verklaring_ingetrokken(),
                )
                .into());
            }
        }
        Ok(())
    }

    /// The declarations of other files with which a child is admitted: those files as they stand now, and the request.
    async fn shown_for(&self, admit: &LaatToe) -> Result<Vec<(Dossier, u32)>, AppError> {
        let mut found = Vec::new();
        if let Some(aanmelding) = self.dossier.aanmelding(admit.aanmelding) {
            for shown in aanmelding.getoond_voor(admit.per) {
                found.extend(self.app.granted(&shown.swv, &shown.nummer).await?);
            }
        }
        Ok(found)
    }
}

/// Stands where the number of a declaration will be, as long as nothing is decided.
const NUMBER_LATER: &str = "volgt bij het besluit";

/// The place of a number that the register still has to give.
fn open_number(opdracht: &mut Opdracht) -> Option<&mut String> {
    let Opdracht::NeemBesluit(NeemBesluit { uitspraak: Uitspraak::Verleen { nummer, .. }, .. }) = opdracht
    else {
        return None;
    };
    Some(nummer).filter(|nummer| nummer.is_empty())
}

/// It grants a declaration, which has no number yet.
pub(crate) fn asks_number(opdracht: &Opdracht) -> bool {
    open_number(&mut opdracht.clone()).is_some()
}

/// Says in a trial where the number will be.
pub(crate) fn number_later(opdracht: &mut Opdracht) {
    if let Some(nummer) = open_number(opdracht) {
        NUMBER_LATER.clone_into(nummer);
    }
}

impl Geopend {
    /// A declaration that is granted gets its number here, unique in the SWV, and claims it in the same step. What is refused
    /// takes no number.
    pub(crate) async fn genummerd(
        &self,
        mut opdracht: Opdracht,
        mut uitvoering: Uitvoering,
    ) -> Result<(Opdracht, Uitvoering), AppError> {
        let mut tried = opdracht.clone();
        let zaak = tried.over_zaak(&self.dossier);
        let (Some(nummer), Some(Onderwerp::Aanvraag(nr))) = (open_number(&mut opdracht), zaak) else {
            return Ok((opdracht, uitvoering));
        };
        number_later(&mut tried);
        self.kan(tried)?;
        // A decision that is taken anew keeps the number that was claimed for it.
        if let Some(kept) = self.number_of(nr) {
            *nummer = kept;
            return Ok((opdracht, uitvoering));
        }
        let swv = &self.dossier.aanvraag(nr).ok_or(AppError::NotFound)?.swv.uitkomst;
        *nummer = self.app.next_tlv_nummer(swv, self.moment).await?;
        uitvoering.claims.push(Claim { kind: "tlv".to_owned(), value: format!("{swv}/{nummer}") });
        Ok((opdracht, uitvoering))
    }

    /// The number that the declaration of this request got before, when it was decided first.
    fn number_of(&self, nr: u32) -> Option<String> {
        let granted = self.dossier.geldende_feiten().filter_map(|(_, fact)| TlvVerleend::uit(fact));
        granted.filter(|granted| granted.aanvraag == nr).last().map(|granted| granted.nummer.clone())
    }
}

/// What the register was asked for.
#[derive(Debug, Clone, Default)]
pub struct Registerlijst {
    /// How a declaration stands.
    pub status: Option<TlvStand>,
    /// Kind.
    pub soort: Option<String>,
    /// Valid on this day.
    pub geldig_op: Option<Date>,
    /// Order.
    pub sort: TlvSort,
    /// Up or down.
    pub direction: Direction,
}

/// Which renewals are asked for.
#[derive(Debug, Clone)]
pub struct Verlenglijst {
    /// The turn is open today, or begins on this day at the latest.
    pub begint_tot_en_met: Option<Date>,
    /// The declaration ends on this day or before.
    pub uiterlijk_tot_en_met: Option<Date>,
    /// Group of the child.
    pub groep: Option<String>,
    /// Order.
    pub sort: BeurtSort,
    /// Up or down.
    pub direction: Direction,
}

/// A child is called so, by its given name and surname, however accents, hyphens and spaces are typed: twins are two.
fn is_called(leerling: &Identiteit, [roepnaam, achternaam]: [&str; 2]) -> bool {
    let letters =
        |naam: &str| -> String { normalise(naam).chars().filter(|c| c.is_alphanumeric()).collect() };
    letters(&leerling.roepnaam) == letters(roepnaam) && letters(&leerling.achternaam) == letters(achternaam)
}

/// What the request in which it was granted says of a declaration; none of one that was not granted.
fn control(aanvraag: &TlvAanvraag, moment: Moment) -> Option<Tlvcontrole> {
    let granted = aanvraag.verleend()?;
    let status = aanvraag.tlv_stand(moment.vandaag)?;
    let plaatsing_vanaf = aanvraag.plaatsing_vanaf().unwrap_or(granted.van);
    let tot_en_met = last_day(aanvraag, granted.tot_en_met);
    let is_told = |bekend: Option<&Bekendmaking>| bekend.is_none_or(|bekend| bekend.op <= moment.vandaag);
    let withdrawn = aanvraag.intrekking.as_ref().filter(|one| is_told(one.bekend.as_ref()));
    Some(Tlvcontrole {
        swv: aanvraag.swv.uitkomst.clone(),
        nummer: granted.nummer.clone(),
        soort: aanvraag.soort.code().to_owned(),
        van: granted.van,
        ingetrokken_per: withdrawn.map(|one| one.per),
        plaatsing_vanaf,
        tot_en_met,
        // One that ended before its first day leaves no day on which a place can begin.
        te_gebruiken: status.is_te_gebruiken()
            && plaatsing_vanaf <= tot_en_met
            && aanvraag.bekendmaking.as_ref().is_some_and(|known| known.op <= moment.vandaag)
            && moment.vandaag <= granted.tot_en_met,
        status,
    })
}

/// The last day on which a declaration holds: the day before it was withdrawn, where it was.
fn last_day(aanvraag: &TlvAanvraag, granted: Date) -> Date {
    let withdrawn = aanvraag.eerder_geeindigd_per().and_then(|per| dates::plus_days(per, -1));
    withdrawn.map_or(granted, |last| last.min(granted))
}
