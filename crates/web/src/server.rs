//! Listening and stopping.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;
use tower::ServiceExt;
use web_base::state::WebState;

use crate::router;
use crate::verbinding::{Drukte, Geduldig, Geteld, LIFE, LONGEST};

/// How long requests that run may still take once the program was told to stop. Whoever keeps half a request open keeps
/// nobody from stopping it: what comes after, the last seal above all, has to fit before a supervisor loses patience.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the head of a request may take to come in, from the last answer on: who sends a letter a minute holds no
/// connection.
const HEAD: Duration = Duration::from_secs(20);
/// How long to wait after a connection could not be taken, as when too many files are open.
const BREATH: Duration = Duration::from_millis(100);

/// Answers requests on a listener until `shutdown` is done; then takes no more, finishes those that are running as far as
/// that takes no longer than ten seconds, and returns.
pub async fn serve(
    state: WebState,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (behind_proxy, drukte) = (state.settings.behind_proxy, Drukte::default());
    let (router, open) = (router(state), GracefulShutdown::new());
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let mut shutdown = pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut shutdown => break,
        };
        match accepted {
            // Where there are too many the newest hears so at once, by a connection that ends: who waits would wait for ever.
            Ok((stream, from)) => match drukte.count(from, behind_proxy) {
                Some(geteld) => begin(&builder, &router, &open, (stream, from, geteld)),
                None => drop(stream),
            },
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => {}
        () = tokio::time::sleep(PATIENCE) => {}
    }
    Ok(())
}

/// Answers what comes in over one connection.
fn begin(
    builder: &http1::Builder,
    router: &Router,
    open: &GracefulShutdown,
    (stream, from, geteld): (TcpStream, SocketAddr, Geteld),
) {
    let (router, ends) = (router.clone(), Instant::now() + LIFE);
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        let router = router.clone();
        async move {
            let mut answer = router.oneshot(request).await.unwrap_or_else(|never| match never {});
            if Instant::now() >= ends {
                answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            Ok::<_, Infallible>(answer)
        }
    });
    let watched = open.watch(builder.serve_connection(TokioIo::new(Geduldig::new(stream)), answer));
    tokio::spawn(async move {
        // A connection that breaks off is nobody's fault, and there is nobody to tell.
        let _ = tokio::time::timeout(LONGEST, watched).await;
        drop(geteld);
    });
}
