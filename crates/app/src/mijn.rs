//! The parents' own page: what happens now, what we ask, what was decided, in plain words.

use base::{Date, DossierNummer, dates};
use dossier::beurt::{Onderwerp, Zet};
use dossier::staat::{AanmeldingFase, Advies, Brief, TlvFase, VerwijderingFase};
use dossier::tlv::staat::Besluit;
use dossier::toegang::Kijker;
use dossier::{Beurt, Rol};
use storage::Page;

use crate::geopend::Geopend;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

/// One thing that runs, told to a parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verhaal {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What is going on, one or two sentences.
    pub wat: String,
    /// Last day of the step that runs, where there is one.
    pub uiterlijk: Option<Date>,
    /// Who must act now, in words; empty when nobody has to.
    pub aan_zet: String,
}

/// Something that we ask a parent to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzoek {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What to do.
    pub zet: Zet,
    /// What it is, in plain words.
    pub wat: String,
    /// Last day.
    pub uiterlijk: Option<Date>,
}

/// A decision that a parent should know, with the last day to object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslissing {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What was decided.
    pub wat: String,
    /// When it was made known.
    pub op: Date,
    /// Last day to object; none where there is nothing to object to.
    pub bezwaar_uiterlijk: Option<Date>,
}

/// An expert's advice, of which the parents get a copy (R2.9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adviesafschrift {
    /// Request.
    pub aanvraag: u32,
    /// Who advised: names with disciplines.
    pub door: String,
    /// When.
    pub op: Date,
    /// What was advised, in words.
    pub uitkomst: &'static str,
    /// The advice.
    pub tekst: String,
}

/// A child on the parents' page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MijnKind {
    /// The file as this parent may see it.
    pub beeld: Kindbeeld,
    /// What happens now.
    pub nu: Vec<Verhaal>,
    /// What we ask.
    pub verzoeken: Vec<Verzoek>,
    /// What was decided.
    pub beslissingen: Vec<Beslissing>,
    /// Copies of advices.
    pub adviezen: Vec<Adviesafschrift>,
    /// Letters to this parent.
    pub brieven: Vec<Brief>,
    /// The parent's own number in the file.
    pub persoon: u32,
}

