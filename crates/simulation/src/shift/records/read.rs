//! What conditions ask of a case's record.

use itsm::incident::{HoldReason, Incident, ResolutionCode, Stage, State};
use itsm::link::Relation;
use itsm::request::{ItemState, PendingReason, Request};
use itsm::{IncidentId, RecordId, improvement, knowledge, monitoring, problem, request};

use super::Records;
use super::requests::{ITEM, turn_of};
use crate::scenario::{Key, LinkKind};
use crate::shift::view::RecordKind;
use crate::shift::{HoldFor, SolutionCode};

impl Records {
    /// What a case's record is; `None` for changes, which are shown apart.
    pub fn kind_of(&self, case: &Key) -> Option<RecordKind> {
        match self.record(case)? {
            RecordId::Incident(_) => Some(RecordKind::Incident),
            RecordId::Request(_) => Some(RecordKind::Request),
            RecordId::Problem(_) => Some(RecordKind::Problem),
            RecordId::Alert(_) => Some(RecordKind::Event),
            RecordId::Article(_) => Some(RecordKind::Article),
            RecordId::Improvement(_) => Some(RecordKind::Improvement),
            _ => None,
        }
    }

    /// Its priority, 1 to 5, of incidents and problems.
    pub fn priority(&self, case: &Key) -> Option<u8> {
        let matrix = self.desk.matrix();
        match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok().map(|one| one.priority(matrix).0),
            RecordId::Problem(id) => self.desk.problem(id).ok().map(|one| one.priority(matrix).0),
            _ => None,
        }
    }

    /// Its impact, 1 to 3, of incidents and problems.
    pub fn impact(&self, case: &Key) -> Option<u8> {
        match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok().map(|one| one.impact.0),
            RecordId::Problem(id) => self.desk.problem(id).ok().map(|one| one.impact.0),
            _ => None,
        }
    }

    /// Its urgency, 1 to 3, of incidents and problems.
    pub fn urgency(&self, case: &Key) -> Option<u8> {
        match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok().map(|one| one.urgency.0),
            RecordId::Problem(id) => self.desk.problem(id).ok().map(|one| one.urgency.0),
            _ => None,
        }
    }

    /// The service it is about.
    pub fn service(&self, case: &Key) -> Option<&Key> {
        let service = match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok()?.service,
            RecordId::Problem(id) => self.desk.problem(id).ok()?.service,
            RecordId::Request(id) => self.desk.requests().get(id).ok()?.service,
            _ => None,
        };
        self.cast.services.key(service?)
    }

    /// The item it is about.
    pub fn item(&self, case: &Key) -> Option<&Key> {
        let item = match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok()?.item,
            RecordId::Problem(id) => self.desk.problem(id).ok()?.item,
            RecordId::Alert(id) => self.desk.alerts().get(id).ok()?.item,
            _ => None,
        };
        self.cast.items.key(item?)
    }

    /// Its category.
    pub fn category(&self, case: &Key) -> Option<&Key> {
        let category = match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok()?.category,
            RecordId::Problem(id) => self.desk.problem(id).ok()?.category,
            _ => None,
        };
        self.cast.categories.key(category?)
    }

    /// The team it is with; of a request, the team of the task whose turn it is.
    pub fn team(&self, case: &Key) -> Option<&Key> {
        let group = match self.record(case)? {
            RecordId::Incident(id) => self.desk.incident(id).ok()?.group,
            RecordId::Problem(id) => self.desk.problem(id).ok()?.group,
            RecordId::Change(id) => self.change(id).ok()?.group,
            RecordId::Request(id) => turn_of(self.desk.requests().get(id).ok()?)?.group,
            _ => None,
        };
        self.cast.teams.key(group?)
    }

    /// Where it stands, in a word of the desk's own forms ("in-progress"). A request that waits is on hold.
    pub fn state_word(&self, case: &Key) -> Option<&'static str> {
        Some(match self.record(case)? {
            RecordId::Incident(id) => of_incident(self.desk.incident(id).ok()?.state),
            RecordId::Request(id) => of_request(self.desk.requests().get(id).ok()?),
            RecordId::Problem(id) => of_problem(self.desk.problem(id).ok()?),
            RecordId::Alert(id) => of_alert(self.desk.alerts().get(id).ok()?.state),
            RecordId::Improvement(id) => of_improvement(self.desk.improvements().get(id).ok()?.state.stage()),
            RecordId::Article(id) => of_article(self.desk.articles().get(id).ok()?),
            RecordId::Change(id) => of_change(self.change(id).ok()?.state),
            _ => return None,
        })
    }

    /// Whether somebody still has to do something about it.
    pub fn is_open(&self, case: &Key) -> bool {
        self.record(case).is_some_and(|record| match record {
            RecordId::Incident(id) => self.desk.incident(id).is_ok_and(|one| one.state.is_open()),
            RecordId::Request(id) => self.desk.requests().get(id).is_ok_and(|one| one.state().is_open()),
            _ => self.desk.card(record).is_some_and(|card| card.is_open),
        })
    }

    /// The case that an incident is a consequence of.
    pub fn parent_of(&self, case: &Key) -> Option<&Key> {
        self.case_of(RecordId::Incident(self.incident_of(case)?.parent?))
    }

    /// The cases of incidents that are a consequence of this one.
    pub fn children_of(&self, case: &Key) -> Vec<Key> {
        let Some(id) = self.incident_of(case).map(|one| one.id) else { return Vec::new() };
        let children = self.desk.dependants(id).filter(|child| child.parent == Some(id));
        children.filter_map(|child| self.case_of(RecordId::Incident(child.id)).cloned()).collect()
    }

    /// The case that an incident tells of again.
    pub fn duplicate_of(&self, case: &Key) -> Option<&Key> {
        self.case_of(RecordId::Incident(self.incident_of(case)?.duplicate_of?))
    }

    /// The case of the problem behind an incident.
    pub fn problem_of(&self, case: &Key) -> Option<&Key> {
        self.case_of(RecordId::Problem(self.incident_of(case)?.problem?))
    }

    /// Where its links lead. That a change removes a problem counts as what the problem led to.
    pub fn links(&self, case: &Key) -> Vec<(LinkKind, Key)> {
        let Some(record) = self.record(case) else { return Vec::new() };
        let own = [
            (LinkKind::Parent, self.parent_of(case)),
            (LinkKind::Duplicate, self.duplicate_of(case)),
            (LinkKind::Problem, self.problem_of(case)),
        ];
        let own = own.into_iter().filter_map(|(kind, key)| Some((kind, key?.clone())));
        let others = self.desk.links().from(record).filter_map(|link| {
            let kind = match link.relation {
                Relation::CausedBy => LinkKind::CausedBy,
                Relation::LedTo | Relation::RemovedBy => LinkKind::LedTo,
                Relation::SolvedWith | Relation::DescribedBy => return None,
            };
            Some((kind, self.case_of(link.to)?.clone()))
        });
        own.chain(others).collect()
    }

    /// What it waits for.
    pub fn hold_of(&self, case: &Key) -> Option<HoldFor> {
        match self.record(case)? {
            RecordId::Incident(id) => match self.desk.incident(id).ok()?.state {
                State::OnHold(reason) => Some(waits_for(reason)),
                _ => None,
            },
            RecordId::Request(id) => pending_for(self.desk.requests().get(id).ok()?),
            _ => None,
        }
    }

    /// How an incident was resolved.
    pub fn code_of(&self, case: &Key) -> Option<SolutionCode> {
        match self.incident_of(case)?.resolution.as_ref()?.code {
            ResolutionCode::SolutionProvided => Some(SolutionCode::Solution),
            ResolutionCode::WorkaroundProvided => Some(SolutionCode::Workaround),
            ResolutionCode::ResolvedByCaller => Some(SolutionCode::ByCaller),
            ResolutionCode::ResolvedByChange => Some(SolutionCode::ByChange),
            ResolutionCode::ResolvedByProblem => Some(SolutionCode::ByProblem),
            ResolutionCode::Duplicate => Some(SolutionCode::Duplicate),
            ResolutionCode::NoFaultFound => Some(SolutionCode::NoFaultFound),
            ResolutionCode::Foreign(_) => None,
        }
    }

    pub(super) fn incident_of(&self, case: &Key) -> Option<&Incident> {
        let id: IncidentId = self.incident(case).ok()?;
        self.desk.incident(id).ok()
    }
}

