//! Exact decimals of any length: hours as people write them, added and compared without rounding.

use std::cmp::Ordering;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

/// A decimal number of at least 0, exact.
///
/// Written as JSON it is the number as it was given; the canonical form (RFC 8785) of that number is the
/// shortest text of the nearest double.
#[derive(Debug, Clone)]
pub struct Decimaal {
    /// Digits before the point, without leading zeros.
    whole: String,
    /// Digits after the point, without trailing zeros.
    decimals: String,
}

/// A text that is no number of at least 0 that JSON can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen getal van 0 of hoger")]
pub struct DecimaalError(pub String);

impl Decimaal {
    /// Nothing.
    pub fn zero() -> Self {
        Self { whole: String::new(), decimals: String::new() }
    }

    /// Reads a JSON number (`7.5`, `1e2`) exactly.
    pub fn parse(text: &str) -> Result<Self, DecimaalError> {
        let wrong = || DecimaalError(text.chars().take(40).collect());
        // A JSON number within the range of a double: its exponent is small enough to write out.
        text.parse::<Number>().map_err(|_| wrong())?;
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let value = Self::shifted(digits).ok_or_else(wrong)?;
        if sign < 0 && value != Self::zero() {
            return Err(wrong());
        }
        Ok(value)
    }

    /// `12.5e1` as 125.
    fn shifted(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{decimals}");
        if digits.bytes().all(|b| b == b'0') {
            return Some(Self::zero());
        }
        let exponent: i64 = exponent.parse().ok()?;
        let point = i64::try_from(whole.len()).ok()?.checked_add(exponent)?;
        Self::with_point(&digits, point)
    }

    /// The digits with the point after the first `point` of them; zeros fill up on either side.
    fn with_point(digits: &str, point: i64) -> Option<Self> {
        let length = i64::try_from(digits.len()).ok()?;
        let zeros = |count: i64| usize::try_from(count.max(0)).map(|n| "0".repeat(n)).ok();
        let split = usize::try_from(point.clamp(0, length)).ok()?;
        let (head, tail) = digits.split_at_checked(split)?;
        let whole = format!("{head}{}", zeros(point.checked_sub(length)?)?);
        let decimals = format!("{}{tail}", zeros(point.checked_neg()?)?);
        Some(Self {
            whole: whole.trim_start_matches('0').to_owned(),
            decimals: decimals.trim_end_matches('0').to_owned(),
        })
    }

    /// The exact sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let scale = self.decimals.len().max(other.decimals.len());
        let width = self.whole.len().max(other.whole.len());
        let (left, right) = (self.aligned(width, scale), other.aligned(width, scale));
        let mut carry = 0;
        let mut reversed = Vec::with_capacity(left.len() + 1);
        for (a, b) in left.bytes().rev().zip(right.bytes().rev()) {
            let sum = (a - b'0') + (b - b'0') + carry;
            reversed.push(char::from(b'0' + sum % 10));
            carry = sum / 10;
        }
        reversed.push(char::from(b'0' + carry));
        let digits: String = reversed.into_iter().rev().collect();
        let (whole, decimals) = digits.split_at(digits.len() - scale);
        Self {
            whole: whole.trim_start_matches('0').to_owned(),
            decimals: decimals.trim_end_matches('0').to_owned(),
        }
    }

    fn aligned(&self, width: usize, scale: usize) -> String {
        format!("{:0>width$}{:0<scale$}", self.whole, self.decimals)
    }

    fn text(&self) -> String {
        let whole = if self.whole.is_empty() { "0" } else { &self.whole };
        if self.decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{}", self.decimals) }
    }
}

impl From<u32> for Decimaal {
    fn from(number: u32) -> Self {
        let whole = if number == 0 { String::new() } else { number.to_string() };
        Self { whole, decimals: String::new() }
    }
}

impl fmt::Display for Decimaal {
    /// With a comma, as Dutch writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().replace('.', ","))
    }
}

impl Ord for Decimaal {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.whole.len().cmp(&other.whole.len());
        by_length.then_with(|| self.whole.cmp(&other.whole)).then_with(|| self.decimals.cmp(&other.decimals))
    }
}

impl PartialOrd for Decimaal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimaal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimaal {}

impl Serialize for Decimaal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: Number = self.text().parse().map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimaal {
    /// From a JSON number, or from its text where the exact digits matter.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Text(String),
            Number(Number),
        }
        let text = match Form::deserialize(deserializer)? {
            Form::Text(text) => text,
            Form::Number(number) => number.to_string(),
        };
        Self::parse(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dec(text: &str) -> Decimaal {
        Decimaal::parse(text).unwrap()
    }

    #[test]
    fn json_numbers_read_exactly() {
        for (given, written) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("7.50", "7,5"),
            ("1e2", "100"),
            ("12.5E-1", "1,25"),
            ("0.1e1", "1"),
            ("1e-7", "0,0000001"),
            ("15.99999999999999999999", "15,99999999999999999999"),
        ] {
            assert_eq!(dec(given).to_string(), written, "{given}");
        }
    }

    #[test]
    fn what_is_below_zero_or_no_json_number_is_refused() {
        for wrong in ["-0.1", "-1", "", "1.", ".5", "01", "1e999", "1,5", "abc", "+1", " 1"] {
            assert!(Decimaal::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_hundred_and_sixty_tenths_are_exactly_sixteen() {
        let sum = (0..160).fold(Decimaal::zero(), |sum, _| sum.plus(&dec("0.1")));
        assert_eq!(sum, Decimaal::from(16));
        assert!(dec("15.99999999999999999999") < Decimaal::from(16));
        assert!(dec("9.9") < dec("10"));
        assert!(dec("0.25") > dec("0.1"));
        assert_eq!(dec("9.95").plus(&dec("0.05")), dec("10"));
    }

    #[test]
    fn the_largest_and_smallest_doubles_fit() {
        assert!(dec("1e308").plus(&dec("1e-300")) > dec("1e308"));
    }

    proptest! {
        #[test]
        fn sums_agree_with_whole_numbers(a in 0_u64..1_000_000_000, b in 0_u64..1_000_000_000, scale in 0_u32..6) {
            let text = |n: u64| format!("{n}e-{scale}");
            prop_assert_eq!(dec(&text(a)).plus(&dec(&text(b))), dec(&text(a + b)));
            prop_assert_eq!(dec(&text(a)).cmp(&dec(&text(b))), a.cmp(&b));
        }
    }
}
