//! From a place in a text to its line number, without counting from the start each time.

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Regels {
    einden: Vec<usize>,
}

impl Regels {
    pub(crate) fn van(tekst: &[u8]) -> Self {
        let einden = tekst.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
        Self { einden }
    }

    /// Line number, from 1, of the byte at `plek`.
    pub(crate) fn nummer(&self, plek: usize) -> u32 {
        let before = self.einden.partition_point(|einde| *einde < plek);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_end_belongs_to_its_own_line() {
        let regels = Regels::van(b"ab\r\nc\n\nd");
        assert_eq!([0, 3, 4, 6, 7].map(|plek| regels.nummer(plek)), [1, 1, 2, 3, 4]);
    }
}
