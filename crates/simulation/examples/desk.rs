//! A desk to be played in a terminal: `cargo run -p simulation --example desk -- SCENARIO [SEED] < acts.jsonl`.
//!
//! Each line is an act as JSON (`{"act":"answer","contact":"ines-locked"}`). What came of each is printed, then the
//! desk as it stands: what rings, what is new, what was said last, what may be done and what it costs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "common/app.rs"]
mod app;

use std::io::{BufRead, stdin};

use simulation::shift::view::{Case, Choice, Choices, Offer, Pile, Utterance, View};
use simulation::shift::{Act, Beginning, Loss, Shift};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let name = args.first().expect("a scenario");
    let seed = args.get(1).map_or(0, |seed| seed.parse().expect("a number"));
    let files = app::files(name);
    let scenario = &files.scenario;
    println!("{}\n{}\nGoals: {}\n", scenario.title, scenario.briefing, scenario.goals.join("; "));
    let mut shift = Shift::begin(files, &Beginning { seed, help: None }).unwrap();
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Act>(&line) {
            Err(error) => println!("! {line}: {error}"),
            Ok(act) => match shift.act(act) {
                Err(refused) => println!("! {line}: {refused}"),
                Ok(done) => {
                    println!("> {line}: {:?}", done.stopped);
                    let news = shift.view().map(|view| view.news).unwrap_or_default();
                    news.iter().for_each(|one| println!("    {} {}", String::from(one.at), one.text));
                }
            },
        }
    }
    if let Some(view) = shift.view() {
        show(&view);
    }
    if shift.is_over() {
        println!("Lost: {:.0} working minutes", shift.truth().losses.iter().map(Loss::minutes).sum::<f64>());
    }
}

fn show(view: &View) {
    println!(
        "\n{} {:?}; talking to {:?}; interrupted {:?}",
        String::from(view.now),
        view.stage,
        view.talking_to,
        view.interrupted
    );
    for promise in &view.promises {
        println!("  promised {} by {}", promise.case, String::from(promise.until));
    }
    for (room, tenths) in &view.board.rooms {
        println!("  {room}: {:.1} degrees", f64::from(*tenths) / 10.0);
    }
    for pile in [Pile::Ringing, Pile::New, Pile::Mine, Pile::Waiting, Pile::Done] {
        println!("{pile:?}");
        view.cases.iter().filter(|case| case.pile == pile).for_each(show_case);
    }
    for change in &view.changes {
        let (from, to) = (String::from(change.window.0), String::from(change.window.1));
        println!("Change {} {:?} {:?} {} {from} to {to}", change.key, change.kind, change.is, change.summary);
        println!("     do: {}  test: {}  back out: {}", change.plan.how, change.plan.test, change.plan.back_out);
        println!("     {:?} {:?}", change.conflicts, change.advice);
        change.conversation.iter().for_each(show_line);
        println!("     may: {}", offered(&change.acts));
    }
    show_choices(&view.choices);
}

fn show_case(case: &Case) {
    let who = case
        .caller
        .as_ref()
        .map(|caller| format!("{} ({}, {}; {})", caller.name, caller.role, caller.place, caller.mood));
    println!("  {} [{:?}] {} {}", case.key, case.channel, case.title, who.unwrap_or_default());
    if let Some(record) = &case.record {
        println!(
            "     {} {} P{:?} team {:?} {:?}",
            record.number, record.state, record.priority, record.team, record.team_says
        );
    }
    if case.pile == Pile::Done {
        return;
    }
    case.conversation.iter().rev().take(4).rev().for_each(show_line);
    let questions = case.questions.iter().filter(|question| !question.done);
    let questions: Vec<String> = questions.map(|one| format!("{} ({})", one.key, one.label)).collect();
    println!("     ask: {}", questions.join(", "));
    let solutions: Vec<&str> = case.resolving.solutions.iter().map(|solution| solution.key.as_str()).collect();
    println!("     solutions: {solutions:?} {:?}", case.resolving.codes);
    if let Some(prepared) = &case.prepared {
        println!("     {}: {}", prepared.by, prepared.says);
    }
    for article in case.found.iter().flatten() {
        println!("     found {}: {} {}", article.key, article.title, article.says);
    }
    println!("     may: {}", offered(&case.acts));
}

fn show_line(line: &Utterance) {
    println!("     {} {}: {}", String::from(line.at), line.who, line.text);
}

/// What may be done now, with its minutes.
fn offered(acts: &[Offer]) -> String {
    let one = |act: &Offer| format!("{} ({:.0})", act.act, act.minutes.unwrap_or_default());
    acts.iter().filter(|act| act.refused.is_none()).map(one).collect::<Vec<_>>().join(" ")
}

/// What one may choose from.
fn show_choices(choices: &Choices) {
    let named = |what: &str, choices: &[Choice]| {
        let all: Vec<String> = choices.iter().map(|one| format!("{} ({})", one.key, one.label)).collect();
        println!("{what}: {}", all.join(", "));
    };
    let timed = |what: &str, choices: &[(Choice, f64)]| {
        let all: Vec<String> =
            choices.iter().map(|(one, minutes)| format!("{} ({}, {minutes:.0})", one.key, one.label)).collect();
        println!("{what}: {}", all.join(", "));
    };
    named("Services", &choices.services);
    named("Items", &choices.items);
    named("Categories", &choices.categories);
    named("Teams", &choices.teams);
    named("Offers", &choices.offers);
    named("Suppliers", &choices.suppliers);
    named("Deciders", &choices.deciders);
    timed("Diagnostics", &choices.diagnostics);
    timed("Fixes", &choices.fixes);
}
