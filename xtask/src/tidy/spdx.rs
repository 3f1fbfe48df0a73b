//! Licence expressions as packages state them (SPDX: `A OR B`, `A AND (B OR C)`, `A WITH exception`), and
//! whether a list of accepted licences covers them.

use std::fmt;

/// A licence expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// One licence, with its exception where there is one.
    Licence { id: String, exception: Option<String> },
    /// Both hold.
    And(Box<Expression>, Box<Expression>),
    /// The user of the package chooses.
    Or(Box<Expression>, Box<Expression>),
}

/// A text that is no licence expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SpdxError {
    expected: &'static str,
    found: String,
}

impl fmt::Display for SpdxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found '{}'", self.expected, self.found)
    }
}

impl Expression {
    /// Reads an expression. `A/B`, as old manifests have it, means `A OR B`.
    pub(crate) fn parse(text: &str) -> Result<Self, SpdxError> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let mut words = Words { rest: spaced.split_whitespace().collect::<Vec<_>>() };
        words.rest.reverse();
        let expression = words.or()?;
        match words.rest.last() {
            None => Ok(expression),
            Some(left) => Err(SpdxError { expected: "AND, OR or the end", found: (*left).to_owned() }),
        }
    }

    /// Whether the accepted licences allow it. `accepts` is asked for each licence with its exception.
    pub(crate) fn is_covered(&self, accepts: &impl Fn(&str, Option<&str>) -> bool) -> bool {
        match self {
            Self::Licence { id, exception } => accepts(id, exception.as_deref()),
            Self::And(left, right) => left.is_covered(accepts) && right.is_covered(accepts),
            Self::Or(left, right) => left.is_covered(accepts) || right.is_covered(accepts),
        }
    }
}

/// The words still to read, last one first.
struct Words<'a> {
    rest: Vec<&'a str>,
}

impl Words<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.rest.last() == Some(&word);
        if found {
            self.rest.pop();
        }
        found
    }

    fn or(&mut self) -> Result<Expression, SpdxError> {
        let mut left = self.and()?;
        while self.take("OR") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, SpdxError> {
        let mut left = self.one()?;
        while self.take("AND") {
            left = Expression::And(Box::new(left), Box::new(self.one()?));
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<Expression, SpdxError> {
        if self.take("(") {
            let inner = self.or()?;
            return if self.take(")") { Ok(inner) } else { Err(self.expected("')'")) };
        }
        let id = self.name("a licence")?;
        let exception = if self.take("WITH") { Some(self.name("an exception")?) } else { None };
        Ok(Expression::Licence { id, exception })
    }

    fn name(&mut self, expected: &'static str) -> Result<String, SpdxError> {
        let is_name = |word: &&str| !matches!(*word, "AND" | "OR" | "WITH" | "(" | ")");
        match self.rest.last().filter(|word| is_name(word)) {
            Some(name) => {
                let name = (*name).to_owned();
                self.rest.pop();
                Ok(name)
            }
            None => Err(self.expected(expected)),
        }
    }

    fn expected(&self, expected: &'static str) -> SpdxError {
        SpdxError { expected, found: self.rest.last().map_or("the end", |word| word).to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(text: &str) -> bool {
        let accepts = |id: &str, exception: Option<&str>| {
            matches!(
                (id, exception),
                ("MIT" | "Apache-2.0" | "Zlib", None) | ("Apache-2.0", Some("LLVM-exception"))
            )
        };
        Expression::parse(text).unwrap().is_covered(&accepts)
    }

    #[test]
    fn or_needs_one_and_and_needs_both() {
        assert!(covered("MIT OR GPL-3.0-only"));
        assert!(!covered("MIT AND GPL-3.0-only"));
        assert!(covered("(MIT OR GPL-3.0-only) AND Zlib"));
        assert!(!covered("(MIT OR Zlib) AND GPL-3.0-only"));
    }

    #[test]
    fn and_binds_closer_than_or() {
        assert!(covered("MIT OR GPL-3.0-only AND AGPL-3.0-only"));
        assert!(!covered("GPL-3.0-only OR AGPL-3.0-only AND MIT"));
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        assert!(covered("Apache-2.0 WITH LLVM-exception"));
        assert!(!covered("MIT WITH LLVM-exception"));
        assert!(!covered("Apache-2.0 WITH Classpath-exception-2.0"));
    }

    #[test]
    fn the_old_slash_is_a_choice() {
        assert!(covered("GPL-3.0-only/MIT"));
        assert!(covered("Apache-2.0 / GPL-3.0-only"));
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for wrong in ["", "MIT OR", "AND MIT", "(MIT", "MIT)", "MIT Zlib", "MIT WITH", "OR"] {
            assert!(Expression::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Expression::parse("(MIT").unwrap_err().to_string(), "expected ')', found 'the end'");
    }
}
