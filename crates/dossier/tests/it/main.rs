//! temp
mod aanmelding;
mod aanmelding_afloop;
mod gegeven;
