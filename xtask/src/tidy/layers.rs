//! Which room may know which, and which outside crates each may use.

use crate::finding::Finding;
use crate::repo::{Dependency, Repo, Room};
use crate::tidy::PURE_ROOMS;

pub(crate) const NAME: &str = "layers";
pub(crate) const BANS: &str = "bans";

/// What a room may build on.
enum May {
    /// These of our rooms.
    Use(&'static [&'static str]),
    /// Any of our rooms except these.
    UseAllBut(&'static [&'static str]),
}

/// The arrows between our rooms (normal dependencies).
const ARROWS: &[(&str, May)] = &[
    ("base", May::Use(&[])),
    ("crypto", May::Use(&[])),
    ("recht", May::Use(&["base"])),
    ("verband", May::Use(&["base", "recht"])),
    ("sleutels", May::Use(&["base"])),
    ("dossier", May::Use(&["base", "recht", "verband", "sleutels"])),
    ("storage", May::Use(&["base"])),
    ("exchange", May::Use(&["base"])),
    ("documents", May::Use(&["base"])),
    ("teksten", May::Use(&["base", "sleutels"])),
    ("typesetter", May::Use(&["documents"])),
    ("storage-sql", May::Use(&["base", "crypto", "storage"])),
    (
        "app",
        May::Use(&[
            "base",
            "crypto",
            "recht",
            "verband",
            "dossier",
            "storage",
            "exchange",
            "documents",
            "teksten",
        ]),
    ),
    ("web-base", May::Use(&["base", "recht", "verband", "dossier", "exchange", "teksten", "app"])),
    (
        "web",
        May::Use(&[
            "base",
            "recht",
            "verband",
            "dossier",
            "exchange",
            "documents",
            "teksten",
            "app",
            "web-base",
        ]),
    ),
    ("demo", May::Use(&["base", "recht", "verband", "dossier", "storage", "exchange", "app"])),
    ("cli", May::UseAllBut(&["testkit", "xtask"])),
    ("testkit", May::UseAllBut(&["web", "web-base", "cli", "xtask"])),
    ("xtask", May::Use(&["recht"])),
];

/// Outside crates that a pure room may use: values, formats and digests, nothing that reads the world.
const PURE_OUTSIDE: [&str; 9] = [
    "jiff",
    "serde",
    "serde_json",
    "serde_json_canonicalizer",
    "strsim",
    "sha2",
    "thiserror",
    "toml",
    "unicode-normalization",
];

/// Outside crates that belong to some rooms alone, for every kind of dependency.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("sqlx", &["storage-sql"], "only storage-sql knows SQL"),
    ("rusqlite", &["storage-sql"], "only storage-sql knows SQL"),
    ("axum", &["web", "web-base", "cli"], "only web and cli know HTTP"),
    ("axum-extra", &["web", "web-base", "cli"], "only web and cli know HTTP"),
    ("tower", &["web", "web-base", "cli"], "only web and cli know HTTP"),
    ("tower-http", &["web", "web-base", "cli"], "only web and cli know HTTP"),
    ("clap", &["cli"], "only cli has a command line"),
    ("lettre", &["cli"], "only cli speaks with a mail server"),
    ("askama", &["web", "web-base"], "only web renders pages"),
    (
        "fluent-syntax",
        &["teksten", "xtask"],
        "only teksten reads a catalogue, and the tool that writes its keys",
    ),
];

/// Outside crates of which a whole family belongs to some rooms.
const RESERVED_FAMILIES: &[(&str, &[&str], &str)] =
    &[("typst", &["typesetter"], "only the room typesetter knows typst")];

/// Packages that may occur nowhere in the lock file.
const BANNED: &[(&str, &str)] = &[
    ("openssl-sys", "needs a system library that a fresh machine lacks; rustls with ring does the same"),
    ("aws-lc-sys", "needs cmake and a long C build; take rustls with ring"),
    ("bindgen", "needs libclang on every machine that builds"),
    ("cmake", "needs cmake on every machine that builds"),
];

/// Checks the dependency tables of our crates.
pub(crate) fn check(rooms: &[Room], repo: &Repo) -> Vec<Finding> {
    let manifest = |room: &Room| repo.text(&room.manifest).unwrap_or_default();
    rooms.iter().flat_map(|room| check_room(room, rooms, manifest(room))).collect()
}

fn check_room(room: &Room, rooms: &[Room], manifest: &str) -> Vec<Finding> {
    let Some((_, may)) = ARROWS.iter().find(|(name, _)| *name == room.name) else {
        return vec![finding(
            room,
            None,
            format!("the crate '{}' has no row in the table of arrows", room.name),
            "a room that is not drawn has no walls",
            "add it to ARROWS in xtask/src/tidy/layers.rs and to docs/architecture.md",
        )];
    };
    let is_ours = |dependency: &Dependency| rooms.iter().any(|other| other.name == dependency.name);
    room.dependencies
        .iter()
        .filter_map(|dependency| {
            let wrong = if is_ours(dependency) {
                wrong_arrow(room, may, dependency)
            } else {
                wrong_outside(room, dependency)
            };
            wrong.map(|(what, why, fix)| finding(room, line_of(manifest, &dependency.name), what, &why, fix))
        })
        .collect()
}

