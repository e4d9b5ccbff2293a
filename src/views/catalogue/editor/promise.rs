//! What is promised of a service: hours, channels, targets. Targets can be taken from the agreements that cover it.

use itsm::catalogue::{Command as Ask, Edit, Slot, Target, TargetLevel};
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::catalogue::{agreed, typed};
use workspace::rules::duration;

use super::super::anchor::anchor;
use super::business::HoursFields;
use super::list::{ListOf, Moves};
use super::section::Section;
use crate::session::Session;
use crate::ui::{Button, Choice, Field, Kind, RadioGroup, TextInput, Toaster};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::FormDialog;
use crate::views::undo;
use crate::views::words;

/// Which target a dialog is about; `None` for a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wanted(Option<usize>);

/// A target in words: "Availability: 99.5 %".
fn in_words(target: &Target) -> String {
    let level = match &target.level {
        TargetLevel::Share(share) => words::decimal(&typed::share_text(*share)) + " %",
        TargetLevel::Time(time) => words::business_span(*time),
        TargetLevel::Words(text) => text.to_string(),
    };
    [&*target.what, ": ", &level].concat()
}

fn targets(session: Session, service: ServiceId) -> Vec<Target> {
    let read = session
        .peek(|workspace| workspace.desk().portfolio().listing(service).map(|listing| listing.draft.targets.clone()));
    read.flatten().unwrap_or_default()
}

fn ask(service: ServiceId, targets: Vec<Target>) -> Command {
    Command::Catalogue(Ask::Edit { service, edits: vec![Edit::Targets(targets)] })
}

/// The section.
#[component]
pub fn PromiseFields(service: ServiceId, first: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let rows = Memo::new(move |_| {
        session.revision.track();
        let text = |target: Target| (in_words(&target), target.within.to_string());
        targets(session, service).into_iter().map(text).collect::<Vec<_>>()
    });
    let known = Memo::new(move |_| {
        let now = session.now.get();
        let have = {
            session.revision.track();
            targets(session, service)
        };
        let agreed = session.read(|workspace| agreed::targets(workspace.desk(), service, now)).unwrap_or_default();
        agreed.into_iter().filter(|target| !have.contains(target)).collect::<Vec<_>>()
    });
    let give = move |all: Vec<Target>, done: &'static str| match session.give(ask(service, all)) {
        Ok(_) => undo::confirm(session, toaster, done),
        Err(why) => toaster.bad(why.sentence()),
    };
    let take_over = move |()| {
        let mut all = targets(session, service);
        all.extend(known.get_untracked());
        give(all, "Taken from the agreements");
    };
    let change = move |place: usize, how: Moves| {
        let mut all = targets(session, service);
        if how.apply(&mut all, place) {
            give(all, how.done());
        }
    };
    let offer = move || {
        let count = known.with(Vec::len);
        (count > 0).then(|| {
            let label =
                "Take over ".to_owned() + &words::count(count, "target", "targets") + " from the agreements in force";
            view! { <Button label kind=Kind::Quiet on_press=take_over /> }
        })
    };
    view! {
        <Section id="section-promise" title="Hours, channels and targets" first
            note="Promise what you measure. A target without the hours in which it counts cannot be checked.">
            <HoursFields service />
            <div class="slot" id=anchor(Slot::Targets)>
                <p class="slot-group">"Targets"</p>
                <ListOf what="target" rows on_edit=move |place| open.set(Some(Wanted(Some(place)))) on_move=move |(place, how)| change(place, how)
                    empty="Nothing is promised yet." />
                <div class="form-actions">
                    <Button label="Add a target" on_press=move |()| open.set(Some(Wanted(None))) />
                    {offer}
                </div>
            </div>
            <FormDialog open
                title=|wanted| if wanted.0.is_some() { "Change the target" } else { "Add a target" }
                form=move |wanted: Wanted, asking| view! { <TargetForm service place=wanted.0 asking /> }.into_any() />
        </Section>
    }
    .into_any()
}

const SHARE: &str = "share";
const TIME: &str = "time";
const WORDS: &str = "words";

#[component]
fn TargetForm(service: ServiceId, place: Option<usize>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = place.and_then(|place| targets(session, service).into_iter().nth(place));
    let (kind, level) = match known.as_ref().map(|target| &target.level) {
        None => (TIME, String::new()),
        Some(TargetLevel::Share(share)) => (SHARE, typed::share_text(*share)),
        Some(TargetLevel::Time(time)) => (TIME, duration::write(*time)),
        Some(TargetLevel::Words(text)) => (WORDS, text.to_string()),
    };
    let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let what = text(known.as_ref().map(|target| target.what.to_string()));
    let within = text(known.as_ref().map(|target| target.within.to_string()));
    let (kind, level) = (RwSignal::new(kind.to_owned()), RwSignal::new(level));
    let wrong = RwSignal::new(None::<(&'static str, String)>);
    let day =
        session.peek(|workspace| workspace.desk().agreement().agreement().calendar.working_day()).unwrap_or_default();
    let error = move |of: &'static str| {
        Signal::derive(move || wrong.get().filter(|(field, _)| *field == of).map(|(_, text)| text))
    };
    let read_level = move || -> Result<TargetLevel, String> {
        let text = level.get_untracked();
        match kind.get_untracked().as_str() {
            SHARE => typed::share(&text).map(TargetLevel::Share).map_err(str::to_owned),
            TIME => match duration::read(&text, day) {
                Ok(Some(time)) => Ok(TargetLevel::Time(time)),
                Ok(None) => Err("Say how long it takes at most: 4 h, or 2 working days.".to_owned()),
                Err(why) => Err(why.to_owned()),
            },
            _ if text.trim().is_empty() => Err("Say what is promised.".to_owned()),
            _ => Ok(TargetLevel::Words(text.trim().into())),
        }
    };
    let submit = move || {
        if what.with_untracked(|what| what.trim().is_empty()) {
            return wrong
                .set(Some(("what", "Say what is promised: “Availability”, “New laptop delivered”.".to_owned())));
        }
        let level = match read_level() {
            Ok(level) => level,
            Err(why) => return wrong.set(Some(("level", why))),
        };
        wrong.set(None);
        let target =
            Target { what: what.get_untracked().trim().into(), level, within: within.get_untracked().trim().into() };
        let mut all = targets(session, service);
        match place.and_then(|place| all.get_mut(place)) {
            Some(known) => *known = target,
            None => all.push(target),
        }
        asking.give(ask(service, all), "The target stands in the draft");
    };
    let kinds = vec![
        Choice::new(TIME, "Working time").with_detail("At most so long: 4 h, 2 working days."),
        Choice::new(SHARE, "Per cent").with_detail("At least so much: 99.5."),
        Choice::new(WORDS, "In words").with_detail("What cannot be counted so."),
    ];
    let label = Signal::derive(move || match kind.get().as_str() {
        SHARE => "Per cent".to_owned(),
        TIME => "At most".to_owned(),
        _ => "What is promised of it".to_owned(),
    });
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&[]) submit>
            <Field label="What" required=true error=error("what")><TextInput value=what /></Field>
            <Field label="Measured in" group=true required=true><RadioGroup choices=kinds value=kind /></Field>
            <Field label required=true error=error("level")><TextInput value=level /></Field>
            <Field label="Within" hint="In which hours it counts, over which period: “Weekdays 8 to 18, each month”.">
                <TextInput value=within />
            </Field>
        </FormFrame>
    }
    .into_any()
}
