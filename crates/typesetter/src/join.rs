//! Finished letters one after the other in one file, for a printer.
//!
//! The pages are taken over as they are: nothing is laid out again, so what leaves the building is what was stored. A letter of an
//! odd number of pages gets an empty one behind it: on a printer that prints both sides, no letter stands on the back of another.

use documents::DocumentError;
use hayro_write::hayro_syntax::Pdf as Read;
use hayro_write::{ChunkSettings, ExtractionQuery, extract};
use pdf_writer::{Pdf, Rect, Ref};

/// A4, in points.
const SHEET: Rect = Rect { x1: 0.0, y1: 0.0, x2: 595.276, y2: 841.89 };

/// The letters in one file, each on sheets of its own.
pub(crate) fn join(letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError> {
    let mut next = Ref::new(1);
    let (catalog, root) = (next.bump(), next.bump());
    let mut pdf = Pdf::new();
    let (mut parts, mut total) = (Vec::with_capacity(letters.len()), 0);
    for (nth, letter) in letters.iter().enumerate() {
        let unreadable = || DocumentError::Samenvoegen { welke: nth + 1 };
        let (part, pages) = add(&mut pdf, &mut next, root, letter).ok_or_else(unreadable)?;
        parts.push(part);
        total += pages;
    }
    pdf.catalog(catalog).pages(root);
    pdf.pages(root).kids(parts).count(total);
    Ok(pdf.finish())
}

/// Adds the pages of a letter below the root; none when it cannot be read.
fn add(pdf: &mut Pdf, next: &mut Ref, root: Ref, letter: &[u8]) -> Option<(Ref, i32)> {
    let read = Read::new(letter.to_vec()).ok()?;
    let pages: Vec<ExtractionQuery> = (0..read.pages().len()).map(ExtractionQuery::new_page).collect();
    let taken = extract(&read, Box::new(|| next.bump()), ChunkSettings::default(), |_| {}, &pages).ok()?;
    let mut kids = taken.root_refs.into_iter().collect::<Result<Vec<Ref>, _>>().ok()?;
    if kids.is_empty() {
        return None;
    }
    if kids.len() % 2 == 1 {
        let empty = next.bump();
        pdf.page(empty).parent(taken.page_tree_parent_ref).media_box(SHEET);
        kids.push(empty);
    }
    let count = i32::try_from(kids.len()).ok()?;
    pdf.pages(taken.page_tree_parent_ref).parent(root).kids(kids).count(count);
    pdf.extend(&taken.chunk);
    Some((taken.page_tree_parent_ref, count))
}

#[cfg(test)]
mod tests {
    use documents::{Engine, Huisstijl};

    use super::*;
    use crate::Typesetter;

    fn pages(bytes: &[u8]) -> usize {
        Read::new(bytes.to_vec()).unwrap().pages().len()
    }

    #[test]
    fn each_letter_begins_on_a_sheet_of_its_own_and_none_is_lost() {
        let engine = Typesetter::new();
        let made: Vec<_> = documents::samples()
            .iter()
            .map(|sample| engine.render(&sample.brief, &Huisstijl::default()).unwrap())
            .collect();
        let sheets: usize = made.iter().map(|pdf| pdf.pages().next_multiple_of(2)).sum();
        assert!(made.iter().any(|pdf| pdf.pages() % 2 == 1), "one that needs an empty page");
        let letters: Vec<Vec<u8>> = made.into_iter().map(documents::Pdf::into_bytes).collect();
        let joined = engine.join(&letters).unwrap();
        assert_eq!(pages(&joined), sheets);
        // What was joined can be joined again: it reads as any letter does.
        assert_eq!(pages(&engine.join(&[joined.clone(), joined]).unwrap()), 2 * sheets);
    }

    #[test]
    fn a_letter_that_cannot_be_read_is_named_and_nothing_is_made() {
        let sample = documents::samples().remove(0);
        let engine = Typesetter::new();
        let good = engine.render(&sample.brief, &Huisstijl::default()).unwrap().into_bytes();
        for broken in [b"geen pdf".to_vec(), Vec::new()] {
            let joined = engine.join(&[good.clone(), broken]);
            assert_eq!(joined, Err(DocumentError::Samenvoegen { welke: 2 }));
        }
    }
}
