//! Taking over an OSO dossier: a child's file with a request in the making, each value with its
//! place in the source, and what the parents withheld or objected to.

use base::{Date, DossierNummer, Vestigingscode, dates};
use dossier::algemeen::feiten::{OsoOvergenomen, OvergenomenBijlage};
use dossier::algemeen::opdracht::NeemOsoOver;
use dossier::leven::opdracht::{OntvangNummer, SchrijfIn, ZetGeheimhouding};
use dossier::opdracht::Opdracht;
use dossier::soort::TlvSoort;
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::opdracht::StartTlvAanvraag;
use dossier::toegang::Kijker;
use dossier::{Dossier, Refusal, Rol};
use exchange::oso::{OsoDossier, Overstap};
use sha2::{Digest, Sha256};
use storage::{Claim, Idempotency, StreamId};
use teksten::Tekst;
use verband::School;

use crate::aanmelden::NieuwKind;
use crate::dossiers::Uitvoering;
use crate::{App, AppError, Moment};

mod kind;
mod waarden;

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
    /// The parents objected to the contents.
    pub bezwaar_ouders: bool,
    /// What the person should know.
    pub meldingen: Vec<String>,
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
        let oso = exchange::oso::lees(bytes).map_err(|fout| {
            Refusal::new("oso_onbruikbaar", Tekst::letterlijk(fout.to_string()))
                .instead(teksten::beheer::oso_opnieuw())
        })?;
        let school = self.mapped_school(kijker, moment, &oso, opties).await?;
        let kind = kind::new_child(&oso);
        let earlier = if opties.proef { None } else { self.sent_before(opties.herhaling.as_ref()).await? };
        if let Some(nummer) = earlier.and_then(|done| done.stream.as_dossier()) {
            let (dossier, _) = self.dossier_for(kijker, &nummer, moment).await?;
            let overname = takeover(&oso, &school, bytes);
            let aanvraag = running_request(&dossier, &start_request(&oso, &school));
            return Ok(OsoUitkomst {
                dossier: Some(nummer),
                aanvraag,
                ..told(&oso, &school, &kind, &overname)
            });
        }
        self.refuse_double_child(kijker, moment, &kind, opties).await?;
        let existing = self.same_child(kijker, moment, &kind, opties).await?;
        let overname = takeover(&oso, &school, bytes);
        let mut uitkomst = told(&oso, &school, &kind, &overname);
        if opties.proef {
            return Ok(uitkomst);
        }
        let uitvoering = Uitvoering {
            zonder_brieven: true,
            idempotency: opties.herhaling.clone(),
            ..Uitvoering::default()
        };
        let (nummer, aanvraag) =
            self.write(kijker, moment, existing, &oso, &school, kind, overname, uitvoering).await?;
        uitkomst.dossier = Some(nummer);
        uitkomst.aanvraag = Some(aanvraag);
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
        let doubles = self.mogelijk_dubbel(kijker, moment, &name_of(kind), geboortedatum).await?;
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
    ) -> Result<Option<Dossier>, AppError> {
        let Some(nummer) = &opties.dossier else { return Ok(None) };
        let unknown = || {
            Refusal::field(
                "dossier",
                teksten::beheer::DossierNietBijSchool { dossier: &nummer.to_string() }.tekst(),
            )
        };
        let (dossier, _) = self
            .dossier_for(kijker, nummer, moment)
            .await
            .map_err(|error| if matches!(error, AppError::NotFound) { unknown().into() } else { error })?;
        let same = dossier.leerling.as_ref().is_some_and(|leerling| {
            let normal = base::naam::normalise;
            Some(leerling.geboortedatum) == kind.geboortedatum
                && normal(&leerling.naam()) == normal(&name_of(kind))
        });
        if same {
            return Ok(Some(dossier));
        }
        let reden = teksten::beheer::AnderKind { dossier: &nummer.to_string() }.tekst();
        Err(Refusal::field("dossier", reden).instead(teksten::beheer::nummer_of_naam()).into())
    }

    #[expect(clippy::too_many_arguments, reason = "each is a different thing and this is its only caller")]
    async fn write(
        &self,
        kijker: &Kijker,
        moment: Moment,
        existing: Option<Dossier>,
        oso: &OsoDossier,
        school: &School,
        kind: NieuwKind,
        mut overname: OsoOvergenomen,
        uitvoering: Uitvoering,
    ) -> Result<(DossierNummer, u32), AppError> {
        let (nummer, mut opdrachten, claims) = if let Some(dossier) = &existing {
            (dossier.nummer.clone(), Vec::new(), Vec::new())
        } else {
            let nummer = self.next_dossier_nummer(moment).await?;
            let (opdrachten, alone) = self.child_commands(kijker, moment, oso, school, &kind).await?;
            (nummer, opdrachten, vec![alone])
        };
        let uitvoering = Uitvoering { claims, ..uitvoering };
        overname.bijlagen = self.keep_documents(kijker, moment, &nummer, oso).await?;
        opdrachten.push(NeemOsoOver { overname }.into());
        let start = start_request(oso, school);
        let running = existing.as_ref().and_then(|dossier| running_request(dossier, &start));
        if running.is_none() {
            opdrachten.push(start.into());
        }
        let done = match existing {
            Some(_) => self.execute(kijker, moment, &nummer, opdrachten, uitvoering).await?,
            None => self.open_dossier_as(kijker, moment, nummer.clone(), opdrachten, uitvoering).await?,
        };
        let begun = done.dossier.aanvragen.last().map_or(0, |aanvraag| aanvraag.nr);
        // Another one, where the same request was on its way twice.
        Ok((done.nummer().clone(), running.unwrap_or(begun)))
    }

    /// The child, its people and its enrolment, for a file that does not exist yet.
    async fn child_commands(
        &self,
        kijker: &Kijker,
        moment: Moment,
        oso: &OsoDossier,
        school: &School,
        kind: &NieuwKind,
    ) -> Result<(Vec<Opdracht>, Claim), AppError> {
        let (mut opdrachten, alone) = self.new_file(kijker, moment, kind, true).await?;
        let enrolled = enrolled_on(oso).map_or(moment.vandaag, |day| day.min(moment.vandaag));
        opdrachten.push(
            SchrijfIn {
                vestiging: school.vestiging.clone(),
                swv: school.swv().cloned(),
                schoolnaam: school.naam.clone(),
                schoolsoort: school.schoolsoort,
                groep: kind::group(oso),
                per: enrolled,
            }
            .into(),
        );
        if oso.leerling.adresgeheim.as_ref().is_some_and(|geheim| geheim.waarde) {
            opdrachten.push(
                ZetGeheimhouding { geheim: true, voor_personen: Vec::new(), bron: "OSO-dossier".to_owned() }
                    .into(),
            );
        }
        if let Some(pgn) = &oso.pgn {
            opdrachten.push(OntvangNummer { pgn: pgn.nummer.waarde.clone() }.into());
        }
        Ok((opdrachten, alone))
    }

    async fn keep_documents(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: &DossierNummer,
        oso: &OsoDossier,
    ) -> Result<Vec<OvergenomenBijlage>, AppError> {
        let stream = StreamId::dossier(nummer);
        let mut kept = Vec::with_capacity(oso.bijlagen.len());
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
        Ok(kept)
    }
}

