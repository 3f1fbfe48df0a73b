//! Databases that many tests begin with: filled once, copied by every test.
//!
//! Test runners start a process per test, so what is filled lies in a file beside the test program. It holds for exactly
//! that program: its name says which file the program is, how long and when that file last changed, and all that a
//! region is made of (code, law, names, migrations) is inside the program. A program that was built anew fills anew.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use storage_sql::testing::{Home, Place};

/// How often, and how long after the last time, it is looked whether a database is closed.
const LOOKS: u32 = 1_000;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A copy of the database `name`, with what `fill` said when it filled that.
///
/// `fill` gets the address of an empty database, and closes it when it is ready. Where nothing can be kept, every test
/// fills its own.
///
/// # Panics
///
/// When the database cannot be copied: a test has nothing to say then.
pub(crate) async fn copy(name: &str, fill: impl AsyncFnOnce(&str) -> String) -> (Place, String) {
    let place = Home::sqlite().place().await;
    let (Some(kept), Some(file)) = (kept(name), place.file()) else {
        let said = fill(place.address()).await;
        return (place, said);
    };
    let said = kept.with_extension("txt");
    let gate = File::create(kept.with_extension("lock")).and_then(|gate| gate.lock().map(|()| gate));
    let gate = gate.expect("one test at a time fills the database");
    if !kept.exists() {
        forget_older(&kept, name);
        let fresh = kept.with_extension("half");
        drop(fs::remove_file(&fresh));
        let told = fill(&format!("sqlite:{}", fresh.display())).await;
        fs::write(&said, told).expect("the note is kept");
        until_closed(&fresh).await;
        // Last, so that what a stopped test left half is never taken for whole.
        fs::rename(&fresh, &kept).expect("the database is kept");
    }
    drop(gate);
    fs::copy(&kept, file).expect("the database is copied");
    (place, fs::read_to_string(said).expect("the note is there"))
}

/// Where the database of this very program lies; `None` where that cannot be told.
fn kept(name: &str) -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let version = version(&fs::metadata(&program).ok()?)?;
    let folder = program.parent()?.join("voorraad");
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join(format!("{}-{name}-{version}.db", program.file_stem()?.to_str()?)))
}

/// Which file this is and when it last changed. The time of change, unlike that of writing, nobody can set.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there is none")]
fn version(program: &Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let (seconds, nanoseconds) = (program.ctime(), program.ctime_nsec());
    Some(format!("{:x}-{:x}-{seconds:x}-{nanoseconds:x}", program.ino(), program.size()))
}

#[cfg(not(unix))]
fn version(_: &Metadata) -> Option<String> {
    None
}

/// Removes what earlier builds of this program left.
fn forget_older(kept: &Path, name: &str) {
    let own = kept.file_name().and_then(|own| own.to_str()).unwrap_or_default();
    let Some((program, _)) = own.split_once(&format!("-{name}-")) else { return };
    let begin = format!("{program}-{name}-");
    let all = kept.parent().map(fs::read_dir);
    for entry in all.into_iter().flatten().flatten().flatten().map(|entry: fs::DirEntry| entry.path()) {
        let found = entry.file_name().and_then(|found| found.to_str()).unwrap_or_default();
        let lock = entry.extension().is_some_and(|extension| extension == "lock");
        if found.starts_with(&begin) && entry.file_stem() != kept.file_stem() && !lock {
            drop::<io::Result<()>>(fs::remove_file(entry));
        }
    }
}

/// Waits until the last connection has put everything into the file itself and has removed its journal: that goes on
/// for a moment on a thread of the driver after the store says that it is closed.
async fn until_closed(database: &Path) {
    let mut journal = database.as_os_str().to_owned();
    journal.push("-wal");
    for _ in 0..LOOKS {
        if !Path::new(&journal).exists() {
            return;
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    panic!("{} is not closed", database.display());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_filled_once_is_copied_from_then_on() {
        let fill = async |address: &str| {
            fs::write(address.strip_prefix("sqlite:").unwrap(), "gevuld").unwrap();
            "gezegd".to_owned()
        };
        let file = kept("proef").unwrap();
        let older = file.with_file_name(format!("{}-oud.db", file.file_stem().unwrap().to_str().unwrap()));
        drop(fs::remove_file(&file));
        fs::write(&older, "verouderd").unwrap();
        let (first, said) = copy("proef", fill).await;
        assert_eq!(
            (fs::read_to_string(first.file().unwrap()).unwrap().as_str(), said.as_str()),
            ("gevuld", "gezegd")
        );
        assert!(!older.exists(), "what an earlier build left goes");
        fs::write(first.file().unwrap(), "veranderd").unwrap();
        let (second, said) = copy("proef", async |_: &str| panic!("it was filled already")).await;
        assert_eq!(
            (fs::read_to_string(second.file().unwrap()).unwrap().as_str(), said.as_str()),
            ("gevuld", "gezegd")
        );
    }
}
