//! Says of which sources this program is, for the rows of lists (`onderhoud`).

use std::path::PathBuf;

mod bronnen;

fn main() -> std::io::Result<()> {
    for bron in bronnen::BRONNEN {
        println!("cargo::rerun-if-changed={bron}");
    }
    println!("cargo::rerun-if-changed=bronnen.rs");
    // Asked when it runs: a built script that is kept and used in another checkout reads the sources of that one.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let digest = bronnen::digest(&root, &bronnen::BRONNEN)?;
    println!("cargo::rustc-env=LIJSTEN_BRONNEN={digest}");
    Ok(())
}
