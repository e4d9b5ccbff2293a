//! A record in other tools' words: a panel that opens a sheet with a tab for each tool, and rows that they can import.

use itsm::{RecordId, Role};
use leptos::prelude::*;
use workspace::rosetta::{self, Fit, Kind as Record, Line, Tool};

use crate::browser::files;
use crate::session::Session;
use crate::ui::{Button, MenuItem, Picture, Sheet, Tab, Tabs, Toaster};
use crate::views::words;

/// The panel of a record's page. It takes any record: of one that no other tool has a word for, nothing is shown.
#[component]
pub fn InOtherWords(
    /// Which record.
    id: RecordId,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let body = move || view! { <Tools id /> }.into_any();
    let session = expect_context::<Session>();
    let is_shown =
        rosetta::KINDS.contains(&id.kind()) && session.part.with_untracked(|part| part.role) != Role::Requester;
    is_shown.then(|| {
        view! {
            <section class="panel" aria-labelledby="other-words">
                <h2 id="other-words">"In other tools’ words"</h2>
                <p class="hint">"The same record, as ServiceNow, GLPI, iTop, OTOBO or Jira would say it."</p>
                <div class="rosetta-open"><Button label="Compare" on_press=move |()| open.set(true) /></div>
            </section>
            <div class="rosetta-sheet"><Sheet title="In other tools’ words" open>{body}</Sheet></div>
        }
    })
}

#[component]
fn Tools(id: RecordId) -> impl IntoView {
    let tabs: Vec<Tab> = Tool::ALL.into_iter().map(|tool| Tab::new(tool.short())).collect();
    let tabs = Signal::stored(tabs);
    let chosen = RwSignal::new(0_usize);
    let panel = move |place: usize| match Tool::ALL.get(place) {
        Some(tool) => view! { <InWordsOf tool=*tool id /> }.into_any(),
        None => ().into_any(),
    };
    view! { <Tabs label="Tool" tabs chosen panel /> }.into_any()
}

/// A record in the words of one tool.
#[component]
fn InWordsOf(tool: Tool, id: RecordId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let told = Memo::new(move |_| session.read(|workspace| rosetta::sheet(workspace, tool, id)).flatten());
    let export = move |()| hand_out(session, toaster, tool, id.kind(), &[id]);
    let row = |line: Line| {
        let fit = match line.fit {
            Fit::Same => ("same", "Same"),
            Fit::Near => ("near", "Nearest"),
            Fit::Missing => ("none", "No equivalent"),
        };
        let name = if line.name.is_empty() { "–" } else { line.name };
        // What stands in a row although it is not the same.
        let theirs = if line.theirs.is_empty() { "–".to_owned() } else { line.theirs };
        view! {
            <tr data-fit=fit.0>
                <th scope="row">{line.field.word()}</th>
                <td data-label="Here">{line.ours}</td>
                <td class="rosetta-name" data-label="Their field">{name}</td>
                <td class="rosetta-value" data-label="Their value">{theirs}</td>
                <td>
                    <span class="rosetta-fit">{fit.1}</span>
                    {(!line.why.is_empty()).then(|| view! { <span class="rosetta-why">{line.why}</span> })}
                </td>
            </tr>
        }
    };
    move || {
        told.get().map(|sheet| {
            let lost = sheet.lost.iter().map(|lost| view! { <li>{*lost}</li> }).collect_view();
            view! {
                <div class="rosetta">
                    <p>{tool.name()}" calls it "<strong>{sheet.called.text}</strong>". "{sheet.called.why}</p>
                    <div class="rosetta-scroll" role="region" aria-label="Field by field" tabindex="0">
                        <table class="rosetta-table">
                            <thead>
                                <tr>
                                    <th scope="col">"Field"</th>
                                    <th scope="col">"Here"</th>
                                    <th scope="col">"Their field"</th>
                                    <th scope="col">"Their value"</th>
                                    <th scope="col">"Fit, and why it differs"</th>
                                </tr>
                            </thead>
                            <tbody>{sheet.lines.into_iter().map(row).collect_view()}</tbody>
                        </table>
                    </div>
                    <h3>"What a row cannot carry"</h3>
                    <ul>{lost}</ul>
                    <p class="hint">"Words are those of a new installation; yours may have renamed them. Instants are in UTC."</p>
                    <Button label="Export this row as CSV" picture=Picture::Download on_press=export />
                </div>
            }
        })
    }
}

/// Hands out rows of records of one kind for a tool, and says so.
pub fn hand_out(session: Session, toaster: Toaster, tool: Tool, kind: Record, ids: &[RecordId]) {
    let now = session.zone().local(session.now.get_untracked());
    let text = session.peek(|workspace| rosetta::csv(workspace, tool, kind, ids.iter().copied()));
    let name = rosetta::file_name(tool, kind, &words::machine(now));
    let done = text.is_some_and(|text| files::download(&name, "text/csv;charset=utf-8", &text));
    if done {
        toaster.ok(words::count(ids.len(), "row", "rows") + " for " + tool.name() + " handed out as CSV");
    } else {
        toaster.bad("The browser did not take the file. Nothing was changed.");
    }
}

/// The tools as entries of a menu, for what is selected.
pub fn exports(
    session: Session,
    toaster: Toaster,
    kind: Record,
    ids: impl Fn() -> Vec<RecordId> + Clone + 'static,
) -> Vec<MenuItem> {
    let item = |tool: Tool| {
        let ids = ids.clone();
        MenuItem::action(tool.name(), move || hand_out(session, toaster, tool, kind, &ids()))
    };
    Tool::ALL.into_iter().map(item).collect()
}
