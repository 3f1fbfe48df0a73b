//! What an organisation may choose about the look of its letters.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Tekst;

/// House style: one accent colour and one line at the foot of each page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Huisstijl {
    /// Colour of the sender's name and the headings.
    pub accent: Kleur,
    /// Line at the foot of each page, such as the web address of the organisation.
    pub voetregel: Option<Tekst>,
}

impl Default for Huisstijl {
    fn default() -> Self {
        Self { accent: Kleur { rgb: [0x0b, 0x5a, 0x6f] }, voetregel: None }
    }
}

/// A colour that can be read on white paper: contrast at least 4.5 to 1 (WCAG 2.2, 1.4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Kleur {
    rgb: [u8; 3],
}

/// A colour that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KleurError {
    /// Not of the form `#0b5a6f`.
    #[error("dit is geen kleur; verwacht: een hekje en zes cijfers of letters a-f, zoals #0b5a6f")]
    Vorm,
    /// Too light to read on white.
    #[error("de kleur {0} is te licht om op wit papier te lezen; kies een donkerder kleur")]
    TeLicht(Kleur),
}

/// Relative luminance up to which contrast with white is at least 4.5: 1.05 / 4.5 - 0.05.
const MAX_LUMINANCE: f64 = 1.05 / 4.5 - 0.05;

impl Kleur {
    /// Relative luminance as WCAG defines it, 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.rgb.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Kleur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl FromStr for Kleur {
    type Err = KleurError;

    fn from_str(text: &str) -> Result<Self, KleurError> {
        let digits = text.strip_prefix('#').ok_or(KleurError::Vorm)?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(KleurError::Vorm);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| KleurError::Vorm)?;
        let [_, r, g, b] = number.to_be_bytes();
        let colour = Self { rgb: [r, g, b] };
        if colour.luminance() > MAX_LUMINANCE {
            return Err(KleurError::TeLicht(colour));
        }
        Ok(colour)
    }
}

impl TryFrom<String> for Kleur {
    type Error = KleurError;

    fn try_from(text: String) -> Result<Self, KleurError> {
        text.parse()
    }
}

impl From<Kleur> for String {
    fn from(colour: Kleur) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_too_light_to_read_is_refused() {
        assert_eq!("#0B5A6F".parse::<Kleur>().unwrap().to_string(), "#0b5a6f");
        assert!("#767676".parse::<Kleur>().is_ok(), "4.54 to 1");
        let light: KleurError = "#777777".parse::<Kleur>().unwrap_err();
        assert!(matches!(light, KleurError::TeLicht(_)), "4.48 to 1");
        for wrong in ["", "0b5a6f", "#0b5a6", "#0b5a6fff", "#0b5a6g", "#é5a6f", "#+b5a6f"] {
            assert_eq!(wrong.parse::<Kleur>(), Err(KleurError::Vorm), "{wrong}");
        }
    }

    #[test]
    fn the_default_colour_passes_its_own_rule() {
        let default = Huisstijl::default().accent;
        assert_eq!(default.to_string().parse::<Kleur>().unwrap(), default);
    }
}
