//! All suppliers, contracts that end soon, and how many incidents wait.

use itsm::RecordId;
use itsm::supplier::{State, Supplier, awaiting, ending_soon, supports};
use leptos::prelude::*;
use workspace::Workspace;

use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Kind, LinkButton, Picture, Tone};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words;

/// How a state looks.
pub fn state_mark(state: State) -> (Tone, Picture) {
    match state {
        State::Candidate => (Tone::Slate, Picture::New),
        State::Active => (Tone::Ok, Picture::Met),
        State::Ended => (Tone::Neutral, Picture::Check),
    }
}

/// The page.
#[component]
pub fn SuppliersPage() -> impl IntoView {
    let actions = || {
        view! { <LinkButton label="Add a supplier" kind=Kind::Primary href=Practice::Suppliers.form().href() /> }
            .into_any()
    };
    let below = || view! { <Ending /> }.into_any();
    view! {
        <RecordList
            title="Suppliers"
            lines=lines
            chips=&["All", "Active", "Candidates", "Ended"]
            empty=("No suppliers yet", "A supplier delivers what your services rest on. Add the first, note its contract, and bind an agreement to it.")
            actions=actions
            below=below
        />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let mut all: Vec<&Supplier> = workspace.desk().suppliers().all().collect();
    all.sort_by_key(|one| (one.state == State::Ended, one.profile.name.to_lowercase()));
    all.into_iter().map(|supplier| line(workspace, supplier)).collect()
}

fn line(workspace: &Workspace, supplier: &Supplier) -> Line {
    let desk = workspace.desk();
    let number = desk.suppliers().number(supplier.id);
    let (tone, picture) = state_mark(supplier.state);
    let waiting = awaiting(desk).filter(|incident| supports(supplier, incident)).count();
    let waits = (waiting > 0).then(|| words::count(waiting, "incident waits", "incidents wait"));
    Line {
        id: RecordId::Supplier(supplier.id),
        href: Practice::Suppliers.at(number.clone()).href(),
        number,
        title: supplier.profile.name.to_string(),
        priority: None,
        marks: vec![Mark { tone, picture: Some(picture), label: supplier.state.word().to_owned() }],
        texts: vec![
            words::count(supplier.contracts.len(), "contract", "contracts"),
            words::count(supplier.profile.services.len(), "service", "services"),
            waits.unwrap_or_default(),
        ],
        shown_by: vec![
            true,
            supplier.state == State::Active,
            supplier.state == State::Candidate,
            supplier.state == State::Ended,
        ],
    }
}

/// A contract that ends soon: what it is, whose, and by when.
#[derive(Clone, PartialEq)]
struct Soon {
    number: String,
    href: String,
    text: String,
}

fn soon(workspace: &Workspace, zone: Zone) -> Vec<Soon> {
    let desk = workspace.desk();
    let now = workspace.now().unwrap_or_default();
    let one = |ending: itsm::supplier::Ending| {
        let supplier = desk.suppliers().get(ending.supplier).ok()?;
        let contract = supplier.contracts.get(ending.contract)?;
        let number = desk.suppliers().number(supplier.id);
        let what = if ending.is_notice { ": notice by " } else { ": ends " };
        Some(Soon {
            href: Practice::Suppliers.at(number.clone()).href(),
            number,
            text: [&supplier.profile.name, ", ", &contract.title, what, &words::date(zone.local(ending.at))].concat(),
        })
    };
    ending_soon(desk, now).into_iter().filter_map(one).collect()
}

#[component]
fn Ending() -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let found = Memo::new(move |_| {
        session.read(|workspace| (soon(workspace, zone), awaiting(workspace.desk()).count())).unwrap_or_default()
    });
    let row = |soon: Soon| view! { <li><a href=soon.href>{soon.number}</a>" "{soon.text}</li> };
    let body = move || {
        let (soon, waiting) = found.get();
        let waits = words::count(waiting, "incident is", "incidents are") + " on hold, awaiting a supplier.";
        let href = crate::route::Route::Desk(workspace::query::params_of("hold:supplier")).href();
        view! {
            {(!soon.is_empty()).then(|| view! {
                <section class="panel levels-attention" aria-labelledby="ending-soon">
                    <h2 id="ending-soon">"Ends within 90 days"</h2>
                    <ul class="plain">{soon.into_iter().map(row).collect_view()}</ul>
                </section>
            })}
            {(waiting > 0).then(|| view! { <p class="hint levels-attention">{waits}" "<a href=href>"See the queue"</a></p> })}
        }
        .into_any()
    };
    view! { {body} }.into_any()
}
