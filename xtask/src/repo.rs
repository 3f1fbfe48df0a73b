//! The one place that touches the disk, git and cargo: what the checkers look at, read once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fmt, fs};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Files larger than this are not read as text: nothing in this repository that a checker reads comes near it.
const MOST_TEXT_BYTES: u64 = 4 * 1024 * 1024;

/// A file of the repository: tracked, or new and not ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    /// The text; empty for what is no UTF-8 text (pictures, fonts).
    pub(crate) text: String,
}

impl File {
    #[cfg(test)]
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// `true` for a file with this extension.
    pub(crate) fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| found == extension)
    }

    /// `true` for Rust that is only there for tests, benches or examples.
    pub(crate) fn is_test_code(&self) -> bool {
        let own = ["/tests.rs", "_tests.rs"].iter().any(|end| self.path.ends_with(end));
        own || ["/tests/", "/benches/", "/examples/", "/fuzz/"].iter().any(|part| self.path.contains(part))
    }
}

/// A dependency of one of our crates, as its manifest names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// `false` for dev- and build-dependencies.
    pub(crate) normal: bool,
}

/// One of our crates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) name: String,
    /// Path of its manifest from the root.
    pub(crate) manifest: String,
    pub(crate) dependencies: Vec<Dependency>,
}

/// A package that is built into the product or its tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SPDX expression, where the package states one.
    pub(crate) license: Option<String>,
}

/// A file that is not as it was at a point in history.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Change {
    pub(crate) path: String,
    /// `M`, `D`, `T` … as git names it; added files are no change.
    pub(crate) letter: char,
}

/// What has changed since a point in history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Since {
    /// Name of that point, for people.
    pub(crate) point: String,
    pub(crate) changes: Vec<Change>,
}

/// The repository as the checkers see it.
pub(crate) struct Repo {
    pub(crate) root: PathBuf,
    pub(crate) files: Vec<File>,
    pub(crate) rooms: Vec<Room>,
    pub(crate) packages: Vec<Package>,
    /// Changes since the last release and since the branch left `origin/main`; empty before the first release.
    pub(crate) since: Vec<Since>,
}

/// The repository could not be read.
#[derive(Debug)]
pub(crate) enum RepoError {
    /// A command that could not be run or that failed.
    Command { command: String, reason: String },
    /// A file that could not be read or written.
    File { path: PathBuf, source: std::io::Error },
}

impl fmt::Display for RepoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Command { command, reason } => write!(f, "'{command}' failed: {reason}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl Repo {
    /// Reads the repository in which this program is run.
    pub(crate) fn load() -> Result<Self, RepoError> {
        let root = PathBuf::from(run(Path::new("."), "git", &["rev-parse", "--show-toplevel"])?.trim());
        let files = read_files(&root)?;
        let metadata = cargo_metadata(&root)?;
        let since = changes_since_release(&root)?;
        Ok(Self { rooms: rooms(&root, &metadata), packages: packages(&metadata), root, files, since })
    }

    /// The text of a file, where it exists.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// Writes a file of the repository.
    pub(crate) fn write(&self, path: &str, text: &str) -> Result<(), RepoError> {
        let path = self.root.join(path);
        fs::write(&path, text).map_err(|source| RepoError::File { path, source })
    }
}

fn run(root: &Path, program: &str, arguments: &[&str]) -> Result<String, RepoError> {
    let failed =
        |reason: String| RepoError::Command { command: format!("{program} {}", arguments.join(" ")), reason };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .map_err(|e| failed(e.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn read_files(root: &Path) -> Result<Vec<File>, RepoError> {
    let listed = run(root, "git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?;
    let mut paths: Vec<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        if let Some(text) = read_text(&root.join(path))? {
            files.push(File { path: path.to_owned(), text });
        }
    }
    Ok(files)
}

/// The text of a file; empty for a binary or very large one, `None` for one that git lists but is gone.
fn read_text(path: &Path) -> Result<Option<String>, RepoError> {
    let failed = |source| RepoError::File { path: path.to_path_buf(), source };
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
        Ok(about) if !about.is_file() || about.len() > MOST_TEXT_BYTES => Ok(Some(String::new())),
        Ok(_) => Ok(Some(String::from_utf8(fs::read(path).map_err(failed)?).unwrap_or_default())),
    }
}

/// Metadata for this machine's platform: what is built and tested here. (`Cargo.lock`, which the bans are
/// checked against, covers every platform.)
fn cargo_metadata(root: &Path) -> Result<Metadata, RepoError> {
    let version = run(root, "rustc", &["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let failed = |error: cargo_metadata::Error| RepoError::Command {
        command: "cargo metadata".to_owned(),
        reason: error.to_string(),
    };
    MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(vec!["--filter-platform".to_owned(), host.to_owned()])
        .exec()
        .map_err(failed)
}

fn rooms(root: &Path, metadata: &Metadata) -> Vec<Room> {
    let relative = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    let packages = metadata.workspace_packages();
    packages
        .into_iter()
        .map(|package| Room {
            name: package.name.to_string(),
            manifest: relative(package.manifest_path.as_std_path()),
            dependencies: package
                .dependencies
                .iter()
                .map(|d| Dependency { name: d.name.clone(), normal: d.kind == DependencyKind::Normal })
                .collect(),
        })
        .collect()
}

fn packages(metadata: &Metadata) -> Vec<Package> {
    let package = |p: &cargo_metadata::Package| Package {
        name: p.name.to_string(),
        version: p.version.to_string(),
        license: p.license.clone(),
    };
    metadata.packages.iter().map(package).collect()
}

/// Changes since the last `v*` tag and since this branch left `origin/main`. Before the first tag nothing is
/// released and so nothing is frozen: an empty list.
fn changes_since_release(root: &Path) -> Result<Vec<Since>, RepoError> {
    let tags = run(root, "git", &["tag", "--list", "v*", "--sort=-version:refname"])?;
    let Some(tag) = tags.lines().next() else { return Ok(Vec::new()) };
    let mut points = vec![(format!("release {tag}"), tag.to_owned())];
    if let Ok(base) = run(root, "git", &["merge-base", "HEAD", "origin/main"]) {
        points.push(("origin/main".to_owned(), base.trim().to_owned()));
    }
    let mut all = Vec::new();
    for (point, commit) in points {
        let listed =
            run(root, "git", &["diff", "--name-status", "--no-renames", "--diff-filter=a", &commit])?;
        all.push(Since { point, changes: listed.lines().filter_map(change).collect() });
    }
    Ok(all)
}

fn change(line: &str) -> Option<Change> {
    let (letters, path) = line.split_once('\t')?;
    Some(Change { path: path.to_owned(), letter: letters.chars().next()? })
}
