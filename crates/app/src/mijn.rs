//! The own page of parents, and of a pupil of age: what happens now, what we ask, what was decided, as texts that know no language yet.

use base::{Date, DossierNummer};
use dossier::beurt::{Aanpak, Onderwerp, Zet};
use dossier::gezin::{Afschrift, Beslissing, Gezinslid, Verloop};
use dossier::leven::stem::Stem;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Relatie;
use dossier::staat::Brief;
use dossier::toegang::Kijker;
use dossier::{Beurt, Rol};
use storage::Page;
use teksten::{Tekst, mijn, woorden};

use crate::geopend::Geopend;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

mod wegen;

pub use wegen::{Plek, Weg, schools_of};

/// One thing that runs, told to a parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verhaal {
    /// About what.
    pub onderwerp: Onderwerp,
    /// What is going on, one or two sentences.
    pub wat: Tekst,
    /// Last day of the step that runs, where there is one.
    pub uiterlijk: Option<Date>,
    /// Why that day, where no rule of the case computed it; empty where nothing is to be said.
    pub grond: Tekst,
    /// Who must act now, where somebody has to.
    pub aan_zet: Option<Tekst>,
}

/// Something that we ask a parent to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzoek {
    /// About what.
    pub onderwerp: Onderwerp,
    /// The turn with which it is asked; none where a letter asks it and no turn waits for it.
    pub zet: Option<Zet>,
    /// The act by which it is done, where no turn says so; none where it is done outside the program.
    pub daad: Option<Opdrachtnaam>,
    /// What it is, in plain words.
    pub wat: Tekst,
    /// Last day.
    pub uiterlijk: Option<Date>,
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
    pub adviezen: Vec<Afschrift>,
    /// Letters to this parent.
    pub brieven: Vec<Brief>,
    /// The own number in the file of who looks: a parent, or the pupil.
    pub persoon: u32,
    /// In whose voice they say what they think.
    pub stem: Stem,
}

impl MijnKind {
    /// The pupil looks, who acts in the parents' place.
    pub fn is_leerling(&self) -> bool {
        self.stem == Stem::Leerling
    }
}

/// A turn is of the family: of parents, or of the pupil in their place.
fn is_of_family(beurt: &Beurt) -> bool {
    matches!(beurt.rol, Rol::Ouder | Rol::Leerling)
}

impl App {
    /// The children of a parent.
    pub async fn mijn_kinderen(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<(DossierNummer, String)>, AppError> {
        if !matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Err(AppError::Forbidden { reden: teksten::toegang::voor_ouders() });
        }
        let found = self.kinderen_van_ouder(kijker, moment, Page::first(50)).await?;
        Ok(found.rows.into_iter().map(|row| (row.dossier.dossier, row.dossier.weergavenaam)).collect())
    }
}

impl Geopend {
    /// The file as a parent's own page tells it.
    pub fn mijn(&self) -> Result<MijnKind, AppError> {
        if !self.is_gezin() {
            return Err(AppError::Forbidden { reden: teksten::toegang::voor_ouders() });
        }
        let persoon = crate::aanmelden::own_number(&self.dossier, &self.kijker, self.moment)?;
        let beeld = self.beeld();
        let lid = beeld.gezinslid(persoon);
        Ok(MijnKind {
            nu: stories(beeld, &lid),
            verzoeken: asks(beeld, &lid).into_iter().chain(asked_by_letters(beeld, &lid)).collect(),
            beslissingen: decisions(beeld),
            adviezen: beeld.zaken.van_gezin().into_iter().flat_map(|(_, zaak)| zaak.afschriften()).collect(),
            brieven: beeld.brieven.iter().rev().cloned().collect(),
            persoon,
            stem: lid.stem(),
            beeld: beeld.clone(),
        })
    }
}

impl Kindbeeld {
    /// Somebody of the family who looks, by their own number in the file.
    pub fn gezinslid(&self, persoon: u32) -> Gezinslid<'_> {
        Gezinslid {
            persoon,
            naam: &self.roepnaam,
            op: self.op,
            mensen: &self.mensen,
            mag: &self.mag,
            zaken: &self.zaken,
            woorden: &self.woorden,
            school_geheim: self.school_geheim,
        }
    }
}

/// What goes on, as each case tells it. One that its school will not finish is told no more.
fn stories(beeld: &Kindbeeld, lid: &Gezinslid<'_>) -> Vec<Verhaal> {
    if beeld.overleden_op.is_some() {
        return Vec::new();
    }
    let cases = beeld.zaken.van_gezin().into_iter();
    let going_on = cases.filter(|(onderwerp, _)| !beeld.blijven_liggen.contains(onderwerp));
    let told = going_on.filter_map(|(onderwerp, zaak)| {
        let verloop = zaak.verloop(lid.naam, lid.op).wel()?;
        let wat = zaak.verloop_voor(lid).unwrap_or(verloop.wat);
        Some(story(beeld, lid, onderwerp, Verloop { wat, ..verloop }))
    });
    let mut all: Vec<Verhaal> = told.collect();
    // What waits for this family goes before what others do.
    all.sort_by_key(|told| told.aan_zet != Some(mijn::aan_zet_u()));
    all
}

