//! Opened, resolved and backlog over time.

use workspace::Workspace;
use workspace::measures::{self, Bucket, Flow, FlowStep, Step, ask};

use super::asked::Asked;
use super::shown::{self, Number, Pictured, Shown, queue};
use crate::ui::chart::{Datum, Line, Plot, Series, SeriesStep, Sheet};
use crate::views::words;

/// What the lines count.
pub const COUNTS: &str = "Opened: logged on these days. Resolved: left the backlog with the service restored. Reopened: came back to it. These are happenings, so an incident that is resolved twice counts twice; the queue shows it once, by its latest resolution.";
/// Where they mislead.
pub const PITFALL: &str = "Keeping up says nothing about which incidents were resolved: one can keep up with the easy ones while the old ones wait. Read it with the age of what is open. The first and the last week are cut short where the period begins or ends inside them.";
/// What the backlog is.
pub const BACKLOG_COUNTS: &str = "Open at the end of each step: new, in progress or on hold. Backlog = backlog before + opened + reopened − resolved − cancelled.";
/// Where it misleads.
pub const BACKLOG_PITFALL: &str = "A log brings no incidents from before its first day, so its backlog begins at 0 and grows at first on its own. A falling backlog is no good news where more comes back: read it with reopening.";

/// The series of both pictures.
fn measured(workspace: &Workspace, asked: &Asked) -> Flow {
    measures::flow(workspace, &asked.period, asked.step)
}

/// What came in and went out.
pub fn keep_up(workspace: &Workspace, asked: &Asked) -> Shown {
    let flow = measured(workspace, asked);
    let [opened, resolved, reopened] =
        [flow.sum(|step| step.opened), flow.sum(|step| step.resolved), flow.sum(|step| step.reopened)];
    let numbers = vec![
        Number::new("Opened", words::number(opened), "").to(&ask::opened(&asked.period)),
        Number::new("Resolved", words::number(resolved), "times; in the queue each once")
            .to(&ask::resolved(&asked.period)),
        Number::new("Reopened", words::number(reopened), ""),
        Number::new("Change of the backlog", change(&flow), ""),
    ];
    let nothing = "Nothing was opened or resolved on these days. Choose other days above.";
    if opened + resolved == 0 {
        return Shown { numbers, picture: None, nothing };
    }
    let line = |name: &str, of: fn(&FlowStep) -> usize| Line {
        name: name.to_owned(),
        values: flow.steps.iter().map(|step| of(step) as f64).collect(),
    };
    let text = |step: &FlowStep| {
        [&words::number(step.opened), " opened, ", &words::number(step.resolved), " resolved"].concat()
    };
    let link = |step: &FlowStep| queue(&ask::opened(&step.bucket.days)).filter(|_| step.opened > 0);
    let series = Series {
        lines: vec![line("opened", |step| step.opened), line("resolved", |step| step.resolved)],
        steps: steps(&flow, asked, text, link),
        area: false,
    };
    let busiest = flow.steps.iter().max_by_key(|step| step.opened).map(|step| name(&step.bucket, asked.step));
    let summary = [
        &words::number(opened),
        " opened and ",
        &words::number(resolved),
        " resolved; most were opened: ",
        &busiest.unwrap_or_default(),
        ".",
    ]
    .concat();
    let label = ["Opened and resolved ", by(asked.step)].concat();
    let picture = Pictured { label, summary, plot: Plot::Series(series), sheet: sheet(&flow) };
    Shown { numbers, picture: Some(picture), nothing }
}

