//! What stands on one line: names, labels, keywords, links. A line break that was pasted or imported becomes a space
//! there, as the reader of a catalogue's file has it; texts of some sentences keep theirs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::command::Command;
use crate::catalogue::content::Content;
use crate::catalogue::document::{Catalogue, ServiceCategory, Settings};
use crate::catalogue::edit::{Edit, Text, Texts};
use crate::catalogue::form::{Choice, Condition, FieldKind, Form};
use crate::catalogue::money::Price;
use crate::catalogue::offering::{Offering, OrderBy};
use crate::catalogue::workflow::{StepKind, When, Workflow};

/// A command whose single lines are single.
pub(super) fn command(command: Command) -> Command {
    match command {
        Command::Draft { service, content: mut new } => {
            content(&mut new);
            Command::Draft { service, content: new }
        }
        Command::Edit { service, edits } => Command::Edit { service, edits: edits.into_iter().map(edit).collect() },
        Command::TakeIn(mut new) => {
            catalogue(&mut new);
            Command::TakeIn(new)
        }
        Command::Join(mut new) => {
            catalogue(&mut new);
            Command::Join(new)
        }
        Command::Set(mut new) => {
            settings(&mut new);
            Command::Set(new)
        }
        Command::SaveCategory(id, mut new) => {
            category(&mut new);
            Command::SaveCategory(id, new)
        }
        Command::SaveAudience(id, mut name) => {
            line(&mut name);
            Command::SaveAudience(id, name)
        }
        other => other,
    }
}

fn catalogue(new: &mut Catalogue) {
    settings(&mut new.settings);
    new.categories.values_mut().for_each(category);
    names(&mut new.audiences);
    names(&mut new.directory.people);
    names(&mut new.directory.groups);
    names(&mut new.directory.services);
    names(&mut new.directory.items);
    new.services.values_mut().for_each(|listed| content(&mut listed.content));
}

fn names<K: Ord>(names: &mut BTreeMap<K, Arc<str>>) {
    names.values_mut().for_each(line);
}

/// Whom to ask may be several lines.
fn settings(new: &mut Settings) {
    [&mut new.organisation, &mut new.email, &mut new.site, &mut new.currency].into_iter().for_each(line);
}

fn category(new: &mut ServiceCategory) {
    line(&mut new.name);
}

fn edit(mut new: Edit) -> Edit {
    match &mut new {
        Edit::Text(Text::Name, name) => line(name),
        Edit::Texts(Texts::Keywords, words) => words.iter_mut().for_each(line),
        Edit::Targets(targets) => targets.iter_mut().for_each(|target| line(&mut target.what)),
        Edit::Documents(documents) => documents.iter_mut().for_each(|document| {
            line(&mut document.title);
            line(&mut document.link);
        }),
        Edit::Offering(new) => offering(new),
        Edit::Form(_, new) => form(new),
        Edit::Workflow(_, new) => workflow(new),
        _ => {}
    }
    new
}

fn content(new: &mut Content) {
    line(&mut new.name);
    new.keywords.iter_mut().for_each(line);
    new.targets.iter_mut().for_each(|target| line(&mut target.what));
    for document in &mut new.documents {
        line(&mut document.title);
        line(&mut document.link);
    }
    new.offerings.iter_mut().for_each(offering);
}

fn offering(new: &mut Offering) {
    line(&mut new.name);
    match &mut new.price {
        Price::PerUnit { unit: words, .. } | Price::ChargeBack { basis: words, .. } => line(words),
        Price::Unsaid | Price::Free | Price::Fixed(_) | Price::Subscription { .. } => {}
    }
    match &mut new.order_by {
        OrderBy::Email(address) | OrderBy::Link(address) => line(address),
        OrderBy::Information => {}
    }
    form(&mut new.form);
    workflow(&mut new.workflow);
}

fn form(new: &mut Form) {
    for section in &mut new.sections {
        line(&mut section.title);
        section.show_if.iter_mut().for_each(condition);
        for field in &mut section.fields {
            line(&mut field.label);
            field.show_if.iter_mut().for_each(condition);
            match &mut field.kind {
                FieldKind::Number { unit, .. } => line(unit),
                FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } => {
                    choices.iter_mut().for_each(choice);
                }
                _ => {}
            }
        }
    }
}

fn choice(new: &mut Choice) {
    line(&mut new.label);
    new.show_if.iter_mut().for_each(condition);
}

/// Without recursion: how deep it is nested is looked at later.
fn condition(new: &mut Condition) {
    let mut todo = vec![new];
    while let Some(one) = todo.pop() {
        match one {
            Condition::Says(_, words) => line(words),
            Condition::Not(inner) => todo.push(inner),
            Condition::All(inner) | Condition::Any(inner) => todo.extend(inner),
            _ => {}
        }
    }
}

fn workflow(new: &mut Workflow) {
    for step in &mut new.steps {
        line(&mut step.name);
        if let When::Answers(when) = &mut step.when {
            condition(when);
        }
        if let StepKind::Tasks(tasks) = &mut step.what {
            tasks.iter_mut().for_each(|task| line(&mut task.name));
        }
    }
}

/// The text on one line; the same allocation where it is on one already.
fn line(text: &mut Arc<str>) {
    // All that Unicode calls a line break, and the tab.
    let breaks = |letter: char| matches!(letter, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.contains(breaks) {
        let parts: Vec<&str> = text.split(breaks).map(str::trim).filter(|part| !part.is_empty()).collect();
        *text = Arc::from(parts.join(" "));
    }
}
