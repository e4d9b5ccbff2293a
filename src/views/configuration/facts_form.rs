//! The fields of an item: the same when it is registered and when it is corrected.

use chrono::NaiveDate;
use itsm::configuration::{Amendment, Item, Kind, Owner};
use itsm::{GroupId, PersonId, SupplierId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::rules::calendar::{date, write_date};

use crate::session::Session;
use crate::ui::{Choice, ComboBox, DateInput, Field, Select, TextArea, TextInput};

/// What is typed.
#[derive(Clone, Copy)]
pub struct Facts {
    kind: RwSignal<String>,
    owner: RwSignal<String>,
    supplier: RwSignal<String>,
    serial: RwSignal<String>,
    version: RwSignal<String>,
    description: RwSignal<String>,
    cost: RwSignal<String>,
    bought: RwSignal<String>,
    warranty: RwSignal<String>,
    /// What is wrong with the cost.
    pub cost_error: RwSignal<Option<String>>,
}

const PERSON: char = 'p';
const GROUP: char = 'g';

/// "p5" for a person, "g2" for a team.
pub fn owner_text(owner: Option<Owner>) -> String {
    match owner {
        Some(Owner::Person(id)) => [PERSON.to_string(), key_text(id.0)].concat(),
        Some(Owner::Group(id)) => [GROUP.to_string(), key_text(id.0)].concat(),
        None => String::new(),
    }
}

/// See [`owner_text`].
pub fn owner_of(text: &str) -> Option<Owner> {
    let person = text.strip_prefix(PERSON).and_then(key_of).map(|key| Owner::Person(PersonId(key)));
    person.or_else(|| text.strip_prefix(GROUP).and_then(key_of).map(|key| Owner::Group(GroupId(key))))
}

/// Teams, then people.
pub fn owners(session: Session) -> Signal<Vec<Choice>> {
    let all = move || {
        session.read(|workspace| {
            let directory = workspace.desk().directory();
            let groups = directory.groups.iter().map(|(id, name)| (Owner::Group(*id), name, "Group"));
            let people = directory.people.iter().map(|(id, name)| (Owner::Person(*id), name, "Person"));
            let offered = |owner: &Owner| match owner {
                Owner::Person(id) => !directory.is_retired(itsm::EntryId::Person(*id)),
                Owner::Group(id) => !directory.is_retired(itsm::EntryId::Group(*id)),
            };
            let mut found: Vec<_> = groups.chain(people).filter(|(owner, ..)| offered(owner)).collect();
            found.sort_by_cached_key(|(owner, name, _)| (matches!(owner, Owner::Person(_)), name.to_lowercase()));
            let choice = |(owner, name, kind): (Owner, &std::sync::Arc<str>, &str)| {
                Choice::new(owner_text(Some(owner)), &**name).with_detail(kind)
            };
            found.into_iter().map(choice).collect::<Vec<Choice>>()
        })
    };
    Memo::new(move |_| all().unwrap_or_default()).into()
}

fn suppliers(session: Session) -> Vec<Choice> {
    let all = session.peek(|workspace| {
        let desk = workspace.desk();
        let card = |supplier: &itsm::supplier::Supplier| desk.card(itsm::RecordId::Supplier(supplier.id));
        let known = desk.suppliers().all().filter_map(|one| Some((one.id, card(one)?)));
        known.map(|(id, card)| Choice::new(key_text(id.0), [card.number, card.title].join(" "))).collect()
    });
    all.unwrap_or_default()
}

/// Every type.
pub fn kinds() -> Vec<Choice> {
    Kind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind.word())).collect()
}

/// Hundredths of what was typed: "1299", "1,299.50", "1 299,5".
fn hundredths(text: &str) -> Result<Option<u64>, String> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let wrong = || "Write an amount like 1299 or 1299.50.".to_owned();
    // The last point or comma with one or two digits behind it parts the hundredths; others part thousands.
    let split = plain.rfind(['.', ',']).filter(|at| matches!(plain.len() - at, 2 | 3));
    let (whole, part) =
        split.map_or((plain.as_str(), ""), |at| (plain.get(..at).unwrap_or(""), plain.get(at + 1..).unwrap_or("")));
    let digits: String = whole.chars().filter(|letter| !matches!(letter, '.' | ',')).collect();
    let whole: u64 = digits.parse().map_err(|_| wrong())?;
    let part: u64 =
        if part.is_empty() { 0 } else { [part, "0"].concat().get(..2).unwrap_or("").parse().map_err(|_| wrong())? };
    whole.checked_mul(100).and_then(|whole| whole.checked_add(part)).map(Some).ok_or_else(wrong)
}

