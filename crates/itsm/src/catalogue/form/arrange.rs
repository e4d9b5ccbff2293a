//! Changing a form so that its conditions stay right: what is taken out is taken out of them, too, and whoever does it is
//! told where.

use std::sync::Arc;

use super::{Answer, Choice, Condition, Field, FieldKind, Form, Section};
use crate::catalogue::ids::{ChoiceKey, FieldKey, SectionKey, next};
use crate::catalogue::workflow::{When, Workflow};

/// Where a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A section is asked if it holds.
    Section(SectionKey),
    /// A field is asked if it holds.
    Field(FieldKey),
    /// A choice of a field is offered if it holds.
    Choice(FieldKey, ChoiceKey),
}

impl Place {
    /// The place as a person calls it: "section “Delivery”", "“Room”", "choice “Large” of “Size”".
    pub fn words(self, form: &Form) -> String {
        let field = |key| form.field(key).map(|field| super::quoted(&field.label)).unwrap_or_default();
        match self {
            Place::Section(key) => {
                let section = form.sections.iter().find(|section| section.key == key);
                "section ".to_owned() + &super::quoted(section.map_or("", |section| &section.title))
            }
            Place::Field(key) => field(key),
            Place::Choice(key, choice) => {
                let choices = form.field(key).map(|field| field.kind.choices()).unwrap_or_default();
                let label = choices.iter().find(|one| one.key == choice).map_or("", |one| &one.label);
                ["choice ", &super::quoted(label), " of ", &field(key)].concat()
            }
        }
    }
}

impl Form {
    /// Every condition, in the order of the form.
    pub fn conditions(&self) -> impl Iterator<Item = (Place, &Condition)> {
        self.sections.iter().flat_map(|section| {
            let own = section.show_if.iter().map(|condition| (Place::Section(section.key), condition));
            own.chain(section.fields.iter().flat_map(|field| {
                let own = field.show_if.iter().map(|condition| (Place::Field(field.key), condition));
                let of_choices = field
                    .kind
                    .choices()
                    .iter()
                    .filter_map(|choice| Some((Place::Choice(field.key, choice.key), choice.show_if.as_ref()?)));
                own.chain(of_choices)
            }))
        })
    }

    /// Where conditions name a field.
    pub fn named_by(&self, field: FieldKey) -> Vec<Place> {
        let names = self.conditions().filter(|(_, condition)| condition.fields().contains(&field));
        names.map(|(place, _)| place).collect()
    }

    /// Where conditions name what is asked later or in the same question: who answers from top to bottom sees questions
    /// come and go above. A choice may well name its own field's other answers; it is named here, too.
    pub fn looking_ahead(&self) -> Vec<Place> {
        let order: Vec<FieldKey> = self.fields().map(|field| field.key).collect();
        let at = |key: FieldKey| order.iter().position(|one| *one == key);
        let own = |place: Place| match place {
            Place::Section(key) => {
                let section = self.sections.iter().find(|section| section.key == key);
                section.and_then(|section| section.fields.first()).and_then(|field| at(field.key))
            }
            Place::Field(key) | Place::Choice(key, _) => at(key),
        };
        let ahead = self.conditions().filter(|(place, condition)| {
            own(*place).is_some_and(|here| condition.fields().into_iter().filter_map(at).any(|there| there >= here))
        });
        ahead.map(|(place, _)| place).collect()
    }

    fn section_mut(&mut self, key: SectionKey) -> Option<&mut Section> {
        self.sections.iter_mut().find(|section| section.key == key)
    }

    /// A field, to be changed. What conditions say of it is put right by [`mend`].
    pub fn field_mut(&mut self, key: FieldKey) -> Option<&mut Field> {
        self.sections.iter_mut().flat_map(|section| &mut section.fields).find(|field| field.key == key)
    }

    /// The place of a field: of its section, and within it.
    pub fn place_of(&self, key: FieldKey) -> Option<(usize, usize)> {
        self.sections.iter().enumerate().find_map(|(at, section)| {
            section.fields.iter().position(|field| field.key == key).map(|within| (at, within))
        })
    }
}

