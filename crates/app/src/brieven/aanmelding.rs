//! Letters of a registration up to the decision (R1.1–R1.8).

use base::{Date, Sector, Vindplaats, dates, naam};
use documents::{
    GevraagdStuk, InformatieNietCompleet, NietLeeg, OntvangstbevestigingAanmelding, Rechtsgrond,
    TijdelijkePlaatsUitleg, TijdelijkePlaatsing, VerlengingBeslistermijn, VerzoekOmInformatie,
};
use dossier::aanmelding::feiten::{
    Aangemeld, BeslistermijnVerlengd, Indiener, InformatieGevraagd, InformatieOnvoldoende, TijdelijkGeplaatst,
};
use dossier::aanmelding::meegedeeld::AanmeldingMeegedeeld;
use dossier::aanmelding::{leeftijd, voorwaarde};
use dossier::opdracht::regels::{self, TermijnFeiten, buiten_behandeling};
use dossier::soort::{Bewijsveld, Schoolsoort};
use dossier::staat::{Aanmelding, Dossier};
use recht::Eenheid;
use recht::Plicht;
use teksten::Taal;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::{alineas, duur, in_groep, lijst, met_kleine_letter, minstens_een, tekst};
use crate::AppError;

/// The rule of the term.
const BESLISTERMIJN: &str = "aanmelding.beslistermijn";
/// The rule of the temporary place.
const TIJDELIJK: &str = "aanmelding.tijdelijke_plaatsing";
/// How parents hand something in.
const HOE: &str = "Lever de papieren in op school, of stuur ze met de post.";

/// Who of the people in the file registered the child: who did so on an own page, or signed the open form. None where the school
/// wrote it down, or nobody of that name is there.
fn registrar(dossier: &Dossier, event: &Aangemeld) -> Option<u32> {
    if let Indiener::Ouder(nr) = event.ingediend_door {
        return Some(nr);
    }
    let key = |name: &str| naam::key(naam::zonder_aanspreking(name));
    let written = key(&event.van_buiten.as_ref()?.naam);
    let one = dossier.personen.iter().find(|persoon| key(&persoon.naam) == written)?;
    Some(one.nr)
}

