//! Who reads which fact: every fact of every story, with everybody who might look, against the matrix and the rules that
//! stand beside it. The timeline, what is seen of the file, and what makes a form out of date rest on that one answer.

use std::borrow::Cow;
use std::collections::BTreeSet;

use base::Date;
use dossier::aanmelding::opdracht::MeldEersteContact;
use dossier::beurt::Onderwerp;
use dossier::leven::feiten::OuderAangesloten;
use dossier::leven::opdracht::{Verhuis, ZetGeheimhouding};
use dossier::leven::stem::Stem;
use dossier::soort::{Discipline, Relatie, Schoolsoort};
use dossier::staat::Adres;
use dossier::tlv::doorzenden::EerderVerband;
use dossier::toegang::{Betrokkenheid, Deel, Kennis, Kijker, Leesrecht, RelatieSoort};
use dossier::{Dossier, Feit, Gebeurtenis, Inhoud, Rol};

use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, aangevraagd, actor, d, deskundige, directie, horen, ib,
    ingeschreven, laat_toe, loket, matrix, meld_aan_bij, ouder, persoon, verbind, voornemen, zienswijze,
};
use crate::toegang_wandeling::kijkers;
use crate::verhalen;

/// One who looks at a file on a day.
struct Lezer<'a> {
    zaak: &'a Zaak,
    kijker: &'a Kijker,
    betrokken: &'a [Betrokkenheid],
    recht: Leesrecht,
    on: Date,
}

impl<'a> Lezer<'a> {
    fn of(zaak: &'a Zaak, kijker: &'a Kijker, betrokken: &'a [Betrokkenheid], on: Date) -> Self {
        let recht = matrix().leesrecht(kijker, &zaak.dossier, betrokken, on);
        Self { zaak, kijker, betrokken, recht, on }
    }

