//! The guided path of the chosen edition: seven steps, what was written at each, and where to go on.

use itsm::improvement::{Action, Answer, Command as Ask, Model, Step};
use itsm::{Command, ImprovementId};
use learning::ImprovementPath;
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui::{Button, Field, Icon, Kind, Panel, Picture, TextArea, TextInput, Toaster};
use crate::views::{undo, words};

/// A step, ready to be shown.
#[derive(Clone, PartialEq)]
struct Shown {
    step: Step,
    answer: Option<Answer>,
    who: String,
    is_next: bool,
}

fn steps(workspace: &Workspace, id: ImprovementId, model: Model, zone: Zone) -> Vec<Shown> {
    let Ok(one) = workspace.desk().improvements().get(id) else { return vec![] };
    let next = one.next_step(model);
    let shown = |step: Step| {
        let taken = one.path.get(&step);
        let who = taken.map(|taken| {
            workspace.desk().directory().person(taken.by).to_owned() + ", " + &words::date_time(zone.local(taken.at))
        });
        Shown {
            step,
            answer: taken.map(|taken| taken.answer.clone()),
            who: who.unwrap_or_default(),
            is_next: next == Some(step),
        }
    };
    Step::all(model).map(shown).collect()
}

/// How many steps were written on the other path.
fn on_other(workspace: &Workspace, id: ImprovementId, model: Model) -> usize {
    let count = |one: &itsm::improvement::Improvement| one.path.keys().filter(|step| step.model() != model).count();
    workspace.desk().improvements().get(id).map(count).unwrap_or(0)
}

fn model_of(path: ImprovementPath) -> Model {
    match path {
        ImprovementPath::Questions => Model::Questions,
        ImprovementPath::SevenSteps => Model::SevenSteps,
    }
}

/// The panel.
#[component]
pub fn Path(id: ImprovementId) -> impl IntoView {
    let session = expect_context::<Session>();
    let path = Memo::new(move |_| session.settings.with(|settings| settings.edition).improvement_path());
    let found = Memo::new(move |_| {
        let zone = session.zone();
        session.read(|workspace| steps(workspace, id, model_of(path.get()), zone)).unwrap_or_default()
    });
    let other =
        Memo::new(move |_| session.read(|workspace| on_other(workspace, id, model_of(path.get()))).unwrap_or(0));
    let refusal = Memo::new(move |_| session.refuses(id, Action::Take).map(|why| why.sentence()));
    let editing = RwSignal::new(None::<Step>);
    let row = move |shown: Shown| {
        let step = shown.step;
        let (is_taken, is_next) = (shown.answer.is_some(), shown.is_next);
        let body = move || {
            if editing.get() == Some(step) {
                return view! { <Edit id step answer=shown.answer.clone() editing /> }.into_any();
            }
            let label = if is_taken { "Write it anew: " } else { "Write down: " }.to_owned() + step.word();
            let kind = if is_next { Kind::Plain } else { Kind::Quiet };
            let button = refusal.get().is_none().then(|| {
                let text = if is_taken { "Write it anew" } else { "Write it down" };
                let class = kind.class();
                view! { <button type="button" class=class aria-label=label on:click=move |_| editing.set(Some(step))>{text}</button> }
            });
            view! { {written(&shown)}<div class="path-do">{button}</div> }.into_any()
        };
        let state = if is_taken { "path-step path-taken" } else { "path-step" };
        let sign = if is_taken {
            view! { <Icon picture=Picture::Check /><span class="visually-hidden">"Taken"</span> }.into_any()
        } else {
            view! { <span aria-hidden="true">{step.place().to_string()}</span><span class="visually-hidden">"Open"</span> }.into_any()
        };
        view! {
            <li class=state aria-current=is_next.then_some("step")>
                <span class="path-sign">{sign}</span>
                <div class="path-what">
                    <h3>{step.word()}{step.phase().map(|phase| view! { <span class="path-phase">" "{phase}</span> })}</h3>
                    {body}
                </div>
            </li>
        }
        .into_any()
    };
    let note = move || {
        let count = other.get();
        (count > 0).then(|| {
            let text = words::count(count, "step was", "steps were")
                + " written on the other edition’s path; the history has them, and so has the path once you change the edition.";
            view! { <p class="hint">{text}</p> }
        })
    };
    let title = Signal::derive(move || path.get().name().to_owned());
    view! {
        <Panel title class="path">
            <p class="hint">{move || path.get().note()}</p>
            <ol class="path-steps">
                <For each=move || found.get() key=|shown| (shown.step, shown.answer.as_ref().map(|answer| (answer.text.clone(), answer.evidence.clone(), answer.because.clone())), shown.is_next) children=row />
            </ol>
            {note}
        </Panel>
    }
    .into_any()
}

