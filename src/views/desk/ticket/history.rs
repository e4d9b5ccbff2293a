//! Every event of a record in plain words, the latest first.

use itsm::incident::Event as What;
use itsm::{Event, Happening, IncidentId, RecordId};
use leptos::prelude::*;
use workspace::say::{self, Audience};
use workspace::{Recorded, Workspace};

use crate::session::{Session, Zone};
use crate::ui::{Remark, Timeline, TimelineItem};
use crate::views::words;

/// How many events are shown at first; a long-lived incident of the real log has 58.
const AT_FIRST: usize = 20;

/// An event, ready to be shown.
#[derive(Clone, PartialEq)]
struct Item {
    /// Which event, counted from the oldest: what it is never changes.
    place: usize,
    at: String,
    machine: String,
    who: String,
    heading: String,
    details: Vec<(String, String)>,
    text: String,
    remark: Remark,
    /// Whether it was taken back.
    undone: bool,
}

fn items(session: Session, id: RecordId) -> Vec<Item> {
    let zone = session.zone();
    // Work notes are between colleagues.
    let is_requester = session.role() == itsm::Role::Requester;
    session
        .read(|workspace| {
            let mut items: Vec<Item> = workspace
                .history(id)
                .into_iter()
                .enumerate()
                .filter_map(|(place, recorded)| {
                    let said = say::sentence(workspace, recorded.event);
                    if is_requester && said.audience == Audience::Internal {
                        return None;
                    }
                    let local = zone.local(recorded.event.at);
                    Some(Item {
                        place,
                        at: words::date_time(local),
                        machine: words::machine(local),
                        who: workspace.desk().directory().person(recorded.event.by).to_owned(),
                        heading: said.heading,
                        details: with_note(said.details, recorded.flag, taken_back(workspace, &recorded, zone)),
                        text: said.text.map(|text| text.to_string()).unwrap_or_default(),
                        undone: recorded.undone.is_some(),
                        remark: match said.audience {
                            Audience::Public => Remark::Public,
                            Audience::Internal => Remark::Internal,
                            Audience::System => Remark::System,
                        },
                    })
                })
                .collect();
            items.reverse();
            items
        })
        .unwrap_or_default()
}

/// The details of an event, with the reason why it does not count.
fn with_note(
    mut details: Vec<(String, String)>,
    flag: Option<&itsm::Refusal>,
    taken_back: Option<String>,
) -> Vec<(String, String)> {
    details.extend(flag.map(|refusal| {
        (
            "Not applied".to_owned(),
            "another tab was faster, or what it built on was undone. ".to_owned() + &refusal.sentence(),
        )
    }));
    details.extend(taken_back.map(|by| ("Taken back".to_owned(), by)));
    details
}

/// Who took an event back, and when: "You, 16 May 2016, 09:00".
fn taken_back(workspace: &Workspace, recorded: &Recorded, zone: Zone) -> Option<String> {
    let undone = recorded.undone?;
    Some(workspace.desk().directory().person(undone.by).to_owned() + ", " + &words::date_time(zone.local(undone.at)))
}

/// What a command has led to, for the message that confirms it.
pub fn outcome(events: &[Event], id: IncidentId) -> String {
    let opened =
        events.iter().any(|event| matches!(&event.what, Happening::Incident(other, What::Logged(_)) if *other != id));
    let lifted = events.iter().any(|event| matches!(&event.what, Happening::Incident(_, What::Started)));
    if opened {
        "This incident is closed, so the caller’s words opened a new one that follows it".to_owned()
    } else if lifted {
        "Added. The hold for the caller is lifted".to_owned()
    } else {
        "Added".to_owned()
    }
}

/// The section with the timeline.
#[component]
pub fn History(record: RecordId) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| items(session, record));
    let everything = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        all.with(|items| if everything.get() { items.clone() } else { items.iter().take(AT_FIRST).cloned().collect() })
    });
    let rest = move || all.with(Vec::len).saturating_sub(AT_FIRST);
    view! {
        <section class="history" aria-labelledby="history">
            <h2 id="history">"History "<span class="count">{move || all.with(Vec::len)}</span></h2>
            <Timeline label="What happened, the latest first">
                <For each=move || shown.get() key=|item| (item.place, item.who.clone(), item.details.len(), item.undone) let:item>
                    <TimelineItem off=item.undone remark=item.remark time=item.at datetime=item.machine who=item.who heading=item.heading
                        details=item.details text=item.text />
                </For>
            </Timeline>
            <Show when=move || { rest() > 0 && !everything.get() }>
                <button type="button" class="button" on:click=move |_| everything.set(true)>
                    {move || "Show ".to_owned() + &words::count(rest(), "earlier event", "earlier events")}
                </button>
            </Show>
        </section>
    }
    .into_any()
}
