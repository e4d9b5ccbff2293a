//! The steps in order, and the form of one of them.

use learning::stream::{
    Activity, Minutes, Name, Placed, Refusal, ReturnShare, Rework, Step, StepId, Stream, TakenShare, Words,
};
use leptos::prelude::*;

use super::Desk;
use crate::browser::dom;
use crate::ui::{Button, Choice, Field, Kind, Select, TextInput};

const FORM: &str = "stream-step";
const ADD: &str = "stream-add";

/// What moves a step; after it has moved, the same is at hand for it in its new place.
#[derive(Clone, Copy)]
enum Way {
    Earlier,
    Later,
}

impl Way {
    fn word(self) -> &'static str {
        match self {
            Way::Earlier => "Earlier",
            Way::Later => "Later",
        }
    }

    fn id(self, step: StepId) -> String {
        format!("{}-{}", self.word(), step.0)
    }
}

fn change_id(step: StepId) -> String {
    format!("change-{}", step.0)
}

/// Moves the focus to the control in the element with this id, once the list stands anew.
fn focus_soon(id: String) {
    dom::soon(move || dom::focus_within(&id));
}

/// The list, and the form while one is open.
pub fn list(desk: Desk) -> AnyView {
    // Which step is at hand; a number that none has for a new one.
    let at = RwSignal::new(None::<StepId>);
    let stream = Memo::new(move |_| desk.open.with(|open| open.as_ref().map(|open| open.stream.clone())));
    let lines = move || {
        let steps = stream.get().map(|stream| stream.steps().to_vec()).unwrap_or_default();
        let last = steps.len().saturating_sub(1);
        steps.into_iter().enumerate().map(|(place, one)| line(desk, at, place, last, one)).collect_view()
    };
    let add = move |()| {
        let fresh = desk.open.with_untracked(|open| {
            open.as_ref().map(|open| Stream::fresh_id(std::iter::once(&open.stream).chain(&open.before)))
        });
        at.set(fresh);
        dom::soon(|| dom::focus_within(FORM));
    };
    let form = move || at.get().zip(stream.get()).map(|(id, stream)| form(desk, at, id, &stream));
    view! {
        <section aria-labelledby="stream-steps">
            <h2 id="stream-steps">"Steps"</h2>
            <ol class="learn-points">{lines}</ol>
            {form}
            <div class="form-actions" id=ADD><Button label="Add a step" on_press=add /></div>
        </section>
    }
    .into_any()
}

fn line(desk: Desk, at: RwSignal<Option<StepId>>, place: usize, last: usize, Placed { id, step }: Placed) -> AnyView {
    let name = step.name.as_str().to_owned();
    let time = |minutes: f64| (Words::english().time)(minutes);
    let told = format!(
        "{} · {} · {} work after {} waiting",
        step.activity.name(),
        step.owner.as_str(),
        time(step.touch.get()),
        time(step.wait.get())
    );
    let change = move |()| {
        at.set(Some(id));
        dom::soon(|| dom::focus_within(FORM));
    };
    let mover = move |way: Way, to: usize| {
        let press = move |()| {
            if desk.edit(|stream| stream.move_to(id, to)) {
                focus_soon(if to == 0 {
                    Way::Later.id(id)
                } else if to == last {
                    Way::Earlier.id(id)
                } else {
                    way.id(id)
                });
            }
        };
        view! { <span id=way.id(id)><Button label=way.word() kind=Kind::Quiet on_press=press /></span> }
    };
    let up = (place > 0).then(|| mover(Way::Earlier, place - 1));
    let down = (place < last).then(|| mover(Way::Later, place + 1));
    let remove = move |()| {
        if desk.edit(|stream| stream.remove(id)) {
            focus_soon(ADD.to_owned());
        }
    };
    view! {
        <li class="learn-earlier">
            <span><strong>{name}</strong>" "<span class="learn-what">{told}</span></span>
            <span class="learn-buttons">
                <span id=change_id(id)><Button label="Change" kind=Kind::Quiet on_press=change /></span>
                {up}
                {down}
                <Button label="Remove" kind=Kind::Quiet on_press=remove />
            </span>
        </li>
    }
    .into_any()
}

/// What is typed of a step.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    activity: RwSignal<String>,
    owner: RwSignal<String>,
    touch: RwSignal<String>,
    wait: RwSignal<String>,
    back: RwSignal<String>,
    to: RwSignal<String>,
    taken: RwSignal<String>,
}

