//! iTop. Source: the data model of its modules Incident, Problem, Change (ITIL) and UserRequest, and its documentation.

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
    impact,
    urgency,
    priority,
    channel,
    code,
    problem_code,
    lost: &[
        "The organisation: iTop needs one for every ticket, and our desk knows none. Add the column org_id->name.",
        "The history: the public and private logs cannot be filled by a row.",
        "Lateness: iTop makes it a state (escalated_tto, escalated_ttr); with us a clock says it beside the state.",
    ],
};

fn kind(kind: Kind, _: bool) -> Word {
    match kind {
        Kind::Problem => same("Problem"),
        Kind::Change => near("NormalChange", "Routine, normal and emergency changes are classes of their own"),
        Kind::Request => same("UserRequest"),
        _ => same("Incident"),
    }
}

fn fields(kind: Kind) -> &'static [(Field, &'static str)] {
    match kind {
        Kind::Problem => &[
            (Field::Number, "ref"),
            (Field::Summary, "title"),
            (Field::Description, "description"),
            (Field::State, "status"),
            (Field::Impact, "impact"),
            (Field::Urgency, "urgency"),
            (Field::Priority, "priority"),
            (Field::Service, "service_id->name"),
            (Field::Group, "team_id->friendlyname"),
            (Field::Assignee, "agent_id->friendlyname"),
            (Field::Opened, "start_date"),
            (Field::Updated, "last_update"),
            (Field::Resolved, "resolution_date"),
            (Field::Closed, "close_date"),
        ],
        Kind::Change | Kind::Request => &[(Field::Number, "ref"), (Field::Summary, "title"), (Field::State, "status")],
        _ => &[
            (Field::Number, "ref"),
            (Field::Summary, "title"),
            (Field::Description, "description"),
            (Field::State, "operational_status"),
            (Field::HoldReason, "pending_reason"),
            (Field::Impact, "impact"),
            (Field::Urgency, "urgency"),
            (Field::Priority, "priority"),
            (Field::Caller, "caller_id->friendlyname"),
            (Field::Channel, "origin"),
            (Field::Service, "service_id->name"),
            (Field::Category, "servicesubcategory_id->friendlyname"),
            (Field::Group, "team_id->friendlyname"),
            (Field::Assignee, "agent_id->friendlyname"),
            (Field::ResolutionCode, "resolution_code"),
            (Field::Solution, "solution"),
            (Field::Opened, "start_date"),
            (Field::Updated, "last_update"),
            (Field::Resolved, "resolution_date"),
            (Field::Closed, "close_date"),
        ],
    }
}

fn about(kind: Kind, field: Field) -> &'static str {
    match field {
        Field::Kind => "The class says what it is; a row has no column for it",
        Field::Number => "iTop gives references of its own; ours serves to find it again",
        Field::Priority => "Computed there from impact and urgency",
        Field::Category if kind == Kind::Incident => "A subcategory belongs to its service",
        Field::Category => "A problem has no subcategory of its own in a row",
        Field::Item => "Linked afterwards, as one ticket may concern many",
        Field::Parent => "parent_incident_id, which needs a reference of iTop",
        Field::Problem => "parent_problem_id, which needs a reference of iTop",
        Field::KnownError => "A record of its own, the class KnownError",
        Field::Cause => "root_cause of a KnownError",
        Field::Workaround => "workaround of a KnownError",
        Field::ResolutionCode | Field::Solution if kind == Kind::Problem => "solution of a KnownError",
        _ => "",
    }
}

fn state(state: State) -> Word {
    match state {
        State::New => same("new"),
        State::InProgress => near("assigned", "It says that somebody has it, not that work has begun"),
        State::OnHold(_) => near("pending", "The reason is a text beside it"),
        State::Resolved => same("resolved"),
        State::Closed => same("closed"),
        State::Cancelled => none("closed", "No state for what was taken back"),
    }
}

