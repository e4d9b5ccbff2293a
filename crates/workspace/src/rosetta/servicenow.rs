//! ServiceNow, whose life cycles ours follow. Source: its documentation of the incident, problem, change and request
//! tables, with the choices of a new instance.

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
        "The history: replies and work notes are journal fields, which a row cannot fill with other people's dates.",
        "The clocks: ServiceNow attaches its own SLA definitions and starts them anew.",
        "The priority: it is derived there, too, and ignored if it is imported.",
    ],
};

fn kind(kind: Kind, _: bool) -> Word {
    match kind {
        Kind::Problem => same("Problem"),
        Kind::Change => same("Change Request"),
        Kind::Request => {
            near("Requested Item", "One request (REQ) holds items (RITM), and each item has its own state")
        }
        _ => same("Incident"),
    }
}

fn fields(kind: Kind) -> &'static [(Field, &'static str)] {
    match kind {
        Kind::Problem => &[
            (Field::Number, "number"),
            (Field::Summary, "short_description"),
            (Field::Description, "description"),
            (Field::State, "problem_state"),
            (Field::Impact, "impact"),
            (Field::Urgency, "urgency"),
            (Field::Priority, "priority"),
            (Field::Service, "business_service"),
            (Field::Item, "cmdb_ci"),
            (Field::Category, "category"),
            (Field::Group, "assignment_group"),
            (Field::Assignee, "assigned_to"),
            (Field::KnownError, "known_error"),
            (Field::Cause, "cause_notes"),
            (Field::Workaround, "workaround"),
            (Field::ResolutionCode, "resolution_code"),
            (Field::Solution, "fix_notes"),
            (Field::Opened, "opened_at"),
            (Field::Updated, "sys_updated_on"),
            (Field::Resolved, "resolved_at"),
            (Field::Closed, "closed_at"),
        ],
        Kind::Change | Kind::Request => {
            &[(Field::Number, "number"), (Field::Summary, "short_description"), (Field::State, "state")]
        }
        _ => &[
            (Field::Number, "number"),
            (Field::Summary, "short_description"),
            (Field::Description, "description"),
            (Field::State, "state"),
            (Field::HoldReason, "hold_reason"),
            (Field::Impact, "impact"),
            (Field::Urgency, "urgency"),
            (Field::Priority, "priority"),
            (Field::Caller, "caller_id"),
            (Field::Channel, "contact_type"),
            (Field::Service, "business_service"),
            (Field::Item, "cmdb_ci"),
            (Field::Category, "category"),
            (Field::Group, "assignment_group"),
            (Field::Assignee, "assigned_to"),
            (Field::ResolutionCode, "close_code"),
            (Field::Solution, "close_notes"),
            (Field::Parent, "parent_incident"),
            (Field::Problem, "problem_id"),
            (Field::Opened, "opened_at"),
            (Field::Updated, "sys_updated_on"),
            (Field::Resolved, "resolved_at"),
            (Field::Closed, "closed_at"),
        ],
    }
}

fn about(_: Kind, field: Field) -> &'static str {
    match field {
        Field::Kind => "The table says what it is; a row has no column for it",
        Field::Priority => "Read-only there: it follows from impact and urgency",
        Field::Caller | Field::Assignee => "A reference: it is found by name only if the person is there",
        Field::Updated => "Set by ServiceNow itself when the row arrives",
        _ => "",
    }
}

fn state(state: State) -> Word {
    match state {
        State::New => same("New"),
        State::InProgress => same("In Progress"),
        State::OnHold(_) => same("On Hold"),
        State::Resolved => same("Resolved"),
        State::Closed => same("Closed"),
        State::Cancelled => same("Canceled"),
    }
}

fn hold(reason: HoldReason) -> Word {
    match reason {
        HoldReason::Caller => same("Awaiting Caller"),
        HoldReason::Problem => same("Awaiting Problem"),
        HoldReason::Supplier => same("Awaiting Vendor"),
        HoldReason::Change => same("Awaiting Change"),
        HoldReason::Evidence => near("Awaiting Evidence", "Not among the choices of a new instance; some add it"),
    }
}

