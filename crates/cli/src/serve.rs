//! `leerrecht serve` and `leerrecht demo`: the running program, with its seals and its rounds.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::brieven::Briefronde;
use app::mail::Mailronde;
use app::onderhoud::{Herbouwd, last_seal_in};
use app::{App, AppError, Moment};
use storage::Progress;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use web::{Settings, WebState};

use crate::args::{Demo, Serve};
use crate::config::{Config, address};
use crate::demogebied;
use crate::exit::{Exit, os_reason};
use crate::mail;
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;
use crate::zegelbestand;

/// Seconds after which letters that failed, or that another process left open, are tried again.
const LETTER_SECONDS: u64 = 60;
/// Seconds after which notices that are due are sent.
const MAIL_SECONDS: u64 = 60;
/// Seconds between two rounds of expiry.
const EXPIRY_SECONDS: u64 = 24 * 60 * 60;
/// Seconds after which it is looked at whether another program took this database.
const ALONE_SECONDS: u64 = 10;
/// Seconds after which the lists look at the calendar: shortly after midnight they are those of the new day.
const REFRESH_SECONDS: u64 = 5 * 60;

pub(crate) async fn serve(config: &Config, opdracht: &Serve, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let adres = address(opdracht.adres.as_deref(), config)?;
    let app = Arc::new(as_set(config, openen::app(config, Wijze::Bijwerken).await?)?);
    run(config, app, adres, false, uitvoer).await
}

pub(crate) async fn demo(config: &Config, opdracht: &Demo, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let adres = address(opdracht.adres.as_deref(), config)?;
    let (config, plek) = demogebied::place(config, opdracht, uitvoer)?;
    let app = Arc::new(as_set(&config, openen::app(&config, Wijze::Maak).await?)?.as_demo());
    // Asked before the lists of a large database are made for nothing.
    let stand = demogebied::as_it_stands(&app, &plek).await?;
    // An empty database says at once by what its lists are made.
    lists_of_this_version(&app, uitvoer).await?;
    demogebied::fill_when_new(&app, stand, opdracht, uitvoer).await?;
    run(&config, app, adres, true, uitvoer).await
}

/// The program with the mail server and the scanner of the settings, where they are there.
fn as_set(config: &Config, app: App) -> Result<App, Exit> {
    let app = match mail::weg(config)? {
        Some(weg) => app.with_mail(weg),
        None => app,
    };
    Ok(match &config.virusscanner {
        Some(scanner) => app.with_keurmeester(Box::new(scanner.clone())),
        None => app,
    })
}

/// Makes the lists anew where another version made them, and where the program stood still too long for them. One damaged file keeps nobody from the others: the program goes
/// on, and says it.
async fn lists_of_this_version(app: &App, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let renewed = renew_lists(app, uitvoer).await?;
    let behind = app.catch_up_lists(openen::moment()).await;
    let behind = behind.map_err(|error| not_made("de lijsten zijn niet bij te werken", error))?;
    for made in renewed.iter().chain([&behind]) {
        if let Err(missing) = crate::onderhoud::all_listed(made) {
            uitvoer.note(&missing.tekst);
        }
    }
    Ok(())
}

/// Whether a line of the log tells how far a long work is: at its beginning and at each tenth part. Until it is done
/// nothing answers, and who watches a start has only the log.
fn is_told(progress: Progress) -> bool {
    let part = (progress.total / 10).max(1);
    progress.done == 1 || progress.done.is_multiple_of(part)
}

/// Makes the lists anew where another version of the program made them, before anybody can ask for one. What it gave,
/// where it did.
pub(crate) async fn renew_lists(app: &App, uitvoer: &Uitvoer) -> Result<Option<Herbouwd>, Exit> {
    let bar = uitvoer.bar("de lijsten opnieuw maken");
    let shown = bar.clone();
    let progress = move |progress: Progress| {
        shown.set_length(progress.total);
        shown.set_position(progress.done);
        if is_told(progress) {
            tracing::info!(done = progress.done, total = progress.total, "the lists are made anew");
        }
    };
    let renewed = app.renew_lists(openen::moment(), &progress).await;
    bar.finish_and_clear();
    renewed.map_err(|error| not_made("de lijsten zijn niet te maken", error))
}

/// What did not come about, with its cause: nothing of it is in a log yet.
fn not_made(what: &str, error: AppError) -> Exit {
    Exit::outside(format!("{what}: {}", Exit::from(error).tekst))
}

