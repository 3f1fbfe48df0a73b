//! A letter without what somebody typed, for a reader from whom it is secret where the child is. No list of names knows every bus stop,
//! nickname or neighbour in a free text, so each goes as a whole; what was decided, from which day, by which article and what can be done
//! is of the program and stays. Where a text would leave a hole, a sentence says that it does not stand here and whom to ask.
//!
//! Every letter is named, so that a new one says what in it is typed. Reasons that were released for the reader stay ([`Vrijgegeven`]).

use std::collections::BTreeSet;

use crate::{
    AanbodAndereSchool, AanvraagNietBehandeld, AfschriftDeskundigenadvies, Behoefte, BesluitHerroepen,
    BesluitTlv, Brief, BuitenBehandeling, Deskundigenadvies, DoorzendingTlv, GesprekVerplaatst,
    GevondenSchool, GevraagdStuk, InformatieNietCompleet, IntrekkingTlv, MededelingGezag, NietLeeg, Overleg,
    PlanBesluit, Planhulp, Planinhoud, Schorsing, StandAndereSchool, Tekst, Uitzondering, Vervolgplek,
    Verwijdering, VoornemenVerwijdering, Weigering,
};

/// Stands where reasons stood. An onderwijsconsulent leads to no place.
pub const GEEN_UITLEG: &str =
    "De uitleg staat niet in deze brief. Vraag een onderwijsconsulent hoe u die kunt krijgen.";
/// Stands in a cell of a table, or where a part of a talk stood.
const NIET_HIER: &str = "Dat staat niet in deze brief.";
/// With whom there was a talk.
const IEMAND: &str = "iemand die wij hier niet noemen";

/// What the reader may have as it was typed, by its lines: a letter divides a text into paragraphs and headings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vrijgegeven(BTreeSet<String>);

impl Vrijgegeven {
    /// These texts.
    pub fn of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut lines = BTreeSet::new();
        for text in texts {
            lines.extend(lines_of(text.as_ref()).map(ToOwned::to_owned));
        }
        Self(lines)
    }

    /// Every line of a text stands in what was released.
    fn has(&self, tekst: &Tekst) -> bool {
        lines_of(tekst.as_str()).all(|line| self.0.contains(line))
    }

    fn has_all(&self, alineas: &[Tekst]) -> bool {
        alineas.iter().all(|alinea| self.has(alinea))
    }
}

/// The lines of a text in which something stands.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

impl Brief {
    /// Takes out every text that somebody typed, but for reasons that were released.
    pub fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        match self {
            Self::OntvangstbevestigingAanmelding(letter) => letter.andere_scholen.clear(),
            Self::VerzoekOmInformatie(letter) => stukken(&mut letter.gevraagd),
            Self::InformatieNietCompleet(letter) => letter.zonder_getypt(),
            Self::VerlengingBeslistermijn(letter) => uitleg(&mut letter.redenen, vrij),
            Self::AanbodAndereSchool(letter) => letter.zonder_getypt(vrij),
            Self::Weigering(letter) => letter.zonder_getypt(vrij),
            Self::BuitenBehandeling(letter) => letter.zonder_getypt(vrij),
            Self::VoornemenVerwijdering(letter) => letter.zonder_getypt(vrij),
            Self::GesprekVerplaatst(letter) => letter.zonder_getypt(vrij),
            Self::VoornemenIngetrokken(letter) => uitleg(&mut letter.redenen, vrij),
            // The ground is of the law; who asked is somebody around the child.
            Self::Uitschrijving(letter) => letter.op_verzoek_van = None,
            Self::Verwijdering(letter) => letter.zonder_getypt(vrij),
            Self::Schorsing(letter) => letter.zonder_getypt(vrij),
            Self::EindeSchorsing(letter) => uitleg_als_die_er_is(&mut letter.eigen_uitleg, vrij),
            Self::BesluitHerroepen(letter) => letter.zonder_getypt(vrij),
            Self::MededelingGezag(letter) => letter.zonder_getypt(),
            Self::AfschriftDeskundigenadvies(letter) => letter.zonder_getypt(),
            Self::BesluitTlv(letter) => letter.zonder_getypt(vrij),
            Self::IntrekkingTlv(letter) => letter.zonder_getypt(vrij),
            Self::DoorzendingTlv(letter) => letter.zonder_getypt(),
            Self::AanvraagNietBehandeld(letter) => letter.zonder_getypt(vrij),
            Self::BerichtVanVertraging(letter) => uitleg(&mut letter.redenen, vrij),
            Self::BesluitDwangsom(letter) => uitleg_als_die_er_is(&mut letter.niet_verschuldigd, vrij),
            Self::MededelingAfwijking(letter) => uitleg(&mut letter.redenen, vrij),
            Self::VerzoekOmAanvulling(letter) => stukken(&mut letter.gevraagd),
            Self::BesluitLeerling(letter) => uitleg(&mut letter.redenen, vrij),
            Self::MeldingInspectie(letter) => uitleg(&mut letter.redenen, vrij),
            Self::PlanConcept(letter) => {
                letter.inhoud.zonder_getypt();
                letter.hulp.zonder_getypt();
            }
            Self::PlanBesluit(letter) => letter.zonder_getypt(),
            // Of these the program writes every word.
            Self::VraagAndereOuder(_)
            | Self::AfloopDoorOuders(_)
            | Self::Toelating(_)
            | Self::TijdelijkePlaatsing(_)
            | Self::EindeTijdelijkePlaatsing(_)
            | Self::MeldingVerwijdering(_)
            | Self::UitnodigingEigenPagina(_)
            | Self::MededelingMeerderjarig(_)
            | Self::GeenInstemming(_)
            | Self::OntvangstTlvAanvraag(_)
            | Self::ReactieIngebrekestelling(_) => {}
        }
    }
}

