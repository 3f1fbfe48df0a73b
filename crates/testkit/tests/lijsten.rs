//! Lists and child pages ask the same access matrix: whatever a list tells somebody, their child page tells too.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use app::kind::Kindbeeld;
use app::lijsten::{Aanvragenlijst, Advieslijst, Kinderlijst};
use app::organisaties::NieuweOrganisatie;
use app::post::Postlijst;
use app::projectie::project;
use app::vandaag::{BeurtRegel, Beurtenlijst};
use app::{App, Moment};
use base::{Date, DossierNummer};
use dossier::beurt::{Onderwerp, Zet};
use dossier::staat::{TlvAanvraag, TlvFase, Verwijdering, VerwijderingFase};
use dossier::toegang::{Deel, Kijker};
use dossier::{Dossier, Rol};
use recht::Wet;
use storage::queries::Kind;
use storage::{BeurtRij, Inzage, InzageQuery, Page, Projection};
use testkit::Demogebied;

/// The demo, with what a test compares of it.
struct Demo(Demogebied);

impl Demo {
    async fn page(&self, kijker: &Kijker, nummer: &DossierNummer) -> Kindbeeld {
        let open = self.0.app.open(kijker, nummer, self.0.moment).await;
        open.expect("a file that a list shows can be opened").beeld().clone()
    }

    /// Each child in the list is as the child page has it: school, phase, next date and who is awaited.
    async fn check_children(&self, kijker: &Kijker) -> usize {
        let found =
            self.0.app.kinderen(kijker, self.0.moment, &Kinderlijst::default(), Page::first(60)).await;
        let rows = found.map(|found| found.rows).unwrap_or_default();
        for row in &rows {
            Self::check_child(row, &self.page(kijker, &row.dossier.dossier).await);
        }
        rows.len()
    }

    fn check_child(row: &Kind, beeld: &Kindbeeld) {
        assert_eq!(row.fase, phase(beeld), "{row:?}");
        let dates = beeld.beurten.iter().filter_map(|(beurt, _)| beurt.uiterlijk);
        assert_eq!(row.volgende_datum, dates.min(), "{row:?}");
        let next = beeld.beurten.iter().filter(|(beurt, _)| beurt.uiterlijk == row.volgende_datum);
        let proposed: Vec<_> = next.map(|(beurt, _)| beurt.einddag).collect();
        assert!(row.volgende_datum.is_none() || proposed.contains(&row.volgende_einddag), "{row:?}");
        let first = beeld.aan_zet().map(|(beurt, _)| beurt.rol.code());
        assert_eq!(row.wacht_op_rol.as_deref(), first, "{row:?}");
        let last = beeld.aanmeldingen.iter().map(|a| a.ontvangen_op).max();
        assert_eq!(row.aangemeld_op, last, "{row:?}");
        let enrolled = beeld.inschrijving.iter().map(|i| &i.vestiging);
        let mut schools = enrolled.chain(beeld.aanmeldingen.iter().map(|a| &a.vestiging));
        if let Some(vestiging) = &row.vestiging {
            assert!(schools.any(|school| school == vestiging), "{row:?}");
        } else {
            // A registration that has ended holds no child.
            let runs = beeld.aanmeldingen.iter().any(|a| a.afloop.is_none());
            assert!(beeld.inschrijving.is_none() && !runs, "{row:?}");
        }
    }

    /// Each turn, the own ones and those of others, is one that the child page shows.
    async fn check_turns(&self, kijker: &Kijker) -> usize {
        let (all, page) = (Beurtenlijst::default(), Page::first(60));
        let found = self.0.app.vandaag(kijker, self.0.moment, &all, page, page).await.unwrap();
        let rows = [found.van_u.rows, found.van_anderen.rows].concat();
        for row in &rows {
            let beeld = self.page(kijker, &row.dossier).await;
            let same = |beurt: &dossier::Beurt| {
                (beurt.zet, beurt.onderwerp.map(|zaak| zaak.to_string()).unwrap_or_default(), beurt.einddag)
                    == (row.zet, row.onderwerp.clone(), row.einddag)
            };
            assert!(beeld.beurten.iter().any(|(beurt, _)| same(beurt)), "{row:?}");
        }
        // What somebody has to do now stands no second time among what they have to do soon.
        let own = self.0.app.eigen_beurten(kijker, self.0.moment, &all, page).await.unwrap().rows;
        let soon = self.0.app.komende_beurten(kijker, self.0.moment).await.unwrap().rows;
        for row in soon {
            let work = |one: &BeurtRegel| {
                (&one.dossier, one.zet, &one.onderwerp) == (&row.dossier, row.zet, &row.onderwerp)
            };
            assert!(!own.iter().any(work), "{row:?}");
        }
        rows.len()
    }

