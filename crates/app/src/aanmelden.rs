//! Registering a child: a new file with its people and the registration, in one step.

use base::{Date, Vestigingscode};
use dossier::aanmelding::feiten::{BereidGevonden, Indiener};
use dossier::aanmelding::opdracht::MeldAan;
pub use dossier::algemeen::nieuw::{NieuweGeheimhouding, NieuweOuder};
use dossier::algemeen::nieuw::{geheim_voor, talen};
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::feiten::Geslacht;
use dossier::leven::opdracht::{SchrijfIn, VerbindPersoon};
use dossier::opdracht::aanvulsel::Aanvulsel;
use dossier::opdracht::velden::{Rijplaats, Rijwaarde};
use dossier::opdracht::{Opdracht, Opdrachtnaam, Vaststelling};
use dossier::soort::Onderwijskeuze;
use dossier::staat::{Adres, Dossier};
use dossier::tlv::checklist::TlvInvoer;
use dossier::toegang::{Grond, Kijker};
use dossier::{Refusal, Rol};
use storage::{Claim, Digest};
use verband::School;

use crate::concepten::Lezing;
use crate::dossiers::{Uitgevoerd, Uitvoering};
use crate::fout::KIND;
use crate::geopend::Geopend;
use crate::inleveren::Inlevering;
use crate::lijsten::GezochtKind;
use crate::{App, AppError, Moment, lijsten};

/// A child and its people, as a form gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NieuwKind {
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname.
    pub voorvoegsel: String,
    /// Surname.
    pub achternaam: String,
    /// Date of birth.
    pub geboortedatum: Option<Date>,
    /// Gender, where the family wants it known.
    pub geslacht: Option<Geslacht>,
    /// Where the child lives, as typed.
    pub adres: Adres,
    /// People with authority.
    pub ouders: Vec<NieuweOuder>,
    /// From whom it is secret where the child is.
    pub geheim: NieuweGeheimhouding,
    /// From which row of a form each of them was read, where they were: a refusal about one of them says which.
    pub rijen: Vec<Rijplaats>,
}

/// A file that is asked to be opened.
#[derive(Debug, Clone)]
pub struct NieuwDossier {
    /// The child and its people.
    pub kind: NieuwKind,
    /// The act with which it begins: a registration or an enrolment, with the school of whoever opens it.
    pub begin: Opdracht,
    /// The person was shown the files that may be of the same child and said that this is another.
    pub zeker_nieuw: bool,
}

impl NieuwKind {
    /// A child as the act to open its file has it, with its people.
    pub fn of(kind: OpenDossier, ouders: Vec<Rijwaarde<NieuweOuder>>, geheim: NieuweGeheimhouding) -> Self {
        let OpenDossier { roepnaam, voorvoegsel, achternaam, geslacht, geboortedatum, adres } = kind;
        let geboortedatum = Some(geboortedatum);
        let (rijen, ouders) = ouders.into_iter().map(|read| (read.rij, read.waarde)).unzip();
        Self { roepnaam, voorvoegsel, achternaam, geboortedatum, geslacht, adres, ouders, geheim, rijen }
    }
}

impl NieuwKind {
    /// The row that each act was read from with which the file is opened: the child comes first, then its people.
    fn rijen_van_daden(&self) -> Vec<Option<Rijplaats>> {
        std::iter::once(None).chain(self.rijen.iter().cloned().map(Some)).collect()
    }
}

/// A registration, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweAanmelding {
    /// School.
    pub vestiging: Vestigingscode,
    /// Which education is asked, where the school gives more than one.
    pub onderwijs: Option<Onderwijskeuze>,
    /// Day on which the school received it.
    pub ontvangen_op: Date,
    /// From when a place is asked.
    pub gewenst_per: Option<Date>,
    /// Other schools, as the parents state them.
    pub andere_scholen: Vec<String>,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// What the parents say about support.
    pub toelichting_ouders: String,
}

/// One person typed twice would be two people with authority, each waited for.
fn refuse_twice(kind: &NieuwKind) -> Result<(), Refusal> {
    let key = |ouder: &NieuweOuder| base::naam::key(&ouder.naam);
    let same = |(at, ouder): &(usize, &NieuweOuder)| {
        kind.ouders.iter().take(*at).any(|before| key(before) == key(ouder) && !key(ouder).is_empty())
    };
    match kind.ouders.iter().enumerate().find(same) {
        Some((at, _)) => {
            let twice = Refusal::field("naam", teksten::aanmelding::naam_staat_er_al());
            Err(twice.of_rij(kind.rijen.get(at)))
        }
        None => Ok(()),
    }
}

