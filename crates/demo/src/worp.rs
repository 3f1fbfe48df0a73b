//! Chance with a seed: the same seed and stream always throw the same.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// A source of throws. Every file has a stream of its own, so that one file does not change
/// another, however many there are.
#[derive(Debug)]
pub struct Worp(ChaCha8Rng);

impl Worp {
    /// The throws of one stream of a seed.
    pub fn new(zaad: u64, stroom: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(zaad);
        rng.set_stream(stroom);
        Self(rng)
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn onder(&mut self, n: usize) -> usize {
        let Ok(n) = u64::try_from(n) else { return 0 };
        // The high half of a product is as even as 32 bits allow, and needs no second throw.
        usize::try_from((u64::from(self.0.next_u32()) * n) >> 32).unwrap_or(0)
    }

    /// A number of a range, both ends included.
    pub fn tussen(&mut self, van: i32, tot_en_met: i32) -> i32 {
        let breedte = usize::try_from(tot_en_met - van + 1).unwrap_or(0);
        van + i32::try_from(self.onder(breedte)).unwrap_or(0)
    }

    /// One of a list of small things.
    ///
    /// # Panics
    ///
    /// When the list is empty.
    pub fn kies<T: Copy>(&mut self, lijst: &[T]) -> T {
        *self.kies_uit(lijst)
    }

    /// One of a list.
    ///
    /// # Panics
    ///
    /// When the list is empty.
    pub fn kies_uit<'a, T>(&mut self, lijst: &'a [T]) -> &'a T {
        &lijst[self.onder(lijst.len())]
    }

    /// Yes in so many of a hundred throws.
    pub fn kans(&mut self, procent: usize) -> bool {
        self.onder(100) < procent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_always_throws_the_same_and_another_stream_something_else() {
        let throws = |zaad, stroom| {
            let mut worp = Worp::new(zaad, stroom);
            (0..20).map(|_| worp.onder(1000)).collect::<Vec<_>>()
        };
        assert_eq!(throws(7, 1), throws(7, 1));
        assert_ne!(throws(7, 1), throws(7, 2));
        assert_ne!(throws(7, 1), throws(8, 1));
    }

    #[test]
    fn a_throw_stays_within_its_range() {
        let mut worp = Worp::new(1, 1);
        for _ in 0..1000 {
            assert!((-3..=4).contains(&worp.tussen(-3, 4)));
            assert!(worp.onder(5) < 5);
        }
        assert_eq!(worp.onder(0), 0);
    }
}
