//! Registering an improvement: from an idea, from another record, or from what the figures propose.

use std::sync::Arc;

use itsm::improvement::{Command as Ask, Event, Measure, Reading, Scale, Statement, priority};
use itsm::{Command, Happening, PersonId, RecordId};
use leptos::prelude::*;
use workspace::improving::{self, Proposal};
use workspace::query::{key_of, key_text};

use super::fields::{Judging, MeasureFields, ReadingFields, Unread, last_weeks};
use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::{Declined, Session};
use crate::ui::{
    Button, Choice, ComboBox, DateInput, DerivedValue, Field, Kind, LinkButton, PriorityBars, RadioGroup, TextArea,
    TextInput, Toaster,
};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

/// The page. Its address may name the record that leads to it, or a proposal.
pub fn page() -> AnyView {
    let location = expect_context::<Location>();
    // While the path stays, so does the page: the parameters are asked of the address itself.
    let parameters = StoredValue::new(match location.route_untracked() {
        Route::Practice(_, Spot::New(parameters)) => parameters,
        _ => String::new(),
    });
    view! { <WithDesk><Form parameters=parameters.get_value() /></WithDesk> }.into_any()
}

const FIELDS: &[&str] = &["summary", "owner", "measure", "baseline", "target"];

/// A parameter of the address, decoded as far as ours are encoded.
fn parameter(parameters: &str, name: &str) -> Option<String> {
    let mut pairs = parameters.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    Some(value.replace("%23", "#").replace("%2F", "/").replace("%3A", ":"))
}

/// The steps of a scale, as choices.
pub fn scale(least: &'static str, most: &'static str) -> Vec<Choice> {
    let label = |step: u8| match step {
        1 => ["1, ", least].concat(),
        5 => ["5, ", most].concat(),
        step => step.to_string(),
    };
    Scale::all().map(|scale| Choice::new(scale.step().to_string(), label(scale.step()))).collect()
}

/// The step that is chosen.
pub fn chosen_scale(signal: RwSignal<String>) -> Scale {
    signal.with(|text| text.parse().ok().and_then(Scale::new)).unwrap_or(Scale::MIDDLE)
}

/// What the form begins with.
struct Beginning {
    from: Option<RecordId>,
    origin: Option<(String, String, String)>,
    proposal: Option<Proposal>,
}

fn beginning(session: Session, parameters: &str) -> Beginning {
    let now = session.turned.get_untracked();
    let key = parameter(parameters, "propose");
    let number = parameter(parameters, "from");
    session
        .peek(|workspace| {
            let proposals = key.map(|key| (improving::proposals(workspace, now), key));
            let proposal = proposals.and_then(|(all, key)| all.into_iter().find(|one| one.key == key));
            let named = number.and_then(|number| workspace.desk().find_record(&number));
            let from = named.or_else(|| proposal.as_ref().and_then(|one| one.from));
            let card = from.and_then(|id| workspace.desk().card(id));
            let origin = card.map(|card| (Route::record(&card).href(), card.number, card.title));
            Beginning { from, origin, proposal }
        })
        .unwrap_or(Beginning { from: None, origin: None, proposal: None })
}

