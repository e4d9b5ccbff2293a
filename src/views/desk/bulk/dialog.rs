//! The dialog of a change of many: it asks for what is needed, and shows beforehand what would be refused and why.

use itsm::{IncidentId, Key};
use leptos::prelude::*;
use workspace::bulk::{MOST_CHARACTERS, MOST_INCIDENTS, Preview, TooMuch};

use super::Deed;
use super::fields::Fields;
use crate::browser::dom;
use crate::keys::TABLE;
use crate::session::Session;
use crate::ui::{Button, Dialog, Kind, Selection, Toaster, open_while};
use crate::views::{undo, words};

/// How many numbers of refused incidents are shown for each reason.
const NUMBERS: usize = 24;

/// The dialog; open while a deed is chosen.
#[component]
pub fn BulkDialog(
    /// What is to be done.
    open: RwSignal<Option<Deed>>,
    /// With which incidents.
    chosen: Memo<Vec<Key>>,
    /// Emptied once it is done.
    selection: Selection,
) -> impl IntoView {
    let shown = open_while(open);
    let title =
        Signal::derive(move || open.get().map(|deed| deed.of(chosen.with_untracked(Vec::len))).unwrap_or_default());
    let body = move || open.get().map(|deed| view! { <Form deed open chosen selection /> });
    view! { <Dialog title open=shown>{body}</Dialog> }.into_any()
}

#[component]
fn Form(deed: Deed, open: RwSignal<Option<Deed>>, chosen: Memo<Vec<Key>>, selection: Selection) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let fields = Fields::blank();
    let ids = StoredValue::new(chosen.with_untracked(|keys| keys.iter().copied().map(IncidentId).collect::<Vec<_>>()));
    let preview = Memo::new(move |_| {
        session.revision.track();
        let change = fields.change(deed)?;
        Some(ids.with_value(|ids| session.preview(ids, &change)))
    });
    let declined = RwSignal::new(None::<String>);
    let ready = Memo::new(move |_| {
        preview.with(|preview| {
            preview.as_ref().map_or(0, |preview| if preview.too_much.is_some() { 0 } else { preview.changed.len() })
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // Decided anew: another tab may have been faster than the eye.
        let given =
            untrack(|| fields.change(deed)).map(|change| ids.with_value(|ids| session.give_to_many(ids, &change)));
        match given {
            None | Some(Ok(None)) => {}
            Some(Err(why)) => declined.set(Some(why.sentence())),
            Some(Ok(Some(done))) => {
                open.set(None);
                selection.clear();
                let mut text = words::number(done.changed) + " changed";
                if done.refused > 0 {
                    text = text + ", " + &words::number(done.refused) + " left as they were";
                }
                undo::confirm(session, toaster, text);
                // The bar that the dialog was opened from is gone.
                dom::soon(|| {
                    dom::focus_id(TABLE);
                });
            }
        }
    };
    let label = move || match ready.get() {
        0 => deed.label().to_owned(),
        count => deed.of(count),
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {fields.view(deed, session)}
            <div class="bulk-preview" role="status">
                {move || preview.with(|preview| match preview {
                    None => view! { <p class="hint">{Fields::ask(deed)}</p> }.into_any(),
                    Some(preview) => outlook(session, preview),
                })}
            </div>
            <div class="form-error" role="alert">{move || declined.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary" aria-disabled=move || (ready.get() == 0).then_some("true")>{label}</button>
                <Button label="Keep as they are" kind=Kind::Quiet on_press=move |()| open.set(None) />
            </div>
        </form>
    }
    .into_any()
}

/// What would be changed, and what refused for which reason.
fn outlook(session: Session, preview: &Preview) -> AnyView {
    if let Some(too_much) = preview.too_much {
        return view! { <p class="error">{too_much_sentence(too_much)}</p> }.into_any();
    }
    let (changed, refused) = (preview.changed.len(), preview.refused_count());
    let sum = match (changed, refused) {
        (0, _) => "None can be changed:".to_owned(),
        (count, 0) => words::number(count) + " will be changed.",
        (count, refused) => words::number(count) + " will be changed, " + &words::number(refused) + " refused:",
    };
    let reasons = preview.refused.iter().map(|(refusal, ids)| {
        let numbers = session.peek(|workspace| {
            let numbers = ids.iter().take(NUMBERS).map(|id| workspace.desk().incident_number(*id));
            numbers.collect::<Vec<_>>().join(", ")
        });
        let mut numbers = numbers.unwrap_or_default();
        if let Some(more) = ids.len().checked_sub(NUMBERS).filter(|more| *more > 0) {
            numbers = numbers + " and " + &words::number(more) + " more";
        }
        view! {
            <li>
                <p><strong>{words::number(ids.len())}</strong>" "{refusal.sentence()}</p>
                <p class="bulk-numbers">{numbers}</p>
            </li>
        }
    });
    view! {
        <p class="bulk-sum">{sum}</p>
        {(refused > 0).then(|| view! { <ul class="bulk-refused">{reasons.collect_view()}</ul> })}
    }
    .into_any()
}

fn too_much_sentence(too_much: TooMuch) -> String {
    match too_much {
        TooMuch::Incidents(count) => {
            words::number(count)
                + " are more than one change may take: at most "
                + &words::number(MOST_INCIDENTS)
                + ", so that the preview can be overseen and one Undo takes all back. Narrow the filters, and go on in parts."
        }
        TooMuch::Characters(count) => {
            "This would take ".to_owned()
                + &words::number(count)
                + " characters of the browser’s storage, and one change may take "
                + &words::number(MOST_CHARACTERS)
                + ". Select fewer, or write less on each."
        }
    }
}