    fn dossier(&self) -> &'a Dossier {
        &self.zaak.dossier
    }

    /// The fact, or the one that it corrects.
    fn about(&self, feit: &'a Feit) -> &'a Feit {
        match feit.gebeurtenis() {
            Some(Gebeurtenis::Gecorrigeerd(correction)) => {
                self.dossier().feit(correction.volgnummer).expect("what is corrected is there")
            }
            _ => feit,
        }
    }

    fn own_number(&self) -> Option<u32> {
        let account = Some(&self.kijker.actor.persoon);
        let parent = self.kijker.actor.rol == Rol::Ouder;
        let mut people = self.dossier().personen_op(self.on).filter(|_| parent);
        people.find(|persoon| persoon.account.as_ref() == account).map(|persoon| persoon.nr)
    }

    /// As the matrix grants, and the rules beside it take away.
    fn may_read(&self, feit: &'a Feit) -> bool {
        let on = self.on;
        let about = self.about(feit);
        let event = about.gebeurtenis().expect("every fact of a story can be read");
        let part = matrix().leesbare_delen(self.kijker, self.betrokken, on).contains(&event.deel());
        let mine = |b: &&Betrokkenheid| b.is_of(&self.kijker.actor) && b.is_current(on);
        let case = match event.onderwerp() {
            Some(onderwerp) => matrix().ziet_zaak(self.kijker, self.betrokken, onderwerp, on),
            None => {
                feit.holder == self.kijker.actor.organisatie
                    || self.betrokken.iter().filter(mine).any(|b| b.kent_kind)
                        && self.opens_child(event.deel())
            }
        };
        let known = self.made_known(about, event).is_none_or(|day| day <= on);
        let own = feit.holder == self.kijker.actor.organisatie;
        part && case && (known || own) && self.is_given(feit, event) && !self.is_closed(about, event)
    }

    /// The day from which others than whoever recorded it read of a decision, or of a letter from which something counts.
    fn made_known(&self, about: &Feit, event: &Gebeurtenis) -> Option<Date> {
        let of_request = |nr| self.dossier().aanvraag(nr).and_then(|a| a.bekendmaking.as_ref()).map(|b| b.op);
        let counts = |soort: &str| dossier::brief::brief_dag(soort) != dossier::brief::Briefdag::Vrij;
        match event {
            Gebeurtenis::TlvVerleend(event) => of_request(event.aanvraag),
            Gebeurtenis::TlvGeweigerd(event) => of_request(event.aanvraag),
            Gebeurtenis::Bekendgemaakt(event) => Some(event.op),
            Gebeurtenis::TlvBuitenBehandeling(event) => Some(event.bekend.op),
            Gebeurtenis::TlvIngetrokken(event) => event.bekend.as_ref().map(|bekend| bekend.op),
            Gebeurtenis::BriefVastgelegd(event) if counts(&event.soort) => Some(about.on),
            Gebeurtenis::PostVerwerkt(event) if counts(&event.soort) => {
                self.dossier().brief(event.brief).map(|brief| brief.op)
            }
            _ => None,
        }
    }

    /// Who reads a part only by a request that was taken back does not know the child there by another that rests.
    fn opens_child(&self, deel: Deel) -> bool {
        let mine = |b: &&Betrokkenheid| b.is_of(&self.kijker.actor) && b.is_current(self.on);
        let withdrawn = self.betrokken.iter().filter(mine).any(|b| b.soort == RelatieSoort::SwvIngetrokken);
        let know: Vec<_> = self.betrokken.iter().filter(|b| b.kent_kind).cloned().collect();
        !withdrawn || matrix().leesbare_delen(self.kijker, &know, self.on).contains(&deel)
    }

    /// By a request that was taken back nothing is read of its case that came after that.
    fn is_given(&self, feit: &Feit, event: &Gebeurtenis) -> bool {
        let (Some(onderwerp), on) = (event.onderwerp(), self.on) else { return true };
        let mine = |b: &&Betrokkenheid| b.is_of(&self.kijker.actor) && b.is_current(on);
        let mut opens = self.betrokken.iter().filter(mine).filter(|b| b.zaken.bevat(onderwerp) && b.lopend);
        let withdrawn = self.dossier().aanvragen.iter().find(|a| Onderwerp::Aanvraag(a.nr) == onderwerp);
        let forwarded = withdrawn.and_then(|a| {
            let own = |before: &&EerderVerband| before.swv.organisatie() == self.kijker.actor.organisatie;
            a.eerdere_verbanden.iter().rev().find(own).map(|before| before.volgnummer)
        });
        let last = withdrawn.and_then(|a| a.aanvraag_ingetrokken_met).or(forwarded);
        feit.holder == self.kijker.actor.organisatie
            || opens.any(|b| b.soort != RelatieSoort::SwvIngetrokken)
            || last.is_none_or(|last| feit.volgnummer <= last)
    }

    /// What somebody handed in at a school is of that school and of the family, but not of a parent from whom it is secret where the
    /// child is.
    fn is_handed_to_others(&self, about: &Feit, van: u32) -> bool {
        let own = self.own_number();
        if matches!(self.kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return own.is_some_and(|nr| nr != van && self.dossier().is_geheim_voor(nr));
        }
        about.holder != self.kijker.actor.organisatie
    }

    fn is_closed(&self, about: &Feit, event: &Gebeurtenis) -> bool {
        let me = &self.kijker.actor.persoon;
        let own = self.own_number();
        let secret = own.is_some_and(|nr| self.dossier().is_geheim_voor(nr));
        match event {
            Gebeurtenis::EerstContactGemeld(_) => own.is_none() || secret && about.actor.persoon != *me,
            Gebeurtenis::OudersReageerden(view) => secret && Some(view.van) != own.map(Stem::Persoon),
            Gebeurtenis::InformatieIngeleverd(handed) => self.is_handed_to_others(about, handed.persoon),
            Gebeurtenis::AanvullingIngeleverd(handed) => self.is_handed_to_others(about, handed.persoon),
            Gebeurtenis::KennisgevingMislukt(_) | Gebeurtenis::TekstVrijgegeven(_) => {
                about.holder != self.kijker.actor.organisatie
            }
            // In what language one talks with a parent, and how the school tried to reach somebody, another parent needs not know.
            Gebeurtenis::TaalGezegd(said) => own.is_some_and(|nr| nr != said.persoon),
            Gebeurtenis::OudersGezocht(_) => own.is_some(),
            Gebeurtenis::GezamenlijkAdviesVoorgelegd(laid) => laid.door != *me && laid.aan != *me,
            _ => false,
        }
    }
}