    /// Each request in a queue or with an expert is one that the child page shows.
    async fn check_requests(&self, kijker: &Kijker) -> usize {
        let mut listed: Vec<(DossierNummer, u32)> = Vec::new();
        let (all, page) = (Aanvragenlijst::default(), Page::first(60));
        if let Ok(found) = self.0.app.aanvragen(kijker, self.0.moment, &all, page).await {
            listed.extend(found.rows.into_iter().map(|row| (row.dossier.dossier, row.aanvraag.aanvraag)));
        }
        for gereed in [false, true] {
            let wens = Advieslijst { gereed, ..Advieslijst::default() };
            if let Ok(found) = self.0.app.toewijzingen(kijker, self.0.moment, &wens, page).await {
                listed.extend(found.rows.into_iter().map(|row| (row.dossier.dossier, row.aanvraag.aanvraag)));
            }
        }
        for (nummer, aanvraag) in &listed {
            let beeld = self.page(kijker, nummer).await;
            assert!(beeld.aanvragen.iter().any(|seen| seen.nr == *aanvraag), "{nummer} aanvraag {aanvraag}");
        }
        listed.len()
    }

    /// Each letter in a list of outgoing letters is one of the own organisation that the child page shows.
    async fn check_letters(&self, kijker: &Kijker) -> usize {
        let (all, page) = (Postlijst::default(), Page::first(60));
        let Ok(found) = self.0.app.uitgaande_post(kijker, self.0.moment, &all, page).await else { return 0 };
        for row in &found.rows {
            let beeld = self.page(kijker, &row.dossier).await;
            let shown = beeld.brieven.iter().find(|brief| brief.volgnummer == row.brief);
            assert_eq!(shown.map(|brief| &brief.van), Some(&kijker.actor.organisatie), "{row:?}");
            assert_eq!(beeld.post.get(&row.brief), Some(&(row.stand, row.stap)), "{row:?}");
        }
        found.rows.len()
    }
}

/// The phase that a list shows, by what the child page shows: the request that runs, else the registration that runs,
/// else the removal that runs, else the last request that was decided; a registration that ended counts for a child at no school.
fn phase(beeld: &Kindbeeld) -> &'static str {
    let running = |fase: TlvFase| fase.is_in_behandeling() || fase == TlvFase::Gestart;
    let left = |a: &&TlvAanvraag| !beeld.blijven_liggen.contains(&Onderwerp::Aanvraag(a.nr));
    let requests: Vec<TlvFase> =
        beeld.aanvragen.iter().rev().filter(left).map(|a| a.fase_op(beeld.op)).collect();
    let open =
        beeld.aanmeldingen.iter().rev().find(|a| a.afloop.is_none()).map(|a| a.fase_op(beeld.op).code());
    let ended = beeld.aanmeldingen.last().map(|a| a.fase().code()).filter(|_| beeld.inschrijving.is_none());
    let first = requests.iter().find(|fase| running(**fase)).map(|fase| fase.code());
    let decided = requests.first().map(|fase| fase.code());
    let over = [VerwijderingFase::Gemeld, VerwijderingFase::Ingetrokken, VerwijderingFase::Herroepen];
    let removals = beeld.verwijderingen.iter().rev().map(Verwijdering::fase);
    let removal = removals.filter(|fase| !over.contains(fase)).map(VerwijderingFase::code).next();
    let stand = if beeld.inschrijving.is_some() { "ingeschreven" } else { "geopend" };
    match beeld.overleden_op {
        Some(_) => "overleden",
        None => first.or(open).or(removal).or(decided).or(ended).unwrap_or(stand),
    }
}

#[tokio::test]
async fn a_list_tells_nobody_more_than_their_child_page() {
    let demo = Demo(Demogebied::sqlite().await);
    let (mut children, mut turns, mut requests, mut letters) = (0, 0, 0, 0);
    for account in demo.0.verslag.accounts.iter().filter(|a| !matches!(a.rol, Rol::Ouder | Rol::Leerling)) {
        let kijker = demo.0.kijker(account).await;
        children += demo.check_children(&kijker).await;
        turns += demo.check_turns(&kijker).await;
        requests += demo.check_requests(&kijker).await;
        letters += demo.check_letters(&kijker).await;
    }
    assert!(children > 100 && turns > 50 && requests > 20, "{children} {turns} {requests}: too few to tell");
    assert!(letters > 10, "{letters} letters: too few to tell");
}

