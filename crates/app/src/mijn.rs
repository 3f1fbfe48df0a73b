//! The parents' own page: what happens now, what we ask, what was decided, as texts that know no language yet.

use base::{Date, DossierNummer};
use dossier::Woord;
use dossier::beurt::{Onderwerp, Zet};
use dossier::staat::{AanmeldingFase, Advies, Brief, TlvFase, VerwijderingFase};
use dossier::tlv::staat::Besluit;
use dossier::toegang::Kijker;
use dossier::{Beurt, Rol};
use storage::Page;
use teksten::{Tekst, mijn, woorden};

use crate::geopend::Geopend;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

/// One thing that runs, told to a parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verhaal {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What is going on, one or two sentences.
    pub wat: Tekst,
    /// Last day of the step that runs, where there is one.
    pub uiterlijk: Option<Date>,
    /// Who must act now, where somebody has to.
    pub aan_zet: Option<Tekst>,
}

/// Something that we ask a parent to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzoek {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What to do.
    pub zet: Zet,
    /// What it is, in plain words.
    pub wat: Tekst,
    /// Last day.
    pub uiterlijk: Option<Date>,
}

/// A decision that a parent should know, with the last day to object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslissing {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What was decided.
    pub wat: Tekst,
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
    pub door: Tekst,
    /// When.
    pub op: Date,
    /// What was advised.
    pub uitkomst: Tekst,
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
            return Err(AppError::Forbidden { reden: teksten::toegang::voor_ouders() });
        }
        let found = self.kinderen_van_ouder(kijker, moment, Page::first(50)).await?;
        Ok(found.rows.into_iter().map(|row| (row.dossier.dossier, row.dossier.weergavenaam)).collect())
    }
}

impl Geopend {
    /// The file as a parent's own page tells it.
    pub fn mijn(&self) -> Result<MijnKind, AppError> {
        if self.kijker.actor.rol != Rol::Ouder {
            return Err(AppError::Forbidden { reden: teksten::toegang::voor_ouders() });
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
    let naam = beeld.roepnaam.as_str();
    for aanmelding in &beeld.aanmeldingen {
        let school = aanmelding.schoolnaam.as_str();
        let wat = match aanmelding.fase() {
            AanmeldingFase::Ontvangen => mijn::AanmeldingOntvangen { school, naam }.tekst(),
            AanmeldingFase::WachtOpInformatie => mijn::AanmeldingWacht { school }.tekst(),
            AanmeldingFase::BehoefteVastgesteld => mijn::AanmeldingBehoefte { school, naam }.tekst(),
            AanmeldingFase::AanbodGedaan => mijn::AanmeldingAanbod { school, naam }.tekst(),
            _ => continue,
        };
        all.push(story(beeld, Onderwerp::Aanmelding(aanmelding.nr), wat));
    }
    stories_of_removals(beeld, &mut all);
    for aanvraag in beeld.aanvragen.iter().filter(|a| !beeld.blijven_liggen.contains(&a.nr)) {
        let school = aanvraag.schoolnaam.as_str();
        let soort = aanvraag.soort.woord();
        let wat = match aanvraag.fase() {
            TlvFase::Gestart => mijn::AanvraagGestart { school, soort }.tekst(),
            TlvFase::Aangevraagd => mijn::AanvraagGedaan { school, naam, soort }.tekst(),
            TlvFase::WachtOpAanvulling => mijn::AanvraagWacht { school }.tekst(),
            TlvFase::Advisering => mijn::aanvraag_advisering(),
            TlvFase::Geadviseerd => mijn::aanvraag_geadviseerd(),
            TlvFase::Verleend | TlvFase::Geweigerd => mijn::aanvraag_besloten(),
            TlvFase::VerleendBekend => mijn::AanvraagBekend { naam, soort }.tekst(),
            _ => continue,
        };
        all.push(story(beeld, Onderwerp::Aanvraag(aanvraag.nr), wat));
    }
    all
}

fn stories_of_removals(beeld: &Kindbeeld, all: &mut Vec<Verhaal>) {
    let naam = beeld.roepnaam.as_str();
    for verwijdering in &beeld.verwijderingen {
        let school = verwijdering.schoolnaam.as_str();
        let wat = match verwijdering.fase() {
            VerwijderingFase::Voorgenomen => mijn::VerwijderingVoorgenomen { school, naam }.tekst(),
            VerwijderingFase::Gehoord => mijn::VerwijderingGehoord { school, naam }.tekst(),
            VerwijderingFase::SchoolGevonden => mijn::VerwijderingSchoolGevonden { school, naam }.tekst(),
            VerwijderingFase::Verwijderd | VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken => {
                continue;
            }
        };
        all.push(story(beeld, Onderwerp::Verwijdering(verwijdering.nr), wat));
    }
}

fn story(beeld: &Kindbeeld, onderwerp: Onderwerp, wat: Tekst) -> Verhaal {
    let turn = beeld.beurten.iter().find(|(beurt, _)| beurt.onderwerp == onderwerp);
    Verhaal {
        onderwerp,
        wat,
        uiterlijk: turn.and_then(|(beurt, _)| beurt.uiterlijk),
        // A turn of an organisation without a name is told as no turn at all.
        aan_zet: turn.and_then(|(beurt, naam)| whose_turn(beurt, naam)),
    }
}

/// Whose turn it is, in a parent's words.
fn whose_turn(beurt: &Beurt, organisatie: &str) -> Option<Tekst> {
    Some(match beurt.rol {
        Rol::Ouder => mijn::aan_zet_u(),
        Rol::Deskundige => mijn::aan_zet_deskundige(),
        Rol::Loket | Rol::Besluitnemer => match organisatie.strip_prefix("Samenwerkingsverband ") {
            Some(naam) => mijn::AanZetVerband { naam }.tekst(),
            None => mijn::AanZetVerbandAnders { naam: organisatie }.tekst(),
        },
        _ if organisatie.is_empty() => return None,
        _ => mijn::AanZetOrganisatie { naam: organisatie }.tekst(),
    })
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
                Zet::InformatieGeven => mijn::geef_informatie(),
                Zet::AanbodBeantwoorden => mijn::zeg_ja_of_nee(),
                Zet::ZienswijzeGeven => mijn::zeg_wat_u_vindt(),
                Zet::EldersAanmelden => mijn::meld_aan_elders(),
                other => other.woord(),
            },
            uiterlijk: beurt.uiterlijk,
        })
        .collect()
}

