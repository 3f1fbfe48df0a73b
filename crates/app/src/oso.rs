//! Taking over an OSO dossier: a child's file with a request in the making, each value with its
//! place in the source, and what the parents withheld or objected to.

use base::{Date, DossierNummer, Vestigingscode};
use dossier::algemeen::feiten::{OsoOvergenomen, OvergenomenBijlage};
use dossier::algemeen::opdracht::NeemOsoOver;
use dossier::opdracht::Opdracht;
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::opdracht::StartTlvAanvraag;
use dossier::toegang::{Betrokkenheid, Grond, Kijker};
use dossier::{Dossier, Refusal, Rol};
use exchange::oso::{OsoDossier, Overstap, Reden};
use storage::{BlobId, Claim, Idempotency, StreamId};
use teksten::{Taal, Tekst};
use verband::School;

use crate::aanmelden::NieuwKind;
use crate::dossiers::Uitvoering;
use crate::lijsten::GezochtKind;
use crate::{App, AppError, Moment};

mod geheim;
mod geweigerd;
mod kind;
mod mensen;
mod ontvangen;
mod verslag;
mod waarden;

use geweigerd::{crowded, looks_like_xml, unfit, unusable};

/// How a dossier is taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OsoOpties {
    /// Location to which the school in the file is mapped; kept as provenance.
    pub school: Option<Vestigingscode>,
    /// Add to this file instead of opening one.
    pub dossier: Option<DossierNummer>,
    /// The person saw the files that may be of the same child and said that this is another.
    pub zeker_nieuw: bool,
    /// Check everything and write nothing.
    pub proef: bool,
    /// By what the request is known when it is sent again: then nothing is taken over twice.
    pub herhaling: Option<Idempotency>,
}

/// What was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsoUitkomst {
    /// The child in the dossier, by name.
    pub kind: String,
    /// Date of birth in the dossier.
    pub geboortedatum: Option<Date>,
    /// File; none in a dry run.
    pub dossier: Option<DossierNummer>,
    /// Request in the making; none in a dry run.
    pub aanvraag: Option<u32>,
    /// How many values came over.
    pub waarden: usize,
    /// How many documents came over.
    pub bijlagen: usize,
    /// Categories that the parents withheld.
    pub opt_out: Vec<String>,
    /// The sender says that it may still change.
    pub voorlopig: Option<bool>,
    /// Whether the parents have read it.
    pub ouders_inzage: Option<bool>,
    /// Whether the parents agree with the contents; none where that is not known.
    pub akkoord: Option<bool>,
    /// Whether the parents consent to the transfer; none where that is not known.
    pub toestemming: Option<bool>,
    /// What the person should know.
    pub meldingen: Vec<String>,
    /// From whom it is secret where the child is, as a sentence, by the dossier or the file to which it would be added; none where it is
    /// not.
    pub geheim: Option<Tekst>,
}

