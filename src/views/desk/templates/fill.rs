//! A template in a form: it fills in what is empty, says what it did, and can be taken back.

use itsm::{Fill, TemplateId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Toaster, Tone};
use crate::views::desk::draft::Draft;

/// A field of the form with a text.
type Put = (RwSignal<String>, String);

/// What fills a form.
#[derive(Clone, Copy)]
pub struct Filler {
    draft: Draft,
    session: Session,
    toaster: Toaster,
    /// The key of the template that is chosen.
    chosen: RwSignal<String>,
    /// What the template before has put where. As long as it stands there unchanged, nobody typed it, and the next
    /// template may replace it.
    put: StoredValue<Vec<Put>>,
}

impl Filler {
    /// One for a form.
    pub fn of(draft: Draft, chosen: RwSignal<String>, session: Session, toaster: Toaster) -> Self {
        Self { draft, session, toaster, chosen, put: StoredValue::new(vec![]) }
    }

    /// Fills in what a template says.
    pub fn fill(self, id: TemplateId) {
        let found = self.session.peek(|workspace| {
            let desk = workspace.desk();
            let template = desk.templates().get(&id)?;
            let (fill, gone) = template.fill.still_there(desk.directory(), desk.matrix().size());
            Some((template.name.to_string(), fill, gone))
        });
        let Some((name, fill, gone)) = found.flatten() else { return };
        let fields = self.draft.of_template(&fill);
        let before: Vec<Put> = fields.iter().map(|(_, field, _)| (*field, field.get_untracked())).collect();
        let put_before = self.put.get_value();
        for (field, text) in &put_before {
            if field.with_untracked(|now| now == text) {
                field.set(String::new());
            }
        }
        let (mut filled, mut kept, mut put) = (vec![], vec![], vec![]);
        for (label, field, text) in fields {
            match (text.is_empty(), field.with_untracked(|now| now.trim().is_empty())) {
                (true, _) => {}
                (false, true) => {
                    field.set(text.clone());
                    put.push((field, text));
                    filled.push(label);
                }
                (false, false) if field.with_untracked(|now| *now == text) => {}
                (false, false) => kept.push(label),
            }
        }
        self.put.set_value(put);
        self.toaster.dismiss_actions();
        let tone = if gone.is_empty() { Tone::Ok } else { Tone::Warn };
        let after: Vec<String> = before.iter().map(|(field, _)| field.get_untracked()).collect();
        self.toaster.push_with(said(&name, &filled, &kept, &gone), tone, "Undo", "", move || {
            for ((field, text), left) in before.iter().zip(&after) {
                // What was typed since then stays; and the form may be gone.
                if field.try_get_untracked().as_ref() == Some(left) {
                    let _ = field.try_set(text.clone());
                }
            }
            let _ = self.put.try_set_value(put_before.clone());
            let _ = self.chosen.try_set(String::new());
        });
    }
}

fn said(name: &str, filled: &[&str], kept: &[&str], gone: &[&str]) -> String {
    let mut text = match filled {
        [] => ["“", name, "” filled in nothing."].concat(),
        filled => ["“", name, "” filled in ", &filled.join(", "), "."].concat(),
    };
    for (begin, fields) in [(" Yours stays: ", kept), (" Left empty, as it is gone: ", gone)] {
        if !fields.is_empty() {
            text.push_str(begin);
            text.push_str(&fields.join(", "));
            text.push('.');
        }
    }
    text
}

impl Draft {
    /// The fields that a template may fill, each as it is called, with the template's text for it.
    fn of_template(&self, fill: &Fill) -> [(&'static str, RwSignal<String>, String); 9] {
        let texts = Draft::texts_of(fill);
        let [summary, description, impact, urgency, service, category, item, group, assignee] = texts;
        [
            ("summary", self.summary, summary),
            ("description", self.description, description),
            ("impact", self.impact, impact),
            ("urgency", self.urgency, urgency),
            ("affected service", self.service, service),
            ("category", self.category, category),
            ("configuration item", self.item, item),
            ("assignment group", self.group, group),
            ("person", self.assignee, assignee),
        ]
    }
}
