//! The rules as they are typed, and the card of one.

use itsm::monitoring::{Match, Raise, Repeats, Rule, Rules, Severity, Then};
use itsm::{CategoryId, GroupId, ItemId, Key, Level, Refusal, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::super::badges;
use crate::session::Session;
use crate::ui::{Button, Choice, ComboBox, Field, Kind, RadioGroup, Select, TextInput};
use crate::views::desk::choices;

/// One rule while it is typed.
#[derive(Clone, Copy)]
pub struct TypedRule {
    /// Tells it from the others while the order changes.
    pub id: u32,
    name: RwSignal<String>,
    source: RwSignal<String>,
    item: RwSignal<String>,
    severity: RwSignal<String>,
    words: RwSignal<String>,
    then: RwSignal<String>,
    group: RwSignal<String>,
    service: RwSignal<String>,
    category: RwSignal<String>,
    impact: RwSignal<String>,
    urgency: RwSignal<String>,
}

/// All of them, and what holds beside.
#[derive(Clone, Copy)]
pub struct Typed {
    /// In their order.
    pub rules: RwSignal<Vec<TypedRule>>,
    next: StoredValue<u32>,
    /// Minutes.
    pub quiet: RwSignal<String>,
    /// How often.
    pub escalate_times: RwSignal<String>,
    /// Minutes.
    pub escalate_minutes: RwSignal<String>,
    /// How often.
    pub flapping_times: RwSignal<String>,
    /// Minutes.
    pub flapping_minutes: RwSignal<String>,
}

const IGNORE: &str = "ignore";
const NOTE: &str = "note";
const INCIDENT: &str = "incident";
const ANY: &str = "any";

impl TypedRule {
    fn of(id: u32, rule: &Rule) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
        let raise = match &rule.then {
            Then::Incident(raise) => Some(raise),
            Then::Ignore | Then::Note => None,
        };
        let level =
            |pick: fn(&Raise) -> Level| RwSignal::new(raise.map(|raise| pick(raise).0.to_string()).unwrap_or_default());
        Self {
            id,
            name: text(&rule.name),
            source: text(&rule.when.source),
            item: key(rule.when.item.map(|id| id.0)),
            severity: text(rule.when.severity.map_or(ANY, Severity::word)),
            words: text(&rule.when.words),
            then: text(match &rule.then {
                Then::Ignore => IGNORE,
                Then::Note => NOTE,
                Then::Incident(_) => INCIDENT,
            }),
            group: key(raise.and_then(|raise| raise.group).map(|id| id.0)),
            service: key(raise.and_then(|raise| raise.service).map(|id| id.0)),
            category: key(raise.and_then(|raise| raise.category).map(|id| id.0)),
            impact: level(|raise| raise.impact),
            urgency: level(|raise| raise.urgency),
        }
    }

    fn rule(self) -> Rule {
        let key = |signal: RwSignal<String>| signal.with(|text| key_of(text));
        let level = |signal: RwSignal<String>| Level(signal.with(|text| text.parse().unwrap_or(0)));
        let then = match self.then.get().as_str() {
            IGNORE => Then::Ignore,
            NOTE => Then::Note,
            _ => Then::Incident(Raise {
                group: key(self.group).map(GroupId),
                service: key(self.service).map(ServiceId),
                category: key(self.category).map(CategoryId),
                impact: level(self.impact),
                urgency: level(self.urgency),
            }),
        };
        let when = Match {
            source: self.source.get().into(),
            item: key(self.item).map(ItemId),
            severity: self.severity.with(|word| badges::severity(word)),
            words: self.words.get().into(),
        };
        Rule { name: self.name.get().into(), when, then }
    }
}

impl Typed {
    /// The form of rules.
    pub fn of(rules: &Rules) -> Self {
        let typed: Vec<TypedRule> = (0..).zip(&rules.rules).map(|(id, rule)| TypedRule::of(id, rule)).collect();
        let next = u32::try_from(typed.len()).unwrap_or(u32::MAX);
        let number = |number: Option<u32>| RwSignal::new(number.map(|number| number.to_string()).unwrap_or_default());
        Self {
            rules: RwSignal::new(typed),
            next: StoredValue::new(next),
            quiet: number(Some(rules.quiet_minutes)),
            escalate_times: number(rules.escalate.map(|repeats| repeats.times)),
            escalate_minutes: number(rules.escalate.map(|repeats| repeats.minutes)),
            flapping_times: number(rules.flapping.map(|repeats| repeats.times)),
            flapping_minutes: number(rules.flapping.map(|repeats| repeats.minutes)),
        }
    }

