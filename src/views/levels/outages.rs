//! When a service was gone, and the dialogs that note it.

use itsm::availability::{Command as Ask, Outage, Proposal, proposals};
use itsm::{Command, ItemId, ServiceId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::{key_of, key_text};
use workspace::rules::promises::availability_of;
use workspace::rules::targets::{moment, write_moment};

use super::fields::periods;
use super::review::zone_name;
use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, ComboBox, DateTimeInput, Field, Panel, Picture, Select, TextArea, TextInput, Tone};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::words as plain;

/// What needs a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Note an outage, perhaps from an incident.
    Outage(Option<Proposal>),
    /// Note planned maintenance.
    Maintenance,
    /// Say that it is back.
    Restore(u16),
    /// Take an outage back.
    Withdraw(u16),
    /// Set the service's own target.
    Target,
}

impl Wanted {
    /// The dialog's heading.
    pub fn title(self) -> &'static str {
        match self {
            Wanted::Outage(_) => "Note an outage",
            Wanted::Maintenance => "Note planned maintenance",
            Wanted::Restore(_) => "The service is back",
            Wanted::Withdraw(_) => "Take the outage back",
            Wanted::Target => "Availability target of the service",
        }
    }
}

/// The form of what is wanted.
pub fn dialog(id: ServiceId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Outage(from) => view! { <OutageForm id asking from planned=false /> }.into_any(),
        Wanted::Maintenance => view! { <OutageForm id asking from=None planned=true /> }.into_any(),
        Wanted::Restore(outage) => view! { <RestoreForm id outage asking /> }.into_any(),
        Wanted::Withdraw(outage) => view! { <WithdrawForm id outage asking /> }.into_any(),
        Wanted::Target => view! { <TargetForm id asking /> }.into_any(),
    }
}

