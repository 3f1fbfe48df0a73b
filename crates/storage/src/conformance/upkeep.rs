//! Seals, verification, backup and restore.

use std::sync::Arc;

use super::given::{
    account, append, at, day, dossier, event, first, handeling, nummer, payloads, persoon, projection,
    school, stream,
};
use super::{Bench, Site, fresh, together};
use crate::{
    Append, BackupCounts, Claim, DestroyKey, Digest, Inzage, InzageQuery, Link, ListsAfter, NewEvent, Page,
    Storage, StorageError, VerifyReport,
};

async fn verified(store: &dyn Storage, file: Option<&str>) -> VerifyReport {
    store.verify(file, &|_| {}).await.unwrap()
}

async fn look(store: &dyn Storage, n: u32) {
    let view = Inzage {
        at: at(3),
        dossier: nummer(n),
        persoon: persoon("m-zonnedauw"),
        rol: "ib".to_owned(),
        organisatie: school(),
        delen: "A".to_owned(),
        doel: "gesprek".to_owned(),
    };
    store.log_reads(&[view]).await.unwrap();
}

/// Each seal covers what came since the last; the file outside must say the same.
pub async fn seals_cover_everything_and_match_their_file(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    assert_eq!(store.seal(at(0)).await.unwrap(), None);
    store.append(append(1, 0, "een")).await.unwrap();
    look(&*store, 1).await;
    let one = store.seal(at(1)).await.unwrap().unwrap();
    assert_eq!((one.nummer, one.events, one.reads), (1, 1, 1));
    assert_eq!(store.seal(at(2)).await.unwrap(), None);
    look(&*store, 1).await;
    let two = store.seal(at(3)).await.unwrap().unwrap();
    assert_eq!((two.nummer, two.events, two.reads, two.previous), (2, 0, 1, one.hash()));
    store.log_handeling(&handeling("rol_gegeven", "ijsvogel")).await.unwrap();
    let three = store.seal(at(4)).await.unwrap().unwrap();
    assert_eq!(three.acts.map(|acts| acts.count), Some(1));
    store.append(append(2, 0, "nog niet verzegeld")).await.unwrap();
    store.close().await;

    let store = site.open().await;
    assert_eq!(store.seals_after(0).await.unwrap(), [one.clone(), two.clone(), three.clone()]);
    assert_eq!(store.seals_after(2).await.unwrap(), std::slice::from_ref(&three));
    let file = format!("{one}\n{two}\n{three}\n");
    let report = verified(&*store, Some(&file)).await;
    let whole = VerifyReport {
        gebeurtenissen: 2,
        stromen: 2,
        zegels: 3,
        handelingen: 1,
        verzegeld_op: Some(at(4)),
        onverzegeld: 1,
        na_het_bestand: 0,
        van_na_de_kopie: 0,
        fouten: Vec::new(),
    };
    assert_eq!(report, whole);
    assert_eq!(verified(&*store, None).await, whole);
    let lost_in_database = format!("{file}{}\n", crate::Seal { nummer: 4, ..two.clone() });
    for wrong in [
        format!("{one}\n{three}\n"),
        "school;naam\n".to_owned(),
        lost_in_database,
        format!("{two}\n{one}\n{three}\n"),
        format!("{one}\n{two}x\n{three}\n"),
    ] {
        let report = verified(&*store, Some(&wrong)).await;
        assert!(!report.fouten.is_empty(), "{wrong}");
        assert!(report.fouten.iter().all(|fout| fout.stroom == "zegel"), "{:?}", report.fouten);
    }
    // A copy of before knows nothing of later seals; half a line is what a full disk leaves, and forges none.
    for (copy, later) in [
        (format!("{one}\n"), 2),
        (format!("{one}\n{two}\n{}", &three.to_string()[..100]), 1),
        (String::new(), 3),
    ] {
        let report = verified(&*store, Some(&copy)).await;
        assert_eq!((report.fouten, report.na_het_bestand), (Vec::new(), later), "{copy}");
    }
}