fn written(shown: &Shown) -> AnyView {
    match &shown.answer {
        None => view! { <p class="hint">{shown.step.help()}</p> }.into_any(),
        Some(answer) => {
            let line = |name: &'static str, text: &str| {
                (!text.is_empty())
                    .then(|| view! { <p class="path-more"><strong>{name}</strong>" "{text.to_owned()}</p> })
            };
            view! {
                <p class="path-text">{answer.text.to_string()}</p>
                {line("Shown by:", &answer.evidence)}
                {line("Before an earlier step because:", &answer.because)}
                <p class="hint">{shown.who.clone()}</p>
            }
            .into_any()
        }
    }
}

#[component]
fn Edit(id: ImprovementId, step: Step, answer: Option<Answer>, editing: RwSignal<Option<Step>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let now = answer.unwrap_or(Answer { text: "".into(), evidence: "".into(), because: "".into() });
    let text = RwSignal::new(now.text.to_string());
    let evidence = RwSignal::new(now.evidence.to_string());
    let because = RwSignal::new(now.because.to_string());
    let number = session.peek(|workspace| workspace.desk().improvements().number(id)).unwrap_or_default();
    let model = if step.model() == Model::Questions { "q" } else { "s" };
    let form = ["path-", &number, "-", model, &step.place().to_string()].concat();
    let kept = session.keep_draft(&form, vec![("text", text), ("evidence", evidence), ("because", because)], None);
    let skips = session
        .peek(|workspace| workspace.desk().improvements().get(id).ok().and_then(|one| one.skips(step)))
        .flatten();
    let error = RwSignal::new(None::<crate::session::Declined>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answer = Answer {
            text: text.get_untracked().into(),
            evidence: evidence.get_untracked().into(),
            because: because.get_untracked().into(),
        };
        match session.give(Command::Improvement(Ask::Take { improvement: id, step, answer })) {
            Ok(_) => {
                kept.forget();
                editing.set(None);
                undo::confirm(session, toaster, "Written down");
            }
            Err(refusal) => error.set(Some(refusal)),
        }
    };
    let about = move |name: &'static str| {
        Signal::derive(move || error.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || {
        error
            .get()
            .filter(|why| !why.is_about(&["what was found", "order"]))
            .map(|why| view! { <p class="error">{why.sentence()}</p> })
    };
    let leave = move |()| {
        kept.forget();
        editing.set(None);
    };
    view! {
        <form class="form" novalidate on:submit=submit aria-label=step.word()>
            <Field label="What did you find?" hint=step.help() required=true error=about("what was found")><TextArea value=text rows=3 /></Field>
            <Field label="What shows it?" hint="Evidence comes before opinion."><TextInput value=evidence /></Field>
            {skips.map(|before| {
                let hint = ["Step ", &before.place().to_string(), ", “", before.word(), "”, is open, and each builds on the one before."].concat();
                view! { <Field label="Why before an earlier step?" hint required=true error=about("order")><TextInput value=because /></Field> }
            })}
            <div class="form-error" role="alert">{general}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Write it down"</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=leave />
            </div>
        </form>
    }
    .into_any()
}
