//! Every text of the files with the number of words it may have, so that one rule can be held to all of them.

use learning::knowledge::{Concept, Question, Situation, Term};

use super::{comparison, knowledge, service_check, situations};

/// A text and its budget.
pub struct Text {
    pub item: String,
    pub field: String,
    pub text: String,
    pub least: usize,
    pub most: usize,
    /// Whether it is made of sentences, and so ends with a full stop or a question mark.
    pub prose: bool,
}

/// The texts of one item.
struct Texts {
    item: String,
    all: Vec<Text>,
}

impl Texts {
    fn of(item: &str) -> Self {
        Self { item: item.to_owned(), all: Vec::new() }
    }

    fn add(&mut self, field: &str, text: &str, (least, most): (usize, usize), prose: bool) {
        self.all.push(Text { item: self.item.clone(), field: field.into(), text: text.into(), least, most, prose });
    }

    fn prose(&mut self, field: &str, text: &str, budget: (usize, usize)) {
        self.add(field, text, budget, true);
    }

    fn name(&mut self, field: &str, text: &str, most: usize) {
        self.add(field, text, (1, most), false);
    }
}

fn concept(concept: &Concept) -> Vec<Text> {
    let mut texts = Texts::of(concept.id.as_str());
    texts.name("name", &concept.name, 8);
    texts.prose("short", &concept.short, (5, 28));
    texts.prose("purpose", &concept.purpose, (20, 60));
    for section in &concept.sections {
        texts.name("title", &section.title, 8);
        texts.prose(&section.title, &section.text, (40, 110));
    }
    for role in &concept.roles {
        texts.name("role", &role.name, 6);
        // A role is told in a sentence or in half of one.
        texts.add(&role.name, &role.text, (3, 20), role.text.ends_with('.'));
    }
    for measure in &concept.measures {
        texts.name("measure", &measure.name, 8);
        texts.prose(&measure.name, &measure.text, (4, 25));
    }
    for thing in concept.inputs.iter().chain(&concept.outputs) {
        texts.name("input or output", thing, 14);
    }
    for confusion in &concept.confused {
        texts.prose(confusion.with.as_str(), &confusion.tell, (6, 40));
    }
    texts.prose("example", &concept.example, (25, 60));
    texts.all
}

fn term(term: &Term) -> Vec<Text> {
    let mut texts = Texts::of(term.id.as_str());
    texts.name("name", &term.name, 8);
    for name in &term.also {
        texts.name("also", name, 8);
    }
    for (edition, meaning) in term.means.iter() {
        texts.prose(edition.name(), meaning, (8, 45));
    }
    if let Some(example) = &term.example {
        texts.prose("example", example, (4, 30));
    }
    texts.all
}

fn situation(situation: &Situation) -> Vec<Text> {
    let mut texts = Texts::of(situation.id.as_str());
    texts.prose("situation", &situation.situation, (40, 80));
    for choice in &situation.choices {
        texts.prose("choice", &choice.text, (5, 30));
        texts.prose("consequence", &choice.consequence, (20, 45));
    }
    texts.prose("note", &situation.note, (12, 45));
    texts.all
}

fn question(question: &Question) -> Vec<Text> {
    let mut texts = Texts::of(question.id.as_str());
    texts.prose("question", &question.question, (5, 25));
    texts.prose("why", &question.why, (8, 35));
    texts.prose("gap", &question.gap, (6, 30));
    texts.prose("measure", &question.measure, (5, 25));
    texts.all
}

fn compared() -> Vec<Vec<Text>> {
    let comparison = comparison();
    let rows = comparison.rows.iter().map(|row| {
        let mut texts = Texts::of(row.id.as_str());
        texts.name("name", &row.name, 6);
        texts.prose("question", &row.question, (3, 15));
        for side in [&row.itsm, &row.itil] {
            texts.prose("side", &side.text, (25, 60));
            texts.prose("example", &side.example, (25, 50));
        }
        texts.prose("careful", &row.careful, (10, 40));
        texts.all
    });
    let drill = comparison.drill.iter().map(|statement| {
        let mut texts = Texts::of(statement.id.as_str());
        texts.prose("statement", &statement.statement, (6, 30));
        texts.prose("why", &statement.why, (8, 45));
        texts.all
    });
    let history = comparison.history.iter().map(|moment| {
        let mut texts = Texts::of(&format!("{} {}", moment.year, moment.title));
        texts.name("title", &moment.title, 9);
        texts.prose("text", &moment.text, (15, 45));
        texts.all
    });
    rows.chain(drill).chain(history).collect()
}

/// The texts of every item of every file.
pub fn items() -> Vec<Vec<Text>> {
    let knowledge = knowledge();
    let misconceptions = knowledge.misconceptions().map(|one| {
        let mut texts = Texts::of(one.id.as_str());
        texts.prose("believed", &one.believed, (3, 20));
        texts.prose("really", &one.really, (8, 45));
        texts.prose("tell", &one.tell, (4, 25));
        texts.all
    });
    let (check, situations) = (service_check(), situations());
    let areas = check.areas().map(|area| {
        let mut texts = Texts::of(area.id.as_str());
        texts.name("name", &area.name, 6);
        texts.prose("about", &area.about, (12, 45));
        texts.all
    });
    let questions = check.areas().flat_map(|area| &area.questions).map(question);
    let mut all: Vec<Vec<Text>> = knowledge.concepts().map(concept).chain(knowledge.terms().map(term)).collect();
    all.extend(misconceptions.chain(situations.all.iter().map(situation)).chain(areas).chain(questions));
    all.extend(compared());
    all
}

/// Every text of every file.
pub fn every() -> Vec<Text> {
    items().into_iter().flatten().collect()
}

pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The sentences of a text. A colon or a semicolon ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut all = Vec::new();
    while let Some(at) = rest.find(['.', '?', '!']).and_then(|_| end_of_sentence(rest)) {
        all.push(&rest[..at]);
        rest = rest[at..].trim_start();
    }
    if !rest.is_empty() {
        all.push(rest);
    }
    all
}

/// Where the first sentence ends that is followed by another.
fn end_of_sentence(text: &str) -> Option<usize> {
    text.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).find(|at| text[*at..].starts_with(char::is_whitespace))
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    assert_eq!(
        sentences("In 99.5 % it holds. Does it? Yes: so; and on."),
        ["In 99.5 % it holds.", "Does it?", "Yes: so; and on."]
    );
}
