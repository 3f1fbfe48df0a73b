//! x
/// x
pub struct TestApp;
