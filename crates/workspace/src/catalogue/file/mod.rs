//! The catalogue's own file, `service-dojo-catalogue` version 1: JSON that people can read and write by hand. The schema
//! in `public/catalogue.schema.json` describes it.
//!
//! **In.** A file may come from anybody. More than [`FILE_MOST`] bytes are refused unread; then every fault is told with
//! its place, the first twenty at once, and nothing is taken in unless all is sound. Fields that this version does not
//! know are ignored and told. Characters that cannot be seen and can deceive (control characters, marks that turn the
//! direction of what follows) are taken out and counted, because they mostly come along with what is pasted; links that
//! lead elsewhere than to the web or to a mail address are faults.
//!
//! **Out.** Lossless, but for references that lead nowhere (see [`mended`]) and for incident categories in the
//! directory, to which no content refers.
//!
//! The same form, read without limits, is what our own journal keeps of contents and edits (`crate::stored`).

mod check;
mod content;
mod cursor;
mod edit;
mod form;
mod limits;
mod logo;
mod mend;
mod offering;
mod print;
mod rings;
mod values;
mod whole;
mod words;
mod workflow;

use itsm::catalogue::Catalogue;
use serde_json::Value;

use cursor::{Notes, Place, Source};
use values::Fields;

pub(crate) use content::{content, write_content};
pub(crate) use cursor::Cursor;
pub use cursor::Fault;
pub(crate) use edit::{of_journal, read_edit, write_edit};
pub(crate) use form::{read_answers, write_answers};
pub use limits::{FILE_MOST, LOGO_MOST};
pub use logo::why_no_logo;
pub use mend::mended;
pub(crate) use values::{Fields as Object, from_key, key, line};
pub use values::{is_email, is_safe_link};
pub(crate) use whole::{category, settings, write_category, write_settings};
pub(crate) use words::{Gate, Word, meaning};

/// What such a file says it is.
pub const FORMAT: &str = "service-dojo-catalogue";
/// The version that this code writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// What came of reading a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The catalogue; `None` if the file says that there is none.
    pub catalogue: Option<Catalogue>,
    /// Fields that this version does not know, by their places: misspelt, or of a newer version.
    pub ignored: Vec<String>,
    /// How many characters that cannot be seen were taken out of texts.
    pub cleaned: usize,
}

/// A catalogue as a value of JSON.
pub fn write(catalogue: &Catalogue) -> Value {
    enveloped(whole::write_catalogue(&mended(catalogue)))
}

/// A catalogue as the text of a file, laid out for people.
pub fn to_text(catalogue: &Catalogue) -> String {
    print::print(&write(catalogue))
}

/// The file of a place that has no catalogue yet.
pub fn none() -> String {
    print::print(&enveloped(Value::Null))
}

fn enveloped(catalogue: Value) -> Value {
    Fields::default().put("format", FORMAT).put("version", VERSION).put("catalogue", catalogue).done()
}

/// The catalogue in the text of a file. One that says that there is none is a fault here; [`open`] tells it apart.
pub fn read(text: &str) -> Result<Catalogue, Vec<Fault>> {
    open(text)?.catalogue.ok_or_else(|| vec![fault("catalogue", "is empty: this file says that there is no catalogue")])
}

/// All that the text of a file tells.
pub fn open(text: &str) -> Result<Reading, Vec<Fault>> {
    if text.len() > FILE_MOST {
        return Err(vec![fault("", "is larger than 2 MB; no catalogue needs as much")]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|why| vec![not_json(&why)])?;
    let notes = Notes::new(Source::File);
    let top = Cursor::top(&value, &notes);
    if !is_ours(&top) {
        return Err(notes.into_parts().0);
    }
    // Places are told from the catalogue on: what stands around it is the same in every file.
    let catalogue = value.get("catalogue").filter(|catalogue| !catalogue.is_null()).map(|catalogue| {
        let read = whole::read(&Cursor::top(catalogue, &notes));
        check::check(&read, Place::TOP, &notes);
        read
    });
    let catalogue = if notes.is_sound() { catalogue.map(whole::Read::into_catalogue) } else { None };
    let (faults, ignored, cleaned) = notes.into_parts();
    if faults.is_empty() { Ok(Reading { catalogue, ignored, cleaned }) } else { Err(faults) }
}

/// Whether it is a file of this format that this version can read; notes what speaks against it.
fn is_ours(top: &Cursor<'_>) -> bool {
    if !top.expect(&["$schema", "format", "version", "catalogue"]) {
        return false;
    }
    let Some(format) = top.needed("format") else { return false };
    if format.value.as_str() != Some(FORMAT) {
        format.fail("is not \"service-dojo-catalogue\"; this is another kind of file");
        return false;
    }
    let Some(version) = top.needed("version") else { return false };
    match version.value.as_u64() {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            version.fail("is newer than this version of the app can read; reload the app to update it");
        }
        _ => version.fail("must be 1"),
    }
    if top.value.get("catalogue").is_none() {
        top.notes.fail(top.place.name("catalogue"), "is missing");
    }
    top.notes.is_sound()
}

fn not_json(why: &serde_json::Error) -> Fault {
    let problem = if why.is_eof() {
        "ends too early: a part of it is missing".to_owned()
    } else if why.to_string().contains("recursion limit") {
        format!("is nested too deeply (line {})", why.line())
    } else {
        format!("is not JSON from line {}, character {} on", why.line(), why.column())
    };
    fault("", &problem)
}

fn fault(path: &str, problem: &str) -> Fault {
    Fault { path: path.to_owned(), problem: problem.to_owned() }
}
