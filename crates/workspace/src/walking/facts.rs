//! What a record shows when somebody asks whether a decision holds: its state and which of its fields are filled, in
//! the words of the content.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use itsm::catalogue::{Check, Content, Listing, OfferingKey, Status};
use itsm::configuration::{LifeState, Node};
use itsm::promise::{Promise, Stage, Standing, gaps};
use itsm::supplier::State as SupplierState;
use itsm::{
    ArticleId, ChangeId, Desk, ImprovementId, ItemId, PromiseId, ServiceId, SupplierId, change, improvement, knowledge,
};

use super::reference::Reference;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What it is called.
    pub title: String,
    /// Where it stands: a code of the content; empty where it has no states.
    pub state: &'static str,
    /// Which fields are filled.
    pub fields: BTreeSet<&'static str>,
    /// Whether somebody answers for it.
    pub has_owner: bool,
    /// Of an agreement the shortest resolution time in minutes; of an improvement its target in whole units.
    pub target: Option<u64>,
    /// Of an agreement with a customer: whether it is agreed and nothing beneath it is slower, silent or missing.
    pub is_covered: bool,
}

/// What is known of a record; `None` if it is not in this workspace.
pub fn known(desk: &Desk, reference: Reference, now: DateTime<Utc>) -> Option<Known> {
    match reference {
        Reference::Service(id) => service(desk, id, now),
        Reference::Offering(id, key) => offering(desk, id, key),
        Reference::Agreement(id) => agreement(desk, id, now),
        Reference::Review(id, place) => review(desk, id, place),
        Reference::Supplier(id) => supplier(desk, id),
        Reference::Item(id) => item(desk, id),
        Reference::Change(id) => change(desk, id),
        Reference::Article(id) => article(desk, id, now),
        Reference::Improvement(id) => improvement(desk, id),
    }
}

