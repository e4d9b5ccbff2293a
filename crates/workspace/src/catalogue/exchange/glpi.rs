//! Forms as GLPI 11 exports them: a form for each offering that asks something. A form is called after its service and
//! its offering.

use itsm::Key;
use itsm::catalogue::form::{Choice, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::{Catalogue, Offering};
use serde_json::{Map, Value, json};

use super::gather::{Gathering, IMPORT_TAG, WITHIN};
use super::holds::Shape;
use super::{Fault, Imported};

/// What parts the name of the service from that of the offering.
const BETWEEN: &str = " \u{b7} ";
const TYPE: &str = "Glpi\\Form\\QuestionType\\QuestionType";

pub(super) fn write(catalogue: &Catalogue) -> String {
    let asks = |offering: &&Offering| !offering.form.sections.is_empty();
    let forms = catalogue.services.values().flat_map(|listed| {
        let content = &listed.content;
        content.offerings.iter().filter(asks).map(move |offering| form(&content.name, offering))
    });
    let value = json!({"version": 1, "forms": forms.collect::<Vec<_>>()});
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

fn form(service: &str, offering: &Offering) -> Value {
    json!({
        "name": ([service, BETWEEN, &offering.name].concat()),
        "header": html(&offering.summary),
        "entity_name": "Root entity",
        "is_recursive": true,
        "sections": offering.form.sections.iter().enumerate().map(|(rank, one)| section(rank, one)).collect::<Vec<_>>(),
        "comments": [],
        "policies": [],
        "data_requirements": [],
    })
}

fn section(rank: usize, section: &Section) -> Value {
    json!({
        "name": &*section.title,
        "description": html(&section.help),
        "rank": rank,
        "questions": section.fields.iter().enumerate().map(|(rank, field)| question(rank, field)).collect::<Vec<_>>(),
    })
}

fn question(rank: usize, field: &Field) -> Value {
    let options = |choices: &[Choice]| {
        let options: Map<String, Value> = choices
            .iter()
            .enumerate()
            .map(|(place, choice)| ((place + 1).to_string(), json!(&*choice.label)))
            .collect();
        json!({"options": options})
    };
    let (kind, extra) = match &field.kind {
        FieldKind::Text { long: true, .. } => ("LongText", Value::Null),
        FieldKind::Text { check: TextCheck::Email, .. } => ("Email", Value::Null),
        FieldKind::Text { .. } => ("ShortText", Value::Null),
        FieldKind::Number { .. } => ("Number", Value::Null),
        FieldKind::Choice { choices } => ("Radio", options(choices)),
        FieldKind::Choices { choices, .. } => ("Checkbox", options(choices)),
        FieldKind::Date { .. } => (
            "DateTime",
            json!({"is_default_value_current_time": false, "is_date_enabled": true, "is_time_enabled": false}),
        ),
        FieldKind::Person => ("Requester", json!({"is_multiple_actors": false})),
        FieldKind::Item => ("Item", json!({"itemtype": "Computer"})),
        FieldKind::FileName => ("File", Value::Null),
    };
    json!({
        "name": &*field.label,
        "type": ([TYPE, kind].concat()),
        "is_mandatory": field.required,
        "vertical_rank": rank,
        "horizontal_rank": null,
        "description": html(&field.help),
        "default_value": null,
        "extra_data": extra,
    })
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn read(words: &str) -> Result<Imported, Vec<Fault>> {
    let value: Value = serde_json::from_str(words).map_err(|why| vec![super::not_json(&why)])?;
    let mut reading = Gathering::default();
    let Some(forms) = value.get("forms").and_then(Value::as_array) else {
        return Err(vec![Fault::new("forms", "must be a list in brackets")]);
    };
    for (place, form) in forms.iter().enumerate() {
        let at = format!("forms[{place}]");
        let name = text(form, "name");
        if name.trim().is_empty() {
            reading.fail([&at, ".name"].concat(), "is missing; a form needs a name");
            continue;
        }
        let (service, offering) = name.split_once(BETWEEN).unwrap_or((name, name));
        let read = read_form(&mut reading, form, &at);
        let summary = reading.text(&without_tags(text(form, "header")), &at);
        let Some((id, _)) = reading.listed(service, &at) else { continue };
        if let Some(known) = reading.offering(id, offering, &at) {
            known.summary = summary;
            known.form = read;
        }
    }
    reading.finish(Shape::Glpi)
}

/// Words as HTML, which GLPI's headers and descriptions are.
fn html(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands between the marks of GLPI's HTML, as words.
fn without_tags(html: &str) -> String {
    if !html.contains("</") && !html.contains("/>") {
        return meant(html);
    }
    let mut words = String::new();
    let mut is_mark = false;
    for letter in html.chars() {
        match letter {
            '<' => is_mark = true,
            '>' if is_mark => {
                is_mark = false;
                words.push(' ');
            }
            _ if !is_mark => words.push(letter),
            _ => {}
        }
    }
    meant(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words that HTML writes with its entities, each read once: `&amp;lt;` is `&lt;`.
fn meant(html: &str) -> String {
    const ENTITIES: [(&str, char); 6] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#039;", '\''), ("&nbsp;", '\u{a0}')];
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(place) = rest.find('&') {
        let (before, from) = rest.split_at(place);
        words.push_str(before);
        let entity = ENTITIES.iter().find_map(|(entity, sign)| Some((from.strip_prefix(entity)?, *sign)));
        let (after, sign) = entity.unwrap_or((from.get(1..).unwrap_or_default(), '&'));
        words.push(sign);
        rest = after;
    }
    words.push_str(rest);
    words
}

fn key(number: usize) -> Key {
    Key { number: u32::try_from(number).unwrap_or(u32::MAX), tag: IMPORT_TAG }
}

fn read_form(reading: &mut Gathering, form: &Value, at: &str) -> Form {
    let mut count = 0;
    let mut sections = vec![];
    for (place, one) in form.get("sections").and_then(Value::as_array).into_iter().flatten().take(WITHIN).enumerate() {
        let at = format!("{at}.sections[{place}]");
        let mut fields = vec![];
        let questions = one.get("questions").and_then(Value::as_array).into_iter().flatten();
        for (place, question) in questions.enumerate() {
            let at = format!("{at}.questions[{place}]");
            count += 1;
            if count > WITHIN {
                reading.fail(at, format!("is one question too many; at most {WITHIN} of a form are read"));
                break;
            }
            fields.extend(field(reading, question, count, &at));
        }
        let title = reading.line(text(one, "name"), &at);
        let help = reading.text(&without_tags(text(one, "description")), &at);
        sections.push(Section { key: key(place + 1).into(), title, help, show_if: None, fields });
    }
    Form { sections }
}

fn field(reading: &mut Gathering, question: &Value, number: usize, at: &str) -> Option<Field> {
    let label = reading.line(text(question, "name"), at);
    if label.is_empty() {
        reading.fail([at, ".name"].concat(), "is missing; a question needs a text");
        return None;
    }
    let kind = text(question, "type").rsplit("QuestionType").next().unwrap_or_default();
    let words = |long, check| FieldKind::Text { long, check, most: 0 };
    let kind = match kind {
        "ShortText" => words(false, TextCheck::Any),
        "LongText" => words(true, TextCheck::Any),
        "Email" => words(false, TextCheck::Email),
        "Number" => FieldKind::Number { least: None, most: None, unit: "".into(), each: 0 },
        "Radio" | "Dropdown" => FieldKind::Choice { choices: choices(reading, question, at) },
        "Checkbox" => FieldKind::Choices { choices: choices(reading, question, at), most: 0 },
        "DateTime" => FieldKind::Date { future: false, notice_days: 0 },
        "Requester" | "Observer" | "Assignee" => FieldKind::Person,
        "Item" | "UserDevice" => FieldKind::Item,
        "File" => FieldKind::FileName,
        other => {
            reading.note(format!(
                "{at}: a question of the type \u{201c}{}\u{201d} became a text, as there is none of its kind here.",
                super::holds::short(other)
            ));
            words(false, TextCheck::Any)
        }
    };
    Some(Field {
        key: key(number).into(),
        label,
        help: reading.text(&without_tags(text(question, "description")), at),
        kind,
        required: question.get("is_mandatory").and_then(Value::as_bool).unwrap_or(false),
        show_if: None,
        default: None,
    })
}

/// The choices of a question: GLPI keeps them as an object, whose keys may be of any kind, or as the text of one.
fn choices(reading: &mut Gathering, question: &Value, at: &str) -> Vec<Choice> {
    let extra = match question.get("extra_data") {
        Some(Value::String(words)) => serde_json::from_str(words).unwrap_or_default(),
        Some(other) => other.clone(),
        None => Value::Null,
    };
    let mut labels: Vec<(u64, usize, String)> = match extra.get("options") {
        Some(Value::Object(options)) => options
            .iter()
            .enumerate()
            .map(|(place, (key, label))| {
                (key.parse().unwrap_or(u64::MAX), place, label.as_str().unwrap_or_default().to_owned())
            })
            .collect(),
        Some(Value::Array(options)) => options
            .iter()
            .enumerate()
            .map(|(place, label)| (0, place, label.as_str().unwrap_or_default().to_owned()))
            .collect(),
        _ => vec![],
    };
    labels.sort();
    let choice = |(place, (.., label)): (usize, (u64, usize, String))| Choice {
        key: key(place + 1).into(),
        label: reading.line(&label, at),
        ..Choice::default()
    };
    labels.into_iter().take(WITHIN).enumerate().map(choice).collect()
}
