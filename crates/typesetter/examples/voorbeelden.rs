//! Writes every example letter as a PDF into a folder: `cargo run -p typesetter --example voorbeelden -- MAP`.

use std::path::PathBuf;

use documents::{Huisstijl, samples};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("geef een map voor de voorbeelden")?);
    std::fs::create_dir_all(&folder)?;
    let letters = typesetter::letters();
    for sample in samples() {
        let pdf = letters.render(&sample.brief, &Huisstijl::default())?;
        std::fs::write(folder.join(format!("{}.pdf", sample.naam)), pdf.bytes())?;
    }
    Ok(())
}
