//! One change of what is written of a service. The difference of two contents, a merge, a rollback and an import are all
//! lists of these, so there is one way in which contents change.

use std::sync::Arc;

use chrono::NaiveDate;

use super::content::{Content, Document, Rank, Target};
use super::form::Form;
use super::ids::{AudienceId, OfferingKey, ServiceCategoryId};
use super::money::Cost;
use super::offering::Offering;
use super::workflow::Workflow;
use crate::ids::{GroupId, ItemId, PersonId, ServiceId};

/// See the module. Each says what the field is from now on.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A text.
    Text(Text, Arc<str>),
    /// A list of texts.
    Texts(Texts, Vec<Arc<str>>),
    /// A day.
    Day(Day, Option<NaiveDate>),
    /// Who answers for it.
    Owner(Option<PersonId>),
    /// Who may see and order it.
    Audiences(Vec<AudienceId>),
    /// What is promised of it.
    Targets(Vec<Target>),
    /// What it costs its provider.
    Cost(Cost),
    /// The categories it stands in.
    Categories(Vec<ServiceCategoryId>),
    /// Whether it stands first.
    Pinned(bool),
    /// What is to be read.
    Documents(Vec<Document>),
    /// How it stands among the others.
    Rank(Rank),
    /// Services it is built on.
    Supporting(Vec<ServiceId>),
    /// Items it is made of.
    Items(Vec<ItemId>),
    /// The team that supports it.
    Support(Option<GroupId>),
    /// An offering is new, or says something else; its form and its workflow stay as they are if it is known.
    Offering(Box<Offering>),
    /// An offering is gone.
    OfferingGone(OfferingKey),
    /// The offerings, in this order. Those that are not named follow in the order they have.
    OfferingOrder(Vec<OfferingKey>),
    /// The form of an offering.
    Form(OfferingKey, Box<Form>),
    /// The workflow of an offering.
    Workflow(OfferingKey, Box<Workflow>),
}

/// Which text of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Text {
    /// What customers call it.
    Name,
    /// What you get.
    Summary,
    /// Who it is for.
    ForWhom,
    /// How to ask for it.
    HowToAsk,
    /// More about it.
    Description,
    /// What it is there for.
    Purpose,
    /// What it does.
    Utility,
    /// How well it does it.
    Warranty,
    /// What one must be or have.
    Entitlement,
    /// When it can be used and is supported.
    Hours,
    /// How it works, for colleagues.
    Technical,
}

/// Which list of texts of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Texts {
    /// What customers can do with it.
    Outcomes,
    /// How users reach who supports it.
    Channels,
    /// Other words that people look for it by.
    Keywords,
}

/// Which day of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Day {
    /// When somebody looks whether it still holds.
    Review,
    /// The first on which it is offered.
    From,
    /// The last on which it is offered.
    To,
}

/// What an edit is about: two edits of one slot exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// A text.
    Text(Text),
    /// A list of texts.
    Texts(Texts),
    /// A day.
    Day(Day),
    /// Who answers for it.
    Owner,
    /// Who may see and order it.
    Audiences,
    /// What is promised of it.
    Targets,
    /// What it costs its provider.
    Cost,
    /// The categories it stands in.
    Categories,
    /// Whether it stands first.
    Pinned,
    /// What is to be read.
    Documents,
    /// How it stands among the others.
    Rank,
    /// Services it is built on.
    Supporting,
    /// Items it is made of.
    Items,
    /// The team that supports it.
    Support,
    /// What an offering is, apart from its form and workflow.
    Offering(OfferingKey),
    /// The order of the offerings.
    OfferingOrder,
    /// The form of an offering.
    Form(OfferingKey),
    /// The workflow of an offering.
    Workflow(OfferingKey),
}

impl Text {
    /// Every text.
    pub const ALL: [Text; 11] = [
        Text::Name,
        Text::Summary,
        Text::ForWhom,
        Text::HowToAsk,
        Text::Description,
        Text::Purpose,
        Text::Utility,
        Text::Warranty,
        Text::Entitlement,
        Text::Hours,
        Text::Technical,
    ];

    /// The text in a content.
    pub fn of(self, content: &Content) -> &Arc<str> {
        match self {
            Text::Name => &content.name,
            Text::Summary => &content.summary,
            Text::ForWhom => &content.for_whom,
            Text::HowToAsk => &content.how_to_ask,
            Text::Description => &content.description,
            Text::Purpose => &content.purpose,
            Text::Utility => &content.utility,
            Text::Warranty => &content.warranty,
            Text::Entitlement => &content.entitlement,
            Text::Hours => &content.hours,
            Text::Technical => &content.technical,
        }
    }

