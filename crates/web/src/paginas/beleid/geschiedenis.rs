//! What each version of a policy changed, in words.

use app::organisaties::BeleidVersie;
use base::dates::short_nl;
use verband::Beleid;
use verband::beleid::ExtraVraag;
use web_base::onderdelen::{Inhoud, Kolom, Tabel};

/// Every version with what it changed in the one before, the newest first.
pub(super) fn history(versies: &[BeleidVersie]) -> Tabel {
    let kolommen = vec![
        Kolom::text("Sinds").names_row(),
        Kolom::text("Beslissen binnen"),
        Kolom::text("Wat veranderde"),
        Kolom::text("Waarom"),
    ];
    let usual = Beleid::default();
    let before = versies.iter().skip(1).map(|versie| &versie.beleid).chain([&usual]);
    Tabel::new("Vastgesteld beleid", kolommen, "Er is nog niets vastgesteld: alleen de wet geldt.").rows(
        versies.iter().zip(before),
        |(versie, before)| {
            let changed = changes(before, &versie.beleid);
            let told: Vec<Inhoud> = changed.into_iter().map(Inhoud::from).collect();
            vec![
                short_nl(versie.op).into(),
                weeks(versie.beleid.tlv_beslistermijn_weken).into(),
                if told.is_empty() { "niets".into() } else { told.into() },
                versie.waarom.as_str().into(),
            ]
        },
    )
}

fn weeks(weken: Option<u16>) -> String {
    match weken {
        None => "de wet".to_owned(),
        Some(1) => "1 week".to_owned(),
        Some(weken) => format!("{weken} weken"),
    }
}

/// What one version of a policy says otherwise than another, in words. Every setting is named, so that one that is added later is
/// not forgotten here.
fn changes(before: &Beleid, now: &Beleid) -> Vec<String> {
    let Beleid {
        tlv_beslistermijn_weken,
        onafhankelijke_deskundigen,
        extra_vragen,
        accentkleur,
        telefoon_loket,
        postadres,
        steunpunt,
        minste_letters_reden,
    } = now;
    let mut all = Vec::new();
    let mut changed = |what: &str, was: String, is: String| {
        if was != is {
            all.push(format!("{what}: was {was}, nu {is}"));
        }
    };
    let yes_no = |said: bool| if said { "ja" } else { "nee" }.to_owned();
    let text = |text: &str| if text.is_empty() { "leeg".to_owned() } else { format!("'{text}'") };
    changed("beslissen binnen", weeks(before.tlv_beslistermijn_weken), weeks(*tlv_beslistermijn_weken));
    changed(
        "onafhankelijke deskundigen",
        yes_no(before.onafhankelijke_deskundigen),
        yes_no(*onafhankelijke_deskundigen),
    );
    changed("telefoon van het loket", text(&before.telefoon_loket), text(telefoon_loket));
    changed("postadres", text(&before.postadres), text(postadres));
    changed("steunpunt", text(&before.steunpunt), text(steunpunt));
    changed("kleur", text(&before.accentkleur), text(accentkleur));
    let (was, is) = (before.minste_letters_reden.to_string(), minste_letters_reden.to_string());
    changed("letters in een reden, ten minste", was, is);
    for vraag in extra_vragen {
        match before.extra_vragen.iter().find(|other| other.id == vraag.id) {
            None => all.push(format!("vraag erbij ({}): '{}'", kinds(vraag), vraag.vraag)),
            Some(other) if other == vraag => {}
            Some(other) if other.vraag == vraag.vraag => {
                all.push(format!(
                    "vraag '{}': was voor {}, nu voor {}",
                    vraag.vraag,
                    kinds(other),
                    kinds(vraag)
                ));
            }
            Some(other) => {
                all.push(format!("vraag was '{}', nu '{}' ({})", other.vraag, vraag.vraag, kinds(vraag)));
            }
        }
    }
    let gone = before.extra_vragen.iter().filter(|old| extra_vragen.iter().all(|vraag| vraag.id != old.id));
    all.extend(gone.map(|old| format!("vraag weg: '{}'", old.vraag)));
    all
}

/// For which requests a question is asked.
fn kinds(vraag: &ExtraVraag) -> String {
    vraag.voor.iter().map(|soort| soort.label()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use verband::TlvSoort;

    use super::*;

    #[test]
    fn a_version_of_the_policy_says_in_words_what_it_changed() {
        let usual = Beleid::default();
        let vraag = |tekst: &str, voor: &[TlvSoort]| ExtraVraag {
            id: "swv_vervoer".to_owned(),
            vraag: tekst.to_owned(),
            voor: voor.iter().copied().collect(),
        };
        let first = Beleid {
            tlv_beslistermijn_weken: Some(6),
            telefoon_loket: "0320 123456".to_owned(),
            extra_vragen: vec![vraag("Hoe komt het kind op school?", &[TlvSoort::So])],
            ..usual.clone()
        };
        assert_eq!(
            changes(&usual, &first),
            [
                "beslissen binnen: was de wet, nu 6 weken",
                "telefoon van het loket: was leeg, nu '0320 123456'",
                "vraag erbij (speciaal onderwijs): 'Hoe komt het kind op school?'",
            ]
        );
        let second = Beleid { tlv_beslistermijn_weken: Some(1), extra_vragen: Vec::new(), ..first.clone() };
        assert_eq!(
            changes(&first, &second),
            ["beslissen binnen: was 6 weken, nu 1 week", "vraag weg: 'Hoe komt het kind op school?'"]
        );
        let third =
            Beleid { extra_vragen: vec![vraag("Hoe reist het kind?", &[TlvSoort::So])], ..first.clone() };
        assert_eq!(
            changes(&first, &third),
            ["vraag was 'Hoe komt het kind op school?', nu 'Hoe reist het kind?' (speciaal onderwijs)"]
        );
        assert!(changes(&first, &first).is_empty());
    }
}
