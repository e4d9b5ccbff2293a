//! YAML as data, read with limits: no references, nothing nested deeply, every value with its line.

use std::fmt::Write;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::Fault;

/// Deeper files are refused.
const DEEPEST: usize = 24;
/// Longer files are refused: so many values no catalogue has.
const VALUES: usize = 200_000;

/// A value and the line it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub line: usize,
    pub column: usize,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words; also numbers, as we need none.
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Where it is, for a fault.
    pub fn place(&self) -> String {
        format!("line {}, column {}", self.line, self.column)
    }

    /// A field of a map.
    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Map(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The words of a field; empty if there are none.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).and_then(Node::words).unwrap_or_default()
    }

    /// Its words.
    pub fn words(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(words) => Some(words),
            _ => None,
        }
    }

    /// The entries of a field that is a list.
    pub fn list(&self, name: &str) -> &[Node] {
        match self.get(name).map(|node| &node.kind) {
            Some(Kind::List(entries)) => entries,
            _ => &[],
        }
    }
}

/// What is open while reading.
struct Open {
    node: Node,
    key: Option<String>,
}

/// The documents of a text.
pub(super) fn documents(text: &str) -> Result<Vec<Node>, Vec<Fault>> {
    let mut documents = vec![];
    let mut open: Vec<Open> = vec![];
    let mut count = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|wrong| {
            let place = format!("line {}, column {}", wrong.marker().line(), wrong.marker().col() + 1);
            let problem = match wrong.info() {
                deep if deep.contains("recursion") => "This is nested too deeply.".to_owned(),
                other => ["This is not YAML: ", other, "."].concat(),
            };
            vec![Fault::new(place, problem)]
        })?;
        let (line, column) = (span.start.line(), span.start.col() + 1);
        let fault = |problem: &str| vec![Fault::new(format!("line {line}, column {column}"), problem)];
        count += 1;
        if count > VALUES {
            return Err(fault("There are too many values; no catalogue has as many."));
        }
        let anchor = match &event {
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                *anchor
            }
            Event::Alias(_) => {
                return Err(fault(
                    "This refers to another place of the file (*). Write the value out; references are not read, because some files use them to grow without end.",
                ));
            }
            _ => 0,
        };
        if anchor != 0 {
            return Err(fault(
                "This names a place of the file (&) for others to refer to. Take the mark away; references are not read.",
            ));
        }
        match event {
            Event::Scalar(words, style, ..) => {
                let is_nothing = style == ScalarStyle::Plain && matches!(&*words, "" | "~" | "null");
                let words = if is_nothing { String::new() } else { words.into_owned() };
                put(&mut documents, &mut open, Node { line, column, kind: Kind::Scalar(words) }).map_err(fault)?;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() >= DEEPEST => {
                return Err(fault("This is nested too deeply."));
            }
            Event::SequenceStart(..) => {
                open.push(Open { node: Node { line, column, kind: Kind::List(vec![]) }, key: None })
            }
            Event::MappingStart(..) => {
                open.push(Open { node: Node { line, column, kind: Kind::Map(vec![]) }, key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(done) = open.pop() {
                    put(&mut documents, &mut open, done.node).map_err(fault)?;
                }
            }
            _ => {}
        }
    }
    Ok(documents)
}

fn put(documents: &mut Vec<Node>, open: &mut [Open], node: Node) -> Result<(), &'static str> {
    let Some(around) = open.last_mut() else {
        documents.push(node);
        return Ok(());
    };
    match (&mut around.node.kind, around.key.take()) {
        (Kind::List(entries), _) => entries.push(node),
        (Kind::Map(fields), Some(key)) => fields.push((key, node)),
        (Kind::Map(fields), None) => match node.kind {
            Kind::Scalar(key) if fields.iter().any(|(known, _)| *known == key) => {
                return Err("This key stands here twice.");
            }
            Kind::Scalar(key) => around.key = Some(key),
            _ => return Err("A key must be a word."),
        },
        (Kind::Scalar(_), _) => {}
    }
    Ok(())
}

/// A text that is being written, line by line.
#[derive(Default)]
pub(super) struct Writer(String);

impl Writer {
    /// A line of its own.
    pub fn line(&mut self, depth: usize, line: &str) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.0, "{:width$}{line}", "", width = depth * 2);
    }

    /// A field of words; nothing where there are none. Words stand in quotation marks as JSON has them, which YAML
    /// reads alike: so nothing is taken for a number, a truth or a reference.
    pub fn field(&mut self, depth: usize, name: &str, words: &str) {
        if !words.is_empty() {
            self.line(depth, &[name, ": ", &quoted(words)].concat());
        }
    }

    /// A list of words; nothing where there are none.
    pub fn list(&mut self, depth: usize, name: &str, entries: &[String]) {
        if !entries.is_empty() {
            self.line(depth, &[name, ":"].concat());
            entries.iter().for_each(|entry| self.line(depth + 1, &["- ", &quoted(entry)].concat()));
        }
    }

    /// All of it.
    pub fn text(self) -> String {
        self.0
    }
}

pub(super) fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}