/// Rows are made on the day on which a file changes and hold for the four weeks to come: those who read them later, before
/// anything made them anew, are told what the child page tells on that day, and nothing on a day without a right to it.
/// Further on the round makes them anew, of nothing but the files whose rows change.
#[tokio::test]
async fn what_a_list_says_of_a_later_day_is_what_the_child_page_says_on_that_day() {
    let mut demo = Demo(Demogebied::sqlite().await);
    let begun = demo.0.moment;
    let (mut children, mut turns, mut requests) = (0, 0, 0);
    for days in [1, 13, 28, 30, 120, 250, 400, 900] {
        let hours = Duration::from_hours(24 * days);
        demo.0.moment = Moment::of(begun.at.checked_add(hours).unwrap());
        if days > 28 {
            demo.0.app.refresh_lists(demo.0.moment).await.unwrap();
        }
        for account in demo.0.verslag.accounts.iter().filter(|a| !matches!(a.rol, Rol::Ouder | Rol::Leerling))
        {
            let kijker = demo.0.kijker(account).await;
            children += demo.check_children(&kijker).await;
            turns += demo.check_turns(&kijker).await;
            requests += demo.check_requests(&kijker).await;
        }
    }
    assert!(
        children > 300 && turns > 300 && requests > 100,
        "{children} {turns} {requests}: too few to tell"
    );
}

/// A law of which a version begins on a day: no enrolment counts any more for who decides, so that the home does.
fn law_of_home(from: Date) -> Wet {
    let now = include_str!("../../../corpus/regels/tlv.bevoegd_samenwerkingsverband/2014-08-01.toml");
    let mut counted = 0;
    let lines = now.lines().map(|line| {
        counted += usize::from(line.starts_with("waarde = ["));
        match line {
            "valid_from = 2014-08-01" => format!("valid_from = {from}\n"),
            // The kinds of which it is not sure stay as they are.
            _ if line.starts_with("waarde = [") && counted <= 3 => "waarde = []\n".to_owned(),
            _ => format!("{line}\n"),
        }
    });
    let text: String = lines.collect();
    assert_eq!(counted, 4, "three lists of who counts, and one of who is not sure");
    let path = format!("regels/tlv.bevoegd_samenwerkingsverband/{from}.toml");
    Wet::load_with(&[(&path, &text)]).expect("the corpus loads")
}

/// The days after today on which a version of a rule begins or ends.
fn law_days(wet: &Wet, today: Date) -> BTreeSet<Date> {
    let versions = wet.regels().into_iter().flat_map(|kaart| kaart.versies);
    let days = versions.flat_map(|versie| [Some(versie.periode.valid_from), versie.periode.valid_to]);
    days.flatten().filter(|day| *day > today).collect()
}

/// A file with the rows as they were made last.
struct Followed<'a> {
    app: &'a App,
    dossier: Dossier,
    rows: Projection,
}

impl Followed<'_> {
    async fn made(&self, moment: Moment) -> Projection {
        let betrokken = self.app.betrokkenen(&self.dossier, moment).await.unwrap();
        let beurten = self.app.beurten(&self.dossier, moment).await.unwrap();
        project(&self.dossier, (&betrokken, &beurten), &self.app.matrix, moment)
    }

    /// As the round does it: rows that name this day, or one before it, are made anew.
    async fn follow(&mut self, moment: Moment) {
        let named = self.rows.dossier.as_ref().and_then(|row| row.wijzigt_op);
        if named.is_some_and(|day| day <= moment.vandaag) {
            self.rows = self.made(moment).await;
        }
    }

    /// Turns that are open on a day, as rows of lists; their numbers are of the whole file.
    fn open(rows: &Projection, on: Date) -> Vec<BeurtRij> {
        let open = rows.beurten.iter().filter(|row| row.van <= on && row.tot.is_none_or(|tot| on < tot));
        open.map(|row| BeurtRij { nr: 0, ..row.clone() }).collect()
    }
}

