//! A value as text that people read and keep under version control: fields in the order in which one would tell them,
//! what is short on one line.

use serde_json::Value;

/// What fits on one line, in characters.
const WIDTH: usize = 110;

/// Names in the order in which they stand; those that are not here follow by the alphabet.
const ORDER: [&str; 83] = [
    "$schema",
    "format",
    "version",
    "catalogue",
    "id",
    "key",
    "type",
    "field",
    "service",
    "offering",
    "title",
    "status",
    "organisation",
    "contact",
    "email",
    "site",
    "link",
    "logo",
    "currency",
    "needsReview",
    "name",
    "label",
    "what",
    "parent",
    "place",
    "model",
    "amount",
    "estimate",
    "per",
    "summary",
    "help",
    "forWhom",
    "howToAsk",
    "description",
    "purpose",
    "outcomes",
    "utility",
    "warranty",
    "owner",
    "support",
    "audiences",
    "entitlement",
    "hours",
    "channels",
    "share",
    "minutes",
    "words",
    "within",
    "targets",
    "cost",
    "categories",
    "keywords",
    "pinned",
    "documents",
    "reviewOn",
    "validFrom",
    "validTo",
    "rank",
    "supporting",
    "items",
    "technical",
    "kind",
    "opens",
    "price",
    "targetMinutes",
    "onlyIf",
    "ifCostsMoreThan",
    "by",
    "needs",
    "takesMinutes",
    "tasks",
    "required",
    "showIf",
    "default",
    "long",
    "check",
    "choices",
    "form",
    "workflow",
    "orderBy",
    "includes",
    "directory",
    "services",
];

/// The text of a value, with a line break at its end.
pub(super) fn print(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut sorted: Vec<(&String, &Value)> = fields.iter().collect();
            sorted.sort_by_key(|(name, _)| ORDER.iter().position(|one| one == name).unwrap_or(ORDER.len()));
            let entries = sorted.into_iter().map(|(name, value)| (Some(name.as_str()), value)).collect();
            group(('{', '}'), entries, depth, out);
        }
        Value::Array(list) => group(('[', ']'), list.iter().map(|value| (None, value)).collect(), depth, out),
        leaf => out.push_str(&leaf.to_string()),
    }
}

fn group((open, close): (char, char), entries: Vec<(Option<&str>, &Value)>, depth: usize, out: &mut String) {
    let begin = out.len();
    out.push(open);
    for (index, (name, value)) in entries.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        indent(depth + 1, out);
        if let Some(name) = name {
            out.push_str(&Value::from(*name).to_string());
            out.push_str(": ");
        }
        write(value, depth + 1, out);
    }
    if !entries.is_empty() {
        out.push('\n');
        indent(depth, out);
    }
    out.push(close);
    // What is short is told on one line. Texts hold no line breaks of their own: JSON escapes them.
    let is_short = out.len() - begin < 2 * WIDTH + 8 * depth;
    if let Some(written) = out.get(begin..).filter(|_| is_short && depth > 0) {
        let line = written.lines().map(str::trim_start).collect::<Vec<_>>();
        let line = spaced(&line);
        if line.chars().count() + 2 * depth <= WIDTH {
            out.truncate(begin);
            out.push_str(&line);
        }
    }
}

fn spaced(lines: &[&str]) -> String {
    let mut line = String::new();
    for part in lines {
        if line.ends_with(',') {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

fn indent(depth: usize, out: &mut String) {
    (0..depth).for_each(|_| out.push_str("  "));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_short_stands_on_one_line_and_names_come_before_details() {
        let value =
            json!({"services": [{"id": 1, "name": "Laptop", "hours": "x".repeat(120)}], "organisation": "A, b"});
        let text = print(&value);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "  \"organisation\": \"A, b\",");
        assert_eq!(lines[4], "      \"id\": 1,");
        assert_eq!(print(&json!([[{"id": 1, "name": "A"}, 2]])), "[\n  [{\"id\": 1, \"name\": \"A\"}, 2]\n]\n");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
