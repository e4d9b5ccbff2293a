//! Maintenance windows: when work on something is expected, week after week, in local time.

use std::sync::Arc;

use super::scope::Scope;
use crate::calendar::CalendarSpec;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct MaintenanceWindow {
    /// What people call it ("Sunday night").
    pub name: Arc<str>,
    /// What may be worked on in it. The particular outranks the general: an item with a window of its own is not worked
    /// on in the window that is for all.
    pub scope: Scope,
    /// The weekly hours, in an IANA zone. Hours across midnight are two windows that touch.
    pub hours: CalendarSpec,
}
