//! "What fails with it": a hint beside the item of an incident, and on the item's own page. It proposes, it never sets.

use itsm::ItemId;
use itsm::configuration::{Node, Question, fate_sentence, impact};
use leptos::prelude::*;

use super::nodes;
use crate::session::Session;
use crate::ui::Panel;
use crate::views::words;

/// More sentences are not read during a call.
const MOST: usize = 5;

/// What becomes of services when the item fails.
#[derive(Clone, Default, PartialEq)]
struct Answer {
    fails: Vec<String>,
    survives: Vec<String>,
}

fn answer(desk: &itsm::Desk, item: ItemId) -> Answer {
    let found = impact(desk.configuration(), &Question::of([Node::Item(item)]));
    let services = found.touched().filter(|(node, _)| node.service().is_some());
    let (fails, survives): (Vec<_>, Vec<_>) = services.partition(|(_, fate)| fate.is_out());
    let said = |list: Vec<(Node, _)>| list.into_iter().map(|(node, _)| fate_sentence(desk, &found, node)).collect();
    Answer { fails: said(fails), survives: said(survives) }
}

/// The panel. Stands on a page, or in a form beside the field with the item; shows nothing while there is no item.
#[component]
pub fn FailsWith(
    /// The item, followed.
    #[prop(into)]
    item: Signal<Option<ItemId>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let item = item.get()?;
        // Where nobody has described the item, silence says more than "nothing needs it".
        let known = |workspace: &workspace::Workspace| {
            let desk = workspace.desk();
            desk.configuration().item(item).map(|_| (item, answer(desk, item)))
        };
        session.read(known).flatten()
    });
    let body = move |(item, answer): (ItemId, Answer)| {
        let href = nodes::impact_of([Node::Item(item)]).href();
        let hint = match answer.fails.len() {
            0 if answer.survives.is_empty() => {
                "No service is known to need it. If people are stopped all the same, write that need down.".to_owned()
            }
            0 => "No service fails: redundancy carries it. That speaks for a low impact, while it lasts.".to_owned(),
            1 => "One service fails: that speaks for a higher impact. You decide; nothing is set.".to_owned(),
            many => words::number(many) + " services fail: that speaks for a high impact. You decide; nothing is set.",
        };
        let line = |text: String| view! { <li>{text}</li> };
        let lines: Vec<String> = answer.fails.into_iter().chain(answer.survives).collect();
        let more = lines.len().saturating_sub(MOST);
        view! {
            <Panel title="What fails with it" class="fails-with">
                <p class="fails-hint">{hint}</p>
                <ul class="plain">
                    {lines.into_iter().take(MOST).map(line).collect_view()}
                    {(more > 0).then(|| view! { <li class="hint">"and "{words::number(more)}" more"</li> })}
                </ul>
                <p class="fails-more"><a href=href>"See the whole picture"</a></p>
            </Panel>
        }
    };
    (move || found.get().map(body)).into_any()
}
