//! The program's own bounds: times that no law and no policy names, and that somebody has to choose. They stand here together,
//! so that a jurist finds every one of them, and none can be taken for law.
//!
//! What the law gives stands in the corpus, what a partnership may choose in [`Beleid`](crate::Beleid). Of some of these a
//! partnership could rightly want another number; it is said there, and is no setting yet.

/// Months for which whoever decided something to which parents can object reads on: the terms to object (R1.9, R8.3) and to
/// decide on an objection run out well within it. For its own decisions a partnership could choose: how long depends on its
/// advisory committee.
pub const MONTHS_AFTER_DECISION: i32 = 6;

/// Months before the eighteenth birthday in which the school tells pupil and parents what changes: the year before, long enough to ask
/// a court for a curator or a mentor where the pupil cannot act. No law names it; a partnership could choose.
pub const MAANDEN_VOOR_MEERDERJARIG: i32 = 12;

/// Years from which a pupil gets an own letter of a decision besides the parents, in words for the pupil, where no law says so. A
/// partnership could choose.
pub const LEEFTIJD_EIGEN_BRIEF: i16 = 12;

/// Months in which a case, or a turn in it, can still run: for who comes of age only after that nothing is said of it beforehand.
pub const MAANDEN_DAT_EEN_ZAAK_LOOPT: i32 = 24;

/// Days in which a school finds out who has authority over a child when nobody has it any more that it knows of: the register of
/// authority is open to everybody, and the council for child protection can be called. No law names it.
pub const DAGEN_OM_GEZAG_NA_GAAN: i32 = 14;

/// Days in which a school looks whether who registered a child by the open form has authority: letters go to them meanwhile, and the
/// decision on the registration comes some weeks later. No law names it.
pub const DAGEN_OM_GEZAG_NA_TE_KIJKEN: i32 = 14;

/// Months before the end of a declaration in which its sequel is looked at: two terms of eight weeks and time to gather what
/// is needed fit in it. A partnership could choose.
pub const RENEWAL_MONTHS: i32 = 6;

/// Weeks that parents are given at most to send information. It is the length of the term itself (R1.6), so that asking
/// cannot stand still longer than deciding may take.
pub const MOST_INFORMATION_WEEKS: i32 = 6;

/// Weeks that the school is given at most to complete a request. It is the length of the term itself (R2.7). A partnership
/// could choose less.
pub const MOST_COMPLETION_WEEKS: i32 = 8;

/// Weeks that a decision is put off at most. The law asks a reasonable time (Awb 4:14 lid 3) and names none; it is the length of the
/// term itself (R2.7).
pub const MOST_DELAY_WEEKS: i32 = 8;

/// Weeks after it was made known in which a place is arranged with a declaration that began already: as long as a school may take
/// to decide on a registration (R1.6). A declaration that begins later gives until that day.
pub const WEKEN_TOT_PLEK: i32 = 6;

/// Days in which the school where the child is says how it goes on after a request that was taken back, or a declaration that
/// holds no more: long enough for a talk with the parents.
pub const DAGEN_TOT_VERVOLG: i32 = 14;

/// Months after the decision within which a declaration begins.
pub const MAANDEN_TOT_BEGIN: i32 = 24;

/// Days after its letter was made within which a decision is sent: over a weekend and a holiday.
pub const DAGEN_TOT_VERZENDEN: i32 = 7;

/// Days in which parents are asked to answer an offer, and everybody with authority what another of them wants. Two weeks
/// are enough to see the other school. No law names it, and it is no shorter where the school is late.
pub const DAGEN_OM_TE_ANTWOORDEN: i32 = 14;

/// Days between the day on which an expert is asked to have advised and the last day to decide: time to let parents react, to
/// weigh it and to write. No law and no policy names it. A partnership could choose.
pub const DAGEN_TUSSEN_ADVIES_EN_BESLUIT: i32 = 14;

/// The group after which a pupil leaves primary education, and the age at which one who has no such group goes on as a rule. The law
/// names the day by which a pupil leaves at the latest; before that it is asked whether a declaration is renewed or another one needed.
pub const LAATSTE_GROEP: &str = "8";
/// See [`LAATSTE_GROEP`].
pub const LEEFTIJD_NAAR_VO: i16 = 12;

/// Days that experts get to see a child and to write: with the days between advice and decision it says by when they are asked. No law
/// and no policy names it. A partnership could choose.
pub const DAGEN_VOOR_ADVIES: i32 = 14;

