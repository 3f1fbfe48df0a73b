//! Stopping: what runs is finished, and half a request keeps nobody from it, nor a connection.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use web::{Settings, WebState};

use crate::hulp::{Programma, now};

/// The program at an address, and how to stop it.
async fn served() -> (SocketAddr, oneshot::Sender<()>, JoinHandle<io::Result<()>>) {
    let programma = Programma::start().await;
    let state = WebState::new(programma.app.clone(), Arc::new(|| now().at), Settings::default());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(web::serve(state, listener, async {
        let _ = stopped.await;
    }));
    (address, stop, served)
}

/// Half a request, of which the program reads the head.
async fn half_a_request(address: SocketAddr) -> TcpStream {
    let mut half = TcpStream::connect(address).await.unwrap();
    half.write_all(b"GET / HTTP/1.1\r\nHost: leerrecht.example\r\n").await.unwrap();
    // Connections are taken in order: once this one was answered, the half one is being read.
    let mut whole = TcpStream::connect(address).await.unwrap();
    let request = b"GET /gezondheid HTTP/1.1\r\nHost: leerrecht.example\r\nConnection: close\r\n\r\n";
    whole.write_all(request).await.unwrap();
    let mut answer = String::new();
    whole.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    half
}

#[tokio::test]
async fn half_a_request_does_not_keep_the_program_from_stopping() {
    let (address, stop, served) = served().await;
    let _half = half_a_request(address).await;
    // From here on waiting costs no time.
    tokio::time::pause();
    stop.send(()).unwrap();
    let done = tokio::time::timeout(Duration::from_hours(1), served).await;
    done.expect("it stops").unwrap().unwrap();
}

#[tokio::test]
async fn whoever_sends_a_head_a_letter_at_a_time_loses_the_connection() {
    let (address, _stop, _served) = served().await;
    let mut half = half_a_request(address).await;
    tokio::time::pause();
    let mut answer = String::new();
    let ended = tokio::time::timeout(Duration::from_hours(1), half.read_to_string(&mut answer)).await;
    ended.expect("it is closed").unwrap();
}
