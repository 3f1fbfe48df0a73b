//! Encryption and message authentication: XChaCha20-Poly1305 and HMAC-SHA-256, nothing else.
//!
//! A room of its own because of how it is built: the ciphers are generic code that is compiled where it is used, and
//! unoptimised they cost fifty milliseconds a file. In a room this small they are optimised in every build, at no price
//! to the build of its users.
#![deny(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// Length of a nonce; it stands before the ciphertext.
const NONCE: usize = 24;

/// Why nothing was encrypted.
#[derive(Debug, thiserror::Error)]
pub enum CipherError {
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    NoRandomness(String),
    /// More bytes than one encryption can hold, which is 256 GiB.
    #[error("more bytes than one encryption can hold")]
    TooLong,
}

/// A secret of 32 bytes that is wiped when it is no longer used.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// The key of an installation: it wraps every other key and never stands in the database.
pub type InstanceKey = Secret;

impl Secret {
    /// Takes over 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Takes over stored bytes; `None` unless there are 32.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// A new random secret, from the operating system.
    pub fn generate() -> Result<Self, CipherError> {
        let mut secret = Self([0; 32]);
        fill_random(&mut secret.0)?;
        Ok(secret)
    }

    /// The bytes, to keep them in a safe place.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }

    /// Encrypts; what is stored later opens only with the same `context`.
    pub fn encrypt(&self, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, CipherError> {
        let mut nonce = [0; NONCE];
        fill_random(&mut nonce)?;
        let payload = Payload { msg: plain, aad: context };
        let sealed =
            self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| CipherError::TooLong)?;
        let mut stored = Vec::with_capacity(NONCE + sealed.len());
        stored.extend_from_slice(&nonce);
        stored.extend_from_slice(&sealed);
        Ok(stored)
    }

    /// Decrypts; `None` when bytes, context or key are not those of the encryption.
    pub fn decrypt(&self, context: &[u8], stored: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = stored.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        self.cipher().decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: context }).ok()
    }

    /// A mark that only who holds this secret can make.
    pub fn mark(&self, message: &[u8]) -> [u8; 32] {
        // HMAC fills a short key up to one block with zeros.
        let mut block = Zeroizing::new([0; 64]);
        let (head, _) = block.split_at_mut(self.0.len());
        head.copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
        mac.update(message);
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Fills a buffer from the random source of the operating system.
pub fn fill_random(buffer: &mut [u8]) -> Result<(), CipherError> {
    getrandom::fill(buffer).map_err(|error| CipherError::NoRandomness(error.to_string()))
}

/// Fields one after the other, each with its length, so that no two lists of fields give the same
/// bytes: what is hashed, marked or used as context of an encryption.
#[must_use]
#[derive(Debug, Clone)]
pub struct Fields(Vec<u8>);

impl Fields {
    /// Begins with the name and version of what is described.
    pub fn of(kind: &str) -> Self {
        Self(Vec::with_capacity(256)).text(kind)
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// Adds bytes.
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// Adds a number.
    pub fn int(mut self, number: i64) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    /// All fields.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_same_key_and_context_open() {
        let key = Secret::generate().unwrap();
        let stored = key.encrypt(b"context", b"Sam de Zonnevis").unwrap();
        assert_eq!(key.decrypt(b"context", &stored).unwrap(), b"Sam de Zonnevis");
        assert_eq!(key.decrypt(b"another", &stored), None);
        assert_eq!(Secret::generate().unwrap().decrypt(b"context", &stored), None);
        assert_eq!(key.decrypt(b"context", &stored[..20]), None);
        assert_ne!(key.encrypt(b"context", b"Sam de Zonnevis").unwrap(), stored);
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(format!("{:?}", Secret::from_bytes([65; 32])), "Secret(…)");
    }

    proptest! {
        #[test]
        fn one_altered_bit_is_found(plain in proptest::collection::vec(any::<u8>(), 0..64), at in 0_usize..104, bit in 0_u32..8) {
            let key = Secret::from_bytes([7; 32]);
            let mut stored = key.encrypt(b"context", &plain).unwrap();
            let at = at % stored.len();
            stored[at] ^= 1 << bit;
            prop_assert_eq!(key.decrypt(b"context", &stored), None);
        }

        #[test]
        fn other_fields_are_other_bytes(a in "\\PC{0,6}", b in "\\PC{0,6}", c in "\\PC{0,6}", d in "\\PC{0,6}") {
            let one = Fields::of("test").text(&a).text(&b);
            let two = Fields::of("test").text(&c).text(&d);
            prop_assert_eq!(one.as_bytes() == two.as_bytes(), (a, b) == (c, d));
        }
    }
}
