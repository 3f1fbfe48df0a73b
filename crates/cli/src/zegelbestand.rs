//! The file of seals outside the database. A full disk or a power cut can leave half a line at its end: what comes after
//! must not stick to it, because verification would call that line a forgery for ever.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use app::onderhoud::last_seal_in;
use storage::Seal;

/// Number of the last seal in the file; 0 when there is none.
pub(crate) fn last_seal(path: &Path) -> u64 {
    last_seal_in(&std::fs::read_to_string(path).unwrap_or_default())
}

/// Adds lines behind the last whole one, in one write. What another program on the same file added meanwhile is not added
/// twice.
pub(crate) fn append(path: &Path, lines: &[String]) -> std::io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new().read(true).append(true).create(true).open(path)?;
    file.lock()?;
    let mut kept = String::new();
    file.read_to_string(&mut kept)?;
    let whole = kept.rfind('\n').map_or(0, |end| end + 1);
    let (_, rest) = kept.split_at(whole);
    let mut added = String::new();
    if rest.parse::<Seal>().is_ok() {
        // Only its line end is missing.
        added.push('\n');
    } else if !rest.is_empty() {
        file.set_len(u64::try_from(whole).unwrap_or(u64::MAX))?;
    }
    let last = last_seal_in(&kept);
    let is_new = |line: &&String| line.parse::<Seal>().is_ok_and(|seal| seal.nummer > last);
    for line in lines.iter().filter(is_new) {
        added.push_str(line);
        added.push('\n');
    }
    file.write_all(added.as_bytes())?;
    file.sync_all()
}

/// Writes the file anew; what was in it stands beside it. Returns where.
pub(crate) fn rewrite(path: &Path, lines: &[String], at: base::Timestamp) -> std::io::Result<PathBuf> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".oud-{}", at.as_second()));
    let beside = PathBuf::from(beside);
    match std::fs::rename(path, &beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => append(path, lines)?,
    }
    Ok(beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(nummer: u64) -> String {
        let at = base::Timestamp::UNIX_EPOCH;
        let digest = storage::Digest::of(b"vogels");
        let seal = Seal {
            nummer,
            at,
            events_to: nummer,
            reads_to: 0,
            events: 1,
            reads: 0,
            acts: None,
            root: digest,
            previous: digest,
            signature: [7; 64],
        };
        seal.to_string()
    }

    /// What is in a file that held this, after seals were added.
    fn after(held: &str, added: &[u64]) -> String {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("zegels");
        std::fs::write(&path, held).unwrap();
        append(&path, &added.iter().copied().map(seal).collect::<Vec<_>>()).unwrap();
        std::fs::read_to_string(&path).unwrap()
    }

    #[test]
    fn what_a_full_disk_cut_off_does_not_spoil_the_seals_that_follow() {
        let (one, two, three) = (seal(1), seal(2), seal(3));
        let whole = format!("{one}\n{two}\n{three}\n");
        assert_eq!(after("", &[1, 2, 3]), whole);
        assert_eq!(after(&format!("{one}\n"), &[2, 3]), whole);
        for cut in [1, 40, two.len() - 1] {
            assert_eq!(after(&format!("{one}\n{}", &two[..cut]), &[2, 3]), whole, "after {cut}");
        }
        assert_eq!(after(&format!("{one}\n{two}"), &[3]), whole, "only the line end is missing");
    }

    #[test]
    fn the_folder_of_the_file_is_made_like_that_of_the_key() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("leerrecht/regio/zegels");
        append(&path, &[seal(1)]).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{}\n", seal(1)));
    }

    #[test]
    fn a_new_file_leaves_the_old_beside_it() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("zegels");
        std::fs::write(&path, format!("{}\n", seal(9))).unwrap();
        let old = rewrite(&path, &[seal(1), seal(2)], base::Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{}\n{}\n", seal(1), seal(2)));
        assert_eq!(std::fs::read_to_string(old).unwrap(), format!("{}\n", seal(9)));
    }

    #[test]
    fn two_programs_on_one_file_add_a_seal_once() {
        let whole = format!("{}\n{}\n", seal(1), seal(2));
        assert_eq!(after(&format!("{}\n", seal(1)), &[1, 2]), whole);
        assert_eq!(after(&whole, &[2]), whole);
    }

    #[test]
    fn a_line_that_was_cut_off_is_no_last_seal() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("zegels");
        assert_eq!(last_seal(&path), 0);
        std::fs::write(&path, format!("{}\n{}", seal(1), &seal(2)[..50])).unwrap();
        assert_eq!(last_seal(&path), 1);
    }
}
