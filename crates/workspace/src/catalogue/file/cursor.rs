//! A place in a value that is being read: what stands there, how to say where it is, and where faults are noted.
//!
//! Readers never stop at a fault: they note it, go on with something empty, and whoever began throws all of it away if
//! anything was noted. So a person sees all that is wrong with a file at once.

use std::cell::{Cell, RefCell};

use serde_json::Value;

/// How many faults are told at once; who sees twenty mends those first.
const MOST_FAULTS: usize = 20;

/// What is wrong at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, as `services[2].offerings[0].price.amount`; empty for the file as a whole.
    pub path: String,
    /// What, in words that go on from the place: "must be a list".
    pub problem: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.path.is_empty() {
            out.write_str(&self.path)?;
            out.write_str(": ")?;
        }
        out.write_str(&self.problem)
    }
}

/// Where what is read comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file that anybody may have written: limits, texts, links and references are checked.
    File,
    /// Our own journal: what was decided is read as it is, whatever its length.
    Journal,
}

/// What was noted while reading.
pub(crate) struct Notes {
    source: Source,
    faults: RefCell<Vec<Fault>>,
    ignored: RefCell<Vec<String>>,
    cleaned: Cell<usize>,
}

impl Notes {
    pub fn new(source: Source) -> Self {
        Self { source, faults: RefCell::default(), ignored: RefCell::default(), cleaned: Cell::new(0) }
    }

    /// Whether limits, texts, links and references are checked.
    pub fn is_strict(&self) -> bool {
        self.source == Source::File
    }

    /// Whether nothing is wrong so far.
    pub fn is_sound(&self) -> bool {
        self.faults.borrow().is_empty()
    }

    /// Notes a fault; the first twenty are kept.
    pub fn fail(&self, place: Place<'_>, problem: impl Into<String>) {
        let mut faults = self.faults.borrow_mut();
        if faults.len() < MOST_FAULTS {
            faults.push(Fault { path: place.path(), problem: problem.into() });
        }
    }

    /// Notes characters that were taken out of a text.
    pub fn clean(&self, count: usize) {
        self.cleaned.set(self.cleaned.get().saturating_add(count));
    }

    /// The faults, the fields that nobody knows, and how many characters were taken out.
    pub fn into_parts(self) -> (Vec<Fault>, Vec<String>, usize) {
        (self.faults.into_inner(), self.ignored.into_inner(), self.cleaned.get())
    }
}

/// Where something is, as steps from the top.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    up: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Top,
    Name(&'a str),
    At(usize),
}

impl<'a> Place<'a> {
    /// The top.
    pub const TOP: Place<'static> = Place { up: None, step: Step::Top };

    /// A field of what is here.
    pub fn name(&'a self, name: &'a str) -> Place<'a> {
        Place { up: Some(self), step: Step::Name(name) }
    }

    /// An entry of the list that is here.
    pub fn at(&'a self, index: usize) -> Place<'a> {
        Place { up: Some(self), step: Step::At(index) }
    }

    /// As people read it.
    pub fn path(&self) -> String {
        let mut path = self.up.map(Place::path).unwrap_or_default();
        match self.step {
            Step::Top => {}
            Step::Name(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::At(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
        path
    }
}

/// See the module.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub value: &'a Value,
    pub place: Place<'a>,
    pub notes: &'a Notes,
}

impl<'a> Cursor<'a> {
    /// At the top of a value.
    pub fn top(value: &'a Value, notes: &'a Notes) -> Self {
        Self { value, place: Place::TOP, notes }
    }

    /// Notes that something is wrong here.
    pub fn fail(&self, problem: impl Into<String>) {
        self.notes.fail(self.place, problem);
    }

    /// Whether limits, texts, links and references are checked.
    pub fn is_strict(&self) -> bool {
        self.notes.is_strict()
    }

    /// Says that an object with these fields is expected; others are ignored, and noted.
    pub fn expect(&self, known: &[&str]) -> bool {
        let Some(fields) = self.value.as_object() else {
            self.fail("must be an object in braces");
            return false;
        };
        if self.is_strict() {
            for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
                let mut ignored = self.notes.ignored.borrow_mut();
                if ignored.len() < MOST_FAULTS {
                    ignored.push(self.place.name(&shortened(name)).path());
                }
            }
        }
        true
    }

    /// A field, if it is there and says something.
    pub fn field(&'a self, name: &'a str) -> Option<Cursor<'a>> {
        let value = self.value.as_object()?.get(name).filter(|value| !value.is_null())?;
        Some(Cursor { value, place: self.place.name(name), notes: self.notes })
    }

    /// A field that has to be there.
    pub fn needed(&'a self, name: &'a str) -> Option<Cursor<'a>> {
        let field = self.field(name);
        if field.is_none() && self.value.is_object() {
            self.notes.fail(self.place.name(name), "is missing");
        }
        field
    }

    /// What `read` makes of a field; nothing if it is not there.
    pub fn maybe<T>(&self, name: &str, read: impl FnOnce(&Cursor<'_>) -> T) -> Option<T> {
        self.field(name).map(|field| read(&field))
    }

    /// What `read` makes of a field that has to be there.
    pub fn take<T: Default>(&self, name: &str, read: impl FnOnce(&Cursor<'_>) -> T) -> T {
        self.needed(name).map(|field| read(&field)).unwrap_or_default()
    }

    /// The entries of a list in a field; none if it is not there.
    pub fn list<T>(&self, name: &str, most: usize, read: impl FnMut(&Cursor<'_>) -> T) -> Vec<T> {
        self.field(name).map(|list| list.each(most, read)).unwrap_or_default()
    }

    /// The entries of the list that is here.
    pub fn each<T>(&self, most: usize, mut read: impl FnMut(&Cursor<'_>) -> T) -> Vec<T> {
        let Some(values) = self.value.as_array() else {
            self.fail("must be a list in brackets");
            return Vec::new();
        };
        if self.is_strict() && values.len() > most {
            self.fail(format!("has {} entries; at most {most} are read", values.len()));
            return Vec::new();
        }
        let entry = |(index, value)| read(&Cursor { value, place: self.place.at(index), notes: self.notes });
        values.iter().enumerate().map(entry).collect()
    }
}

/// A name that somebody else chose, short enough to show.
fn shortened(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(40).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_fault_names_its_place_step_by_step() {
        let value = json!({"services": [{}, {"offerings": [{"price": 3}]}]});
        let notes = Notes::new(Source::File);
        let top = Cursor::top(&value, &notes);
        top.list("services", 9, |service| {
            service.list("offerings", 9, |offering| {
                offering.maybe("price", |price| price.fail("must be an object"));
            });
        });
        let (faults, ..) = notes.into_parts();
        let [fault] = faults.as_slice() else { panic!("{faults:?}") };
        assert_eq!(fault.to_string(), "services[1].offerings[0].price: must be an object");
    }

    #[test]
    fn only_the_first_twenty_faults_are_kept() {
        let value = json!([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let notes = Notes::new(Source::File);
        Cursor::top(&value, &notes).each(99, |entry| entry.fail("is wrong"));
        assert_eq!(notes.into_parts().0.len(), 20);
    }
}
