//! How much is taken, under which name the choices are kept, and the import itself.

use chrono::TimeDelta;
use leptos::prelude::*;

use super::mapper::{AS_OF, EVERYTHING, Mapper};
use crate::browser::clock;
use crate::ui::{Choice, CommandButton, DateTimeInput, Field, Kind, Panel, RadioGroup, TextInput};
use crate::views::words;

/// From such an age of its latest date on, a file is gone on with from that date.
const OLD: TimeDelta = TimeDelta::days(7);

/// The panel.
#[component]
pub fn Finish(mapper: Mapper) -> impl IntoView {
    let (scope, as_of) = (mapper.scope, mapper.day);
    Effect::new(move |_| {
        // The file's own last minute is the day to begin from; where that is long ago, a desk whose clock is the real one
        // would have broken every promise.
        let latest = mapper.checked.with(|checked| checked.latest.clone());
        if as_of.with_untracked(String::is_empty) && !latest.is_empty() {
            let old = words::from_machine(&latest).is_some_and(|at| clock::wall_now() - at > OLD);
            as_of.set(latest);
            if old {
                scope.set(AS_OF.to_owned());
            }
        }
    });
    Effect::new(move |before: Option<String>| {
        let name = mapper.name.get();
        if before.is_some_and(|before| before != name) {
            mapper.touch();
        }
        name
    });
    let scopes = vec![
        Choice::new(EVERYTHING, "As the file has it").with_detail("The desk’s clock is the real one."),
        Choice::new(AS_OF, "As of a day")
            .with_detail("What came later is left out, and the desk’s clock goes on from there."),
    ];
    let refusal = Signal::derive(move || {
        let no_day = scope.get() == AS_OF && words::from_machine(&as_of.get()).is_none();
        let why = mapper.checked.with(|checked| match (checked.ready, checked.asks.first()) {
            (true, _) => None,
            (false, Some(ask)) => Some(ask.clone()),
            (false, None) if checked.problems.is_empty() => Some("No row can be taken yet.".to_owned()),
            (false, None) => {
                Some("Some rows cannot be read. Say under “What cannot be read” what becomes of them.".to_owned())
            }
        });
        why.or_else(|| no_day.then(|| "Choose the day and time first: the desk is shown as it stood then.".to_owned()))
    });
    let label = Signal::derive(move || {
        let (taken, updates) =
            (mapper.checked.with(|checked| checked.taken as usize), mapper.mapping.with(|mapping| mapping.updates));
        "Import ".to_owned()
            + &if updates { words::count(taken, "update", "updates") } else { words::count(taken, "ticket", "tickets") }
    });
    let left = move || {
        let left = mapper.checked.with(|checked| checked.left as usize);
        let ready = mapper.checked.with(|checked| checked.ready);
        (left > 0 && ready).then(|| {
            let text = words::count(left, "row is", "rows are") + " left out.";
            view! { <p class="hint">{text}</p> }
        })
    };
    view! {
        <Panel title="Import" class="mapping-finish">
            <div class="mapping-fields">
                <Field label="Which part?" group=true required=true><RadioGroup choices=scopes value=scope /></Field>
                <Show when=move || scope.get() == AS_OF>
                    <Field label="The desk as it stood on" required=true hint="Read as UTC. The desk’s clock goes on from there.">
                        <DateTimeInput value=as_of />
                    </Field>
                </Show>
                <Field label="Keep these choices as" hint="They fill in the next file with the same columns.">
                    <TextInput value=mapper.name />
                </Field>
            </div>
            {left}
            <CommandButton label=label kind=Kind::Primary refusal=refusal on_press=move |()| mapper.import() />
        </Panel>
    }
    .into_any()
}
