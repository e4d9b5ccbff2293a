//! Who is told what and when: the plan, when the next update is due, and what was told.

use itsm::IncidentId;
use itsm::major::{Plan, Standing, standing};
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui::{Badge, Fact, Facts, Panel, Picture, Tone};
use crate::views::words;

#[derive(Clone, PartialEq)]
struct Told {
    when: String,
    by: String,
    to: usize,
    text: String,
}

#[derive(Clone, PartialEq)]
struct Known {
    plan: Option<Plan>,
    due: Option<String>,
    overdue: bool,
    running: bool,
    told: Vec<Told>,
}

fn known(workspace: &Workspace, id: IncidentId, zone: Zone, now: chrono::DateTime<chrono::Utc>) -> Option<Known> {
    let desk = workspace.desk();
    let major = desk.majors().get(&id)?;
    let due = major.next_update(desk.agreement().calendar());
    let told = major.updates.iter().rev().map(|update| Told {
        when: words::date_time(zone.local(update.at)),
        by: desk.directory().person(update.by).to_owned(),
        to: update.incidents as usize,
        text: update.text.to_string(),
    });
    Some(Known {
        plan: major.plan.as_ref().map(|(plan, _)| plan.clone()),
        due: due.map(|due| words::date_time(zone.local(due))),
        overdue: workspace::major::is_overdue(workspace, id, now),
        running: standing(desk, id) == Some(Standing::Running),
        told: told.collect(),
    })
}

/// The panel.
#[component]
pub fn Communication(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let (zone, now) = (session.zone(), session.now.get());
        session.read(|workspace| known(workspace, id, zone, now)).flatten()
    });
    let plan = |known: &Known| {
        match &known.plan {
        None if known.running => view! { <p class="hint">"Nothing is planned yet. Say who hears of it, where, and how often: users forgive a failure sooner than silence."</p> }
            .into_any(),
        None => ().into_any(),
        Some(plan) => {
            let due = known.running.then(|| {
                let badge = known.overdue.then(|| view! { <Badge tone=Tone::Bad picture=Some(Picture::Breached) label="Overdue" /> });
                let due = known.due.clone();
                view! { <Fact label="Next update due"><span class="major-line">{due}{badge}</span></Fact> }
            });
            let (audience, channel) = (plan.audience.to_string(), plan.channel.to_string());
            let every = words::count(plan.every_minutes as usize, "business minute", "business minutes");
            view! {
                <Facts>
                    <Fact label="Audience">{audience}</Fact>
                    <Fact label="Channel">{channel}</Fact>
                    <Fact label="Every">{every}</Fact>
                    {due}
                </Facts>
            }
            .into_any()
        }
    }
    };
    let row = |told: Told| {
        let who = [&*told.when, ", ", &told.by, ", to ", &words::count(told.to, "incident", "incidents")].concat();
        view! { <li class="major-told"><p class="path-text">{told.text}</p><p class="hint">{who}</p></li> }
    };
    let shown = move || {
        let known = found.get()?;
        let list = if known.told.is_empty() {
            view! { <p class="hint">"No update was told yet."</p> }.into_any()
        } else {
            view! { <ul class="plain major-updates" aria-label="Updates, the latest first">{known.told.clone().into_iter().map(row).collect_view()}</ul> }
                .into_any()
        };
        Some(view! { {plan(&known)}{list} })
    };
    view! { <Panel title="Communication">{shown}</Panel> }.into_any()
}
