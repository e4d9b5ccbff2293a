//! What a column of another tool's log means to us.

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// How people call the incident.
    Number,
    /// The state, as a word.
    State,
    /// Whom a hold waits for, where the state only says "On Hold".
    HoldReason,
    /// When the row was written.
    UpdatedAt,
    /// Who wrote the row.
    UpdatedBy,
    /// The row's place in its incident's history; orders rows of one instant.
    Revision,
    /// When the incident was opened.
    OpenedAt,
    /// When the record was made in the other tool.
    CreatedAt,
    /// When it was resolved.
    ResolvedAt,
    /// When it was closed.
    ClosedAt,
    /// How it came in.
    Channel,
    /// Who called.
    Caller,
    /// Who logged it.
    OpenedBy,
    /// Who resolved it.
    ResolvedBy,
    /// Who works on it.
    Assignee,
    /// The team.
    Group,
    /// The category.
    Category,
    /// The configuration item.
    Item,
    /// The impact.
    Impact,
    /// The urgency.
    Urgency,
    /// The other tool's priority.
    Priority,
    /// How often reassigned.
    Reassigned,
    /// How often reopened.
    Reopened,
    /// How it was resolved.
    ResolutionCode,
    /// Whether the other tool held its service level met.
    Verdict,
    /// In one line, what is wrong.
    Summary,
    /// What the caller told.
    Description,
    /// A column that we have no field for.
    Other,
}

/// Each field with the headers that stand for it, the usual one first. Sources: ServiceNow's incident table
/// (column names and, with underscores for blanks, labels) and the log of UCI 498.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Number, &["number"]),
    (Field::State, &["incident_state", "state"]),
    (Field::HoldReason, &["hold_reason", "on_hold_reason"]),
    (Field::UpdatedAt, &["sys_updated_at", "sys_updated_on", "updated"]),
    (Field::UpdatedBy, &["sys_updated_by", "updated_by"]),
    (Field::Revision, &["sys_mod_count"]),
    (Field::OpenedAt, &["opened_at", "opened"]),
    (Field::CreatedAt, &["sys_created_at", "sys_created_on", "created"]),
    (Field::ResolvedAt, &["resolved_at", "resolved"]),
    (Field::ClosedAt, &["closed_at", "closed"]),
    (Field::Channel, &["contact_type", "channel"]),
    (Field::Caller, &["caller_id", "caller"]),
    (Field::OpenedBy, &["opened_by"]),
    (Field::ResolvedBy, &["resolved_by"]),
    (Field::Assignee, &["assigned_to"]),
    (Field::Group, &["assignment_group"]),
    (Field::Category, &["category"]),
    (Field::Item, &["cmdb_ci", "configuration_item"]),
    (Field::Impact, &["impact"]),
    (Field::Urgency, &["urgency"]),
    (Field::Priority, &["priority"]),
    (Field::Reassigned, &["reassignment_count"]),
    (Field::Reopened, &["reopen_count"]),
    (Field::ResolutionCode, &["closed_code", "close_code", "resolution_code"]),
    (Field::Verdict, &["made_sla"]),
    (Field::Summary, &["short_description"]),
    (Field::Description, &["description"]),
];

impl Field {
    /// What an import cannot do without.
    pub const NEEDED: [Field; 3] = [Field::Number, Field::State, Field::UpdatedAt];

    /// The usual header of the field; empty for [`Field::Other`]. Also its name in the stored form.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(field, _)| *field == self).and_then(|(_, names)| names.first()).copied().unwrap_or("")
    }

    /// The field with that stored name; [`Field::Other`] for an empty or unknown one.
    pub fn named(name: &str) -> Field {
        NAMES.iter().find(|(_, names)| names.first() == Some(&name)).map_or(Field::Other, |(field, _)| *field)
    }

    /// The meaning of each header. Where two headers stand for one field, the more usual one gets it and the
    /// other is kept as it is.
    pub fn recognise(headers: &[String]) -> Vec<Field> {
        let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let mut fields = vec![Field::Other; headers.len()];
        for (field, names) in NAMES {
            let place = names.iter().find_map(|name| plain.iter().position(|header| header == name));
            if let Some(slot) = place.and_then(|place| fields.get_mut(place)) {
                *slot = *field;
            }
        }
        fields
    }

    /// Whether its cells are instants.
    pub fn is_moment(self) -> bool {
        matches!(self, Field::UpdatedAt | Field::OpenedAt | Field::CreatedAt | Field::ResolvedAt | Field::ClosedAt)
    }

    /// Whether its cells are whole numbers.
    pub fn is_whole(self) -> bool {
        matches!(self, Field::Revision | Field::Reassigned | Field::Reopened)
    }
}

/// A header without the differences that exports make: case, blanks, quotes left over.
fn plain(header: &str) -> String {
    header.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_recognised_in_any_case_and_by_their_labels() {
        let headers = ["Number", "INCIDENT_STATE", "Updated", "Assignment group", "colour"].map(String::from);
        assert_eq!(
            Field::recognise(&headers),
            [Field::Number, Field::State, Field::UpdatedAt, Field::Group, Field::Other]
        );
    }

    #[test]
    fn of_two_headers_for_one_field_the_usual_one_wins() {
        let headers = ["state", "incident_state"].map(String::from);
        assert_eq!(Field::recognise(&headers), [Field::Other, Field::State]);
    }

    #[test]
    fn every_field_is_found_again_by_its_stored_name() {
        for (field, _) in NAMES {
            assert_eq!(Field::named(field.name()), *field);
        }
        assert_eq!(Field::named(Field::Other.name()), Field::Other);
    }
}
