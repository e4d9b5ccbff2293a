//! The zone in which times are shown: that of the desk's agreement. Inside, everything is UTC.

use chrono::{DateTime, NaiveDateTime, Utc};

/// A way to show instants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone(pub(super) Option<itsm::calendar::Zone>);

impl Zone {
    /// The local time there; UTC where no zone is known.
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        self.0.map_or_else(|| at.naive_utc(), |zone| zone.local(at))
    }
}

impl Zone {
    /// The zone of a desk.
    pub fn of(desk: &itsm::Desk) -> Self {
        Self(itsm::calendar::Zone::named(&desk.agreement().agreement().calendar.zone))
    }
}

impl Zone {
    /// The instant at which clocks there show `local`; a time that is left out in spring moves on by the gap.
    pub fn instant(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.0.map_or_else(|| Some(local.and_utc()), |zone| zone.resolve(local))
    }
}
