//! The file: a line that says what it is, records, and a SHA-256 over everything before it.
//!
//! Record = one byte that says which (`T` table, `R` row, `E` end) and its contents. A value = one
//! byte (`-` nothing, `i` number, `t` text, `b` bytes) and its contents; lengths and numbers are
//! eight bytes, smallest first.

use std::io::{Read, Write};

use sha2::{Digest as _, Sha256};
use storage::{BackupFault, StorageError};

/// The longest text or run of bytes that is believed.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The most columns of a row that are believed.
const MOST_COLUMNS: u8 = 64;

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Nothing,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Table(String),
    Row(Vec<Value>),
    End,
}

fn io_error(error: &std::io::Error) -> StorageError {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => StorageError::bad_backup(BackupFault::EndsEarly),
        kind => StorageError::BackupIo { kind, reason: error.to_string() },
    }
}

/// Something that [`Writer`] never writes.
fn never_written() -> StorageError {
    StorageError::bad_backup(BackupFault::NeverWritten)
}

/// Writes a file.
pub(crate) struct Writer<'w> {
    out: &'w mut (dyn Write + Send),
    digest: Sha256,
}

impl<'w> Writer<'w> {
    /// Begins a file of a kind.
    pub(crate) fn begin(
        out: &'w mut (dyn Write + Send),
        kind: &str,
        schema: i64,
    ) -> Result<Self, StorageError> {
        let mut writer = Self { out, digest: Sha256::new() };
        writer.put(format!("{kind}\n").as_bytes())?;
        writer.put(&schema.to_le_bytes())?;
        Ok(writer)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), StorageError> {
        self.digest.update(bytes);
        self.out.write_all(bytes).map_err(|error| io_error(&error))
    }

    fn long(&mut self, bytes: &[u8]) -> Result<(), StorageError> {
        self.put(&(bytes.len() as u64).to_le_bytes())?;
        self.put(bytes)
    }

    /// Says of which table the next rows are.
    pub(crate) fn table(&mut self, name: &str) -> Result<(), StorageError> {
        self.put(b"T")?;
        self.long(name.as_bytes())
    }