    fn of_mut(self, content: &mut Content) -> &mut Arc<str> {
        match self {
            Text::Name => &mut content.name,
            Text::Summary => &mut content.summary,
            Text::ForWhom => &mut content.for_whom,
            Text::HowToAsk => &mut content.how_to_ask,
            Text::Description => &mut content.description,
            Text::Purpose => &mut content.purpose,
            Text::Utility => &mut content.utility,
            Text::Warranty => &mut content.warranty,
            Text::Entitlement => &mut content.entitlement,
            Text::Hours => &mut content.hours,
            Text::Technical => &mut content.technical,
        }
    }

    /// What the field is called on its form.
    pub fn label(self) -> &'static str {
        match self {
            Text::Name => "Name",
            Text::Summary => "What you get",
            Text::ForWhom => "Who it is for",
            Text::HowToAsk => "How to ask for it",
            Text::Description => "More about it",
            Text::Purpose => "Purpose",
            Text::Utility => "Utility: what it does",
            Text::Warranty => "Warranty: how well it does it",
            Text::Entitlement => "Entitlement",
            Text::Hours => "Hours",
            Text::Technical => "How it works",
        }
    }
}

impl Texts {
    /// Every list.
    pub const ALL: [Texts; 3] = [Texts::Outcomes, Texts::Channels, Texts::Keywords];

    /// The list in a content.
    pub fn of(self, content: &Content) -> &Vec<Arc<str>> {
        match self {
            Texts::Outcomes => &content.outcomes,
            Texts::Channels => &content.channels,
            Texts::Keywords => &content.keywords,
        }
    }

    fn of_mut(self, content: &mut Content) -> &mut Vec<Arc<str>> {
        match self {
            Texts::Outcomes => &mut content.outcomes,
            Texts::Channels => &mut content.channels,
            Texts::Keywords => &mut content.keywords,
        }
    }

    /// What the list is called on its form.
    pub fn label(self) -> &'static str {
        match self {
            Texts::Outcomes => "Outcomes",
            Texts::Channels => "Channels",
            Texts::Keywords => "Also known as",
        }
    }
}

impl Day {
    /// Every day.
    pub const ALL: [Day; 3] = [Day::Review, Day::From, Day::To];

    /// The day in a content.
    pub fn of(self, content: &Content) -> Option<NaiveDate> {
        match self {
            Day::Review => content.review_on,
            Day::From => content.valid_from,
            Day::To => content.valid_to,
        }
    }

    fn of_mut(self, content: &mut Content) -> &mut Option<NaiveDate> {
        match self {
            Day::Review => &mut content.review_on,
            Day::From => &mut content.valid_from,
            Day::To => &mut content.valid_to,
        }
    }

    /// What the field is called on its form.
    pub fn label(self) -> &'static str {
        match self {
            Day::Review => "Review due",
            Day::From => "Offered from",
            Day::To => "Offered until",
        }
    }
}

impl Edit {
    /// What it is about.
    pub fn slot(&self) -> Slot {
        match self {
            Edit::Text(which, _) => Slot::Text(*which),
            Edit::Texts(which, _) => Slot::Texts(*which),
            Edit::Day(which, _) => Slot::Day(*which),
            Edit::Owner(_) => Slot::Owner,
            Edit::Audiences(_) => Slot::Audiences,
            Edit::Targets(_) => Slot::Targets,
            Edit::Cost(_) => Slot::Cost,
            Edit::Categories(_) => Slot::Categories,
            Edit::Pinned(_) => Slot::Pinned,
            Edit::Documents(_) => Slot::Documents,
            Edit::Rank(_) => Slot::Rank,
            Edit::Supporting(_) => Slot::Supporting,
            Edit::Items(_) => Slot::Items,
            Edit::Support(_) => Slot::Support,
            Edit::Offering(offering) => Slot::Offering(offering.key),
            Edit::OfferingGone(key) => Slot::Offering(*key),
            Edit::OfferingOrder(_) => Slot::OfferingOrder,
            Edit::Form(key, _) => Slot::Form(*key),
            Edit::Workflow(key, _) => Slot::Workflow(*key),
        }
    }
}

impl Slot {
    /// What the field is called on its form.
    pub fn label(self) -> &'static str {
        match self {
            Slot::Text(text) => text.label(),
            Slot::Texts(texts) => texts.label(),
            Slot::Day(day) => day.label(),
            Slot::Owner => "Owner",
            Slot::Audiences => "Audience",
            Slot::Targets => "Targets",
            Slot::Cost => "Cost",
            Slot::Categories => "Categories",
            Slot::Pinned => "Pinned",
            Slot::Documents => "Documents",
            Slot::Rank => "Value, cost, demand and risk",
            Slot::Supporting => "Supporting services",
            Slot::Items => "Configuration items",
            Slot::Support => "Supported by",
            Slot::Offering(_) => "Offering",
            Slot::OfferingOrder => "Order of the offerings",
            Slot::Form(_) => "Form",
            Slot::Workflow(_) => "Workflow",
        }
    }
}

