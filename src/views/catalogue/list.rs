//! All services, and the page they stand on: the list on the left, what is done with them in the middle.

use std::sync::LazyLock;

use itsm::ServiceId;
use itsm::catalogue::Stage;
use leptos::prelude::*;
use workspace::query::key_text;

use super::gate::WithCatalogue;
use super::nav::CatalogueNav;
use super::new::NewService;
use super::progress;
use crate::browser::location::Location;
use crate::route::{Counter, Route, Shelf};
use crate::session::Session;
use crate::ui::{Badge, Button, FilterChip, Kind, LinkButton, Picture, SearchInput, Tone};
use crate::views::page;
use crate::views::words;

/// What is looked for, kept from page to page.
static SOUGHT: LazyLock<ArcRwSignal<(String, Option<Stage>)>> =
    LazyLock::new(|| ArcRwSignal::new((String::new(), None)));

/// A service in the list.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    id: ServiceId,
    name: String,
    sought: String,
    stage: Stage,
    state: &'static str,
    done: usize,
    of: usize,
    differs: bool,
}

fn rows(session: Session) -> Vec<Row> {
    let read = session.read(|workspace| {
        let mut rows: Vec<Row> = workspace
            .desk()
            .portfolio()
            .listings()
            .map(|listing| {
                let draft = &listing.draft;
                let progress = progress::of(draft);
                let sought = [&*draft.name, " ", &*draft.summary, " ", &draft.keywords.join(" ")].concat();
                Row {
                    id: listing.id,
                    name: draft.name.to_string(),
                    sought: sought.to_lowercase(),
                    stage: listing.status.stage(),
                    state: listing.status.word(),
                    done: progress.done,
                    of: progress.of,
                    differs: !listing.versions.is_empty() && listing.differs(),
                }
            })
            .collect();
        rows.sort_by_cached_key(|row| row.name.to_lowercase());
        rows
    });
    read.unwrap_or_default()
}

