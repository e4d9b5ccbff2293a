//! A second place to keep things: IndexedDB, whose writes are on the disk when they say so. The local storage's are
//! not: a browser that is killed loses its last seconds.
//!
//! Nothing depends on it. Where a browser has none (a private window of some), nothing is kept and nothing is said.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::{KeyRange, Result};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "service-dojo";
const STORE: &str = "kept";

/// The place. Keys and values are texts.
#[derive(Debug)]
pub struct Disk {
    database: Database,
}

impl Disk {
    /// Opens the place and makes it if need be; `None` where the browser has none.
    pub async fn open() -> Option<Self> {
        let open = Database::open(NAME).with_version(1u8).with_on_upgrade_needed(|_, database| {
            database.create_object_store(STORE).build()?;
            Ok(())
        });
        Some(Self { database: open.await.ok()? })
    }

    /// Puts texts under keys; whether they are on the disk now. All or nothing.
    pub async fn keep(&self, pairs: &[(String, String)]) -> bool {
        self.put(pairs).await.is_ok()
    }

    async fn put(&self, pairs: &[(String, String)]) -> Result<()> {
        let transaction = self.writing()?;
        let store = transaction.object_store(STORE)?;
        for (key, value) in pairs {
            store.put(value.as_str()).with_key(key.as_str()).primitive()?.await?;
        }
        transaction.commit().await
    }

    /// Every key that begins so, with its text, in the order of keys. Empty where nothing can be read.
    pub async fn under(&self, prefix: &str) -> Vec<(String, String)> {
        self.read(prefix).await.unwrap_or_default()
    }

    async fn read(&self, prefix: &str) -> Result<Vec<(String, String)>> {
        let transaction = self.database.transaction(STORE).build()?;
        let store = transaction.object_store(STORE)?;
        let keys = store.get_all_keys::<String>().with_query::<String, _>(range(prefix)).primitive()?.await?;
        let values = store.get_all::<String>().with_query::<String, _>(range(prefix)).primitive()?.await?;
        Ok(keys.flatten().zip(values.flatten()).collect())
    }

    /// Forgets single keys. What fails stays, and does no harm.
    pub async fn forget(&self, keys: &[String]) {
        let _ = self.remove(keys).await;
    }

    async fn remove(&self, keys: &[String]) -> Result<()> {
        let transaction = self.writing()?;
        let store = transaction.object_store(STORE)?;
        for key in keys {
            store.delete(key.as_str()).primitive()?.await?;
        }
        transaction.commit().await
    }

    /// Forgets every key that begins so.
    pub async fn forget_under(&self, prefix: &str) {
        let keys: Vec<String> = self.under(prefix).await.into_iter().map(|(key, _)| key).collect();
        self.forget(&keys).await;
    }

    fn writing(&self) -> Result<Transaction<'_>> {
        let mut strict = TransactionOptions::new();
        strict.set_durability(TransactionDurability::Strict);
        self.database.transaction(STORE).with_mode(TransactionMode::Readwrite).with_options(strict).build()
    }
}

fn range(prefix: &str) -> KeyRange<String> {
    KeyRange::Bound(prefix.to_owned(), false, prefix.to_owned() + "\u{ffff}", false)
}

/// Whether anything was ever put there, without making the place. Asked before the code above is fetched, so it is
/// kept small; a browser that cannot tell is taken for a new one.
pub async fn was_ever_used() -> bool {
    databases().await.is_ok_and(|list| {
        let name_of = |database: JsValue| Reflect::get(&database, &JsValue::from_str("name")).ok()?.as_string();
        list.iter().filter_map(name_of).any(|name| name == NAME)
    })
}

async fn databases() -> std::result::Result<Array, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &JsValue::from_str("indexedDB"))?;
    let list = Reflect::get(&factory, &JsValue::from_str("databases"))?.dyn_into::<Function>()?;
    let promise = list.call0(&factory)?.dyn_into::<Promise>()?;
    JsFuture::from(promise).await?.dyn_into::<Array>()
}