    /// What is typed, as rules; follows every field.
    pub fn rules(self) -> Result<Rules, Refusal> {
        let quiet = self.quiet.get();
        let quiet_minutes = quiet.trim().parse().map_err(|_| Refusal::Invalid {
            field: "quiet time",
            because: "it is a whole number of minutes; 0 for none",
        })?;
        Ok(Rules {
            rules: self.rules.get().into_iter().map(TypedRule::rule).collect(),
            quiet_minutes,
            escalate: repeats(&self.escalate_times.get(), &self.escalate_minutes.get())?,
            flapping: repeats(&self.flapping_times.get(), &self.flapping_minutes.get())?,
        })
    }

    /// One more rule, at the end.
    pub fn add(self) {
        let id = self.next.get_value();
        self.next.set_value(id.saturating_add(1));
        let then =
            Then::Incident(Raise { group: None, service: None, category: None, impact: Level(2), urgency: Level(2) });
        let rule = Rule { name: "".into(), when: Match::default(), then };
        self.rules.update(|rules| rules.push(TypedRule::of(id, &rule)));
    }

    fn remove(self, id: u32) {
        self.rules.update(|rules| rules.retain(|rule| rule.id != id));
    }

    fn move_up(self, id: u32) {
        self.rules.update(|rules| {
            if let Some(place) = rules.iter().position(|rule| rule.id == id).filter(|place| *place > 0) {
                rules.swap(place, place - 1);
            }
        });
    }

    fn move_down(self, id: u32) {
        self.rules.update(|rules| {
            if let Some(place) = rules.iter().position(|rule| rule.id == id).filter(|place| place + 1 < rules.len()) {
                rules.swap(place, place + 1);
            }
        });
    }
}

fn repeats(times: &str, minutes: &str) -> Result<Option<Repeats>, Refusal> {
    if times.trim().is_empty() {
        return Ok(None);
    }
    let number = |text: &str, field: &'static str| {
        text.trim().parse().map_err(|_| Refusal::Invalid { field, because: "it is a whole number" })
    };
    Ok(Some(Repeats { times: number(times, "repeats")?, minutes: number(minutes, "minutes")? }))
}

/// The card of one rule.
#[component]
pub fn RuleCard(typed: Typed, id: u32, is_first: bool, is_last: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let Some(rule) = typed.rules.with_untracked(|rules| rules.iter().find(|rule| rule.id == id).copied()) else {
        return ().into_any();
    };
    let mut severities = vec![Choice::new(ANY, "Any")];
    severities.push(Choice::new(Severity::Warning.word(), "Warning or worse"));
    severities.push(Choice::new(Severity::Exception.word(), Severity::Exception.word()));
    let thens =
        vec![Choice::new(INCIDENT, "Raise an incident"), Choice::new(NOTE, "Note only"), Choice::new(IGNORE, "Ignore")];
    let raises = move || rule.then.with(|then| then == INCIDENT);
    view! {
        <li class="event-rule">
            <Field label="Name of the rule" required=true><TextInput value=rule.name /></Field>
            <div class="form-row">
                <Field label="Source"><TextInput value=rule.source /></Field>
                <Field label="Severity" required=true><Select choices=severities value=rule.severity /></Field>
                <Field label="Words in the message"><TextInput value=rule.words /></Field>
                <Field label="Configuration item">
                    <ComboBox choices=choices::items(session, rule.item) list_label="Configuration items" value=rule.item />
                </Field>
            </div>
            <Field label="Then" group=true required=true><RadioGroup choices=thens value=rule.then beside=true /></Field>
            <Show when=raises>
                <div class="form-row">
                    <Field label="Impact" group=true required=true><RadioGroup choices=choices::levels(session) value=rule.impact beside=true /></Field>
                    <Field label="Urgency" group=true required=true><RadioGroup choices=choices::levels(session) value=rule.urgency beside=true /></Field>
                </div>
                <div class="form-row">
                    <Field label="Assignment group"><ComboBox choices=choices::groups(session, rule.group) list_label="Groups" value=rule.group /></Field>
                    <Field label="Service"><ComboBox choices=choices::services(session, rule.service) list_label="Services" value=rule.service /></Field>
                    <Field label="Category"><ComboBox choices=choices::categories(session, rule.category) list_label="Categories" value=rule.category /></Field>
                </div>
            </Show>
            <div class="form-actions">
                {(!is_first).then(|| view! { <Button label="Move up" kind=Kind::Quiet on_press=move |()| typed.move_up(id) /> })}
                {(!is_last).then(|| view! { <Button label="Move down" kind=Kind::Quiet on_press=move |()| typed.move_down(id) /> })}
                <Button label="Remove" kind=Kind::Quiet on_press=move |()| typed.remove(id) />
            </div>
        </li>
    }
    .into_any()
}