impl InformatieNietCompleet {
    fn zonder_getypt(&mut self) {
        self.nog_nodig = NietLeeg::een(Tekst::vast(NIET_HIER));
    }
}

impl AanbodAndereSchool {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        self.aanbod.zonder_getypt();
        uitleg(&mut self.redenen, vrij);
        self.overleg.each(Overleg::zonder_getypt);
        self.andere_mogelijkheden.clear();
    }
}

impl Weigering {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.redenen, vrij);
        self.vervolgplek.zonder_getypt();
        self.overleg.iter_mut().for_each(Overleg::zonder_getypt);
        self.andere_mogelijkheden.clear();
    }
}

impl BuitenBehandeling {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        stukken(&mut self.ontbreekt);
        uitleg(&mut self.redenen, vrij);
    }
}

impl VoornemenVerwijdering {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.redenen, vrij);
        self.geprobeerd.clear();
        self.andere_school.zonder_getypt();
    }
}

impl GesprekVerplaatst {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.reden, vrij);
        self.nieuwe_school.iter_mut().for_each(GevondenSchool::zonder_getypt);
    }
}

impl Verwijdering {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.redenen, vrij);
        self.gehoord.each(|talk| talk.inhoud = Tekst::vast(NIET_HIER));
        self.reactie_op_ouders = None;
        self.vervolgplek.zonder_getypt();
    }
}

impl Schorsing {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.redenen, vrij);
        self.schoolwerk.clear();
    }
}

impl BesluitHerroepen {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg_als_die_er_is(&mut self.uitleg_herroepen, vrij);
        self.ook_gemeld_aan.clear();
    }
}

impl MededelingGezag {
    fn zonder_getypt(&mut self) {
        self.blijkt = Tekst::vast("een stuk dat wij hier niet noemen");
    }
}

impl AfschriftDeskundigenadvies {
    fn zonder_getypt(&mut self) {
        self.adviezen.each(Deskundigenadvies::zonder_getypt);
    }
}

impl BesluitTlv {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        self.behoeften_zonder_getypt(vrij);
        self.adviezen.each(Deskundigenadvies::zonder_getypt);
        self.weging_adviezen = self.weging_adviezen.take().filter(|tekst| vrij.has(tekst));
        vervang(&mut self.afwijking, GEEN_UITLEG);
        self.weging_meningen = self.weging_meningen.take().filter(|tekst| vrij.has(tekst));
        vervang(&mut self.niet_gewacht, "waarom niet, staat niet in deze brief.");
        vervang(&mut self.mening_kind, "Wat het kind zei, staat niet in deze brief.");
    }

    /// What the child needs, and what that means for the decision: one row for all where nothing of it was released.
    fn behoeften_zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        let (hier, uitleg) = (Tekst::vast(NIET_HIER), Tekst::vast(GEEN_UITLEG));
        let is_free = |row: &Behoefte| vrij.has(&row.behoefte) || vrij.has(&row.reden);
        if !self.behoeften.as_slice().iter().any(is_free) {
            self.behoeften = NietLeeg::een(Behoefte { behoefte: hier, reden: uitleg });
            return;
        }
        self.behoeften.each(|row| {
            for (tekst, instead) in [(&mut row.behoefte, &hier), (&mut row.reden, &uitleg)] {
                if !vrij.has(tekst) {
                    tekst.clone_from(instead);
                }
            }
        });
    }
}

impl IntrekkingTlv {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        uitleg(&mut self.redenen, vrij);
        self.gehoord = Tekst::vast("Wat daarop is gezegd, staat niet in deze brief.");
    }
}

impl DoorzendingTlv {
    fn zonder_getypt(&mut self) {
        self.redenen = NietLeeg::een(Tekst::vast(
            "Sinds de aanvraag werd verstuurd, veranderde er iets. Daardoor gaat nu een ander \
             samenwerkingsverband erover.",
        ));
    }
}

impl AanvraagNietBehandeld {
    fn zonder_getypt(&mut self, vrij: &Vrijgegeven) {
        stukken(&mut self.ontbreekt);
        uitleg(&mut self.redenen, vrij);
    }
}

impl Planinhoud {
    fn zonder_getypt(&mut self) {
        let hier = Tekst::vast(NIET_HIER);
        for part in [&mut self.uitstroom, &mut self.anders, &mut self.belemmerend, &mut self.bevorderend] {
            if !part.is_empty() {
                *part = vec![hier.clone()];
            }
        }
        if self.arbeid.is_some() {
            self.arbeid = Some(hier);
        }
    }
}