/// A little of everything that a backup holds.
async fn filled(store: &dyn Storage) {
    let blob = store.put_blob(&stream(1), &school(), b"brief", at(0)).await.unwrap();
    let carrying = NewEvent { blobs: vec![blob], ..event("een") };
    let rows = projection(dossier(1, "Sam", "de Zonnevis"));
    let claims = vec![Claim { kind: "tlv".to_owned(), value: "PO2401/17".to_owned() }];
    store.append(Append { events: vec![carrying], claims, ..first(rows) }).await.unwrap();
    for n in 2..=20 {
        store.append(append(n, 0, &format!("nummer {n}"))).await.unwrap();
    }
    store.append(append(2, 1, "leeg mij")).await.unwrap();
    store.empty_payload(&stream(2), 2, at(4)).await.unwrap();
    store.reserve_numbers("dossier", 2026, 20).await.unwrap();
    store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "ijsvogel")).await.unwrap();
    put_open_link(store).await;
    look(store, 1).await;
    store.seal(at(5)).await.unwrap();
}

/// A link that nobody used yet.
async fn put_open_link(store: &dyn Storage) {
    let link = Link {
        token: Digest::of(b"open in the backup"),
        soort: "uitnodiging".to_owned(),
        account: Some(persoon("ijsvogel")),
        gegevens: "{}".to_owned(),
        geldig_tot: at(90_000_000),
        pogingen: 0,
        gebruikt_op: None,
    };
    store.put_link(&link, &handeling("link_gemaakt", "ijsvogel")).await.unwrap();
}

async fn exported(store: &dyn Storage) -> (Vec<u8>, BackupCounts) {
    let mut out = Vec::new();
    let counts = store.export(&mut out, &|_| ()).await.unwrap();
    (out, counts)
}

async fn ring(store: &dyn Storage) -> Vec<u8> {
    let mut out = Vec::new();
    store.export_ring(&mut out).await.unwrap();
    out
}

async fn restored(bench: &dyn Bench, data: &[u8], ring: &[u8]) -> (Box<dyn Site>, Arc<dyn Storage>) {
    let (site, store) = fresh(bench).await;
    let counts = store.import(&mut &data[..]).await.unwrap();
    assert_eq!(store.counts().await.unwrap(), counts);
    store.import_ring(&mut &ring[..]).await.unwrap();
    store.finish_restore(&handeling("hersteld", "reservekopie")).await.unwrap();
    (site, store)
}

/// A backup made while others write is of one moment, and the restored store is whole and usable.
pub async fn a_backup_of_a_running_store_restores_whole(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    filled(&*store).await;
    let data = std::sync::Mutex::new((Vec::new(), BackupCounts::default()));
    let writing = async {
        for n in 21..=60 {
            store.append(append(n, 0, "intussen")).await.unwrap();
        }
    };
    let saving = async {
        let saved = exported(&*store).await;
        *data.lock().unwrap() = saved;
    };
    together(vec![Box::pin(writing), Box::pin(saving)]).await;
    let (data, counts) = data.into_inner().unwrap();
    assert!(counts.gebeurtenissen >= 21 && counts.bijlagen == 1, "{counts:?}");

    let (site, copy) = restored(bench, &data, &ring(&*store).await).await;
    let report = verified(&*copy, None).await;
    assert_eq!((report.gebeurtenissen, report.fouten.as_slice()), (counts.gebeurtenissen, [].as_slice()));
    assert_eq!(copy.load(&stream(1)).await.unwrap(), store.load(&stream(1)).await.unwrap());
    assert_eq!(payloads(&copy.load(&stream(2)).await.unwrap()), ["nummer 2", "(leeg)"]);
    let carried = copy.load(&stream(1)).await.unwrap()[0].blobs[0].id.clone();
    assert_eq!(copy.get_blob(&stream(1), &carried).await.unwrap().unwrap(), b"brief");
    assert_eq!(copy.instantie().await.unwrap(), store.instantie().await.unwrap());
    assert_eq!(copy.account(&persoon("ijsvogel")).await.unwrap(), Some(account("ijsvogel")));
    assert_eq!(copy.reads(&InzageQuery::newest(nummer(1), Page::first(9))).await.unwrap().total, 1);
    assert_eq!(copy.dossier_row(&nummer(1)).await.unwrap(), None);
    let token = Digest::of(b"open in the backup");
    assert!(store.use_link(&token, "uitnodiging", 5, at(7)).await.unwrap().is_some());
    assert_eq!(copy.use_link(&token, "uitnodiging", 5, at(7)).await.unwrap(), None, "it may be used since");
    assert_eq!(copy.reserve_numbers("dossier", 2026, 1).await.unwrap(), 1_061, "the ring knows file 60");
    copy.close().await;

    let copy = site.open().await;
    copy.append(append(1, 1, "verder")).await.unwrap();
    look(&*copy, 1).await;
    assert!(copy.seal(at(9)).await.unwrap().is_some());
    assert_eq!(verified(&*copy, None).await.fouten, []);
    let (_, counts_of_copy) = exported(&*copy).await;
    assert_eq!(counts_of_copy.gebeurtenissen, counts.gebeurtenissen + 1);
}