/// On each day around one on which the law becomes another, the turns of the page are those of the rows, which were made on a day before
/// and anew only where they say so.
#[tokio::test]
async fn turns_of_the_page_are_those_of_the_rows_around_each_day_on_which_a_law_begins() {
    let mut demo = Demogebied::sqlite().await;
    let today = demo.moment.vandaag;
    let on = |days: i32| base::dates::plus_days(today, days).unwrap();
    let (near, far) = (on(12), on(61));
    let mut forwarded = 0;
    for from in [near, far] {
        Arc::get_mut(&mut demo.app).expect("nobody else has it").wet = law_of_home(from);
        let begins = law_days(&demo.app.wet, today);
        assert!(begins.contains(&from));
        let around = begins.iter().flat_map(|day| [-29, -28, -1, 0, 1, 30].map(|days| (*day, days)));
        let days = around.filter_map(|(day, days)| base::dates::plus_days(day, days));
        let days: BTreeSet<Date> = days.filter(|day| *day > today).collect();
        for stream in demo.app.storage.streams("dossier", None, 1_000).await.unwrap() {
            let mut dossier = demo.app.load_dossier(&stream.as_dossier().unwrap()).await.unwrap().unwrap();
            // Every child lives in the area of another partnership than that of its school.
            let adres = dossier.leerling.as_mut().map(|leerling| &mut leerling.adres).unwrap();
            (adres.swv_po, adres.swv_vo) = ("PO0001".parse().ok(), "VO0001".parse().ok());
            let mut file = Followed { app: &demo.app, dossier, rows: Projection::default() };
            file.rows = file.made(demo.moment).await;
            for vandaag in days.iter().copied() {
                let moment = Moment { vandaag, ..demo.moment };
                file.follow(moment).await;
                let (listed, page) = (Followed::open(&file.rows, vandaag), file.made(moment).await);
                assert_eq!(listed, Followed::open(&page, vandaag), "{stream} on {vandaag}, law from {from}");
                let by_law = |row: &&BeurtRij| row.soort == Zet::AanvraagDoorsturen.code() && row.van == from;
                forwarded += listed.iter().filter(by_law).count();
            }
        }
    }
    assert!(forwarded > 20, "{forwarded}: too few to tell");
}

/// Who looked goes by the parts from which a row comes, not by its phase: the next date of a request can stand beside the
/// phase of a registration.
#[tokio::test]
async fn a_row_that_tells_of_a_request_is_on_record_and_no_other() {
    let demo = Demo(Demogebied::sqlite().await);
    let (app, moment) = (&demo.0.app, demo.0.moment);
    let (mut told, mut silent) = (0, 0);
    for account in demo.0.verslag.accounts.iter().filter(|a| !matches!(a.rol, Rol::Ouder | Rol::Leerling)) {
        let kijker = demo.0.kijker(account).await;
        let found = app.kinderen(&kijker, moment, &Kinderlijst::default(), Page::first(60)).await;
        for row in found.map(|found| found.rows).unwrap_or_default() {
            let asked = InzageQuery::newest(row.dossier.dossier.clone(), Page::first(200));
            let reads = app.storage.reads(&asked).await.unwrap().rows;
            let own = |read: &&Inzage| {
                read.persoon == kijker.actor.persoon
                    && read.rol == kijker.actor.rol.code()
                    && read.organisatie == kijker.actor.organisatie
                    && read.doel == "in een lijst"
            };
            let logged = reads.iter().find(own).map(|read| read.delen.as_str());
            let of_request = row.delen.split(',').any(|deel| deel == Deel::H.code());
            assert_eq!(logged, of_request.then_some(Deel::H.code()), "{row:?}");
            *(if of_request { &mut told } else { &mut silent }) += 1;
        }
    }
    assert!(told > 20 && silent > 20, "{told} {silent}: too few to tell");
}

#[tokio::test]
async fn a_school_that_changes_board_leaves_the_lists_of_the_old_one() {
    let demo = Demo(Demogebied::sqlite().await);
    let (app, moment) = (&demo.0.app, demo.0.moment);
    let account = demo.0.verslag.accounts.iter().find(|a| a.rol == Rol::BevoegdGezag).unwrap();
    let kijker = demo.0.kijker(account).await;
    let listed = async || {
        let all = Kinderlijst::default();
        let found = app.kinderen(&kijker, moment, &all, Page::first(200)).await.unwrap();
        found.rows.into_iter().filter_map(|row| row.vestiging).collect::<Vec<_>>()
    };
    let before = listed().await;
    let vestiging = before.first().expect("a board with children").clone();
    let mut school = app.school(&vestiging, moment.vandaag).await.unwrap().unwrap();
    school.telefoon = "000-0000009".to_owned();
    let phone = app.make_organisaties(&[NieuweOrganisatie::School(school.clone())], moment).await.unwrap();
    assert_eq!(phone, 0, "no list tells a telephone number");
    school.bestuur = "9999".parse().ok();
    let board = app.make_organisaties(&[NieuweOrganisatie::School(school)], moment).await.unwrap();
    assert!(board > 0);
    let after = listed().await;
    assert!(before.contains(&vestiging) && !after.contains(&vestiging), "{before:?} {after:?}");
}
