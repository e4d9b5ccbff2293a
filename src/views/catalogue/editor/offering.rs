//! The form of one offering: what it is, what it costs, how long it takes, where an order goes.

use itsm::catalogue::{Command as Ask, Edit, Kind, Offering, OfferingKey, Opens, OrderBy, Period, Price, next};
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::catalogue::typed;
use workspace::query::{key_of, key_text};
use workspace::rules::duration;

use super::super::chosen::ChosenOnes;
use super::offerings::offerings;
use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup, Select, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};

/// How something is paid for, as the list of models has it.
const MODELS: [(&str, &str); 6] = [
    ("unsaid", "Not said yet"),
    ("free", "Free"),
    ("fixed", "One price for each order"),
    ("unit", "So much for each unit"),
    ("subscription", "So much for each period"),
    ("charge-back", "Charged to the cost centre, at cost"),
];

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    summary: RwSignal<String>,
    kind: RwSignal<String>,
    opens: RwSignal<String>,
    model: RwSignal<String>,
    amount: RwSignal<String>,
    unit: RwSignal<String>,
    period: RwSignal<String>,
    target: RwSignal<String>,
    order_by: RwSignal<String>,
    address: RwSignal<String>,
    includes: RwSignal<String>,
}

impl Typed {
    fn of(offering: &Offering) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let (model, amount, unit) = match &offering.price {
            Price::Unsaid => ("unsaid", None, ""),
            Price::Free => ("free", None, ""),
            Price::Fixed(amount) => ("fixed", Some(*amount), ""),
            Price::PerUnit { amount, unit } => ("unit", Some(*amount), &**unit),
            Price::Subscription { amount, .. } => ("subscription", Some(*amount), ""),
            Price::ChargeBack { estimate, basis } => ("charge-back", Some(*estimate), &**basis),
        };
        let period = match offering.price {
            Price::Subscription { period, .. } => period,
            _ => Period::Month,
        };
        let (order_by, address) = match &offering.order_by {
            OrderBy::Information => ("information", ""),
            OrderBy::Email(address) => ("email", &**address),
            OrderBy::Link(address) => ("link", &**address),
        };
        let includes: Vec<String> = offering.includes.iter().map(|(service, key)| pair(*service, *key)).collect();
        Self {
            name: text(&offering.name),
            summary: text(&offering.summary),
            kind: text(offering.kind.word()),
            opens: text(offering.opens.word()),
            model: text(model),
            amount: text(&amount.map(typed::amount).unwrap_or_default()),
            unit: text(unit),
            period: text(period.word()),
            target: text(&offering.target.map(duration::write).unwrap_or_default()),
            order_by: text(order_by),
            address: text(address),
            includes: text(&includes.join(",")),
        }
    }

    /// The price that was typed; `Err` with what is wrong.
    fn price(self) -> Result<Price, String> {
        let model = self.model.get_untracked();
        let text = self.amount.get_untracked();
        let amount = || {
            if text.trim().is_empty() {
                return Err("Say how much; for what costs nothing choose “Free”.".to_owned());
            }
            typed::cents(&text).map_err(str::to_owned)
        };
        let words = self.unit.get_untracked().trim().into();
        Ok(match model.as_str() {
            "free" => Price::Free,
            "fixed" => Price::Fixed(amount()?),
            "unit" => Price::PerUnit { amount: amount()?, unit: words },
            "subscription" => {
                let period = self.period.get_untracked();
                let period = Period::ALL.into_iter().find(|one| one.word() == period).unwrap_or_default();
                Price::Subscription { amount: amount()?, period }
            }
            "charge-back" => Price::ChargeBack { estimate: amount()?, basis: words },
            _ => Price::Unsaid,
        })
    }

    fn order_by(self) -> Result<OrderBy, String> {
        let address = self.address.get_untracked().trim().to_owned();
        match self.order_by.get_untracked().as_str() {
            "email" if address.contains('@') => Ok(OrderBy::Email(address.into())),
            "email" => Err("Write the e-mail address that orders go to.".to_owned()),
            "link" if address.starts_with("https://") => Ok(OrderBy::Link(address.into())),
            "link" => Err("Write the address of your tool; it begins with https://.".to_owned()),
            _ => Ok(OrderBy::Information),
        }
    }

    fn includes(self) -> Vec<(ServiceId, OfferingKey)> {
        let read = |text: &str| {
            let (service, key) = text.split_once('/')?;
            Some((ServiceId(key_of(service)?), OfferingKey(key_of(key)?)))
        };
        self.includes.with_untracked(|text| text.split(',').filter_map(read).collect())
    }
}

fn pair(service: ServiceId, key: OfferingKey) -> String {
    [&key_text(service.0), "/", &key_text(key.0)].concat()
}

/// What can come with an offering: every other offering of every service.
fn others(session: Session, service: ServiceId, own: Option<OfferingKey>) -> Vec<Choice> {
    let read = session.peek(|workspace| {
        let mut all = vec![];
        for listing in workspace.desk().portfolio().listings() {
            for offering in listing.draft.offerings.iter().filter(|one| listing.id != service || Some(one.key) != own) {
                let label = [&*listing.draft.name, ": ", &*offering.name].concat();
                all.push(Choice::new(pair(listing.id, offering.key), label));
            }
        }
        all.sort_by(|one, other| one.label.cmp(&other.label));
        all
    });
    read.unwrap_or_default()
}

