//! A query as people type it: `state:new priority<=2 group:"Network" breached:yes printer`.
//!
//! ```text
//! query  = (clause | word)*            separated by blanks
//! clause = ["-"] field op value ("," value)*
//! op     = ":" | "=" | "<" | "<=" | ">" | ">="
//! value  = letters without blanks and commas | "text in quotes"
//! word   = ["-"] (letters | "text in quotes")
//! ```
//! Values of one clause, and clauses of one field, widen each other; comparisons and what is negated narrow them;
//! different fields, days and words narrow. Nothing here fails: what cannot be understood becomes a [`Fault`] with its
//! place, and the rest is understood all the same.

use std::ops::Range;
use std::sync::Arc;

use super::choice::bit;
use super::fault::Fault;
use super::field::{Field, Kind};
use super::grouping::Grouping;
use super::lex::{Clause, Op, Piece, Value, pieces};
use super::name::{Name, each, is_known};
use super::order::{Sort, SortKey};
use super::params::key_of;
use super::span;
use super::time::Time;
use super::{Query, Word};
use crate::Workspace;
use crate::standing::Breach;

/// What was understood of a typed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What it asks for, without what was not understood.
    pub query: Query,
    /// What was not understood, in order.
    pub faults: Vec<Fault>,
    /// Names, with their places: whether the directory knows them is still to be seen.
    named: Vec<(Field, Value)>,
}

/// Understands a typed query, whatever names there are.
pub fn parse(text: &str) -> Typed {
    let (pieces, faults) = pieces(text);
    let mut reader =
        Reader { text, typed: Typed { faults, ..Typed::default() }, narrowed: [None; Field::ALL.len()], last: vec![] };
    for piece in pieces {
        match piece {
            Piece::Word { value, .. } if value.text.trim().is_empty() => {}
            Piece::Word { negated, value } => reader.typed.query.words.push(Word { text: value.text, negated }),
            Piece::Clause(clause) => reader.clause(&clause),
        }
    }
    reader.finish()
}

/// Understands a typed query for a desk: names that nobody has are faults, too.
pub fn understand(text: &str, workspace: &Workspace) -> Typed {
    let mut typed = parse(text);
    let desk = workspace.desk();
    for (field, value) in &typed.named {
        if is_known(&value.text, *field, desk) {
            continue;
        }
        let mut names = vec![];
        each(desk, *field, &mut |_, name| names.push(name));
        let or_else = match field {
            Field::Parent => "the number of an incident, like INC0000047, or none",
            _ => "nothing in the directory is called so",
        };
        let fault = Fault::no_value(value.at.clone(), *field, &value.text, names.iter().copied(), or_else);
        typed.faults.push(fault);
    }
    typed.faults.sort_by_key(|fault| fault.at.start);
    typed
}

struct Reader<'a> {
    text: &'a str,
    typed: Typed,
    /// For each field with few values, what comparisons and negations leave.
    narrowed: [Option<u32>; Field::ALL.len()],
    /// The fields with few values that were asked about, with the place of the last clause.
    last: Vec<(Field, Range<usize>)>,
}