impl App {
    /// Claims to be the only one who opens a file of a child at a school, of which so many files were there to be shown. What was
    /// looked up before the file is written is nothing that two people at one moment cannot both have seen. Name and birth date can be
    /// guessed: the claim is a mark that only this run of the program makes, since later ones find the file itself.
    fn alone_with(&self, child: &str, shown: usize, moment: Moment) -> Claim {
        let message = format!("kind {child} {shown} {}", moment.vandaag);
        let value = Digest(self.zegel.mark(message.as_bytes())).to_string();
        Claim { kind: KIND.to_owned(), value }
    }

    /// A school records a written registration of a child that has no file with it yet.
    ///
    /// `zeker_nieuw`: the person was shown the files that may be of the same child and said that
    /// this is another.
    pub async fn meld_nieuw_kind_aan(
        &self,
        kijker: &Kijker,
        moment: Moment,
        kind: &NieuwKind,
        aanmelding: &NieuweAanmelding,
        zeker_nieuw: bool,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        own_school(kijker, &aanmelding.vestiging)?;
        let begin = self.registration(moment, aanmelding, Indiener::SchoolNamensOuders).await?;
        let nieuw = NieuwDossier { kind: kind.clone(), begin, zeker_nieuw };
        self.open_nieuw(kijker, moment, &nieuw, uitvoering).await
    }

    /// A school opens a file with the act with which it begins. A request that was sent before is answered as it was then,
    /// also when it is on its way twice at the same moment: the store decides that where it writes.
    pub async fn open_nieuw(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nieuw: &NieuwDossier,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        if let Some(done) = self.sent_before(uitvoering.idempotency.as_ref()).await? {
            return self.done_as(kijker, moment, done).await;
        }
        let (opdrachten, alone) = self.new_file_with(kijker, moment, nieuw).await?;
        let uitvoering =
            Uitvoering { claims: vec![alone], rijen: nieuw.kind.rijen_van_daden(), ..uitvoering };
        self.open_dossier(kijker, moment, opdrachten, uitvoering).await
    }

    /// What would come of opening a file. Nothing is recorded and no number is taken.
    pub async fn proef_nieuw(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nieuw: &NieuwDossier,
    ) -> Result<Vec<Vaststelling>, AppError> {
        let (opdrachten, _) = self.new_file_with(kijker, moment, nieuw).await?;
        self.try_new(kijker, moment, (&opdrachten, &nieuw.kind.rijen_van_daden())).await
    }

    async fn new_file_with(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nieuw: &NieuwDossier,
    ) -> Result<(Vec<Opdracht>, Claim), AppError> {
        let (Opdracht::MeldAan(MeldAan { vestiging, .. }) | Opdracht::SchrijfIn(SchrijfIn { vestiging, .. })) =
            &nieuw.begin
        else {
            return Err(AppError::NotFound);
        };
        own_school(kijker, vestiging)?;
        let (mut opdrachten, alone) = self.new_file(kijker, moment, &nieuw.kind, nieuw.zeker_nieuw).await?;
        opdrachten.push(nieuw.begin.clone());
        Ok((opdrachten, alone))
    }

    /// Who was born then is of age (BW 1:233): nobody has authority over them, and they register themselves.
    pub fn is_meerderjarig(&self, geboortedatum: Date, on: Date) -> bool {
        let age = self.wet.parameter("meerderjarig.leeftijd", on).ok();
        let age = age.and_then(|parameter| parameter.aantal(parameter.eenheid).ok());
        let age = age.and_then(|age| i16::try_from(age).ok());
        let birthday = age.and_then(|age| base::dates::birthday(geboortedatum, age));
        birthday.is_some_and(|birthday| birthday <= on)
    }

    /// Refuses unless this person may open a file; answers for which school.
    pub fn vereis_openen(&self, kijker: &Kijker, moment: Moment) -> Result<Vestigingscode, AppError> {
        let toegang =
            self.matrix.mag(kijker, Grond::NieuwDossier, Opdrachtnaam::OpenDossier.naam(), moment.vandaag);
        if !toegang.toegestaan {
            return Err(AppError::Forbidden { reden: toegang.reden });
        }
        kijker
            .actor
            .organisatie
            .vestiging()
            .ok_or_else(|| AppError::Forbidden { reden: teksten::toegang::aanmelding_legt_school_vast() })
    }

    async fn known_school(&self, vestiging: &Vestigingscode, moment: Moment) -> Result<School, AppError> {
        let school = self.school(vestiging, moment.vandaag).await?;
        school.ok_or_else(|| {
            Refusal::field(
                "vestiging",
                teksten::beheer::SchoolOnbekend { school: &vestiging.to_string() }.tekst(),
            )
            .into()
        })
    }

