//! Taking a debrief along: on paper, as data, and as a file from which the shift can be played again.

use leptos::prelude::*;
use serde::Serialize;
use simulation::debrief::{Debrief, Ranges};

use super::look::{Compared, Look};
use crate::browser::{dom, files, page};
use crate::ui::{Button, Picture, Toaster};

/// What the file of data says.
#[derive(Serialize)]
struct Data<'a> {
    format: &'static str,
    version: u32,
    debrief: &'a Debrief,
    /// What others get out of the same shift; missing until it is worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    ranges: Option<&'a Ranges>,
}

const REFUSED: &str = "The browser did not take the file. Nothing was saved.";

/// Three ways.
pub fn export(look: Look) -> AnyView {
    let toaster = Toaster::of_context();
    let print = move |()| {
        // What is folded away belongs to the report.
        look.unfolded.set(true);
        dom::soon(page::print);
    };
    let data = move |()| {
        let debrief = look.debrief();
        let name = ["service-dojo-debrief-", &debrief.scenario, ".json"].concat();
        let text = look.compared.with_untracked(|compared| {
            let ranges = match compared {
                Compared::Here(ranges) => Some(&**ranges),
                Compared::Playing(..) | Compared::Failed(_) => None,
            };
            let data = Data { format: "service-dojo-debrief", version: 1, debrief: &debrief, ranges };
            serde_json::to_string_pretty(&data).unwrap_or_default()
        });
        if !files::download(&name, "application/json", &text) {
            toaster.bad(REFUSED);
        }
    };
    let replay = move |()| {
        if let Err(why) = look.replay_file() {
            toaster.bad(why);
        }
    };
    view! {
        <p class="debrief-lead">"The report prints everything on this page. The data is for your own evaluation. From the replay file anybody plays the same shift again, act by act."</p>
        <div class="debrief-ways">
            <Button label="Print the report" on_press=print />
            <Button label="Save the data (JSON)" picture=Picture::Download on_press=data />
            <Button label="Save the replay file" picture=Picture::Download on_press=replay />
        </div>
    }
    .into_any()
}
