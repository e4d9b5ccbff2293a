//! The checklist of a service's gates: what is done, where it stands, who said so and when; and what is not.

use itsm::catalogue::{Check, Command as Ask, why_not_untick};
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, CommandButton, Field, Kind, Picture, TextArea, Toaster, Tone};
use crate::views::asking::Asking;
use crate::views::undo;
use crate::views::words;

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    check: Check,
    /// Words, and who said them when.
    done: Option<(String, String)>,
    why_not_untick: Option<String>,
}

fn lines(workspace: &Workspace, id: ServiceId, zone: Zone) -> Vec<Line> {
    let desk = workspace.desk();
    let Some(listing) = desk.portfolio().listing(id) else { return vec![] };
    let line = |check: Check| Line {
        check,
        done: listing.done.get(&check).map(|done| {
            let by = [desk.directory().person(done.by), ", ", &words::date_time(zone.local(done.at))].concat();
            (done.words.to_string(), by)
        }),
        why_not_untick: why_not_untick(desk, id, check).map(|refusal| refusal.sentence()),
    };
    Check::ALL.into_iter().map(line).collect()
}

/// The list.
#[component]
pub fn Gates(id: ServiceId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let all = Memo::new(move |_| session.read(|workspace| lines(workspace, id, zone)).unwrap_or_default());
    let name = session
        .peek(|workspace| workspace.desk().portfolio().listing(id).map(|listing| listing.draft.name.to_string()));
    view! {
        <p class="hint">{name.flatten()}</p>
        <ol class="plain gates">
            <For each=move || all.get() key=|line| (line.check, line.done.clone()) let:line>
                <Gate id line />
            </For>
        </ol>
        <div class="form-actions"><Button label="Close" on_press=move |()| asking.dismiss() /></div>
    }
    .into_any()
}

#[component]
fn Gate(id: ServiceId, line: Line) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let Line { check, done, why_not_untick } = line;
    let writing = RwSignal::new(false);
    let text = RwSignal::new(done.as_ref().map(|(words, _)| words.clone()).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let tick = move |words: Option<String>| {
        let said = if words.is_some() { ": done" } else { ": not done after all" };
        let ask = Ask::Tick { service: id, check, words: words.map(Into::into) };
        match session.give(Command::Catalogue(ask)) {
            Ok(_) => undo::confirm(session, toaster, check.word().to_owned() + said),
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tick(Some(text.get_untracked()));
    };
    let is_done = done.is_some();
    let (tone, picture, word) =
        if is_done { (Tone::Ok, Picture::Met, "Done") } else { (Tone::Neutral, Picture::New, "Open") };
    let form = move || {
        writing.get().then(|| {
            view! {
                <form class="form" novalidate on:submit=submit>
                    <Field label="Where it stands, or what it says" required=true error><TextArea value=text rows=2 /></Field>
                    <div class="form-actions">
                        <button type="submit" class="button">{["Tick “", check.word(), "”"].concat()}</button>
                        <Button label="Keep as it is" kind=Kind::Quiet on_press=move |()| writing.set(false) />
                    </div>
                </form>
            }
        })
    };
    let label = [if is_done { "Change the words of “" } else { "Note “" }, check.word(), "”"].concat();
    let untick = is_done.then(|| {
        let refusal = why_not_untick;
        let label = ["Take back “", check.word(), "”"].concat();
        view! { <CommandButton label kind=Kind::Quiet refusal on_press=move |()| tick(None) /> }
    });
    view! {
        <li class="gate">
            <p class="gate-head">
                <strong>{check.word()}</strong>
                <Badge tone picture=Some(picture) label=word.to_owned() />
                <span class="hint">"before “"{check.gate().word()}"”"</span>
            </p>
            <p class="hint">{check.asks()}</p>
            {done.map(|(words, by)| view! { <p class="gate-words">{words}<br /><span class="hint">{by}</span></p> })}
            {move || (!writing.get()).then(|| {
                let label = label.clone();
                view! { <Button label kind=Kind::Quiet on_press=move |()| writing.set(true) /> }
            })}
            {untick}
            {form}
        </li>
    }
    .into_any()
}
