//! Priorities: which impact and urgency give which priority.

use itsm::{Command, Level, Matrix};
use leptos::prelude::*;
use workspace::rules::matrix::{self, Problem};
use workspace::rules::outlook::{Shifted, shifted};

use super::RulesPage;
use super::editing::Editing;
use super::save_bar::{FormNotices, SaveBar};
use crate::route::Rules;
use crate::session::{Fields, Session};
use crate::ui::{Button, Icon, Kind, Panel, Picture, Toaster};
use crate::views::desk::badges::level_word;
use crate::views::words;

/// The largest scale.
const MOST: u8 = 5;

/// The names under which the cells are kept, row by row.
const CELLS: [&str; 25] = [
    "1 1", "1 2", "1 3", "1 4", "1 5", "2 1", "2 2", "2 3", "2 4", "2 5", "3 1", "3 2", "3 3", "3 4", "3 5", "4 1",
    "4 2", "4 3", "4 4", "4 5", "5 1", "5 2", "5 3", "5 4", "5 5",
];

/// The form: the size of the scales, then the cells.
#[derive(Clone, Copy)]
struct Cells {
    size: RwSignal<String>,
    cells: StoredValue<Vec<RwSignal<String>>>,
}

/// What the fields hold for a matrix: cells beyond its scales are empty.
fn texts(rows: &[Vec<u8>]) -> Vec<String> {
    let mut texts = vec![rows.len().to_string()];
    for impact in 0..usize::from(MOST) {
        for urgency in 0..usize::from(MOST) {
            let cell = rows.get(impact).and_then(|row| row.get(urgency));
            texts.push(cell.map(u8::to_string).unwrap_or_default());
        }
    }
    texts
}

impl Cells {
    fn size(self) -> u8 {
        self.size.with(|text| text.parse().unwrap_or(0))
    }

    fn cell(self, impact: u8, urgency: u8) -> Option<RwSignal<String>> {
        let place = usize::from(impact.saturating_sub(1)) * usize::from(MOST) + usize::from(urgency.saturating_sub(1));
        self.cells.with_value(|cells| cells.get(place).copied())
    }

    fn rows(self) -> Vec<Vec<u8>> {
        let size = self.size();
        let cell =
            |impact, urgency| self.cell(impact, urgency).map_or(0, |cell| cell.with(|text| text.parse().unwrap_or(0)));
        (1..=size).map(|impact| (1..=size).map(|urgency| cell(impact, urgency)).collect()).collect()
    }

    fn put(self, rows: &[Vec<u8>]) {
        let mut texts = texts(rows).into_iter();
        if let Some(size) = texts.next() {
            self.size.set(size);
        }
        self.cells.with_value(|cells| cells.iter().zip(texts).for_each(|(cell, text)| cell.set(text)));
    }
}

/// The page.
#[component]
pub fn Priorities() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let size = RwSignal::new(String::new());
    let signals: Vec<RwSignal<String>> = CELLS.iter().map(|_| RwSignal::new(String::new())).collect();
    let mut fields: Fields = vec![("size", size)];
    fields.extend(CELLS.into_iter().zip(signals.iter().copied()));
    let editing = Editing::begin(session, "priorities", fields, |workspace| texts(&workspace.desk().matrix().rows()));
    let form = Cells { size, cells: StoredValue::new(signals) };
    let problem = Memo::new(move |_| matrix::read(&form.rows()).err());
    let save = move |()| editing.save(toaster, Command::SetMatrix(form.rows()), "Priorities are saved");
    let ahead = Memo::new(move |_| {
        let trial = matrix::read(&form.rows()).ok()?;
        session.read(|workspace| shifted(workspace, &trial))
    });
    let smaller = Memo::new(move |_| session.read(|w| w.desk().matrix().size()).is_some_and(|now| form.size() < now));
    view! {
        <RulesPage place=Rules::Priorities note="Nobody types a priority: it follows from how much is affected and how soon it hurts.">
            <FormNotices editing />
            <div class="rules-columns">
                <div class="rules-form">
                    <Panel title="Impact × urgency">
                        {sizes(form)}
                        {move || grid(form, problem)}
                        <div aria-live="polite">
                            {move || problem.get().map(|problem| view! {
                                <p class="field-error" id="matrix-problem"><Icon picture=Picture::Problem /><span>{problem.sentence}</span></p>
                            })}
                        </div>
                        <Show when=move || smaller.get()>
                            <p class="hint matrix-note">"Incidents at a level that goes count as the nearest one that stays."</p>
                        </Show>
                        <div class="form-actions matrix-presets">
                            <Button label="Use the standard matrix" kind=Kind::Quiet on_press=move |()| form.put(&Matrix::standard().rows()) />
                        </div>
                    </Panel>
                    <SaveBar editing faults=Signal::derive(move || usize::from(problem.with(Option::is_some))) on_save=save />
                </div>
                <div class="rules-beside">
                    <Panel title="What it changes">{move || changes(ahead.get())}</Panel>
                </div>
            </div>
        </RulesPage>
    }
    .into_any()
}

