//! What every store must do, as functions that fail when it does not.
//!
//! A store runs them all with [`conformance_tests!`](crate::conformance_tests) from an integration
//! test of its own. Each function gets sites of its own, so they may run at the same time.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]
#![expect(clippy::cognitive_complexity, reason = "every assertion counts as a branch; the flow is straight")]
#![expect(clippy::missing_panics_doc, reason = "to panic is how these functions say no")]

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use async_trait::async_trait;

use crate::Storage;

pub mod accounts;
pub mod closed;
pub mod destroy;
pub mod drafts;
pub mod experts;
pub mod given;
pub mod lists;
pub mod log;
pub mod notices;
pub mod post;
pub mod reads;
pub mod references;
pub mod replace;
pub mod signin;
pub mod upkeep;
pub mod work;

/// The place of one store.
#[async_trait]
pub trait Site: Send + Sync {
    /// Opens the store of this place, empty the first time; the one opened before was closed.
    async fn open(&self) -> Arc<dyn Storage>;
}

/// Makes places.
#[async_trait]
pub trait Bench: Send + Sync {
    /// A new place. Stores at different places have different instance keys.
    async fn site(&self) -> Box<dyn Site>;
}

/// A store at a new place.
async fn fresh(bench: &dyn Bench) -> (Box<dyn Site>, Arc<dyn Storage>) {
    let site = bench.site().await;
    let store = site.open().await;
    (site, store)
}