/// A parent notes a first contact with a school.
fn eerste_contact() -> MeldEersteContact {
    let gezegd = "Er was geen plaats.".into();
    MeldEersteContact { school: "De Strandloper".into(), op: d("2026-03-02"), gezegd }
}

/// Stories in which somebody may not read what others do.
fn besloten() -> Vec<Zaak> {
    let mut contact = aangemeld();
    contact.als(ouder()).doe(eerste_contact());
    let mut geheim = aangevraagd();
    geheim.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
    geheim.feit(OuderAangesloten { persoon: 2, account: persoon("p-mistral") });
    geheim.als(ouder()).doe(eerste_contact()).doe(zienswijze(1, Some(false)));
    geheim.als(ib(WATERJUFFER));
    geheim.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "BRP".into() });
    let mut elders = aangemeld();
    elders.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    let mut vertrekt = ingeschreven();
    vertrekt
        .als(ib(IJSVOGEL))
        .doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool))
        .doe(laat_toe("2026-08-01"));
    vec![contact, geheim, elders, vertrekt]
}

fn all_stories() -> Vec<Zaak> {
    verhalen::alle().into_iter().chain(besloten()).collect()
}

/// The days on which a story is looked at: that of each of its facts may be another, and today.
fn days(zaak: &Zaak) -> impl Iterator<Item = Date> + use<> {
    let days: BTreeSet<Date> = zaak.dossier.feiten.iter().map(|feit| feit.on).chain([zaak.vandaag]).collect();
    days.into_iter()
}

/// Who looks at a story, without those who differ in nothing.
fn readers(zaak: &Zaak) -> (Vec<Kijker>, Vec<Betrokkenheid>) {
    let betrokken = zaak.dossier.betrokkenen();
    let mut all = kijkers(&betrokken);
    all.retain(|kijker| kijker.groep.is_empty() || kijker.actor.rol == Rol::Leerkracht);
    (all, betrokken)
}

#[test]
fn everybody_reads_the_facts_that_the_matrix_and_their_cards_give_and_no_others() {
    let (mut read, mut closed) = (BTreeSet::new(), BTreeSet::new());
    for zaak in all_stories() {
        let (kijkers, betrokken) = readers(&zaak);
        for (kijker, on) in kijkers.iter().flat_map(|kijker| days(&zaak).map(move |on| (kijker, on))) {
            let lezer = Lezer::of(&zaak, kijker, &betrokken, on);
            for feit in &zaak.dossier.feiten {
                let expected = lezer.may_read(feit);
                let given = lezer.recht.leest_feit(&zaak.dossier, feit);
                assert_eq!(
                    given,
                    expected,
                    "{:?} and {} ({})",
                    kijker,
                    feit.inhoud.event_type(),
                    feit.volgnummer
                );
                let seen = if given { &mut read } else { &mut closed };
                seen.insert(feit.inhoud.event_type().to_owned());
            }
        }
    }
    // The test would mean little if a kind of fact were read by nobody, or by all.
    assert!(read.is_superset(&closed) && closed.len() > 50, "{read:?} {closed:?}");
}

/// The file with the contents of these facts gone.
fn emptied(dossier: &Dossier, gone: impl Fn(&Feit) -> bool) -> Dossier {
    let facts = dossier.feiten.iter().map(|feit| {
        let event_type = feit.inhoud.event_type().into();
        let inhoud = if gone(feit) { Inhoud::Vernietigd { event_type } } else { feit.inhoud.clone() };
        Feit { inhoud, ..(**feit).clone() }
    });
    Dossier::replay(dossier.nummer.clone(), facts)
}

#[test]
fn of_a_fact_whose_contents_are_gone_nobody_reads_more_than_of_the_fact_but_its_holder() {
    let is_correction = |feit: &Feit| matches!(feit.gebeurtenis(), Some(Gebeurtenis::Gecorrigeerd(_)));
    let (mut hidden, mut corrections) = (0, 0);
    for zaak in all_stories() {
        let (kijkers, betrokken) = readers(&zaak);
        for with_corrections in [true, false] {
            let left = emptied(&zaak.dossier, |feit| with_corrections || !is_correction(feit));
            for kijker in &kijkers {
                let lezer = Lezer::of(&zaak, kijker, &betrokken, zaak.vandaag);
                for (feit, now) in zaak.dossier.feiten.iter().zip(&left.feiten) {
                    let before = lezer.recht.leest_feit(&zaak.dossier, feit);
                    let after = lezer.recht.leest_feit(&left, now);
                    let told = feit.holder == kijker.actor.organisatie && now.gebeurtenis().is_none();
                    assert!(before || told || !after, "{kijker:?} and {}", feit.inhoud.event_type());
                    hidden += usize::from(before && !after);
                    corrections += usize::from(is_correction(feit));
                }
            }
        }
    }
    assert!(hidden > 100 && corrections > 100, "the test would mean little: {hidden} {corrections}");
}

