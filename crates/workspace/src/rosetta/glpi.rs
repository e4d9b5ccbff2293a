//! GLPI. Source: the status lists of its classes Ticket, Problem and Change, and its documentation.

use itsm::incident::{Channel, HoldReason, ResolutionCode, State};
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
    impact: level,
    urgency: level,
    priority,
    channel,
    code,
    problem_code,
    lost: &[
        "The history: follow-ups, tasks and solutions are records of their own, not columns.",
        "Why it waits: “Pending” has no fixed reasons, so what is awaited is written down or lost.",
        "The clocks: GLPI shifts the due date while a ticket is pending and works it out anew.",
    ],
};

fn kind(kind: Kind, _: bool) -> Word {
    match kind {
        Kind::Problem => same("Problem"),
        Kind::Change => same("Change"),
        Kind::Request => near("Request", "A ticket of the type “Request”: incidents and requests share one life cycle"),
        _ => near("Incident", "A ticket of the type “Incident”: incidents and requests share one life cycle"),
    }
}

fn fields(kind: Kind) -> &'static [(Field, &'static str)] {
    match kind {
        Kind::Problem => &[
            (Field::Number, "ID"),
            (Field::Summary, "Title"),
            (Field::Description, "Description"),
            (Field::State, "Status"),
            (Field::Urgency, "Urgency"),
            (Field::Impact, "Impact"),
            (Field::Priority, "Priority"),
            (Field::Category, "Category"),
            (Field::Assignee, "Assigned to - Technician"),
            (Field::Group, "Assigned to - Technician group"),
            (Field::Cause, "Causes"),
            (Field::Opened, "Opening date"),
            (Field::Updated, "Last update"),
            (Field::Resolved, "Resolution date"),
            (Field::Closed, "Closing date"),
        ],
        Kind::Change | Kind::Request => &[(Field::Number, "ID"), (Field::Summary, "Title"), (Field::State, "Status")],
        _ => &[
            (Field::Number, "ID"),
            (Field::Kind, "Type"),
            (Field::Summary, "Title"),
            (Field::Description, "Description"),
            (Field::State, "Status"),
            (Field::Urgency, "Urgency"),
            (Field::Impact, "Impact"),
            (Field::Priority, "Priority"),
            (Field::Caller, "Requester - Requester"),
            (Field::Channel, "Request source"),
            (Field::Item, "Associated elements"),
            (Field::Category, "Category"),
            (Field::Assignee, "Assigned to - Technician"),
            (Field::Group, "Assigned to - Technician group"),
            (Field::Solution, "Solution"),
            (Field::Opened, "Opening date"),
            (Field::Updated, "Last update"),
            (Field::Resolved, "Resolution date"),
            (Field::Closed, "Closing date"),
        ],
    }
}

fn about(kind: Kind, field: Field) -> &'static str {
    match field {
        Field::Number => "GLPI gives numbers of its own; ours serves to find it again",
        Field::Service => "Tickets belong to a category and an entity; a service is not among their usual fields",
        Field::ResolutionCode => "Solution types are each installation's own list",
        Field::Parent | Field::Problem => "Links are made between tickets afterwards",
        Field::KnownError => "No flag: what is known goes into the knowledge base",
        Field::Workaround => "No field: it is written as a follow-up or an article",
        Field::Solution if kind == Kind::Problem => "A record of its own beside the problem",
        Field::Kind => "Problems and changes are tables of their own",
        _ => "",
    }
}

fn state(state: State) -> Word {
    match state {
        State::New => same("New"),
        State::InProgress => near("Processing (assigned)", "It says that somebody has it, not that work has begun"),
        State::OnHold(_) => near("Pending", "One state for all reasons"),
        State::Resolved => same("Solved"),
        State::Closed => same("Closed"),
        State::Cancelled => none("Closed", "A ticket cannot be cancelled: it is closed, or put into the bin"),
    }
}

fn hold(_: HoldReason) -> Word {
    none("", "Pending reasons are each installation's own list")
}

fn problem_state(state: problem::State, _: bool) -> Word {
    const ONE: &str = "Analysis and fix are one state there";
    match state {
        problem::State::New => same("New"),
        problem::State::Assess => near("Accepted", "It says that the problem is taken on, after somebody looked"),
        problem::State::RootCauseAnalysis | problem::State::FixInProgress => near("Processing (assigned)", ONE),
        problem::State::Resolved => near("Solved", "Whether the fix holds may be watched as “Under observation”"),
        problem::State::Closed => same("Closed"),
    }
}

fn change_state(step: ChangeStep) -> Word {
    match step {
        ChangeStep::New => same("New"),
        ChangeStep::Assess => same("Evaluation"),
        ChangeStep::Authorize => same("Approval"),
        ChangeStep::Scheduled => near("Accepted", "The date stands in its planned tasks"),
        ChangeStep::Implement => near("Testing", "Testing, Qualification and Applied are states of their own"),
        ChangeStep::Review => same("Review"),
        ChangeStep::Closed => same("Closed"),
        ChangeStep::Cancelled => same("Cancelled"),
    }
}

fn request_state(step: RequestStep) -> Word {
    const APPROVAL: &str = "Approval stands beside the status, not in it";
    const ENDS: &str = "How it ended is said by its solution, not by the status";
    match step {
        RequestStep::New => same("New"),
        RequestStep::AwaitingApproval => near("New", APPROVAL),
        RequestStep::Approved => near("New", APPROVAL),
        RequestStep::InProgress => same("Processing (assigned)"),
        RequestStep::Pending => same("Pending"),
        RequestStep::Complete => same("Closed"),
        RequestStep::Incomplete => near("Closed", ENDS),
        RequestStep::Rejected => none("Closed", "A refused ticket is closed: refusal stands in the approval"),
        RequestStep::Cancelled => none("Closed", "A ticket cannot be cancelled: it is closed, or put into the bin"),
    }
}

fn level(step: Step) -> Word {
    same(match step {
        Step::VeryHigh => "Very high",
        Step::High => "High",
        Step::Medium => "Medium",
        Step::Low => "Low",
        Step::VeryLow => "Very low",
    })
}

fn priority(priority: u8) -> Word {
    match priority {
        1 => near("Very high", "“Major” lies above, outside the matrix"),
        2 => same("High"),
        3 => same("Medium"),
        4 => same("Low"),
        _ => same("Very low"),
    }
}

fn channel(channel: Channel) -> Word {
    match channel {
        Channel::Phone => same("Phone"),
        Channel::Email => same("E-Mail"),
        Channel::Portal => near("Helpdesk", "Its name for the self-service interface"),
        Channel::Chat => near("Other", "No chat in the list of a new installation"),
        Channel::WalkIn => same("Direct"),
        Channel::Monitoring => near("Other", "No monitoring in the list of a new installation"),
        Channel::Direct => near("Other", "“Direct” means that somebody came in person"),
    }
}

fn code(_: &ResolutionCode) -> Word {
    none("", "Solution types are each installation's own list")
}

fn problem_code(_: problem::ResolutionCode) -> Word {
    none("", "Solution types are each installation's own list")
}
