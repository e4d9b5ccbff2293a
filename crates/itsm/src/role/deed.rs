//! What can be done with one record, whatever its practice: why not, by the rules of the practice and by the role of who
//! acts. For buttons: one question for all of them.

use chrono::{DateTime, Utc};

use super::{Allowed, Role};
use super::{
    availability as service_roles, catalogue as catalogue_roles, change as change_roles, configuration as item_roles,
    improvement as improvement_roles, incident as incident_roles, knowledge as article_roles, major as major_roles,
    monitoring as alert_roles, problem as problem_roles, promise as promise_roles, request as request_roles,
    supplier as supplier_roles,
};
use crate::desk::Desk;
use crate::ids::{
    AlertId, ArticleId, ChangeId, ChangeTemplateId, ImprovementId, IncidentId, ItemId, PersonId, ProblemId, PromiseId,
    RequestId, ServiceId, SupplierId,
};
use crate::refusal::Refusal;
use crate::{
    availability, catalogue, change, configuration, improvement, incident, knowledge, major, monitoring, problem,
    promise, request, supplier,
};

/// An action of a practice.
pub trait Deed: Copy {
    /// What it is done with.
    type Of: Copy;

    /// Who may.
    fn allowed(self) -> Allowed;

    /// Whose the record is, where that lets its owner do more.
    fn owner(_desk: &Desk, _of: Self::Of) -> Option<PersonId> {
        None
    }

    /// What else stands in its way.
    fn why_not(self, desk: &Desk, of: Self::Of, now: DateTime<Utc>) -> Option<Refusal>;
}

/// Who acts, and when.
#[derive(Clone, Copy, Debug)]
pub struct Acting {
    /// Their role.
    pub role: Role,
    /// The person.
    pub actor: PersonId,
    /// The desk's present instant.
    pub now: DateTime<Utc>,
}

/// Why the one who acts cannot do it now, or `None` where a form may open.
pub fn why_not<D: Deed>(desk: &Desk, of: D::Of, deed: D, acting: Acting) -> Option<Refusal> {
    let by_role = deed.allowed().check_own(acting.role, acting.actor, D::owner(desk, of)).err();
    by_role.or_else(|| deed.why_not(desk, of, acting.now))
}

macro_rules! deeds {
    ($($practice:ident, $roles:ident, $id:ident;)+) => {$(
        impl Deed for $practice::Action {
            type Of = $id;

            fn allowed(self) -> Allowed {
                $roles::of_action(self)
            }

            fn why_not(self, desk: &Desk, of: $id, _now: DateTime<Utc>) -> Option<Refusal> {
                $practice::why_not(desk, of, self)
            }
        }
    )+};
}

deeds! {
    problem, problem_roles, ProblemId;
    change, change_roles, ChangeId;
    monitoring, alert_roles, AlertId;
    promise, promise_roles, PromiseId;
    supplier, supplier_roles, SupplierId;
    configuration, item_roles, ItemId;
    availability, service_roles, ServiceId;
    major, major_roles, IncidentId;
}

impl Deed for incident::Action {
    type Of = IncidentId;

    fn allowed(self) -> Allowed {
        incident_roles::of_action(self)
    }

    fn owner(desk: &Desk, of: IncidentId) -> Option<PersonId> {
        desk.incident(of).ok()?.caller
    }

    fn why_not(self, desk: &Desk, of: IncidentId, _now: DateTime<Utc>) -> Option<Refusal> {
        incident::why_not(desk, of, self)
    }
}

impl Deed for request::Action {
    type Of = RequestId;

    fn allowed(self) -> Allowed {
        request_roles::of_action(self)
    }

    fn owner(desk: &Desk, of: RequestId) -> Option<PersonId> {
        desk.requests().get(of).ok().map(|request| request.requester)
    }

    fn why_not(self, desk: &Desk, of: RequestId, _now: DateTime<Utc>) -> Option<Refusal> {
        request::why_not(desk, of, self)
    }
}

impl Deed for improvement::Action {
    type Of = ImprovementId;

    fn allowed(self) -> Allowed {
        improvement_roles::of_action(self)
    }

    fn owner(desk: &Desk, of: ImprovementId) -> Option<PersonId> {
        desk.improvements().get(of).ok().map(|improvement| improvement.opened_by)
    }

    fn why_not(self, desk: &Desk, of: ImprovementId, _now: DateTime<Utc>) -> Option<Refusal> {
        improvement::why_not(desk, of, self)
    }
}

impl Deed for knowledge::Action {
    type Of = ArticleId;

    fn allowed(self) -> Allowed {
        article_roles::of_action(self)
    }

    fn why_not(self, desk: &Desk, of: ArticleId, now: DateTime<Utc>) -> Option<Refusal> {
        knowledge::why_not(desk, of, self, now)
    }
}

impl Deed for catalogue::Action {
    type Of = ServiceId;

    fn allowed(self) -> Allowed {
        catalogue_roles::of_action(self)
    }

    fn why_not(self, desk: &Desk, of: ServiceId, now: DateTime<Utc>) -> Option<Refusal> {
        catalogue::why_not(desk, of, self, now)
    }
}

impl Deed for change::template::Action {
    type Of = ChangeTemplateId;

    fn allowed(self) -> Allowed {
        change_roles::of_template_action(self)
    }

    fn why_not(self, desk: &Desk, of: ChangeTemplateId, _now: DateTime<Utc>) -> Option<Refusal> {
        change::template::why_not(desk, of, self)
    }
}
