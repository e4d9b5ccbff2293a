//! What each kind of file can hold of a service. Import, preview and the list of losses all go by this.

use itsm::Key;
use itsm::catalogue::form::{Answer, Choice, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::{Content, Offering, Opens, OrderBy, Price, Slot, TargetLevel, Text, Texts, next};

use super::backstage::tag;
use super::gather::IMPORT_TAG;

/// A kind of file. Formats of several files have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Our own JSON.
    Own,
    /// TMF633 as we write it.
    Tmf633,
    /// TMF633 of another tool, which says less.
    Tmf633Plain,
    /// Backstage.
    Backstage,
    /// A table of offerings.
    Csv,
    /// GLPI's forms.
    Glpi,
    /// iTop's services.
    ItopServices,
    /// iTop's service subcategories.
    ItopSubcategories,
    /// iTop's service level targets.
    ItopTargets,
}

impl Shape {
    /// What it is, for who chose a file.
    pub fn word(self) -> &'static str {
        match self {
            Shape::Own => "a catalogue of Service Dojo",
            Shape::Tmf633 | Shape::Tmf633Plain => "a TMF633 catalogue",
            Shape::Backstage => "Backstage entities",
            Shape::Csv => "a table of services and offerings",
            Shape::Glpi => "GLPI forms",
            Shape::ItopServices => "iTop services",
            Shape::ItopSubcategories => "iTop service subcategories",
            Shape::ItopTargets => "iTop service level targets",
        }
    }

    /// Whether everything comes back from it.
    pub fn is_whole(self) -> bool {
        matches!(self, Shape::Own | Shape::Tmf633)
    }

    /// Whether it says in which state of the portfolio a service is.
    pub fn holds_status(self) -> bool {
        self.is_whole() || matches!(self, Shape::Csv | Shape::Tmf633Plain)
    }

    /// Whether it holds what is in a slot of a service; what it holds of an offering says [`Shape::of_offering`].
    pub fn holds(self, slot: Slot) -> bool {
        if slot == Slot::Text(Text::Name) {
            return true;
        }
        match self {
            Shape::Own | Shape::Tmf633 => true,
            Shape::Tmf633Plain => matches!(
                slot,
                Slot::Text(Text::Summary)
                    | Slot::Owner
                    | Slot::Support
                    | Slot::Supporting
                    | Slot::Items
                    | Slot::Documents
                    | Slot::Categories
            ),
            Shape::Backstage => matches!(
                slot,
                Slot::Text(Text::Summary)
                    | Slot::Texts(Texts::Keywords)
                    | Slot::Documents
                    | Slot::Supporting
                    | Slot::Items
                    | Slot::Support
            ),
            Shape::Csv => matches!(
                slot,
                Slot::Text(_)
                    | Slot::Texts(_)
                    | Slot::Day(_)
                    | Slot::Owner
                    | Slot::Support
                    | Slot::Audiences
                    | Slot::Categories
                    | Slot::Pinned
            ),
            Shape::ItopServices => matches!(slot, Slot::Text(Text::Summary) | Slot::Categories),
            Shape::ItopTargets => slot == Slot::Targets,
            Shape::Glpi | Shape::ItopSubcategories => false,
        }
    }

    /// Whether it has offerings at all.
    pub fn holds_offerings(self) -> bool {
        self.is_whole() || matches!(self, Shape::Tmf633Plain | Shape::Csv | Shape::Glpi | Shape::ItopSubcategories)
    }

    /// An offering as it is after what the file says was laid over what is known; `known` may be an empty one.
    pub(super) fn of_offering(self, known: &Offering, new: &Offering) -> Offering {
        let key = known.key;
        match self {
            Shape::Own | Shape::Tmf633 => Offering { key, ..new.clone() },
            Shape::Csv => Offering {
                name: new.name.clone(),
                summary: new.summary.clone(),
                kind: new.kind,
                // As everywhere in files: what is not said, or said as usual, changes nothing.
                opens: if new.opens == Opens::default() { known.opens } else { new.opens },
                price: priced(&known.price, &new.price),
                target: new.target,
                order_by: addressed(&known.order_by, &new.order_by),
                ..known.clone()
            },
            Shape::Glpi => Offering {
                name: new.name.clone(),
                summary: new.summary.clone(),
                form: laid_form(&known.form, plain_form(&new.form)),
                ..known.clone()
            },
            Shape::Tmf633Plain => {
                Offering { name: new.name.clone(), form: laid_form(&known.form, new.form.clone()), ..known.clone() }
            }
            Shape::ItopSubcategories => Offering { name: new.name.clone(), ..known.clone() },
            Shape::Backstage | Shape::ItopServices | Shape::ItopTargets => known.clone(),
        }
    }

    /// What the file says of a service, completed with what is known where the format holds a part of a list only.
    pub(super) fn completed(self, known: &Content, new: &Content) -> Content {
        let mut new = new.clone();
        match self {
            Shape::ItopServices => {
                new.categories.truncate(1);
                let others = known.categories.iter().filter(|id| !new.categories.contains(id));
                let is_known = new.categories.iter().all(|id| known.categories.contains(id));
                new.categories = if is_known {
                    known.categories.clone()
                } else {
                    new.categories.iter().chain(others).copied().collect()
                };
            }
            Shape::ItopTargets => {
                let mut targets = known.targets.clone();
                for target in new.targets {
                    let TargetLevel::Time(time) = target.level else { continue };
                    if time.num_seconds() % 60 != 0 {
                        continue;
                    }
                    match targets.iter_mut().find(|one| one.what == target.what) {
                        Some(same) => same.level = target.level,
                        None => targets.push(itsm::catalogue::Target { within: "".into(), ..target }),
                    }
                }
                new.targets = targets;
            }
            Shape::Backstage => {
                let mut keywords = known.keywords.clone();
                // A word of no letters that a tag takes is in no such file, so the file does not say that it is gone.
                keywords.retain(|word| tag(word).is_empty() || new.keywords.iter().any(|one| tag(one) == tag(word)));
                for word in &new.keywords {
                    if !tag(word).is_empty() && !keywords.iter().any(|one| tag(one) == tag(word)) {
                        keywords.push(tag(word).into());
                    }
                }
                new.keywords = keywords;
            }
            _ => {}
        }
        new
    }
}

