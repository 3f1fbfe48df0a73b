//! A point on the map, in whole millionths of a degree: exact, ordered, and the same on every machine.

/// A point in the Netherlands (WGS 84), in millionths of a degree: about ten centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Punt {
    /// Latitude in millionths of a degree north.
    pub breedte: i32,
    /// Longitude in millionths of a degree east.
    pub lengte: i32,
}

impl Punt {
    /// `false` outside the box around the European Netherlands: swapped or of another system.
    pub fn ligt_in_nederland(self) -> bool {
        (50_700_000..=53_700_000).contains(&self.breedte) && (3_200_000..=7_300_000).contains(&self.lengte)
    }
}

/// Reads a decimal number of degrees, rounded to a millionth (half away from zero), without floating point.
pub(super) fn micrograden(tekst: &str) -> Option<i32> {
    let (negatief, cijfers) = tekst.strip_prefix('-').map_or((false, tekst), |rest| (true, rest));
    let (heel, decimalen) = cijfers.split_once('.').unwrap_or((cijfers, "0"));
    let plain = |deel: &str| !deel.is_empty() && deel.bytes().all(|b| b.is_ascii_digit());
    if !plain(heel) || !plain(decimalen) || heel.len() > 3 || decimalen.len() > 40 {
        return None;
    }
    let zes: i32 = format!("{decimalen:0<6}").get(..6)?.parse().ok()?;
    let omhoog = decimalen.as_bytes().get(6).is_some_and(|cijfer| *cijfer >= b'5');
    let waarde = heel.parse::<i32>().ok()? * 1_000_000 + zes + i32::from(omhoog);
    Some(if negatief { -waarde } else { waarde })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_become_whole_millionths() {
        assert_eq!(micrograden("52.066957459650574"), Some(52_066_957));
        assert_eq!(micrograden("4.9999995"), Some(5_000_000));
        assert_eq!(micrograden("-0.5"), Some(-500_000));
        assert_eq!(micrograden("7"), Some(7_000_000));
        for wrong in ["", ".", "5.", ".5", "1e2", "1234.0", "4,5", "--1", "NaN"] {
            assert_eq!(micrograden(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_swapped_point_lies_elsewhere() {
        assert!(Punt { breedte: 52_066_957, lengte: 4_332_230 }.ligt_in_nederland());
        assert!(!Punt { breedte: 4_332_230, lengte: 52_066_957 }.ligt_in_nederland());
    }
}
