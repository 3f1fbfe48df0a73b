//! Files are looked at by ClamAV: its daemon reads them over a socket (`INSTREAM`), and nothing of it is kept there.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use app::keuring::{Keuring, Keurmeester};
use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::exit::{Exit, os_reason};

/// How long a file may take.
const GEDULD: Duration = Duration::from_mins(1);
/// Bytes that are sent at a time.
const DEEL: usize = 64 * 1024;
/// Longest answer that is read.
const ANTWOORD: u64 = 4_096;

/// Where the daemon listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Clamav {
    /// A socket on this machine.
    Hier(PathBuf),
    /// A host and a port.
    Daar(String),
}

impl Clamav {
    /// Reads a setting: a path from the root, or host and port.
    pub(crate) fn parse(text: &str) -> Result<Self, Exit> {
        let port = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse::<u16>().ok()?)));
        match port {
            _ if text.starts_with('/') => Ok(Self::Hier(PathBuf::from(text))),
            Some((host, _)) if !host.is_empty() => Ok(Self::Daar(text.to_owned())),
            _ => Err(Exit::refused(format!(
                "virusscanner: gegeven '{text}', verwacht het pad van een socket (/run/clamav/clamd.ctl) of HOST:POORT"
            ))),
        }
    }

    /// Why it looks at no file now; asked once when the program starts, so that it is not heard first from who cannot add one.
    pub(crate) async fn why_not(&self) -> Option<String> {
        self.keur(b"proef").await.err()
    }

    async fn ask(&self, bytes: &[u8]) -> io::Result<String> {
        match self {
            #[cfg(unix)]
            Self::Hier(path) => scan(tokio::net::UnixStream::connect(path).await?, bytes).await,
            #[cfg(not(unix))]
            Self::Hier(_) => Err(io::ErrorKind::Unsupported.into()),
            Self::Daar(address) => scan(TcpStream::connect(address).await?, bytes).await,
        }
    }
}

/// Sends a file in parts, each with its length before it, and reads the answer.
async fn scan(mut stream: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> io::Result<String> {
    stream.write_all(b"zINSTREAM\0").await?;
    for part in bytes.chunks(DEEL) {
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(part).await?;
    }
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await?;
    let mut answer = Vec::new();
    stream.take(ANTWOORD).read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).trim_end_matches(['\0', '\n']).to_owned())
}

/// What an answer means; what is neither is an error. The name of a virus says nothing to who sent the file.
fn meaning(answer: &str) -> Result<Keuring, String> {
    match answer.rsplit(' ').next() {
        Some("OK") => Ok(Keuring::Schoon),
        Some("FOUND") => Ok(Keuring::Besmet),
        _ => Err(format!("the scanner answered '{answer}'")),
    }
}

#[async_trait]
impl Keurmeester for Clamav {
    async fn keur(&self, bytes: &[u8]) -> Result<Keuring, String> {
        match tokio::time::timeout(GEDULD, self.ask(bytes)).await {
            Ok(Ok(answer)) => meaning(&answer),
            Ok(Err(error)) => Err(os_reason(&error)),
            Err(_) => Err("it took longer than a minute".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// A daemon that reads files as the real one does, and calls what holds the word infected.
    async fn daemon() -> Clamav {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut command = [0_u8; 10];
                stream.read_exact(&mut command).await.unwrap();
                assert_eq!(&command, b"zINSTREAM\0");
                let mut file = Vec::new();
                loop {
                    let length = stream.read_u32().await.unwrap();
                    if length == 0 {
                        break;
                    }
                    let mut part = vec![0; usize::try_from(length).unwrap()];
                    stream.read_exact(&mut part).await.unwrap();
                    file.extend(part);
                }
                let answer: &[u8] = match file.len() {
                    0 => b"INSTREAM size limit exceeded. ERROR\0",
                    _ if file.windows(5).any(|some| some == b"EICAR") => {
                        b"stream: Eicar-Test-Signature FOUND\0"
                    }
                    _ => b"stream: OK\0",
                };
                stream.write_all(answer).await.unwrap();
            }
        });
        Clamav::parse(&address).unwrap()
    }

    #[tokio::test]
    async fn a_file_is_looked_at_whole_and_an_infected_one_is_told() {
        let scanner = daemon().await;
        assert_eq!(scanner.keur(b"%PDF-1.7 een verslag").await, Ok(Keuring::Schoon));
        let mut large = vec![b'x'; 3 * DEEL + 7];
        assert_eq!(scanner.keur(&large).await, Ok(Keuring::Schoon));
        large.extend(b"EICAR");
        assert_eq!(scanner.keur(&large).await, Ok(Keuring::Besmet));
        assert!(scanner.keur(b"").await.unwrap_err().contains("size limit exceeded"));
    }

    #[tokio::test]
    async fn without_an_answer_nothing_is_clean() {
        let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = nobody.local_addr().unwrap().to_string();
        drop(nobody);
        assert!(Clamav::parse(&address).unwrap().keur(b"een verslag").await.is_err());
        assert!(Clamav::parse(&address).unwrap().why_not().await.is_some(), "told when the program starts");
        assert!(Clamav::parse("/nergens").unwrap().why_not().await.is_some());
        assert_eq!(daemon().await.why_not().await, None);
    }

    #[test]
    fn a_setting_is_a_socket_or_a_host_with_a_port() {
        assert_eq!(
            Clamav::parse("/run/clamav/clamd.ctl").unwrap(),
            Clamav::Hier("/run/clamav/clamd.ctl".into())
        );
        assert_eq!(
            Clamav::parse("scanner.example:3310").unwrap(),
            Clamav::Daar("scanner.example:3310".to_owned())
        );
        for wrong in ["", "scanner.example", ":3310", "scanner.example:vier"] {
            assert!(Clamav::parse(wrong).is_err(), "{wrong}");
        }
    }
}
