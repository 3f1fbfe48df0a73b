//! Which letters follow from which facts, to whom, with which days and articles; and how they are
//! kept and fetched.

#[path = "brieven/aanmelding.rs"]
mod aanmelding;
#[path = "brieven/geheim.rs"]
mod geheim;
#[path = "brieven/herroepen.rs"]
mod herroepen;
#[path = "brieven/leerling.rs"]
mod leerling;
#[path = "brieven/lezers.rs"]
mod lezers;
#[path = "brieven/opslag.rs"]
mod opslag;
#[path = "brieven/ouders.rs"]
mod ouders;
#[path = "brieven/plan.rs"]
mod plan;
#[path = "brieven/school.rs"]
mod school;
#[path = "brieven/schorsing.rs"]
mod schorsing;
#[path = "brieven/tlv.rs"]
mod tlv;
#[path = "brieven/vrijgave.rs"]
mod vrijgave;
#[path = "brieven/wereld.rs"]
mod wereld;
#[path = "brieven/wet.rs"]
mod wet;
#[path = "brieven/wie_beslist.rs"]
mod wie_beslist;
