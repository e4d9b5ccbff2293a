//! What one can begin with: example services and whole catalogues that ship beside the app, fetched when they are chosen.

use itsm::catalogue::{Catalogue, Command as Ask};
use itsm::{Command, Happening, ServiceId};
use serde_json::Value;

use crate::browser::files;
use crate::route::Route;
use crate::session::Session;

const FOLDER: &str = "content/catalogue/";
/// A whole catalogue of a small company.
pub const SMALL_COMPANY: &str = "small-company.json";
/// A whole catalogue of a department of a university.
pub const UNIVERSITY: &str = "university-department.json";

/// An example that one can begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub about: String,
    /// Its file.
    pub file: String,
}

/// The example services; `Err` with a sentence.
pub async fn index() -> Result<Vec<Template>, String> {
    let text = files::fetch_text(Route::file(&[FOLDER, "index.json"].concat())).await?;
    let all: Vec<Value> = serde_json::from_str(&text).map_err(|_| damaged())?;
    let read = |one: &Value| {
        let text = |name: &str| one.get(name)?.as_str().map(str::to_owned);
        // Whole catalogues have doors of their own.
        if text("kind").is_some_and(|kind| kind == "catalogue") {
            return None;
        }
        Some(Template { title: text("title")?, about: text("about")?, file: text("file")? })
    };
    Ok(all.iter().filter_map(read).collect())
}

/// The catalogue in a file; `Err` with a sentence.
pub async fn catalogue(file: &str) -> Result<Catalogue, String> {
    let text = files::fetch_text(Route::file(&[FOLDER, file].concat())).await?;
    read(&text)
}

fn read(text: &str) -> Result<Catalogue, String> {
    workspace::catalogue::file::read(text).map_err(|faults| {
        let first = faults.first().map(|fault| [" At “", &fault.path, "”: ", &fault.problem, "."].concat());
        damaged() + &first.unwrap_or_default()
    })
}

fn damaged() -> String {
    "The example came damaged. Reload the page and try again; nothing was changed.".to_owned()
}

/// Takes a catalogue in, and gives the services that it brought; `Err` with a sentence.
pub fn take_in(session: Session, mut catalogue: Catalogue) -> Result<Vec<ServiceId>, String> {
    // The prices of an example are examples, whatever the currency here.
    let here = session.peek(|workspace| workspace.desk().portfolio().settings().clone()).unwrap_or_default();
    if !here.organisation.is_empty() {
        catalogue.settings.currency = here.currency;
    }
    let events =
        session.give(Command::Catalogue(Ask::TakeIn(Box::new(catalogue)))).map_err(|declined| declined.sentence())?;
    let mut services: Vec<ServiceId> = vec![];
    for event in &events {
        if let Happening::Catalogue(id, _) = event.what
            && !services.contains(&id)
        {
            services.push(id);
        }
    }
    Ok(services)
}
