//! OTOBO with its ITSM packages. Source: its default ticket states, types and priorities, and its documentation.

use itsm::incident::{Channel, HoldReason, State};
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
    urgency: |_| none("", "Criticality of the service or item takes its place"),
    priority,
    channel,
    code: |_| none("", "The closing state says how it ended"),
    problem_code: |_| none("", "The closing state says how it ended"),
    lost: &[
        "The dates: OTOBO stamps a ticket when it arrives.",
        "The history: each reply and note is an article; only the first one comes with the ticket.",
        "The way in: its web service (TicketCreate) takes these names, one row a ticket; a CSV import of tickets is not among its usual parts.",
    ],
};

fn kind(kind: Kind, known_error: bool) -> Word {
    match kind {
        Kind::Problem if known_error => {
            near("Problem::KnownError", "A ticket of that type: it changes with what is known")
        }
        Kind::Problem => near("Problem", "A ticket of that type; a known error has the type “Problem::KnownError”"),
        Kind::Change => same("Change"),
        Kind::Request => near("ServiceRequest", "A ticket of that type: all types share one list of states"),
        _ => near("Incident", "A ticket of that type: all types share one list of states"),
    }
}

fn fields(kind: Kind) -> &'static [(Field, &'static str)] {
    match kind {
        Kind::Change => {
            &[(Field::Number, "ChangeNumber"), (Field::Summary, "ChangeTitle"), (Field::State, "ChangeState")]
        }
        Kind::Request => &[
            (Field::Number, "TicketNumber"),
            (Field::Kind, "Type"),
            (Field::Summary, "Title"),
            (Field::State, "State"),
        ],
        _ => &[
            (Field::Number, "TicketNumber"),
            (Field::Kind, "Type"),
            (Field::Summary, "Title"),
            (Field::Description, "Body"),
            (Field::State, "State"),
            (Field::Impact, "Impact"),
            (Field::Priority, "Priority"),
            (Field::Caller, "CustomerUser"),
            (Field::Service, "Service"),
            (Field::Group, "Queue"),
            (Field::Assignee, "Owner"),
        ],
    }
}

fn about(_: Kind, field: Field) -> &'static str {
    match field {
        Field::Kind => "A ticket has a type; a change is a record of its own",
        Field::Number => "OTOBO gives numbers of its own; ours serves to find it again",
        Field::Description => "The first article of the ticket",
        Field::HoldReason => "No reasons: a pending state has a date instead",
        Field::Urgency => "Priority follows from impact and the criticality of the service or item",
        Field::Channel => "Each article has its own channel",
        Field::Item => "Linked afterwards",
        Field::Category => "No categories: queue and service sort tickets",
        Field::Group => "A queue: tickets wait in it rather than with a team",
        Field::ResolutionCode => "The closing state says how it ended",
        Field::Solution => "Written as a note when the ticket is closed",
        Field::KnownError => "The type “Problem::KnownError”",
        Field::Cause | Field::Workaround => "Written as articles, or into the FAQ",
        Field::Parent | Field::Problem => "Links are made between tickets afterwards",
        Field::Opened | Field::Updated | Field::Resolved | Field::Closed => "Set by OTOBO itself",
        _ => "",
    }
}

fn state(state: State) -> Word {
    match state {
        State::New => same("new"),
        State::InProgress => near("open", "It says that somebody has looked, not that work goes on"),
        State::OnHold(_) => near("pending reminder", "It needs a date on which somebody is reminded"),
        State::Resolved => near("pending auto close+", "It closes by itself as successful when its date comes"),
        State::Closed => same("closed successful"),
        State::Cancelled => near("closed unsuccessful", "The same state as for what could not be solved"),
    }
}

fn hold(_: HoldReason) -> Word {
    none("", "No reasons: a pending state has a date instead")
}

fn problem_state(state: problem::State, known_error: bool) -> Word {
    const ONE: &str = "One state for all work on a ticket";
    match state {
        problem::State::New => same("new"),
        _ if known_error && state.is_open() => near("open", "With the type “Problem::KnownError”"),
        problem::State::Assess | problem::State::RootCauseAnalysis | problem::State::FixInProgress => near("open", ONE),
        problem::State::Resolved => {
            near("pending auto close+", "It closes by itself as successful when its date comes")
        }
        problem::State::Closed => near("closed successful", "“closed with workaround” where the cause stays"),
    }
}

fn change_state(step: ChangeStep) -> Word {
    match step {
        ChangeStep::New => same("requested"),
        ChangeStep::Assess => near("requested", "No state of its own for the assessment"),
        ChangeStep::Authorize => same("pending approval"),
        ChangeStep::Scheduled => near("approved", "The dates stand in its work orders"),
        ChangeStep::Implement => same("in progress"),
        ChangeStep::Review => same("pending pir"),
        ChangeStep::Closed => near("successful", "Or “failed”: the outcome is the state"),
        ChangeStep::Cancelled => near("canceled", "“retracted” if its requester took it back"),
    }
}

fn request_state(step: RequestStep) -> Word {
    const NO_APPROVAL: &str = "No approval in the usual ticket states";
    match step {
        RequestStep::New => same("new"),
        RequestStep::AwaitingApproval | RequestStep::Approved => none("open", NO_APPROVAL),
        RequestStep::InProgress => same("open"),
        RequestStep::Pending => near("pending reminder", "It needs a date on which somebody is reminded"),
        RequestStep::Complete => same("closed successful"),
        RequestStep::Incomplete => near("closed unsuccessful", "The same state for all that did not come about"),
        RequestStep::Rejected => near("closed unsuccessful", "The same state for all that did not come about"),
        RequestStep::Cancelled => near("closed unsuccessful", "The same state for all that did not come about"),
    }
}

fn impact(step: Step) -> Word {
    same(match step {
        Step::VeryHigh => "5 very high",
        Step::High => "4 high",
        Step::Medium => "3 normal",
        Step::Low => "2 low",
        Step::VeryLow => "1 very low",
    })
}

fn priority(priority: u8) -> Word {
    const UP: &str = "Its numbers grow with the priority; ours fall";
    near(
        match priority {
            1 => "5 very high",
            2 => "4 high",
            3 => "3 normal",
            4 => "2 low",
            _ => "1 very low",
        },
        UP,
    )
}

fn channel(_: Channel) -> Word {
    none("", "Each article has its own channel")
}