fn hold(reason: HoldReason) -> Word {
    const TEXT: &str = "A free text, not a list";
    match reason {
        HoldReason::Caller => near("Awaiting caller", TEXT),
        HoldReason::Problem => near("Awaiting problem", TEXT),
        HoldReason::Supplier => near("Awaiting supplier", TEXT),
        HoldReason::Change => near("Awaiting change", TEXT),
        HoldReason::Evidence => near("Awaiting evidence", TEXT),
    }
}

fn problem_state(state: problem::State, _: bool) -> Word {
    const ONE: &str = "One state for all work on a problem";
    match state {
        problem::State::New => same("new"),
        problem::State::Assess | problem::State::RootCauseAnalysis | problem::State::FixInProgress => {
            near("assigned", ONE)
        }
        problem::State::Resolved => same("resolved"),
        problem::State::Closed => same("closed"),
    }
}

fn change_state(step: ChangeStep) -> Word {
    match step {
        ChangeStep::New => same("new"),
        ChangeStep::Assess => near("validated", "Somebody looked and let it go on"),
        ChangeStep::Authorize => near("plannedscheduled", "It is planned first and approved then"),
        ChangeStep::Scheduled => near("approved", "The dates are fixed before the approval"),
        ChangeStep::Implement => near("approved", "It stays approved until it is implemented"),
        ChangeStep::Review => near("implemented", "Followed by “monitored”"),
        ChangeStep::Closed => same("closed"),
        ChangeStep::Cancelled => none("rejected", "No state for what was taken back"),
    }
}

fn request_state(step: RequestStep) -> Word {
    match step {
        RequestStep::New => same("new"),
        RequestStep::AwaitingApproval => same("waiting_for_approval"),
        RequestStep::Approved => same("approved"),
        RequestStep::InProgress => same("assigned"),
        RequestStep::Pending => same("pending"),
        RequestStep::Complete => same("closed"),
        RequestStep::Incomplete => near("closed", "How it ended is said by its resolution code"),
        RequestStep::Rejected => same("rejected"),
        RequestStep::Cancelled => none("closed", "No state for what was taken back"),
    }
}

fn impact(step: Step) -> Word {
    const WHO: &str = "Its impact says who is affected, in three steps";
    match step {
        Step::VeryHigh | Step::High => near("A department", WHO),
        Step::Medium => near("A service", WHO),
        Step::Low | Step::VeryLow => near("A person", WHO),
    }
}

fn urgency(step: Step) -> Word {
    match step {
        Step::VeryHigh => same("critical"),
        Step::High => same("high"),
        Step::Medium => same("medium"),
        Step::Low => same("low"),
        Step::VeryLow => near("low", "Four steps there: this is its lowest"),
    }
}

fn priority(priority: u8) -> Word {
    match priority {
        1 => same("critical"),
        2 => same("high"),
        3 => same("medium"),
        4 => same("low"),
        _ => near("low", "Four steps there: this is its lowest"),
    }
}

fn channel(channel: Channel) -> Word {
    match channel {
        Channel::Phone => same("phone"),
        Channel::Email => same("mail"),
        Channel::Portal => same("portal"),
        Channel::Monitoring => same("monitoring"),
        Channel::Chat | Channel::WalkIn | Channel::Direct => {
            none("", "Its usual list has mail, monitoring, phone and portal")
        }
    }
}

fn code(code: &ResolutionCode) -> Word {
    const WHAT: &str = "Its codes say what was done (training, hardware repair), not how lasting it is";
    match code {
        ResolutionCode::SolutionProvided
        | ResolutionCode::WorkaroundProvided
        | ResolutionCode::ResolvedByChange
        | ResolutionCode::ResolvedByProblem => near("other", WHAT),
        ResolutionCode::ResolvedByCaller => near("assistance", WHAT),
        ResolutionCode::Duplicate => none("other", "No code for duplicates: they are linked to a parent"),
        ResolutionCode::NoFaultFound | ResolutionCode::Foreign(_) => none("other", WHAT),
    }
}

fn problem_code(_: problem::ResolutionCode) -> Word {
    none("", "A problem has no resolution code")
}