/// Days that a step towards a decision gets at least, as far as there are so many: over a weekend, and no day that is over when the work
/// comes in.
pub const DAGEN_VOOR_EEN_STAP: i32 = 7;

/// Days between the day on which a school knows what a child needs and its last day to decide: parents are consulted (R1.4), and another
/// school is asked where it comes to that. No law names it; a board could choose.
pub const DAGEN_TUSSEN_BEHOEFTE_EN_BESLISSING: i32 = 14;

/// Days that an expert who was asked late gets all the same, never past the last day to decide. A partnership could choose.
pub const DAGEN_OM_TE_ADVISEREN: i32 = 7;

/// Days that parents get to react to an advice, never past the decision. A partnership could choose.
pub const DAGEN_OM_TE_REAGEREN: i32 = 7;

/// Days after its first day within which a suspension is still recorded: a child was sent home at once, and the letter follows.
pub const DAGEN_NA_SCHORSING: i32 = 7;

/// Days ahead that a suspension can begin: over a holiday, and no mistyped year.
pub const DAGEN_TOT_SCHORSING: i32 = 60;

/// Days ahead that a suspension for the time of the consultation with the Inspectie can begin: nobody knows when that is over.
pub const DAGEN_TOT_SCHORSING_BIJ_OVERLEG: i32 = 7;

/// Days that the suspensions of a pupil during consultations with the Inspectie can last together in a school year: the law names none
/// (WVO 8.15(4)), and a child that stays at home for long is a child without school. A board could choose less.
pub const DAGEN_SCHORSING_BIJ_OVERLEG: i32 = 28;

/// Days after a removal was revoked within which the pupil is back at school: a talk first, and no second way to keep a pupil out. No law
/// names it; a board could choose less.
pub const DAGEN_TERUG_NA_HERROEPING: i32 = 14;

/// Months before the eighteenth birthday within which no correction of a date of birth brings that day nearer while a case runs in which
/// the parents decide or are heard: as far ahead as a removal can take effect. The case ends first.
pub const MAANDEN_ZAAK_VAN_OUDERS: i32 = MAANDEN_TOT_VERWIJDERING;

/// Months ahead that a removal can take effect: over the end of the school year, and no decision about years that nobody knows.
pub const MAANDEN_TOT_VERWIJDERING: i32 = 12;

/// Days within which a school reads what somebody of a family let it know: a school week. No law names it; a board could choose less.
pub const DAGEN_OM_TE_LEZEN: i32 = 7;

/// Days after a refusal in fact was reported within which the partnership takes it up: the term of the school runs on meanwhile.
pub const DAGEN_TOT_OPPAKKEN: i32 = 7;

/// Months ahead for which a partnership can plan to look again at a refusal in fact: within a school year.
pub const MAANDEN_TOT_TERUGKIJKEN: i32 = 12;

/// Days after the day of a removal or refusal, or after its first day there, on which the school has seen whether the child is at the other
/// school.
pub const DAGEN_TOT_NAGAAN: i32 = 14;

/// Days before the talk about an intended removal (R1.10), moved to a working day: parents need time to bring somebody. No law names
/// it; a board could give more.
pub const DAGEN_TOT_GESPREK: i32 = 7;

/// Days ahead to which the talk about an intended removal can be moved: a child does not wait longer for what is decided on it. No law
/// names it; a board could choose less.
pub const DAGEN_GESPREK_VERZETTEN: i32 = 28;

/// Times that the talk about an intended removal can be moved, but for who was never invited: a child does not wait for ever for what is
/// decided on it. No law names it; a board could choose less.
pub const KEREN_GESPREK_VERZETTEN: usize = 3;

/// Days of being a pupil that can go by a deregistration or a correction that is recorded afterwards: over a summer holiday, in which a
/// school hears late that a child left. No law names it; further back it is another story than the one that others read and acted on.
pub const DAGEN_LEERLING_TERUG: i32 = 42;

/// Months ahead for which a pupil can be deregistered, where it is at no other school by then: over the end of the school year. Further ahead
/// it is a plan, and the law asks that what lets it go is there (LPW 10).
pub const MAANDEN_TOT_UITSCHRIJVEN: i32 = 12;

