//! What the words of other tools mean in ours. A word that is not known gives nothing: then it is asked for.

use super::tool::Tool;
use crate::base::field::Field;
use crate::base::word::{self, StateWord, plain};

/// What stands for "not known" in a mapping.
pub const NOT_KNOWN: &str = "?";

/// States, as a base writes them and as people read them.
pub const STATES: [(&str, &str); 11] = [
    ("New", "New"),
    ("In Progress", "In progress"),
    ("On Hold", "On hold, reason elsewhere"),
    ("Awaiting Caller", "On hold, awaiting caller"),
    ("Awaiting Vendor", "On hold, awaiting supplier"),
    ("Awaiting Problem", "On hold, awaiting problem"),
    ("Awaiting Change", "On hold, awaiting change"),
    ("Awaiting Evidence", "On hold, awaiting evidence"),
    ("Resolved", "Resolved"),
    ("Closed", "Closed"),
    ("Cancelled", "Cancelled"),
];

const HOLDS: [(&str, &str); 5] = [
    ("Awaiting Caller", "Caller"),
    ("Awaiting Vendor", "Supplier"),
    ("Awaiting Problem", "Problem"),
    ("Awaiting Change", "Change"),
    ("Awaiting Evidence", "Evidence"),
];

const LEVELS: [(&str, &str); 3] = [("1 - High", "High"), ("2 - Medium", "Medium"), ("3 - Low", "Low")];

const PRIORITIES: [(&str, &str); 5] = [
    ("1 - Critical", "1, critical"),
    ("2 - High", "2, high"),
    ("3 - Moderate", "3, moderate"),
    ("4 - Low", "4, low"),
    ("5 - Planning", "5, planning"),
];

/// The fields whose words are translated.
pub const TRANSLATED: [Field; 5] = [Field::State, Field::HoldReason, Field::Impact, Field::Urgency, Field::Priority];

/// What a word of a field may become: as it is stored, and as people read it.
pub fn choices(field: Field) -> &'static [(&'static str, &'static str)] {
    match field {
        Field::State => &STATES,
        Field::HoldReason => &HOLDS,
        Field::Impact | Field::Urgency => &LEVELS,
        Field::Priority => &PRIORITIES,
        _ => &[],
    }
}

/// What a word of a field becomes, if that is known.
pub fn guess(tool: Tool, field: Field, text: &str) -> Option<&'static str> {
    let text = plain(text.trim());
    match field {
        Field::State => state(tool, &text),
        Field::HoldReason => hold(&text),
        Field::Impact | Field::Urgency => level(tool, field, &text).and_then(|step| nth(&LEVELS, step)),
        Field::Priority => priority(tool, &text).and_then(|step| nth(&PRIORITIES, step)),
        _ => None,
    }
}

/// Whether a word in itself already says what it becomes, so that it need not be kept beside.
pub fn says_it(field: Field, text: &str, becomes: &str) -> bool {
    match field {
        Field::State => word::state(text) != StateWord::Unknown && word::state(text) == word::state(becomes),
        Field::HoldReason => word::hold_reason(text).is_some() && word::hold_reason(text) == word::hold_reason(becomes),
        Field::Impact | Field::Urgency => word::level(text).is_some() && word::level(text) == word::level(becomes),
        Field::Priority => word::priority(text).is_some() && word::priority(text) == word::priority(becomes),
        _ => true,
    }
}

