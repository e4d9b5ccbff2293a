//! The fields that describe an incident, for logging one and for correcting one.

use itsm::Level;
use itsm::incident::Channel;
use leptos::prelude::*;

use super::draft::Draft;
use super::{badges, choices};
use crate::session::Session;
use crate::ui::{Choice, ComboBox, DerivedValue, Field, RadioGroup, Select, TextArea, TextInput};

/// The fields. `error_of` gives what is wrong with the field of a name.
#[component]
pub fn ReportFields(
    draft: Draft,
    error_of: impl Fn(&'static str) -> Signal<Option<String>>,
    /// Takes the name of a caller who is not in the directory yet; without it, nobody can be added.
    #[prop(optional)]
    new_caller: Option<RwSignal<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let level = |signal: RwSignal<String>| signal.with(|text| text.parse().ok().map(Level));
    let weighed = Memo::new(move |_| Some((level(draft.impact)?, level(draft.urgency)?)));
    let priority = Signal::derive(move || {
        let (impact, urgency) = weighed.get()?;
        session.peek(|workspace| workspace.desk().matrix().priority(impact, urgency).0)
    });
    let shown = Signal::derive(move || {
        priority.get().map_or_else(|| "–".to_owned(), |priority| "P".to_owned() + &priority.to_string())
    });
    let why = Signal::derive(move || {
        Some(match weighed.get() {
            None => "choose impact and urgency".to_owned(),
            Some((impact, urgency)) => {
                let size = session.peek(|workspace| workspace.desk().matrix().size()).unwrap_or(3);
                badges::level_word(impact, size)
                    + " impact × "
                    + &badges::level_word(urgency, size).to_lowercase()
                    + " urgency"
            }
        })
    });
    let caller_needed = Signal::derive(move || draft.channel.with(|channel| channel != Channel::Monitoring.word()));
    view! {
        <Field label="Summary" hint="In one line, what does not work?" required=true error=error_of("summary")>
            <TextInput value=draft.summary />
        </Field>
        <Field label="Description" hint="What the caller told: since when, where, who else, what was tried.">
            <TextArea value=draft.description rows=4 />
        </Field>
        <div class="form-row">
            <Field label="Caller" required=caller_needed error=error_of("caller")>
                {caller(session, draft, new_caller)}
            </Field>
            <Field label="Channel" required=true>
                <Select choices=choices::channels() value=draft.channel />
            </Field>
        </div>
        <div class="form-row">
            <Field label="Impact" hint="How much of the business is affected?" group=true required=true error=error_of("impact")>
                <RadioGroup choices=choices::levels(session) value=draft.impact beside=true />
            </Field>
            <Field label="Urgency" hint="How soon does it hurt?" group=true required=true error=error_of("urgency")>
                <RadioGroup choices=choices::levels(session) value=draft.urgency beside=true />
            </Field>
        </div>
        <Field label="Priority" derived=why>
            <DerivedValue>{shown}</DerivedValue>
        </Field>
        <div class="form-row">
            <Field label="Affected service">
                <ComboBox choices=choices::services(session, draft.service) list_label="Services" value=draft.service />
            </Field>
            <Field label="Category">
                <ComboBox choices=choices::categories(session, draft.category) list_label="Categories" value=draft.category />
            </Field>
        </div>
        <Field label="Configuration item" hint="The component at fault, as far as you know.">
            <ComboBox choices=choices::items(session, draft.item) list_label="Configuration items" value=draft.item />
        </Field>
    }
    .into_any()
}

/// The value of a caller who is not in the directory yet.
const NEW: &str = "new";

fn caller(session: Session, draft: Draft, new_caller: Option<RwSignal<String>>) -> AnyView {
    let people = choices::people(session, draft.caller);
    let Some(new_caller) = new_caller else {
        return view! { <ComboBox choices=people list_label="People" value=draft.caller /> }.into_any();
    };
    let choices = Signal::derive(move || {
        let mut choices = people.get();
        let name = new_caller.get();
        if !name.is_empty() {
            choices.insert(0, Choice::new(NEW, name).with_detail("New in the directory"));
        }
        choices
    });
    // Somebody else was chosen after all.
    Effect::new(move |_| {
        if draft.caller.with(|caller| caller != NEW) {
            new_caller.set(String::new());
        }
    });
    let add = move |name: String| {
        draft.caller.set(NEW.to_owned());
        new_caller.set(name);
    };
    view! { <ComboBox choices list_label="People" value=draft.caller on_add=add /> }.into_any()
}