    /// Writes a row.
    pub(crate) fn row(&mut self, values: &[Value]) -> Result<(), StorageError> {
        let columns = u8::try_from(values.len()).map_err(|_| never_written())?;
        self.put(&[b'R', columns])?;
        for value in values {
            match value {
                Value::Nothing => self.put(b"-")?,
                Value::Int(number) => {
                    self.put(b"i")?;
                    self.put(&number.to_le_bytes())?;
                }
                Value::Text(text) => {
                    self.put(b"t")?;
                    self.long(text.as_bytes())?;
                }
                Value::Bytes(bytes) => {
                    self.put(b"b")?;
                    self.long(bytes)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the file with its digest.
    pub(crate) fn finish(mut self) -> Result<(), StorageError> {
        self.put(b"E")?;
        let digest = self.digest.finalize();
        self.out.write_all(&digest).and_then(|()| self.out.flush()).map_err(|error| io_error(&error))
    }
}

/// Reads a file.
pub(crate) struct Reader<'r> {
    from: &'r mut (dyn Read + Send),
    digest: Sha256,
    /// Version of the tables it was written from.
    pub(crate) schema: i64,
}

impl<'r> Reader<'r> {
    /// Begins to read a file of a kind.
    pub(crate) fn begin(from: &'r mut (dyn Read + Send), kind: &str) -> Result<Self, StorageError> {
        let mut reader = Self { from, digest: Sha256::new(), schema: 0 };
        let mut line = vec![0; kind.len() + 1];
        reader.take(&mut line)?;
        if line != format!("{kind}\n").as_bytes() {
            return Err(StorageError::bad_backup(BackupFault::OtherKind));
        }
        reader.schema = i64::from_le_bytes(reader.eight()?);
        Ok(reader)
    }

    fn take(&mut self, buffer: &mut [u8]) -> Result<(), StorageError> {
        self.from.read_exact(buffer).map_err(|error| io_error(&error))?;
        self.digest.update(buffer);
        Ok(())
    }

    fn one(&mut self) -> Result<u8, StorageError> {
        let mut byte = [0];
        self.take(&mut byte)?;
        let [byte] = byte;
        Ok(byte)
    }

    fn eight(&mut self) -> Result<[u8; 8], StorageError> {
        let mut bytes = [0; 8];
        self.take(&mut bytes)?;
        Ok(bytes)
    }

    fn long(&mut self) -> Result<Vec<u8>, StorageError> {
        let length = u64::from_le_bytes(self.eight()?);
        if length > MOST_BYTES {
            return Err(never_written());
        }
        let mut bytes = vec![0; usize::try_from(length).map_err(|_| never_written())?];
        self.take(&mut bytes)?;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<String, StorageError> {
        String::from_utf8(self.long()?).map_err(|_| never_written())
    }

    fn value(&mut self) -> Result<Value, StorageError> {
        match self.one()? {
            b'-' => Ok(Value::Nothing),
            b'i' => Ok(Value::Int(i64::from_le_bytes(self.eight()?))),
            b't' => Ok(Value::Text(self.text()?)),
            b'b' => Ok(Value::Bytes(self.long()?)),
            _ => Err(never_written()),
        }
    }

    /// The next record. `End` comes only when the digest is that of what was read and nothing
    /// follows.
    pub(crate) fn next(&mut self) -> Result<Record, StorageError> {
        match self.one()? {
            b'T' => Ok(Record::Table(self.text()?)),
            b'R' => {
                let columns = self.one()?;
                if columns > MOST_COLUMNS {
                    return Err(never_written());
                }
                Ok(Record::Row((0..columns).map(|_| self.value()).collect::<Result<_, _>>()?))
            }
            b'E' => self.end(),
            _ => Err(never_written()),
        }
    }

    fn end(&mut self) -> Result<Record, StorageError> {
        let expected = self.digest.clone().finalize();
        let mut found = [0; 32];
        self.from.read_exact(&mut found).map_err(|error| io_error(&error))?;
        if found != expected.as_slice() {
            return Err(StorageError::bad_backup(BackupFault::Damaged));
        }
        match self.from.read(&mut [0]) {
            Ok(0) => Ok(Record::End),
            Ok(_) => Err(StorageError::bad_backup(BackupFault::Trailing)),
            Err(error) => Err(io_error(&error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written() -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = Writer::begin(&mut out, "proef-1", 7).unwrap();
        writer.table("event").unwrap();
        writer
            .row(&[Value::Int(-5), Value::Nothing, Value::Text("é".into()), Value::Bytes(vec![0, 1])])
            .unwrap();
        writer.finish().unwrap();
        out
    }

    fn read_all(bytes: &[u8]) -> Result<Vec<Record>, StorageError> {
        let mut from = bytes;
        let mut reader = Reader::begin(&mut from, "proef-1")?;
        let mut records = Vec::new();
        while records.last() != Some(&Record::End) {
            records.push(reader.next()?);
        }
        Ok(records)
    }

    #[test]
    fn what_was_written_reads_back() {
        let row = vec![Value::Int(-5), Value::Nothing, Value::Text("é".into()), Value::Bytes(vec![0, 1])];
        let expected = vec![Record::Table("event".into()), Record::Row(row), Record::End];
        assert_eq!(read_all(&written()).unwrap(), expected);
    }

    #[test]
    fn a_file_that_was_cut_or_lengthened_is_refused() {
        let whole = written();
        for length in 0..whole.len() {
            assert!(read_all(&whole[..length]).is_err(), "cut to {length}");
        }
        assert!(read_all(&[whole.as_slice(), b"x"].concat()).is_err());
    }

    proptest! {
        #[test]
        fn one_altered_bit_is_found(at in 0_usize..1_000, bit in 0_u32..8) {
            let mut bytes = written();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert!(read_all(&bytes).is_err());
        }
    }
}