#[component]
fn Form(parameters: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let Beginning { from, origin, proposal } = beginning(session, &parameters);
    let weeks = last_weeks(session, session.turned.get_untracked());
    let begun = proposal.unwrap_or_else(|| Proposal {
        key: String::new(),
        reason: String::new(),
        summary: String::new(),
        measure: None,
        days: weeks,
        target: None,
        from: None,
        counts: None,
    });
    let measure = begun.measure.map(|(of, scope)| Measure::Desk(of, scope));
    let reading = begun.days.map(|(first, last)| Reading::Days { first, last });
    let judging = Judging::of(measure.as_ref(), reading, begun.target, None);
    let reason = if begun.reason.is_empty() { String::new() } else { begun.reason + "." };
    let (summary, why) = (RwSignal::new(begun.summary), RwSignal::new(reason));
    let (effort, benefit) = (RwSignal::new("3".to_owned()), RwSignal::new("3".to_owned()));
    let owner = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Declined>);
    let unread = RwSignal::new(None::<Unread>);
    let error_of = move |names: &'static [&'static str]| {
        Signal::derive(move || {
            let unread = unread.get().filter(|(field, _)| names.contains(field)).map(|(_, text)| text.to_owned());
            unread.or_else(|| refusal.get().filter(|why| why.is_about(names)).map(|why| why.sentence()))
        })
    };
    let general = move || refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
    let mut drafted =
        vec![("summary", summary), ("why", why), ("effort", effort), ("benefit", benefit), ("owner", owner)];
    drafted.extend(judging.drafted());
    let kept = session.keep_draft(&("improvement-".to_owned() + &parameters), drafted, None);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        refusal.set(None);
        let text = |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
        let mut statement = Statement {
            summary: text(summary),
            why: text(why),
            effort: untrack(|| chosen_scale(effort)),
            benefit: untrack(|| chosen_scale(benefit)),
            owner: owner.with_untracked(|text| key_of(text)).map(PersonId),
            measure: None,
            baseline: None,
            target: None,
            due: None,
        };
        let filled = untrack(|| judging.fill(&mut statement));
        unread.set(filled.err());
        if filled.is_err() {
            return;
        }
        match session.give(Command::Improvement(Ask::Register { statement: Box::new(statement), from })) {
            Ok(events) => {
                let id = events.iter().find_map(|event| match event.what {
                    Happening::Improvement(id, Event::Registered(_)) => Some(id),
                    _ => None,
                });
                let number = id.and_then(|id| session.peek(|workspace| workspace.desk().improvements().number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is registered");
                location.go(&Practice::Improvement.at(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let derived = move || priority(chosen_scale(effort), chosen_scale(benefit)).0;
    let has_measure = Memo::new(move |_| judging.measure.with(|word| !word.is_empty()));
    view! {
        <Page title="Register an improvement" note="An idea is enough to begin with. Before it is approved it needs a measure, a baseline and a target, so that somebody can see whether it helped." class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                {origin.map(|(href, number, title)| view! {
                    <section class="panel" aria-labelledby="improvement-from">
                        <h2 id="improvement-from">"It comes from"</h2>
                        <p><a href=href>{number}</a>" "{title}</p>
                    </section>
                })}
                <Field label="Summary" hint="In one line, what becomes better?" required=true error=error_of(&["summary"])>
                    <TextInput value=summary />
                </Field>
                <Field label="Why" hint="Who gains what, and what shows that it is worth doing?">
                    <TextArea value=why rows=3 />
                </Field>
                <div class="form-row">
                    <Field label="Effort" group=true required=true>
                        <RadioGroup choices=scale("little", "a great deal") value=effort beside=true />
                    </Field>
                    <Field label="Benefit" group=true required=true>
                        <RadioGroup choices=scale("little", "a great deal") value=benefit beside=true />
                    </Field>
                </div>
                <Field label="Priority" derived="benefit less effort; two steps or more to the good is 1">
                    <DerivedValue>{move || view! { <PriorityBars level=derived() /> }}</DerivedValue>
                </Field>
                <Field label="Owner" hint="Who answers for it. Needed before it is accepted." error=error_of(&["owner"])>
                    <ComboBox choices=choices::people(session, owner) list_label="People" value=owner />
                </Field>
                <Button label="I own it" kind=Kind::Quiet on_press=move |()| owner.set(key_text(session.me().0)) />
                <MeasureFields judging error=error_of(&["measure"]) />
                {move || has_measure.get().then(|| view! {
                    <ReadingFields judging label="Baseline" error=error_of(&["baseline", "value", "days"]) />
                    <Field label="Target" hint="What would be good enough? A number in the measure’s unit." error=error_of(&["target"])>
                        <TextInput value=judging.target />
                    </Field>
                })}
                <Field label="Due date" hint="Needed before the work begins."><DateInput value=judging.due /></Field>
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Register improvement"</button>
                    <LinkButton label="Back to the register" kind=Kind::Quiet href=Practice::Improvement.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