/// Runs. `is_demo`: the command was `demo`; what stands in a database makes no door without a password.
async fn run(
    config: &Config,
    app: Arc<App>,
    adres: SocketAddr,
    is_demo: bool,
    uitvoer: &Uitvoer,
) -> Result<(), Exit> {
    let listener = ready(config, &app, adres, uitvoer).await?;
    let bound = listener.local_addr().unwrap_or(adres);
    let state = WebState::new(Arc::clone(&app), Arc::new(openen::now), settings(config, is_demo));
    let told = until_told_to_stop();
    uitvoer.line(&format!("Leerrecht antwoordt op http://{bound}"));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), address = %bound, "started");
    let served = answer(config, &app, state, (listener, told)).await;
    app.storage.close().await;
    tracing::info!("stopped");
    served.map_err(|error| Exit::outside(format!("het programma kan niet verder: {error}")))
}

/// All that comes before the first answer.
async fn ready(
    config: &Config,
    app: &App,
    adres: SocketAddr,
    uitvoer: &Uitvoer,
) -> Result<TcpListener, Exit> {
    start_log(&config.log)?;
    hold_alone(app).await?;
    lists_of_this_version(app, uitvoer).await?;
    let listener = listen(adres).await?;
    say_doubts(config).await;
    say_unmarked(app).await?;
    Ok(listener)
}

/// Somebody took away, in the database itself, what says that its rows are as the program wrote them.
async fn say_unmarked(app: &App) -> Result<(), Exit> {
    let unmarked = app.storage.instantie().await?.zonder_merk;
    if !unmarked.is_empty() {
        tracing::error!(facts = unmarked.join(" "), "marks of the database are gone");
        crate::uitvoer::warn(&format!(
            "de database mist merken die dit programma erin zette ({}): iemand wijzigde haar buiten het programma. Draai \
             `leerrecht verifieer`, en vertrouw haar niet voordat u weet wat er gebeurd is",
            unmarked.join(", ")
        ));
    }
    Ok(())
}

/// What pages know of the settings.
fn settings(config: &Config, is_demo: bool) -> Settings {
    Settings {
        demo: is_demo,
        secure: config.secure,
        behind_proxy: config.behind_proxy,
        hulp: config.hulp.clone(),
        webadres: config.webadres.clone(),
    }
}

/// One program answers per database.
async fn hold_alone(app: &App) -> Result<(), Exit> {
    if app.keep_alone().await? {
        return Ok(());
    }
    Err(Exit::refused(
        "op deze database draait al een leerrecht. Stop die eerst (`sudo systemctl stop leerrecht`), of wijs met --database een \
         andere database aan",
    ))
}

/// What of the settings cannot be right, or does not answer now.
async fn say_doubts(config: &Config) {
    for doubt in crate::config::doubts(config) {
        crate::uitvoer::warn(doubt);
    }
    if let Some(scanner) = &config.virusscanner
        && let Some(why) = scanner.why_not().await
    {
        crate::uitvoer::warn(&format!(
            "de virusscanner antwoordt niet: {why}. Tot hij dat doet, kan niemand een bestand toevoegen. Kijk of hij draait, en of \
             virusscanner klopt"
        ));
    }
}

/// Answers until it is told to stop, with what has to be done beside that.
async fn answer(
    config: &Config,
    app: &Arc<App>,
    state: WebState,
    (listener, told): (TcpListener, impl Future<Output = ()> + Send + 'static),
) -> std::io::Result<()> {
    let (stop, stopped) = watch::channel(false);
    let mut displaced = stopped.clone();
    let alone = tokio::spawn(alone(Arc::clone(app), stop.clone()));
    let letters = tokio::spawn(letters(Arc::clone(app), stopped.clone()));
    let mails = tokio::spawn(mails(Arc::clone(app), stopped.clone()));
    let calendar = tokio::spawn(calendar(Arc::clone(app), stopped.clone()));
    let rounds = tokio::spawn(rounds(Arc::clone(app), config.clone(), stopped));
    let told = async move {
        tokio::select! {
            () = told => {}
            _ = displaced.changed() => {}
        }
    };
    let served = web::serve(state, listener, told).await;
    // What was recorded until now gets its seal before the database closes.
    let _ = stop.send(true);
    let _ = letters.await;
    let _ = mails.await;
    let _ = calendar.await;
    let _ = rounds.await;
    let _ = alone.await;
    if app.is_displaced() {
        return Err(std::io::Error::other("een ander programma heeft deze database"));
    }
    served
}

/// Stops this program where another took its database: two beside each other would both make letters and seals.
async fn alone(app: Arc<App>, stop: watch::Sender<bool>) {
    let mut stopped = stop.subscribe();
    let mut again = tokio::time::interval(Duration::from_secs(ALONE_SECONDS));
    again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let asked = async {
            again.tick().await;
            app.keep_alone().await
        };
        let kept = tokio::select! {
            _ = stopped.changed() => return,
            kept = asked => kept,
        };
        match kept {
            Ok(true) => {}
            Ok(false) => {
                tracing::error!("another program answers on this database; this one stops");
                let _ = stop.send(true);
                return;
            }
            Err(error) => tracing::warn!(%error, "whether another program answers was not to be asked"),
        }
    }
}

