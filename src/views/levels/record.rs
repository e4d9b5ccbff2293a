//! One agreement: what it says, whether it is covered beneath, its reviews, and what can be done next.

use itsm::promise::{Action, Command as Ask, Kind, Stage, Standing, beneath, gaps};
use itsm::{Command, PromiseId, RecordId};
use leptos::prelude::*;

use super::list::present;
use super::review::{Reviews, Wanted, form};
use super::terms::TermsPanel;
use super::words;
use crate::browser::location::Location;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Badge, Panel, Picture, Term, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FactsPanel, FormDialog, NoteForm, RecordAt, RecordFrame, Related};
use crate::views::words as plain;

/// The page of the agreement of that number.
#[component]
pub fn AgreementPage(number: String) -> impl IntoView {
    let page = |id: PromiseId| view! { <Record id /> }.into_any();
    view! { <RecordAt number what="agreement" list=Practice::Levels.list() find=|desk, number| desk.promises().find(number) page /> }
        .into_any()
}

/// The head of the page, as far as it can change.
#[derive(Clone, PartialEq)]
struct Head {
    standing: Standing,
    kind: Kind,
    party: String,
    review_due: Option<String>,
}

fn head(session: Session, id: PromiseId) -> Option<Head> {
    let now = present(session);
    let zone = session.zone();
    session.read(|workspace| {
        let desk = workspace.desk();
        let promise = desk.promises().get(id).ok()?;
        let due = promise.review_due().filter(|due| *due <= now);
        Some(Head {
            standing: promise.standing(now),
            kind: promise.kind(),
            party: promise.party().map(|party| words::party(desk, party)).unwrap_or_default(),
            review_due: due.map(|due| plain::date(zone.local(due))),
        })
    })?
}

#[component]
fn Record(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    let number =
        Memo::new(move |_| session.read(|workspace| workspace.desk().promises().number(id)).unwrap_or_default());
    let title = Memo::new(move |_| {
        let title =
            session.read(|workspace| workspace.desk().promises().get(id).map(|one| one.title().to_owned()).ok());
        title.flatten().unwrap_or_default()
    });
    let line = move || {
        let head = head.get()?;
        let (tone, picture) = words::standing_mark(head.standing);
        let lesson = words::lesson(head.kind);
        let word = Signal::derive(move || lesson.word(words::edition(session)).to_owned());
        let meaning = Signal::derive(move || lesson.explained(words::edition(session)).to_owned());
        Some(view! {
            <Badge tone picture=Some(picture) label=head.standing.word() />
            {head.review_due.map(|due| view! {
                <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label="Review due since ".to_owned() + &due />
            })}
            <span><Term word meaning />" with "{head.party}</span>
        })
    };
    let open = RwSignal::new(None::<Wanted>);
    let draft = StoredValue::new(session.peek(|workspace| workspace.desk().promises().number(id)).unwrap_or_default());
    let side = move || {
        view! {
            <Chain id />
            <Dates id />
            <Related record=RecordId::Promise(id) />
        }
        .into_any()
    };
    let title_of = |wanted: Wanted| wanted.title();
    view! {
        <RecordFrame practice="Service levels" list=Practice::Levels.list() number title line=move || view! { {line} }.into_any() side about="About this agreement">
            <ActionRow acts=move || acts(session, id, open) />
            <FormDialog open title=title_of form=move |wanted, asking| form(id, wanted, asking) />
            <TermsPanel id />
            <Reviews id />
            <NoteForm draft=draft.get_value() make=move |text| Command::Promise(Ask::Note { promise: id, text }) />
            <History record=RecordId::Promise(id) />
        </RecordFrame>
    }
    .into_any()
}

