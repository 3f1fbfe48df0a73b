//! Listening and stopping.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use web_base::state::WebState;

use crate::router;

/// How long requests that run may still take once the program was told to stop. Whoever keeps half a request open keeps
/// nobody from stopping it: what comes after, the last seal above all, has to fit before a supervisor loses patience.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers requests on a listener until `shutdown` is done; then takes no more, finishes those that are running as far as
/// that takes no longer than ten seconds, and returns.
pub async fn serve(
    state: WebState,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let (told, hears) = oneshot::channel();
    let stopping = async move {
        shutdown.await;
        // Nobody listens any more where the server ended by itself.
        let _ = told.send(());
    };
    let served = async { axum::serve(listener, service).with_graceful_shutdown(stopping).await };
    let out_of_patience = async {
        match hears.await {
            Ok(()) => tokio::time::sleep(PATIENCE).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = served => served,
        () = out_of_patience => Ok(()),
    }
}