/// The list, with its search. `here` is the service whose page it stands on.
#[component]
pub fn ServiceList(#[prop(optional_no_strip)] here: Option<ServiceId>) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| rows(session));
    let (first, first_stage) = SOUGHT.get_untracked();
    let words_typed = RwSignal::new(first);
    let stage = RwSignal::new(first_stage);
    Effect::new(move |_| SOUGHT.set((words_typed.get(), stage.get())));
    let shown = Memo::new(move |_| {
        let typed = words_typed.get().to_lowercase();
        let stage = stage.get();
        let is_sought = |row: &Row| {
            stage.is_none_or(|stage| row.stage == stage)
                && typed.split_whitespace().all(|word| row.sought.contains(word))
        };
        all.with(|all| all.iter().filter(|row| is_sought(row)).cloned().collect::<Vec<_>>())
    });
    let chip = move |(label, of): (&'static str, Option<Stage>)| {
        let count = Signal::derive(move || {
            all.with(|all| words::number(all.iter().filter(|row| of.is_none_or(|of| row.stage == of)).count()))
        });
        let pressed = Signal::derive(move || stage.get() == of);
        view! { <FilterChip label count pressed on_toggle=move |()| stage.set(of) /> }
    };
    let line = move |row: Row| {
        let is_here = here == Some(row.id);
        let tone = match row.stage {
            Stage::Pipeline | Stage::Retired => Tone::Slate,
            Stage::Catalogue => Tone::Ok,
        };
        let complete = [&row.done.to_string(), " of ", &row.of.to_string()].concat();
        let share = (row.done * 100 / row.of.max(1)).to_string();
        view! {
            <li>
                <a href=Shelf::service(row.id).href() aria-current=is_here.then_some("page")>
                    <span class="shelf-name">{row.name}</span>
                    <span class="shelf-line">
                        <Badge tone label=row.state plain=true />
                        {row.differs.then_some("edited since")}
                        <span class="shelf-complete">
                            <svg viewBox="0 0 100 6" width="40" height="6" aria-hidden="true" preserveAspectRatio="none">
                                <rect class="bar-ground" width="100" height="6" rx="3" />
                                <rect class="bar-done" width=share height="6" rx="3" />
                            </svg>
                            {complete}<span class="visually-hidden">" complete"</span>
                        </span>
                    </span>
                </a>
            </li>
        }
    };
    let list = move || {
        if shown.with(Vec::is_empty) {
            let text = if all.with(Vec::is_empty) { "Nothing is written yet." } else { "No service matches." };
            view! { <p class="hint">{text}</p> }.into_any()
        } else {
            view! { <ul class="shelf-services" aria-label="Services">{move || shown.get().into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    let chips = [
        ("All", None),
        ("Pipeline", Some(Stage::Pipeline)),
        ("Catalogue", Some(Stage::Catalogue)),
        ("Retired", Some(Stage::Retired)),
    ];
    view! {
        <div class="shelf-list">
            <SearchInput label="Search services" value=words_typed />
            <div class="shelf-chips" role="group" aria-label="Which ones">{chips.into_iter().map(chip).collect_view()}</div>
            {list}
        </div>
    }
    .into_any()
}

/// The page of all services.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <WithCatalogue><Listing /></WithCatalogue> }.into_any()
}

#[component]
fn Listing() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    page::title(|| "Catalogue".to_owned());
    page::announce();
    let open = RwSignal::new(None::<()>);
    let count =
        Memo::new(move |_| session.read(|workspace| workspace.desk().portfolio().listings().len()).unwrap_or_default());
    let name = Memo::new(move |_| {
        let name = session.read(|workspace| workspace.desk().portfolio().settings().organisation.to_string());
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| "Your catalogue".to_owned())
    });
    // The least complete service is the one to go on with.
    let next = Memo::new(move |_| {
        let unfinished = rows(session).into_iter().filter(|row| row.done < row.of && row.stage != Stage::Retired);
        unfinished.max_by_key(|row| row.done).map(|row| (row.id, row.name, row.of.saturating_sub(row.done)))
    });
    let begun = move |id: ServiceId| location.go(&Route::Catalogue(Shelf::Service(key_text(id.0))));
    let go_on = move || {
        next.get().map(|(id, name, missing)| {
            view! {
                <section class="panel" aria-labelledby="go-on">
                    <h2 id="go-on">"Go on with “"{name}"”"</h2>
                    <p>{words::count(missing, "part is", "parts are")}" still missing before customers have what they need."</p>
                    <div class="form-actions"><LinkButton label="Go on writing" href=Shelf::service(id).href() /></div>
                </section>
            }
        })
    };
    let middle = move || {
        if count.get() == 0 {
            view! {
                <section class="panel" aria-labelledby="first-service">
                    <h2 id="first-service">"Your first service"</h2>
                    <p>"Begin with what people ask for most. Three sentences are enough to start: what one gets, who it is for, how to ask."</p>
                    <div class="form-actions"><Button label="Write the first service" kind=Kind::Primary on_press=move |()| open.set(Some(())) /></div>
                </section>
            }
            .into_any()
        } else {
            view! {
                {go_on}
                <section class="panel" aria-labelledby="shelf-ways">
                    <h2 id="shelf-ways">"From here"</h2>
                    <ul class="shelf-ways">
                        <li><a href=Route::Catalogue(Shelf::Check).href()>"Check it for gaps"</a>" before customers find them."</li>
                        <li><a href=Counter::front().href()>"See it as customers do"</a>", and order something."</li>
                        <li><a href=Route::Catalogue(Shelf::Portfolio).href()>"Move services through the portfolio"</a>": only what is launched and published is offered."</li>
                        <li><a href=Route::Catalogue(Shelf::Publish).href()>"Publish it"</a>" as plain files on any host."</li>
                    </ul>
                </section>
            }
            .into_any()
        }
    };
    view! {
        <div class="page page-shelf">
            <CatalogueNav />
            <header class="page-head">
                <h1>{name}" "<span class="count" role="status">{move || words::count(count.get(), "service", "services")}</span></h1>
                {move || (count.get() > 0).then(|| view! {
                    <div class="page-actions"><Button label="New service" kind=Kind::Primary picture=Picture::Plus on_press=move |()| open.set(Some(())) /></div>
                })}
            </header>
            <div class="shelf-columns" data-only=move || (count.get() == 0).then_some("middle")>
                <ServiceList here=None />
                <div class="shelf-middle">{middle}</div>
            </div>
            <NewService open on_begun=begun />
        </div>
    }
    .into_any()
}
