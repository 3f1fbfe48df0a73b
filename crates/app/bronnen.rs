//! A digest of what decides how the rows of lists are written: the build script takes it of the sources, and a database whose rows another
//! digest made makes them anew. So nobody has to remember to raise a number.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// What can change what a row says, from the folder of this crate: the projection with all that it asks of the other modules here, the
/// shape of the rows, the rooms that compute what stands in them, the law that they read, and the words of a turn.
pub(crate) const BRONNEN: [&str; 10] = [
    "src",
    "../storage/src",
    "../dossier/src",
    "../recht/src",
    "../verband/src",
    "../sleutels/src",
    "../base/src",
    "../teksten/src",
    "../../corpus",
    "../../teksten/nl",
];

/// Where the tests of a file begin, which are its last part.
const TESTS: &str = "\n#[cfg(test)]\nmod tests {";

/// FNV-1a of 128 bits: here it tells two trees of sources apart, and keeps nothing from anybody.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIEM: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The digest of these files and folders.
pub(crate) fn digest(root: &Path, bronnen: &[&str]) -> io::Result<String> {
    let mut files = BTreeMap::new();
    for bron in bronnen {
        collect(&root.join(bron), bron, &mut files)?;
    }
    let mut sum = BASIS;
    for (name, path) in &files {
        add(&mut sum, name);
        let text = std::fs::read_to_string(path)?;
        let text = text.split(TESTS).next().unwrap_or_default();
        let comment =
            if std::path::Path::new(name).extension().is_some_and(|kind| kind == "rs") { "//" } else { "#" };
        let says = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(comment));
        says.for_each(|line| add(&mut sum, line));
    }
    Ok(format!("{sum:032x}"))
}

/// Every file below a folder but its tests, in one order on every machine.
fn collect(path: &Path, name: &str, files: &mut BTreeMap<String, PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.insert(name.to_owned(), path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let own = entry.file_name().to_string_lossy().into_owned();
        if own != "tests" && own != "tests.rs" && own != "conformance" {
            collect(&entry.path(), &format!("{name}/{own}"), files)?;
        }
    }
    Ok(())
}

/// A word, and where it ends.
fn add(sum: &mut u128, word: &str) {
    for byte in word.bytes().chain([0]) {
        *sum = (*sum ^ u128::from(byte)).wrapping_mul(PRIEM);
    }
}
