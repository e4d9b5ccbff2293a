//! The window in which one chooses whom to act as, and in which role.

use itsm::{PersonId, Role};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::commands::Commands;
use crate::session::{Part, Session};
use crate::ui::{Button, Choice, ComboBox, Dialog, Field, Kind, RadioGroup};
use crate::views::desk::choices;

/// The window.
#[component]
pub fn PartDialog(commands: Commands) -> impl IntoView {
    let body = move || view! { <Form commands /> }.into_any();
    view! { <Dialog title="Act as another person" open=commands.part>{body}</Dialog> }.into_any()
}

#[component]
fn Form(commands: Commands) -> impl IntoView {
    let session = expect_context::<Session>();
    let part = session.part.get_untracked();
    let person = RwSignal::new(key_text(session.me().0));
    let role = RwSignal::new(part.role.code().to_owned());
    let roles: Vec<Choice> =
        Role::ALL.into_iter().map(|role| Choice::new(role.code(), role.word()).with_detail(role.meaning())).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        commands.part.set(false);
        session.play(Part {
            role: role.with_untracked(|code| Role::from_code(code)).unwrap_or_default(),
            person: person.with_untracked(|key| key_of(key)).map(PersonId),
        });
    };
    let back = move |()| {
        commands.part.set(false);
        session.be_yourself();
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <Field label="Person" hint="What you do is noted under this name, until you go back to yourself.">
                <ComboBox choices=choices::people(session, person) list_label="People" value=person />
            </Field>
            <Field label="Role" group=true required=true>
                <RadioGroup choices=roles value=role />
            </Field>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Play this part"</button>
                <Button label="Back to yourself" kind=Kind::Quiet on_press=back />
            </div>
        </form>
    }
    .into_any()
}