impl Schrijver<'_> {
    /// The registration has come in.
    pub(super) fn ontvangstbevestiging(&self, event: &Aangemeld) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let kind = self.kind();
        let mut wet = vec![grond(
            "Ouders melden hun kind schriftelijk aan. Zij schrijven erbij op welke andere scholen zij hun \
             kind aanmelden.",
            self.wetten().artikel("aanmelding.termijn_vooraf"),
        )?];
        if voorwaarde::eerste_leerjaar(self.dossier, aanmelding) {
            wet.push(self.grond_week_van_aanmelden(aanmelding)?);
        }
        wet.extend([self.grond_termijn(aanmelding)?, self.grond_tijdelijk(aanmelding)?]);
        // What is asked of one kind of school alone tells who may not know the place of how few it is one.
        let algemeen = wet.clone();
        // Of a minor asylum seeker the law is not sure to ask one (WPO 40(16), WEC 40(24)).
        let asked = !aanmelding.plek().verklaringen().is_empty() && !is_sooner(aanmelding);
        if asked {
            wet.push(self.wetten().bepaling(aanmelding.plek().asks_declaration())?);
        }
        let onderzoek_eerst = self.wetten().eist_bij(Plicht::OnderzoekVoorToelating, aanmelding.schoolsoort);
        if onderzoek_eerst {
            wet.push(self.wetten().bepaling("aanmelding.onderzoek_instelling")?);
        }
        let (grondslag, voorwaarden) = self.zonder_andere_school(aanmelding, &mut wet)?;
        let verlenging = event.termijn.uitkomst.verlenging_mogelijk;
        let verlenging =
            verlenging.then(|| self.wetten().termijn_van(BESLISTERMIJN, "verlenging")).transpose()?;
        let verlenging = verlenging.map(|termijn| tekst(format!("hooguit {termijn}"))).transpose()?;
        let too_old = leeftijd::geen_plek_meer(self.dossier, aanmelding, &self.besluitvorming())?;
        let geen_plek = too_old.map(|why| tekst(Taal::Nl.zeg(why.reden))).transpose()?;
        let tijdelijke_plaats = match geen_plek {
            Some(_) => None,
            None => Some(self.tijdelijke_plaats(aanmelding, self.right_arises(aanmelding)?)?),
        };
        let registrar = registrar(self.dossier, event);
        self.aan_ouders(|lezer| {
            let secret = lezer.persoon.is_some_and(|nr| self.is_met_naam_geheim(nr));
            let other = lezer.persoon.is_some() && registrar != lezer.persoon;
            Ok(OntvangstbevestigingAanmelding {
                hoofd: self.hoofd(&lezer.ontvanger, if secret { algemeen.clone() } else { wet.clone() })?,
                school: self.school()?,
                ontvangen_op: event.ontvangen_op,
                gewenst_vanaf: aanmelding.gewenst_per,
                andere_scholen: event.andere_scholen.iter().map(tekst).collect::<Result<_, _>>()?,
                onderzoek: lijst([
                    format!("wat u ons over {kind} heeft verteld"),
                    format!("welke hulp {kind} nodig heeft om te leren en mee te doen"),
                    "welke hulp onze school kan geven".to_owned(),
                ])?,
                beslistermijn: self.beslistermijn(aanmelding)?,
                beslissen_uiterlijk: self.beslissen_uiterlijk(aanmelding)?,
                verlenging: verlenging.clone(),
                tijdelijke_plaats: tijdelijke_plaats.clone(),
                geen_plek: geen_plek.clone(),
                verklaring_nodig: asked && !secret,
                onderzoek_eerst: onderzoek_eerst && !secret,
                grondslag: grondslag.clone().filter(|_| !secret),
                voorwaarden: voorwaarden && !secret,
                // Where the school wrote it down, it was not who may not know of it.
                door_ander: other && (registrar.is_some() || secret),
                hulp: minstens_een(vec![self.steunpunt()?])?,
            })
        })
    }

    /// The same for somebody with authority who came into the file after it, and for nobody else.
    pub(super) fn ontvangst_voor_later(
        &self,
        event: &AanmeldingMeegedeeld,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let mut letters = self.ontvangstbevestiging(&self.aanmelding(event.aanmelding)?.feit)?;
        letters.retain(|letter| letter.aan_personen.contains(&event.persoon));
        Ok(letters)
    }

    /// The exceptions to the duty to find another school that this school has, put into the law part behind that duty: what parents can
    /// be asked to declare of its foundation, and whether the law has conditions of its own.
    fn zonder_andere_school(
        &self,
        aanmelding: &Aanmelding,
        wet: &mut Vec<Rechtsgrond>,
    ) -> Result<(Option<documents::Tekst>, bool), AppError> {
        // Of before 2022 that of secondary education stands in an act that is not here.
        let duty = self.has_duty(aanmelding).then(|| self.grond_andere_school().ok()).flatten();
        let Some(duty) = duty else { return Ok((None, false)) };
        wet.push(duty);
        let (mut grondslag, mut voorwaarden) = (None, false);
        for exception in regels::gronden(&self.besluitvorming(), (aanmelding, false)) {
            let about = |veld: Bewijsveld| exception.bewijs.iter().find(|punt| punt.id == veld.code());
            if let Some(asked) = about(Bewijsveld::Gevraagd) {
                let both = asked.opties.len() > 1;
                grondslag = Some(tekst(if both { "respecteert of onderschrijft" } else { "respecteert" })?);
            }
            voorwaarden |= about(Bewijsveld::Voorwaarde).is_some();
            let words = format!("Een uitzondering daarop: {}", met_kleine_letter(&exception.tekst));
            wet.push(grond(words, exception.bron.vindplaats.clone())?);
        }
        Ok((grondslag, voorwaarden))
    }

    /// Where the child is, is secret from this person by name.
    pub(super) fn is_met_naam_geheim(&self, nr: u32) -> bool {
        self.dossier.geheimhouding.as_ref().is_some_and(|geheim| geheim.voor_personen.contains(&nr))
    }

    /// In which week parents register for the first year of secondary education (WVO 2020 8.8(8)).
    fn grond_week_van_aanmelden(&self, aanmelding: &Aanmelding) -> Result<Rechtsgrond, AppError> {
        let day = |naam| self.wetten().dag(naam, aanmelding.ontvangen_op);
        let (van, tot_en_met) = (day("aanmelding.vo_eerste_dag")?, day("aanmelding.vo_laatste_dag")?);
        let words = format!(
            "Voor het eerste leerjaar van het voortgezet onderwijs melden ouders hun kind aan van {van} tot en \
             met {tot_en_met}. Een aanmelding op een andere dag telt ook: de wet zegt niet dat zij dan niet geldt."
        );
        grond(&words, self.wetten().artikel("aanmelding.vo_eerste_dag"))
    }

    /// Something is missing in the registration.
    pub(super) fn verzoek_om_informatie(
        &self,
        event: &InformatieGevraagd,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let stopping = self.stoppen_binnen(aanmelding)?;
        let mut wet = vec![
            self.wetten().bepaling("aanmelding.behoefte_beoordelen")?,
            self.grond_stilstand(aanmelding)?,
        ];
        if let Some((binnen, plaats)) = &stopping {
            let told = format!(
                "Stopt de school met de aanmelding omdat de informatie er niet is? Dan hoort de ouder dat \
                binnen {binnen}."
            );
            wet.push(grond(told, plaats.clone())?);
        }
        let stoppen_binnen = stopping.map(|(binnen, _)| binnen);
        self.aan_ouders(|lezer| {
            Ok(VerzoekOmInformatie {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                gevraagd: stukken(&event.wat, &event.waarom)?,
                aanleveren_uiterlijk: event.tot_en_met,
                hoe: tekst(HOE)?,
                stil_vanaf: self.stil_vanaf(aanmelding, event.uitnodiging_op)?,
                stoppen_binnen: stoppen_binnen.clone(),
                hulp: minstens_een(vec![self.steunpunt()?])?,
            })
        })
    }

    /// What parents gave is not enough, and they still have time: who has no page reads what is missing here.
    pub(super) fn informatie_niet_compleet(
        &self,
        event: &InformatieOnvoldoende,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let asked = aanmelding.opschortingen.iter().rev().find(|asked| asked.uitnodiging_op <= event.op);
        let asked = asked.ok_or_else(|| AppError::Letter("er is geen informatie gevraagd".to_owned()))?;
        let wet = vec![self.grond_stilstand(aanmelding)?];
        self.aan_ouders(|lezer| {
            Ok(InformatieNietCompleet {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                kregen_op: event.op,
                nog_nodig: alineas(&event.nog_nodig)?,
                aanleveren_uiterlijk: asked.tot_en_met,
                hoe: tekst(HOE)?,
                hulp: minstens_een(vec![self.steunpunt()?])?,
            })
        })
    }

    /// Within what time a school tells that it does not handle a registration, and where that stands; none where the law names
    /// no time.
    pub(super) fn stoppen_binnen(
        &self,
        aanmelding: &Aanmelding,
    ) -> Result<Option<(documents::Tekst, Vindplaats)>, AppError> {
        let [_, telling] = buiten_behandeling(aanmelding.openbaar);
        let wetten = self.wetten();
        let Some(plaats) = wetten.plaats_van_bepaling(telling) else { return Ok(None) };
        Ok(Some((wetten.termijn("aanmelding.buiten_behandeling_bekend_binnen")?, plaats)))
    }

    /// The term is extended.
    pub(super) fn verlenging(&self, event: &BeslistermijnVerlengd) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let wet = vec![self.grond_termijn(aanmelding)?, self.grond_tijdelijk(aanmelding)?];
        let mut before = TermijnFeiten::of(aanmelding);
        before.verlengd = false;
        before.verlenging_weken = None;
        let verlenging = match event.weken {
            Some(weken) => tekst(duur(weken.into(), Eenheid::Weken))?,
            None => self.wetten().termijn_van(BESLISTERMIJN, "verlenging")?,
        };
        let asked = aanmelding.open_opschorting();
        let recht = aanmelding.tijdelijk_recht.uitkomst;
        let vanaf = recht.vanaf.filter(|_| recht.recht);
        self.aan_ouders(|lezer| {
            Ok(VerlengingBeslistermijn {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                eerst_uiterlijk: self.last_day(aanmelding, before.clone())?,
                verlenging: verlenging.clone(),
                beslissen_uiterlijk: self.beslissen_uiterlijk(aanmelding)?,
                antwoord_tot: asked.map(|asked| asked.tot_en_met).filter(|day| *day >= self.vandaag),
                redenen: alineas(&event.reden)?,
                tijdelijke_plaats: vanaf
                    .map(|vanaf| self.tijdelijke_plaats(aanmelding, vanaf))
                    .transpose()?,
                hulp: minstens_een(vec![self.praten()?, self.steunpunt()?])?,
            })
        })
    }

    /// The child gets a temporary place.
    pub(super) fn tijdelijke_plaatsing(
        &self,
        event: &TijdelijkGeplaatst,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let needs_support = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
        // At some schools every pupil gets a plan (WPO 40a(1)b, WEC 41a(1), WVO 2020 2.44(1)a), also before the school saw what it needs.
        let every_pupil = aanmelding.plek().always_opp(&self.besluitvorming(), event.per);
        let needs_plan = needs_support || every_pupil;
        let opp = self.wetten().termijn_van("opp.vaststellingstermijn", "termijn")?;
        let mut wet = vec![self.grond_tijdelijk(aanmelding)?];
        let (bezwaar, ground) = self.bezwaar_openbaar("ons besluit")?.unzip();
        wet.extend(ground);
        self.aan_ouders(|lezer| {
            Ok(TijdelijkePlaatsing {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                recht: self.tijdelijke_plaats(aanmelding, event.per)?,
                groep: in_groep(&event.groep, aanmelding.sector)?,
                beslissen_uiterlijk: aanmelding
                    .termijn
                    .uitkomst
                    .uiterlijk
                    .filter(|last| *last >= self.vandaag),
                opp_binnen: needs_plan.then(|| opp.clone()),
                elk_kind: !needs_support && every_pupil,
                praktisch: self.eerste_keer(lezer.persoon)?,
                bezwaar: bezwaar.clone(),
                hulp: minstens_een(vec![self.steunpunt()?])?,
            })
        })
    }

    /// The last day for the decision; while the clock stands still, the day if nothing comes in.
    pub(super) fn beslissen_uiterlijk(&self, aanmelding: &Aanmelding) -> Result<Date, AppError> {
        let without_answer =
            || aanmelding.open_opschorting().and_then(|asked| asked.uiterlijk_zonder_antwoord);
        match aanmelding.termijn.uitkomst.uiterlijk.or_else(without_answer) {
            Some(last) => Ok(last),
            None => self.last_day(aanmelding, TermijnFeiten::of(aanmelding)),
        }
    }

    fn last_day(&self, aanmelding: &Aanmelding, mut feiten: TermijnFeiten) -> Result<Date, AppError> {
        if let Some(open) = aanmelding.open_opschorting() {
            feiten.end_open(dates::plus_days(open.tot_en_met, 1).unwrap_or(open.tot_en_met));
        }
        let termijn = regels::beslistermijn(&self.besluitvorming(), &feiten)?;
        let missing = || AppError::Letter("de laatste dag om te beslissen is niet te berekenen".to_owned());
        termijn.uitkomst.uiterlijk.ok_or_else(missing)
    }

    /// The length of the term for this child.
    fn beslistermijn(&self, aanmelding: &Aanmelding) -> Result<documents::Tekst, AppError> {
        let naam = if aanmelding.minderjarige_asielzoeker { "termijn_asielzoeker" } else { "termijn" };
        self.wetten().termijn_van(BESLISTERMIJN, naam)
    }

    /// What the law says about the term.
    pub(super) fn grond_termijn(&self, aanmelding: &Aanmelding) -> Result<Rechtsgrond, AppError> {
        let termijn = self.beslistermijn(aanmelding)?;
        let words = if aanmelding.minderjarige_asielzoeker {
            format!("De school beslist binnen {termijn}.")
        } else {
            let langer = self.wetten().termijn_van(BESLISTERMIJN, "verlenging")?;
            format!(
                "De school beslist binnen {termijn}. Dat mag één keer langer duren: zo kort als kan, en hooguit {langer}. De \
                school laat dat aan de ouders weten."
            )
        };
        grond(words, self.plaats_termijn(aanmelding)?)
    }

    fn wachttijd(&self, aanmelding: &Aanmelding) -> Result<documents::Tekst, AppError> {
        let naam = if is_sooner(aanmelding) { "na_asielzoeker" } else { "na" };
        self.wetten().termijn_van(TIJDELIJK, naam)
    }

    /// What the law says about the temporary place.
    pub(super) fn grond_tijdelijk(&self, aanmelding: &Aanmelding) -> Result<Rechtsgrond, AppError> {
        let na = self.wachttijd(aanmelding)?;
        if admitted_by_law(aanmelding) {
            let own = match aanmelding.sector {
                Sector::Po => "toelating_asielzoeker_po",
                Sector::So | Sector::Vo => "toelating_asielzoeker_so",
            };
            return grond(
                format!("Is er {na} na de aanmelding geen beslissing? Dan is het kind toegelaten."),
                self.wetten().bron_van(TIJDELIJK, own)?,
            );
        }
        if is_sooner(aanmelding) {
            return grond(
                format!(
                    "Is er {na} na de aanmelding geen beslissing? Dan krijgt het kind hier een tijdelijke plek. De wet \
                     zegt voor het voortgezet speciaal onderwijs niet duidelijk of het dan al is toegelaten."
                ),
                self.wetten().bron_van(TIJDELIJK, "toelating_asielzoeker_vso")?,
            );
        }
        let plek = aanmelding.plek();
        if plek.asks_conditions_first() {
            let naam = if plek.is_pro() {
                "aanmelding.tijdelijke_plek_pro"
            } else {
                "aanmelding.tijdelijke_plek_vso"
            };
            return self.wetten().bepaling(naam);
        }
        grond(
            format!(
                "Is er {na} na de aanmelding geen beslissing, en staat het kind niet ingeschreven op \
                een andere {}? Dan krijgt het een tijdelijke plek, zodra het op de school mag beginnen. \
                Die plek stopt als de school het kind niet toelaat.",
                soort_school(aanmelding.plek().soort())
            ),
            self.wetten().plaats(&aanmelding.tijdelijk_recht.berekening),
        )
    }

    fn tijdelijke_plaats(
        &self,
        aanmelding: &Aanmelding,
        vanaf: Date,
    ) -> Result<TijdelijkePlaatsUitleg, AppError> {
        Ok(TijdelijkePlaatsUitleg {
            na: self.wachttijd(aanmelding)?,
            vanaf,
            soort_school: tekst(soort_school(aanmelding.plek().soort()))?,
            toegelaten: admitted_by_law(aanmelding),
            eerst_verklaring: waits_for_declaration(aanmelding),
        })
    }

    /// The day on which the right arises for a child that has no school by then.
    fn right_arises(&self, aanmelding: &Aanmelding) -> Result<Date, AppError> {
        if let Some(vanaf) = aanmelding.tijdelijk_recht.uitkomst.vanaf {
            return Ok(vanaf);
        }
        let feiten = TermijnFeiten::of(aanmelding);
        let born = self.leerling.geboortedatum;
        let recht = regels::tijdelijke_plaatsing(&self.besluitvorming(), &feiten, born, false)?;
        let missing = || AppError::Letter("de dag van de tijdelijke plek is niet te berekenen".to_owned());
        recht.uitkomst.vanaf.ok_or_else(missing)
    }

    /// What the law says about the term while information is missing. For a private school for secondary education it says nothing
    /// about the term; then the letter says so.
    fn grond_stilstand(&self, aanmelding: &Aanmelding) -> Result<Rechtsgrond, AppError> {
        let silent = self.wetten().bepaling("aanmelding.stilstand_bijzonder_vo").ok();
        if let Some(silent) = silent.filter(|_| !aanmelding.openbaar) {
            return Ok(silent);
        }
        grond(
            "De tijd om te beslissen staat stil tot de informatie er is, of tot de tijd om die te \
             geven voorbij is.",
            self.wetten().bron_van(BESLISTERMIJN, opschorting(aanmelding))?,
        )
    }

    /// The first day on which the term stands still.
    fn stil_vanaf(&self, aanmelding: &Aanmelding, uitnodiging_op: Date) -> Result<Date, AppError> {
        let dagen = self.wetten().aantal_van(BESLISTERMIJN, opschorting(aanmelding))?;
        Ok(dates::plus_days(uitnodiging_op, dagen).unwrap_or(uitnodiging_op))
    }

    /// Where the term stands for this child and sector. The trace of a term that stands still begins
    /// with the suspension, so it is asked of the rule itself.
    fn plaats_termijn(&self, aanmelding: &Aanmelding) -> Result<base::Vindplaats, AppError> {
        let wetten = self.wetten();
        if !aanmelding.minderjarige_asielzoeker {
            return Ok(wetten.plaats_van(BESLISTERMIJN));
        }
        let general = wetten.bron_van(BESLISTERMIJN, "termijn_asielzoeker")?;
        let of_sector = wetten.plaats(&aanmelding.termijn.berekening);
        Ok(if general.wet == of_sector.wet { general } else { of_sector })
    }
}