/// Days after the day for which a place was asked, or after today where that is later, by which an admitted child begins: over a summer
/// holiday. The law names none; a place for much later is a no for now (WPO 40(4)), unless the parents ask it.
pub const DAGEN_NA_GEVRAAGDE_DAG: i32 = 42;

/// Days before today on which an admission can begin of a child that was at no school: it came, and the paper followed, over a weekend. No
/// law names it; a child that is at another school is taken from it on no day that is over.
pub const DAGEN_TOELATING_TERUG: i32 = 7;

/// Days before a registration in which a school can have counted its room, or asked parents whether they respect its foundation: with the
/// papers that it hands out. No law names it.
pub const DAGEN_BEWIJS_VOOR_AANMELDING: i32 = 42;

/// Days after a registration in which parents are still asked whether they respect the foundation of a school: the law says 'with the
/// registration' (WPO 40(5)b, WVO 2020 8.9(3)b) and names no days.
pub const DAGEN_OM_GRONDSLAG_TE_VRAGEN: i32 = 14;

/// Months ahead for which an enrolment can be recorded: further ahead it is a plan and no fact.
pub const MOST_MONTHS_ENROLMENT_AHEAD: i32 = 24;

/// Months ahead that a plan can name a day: longer than a child is at one school, short enough to catch a year that was
/// mistyped.
pub const MOST_MONTHS_PLANNED_AHEAD: i32 = 120;

/// The hours at which a working day begins and ends. A look before or after it is counted apart for a privacy officer: schools meet
/// parents in the evening, so it is a question and no reproach.
pub const WERKUREN: (u64, u64) = (7, 19);

/// Days over which a privacy officer sees who looked, where nothing else is asked; and at most at a time.
pub const DAGEN_KIJKPATROON: (i32, i32) = (30, 92);

/// People with authority who can be named when a file is opened: two parents and a guardian. Who else there is, is added to the
/// file that is there then.
pub const MEESTE_OUDERS_BIJ_OPENEN: u32 = 3;

/// Days in which somebody of elsewhere says yes or no to an offered role, after the day of the offer. No law names it: a role is offered for
/// work that begins soon, and a yes of a year later is one to something that nobody remembers.
pub const DAGEN_AANGEBODEN_ROL: i32 = 30;

/// Months for which somebody holds a role in the place of a colleague at most: a leave or a long illness. Longer is a role of one's own.
pub const MAANDEN_WAARNEMING: i32 = 12;

/// Days in which parents confirm a registration that they wrote on the open form; after it what they wrote goes. No law names it: long
/// enough for a mail that came among unwanted ones, and no longer than somebody's data lie about that nobody confirmed.
pub const DAGEN_OM_TE_BEVESTIGEN: u64 = 7;

/// Days in which a school looks at a registration that came by the open form: a proposal, the term of the law runs meanwhile.
pub const DAGEN_OM_TE_BEKIJKEN: i32 = 7;

/// Most registrations on the open form in a day: from one place of the network, and from there to one e-mail address. A family
/// registers at a few schools.
pub const MEESTE_VAN_BUITEN_PER_DAG: (u64, u64) = (10, 5);

/// The same in an hour, wherever they come from: to one e-mail address, for one school, and for all schools together. What a stranger
/// fills up is open again within the hour.
pub const MEESTE_VAN_BUITEN_PER_UUR: (u64, u64, u64) = (5, 60, 300);

/// Days for which an administrator is told that an offered role was refused.
pub const DAGEN_AFGEWEZEN_ROL: i32 = 30;

/// The age below which a school for secondary education is asked why a child can be admitted there. The law names no age but what goes
/// before (WVO 2020 8.5, WEC 39 lid 3); children begin at eleven or twelve, and one of ten who skipped a class is no surprise.
pub const JONGSTE_VOORTGEZET: i16 = 10;

/// The age below which nobody is recorded as a pupil of secondary education: the law names none (WVO 2020 8.5, WEC 39 lid 3), and a child of
/// so few years there is a slip of the pen. Who is younger than [`JONGSTE_VOORTGEZET`] is admitted with a reason.
pub const JONGSTE_LEERLING_VOORTGEZET: i16 = 8;

/// Fewest letters and digits in the reason of an act of a school or a partnership. The law asks a motivation that holds (Awb 3:46) and
/// names no length: one word is none, and a partnership may ask for more.
pub const MINSTE_LETTERS_REDEN: u16 = 10;

