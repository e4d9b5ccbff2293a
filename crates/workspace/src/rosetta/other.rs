//! The states of changes and requests, by the words that their pages say: so that what is told of them here needs
//! nothing but their cards.

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it all.
pub enum ChangeStep {
    New,
    Assess,
    Authorize,
    Scheduled,
    Implement,
    Review,
    Closed,
    Cancelled,
}

impl ChangeStep {
    /// Every state, in the order of a life.
    pub const ALL: [ChangeStep; 8] = [
        ChangeStep::New,
        ChangeStep::Assess,
        ChangeStep::Authorize,
        ChangeStep::Scheduled,
        ChangeStep::Implement,
        ChangeStep::Review,
        ChangeStep::Closed,
        ChangeStep::Cancelled,
    ];

    /// The state that a page calls so.
    pub fn of(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let named = [
            ("cancel", ChangeStep::Cancelled),
            ("close", ChangeStep::Closed),
            ("review", ChangeStep::Review),
            ("implement", ChangeStep::Implement),
            ("schedul", ChangeStep::Scheduled),
            ("authori", ChangeStep::Authorize),
            ("approv", ChangeStep::Authorize),
            ("assess", ChangeStep::Assess),
            ("new", ChangeStep::New),
            ("draft", ChangeStep::New),
        ];
        named.into_iter().find(|(part, _)| word.contains(part)).map(|(_, step)| step)
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it all.
pub enum RequestStep {
    New,
    AwaitingApproval,
    Approved,
    InProgress,
    Pending,
    Complete,
    Incomplete,
    Rejected,
    Cancelled,
}

impl RequestStep {
    /// Every state, in the order of a life.
    pub const ALL: [RequestStep; 9] = [
        RequestStep::New,
        RequestStep::AwaitingApproval,
        RequestStep::Approved,
        RequestStep::InProgress,
        RequestStep::Pending,
        RequestStep::Complete,
        RequestStep::Incomplete,
        RequestStep::Rejected,
        RequestStep::Cancelled,
    ];

    /// The state that a page calls so.
    pub fn of(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let named = [
            ("cancel", RequestStep::Cancelled),
            ("withdraw", RequestStep::Cancelled),
            ("reject", RequestStep::Rejected),
            ("refus", RequestStep::Rejected),
            ("incomplete", RequestStep::Incomplete),
            ("complete", RequestStep::Complete),
            ("fulfilled", RequestStep::Complete),
            ("closed", RequestStep::Complete),
            ("approval", RequestStep::AwaitingApproval),
            ("approved", RequestStep::Approved),
            ("pending", RequestStep::Pending),
            ("hold", RequestStep::Pending),
            ("waiting", RequestStep::Pending),
            ("progress", RequestStep::InProgress),
            ("fulfil", RequestStep::InProgress),
            ("new", RequestStep::New),
            ("draft", RequestStep::New),
            ("submitted", RequestStep::New),
        ];
        named.into_iter().find(|(part, _)| word.contains(part)).map(|(_, step)| step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_pages_lead_to_their_states() {
        let changes = ["New", "Assess", "Authorize", "Scheduled", "Implement", "Review", "Closed", "Cancelled"];
        assert_eq!(changes.map(ChangeStep::of), ChangeStep::ALL.map(Some));
        let requests = [
            "New",
            "Waiting for approval",
            "Approved",
            "In progress",
            "Pending",
            "Closed complete",
            "Closed incomplete",
            "Rejected",
            "Cancelled",
        ];
        assert_eq!(requests.map(RequestStep::of), RequestStep::ALL.map(Some));
        assert_eq!(RequestStep::of("Sleeping"), None);
    }
}
