//! All incidents that are, were, or might have been major ones.

use itsm::RecordId;
use itsm::major::{Major, Standing, standing};
use leptos::prelude::*;
use workspace::{Workspace, title};

use super::shown;
use crate::session::Session;
use crate::ui::{Picture, Tone};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words;

const CHIPS: &[&str] = &["Now", "To look back at", "Ended", "All"];

/// The page.
pub fn page() -> AnyView {
    view! {
        <RecordList
            title="Major incidents"
            lines
            chips=CHIPS
            empty=(
                "No major incident so far",
                "When a failure is too large for the usual way, open its incident and propose it there: somebody then leads it, with a procedure of its own.",
            )
            actions=|| {
                let session = expect_context::<Session>();
                view! { <a class="button" href=session.queue_link()>"Look for one in the queue"</a> }.into_any()
            }
        />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let desk = workspace.desk();
    let now = workspace.now();
    let mut all: Vec<(&Major, Standing)> =
        desk.majors().values().filter_map(|major| Some((major, standing(desk, major.incident)?))).collect();
    let rank = |standing: Standing| match standing {
        Standing::Running => 0,
        Standing::Candidate => 1,
        Standing::Ended => 2,
        Standing::Rejected | Standing::Demoted => 3,
    };
    all.sort_by_key(|(major, standing)| (rank(*standing), std::cmp::Reverse(major.proposed_at)));
    let line = |(major, standing): (&Major, Standing)| {
        let number = desk.incident_number(major.incident);
        let incident = desk.incident(major.incident).ok();
        let mark = |tone, picture, label: &str| Mark { tone, picture: Some(picture), label: label.to_owned() };
        let mut marks = vec![mark(shown::tone(standing), shown::picture(standing), standing.word())];
        let lacks_look_back = standing == Standing::Ended && major.look_back.is_none();
        if now.is_some_and(|now| workspace::major::is_overdue(workspace, major.incident, now)) {
            marks.push(mark(Tone::Bad, Picture::Breached, "Update overdue"));
        }
        if lacks_look_back {
            marks.push(mark(Tone::Warn, Picture::DueSoon, "Nobody has looked back yet"));
        }
        let linked = itsm::major::linked(desk, major.incident).len();
        let manager = major.manager.map(|id| desk.directory().person(id).to_owned());
        let is_now = matches!(standing, Standing::Running | Standing::Candidate);
        Line {
            id: RecordId::Incident(major.incident),
            href: shown::lead(&number).href(),
            number,
            title: title::title(workspace, major.incident),
            priority: incident.map(|incident| incident.priority(desk.matrix()).0),
            marks,
            texts: vec![
                manager.map(|name| "Led by ".to_owned() + &name).unwrap_or_default(),
                if linked > 0 {
                    words::count(linked, "incident hangs on it", "incidents hang on it")
                } else {
                    String::new()
                },
            ],
            shown_by: vec![is_now, lacks_look_back, standing == Standing::Ended, true],
        }
    };
    all.into_iter().map(line).collect()
}
