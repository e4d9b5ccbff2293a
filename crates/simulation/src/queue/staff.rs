//! Who serves, and who of them is free.

use serde::{Deserialize, Serialize};

use super::rota::Crew;
use super::{Moment, Rota};

/// Who serves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Staff {
    /// So many servers, always.
    Fixed(u32),
    /// Crews by a rota.
    Rota(Rota),
}

impl Staff {
    /// Whether anybody ever serves.
    pub fn ever_works(&self) -> bool {
        match self {
            Self::Fixed(servers) => *servers > 0,
            Self::Rota(rota) => rota.ever_works(),
        }
    }
}

/// The staff at an instant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct OnDuty {
    staff: Staff,
    crew: Crew,
    free: u32,
}

impl OnDuty {
    pub fn new(staff: Staff) -> Self {
        let crew = match &staff {
            Staff::Fixed(servers) => Crew { number: 0, servers: *servers },
            // Before every turn: the first instant that is asked for brings its crew.
            Staff::Rota(_) => Crew { number: i64::MIN, servers: 0 },
        };
        Self { staff, crew, free: crew.servers }
    }

    /// Lets whoever works from this instant on take over.
    pub fn from(&mut self, at: Moment) {
        if let Staff::Rota(rota) = &self.staff {
            self.take_over(rota.crew_from(at));
        }
    }

    /// Lets whoever works up to this instant take over: what ends at a boundary ends before the fresh crew comes.
    pub fn until(&mut self, at: Moment) {
        if let Staff::Rota(rota) = &self.staff {
            self.take_over(rota.crew_until(at));
        }
    }

    fn take_over(&mut self, crew: Crew) {
        // Crews only follow each other: a service that takes no time, begun at a boundary, ends there too, and must not
        // bring the old crew back.
        if crew.number > self.crew.number {
            self.crew = crew;
            self.free = crew.servers;
        }
    }

    /// Somebody of the crew begins to serve: the crew's number, or `None` if nobody is free.
    pub fn begin(&mut self) -> Option<i64> {
        self.free = self.free.checked_sub(1)?;
        Some(self.crew.number)
    }

    /// Somebody of that crew is done. Who belongs to an earlier crew goes home.
    pub fn done(&mut self, crew: i64) {
        self.free = self.free.saturating_add(u32::from(crew == self.crew.number));
    }

    pub fn boundary_after(&self, at: Moment) -> Option<Moment> {
        match &self.staff {
            Staff::Fixed(_) => None,
            Staff::Rota(rota) => rota.boundary_after(at),
        }
    }
}
