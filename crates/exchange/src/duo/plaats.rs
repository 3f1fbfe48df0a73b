//! Place names as people write them: DUO's upper case in a readable form.

/// A place or municipality, as the source writes it and as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaatsnaam {
    /// As it stands in the source.
    pub bron: String,
    /// As people write it, as far as the upper case allows.
    pub leesbaar: String,
}

impl Plaatsnaam {
    pub(super) fn new(bron: String) -> Self {
        let leesbaar = leesbaar(&bron);
        Self { bron, leesbaar }
    }
}

/// Written differently from what the rules below give: accents and apostrophes that the source drops.
const VAST: [(&str, &str); 6] = [
    ("S GRAVENHAGE", "'s-Gravenhage"),
    ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
    ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
    ("NOARDEAST-FRYSLAN", "Noardeast-Fryslân"),
    ("DE FRYSKE MARREN", "De Fryske Marren"),
    ("2E EXLOERMOND", "2e Exloërmond"),
];

/// Small words inside a name.
const KLEIN: [&str; 21] = [
    "aan", "ad", "bij", "de", "den", "der", "en", "gem", "gem.", "het", "in", "onder", "op", "over", "te",
    "ten", "ter", "tot", "van", "voor", "ca",
];

/// Letters for a province at the end of a name that occurs more than once in the country.
const PROVINCIE: [(&str, &str); 10] = [
    ("GLD", "Gld"),
    ("OV", "Ov"),
    ("GN", "Gn"),
    ("LB", "Lb"),
    ("NB", "NB"),
    ("NH", "NH"),
    ("ZH", "ZH"),
    ("FR", "Fr"),
    ("DR", "Dr"),
    ("UT", "Ut"),
];

/// `'S-GRAVENHAGE` → `'s-Gravenhage`, `ALTEVEER GEM DE WOLDEN` → `Alteveer gem De Wolden`.
///
/// A name that already has small letters stays as it is.
pub fn leesbaar(naam: &str) -> String {
    if naam.chars().any(char::is_lowercase) {
        return naam.to_owned();
    }
    if let Some((voor, na)) = naam.split_once(" GEM ") {
        return format!("{} gem {}", leesbaar(voor), leesbaar(na));
    }
    for (hoofdletters, vast) in VAST {
        if naam == hoofdletters {
            return vast.to_owned();
        }
        if let Some(voor) = naam.strip_suffix(hoofdletters).and_then(|voor| voor.strip_suffix(' ')) {
            return format!("{} {vast}", leesbaar(voor));
        }
    }
    let woorden: Vec<&str> = naam.split(' ').collect();
    let laatste = woorden.len().saturating_sub(1);
    let mooi: Vec<String> =
        woorden.iter().enumerate().map(|(i, woord)| los_woord(woord, i > 0, i > 0 && i == laatste)).collect();
    mooi.join(" ")
}

fn los_woord(woord: &str, mag_klein: bool, mag_provincie: bool) -> String {
    let klein = woord.to_lowercase();
    if mag_klein && KLEIN.contains(&klein.as_str()) {
        return klein;
    }
    let provincie = PROVINCIE.iter().find(|(letters, _)| *letters == woord).filter(|_| mag_provincie);
    if let Some((_, mooi)) = provincie {
        return (*mooi).to_owned();
    }
    woord.split('-').map(deel).collect::<Vec<_>>().join("-")
}

/// One part between blanks and hyphens.
fn deel(deel: &str) -> String {
    if matches!(deel, "'S" | "'T") || deel.starts_with(|c: char| c.is_ascii_digit()) {
        return deel.to_lowercase();
    }
    if let Some(rest) = deel.strip_prefix("IJ") {
        return format!("IJ{}", rest.to_lowercase());
    }
    let mut letters = deel.chars();
    letters.next().map_or_else(String::new, |eerste| format!("{eerste}{}", letters.as_str().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upper_case_names_become_readable() {
        for (bron, verwacht) in [
            ("ALTEVEER GEM NOORDENVELD", "Alteveer gem Noordenveld"),
            ("ALTEVEER GEM DE WOLDEN", "Alteveer gem De Wolden"),
            ("BEEK GEM BERG EN DAL", "Beek gem Berg en Dal"),
            ("SPAARNDAM GEM. HAARLEM", "Spaarndam gem. Haarlem"),
            ("'S-GRAVENHAGE", "'s-Gravenhage"),
            ("S GRAVENHAGE", "'s-Gravenhage"),
            ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
            ("'S-HEER HENDRIKSKINDEREN", "'s-Heer Hendrikskinderen"),
            ("'T HARDE", "'t Harde"),
            ("STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"),
            ("IJMUIDEN", "IJmuiden"),
            ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
            ("NIEUWERKERK AD IJSSEL", "Nieuwerkerk ad IJssel"),
            ("DRIEBERGEN-RIJSENBURG", "Driebergen-Rijsenburg"),
            ("DE BILT", "De Bilt"),
            ("DEN HOORN ZH", "Den Hoorn ZH"),
            ("WEHE-DEN HOORN", "Wehe-Den Hoorn"),
            ("REUSEL-DE MIERDEN", "Reusel-De Mierden"),
            ("HEI- EN BOEICOP", "Hei- en Boeicop"),
            ("TER AAR", "Ter Aar"),
            ("ALPHEN GLD", "Alphen Gld"),
            ("HUIS TER HEIDE UT", "Huis ter Heide Ut"),
            ("2E EXLOERMOND", "2e Exloërmond"),
            ("ST.-ANNAPAROCHIE", "St.-Annaparochie"),
            ("NUENEN CA", "Nuenen ca"),
            ("OUDEGA SUDWEST-FRYSLAN", "Oudega Súdwest-Fryslân"),
            ("OUDEGA DE FRYSKE MARREN", "Oudega De Fryske Marren"),
            ("SÚDWEST", "Súdwest"),
            ("'s-Gravenhage", "'s-Gravenhage"),
            ("", ""),
        ] {
            assert_eq!(leesbaar(bron), verwacht, "{bron}");
        }
    }
}
