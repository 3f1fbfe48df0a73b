//! Measures what many letters do to the memory of one process (Linux):
//! `cargo run -p typesetter --example geheugen -- 500`.

use std::error::Error;
use std::io::Write;

use documents::{Brief, Huisstijl, Tekst, samples};

fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).map_or(Ok(500), |n| n.parse())?;
    let letters = typesetter::letters();
    let all = samples();
    let mut out = std::io::stdout();
    for (n, sample) in all.iter().cycle().take(count).enumerate() {
        let brief = renamed(&sample.brief, n)?;
        letters.render(&brief, &Huisstijl::default())?;
        if n % 50 == 0 || n + 1 == count {
            writeln!(out, "na {:>5} brieven: {} MB", n + 1, resident_mb()?)?;
        }
    }
    Ok(())
}

/// Every letter about another child, so that nothing is remembered from the one before.
fn renamed(brief: &Brief, n: usize) -> Result<Brief, Box<dyn Error>> {
    let mut json = serde_json::to_value(brief)?;
    let name = Tekst::new(&format!("Sam{n}"))?;
    json["hoofd"]["kind"]["voornaam"] = serde_json::to_value(name)?;
    Ok(serde_json::from_value(json)?)
}

fn resident_mb() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("geen VmRSS")?;
    let kb: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kb / 1024)
}
