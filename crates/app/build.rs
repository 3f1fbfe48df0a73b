//! Says of which sources this program is, for the rows of lists (`onderhoud`).

use std::path::Path;

mod bronnen;

fn main() -> std::io::Result<()> {
    for bron in bronnen::BRONNEN {
        println!("cargo::rerun-if-changed={bron}");
    }
    println!("cargo::rerun-if-changed=bronnen.rs");
    let digest = bronnen::digest(Path::new(env!("CARGO_MANIFEST_DIR")), &bronnen::BRONNEN)?;
    println!("cargo::rustc-env=LIJSTEN_BRONNEN={digest}");
    Ok(())
}
