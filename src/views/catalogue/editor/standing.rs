//! What is planned around a service: its days, what it costs its provider, how it stands among the others.

use itsm::ServiceId;
use itsm::catalogue::{Content, Cost, Day, Edit, Rank, Slot};
use leptos::prelude::*;
use workspace::catalogue::typed;

use super::super::anchor::anchor;
use super::super::slot::{Look, Saving, SlotField, Slotted, tie_part};
use super::business::day;
use super::section::Section;
use crate::session::Session;
use crate::ui::{Choice, Field, Select};

/// One of the two costs. The other stays as it is stored.
fn cost(session: Session, service: ServiceId, part: &'static str, of: fn(&mut Cost) -> &mut u64) -> Slotted {
    let show = move |content: &Content| {
        let mut cost = content.cost;
        match *of(&mut cost) {
            0 => String::new(),
            amount => typed::amount(amount),
        }
    };
    let read = move |text: &str| {
        let amount = typed::cents(text).map_err(str::to_owned)?;
        let mut cost = stored(session, service, |content| content.cost);
        *of(&mut cost) = amount;
        Ok(Edit::Cost(cost))
    };
    tie_part(service, Slot::Cost, part, Saving::OnLeave, show, read)
}

fn rank(session: Session, service: ServiceId, part: &'static str, of: fn(&mut Rank) -> &mut Option<u8>) -> Slotted {
    let show = move |content: &Content| {
        let mut rank = content.rank;
        of(&mut rank).map(|rank| rank.to_string()).unwrap_or_default()
    };
    let read = move |text: &str| {
        let mut rank = stored(session, service, |content| content.rank);
        *of(&mut rank) = text.parse().ok();
        Ok(Edit::Rank(rank))
    };
    tie_part(service, Slot::Rank, part, Saving::AtOnce, show, read)
}

fn stored<T: Default>(session: Session, service: ServiceId, of: impl Fn(&Content) -> T) -> T {
    let read = session.peek(|workspace| workspace.desk().portfolio().listing(service).map(|one| of(&one.draft)));
    read.flatten().unwrap_or_default()
}

/// The fields.
#[component]
pub fn StandingFields(service: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let monthly = cost(session, service, "-monthly", |cost| &mut cost.monthly);
    let per_order = cost(session, service, "-order", |cost| &mut cost.per_order);
    let currency = move || session.read(|workspace| workspace.desk().portfolio().settings().currency.to_string());
    let ranks = [
        ("Value", "To its customers.", rank(session, service, "-value", |rank| &mut rank.value)),
        ("Cost", "To provide it.", rank(session, service, "-cost", |rank| &mut rank.cost)),
        ("Demand", "How much it is wanted.", rank(session, service, "-demand", |rank| &mut rank.demand)),
        ("Risk", "What can go wrong.", rank(session, service, "-risk", |rank| &mut rank.risk)),
    ];
    let steps = || {
        let words = ["1, least", "2", "3", "4", "5, most"];
        (1..).zip(words).map(|(step, word): (u8, &str)| Choice::new(step.to_string(), word)).collect::<Vec<_>>()
    };
    let one = move |(label, hint, tied): (&'static str, &'static str, Slotted)| {
        view! { <Field label hint=hint><Select choices=steps() value=tied.value placeholder="Not said" /></Field> }
    };
    view! {
        <Section id="section-standing" title="Dates, costs and rank" first=false
            note="Colleagues see these, customers only the days on which it is offered.">
            <div class="form-row">
                <SlotField tied=day(service, Day::Review) label=Day::Review.label() look=Look::Day
                    hint="When somebody looks whether all of this still holds." />
                <SlotField tied=day(service, Day::From) label=Day::From.label() look=Look::Day hint="The first day." />
                <SlotField tied=day(service, Day::To) label=Day::To.label() look=Look::Day hint="The last day." />
            </div>
            <p class="slot-group" id=anchor(Slot::Cost)>"What it costs to provide, in "{currency}</p>
            <div class="form-row">
                <SlotField tied=monthly label="Each month" look=Look::Line within=true hint="However many orders there are." />
                <SlotField tied=per_order label="Each order" look=Look::Line within=true hint="Besides, for every order." />
            </div>
            <p class="slot-group" id=anchor(Slot::Rank)>"How it stands among the other services"</p>
            <div class="form-row ranks">{ranks.into_iter().map(one).collect_view()}</div>
        </Section>
    }
    .into_any()
}
