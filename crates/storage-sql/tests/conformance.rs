//! The suite of `storage` on both databases.

use std::sync::Arc;

use async_trait::async_trait;
use base::Timestamp;
use storage::Storage;
use storage::conformance::{Bench, Site};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};

struct SqlBench(Home);

struct SqlSite {
    place: Place,
    key: Secret,
}

#[async_trait]
impl Site for SqlSite {
    async fn open(&self) -> Arc<dyn Storage> {
        let options = Options::new(self.key.clone(), Timestamp::UNIX_EPOCH);
        Arc::new(SqlStorage::open(self.place.address(), options).await.unwrap())
    }
}

#[async_trait]
impl Bench for SqlBench {
    async fn site(&self) -> Box<dyn Site> {
        let key = Secret::generate().unwrap();
        Box::new(SqlSite { place: self.0.place().await, key })
    }
}

mod sqlite {
    use super::*;

    storage::conformance_tests!(Some(SqlBench(Home::sqlite())));
}

mod postgres {
    use super::*;

    storage::conformance_tests!(Home::postgres().map(SqlBench));
}
