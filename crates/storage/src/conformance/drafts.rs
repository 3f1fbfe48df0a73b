//! Drafts and notes.

use base::PersoonId;

use super::given::{append, at, persoon, school, stream};
use super::{Bench, fresh, together};
use crate::{
    Append, Digest, Draft, DraftClash, DraftError, DraftScope, DraftsDone, Idempotency, NewDraft, Page, Sent,
};

fn scope(owner: Option<PersoonId>) -> DraftScope {
    DraftScope { stream: stream(1), holder: school(), persoon: owner }
}

pub(super) fn draft(veld: &str, expected_version: u64, waarde: &str) -> NewDraft {
    NewDraft {
        scope: scope(None),
        formulier: "opp".to_owned(),
        veld: veld.to_owned(),
        expected_version,
        waarde: waarde.as_bytes().to_vec(),
        door: persoon("m-zonnedauw"),
        at: at(1),
        unless_sent: None,
    }
}

fn values(drafts: &[Draft]) -> Vec<(&str, u64, &str)> {
    drafts.iter().map(|d| (d.veld.as_str(), d.versie, std::str::from_utf8(&d.waarde).unwrap())).collect()
}

/// A field is changed by who saw the latest version; the other hears what stands there.
pub async fn a_field_is_changed_by_who_saw_the_latest(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    assert_eq!(store.put_draft(draft("doel", 0, "lezen")).await.unwrap(), 1);
    assert_eq!(store.put_draft(draft("doel", 1, "beter lezen")).await.unwrap(), 2);
    assert_eq!(store.put_draft(draft("aanpak", 0, "elke dag")).await.unwrap(), 1);
    for stale in [0, 1] {
        let Err(DraftError::Clash(DraftClash { theirs: Some(theirs) })) =
            store.put_draft(draft("doel", stale, "rekenen")).await
        else {
            unreachable!("a stale version must clash")
        };
        assert_eq!((theirs.versie, theirs.waarde.as_slice()), (2, b"beter lezen".as_slice()));
    }
    let gone = store.put_draft(draft("nooit geweest", 4, "x")).await;
    assert_eq!(gone, Err(DraftError::Clash(DraftClash { theirs: None })));
    let both = together((0..4).map(|n| store.put_draft(draft("duur", 0, &n.to_string()))).collect()).await;
    assert_eq!(both.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    store.close().await;
    let drafts = site.open().await.drafts(&scope(None), "opp").await.unwrap();
    let known = [("aanpak", 1, "elke dag"), ("doel", 2, "beter lezen")];
    assert_eq!(values(&drafts)[..2], known);
    assert_eq!((&drafts[1].door, drafts[1].gewijzigd_op), (&persoon("m-zonnedauw"), at(1)));
}

/// A note belongs to one person; a shared draft to the holder.
pub async fn notes_for_own_use_are_seen_by_their_owner(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let own = scope(Some(persoon("m-zonnedauw")));
    store.put_draft(NewDraft { scope: own.clone(), ..draft("notitie", 0, "eigen") }).await.unwrap();
    store
        .put_draft(NewDraft { formulier: "brief".to_owned(), at: at(9), ..draft("aan", 0, "ouders") })
        .await
        .unwrap();
    store.put_draft(draft("doel", 0, "gedeeld")).await.unwrap();
    assert_eq!(values(&store.drafts(&own, "opp").await.unwrap()), [("notitie", 1, "eigen")]);
    assert_eq!(values(&store.drafts(&scope(None), "opp").await.unwrap()), [("doel", 1, "gedeeld")]);
    assert_eq!(store.drafts(&scope(Some(persoon("j-ijsvogel"))), "opp").await.unwrap(), []);
    let forms = store.draft_forms(&scope(None)).await.unwrap();
    assert_eq!(forms, [("brief".to_owned(), at(9)), ("opp".to_owned(), at(1))]);
    let kept = async |who: Option<&str>, offset: u64| {
        let (who, page) = (who.map(persoon), Page { offset, limit: 1 });
        let found = store.kept_forms(&school(), who.as_ref(), page).await.unwrap();
        found.into_iter().map(|(kept, form, when)| (kept == stream(1), form, when)).collect::<Vec<_>>()
    };
    let [newest, older] = [[(true, "brief".to_owned(), at(9))], [(true, "opp".to_owned(), at(1))]];
    assert_eq!((kept(None, 0).await, kept(None, 1).await), (newest.to_vec(), older.to_vec()));
    assert_eq!(kept(None, 2).await, []);
    assert_eq!(kept(Some("m-zonnedauw"), 0).await, older, "own ones stand apart");
    assert_eq!(kept(Some("j-ijsvogel"), 0).await, [], "what is somebody's own is shown to nobody else");
    assert_eq!(store.remove_drafts(&scope(None), "opp").await.unwrap(), 1);
    assert_eq!((kept(None, 0).await, kept(None, 1).await), (newest.to_vec(), Vec::new()));
    assert_eq!(kept(Some("m-zonnedauw"), 0).await, older);
    assert_eq!(values(&store.drafts(&own, "opp").await.unwrap()).len(), 1);
}

/// Sending a form makes its event and removes its draft, together or not at all.
pub async fn finished_drafts_go_with_the_append(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.put_draft(draft("doel", 0, "lezen")).await.unwrap();
    let done = DraftsDone { scope: scope(None), formulier: "opp".to_owned() };
    let sending = |expected| Append { drafts_done: vec![done.clone()], ..append(1, expected, "opp") };
    assert!(store.append(sending(7)).await.is_err());
    assert_eq!(store.drafts(&scope(None), "opp").await.unwrap().len(), 1);
    store.append(sending(0)).await.unwrap();
    assert_eq!(store.drafts(&scope(None), "opp").await.unwrap(), []);
}

/// Notes that were not touched since an instant go.
pub async fn forgotten_notes_expire(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.put_draft(draft("oud", 0, "x")).await.unwrap();
    store.put_draft(NewDraft { at: at(50), ..draft("nieuw", 0, "y") }).await.unwrap();
    assert_eq!(store.expire_drafts(Some("opp"), at(10)).await.unwrap(), 1);
    assert_eq!(values(&store.drafts(&scope(None), "opp").await.unwrap()), [("nieuw", 1, "y")]);
    assert_eq!(store.expire_drafts(Some("brief"), at(100)).await.unwrap(), 0);
    assert_eq!(store.expire_drafts(None, at(100)).await.unwrap(), 1);
}

/// A field that was still on its way when its form was sent is not kept; a form that is opened after that keeps again.
pub async fn what_was_on_its_way_when_its_form_was_sent_is_no_draft(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let typed = |owner: &str, form: &str, since: i64| NewDraft {
        unless_sent: Some(Sent { owner: owner.to_owned(), form: form.to_owned(), since: at(since) }),
        ..draft("doel", 0, "lezen")
    };
    let fingerprint = Digest::of(b"x");
    let key = Idempotency { owner: "m-zonnedauw".to_owned(), key: "opp/1:f00".to_owned(), fingerprint };
    store.append(Append { idempotency: Some(key), ..append(1, 0, "opp") }).await.unwrap();
    assert_eq!(store.put_draft(typed("m-zonnedauw", "opp/1", 0)).await, Err(DraftError::Sent));
    assert_eq!(store.drafts(&scope(None), "opp").await.unwrap(), []);
    // The append was recorded in the first second. Another form, another person, or a form that was opened later.
    let kept = [("m-zonnedauw", "opp/1", 1), ("m-zonnedauw", "opp/", 0), ("j-ijsvogel", "opp/1", 0)];
    for (nr, (owner, form, since)) in kept.into_iter().enumerate() {
        let field = NewDraft { veld: format!("doel {nr}"), ..typed(owner, form, since) };
        assert_eq!(store.put_draft(field).await, Ok(1), "{owner} {form} {since}");
    }
}
