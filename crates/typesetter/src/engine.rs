//! The engine: typst as a function from data to bytes. It has its fonts and templates in memory and
//! no way to a file, the network or a clock.

use documents::{Brief, DocumentError, Engine, Huisstijl, Pdf, TEMPLATES, printed};
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::glyphs;

/// Largest letter, as JSON; about 200 pages of text.
const MAX_BYTES: usize = 1 << 20;
/// How many letters ago a cached piece of work was last of use before it is forgotten.
const CACHE_LETTERS: usize = 8;
/// How often the letter may be laid out again because characters turned out to have no glyph.
const MAX_ROUNDS: usize = 3;
/// What a template reads its data from.
const DATA: &str = "gegevens.json";
/// The families that letters use: text, and two that are looked through for other scripts.
const FAMILIES: [&str; 3] = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"];

/// Scripts in which names here are written and of which no family above has the letters ([0031]). Han is not among them: a font with
/// its characters is larger than the whole program.
///
/// [0031]: ../../../docs/adr/0031-fonts-for-names.md
const NAMES: [&[u8]; 5] = [
    include_bytes!("../fonts/NotoSansArmenian-Regular.ttf"),
    include_bytes!("../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansGeorgian-Regular.ttf"),
    include_bytes!("../fonts/NotoSansThai-Regular.ttf"),
];

/// The typesetter with all it reads. Build it once; rendering from several threads at a time is fine.
pub struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
    standards: PdfStandards,
}

impl Typesetter {
    /// Reads the embedded fonts and templates.
    ///
    /// # Panics
    /// When an embedded template has an unusable name, which the tests rule out.
    pub fn new() -> Self {
        let fonts: Vec<Font> = typst_kit::fonts::embedded()
            .map(|(font, _)| font)
            .filter(|font| FAMILIES.contains(&font.info().family.as_str()))
            .chain(NAMES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))))
            .collect();
        let sources = TEMPLATES
            .iter()
            .map(|(name, text)| Source::new(file_id(&format!("{name}.typ")), (*text).to_owned()))
            .collect();
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .expect("PDF/A-2a and PDF/UA-1 go together");
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            data: file_id(DATA),
            standards,
        }
    }

    /// The pages, and the characters that had to be replaced to get there.
    pub(crate) fn lay_out(
        &self,
        brief: &Brief,
        huisstijl: &Huisstijl,
    ) -> Result<(PagedDocument, Vec<char>), DocumentError> {
        let mut data = printed(brief, huisstijl);
        let mut replaced = glyphs::tidy(&mut data);
        let mut document = self.compile(brief.soort(), &data, !replaced.is_empty())?;
        for _ in 0..MAX_ROUNDS {
            let missing = glyphs::missing(&document, |c| self.has_glyph(c));
            if missing.is_empty() {
                break;
            }
            replaced.extend(missing);
            glyphs::replace(&mut data, &replaced);
            let visible = replaced.iter().any(|c| !glyphs::is_modifier(*c));
            document = self.compile(brief.soort(), &data, visible)?;
        }
        replaced.retain(|c| !glyphs::is_modifier(*c));
        Ok((document, replaced.into_iter().collect()))
    }

    fn has_glyph(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    fn compile(
        &self,
        soort: &'static str,
        data: &Value,
        replaced: bool,
    ) -> Result<PagedDocument, DocumentError> {
        let mut data = data.clone();
        data["vervangen"] = Value::Bool(replaced);
        let json = data.to_string();
        if json.len() > MAX_BYTES {
            return Err(DocumentError::TeGroot { soort, bytes: json.len(), hooguit: MAX_BYTES });
        }
        self.compile_main(file_id(&format!("{soort}.typ")), json.into_bytes())
            .map_err(|errors| self.error(soort, &errors))
    }

    fn compile_main(&self, main: FileId, data: Vec<u8>) -> Result<PagedDocument, Vec<SourceDiagnostic>> {
        let job = Job { letters: self, main, data: Bytes::new(data) };
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&job);
        // A warning is a font or an element that is not there: never right in a letter of ours.
        if !warnings.is_empty() {
            return Err(warnings.to_vec());
        }
        output.map_err(|errors| errors.to_vec())
    }

    fn error(&self, soort: &'static str, errors: &[SourceDiagnostic]) -> DocumentError {
        let job = Job { letters: self, main: self.data, data: Bytes::new(Vec::new()) };
        let details: Vec<String> = errors.iter().take(3).map(|e| describe(&job, e)).collect();
        DocumentError::Opmaak { soort, details: details.join("; ") }
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine for Typesetter {
    fn render(&self, brief: &Brief, huisstijl: &Huisstijl) -> Result<Pdf, DocumentError> {
        let (document, replaced) = self.lay_out(brief, huisstijl)?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{brief:?}")),
            creator: Smart::Custom(Some("Leerrecht".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let bytes =
            typst_pdf::pdf(&document, &options).map_err(|errors| self.error(brief.soort(), &errors))?;
        let pdf = Pdf::new(bytes, document.pages().len(), replaced);
        drop(document);
        comemo::evict(CACHE_LETTERS);
        Ok(pdf)
    }

    fn join(&self, letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError> {
        crate::join::join(letters)
    }
}

/// `weigering.typ:12: unknown variable`: the first line of a message, which never quotes the data.
fn describe(job: &Job<'_>, error: &SourceDiagnostic) -> String {
    let message = error.message.lines().next().unwrap_or_default();
    let place = error.span.id().and_then(|id| {
        let offset = job.range(error.span)?.start;
        let line = job.source(id).ok()?.lines().byte_to_line(offset)? + 1;
        Some(format!("{}:{line}: ", id.vpath().get_without_slash()))
    });
    format!("{}{message}", place.unwrap_or_default())
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own file names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One letter being made: the engine plus what this letter reads.
///
/// The data is a file in memory and not an input of the library, so that the library stays the same
/// from letter to letter and work on the templates is done once.
struct Job<'a> {
    letters: &'a Typesetter,
    main: FileId,
    data: Bytes,
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.letters.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.letters.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.letters.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.letters.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.letters.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(source: &'static str) -> Vec<String> {
        let mut letters = Typesetter::new();
        let id = file_id("proef.typ");
        letters.sources.push(Source::new(id, source.to_owned()));
        match letters.compile_main(id, b"{}".to_vec()) {
            Ok(_) => vec![],
            Err(errors) => {
                let job = Job { letters: &letters, main: id, data: Bytes::new(Vec::new()) };
                errors.iter().map(|error| describe(&job, error)).collect()
            }
        }
    }

    #[test]
    fn a_template_reaches_neither_files_nor_the_clock_nor_packages() {
        assert_eq!(compile("#json(\"gegevens.json\")"), Vec::<String>::new());
        for source in [
            "#read(\"/etc/passwd\")",
            "#read(\"../../Cargo.toml\")",
            "#datetime.today()",
            "#import \"@preview/cetz:0.3.0\": *",
            "#image(\"logo.png\")",
        ] {
            assert!(!compile(source).is_empty(), "{source}");
        }
    }

    #[test]
    fn an_error_names_the_template_and_the_line() {
        assert_eq!(compile("een\n\n#fout"), ["proef.typ:3: unknown variable: fout"]);
    }

    #[test]
    fn a_warning_is_an_error() {
        let warned = compile("#set text(font: \"Bestaat niet\")\nTekst");
        assert_eq!(warned, ["proef.typ:1: unknown font family: bestaat niet"]);
    }
}
