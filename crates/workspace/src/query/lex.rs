//! Takes a typed query apart into clauses (`-state:new,closed`) and words. Every piece knows its place.

use std::ops::Range;

use super::fault::Fault;

/// How a field and its values are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Is,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// A value of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub text: String,
    pub at: Range<usize>,
    pub quoted: bool,
}

/// A field with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub negated: bool,
    pub name: Range<usize>,
    pub op: Op,
    pub values: Vec<Value>,
    pub at: Range<usize>,
}

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Clause(Clause),
    Word { negated: bool, value: Value },
}

impl Piece {
    pub fn at(&self) -> Range<usize> {
        match self {
            Piece::Clause(clause) => clause.at.clone(),
            Piece::Word { negated, value } => value.at.start - usize::from(*negated)..value.at.end,
        }
    }
}

/// Every piece, in order, and what is wrong with their form.
pub(super) fn pieces(text: &str) -> (Vec<Piece>, Vec<Fault>) {
    let mut lexer = Lexer { text, at: 0, faults: vec![] };
    let mut pieces = vec![];
    loop {
        lexer.skip(char::is_whitespace);
        if lexer.rest().is_empty() {
            return (pieces, lexer.faults);
        }
        pieces.push(lexer.piece());
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    faults: Vec<Fault>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|letter| !skipped(letter)).unwrap_or(rest.len());
    }

    fn take(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.at += wanted.len();
        }
        found
    }

    fn piece(&mut self) -> Piece {
        let start = self.at;
        let negated = self.rest().strip_prefix('-').is_some_and(|rest| !rest.is_empty() && !begins_blank(rest));
        if negated {
            self.at += 1;
        }
        let name_start = self.at;
        self.skip(|letter| letter.is_ascii_alphabetic());
        let name = name_start..self.at;
        let op = if name.is_empty() { None } else { self.op() };
        let Some(op) = op else {
            self.at = name_start;
            let value = self.value(|letter| !letter.is_whitespace());
            if value.text.trim().is_empty() {
                self.faults.push(Fault::new(value.at.clone(), "There is nothing between the quotes."));
            }
            return Piece::Word { negated, value };
        };
        let mut values = vec![];
        loop {
            values.push(self.value(|letter| !letter.is_whitespace() && letter != ','));
            if !self.take(",") {
                break;
            }
        }
        Piece::Clause(Clause { negated, name, op, values, at: start..self.at })
    }

    /// What joins field and values: a colon or a sign. Behind a colon, signs belong to the values.
    fn op(&mut self) -> Option<Op> {
        if self.take(":") {
            return Some(Op::Is);
        }
        let (op, rest) = signed(self.rest())?;
        self.at = self.text.len() - rest.len();
        Some(op)
    }

    /// A quoted text, or what `belongs` to it.
    fn value(&mut self, belongs: impl Fn(char) -> bool) -> Value {
        let start = self.at;
        if self.next() != Some('"') {
            self.skip(belongs);
            let at = start..self.at;
            return Value { text: self.text.get(at.clone()).unwrap_or_default().to_owned(), at, quoted: false };
        }
        let mut text = String::new();
        let mut letters = self.rest().char_indices().skip(1).peekable();
        let mut end = None;
        while let Some((place, letter)) = letters.next() {
            match letter {
                '"' => {
                    end = Some(place + 1);
                    break;
                }
                // Only quotes and backslashes can be escaped: a path of Windows keeps its own.
                '\\' => text.push(letters.next_if(|(_, next)| matches!(next, '"' | '\\')).map_or('\\', |next| next.1)),
                _ => text.push(letter),
            }
        }
        if end.is_none() {
            let fault = Fault::new(start..self.text.len(), "The quotes are never closed: put \" behind the last word.");
            self.faults.push(fault);
        }
        self.at = end.map_or(self.text.len(), |end| start + end);
        Value { text, at: start..self.at, quoted: true }
    }
}

/// The sign that a text begins with, and what follows.
fn signed(text: &str) -> Option<(Op, &str)> {
    const SIGNS: [(&str, Op); 5] =
        [("<=", Op::AtMost), (">=", Op::AtLeast), ("<", Op::Below), (">", Op::Above), ("=", Op::Is)];
    SIGNS.into_iter().find_map(|(sign, op)| Some((op, text.strip_prefix(sign)?)))
}

impl Value {
    /// The value without its sign, and the sign: its own, or that of the clause.
    pub fn signed(&self, of_clause: Op) -> (Op, &str) {
        signed(&self.text).filter(|_| !self.quoted).unwrap_or((of_clause, &self.text))
    }
}

fn begins_blank(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}
