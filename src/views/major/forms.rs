//! Forms of a major incident: reasons, people, the plan, updates, moments, looking back.

use std::sync::Arc;

use itsm::major::{Command as Ask, LookBack, Major, Part, Plan, Review, What, linked};
use itsm::{Command, IncidentId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::shown;
use crate::session::{Declined, Session};
use crate::ui::{Button, Choice, ComboBox, DateTimeInput, Field, Kind, RadioGroup, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::words;

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Propose,
    Accept,
    Reject,
    Demote,
    GivePart,
    Plan,
    Update,
    Log,
    Swarm,
    LookBack,
    Waive,
}

impl Wanted {
    /// The dialog's heading.
    pub fn title(self) -> &'static str {
        match self {
            Wanted::Propose => "Propose as a major incident",
            Wanted::Accept => "Accept as a major incident",
            Wanted::Reject => "Reject as a major incident",
            Wanted::Demote => "It is no major incident after all",
            Wanted::GivePart => "Who does what",
            Wanted::Plan => "Plan the communication",
            Wanted::Update => "Tell an update",
            Wanted::Log => "Write the timeline",
            Wanted::Swarm => "Note a swarm",
            Wanted::LookBack => "Look back",
            Wanted::Waive => "Waive looking back",
        }
    }
}

/// The form of what is wanted.
pub fn form(id: IncidentId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Accept => view! { <AcceptForm id asking /> }.into_any(),
        Wanted::GivePart => view! { <PartForm id asking /> }.into_any(),
        Wanted::Plan => view! { <PlanForm id asking /> }.into_any(),
        Wanted::Update => view! { <UpdateForm id asking /> }.into_any(),
        Wanted::Log => view! { <LogForm id asking /> }.into_any(),
        Wanted::Swarm => view! { <SwarmForm id asking /> }.into_any(),
        Wanted::LookBack => view! { <LookBackForm id asking /> }.into_any(),
        Wanted::Propose | Wanted::Reject | Wanted::Demote | Wanted::Waive => {
            view! { <ReasonForm id wanted asking /> }.into_any()
        }
    }
}

fn of_major<T>(session: Session, id: IncidentId, read: impl FnOnce(&Major) -> T) -> Option<T> {
    session.peek(|workspace| workspace.desk().majors().get(&id).map(read)).flatten()
}

/// A draft's name that no other form has.
fn draft(session: Session, id: IncidentId, form: &str) -> String {
    ["major-", form, "-", &shown::number(session, id)].concat()
}

fn text(signal: RwSignal<String>) -> Arc<str> {
    signal.get_untracked().into()
}

fn person(signal: RwSignal<String>) -> Option<PersonId> {
    signal.with_untracked(|text| key_of(text)).map(PersonId)
}

