//! Matching a table's columns with ours: what each becomes, what its words mean, how its dates are read, what cannot
//! be read, and how the first tickets look. Nothing is stored before the import is pressed.

mod columns;
mod finish;
pub mod kept;
mod mapper;
mod preview;
mod problems;
mod reading;
mod words;

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::page as window;
use crate::session::Session;
use crate::ui::{Button, ErrorState, Kind, Progress};
use crate::views::import_panel::Opened;
use crate::views::page::Page;

use mapper::{Mapper, Stage};

/// The page.
#[component]
pub fn MappingPage(
    /// The file.
    opened: Opened,
    /// Called to go back to choosing a file.
    #[prop(into)]
    on_leave: UnsyncCallback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let arrive = UnsyncCallback::new(move |()| location.go(&mapper::desk(session)));
    let mapper = Mapper::new(opened, session, expect_context(), arrive);
    let running = Memo::new(move |_| mapper.stage.with(|stage| *stage != Stage::Choosing));
    // What had the focus is gone when the page comes back.
    Effect::new(move |before: Option<bool>| {
        let running = running.get();
        if before == Some(true) && !running {
            window::focus_heading();
        }
        running
    });
    let note = Signal::derive(move || {
        let (rows, tool) = mapper.inspection.with(|seen| (seen.rows as usize, seen.tool.clone()));
        let name = mapper.file_name.get_value();
        name + ": "
            + &crate::views::words::count(rows, "row", "rows")
            + ", read as "
            + &tool
            + ". Nothing is stored until you import it."
    });
    let body = move || {
        if running.get() {
            return view! { <Running mapper /> }.into_any();
        }
        // Another reading of the file is another table.
        mapper.inspection.track();
        view! {
            <div class="mapping">
                <Failed mapper />
                <reading::Reading mapper />
                <columns::Columns mapper />
                <words::Words mapper />
                <problems::Problems mapper />
                <preview::Preview mapper />
                <finish::Finish mapper />
            </div>
        }
        .into_any()
    };
    view! {
        <Page title="Match the columns" note class="page-mapping">
            <p class="form-actions mapping-back">
                <Button label="Choose another file" kind=Kind::Quiet on_press=move |()| on_leave.run(()) />
            </p>
            {body}
        </Page>
    }
    .into_any()
}

#[component]
fn Failed(mapper: Mapper) -> impl IntoView {
    move || {
        mapper.failed.get().map(|sentence| {
            view! {
                <ErrorState title="Nothing was imported" text=sentence safe="Your choices are still here, and no workspace has changed." />
            }
        })
    }
}

#[component]
fn Running(mapper: Mapper) -> impl IntoView {
    let part = move || match mapper.stage.get() {
        Stage::Running { label, step, fraction } => (label, step, Some(fraction)),
        Stage::Choosing => ("", String::new(), None),
    };
    let label = part().0;
    view! {
        <Progress
            label=label
            note=Signal::derive(move || part().1)
            value=Signal::derive(move || part().2)
            on_cancel=move |()| mapper.cancel()
        />
    }
    .into_any()
}

/// A list to choose from. `chosen` is what stands there at first; the list itself remembers what follows.
fn pick(
    label: String,
    class: &'static str,
    choices: Vec<(String, String)>,
    chosen: &str,
    on_choose: impl Fn(String) + 'static,
) -> AnyView {
    let option = |(value, label): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{label}</option> }.into_any()
    };
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    view! {
        <select class=class aria-label=label on:change:target=move |event| on_choose(event.target().value())>{options}</select>
    }
    .into_any()
}