#[test]
fn what_is_seen_of_a_file_is_made_of_what_is_known_of_it() {
    let (mut whole, mut part) = (0, 0);
    for zaak in all_stories() {
        let (kijkers, betrokken) = readers(&zaak);
        for kijker in &kijkers {
            let recht = matrix().leesrecht(kijker, &zaak.dossier, &betrokken, zaak.vandaag);
            let known = |feit: &Feit| recht.kennis(&zaak.dossier, feit) != Kennis::Geen;
            let gezien = zaak.dossier.voor(&recht);
            assert!(gezien.feiten.iter().all(|feit| known(feit)));
            let all_known = zaak.dossier.feiten.iter().all(|feit| known(feit));
            assert_eq!(matches!(gezien, Cow::Borrowed(_)), all_known, "who knows all has the file itself");
            assert_eq!(
                (gezien.versie, gezien.alleen_lezen),
                (zaak.dossier.versie, zaak.dossier.alleen_lezen)
            );
            let cases: Vec<Onderwerp> = gezien.onderwerpen().collect();
            let sees =
                |onderwerp: &Onderwerp| matrix().ziet_zaak(kijker, &betrokken, *onderwerp, zaak.vandaag);
            let expected: Vec<Onderwerp> = zaak.dossier.onderwerpen().filter(sees).collect();
            assert_eq!(cases, expected, "{kijker:?}");
            if all_known {
                whole += 1;
            } else {
                part += 1;
            }
        }
    }
    assert!(whole > 50 && part > 50, "{whole} {part}");
}

#[test]
fn a_form_is_overtaken_by_what_its_reader_may_read_of_the_same_case_or_of_the_child() {
    let (mut stopped, mut passed) = (0, 0);
    for zaak in all_stories() {
        let (kijkers, betrokken) = readers(&zaak);
        let about: Vec<Option<Onderwerp>> = zaak.dossier.onderwerpen().map(Some).chain([None]).collect();
        for kijker in &kijkers {
            let lezer = Lezer::of(&zaak, kijker, &betrokken, zaak.vandaag);
            for over in &about {
                // From the last fact back: the first that clashes makes every earlier version one that clashes.
                let mut clashed = false;
                for feit in zaak.dossier.feiten.iter().rev() {
                    let event = lezer.about(feit).gebeurtenis().expect("can be read");
                    let letter = matches!(feit.gebeurtenis(), Some(Gebeurtenis::BriefVastgelegd(_)));
                    let concerns =
                        over.is_none() || event.onderwerp().is_none() || event.onderwerp() == *over;
                    clashed |= !letter && concerns && lezer.may_read(feit);
                    let stands = zaak.dossier.is_ongewijzigd_sinds(feit.volgnummer - 1, *over, &lezer.recht);
                    assert_eq!(stands, !clashed, "{kijker:?} about {over:?} since {}", feit.volgnummer - 1);
                    *(if stands { &mut passed } else { &mut stopped }) += 1;
                }
                assert!(zaak.dossier.is_ongewijzigd_sinds(zaak.dossier.versie, *over, &lezer.recht));
                assert!(!zaak.dossier.is_ongewijzigd_sinds(zaak.dossier.versie + 1, *over, &lezer.recht));
            }
        }
    }
    assert!(stopped > 1_000 && passed > 1_000, "{stopped} {passed}");
}

fn unchanged(zaak: &Zaak, wie: dossier::Actor, over: Option<Onderwerp>, since: u64) -> bool {
    let betrokken = zaak.dossier.betrokkenen();
    let recht = matrix().leesrecht(&Kijker::from(wie), &zaak.dossier, &betrokken, zaak.vandaag);
    zaak.dossier.is_ongewijzigd_sinds(since, over, &recht)
}