fn waits_for(reason: HoldReason) -> HoldFor {
    match reason {
        HoldReason::Caller => HoldFor::Caller,
        HoldReason::Problem => HoldFor::Problem,
        HoldReason::Supplier => HoldFor::Supplier,
        HoldReason::Change => HoldFor::Change,
        HoldReason::Evidence => HoldFor::Evidence,
    }
}

fn pending_for(request: &Request) -> Option<HoldFor> {
    match request.item_state(request.item(ITEM)?) {
        ItemState::Pending(PendingReason::Requester | PendingReason::AgreedDate) => Some(HoldFor::Caller),
        ItemState::Pending(PendingReason::Supplier) => Some(HoldFor::Supplier),
        ItemState::Pending(PendingReason::Change) => Some(HoldFor::Change),
        _ => None,
    }
}

fn of_incident(state: State) -> &'static str {
    match state.stage() {
        Stage::New => "new",
        Stage::InProgress => "in-progress",
        Stage::OnHold => "on-hold",
        Stage::Resolved => "resolved",
        Stage::Closed => "closed",
        Stage::Cancelled => "cancelled",
    }
}

fn of_request(request: &Request) -> &'static str {
    match request.state() {
        request::State::AwaitingApproval => "awaiting-approval",
        request::State::InFulfilment if pending_for(request).is_some() => "on-hold",
        request::State::InFulfilment => "in-fulfilment",
        request::State::Done => "done",
        request::State::Rejected => "rejected",
        request::State::Cancelled => "cancelled",
        request::State::Rerouted => "re-routed",
    }
}

