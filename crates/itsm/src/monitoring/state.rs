//! How bad an event is, and where what it belongs to stands.

/// What an event means for whoever watches. Source: the three significances that ITIL names in every edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// All is as it should be; kept for the record.
    Informational,
    /// Something comes near a threshold; there is still time.
    Warning,
    /// Something is not as it should be, or has failed.
    Exception,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: [Severity; 3] = [Severity::Informational, Severity::Warning, Severity::Exception];
}

/// Where an alert stands: what one cause has sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Kept for the record: nothing is to be done.
    Noted,
    /// Somebody has to look.
    Open,
    /// Somebody knows of it.
    Acknowledged,
    /// The source says that all is well again.
    Cleared,
    /// Somebody has finished with it. It opens again if its cause sends more.
    Closed,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 5] = [State::Noted, State::Open, State::Acknowledged, State::Cleared, State::Closed];

    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        matches!(self, State::Open | State::Acknowledged)
    }
}