fn story(beeld: &Kindbeeld, lid: &Gezinslid<'_>, onderwerp: Onderwerp, verloop: Verloop) -> Verhaal {
    let about = |beurt: &Beurt| beurt.onderwerp == Some(onderwerp) && !is_given(lid, beurt);
    let turns = || beeld.beurten.iter().filter(|(beurt, _)| about(beurt));
    // What is asked of the family itself goes before what others have to do meanwhile.
    let turn = turns().find(|(beurt, _)| is_of_family(beurt)).or_else(|| turns().next());
    Verhaal {
        onderwerp,
        wat: verloop.wat,
        // What an office proposes to itself on the way is no day on which a family hears anything.
        uiterlijk: turn.and_then(|(beurt, _)| beurt.einddag.or(beurt.uiterlijk)).filter(|_| verloop.met_dag),
        grond: turn
            .filter(|(beurt, _)| beurt.einddag.is_none())
            .map_or_else(Tekst::leeg, |(beurt, _)| beurt.grond.clone()),
        // A turn of an organisation without a name is told as no turn at all.
        aan_zet: turn.and_then(|(beurt, naam)| whose_turn(beurt, naam)),
    }
}

/// Whose turn it is, in a parent's words.
fn whose_turn(beurt: &Beurt, organisatie: &str) -> Option<Tekst> {
    if is_of_family(beurt) {
        return Some(mijn::aan_zet_u());
    }
    if beurt.rol == Rol::Deskundige {
        return Some(mijn::aan_zet_deskundige());
    }
    if beurt.organisatie.is_plaatsvervanger() {
        return Some(woorden::Organisatiesoort { code: beurt.organisatie.kind().code() }.tekst());
    }
    if matches!(beurt.rol, Rol::Loket | Rol::Besluitnemer) {
        return Some(match organisatie.strip_prefix("Samenwerkingsverband ") {
            Some(naam) => mijn::AanZetVerband { naam }.tekst(),
            None => mijn::AanZetVerbandAnders { naam: organisatie }.tekst(),
        });
    }
    (!organisatie.is_empty()).then(|| mijn::AanZetOrganisatie { naam: organisatie }.tekst())
}

/// A turn of the family that this person took: what is still waited for is another's word.
fn is_given(lid: &Gezinslid<'_>, beurt: &Beurt) -> bool {
    // A turn of another parent alone.
    let account = || lid.mensen.iter().find(|one| one.nr == lid.persoon).and_then(|one| one.account.as_ref());
    if beurt.rol == Rol::Ouder
        && let Some(of) = &beurt.persoon
    {
        return Some(of) != account();
    }
    let zaak = beurt.onderwerp.and_then(|onderwerp| lid.zaken.gezinszaak(onderwerp));
    zaak.is_some_and(|zaak| zaak.is_gedaan(beurt.zet, lid))
}

fn asks(beeld: &Kindbeeld, lid: &Gezinslid<'_>) -> Vec<Verzoek> {
    let mine = beeld.beurten.iter().filter(|(beurt, _)| is_of_family(beurt));
    let mine = mine.filter(|(beurt, _)| !is_given(lid, beurt));
    let mine = mine.filter(|(beurt, _)| !cares(beeld, lid.persoon) || may_take(beeld, beurt));
    mine.filter_map(|(beurt, _)| {
        Some(Verzoek {
            onderwerp: beurt.onderwerp?,
            zet: Some(beurt.zet),
            // The school ends it; who writes has said what is asked.
            daad: (beurt.zet == Zet::GesprekVoeren).then_some(Opdrachtnaam::LaatWeten),
            wat: beurt.zet.vraag()?,
            uiterlijk: beurt.uiterlijk,
        })
    })
    .collect()
}

/// Somebody who cares for the child and has no authority: what only who has it can answer is not asked of them.
fn cares(beeld: &Kindbeeld, persoon: u32) -> bool {
    beeld.mensen.iter().any(|one| one.nr == persoon && one.relatie == Relatie::Pleegouder)
}

/// One of the acts by which a turn is taken is for who looks.
fn may_take(beeld: &Kindbeeld, beurt: &Beurt) -> bool {
    match beurt.zet.aanpak() {
        Aanpak::Opdrachten(acts) => acts.iter().any(|act| beeld.mag.contains(act.naam())),
        Aanpak::Buiten(_) => true,
    }
}

/// What letters ask of this person that is no turn in the program: the page asks the same, as long as it is not done.
fn asked_by_letters(beeld: &Kindbeeld, lid: &Gezinslid<'_>) -> Vec<Verzoek> {
    if beeld.overleden_op.is_some() {
        return Vec::new();
    }
    let cases = beeld.zaken.van_gezin().into_iter();
    let asked = cases.flat_map(|(onderwerp, zaak)| {
        zaak.gevraagd(lid).into_iter().map(move |asked| Verzoek {
            onderwerp,
            zet: None,
            daad: asked.daad,
            wat: asked.wat,
            uiterlijk: asked.uiterlijk,
        })
    });
    asked.collect()
}

fn decisions(beeld: &Kindbeeld) -> Vec<Beslissing> {
    let mut all = beeld.zaken.besloten(&beeld.roepnaam);
    for (_, beslissing) in all.iter_mut().filter(|(zaak, _)| beeld.nog_niet_weg.contains(zaak)) {
        // The last day to object follows from the day on which the letter leaves (Awb 6:8).
        beslissing.wanneer = mijn::BekendNogNietWeg { dag: beslissing.op }.tekst();
        beslissing.bezwaar_uiterlijk = None;
    }
    let mut all: Vec<Beslissing> = all.into_iter().map(|(_, beslissing)| beslissing).collect();
    all.sort_by_key(|beslissing| std::cmp::Reverse(beslissing.op));
    all
}