impl App {
    /// Takes over an OSO dossier for the school of the person who acts.
    pub async fn importeer_oso(
        &self,
        kijker: &Kijker,
        moment: Moment,
        bytes: &[u8],
        opties: &OsoOpties,
    ) -> Result<OsoUitkomst, AppError> {
        if kijker.actor.rol != Rol::Ib {
            return Err(AppError::Forbidden { reden: teksten::toegang::oso_ib() });
        }
        if !looks_like_xml(bytes) {
            return Err(Refusal::new("oso_onbruikbaar", teksten::beheer::oso_geen_xml())
                .instead(teksten::beheer::oso_kies_xml())
                .into());
        }
        let _plaats = self.oso_poort.enter_or(crowded).await?;
        let oso = exchange::oso::lees(bytes).map_err(|geweigerd| unusable(geweigerd.to_string()))?;
        let school = self.mapped_school(kijker, moment, &oso, opties).await?;
        let kind = kind::new_child(&oso);
        let mut overname = verslag::takeover(&oso, &school, bytes, moment.vandaag);
        let earlier = if opties.proef { None } else { self.sent_before(opties.herhaling.as_ref()).await? };
        if let Some(nummer) = earlier.and_then(|done| done.stream.as_dossier()) {
            let (dossier, _) = self.dossier_for(kijker, &nummer, moment).await?;
            let own = |o: &&dossier::staat::Overname| o.inhoud.vingerafdruk == overname.vingerafdruk;
            let done = dossier.overnames.iter().find(own).map_or(overname.clone(), |o| (*o.inhoud).clone());
            let aanvraag = running_request(&dossier, &start_request(&oso, &school));
            return Ok(OsoUitkomst { dossier: Some(nummer), aanvraag, ..verslag::told(&oso, &kind, &done) });
        }
        self.refuse_double_child(kijker, moment, &kind, opties).await?;
        let existing = self.same_child(kijker, moment, &kind, opties).await?;
        overname.meldingen.extend(mensen::told(&oso, existing.is_some()));
        let mut plan = self.plan(kijker, moment, (&oso, &school, &kind), existing).await?;
        overname.meldingen.append(&mut plan.meldingen);
        let mut uitkomst = verslag::told(&oso, &kind, &overname);
        uitkomst.geheim = self.secret_by(kijker, moment, &plan);
        // What the import would refuse, the trial refuses, and before a document is kept or a number is taken.
        let tried = self.try_plan(kijker, moment, &plan, &overname).await;
        tried.map_err(|refused| with_place(refused, &oso))?;
        if !opties.proef {
            for bijlage in &oso.bijlagen {
                self.keur(&bijlage.inhoud).await?;
            }
            let (nummer, aanvraag) =
                self.write(kijker, moment, plan, (&oso, overname), opties.herhaling.clone()).await?;
            uitkomst.dossier = Some(nummer);
            uitkomst.aanvraag = Some(aanvraag);
        }
        Ok(uitkomst)
    }

    /// The school in Leerrecht: the one the file names, or the one it is mapped to. It must be the
    /// school of the person who acts.
    async fn mapped_school(
        &self,
        kijker: &Kijker,
        moment: Moment,
        oso: &OsoDossier,
        opties: &OsoOpties,
    ) -> Result<School, AppError> {
        let in_file = &oso.school.vestiging.waarde;
        let vestiging = opties.school.as_ref().unwrap_or(in_file);
        let Some(school) = self.school(vestiging, moment.vandaag).await? else {
            return Err(Refusal::field(
                "school",
                teksten::beheer::SchoolOnbekend { school: &vestiging.to_string() }.tekst(),
            )
            .instead(teksten::beheer::zeg_welke_school())
            .into());
        };
        if kijker.actor.organisatie != school.vestiging.organisatie() {
            return Err(Refusal::field(
                "school",
                teksten::beheer::OsoAndereSchool { school: &vestiging.to_string() }.tekst(),
            )
            .instead(teksten::beheer::oso_uw_school())
            .into());
        }
        let overstap = &oso.metadata.overstap;
        if !is_for(overstap.waarde, school.schoolsoort) {
            let van = match overstap.waarde {
                Overstap::Poswv => "een school voor primair of speciaal onderwijs (POSWV)",
                Overstap::Voswv => "een school voor voortgezet of voortgezet speciaal onderwijs (VOSWV)",
            };
            let is = school.schoolsoort.label().to_owned();
            return Err(unfit(overstap, Reden::Schoolsoort { van, is }));
        }
        Ok(school)
    }

    async fn refuse_double_child(
        &self,
        kijker: &Kijker,
        moment: Moment,
        kind: &NieuwKind,
        opties: &OsoOpties,
    ) -> Result<(), AppError> {
        if opties.zeker_nieuw || opties.dossier.is_some() {
            return Ok(());
        }
        let Some(geboortedatum) = kind.geboortedatum else { return Ok(()) };
        let naam = name_of(kind);
        let ouders: Vec<String> = kind.ouders.iter().map(|ouder| ouder.naam.clone()).collect();
        let gezocht = GezochtKind { naam: &naam, geboortedatum, ouders: &ouders, adres: &kind.adres };
        let doubles = self.mogelijk_dubbel(kijker, moment, &gezocht).await?;
        match doubles.first() {
            None => Ok(()),
            Some(double) => Err(Refusal::new(
                "mogelijk_dubbel",
                teksten::beheer::OsoDubbel { dossier: &double.dossier.to_string() }.tekst(),
            )
            .instead(teksten::beheer::OsoToevoegen { dossier: &double.dossier.to_string() }.tekst())
            .into()),
        }
    }

