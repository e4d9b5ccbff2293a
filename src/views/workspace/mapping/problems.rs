//! What cannot be read: where, why, and what becomes of it.

use leptos::prelude::*;
use workspace::import::{Bad, Problem};

use super::mapper::Mapper;
use crate::ui::{Choice, Field, Panel, RadioGroup};
use crate::views::words;

const STOP: &str = "stop";
const LEAVE: &str = "leave";
const UNKNOWN: &str = "unknown";

/// The panel; nothing while all can be read.
#[component]
pub fn Problems(mapper: Mapper) -> impl IntoView {
    let any = Memo::new(move |_| mapper.checked.with(|checked| !checked.problems.is_empty()));
    let panel = move || any.get().then(|| view! { <Shown mapper /> });
    panel.into_any()
}

#[component]
fn Shown(mapper: Mapper) -> impl IntoView {
    let first = match mapper.mapping.with_untracked(|mapping| mapping.bad) {
        Bad::Stop => STOP,
        Bad::Leave => LEAVE,
        Bad::Unknown => UNKNOWN,
    };
    let value = RwSignal::new(first.to_owned());
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            mapper.choose(|mapping| {
                mapping.bad = match now.as_str() {
                    LEAVE => Bad::Leave,
                    UNKNOWN => Bad::Unknown,
                    _ => Bad::Stop,
                };
            });
        }
        now
    });
    let choices = vec![
        Choice::new(STOP, "Import nothing yet").with_detail("I will correct the file or the choices above."),
        Choice::new(LEAVE, "Leave these rows out").with_detail("The account of the import names how many and why."),
        Choice::new(UNKNOWN, "Take them, with these cells unknown")
            .with_detail("Rows with too many cells, no date at all or a number that comes again are still left out."),
    ];
    let lines = move || {
        mapper
            .checked
            .with(|checked| checked.problems.iter().map(Problem::sentence).collect::<Vec<_>>())
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> }.into_any())
            .collect::<Vec<_>>()
    };
    let more = move || {
        let untold = mapper.checked.with(|checked| checked.untold as usize);
        (untold > 0).then(|| {
            let text = "And ".to_owned() + &words::count(untold, "more like these.", "more like these.");
            view! { <p class="hint">{text}</p> }
        })
    };
    view! {
        <Panel title="What cannot be read" class="mapping-problems">
            <ul class="report" aria-live="polite">{lines}</ul>
            {more}
            <Field label="What becomes of these rows?" group=true required=true>
                <RadioGroup choices=choices value=value />
            </Field>
        </Panel>
    }
    .into_any()
}
