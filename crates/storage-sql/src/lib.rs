//! storage-sql