    /// The file to which the dossier is added: of the same child, by name and date of birth: twins share the surname.
    async fn same_child(
        &self,
        kijker: &Kijker,
        moment: Moment,
        kind: &NieuwKind,
        opties: &OsoOpties,
    ) -> Result<Option<(Dossier, Vec<Betrokkenheid>)>, AppError> {
        let Some(nummer) = &opties.dossier else { return Ok(None) };
        let unknown = || {
            Refusal::field(
                "dossier",
                teksten::beheer::DossierNietBijSchool { dossier: &nummer.to_string() }.tekst(),
            )
        };
        let (dossier, betrokken) = self
            .dossier_for(kijker, nummer, moment)
            .await
            .map_err(|error| if matches!(error, AppError::NotFound) { unknown().into() } else { error })?;
        let same = dossier.leerling.as_ref().is_some_and(|leerling| {
            let normal = base::naam::normalise;
            Some(leerling.geboortedatum) == kind.geboortedatum
                && normal(&leerling.naam()) == normal(&name_of(kind))
        });
        if same {
            return Ok(Some((dossier, betrokken)));
        }
        let reden = teksten::beheer::AnderKind { dossier: &nummer.to_string() }.tekst();
        Err(Refusal::field("dossier", reden).instead(teksten::beheer::nummer_of_naam()).into())
    }

    /// What is to be done, on a file that there is or for a new one.
    async fn plan(
        &self,
        kijker: &Kijker,
        moment: Moment,
        (oso, school, kind): (&OsoDossier, &School, &NieuwKind),
        existing: Option<(Dossier, Vec<Betrokkenheid>)>,
    ) -> Result<Plan, AppError> {
        let start = start_request(oso, school);
        let Some((dossier, betrokken)) = existing else {
            let (opdrachten, alone) = self.child_commands(kijker, moment, (oso, school, kind)).await?;
            return Ok(Plan {
                opdrachten,
                claims: vec![alone],
                start: Some(start),
                existing: None,
                running: None,
                meldingen: Vec::new(),
            });
        };
        let running = running_request(&dossier, &start);
        let mut plan = Plan {
            opdrachten: Vec::new(),
            claims: Vec::new(),
            start: running.is_none().then_some(start),
            existing: None,
            running,
            meldingen: Vec::new(),
        };
        // What is secret from some by name is widened: the dossier says it of the child itself.
        let narrower = dossier.geheimhouding.as_ref().is_none_or(|known| !known.voor_personen.is_empty());
        if narrower && let Some(secret) = mensen::secrecy(oso, None) {
            let toegang = self.matrix.mag_op(kijker, &betrokken, (&dossier, &secret), moment.vandaag);
            if toegang.toegestaan {
                plan.opdrachten.push(secret);
            } else {
                plan.meldingen.push(mensen::NIET_VAST_TE_LEGGEN.to_owned());
            }
        }
        plan.existing = Some((dossier, betrokken));
        Ok(plan)
    }

    /// The child, its people and its enrolment, for a file that does not exist yet.
    async fn child_commands(
        &self,
        kijker: &Kijker,
        moment: Moment,
        (oso, school, kind): (&OsoDossier, &School, &NieuwKind),
    ) -> Result<(Vec<Opdracht>, Claim), AppError> {
        let (mut opdrachten, alone) = self.new_file(kijker, moment, kind, true).await?;
        let enrolled = enrolled_on(oso).map_or(moment.vandaag, |day| day.min(moment.vandaag));
        opdrachten.push(
            dossier::leven::opdracht::SchrijfIn {
                vestiging: school.vestiging.clone(),
                swv: school.swv().cloned(),
                schoolnaam: school.naam.clone(),
                schoolsoort: school.schoolsoort,
                groep: kind::group(oso),
                per: enrolled,
                verklaring: "Volgt uit het dossier dat met OSO is overgenomen".to_owned(),
            }
            .into(),
        );
        opdrachten.extend(mensen::deaths(oso));
        opdrachten.extend(mensen::secrecy(oso, Some(kind)));
        Ok((opdrachten, alone))
    }

