//! Fetching and opening the sample company.

use std::future::Future;
use std::pin::Pin;

use crate::browser::files;
use crate::route::Route;
use crate::session::Session;

/// The company's file, as it ships.
const FILE: &str = "samples/company.json";

/// Opens the company; `Err` with a sentence, and nothing is changed.
pub type Open = fn(Session) -> Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// See [`Open`].
pub fn open(session: Session) -> Pin<Box<dyn Future<Output = Result<(), String>>>> {
    Box::pin(async move {
        let text = files::fetch_text(Route::file(FILE)).await?;
        session.open_company(&text)
    })
}
