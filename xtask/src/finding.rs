//! What a checker found: where, what, why it is wrong and what to do.

use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Path from the root of the repository.
    pub(crate) file: String,
    /// Line from one, where one line is to blame.
    pub(crate) line: Option<usize>,
    /// Name of the check.
    pub(crate) check: &'static str,
    /// What is wrong.
    pub(crate) what: String,
    /// Why that is wrong.
    pub(crate) why: String,
    /// What to do about it.
    pub(crate) fix: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        writeln!(f, ": [{}] {}\n    why: {}\n    do:  {}", self.check, self.what, self.why, self.fix)
    }
}

/// `3 findings`, `1 finding`, `nothing found`.
pub(crate) fn count(findings: &[Finding]) -> String {
    match findings.len() {
        0 => "nothing found".to_owned(),
        1 => "1 finding".to_owned(),
        many => format!("{many} findings"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_reads_as_an_address_and_three_answers() {
        let finding = Finding {
            file: "crates/base/Cargo.toml".to_owned(),
            line: Some(12),
            check: "layers",
            what: "base depends on app".to_owned(),
            why: "base stands on nothing".to_owned(),
            fix: "remove the dependency".to_owned(),
        };
        assert_eq!(
            finding.to_string(),
            "crates/base/Cargo.toml:12: [layers] base depends on app\n    why: base stands on nothing\n    do:  remove the dependency\n"
        );
    }
}