type Wrong = (String, String, &'static str);

fn wrong_arrow(room: &Room, may: &May, dependency: &Dependency) -> Option<Wrong> {
    let allowed = match may {
        May::Use(names) => names.contains(&dependency.name.as_str()),
        May::UseAllBut(names) => !names.contains(&dependency.name.as_str()),
    };
    (dependency.normal && !allowed).then(|| {
        let why = match may {
            May::Use([]) => format!("'{}' stands on none of our rooms", room.name),
            May::Use(names) => format!("'{}' may use only {}", room.name, names.join(", ")),
            May::UseAllBut(names) => format!("'{}' may use every room but {}", room.name, names.join(", ")),
        };
        let what = format!("'{}' depends on '{}'", room.name, dependency.name);
        (what, why, "move the code to the room that may know both, or pass the value in as a parameter")
    })
}

fn wrong_outside(room: &Room, dependency: &Dependency) -> Option<Wrong> {
    let name = dependency.name.as_str();
    let what = format!("'{}' depends on the outside crate '{name}'", room.name);
    let reserved = RESERVED
        .iter()
        .filter(|(reserved, _, _)| *reserved == name)
        .chain(RESERVED_FAMILIES.iter().filter(|(family, _, _)| name.starts_with(family)))
        .find(|(_, rooms, _)| !rooms.contains(&room.name.as_str()));
    if let Some((_, _, why)) = reserved {
        return Some((what, (*why).to_owned(), "call the room that has it, through its types"));
    }
    let pure = PURE_ROOMS.contains(&room.name.as_str());
    (pure && dependency.normal && !PURE_OUTSIDE.contains(&name)).then(|| {
        let why = format!("a pure room uses only {}", PURE_OUTSIDE.join(", "));
        (what, why, "do without, or argue in docs/adr/ why it is a value and no reach into the world")
    })
}

/// Checks the lock file, which covers every platform, for packages that may occur nowhere.
pub(crate) fn check_lock(lock: &str) -> Vec<Finding> {
    let banned = |line: &str| {
        let name = line.strip_prefix("name = \"")?.strip_suffix('"')?;
        BANNED.iter().find(|(banned, _)| *banned == name)
    };
    lock.lines()
        .enumerate()
        .filter_map(|(number, line)| banned(line).map(|found| (number + 1, found)))
        .map(|(line, (name, why))| Finding {
            file: "Cargo.lock".to_owned(),
            line: Some(line),
            check: BANS,
            what: format!("'{name}' is in the dependency graph"),
            why: (*why).to_owned(),
            fix: format!(
                "`cargo tree --target all -i {name}` shows who brings it; switch that feature or crate off"
            ),
        })
        .collect()
}

fn finding(room: &Room, line: Option<usize>, what: String, why: &str, fix: &str) -> Finding {
    Finding { file: room.manifest.clone(), line, check: NAME, what, why: why.to_owned(), fix: fix.to_owned() }
}

/// The line of a manifest that brings the dependency in.
fn line_of(manifest: &str, name: &str) -> Option<usize> {
    let names = |line: &str| {
        let rest = line.trim_start().strip_prefix(name)?;
        rest.starts_with(['.', ' ', '=']).then_some(())
    };
    manifest.lines().position(|line| names(line).is_some()).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(name: &str, dependencies: &[(&str, bool)]) -> Room {
        Room {
            name: name.to_owned(),
            manifest: format!("crates/{name}/Cargo.toml"),
            dependencies: dependencies
                .iter()
                .map(|(name, normal)| Dependency { name: (*name).to_owned(), normal: *normal })
                .collect(),
        }
    }

    fn whats(room: &Room) -> Vec<String> {
        let others = ["base", "recht", "verband", "dossier", "app", "web", "testkit", "storage-sql"];
        let rooms: Vec<Room> = others.iter().map(|name| self::room(name, &[])).collect();
        check_room(room, &rooms, "").into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn an_arrow_that_points_up_is_found() {
        assert_eq!(
            whats(&room("recht", &[("base", true), ("dossier", true)])),
            ["'recht' depends on 'dossier'"]
        );
        assert_eq!(
            whats(&room("web", &[("app", true), ("storage-sql", true)])),
            ["'web' depends on 'storage-sql'"]
        );
        assert_eq!(whats(&room("cli", &[("testkit", true)])), ["'cli' depends on 'testkit'"]);
        assert!(whats(&room("cli", &[("web", true), ("storage-sql", true), ("testkit", false)])).is_empty());
    }

    #[test]
    fn a_dev_dependency_is_no_arrow() {
        assert!(whats(&room("app", &[("testkit", false)])).is_empty());
    }

    #[test]
    fn a_pure_room_has_few_outside_crates() {
        assert_eq!(
            whats(&room("dossier", &[("serde", true), ("tokio", true), ("proptest", false)])).len(),
            1
        );
        assert!(whats(&room("exchange", &[("csv", true)])).is_empty());
    }

    #[test]
    fn sql_http_and_typesetting_have_one_home() {
        assert_eq!(whats(&room("app", &[("sqlx", true)])).len(), 1);
        assert_eq!(whats(&room("testkit", &[("sqlx", false)])).len(), 1);
        assert_eq!(whats(&room("app", &[("typst-kit", true)])).len(), 1);
        assert!(whats(&room("web", &[("axum", true), ("tower-http", true)])).is_empty());
    }

    #[test]
    fn an_undrawn_room_is_found() {
        assert_eq!(
            whats(&room("bekostiging", &[])),
            ["the crate 'bekostiging' has no row in the table of arrows"]
        );
    }

    #[test]
    fn a_banned_package_is_found_with_its_line() {
        let lock =
            "[[package]]\nname = \"cmake\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"cmake-format\"\n";
        let found = check_lock(lock);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, Some(2));
    }

    #[test]
    fn the_finding_points_at_the_line_of_the_manifest() {
        assert_eq!(
            line_of("[dependencies]\nbase.workspace = true\napp = { path = \"..\" }\n", "app"),
            Some(3)
        );
        assert_eq!(
            line_of("[dependencies]\nbase64.workspace = true\nbase.workspace = true\n", "base"),
            Some(3)
        );
    }
}