fn nth(choices: &'static [(&'static str, &'static str)], step: u8) -> Option<&'static str> {
    choices.get(usize::from(step).checked_sub(1)?).map(|(word, _)| *word)
}

/// Sources: the states of ServiceNow, iTop, GLPI and Jira Service Management, and usual words of four languages.
fn state(tool: Tool, text: &str) -> Option<&'static str> {
    if tool == Tool::Glpi {
        let by_number = match text {
            "1" => Some("New"),
            "2" | "3" => Some("In Progress"),
            "4" => Some("On Hold"),
            "5" => Some("Resolved"),
            "6" => Some("Closed"),
            _ => None,
        };
        if by_number.is_some() {
            return by_number;
        }
    }
    if matches!(word::state(text), StateWord::Known(_) | StateWord::Hold) {
        let same = |(known, _): &&(&'static str, &str)| word::state(known) == word::state(text);
        return STATES.iter().find(same).map(|(known, _)| *known);
    }
    Some(match text {
        "opened"
        | "to do"
        | "todo"
        | "backlog"
        | "submitted"
        | "reported"
        | "created"
        | "logged"
        | "unassigned"
        | "waiting for support"
        | "escalated tto"
        | "selected for development"
        | "neu"
        | "offen"
        | "nouveau"
        | "ouvert"
        | "nuevo"
        | "abierto"
        | "novo"
        | "aberto" => "New",
        "assigned"
        | "processing"
        | "processing (assigned)"
        | "processing (planned)"
        | "planned"
        | "escalated"
        | "escalated ttr"
        | "reopened"
        | "accepted"
        | "in review"
        | "under investigation"
        | "investigating"
        | "under review"
        | "started"
        | "ongoing"
        | "doing"
        | "in bearbeitung"
        | "in arbeit"
        | "zugewiesen"
        | "en cours"
        | "en cours (attribué)"
        | "en cours (planifié)"
        | "en curso"
        | "em andamento"
        | "in behandlung" => "In Progress",
        "waiting"
        | "hold"
        | "stalled"
        | "suspended"
        | "deferred"
        | "paused"
        | "blocked"
        | "waiting for approval"
        | "awaiting approval"
        | "wartend"
        | "en attente"
        | "en espera"
        | "pendiente"
        | "pendente" => "On Hold",
        "waiting for customer"
        | "waiting for user"
        | "waiting for caller"
        | "waiting on customer"
        | "pending customer"
        | "pending user"
        | "waiting for reply"
        | "waiting for requester"
        | "wartet auf kunde" => "Awaiting Caller",
        "waiting for vendor"
        | "waiting for supplier"
        | "waiting on third party"
        | "waiting for third party"
        | "pending vendor"
        | "with vendor"
        | "with supplier" => "Awaiting Vendor",
        "solved" | "fixed" | "done" | "completed" | "complete" | "gelöst" | "erledigt" | "résolu" | "resuelto"
        | "resolvido" | "solucionado" => "Resolved",
        "archived" | "geschlossen" | "clos" | "fermé" | "cerrado" | "fechado" | "encerrado" => "Closed",
        "rejected" | "declined" | "withdrawn" | "won't do" | "won't fix" | "not an issue" | "invalid" | "dropped"
        | "storniert" | "abgelehnt" | "annulé" | "cancelado" => "Cancelled",
        _ => return None,
    })
}

fn hold(text: &str) -> Option<&'static str> {
    let text =
        ["waiting for ", "waiting on ", "pending "].iter().find_map(|begins| text.strip_prefix(begins)).unwrap_or(text);
    if let Some(reason) = word::hold_reason(text) {
        return HOLDS.iter().find(|(known, _)| word::hold_reason(known) == Some(reason)).map(|(known, _)| *known);
    }
    Some(match text {
        "requester" | "customer reply" | "reporter" => "Awaiting Caller",
        "third party" | "provider" => "Awaiting Vendor",
        _ => return None,
    })
}

/// The digit at the beginning of a word ("2 - Medium", "P2"), if it begins with one.
fn digit(text: &str) -> Option<u8> {
    let digits = text.strip_prefix(['p', 's']).unwrap_or(text);
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end)?.parse().ok()
}

/// Five steps become three: the two highest are high, the two lowest low.
fn level(tool: Tool, field: Field, text: &str) -> Option<u8> {
    if let Some(digit) = digit(text) {
        return match (tool, digit) {
            // GLPI counts from 1, very low, to 5, very high.
            (Tool::Glpi, 4..=6) => Some(1),
            (Tool::Glpi, 3) => Some(2),
            (Tool::Glpi, 1 | 2) => Some(3),
            // iTop's urgency has four steps.
            (Tool::ITop, 1..=4) if field == Field::Urgency => Some(digit.saturating_sub(1).max(1)),
            (_, 1..=3) => Some(digit),
            _ => None,
        };
    }
    Some(match text {
        "very high"
        | "highest"
        | "high"
        | "critical"
        | "urgent"
        | "major"
        | "extensive"
        | "significant"
        | "extensive / widespread"
        | "significant / large"
        | "a department"
        | "department"
        | "sehr hoch"
        | "hoch"
        | "très haute"
        | "haute"
        | "muy alta"
        | "alta" => 1,
        "medium" | "moderate" | "normal" | "limited" | "moderate / limited" | "a service" | "service" | "mittel"
        | "moyenne" | "media" | "média" => 2,
        "low" | "lowest" | "very low" | "minor" | "localized" | "minor / localized" | "a person" | "person"
        | "niedrig" | "sehr niedrig" | "basse" | "très basse" | "baja" | "muy baja" | "baixa" => 3,
        _ => return None,
    })
}

