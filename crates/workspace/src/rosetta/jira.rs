//! Jira Service Management. Source: its documentation of request types, of impact, urgency and priority, and of the CSV
//! import. Workflows are each project's own; the words are those of its service management template.

use itsm::incident::{HoldReason, ResolutionCode, State};
use itsm::link::Kind;
use itsm::problem;

use super::book::{Book, Field, Step, Word, near, none, same};
use super::other::{ChangeStep, RequestStep};

pub(super) const BOOK: Book = Book {
    kind,
    fields,
    about,
    state,
    hold,
    problem_state,
    change_state,
    request_state,
    impact,
    urgency,
    priority,
    channel: |_| none("", "Set by Jira itself, by the way a request comes in"),
    code,
    problem_code,
    lost: &[
        "The states: each project has a workflow of its own; match the words while importing.",
        "The history: replies can come as comments, the changes of fields cannot.",
        "The clocks: goals are set in the project and start when the issue is made.",
        "The keys: Jira gives its own (DESK-12); keep ours in a field of text.",
    ],
};

fn kind(kind: Kind, _: bool) -> Word {
    match kind {
        Kind::Problem => same("[System] Problem"),
        Kind::Change => same("[System] Change"),
        Kind::Request => same("[System] Service request"),
        _ => same("[System] Incident"),
    }
}

fn fields(kind: Kind) -> &'static [(Field, &'static str)] {
    match kind {
        Kind::Problem => &[
            (Field::Number, "Issue key"),
            (Field::Kind, "Issue Type"),
            (Field::Summary, "Summary"),
            (Field::Description, "Description"),
            (Field::State, "Status"),
            (Field::Impact, "Impact"),
            (Field::Urgency, "Urgency"),
            (Field::Priority, "Priority"),
            (Field::Category, "Component/s"),
            (Field::Assignee, "Assignee"),
            (Field::Cause, "Root cause"),
            (Field::Workaround, "Workaround"),
            (Field::ResolutionCode, "Resolution"),
            (Field::Opened, "Created"),
            (Field::Updated, "Updated"),
            (Field::Resolved, "Resolved"),
        ],
        Kind::Change | Kind::Request => &[
            (Field::Number, "Issue key"),
            (Field::Kind, "Issue Type"),
            (Field::Summary, "Summary"),
            (Field::State, "Status"),
        ],
        _ => &[
            (Field::Number, "Issue key"),
            (Field::Kind, "Issue Type"),
            (Field::Summary, "Summary"),
            (Field::Description, "Description"),
            (Field::State, "Status"),
            (Field::Impact, "Impact"),
            (Field::Urgency, "Urgency"),
            (Field::Priority, "Priority"),
            (Field::Caller, "Reporter"),
            (Field::Category, "Component/s"),
            (Field::Assignee, "Assignee"),
            (Field::ResolutionCode, "Resolution"),
            (Field::Opened, "Created"),
            (Field::Updated, "Updated"),
            (Field::Resolved, "Resolved"),
        ],
    }
}

fn about(_: Kind, field: Field) -> &'static str {
    match field {
        Field::Number => "Jira gives keys of its own; map this column to a field of text",
        Field::HoldReason => "The state says it, where the project has one for it",
        Field::Caller => "Customers must be known to the site before the import",
        Field::Channel => "Set by Jira itself, by the way a request comes in",
        Field::Service => "“Affected services” are chosen from the site's services, not imported by name",
        Field::Item => "“Affected assets” are objects of Assets, not imported by name",
        Field::Group => "Teams are found by queues, which look at fields",
        Field::Solution => "Written as a comment",
        Field::KnownError => "A resolution or a label, as the project has it",
        Field::Parent | Field::Problem => "Links are made between issues, by their keys",
        Field::Closed => "One date alone: when the resolution was set",
        _ => "",
    }
}

fn state(state: State) -> Word {
    match state {
        State::New => same("Open"),
        State::InProgress => same("Work in progress"),
        State::OnHold(HoldReason::Caller) => same("Waiting for customer"),
        State::OnHold(_) => near("Pending", "One state for all that does not wait for the customer"),
        State::Resolved => same("Resolved"),
        State::Closed => same("Closed"),
        State::Cancelled => same("Canceled"),
    }
}

