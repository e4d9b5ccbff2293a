//! The register: what is to become better, what comes first, and what the figures propose.

use itsm::RecordId;
use itsm::improvement::{Improvement, Stage};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::measures::Period;

use super::matrix::Matrix;
use super::proposals::Proposals;
use super::shown;
use crate::route::{Practice, Route};
use crate::ui::{Picture, Tone};
use crate::views::record::{Line, Mark, RecordList};

const CHIPS: &[&str] = &["Open", "To decide", "Under way", "Ended", "All"];

/// The page.
pub fn page() -> AnyView {
    view! {
        <RecordList
            title="Improvement register"
            lines
            chips=CHIPS
            empty=(
                "Nothing is registered yet",
                "Improving is everybody’s work. Register an idea, or take one that the desk’s figures propose below.",
            )
            actions=|| Line::begin("Register an improvement", Practice::Improvement.form())
            below=|| view! { <Matrix /><Proposals /> }.into_any()
        />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let today = workspace.now().map(|now| Period::zone_of(workspace).local(now).date());
    let mut all: Vec<&Improvement> = workspace.desk().improvements().all().collect();
    // What is open first, then what comes first, then the latest.
    all.sort_by_key(|one| (!one.state.is_open(), one.priority().0, std::cmp::Reverse(one.id)));
    let line = |one: &Improvement| {
        let desk = workspace.desk();
        let stage = one.state.stage();
        let number = desk.improvements().number(one.id);
        let is_late = today.is_some_and(|today| one.is_late(today));
        let mut marks = vec![Mark {
            tone: shown::tone(stage),
            picture: Some(shown::picture(stage)),
            label: stage.word().to_owned(),
        }];
        if is_late {
            marks.push(Mark { tone: Tone::Bad, picture: Some(Picture::Breached), label: "Overdue".to_owned() });
        }
        let owner = one.owner.map_or("Nobody owns it", |id| desk.directory().person(id));
        Line {
            id: RecordId::Improvement(one.id),
            href: Practice::Improvement.at(number.clone()).href(),
            number,
            title: one.summary.to_string(),
            priority: Some(one.priority().0),
            marks,
            texts: vec![
                ["Effort ", &one.effort.step().to_string(), ", benefit ", &one.benefit.step().to_string()].concat(),
                owner.to_owned(),
                one.due.map(|due| "Due ".to_owned() + &shown::day(due)).unwrap_or_default(),
            ],
            shown_by: vec![
                one.state.is_open(),
                matches!(stage, Stage::New | Stage::Accepted | Stage::Assess),
                matches!(stage, Stage::Approved | Stage::InProgress | Stage::OnHold | Stage::Review),
                !one.state.is_open(),
                true,
            ],
        }
    };
    all.into_iter().map(line).collect()
}

/// The page of an improvement.
pub fn href(number: &str) -> String {
    Route::href(&Practice::Improvement.at(number))
}