/// A price from a table, whose unit or basis stands in a column of its own and stays where that is empty or not there.
fn priced(known: &Price, new: &Price) -> Price {
    match (known, new) {
        (Price::PerUnit { unit, .. }, Price::PerUnit { amount, unit: said }) if said.is_empty() => {
            Price::PerUnit { amount: *amount, unit: unit.clone() }
        }
        (Price::ChargeBack { basis, .. }, Price::ChargeBack { estimate, basis: said }) if said.is_empty() => {
            Price::ChargeBack { estimate: *estimate, basis: basis.clone() }
        }
        _ => new.clone(),
    }
}

/// Where orders go by a table, whose address stands in a column of its own and stays where that is empty or not there.
fn addressed(known: &OrderBy, new: &OrderBy) -> OrderBy {
    match (known, new) {
        (OrderBy::Email(_), OrderBy::Email(said)) if said.is_empty() => known.clone(),
        _ => new.clone(),
    }
}

/// A form without what GLPI's questions cannot say.
fn plain_form(form: &Form) -> Form {
    let field = |field: &Field| Field { kind: plain_kind(&field.kind), show_if: None, default: None, ..field.clone() };
    let mut form = form.clone();
    for section in &mut form.sections {
        section.show_if = None;
        section.fields = section.fields.iter().map(field).collect();
    }
    form
}

fn plain_kind(kind: &FieldKind) -> FieldKind {
    let plain = |choices: &[Choice]| -> Vec<Choice> {
        choices.iter().map(|choice| Choice { price: 0, show_if: None, ..choice.clone() }).collect()
    };
    match kind {
        FieldKind::Text { long: false, check: TextCheck::Email, .. } => {
            FieldKind::Text { long: false, check: TextCheck::Email, most: 0 }
        }
        FieldKind::Text { long, .. } => FieldKind::Text { long: *long, check: TextCheck::Any, most: 0 },
        FieldKind::Number { .. } => FieldKind::Number { least: None, most: None, unit: "".into(), each: 0 },
        FieldKind::Choice { choices } => FieldKind::Choice { choices: plain(choices) },
        FieldKind::Choices { choices, .. } => FieldKind::Choices { choices: plain(choices), most: 0 },
        FieldKind::Date { .. } => FieldKind::Date { future: false, notice_days: 0 },
        other => other.clone(),
    }
}

