//! One accent colour per region, as a style sheet of its own: inline style is forbidden.
//!
//! A region gives one colour. What is too light to read on white, or under white letters, is darkened until it is
//! not (contrast 4.5 : 1, WCAG 1.4.3), so that no choice of a region makes a page unreadable.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use web_base::assets::FOR_EVER;
use web_base::error::{Fout, Uitkomst};

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kleur([u8; 3]);

impl Kleur {
    /// Reads `0b5a6f`.
    fn parse(text: &str) -> Option<Self> {
        if text.len() != 6 || !text.is_ascii() {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
        let digits = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        digits.then(|| Some(Self([part(0)?, part(2)?, part(4)?])))?
    }

    /// Mixed with another, `tenths` of ten parts of it.
    fn mixed(self, other: Self, tenths: u16) -> Self {
        let mut mixed = self.0;
        for (own, add) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*own) * (10 - tenths) + u16::from(add) * tenths;
            *own = u8::try_from(sum / 10).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Contrast with a lighter colour.
    fn contrast(self, lighter: Self) -> f64 {
        (lighter.luminance() + 0.05) / (self.luminance() + 0.05)
    }

    fn darkened(self) -> Self {
        self.mixed(Self([0; 3]), 1)
    }
}

impl std::fmt::Display for Kleur {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

const WHITE: Kleur = Kleur([255; 3]);

/// The three shades of a region's colour: of text and buttons, darker, and of backgrounds.
fn shades(chosen: Kleur) -> [Kleur; 3] {
    let soft = chosen.mixed(WHITE, 9);
    let mut accent = chosen;
    // Also readable on its own soft background, where links stand too.
    while accent.contrast(soft) < 4.5 && accent != Kleur([0; 3]) {
        accent = accent.darkened();
    }
    [accent, accent.darkened().darkened(), soft]
}

/// The style sheet of a colour.
pub(crate) async fn serve(Path(naam): Path<String>) -> Uitkomst {
    let chosen = naam.strip_suffix(".css").and_then(Kleur::parse).ok_or(Fout::NietGevonden)?;
    let [accent, dark, soft] = shades(chosen);
    let css = format!(":root {{ --accent: {accent}; --accent-dark: {dark}; --accent-soft: {soft}; }}\n");
    Ok(([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, FOR_EVER)], css).into_response())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        assert_eq!(Kleur::parse("0b5a6F").unwrap().to_string(), "#0b5a6f");
        for wrong in ["", "#0b5a6f", "0b5a6", "0b5a6g", "+b5a6f", "éééé", "red"] {
            assert_eq!(Kleur::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_colour_a_region_chooses_stays_readable(rgb: [u8; 3]) {
            let [accent, dark, soft] = shades(Kleur(rgb));
            prop_assert!(accent.contrast(WHITE) >= 4.5);
            prop_assert!(accent.contrast(soft) >= 4.5);
            prop_assert!(dark.contrast(WHITE) >= 4.5);
        }
    }
}
