//! The words of other tools, in ours. A word that is not known gives nothing: whoever asks says so.

use itsm::incident::{Channel, HoldReason, State};
use itsm::{Level, Priority};

/// What a word says about the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// A state of ours.
    Known(State),
    /// A hold whose reason must stand elsewhere.
    Hold,
    /// Nothing that we know.
    Unknown,
}

/// A state. Words from ServiceNow's incident states, old and new, and their numbers.
pub fn state(word: &str) -> StateWord {
    use StateWord::Known;
    match plain(word).as_str() {
        "new" | "open" | "1" => Known(State::New),
        "active" | "in progress" | "work in progress" | "2" => Known(State::InProgress),
        "on hold" | "pending" | "3" => StateWord::Hold,
        "resolved" | "6" => Known(State::Resolved),
        "closed" | "7" => Known(State::Closed),
        "cancelled" | "canceled" | "8" => Known(State::Cancelled),
        other => match other.strip_prefix("awaiting ").and_then(awaited) {
            Some(reason) => Known(State::OnHold(reason)),
            None => StateWord::Unknown,
        },
    }
}

/// Whom a hold waits for.
pub fn hold_reason(word: &str) -> Option<HoldReason> {
    let word = plain(word);
    awaited(word.strip_prefix("awaiting ").unwrap_or(&word))
}

fn awaited(whom: &str) -> Option<HoldReason> {
    Some(match whom {
        "user info" | "user" | "caller" | "customer" => HoldReason::Caller,
        "vendor" | "supplier" => HoldReason::Supplier,
        "problem" => HoldReason::Problem,
        "change" => HoldReason::Change,
        "evidence" => HoldReason::Evidence,
        _ => return None,
    })
}

/// How an incident came in, and whether the word says more than our channel does.
pub fn channel(word: &str) -> Option<(Channel, bool)> {
    Some(match plain(word).as_str() {
        "phone" | "telephone" | "call" => (Channel::Phone, false),
        // The caller spoke with a machine first.
        "ivr" => (Channel::Phone, true),
        "email" | "mail" => (Channel::Email, false),
        "self service" | "portal" | "web" => (Channel::Portal, false),
        "chat" => (Channel::Chat, false),
        "virtual agent" => (Channel::Chat, true),
        "walk in" => (Channel::WalkIn, false),
        "monitoring" | "event" | "event management" => (Channel::Monitoring, false),
        "direct opening" | "direct" => (Channel::Direct, false),
        _ => return None,
    })
}

/// A step on a scale: "2 - Medium", "2" or "Medium".
pub fn level(word: &str) -> Option<Level> {
    step(word, &["high", "medium", "low"]).map(Level)
}

/// A priority: "3 - Moderate", "3" or "Moderate".
pub fn priority(word: &str) -> Option<Priority> {
    step(word, &["critical", "high", "moderate", "low", "planning"]).map(Priority)
}

fn step(word: &str, names: &[&str]) -> Option<u8> {
    let word = plain(word);
    let digits = word.find(|letter: char| !letter.is_ascii_digit()).map_or(word.as_str(), |end| &word[..end]);
    let number = match digits.parse() {
        Ok(number) => number,
        Err(_) => u8::try_from(names.iter().position(|name| *name == word)? + 1).ok()?,
    };
    (1..=5).contains(&number).then_some(number)
}

/// Yes or no.
pub fn truth(word: &str) -> Option<bool> {
    match plain(word).as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// Lower case, single blanks, no hyphens.
pub fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for part in word.split(|letter: char| letter.is_whitespace() || letter == '-' || letter == '_') {
        if !part.is_empty() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(&part.to_lowercase());
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_the_real_log_but_minus_100_is_known() {
        let hold = |reason| StateWord::Known(State::OnHold(reason));
        for (word, expected) in [
            ("New", StateWord::Known(State::New)),
            ("Active", StateWord::Known(State::InProgress)),
            ("Awaiting User Info", hold(HoldReason::Caller)),
            ("Awaiting Vendor", hold(HoldReason::Supplier)),
            ("Awaiting Problem", hold(HoldReason::Problem)),
            ("Awaiting Evidence", hold(HoldReason::Evidence)),
            ("Resolved", StateWord::Known(State::Resolved)),
            ("Closed", StateWord::Known(State::Closed)),
            ("-100", StateWord::Unknown),
        ] {
            assert_eq!(state(word), expected, "{word}");
        }
    }

    #[test]
    fn a_hold_without_a_reason_asks_for_one() {
        assert_eq!(state("On Hold"), StateWord::Hold);
        assert_eq!(hold_reason("Awaiting Change"), Some(HoldReason::Change));
        assert_eq!(hold_reason("Caller"), Some(HoldReason::Caller));
        assert_eq!(hold_reason("?"), None);
    }

    #[test]
    fn levels_and_priorities_are_read_from_numbers_and_from_names() {
        assert_eq!(level("2 - Medium"), Some(Level(2)));
        assert_eq!(level("low"), Some(Level(3)));
        assert_eq!(level("9 - Never"), None);
        assert_eq!(priority("1 - Critical"), Some(Priority(1)));
        assert_eq!(priority("Planning"), Some(Priority(5)));
        assert_eq!(priority("urgent"), None);
    }

    #[test]
    fn a_channel_that_says_more_than_ours_is_kept_in_its_own_word_too() {
        assert_eq!(channel("IVR"), Some((Channel::Phone, true)));
        assert_eq!(channel("Self-service"), Some((Channel::Portal, false)));
        assert_eq!(channel("pigeon"), None);
    }
}