async fn listen(adres: SocketAddr) -> Result<TcpListener, Exit> {
    TcpListener::bind(adres).await.map_err(|error| {
        let reason = os_reason(&error);
        Exit::outside(format!("{adres} is niet te gebruiken: {reason}. Kies een ander met --adres"))
    })
}

/// Structured lines on standard error; no personal data is ever put into them.
fn start_log(filter: &str) -> Result<(), Exit> {
    // A word that is no level would be read as the name of a part of the program, and silence the rest.
    let levels = ["off", "error", "warn", "info", "debug", "trace"];
    let known = |part: &str| part.contains('=') || levels.contains(&part.trim().to_lowercase().as_str());
    if !filter.split(',').all(known) {
        let levels = levels.join(", ");
        return Err(Exit::refused(format!("log: gegeven '{filter}', dat kan niet; kies uit {levels}")));
    }
    let filter: Targets = filter
        .parse()
        .map_err(|error| Exit::refused(format!("log: gegeven '{filter}', dat kan niet ({error})")))?;
    let lines = tracing_subscriber::fmt::layer().json().with_writer(std::io::stderr);
    let log = tracing_subscriber::registry().with(lines.with_filter(filter));
    log.try_init().map_err(|error| Exit::outside(format!("het logboek start niet: {error}")))
}

/// Ctrl-C, or the signal by which a service is stopped. Listens from the call on, and not from the first look: whoever reads that the
/// program answers may stop it at once.
fn until_told_to_stop() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    async move {
        let interrupt = tokio::signal::ctrl_c();
        #[cfg(unix)]
        if let Ok(mut terminate) = terminate {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
        let _ = interrupt.await;
    }
}

/// Seals at intervals and removes once a day what has lapsed, until the program stops.
async fn rounds(app: Arc<App>, config: Config, mut stopped: watch::Receiver<bool>) {
    let not_before = seals_at_start(&app, &config).await;
    let mut seal = tokio::time::interval(Duration::from_secs(60 * config.zegel_elke_minuten));
    let mut expire = tokio::time::interval(Duration::from_secs(EXPIRY_SECONDS));
    loop {
        tokio::select! {
            _ = stopped.changed() => break,
            _ = seal.tick() => seal_once(&app, &config, not_before).await,
            _ = expire.tick() => {
                if let Err(error) = app.expire(openen::moment()).await {
                    tracing::warn!(%error, "the round of expiry failed");
                }
            }
        }
    }
    // The program that took this database makes its seals.
    if !app.is_displaced() {
        seal_once(&app, &config, not_before).await;
    }
}

/// Keeps the lists in step with the calendar. A round that is cut off is taken up by the next: what is left is still
/// out of date.
async fn calendar(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    let mut refresh = tokio::time::interval(Duration::from_secs(REFRESH_SECONDS));
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            _ = refresh.tick() => {}
        }
        tokio::select! {
            _ = stopped.changed() => return,
            refreshed = app.refresh_lists(openen::moment()) => {
                if let Err(error) = refreshed {
                    tracing::warn!(%error, "the lists could not follow the calendar");
                }
            }
        }
    }
}

/// Makes letters, and does what follows in other files, as soon as a command asks for it, until the program stops. What is
/// open then is done by the next start.
async fn letters(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    if !app.letters.can_be_made() {
        tracing::warn!("this program makes no letters; they stay open for one that does");
    }
    let mut again = tokio::time::interval(Duration::from_secs(LETTER_SECONDS));
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = app.letters_asked() => {}
            _ = again.tick() => {}
        }
        tokio::select! {
            _ = stopped.changed() => return,
            made = app.make_open_letters(openen::moment()) => report_letters(made),
        }
    }
}