/// A school of the child, that the child leaves on this day for one that opens a case here.
fn leaves_for(zaak: &Zaak, kijker: &Kijker, onderwerp: Onderwerp) -> bool {
    let Some(here) = kijker.actor.organisatie.vestiging() else { return false };
    // A parent and a pupil read by who they are, wherever else they work.
    if matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
        return false;
    }
    let begins = |school: &base::Vestigingscode| {
        let at = |i: &&dossier::staat::Inschrijving| i.vestiging.organisatie() == school.organisatie();
        zaak.dossier.inschrijvingen.iter().filter(at).map(|i| i.van).collect::<BTreeSet<_>>()
    };
    let of_case = zaak.dossier.zaken().find(|one| one.onderwerp == onderwerp);
    let Some(next) = of_case.and_then(|one| one.vestiging()) else { return false };
    let (own, theirs) = (begins(&here), begins(next));
    *next != here && !own.is_empty() && theirs.first() > own.last()
}

#[test]
fn no_school_reads_a_case_of_the_school_for_which_its_pupil_leaves() {
    let mut closed = 0;
    for zaak in all_stories() {
        let (kijkers, betrokken) = readers(&zaak);
        for (kijker, on) in kijkers.iter().flat_map(|kijker| days(&zaak).map(move |on| (kijker, on))) {
            let lezer = Lezer::of(&zaak, kijker, &betrokken, on);
            for feit in &zaak.dossier.feiten {
                let event = lezer.about(feit).gebeurtenis().expect("can be read");
                if event.onderwerp().is_some_and(|onderwerp| leaves_for(&zaak, kijker, onderwerp)) {
                    let read = lezer.recht.leest_feit(&zaak.dossier, feit);
                    assert!(!read, "{kijker:?} and {} on {on}", feit.inhoud.event_type());
                    closed += 1;
                }
            }
        }
    }
    assert!(closed > 100, "the test would mean little: {closed}");
}

#[test]
fn the_note_of_a_parent_stops_no_school_and_the_other_parent_only() {
    let mut zaak = aangemeld();
    let seen = zaak.dossier.versie;
    zaak.als(ouder()).doe(eerste_contact());
    let registration = Some(Onderwerp::Aanmelding(1));
    for over in [registration, None] {
        assert!(unchanged(&zaak, ib(WATERJUFFER), over, seen), "{over:?}");
        assert!(!unchanged(&zaak, ouder(), over, seen), "{over:?}");
    }
}

#[test]
fn what_happens_in_one_case_stops_nobody_in_another() {
    let mut zaak = aangevraagd();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, base::Sector::Po));
    let seen = zaak.dossier.versie;
    zaak.doe(horen("2026-03-02"));
    let (removal, request) = (Onderwerp::Verwijdering(1), Onderwerp::Aanvraag(1));
    assert!(!unchanged(&zaak, ib(WATERJUFFER), Some(removal), seen));
    assert!(unchanged(&zaak, ib(WATERJUFFER), Some(request), seen));
    assert!(!unchanged(&zaak, ib(WATERJUFFER), None, seen), "about the file as a whole");
    let seen = zaak.dossier.versie;
    zaak.als(ib(WATERJUFFER)).doe(Verhuis {
        per: d("2026-03-02"),
        adres: Adres::of_postcode("9998ZZ".parse().expect("a postcode")),
    });
    assert!(
        !unchanged(&zaak, ib(WATERJUFFER), Some(request), seen),
        "where the child lives is about every case"
    );
}

#[test]
fn a_reader_of_a_case_knows_its_parts_by_the_relation_that_opens_it() {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", Discipline::Orthopedagoog);
    let betrokken = zaak.dossier.betrokkenen();
    let board = Kijker::from(actor("p-bestuur", Rol::BevoegdGezag, "bestuur/99001"));
    for (kijker, opens) in
        [(Kijker::from(deskundige("p-vink")), true), (Kijker::from(loket(SWV_PO)), true), (board, false)]
    {
        let recht = matrix().leesrecht(&kijker, &zaak.dossier, &betrokken, zaak.vandaag);
        assert_eq!(recht.ziet(Onderwerp::Aanvraag(1)), opens, "{kijker:?}");
        assert_eq!(recht.leest(Deel::H), opens);
    }
}