/// What is kept of the dossier. The documents get their place when they are stored.
fn takeover(oso: &OsoDossier, school: &School, bytes: &[u8]) -> OsoOvergenomen {
    let inzage = oso.inzage.as_ref();
    let reden = inzage.and_then(|i| i.reden_niet_akkoord.as_ref()).map(|reden| reden.waarde.clone());
    OsoOvergenomen {
        overstap: match oso.metadata.overstap.waarde {
            Overstap::Poswv => "POSWV".to_owned(),
            Overstap::Voswv => "VOSWV".to_owned(),
        },
        datum: Some(oso.metadata.datum.waarde),
        school_in_bron: format!("{} ({})", oso.school.instelling.naam.waarde, oso.school.vestiging.waarde),
        vestiging: school.vestiging.clone(),
        vingerafdruk: storage::ids::to_hex(&Sha256::digest(bytes)),
        waarden: waarden::values(oso),
        bijlagen: Vec::new(),
        opt_out: oso.opt_out().into_iter().map(|categorie| categorie.naam().to_owned()).collect(),
        ouders_inzage: inzage.and_then(|i| i.inzage.as_ref()).map(|gezien| gezien.waarde),
        bezwaar_ouders: oso.heeft_bezwaar_ouders(),
        bezwaar_reden: reden.unwrap_or_default(),
        niet_overgenomen: oso.niet_overgenomen.iter().map(|n| format!("{} ({}×)", n.pad, n.aantal)).collect(),
    }
}

/// What is told of a dossier before it is taken over.
fn told(oso: &OsoDossier, school: &School, kind: &NieuwKind, overname: &OsoOvergenomen) -> OsoUitkomst {
    OsoUitkomst {
        kind: name_of(kind),
        geboortedatum: kind.geboortedatum,
        dossier: None,
        aanvraag: None,
        waarden: overname.waarden.len(),
        bijlagen: oso.bijlagen.len(),
        opt_out: overname.opt_out.clone(),
        bezwaar_ouders: overname.bezwaar_ouders,
        meldingen: messages(oso, school),
    }
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

fn messages(oso: &OsoDossier, school: &School) -> Vec<String> {
    let mut all = vec![format!(
        "OSO zegt niet welke verklaring wordt gevraagd; de aanvraag is begonnen voor {}",
        asked_kind(oso).label()
    )];
    if oso.school.vestiging.waarde != school.vestiging {
        all.push(format!(
            "school {} in het dossier is gekoppeld aan {}",
            oso.school.vestiging.waarde, school.vestiging
        ));
    }
    if oso.leerling.ingeschreven.is_some() && enrolled_on(oso).is_none() {
        all.push(
            "de dag van inschrijving ligt voor de geboorte en is niet overgenomen; ingeschreven per vandaag"
                .to_owned(),
        );
    }
    if let Some(date) = oso.inzage.as_ref().and_then(|inzage| inzage.datum.as_ref()) {
        all.push(format!("de ouders hebben het dossier ingezien op {}", dates::short_nl(date.waarde)));
    }
    all.extend(
        oso.meldingen.iter().map(|melding| format!("regel {}: {}", melding.herkomst.regel, melding.tekst)),
    );
    if !oso.niet_overgenomen.is_empty() {
        all.push(format!(
            "{} soorten gegevens zijn niet overgenomen; ze staan in het dossier genoemd",
            oso.niet_overgenomen.len()
        ));
    }
    all
}
