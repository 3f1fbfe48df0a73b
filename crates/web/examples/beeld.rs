//! Writes what everybody in the demo region sees into a folder: `cargo xtask beeld FOLDER [FILES]`.
//!
//! Two of those folders, made before and after a change, show with `diff -r` what the change did to what people see.

#[path = "../tests/beeld/gebied.rs"]
mod gebied;
#[path = "../tests/beeld/html.rs"]
mod html;
#[path = "../tests/beeld/ronde.rs"]
mod ronde;

use std::fs;
use std::path::PathBuf;

/// Files of the region, unless said otherwise: some of every story.
const DOSSIERS: usize = 200;
/// Some of every kind of address and form.
const WHOLE: ronde::Bereik = ronde::Bereik { addresses: 40, forms: 3, seen: false };

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("usage: beeld FOLDER [FILES]")?);
    let dossiers = arguments.next().map_or(Ok(DOSSIERS), |count| count.parse())?;
    fs::create_dir_all(&folder)?;
    let gebied = gebied::Gebied::maak(dossiers).await;
    let mensen = gebied.mensen().await;
    for (naam, text) in ronde::loop_(&gebied, &mensen, WHOLE).await {
        fs::write(folder.join(format!("{naam}.txt")), text)?;
    }
    Ok(())
}