/// What was given out after the backup is not given out again: not a number of a kind that the backup knows, not one of a
/// kind that began after it, and no number of a file that the ring knows. Another year begins as ever.
pub async fn numbers_go_on_above_what_was_given_after_the_backup(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.reserve_numbers("dossier", 2026, 20).await.unwrap();
    store.reserve_numbers("tlv/PO2401", 2026, 7).await.unwrap();
    let (data, _) = exported(&*store).await;
    store.reserve_numbers("tlv/PO2401", 2026, 100).await.unwrap();
    store.reserve_numbers("tlv/PO2402", 2026, 3).await.unwrap();
    store.append(append(4_000, 0, "na de kopie")).await.unwrap();
    let mut copy = restored(bench, &data, &ring(&*store).await).await;
    let next =
        async |store: &dyn Storage, kind: &str, year| store.reserve_numbers(kind, year, 1).await.unwrap();
    assert_eq!(next(&*copy.1, "tlv/PO2401", 2026).await, 1_008);
    assert_eq!(next(&*copy.1, "tlv/PO2402", 2026).await, 1_001);
    assert_eq!(next(&*copy.1, "tlv/PO2402", 2026).await, 1_002);
    assert_eq!(next(&*copy.1, "dossier", 2026).await, 5_001, "the ring knows file 4000");
    assert_eq!(next(&*copy.1, "tlv/PO2401", 2027).await, 1, "nothing was given of that year");
    let (data, _) = exported(&*copy.1).await;
    copy = restored(bench, &data, &ring(&*copy.1).await).await;
    assert_eq!(next(&*copy.1, "tlv/PO2401", 2026).await, 2_009);
    assert_eq!(next(&*copy.1, "tlv/PO2403", 2026).await, 2_001);
    let log = copy.1.handelingen(&crate::HandelingQuery::all(Page::first(9))).await.unwrap().rows;
    assert_eq!(log.iter().filter(|line| line.handeling == "hersteld").count(), 2);
    assert_eq!(verified(&*copy.1, None).await.fouten, []);
}

/// A backup or ring with one altered byte, or cut short, is refused and leaves nothing behind.
pub async fn a_damaged_backup_is_refused_as_a_whole(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    filled(&*store).await;
    let ((data, _), ring) = (exported(&*store).await, ring(&*store).await);
    let (_other_site, copy) = fresh(bench).await;
    let fresh_id = copy.instantie().await.unwrap().id;
    for at in [3, data.len() / 3, data.len() / 2, data.len() - 40, data.len() - 1] {
        let mut damaged = data.clone();
        damaged[at] ^= 1;
        assert!(copy.import(&mut damaged.as_slice()).await.is_err(), "byte {at}");
    }
    let cut = copy.import(&mut &data[..data.len() - 1]).await.unwrap_err();
    assert!(matches!(cut, StorageError::BadBackup { .. }), "{cut}");
    assert!(copy.import(&mut ring.as_slice()).await.is_err());
    assert_eq!(copy.instantie().await.unwrap().id, fresh_id);
    assert_eq!(copy.head(&stream(1)).await.unwrap(), 0);
    copy.import(&mut data.as_slice()).await.unwrap();
    let mut damaged = ring.clone();
    damaged[ring.len() / 2] ^= 1;
    assert!(copy.import_ring(&mut damaged.as_slice()).await.is_err());
    copy.import_ring(&mut ring.as_slice()).await.unwrap();
    assert_eq!(verified(&*copy, None).await.fouten, []);
}

