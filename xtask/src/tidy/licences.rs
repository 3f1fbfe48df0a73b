//! Every package in the product and its tests has a licence that fits a work under EUPL-1.2.

use crate::finding::Finding;
use crate::repo::Package;
use crate::tidy::spdx::Expression;

pub(crate) const NAME: &str = "licences";

/// Accepted licences. MPL-2.0 is in the appendix of the EUPL-1.2; the others ask for no more than notices.
const ACCEPTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn is_accepted(id: &str, exception: Option<&str>) -> bool {
    match exception {
        None => ACCEPTED.contains(&id),
        Some(exception) => id == "Apache-2.0" && exception == "LLVM-exception",
    }
}

/// Checks every package.
pub(crate) fn check(packages: &[Package]) -> Vec<Finding> {
    packages.iter().filter_map(|package| problem(package).map(|what| finding(package, &what))).collect()
}

fn problem(package: &Package) -> Option<String> {
    let Some(license) = &package.license else {
        return Some("states no licence expression".to_owned());
    };
    match Expression::parse(license) {
        Err(error) => Some(format!("states '{license}', which is no licence expression: {error}")),
        Ok(expression) if expression.is_covered(&is_accepted) => None,
        Ok(_) => Some(format!("is licensed '{license}', which is not accepted")),
    }
}

fn finding(package: &Package, what: &str) -> Finding {
    Finding {
        file: "Cargo.lock".to_owned(),
        line: None,
        check: NAME,
        what: format!("{} {} {what}", package.name, package.version),
        why: format!("the product is published under EUPL-1.2 and takes in only {}", ACCEPTED.join(", ")),
        fix: format!("`cargo tree -i {}` shows who brings it; choose another crate", package.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(license: Option<&str>) -> Package {
        Package { name: "x".to_owned(), version: "1.0.0".to_owned(), license: license.map(str::to_owned) }
    }

    #[test]
    fn accepted_licences_pass() {
        let fine = [
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
            "MPL-2.0",
        ];
        let packages: Vec<Package> = fine.iter().map(|license| package(Some(license))).collect();
        assert!(check(&packages).is_empty());
    }

    #[test]
    fn each_wrong_package_is_named() {
        let packages =
            [package(Some("GPL-3.0-only")), package(None), package(Some("MIT OR")), package(Some("MIT"))];
        let whats: Vec<String> = check(&packages).into_iter().map(|finding| finding.what).collect();
        assert_eq!(whats.len(), 3);
        assert_eq!(whats[0], "x 1.0.0 is licensed 'GPL-3.0-only', which is not accepted");
        assert_eq!(whats[1], "x 1.0.0 states no licence expression");
    }
}
