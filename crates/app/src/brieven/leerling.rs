//! The pupil's own letter of a decision that is about the pupil, besides that to the parents: from twelve years on, in words for the pupil
//! (`access.md`: an own copy of decisions). Where the law itself wants the pupil told, the letter of that decision does so.

use base::{Date, dates};
use documents::{BesluitLeerling, Briefhoofd, Rechtsgrond, Verklaring};
use dossier::aanmelding::feiten::{BuitenBehandelingGesteld, Geweigerd, Toegelaten, Weigeringsgrond};
use dossier::soort::TlvSoort;
use dossier::staat::{Besluit, TlvAanvraag};
use dossier::tlv::besluitfeiten::Bekendgemaakt;
use dossier::tlv::intrekken::TlvIngetrokken;
use recht::Plicht;
use verband::grenzen::LEEFTIJD_EIGEN_BRIEF;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::tlv::{category, destination, verklaring};
use super::wetten::grond;
use super::woorden::{alineas, lijst, tekst};
use crate::AppError;
use dossier::tlv::vervolg::NaVerklaring;

/// What a letter to the pupil says, in words for the pupil.
struct Verteld {
    titel: String,
    kort: Vec<String>,
    besloten: Vec<String>,
    betekent: Vec<String>,
}

impl Schrijver<'_> {
    /// The pupil gets an own letter of decisions: old enough, and not yet of age, when there is no other letter.
    pub(super) fn krijgt_eigen_brief(&self) -> bool {
        let old_enough = dates::birthday(self.leerling.geboortedatum, LEEFTIJD_EIGEN_BRIEF);
        old_enough.is_some_and(|day| day <= self.vandaag) && !self.dossier.handelt_zelf(self.vandaag)
    }

    /// What was decided on a request.
    pub(super) fn besluit_voor_leerling(
        &self,
        aanvraag: &TlvAanvraag,
        besluit: &Besluit,
        event: &Bekendgemaakt,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let told = match besluit {
            Besluit::Verleend(granted) => {
                let van =
                    if aanvraag.verlenging_van.is_some() { granted.van } else { granted.van.max(event.op) };
                self.told_yes(aanvraag, (van, granted.tot_en_met), granted.categorie)
            }
            Besluit::Geweigerd(_) => Self::told_no(aanvraag),
        };
        let bezwaar = event.bezwaar_uiterlijk.uitkomst;
        self.letter_to_pupil(aanvraag.soort, &told, (event.op, bezwaar), besluit.motivering())
    }

    /// That a declaration is withdrawn.
    pub(super) fn intrekking_voor_leerling(
        &self,
        aanvraag: &TlvAanvraag,
        event: &TlvIngetrokken,
        (op, bezwaar): (Date, Date),
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let (wat, per) = (what(aanvraag.soort), dates::long_nl(event.per));
        let after = match (&aanvraag.gebruik, verklaring(aanvraag.soort)) {
            (Some(used), Verklaring::Tlv) => format!(
                "Je zit op {}. Je mag daar voorlopig blijven: door dit besluit hoef je niet weg.",
                used.schoolnaam
            ),
            (None, Verklaring::Tlv) => {
                "Je school praat met jou en je ouders over hoe het verder gaat.".to_owned()
            }
            (_, Verklaring::Aanwijzing) => {
                "Je blijft op je school. Je school praat met jou en je ouders over de hulp die je krijgt."
                    .to_owned()
            }
        };
        let told = Verteld {
            titel: format!("Je {wat} geldt niet meer"),
            kort: vec![format!("Wij trekken je {wat} in. Die geldt niet meer vanaf {per}.")],
            besloten: vec![format!(
                "Je had een {wat} voor {}. Wij hebben besloten dat die stopt. Eerst vroegen wij wat je ouders en je school ervan vinden.",
                destination(aanvraag.soort)
            )],
            betekent: vec![after],
        };
        self.letter_to_pupil(aanvraag.soort, &told, (op, bezwaar), &event.reden)
    }

    /// That the pupil is admitted to this school.
    pub(super) fn toelating_voor_leerling(
        &self,
        event: &Toegelaten,
        (extra, wet): (bool, &[Rechtsgrond]),
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let (school, per) = (&self.zaak.schoolnaam, dates::long_nl(event.per));
        let reason = if extra {
            "Wij hebben gekeken welke hulp jij nodig hebt. Die hulp kunnen wij geven."
        } else {
            "Wij hebben naar je aanmelding gekeken. Er is plaats voor jou op onze school."
        };
        let plan =
            "Wij maken een plan voor de hulp die je krijgt. Daar praten wij met jou en je ouders over.";
        let told = Verteld {
            titel: format!("Je mag naar {school}"),
            kort: vec![format!("Je bent toegelaten op {school}, vanaf {per}.")],
            besloten: vec![format!("Je bent aangemeld bij {school}. Wij hebben ja gezegd.")],
            betekent: std::iter::once(format!("Je gaat vanaf {per} bij ons naar school."))
                .chain(extra.then(|| plan.to_owned()))
                .collect(),
        };
        let not_agreed = vec![
            "Wil je liever naar een andere school, of heb je vragen? Praat erover met je ouders, of bel ons."
                .to_owned(),
        ];
        self.school_tells_pupil(&told, (reason, true), wet, &not_agreed)
    }

    /// That the school refuses the pupil.
    pub(super) fn weigering_voor_leerling(
        &self,
        event: &Geweigerd,
        wet: &[Rechtsgrond],
        bezwaar_zelf_vanaf: Option<Date>,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let school = &self.zaak.schoolnaam;
        let next = match &event.grond {
            Weigeringsgrond::AndereSchool(other) => format!(
                "{} wil jou wel toelaten. Je ouders kunnen je daar aanmelden. Zeg tegen hen wat jij wilt.",
                other.schoolnaam
            ),
            Weigeringsgrond::Uitzondering { .. } => {
                "Je ouders zoeken met ons of met anderen een school die bij je past. Zeg tegen hen wat jij wilt."
                    .to_owned()
            }
        };
        let told = Verteld {
            titel: format!("Je kunt niet naar {school}"),
            kort: vec![format!("Je kunt niet naar {school}.")],
            besloten: vec![format!("Je bent aangemeld bij {school}. Wij hebben nee gezegd.")],
            betekent: vec![next, self.school_of_now(event.aanmelding)],
        };
        let mut not_agreed = objecting();
        if let Some(birthday) = bezwaar_zelf_vanaf {
            not_agreed.push(format!(
                "Vanaf {} ben je meerderjarig. Dan maak je zelf bezwaar, en niet je ouders. Dat kan tot en met {}.",
                dates::long_nl(birthday),
                dates::long_nl(event.bezwaar_uiterlijk)
            ));
        }
        if self.wetten().eist(Plicht::BezwaarHorenLeerling) {
            // Of the pupil's own, and under eighteen of the parents too (WVO 8.8(6)).
            not_agreed.push(
                "Maken zij bezwaar? Dan mag jij zelf ook vertellen wat je vindt, en de adviezen en rapporten lezen, voordat de school opnieuw beslist.".to_owned(),
            );
        }
        self.school_tells_pupil(&told, (event.motivering.as_str(), false), wet, &not_agreed)
    }

    /// What a refusal changes for the pupil tomorrow: a temporary place here ends with it (WPO 40(7), WVO 8.13(4)), and a place
    /// elsewhere stays what it is.
    fn school_of_now(&self, aanmelding: u32) -> String {
        let place = self.dossier.aanmelding(aanmelding).and_then(|a| a.tijdelijke_plaatsing.as_ref());
        let ends = place.and_then(|place| place.tot);
        match ends.and_then(|tot| dates::plus_days(tot, -1)) {
            Some(last) => format!(
                "Je had bij ons een tijdelijke plek. Die stopt nu: {} is je laatste dag. Je ouders hebben daar ook een brief over.",
                dates::long_nl(last)
            ),
            None => "Zit je nu op een andere school? Door deze brief verandert daar niets.".to_owned(),
        }
    }

    /// That the school does not deal with the registration.
    pub(super) fn buiten_behandeling_voor_leerling(
        &self,
        event: &BuitenBehandelingGesteld,
        wet: &[Rechtsgrond],
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let school = &self.zaak.schoolnaam;
        let told = Verteld {
            titel: "Wij kijken niet verder naar je aanmelding".to_owned(),
            kort: vec![format!("{school} beslist niet over je aanmelding, omdat er informatie mist.")],
            besloten: vec![
                format!("Je bent aangemeld bij {school}. Wij vroegen je ouders om informatie. Die kwam niet op tijd."),
                "Daarom stoppen wij met je aanmelding.".to_owned(),
            ],
            betekent: vec![
                "Je hebt bij ons geen plek. Je ouders kunnen je opnieuw aanmelden, bij ons of bij een andere school."
                    .to_owned(),
            ],
        };
        self.school_tells_pupil(&told, (event.reden.as_str(), false), wet, &objecting())
    }

    /// The own letter of a decision of a school on a registration; none to who is too young, or of age.
    fn school_tells_pupil(
        &self,
        told: &Verteld,
        (redenen, in_eigen_woorden): (&str, bool),
        wet: &[Rechtsgrond],
        niet_eens: &[String],
    ) -> Result<Vec<Conceptbrief>, AppError> {
        if !self.krijgt_eigen_brief() {
            return Ok(Vec::new());
        }
        self.aan_leerling(|leerling| {
            let mut hoofd: Briefhoofd = self.hoofd(leerling, wet.to_vec())?;
            hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
            Ok(BesluitLeerling {
                hoofd,
                titel: tekst(&told.titel)?,
                kort: lijst(&told.kort)?,
                besloten: lijst(&told.besloten)?,
                redenen: alineas(redenen)?,
                in_eigen_woorden,
                betekent: lijst(&told.betekent)?,
                niet_eens: lijst(niet_eens)?,
                hulp: self.hulp_voor_leerling()?,
            })
        })
    }

    fn told_yes(
        &self,
        aanvraag: &TlvAanvraag,
        (van, tot_en_met): (Date, Date),
        categorie: Option<u8>,
    ) -> Verteld {
        let (wat, place) = (what(aanvraag.soort), destination(aanvraag.soort));
        let period = format!("van {} tot en met {}", dates::long_nl(van), dates::long_nl(tot_en_met));
        let asked = format!("{} vroeg ons om een {wat} voor jou.", aanvraag.schoolnaam);
        if aanvraag.andere_categorie.is_some() {
            let category = categorie.map(category).unwrap_or_default();
            return Verteld {
                titel: format!("Je krijgt een nieuwe {wat}"),
                kort: vec![format!("Je krijgt een nieuwe {wat}, {period}. Je blijft gewoon op je school.")],
                besloten: vec![
                    format!(
                        "{} vroeg ons om meer of minder geld voor de hulp die jij krijgt.",
                        aanvraag.schoolnaam
                    ),
                    format!("Dat hebben wij goedgevonden. Op je {wat} staat nu categorie {category}."),
                ],
                betekent: vec![
                    "Je blijft op je school, in je eigen groep of klas. Je hoeft niets te doen.".to_owned(),
                ],
            };
        }
        let betekent = self.means_for_pupil(aanvraag);
        let heart = match verklaring(aanvraag.soort) {
            Verklaring::Aanwijzing => format!("Je krijgt een {wat}, {period}."),
            Verklaring::Tlv => format!("Je krijgt een {wat}. Daarmee mag je naar {place}, {period}."),
        };
        Verteld {
            titel: format!("Je krijgt een {wat}"),
            kort: vec![heart],
            besloten: vec![asked, "Wij hebben ja gezegd.".to_owned()],
            betekent,
        }
    }

    /// What a granted declaration means for the pupil: the same that the parents and the school read.
    fn means_for_pupil(&self, aanvraag: &TlvAanvraag) -> Vec<String> {
        let school = &aanvraag.schoolnaam;
        let next = match self.vervolg(aanvraag) {
            NaVerklaring::ZelfdeSchool => {
                return vec![
                    "Je school beslist nu, na overleg met je ouders, of je extra hulp krijgt om je vmbo-diploma te halen."
                        .to_owned(),
                ];
            }
            NaVerklaring::Verlengd => {
                return vec!["Je kunt op deze soort school blijven. Je hoeft niets te doen.".to_owned()];
            }
            NaVerklaring::Praktijkschool => {
                "Een school voor praktijkonderwijs beslist, na overleg met je ouders, of je daar kunt komen. Zeg tegen je ouders wat jij wilt."
                    .to_owned()
            }
            NaVerklaring::Aangemeld => {
                format!("Je bent aangemeld op {school}. Die school beslist nu of je daar kunt komen.")
            }
            NaVerklaring::NogAanmelden => {
                "Je ouders melden je aan bij een school die bij je past. Zeg tegen hen wat jij wilt.".to_owned()
            }
        };
        let mut all = vec![format!("Dit is nog geen plek op een school. {next}")];
        if self.dossier.inschrijving_op(self.vandaag).is_some() {
            all.push(
                "Je gaat niet meteen weg van je school van nu: pas als er een plek voor je is.".to_owned(),
            );
        }
        all
    }

    fn told_no(aanvraag: &TlvAanvraag) -> Verteld {
        let wat = what(aanvraag.soort);
        if aanvraag.andere_categorie.is_some() {
            return Verteld {
                titel: format!("Je {wat} blijft zoals die is"),
                kort: vec![format!("Er verandert niets aan je {wat}. Je blijft gewoon op je school.")],
                besloten: vec![format!(
                    "{} vroeg ons om meer of minder geld voor de hulp die jij krijgt. Wij hebben nee gezegd.",
                    aanvraag.schoolnaam
                )],
                betekent: vec!["Je blijft op je school. Je hoeft niets te doen.".to_owned()],
            };
        }
        Verteld {
            titel: format!("Je krijgt geen {wat}"),
            kort: vec![format!("Je krijgt geen {wat}.")],
            besloten: vec![
                format!(
                    "{} vroeg ons om een {wat} voor jou, voor {}.",
                    aanvraag.schoolnaam,
                    destination(aanvraag.soort)
                ),
                "Wij hebben nee gezegd.".to_owned(),
            ],
            betekent: vec![
                "Je school praat met jou en je ouders over de hulp die je nodig hebt, en hoe je die krijgt."
                    .to_owned(),
            ],
        }
    }

    fn letter_to_pupil(
        &self,
        soort: TlvSoort,
        told: &Verteld,
        (op, bezwaar): (Date, Date),
        redenen: &str,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        if !self.krijgt_eigen_brief() {
            return Ok(Vec::new());
        }
        let wet: Vec<Rechtsgrond> = vec![grond(
            "Een besluit moet een goede uitleg hebben.",
            self.wetten().eis_besluit(soort, "motivering"),
        )?];
        let not_agreed = lijst([
            "Zeg het tegen je ouders, of bel ons.".to_owned(),
            format!(
                "Je ouders kunnen vragen of wij nog een keer kijken. Dat heet bezwaar maken. Het kan tot en met {}. Hoe dat moet, staat in de brief die zij kregen. Vertel hun wat jij vindt: dat kunnen zij erin zetten.",
                dates::long_nl(bezwaar)
            ),
        ])?;
        self.aan_leerling(|leerling| {
            let mut hoofd: Briefhoofd = self.hoofd_op(op, leerling, wet.clone())?;
            hoofd.afschrift_aan = vec![tekst("je ouders en je school, met een eigen brief")?];
            Ok(BesluitLeerling {
                hoofd,
                titel: tekst(&told.titel)?,
                kort: lijst(&told.kort)?,
                besloten: lijst(&told.besloten)?,
                redenen: alineas(redenen)?,
                in_eigen_woorden: false,
                betekent: lijst(&told.betekent)?,
                niet_eens: not_agreed.clone(),
                hulp: self.steun_voor_leerling()?,
            })
        })
    }
}

/// What a pupil does who does not agree with a school: the parents object for a minor.
fn objecting() -> Vec<String> {
    vec![
        "Zeg het tegen je ouders, of bel ons.".to_owned(),
        "Je ouders kunnen vragen of de school nog een keer kijkt. Dat heet bezwaar maken. Hoe dat moet, en tot wanneer, staat in de brief die zij kregen. Vertel hun wat jij vindt: dat kunnen zij erin zetten.".to_owned(),
    ]
}

/// What was asked, in a word for a pupil.
fn what(soort: TlvSoort) -> &'static str {
    match verklaring(soort) {
        Verklaring::Tlv => "toelaatbaarheidsverklaring (TLV)",
        Verklaring::Aanwijzing => "aanwijzing voor extra hulp op het vmbo (lwoo)",
    }
}