fn hold(reason: HoldReason) -> Word {
    if reason == HoldReason::Caller {
        none("", "The state says it: “Waiting for customer”")
    } else {
        none("", "No reasons beside “Pending” in the template")
    }
}

fn problem_state(state: problem::State, _: bool) -> Word {
    const ONE: &str = "One state for all work on a problem, unless the project adds more";
    match state {
        problem::State::New => same("Open"),
        problem::State::Assess | problem::State::RootCauseAnalysis | problem::State::FixInProgress => {
            near("Work in progress", ONE)
        }
        problem::State::Resolved => same("Resolved"),
        problem::State::Closed => same("Closed"),
    }
}

fn change_state(step: ChangeStep) -> Word {
    const OWN: &str = "Change workflows differ from project to project";
    match step {
        ChangeStep::New => near("Open", OWN),
        ChangeStep::Assess => near("Planning", OWN),
        ChangeStep::Authorize => near("Awaiting approval", OWN),
        ChangeStep::Scheduled => near("Awaiting implementation", OWN),
        ChangeStep::Implement => near("Implementing", OWN),
        ChangeStep::Review => none("Implementing", "No state for the review in the template"),
        ChangeStep::Closed => near("Completed", "“Failed” is a state of its own"),
        ChangeStep::Cancelled => same("Canceled"),
    }
}

fn request_state(step: RequestStep) -> Word {
    match step {
        RequestStep::New => same("Waiting for support"),
        RequestStep::AwaitingApproval => same("Waiting for approval"),
        RequestStep::Approved => near("Waiting for support", "An approved request waits for who fulfils it"),
        RequestStep::InProgress => same("In progress"),
        RequestStep::Pending => same("Pending"),
        RequestStep::Complete => same("Resolved"),
        RequestStep::Incomplete => near("Closed", "The resolution says how it ended"),
        RequestStep::Rejected => near("Closed", "With the resolution “Declined”"),
        RequestStep::Cancelled => same("Canceled"),
    }
}

fn impact(step: Step) -> Word {
    match step {
        Step::VeryHigh => same("Extensive / Widespread"),
        Step::High => same("Significant / Large"),
        Step::Medium => same("Moderate / Limited"),
        Step::Low => same("Minor / Localized"),
        Step::VeryLow => near("Minor / Localized", "Four steps there: this is its lowest"),
    }
}

fn urgency(step: Step) -> Word {
    match step {
        Step::VeryHigh => same("Critical"),
        Step::High => same("High"),
        Step::Medium => same("Medium"),
        Step::Low => same("Low"),
        Step::VeryLow => near("Low", "Four steps there: this is its lowest"),
    }
}

fn priority(priority: u8) -> Word {
    const CHOSEN: &str = "Chosen by hand there, unless a rule sets it from impact and urgency";
    near(
        match priority {
            1 => "Highest",
            2 => "High",
            3 => "Medium",
            4 => "Low",
            _ => "Lowest",
        },
        CHOSEN,
    )
}

fn code(code: &ResolutionCode) -> Word {
    const DONE: &str = "It does not say how lasting it is";
    match code {
        ResolutionCode::SolutionProvided => same("Done"),
        ResolutionCode::WorkaroundProvided
        | ResolutionCode::ResolvedByCaller
        | ResolutionCode::ResolvedByChange
        | ResolutionCode::ResolvedByProblem => near("Done", DONE),
        ResolutionCode::Duplicate => same("Duplicate"),
        ResolutionCode::NoFaultFound => same("Cannot Reproduce"),
        ResolutionCode::Foreign(_) => none("Done", "A word that an import brought along"),
    }
}

fn problem_code(code: problem::ResolutionCode) -> Word {
    match code {
        problem::ResolutionCode::FixApplied => same("Done"),
        problem::ResolutionCode::RiskAccepted => near("Won't Do", "It does not say that somebody took the risk"),
        problem::ResolutionCode::Duplicate => same("Duplicate"),
        problem::ResolutionCode::Cancelled => near("Won't Do", "The same word as for an accepted risk"),
    }
}
