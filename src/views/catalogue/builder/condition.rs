//! When something is asked: lines of question, comparison and value, of which all or any hold. Nobody types a key.

use std::sync::Arc;

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Condition, Line, Row, Rows, condition_words};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::inputs::{Parsed, Pick, Take};
use super::state::Builder;
use super::verbs::{Verb, choice_of_field, field_of, first_comparison, first_line, label_of};
use crate::ui::{Button, Choice, Kind, Picture};

/// The condition of one thing.
#[derive(Clone, Copy)]
struct Editing {
    builder: Builder,
    value: Signal<Option<Condition>>,
    rows: Memo<Option<Rows>>,
    take: Take<Option<Condition>>,
    /// The question it belongs to, which it does not hang on.
    own: Signal<Option<FieldKey>>,
}

/// Where a line stands: at the top, or in the group at the first number.
type Spot = (usize, Option<usize>);

/// Edits a condition.
#[component]
pub fn When(
    /// The form that it belongs to.
    builder: Builder,
    /// What happens if it holds ("Ask this").
    #[prop(into)]
    what: Signal<String>,
    /// The condition.
    #[prop(into)]
    value: Signal<Option<Condition>>,
    /// Takes another one.
    #[prop(into)]
    take: Take<Option<Condition>>,
    /// The question it belongs to.
    #[prop(into)]
    own: Signal<Option<FieldKey>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| value.with(|value| value.as_ref().map_or(Some(Rows::default()), Rows::of)));
    let editing = Editing { builder, value, rows, take, own };
    let shape = Memo::new(move |_| {
        let size = |row: &Row| if let Row::Group { lines, .. } = row { lines.len() } else { 0 };
        rows.with(|rows| rows.as_ref().map(|rows| rows.rows.iter().map(size).collect::<Vec<usize>>()))
    });
    let legend = move || {
        let word = if value.with(Option::is_some) { " only if" } else { " with every order" };
        what.get() + word
    };
    let inside = move || match shape.get() {
        None => editing.in_words(),
        Some(shape) => {
            let count = shape.len();
            let lines = shape.into_iter().enumerate().map(move |(at, size)| match size {
                0 => editing.line((at, None)),
                size => editing.group(at, size),
            });
            let joins = (count > 1).then(|| editing.joins(None));
            view! { {joins}<div class="when-lines">{lines.collect_view()}</div> }.into_any()
        }
    };
    view! {
        <fieldset class="when">
            <legend>{legend}</legend>
            {inside}
            {editing.adding()}
        </fieldset>
    }
    .into_any()
}

impl Editing {
    fn change(self, change: impl FnOnce(&mut Rows)) {
        let mut rows = self.rows.get_untracked().unwrap_or_default();
        change(&mut rows);
        self.take.run(rows.condition());
    }

    fn change_line(self, spot: Spot, change: impl FnOnce(&mut Line)) {
        self.change(|rows| {
            if let Some(line) = line_mut(rows, spot) {
                change(line);
            }
        });
    }

    fn get(self, spot: Spot) -> Option<Line> {
        self.rows.with(|rows| rows.as_ref().and_then(|rows| line(rows, spot).cloned()))
    }

    /// A condition that no lines can show.
    fn in_words(self) -> AnyView {
        let words = move || {
            let words = self
                .value
                .with(|value| self.builder.form.with(|form| value.as_ref().map(|value| condition_words(form, value))));
            words.unwrap_or_default()
        };
        view! {
            <p class="when-words">{words}</p>
            <p class="hint">"It came from elsewhere, and is nested deeper than lines can show. It holds as it is; remove it to write another one."</p>
            <Button label="Remove this condition" kind=Kind::Quiet on_press=move |()| self.take.run(None) />
        }
        .into_any()
    }