fn priority(tool: Tool, text: &str) -> Option<u8> {
    if let Some(digit) = digit(text) {
        return match (tool, digit) {
            (Tool::Glpi, 5 | 6) => Some(1),
            (Tool::Glpi, 1..=4) => Some(6 - digit),
            (_, 1..=5) => Some(digit),
            _ => None,
        };
    }
    Some(match (tool, text) {
        (Tool::Jira, "critical") => 2,
        (Tool::Jira, "major") => 3,
        (
            _,
            "critical" | "blocker" | "highest" | "very high" | "urgent" | "emergency" | "major" | "sehr hoch"
            | "kritisch" | "très haute" | "muy alta" | "crítica",
        ) => 1,
        (_, "high" | "hoch" | "haute" | "alta") => 2,
        (_, "medium" | "moderate" | "normal" | "average" | "mittel" | "moyenne" | "media" | "média") => 3,
        (_, "low" | "minor" | "niedrig" | "basse" | "baja" | "baixa") => 4,
        (_, "lowest" | "trivial" | "very low" | "planning" | "sehr niedrig" | "très basse" | "muy baja") => 5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_may_be_chosen_is_understood_when_a_base_is_opened() {
        for (stored, _) in STATES {
            assert_ne!(word::state(stored), StateWord::Unknown, "{stored}");
        }
        assert!(HOLDS.iter().all(|(stored, _)| word::hold_reason(stored).is_some()));
        assert!(LEVELS.iter().all(|(stored, _)| word::level(stored).is_some()));
        assert!(PRIORITIES.iter().all(|(stored, _)| word::priority(stored).is_some()));
    }

    #[test]
    fn the_states_of_four_tools_are_known() {
        let words = |tool, words: &[&str]| -> Vec<&'static str> {
            words.iter().map(|word| guess(tool, Field::State, word).unwrap_or("unknown")).collect()
        };
        assert_eq!(
            words(Tool::ServiceNow, &["New", "In Progress", "On Hold", "Resolved", "Closed", "Canceled", "6", "-100"]),
            ["New", "In Progress", "On Hold", "Resolved", "Closed", "Cancelled", "Resolved", "unknown"]
        );
        assert_eq!(
            words(Tool::ITop, &["New", "Assigned", "escalated_tto", "escalated_ttr", "Pending", "Resolved", "Closed"]),
            ["New", "In Progress", "New", "In Progress", "On Hold", "Resolved", "Closed"]
        );
        assert_eq!(
            words(
                Tool::Glpi,
                &["New", "Processing (assigned)", "Processing (planned)", "Pending", "Solved", "Closed", "5"]
            ),
            ["New", "In Progress", "In Progress", "On Hold", "Resolved", "Closed", "Resolved"]
        );
        assert_eq!(
            words(Tool::Jira, &["Waiting for support", "Waiting for customer", "Work in progress", "Done", "Reopened"]),
            ["New", "Awaiting Caller", "In Progress", "Resolved", "In Progress"]
        );
    }

    #[test]
    fn five_steps_become_ours() {
        let levels =
            ["Very high", "High", "Medium", "Low", "Very low"].map(|word| guess(Tool::Glpi, Field::Urgency, word));
        assert_eq!(levels, ["1 - High", "1 - High", "2 - Medium", "3 - Low", "3 - Low"].map(Some));
        let steps = ["5", "4", "3", "2", "1"].map(|word| guess(Tool::Glpi, Field::Priority, word));
        assert_eq!(steps, ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low", "5 - Planning"].map(Some));
        assert_eq!(guess(Tool::Jira, Field::Priority, "Highest"), Some("1 - Critical"));
        assert_eq!(guess(Tool::Other, Field::Priority, "P2"), Some("2 - High"));
        assert_eq!(guess(Tool::Other, Field::Priority, "whenever"), None);
    }
}