fn form(desk: Desk, at: RwSignal<Option<StepId>>, id: StepId, stream: &Stream) -> AnyView {
    let known = stream.step(id).cloned();
    let text = |text: String| RwSignal::new(text);
    let of = |read: fn(&Step) -> String| known.as_ref().map(read).unwrap_or_default();
    let first = stream.vocabulary().activities().first().map_or("", |activity| activity.code());
    let fields = Fields {
        name: text(of(|step| step.name.as_str().to_owned())),
        activity: text(known.as_ref().map_or(first, |step| step.activity.code()).to_owned()),
        owner: text(of(|step| step.owner.as_str().to_owned())),
        touch: text(of(|step| step.touch.get().to_string())),
        wait: text(of(|step| step.wait.get().to_string())),
        back: text(of(|step| step.rework.as_ref().map_or(String::new(), |back| percent(back.share.get())))),
        to: text(of(|step| step.rework.as_ref().map_or(String::new(), |back| back.to.0.to_string()))),
        taken: text(known.as_ref().map_or("100".to_owned(), |step| percent(step.taken.get()))),
    };
    let activities: Vec<Choice> =
        stream.vocabulary().activities().iter().map(|one| Choice::new(one.code(), one.name())).collect();
    let place = stream.place(id);
    let earlier = stream.steps().iter().take(place.map_or(usize::MAX, |place| place + 1)).filter(|one| one.id != id);
    let mut targets = vec![Choice::new("", "Nowhere")];
    targets.extend(earlier.map(|one| Choice::new(one.id.0.to_string(), one.step.name.as_str())));
    let vocabulary = stream.vocabulary();
    let leave = move || {
        at.set(None);
        let stands = desk.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.stream.place(id).is_some()));
        focus_soon(if stands { change_id(id) } else { ADD.to_owned() });
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let kept = desk.edit(|stream| {
            let step = fields.step(|code| Activity::from_code(vocabulary, code))?;
            match stream.place(id) {
                Some(_) => stream.change(id, step),
                None => stream.add(id, stream.steps().len(), step),
            }
        });
        if kept {
            leave();
        }
    };
    view! {
        <form id=FORM class="form panel" novalidate on:submit=save aria-label="A step">
            <Field label="What is done" required=true><TextInput value=fields.name /></Field>
            <Field label="Activity"><Select choices=Signal::stored(activities) value=fields.activity /></Field>
            <Field label="Who does it" hint="A team or a role" required=true><TextInput value=fields.owner /></Field>
            <Field label="Work, in minutes" required=true><TextInput value=fields.touch /></Field>
            <Field label="Waiting before it, in minutes of working time"><TextInput value=fields.wait /></Field>
            <Field label="Of 100 items, so many take this step"><TextInput value=fields.taken /></Field>
            <Field label="Of 100, so many go back from here"><TextInput value=fields.back /></Field>
            <Field label="Back to"><Select choices=Signal::stored(targets) value=fields.to /></Field>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Keep the step"</button>
                <Button label="Leave it" kind=Kind::Quiet on_press=move |()| leave() />
            </div>
        </form>
    }
    .into_any()
}

fn percent(share: f64) -> String {
    format!("{}", (share * 1_000.0).round() / 10.0)
}

/// A number as people type it; what is no number is refused by what it is for.
fn number(text: &str) -> f64 {
    let text = text.trim();
    if text.is_empty() { 0.0 } else { text.replace(',', ".").parse().unwrap_or(f64::NAN) }
}

impl Fields {
    fn step(self, activity: impl Fn(&str) -> Option<Activity>) -> Result<Step, Refusal> {
        let get = |signal: RwSignal<String>| signal.get_untracked();
        let back = number(&get(self.back)) / 100.0;
        let to = get(self.to).parse().ok().map(StepId);
        let rework = match to.filter(|_| back != 0.0) {
            Some(to) => Some(Rework { to, share: ReturnShare::new(back)? }),
            None => None,
        };
        Ok(Step {
            name: Name::new(&get(self.name))?,
            activity: activity(&get(self.activity)).unwrap_or(Activity::Plan),
            owner: Name::new(&get(self.owner))?,
            touch: Minutes::new(number(&get(self.touch)))?,
            wait: Minutes::new(number(&get(self.wait)))?,
            rework,
            taken: TakenShare::new(number(&get(self.taken)) / 100.0)?,
        })
    }
}