    fn adding(self) -> AnyView {
        let new = move || self.builder.form.with(|form| first_line(form, self.own.get()));
        let none = move || new().is_none();
        let add = move |()| {
            if let Some(line) = self.builder.form.with_untracked(|form| first_line(form, self.own.get_untracked())) {
                self.change(|rows| rows.rows.push(Row::One(line)));
            }
        };
        let add_group = move |()| {
            if let Some(line) = self.builder.form.with_untracked(|form| first_line(form, self.own.get_untracked())) {
                self.change(|rows| rows.rows.push(Row::Group { any: !rows.any, lines: vec![line.clone(), line] }));
            }
        };
        let is_open = move || self.rows.with(Option::is_some);
        let any = move || self.value.with(Option::is_some);
        view! {
            <div class="when-adding">
                {move || if !is_open() {
                    ().into_any()
                } else if none() {
                    view! { <p class="hint">"Another question has to be there first: conditions look at its answer."</p> }.into_any()
                } else {
                    view! {
                        <Button label="Add a condition" kind=Kind::Quiet picture=Picture::Plus on_press=add />
                        {move || any().then(|| view! { <Button label="Add a group" kind=Kind::Quiet picture=Picture::Plus on_press=add_group /> })}
                    }
                    .into_any()
                }}
            </div>
        }
        .into_any()
    }

    /// Whether all or any of the lines must hold.
    fn joins(self, group: Option<usize>) -> AnyView {
        let is_any = move || {
            self.rows.with(|rows| match (rows.as_ref(), group) {
                (Some(rows), None) => rows.any,
                (Some(rows), Some(at)) => matches!(rows.rows.get(at), Some(Row::Group { any: true, .. })),
                _ => false,
            })
        };
        let take = move |chosen: String| {
            let new = chosen == "any";
            self.change(|rows| match group.and_then(|at| rows.rows.get_mut(at)) {
                Some(Row::Group { any, .. }) => *any = new,
                _ => rows.any = new,
            });
        };
        let choices = vec![Choice::new("all", "all of these hold"), Choice::new("any", "one of these holds")];
        let value = Signal::derive(move || if is_any() { "any" } else { "all" }.to_owned());
        view! { <div class="when-joins"><Pick label="How many must hold" choices=Signal::stored(choices) value take /></div> }
            .into_any()
    }

    fn group(self, at: usize, size: usize) -> AnyView {
        let lines = (0..size).map(|within| self.line((at, Some(within)))).collect_view();
        view! {
            <div class="when-group" role="group" aria-label="Group of conditions">
                {(size > 1).then(|| self.joins(Some(at)))}
                <div class="when-lines">{lines}</div>
            </div>
        }
        .into_any()
    }

    fn line(self, spot: Spot) -> AnyView {
        let value = Memo::new(move |_| self.get(spot));
        let remove = move |()| self.change(|rows| remove(rows, spot));
        let named = move || value.with(|line| line.as_ref().and_then(|line| field_of(&line.compares)));
        let field = Signal::derive(move || named().map(|key| key_text(key.0)).unwrap_or_default());
        let fields = Signal::derive(move || {
            let own = self.own.get();
            self.builder.form.with(|form| {
                let mut choices: Vec<Choice> =
                    form.fields().filter(|field| Some(field.key) != own).map(choice_of_field).collect();
                // One that is gone, or its own: it stays visible until something else is chosen.
                if let Some(key) = named()
                    && choices.iter().all(|choice| choice.value != key_text(key.0))
                {
                    let label = form.field(key).map_or_else(|| "A question that is gone".to_owned(), label_of);
                    choices.push(Choice::new(key_text(key.0), label));
                }
                choices
            })
        });
        let take_field = move |chosen: String| {
            let key = key_of(&chosen).map(FieldKey);
            let new =
                self.builder.form.with_untracked(|form| key.and_then(|key| form.field(key)).map(first_comparison));
            if let Some(new) = new {
                self.change_line(spot, |line| *line = Line { not: false, compares: new });
            }
        };
        let verbs = Signal::derive(move || {
            let kind =
                self.builder.form.with(|form| named().and_then(|key| form.field(key)).map(|field| field.kind.clone()));
            kind.map(|kind| Verb::of_kind(&kind).into_iter().map(Verb::choice).collect()).unwrap_or_default()
        });
        let verb = Signal::derive(move || value.with(|line| line.as_ref().map_or("", Verb::code_of)).to_owned());
        let take_verb = move |chosen: String| {
            let verb = Verb::ALL.into_iter().find(|verb| verb.code() == chosen);
            if let (Some(verb), Some(mut new)) = (verb, value.get_untracked()) {
                // The form is not held while it is changed.
                self.builder.form.with_untracked(|form| verb.put(form, &mut new));
                self.change_line(spot, |line| *line = new);
            }
        };
        view! {
            <div class="when-line">
                <Pick label="Question" choices=fields value=field take=take_field />
                <Pick label="Comparison" choices=verbs value=verb take=take_verb />
                {self.operand(spot, value)}
                <super::inputs::Step label="Remove this condition" sign=Picture::Close on_press=remove />
            </div>
        }
        .into_any()
    }

