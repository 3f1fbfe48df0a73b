//! recht