impl Content {
    /// Takes a change in. One of an offering that is not here changes nothing.
    pub fn take(&mut self, edit: &Edit) {
        match edit {
            Edit::Text(which, text) => *which.of_mut(self) = text.clone(),
            Edit::Texts(which, texts) => *which.of_mut(self) = texts.clone(),
            Edit::Day(which, day) => *which.of_mut(self) = *day,
            Edit::Owner(owner) => self.owner = *owner,
            Edit::Audiences(audiences) => self.audiences = audiences.clone(),
            Edit::Targets(targets) => self.targets = targets.clone(),
            Edit::Cost(cost) => self.cost = *cost,
            Edit::Categories(categories) => self.categories = categories.clone(),
            Edit::Pinned(pinned) => self.pinned = *pinned,
            Edit::Documents(documents) => self.documents = documents.clone(),
            Edit::Rank(rank) => self.rank = *rank,
            Edit::Supporting(services) => self.supporting = services.clone(),
            Edit::Items(items) => self.items = items.clone(),
            Edit::Support(group) => self.support = *group,
            Edit::Offering(new) => match self.offerings.iter_mut().find(|known| known.key == new.key) {
                Some(known) => {
                    let (form, workflow) = (std::mem::take(&mut known.form), std::mem::take(&mut known.workflow));
                    *known = Offering { form, workflow, ..(**new).clone() };
                }
                None => self.offerings.push((**new).clone()),
            },
            Edit::OfferingGone(key) => self.offerings.retain(|offering| offering.key != *key),
            Edit::OfferingOrder(keys) => {
                let place = |key: OfferingKey| keys.iter().position(|one| *one == key).unwrap_or(usize::MAX);
                self.offerings.sort_by_key(|offering| place(offering.key));
            }
            Edit::Form(key, form) => {
                if let Some(offering) = self.offerings.iter_mut().find(|offering| offering.key == *key) {
                    offering.form = (**form).clone();
                }
            }
            Edit::Workflow(key, workflow) => {
                if let Some(offering) = self.offerings.iter_mut().find(|offering| offering.key == *key) {
                    offering.workflow = (**workflow).clone();
                }
            }
        }
    }

    /// What makes `to` of this content, in the order in which it can be taken in. Empty where the two say the same.
    pub fn edits_to(&self, to: &Content) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut note = |differs: bool, edit: &dyn Fn() -> Edit| {
            if differs {
                edits.push(edit());
            }
        };
        for which in Text::ALL {
            note(which.of(self) != which.of(to), &|| Edit::Text(which, which.of(to).clone()));
        }
        for which in Texts::ALL {
            note(which.of(self) != which.of(to), &|| Edit::Texts(which, which.of(to).clone()));
        }
        for which in Day::ALL {
            note(which.of(self) != which.of(to), &|| Edit::Day(which, which.of(to)));
        }
        note(self.owner != to.owner, &|| Edit::Owner(to.owner));
        note(self.audiences != to.audiences, &|| Edit::Audiences(to.audiences.clone()));
        note(self.targets != to.targets, &|| Edit::Targets(to.targets.clone()));
        note(self.cost != to.cost, &|| Edit::Cost(to.cost));
        note(self.categories != to.categories, &|| Edit::Categories(to.categories.clone()));
        note(self.pinned != to.pinned, &|| Edit::Pinned(to.pinned));
        note(self.documents != to.documents, &|| Edit::Documents(to.documents.clone()));
        note(self.rank != to.rank, &|| Edit::Rank(to.rank));
        note(self.supporting != to.supporting, &|| Edit::Supporting(to.supporting.clone()));
        note(self.items != to.items, &|| Edit::Items(to.items.clone()));
        note(self.support != to.support, &|| Edit::Support(to.support));
        for known in &self.offerings {
            note(to.offering(known.key).is_none(), &|| Edit::OfferingGone(known.key));
        }
        for new in &to.offerings {
            let Some(known) = self.offering(new.key) else {
                note(true, &|| Edit::Offering(Box::new(new.clone())));
                continue;
            };
            let facts =
                |one: &Offering| Offering { form: Form::default(), workflow: Workflow::default(), ..one.clone() };
            note(facts(known) != facts(new), &|| Edit::Offering(Box::new(facts(new))));
            note(known.form != new.form, &|| Edit::Form(new.key, Box::new(new.form.clone())));
            note(known.workflow != new.workflow, &|| Edit::Workflow(new.key, Box::new(new.workflow.clone())));
        }
        let mut after = self.clone();
        edits.iter().for_each(|edit| after.take(edit));
        let order = |content: &Content| content.offerings.iter().map(|offering| offering.key).collect::<Vec<_>>();
        if order(&after) != order(to) {
            edits.push(Edit::OfferingOrder(order(to)));
        }
        edits
    }
}
