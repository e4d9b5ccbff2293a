//! The service catalogue of the story: taken in from a file, worked on, offered, and ordered from.

use chrono::TimeDelta;
use itsm::catalogue::form::{self, Answer, Answers, Choice, FieldKind, Form};
use itsm::catalogue::workflow::Workflow;
use itsm::catalogue::{
    Catalogue, Check, ChoiceKey, Command as Portfolio, Edit, FieldKey, Listing, Offering, Order, Price, Status,
    TargetLevel, Text,
};
use itsm::configuration::{Command as Item, Need, Node};
use itsm::{Command, Event, Key, PersonId, ServiceId};
use workspace::catalogue::file;

use crate::play::{Player, find, optional};
use crate::script::{Beginning, Step, day};

/// What was known when the catalogue was begun, as people write it by hand.
const BEGUN: &str = include_str!("story/catalogue.json");

impl Player {
    /// Takes the first catalogue in, and notes by which keys the story calls the services that are new:
    /// `new starter New starter`.
    pub(crate) fn begin_catalogue(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<(), String> {
        let read = file::read(BEGUN);
        let catalogue: Catalogue = read.map_err(|faults| format!("catalogue.json: {faults:?}"))?;
        self.give(Command::Catalogue(Portfolio::TakeIn(Box::new(catalogue))), step.at, by)?;
        for line in told.all("new") {
            let (key, name) = line.split_once(' ').ok_or("a key and a name are needed")?;
            let services = &self.workspace.desk().directory().services;
            let (id, _) = services.iter().find(|(_, known)| ***known == *name).ok_or("no service is called so")?;
            self.cast.services.insert(key.to_owned(), *id);
        }
        Ok(())
    }

    /// What somebody does about a service of the catalogue.
    pub(crate) fn catalogue_verb(
        &mut self,
        service: ServiceId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let edited = |edit: Edit| Portfolio::Edit { service, edits: vec![edit] };
        let command = match verb {
            "comment" => Portfolio::Comment { service, text: text.into() },
            "settle" => {
                let comment = first.parse().map_err(|_| "a comment is a number")?;
                Portfolio::Settle { service, comment, settled: true }
            }
            "tick" => Portfolio::Tick { service, check: check(first)?, words: Some(rest.into()) },
            "move" => Portfolio::Move { service, to: status(first)?, because: rest.into() },
            "publish" => Portfolio::Publish { service, from: None, note: text.into() },
            "summary" => edited(Edit::Text(Text::Summary, text.into())),
            "how" => edited(Edit::Text(Text::HowToAsk, text.into())),
            "warranty" => edited(Edit::Text(Text::Warranty, text.into())),
            "within" => Portfolio::Edit { service, edits: self.within(service, hours(text)?)? },
            "price" => {
                let amount = cents(text)?;
                edited(self.offering(service, |one| one.price = Price::Fixed(amount))?)
            }
            "choice" => edited(self.new_choice(service, text)?),
            "needs" => return self.service_needs(service, text, step, by),
            _ => return Err(format!("“{verb}” is nothing one can do about a service")),
        };
        self.give(Command::Catalogue(command), step.at, by).map(drop)
    }

    fn listing(&self, service: ServiceId) -> Result<&Listing, String> {
        self.workspace.desk().portfolio().listing(service).ok_or_else(|| "nobody has written of it".to_owned())
    }

    /// The first offering of a draft, changed. Its form and its workflow stay as they are, so the edit carries none.
    fn offering(&self, service: ServiceId, change: impl FnOnce(&mut Offering)) -> Result<Edit, String> {
        let known = self.listing(service)?.draft.offerings.first().ok_or("there is nothing to order")?;
        let mut offering = Offering { form: Form::default(), workflow: Workflow::default(), ..known.clone() };
        change(&mut offering);
        Ok(Edit::Offering(Box::new(offering)))
    }

    /// Within how much working time the first offering is fulfilled, there and in the first target of the service.
    fn within(&self, service: ServiceId, time: TimeDelta) -> Result<Vec<Edit>, String> {
        let mut targets = self.listing(service)?.draft.targets.clone();
        targets.first_mut().ok_or("nothing is promised of it")?.level = TargetLevel::Time(time);
        Ok(vec![self.offering(service, |one| one.target = Some(time))?, Edit::Targets(targets)])
    }

    /// `1 400.00 13 inch, light`: one more choice of a question of the first offering, and what it adds to the price.
    fn new_choice(&self, service: ServiceId, text: &str) -> Result<Edit, String> {
        let mut words = text.splitn(3, ' ');
        let mut next = || words.next().ok_or("a question, a price and a label are needed");
        let (field, price, label) = (field_key(next()?)?, cents(next()?)?, next()?);
        let offering = self.listing(service)?.draft.offerings.first().ok_or("there is nothing to order")?;
        let mut form = offering.form.clone();
        let key = form::next_choice(&form, 0);
        let asked = form.sections.iter_mut().flat_map(|section| &mut section.fields).find(|one| one.key == field);
        let Some(FieldKind::Choice { choices }) = asked.map(|field| &mut field.kind) else {
            return Err("no such question of choices".to_owned());
        };
        let price = i64::try_from(price).map_err(|_| "nobody pays that")?;
        choices.push(Choice { key, label: label.into(), price, show_if: None });
        Ok(Edit::Form(offering.key, Box::new(form)))
    }

    /// `pc mail`: services and items without which this one does not work.
    fn service_needs(&mut self, service: ServiceId, keys: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let need = |key: &str| {
            let node = self.node(key)?;
            Need::new("".into(), 1, [node].into()).ok_or_else(|| "no such number of them".to_owned())
        };
        let needs = keys.split_whitespace().map(need).collect::<Result<_, _>>()?;
        self.give(Command::Item(Item::SetNeeds { of: Node::Service(service), needs }), step.at, by).map(drop)
    }

    /// Orders the offering that is called as the beginning says: `of pc`, `manager ben`, and a line such as
    /// `answer 1 2` for each question.
    pub(crate) fn order_offering(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let some = |key: &str| if told.get(key).is_empty() { "-" } else { told.get(key) };
        let service = find(&self.cast.services, told.get("of"))?;
        let version = self.listing(service)?.published(step.at).ok_or("it is not offered")?;
        let offering = version.content.offerings.iter().find(|one| *one.name == *told.summary);
        let offering = offering.ok_or("nothing that is offered is called so")?;
        let order = Order {
            service,
            offering: offering.key,
            quantity: 1,
            answers: told.all("answer").map(|line| answer(&offering.form, line)).collect::<Result<Answers, _>>()?,
            requester: by,
            beneficiary: optional(&self.cast.people, some("for"))?,
            manager: optional(&self.cast.people, some("manager"))?,
        };
        self.give(Command::Catalogue(Portfolio::Order(Box::new(order))), step.at, by)
    }
}

/// `1 2`: the second choice of the first question; `2 1 3` where several may be chosen; otherwise words or a day.
fn answer(form: &Form, line: &str) -> Result<(FieldKey, Answer), String> {
    let (key, text) = line.split_once(' ').ok_or("a question and an answer are needed")?;
    let key = field_key(key)?;
    let asked = form.field(key).ok_or("no such question")?;
    let answer = match &asked.kind {
        FieldKind::Text { .. } | FieldKind::FileName => Answer::Text(text.into()),
        FieldKind::Number { .. } => Answer::Number(text.parse().map_err(|_| "an answer is a number")?),
        FieldKind::Choice { .. } => Answer::Choice(choice_key(text)?),
        FieldKind::Choices { .. } => {
            Answer::Choices(text.split_whitespace().map(choice_key).collect::<Result<_, _>>()?)
        }
        FieldKind::Date { .. } => Answer::Date(day(text)?),
        FieldKind::Person => Answer::Person(text.into()),
        FieldKind::Item => Answer::Item(text.into()),
    };
    Ok((key, answer))
}

fn field_key(text: &str) -> Result<FieldKey, String> {
    text.parse().map(|number| FieldKey(Key::imported(number))).map_err(|_| format!("“{text}” is no question"))
}

fn choice_key(text: &str) -> Result<ChoiceKey, String> {
    text.parse().map(|number| ChoiceKey(Key::imported(number))).map_err(|_| format!("“{text}” is no choice"))
}

/// `44h` of working time.
fn hours(text: &str) -> Result<TimeDelta, String> {
    let hours = text.strip_suffix('h').and_then(|text| text.parse().ok()).and_then(TimeDelta::try_hours);
    hours.ok_or_else(|| format!("“{text}” is no time"))
}

/// `1290.00`
fn cents(text: &str) -> Result<u64, String> {
    text.replace('.', "").parse().map_err(|_| format!("“{text}” is no amount"))
}

fn check(word: &str) -> Result<Check, String> {
    Ok(match word {
        "case" => Check::BusinessCase,
        "design" => Check::DesignPackage,
        "transition" => Check::TransitionPlan,
        "acceptance" => Check::Acceptance,
        "early" => Check::EarlyLifeSupport,
        "retirement" => Check::RetirementPlan,
        _ => return Err(format!("“{word}” is nothing that a gate asks for")),
    })
}

fn status(word: &str) -> Result<Status, String> {
    let found = Status::ALL.into_iter().find(|status| status.word().to_lowercase().replace(' ', "-") == word);
    found.ok_or_else(|| format!("“{word}” is no place in the portfolio"))
}
