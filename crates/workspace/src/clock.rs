//! The desk's clock: the wall clock, or one that was shifted to where an import or a story left the desk.

use chrono::{DateTime, TimeDelta, Utc};

use crate::base::{Meta, Scope};

/// What the desk's present instant is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskClock {
    /// The wall clock.
    #[default]
    Wall,
    /// The wall clock, moved: an import as of an instant makes a desk that lives on from that instant, and so does a
    /// sample that was opened long after its last morning.
    Shifted {
        /// Desk time − wall time, in seconds; negative for a desk in the past.
        seconds: i64,
    },
}

impl DeskClock {
    /// The clock of a desk that began with an import, or blank.
    pub fn of(meta: Option<&Meta>) -> Self {
        match meta.map(|meta| (meta.scope, meta.imported_at)) {
            Some((Scope::AsOf(instant), imported_at)) => Self::from_import(instant, imported_at),
            Some((Scope::AsItWas, _)) | None => DeskClock::Wall,
        }
    }

    /// The clock of a desk that was moved by this much since, or of its base.
    pub fn moved(shift: Option<TimeDelta>, meta: Option<&Meta>) -> Self {
        shift.map_or_else(|| Self::of(meta), |shift| DeskClock::Shifted { seconds: shift.num_seconds() })
    }

    /// The clock of a desk whose present was `as_of` when the wall clock showed `imported_at`.
    pub fn from_import(as_of: DateTime<Utc>, imported_at: DateTime<Utc>) -> Self {
        DeskClock::Shifted { seconds: (as_of - imported_at).num_seconds() }
    }

    /// The desk's present instant, to the millisecond (the stored form keeps no more).
    pub fn desk_now(self, wall: DateTime<Utc>) -> DateTime<Utc> {
        let wall = DateTime::from_timestamp_millis(wall.timestamp_millis()).unwrap_or(wall);
        match self {
            DeskClock::Wall => wall,
            DeskClock::Shifted { seconds } => {
                TimeDelta::try_seconds(seconds).and_then(|shift| wall.checked_add_signed(shift)).unwrap_or(wall)
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::base::Report;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_shifted_desk_lives_on_from_where_the_import_left_it() {
        let meta = Meta {
            scope: Scope::AsOf(at("2016-05-16T09:00:00Z")),
            imported_at: at("2026-11-22T21:00:00Z"),
            file_name: String::new(),
            report: Report::default(),
        };
        let clock = DeskClock::of(Some(&meta));
        assert_eq!(clock.desk_now(at("2026-11-22T21:00:00Z")), at("2016-05-16T09:00:00Z"));
        assert_eq!(clock.desk_now(at("2026-11-23T22:30:00Z")), at("2016-05-17T10:30:00Z"));
    }

    #[test]
    fn a_desk_that_was_moved_goes_by_that_whatever_it_began_with() {
        let meta = Meta {
            scope: Scope::AsOf(at("2016-05-16T09:00:00Z")),
            imported_at: at("2026-11-22T21:00:00Z"),
            file_name: String::new(),
            report: Report::default(),
        };
        let moved = Some(TimeDelta::days(-254));
        for meta in [None, Some(&meta)] {
            let now = DeskClock::moved(moved, meta).desk_now(at("2026-11-25T07:40:00Z"));
            assert_eq!(now, at("2026-03-16T07:40:00Z"));
        }
        assert_eq!(DeskClock::moved(None, Some(&meta)), DeskClock::of(Some(&meta)));
    }

    #[test]
    fn a_desk_that_was_not_imported_as_of_an_instant_lives_now() {
        assert_eq!(DeskClock::of(None), DeskClock::Wall);
    }

    #[test]
    fn instants_are_cut_to_what_the_stored_form_keeps() {
        assert_eq!(DeskClock::Wall.desk_now(at("2026-11-22T21:00:00.123456Z")), at("2026-11-22T21:00:00.123Z"));
    }

    #[test]
    fn a_shift_beyond_all_calendars_leaves_the_wall_clock() {
        let wall = at("2026-11-22T21:00:00Z");
        assert_eq!(DeskClock::Shifted { seconds: i64::MAX }.desk_now(wall), wall);
    }
}
