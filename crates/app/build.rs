//! Says of which sources this program is, for the rows of lists (`onderhoud`).

use std::path::Path;

mod bronnen;

fn main() -> std::io::Result<()> {
    for bron in bronnen::BRONNEN {
        println!("cargo::rerun-if-changed={bron}");
    }
    println!("cargo::rerun-if-changed=bronnen.rs");
    // A build script runs in the folder of its crate: one that is kept and used in another checkout reads the sources of that one.
    let digest = bronnen::digest(Path::new("."), &bronnen::BRONNEN)?;
    println!("cargo::rustc-env=LIJSTEN_BRONNEN={digest}");
    Ok(())
}
