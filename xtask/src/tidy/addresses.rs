//! Every route of a page has an example in the list that the tests of every address walk: what is in no list is tested by
//! none of them, and nobody sees that.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{production_part, string_literals};

pub(crate) const NAME: &str = "addresses";
const LIST: &str = "crates/web/src/paginas/adressen.rs";
/// Before the examples that a process names of its own pages.
const OF_PROCESS: &str = "voorbeelden: &[";
/// Makes the routes of the operations for programs, which are walked from their own declarations.
const OPERATIONS: &str = "crates/web/src/api.rs";
const CALL: &str = ".route(";

/// Checks the routes of `web` against its list of examples.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let ours =
        |file: &&File| file.path.starts_with("crates/web/src/") && file.is("rs") && !file.is_test_code();
    if !files.iter().any(|file| file.path == LIST) {
        return Vec::new();
    }
    let examples: Vec<(&str, &str)> = files.iter().filter(ours).flat_map(examples).collect();
    let written = |route: &Route<'_>| route.address.is_some() || route.file != OPERATIONS;
    let routes: Vec<Route<'_>> = files.iter().filter(ours).flat_map(routes).filter(written).collect();
    let mut findings = Vec::new();
    for route in &routes {
        match route.address {
            None => findings.push(finding(route, "a route whose address does not stand beside it")),
            Some(address)
                if !examples.iter().any(|(_, example)| belongs(example, &routes) == Some(address)) =>
            {
                findings.push(finding(route, &format!("`{address}` has no example")));
            }
            Some(_) => {}
        }
    }
    let dead = examples.iter().filter(|(_, example)| belongs(example, &routes).is_none());
    findings.extend(dead.map(|(file, example)| Finding {
        file: (*file).to_owned(),
        line: None,
        check: NAME,
        what: format!("`{example}` is no address of a page"),
        why: "a test that walks it tests nothing".to_owned(),
        fix: "take it away, or write it as its route is".to_owned(),
    }));
    findings
}

/// The examples that stand in a file: in the list, or those of a process.
fn examples(file: &File) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = if file.path == LIST {
        vec![&file.text]
    } else {
        let after = production_part(&file.text).split(OF_PROCESS).skip(1);
        after.filter_map(|rest| rest.split(']').next()).collect()
    };
    let literals = parts.into_iter().flat_map(string_literals).filter(|text| text.starts_with('/'));
    literals.map(|example| (file.path.as_str(), example)).collect()
}

/// A route as it stands in a file.
struct Route<'a> {
    file: &'a str,
    line: usize,
    /// None where it cannot be read.
    address: Option<&'a str>,
}

fn routes(file: &File) -> Vec<Route<'_>> {
    let text = production_part(&file.text);
    text.match_indices(CALL)
        .map(|(at, _)| Route {
            file: &file.path,
            line: text.get(..at).unwrap_or_default().lines().count(),
            address: text.get(at + CALL.len()..).and_then(|rest| address(text, rest.trim_start())),
        })
        .collect()
}

/// A literal, or a constant of the same file.
fn address<'a>(text: &'a str, rest: &'a str) -> Option<&'a str> {
    if let Some(literal) = rest.strip_prefix('"') {
        return literal.split('"').next();
    }
    let name = rest.split(',').next()?;
    let after = text.split(&format!("const {name}: &str = \"")).nth(1)?;
    after.split('"').next()
}

/// The route that takes an address: of those that fit, the one that says most of it.
fn belongs<'a>(example: &str, routes: &[Route<'a>]) -> Option<&'a str> {
    let fitting = routes.iter().filter_map(|route| route.address).filter(|route| fits(route, example));
    fitting.max_by_key(|route| route.split('/').filter(|part| !part.starts_with('{')).count())
}

fn fits(route: &str, example: &str) -> bool {
    let (mut route, mut example) = (route.split('/'), example.split('/'));
    loop {
        match (route.next(), example.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with("{*") => return true,
            (Some(part), Some(given)) if part == given || part.starts_with('{') && !given.is_empty() => {}
            _ => return false,
        }
    }
}

fn finding(route: &Route<'_>, what: &str) -> Finding {
    Finding {
        file: route.file.to_owned(),
        line: Some(route.line),
        check: NAME,
        what: what.to_owned(),
        why: "headers, forms of other sites, hostile input and strangers are tested by walking the examples"
            .to_owned(),
        fix: format!("add one to `voorbeelden` of its process, or to {LIST}, in order"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(route: &str, list: &str) -> Vec<String> {
        let page = format!("const PATH: &str = \"/kinderen\";\nRouter::new(){route}\n");
        let files = [File::new("crates/web/src/paginas/kinderen.rs", &page), File::new(LIST, list)];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_route_without_an_example_is_found_and_so_is_an_example_of_nothing() {
        let routes = ".route(PATH, get(a)).route(\n    \"/kind/{nummer}\",\n    get(b))";
        assert!(whats(routes, "[\"/kinderen\", \"/kind/2026-000001\"]").is_empty());
        assert_eq!(whats(routes, "[\"/kinderen\"]"), ["`/kind/{nummer}` has no example"]);
        assert_eq!(
            whats(routes, "[\"/kinderen\", \"/kind/1\", \"/slapen\"]"),
            ["`/slapen` is no address of a page"]
        );
    }

    #[test]
    fn a_process_names_the_examples_of_its_own_pages() {
        let page = |examples: &str| {
            let text = format!(
                "const P: Q = Q {{ {OF_PROCESS}{examples}] }};\n.route(\"/kind/{{nummer}}\", get(a))"
            );
            let files = [File::new("crates/web/src/paginas/leven.rs", &text), File::new(LIST, "[]")];
            check(&files).into_iter().map(|finding| (finding.file, finding.what)).collect::<Vec<_>>()
        };
        let here = "crates/web/src/paginas/leven.rs".to_owned();
        assert_eq!(page("\"/kind/1\""), []);
        assert_eq!(page(""), [(here.clone(), "`/kind/{nummer}` has no example".to_owned())]);
        let two = page("\"/kind/1\", \"/slapen\"");
        assert_eq!(two, [(here, "`/slapen` is no address of a page".to_owned())]);
    }

    #[test]
    fn an_example_is_of_the_route_that_says_most_of_it() {
        let routes = ".route(\"/kind/{nummer}\", get(a)).route(\"/kind/nieuw\", get(b))";
        assert_eq!(whats(routes, "[\"/kind/nieuw\"]"), ["`/kind/{nummer}` has no example"]);
        assert!(whats(routes, "[\"/kind/nieuw\", \"/kind/1\"]").is_empty());
        assert!(whats(".route(\"/static/{*naam}\", get(a))", "[\"/static/a/b\"]").is_empty());
    }

    #[test]
    fn a_route_that_cannot_be_read_is_found_too() {
        assert_eq!(
            whats(".route(&made(), get(a))", "[]"),
            ["a route whose address does not stand beside it"]
        );
    }
}