    async fn try_plan(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plan: &Plan,
        overname: &OsoOvergenomen,
    ) -> Result<(), AppError> {
        let opdrachten = plan.with(overname.clone());
        match &plan.existing {
            None => {
                self.try_new(kijker, moment, (&opdrachten, &[])).await?;
            }
            Some((dossier, betrokken)) => {
                let grond = Grond::Relaties(betrokken);
                self.decide_all(kijker, moment, dossier.clone(), grond, (&opdrachten, &[])).await?;
            }
        }
        Ok(())
    }

    async fn write(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plan: Plan,
        (oso, mut overname): (&OsoDossier, OsoOvergenomen),
        idempotency: Option<Idempotency>,
    ) -> Result<(DossierNummer, u32), AppError> {
        let uitvoering = Uitvoering {
            zonder_brieven: true,
            idempotency,
            claims: plan.claims.clone(),
            ..Uitvoering::default()
        };
        let nummer = match &plan.existing {
            Some((dossier, _)) => dossier.nummer.clone(),
            None => self.next_dossier_nummer(moment).await?,
        };
        let mut kept = Vec::new();
        let stored = self.keep_documents(kijker, moment, &nummer, oso, &mut kept).await;
        overname.bijlagen.clone_from(&kept);
        let done = match stored {
            Err(error) => Err(error),
            Ok(()) if plan.existing.is_some() => {
                self.execute(kijker, moment, &nummer, plan.with(overname), uitvoering).await
            }
            Ok(()) => {
                let opdrachten = plan.with(overname);
                self.open_dossier_as(kijker, moment, nummer.clone(), opdrachten, uitvoering).await
            }
        };
        // What was on its way twice is answered as it was the first time: its documents are those of the first.
        let unused = match &done {
            Err(_) => true,
            Ok(done) => *done.nummer() != nummer || !carries(&done.dossier, &kept),
        };
        if unused {
            self.drop_documents(&nummer, &kept).await?;
        }
        let done = done?;
        let begun = done.dossier.aanvragen.last().map_or(0, |aanvraag| aanvraag.nr);
        // Another one, where the same request was on its way twice.
        Ok((done.nummer().clone(), plan.running.unwrap_or(begun)))
    }

    async fn keep_documents(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: &DossierNummer,
        oso: &OsoDossier,
        kept: &mut Vec<OvergenomenBijlage>,
    ) -> Result<(), AppError> {
        let stream = StreamId::dossier(nummer);
        for bijlage in &oso.bijlagen {
            let blob =
                self.storage.put_blob(&stream, &kijker.actor.organisatie, &bijlage.inhoud, moment.at).await?;
            kept.push(OvergenomenBijlage {
                naam: bijlage.bestandsnaam.clone(),
                omschrijving: bijlage.omschrijving.clone().unwrap_or_default(),
                element: bijlage.herkomst.pad.clone(),
                blob: blob.id.to_string(),
                vingerafdruk: blob.digest.to_string(),
                lengte: blob.len,
            });
        }
        Ok(())
    }

    /// A take-over that was refused leaves no document.
    async fn drop_documents(
        &self,
        nummer: &DossierNummer,
        kept: &[OvergenomenBijlage],
    ) -> Result<(), AppError> {
        let stream = StreamId::dossier(nummer);
        for id in kept.iter().filter_map(|bijlage| bijlage.blob.parse::<BlobId>().ok()) {
            self.storage.remove_blob(&stream, &id).await?;
        }
        Ok(())
    }
}

/// What a take-over does.
struct Plan {
    /// The child and its people, before the dossier itself.
    opdrachten: Vec<Opdracht>,
    claims: Vec<Claim>,
    /// The request to begin; none where one runs.
    start: Option<StartTlvAanvraag>,
    /// The file to which it is added, with whom it concerns; none for a new one.
    existing: Option<(Dossier, Vec<Betrokkenheid>)>,
    running: Option<u32>,
    /// What could not be done.
    meldingen: Vec<String>,
}