fn decisions(beeld: &Kindbeeld) -> Vec<Beslissing> {
    use dossier::staat::Afloop;
    let naam = beeld.roepnaam.as_str();
    let mut all = Vec::new();
    for aanmelding in &beeld.aanmeldingen {
        let school = aanmelding.schoolnaam.as_str();
        let (wat, op, bezwaar) = match &aanmelding.afloop {
            Some(Afloop::Toegelaten { op, per }) => {
                (mijn::Toegelaten { naam, school, per: *per }.tekst(), *op, None)
            }
            Some(Afloop::Geweigerd { op, bezwaar_uiterlijk, .. }) => {
                (mijn::Geweigerd { school, naam }.tekst(), *op, Some(*bezwaar_uiterlijk))
            }
            Some(Afloop::BuitenBehandeling { op, bezwaar_uiterlijk }) => {
                (mijn::BuitenBehandeling { school }.tekst(), *op, Some(*bezwaar_uiterlijk))
            }
            Some(Afloop::Elders { op, schoolnaam }) => {
                (mijn::Elders { naam, school: schoolnaam }.tekst(), *op, None)
            }
            Some(Afloop::Ingetrokken { op }) => (mijn::ingetrokken(), *op, None),
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
        let soort = aanvraag.soort.woord();
        let wat = match besluit {
            Besluit::Verleend(granted) => {
                let (van, tot_en_met) = (granted.van, granted.tot_en_met);
                mijn::VerklaringVerleend { naam, soort, van, tot_en_met }.tekst()
            }
            Besluit::Geweigerd(_) => mijn::VerklaringGeweigerd { naam, soort }.tekst(),
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
    let naam = beeld.roepnaam.as_str();
    for verwijdering in &beeld.verwijderingen {
        let school = verwijdering.schoolnaam.as_str();
        let (wat, op, bezwaar_uiterlijk) = match (verwijdering.verwijderd(), verwijdering.ingetrokken_op) {
            (Some((op, per)), _) => {
                (mijn::Verwijderd { naam, per, school }.tekst(), op, verwijdering.bezwaar_uiterlijk())
            }
            (None, Some(op)) => (mijn::VerwijderingIngetrokken { naam, school }.tekst(), op, None),
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
        let (van, tot_en_met, school) = (schorsing.van, schorsing.tot_en_met, schorsing.schoolnaam.as_str());
        all.push(Beslissing {
            onderwerp: Onderwerp::Schorsing(schorsing.nr),
            wat: mijn::Geschorst { naam, van, tot_en_met, school }.tekst(),
            op: schorsing.van,
            bezwaar_uiterlijk: None,
        });
    }
}

fn advices(beeld: &Kindbeeld) -> Vec<Adviesafschrift> {
    let mut all = Vec::new();
    for aanvraag in &beeld.aanvragen {
        for advies in &aanvraag.adviezen {
            let given = aanvraag.toewijzingen.iter().filter(|given| advies.door.contains(&given.persoon));
            let named = given.map(|given| {
                mijn::Adviseur { naam: &given.naam, discipline: given.discipline.woord() }.tekst()
            });
            let both = |een: Tekst, ander: Tekst| woorden::En { een, ander }.tekst();
            all.push(copy(aanvraag.nr, advies, named.reduce(both).unwrap_or_else(Tekst::leeg)));
        }
    }
    all
}

fn copy(aanvraag: u32, advies: &Advies, door: Tekst) -> Adviesafschrift {
    Adviesafschrift {
        aanvraag,
        door,
        op: advies.op,
        uitkomst: advies.uitkomst.woord(),
        tekst: advies.tekst.clone(),
    }
}