#[component]
fn ReasonForm(id: IncidentId, wanted: Wanted, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let (incident, because) = (id, text(reason));
        let (ask, done) = match wanted {
            Wanted::Propose => (Ask::Propose { incident, because }, "Proposed"),
            Wanted::Reject => (Ask::Reject { incident, because }, "Rejected"),
            Wanted::Demote => (Ask::Demote { incident, because }, "Demoted"),
            _ => (Ask::Waive { incident, because }, "Waived"),
        };
        asking.give(Command::Major(ask), done);
    };
    let (verb, hint) = match wanted {
        Wanted::Propose => ("Propose", "Which of the agreed criteria is met? Whom does it stop from working?"),
        Wanted::Reject => ("Reject", "Why does the usual way do? Whoever proposed it will meet the same case again."),
        Wanted::Demote => ("Demote", "What turned out? Everybody who was called together will ask."),
        _ => ("Waive", "Why is there nothing to learn from it?"),
    };
    view! {
        <FormFrame form=asking label=verb error=asking.error_beside(&["reason"]) submit>
            <Field label="Reason" hint required=true error=asking.error_of("reason")><TextArea value=reason rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn AcceptForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let manager = RwSignal::new(String::new());
    let submit = move || {
        asking.give(Command::Major(Ask::Accept { incident: id, manager: person(manager) }), "Accepted");
    };
    view! {
        <FormFrame form=asking label="Accept" error=asking.error_beside(&["manager"]) submit>
            <p class="form-note">"From now on it has a procedure of its own: one person leads it, users hear at agreed times, and somebody looks back."</p>
            <Field label="Major incident manager" hint="Leads it. It need not be the one who knows the technology." required=true error=asking.error_of("manager")>
                <ComboBox choices=choices::people(session, manager) list_label="People" value=manager />
            </Field>
            <Button label="I lead it" kind=Kind::Quiet on_press=move |()| manager.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn PartForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let part = RwSignal::new(Part::Communications.word().to_owned());
    let who = RwSignal::new(String::new());
    let submit = move || {
        let word = part.get_untracked();
        let part = Part::ALL.into_iter().find(|part| part.word() == word).unwrap_or(Part::Communications);
        asking.give(
            Command::Major(Ask::GivePart { incident: id, part, person: person(who) }),
            part.word().to_owned() + " named",
        );
    };
    let detail = |part: Part| match part {
        Part::Manager => "Brings people together, decides, keeps the time.",
        Part::Communications => "Tells users and managers what is known, when it was promised.",
        Part::Technical => "Leads the search for a way to restore the service.",
    };
    let parts: Vec<Choice> =
        Part::ALL.into_iter().map(|part| Choice::new(part.word(), part.word()).with_detail(detail(part))).collect();
    view! {
        <FormFrame form=asking label="Name them" error=asking.error_beside(&["person", "manager"]) submit>
            <Field label="Part" group=true required=true><RadioGroup choices=parts value=part /></Field>
            <Field label="Person" hint="Nobody takes the part away." error=asking.error_of("person")>
                <ComboBox choices=choices::people(session, who) list_label="People" value=who />
            </Field>
            <div class="form-error" role="alert">{move || asking.error_of("manager").get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <Button label="I do it" kind=Kind::Quiet on_press=move |()| who.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn PlanForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = of_major(session, id, |major| major.plan.clone().map(|(plan, _)| plan)).flatten();
    let (audience, channel, every) = now.map_or_else(
        || (String::new(), String::new(), "30".to_owned()),
        |plan| (plan.audience.to_string(), plan.channel.to_string(), plan.every_minutes.to_string()),
    );
    let (audience, channel, every) = (RwSignal::new(audience), RwSignal::new(channel), RwSignal::new(every));
    let submit = move || {
        let every_minutes = every.with_untracked(|text| text.trim().parse().unwrap_or(0));
        let plan = Plan { audience: text(audience), channel: text(channel), every_minutes };
        asking.give(Command::Major(Ask::Plan { incident: id, plan }), "Planned");
    };
    view! {
        <FormFrame form=asking label="Plan it" error=asking.error_beside(&["audience", "channel", "minutes"]) submit>
            <Field label="Audience" hint="Who has to know? Name users and managers." required=true error=asking.error_of("audience")><TextInput value=audience /></Field>
            <Field label="Channel" hint="Where do they hear of it?" required=true error=asking.error_of("channel")><TextInput value=channel /></Field>
            <Field label="Business minutes between updates" hint="An update is due even if nothing is new: silence makes people call." required=true error=asking.error_of("minutes")><TextInput value=every /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn UpdateForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let words_of = RwSignal::new(String::new());
    let kept = session.keep_draft(&draft(session, id, "update"), vec![("text", words_of)], None);
    let count = session.peek(|workspace| linked(workspace.desk(), id).len()).unwrap_or(0) + 1;
    let submit = move || {
        let ask = Command::Major(Ask::Update { incident: id, text: text(words_of) });
        if session.would(ask.clone()).is_ok() {
            kept.settle();
        }
        asking.give(ask, "The update is told");
    };
    let hint = "It becomes a public reply in this incident and in all that hang on it: ".to_owned()
        + &words::count(count, "incident", "incidents")
        + ", as far as they are not closed.";
    view! {
        <FormFrame form=asking label="Tell them" error=asking.error_beside(&["text"]) submit>
            <p class="form-note">"Say what does not work, what is being done, and when you will tell more. In the users’ words, without guesses."</p>
            <Field label="Text" hint required=true error=asking.error_of("text")><TextArea value=words_of rows=5 /></Field>
        </FormFrame>
    }
    .into_any()
}

/// The time on the desk's clock, in its zone, for a field; and back.
fn local_now(session: Session) -> String {
    words::machine(session.zone().local(session.now.get_untracked()))
}

/// The instant that a field names, in the desk's zone. The present one if nothing is chosen.
fn instant(session: Session, field: RwSignal<String>) -> chrono::DateTime<chrono::Utc> {
    let now = session.now.get_untracked();
    let typed = field.get_untracked();
    let zone = session.peek(workspace::measures::Period::zone_of).unwrap_or(itsm::calendar::Zone::UTC);
    let local = words::from_machine(&typed).and_then(|read| zone.resolve(read.naive_utc()));
    // The field has no seconds: the minute that runs now is now.
    local.filter(|_| typed != local_now(session)).unwrap_or(now)
}

#[component]
fn LogForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let what = RwSignal::new("Found".to_owned());
    let words_of = RwSignal::new(String::new());
    let when = RwSignal::new(local_now(session));
    let kept = session.keep_draft(&draft(session, id, "moment"), vec![("text", words_of)], None);
    let submit = move || {
        let kind = match what.get_untracked().as_str() {
            "Done" => What::Done,
            "Decided" => What::Decided,
            _ => What::Found,
        };
        let ask =
            Command::Major(Ask::Log { incident: id, what: kind, text: text(words_of), when: instant(session, when) });
        if session.would(ask.clone()).is_ok() {
            kept.settle();
        }
        asking.give(ask, "Written down");
    };
    let kinds = vec![Choice::new("Found", "Found"), Choice::new("Done", "Done"), Choice::new("Decided", "Decided")];
    view! {
        <FormFrame form=asking label="Write it down" error=asking.error_beside(&["text", "time"]) submit>
            <Field label="What kind?" group=true required=true><RadioGroup choices=kinds value=what beside=true /></Field>
            <Field label="Text" hint="Only colleagues read it; the report is made of it." required=true error=asking.error_of("text")><TextArea value=words_of rows=3 /></Field>
            <Field label="When" error=asking.error_of("time")><DateTimeInput value=when /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn SwarmForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let people = RwSignal::new(Vec::<PersonId>::new());
    let next = RwSignal::new(String::new());
    let words_of = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(id) = next.with(|text| key_of(text)).map(PersonId) {
            people.update(|people| {
                if !people.contains(&id) {
                    people.push(id)
                }
            });
            next.set(String::new());
        }
    });
    let submit = move || {
        let what = What::Swarmed(people.get_untracked());
        let when = session.now.get_untracked();
        asking.give(Command::Major(Ask::Log { incident: id, what, text: text(words_of), when }), "Written down");
    };
    let name = move |id: PersonId| {
        session.peek(|workspace| workspace.desk().directory().person(id).to_owned()).unwrap_or_default()
    };
    let row = move |id: PersonId| {
        let label = "Take out ".to_owned() + &name(id);
        let remove = move |()| people.update(|people| people.retain(|one| *one != id));
        view! { <li class="swarm-person"><span>{name(id)}</span><Button label kind=Kind::Quiet picture=crate::ui::Picture::Close icon_only=true on_press=remove /></li> }
    };
    view! {
        <FormFrame form=asking label="Write it down" error=asking.error_beside(&["people", "person", "text"]) submit>
            <p class="form-note">"Swarming: many stakeholders work together until it is clear who is best placed to go on. It is not an escalation: nobody hands it up or away."</p>
            <Field label="Who worked together?" hint="Choose one after the other." error=Signal::derive(move || asking.error_of("people").get().or_else(|| asking.error_of("person").get()))>
                <ComboBox choices=choices::people(session, next) list_label="People" value=next />
            </Field>
            <ul class="plain" aria-label="In the swarm"><For each=move || people.get() key=|id| *id children=row /></ul>
            <Field label="What came of it?" hint="Who goes on with what?" required=true error=asking.error_of("text")><TextArea value=words_of rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn LookBackForm(id: IncidentId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = of_major(session, id, |major| match &major.look_back {
        Some(LookBack::Written(review)) => Review::clone(review),
        _ => Review::default(),
    })
    .unwrap_or_default();
    let field = |text: &str| RwSignal::new(text.to_owned());
    let (summary, well) = (field(&now.summary), field(&now.went_well));
    let (badly, learned) = (field(&now.went_badly), field(&now.learned));
    let fields = vec![("summary", summary), ("well", well), ("badly", badly), ("learned", learned)];
    let kept = session.keep_draft(&draft(session, id, "report"), fields, None);
    let submit = move || {
        let review =
            Review { summary: text(summary), went_well: text(well), went_badly: text(badly), learned: text(learned) };
        let ask = Command::Major(Ask::LookBack { incident: id, review: Box::new(review) });
        let would: Result<(), Declined> = session.would(ask.clone());
        if would.is_ok() {
            kept.settle();
        }
        asking.give(ask, "Written into the report");
    };
    view! {
        <FormFrame form=asking label="Write it" error=asking.error_beside(&["learned"]) submit>
            <p class="form-note">"Without blame: ask how it could happen, not who did it. Impact and timeline follow from the journal."</p>
            <Field label="Summary" hint="What failed, for whom, and how was it restored?"><TextArea value=summary rows=3 /></Field>
            <Field label="What went well"><TextArea value=well rows=3 /></Field>
            <Field label="What did not"><TextArea value=badly rows=3 /></Field>
            <Field label="What was learned" required=true error=asking.error_of("learned")><TextArea value=learned rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}