#[component]
fn OutageForm(id: ServiceId, asking: Asking, from: Option<Proposal>, planned: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = zone_name(session);
    let now = session.now.get_untracked();
    let begins = RwSignal::new(write_moment(from.map_or(now, |from| from.from), &zone));
    let ends = from.and_then(|from| from.until).map(|until| write_moment(until, &zone));
    let ends = RwSignal::new(ends.unwrap_or_default());
    let item = RwSignal::new(from.and_then(|from| from.item).map(|id| key_text(id.0)).unwrap_or_default());
    let note = RwSignal::new(String::new());
    let number = from.and_then(|from| session.peek(|workspace| workspace.desk().incident_number(from.incident)));
    let incident = RwSignal::new(number.unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let zone = StoredValue::new(zone);
    let submit = move || {
        let zone = zone.get_value();
        let times = (moment(&begins.get_untracked(), &zone), moment(&ends.get_untracked(), &zone));
        let (from, until) = match times {
            (Ok(from), Ok(until)) => (from.unwrap_or(now), until),
            (Err(sentence), _) | (_, Err(sentence)) => return error.set(Some(sentence)),
        };
        let number = incident.get_untracked();
        let linked = session.peek(|workspace| workspace.find_incident(&number)).flatten();
        if linked.is_none() && !number.trim().is_empty() {
            return error.set(Some("There is no incident of this number here. Write it like INC0000012.".to_owned()));
        }
        error.set(None);
        let items = item.with_untracked(|text| key_of(text)).map(ItemId).into_iter().collect();
        let note = note.get_untracked().into();
        let outage = Box::new(Outage { from, until, planned, items, note, incident: linked, withdrawn: false });
        let done = if planned { "The maintenance is noted" } else { "The outage is noted" };
        asking.give(Command::Service(Ask::NoteOutage { service: id, outage }), done);
    };
    let general = Signal::derive(move || error.get().or_else(|| asking.error_beside(&["start", "end"]).get()));
    let (label, hint) = if planned {
        (
            "Note maintenance",
            "Maintenance inside an agreed window is taken out of the agreed service time. What overruns the window is an outage.",
        )
    } else {
        ("Note the outage", "An outage is a time in which users could not use the service. What was only slow is none.")
    };
    view! {
        <FormFrame form=asking label error=general submit>
            <p class="form-note">{hint}</p>
            <Field label="Gone since" required=true error=asking.error_of("start")><DateTimeInput value=begins /></Field>
            <Field label="Back since" hint=if planned { "The end of the window." } else { "Empty while it lasts." } required=planned error=asking.error_of("end")>
                <DateTimeInput value=ends />
            </Field>
            <Field label="Configuration item">
                <ComboBox choices=choices::items(session, item) list_label="Configuration items" value=item />
            </Field>
            {(!planned).then(|| view! {
                <Field label="Incident" hint="The one that tells of it, like INC0000012."><TextInput value=incident /></Field>
            })}
            <Field label="Note"><TextArea value=note rows=2 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn RestoreForm(id: ServiceId, outage: u16, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = zone_name(session);
    let now = session.now.get_untracked();
    let at = RwSignal::new(write_moment(now, &zone));
    let zone = StoredValue::new(zone);
    let submit = move || {
        let at = moment(&at.get_untracked(), &zone.get_value()).ok().flatten().unwrap_or(now);
        asking.give(Command::Service(Ask::Restore { service: id, outage, at }), "The service is back");
    };
    view! {
        <FormFrame form=asking label="It is back" error=asking.error_beside(&["end"]) submit>
            <Field label="Back since" required=true error=asking.error_of("end")><DateTimeInput value=at /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn WithdrawForm(id: ServiceId, outage: u16, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let because = reason.get_untracked().into();
        asking.give(Command::Service(Ask::Withdraw { service: id, outage, because }), "The outage is taken back");
    };
    view! {
        <FormFrame form=asking label="Take it back" error=asking.error_beside(&["reason"]) submit>
            <Field label="Reason" hint="Figures change with it, so say why." required=true error=asking.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn TargetForm(id: ServiceId, asking: Asking) -> impl IntoView {
    let percent = RwSignal::new(String::new());
    let period = RwSignal::new("month".to_owned());
    let error = RwSignal::new(None::<String>);
    let submit = move || match availability_of(&percent.get_untracked(), &period.get_untracked()) {
        Ok(target) => {
            error.set(None);
            asking.give(Command::Service(Ask::SetTarget { service: id, target }), "The target is set");
        }
        Err(sentence) => error.set(Some(sentence)),
    };
    let wrong = Signal::derive(move || error.get().or_else(|| asking.error_of("availability").get()));
    view! {
        <FormFrame form=asking label="Set the target" error=asking.error_beside(&["availability"]) submit>
            <p class="form-note">"It counts where no agreement with a customer promises more."</p>
            <Field label="Availability" hint="Percent of the desk’s working time, such as 99.5. Empty: no target." error=wrong>
                <TextInput value=percent />
            </Field>
            <Field label="Measured over a"><Select choices=periods() value=period /></Field>
        </FormFrame>
    }
    .into_any()
}

/// An outage in words.
#[derive(Clone, PartialEq)]
struct Said {
    place: u16,
    when: String,
    planned: bool,
    lasts: bool,
    withdrawn: bool,
    text: String,
    incident: Option<(String, String)>,
}

fn said(workspace: &Workspace, id: ServiceId, zone: Zone) -> Vec<Said> {
    let desk = workspace.desk();
    let Some(known) = desk.availability(id) else { return vec![] };
    let time = |at| plain::date_time(zone.local(at));
    let one = |(place, outage): (usize, &Outage)| {
        let when = match outage.until {
            Some(until) => {
                [&time(outage.from), " to ", &time(until), " (", &plain::span(until - outage.from), ")"].concat()
            }
            None => "Since ".to_owned() + &time(outage.from),
        };
        let items = outage.items.iter().map(|id| desk.directory().item(*id).to_owned());
        let note = Some(outage.note.to_string()).filter(|note| !note.is_empty());
        Said {
            place: u16::try_from(place).unwrap_or(u16::MAX),
            when,
            planned: outage.planned,
            lasts: outage.until.is_none(),
            withdrawn: outage.withdrawn,
            text: items.chain(note).collect::<Vec<_>>().join(". "),
            incident: outage.incident.map(|id| {
                let number = desk.incident_number(id);
                (number.clone(), Route::Incident(number).href())
            }),
        }
    };
    let mut all: Vec<(usize, &Outage)> = known.outages.iter().enumerate().collect();
    all.sort_by_key(|(_, outage)| std::cmp::Reverse(outage.from));
    all.into_iter().map(one).collect()
}

/// Shows at most so many proposals.
const PROPOSED: usize = 5;

/// The panel with all outages, and the incidents that may have been some.
#[component]
pub fn Outages(id: ServiceId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let all = Memo::new(move |_| session.read(|workspace| said(workspace, id, zone)).unwrap_or_default());
    let proposed = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let found = proposals(workspace.desk(), id).into_iter().take(PROPOSED);
            let one = |proposal: Proposal| {
                let number = workspace.desk().incident_number(proposal.incident);
                (number, workspace::title(workspace, proposal.incident), proposal)
            };
            found.map(one).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let one = move |said: Said| {
        let mark = match (said.withdrawn, said.planned, said.lasts) {
            (true, ..) => (Tone::Neutral, Picture::Close, "Taken back"),
            (_, true, _) => (Tone::Slate, Picture::Paused, "Planned"),
            (_, _, true) => (Tone::Bad, Picture::Breached, "Lasts"),
            _ => (Tone::Warn, Picture::DueSoon, "Outage"),
        };
        let place = said.place;
        let (tone, picture, label) = mark;
        let take_back = "Take back: ".to_owned() + &said.when;
        view! {
            <li class="levels-action">
                <div class="levels-outage">
                    <span><Badge tone picture=Some(picture) label />" "{said.when}</span>
                    {(!said.text.is_empty()).then(|| view! { <span class="hint">{said.text}</span> })}
                    {said.incident.map(|(number, href)| view! { <a href=href>{number}</a> })}
                </div>
                <span class="levels-buttons">
                    {(said.lasts && !said.withdrawn).then(|| view! {
                        <Button label="It is back" on_press=move |()| open.set(Some(Wanted::Restore(place))) />
                    })}
                    {(!said.withdrawn).then(|| view! {
                        <Button label=take_back picture=Picture::Close icon_only=true kind=crate::ui::Kind::Quiet
                            on_press=move |()| open.set(Some(Wanted::Withdraw(place))) />
                    })}
                </span>
            </li>
        }
    };
    let list = move || {
        let all = all.get();
        if all.is_empty() {
            let text = "No outage is noted. Availability is only as true as what is written down here.";
            return view! { <p class="hint">{text}</p> }.into_any();
        }
        view! { <ul class="plain">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    let proposal = move |(number, title, proposal): (String, String, Proposal)| {
        let href = Route::Incident(number.clone()).href();
        let label = "Note an outage from ".to_owned() + &number;
        view! {
            <li class="levels-action">
                <span><a href=href>{number}</a>" "{title}</span>
                <Button label on_press=move |()| open.set(Some(Wanted::Outage(Some(proposal)))) />
            </li>
        }
    };
    let maybe = move || {
        let found = proposed.get();
        (!found.is_empty()).then(|| view! {
            <h3 class="levels-outages-more">"May have been outages"</h3>
            <p class="hint">"Incidents of the greatest impact that no outage names. Whether the service was gone, you decide."</p>
            <ul class="plain">{found.into_iter().map(proposal).collect_view()}</ul>
        })
    };
    view! { <Panel title="Outages">{list}{maybe}</Panel> }.into_any()
}
