//! What the whole desk knows: what is down, who is there, what is written up, what must not be changed.

use leptos::prelude::*;
use simulation::shift::view::{Board, ReportView, TeamView};

use super::desk::{Desk, name_of};
use crate::ui::{Badge, Fact, Icon, Picture, Tone};

/// The tab.
pub fn service(desk: Desk) -> AnyView {
    let board = desk.part(|view| view.board.clone());
    (move || all(desk, board.get())).into_any()
}

fn all(desk: Desk, board: Board) -> AnyView {
    let record = desk.case().get().and_then(|case| case.record);
    let about = record.map(|record| {
        let name = |key: Option<simulation::scenario::Key>, items: bool| {
            key.map(|key| {
                desk.now(|view| name_of(if items { &view.choices.items } else { &view.choices.services }, &key))
            })
        };
        let (service, item) = (name(record.service, false), name(record.item, true));
        view! {
            <h3>"Of this record"</h3>
            <dl class="facts">
                <Fact label="Service">{service.unwrap_or_else(|| "Not known yet".to_owned())}</Fact>
                <Fact label="Item">{item.unwrap_or_else(|| "Not known yet".to_owned())}</Fact>
            </dl>
        }
    });
    let down = board.down.iter().map(|key| {
        let name = desk.now(|view| name_of(&view.choices.items, key));
        view! { <li><Icon picture=Picture::Breached /><span class="visually-hidden">"Down: "</span><span>{name}</span></li> }
    });
    let down = down.collect_view();
    let nothing = board.down.is_empty();
    let rooms = board.rooms.iter().map(|(room, tenths)| {
        let degrees = [&(f64::from(*tenths) / 10.0).to_string(), " °C"].concat();
        view! { <Fact label=room.clone()>{degrees}</Fact> }
    });
    let rooms =
        (!board.rooms.is_empty()).then(|| view! { <h3>"Rooms"</h3><dl class="facts">{rooms.collect_view()}</dl> });
    let major = board.major.map(|key| {
        let title = desk.now(|view| view.cases.iter().find(|case| case.key == key).map(|case| case.title.clone()).unwrap_or_default());
        view! {
            <h3>"Major incident"</h3>
            <button type="button" class="shift-link" on:click=move |_| desk.turn_to(&key)><Icon picture=Picture::Breached /><span>{title}</span></button>
        }
    });
    let freezes = (!board.freezes.is_empty()).then(|| {
        view! { <h3>"Freezes"</h3><ul class="shift-known">{board.freezes.into_iter().map(|freeze| view! { <li>{freeze}</li> }).collect_view()}</ul> }
    });
    let reports = (!board.reports.is_empty()).then(|| {
        view! { <h3>"Reports"</h3><dl class="facts">{board.reports.into_iter().map(report).collect_view()}</dl> }
    });
    view! {
        {about}
        {major}
        <h3>"Monitoring shows as down"</h3>
        {(!nothing).then(|| view! { <ul class="shift-links">{down}</ul> })}
        {nothing.then(|| view! { <p class="shift-quiet">"Nothing."</p> })}
        {rooms}
        <h3>"Teams"</h3>
        <ul class="shift-teams">{board.teams.into_iter().map(team).collect_view()}</ul>
        {freezes}
        {reports}
    }
    .into_any()
}

fn report(ReportView { name, value, counts }: ReportView) -> AnyView {
    view! { <Fact label=name><strong>{value}</strong><span class="shift-counts">{counts}</span></Fact> }.into_any()
}

fn team(team: TeamView) -> AnyView {
    let waiting = match team.waiting {
        0 => "nothing waits".to_owned(),
        count => [count.to_string().as_str(), if count == 1 { " waits" } else { " wait" }].concat(),
    };
    view! {
        <li class="shift-team">
            <p><strong>{team.name}</strong>{(!team.open).then(|| view! { <Badge label="Closed now" tone=Tone::Slate picture=Some(Picture::OutsideHours) plain=true /> })}</p>
            <p class="shift-team-line">{[team.hours, team.people.join(", "), waiting].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")}</p>
            {team.today.map(|today| view! { <p class="shift-team-today"><Icon picture=Picture::Info /><span>{today}</span></p> })}
        </li>
    }
    .into_any()
}
