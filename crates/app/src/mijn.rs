//! The own page of parents, and of a pupil of age: what happens now, what we ask, what was decided, as texts that know no language yet.

use base::{Date, DossierNummer, dates};
use dossier::Woord;
use dossier::aanmelding::keuze::{Ouderkeuze, Ouderwoord};
use dossier::beurt::{Aanpak, Onderwerp, Zet};
use dossier::gezin::{Beslissing, Verloop};
use dossier::leven::leerling::LEERLING;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Relatie;
use dossier::staat::{Advies, Brief, Persoon, TlvAanvraag, Verwijdering};
use dossier::tlv::feiten::ZienswijzeVan;
use dossier::toegang::Kijker;
use dossier::{Beurt, Rol};
use storage::Page;
use teksten::{Tekst, mijn, woorden};
use verband::grenzen::DAGEN_TOT_NAGAAN;

use crate::geopend::Geopend;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

mod wegen;

pub use wegen::{Plek, Weg};

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
    /// The own number in the file of who looks: a parent, or the pupil.
    pub persoon: u32,
    /// In whose voice they say what they think.
    pub stem: ZienswijzeVan,
}

impl MijnKind {
    /// The pupil looks, who acts in the parents' place.
    pub fn is_leerling(&self) -> bool {
        self.stem == ZienswijzeVan::Leerling
    }
}

/// In whose voice a person of the family speaks.
fn own_voice(persoon: u32) -> ZienswijzeVan {
    if persoon == LEERLING { ZienswijzeVan::Leerling } else { ZienswijzeVan::Persoon(persoon) }
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
        Ok(MijnKind {
            nu: stories(beeld, persoon, self.moment.vandaag),
            verzoeken: asks(beeld, persoon)
                .into_iter()
                .chain(asked_by_letters(beeld, persoon, self.moment.vandaag))
                .collect(),
            beslissingen: decisions(beeld),
            adviezen: advices(beeld),
            brieven: beeld.brieven.iter().rev().cloned().collect(),
            persoon,
            stem: own_voice(persoon),
            beeld: beeld.clone(),
        })
    }
}

/// What goes on, as each case tells it. A request that its school will not finish is told no more.
fn stories(beeld: &Kindbeeld, persoon: u32, on: Date) -> Vec<Verhaal> {
    if beeld.overleden_op.is_some() {
        return Vec::new();
    }
    let left =
        |onderwerp: Onderwerp| beeld.blijven_liggen.iter().any(|nr| Onderwerp::Aanvraag(*nr) == onderwerp);
    let told = beeld.zaken.verlopen(&beeld.roepnaam, on).into_iter();
    let mut all: Vec<Verhaal> = told
        .filter(|(onderwerp, _)| !left(*onderwerp))
        .map(|(onderwerp, verloop)| {
            let mut told = story(beeld, persoon, onderwerp, verloop);
            if let Some(wat) = waits_for_another(beeld, persoon, onderwerp, on) {
                told.wat = wat;
            }
            told
        })
        .collect();
    // What waits for this family goes before what others do.
    all.sort_by_key(|told| told.aan_zet != Some(mijn::aan_zet_u()));
    all
}

fn story(beeld: &Kindbeeld, persoon: u32, onderwerp: Onderwerp, verloop: Verloop) -> Verhaal {
    let about = |beurt: &Beurt| beurt.onderwerp == Some(onderwerp) && !is_given(beeld, persoon, beurt);
    let turns = || beeld.beurten.iter().filter(|(beurt, _)| about(beurt));
    // What is asked of the family itself goes before what others have to do meanwhile.
    let turn = turns().find(|(beurt, _)| is_of_family(beurt)).or_else(|| turns().next());
    Verhaal {
        onderwerp,
        wat: offer_without_answer(beeld, onderwerp).unwrap_or(verloop.wat),
        // What an office proposes to itself on the way is no day on which a family hears anything.
        uiterlijk: turn.and_then(|(beurt, _)| beurt.einddag.or(beurt.uiterlijk)).filter(|_| verloop.met_dag),
        grond: turn
            .filter(|(beurt, _)| beurt.einddag.is_none())
            .map_or_else(Tekst::leeg, |(beurt, _)| beurt.grond.clone()),
        // A turn of an organisation without a name is told as no turn at all.
        aan_zet: turn.and_then(|(beurt, naam)| whose_turn(beurt, naam)),
    }
}

