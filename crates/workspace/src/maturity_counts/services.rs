//! What the configuration and the catalogue tell of services and items.

use itsm::catalogue::{self, Which};
use itsm::configuration::{Item, LifeState, Node};
use itsm::{EntryId, ItemId, ServiceId};

use super::year::Year;
use super::{Count, share};
use crate::catalogue::offer::{As, Standing, standing};

/// Of the items in use, those that somebody answers for; nothing where no item is described. What nobody has described
/// is taken for one in use, as elsewhere.
pub(super) fn items_with_owner(year: &Year<'_>) -> Option<Count> {
    let (directory, map) = (year.desk.directory(), year.desk.configuration());
    let is_in_use = |id: &ItemId| {
        let state = map.item(*id).map_or(LifeState::default(), |item: &Item| item.state);
        matches!(state, LifeState::Live | LifeState::UnderMaintenance) && !directory.is_retired(EntryId::Item(*id))
    };
    let is_described = map.items().len() > 0;
    let in_use = directory.items.keys().filter(|id| is_described && is_in_use(id));
    share(in_use, |id| map.item(**id).is_some_and(|item| item.owner.is_some()))
}

/// Of the live services, those that say which items they need; nothing where no need is written down at all.
pub(super) fn with_items(year: &Year<'_>) -> Option<Count> {
    let map = year.desk.configuration();
    map.all_needs().next()?;
    let needs_item = |id: &ServiceId| {
        let mut nodes = map.needs(Node::Service(*id)).iter().flat_map(|need| need.of());
        nodes.any(|node| node.item().is_some())
    };
    share(year.live_services(), needs_item)
}

/// Of the live services, those whose entry in the catalogue names an owner; nothing where there is no catalogue.
pub(super) fn with_owner(year: &Year<'_>) -> Option<Count> {
    let portfolio = year.desk.portfolio();
    portfolio.listings().next()?;
    share(year.live_services(), |id| portfolio.listing(*id).is_some_and(|listing| listing.draft.owner.is_some()))
}

/// Of the live services, those that customers see in the published catalogue today; nothing where there is no catalogue.
pub(super) fn published(year: &Year<'_>) -> Option<Count> {
    year.desk.portfolio().listings().next()?;
    let shown = catalogue::catalogue(year.desk, Which::Published(year.now));
    let today = year.period.last();
    let is_seen = |id: &ServiceId| standing(&shown, *id, As::Customers, None, today) == Standing::Offered;
    share(year.live_services(), is_seen)
}
