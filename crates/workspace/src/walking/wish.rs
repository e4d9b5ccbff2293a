//! What is to be written, from what was typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use itsm::catalogue::{self, Content, Edit, Kind, Offering, Opens};
use itsm::change::{ChangeType, Plans, Span};
use itsm::configuration::{Amendment, Kind as ItemKind, Owner};
use itsm::improvement::{Amount, Measure, Reading, Scale};
use itsm::knowledge::Audience;
use itsm::promise::{Health, Review, ReviewAction, Terms};
use itsm::supplier::{Contact, Contract, Profile};
use itsm::{Desk, GroupId, Matrix, PersonId, PromiseId, ServiceId, change, improvement, knowledge};

use super::form::{Control, Field, Form};
use crate::query::key_of;
use crate::rules::promises::{self, Ground};
use crate::rules::{Fault, calendar};

/// What was typed, by field. People and teams stand there by their key.
pub type Typed = BTreeMap<String, String>;

/// Where it is written.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// The service, once it has its entry.
    pub service: Option<ServiceId>,
    /// The agreement with the customer that a review is about.
    pub agreement: Option<PromiseId>,
    /// Now, by the desk's clock.
    pub now: DateTime<Utc>,
}

/// Something to be written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // The forms say what each is.
pub enum Wish {
    Entry { service: Option<ServiceId>, content: Box<Content>, business_case: Arc<str> },
    Listing { service: ServiceId, edits: Vec<Edit> },
    Ending { service: ServiceId, edits: Vec<Edit>, plan: Arc<str> },
    Offering { service: ServiceId, offering: Box<Offering> },
    Supplier { profile: Box<Profile>, contract: Box<Contract> },
    Agreement(Box<Terms>),
    Review { agreement: PromiseId, review: Box<Review> },
    Item { service: ServiceId, name: Arc<str>, changes: Vec<Amendment> },
    Change(Box<change::Statement>),
    Article(Box<knowledge::Content>),
    Improvement(Box<improvement::Statement>),
}

type Faults = Vec<Fault<String>>;

/// What is to be written.
///
/// # Errors
/// Every field that is missing or not understood, with what would be right. A fault without a place is about none.
pub fn read(form: Form, typed: &Typed, spot: Spot<'_>) -> Result<Wish, Faults> {
    let page = Page { typed, zone: &spot.desk.agreement().agreement().calendar.zone };
    let faults = page.faults(form.fields());
    if !faults.is_empty() {
        return Err(faults);
    }
    let service =
        || spot.service.ok_or_else(|| fault("", "Enter the service in the portfolio first: stage one asks for it."));
    Ok(match form {
        Form::Entry => page.entry(spot.service),
        Form::Listing => Wish::Listing { service: service()?, edits: page.listing() },
        Form::Ending => Wish::Ending { service: service()?, edits: page.ending(), plan: page.text("retirement-plan") },
        Form::Offering => Wish::Offering { service: service()?, offering: Box::new(page.offering()) },
        Form::Supplier => page.supplier(service()?)?,
        Form::CustomerAgreement | Form::InsideAgreement => page.agreement(form, service()?, spot)?,
        Form::Review => page.review(spot)?,
        Form::Item => Wish::Item { service: service()?, name: page.text("name"), changes: page.item() },
        Form::Change => page.change(service()?),
        Form::Article => page.article(service()?),
        Form::Improvement => page.improvement(spot)?,
    })
}

fn fault(place: &str, sentence: &str) -> Faults {
    vec![Fault { place: place.to_owned(), sentence: sentence.to_owned() }]
}

/// The fields while they are read.
struct Page<'a> {
    typed: &'a Typed,
    zone: &'a str,
}