/// Sends codes as soon as somebody asks for one and notices when they are due, until the program stops. What is cut off is
/// sent by the next start; a notice of that day comes on the next.
async fn mails(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    if !app.sends_mail() {
        tracing::info!("no mail server is set: nobody is told by e-mail that there is something new");
        return;
    }
    let mut again = tokio::time::interval(Duration::from_secs(MAIL_SECONDS));
    again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = app.mail_asked() => {}
            _ = again.tick() => {}
        }
        tokio::select! {
            _ = stopped.changed() => return,
            sent = app.send_mail(openen::moment()) => report_mails(sent),
        }
    }
}

/// A line for each failure; why, but never to whom.
fn report_mails(sent: Result<Mailronde, AppError>) {
    match sent {
        Ok(ronde) => report_round(&ronde),
        Err(error) => tracing::error!(%error, "the mails could not be sent"),
    }
}

fn report_round(ronde: &Mailronde) {
    for error in &ronde.mislukt {
        tracing::warn!(%error, "a mail could not be sent and is tried again");
    }
    if ronde.opgegeven > 0 {
        tracing::error!(count = ronde.opgegeven, "mails are given up after many attempts");
    }
}

/// A line for each failure; why, but never about whom.
fn report_letters(made: Result<Briefronde, AppError>) {
    match made {
        Ok(ronde) => {
            for error in ronde.mislukt {
                tracing::error!(%error, "what an act left to be done could not be done; it is tried again");
            }
        }
        Err(error) => tracing::error!(%error, "what acts left to be done could not be looked up"),
    }
}

/// Looks whether the file of seals is what the program left. Returns the number up to which nothing is filled up: what was
/// shortened stays so, and `verifieer` goes on saying it.
async fn seals_at_start(app: &App, config: &Config) -> u64 {
    let file = match std::fs::read_to_string(&config.zegelbestand) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        // What cannot be read says nothing about what is in it.
        Err(error) => {
            tracing::error!(%error, "the file of seals cannot be read");
            said_of_seals(app.seals_not_written(None, openen::moment()).await);
            return 0;
        }
    };
    compared(app, &file).await
}

/// The number up to which nothing is filled up in a file of seals with these lines.
async fn compared(app: &App, file: &str) -> u64 {
    match app.check_seals_file(file, openen::moment()).await {
        Ok(None) => 0,
        Ok(Some((gap, newest))) => {
            tracing::warn!(
                gap = gap.in_words(),
                "the file of seals is not what this program left in it; verifieer says more"
            );
            newest
        }
        Err(error) => {
            tracing::error!(%error, "the file of seals could not be compared");
            0
        }
    }
}

/// Seals what was recorded since the last time; the lines for the file.
async fn sealed(app: &App, config: &Config, not_before: u64, moment: Moment) -> Option<Vec<String>> {
    let last = zegelbestand::last_seal(&config.zegelbestand).max(not_before);
    match app.seal(last, moment).await {
        Ok(lines) => Some(lines),
        Err(error) => {
            tracing::error!(%error, "sealing the log failed");
            None
        }
    }
}

async fn seal_once(app: &App, config: &Config, not_before: u64) {
    let (file, moment) = (&config.zegelbestand, openen::moment());
    let Some(lines) = sealed(app, config, not_before, moment).await else { return };
    let written = zegelbestand::append(file, &lines);
    if let Err(error) = &written {
        tracing::error!(%error, "the file of seals cannot be written");
    }
    said_of_seals(match written {
        Ok(()) if lines.is_empty() => Ok(()),
        Ok(()) => app.seals_written(moment).await,
        Err(_) => {
            let last = std::fs::read_to_string(file).ok().map(|text| last_seal_in(&text));
            app.seals_not_written(last, moment).await
        }
    });
}

/// What goes wrong while it is written down how the file of seals is doing stops no round.
fn said_of_seals(written: Result<(), AppError>) {
    if let Err(error) = written {
        tracing::error!(%error, "how the file of seals is doing could not be written down");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_tells_the_beginning_and_each_tenth_part() {
        let told =
            |total| (1..=total).filter(|done| is_told(Progress { done: *done, total })).collect::<Vec<_>>();
        assert_eq!(told(0), [0_u64; 0]);
        assert_eq!(told(3), [1, 2, 3]);
        assert_eq!(told(1_000), [1, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
    }
}