impl Planhulp {
    fn zonder_getypt(&mut self) {
        self.begeleiding = NietLeeg::een(Tekst::vast(GEEN_UITLEG));
        self.doelen.clear();
    }
}

impl PlanBesluit {
    fn zonder_getypt(&mut self) {
        self.inhoud.zonder_getypt();
        self.geldende_hulp.iter_mut().for_each(Planhulp::zonder_getypt);
        let said = [self.inbreng.as_mut(), self.invloed.as_mut(), self.commissieadvies.as_mut()];
        for words in said.into_iter().flatten().chain(&mut self.gesprekken) {
            words.wat = NietLeeg::een(Tekst::vast(NIET_HIER));
        }
    }
}

/// Reasons in paragraphs: as they are where all of them were released, and none of them otherwise.
fn uitleg(alineas: &mut NietLeeg<Tekst>, vrij: &Vrijgegeven) {
    if !vrij.has_all(alineas.as_slice()) {
        *alineas = NietLeeg::een(Tekst::vast(GEEN_UITLEG));
    }
}

/// Reasons that can be absent: the sentence stands where there were some.
fn uitleg_als_die_er_is(alineas: &mut Vec<Tekst>, vrij: &Vrijgegeven) {
    if !vrij.has_all(alineas) {
        *alineas = vec![Tekst::vast(GEEN_UITLEG)];
    }
}

/// A text that can be absent.
fn vervang(tekst: &mut Option<Tekst>, zin: &'static str) {
    if let Some(tekst) = tekst {
        *tekst = Tekst::vast(zin);
    }
}

/// What was asked for, and why: one row for all.
fn stukken(gevraagd: &mut NietLeeg<GevraagdStuk>) {
    *gevraagd = NietLeeg::een(GevraagdStuk { wat: Tekst::vast(NIET_HIER), waarom: Tekst::vast(GEEN_UITLEG) });
}

impl Overleg {
    fn zonder_getypt(&mut self) {
        self.met = Tekst::vast(IEMAND);
        self.inhoud = Tekst::vast("Wat er is gezegd, staat niet in deze brief.");
    }
}

impl GevondenSchool {
    fn zonder_getypt(&mut self) {
        self.biedt.clear();
    }
}

impl Uitzondering {
    fn zonder_getypt(&mut self) {
        uitleg(&mut self.toelichting, &Vrijgegeven::default());
    }
}

impl Vervolgplek {
    fn zonder_getypt(&mut self) {
        match self {
            Self::School(school) => school.zonder_getypt(),
            Self::Uitzondering(uitzondering) => uitzondering.zonder_getypt(),
        }
    }
}

impl StandAndereSchool {
    fn zonder_getypt(&mut self) {
        match self {
            Self::School(school) => school.zonder_getypt(),
            // How far the search is, and why none is asked, is told in words of the program.
            Self::Zoeken { .. } | Self::Uitzondering(_) => {}
        }
    }
}

impl Deskundigenadvies {
    /// Who advised and what, which stands first, stay (Awb 3:8); their words go.
    fn zonder_getypt(&mut self) {
        self.advies.keep_first_and(Tekst::vast(GEEN_UITLEG));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn a_letter_without_typed_words_is_still_that_letter_and_what_was_decided_stays() {
        for example in samples() {
            let mut left = example.brief.clone();
            left.zonder_getypt(&Vrijgegeven::default());
            assert_eq!(left.soort(), example.brief.soort());
            assert_eq!(left.rechtsgronden(), example.brief.rechtsgronden(), "{}", example.naam);
            let json = serde_json::to_string(&left).unwrap();
            assert_eq!(serde_json::from_str::<crate::Brief>(&json).unwrap(), left, "{}", example.naam);
        }
    }

    #[test]
    fn reasons_that_were_released_stay_whole_and_nothing_else_does() {
        let refusal = samples().into_iter().find(|example| matches!(example.brief, Brief::Weigering(_)));
        let Some(Brief::Weigering(letter)) = refusal.map(|example| example.brief) else {
            panic!("a sample of a refusal")
        };
        let alineas: Vec<&str> = letter.redenen.as_slice().iter().map(Tekst::as_str).collect();
        let redenen = alineas.join("\n\n");
        let mut released = letter.clone();
        released.zonder_getypt(&Vrijgegeven::of([&redenen]));
        assert_eq!(released.redenen, letter.redenen);
        assert_ne!(released, letter, "the talks were not released");
        let mut half = letter.clone();
        let first = letter.redenen.as_slice().first().unwrap().as_str();
        half.redenen =
            NietLeeg::new(vec![Tekst::new(first).unwrap(), Tekst::new("Bushalte Zuid.").unwrap()]).unwrap();
        half.zonder_getypt(&Vrijgegeven::of([first]));
        assert_eq!(half.redenen.as_slice(), [Tekst::vast(GEEN_UITLEG)]);
    }
}