impl Plan {
    fn with(&self, overname: OsoOvergenomen) -> Vec<Opdracht> {
        let mut all = self.opdrachten.clone();
        all.push(NeemOsoOver { overname }.into());
        all.extend(self.start.clone().map(Opdracht::from));
        all
    }
}

/// A file holds these documents.
fn carries(dossier: &Dossier, kept: &[OvergenomenBijlage]) -> bool {
    let mut all = dossier.overnames.iter().flat_map(|overname| &overname.inhoud.bijlagen);
    kept.first().is_none_or(|first| all.any(|bijlage| bijlage.blob == first.blob))
}

/// A dossier of this kind comes from such a school.
fn is_for(overstap: Overstap, soort: Schoolsoort) -> bool {
    match soort {
        Schoolsoort::Basisschool | Schoolsoort::Sbo | Schoolsoort::So => overstap == Overstap::Poswv,
        Schoolsoort::Vo | Schoolsoort::Vso => overstap == Overstap::Voswv,
        Schoolsoort::SoVso | Schoolsoort::InstellingC12 => true,
    }
}

/// What the file itself refuses of a value that stands in the dossier, with where it stands.
fn with_place(error: AppError, oso: &OsoDossier) -> AppError {
    if let AppError::Refused(refusal) = &error
        && refusal.veld == Some("geboortedatum")
    {
        let plek = &oso.leerling.geboortedatum.herkomst;
        let reden = Taal::Nl.zeg(&refusal.reden);
        let place = format!("Regel {}, element {}", plek.regel, plek.pad);
        return unusable(format!("Dit OSO-dossier is geweigerd. {place}: {reden}")).into();
    }
    error
}

/// The day of enrolment, where it can be one: nobody is enrolled before birth.
fn enrolled_on(oso: &OsoDossier) -> Option<Date> {
    let day = oso.leerling.ingeschreven.as_ref()?.waarde;
    (day >= oso.leerling.geboortedatum.waarde).then_some(day)
}

/// OSO does not say which declaration is asked; the school can still choose another.
fn start_request(oso: &OsoDossier, school: &School) -> StartTlvAanvraag {
    StartTlvAanvraag {
        vestiging: school.vestiging.clone(),
        schoolnaam: school.naam.clone(),
        soort: asked_kind(oso),
        gevraagde_school_swv: None,
        landelijk_swv: None,
        school_swv_vo: school.swv_vo.clone(),
        verlenging_van: None,
    }
}

/// The request of this kind that the school has begun or sent already: what came over goes with it.
fn running_request(dossier: &Dossier, start: &StartTlvAanvraag) -> Option<u32> {
    let same = |a: &&TlvAanvraag| a.soort == start.soort && a.vestiging == start.vestiging;
    let mut requests = dossier.aanvragen.iter().rev().filter(same);
    requests.find(|a| a.fase() == TlvFase::Gestart || a.fase().is_in_behandeling()).map(|a| a.nr)
}

fn name_of(kind: &NieuwKind) -> String {
    let words = [&kind.roepnaam, &kind.voorvoegsel, &kind.achternaam];
    words.into_iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn asked_kind(oso: &OsoDossier) -> TlvSoort {
    match oso.metadata.overstap.waarde {
        Overstap::Poswv => TlvSoort::So,
        Overstap::Voswv => TlvSoort::Vso,
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_xml;

    #[test]
    fn what_is_no_xml_at_all_is_known_by_its_first_sign() {
        let utf16: Vec<u8> = "\u{feff}<?xml?>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for yes in [b"<?xml version='1.0'?>".as_slice(), b"\xef\xbb\xbf\n <dossier/>", utf16.as_slice()] {
            assert!(looks_like_xml(yes));
        }
        for no in [b"%PDF-1.7".as_slice(), b"\x89PNG\r\n", b"PK\x03\x04", b"Beste school,", b""] {
            assert!(!looks_like_xml(no));
        }
    }
}
