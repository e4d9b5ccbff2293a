//! What can be done with the versions of a service now.

use itsm::catalogue::{Action, Command as Ask, Review, why_not_review};
use itsm::{Command, Refusal, ServiceId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Checkbox, Choice, DateTimeInput, Field, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::{Act, ActionRow};
use crate::views::words;

/// What needs a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Say what came of looking at the draft.
    Review,
    /// Publish the draft.
    Publish,
    /// Make the draft say what a version said.
    Restore(u32),
}

/// The dialog's heading.
pub fn title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Review => "May it be published?",
        Wanted::Publish => "Publish the draft",
        Wanted::Restore(_) => "Go back to this version",
    }
}

/// The form of what is wanted.
pub fn dialog(id: ServiceId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Review => view! { <ReviewForm id asking /> }.into_any(),
        Wanted::Publish => view! { <PublishForm id asking /> }.into_any(),
        Wanted::Restore(version) => view! { <RestoreForm id version asking /> }.into_any(),
    }
}

/// The row of actions.
#[component]
pub fn Acts(id: ServiceId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let standing = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let listing = workspace.desk().portfolio().listing(id)?;
            let needs_review = workspace.desk().portfolio().settings().needs_review;
            let asked = matches!(listing.review, Review::Asked { .. });
            let approved = matches!(listing.review, Review::Approved { .. });
            Some((asked, needs_review && !approved))
        });
        read.flatten().unwrap_or_default()
    });
    let acts = move || {
        let refusal = |action: Action| session.refuses(id, action);
        let (asked, review_first) = standing.get();
        let publish = Act::asks("Publish …", refusal(Action::Publish), open, Wanted::Publish);
        let submit = Command::Catalogue(Ask::Submit(id));
        let submit = Act::now("Ask for a review", refusal(Action::Submit), submit, "A review is asked for");
        let review = Act::asks("Review …", reviewing(session, id), open, Wanted::Review);
        let unschedule = Command::Catalogue(Ask::Unschedule(id));
        let back =
            Act::now("Take back the schedule", refusal(Action::Unschedule), unschedule, "It is no longer scheduled");
        match (asked, review_first) {
            (true, _) => vec![review.primary(), publish, submit, back.quiet()],
            (false, true) => vec![submit.primary(), review, publish, back.quiet()],
            (false, false) => vec![publish.primary(), submit, review, back.quiet()],
        }
    };
    view! { <ActionRow acts /> }.into_any()
}

/// Why the one who acts may not review now.
fn reviewing(session: Session, id: ServiceId) -> Option<Refusal> {
    session.refuses(id, Action::Review).or_else(|| {
        let (me, now) = (session.me(), session.now.get_untracked());
        session.read(|workspace| why_not_review(workspace.desk(), id, me, now)).flatten()
    })
}

#[component]
fn ReviewForm(id: ServiceId, asking: Asking) -> impl IntoView {
    let verdict = RwSignal::new("yes".to_owned());
    let text = RwSignal::new(String::new());
    let submit = move || {
        let approves = verdict.with_untracked(|verdict| verdict == "yes");
        let review = Ask::Review { service: id, approves, words: text.get_untracked().into() };
        asking
            .give(Command::Catalogue(review), if approves { "It may be published" } else { "Returned to the writer" });
    };
    let choices = vec![Choice::new("yes", "It may be published"), Choice::new("no", "It goes back to the writer")];
    view! {
        <FormFrame form=asking label="Say so" error=asking.error_beside(&["words"]) submit>
            <p class="hint">"Read the draft against what is published: the comparison is on this page."</p>
            <Field label="What you say" group=true required=true><RadioGroup choices value=verdict /></Field>
            <Field label="In your words" hint="Needed where it goes back: what is to be changed." error=asking.error_of("words")>
                <TextArea value=text rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn PublishForm(id: ServiceId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let note = RwSignal::new(String::new());
    let later = RwSignal::new(false);
    let tomorrow = session.now.get_untracked() + chrono::TimeDelta::days(1);
    let from = RwSignal::new(words::machine(zone.local(tomorrow)));
    let draft = "publish-".to_owned() + &workspace::query::key_text(id.0);
    let kept = session.keep_draft(&draft, vec![("note", note)], Some("note"));
    let error = RwSignal::new(None::<String>);
    let submit = move || {
        let at = if later.get_untracked() {
            let read = from.with_untracked(|text| words::from_machine(text));
            match read.and_then(|local| zone.instant(local.naive_utc())) {
                Some(at) if at > session.now.get_untracked() => Some(at),
                Some(_) => {
                    return error.set(Some("This time has passed. Publish at once, or name a later one.".to_owned()));
                }
                None => return error.set(Some("Needs a date and a time: from then on customers see it.".to_owned())),
            }
        } else {
            None
        };
        error.set(None);
        let publish = Ask::Publish { service: id, from: at, note: note.get_untracked().into() };
        let would = session.would(Command::Catalogue(publish.clone()));
        asking.give(Command::Catalogue(publish), if at.is_some() { "Scheduled" } else { "Published" });
        if would.is_ok() {
            kept.forget();
        }
    };
    let when = move || {
        later.get().then(|| {
            view! { <Field label="From" hint="In the desk’s zone." required=true error><DateTimeInput value=from /></Field> }
        })
    };
    view! {
        <FormFrame form=asking label="Publish" error=asking.error_beside(&["what is new"]) submit>
            <Field label="What is new" hint="For customers; it stands in the change log." error=asking.error_of("what is new")>
                <TextArea value=note rows=3 />
            </Field>
            <Checkbox label="At a later instant" value=later />
            {when}
        </FormFrame>
    }
    .into_any()
}

#[component]
fn RestoreForm(id: ServiceId, version: u32, asking: Asking) -> impl IntoView {
    let submit = move || {
        let done = "The draft says what version ".to_owned() + &version.to_string() + " said";
        asking.give(Command::Catalogue(Ask::Restore { service: id, version }), done);
    };
    view! {
        <FormFrame form=asking label="Set the draft back" error=asking.error_beside(&[]) submit>
            <p>
                "The draft will say what version "{version}" said. What is published stays as it is until you publish the draft; what the draft says now can be brought back with Undo."
            </p>
        </FormFrame>
    }
    .into_any()
}
