//! What is thrown at letters from outside.

use crate::sample;

mod input;
