//! What was ordered from the service catalogue: the questions of the version that was offered then, with their answers.

use itsm::RequestId;
use itsm::catalogue::form::answered;
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use crate::route::{Counter, Route, Shelf};
use crate::session::Session;
use crate::ui::{Fact, Facts, Panel};
use crate::views::words;

/// What the panel shows.
#[derive(Clone, PartialEq)]
struct Shown {
    service: String,
    href: String,
    offering: String,
    version: String,
    quantity: String,
    price: String,
    answers: Vec<(String, String)>,
}

fn shown(session: Session, id: RequestId, portal: bool) -> Option<Shown> {
    let read = |workspace: &Workspace| {
        let desk = workspace.desk();
        let request = desk.requests().get(id).ok()?;
        let order = request.order.as_deref()?;
        let version = desk.portfolio().listing(order.service).and_then(|listing| listing.version(order.version));
        let content = version.map(|version| &version.content);
        let offering = content.and_then(|content| content.offering(order.offering));
        let answers = offering.map(|offering| answered(&offering.form, &order.answers)).unwrap_or_default();
        let place = if portal { Counter::service(order.service) } else { Shelf::service(order.service) };
        let currency = &desk.portfolio().settings().currency;
        Some(Shown {
            service: content
                .map_or_else(|| desk.directory().service(order.service).to_owned(), |content| content.name.to_string()),
            href: Route::href(&place),
            offering: offering.map(|offering| offering.name.to_string()).unwrap_or_default(),
            version: words::number(usize::try_from(order.version).unwrap_or_default()),
            quantity: words::number(usize::from(order.quantity)),
            price: request.total().map(|total| badges::price(total, currency)).unwrap_or_default(),
            answers: answers.into_iter().map(|(question, answer)| (question.to_string(), answer)).collect(),
        })
    };
    session.read(read).flatten()
}

/// The panel; nothing for a request that did not come from the catalogue.
#[component]
pub fn Ordered(
    id: RequestId,
    /// Whether it stands in the portal: its links then stay there.
    #[prop(optional)]
    portal: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = Memo::new(move |_| shown(session, id, portal));
    move || {
        shown.get().map(|shown| {
            let fact = |(label, value): (String, String)| view! { <Fact label>{value}</Fact> };
            let some = |label: &'static str, value: String| (!value.is_empty()).then(|| (label.to_owned(), value));
            let head = [
                some("Offering", shown.offering),
                some("Quantity", shown.quantity),
                some("Price altogether", shown.price),
            ];
            let version = (!portal).then(|| ("Version ordered from".to_owned(), shown.version));
            let facts: Vec<_> = head.into_iter().flatten().chain(shown.answers).chain(version).collect();
            view! {
                <Panel title="What was ordered" class="request-ordered">
                    <Facts>
                        <Fact label="Service"><a href=shown.href>{shown.service}</a></Fact>
                        {facts.into_iter().map(fact).collect_view()}
                    </Facts>
                </Panel>
            }
        })
    }
}
