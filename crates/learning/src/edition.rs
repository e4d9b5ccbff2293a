//! The editions: the same work in three vocabularies.

/// An edition of ITIL. The reader chooses one; the app speaks its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edition {
    /// Version 3, in its 2011 revision: five stages, processes and functions.
    V3,
    /// ITIL 4 of 2019: value system and practices. The default, since most exams today are on it.
    #[default]
    V4,
    /// Version 5 of 2026: digital products and services.
    V5,
}

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Agreed by independent sources.
    Settled,
    /// Told by some sources; never the key of a scored question.
    Reported,
}

impl Edition {
    /// Every edition, oldest first.
    pub const ALL: [Edition; 3] = [Edition::V3, Edition::V4, Edition::V5];

    /// The name people use.
    pub fn name(self) -> &'static str {
        match self {
            Edition::V3 => "ITIL v3 (2011)",
            Edition::V4 => "ITIL 4",
            Edition::V5 => "ITIL (Version 5)",
        }
    }

    /// The short form for stored settings and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Edition::V3 => "v3",
            Edition::V4 => "4",
            Edition::V5 => "5",
        }
    }

    /// The edition with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.code() == code)
    }

    /// Who should choose it: the answer to "Which is my exam?".
    pub fn whose(self) -> &'static str {
        match self {
            Edition::V3 => "For organisations that still speak of processes and stages. Its exams have ended.",
            Edition::V4 => "For the ITIL 4 Foundation exam: your certificate or course says “ITIL 4”.",
            Edition::V5 => "For the Foundation exam launched in February 2026: your course says “Version 5”.",
        }
    }

    /// What this edition calls its ways of working: processes before ITIL 4, practices since.
    pub fn way_of_working(self) -> &'static str {
        match self {
            Edition::V3 => "process",
            Edition::V4 | Edition::V5 => "practice",
        }
    }
}
