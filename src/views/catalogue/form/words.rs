//! Prices and limits of a form, in words.

use itsm::catalogue::form::{Field, FieldKind};

pub use crate::views::catalogue::money::surcharge;

/// What helps to answer, and what is taken: the field's own words, its limits, what each one costs.
pub fn hint(field: &Field, currency: &str) -> Option<String> {
    let mut hints = vec![field.help.trim().to_owned()];
    match &field.kind {
        FieldKind::Number { least, most, unit, each } => {
            let of = |number: &i64| [&number.to_string(), " ", unit].concat().trim_end().to_owned();
            match (least, most) {
                (Some(least), Some(most)) => hints.push(["From ", &least.to_string(), " to ", &of(most), "."].concat()),
                (Some(least), None) => hints.push(["At least ", &of(least), "."].concat()),
                (None, Some(most)) => hints.push(["At most ", &of(most), "."].concat()),
                (None, None) => {}
            }
            if *each != 0 {
                hints.push(["Each: ", &surcharge(*each, currency), "."].concat());
            }
        }
        FieldKind::Text { most, .. } if *most > 0 => {
            hints.push(["At most ", &most.to_string(), " characters."].concat());
        }
        FieldKind::Choices { most: 1, .. } => hints.push("Choose one at most.".to_owned()),
        FieldKind::Choices { most, .. } if *most > 0 => hints.push(["Choose up to ", &most.to_string(), "."].concat()),
        FieldKind::Date { notice_days: 1, .. } => hints.push("From tomorrow on.".to_owned()),
        FieldKind::Date { notice_days, .. } if *notice_days > 0 => {
            hints.push(["At least ", &notice_days.to_string(), " days ahead."].concat());
        }
        FieldKind::FileName => {
            hints.push("Nothing is uploaded: write the file's name and send the file separately.".to_owned());
        }
        _ => {}
    }
    let hint = hints.into_iter().filter(|hint| !hint.is_empty()).collect::<Vec<_>>().join(" ");
    (!hint.is_empty()).then_some(hint)
}