fn changes(ahead: Option<Shifted>) -> AnyView {
    let Some(Shifted { up, down, open }) = ahead else {
        return view! { <p class="hint">"Put right what is wrong first, then this looks ahead."</p> }.into_any();
    };
    let nothing = open == 0;
    let open = words::count(open, "open incident", "open incidents");
    let says = if nothing {
        "No incident is open, so none would change.".to_owned()
    } else if up + down == 0 {
        ["None of ", &open, " would have another priority."].concat()
    } else {
        ["Of ", &open, ", ", &words::number(up), " would become more pressing and ", &words::number(down), " less."]
            .concat()
    };
    view! {
        <p class="ahead-says" role="status">{says}</p>
        <p class="hint">"Targets follow the priority. What is closed keeps its verdict."</p>
    }
    .into_any()
}

fn sizes(form: Cells) -> AnyView {
    let one = move |size: u8| {
        let text = size.to_string();
        let label = [&text, " × ", &text].concat();
        let chosen = move || form.size() == size;
        view! {
            <label class="choice">
                <input type="radio" name="matrix-size" value=text prop:checked=chosen on:change=move |_| form.put(&Matrix::even(size)) />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="rules-set">
            <legend>"Levels"</legend>
            <div class="choices choices-beside">{(2..=MOST).map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn grid(form: Cells, problem: Memo<Option<Problem>>) -> AnyView {
    let size = form.size();
    let word = move |level: u8| level_word(Level(level), size);
    let head = (1..=size).map(|urgency| view! { <th scope="col">{word(urgency)}</th> }).collect_view();
    let row = move |impact: u8| {
        let cells = (1..=size).map(|urgency| cell(form, problem, impact, urgency, size)).collect_view();
        view! { <tr><th scope="row">{word(impact)}</th>{cells}</tr> }
    };
    let columns = size.to_string();
    view! {
        <div class="matrix-scroll">
            <table class="matrix">
                <thead>
                    <tr><td></td><th class="matrix-scale" colspan=columns scope="colgroup">"Urgency: how soon it hurts"</th></tr>
                    <tr><th class="matrix-scale" scope="col">"Impact"</th>{head}</tr>
                </thead>
                <tbody>{(1..=size).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(form: Cells, problem: Memo<Option<Problem>>, impact: u8, urgency: u8, size: u8) -> AnyView {
    let Some(value) = form.cell(impact, urgency) else { return ().into_any() };
    let word = |level: u8| level_word(Level(level), size).to_lowercase();
    let label = ["Priority for ", &word(impact), " impact, ", &word(urgency), " urgency"].concat();
    let wrong = move || problem.with(|problem| problem.as_ref().is_some_and(|p| p.cells.contains(&(impact, urgency))));
    let option = move |priority: u8| {
        let own = priority.to_string();
        let shown = "P".to_owned() + &own;
        let chosen = own.clone();
        view! { <option value=own prop:selected=move || value.with(|text| *text == chosen)>{shown}</option> }
    };
    view! {
        <td>
            <select
                class="input input-select matrix-cell"
                data-priority=move || value.get()
                aria-label=label
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=move || wrong().then_some("matrix-problem")
                on:change:target=move |event| value.set(event.target().value())
            >
                {(1..=Matrix::LOWEST).map(option).collect_view()}
            </select>
        </td>
    }
    .into_any()
}
