//! Which tool a file comes from, and what its columns mean to us.

use crate::base::field::Field;
use crate::base::word::plain;

/// A tool whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// ServiceNow, one row for each incident.
    ServiceNow,
    /// ServiceNow, one row for each update.
    ServiceNowLog,
    /// iTop.
    ITop,
    /// Jira, also Jira Service Management.
    Jira,
    /// GLPI.
    Glpi,
    /// A spreadsheet, or a tool that is not known.
    Other,
}

impl Tool {
    /// What the file was taken for.
    pub fn name(self) -> &'static str {
        match self {
            Tool::ServiceNow => "a ServiceNow list of incidents",
            Tool::ServiceNowLog => "a ServiceNow event log",
            Tool::ITop => "an iTop export",
            Tool::Jira => "a Jira export",
            Tool::Glpi => "a GLPI export",
            Tool::Other => "a table of tickets",
        }
    }

    /// The tool, by the names of the columns.
    pub fn of(headers: &[String]) -> Tool {
        let plain: Vec<String> = headers.iter().map(|header| bare(header)).collect();
        let has = |name: &str| plain.iter().any(|header| header == name);
        let some = |names: &[&str]| names.iter().any(|name| has(name));
        if has("number") && has("incident state") && has("sys updated at") {
            return Tool::ServiceNowLog;
        }
        if has("number")
            && some(&["short description", "sys id", "assignment group", "incident state", "sys created on"])
        {
            return Tool::ServiceNow;
        }
        if has("issue key") || (has("key") && has("summary") && some(&["issue type", "reporter"])) {
            return Tool::Jira;
        }
        if some(&["ref", "operational status"])
            && some(&[
                "operational status",
                "agent",
                "agent id friendlyname",
                "org id",
                "org id name",
                "organization",
                "start date",
            ])
        {
            return Tool::ITop;
        }
        if has("id")
            && has("title")
            && some(&["opening date", "requester requester", "assigned to technician", "last update"])
        {
            return Tool::Glpi;
        }
        Tool::Other
    }
}

/// The names of columns for each field, the most telling first. In lower case, with single blanks for all else.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Number,
        &[
            "number",
            "issue key",
            "ref",
            "ticket number",
            "ticket id",
            "incident number",
            "incident id",
            "ticket",
            "case number",
            "id",
            "key",
            "reference",
            "no",
            "nr",
            "ticket no",
            "ticketnummer",
            "nummer",
            "referencia",
        ],
    ),
    (Field::State, &["incident state", "state", "status", "operational status", "estado", "statut", "zustand"]),
    (Field::HoldReason, &["on hold reason", "hold reason", "pending reason", "reason on hold"]),
    (
        Field::OpenedAt,
        &[
            "opened at",
            "opened",
            "opening date",
            "start date",
            "created",
            "created at",
            "created on",
            "sys created on",
            "sys created at",
            "creation date",
            "date created",
            "created date",
            "open date",
            "opened on",
            "date opened",
            "reported",
            "reported at",
            "date",
            "erstellt",
            "erstellt am",
            "geöffnet",
            "fecha de apertura",
            "aberto em",
        ],
    ),
    (
        Field::UpdatedAt,
        &[
            "sys updated at",
            "sys updated on",
            "updated",
            "updated at",
            "last update",
            "last updated",
            "last modified",
            "updated on",
            "modified",
            "last activity",
            "aktualisiert",
            "geändert am",
        ],
    ),
    (
        Field::ResolvedAt,
        &[
            "resolved at",
            "resolved",
            "resolution date",
            "resolved on",
            "date resolved",
            "solved",
            "solved at",
            "solve date",
            "solution date",
            "resolution time",
            "gelöst",
            "gelöst am",
        ],
    ),
    (
        Field::ClosedAt,
        &[
            "closed at",
            "closed",
            "closing date",
            "close date",
            "closed on",
            "date closed",
            "end date",
            "geschlossen",
            "geschlossen am",
        ],
    ),
    (
        Field::Caller,
        &[
            "caller id",
            "caller",
            "caller id friendlyname",
            "requester requester",
            "requester",
            "reporter",
            "customer",
            "requested by",
            "reported by",
            "opened for",
            "user",
            "contact",
            "melder",
            "anforderer",
        ],
    ),
    (
        Field::Assignee,
        &[
            "assigned to",
            "assignee",
            "assigned to technician",
            "technician",
            "agent",
            "agent id friendlyname",
            "owner",
            "assigned",
            "handler",
            "bearbeiter",
            "zuständig",
        ],
    ),
    (
        Field::Group,
        &[
            "assignment group",
            "assigned to technician group",
            "technician group",
            "team",
            "team id friendlyname",
            "team name",
            "support group",
            "group",
            "queue",
            "gruppe",
        ],
    ),
    (
        Field::Category,
        &[
            "category",
            "kategorie",
            "component s",
            "component",
            "components",
            "service subcategory",
            "subcategory",
            "servicesubcategory id friendlyname",
            "type of issue",
            "topic",
        ],
    ),
    (Field::Item, &["cmdb ci", "configuration item", "ci", "associated elements", "asset", "affected ci", "device"]),
    (Field::Impact, &["impact", "auswirkung"]),
    (Field::Urgency, &["urgency", "dringlichkeit"]),
    (Field::Priority, &["priority", "severity", "priorität", "prio", "prioridad", "priorité"]),
    (
        Field::Channel,
        &["contact type", "channel", "origin", "request source", "source", "request channel type", "kanal"],
    ),
    (
        Field::Summary,
        &["short description", "summary", "title", "subject", "titel", "betreff", "name", "titre", "asunto", "título"],
    ),
    (Field::Description, &["description", "details", "beschreibung", "descripción"]),
    (Field::ResolutionCode, &["close code", "closed code", "resolution code", "resolution"]),
    (Field::OpenedBy, &["opened by", "creator", "writer", "created by", "sys created by"]),
    (Field::ResolvedBy, &["resolved by"]),
    (Field::UpdatedBy, &["sys updated by", "updated by", "last updater", "last edit by"]),
    (Field::Revision, &["sys mod count"]),
    (Field::Reassigned, &["reassignment count"]),
    (Field::Reopened, &["reopen count"]),
    (Field::Verdict, &["made sla"]),
];

/// The meaning of each header, by its name alone. Each field is given once.
pub fn by_names(headers: &[String]) -> Vec<Field> {
    let plain: Vec<String> = headers.iter().map(|header| bare(header)).collect();
    let mut fields = vec![Field::Other; headers.len()];
    for (field, names) in NAMES {
        let free = |place: &usize| fields.get(*place) == Some(&Field::Other);
        let place = names.iter().find_map(|name| plain.iter().position(|header| header == name).filter(free));
        if let Some(slot) = place.and_then(|place| fields.get_mut(place)) {
            *slot = *field;
        }
    }
    fields
}

/// Letters and digits in lower case with single blanks between: `org_id->name` is `org id name`.
pub fn bare(header: &str) -> String {
    let spaced: String = header.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    plain(&spaced)
}