fn problem_state(state: problem::State, _: bool) -> Word {
    same(match state {
        problem::State::New => "New",
        problem::State::Assess => "Assess",
        problem::State::RootCauseAnalysis => "Root Cause Analysis",
        problem::State::FixInProgress => "Fix in Progress",
        problem::State::Resolved => "Resolved",
        problem::State::Closed => "Closed",
    })
}

fn change_state(step: ChangeStep) -> Word {
    match step {
        ChangeStep::New => same("New"),
        ChangeStep::Assess => near("Assess", "An emergency change skips it there; with us it is short, as ITIL has it"),
        ChangeStep::Authorize => same("Authorize"),
        ChangeStep::Scheduled => same("Scheduled"),
        ChangeStep::Implement => same("Implement"),
        ChangeStep::Review => same("Review"),
        ChangeStep::Closed => same("Closed"),
        ChangeStep::Cancelled => same("Canceled"),
    }
}

fn request_state(step: RequestStep) -> Word {
    const APPROVAL: &str = "Approval is a field of its own beside the state";
    match step {
        RequestStep::New => same("Open"),
        RequestStep::AwaitingApproval => near("Open", APPROVAL),
        RequestStep::Approved => near("Open", APPROVAL),
        RequestStep::InProgress => same("Work in Progress"),
        RequestStep::Pending => same("Pending"),
        RequestStep::Complete => same("Closed Complete"),
        RequestStep::Incomplete => same("Closed Incomplete"),
        RequestStep::Rejected => near("Closed Incomplete", "With the approval “Rejected” beside it"),
        RequestStep::Cancelled => near("Closed Skipped", "There is no state for what was taken back"),
    }
}

fn level(step: Step) -> Word {
    match step {
        Step::VeryHigh => near("1 - High", "Three levels there: this is its highest"),
        Step::High => same("1 - High"),
        Step::Medium => same("2 - Medium"),
        Step::Low => same("3 - Low"),
        Step::VeryLow => near("3 - Low", "Three levels there: this is its lowest"),
    }
}

fn priority(priority: u8) -> Word {
    same(match priority {
        1 => "1 - Critical",
        2 => "2 - High",
        3 => "3 - Moderate",
        4 => "4 - Low",
        _ => "5 - Planning",
    })
}

fn channel(channel: Channel) -> Word {
    match channel {
        Channel::Phone => same("Phone"),
        Channel::Email => same("Email"),
        Channel::Portal => same("Self-service"),
        Channel::Chat => same("Chat"),
        Channel::WalkIn => same("Walk-in"),
        Channel::Monitoring => near("Event", "What monitoring sees comes in through event management"),
        Channel::Direct => near("Direct", "Not among the choices of a new instance; some add it"),
    }
}

fn code(code: &ResolutionCode) -> Word {
    match code {
        ResolutionCode::SolutionProvided => same("Solution provided"),
        ResolutionCode::WorkaroundProvided => same("Workaround provided"),
        ResolutionCode::ResolvedByCaller => same("Resolved by caller"),
        ResolutionCode::ResolvedByChange => same("Resolved by change"),
        ResolutionCode::ResolvedByProblem => same("Resolved by problem"),
        ResolutionCode::Duplicate => same("Duplicate"),
        ResolutionCode::NoFaultFound => {
            near("No resolution provided", "It does not say that no fault was found; the notes should")
        }
        ResolutionCode::Foreign(_) => none("", "A word that an import brought along; no choice of a new instance"),
    }
}

fn problem_code(code: problem::ResolutionCode) -> Word {
    same(match code {
        problem::ResolutionCode::FixApplied => "Fix Applied",
        problem::ResolutionCode::RiskAccepted => "Risk Accepted",
        problem::ResolutionCode::Duplicate => "Duplicate",
        problem::ResolutionCode::Cancelled => "Canceled",
    })
}
