//! The choices of a filter are those of what it filters: together they give the whole list, and no row twice.

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use web_base::lijst::{Filtersoort, Lijst};

use super::*;
use crate::paginas::{advies, kinderen, loket, post, register, vandaag};

/// Chooses between a part and all, so that its one choice is the whole.
const ALL_OR_PART: &str = "toon";
/// A child for which nobody waits is in no choice of this one.
const NOT_EVERY_ROW: &str = "wacht-op";

/// The filters of a list that are a choice, with their codes.
fn choices<R, W: Default, S: Copy>(lijst: &Lijst<R, W, S>) -> Vec<(&'static str, Vec<&'static str>)> {
    let codes = |choices: &fn() -> Vec<(&'static str, &'static str)>| {
        choices().into_iter().map(|(code, _)| code).collect()
    };
    let each = lijst.filters.iter().filter_map(|filter| match &filter.soort {
        Filtersoort::Keuze(_, each, _) => Some((filter.sleutel, codes(each))),
        Filtersoort::Datum(_) | Filtersoort::Woord(..) => None,
    });
    each.collect()
}

async fn adds_up(browser: &Browser, file: &str, filters: Vec<(&'static str, Vec<&'static str>)>) {
    // The queue shows what is still to be decided, unless all is asked for.
    let all = if file == "/loket.csv" { "toon=alles" } else { "" };
    for (key, codes) in filters.into_iter().filter(|(key, _)| *key != ALL_OR_PART) {
        let whole = in_order(&rows(&browser.get(&format!("{file}?{all}")).await));
        let mut parts = Vec::new();
        for code in codes {
            parts.extend(rows(&browser.get(&format!("{file}?{key}={code}&{all}")).await));
        }
        let parts = in_order(&parts);
        if key == NOT_EVERY_ROW {
            assert!(
                parts.iter().all(|row| whole.contains(row)) && parts.len() <= whole.len(),
                "{file} {key}"
            );
        } else {
            assert_eq!(parts, whole, "{file} {key}");
        }
    }
}

/// Files of any kind: which, chance says.
fn some_stories(runner: &mut TestRunner) -> Vec<Verhaallijn> {
    use proptest::strategy::{Strategy, ValueTree};
    let any = proptest::collection::vec(proptest::num::usize::ANY, 14..20).new_tree(runner);
    let drawn = any.expect("any numbers will do").current();
    drawn.into_iter().map(|nr| Verhaallijn::ALL[nr % Verhaallijn::ALL.len()]).collect()
}

#[tokio::test]
async fn the_choices_of_every_filter_add_up_to_the_whole_list() {
    let config = Config::default();
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for _ in 0..2 {
        let proef = Proef::start().await;
        given(&proef, &some_stories(&mut runner)).await;
        for rol in [Rol::Ib, Rol::Directie, Rol::BevoegdGezag, Rol::Loket, Rol::Besluitnemer] {
            let browser = proef.as_(rol).await;
            adds_up(&browser, "/kinderen.csv", choices(&kinderen::KINDEREN)).await;
            adds_up(&browser, "/vandaag.csv", choices(&vandaag::BEURTEN)).await;
            adds_up(&browser, "/vandaag-anderen.csv", choices(&vandaag::VAN_ANDEREN)).await;
        }
        let loket = proef.as_(Rol::Loket).await;
        adds_up(&loket, "/loket.csv", choices(&loket::AANVRAGEN)).await;
        adds_up(&loket, "/register.csv", choices(&register::VERKLARINGEN)).await;
        let expert = busiest_expert(&proef).await;
        let of_expert = choices(&advies::ADVIEZEN).into_iter().filter(|(key, _)| *key != "stand");
        adds_up(&expert, "/advies.csv", of_expert.collect()).await;
        let of_post = choices(&post::POST).into_iter().filter(|(key, _)| *key != "stand");
        adds_up(&proef.as_(Rol::Ib).await, "/post.csv", of_post.collect()).await;
    }
}