/// Takes out of conditions and defaults what names something that is not there. Gives the places of the conditions that
/// are changed.
pub fn mend(form: &mut Form) -> Vec<Place> {
    let before = form.clone();
    let mut changed = Vec::new();
    let mut put = |place: Place, condition: &mut Option<Condition>| {
        let mended = condition.as_ref().and_then(|condition| condition.mended(&before));
        if *condition != mended {
            changed.push(place);
            *condition = mended;
        }
    };
    for section in &mut form.sections {
        put(Place::Section(section.key), &mut section.show_if);
        for field in &mut section.fields {
            put(Place::Field(field.key), &mut field.show_if);
            let key = field.key;
            if let Some(choices) = field.kind.choices_mut() {
                choices.iter_mut().for_each(|choice| put(Place::Choice(key, choice.key), &mut choice.show_if));
            }
            field.default = field.default.take().and_then(|default| fitting(&field.kind, default));
        }
    }
    changed
}

/// A default as far as the kind still takes it.
fn fitting(kind: &FieldKind, default: Answer) -> Option<Answer> {
    let is_there = |key: &ChoiceKey| kind.choices().iter().any(|choice| choice.key == *key);
    let default = match (kind, default) {
        (FieldKind::Choice { .. }, Answer::Choice(chosen)) if !is_there(&chosen) => return None,
        // One choice became several, or several one: what was chosen stays so.
        (FieldKind::Choices { .. }, Answer::Choice(chosen)) => Answer::Choices(vec![chosen]),
        (FieldKind::Choice { .. }, Answer::Choices(chosen)) => Answer::Choice(*chosen.first()?),
        (FieldKind::Text { .. } | FieldKind::FileName, Answer::Person(words) | Answer::Item(words)) => {
            Answer::Text(words)
        }
        (_, default) => default,
    };
    let default = match default {
        Answer::Choices(chosen) => Answer::Choices(chosen.into_iter().filter(is_there).collect()),
        Answer::Choice(chosen) if !is_there(&chosen) => return None,
        other => other,
    };
    (kind.takes(&default) && default.says_something()).then_some(default)
}

/// Takes out of a workflow's conditions what names something that the form does not have. Gives the names of the steps
/// that are changed; one whose condition is gone is taken with every order.
pub fn mend_workflow(form: &Form, workflow: &mut Workflow) -> Vec<Arc<str>> {
    let mut changed = Vec::new();
    for step in &mut workflow.steps {
        let When::Answers(condition) = &step.when else { continue };
        let mended = condition.mended(form);
        if mended.as_ref() != Some(condition) {
            changed.push(step.name.clone());
            step.when = mended.map_or(When::Always, When::Answers);
        }
    }
    changed
}

/// The steps of a workflow whose conditions name a field.
pub fn steps_naming(workflow: &Workflow, field: FieldKey) -> Vec<Arc<str>> {
    let names = |when: &When| matches!(when, When::Answers(condition) if condition.fields().contains(&field));
    workflow.steps.iter().filter(|step| names(&step.when)).map(|step| step.name.clone()).collect()
}

/// Takes a field out, and out of every condition. Gives the places of the conditions that named it.
pub fn remove_field(form: &mut Form, key: FieldKey) -> Vec<Place> {
    form.sections.iter_mut().for_each(|section| section.fields.retain(|field| field.key != key));
    mend(form)
}

/// Takes a section out with all its fields, and them out of every condition.
pub fn remove_section(form: &mut Form, key: SectionKey) -> Vec<Place> {
    form.sections.retain(|section| section.key != key);
    mend(form)
}

/// Takes a choice out, and out of every condition and default.
pub fn remove_choice(form: &mut Form, field: FieldKey, key: ChoiceKey) -> Vec<Place> {
    if let Some(choices) = form.field_mut(field).and_then(|field| field.kind.choices_mut()) {
        choices.retain(|choice| choice.key != key);
    }
    mend(form)
}

/// Lets a field be answered with something else. Choices stay if the new kind has some; its own are added else.
pub fn set_kind(form: &mut Form, key: FieldKey, mut kind: FieldKind) -> Vec<Place> {
    if let Some(field) = form.field_mut(key) {
        if let (Some(new), Some(old)) = (kind.choices_mut(), field.kind.choices_mut()) {
            *new = std::mem::take(old);
        }
        field.kind = kind;
    }
    mend(form)
}