fn of_problem(problem: &problem::Problem) -> &'static str {
    match problem.state {
        problem::State::Resolved => "resolved",
        problem::State::Closed => "closed",
        _ if problem.is_known_error() => "known-error",
        problem::State::New => "new",
        problem::State::Assess => "assess",
        problem::State::RootCauseAnalysis => "root-cause-analysis",
        problem::State::FixInProgress => "fix-in-progress",
    }
}

fn of_alert(state: monitoring::State) -> &'static str {
    match state {
        monitoring::State::Noted => "noted",
        monitoring::State::Open => "open",
        monitoring::State::Acknowledged => "acknowledged",
        monitoring::State::Cleared => "cleared",
        monitoring::State::Closed => "closed",
    }
}

fn of_improvement(stage: improvement::Stage) -> &'static str {
    match stage {
        improvement::Stage::New => "new",
        improvement::Stage::Accepted => "accepted",
        improvement::Stage::Assess => "assess",
        improvement::Stage::Approved => "approved",
        improvement::Stage::InProgress => "in-progress",
        improvement::Stage::OnHold => "on-hold",
        improvement::Stage::Review => "review",
        improvement::Stage::Closed => "closed",
        improvement::Stage::Cancelled => "cancelled",
    }
}

/// What is in view was approved once.
fn of_article(article: &knowledge::Article) -> &'static str {
    match (&article.retirement, &article.draft) {
        (Some(_), _) => "retired",
        (None, Some(_)) if article.versions.is_empty() => "draft",
        (None, _) => "published",
    }
}

fn of_change(state: itsm::change::State) -> &'static str {
    use itsm::change::State::*;
    match state {
        New => "new",
        Assess => "assess",
        Authorize => "authorize",
        Scheduled => "scheduled",
        Implement => "implement",
        Review => "review",
        Closed => "closed",
        Cancelled => "cancelled",
    }
}