impl Page<'_> {
    fn plain(&self, id: &str) -> &str {
        self.typed.get(id).map_or("", |text| text.trim())
    }

    fn text(&self, id: &str) -> Arc<str> {
        self.plain(id).into()
    }

    fn lines(&self, id: &str) -> Vec<Arc<str>> {
        self.plain(id).lines().map(str::trim).filter(|line| !line.is_empty()).map(Arc::from).collect()
    }

    fn person(&self, id: &str) -> Option<PersonId> {
        key_of(self.plain(id)).map(PersonId)
    }

    fn group(&self, id: &str) -> Option<GroupId> {
        key_of(self.plain(id)).map(GroupId)
    }

    fn day(&self, id: &str) -> Option<NaiveDate> {
        calendar::date(self.plain(id)).ok()
    }

    /// The first instant of a day.
    fn from(&self, id: &str) -> Option<DateTime<Utc>> {
        promises::first_instant(self.plain(id), self.zone).ok().flatten()
    }

    /// The first instant after a day.
    fn after(&self, id: &str) -> Option<DateTime<Utc>> {
        promises::end_of(self.plain(id), self.zone).ok().flatten()
    }

    /// What is missing, or typed so that nobody understands it.
    fn faults(&self, fields: &[Field]) -> Faults {
        let of = |field: &Field| {
            let text = self.plain(field.id);
            let sentence = match field.control {
                _ if text.is_empty() => field.needed.then(|| missing(field))?,
                Control::Day => calendar::date(text).err()?,
                Control::Person | Control::Group => key_of(text).is_none().then(|| missing(field))?,
                Control::Words(words) => (!words.contains(&text)).then(|| missing(field))?,
                Control::Line | Control::Lines => return None,
            };
            Some(Fault { place: field.id.to_owned(), sentence })
        };
        fields.iter().filter_map(of).collect()
    }

    fn entry(&self, service: Option<ServiceId>) -> Wish {
        let content = Content {
            name: self.text("name"),
            summary: self.text("summary"),
            for_whom: self.text("for-whom"),
            purpose: self.text("purpose"),
            outcomes: self.lines("outcomes"),
            utility: self.text("utility"),
            warranty: self.text("warranty"),
            owner: self.person("owner"),
            ..Content::default()
        };
        Wish::Entry { service, content: Box::new(content), business_case: self.text("business-case") }
    }

    fn listing(&self) -> Vec<Edit> {
        use catalogue::{Day, Text, Texts};
        let texts = [
            (Text::Summary, "summary"),
            (Text::HowToAsk, "how-to-ask"),
            (Text::Hours, "hours"),
            (Text::Entitlement, "entitlement"),
        ];
        let texts = texts.into_iter().filter(|(_, id)| !self.plain(id).is_empty());
        let mut edits: Vec<Edit> = texts.map(|(text, id)| Edit::Text(text, self.text(id))).collect();
        let channels = self.lines("channels");
        if !channels.is_empty() {
            edits.push(Edit::Texts(Texts::Channels, channels));
        }
        edits.extend(self.group("support").map(|group| Edit::Support(Some(group))));
        edits.extend(self.day("valid-from").map(|day| Edit::Day(Day::From, Some(day))));
        edits.extend(self.day("review-on").map(|day| Edit::Day(Day::Review, Some(day))));
        edits
    }

    fn ending(&self) -> Vec<Edit> {
        use catalogue::Day;
        let days = [(Day::To, "valid-to"), (Day::Review, "review-on")];
        days.into_iter().filter_map(|(day, id)| Some(Edit::Day(day, Some(self.day(id)?)))).collect()
    }

    fn offering(&self) -> Offering {
        let (kind, opens) = (self.plain("kind"), self.plain("opens"));
        Offering {
            name: self.text("name"),
            summary: self.text("summary"),
            kind: Kind::ALL.into_iter().find(|one| one.word() == kind).unwrap_or_default(),
            opens: Opens::ALL.into_iter().find(|one| one.word() == opens).unwrap_or_default(),
            ..Offering::default()
        }
    }

    fn supplier(&self, service: ServiceId) -> Result<Wish, Faults> {
        let contact = |text: &str| {
            let (name, reach) = text.split_once(',').unwrap_or((text, ""));
            Contact { name: name.trim().into(), reach: reach.trim().into() }
        };
        let contact = Some(self.plain("contact")).filter(|text| !text.is_empty()).map(contact);
        let Some(valid_from) = self.from("valid-from") else {
            return Err(fault("valid-from", "Choose the first day of the contract."));
        };
        let contract = Contract {
            title: self.text("contract"),
            valid_from,
            valid_until: self.after("valid-until"),
            notice_by: self.after("notice-by"),
            cost: self.text("cost"),
            promise: None,
        };
        let profile = Profile {
            name: self.text("name"),
            contacts: contact.into_iter().collect(),
            services: vec![service],
            items: vec![],
        };
        Ok(Wish::Supplier { profile: Box::new(profile), contract: Box::new(contract) })
    }

    /// Its hours are the desk's, so that it fits what stands above and beneath it; its page can change them.
    fn agreement(&self, form: Form, service: ServiceId, spot: Spot<'_>) -> Result<Wish, Faults> {
        let desk = spot.desk.agreement().agreement();
        let mut fields = promises::blank(desk, spot.now);
        let mut put = |name: &str, text: String| drop(fields.insert(name.to_owned(), text));
        let own = |id: &str| self.plain(id).to_owned();
        match form {
            Form::InsideAgreement => {
                put("kind", "inside".to_owned());
                put("group", own("party"));
            }
            _ => put("customer", own("party")),
        }
        put("name", own("name"));
        put("services", crate::query::key_text(service.0));
        put("from", own("valid-from"));
        put("reviews", own("review-months"));
        if !self.plain("tell").is_empty() {
            put("when", "80 %".to_owned());
            put("tell", own("tell"));
        }
        for priority in 1..=Matrix::LOWEST {
            for column in ["response", "resolution"] {
                put(&promises::column_field(column, priority), minutes(self.plain(column)));
            }
        }
        let ground = Ground { desk, before: None };
        let named = |faults: Vec<Fault<String>>| faults.into_iter().map(as_asked).collect::<Faults>();
        promises::read(&fields, ground).map(|terms| Wish::Agreement(Box::new(terms))).map_err(named)
    }

    fn review(&self, spot: Spot<'_>) -> Result<Wish, Faults> {
        let Some(agreement) = spot.agreement else {
            return Err(fault("", "Draft the promise to the customer first: stage two asks for it."));
        };
        let (Some(owner), Some(due)) = (self.person("owner"), self.from("due")) else {
            return Err(fault("due", "Choose by when it is to be done."));
        };
        let review = Review {
            held_at: spot.now,
            attendees: self.text("attendees"),
            minutes: self.text("minutes"),
            outcome: Health::ALL.into_iter().find(|health| health.word() == self.plain("outcome")),
            actions: vec![ReviewAction { what: self.text("what"), owner, due }],
        };
        Ok(Wish::Review { agreement, review: Box::new(review) })
    }

    fn item(&self) -> Vec<Amendment> {
        let kind = ItemKind::ALL.into_iter().find(|kind| kind.word() == self.plain("kind"));
        let mut changes = vec![Amendment::Owner(self.person("owner").map(Owner::Person))];
        changes.extend(kind.map(|kind| Amendment::Kind(Some(kind))));
        if !self.plain("description").is_empty() {
            changes.push(Amendment::Description(self.text("description")));
        }
        changes
    }

    fn change(&self, service: ServiceId) -> Wish {
        let span = self.from("planned").zip(self.after("planned"));
        Wish::Change(Box::new(change::Statement {
            summary: self.text("summary"),
            description: self.text("description"),
            kind: ChangeType::Normal,
            template: None,
            requested_by: None,
            services: vec![service],
            items: vec![],
            category: None,
            group: None,
            assignee: self.person("assignee"),
            planned: span.map(|(start, end)| Span { start, end }),
            plans: Plans {
                implementation: self.text("implementation"),
                test: self.text("test"),
                back_out: self.text("back-out"),
            },
            answers: None,
        }))
    }

    fn article(&self, service: ServiceId) -> Wish {
        let audience = if self.plain("audience") == "The desk" { Audience::Desk } else { Audience::Everyone };
        Wish::Article(Box::new(knowledge::Content {
            title: self.text("title"),
            body: self.text("body"),
            keywords: self.text("keywords"),
            service: Some(service),
            audience,
            ..knowledge::Content::default()
        }))
    }

    fn improvement(&self, spot: Spot<'_>) -> Result<Wish, Faults> {
        let amount = |id: &str| {
            let number = "Write a number, such as 20 or 7.5.";
            Amount::read(self.plain(id)).ok_or_else(|| fault(id, number))
        };
        let (baseline, target) = (amount("baseline")?, amount("target")?);
        let scale = |id: &str| self.plain(id).parse().ok().and_then(Scale::new).unwrap_or(Scale::MIDDLE);
        let on = calendar::date(&promises::date_of(spot.now, self.zone)).unwrap_or(spot.now.date_naive());
        Ok(Wish::Improvement(Box::new(improvement::Statement {
            summary: self.text("summary"),
            why: self.text("why"),
            effort: scale("effort"),
            benefit: scale("benefit"),
            owner: self.person("owner"),
            measure: Some(Measure::Named { name: self.text("measure"), unit: Arc::from("") }),
            baseline: Some(Reading::Value { amount: baseline, on }),
            target: Some(target),
            due: self.day("due"),
        })))
    }
}

fn missing(field: &Field) -> String {
    match field.control {
        Control::Day => "Choose a day.".to_owned(),
        Control::Person => "Choose somebody.".to_owned(),
        Control::Group => "Choose a team.".to_owned(),
        Control::Words(_) => "Choose one of them.".to_owned(),
        Control::Line | Control::Lines => ["“", field.label, "” is needed here."].concat(),
    }
}

/// A bare number is minutes.
fn minutes(text: &str) -> String {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { [text, " min"].concat() } else { text.to_owned() }
}

/// A fault of the agreement's own form at the field that is asked for here.
fn as_asked(fault: Fault<String>) -> Fault<String> {
    let place = match fault.place.as_str() {
        "customer" | "group" => "party",
        "from" => "valid-from",
        "reviews" => "review-months",
        other => other.trim_end_matches(|letter: char| letter.is_ascii_digit()),
    };
    Fault { place: place.to_owned(), sentence: fault.sentence }
}