/// Puts a field into a section, before the one that stands at `to` once it is taken out of its place; a place after the
/// last is the end. Gives the places of conditions that look ahead now and did not before.
pub fn move_field(form: &mut Form, key: FieldKey, section: SectionKey, to: usize) -> Vec<Place> {
    let ahead = form.looking_ahead();
    if !form.sections.iter().any(|one| one.key == section) {
        return Vec::new();
    }
    let Some((from, within)) = form.place_of(key) else { return Vec::new() };
    let Some(field) = form.sections.get_mut(from).map(|section| section.fields.remove(within)) else {
        return Vec::new();
    };
    if let Some(section) = form.section_mut(section) {
        section.fields.insert(to.min(section.fields.len()), field);
    }
    newly(form, &ahead)
}

/// Puts a section to another place. Gives the places of conditions that look ahead now and did not before.
pub fn move_section(form: &mut Form, key: SectionKey, to: usize) -> Vec<Place> {
    let ahead = form.looking_ahead();
    let Some(from) = form.sections.iter().position(|section| section.key == key) else { return Vec::new() };
    let section = form.sections.remove(from);
    form.sections.insert(to.min(form.sections.len()), section);
    newly(form, &ahead)
}

fn newly(form: &Form, before: &[Place]) -> Vec<Place> {
    form.looking_ahead().into_iter().filter(|place| !before.contains(place)).collect()
}

/// Where a field stands after one step up or down: its section, and its place within. At the edge of a section it goes
/// into the next one; `None` at the edge of the form.
pub fn step(form: &Form, key: FieldKey, down: bool) -> Option<(SectionKey, usize)> {
    let (at, within) = form.place_of(key)?;
    let section = form.sections.get(at)?;
    if down {
        if within.saturating_add(1) < section.fields.len() {
            return Some((section.key, within.saturating_add(1)));
        }
        form.sections.get(at.saturating_add(1)).map(|next| (next.key, 0))
    } else if let Some(above) = within.checked_sub(1) {
        Some((section.key, above))
    } else {
        form.sections.get(at.checked_sub(1)?).map(|before| (before.key, before.fields.len()))
    }
}

/// Puts a copy of a field behind it, with keys of its own. Conditions that name the field keep naming the first one.
/// `None` if there is no such field.
pub fn duplicate_field(form: &mut Form, key: FieldKey, tag: u32) -> Option<FieldKey> {
    let (at, within) = form.place_of(key)?;
    let new = next_field(form, tag);
    let mut copy = form.field(key)?.clone();
    copy.key = new;
    copy.label =
        if copy.label.trim().is_empty() { copy.label } else { Arc::from(&*(copy.label.to_string() + " (copy)")) };
    let mut keys = Vec::new();
    let mut number = next_choice(form, tag);
    for choice in copy.kind.choices_mut().into_iter().flatten() {
        keys.push((choice.key, number));
        choice.key = number;
        number.0.number = number.0.number.saturating_add(1);
    }
    let renamed = |choice: ChoiceKey| keys.iter().find(|(old, _)| *old == choice).map_or(choice, |(_, new)| *new);
    copy.default = copy.default.map(|default| match default {
        Answer::Choice(choice) => Answer::Choice(renamed(choice)),
        Answer::Choices(choices) => Answer::Choices(choices.into_iter().map(renamed).collect()),
        other => other,
    });
    let section = form.sections.get_mut(at)?;
    section.fields.insert(within.saturating_add(1).min(section.fields.len()), copy);
    Some(new)
}

/// The key of the next new field.
pub fn next_field(form: &Form, tag: u32) -> FieldKey {
    next(form.fields().map(|field| field.key), tag)
}

/// The key of the next new section.
pub fn next_section(form: &Form, tag: u32) -> SectionKey {
    next(form.sections.iter().map(|section| section.key), tag)
}

/// The key of the next new choice.
pub fn next_choice(form: &Form, tag: u32) -> ChoiceKey {
    next(form.fields().flat_map(|field| field.kind.choices()).map(|choice| choice.key), tag)
}

impl FieldKind {
    /// Its choices, where it has some, to be changed.
    pub fn choices_mut(&mut self) -> Option<&mut Vec<Choice>> {
        match self {
            FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } => Some(choices),
            _ => None,
        }
    }
}
