//! The rows of a file after one append and another: they say what the last one said, whatever stood there.

use super::given::{
    append, at, day, dossier, gezien, lezer, nummer, other_school, persoon, post, projection, school, stream,
    swv, tlv, vestiging,
};
use super::{Bench, fresh};
use crate::queries::{
    AanvraagQuery, AanvraagSort, BeurtQuery, BeurtSort, DossierFilter, DossierQuery, DossierSort, PostQuery,
    PostSort, TlvQuery, TlvSort, ToewijzingQuery, ToewijzingSort,
};
use crate::{
    AanvraagRij, Append, BeurtRij, Direction, Lezer, Page, Projection, Scope, Storage, TaakRij,
    ToewijzingRij, VerzoekRij,
};

fn elsewhere() -> Lezer {
    Lezer::organisatie("ib", &other_school(), "")
}

/// A file with rows in every list.
fn whole() -> Projection {
    let beurt = BeurtRij {
        nr: 1,
        soort: "besluiten".to_owned(),
        zaak: "aanmelding-1".to_owned(),
        rol: "ib".to_owned(),
        organisatie: school(),
        persoon: None,
        van: day("2026-02-01"),
        uiterlijk: Some(day("2026-04-01")),
        wettelijk: None,
        in_gebreke_tot: None,
        einddag: None,
        vervolg: false,
        tot: None,
        grond: "art. 40 lid 6 WPO".to_owned(),
        nieuws_op: None,
        nieuws_door: None,
    };
    let aanvraag = AanvraagRij {
        aanvraag: 1,
        swv: swv(),
        vestiging: Some(vestiging()),
        soort: "so".to_owned(),
        fase: "ontvangen".to_owned(),
        ontvangen_op: day("2026-02-01"),
        uiterlijk: Some(day("2026-04-01")),
        wettelijk: None,
        in_gebreke_tot: None,
        opgeschort: false,
        volledig: true,
        behandelaar: None,
        andere_categorie: None,
        adviesstand: "geen".to_owned(),
        adviezen: 0,
        adviezen_nodig: 2,
        geadviseerd: String::new(),
        wacht_op_advies: "J. IJsvogel".to_owned(),
        gesloten_op: None,
    };
    let expert = persoon("j-ijsvogel");
    let task =
        ToewijzingRij { aanvraag: 1, persoon: expert, toegewezen_op: day("2026-02-02"), gereed_op: None };
    Projection {
        beurten: vec![beurt],
        taken: vec![TaakRij { lezer: lezer(), nr: 1, groep: None, van: day("2026-02-01"), tot: None }],
        aanvragen: vec![aanvraag],
        verzoeken: vec![VerzoekRij { lezer: lezer(), aanvraag: 1, van: day("2026-02-01"), tot: None }],
        toewijzingen: vec![task],
        tlvs: vec![tlv("17", "2026-08-01", "2028-07-31", "verleend")],
        post: vec![post(3, "2026-02-03")],
        ..projection(dossier(1, "Sam", "de Zonnevis"))
    }
}

/// The same with one thing different, each in another list.
fn variants() -> Vec<Projection> {
    let other = |change: fn(&mut Projection)| {
        let mut rows = whole();
        change(&mut rows);
        rows
    };
    vec![
        whole(),
        Projection::default(),
        other(|rows| rows.dossier = None),
        other(|rows| rows.dossier = Some(dossier(1, "Sam", "Zonnedauw"))),
        other(|rows| rows.dossier.as_mut().unwrap().gewijzigd_op = at(9)),
        other(|rows| rows.zoeksleutels = vec!["zonnedauw".to_owned()]),
        other(|rows| {
            rows.zoekers.push(elsewhere());
            rows.gezien.push(gezien(&elsewhere(), "2026-01-12"));
        }),
        other(|rows| rows.zoekers.clear()),
        other(|rows| rows.gezien[0].volgende_datum = Some(day("2026-05-01"))),
        other(|rows| rows.gezien.push(gezien(&elsewhere(), "2026-01-12"))),
        other(|rows| rows.beurten[0].grond = "art. 4.14 WVO 2020".into()),
        other(|rows| rows.taken[0].groep = Some("8".to_owned())),
        other(|rows| rows.taken.clear()),
        other(|rows| rows.aanvragen[0].opgeschort = true),
        other(|rows| rows.aanvragen[0].andere_categorie = Some(2)),
        other(|rows| rows.aanvragen[0].adviesstand = "deel".into()),
        other(|rows| rows.aanvragen[0].geadviseerd = "J. IJsvogel".into()),
        other(|rows| rows.verzoeken[0].tot = Some(day("2026-06-01"))),
        other(|rows| rows.toewijzingen[0].gereed_op = Some(day("2026-02-20"))),
        other(|rows| rows.toewijzingen.push(rows.toewijzingen[0].clone())),
        other(|rows| rows.tlvs[0].status = "gebruikt".into()),
        other(|rows| rows.tlvs.clear()),
        other(|rows| rows.post[0].stand = "afgedrukt".into()),
        other(|rows| rows.post[0].stap_nr = Some(5)),
        other(|rows| rows.post[0].zonder_adres.clear()),
        other(|rows| rows.post[0].door = Some(persoon("j-ijsvogel"))),
        other(|rows| rows.post.push(post(4, "2026-02-03"))),
        other(|rows| rows.post.clear()),
    ]
}

