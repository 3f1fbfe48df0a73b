//! What one connection may take: time in which nothing moves, time in all, and how many there are.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};
use web_base::session::place;

/// How long whoever asked may read nothing of the answer. Who takes longer holds a file that somebody else needs.
pub(crate) const UNREAD: Duration = Duration::from_secs(30);
/// After this long a connection ends with the answer that is given then. A browser begins another and nobody notices.
pub(crate) const LIFE: Duration = Duration::from_mins(30);
/// After this long it ends whatever it is doing: longer than any request may take, and than the largest letter on a slow line.
pub(crate) const LONGEST: Duration = Duration::from_mins(40);
/// Connections at the same time: well below the files that a program may have open.
const IN_ALL: usize = 8_000;
/// Connections at the same time from one network: all computers of a large school, each with some.
const OF_ONE: usize = 1_000;

/// A connection of which the other side has to read what it asked for.
pub(crate) struct Geduldig {
    stream: TcpStream,
    /// Runs while a write waits.
    waits: Option<Pin<Box<Sleep>>>,
}

impl Geduldig {
    pub(crate) fn new(stream: TcpStream) -> Self {
        Self { stream, waits: None }
    }

    /// A write that waits too long is an error, which ends the connection.
    fn bounded<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.waits = None;
            return written;
        }
        let waits = self.waits.get_or_insert_with(|| Box::pin(sleep(UNREAD)));
        ready!(waits.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Geduldig {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Geduldig {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.bounded(cx, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.bounded(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let ended = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.bounded(cx, ended)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.bounded(cx, written)
    }
}

/// How many connections there are, in all and from each network.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drukte(Arc<Mutex<Telling>>);

#[derive(Debug, Default)]
struct Telling {
    in_all: usize,
    of: HashMap<String, usize>,
}

/// A connection that counts until this is dropped.
#[derive(Debug)]
pub(crate) struct Geteld {
    drukte: Drukte,
    from: Option<String>,
}

impl Drukte {
    /// Counts a connection; none when there are too many. Behind a front they all come from the front: then no network has a
    /// bound of its own, and the front has to keep one.
    pub(crate) fn count(&self, from: SocketAddr, behind_proxy: bool) -> Option<Geteld> {
        let from = (!behind_proxy).then(|| network(from.ip()));
        let mut telling = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_one = from.as_ref().and_then(|from| telling.of.get(from)).copied().unwrap_or_default();
        if telling.in_all >= IN_ALL || of_one >= OF_ONE {
            return None;
        }
        telling.in_all += 1;
        if let Some(from) = &from {
            *telling.of.entry(from.clone()).or_default() += 1;
        }
        drop(telling);
        Some(Geteld { drukte: self.clone(), from })
    }
}

fn network(ip: IpAddr) -> String {
    place(ip.to_canonical())
}

impl Drop for Geteld {
    fn drop(&mut self) {
        let mut telling = self.drukte.0.lock().unwrap_or_else(PoisonError::into_inner);
        telling.in_all = telling.in_all.saturating_sub(1);
        let Some(from) = &self.from else { return };
        match telling.of.get_mut(from) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(telling.of.remove(from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt;

    use super::*;

    #[test]
    fn one_network_leaves_room_for_the_others_and_all_together_have_a_bound() {
        let drukte = Drukte::default();
        let from = |text: &str| drukte.count(text.parse().expect("an address"), false);
        let mut kept: Vec<_> = (0..OF_ONE).map(|_| from("192.0.2.1:5000").expect("there is room")).collect();
        assert!(from("192.0.2.1:5001").is_none());
        assert!(from("192.0.2.2:5000").is_some(), "another network is not in its way");
        kept.pop();
        assert!(from("192.0.2.1:5001").is_some(), "one that ended gives its place");
        let front = |_| drukte.count("192.0.2.9:5000".parse().expect("an address"), true);
        let of_front: Vec<_> =
            (kept.len()..IN_ALL).map(|n| front(n).expect("a front has no bound")).collect();
        assert!(front(0).is_none() && from("192.0.2.3:5000").is_none());
        drop((kept, of_front));
        assert!(drukte.0.lock().expect("nobody panicked").of.is_empty(), "nothing is kept of who left");
    }

    #[tokio::test]
    async fn whoever_reads_no_answer_loses_the_connection() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let reads_nothing = TcpStream::connect(listener.local_addr().expect("bound")).await.expect("taken");
        let (stream, _) = listener.accept().await.expect("taken");
        let mut answers = Geduldig::new(stream);
        // From here on waiting costs no time.
        tokio::time::pause();
        let begun = tokio::time::Instant::now();
        let error = loop {
            if let Err(error) = answers.write_all(&vec![b'x'; 65_536]).await {
                break error;
            }
        };
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() >= UNREAD);
        drop(reads_nothing);
    }
}
