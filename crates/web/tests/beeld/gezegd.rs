//! What a page says in its own language, and where it says that a link leads to another.

use crate::html::{Piece, attribute, decoded, pieces};

/// Words on a page: what kind of thing says them, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gezegd {
    /// The element in which they stand: `label`, `p`; of a hint or an error of a field `uitleg`; of an attribute its name.
    pub(crate) in_: String,
    pub(crate) woorden: String,
}

/// Elements that hold nothing.
const VOID: [&str; 6] = ["input", "meta", "link", "br", "img", "hr"];
/// Attributes that somebody hears or reads.
const HEARD: [&str; 4] = ["aria-label", "placeholder", "title", "data-woorden"];

/// Everything that a page says in its own language: without what it marks as Dutch, and without what fields hold.
pub(crate) fn said(page: &str) -> Vec<Gezegd> {
    let mut found = Vec::new();
    // Of each open element its name, and whether it says that it is Dutch.
    let mut open: Vec<(String, bool)> = Vec::new();
    for piece in pieces(page) {
        match piece {
            Piece::Open(tag, attributes) => {
                let dutch = tag != "html" && attribute(&attributes, "lang") == Some("nl");
                let inside = open.last().is_some_and(|(_, dutch)| *dutch);
                let heard = attributes.iter().filter(|(name, _)| HEARD.contains(name));
                if !dutch && !inside {
                    found.extend(
                        heard.map(|(name, value)| Gezegd { in_: (*name).to_owned(), woorden: value.clone() }),
                    );
                }
                if !VOID.contains(&tag) {
                    let id = attribute(&attributes, "id").unwrap_or_default();
                    let of_field = id.ends_with("-uitleg") || id.ends_with("-fout");
                    let header = attribute(&attributes, "role") == Some("rowheader");
                    let name = match tag {
                        _ if of_field => "uitleg",
                        "th" if header => "td",
                        tag => tag,
                    };
                    open.push((name.to_owned(), dutch || inside));
                }
            }
            Piece::Close(tag) => {
                // What was not closed ends with what is around it.
                let last = open
                    .iter()
                    .rposition(|(name, _)| name == tag || name == "uitleg" || (name == "td" && tag == "th"));
                if let Some(last) = last {
                    open.truncate(last);
                }
            }
            Piece::Text(text) => {
                let woorden = decoded(text).split_whitespace().collect::<Vec<_>>().join(" ");
                let (in_, dutch) = open.last().cloned().unwrap_or_default();
                if !woorden.is_empty() && !dutch && !["textarea", "script", "style"].contains(&in_.as_str()) {
                    found.push(Gezegd { in_, woorden });
                }
            }
        }
    }
    found
}

/// The links of a page inside this program, and whether each says that it leads to a page in Dutch.
pub(crate) fn marked_links(page: &str) -> Vec<(String, bool)> {
    let links = pieces(page).into_iter().filter_map(|piece| {
        let Piece::Open("a", attributes) = piece else { return None };
        let address = attribute(&attributes, "href")?.to_owned();
        let dutch = attribute(&attributes, "hreflang") == Some("nl");
        (address.starts_with('/') && !address.starts_with("//")).then_some((address, dutch))
    });
    links.collect()
}