/// What a file says of a form, laid over what is known of it. Sections, questions and choices that are called the same
/// keep their keys, so that conditions go on to mean what they meant, and keep what the file cannot say.
fn laid_form(known: &Form, mut new: Form) -> Form {
    if known.sections.is_empty() {
        return new;
    }
    let mut sections: Vec<&Section> = known.sections.iter().collect();
    let mut fields: Vec<&Field> = known.fields().collect();
    let mut next_section = next(sections.iter().map(|section| section.key), IMPORT_TAG);
    let mut next_field = next(fields.iter().map(|field| field.key), IMPORT_TAG);
    for section in &mut new.sections {
        match sections.iter().position(|one| one.title == section.title) {
            Some(place) => {
                let same = sections.remove(place);
                (section.key, section.show_if) = (same.key, same.show_if.clone());
            }
            None => section.key = take(&mut next_section),
        }
        for field in &mut section.fields {
            match fields.iter().position(|one| one.label == field.label) {
                Some(place) => *field = laid_field(fields.remove(place), field),
                None => field.key = take(&mut next_field),
            }
        }
    }
    new
}

/// A key, and the one after it for the next.
pub(super) fn take<K: Copy + Into<Key> + From<Key>>(next: &mut K) -> K {
    let taken = *next;
    let Key { number, tag } = taken.into();
    *next = K::from(Key { number: number.saturating_add(1), tag });
    taken
}

fn laid_field(known: &Field, new: &Field) -> Field {
    let kind = match (&known.kind, &new.kind) {
        (FieldKind::Choice { choices: known }, FieldKind::Choice { choices: new }) => {
            FieldKind::Choice { choices: laid_choices(known, new) }
        }
        (FieldKind::Choices { choices: known, most }, FieldKind::Choices { choices: new, .. }) => {
            FieldKind::Choices { choices: laid_choices(known, new), most: *most }
        }
        (known, new) if plain_kind(known) == plain_kind(new) => known.clone(),
        (_, new) => new.clone(),
    };
    // A first answer that is none of the choices any more would be wrong.
    let default = known.default.clone().filter(|answer| match answer {
        Answer::Choice(key) => kind.choices().iter().any(|choice| choice.key == *key),
        Answer::Choices(keys) => keys.iter().all(|key| kind.choices().iter().any(|choice| choice.key == *key)),
        _ => plain_kind(&kind) == plain_kind(&known.kind),
    });
    Field { key: known.key, show_if: known.show_if.clone(), default, kind, ..new.clone() }
}

fn laid_choices(known: &[Choice], new: &[Choice]) -> Vec<Choice> {
    let mut left: Vec<&Choice> = known.iter().collect();
    let mut next = next(known.iter().map(|choice| choice.key), IMPORT_TAG);
    let laid = |choice: &Choice| match left.iter().position(|one| one.label == choice.label) {
        Some(place) => left.remove(place).clone(),
        None => Choice { key: take(&mut next), ..choice.clone() },
    };
    new.iter().map(laid).collect()
}

/// Where an order goes, without a link or address that is not fit for it.
pub(super) fn safe_order(order_by: OrderBy) -> Result<OrderBy, String> {
    use crate::catalogue::page::{is_address, is_https};
    match &order_by {
        OrderBy::Information => Ok(order_by),
        OrderBy::Email(address) if address.is_empty() || is_address(address) => Ok(order_by),
        OrderBy::Email(address) => Err(format!("\u{201c}{}\u{201d} is no e-mail address", short(address))),
        OrderBy::Link(link) if is_https(link) => Ok(order_by),
        OrderBy::Link(link) => Err(format!("\u{201c}{}\u{201d} is no https link", short(link))),
    }
}

/// The beginning of what somebody else wrote, for a sentence.
pub(super) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    short
}