/// What this parent wants and another has not said yet, with the last day of that answer: it is told to who said it, and not of 'a parent'.
fn waits_for_another(beeld: &Kindbeeld, persoon: u32, onderwerp: Onderwerp, on: Date) -> Option<Tekst> {
    let Onderwerp::Aanmelding(nr) = onderwerp else { return None };
    let found = beeld.aanmelding(nr)?;
    let yes = |keuze: &Ouderkeuze| {
        found.woord_van(*keuze, persoon).is_some_and(|said| said.woord == Ouderwoord::Ja)
    };
    let keuze = found.lopende_keuzes().into_iter().find(yes)?;
    let silent = |one: &&Persoon| one.relatie.has_gezag() && found.woord_van(keuze, one.nr).is_none();
    let others = beeld.mensen.iter().filter(silent);
    let dag = others.filter_map(|one| found.antwoord_uiterlijk(keuze, one)).max().filter(|dag| on <= *dag)?;
    let (school, naam) = (found.schoolnaam.as_str(), beeld.roepnaam.as_str());
    Some(match keuze {
        Ouderkeuze::Intrekken => mijn::AanmeldingUWilIntrekken { naam, school, dag }.tekst(),
        Ouderkeuze::Aanbod(_) => mijn::AanmeldingAanbodUJa { school, naam, dag }.tekst(),
    })
}

/// That there is an offer, for a parent who cannot answer it: no answer is promised.
fn offer_without_answer(beeld: &Kindbeeld, onderwerp: Onderwerp) -> Option<Tekst> {
    let Onderwerp::Aanmelding(nr) = onderwerp else { return None };
    let found = beeld.aanmelding(nr).filter(|found| found.open_aanbod().is_some())?;
    let answers = beeld.mag.contains(Opdrachtnaam::AanvaardAanbod.naam());
    let (school, naam) = (found.schoolnaam.as_str(), beeld.roepnaam.as_str());
    (!answers).then(|| mijn::AanmeldingAanbodGesloten { school, naam }.tekst())
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

/// A turn of the parents that this parent took: what is still waited for is another's word.
fn is_given(beeld: &Kindbeeld, persoon: u32, beurt: &Beurt) -> bool {
    // A turn of another parent alone.
    let account = || beeld.mensen.iter().find(|one| one.nr == persoon).and_then(|one| one.account.as_ref());
    if beurt.rol == Rol::Ouder
        && let Some(of) = &beurt.persoon
    {
        return Some(of) != account();
    }
    let Some(Onderwerp::Aanvraag(nr)) = beurt.onderwerp else { return false };
    let own = own_voice(persoon);
    // Of what lies before them now: what they said of an earlier version is no answer to this one.
    let given = |aanvraag: &TlvAanvraag| {
        let laid = aanvraag.ligt_voor().map(|laid| laid.versie);
        aanvraag.nr == nr && aanvraag.zienswijzen_van(own).any(|z| !z.namens && z.over == laid)
    };
    beurt.zet == Zet::ZienswijzeGeven && beeld.aanvragen.iter().any(given)
}

fn asks(beeld: &Kindbeeld, persoon: u32) -> Vec<Verzoek> {
    let mine = beeld.beurten.iter().filter(|(beurt, _)| is_of_family(beurt));
    let mine = mine.filter(|(beurt, _)| !is_given(beeld, persoon, beurt));
    let mine = mine.filter(|(beurt, _)| !cares(beeld, persoon) || may_take(beeld, beurt));
    mine.filter_map(|(beurt, _)| {
        Some(Verzoek {
            onderwerp: beurt.onderwerp?,
            zet: Some(beurt.zet),
            daad: None,
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

/// What letters ask of this parent that is no turn in the program: the page asks the same, as long as it is not done.
fn asked_by_letters(beeld: &Kindbeeld, persoon: u32, on: Date) -> Vec<Verzoek> {
    if beeld.overleden_op.is_some() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for aanvraag in &beeld.aanvragen {
        let onderwerp = Onderwerp::Aanvraag(aanvraag.nr);
        if aanvraag.moet_nog_aanmelden(&beeld.aanmeldingen, on) {
            all.push(Verzoek {
                onderwerp,
                zet: None,
                daad: Some(Opdrachtnaam::MeldAan),
                wat: mijn::MeldAanMetVerklaring { naam: &beeld.roepnaam, soort: aanvraag.soort.woord() }
                    .tekst(),
                uiterlijk: None,
            });
        }
        if let Some(until) = aanvraag.reactie_gevraagd_tot(persoon, on) {
            all.push(Verzoek {
                onderwerp,
                zet: None,
                daad: Some(Opdrachtnaam::GeefZienswijze),
                wat: mijn::reageer_op_advies(),
                uiterlijk: Some(until),
            });
        }
    }
    let told = |one: &&Verwijdering| one.elders_vastgesteld.is_none() && !beeld.school_geheim;
    let removed = beeld.verwijderingen.iter().filter(told);
    for (verwijdering, (_, per)) in removed.filter_map(|one| Some((one, one.verwijderd()?))) {
        let until = dates::plus_days(per, DAGEN_TOT_NAGAAN).unwrap_or(per);
        let Some(bereid) = verwijdering.bereid.as_ref().filter(|_| on <= until) else { continue };
        let school = bereid.school.schoolnaam.as_str();
        all.push(Verzoek {
            onderwerp: Onderwerp::Verwijdering(verwijdering.nr),
            zet: None,
            daad: None,
            wat: mijn::SpreekAf { school, naam: &beeld.roepnaam }.tekst(),
            uiterlijk: None,
        });
    }
    all
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