/// The letters of a reader.
fn letters(scope: Scope) -> PostQuery {
    PostQuery {
        scope,
        open: false,
        stand: None,
        soort: None,
        dag_tot_en_met: None,
        sort: PostSort::Datum,
        direction: Direction::Up,
        page: Page::first(9),
    }
}

/// All turns of a reader.
fn turns_of(scope: Scope) -> BeurtQuery {
    BeurtQuery {
        scope,
        soort: None,
        uiterlijk_tot_en_met: None,
        groep: None,
        van_tot_en_met: None,
        van_na: None,
        sort: BeurtSort::Uiterlijk,
        direction: Direction::Up,
        page: Page::first(9),
    }
}

/// All that lists tell of the file, to both readers.
async fn told(store: &dyn Storage) -> String {
    let mut all = format!("{:?}", store.dossier_row(&nummer(1)).await.unwrap());
    let page = Page::first(9);
    for lezer in [lezer(), elsewhere()] {
        let scope = Scope::new(lezer, day("2026-03-02"));
        for zoek in [None, Some("zonnevis".to_owned()), Some("zonnedauw".to_owned())] {
            let filter = DossierFilter { zoek, ..DossierFilter::default() };
            let (scope, direction) = (scope.clone(), Direction::Up);
            let query = DossierQuery { scope, filter, sort: DossierSort::Naam, direction, page };
            all += &format!("\n{:?}", store.dossiers(&query).await.unwrap());
        }
        let turns = turns_of(scope.clone());
        all += &format!("\n{:?}", store.beurten(&turns).await.unwrap());
        for (open, on) in [(false, scope.on), (true, day("2026-06-02"))] {
            let queue = AanvraagQuery {
                scope: Scope { on, ..scope.clone() },
                open,
                soort: None,
                fase: None,
                vestiging: None,
                adviesstand: None,
                sort: AanvraagSort::Uiterlijk,
                direction: Direction::Up,
                page,
            };
            all += &format!("\n{:?}", store.aanvragen(&queue).await.unwrap());
        }
        all += &format!("\n{:?}", store.post(&letters(scope.clone())).await.unwrap());
        for gereed in [false, true] {
            let tasks = ToewijzingQuery {
                persoon: persoon("j-ijsvogel"),
                scope: scope.clone(),
                gereed,
                soort: None,
                sort: ToewijzingSort::ToegewezenOp,
                direction: Direction::Up,
                page,
            };
            all += &format!("\n{:?}", store.toewijzingen(&tasks).await.unwrap());
        }
    }
    let tlvs = TlvQuery {
        swv: swv(),
        status: None,
        geldig_op: None,
        soort: None,
        zonder: std::collections::BTreeSet::new(),
        sort: TlvSort::Nummer,
        direction: Direction::Up,
        page,
    };
    all + &format!("\n{:?}", store.tlvs(&tlvs).await.unwrap())
}

/// From any rows to any others, in an append and without one: what is told is what a new file would tell.
pub async fn lists_tell_the_last_rows_whatever_stood_there(bench: &dyn Bench) {
    let mut expected = Vec::new();
    for rows in variants() {
        let (_site, store) = fresh(bench).await;
        store.append(Append { projection: Some(rows), ..append(1, 0, "{}") }).await.unwrap();
        expected.push(told(&*store).await);
    }
    for (one, rows) in expected.iter().enumerate() {
        assert!(!expected[..one].contains(rows), "variant {one} tells nothing of its own: {rows}");
    }
    let (_site, store) = fresh(bench).await;
    let mut sequence = 0;
    // Everything, nothing, and a child without a name; from each to all others and back.
    for (before, of_before) in variants().into_iter().zip(&expected).take(3) {
        for (rows, expected) in variants().into_iter().zip(&expected) {
            for rows in [before.clone(), rows] {
                let change = Append { projection: Some(rows), ..append(1, sequence, "{}") };
                store.append(change).await.unwrap();
                sequence += 1;
            }
            assert_eq!(&told(&*store).await, expected);
            assert!(store.replace_projection(&nummer(1), sequence, &before).await.unwrap());
            assert_eq!(&told(&*store).await, of_before);
        }
    }
}

/// What a file has in lists goes, wherever its stream stands; of other files nothing does.
pub async fn the_rows_of_one_file_are_removed(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.append(Append { projection: Some(whole()), ..append(1, 0, "{}") }).await.unwrap();
    for n in 2..=3 {
        let rows = projection(dossier(n, "Sam", "de Zonnevis"));
        store.append(Append { projection: Some(rows), ..append(n, 0, "{}") }).await.unwrap();
    }
    let listed = async |after: Option<u32>, limit| {
        let found = store.listed(after.map(nummer).as_ref(), limit).await.unwrap();
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let numbers = |files: &[u32]| files.iter().map(|n| nummer(*n).to_string()).collect::<Vec<_>>();
    assert_eq!(listed(None, 9).await, numbers(&[1, 2, 3]));
    assert_eq!(listed(None, 2).await, numbers(&[1, 2]));
    assert_eq!(listed(Some(2), 9).await, numbers(&[3]));
    for n in [1, 4] {
        store.unlist(&nummer(n)).await.unwrap();
    }
    assert_eq!(listed(None, 9).await, numbers(&[2, 3]));
    assert_eq!(store.head(&stream(1)).await.unwrap(), 1);
    store.unlist(&nummer(2)).await.unwrap();
    store.unlist(&nummer(3)).await.unwrap();
    let rest = told(&*store).await;
    let (_site, empty) = fresh(bench).await;
    assert_eq!(rest, told(&*empty).await);
}