/// The form.
#[component]
pub fn OfferingForm(service: ServiceId, key: Option<OfferingKey>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = key.and_then(|key| offerings(session, service).into_iter().find(|one| one.key == key));
    let before = StoredValue::new(known.clone().unwrap_or_default());
    let typed = before.with_value(Typed::of);
    let Typed { name, summary, kind, opens, model, amount, unit, period, target, order_by, address, includes } = typed;
    let wrong = RwSignal::new(None::<(&'static str, String)>);
    let error = move |of: &'static str| {
        Signal::derive(move || wrong.get().filter(|(field, _)| *field == of).map(|(_, text)| text))
    };
    let day =
        session.peek(|workspace| workspace.desk().agreement().agreement().calendar.working_day()).unwrap_or_default();
    let currency =
        session.peek(|workspace| workspace.desk().portfolio().settings().currency.to_string()).unwrap_or_default();
    let submit = move || {
        if name.with_untracked(|name| name.trim().is_empty()) {
            return wrong.set(Some(("name", "Say what it is called: “Standard laptop”.".to_owned())));
        }
        let price = match typed.price() {
            Ok(price) => price,
            Err(why) => return wrong.set(Some(("amount", why))),
        };
        let target = match target.with_untracked(|text| duration::read(text, day)) {
            Ok(target) => target,
            Err(why) => return wrong.set(Some(("target", why.to_owned()))),
        };
        let order_by = match typed.order_by() {
            Ok(order_by) => order_by,
            Err(why) => return wrong.set(Some(("address", why))),
        };
        wrong.set(None);
        let (chosen, opened) = (kind.get_untracked(), opens.get_untracked());
        let offering = Offering {
            key: key.unwrap_or_else(|| next(offerings(session, service).iter().map(|one| one.key), session.tag())),
            name: name.get_untracked().trim().into(),
            summary: summary.get_untracked().trim().into(),
            kind: Kind::ALL.into_iter().find(|one| one.word() == chosen).unwrap_or_default(),
            opens: Opens::ALL.into_iter().find(|one| one.word() == opened).unwrap_or_default(),
            price,
            target,
            order_by,
            includes: typed.includes(),
            ..before.get_value()
        };
        let edits = vec![Edit::Offering(Box::new(offering))];
        asking.give(Command::Catalogue(Ask::Edit { service, edits }), "The offering stands in the draft");
    };
    let kinds: Vec<Choice> =
        Kind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind.word()).with_detail(means(kind))).collect();
    let opened: Vec<Choice> = Opens::ALL.into_iter().map(|one| Choice::new(one.word(), one.word())).collect();
    let models: Vec<Choice> = MODELS.into_iter().map(|(value, label)| Choice::new(value, label)).collect();
    let periods: Vec<Choice> = Period::ALL.into_iter().map(|one| Choice::new(one.word(), one.word())).collect();
    let ways = vec![
        Choice::new("information", "Nowhere: the page informs only"),
        Choice::new("email", "To an e-mail address"),
        Choice::new("link", "To the address of your own tool"),
    ];
    let is = move |of: &'static [&'static str]| model.with(|model| of.contains(&model.as_str()));
    let amount_label = Signal::derive({
        let currency = currency.clone();
        move || ["Amount in ", &currency].concat()
    });
    let price_fields = move || {
        let periods = periods.clone();
        view! {
            {is(&["fixed", "unit", "subscription", "charge-back"]).then(|| view! {
                <Field label=amount_label required=true error=error("amount")><TextInput value=amount /></Field>
            })}
            {is(&["unit"]).then(|| view! { <Field label="Of what" hint="“gigabyte”, “person”"><TextInput value=unit /></Field> })}
            {is(&["subscription"]).then(|| view! { <Field label="Every" required=true><Select choices=periods value=period /></Field> })}
            {is(&["charge-back"]).then(|| view! { <Field label="What is charged" hint="“hours worked”, “purchase price”"><TextInput value=unit /></Field> })}
        }
    };
    let asks_address = move || order_by.with(|way| way != "information");
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&[]) submit>
            <Field label="Name" required=true error=error("name")><TextInput value=name /></Field>
            <Field label="What one gets" hint="In a sentence or two."><TextArea value=summary rows=2 /></Field>
            <Field label="Kind" group=true required=true><RadioGroup choices=kinds value=kind /></Field>
            <Field label="An order opens" hint="An incident where something that does not work is reported: without price or approvals." required=true>
                <Select choices=opened value=opens />
            </Field>
            <div class="form-row">
                <Field label="How it is paid for" required=true><Select choices=models value=model /></Field>
                {price_fields}
            </div>
            <p class="hint">"Options with a price of their own are choices of the form: each answer may add to the price."</p>
            <Field label="Fulfilled within" hint="Working time: 4 h, 2 working days." error=error("target")>
                <TextInput value=target />
            </Field>
            <Field label="From a published page, an order goes" required=true><Select choices=ways value=order_by /></Field>
            {move || asks_address().then(|| view! {
                <Field label="Address" required=true error=error("address")><TextInput value=address /></Field>
            })}
            <Field label="What comes with it" hint="A bundle: ordering this orders these, too.">
                <ChosenOnes choices=others(session, service, key) value=includes list_label="Offerings" />
            </Field>
        </FormFrame>
    }
    .into_any()
}

/// What a kind means. Source: ITIL 4, service offerings.
fn means(kind: Kind) -> &'static str {
    match kind {
        Kind::Goods => "Becomes the customer’s, who looks after it from then on.",
        Kind::Access => "The customer uses it; it stays yours, and so does the care for it.",
        Kind::Action => "You do something for the customer.",
    }
}
