//! Questions to the queue: which incidents, in which order, and how many of each kind.
//!
//! A [`Query`] is data: `choice` (sets of few values), `name` (people, teams), `time` (days and ages) and `field` (what
//! can be asked). `grouping` gathers what belongs together. People type it: `lex` takes the text apart, `typed` and `span` understand it, `fault` says what is
//! wrong with it, `print` writes it down, `complete` offers what may come next, `params` puts it into a link. `filter`
//! gets it ready for a run, `words` matches texts, `order` sorts, `answer` runs it.

mod answer;
mod choice;
mod complete;
mod fault;
mod field;
mod filter;
mod grouping;
mod lex;
mod name;
mod order;
mod params;
mod print;
mod span;
mod time;
mod typed;
mod words;

use std::collections::BTreeSet;

use itsm::incident::{Channel, HoldReason, Stage};
use itsm::{Level, Priority};

pub use answer::{Answer, Counts, answer, count_each, counts, run};
pub use choice::{Choice, Hour, Set, Weekday};
pub use complete::{Completion, Offer, complete};
pub use fault::Fault;
pub use field::Field;
pub use grouping::{Grouping, Section};
pub use name::{Name, Names};
pub use order::{Sort, SortKey};
pub use params::{key_of, key_text, params_of, typed_in};
pub use time::{Age, Span, Time, Unit, What};
pub use typed::{Typed, parse, understand};

use crate::standing::Breach;

/// Which incidents, in which order. An empty set means "any".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Where they stand.
    pub stages: Set<Stage>,
    /// Whom or what they wait for; `None` for those that do not wait.
    pub holds: Set<Option<HoldReason>>,
    /// How pressing they are.
    pub priorities: Set<Priority>,
    /// How much of the business is affected.
    pub impacts: Set<Level>,
    /// How soon they hurt.
    pub urgencies: Set<Level>,
    /// How they stand to their service level.
    pub breaches: Set<Breach>,
    /// Which team has them.
    pub groups: Names,
    /// Who has them.
    pub people: Names,
    /// Who is affected.
    pub callers: Names,
    /// What kind.
    pub categories: Names,
    /// Which service is affected.
    pub services: Names,
    /// Which configuration item.
    pub items: Names,
    /// How the desk heard of them.
    pub channels: Set<Channel>,
    /// When something happened to them: all of these.
    pub times: BTreeSet<Time>,
    /// On which days of the week they were opened.
    pub weekdays: Set<Weekday>,
    /// In which hours they were opened.
    pub hours: Set<Hour>,
    /// Whether they came back from Resolved.
    pub reopened: Set<bool>,
    /// Whether they went from one team or person to another.
    pub reassigned: Set<bool>,
    /// Whether they tell of the same failure as another.
    pub duplicate: Set<bool>,
    /// What they are a consequence of, by number.
    pub parents: Names,
    /// Words that must all occur, in any order and any case.
    pub words: Vec<Word>,
    /// What stands together under a heading of its own; `None` for one list.
    pub grouping: Option<Grouping>,
    /// In which order; the latest opened first if it is empty. At most [`Sort::MOST`].
    pub sort: Vec<Sort>,
}

/// A word, or several in quotes, to look for in texts and names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The letters; never blank.
    pub text: String,
    /// Whether it must not occur.
    pub negated: bool,
}

impl Query {
    /// A query for plain words.
    pub fn of_words(words: &str) -> Self {
        let word = |text: &str| Word { text: text.to_owned(), negated: false };
        Self { words: words.split_whitespace().map(word).collect(), ..Self::default() }
    }

    /// The same order and groups, without any condition.
    pub fn without_filters(&self) -> Self {
        Self { sort: self.sort.clone(), grouping: self.grouping, ..Self::default() }
    }

    /// Whether there is any condition.
    pub fn is_filtered(&self) -> bool {
        *self != self.without_filters()
    }

    /// Takes the usual order for no order at all, so that one order is written in one way.
    pub fn settle_sort(&mut self) {
        if self.sort == [Sort::default()] {
            self.sort.clear();
        }
    }
}