/// "1299.50", as it is typed.
fn plain(hundredths: u64) -> String {
    let part = (100 + hundredths % 100).to_string();
    [&(hundredths / 100).to_string(), ".", part.get(1..).unwrap_or_default()].concat()
}

fn day(text: &str) -> Option<NaiveDate> {
    date(text).ok()
}

impl Facts {
    /// What is known of an item; blank for a new one.
    pub fn of(item: Option<&Item>) -> Self {
        let text = |tell: &dyn Fn(&Item) -> String| RwSignal::new(item.map(tell).unwrap_or_default());
        let day = |date: Option<NaiveDate>| date.map(write_date).unwrap_or_default();
        Self {
            kind: text(&|item| item.kind.map_or("", Kind::word).to_owned()),
            owner: text(&|item| owner_text(item.owner)),
            supplier: text(&|item| item.supplier.map(|id| key_text(id.0)).unwrap_or_default()),
            serial: text(&|item| item.serial.to_string()),
            version: text(&|item| item.version.to_string()),
            description: text(&|item| item.description.to_string()),
            cost: text(&|item| item.cost.map(plain).unwrap_or_default()),
            bought: text(&|item| day(item.bought_on)),
            warranty: text(&|item| day(item.warranty_until)),
            cost_error: RwSignal::new(None),
        }
    }

    /// The fields by name, for a draft.
    pub fn drafted(self) -> Vec<(&'static str, RwSignal<String>)> {
        vec![
            ("kind", self.kind),
            ("owner", self.owner),
            ("supplier", self.supplier),
            ("serial", self.serial),
            ("version", self.version),
            ("description", self.description),
            ("cost", self.cost),
            ("bought", self.bought),
            ("warranty", self.warranty),
        ]
    }

    /// Everything as amendments; what is as it was is left out by the desk. `None` where the cost cannot be read.
    pub fn changes(self) -> Option<Vec<Amendment>> {
        let cost = match self.cost.with_untracked(|text| hundredths(text)) {
            Ok(cost) => cost,
            Err(why) => {
                self.cost_error.set(Some(why));
                return None;
            }
        };
        self.cost_error.set(None);
        let kind = self.kind.with_untracked(|word| Kind::ALL.into_iter().find(|kind| kind.word() == word));
        Some(vec![
            Amendment::Kind(kind),
            Amendment::Owner(self.owner.with_untracked(|text| owner_of(text))),
            Amendment::Supplier(self.supplier.with_untracked(|text| key_of(text)).map(SupplierId)),
            Amendment::Serial(self.serial.get_untracked().into()),
            Amendment::Version(self.version.get_untracked().into()),
            Amendment::Description(self.description.get_untracked().into()),
            Amendment::Cost(cost),
            Amendment::BoughtOn(self.bought.with_untracked(|text| day(text))),
            Amendment::WarrantyUntil(self.warranty.with_untracked(|text| day(text))),
        ])
    }
}

/// The fields.
#[component]
pub fn FactsFields(facts: Facts, #[prop(into)] warranty_error: Signal<Option<String>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let suppliers = suppliers(session);
    let supplier = (!suppliers.is_empty()).then(|| {
        view! {
            <Field label="Supplier" hint="Who delivers or repairs it.">
                <Select choices=suppliers value=facts.supplier placeholder="Nobody" />
            </Field>
        }
    });
    view! {
        <div class="form-row">
            <Field label="Type"><Select choices=kinds() value=facts.kind placeholder="Not said yet" /></Field>
            <Field label="Owner" hint="Who answers for it.">
                <ComboBox choices=owners(session) list_label="Groups and people" value=facts.owner />
            </Field>
        </div>
        <Field label="Description" hint="Where it stands, what it does."><TextArea value=facts.description rows=2 /></Field>
        <div class="form-row">
            <Field label="Serial number"><TextInput value=facts.serial /></Field>
            <Field label="Version" hint="Model, release or version."><TextInput value=facts.version /></Field>
        </div>
        {supplier}
        <fieldset class="items-asset">
            <legend>"As an IT asset"</legend>
            <p class="hint">"A configuration item is managed because a service depends on it, an IT asset because it is worth money. Many things are both."</p>
            <div class="form-row">
                <Field label="Cost" hint="In your currency." error=facts.cost_error><TextInput value=facts.cost /></Field>
                <Field label="Bought on"><DateInput value=facts.bought /></Field>
            </div>
            <Field label="Warranty until" error=warranty_error><DateInput value=facts.warranty /></Field>
        </fieldset>
    }
    .into_any()
}