/// How often somebody of a family lets the school know something in a day, and how much of it may lie there unread: the file keeps every word for
/// ever, and who has more to say calls. No law says how often one may write.
pub const MEESTE_WOORDEN: (i32, i32) = (5, 10);

/// How many facts somebody of a family records in a file in a day at most, by all forms together: the file keeps each of them for ever. The longest walk
/// over an own page takes some ten.
pub const MEESTE_FEITEN_GEZIN: usize = 40;

/// How many documents one parent hands in for one question at most, and how many bytes together: the file keeps each of them for as long as its school
/// keeps the file. Twice a full form, and ten documents of the largest size. No law names a number; who has more brings it on paper.
pub const MEESTE_INGELEVERD: (u64, u64) = (40, 150 * 1024 * 1024);

/// School years that are offered at most for a declaration: as long as a pupil can be at school between the age of admission and the last
/// one that the law names.
pub const MEESTE_SCHOOLJAREN_TLV: usize = 16;

/// The same where the law names no last age: as long as secondary education lasts, and a little.
pub const MEESTE_SCHOOLJAREN_TLV_VO: usize = 7;

/// So many months before the birth of a child somebody around it can have died: a father before the birth.
pub const MAANDEN_VOOR_DE_GEBOORTE: i32 = 10;

/// Most goals of a plan: more than a school and a child keep in view.
pub const MEESTE_DOELEN: u32 = 10;

/// Weeks after which is looked what came of the goals of a plan, where nobody says otherwise: some four times in a school year. No law
/// names it; a school says another number in the plan.
pub const WEKEN_CYCLUS: u8 = 10;

/// Days after the end of a cycle in which is looked what came of its goals. No law names it.
pub const DAGEN_NA_CYCLUS: i32 = 14;

/// Weeks before the end of a school year in which a plan is evaluated that was not yet in that year: the law names the year and no day.
pub const WEKEN_OM_TE_EVALUEREN: i32 = 12;

/// Days before the last one of the help of a plan in which is said how it goes on: a new version lies two weeks before the parents.
pub const DAGEN_VOOR_EINDE_PLAN: i32 = 28;

/// Days in which a school says how it goes on with a plan that was adopted without agreement, or of which an evaluation said that it changes
/// or ends. No law names it.
pub const DAGEN_OM_TE_VERVOLGEN: i32 = 28;

/// Days ahead that somebody sees what they have to do: two weeks of work. Each could rightly want another number.
pub const DAGEN_VOORUIT: i32 = 14;

#[cfg(test)]
mod tests {
    use recht::{Eenheid, Wet};

    use super::*;

    /// How long the term of a rule is, by its newest version.
    fn term_of(wet: &Wet, regel: &str) -> i32 {
        let kaart = wet.regel(regel).unwrap();
        let newest = kaart.versies.last().unwrap();
        let termijn = newest.parameters.iter().find(|parameter| parameter.naam == "termijn").unwrap();
        termijn.aantal(Eenheid::Weken).unwrap()
    }

    /// They are our own, and chosen by the term of the law: a new version of the rule fails this, and somebody chooses again.
    #[test]
    fn what_is_as_long_as_a_term_of_the_law_is_as_long_as_it_now_is() {
        let wet = Wet::load().unwrap();
        let registration = term_of(&wet, "aanmelding.beslistermijn");
        assert_eq!([MOST_INFORMATION_WEEKS, WEKEN_TOT_PLEK], [registration; 2]);
        assert_eq!([MOST_COMPLETION_WEEKS, MOST_DELAY_WEEKS], [term_of(&wet, "tlv.beslistermijn"); 2]);
    }

    /// A new age in the law fails this, and somebody chooses again.
    #[test]
    fn as_many_school_years_are_offered_as_lie_between_the_first_and_the_last_age_of_the_law() {
        let wet = Wet::load().unwrap();
        let newest = |naam| {
            let parameter = wet.parameter(naam, "2026-12-01".parse().unwrap()).unwrap();
            parameter.aantal(Eenheid::Jaren).unwrap()
        };
        let last = ["tlv.laatste_leeftijd_sbo", "tlv.laatste_leeftijd_so", "tlv.laatste_leeftijd_vso"];
        let longest = last.map(newest).into_iter().max().unwrap() - newest("aanmelding.toelating_leeftijd");
        assert_eq!(MEESTE_SCHOOLJAREN_TLV, usize::try_from(longest).unwrap());
    }
}