/// What holds anything is not overwritten.
pub async fn a_restore_needs_an_empty_store(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    filled(&*store).await;
    let (data, _) = exported(&*store).await;
    assert_eq!(store.import(&mut data.as_slice()).await, Err(StorageError::NotEmpty));
    assert_eq!(store.head(&stream(2)).await.unwrap(), 2);
    // Not a file yet, but somebody began to set it up.
    let (_begun_site, begun) = fresh(bench).await;
    begun.log_handeling(&handeling("organisatie_vastgelegd", "swv/PO2401")).await.unwrap();
    assert_eq!(begun.import(&mut data.as_slice()).await, Err(StorageError::NotEmpty));
}

/// A key that was destroyed after the backup stays destroyed when the newest ring comes with it,
/// and an older ring does not bring it back.
pub async fn a_destroyed_key_stays_destroyed_after_a_restore(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    filled(&*store).await;
    let ((data, _), old_ring) = (exported(&*store).await, ring(&*store).await);
    let destroy = DestroyKey { stream: stream(1), holder: school(), at: at(9), lists: ListsAfter::Delete };
    store.destroy_key(destroy).await.unwrap();
    let (_other_site, copy) = restored(bench, &data, &ring(&*store).await).await;
    for ring in [None, Some(old_ring)] {
        if let Some(ring) = ring {
            copy.import_ring(&mut ring.as_slice()).await.unwrap();
        }
        assert_eq!(payloads(&copy.load(&stream(1)).await.unwrap()), ["(vernietigd)"]);
        assert_eq!(copy.destroyed_keys().await.unwrap(), [(stream(1), school())]);
        assert_eq!(payloads(&copy.load(&stream(3)).await.unwrap()), ["nummer 3"]);
        assert_eq!(verified(&*copy, None).await.fouten, []);
    }
}

/// A real store never becomes a demo.
pub async fn a_demo_is_marked_before_anything_is_in_it(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    assert_eq!(store.instantie().await.unwrap().demo, None);
    store.mark_demo("{\"zaad\":7}").await.unwrap();
    store.close().await;
    let store = site.open().await;
    let marked = store.instantie().await.unwrap();
    assert_eq!(marked.demo.as_deref(), Some("{\"zaad\":7}"));
    assert!(!marked.demo_zonder_merk, "it has its mark");
    store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "ijsvogel")).await.unwrap();
    assert_eq!(store.mark_demo("{}").await, Err(StorageError::NotEmpty));
    store.finish_demo("{\"klaar\":true}").await.unwrap();
    assert_eq!(store.instantie().await.unwrap().demo.unwrap(), "{\"klaar\":true}");
    let (_site, real) = fresh(bench).await;
    assert_eq!(real.finish_demo("{}").await, Err(StorageError::NotEmpty));
    real.log_handeling(&handeling("iets", "iemand")).await.unwrap();
    assert_eq!(real.mark_demo("{}").await, Err(StorageError::NotEmpty), "whatever it holds");
}

/// After closing nothing is written or read, and what was acknowledged is there at the next opening.
pub async fn a_store_that_is_closed_says_so(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    store.ping().await.unwrap();
    let writing = together((1..=20).map(|n| store.append(append(n, 0, "een"))).collect()).await;
    assert!(writing.iter().all(Result::is_ok));
    store.close().await;
    assert_eq!(store.append(append(30, 0, "te laat")).await, Err(StorageError::Closed.into()));
    assert_eq!(store.ping().await, Err(StorageError::Closed));
    store.close().await;
    let store = site.open().await;
    assert_eq!(store.streams("dossier", None, 99).await.unwrap().len(), 20);
    assert_eq!(store.load(&stream(1)).await.unwrap()[0].on, day("2026-01-12"));
}
