//! verband