fn acts(session: Session, id: PromiseId, open: RwSignal<Option<Wanted>>) -> Vec<Act> {
    let location = expect_context::<Location>();
    let refusal = |action: Action| session.refuses(id, action);
    let stage = session.read(|workspace| workspace.desk().promises().get(id).map(|one| one.stage).ok()).flatten();
    let edit = move || {
        let number = session.peek(|workspace| workspace.desk().promises().number(id)).unwrap_or_default();
        location.go(&Practice::Levels.at(number + "/edit"));
    };
    let agree = || {
        let agree = Command::Promise(Ask::Agree(id));
        Act::now("Both sides agree", refusal(Action::Agree), agree, "Agreed").primary()
    };
    let review = || Act::asks("Note a review", refusal(Action::Review), open, Wanted::Review);
    let end = |label| Act::asks(label, refusal(Action::End), open, Wanted::End).quiet();
    match stage {
        Some(Stage::Draft) => {
            vec![agree(), Act::new("Edit the draft", refusal(Action::Redraft), edit), review(), end("Drop the draft")]
        }
        Some(Stage::Agreed) => {
            vec![review().primary(), Act::new("Revise", refusal(Action::Revise), edit), end("End the agreement")]
        }
        _ => vec![Act::new("Revise", refusal(Action::Revise), edit), review(), end("End the agreement")],
    }
}

/// Whether what is promised is covered beneath, or what rests on it.
#[component]
fn Chain(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let found = Memo::new(move |_| {
        let now = present(session);
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let promise = desk.promises().get(id).ok()?;
            if promise.kind() != Kind::Customer {
                return None;
            }
            let link = |id: PromiseId| {
                let card = desk.card(RecordId::Promise(id))?;
                Some((card.number.clone(), card.title.clone(), Route::record(&card).href()))
            };
            let beneath: Vec<_> = beneath(desk, promise, now).into_iter().filter_map(|one| link(one.id)).collect();
            let gaps: Vec<String> = gaps(desk, promise, now).iter().map(|gap| words::gap(desk, gap, zone).0).collect();
            Some((beneath, gaps))
        });
        read.flatten()
    });
    let body = move || {
        let (beneath, gaps) = found.get()?;
        let link = |(number, title, href): (String, String, String)| {
            view! { <li><a href=href>{number}" "{title}</a></li> }
        };
        let verdict = if gaps.is_empty() {
            view! { <Badge tone=Tone::Ok picture=Some(Picture::Met) label="Covered" /> }.into_any()
        } else {
            let label = plain::count(gaps.len(), "gap", "gaps");
            view! { <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label /> }.into_any()
        };
        Some(view! {
            <Panel title="What it rests on">
                <p>{verdict}</p>
                <ul class="plain gaps">{gaps.into_iter().map(|gap| view! { <li>{gap}</li> }).collect_view()}</ul>
                {(!beneath.is_empty()).then(|| view! {
                    <p class="hint">"Agreements beneath it:"</p>
                    <ul class="plain">{beneath.into_iter().map(link).collect_view()}</ul>
                })}
                <p class="hint">"A promise to a customer is only as quick as the slowest team or supplier it needs."</p>
            </Panel>
        })
    };
    view! { {body} }.into_any()
}

#[component]
fn Dates(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let date = move |at| plain::date(zone.local(at));
    view! {
        <FactsPanel title="Dates" lines=move |workspace| {
            let Ok(promise) = workspace.desk().promises().get(id) else { return vec![] };
            let terms = promise.latest().map(|version| &version.terms);
            let versions = promise.versions.len();
            vec![
                ("First day", terms.map(|terms| date(terms.valid_from)).unwrap_or_default()),
                ("Last day", terms.and_then(|terms| terms.valid_until).map(|at| words::last_day(zone, at)).unwrap_or_default()),
                ("Ended from", promise.ended_from.map(date).unwrap_or_default()),
                ("Versions", if versions > 1 { plain::number(versions) } else { String::new() }),
                ("Next review", promise.review_due().map(date).unwrap_or_default()),
                ("Drafted", date(promise.drafted_at)),
            ]
        } />
    }
    .into_any()
}
