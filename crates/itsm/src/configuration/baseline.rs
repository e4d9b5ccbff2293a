//! Baselines: instants with a name, at which the configuration is looked at again and compared. What it was then is
//! replayed from the journal; nothing is copied.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::desk::{Context, Desk};
use crate::ids::{BaselineId, Key};
use crate::refusal::Refusal;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// What people call it ("Before the move").
    pub name: Arc<str>,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// The baseline to name, with its name trimmed, if it may stand beside the others.
pub(super) fn name(desk: &Desk, wanted: Baseline, context: &Context) -> Result<(BaselineId, Baseline), Refusal> {
    let wanted = Baseline { name: Arc::from(wanted.name.trim()), ..wanted };
    if wanted.name.is_empty() {
        return Err(Refusal::Missing { field: "name", because: "nobody finds a baseline again that has none" });
    }
    if wanted.at > context.now {
        return Err(Refusal::Invalid {
            field: "instant",
            because: "it lies ahead, and nobody knows what the configuration will be then",
        });
    }
    let known = &desk.configuration().baselines;
    if known.values().any(|other| other.name.to_lowercase() == wanted.name.to_lowercase()) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another baseline has it, and nobody could tell them apart",
        });
    }
    let highest = known.keys().next_back().map_or(0, |id| id.0.number);
    Ok((BaselineId(Key { number: highest.saturating_add(1), tag: context.tag }), wanted))
}

/// The baseline to take away, if it is here.
pub(super) fn drop_baseline(desk: &Desk, id: BaselineId) -> Result<BaselineId, Refusal> {
    if desk.configuration().baselines.contains_key(&id) { Ok(id) } else { Err(Refusal::NoSuch { what: "baseline" }) }
}

/// Names an instant, or takes the name away.
pub(crate) fn apply_baseline(desk: &mut Desk, id: BaselineId, baseline: Option<&Baseline>) {
    match baseline {
        Some(baseline) => drop(desk.configuration.baselines.insert(id, baseline.clone())),
        None => drop(desk.configuration.baselines.remove(&id)),
    }
}

/// Takes out every baseline, so that they can be named again in their order.
pub(crate) fn forget_baselines(desk: &mut Desk) {
    desk.configuration.baselines.clear();
}
