//! What stands in braces in an SQL text and differs per database.
//!
//! | token | meaning |
//! |---|---|
//! | `{int}`, `{text}`, `{blob}` | the column types |
//! | `{strict}` | ends a table: types are checked |
//! | `{clustered}` | the same for a table that is kept in the order of its key, where the database can |
//! | `{refuse}` | the action of a trigger that forbids what it watches |
//! | `{refuse_function}` | what `{refuse}` needs beforehand |
//! | `{sequence NAME}` | a source of rising numbers, where the database has them |
//! | `{json COLUMN KEY KEY}` | a text inside the JSON of a column; null where it is not there |
//! | `{list $N}` | a JSON array of texts as a table with one column `value` |
//! | `{probe}` | ends a subquery that is asked row by row along an index, where the database would read all of it at once (ADR 0050) |
//! | `{along INDEX}` | read along this index, where the database can be told |
//! | `{share}` | lock the rows read until the end of the transaction |

/// Replaces every token by what `meaning` says; text without braces comes through unchanged.
///
/// A token that `meaning` does not know stays as it is, so that the database refuses it by name.
pub(crate) fn replace(text: &str, meaning: fn(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((token, after)) = after.split_once('}') else { break };
        let (name, argument) = token.split_once(' ').unwrap_or((token, ""));
        out.push_str(before);
        match meaning(name, argument) {
            Some(written) => out.push_str(&written),
            None => out.push_str(token),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A table of named statements: each a constant, all of them together in `ALL`, so that a test can
/// let both databases prepare every one.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)*
        /// Every statement of this module by name.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $sql)),*];
    };
}
pub(crate) use statements;

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(name: &str, argument: &str) -> Option<String> {
        match name {
            "int" => Some("BIGINT".to_owned()),
            "list" => Some(format!("(array {argument})")),
            _ => None,
        }
    }

    #[test]
    fn tokens_are_written_out_and_the_rest_stays() {
        assert_eq!(replace("a {int}, b IN {list $2};", meaning), "a BIGINT, b IN (array $2);");
        assert_eq!(replace("a {unknown thing} b", meaning), "a unknown thing b");
        assert_eq!(replace("a { b", meaning), "a { b");
    }
}