/// What was left.
pub fn backlog(workspace: &Workspace, asked: &Asked) -> Shown {
    let flow = measured(workspace, asked);
    let after = flow.steps.last().map_or(0, |step| step.backlog);
    let most = flow.steps.iter().max_by_key(|step| step.backlog);
    let highest = most.map_or(0, |step| step.backlog);
    let numbers = vec![
        Number::new("At the beginning", words::number(flow.backlog_before), ""),
        Number::new("At the end", words::number(after), ""),
        Number::new("At most", words::number(highest), ""),
    ];
    let nothing = "Nothing was open on these days.";
    if highest + flow.backlog_before == 0 {
        return Shown { numbers, picture: None, nothing };
    }
    let series = Series {
        lines: vec![Line {
            name: "open".to_owned(),
            values: flow.steps.iter().map(|step| step.backlog as f64).collect(),
        }],
        steps: steps(&flow, asked, |step| words::number(step.backlog) + " open at the end", |_| None),
        area: true,
    };
    let when = most.map(|step| name(&step.bucket, asked.step)).unwrap_or_default();
    let summary = [
        "From ",
        &words::number(flow.backlog_before),
        " to ",
        &words::number(after),
        " open; the most, ",
        &words::number(highest),
        ": ",
        &when,
        ".",
    ]
    .concat();
    let label = ["Open at the end, ", by(asked.step)].concat();
    let picture = Pictured { label, summary, plot: Plot::Series(series), sheet: sheet(&flow) };
    Shown { numbers, picture: Some(picture), nothing }
}

fn change(flow: &Flow) -> String {
    let after = flow.steps.last().map_or(flow.backlog_before, |step| step.backlog);
    match (after.checked_sub(flow.backlog_before), flow.backlog_before.checked_sub(after)) {
        (Some(0), _) => "0".to_owned(),
        (Some(more), _) => "+".to_owned() + &words::number(more),
        (_, fewer) => "−".to_owned() + &words::number(fewer.unwrap_or(0)),
    }
}

fn by(step: Step) -> &'static str {
    match step {
        Step::Day => "by day",
        Step::Week => "by week",
    }
}

/// `Week from 16 May 2016`, `16 May 2016`.
fn name(bucket: &Bucket, step: Step) -> String {
    let first = shown::day(bucket.days.first());
    match step {
        Step::Day => first,
        Step::Week if bucket.partial => {
            ["Part of a week, ", &shown::days(bucket.days.first(), bucket.days.last())].concat()
        }
        Step::Week => "Week from ".to_owned() + &first,
    }
}

fn steps(
    flow: &Flow,
    asked: &Asked,
    text: impl Fn(&FlowStep) -> String,
    link: impl Fn(&FlowStep) -> Option<String>,
) -> Vec<SeriesStep> {
    const LONG_DAYS: i64 = 300;
    let label = |step: &FlowStep| {
        let first = step.bucket.days.first();
        let day = shown::day(first);
        let month = day.split_once(' ').map(|(_, month)| month.to_owned());
        if asked.period.days() > LONG_DAYS { month.unwrap_or_default() } else { shown::short_day(first) }
    };
    let one = |step: &FlowStep| SeriesStep {
        label: label(step),
        text: [&name(&step.bucket, asked.step), ": ", &text(step)].concat(),
        href: link(step),
    };
    flow.steps.iter().map(one).collect()
}

fn sheet(flow: &Flow) -> Sheet {
    let headings = ["From", "To", "Opened", "Resolved", "Reopened", "Cancelled", "Closed", "Backlog"];
    let row = |step: &FlowStep| {
        let days = &step.bucket.days;
        let number = |count: usize| Datum::number(words::number(count), count);
        let date = |date: chrono::NaiveDate| Datum::number(shown::day(date), date);
        vec![
            date(days.first()),
            date(days.last()),
            number(step.opened).to(queue(&ask::opened(days)).filter(|_| step.opened > 0)),
            number(step.resolved).to(queue(&ask::resolved(days)).filter(|_| step.resolved > 0)),
            number(step.reopened),
            number(step.cancelled),
            number(step.closed),
            number(step.backlog),
        ]
    };
    Sheet { headings: headings.map(str::to_owned).to_vec(), rows: flow.steps.iter().map(row).collect() }
}