    pub(crate) async fn new_file(
        &self,
        kijker: &Kijker,
        moment: Moment,
        kind: &NieuwKind,
        zeker_nieuw: bool,
    ) -> Result<(Vec<Opdracht>, Claim), AppError> {
        let geboortedatum = kind
            .geboortedatum
            .ok_or_else(|| Refusal::field("geboortedatum", teksten::algemeen::nog_leeg()))?;
        let naam = [kind.roepnaam.trim(), kind.voorvoegsel.trim(), kind.achternaam.trim()].join(" ");
        let ouders: Vec<String> = kind.ouders.iter().map(|ouder| ouder.naam.clone()).collect();
        let gezocht = GezochtKind { naam: &naam, geboortedatum, ouders: &ouders, adres: &kind.adres };
        let doubles = self.mogelijk_dubbel(kijker, moment, &gezocht).await?;
        if let (Some(double), false) = (doubles.first(), zeker_nieuw) {
            return Err(Refusal::new(
                "mogelijk_dubbel",
                teksten::beheer::MogelijkDubbel { dossier: &double.dossier.to_string() }.tekst(),
            )
            .instead(teksten::beheer::dat_dossier_openen())
            .into());
        }
        let mut opdrachten = vec![
            OpenDossier {
                roepnaam: kind.roepnaam.clone(),
                voorvoegsel: kind.voorvoegsel.clone(),
                achternaam: kind.achternaam.clone(),
                geboortedatum,
                geslacht: kind.geslacht,
                adres: self.with_area(&kind.adres, moment).await?,
            }
            .into(),
        ];
        refuse_twice(kind)?;
        for ouder in &kind.ouders {
            opdrachten.push(
                VerbindPersoon {
                    naam: ouder.naam.clone(),
                    relatie: ouder.relatie,
                    van: geboortedatum,
                    tot: None,
                    brondocument: ouder.brondocument.clone(),
                    contact: ouder.contact.clone(),
                    namens: None,
                }
                .into(),
            );
        }
        opdrachten.extend(talen(&kind.ouders).map(Opdracht::from));
        // In the same append and before what asks for letters: none of them is made that does not know it.
        opdrachten.extend(kind.geheim.opdracht(&geheim_voor(&kind.ouders))?.map(Opdracht::from));
        let child = format!("{} {} {geboortedatum}", kijker.actor.organisatie, base::naam::key(&naam));
        let same = doubles.iter().filter(|row| lijsten::is_child(row, &naam, geboortedatum)).count();
        Ok((opdrachten, self.alone_with(&child, same, moment)))
    }

    /// The address with municipality and partnerships that follow from the postcode.
    async fn with_area(&self, adres: &Adres, moment: Moment) -> Result<Adres, AppError> {
        let area = match &adres.postcode {
            Some(postcode) => self.postcodegebied(postcode, moment.vandaag).await?,
            None => None,
        };
        let (gemeente, swv_po, swv_vo) =
            area.map_or((None, None, None), |a| (a.gemeente, a.swv_po, a.swv_vo));
        Ok(Adres { gemeente, swv_po, swv_vo, ..adres.clone() })
    }

    /// The school of whoever acts, where they work at one.
    pub async fn eigen_school(&self, kijker: &Kijker, moment: Moment) -> Result<Option<School>, AppError> {
        match kijker.actor.organisatie.vestiging() {
            Some(vestiging) => self.school(&vestiging, moment.vandaag).await,
            None => Ok(None),
        }
    }

    async fn registration(
        &self,
        moment: Moment,
        aanmelding: &NieuweAanmelding,
        ingediend_door: Indiener,
    ) -> Result<Opdracht, AppError> {
        let school = self.known_school(&aanmelding.vestiging, moment).await?;
        Ok(MeldAan {
            vestiging: aanmelding.vestiging.clone(),
            sector: school.sector(),
            swv: school.swv().cloned(),
            schoolsoort: school.schoolsoort,
            onderwijs: aanmelding.onderwijs,
            openbaar: school.openbaar,
            schoolnaam: school.naam,
            ontvangen_op: aanmelding.ontvangen_op,
            gewenst_per: aanmelding.gewenst_per,
            andere_scholen: aanmelding.andere_scholen.clone(),
            minderjarige_asielzoeker: aanmelding.minderjarige_asielzoeker,
            toelichting_ouders: aanmelding.toelichting_ouders.clone(),
            nu_naar_school: None,
            huidige_school: String::new(),
            huidige_soort: None,
            van_buiten: None,
            ingediend_door,
        }
        .into())
    }
}

impl Geopend {
    /// What nobody types; of a correction, in the act that should have been done.
    pub(crate) async fn aangevuld(
        &self,
        mut opdracht: Opdracht,
        lezing: Lezing<'_>,
    ) -> Result<Opdracht, AppError> {
        self.refuse_double(&opdracht).await?;
        if let Opdracht::VerbindPersoon(person) = &opdracht {
            self.refuse_known_person(person)?;
        }
        if let Opdracht::Corrigeer(correction) = &mut opdracht {
            if let Some(right) = correction.nieuw.take() {
                correction.nieuw = Some(Box::new(self.ingevuld(*right, lezing).await?));
            }
            return Ok(opdracht);
        }
        self.ingevuld(opdracht, lezing).await
    }

