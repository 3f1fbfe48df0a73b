//! Words that several pages share: partnerships by name, kinds of letters, an address on one line.

use base::{Date, SwvCode};
use dossier::soort::TlvSoort;
use dossier::staat::{Adres, Brief};
use teksten::{Taal, Tekst};
use web_base::error::Fout;
use web_base::state::WebState;

/// The names of samenwerkingsverbanden, in one line.
pub(super) async fn partnerships(
    state: &WebState,
    codes: [Option<&SwvCode>; 2],
    on: Date,
    taal: Taal,
) -> Result<String, Fout> {
    let mut names: Option<Tekst> = None;
    for code in codes.into_iter().flatten() {
        let ander = Tekst::letterlijk(state.app.organisatie_naam(&code.organisatie(), on).await?);
        names = Some(match names {
            Some(een) => teksten::woorden::En { een, ander }.tekst(),
            None => ander,
        });
    }
    Ok(names.map(|names| taal.zeg(names)).unwrap_or_default())
}

/// A text as a sentence begins.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a partnership gives of this kind, by its code: for leerwegondersteunend onderwijs an aanwijzing (WVO 2.43), else a verklaring.
pub(super) fn verklaring_woord(soort: &str) -> &'static str {
    if soort == TlvSoort::Lwoo.code() { "aanwijzing" } else { "verklaring" }
}

/// A kind of letter, as somebody looks for it in a list.
pub(super) fn letter(soort: &str) -> Tekst {
    dossier::brief::brief_titel(soort)
}

/// The same of a letter that was written: of one that revokes a decision also of what.
pub(super) fn letter_of(brief: &Brief) -> Tekst {
    dossier::brief::titel_van(&brief.inhoud.soort, brief.inhoud.betreft.onderwerp())
}

/// The same in Dutch, for who works with files.
pub(super) fn letter_name(soort: &str) -> String {
    Taal::Nl.zeg(letter(soort))
}

/// `Wulpenlaan 3, 9901 AB Wolkendijk`; empty where nothing is known.
pub(super) fn address_line(adres: &Adres) -> String {
    let postcode = adres.postcode.as_ref().map(|postcode| spaced(&postcode.to_string())).unwrap_or_default();
    let city = joined([postcode.as_str(), adres.plaats.as_str()], " ");
    joined([adres.straat.as_str(), city.as_str()], ", ")
}

/// A postcode as people write it: four digits, a space, two letters.
fn spaced(postcode: &str) -> String {
    match postcode.split_at_checked(4) {
        Some((digits, letters)) if !letters.is_empty() => format!("{digits} {}", letters.trim()),
        _ => postcode.to_owned(),
    }
}

fn joined(parts: [&str; 2], between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_letter_has_words_without_underscores() {
        assert_eq!(letter_name("ontvangst_tlv_aanvraag"), "Ontvangst van de aanvraag");
        assert_eq!(letter_name("verzoek_om_informatie"), "Verzoek om informatie");
        assert_eq!(letter_name("schorsing"), "Schorsing");
    }

    #[test]
    fn a_postcode_has_a_space_before_its_letters() {
        assert_eq!(spaced("9901AB"), "9901 AB");
        assert_eq!(spaced("9901 AB"), "9901 AB");
        assert_eq!(spaced("9901"), "9901");
    }
}
