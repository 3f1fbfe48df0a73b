//! Money in whole eurocents and exact fractions. Nothing here ever rounds by accident.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in whole eurocents; negative amounts are owed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Eurocent(pub i64);

impl Eurocent {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` when it does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The amount times a fraction, rounded once: half a cent away from zero.
    pub fn times(self, factor: Fraction) -> Option<Self> {
        let product = i128::from(self.0).checked_mul(factor.numerator)?;
        i64::try_from(round_half_away(product, factor.denominator)?).ok().map(Self)
    }
}

impl fmt::Display for Eurocent {
    /// `€ 1.234,56`, the way amounts are written in Dutch.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        let (euros, rest) = (cents / 100, cents % 100);
        let digits = euros.to_string();
        let mut grouped = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "€ {sign}{grouped},{rest:02}")
    }
}

/// An exact fraction in lowest terms; the denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// A text that is no decimal number, or one that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen getal met hooguit achttien decimalen")]
pub struct FractionError(pub String);

impl Fraction {
    /// `numerator / denominator`, or `None` for a zero denominator.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let sign = if denominator < 0 { -1 } else { 1 };
        let divisor = gcd(numerator.checked_abs()?, denominator.checked_abs()?).max(1);
        Some(Self { numerator: sign * numerator / divisor, denominator: sign * denominator / divisor })
    }

    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self { numerator: i128::from(number), denominator: 1 }
    }

    /// Reads `"12.34"` or `"-0,5"` exactly.
    pub fn parse_decimal(text: &str) -> Result<Self, FractionError> {
        let wrong = || FractionError(text.to_owned());
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || !plain(whole)
            || !plain(decimals)
            || decimals.len() > 18
            || digits.ends_with(['.', ','])
        {
            return Err(wrong());
        }
        let scale = 10_i128.pow(u32::try_from(decimals.len()).map_err(|_| wrong())?);
        let value: i128 = format!("{whole}{decimals}").parse().map_err(|_| wrong())?;
        Self::new(if negative { -value } else { value }, scale).ok_or_else(wrong)
    }

    /// The sum, or `None` on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The product, or `None` on overflow.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.numerator)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

/// Integer division, half away from zero; `None` for a zero or negative divisor or on overflow.
fn round_half_away(value: i128, divisor: i128) -> Option<i128> {
    if divisor <= 0 {
        return None;
    }
    let doubled = value.checked_abs()?.checked_mul(2)?.checked_add(divisor)?;
    let rounded = doubled / divisor.checked_mul(2)?;
    Some(if value < 0 { -rounded } else { rounded })
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_cent_goes_away_from_zero() {
        let half = Fraction::new(1, 2).unwrap();
        assert_eq!(Eurocent(1).times(half), Some(Eurocent(1)));
        assert_eq!(Eurocent(-1).times(half), Some(Eurocent(-1)));
        assert_eq!(Eurocent(3).times(half), Some(Eurocent(2)));
        assert_eq!(Eurocent(i64::MAX).times(Fraction::whole(2)), None);
    }

    #[test]
    fn amounts_read_as_dutch() {
        assert_eq!(Eurocent(123_456_789).to_string(), "€ 1.234.567,89");
        assert_eq!(Eurocent(-5).to_string(), "€ -0,05");
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(Fraction::parse_decimal("12.340").unwrap(), Fraction::new(617, 50).unwrap());
        assert_eq!(Fraction::parse_decimal("-0,5").unwrap(), Fraction::new(-1, 2).unwrap());
        for wrong in ["", "-", "1.", ".5", "1e3", "+1", "1.2.3", "0.1234567890123456789"] {
            assert!(Fraction::parse_decimal(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_percentage_never_invents_money(cents in -1_000_000_000_i64..1_000_000_000, percent in 0_i128..=100) {
            let part = Eurocent(cents).times(Fraction::new(percent, 100).unwrap()).unwrap();
            let rest = Eurocent(cents).times(Fraction::new(100 - percent, 100).unwrap()).unwrap();
            prop_assert!((part.0 + rest.0 - cents).abs() <= 1);
        }
    }
}
