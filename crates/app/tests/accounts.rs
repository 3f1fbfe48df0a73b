//! Accounts, signing in, roles, keys and parents' codes, on a real store.

#[path = "accounts/aanmelden.rs"]
mod aanmelden;
#[path = "accounts/beheer.rs"]
mod beheer;
#[path = "accounts/hulp.rs"]
mod hulp;
#[path = "accounts/logboek.rs"]
mod logboek;
#[path = "accounts/ouders.rs"]
mod ouders;
#[path = "accounts/toneel.rs"]
mod toneel;
#[path = "accounts/vastleggen.rs"]
mod vastleggen;
#[path = "accounts/voorstel.rs"]
mod voorstel;
#[path = "accounts/waarneming.rs"]
mod waarneming;
#[path = "accounts/zijdeur.rs"]
mod zijdeur;