    /// What nobody types: the area of a postcode, a school as it was on the day of an enrolment, and who registers: a
    /// parent from the own page, or a school that adds to a file that it has. What is taken from a draft was read.
    async fn ingevuld(&self, mut opdracht: Opdracht, lezing: Lezing<'_>) -> Result<Opdracht, AppError> {
        match opdracht.aanvulsel() {
            Some(Aanvulsel::Gebied(adres)) => *adres = self.app.with_area(adres, self.moment).await?,
            Some(Aanvulsel::Inschrijving(enrolment)) => self.school_of_enrolment(enrolment).await?,
            Some(Aanvulsel::Indiener(registration)) => {
                registration.ingediend_door = self.who_registers(&registration.vestiging)?;
            }
            Some(Aanvulsel::AndereSchool(school)) => self.named_by_register(school).await?,
            Some(Aanvulsel::Informatie(handed)) => {
                handed.bijlagen = self.toegevoegd(Inlevering::Informatie(handed.aanmelding)).await?;
            }
            Some(Aanvulsel::Aanvullend(handed)) => {
                handed.bijlagen = self.toegevoegd(Inlevering::Aanvulling(handed.aanvraag)).await?;
            }
            Some(Aanvulsel::Deskundige(asked)) if asked.naam.is_empty() => self.name_expert(asked).await?,
            Some(Aanvulsel::Verklaring(shown)) => shown.gevonden = self.in_register(shown).await?,
            Some(Aanvulsel::Nummer(received)) => self.refuse_known_number(received).await?,
            Some(Aanvulsel::Toelating(admit)) => self.refuse_withdrawn(admit).await?,
            Some(Aanvulsel::Bereikbaar(said)) => self.must_be_told(said).await?,
            Some(Aanvulsel::Bewaard(given)) => self.complete_supplement(given, lezing).await?,
            Some(Aanvulsel::Aanvraag(nr, invoer)) if *invoer == TlvInvoer::default() => {
                *invoer = self.kept_request(nr, lezing).await?;
            }
            // What is there already stays.
            Some(Aanvulsel::Deskundige(_) | Aanvulsel::Aanvraag(..)) | None => {}
        }
        Ok(opdracht)
    }

    /// A parent from the own page, or a school that adds a registration to a file that it has.
    fn who_registers(&self, vestiging: &Vestigingscode) -> Result<Indiener, AppError> {
        if matches!(self.kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Ok(Indiener::Ouder(own_number(&self.dossier, &self.kijker, self.moment)?));
        }
        own_school(&self.kijker, vestiging)?;
        Ok(Indiener::SchoolNamensOuders)
    }

    /// The school as it was on the day of the enrolment.
    async fn school_of_enrolment(&self, enrolment: &mut SchrijfIn) -> Result<(), AppError> {
        let school = self.app.school(&enrolment.vestiging, enrolment.per).await?;
        let school = school.ok_or(AppError::NotFound)?;
        enrolment.swv = school.swv().cloned();
        enrolment.schoolsoort = school.schoolsoort;
        enrolment.schoolnaam = school.naam;
        Ok(())
    }

    /// What another school is called and of what kind it is, the register says of one that was chosen by its code, whatever was typed
    /// beside it: parents are asked about the school that counts. One without a code is as whoever describes it says.
    async fn named_by_register(&self, school: &mut BereidGevonden) -> Result<(), AppError> {
        let Some(code) = &school.vestiging else { return Ok(()) };
        let known = self.app.school(code, self.moment.vandaag).await?;
        let known = known.ok_or_else(|| {
            let unknown = teksten::beheer::SchoolOnbekend { school: &code.to_string() };
            Refusal::field("andere_vestiging", unknown.tekst())
        })?;
        school.soort = Some(known.schoolsoort.into());
        school.schoolnaam = known.naam;
        Ok(())
    }
}

fn own_school(kijker: &Kijker, vestiging: &Vestigingscode) -> Result<(), AppError> {
    if kijker.actor.organisatie == vestiging.organisatie() {
        return Ok(());
    }
    Err(AppError::Forbidden { reden: teksten::toegang::eigen_school() })
}

/// The number in the file of the parent or carer who acts, or of the pupil.
pub(crate) fn own_number(dossier: &Dossier, kijker: &Kijker, moment: Moment) -> Result<u32, AppError> {
    dossier
        .eigen_persoon(&kijker.actor, moment.vandaag)
        .ok_or_else(|| AppError::Forbidden { reden: teksten::toegang::geen_gezag() })
}