/// The names of those that are filled.
fn filled<const N: usize>(fields: [(&'static str, bool); N]) -> BTreeSet<&'static str> {
    fields.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}

fn service(desk: &Desk, id: ServiceId, now: DateTime<Utc>) -> Option<Known> {
    let listing = desk.portfolio().listing(id)?;
    let mut fields = of_content(&listing.draft);
    fields.extend(
        [(Check::BusinessCase, "business-case"), (Check::RetirementPlan, "retirement-plan")]
            .into_iter()
            .filter_map(|(check, name)| listing.done.contains_key(&check).then_some(name)),
    );
    Some(Known {
        title: listing.draft.name.to_string(),
        state: service_state(listing, now),
        fields,
        has_owner: listing.draft.owner.is_some(),
        ..Known::default()
    })
}

/// What is published counts before where it stands in the portfolio, as that is what a decision asks for.
fn service_state(listing: &Listing, now: DateTime<Utc>) -> &'static str {
    match listing.status {
        Status::Retired | Status::Obsolete => "retired",
        _ if listing.published(now).is_some() => "published",
        _ if listing.scheduled(now).is_some() => "scheduled",
        Status::InStudy | Status::Rejected => "in-study",
        Status::InDesign => "in-design",
        Status::InTest => "in-test",
        Status::Active => "active",
        Status::Launched => "launched",
    }
}

fn of_content(content: &Content) -> BTreeSet<&'static str> {
    filled([
        ("name", !content.name.is_empty()),
        ("summary", !content.summary.is_empty()),
        ("for-whom", !content.for_whom.is_empty()),
        ("how-to-ask", !content.how_to_ask.is_empty()),
        ("purpose", !content.purpose.is_empty()),
        ("outcomes", !content.outcomes.is_empty()),
        ("utility", !content.utility.is_empty()),
        ("warranty", !content.warranty.is_empty()),
        ("owner", content.owner.is_some()),
        ("entitlement", !content.entitlement.is_empty()),
        ("hours", !content.hours.is_empty()),
        ("channels", !content.channels.is_empty()),
        ("support", content.support.is_some()),
        ("valid-from", content.valid_from.is_some()),
        ("valid-to", content.valid_to.is_some()),
        ("review-on", content.review_on.is_some()),
    ])
}

fn offering(desk: &Desk, id: ServiceId, key: OfferingKey) -> Option<Known> {
    let offering = desk.portfolio().listing(id)?.draft.offering(key)?;
    let fields = filled([
        ("service", true),
        ("name", !offering.name.is_empty()),
        ("summary", !offering.summary.is_empty()),
        ("kind", true),
        ("opens", true),
        ("target", offering.target.is_some()),
    ]);
    Some(Known { title: offering.name.to_string(), fields, ..Known::default() })
}

fn agreement(desk: &Desk, id: PromiseId, now: DateTime<Utc>) -> Option<Known> {
    let promise = desk.promises().get(id).ok()?;
    let terms = &promise.latest()?.terms;
    let resolutions = || terms.clocks.targets.iter().filter_map(|target| target.resolution);
    let fields = filled([
        ("party", true),
        ("services", !terms.services.is_empty()),
        ("name", !terms.title().is_empty()),
        ("calendar", true),
        ("response", terms.clocks.targets.iter().any(|target| target.response.is_some())),
        ("resolution", resolutions().next().is_some()),
        ("valid-from", true),
        ("review-months", terms.review_months.is_some()),
        ("tell", terms.escalation.is_some()),
    ]);
    Some(Known {
        title: promise.title().to_owned(),
        state: match promise.stage {
            Stage::Draft => "draft",
            Stage::Agreed => "agreed",
            Stage::Ended => "ended",
        },
        fields,
        has_owner: true,
        target: resolutions().min().and_then(|shortest| u64::try_from(shortest.num_minutes()).ok()),
        is_covered: is_covered(desk, promise, now),
    })
}

fn is_covered(desk: &Desk, promise: &Promise, now: DateTime<Utc>) -> bool {
    let holds = matches!(promise.standing(now), Standing::InForce | Standing::Agreed);
    holds && gaps(desk, promise, now).is_empty()
}

fn review(desk: &Desk, id: PromiseId, place: u16) -> Option<Known> {
    let promise = desk.promises().get(id).ok()?;
    let review = &promise.reviews.get(usize::from(place))?.review;
    let fields = filled([
        ("agreement", true),
        ("attendees", !review.attendees.is_empty()),
        ("minutes", !review.minutes.is_empty()),
        ("outcome", review.outcome.is_some()),
        ("actions", !review.actions.is_empty()),
    ]);
    Some(Known { title: ["Review of ", promise.title()].concat(), fields, ..Known::default() })
}

fn supplier(desk: &Desk, id: SupplierId) -> Option<Known> {
    let supplier = desk.suppliers().get(id).ok()?;
    let contract = supplier.contracts.last();
    let fields = filled([
        ("name", true),
        ("contact", !supplier.profile.contacts.is_empty()),
        ("services", !supplier.profile.services.is_empty()),
        ("contract", contract.is_some()),
        ("valid-from", contract.is_some()),
        ("valid-until", contract.is_some_and(|contract| contract.valid_until.is_some())),
        ("notice-by", contract.is_some_and(|contract| contract.notice_by.is_some())),
        ("cost", contract.is_some_and(|contract| !contract.cost.is_empty())),
    ]);
    let state = match supplier.state {
        SupplierState::Candidate => "candidate",
        SupplierState::Active => "active",
        SupplierState::Ended => "ended",
    };
    Some(Known { title: supplier.profile.name.to_string(), state, fields, has_owner: true, ..Known::default() })
}

fn item(desk: &Desk, id: ItemId) -> Option<Known> {
    let item = desk.configuration().item(id)?;
    let fields = filled([
        ("name", true),
        ("kind", item.kind.is_some()),
        ("owner", item.owner.is_some()),
        ("supplier", item.supplier.is_some()),
        ("description", !item.description.is_empty()),
        ("cost", item.cost.is_some()),
        ("needed-by", desk.configuration().needed_by(Node::Item(id)).next().is_some()),
    ]);
    let state = match item.state {
        LifeState::Planned => "planned",
        LifeState::InBuild => "in-build",
        LifeState::Live | LifeState::UnderMaintenance => "live",
        LifeState::Retired => "retired",
    };
    let title = desk.directory().item(id).to_owned();
    Some(Known { title, state, fields, has_owner: item.owner.is_some(), ..Known::default() })
}

fn change(desk: &Desk, id: ChangeId) -> Option<Known> {
    use change::State;
    let change = desk.changes().get(id).ok()?;
    let fields = filled([
        ("summary", true),
        ("description", !change.description.is_empty()),
        ("kind", true),
        ("requested-by", true),
        ("services", !change.services.is_empty()),
        ("assignee", change.assignee.is_some()),
        ("planned", change.planned.is_some()),
        ("implementation", !change.plans.implementation.is_empty()),
        ("test", !change.plans.test.is_empty()),
        ("back-out", !change.plans.back_out.is_empty()),
    ]);
    let state = match change.state {
        State::New => "new",
        State::Assess => "assess",
        State::Authorize => "authorise",
        State::Scheduled => "scheduled",
        State::Implement => "implement",
        State::Review => "review",
        State::Closed => "closed",
        State::Cancelled => "cancelled",
    };
    let has_owner = change.assignee.is_some();
    Some(Known { title: change.summary.to_string(), state, fields, has_owner, ..Known::default() })
}

fn article(desk: &Desk, id: ArticleId, now: DateTime<Utc>) -> Option<Known> {
    use knowledge::State;
    let article = desk.articles().get(id).ok()?;
    let content = article.draft.as_ref().map(|draft| &draft.content).or_else(|| article.shown(now))?;
    let fields = filled([
        ("title", true),
        ("service", content.service.is_some()),
        ("audience", true),
        ("keywords", !content.keywords.is_empty()),
        ("body", !content.body.trim().is_empty()),
    ]);
    let state = match article.state(now) {
        State::Draft => "draft",
        State::Review => "review",
        State::Scheduled => "scheduled",
        State::Published | State::Outdated | State::PendingRetirement => "published",
        State::Retired => "retired",
    };
    Some(Known { title: article.title().to_string(), state, fields, has_owner: true, ..Known::default() })
}

fn improvement(desk: &Desk, id: ImprovementId) -> Option<Known> {
    use improvement::State;
    let one = desk.improvements().get(id).ok()?;
    let fields = filled([
        ("summary", true),
        ("why", !one.why.is_empty()),
        ("effort", true),
        ("benefit", true),
        ("owner", one.owner.is_some()),
        ("measure", one.measure.is_some()),
        ("baseline", one.baseline.is_some()),
        ("target", one.target.is_some()),
        ("due", one.due.is_some()),
    ]);
    let state = match one.state {
        State::New => "new",
        State::Accepted => "accepted",
        State::Assess => "assess",
        State::Approved => "approved",
        State::InProgress | State::OnHold(_) => "in-progress",
        State::Review => "review",
        State::Closed => "closed",
        State::Cancelled => "cancelled",
    };
    // A target with a fraction is none that a walk has decided on.
    let target = one.target.filter(|target| target.0 % improvement::Amount::ONE == 0);
    let target = target.and_then(|target| u64::try_from(target.0 / improvement::Amount::ONE).ok());
    Some(Known {
        title: one.summary.to_string(),
        state,
        fields,
        has_owner: one.owner.is_some(),
        target,
        ..Known::default()
    })
}