impl App {
    /// The children of a parent.
    pub async fn mijn_kinderen(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<(DossierNummer, String)>, AppError> {
        if kijker.actor.rol != Rol::Ouder {
            return Err(AppError::Forbidden { reden: "deze pagina is voor ouders".into() });
        }
        let found = self.kinderen_van_ouder(kijker, moment, Page::first(50)).await?;
        Ok(found.rows.into_iter().map(|row| (row.dossier.dossier, row.dossier.weergavenaam)).collect())
    }
}

impl Geopend {
    /// The file as a parent's own page tells it.
    pub fn mijn(&self) -> Result<MijnKind, AppError> {
        if self.kijker.actor.rol != Rol::Ouder {
            return Err(AppError::Forbidden { reden: "deze pagina is voor ouders".into() });
        }
        let persoon = crate::aanmelden::own_number(&self.dossier, &self.kijker, self.moment)?;
        let beeld = self.beeld();
        Ok(MijnKind {
            nu: stories(beeld),
            verzoeken: asks(beeld),
            beslissingen: decisions(beeld),
            adviezen: advices(beeld),
            brieven: beeld.brieven.iter().rev().cloned().collect(),
            persoon,
            beeld: beeld.clone(),
        })
    }
}

fn stories(beeld: &Kindbeeld) -> Vec<Verhaal> {
    let mut all = Vec::new();
    if beeld.overleden_op.is_some() {
        return all;
    }
    let naam = &beeld.roepnaam;
    for aanmelding in &beeld.aanmeldingen {
        let school = &aanmelding.schoolnaam;
        let wat = match aanmelding.fase() {
            AanmeldingFase::Ontvangen => format!(
                "{school} heeft de aanmelding van {naam} ontvangen en kijkt nu of {naam} extra hulp nodig heeft."
            ),
            AanmeldingFase::WachtOpInformatie => {
                format!("{school} wacht op informatie van u. De tijd voor het besluit staat zolang stil.")
            }
            AanmeldingFase::BehoefteVastgesteld => {
                format!("{school} weet nu wat {naam} nodig heeft en neemt een besluit over de aanmelding.")
            }
            AanmeldingFase::AanbodGedaan => format!(
                "{school} heeft een plek op een andere school voor {naam} gevonden. U mag ja of nee zeggen."
            ),
            _ => continue,
        };
        let onderwerp = Onderwerp::Aanmelding(aanmelding.nr);
        all.push(story(beeld, onderwerp, wat));
    }
    stories_of_removals(beeld, &mut all);
    for aanvraag in beeld.aanvragen.iter().filter(|a| !beeld.blijven_liggen.contains(&a.nr)) {
        let school = &aanvraag.schoolnaam;
        let soort = aanvraag.soort.label();
        let wat = match aanvraag.fase() {
            TlvFase::Gestart => {
                format!("{school} maakt een aanvraag voor {soort}. U kunt zeggen wat u daarvan vindt.")
            }
            TlvFase::Aangevraagd => format!(
                "{school} heeft gevraagd of {naam} naar {soort} mag. Het samenwerkingsverband vraagt twee deskundigen om advies."
            ),
            TlvFase::WachtOpAanvulling => format!(
                "Het samenwerkingsverband wacht op informatie van {school}. De tijd voor het besluit staat zolang stil."
            ),
            TlvFase::Advisering => "De deskundigen bekijken de aanvraag en geven advies.".to_owned(),
            TlvFase::Geadviseerd => {
                "De deskundigen hebben advies gegeven. Het samenwerkingsverband neemt nu een besluit."
                    .to_owned()
            }
            TlvFase::Verleend | TlvFase::Geweigerd => {
                "Het samenwerkingsverband heeft een besluit genomen. U krijgt het besluit zo snel mogelijk."
                    .to_owned()
            }
            TlvFase::VerleendBekend => {
                format!("{naam} mag naar {soort}. De school helpt u bij het vinden van een plek.")
            }
            _ => continue,
        };
        all.push(story(beeld, Onderwerp::Aanvraag(aanvraag.nr), wat));
    }
    all
}

fn stories_of_removals(beeld: &Kindbeeld, all: &mut Vec<Verhaal>) {
    let naam = &beeld.roepnaam;
    for verwijdering in &beeld.verwijderingen {
        let school = &verwijdering.schoolnaam;
        let wat = match verwijdering.fase() {
            VerwijderingFase::Voorgenomen => format!(
                "{school} wil dat {naam} van school gaat. Dat is nog niet besloten: eerst praat de school met u en met de leerkracht."
            ),
            VerwijderingFase::Gehoord => {
                format!("{school} heeft met u gepraat en zoekt nu een andere school die {naam} wil toelaten.")
            }
            VerwijderingFase::SchoolGevonden => {
                format!("{school} heeft een andere school voor {naam} gevonden en beslist nu.")
            }
            VerwijderingFase::Verwijderd | VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken => {
                continue;
            }
        };
        all.push(story(beeld, Onderwerp::Verwijdering(verwijdering.nr), wat));
    }
}

fn story(beeld: &Kindbeeld, onderwerp: Onderwerp, wat: String) -> Verhaal {
    let turn = beeld.beurten.iter().find(|(beurt, _)| beurt.onderwerp == onderwerp);
    Verhaal {
        onderwerp,
        wat,
        uiterlijk: turn.and_then(|(beurt, _)| beurt.uiterlijk),
        aan_zet: turn.map(|(beurt, naam)| whose_turn(beurt, naam)).unwrap_or_default(),
    }
}

/// Whose turn it is, in a parent's words.
fn whose_turn(beurt: &Beurt, organisatie: &str) -> String {
    match beurt.rol {
        Rol::Ouder => "u".to_owned(),
        Rol::Deskundige => "een deskundige die advies geeft".to_owned(),
        Rol::Loket | Rol::Besluitnemer => match organisatie.strip_prefix("Samenwerkingsverband ") {
            Some(naam) => format!("het samenwerkingsverband {naam}"),
            None => format!("het samenwerkingsverband ({organisatie})"),
        },
        _ => organisatie.to_owned(),
    }
}

fn asks(beeld: &Kindbeeld) -> Vec<Verzoek> {
    beeld
        .beurten
        .iter()
        .filter(|(beurt, _)| beurt.rol == Rol::Ouder)
        .map(|(beurt, _)| Verzoek {
            onderwerp: beurt.onderwerp,
            zet: beurt.zet,
            wat: match beurt.zet {
                Zet::InformatieGeven => "Geef de informatie die de school nodig heeft.".to_owned(),
                Zet::AanbodBeantwoorden => "Zeg ja of nee tegen de plek op een andere school.".to_owned(),
                Zet::ZienswijzeGeven => "Zeg wat u van de aanvraag vindt.".to_owned(),
                other => other.label().to_owned(),
            },
            uiterlijk: beurt.uiterlijk,
        })
        .collect()
}

fn decisions(beeld: &Kindbeeld) -> Vec<Beslissing> {
    use dossier::staat::Afloop;
    let naam = &beeld.roepnaam;
    let mut all = Vec::new();
    for aanmelding in &beeld.aanmeldingen {
        let school = &aanmelding.schoolnaam;
        let (wat, op, bezwaar) = match &aanmelding.afloop {
            Some(Afloop::Toegelaten { op, per }) => {
                (format!("{naam} mag naar {school}, vanaf {}.", dates::long_nl(*per)), *op, None)
            }
            Some(Afloop::Geweigerd { op, bezwaar_uiterlijk, .. }) => {
                (format!("{school} laat {naam} niet toe."), *op, Some(*bezwaar_uiterlijk))
            }
            Some(Afloop::BuitenBehandeling { op, bezwaar_uiterlijk }) => (
                format!("{school} behandelt de aanmelding niet verder, omdat er informatie ontbreekt."),
                *op,
                Some(*bezwaar_uiterlijk),
            ),
            Some(Afloop::Elders { op, schoolnaam }) => (format!("{naam} gaat naar {schoolnaam}."), *op, None),
            Some(Afloop::Ingetrokken { op }) => ("De aanmelding is ingetrokken.".to_owned(), *op, None),
            None => continue,
        };
        all.push(Beslissing {
            onderwerp: Onderwerp::Aanmelding(aanmelding.nr),
            wat,
            op,
            bezwaar_uiterlijk: bezwaar,
        });
    }
    decisions_of_removals(beeld, &mut all);
    for aanvraag in &beeld.aanvragen {
        let (Some(besluit), Some(bekend)) = (&aanvraag.besluit, &aanvraag.bekendmaking) else { continue };
        let wat = match besluit {
            Besluit::Verleend { van, tot_en_met, .. } => format!(
                "{naam} mag naar {}. De verklaring geldt van {} tot en met {}.",
                aanvraag.soort.label(),
                dates::long_nl(*van),
                dates::long_nl(*tot_en_met)
            ),
            Besluit::Geweigerd { .. } => {
                format!("{naam} krijgt geen verklaring voor {}.", aanvraag.soort.label())
            }
        };
        all.push(Beslissing {
            onderwerp: Onderwerp::Aanvraag(aanvraag.nr),
            wat,
            op: bekend.op,
            bezwaar_uiterlijk: Some(bekend.bezwaar_uiterlijk.uitkomst),
        });
    }
    all.sort_by_key(|beslissing| std::cmp::Reverse(beslissing.op));
    all
}

/// Removals and suspensions; one that was withdrawn is told too, because the letter about it was read.
fn decisions_of_removals(beeld: &Kindbeeld, all: &mut Vec<Beslissing>) {
    let naam = &beeld.roepnaam;
    for verwijdering in &beeld.verwijderingen {
        let school = &verwijdering.schoolnaam;
        let (wat, op, bezwaar_uiterlijk) = match (verwijdering.verwijderd, verwijdering.ingetrokken_op) {
            (Some((op, per)), _) => (
                format!("{naam} gaat vanaf {} niet meer naar {school}.", dates::long_nl(per)),
                op,
                verwijdering.bezwaar_uiterlijk,
            ),
            (None, Some(op)) => (format!("{naam} blijft op {school}: de school trok het plan in."), op, None),
            (None, None) => continue,
        };
        all.push(Beslissing {
            onderwerp: Onderwerp::Verwijdering(verwijdering.nr),
            wat,
            op,
            bezwaar_uiterlijk,
        });
    }
    for schorsing in &beeld.schorsingen {
        all.push(Beslissing {
            onderwerp: Onderwerp::Schorsing(schorsing.nr),
            wat: format!(
                "{naam} is geschorst van {} tot en met {} ({}).",
                dates::long_nl(schorsing.van),
                dates::long_nl(schorsing.tot_en_met),
                schorsing.schoolnaam
            ),
            op: schorsing.van,
            bezwaar_uiterlijk: None,
        });
    }
}

fn advices(beeld: &Kindbeeld) -> Vec<Adviesafschrift> {
    let mut all = Vec::new();
    for aanvraag in &beeld.aanvragen {
        for advies in &aanvraag.adviezen {
            let names: Vec<String> = aanvraag
                .toewijzingen
                .iter()
                .filter(|toewijzing| advies.door.contains(&toewijzing.persoon))
                .map(|toewijzing| format!("{} ({})", toewijzing.naam, toewijzing.discipline.label()))
                .collect();
            all.push(copy(aanvraag.nr, advies, names.join(" en ")));
        }
    }
    all
}

fn copy(aanvraag: u32, advies: &Advies, door: String) -> Adviesafschrift {
    Adviesafschrift {
        aanvraag,
        door,
        op: advies.op,
        uitkomst: advies.uitkomst.label(),
        tekst: advies.tekst.clone(),
    }
}