/// For a minor asylum seeker a place comes sooner, but for secondary education.
fn is_sooner(aanmelding: &Aanmelding) -> bool {
    aanmelding.minderjarige_asielzoeker && aanmelding.sector != Sector::Vo
}

/// A minor asylum seeker on whose registration is not decided in time is admitted; of special secondary education the law is not
/// clear (WEC 40 lid 24 names lid 8 alone).
fn admitted_by_law(aanmelding: &Aanmelding) -> bool {
    is_sooner(aanmelding) && aanmelding.plek().soort() != Schoolsoort::Vso
}

/// A temporary place there waits for a declaration (WEC 40(9), (12), WVO 2020 8.13(2), 2.30(7)).
fn waits_for_declaration(aanmelding: &Aanmelding) -> bool {
    let plek = aanmelding.plek();
    plek.asks_conditions_first() && !plek.verklaringen().is_empty() && !is_sooner(aanmelding)
}

/// At which schools a child must not be enrolled to get a temporary place at this one (WPO 40 lid 7, WEC 40 lid 8 and 9, WVO 8.13).
fn soort_school(schoolsoort: Schoolsoort) -> &'static str {
    match schoolsoort {
        Schoolsoort::Basisschool | Schoolsoort::Sbo | Schoolsoort::So => {
            "basisschool of school voor speciaal basisonderwijs of speciaal onderwijs"
        }
        Schoolsoort::Vo | Schoolsoort::Vso => {
            "school voor voortgezet onderwijs of voortgezet speciaal onderwijs"
        }
        Schoolsoort::SoVso | Schoolsoort::InstellingC12 => "school",
    }
}

/// The figure of the rule that says when the clock of this school stops.
fn opschorting(aanmelding: &Aanmelding) -> &'static str {
    match (aanmelding.openbaar, aanmelding.sector) {
        (true, _) => "opschorting_openbaar_vanaf",
        (false, Sector::Po) => "opschorting_bijzonder_vanaf_po",
        (false, Sector::So) => "opschorting_bijzonder_vanaf_so",
        (false, Sector::Vo) => "opschorting_bijzonder_vanaf_vo",
    }
}

/// What is missing, each with the reason.
pub(super) fn stukken(wat: &[String], waarom: &str) -> Result<NietLeeg<GevraagdStuk>, AppError> {
    let stukken = wat.iter().map(|wat| Ok(GevraagdStuk { wat: tekst(wat)?, waarom: tekst(waarom)? }));
    minstens_een(stukken.collect::<Result<_, AppError>>()?)
}

/// Days in words, both ends counted.
pub(super) fn dagen(aantal: i64) -> Result<documents::Tekst, AppError> {
    tekst(duur(i32::try_from(aantal).unwrap_or(i32::MAX), recht::Eenheid::Dagen))
}