/// Waits for all of several pieces of work that go on at the same time.
async fn together<T: Send>(work: Vec<Pin<Box<dyn Future<Output = T> + Send + '_>>>) -> Vec<T> {
    let mut waiting: Vec<_> = work.into_iter().map(|future| (future, None)).collect();
    std::future::poll_fn(|context| {
        for (future, outcome) in &mut waiting {
            if outcome.is_none()
                && let Poll::Ready(value) = future.as_mut().poll(context)
            {
                *outcome = Some(value);
            }
        }
        if waiting.iter().all(|(_, outcome)| outcome.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, outcome)| outcome).collect()
}

/// Makes a test of every function of the suite. The argument gives an `Option` of a
/// [`Bench`](crate::conformance::Bench); without one the tests do nothing, having said so.
#[macro_export]
macro_rules! conformance_tests {
    ($bench:expr) => {
        $crate::conformance_tests! { @each $bench,
            accounts::a_role_says_as_which_expert_it_is_held,
            accounts::a_role_that_was_offered_waits_for_a_yes,
            accounts::acts_are_filtered,
            accounts::accounts_are_filtered_and_sorted,
            accounts::an_address_belongs_to_one_account,
            accounts::a_language_belongs_to_an_account,
            accounts::a_role_is_held_once,
            accounts::roles_hold_from_and_until,
            accounts::what_is_done_to_accounts_is_logged_with_it,
            closed::a_file_that_is_left_out_is_on_no_page_in_no_total_and_no_choice,
            closed::the_work_of_a_file_that_is_left_out_is_in_no_list,
            destroy::a_destroyed_key_makes_its_part_unreadable_and_no_other,
            destroy::a_destroyed_key_takes_its_drafts_attachments_and_lists,
            destroy::an_append_can_empty_earlier_events,
            destroy::an_emptied_payload_is_gone_and_the_chain_verifies,
            destroy::an_attachment_is_removed_unless_an_event_carries_it,
            destroy::attachments_no_event_carries_are_purged,
            destroy::attachments_read_back_for_their_own_stream,
            destroy::an_event_carries_only_attachments_that_are_there,
            drafts::a_field_is_changed_by_who_saw_the_latest,
            drafts::finished_drafts_go_with_the_append,
            drafts::forgotten_notes_expire,
            drafts::what_was_on_its_way_when_its_form_was_sent_is_no_draft,
            drafts::notes_for_own_use_are_seen_by_their_owner,
            experts::experts_see_their_tasks_and_the_swv_their_load,
            experts::tasks_of_who_left_are_found,
            lists::a_list_is_sorted_and_cut_into_pages,
            lists::every_filter_narrows,
            lists::a_long_list_says_that_there_are_more,
            lists::each_reader_is_told_what_stands_in_their_row,
            lists::files_are_found_by_the_beginning_of_words,
            lists::only_files_that_a_reader_sees_on_the_day_are_listed,
            lists::possible_doubles_share_name_or_birth_date,
            lists::files_that_others_changed_are_found_newest_first,
            lists::many_rows_of_one_append_come_back_as_they_went,
            lists::rows_are_replaced_as_a_whole,
            lists::rows_that_change_by_the_calendar_are_found_from_their_day,
            lists::lists_are_rebuilt_unless_the_file_moved_on,
            log::a_claim_belongs_to_one_stream_for_ever,
            log::a_repeated_request_is_written_once,
            log::a_stream_that_moved_on_clashes_and_nothing_is_written,
            log::a_taken_tlv_number_takes_back_the_whole_append,
            log::appends_to_different_streams_all_succeed,
            log::of_simultaneous_appends_one_wins,
            log::reserved_numbers_never_overlap,
            log::scan_passes_every_event_once_in_order,
            log::simultaneous_repeats_are_written_once,
            log::simultaneous_repeats_begin_one_stream,
            log::streams_are_listed_per_kind,
            log::unfinished_work_is_remembered_until_it_is_done,
            log::what_is_too_large_or_senseless_is_refused,
            log::what_was_appended_is_loaded_in_order_after_reopening,
            post::letters_are_filtered_and_sorted,
            notices::a_role_tells_who_holds_it_on_the_day,
            notices::notices_go_with_the_append,
            notices::one_notice_is_sent_for_all_that_waits,
            notices::only_who_chose_it_is_told,
            notices::who_looks_again_soon_is_still_here,
            notices::what_was_seen_is_not_told,
            notices::what_could_not_be_sent_is_tried_again,
            reads::views_are_counted_per_reader,
            reads::views_are_filtered,
            reads::views_of_a_file_are_listed_newest_first,
            references::an_import_ends_and_replaces_versions,
            references::an_import_that_fails_changes_nothing,
            references::updates_that_belong_together_are_one,
            references::a_change_of_reference_data_is_logged,
            references::the_second_of_two_importers_is_refused,
            references::things_are_found_by_name_code_and_filter,
            references::things_are_sorted,
            references::what_things_have_is_told_once,
            replace::lists_tell_the_last_rows_whatever_stood_there,
            replace::the_rows_of_one_file_are_removed,
            signin::a_key_sleeps_until_activated_and_dies_when_withdrawn,
            signin::a_link_is_kept_for_one_account,
            signin::a_link_works_once,
            signin::a_link_dies_of_age_and_of_wrong_attempts,
            signin::failed_attempts_are_counted_until_forgotten,
            signin::sessions_hold_until_they_end,
            upkeep::a_backup_of_a_running_store_restores_whole,
            upkeep::a_damaged_backup_is_refused_as_a_whole,
            upkeep::a_demo_is_marked_before_anything_is_in_it,
            upkeep::a_destroyed_key_stays_destroyed_after_a_restore,
            upkeep::a_restore_needs_an_empty_store,
            upkeep::a_store_that_is_closed_says_so,
            upkeep::numbers_go_on_above_what_was_given_after_the_backup,
            upkeep::seals_cover_everything_and_match_their_file,
            work::an_swv_finds_its_tlvs,
            work::the_queue_of_an_swv_is_filtered_and_sorted,
            work::default_cases_go_before_the_others,
            work::tlvs_are_filtered_and_sorted,
            work::turns_are_filtered_and_sorted,
            work::the_kinds_and_phases_that_are_there_are_told,
            work::turns_come_by_their_last_day,
            work::turns_that_begin_later_are_told_beside_those_that_are_open,
        }
    };
    (@each $bench:expr, $($module:ident::$name:ident,)*) => {
        $(
            #[tokio::test]
            async fn $name() {
                if let Some(bench) = $bench {
                    $crate::conformance::$module::$name(&bench).await;
                }
            }
        )*
    };
}