impl Reader<'_> {
    fn fault(&mut self, fault: Fault) {
        self.typed.faults.push(fault);
    }

    fn clause(&mut self, clause: &Clause) {
        let word = self.text.get(clause.name.clone()).unwrap_or_default();
        let Some(field) = Field::named(word) else {
            return self.fault(Fault::no_field(clause.name.clone(), word));
        };
        let kind = field.kind();
        let compares = matches!(kind, Kind::Number | Kind::Time(_));
        if clause.op != Op::Is && !compares {
            let sentence = [field.word(), " takes a colon: ", field.word(), ":value."].concat();
            let sign = clause.name.end..clause.values.first().map_or(clause.at.end, |value| value.at.start);
            return self.fault(Fault { at: sign, sentence, instead: Some(":".to_owned()) });
        }
        match kind {
            Kind::Choice | Kind::Number => self.choice(field, clause),
            Kind::Name => clause.values.iter().for_each(|value| self.name(field, clause.negated, value)),
            Kind::Time(what) => match span::spans(field, clause) {
                Ok(any) => drop(self.typed.query.times.insert(Time { what, any, negated: clause.negated })),
                Err(fault) => self.fault(fault),
            },
            Kind::Grouping => clause.values.iter().for_each(|value| self.grouping(value)),
            Kind::Sort => clause.values.iter().for_each(|value| self.sort(value)),
        }
    }

    fn choice(&mut self, field: Field, clause: &Clause) {
        let mut bits = 0;
        let compares = |value: &Value| field.kind() == Kind::Number && value.signed(clause.op).0 != Op::Is;
        let narrows = clause.negated || clause.values.iter().any(compares);
        for value in &clause.values {
            match bits_of(field, clause.op, value) {
                Ok(more) => bits |= more,
                Err(fault) => return self.fault(fault),
            }
        }
        // "breached" asks for the clock in other words: "no" is all but breached, and both is anything.
        let (field, bits) = if field == Field::Breached {
            let breached = bit(Breach::Breached as usize);
            let yes = if bits & 2 != 0 { breached } else { 0 };
            let no = if bits & 1 != 0 { all_bits(Field::Clock) & !breached } else { 0 };
            (Field::Clock, yes | no)
        } else {
            (field, bits)
        };
        let all = all_bits(field);
        if narrows {
            let kept = if clause.negated { all & !bits } else { bits };
            if let Some(narrowed) = self.narrowed.get_mut(field as usize) {
                *narrowed = Some(narrowed.unwrap_or(all) & kept);
            }
        } else {
            let any = self.typed.query.bits(field) | bits;
            self.typed.query.set_bits(field, any);
        }
        self.last.push((field, clause.at.clone()));
    }

    fn name(&mut self, field: Field, negated: bool, value: &Value) {
        let person = matches!(field, Field::Person | Field::Caller);
        let name = match value.text.as_str() {
            text if value.quoted => Name::Called(Arc::from(text)),
            text if text.eq_ignore_ascii_case("none") => Name::None,
            text if person && text.eq_ignore_ascii_case("me") => Name::Me,
            text => match text.strip_prefix('#').and_then(key_of) {
                Some(key) => Name::Key(key),
                None => Name::Called(Arc::from(text)),
            },
        };
        if value.text.trim().is_empty() {
            let or_else = "a name, or none";
            return self.fault(Fault::no_value(value.at.clone(), field, "", std::iter::empty(), or_else));
        }
        if matches!(name, Name::Called(_)) {
            self.typed.named.push((field, value.clone()));
        }
        if let Some(names) = self.typed.query.names_mut(field) {
            if negated {
                names.not.insert(name)
            } else {
                names.any.insert(name)
            };
        }
    }

    fn grouping(&mut self, value: &Value) {
        let Some(by) = Grouping::named(&value.text) else {
            let known = Grouping::ALL.into_iter().map(Grouping::word);
            let or_else = "state, priority, group, person and the like";
            return self.fault(Fault::no_value(value.at.clone(), Field::GroupBy, &value.text, known, or_else));
        };
        if self.typed.query.grouping.is_some() {
            return self.fault(Fault::new(value.at.clone(), "It is grouped by one thing already: take one away."));
        }
        self.typed.query.grouping = Some(by);
    }

    fn sort(&mut self, value: &Value) {
        let (descending, word) = value.text.strip_prefix('-').map_or((false, &*value.text), |word| (true, word));
        let key = SortKey::ALL.into_iter().find(|key| key.word().eq_ignore_ascii_case(word));
        let Some(key) = key else {
            let known = SortKey::ALL.into_iter().map(SortKey::word);
            let or_else = "priority, opened, changed, left and the like; a minus turns it round";
            let at = value.at.end - word.len()..value.at.end;
            return self.fault(Fault::no_value(at, Field::Sort, word, known, or_else));
        };
        let sorts = &mut self.typed.query.sort;
        if sorts.len() == Sort::MOST {
            return self.fault(Fault::new(value.at.clone(), "Three keys to sort by are enough: take one away."));
        }
        if sorts.iter().any(|sort| sort.key == key) {
            return self.fault(Fault::new(value.at.clone(), "It is sorted by this already: take one away."));
        }
        sorts.push(Sort { key, descending });
    }

    fn finish(mut self) -> Typed {
        while let Some((field, at)) = self.last.pop() {
            let Some(narrowed) = self.narrowed.get_mut(field as usize).and_then(Option::take) else { continue };
            let any = self.typed.query.bits(field);
            let left = if any == 0 { narrowed } else { any & narrowed };
            if left == 0 {
                let fault = [field.word(), " can have no value any more: this leaves none. Take it away."].concat();
                self.fault(Fault::new(at, fault));
            } else {
                self.typed.query.set_bits(field, left);
            }
        }
        self.typed.query.settle_sort();
        self.typed.faults.sort_by_key(|fault| fault.at.start);
        self.typed
    }
}

fn all_bits(field: Field) -> u32 {
    bit(field.words().len()).wrapping_sub(1)
}

/// The values that one text stands for.
fn bits_of(field: Field, op: Op, value: &Value) -> Result<u32, Fault> {
    let words = field.words();
    let number = field.kind() == Kind::Number;
    let (op, text) = if number { value.signed(op) } else { (op, value.text.as_str()) };
    let typed = text.trim().to_lowercase().replace([' ', '_'], "-");
    let place = |typed: &str| {
        let typed = match (field, typed) {
            (Field::State, "progress") => "in-progress",
            (Field::State, "hold") => "on-hold",
            (Field::Weekday, day) if day.len() > 3 && day.ends_with("day") => day.get(..3).unwrap_or(day),
            (Field::Priority, level) => level.strip_prefix('p').unwrap_or(level),
            (_, typed) => typed,
        };
        words.iter().position(|word| *word == typed)
    };
    let unknown = || {
        let known = words.iter().copied().chain((field == Field::State).then_some("open"));
        let or_else = match (words.first(), words.last()) {
            (Some(first), Some(last)) if number => [*first, " to ", *last].concat(),
            _ => known.clone().collect::<Vec<_>>().join(", "),
        };
        // A number is never a slip of the pen.
        let near = known.filter(|_| !number);
        Fault::no_value(value.at.clone(), field, text, near, &or_else)
    };
    let below = |end: usize| bit(end).wrapping_sub(1);
    if field == Field::State && typed == "open" {
        return Ok(OPEN);
    }
    if let Some((first, last)) = typed.split_once("..").filter(|_| number && op == Op::Is) {
        let (first, last) = (place(first).ok_or_else(unknown)?, place(last).ok_or_else(unknown)?);
        let bits = below(last + 1) & !below(first);
        return if bits == 0 { Err(unknown()) } else { Ok(bits) };
    }
    let place = place(&typed).ok_or_else(unknown)?;
    let bits = match op {
        Op::Is => bit(place),
        Op::Below => below(place),
        Op::AtMost => below(place + 1),
        Op::Above => all_bits(field) & !below(place + 1),
        Op::AtLeast => all_bits(field) & !below(place),
    };
    if bits == 0 {
        let side = if op == Op::Below { "below " } else { "above " };
        let sentence = ["No ", field.word(), " is ", side, text, "."].concat();
        return Err(Fault::new(value.at.clone(), sentence));
    }
    Ok(bits)
}

/// The states in which somebody still has to do something: the first three.
pub(super) const OPEN: u32 = 0b111;