    /// What is compared with: made anew only when it is of another kind.
    fn operand(self, spot: Spot, value: Memo<Option<Line>>) -> AnyView {
        let kind = Memo::new(move |_| {
            value.with(|line| match line.as_ref().map(|line| &line.compares) {
                Some(Condition::Chosen(field, _)) => Operand::Choice(*field),
                Some(Condition::AtLeast(..) | Condition::AtMost(..)) => Operand::Number,
                Some(Condition::Says(..)) => Operand::Words,
                _ => Operand::None,
            })
        });
        let inside = move || match kind.get() {
            Operand::None => ().into_any(),
            Operand::Choice(field) => {
                let choices = Signal::derive(move || {
                    self.builder.form.with(|form| {
                        let choices = form.field(field).map(|field| field.kind.choices()).unwrap_or_default();
                        choices.iter().map(|one| Choice::new(key_text(one.key.0), &*one.label)).collect()
                    })
                });
                let chosen = Signal::derive(move || {
                    value.with(|line| match line.as_ref().map(|line| &line.compares) {
                        Some(Condition::Chosen(_, choice)) => key_text(choice.0),
                        _ => String::new(),
                    })
                });
                let take = move |chosen: String| {
                    if let Some(key) = key_of(&chosen) {
                        self.change_line(spot, |line| line.compares = Condition::Chosen(field, key.into()));
                    }
                };
                view! { <Pick label="Choice" choices value=chosen take /> }.into_any()
            }
            Operand::Number => {
                let number = Signal::derive(move || {
                    value.with(|line| match line.as_ref().map(|line| &line.compares) {
                        Some(Condition::AtLeast(_, number) | Condition::AtMost(_, number)) => number.to_string(),
                        _ => String::new(),
                    })
                });
                let take = move |typed: String| {
                    let number: i64 = typed.trim().parse().map_err(|_| "Write a whole number.")?;
                    self.change_line(spot, |line| match &mut line.compares {
                        Condition::AtLeast(_, old) | Condition::AtMost(_, old) => *old = number,
                        _ => {}
                    });
                    Ok(())
                };
                view! { <Parsed label="Number" value=number take /> }.into_any()
            }
            Operand::Words => {
                let words = Signal::derive(move || {
                    value.with(|line| match line.as_ref().map(|line| &line.compares) {
                        Some(Condition::Says(_, words)) => words.clone(),
                        _ => Arc::from(""),
                    })
                });
                let take = move |typed: Arc<str>| {
                    self.change_line(spot, |line| {
                        if let Condition::Says(_, words) = &mut line.compares {
                            *words = typed;
                        }
                    });
                };
                view! { <super::inputs::Line label="Words" required=true value=words take /> }.into_any()
            }
        };
        view! { <div class="when-operand">{inside}</div> }.into_any()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Operand {
    None,
    Choice(FieldKey),
    Number,
    Words,
}

fn line(rows: &Rows, (at, within): Spot) -> Option<&Line> {
    match (rows.rows.get(at)?, within) {
        (Row::One(line), None) => Some(line),
        (Row::Group { lines, .. }, Some(within)) => lines.get(within),
        _ => None,
    }
}

fn line_mut(rows: &mut Rows, (at, within): Spot) -> Option<&mut Line> {
    match (rows.rows.get_mut(at)?, within) {
        (Row::One(line), None) => Some(line),
        (Row::Group { lines, .. }, Some(within)) => lines.get_mut(within),
        _ => None,
    }
}

fn remove(rows: &mut Rows, (at, within): Spot) {
    match (rows.rows.get_mut(at), within) {
        (Some(Row::Group { lines, .. }), Some(within)) if within < lines.len() => {
            lines.remove(within);
        }
        (Some(_), None) => drop(rows.rows.remove(at)),
        _ => {}
    }
}
