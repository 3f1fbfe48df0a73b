//! What a letter costs, against a floor: a document of one line through the same engine.
//!
//! Every letter is about another child, so that only the templates are remembered.

use documents::{Brief, Huisstijl, Letters, samples};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

fn main() {
    divan::main();
}

struct OneLine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

impl OneLine {
    fn new() -> Self {
        let fonts: Vec<Font> = typst_kit::fonts::embedded().map(|(font, _)| font).collect();
        let path = VirtualPath::new("vloer.typ").expect("a plain name");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: Source::new(id, String::new()),
        }
    }

    fn render(&mut self, n: usize) -> Vec<u8> {
        self.source.replace(&format!("Regel {n}"));
        let document = typst::compile::<PagedDocument>(self).output.expect("one line compiles");
        let bytes = typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).expect("one line exports");
        typst::comemo::evict(8);
        bytes
    }
}

impl World for OneLine {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.source.id()
    }
    fn source(&self, _: FileId) -> FileResult<Source> {
        Ok(self.source.clone())
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[divan::bench]
fn floor_one_line(bencher: divan::Bencher<'_, '_>) {
    let mut world = OneLine::new();
    let mut n = 0;
    bencher.bench_local(move || {
        n += 1;
        world.render(n)
    });
}

#[divan::bench(args = ["toelating", "weigering", "besluit_tlv_verleend", "melding_verwijdering"])]
fn letter(bencher: divan::Bencher<'_, '_>, naam: &str) {
    let letters = typesetter::letters();
    let sample = samples().into_iter().find(|s| s.naam == naam).expect("a known example");
    let json = serde_json::to_value(&sample.brief).expect("a letter is JSON");
    let mut n = 0_u32;
    bencher
        .with_inputs(|| {
            n += 1;
            let mut json = json.clone();
            json["hoofd"]["kind"]["voornaam"] = format!("Sam{n}").into();
            serde_json::from_value::<Brief>(json).expect("still a letter")
        })
        .bench_local_values(|brief| letters.render(&brief, &Huisstijl::default()));
}

#[divan::bench]
fn start_the_engine() -> Letters {
    typesetter::letters()
}
