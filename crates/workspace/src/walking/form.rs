//! The fields from which a walk writes a record: as few as make it worth having. Everything else is written on the
//! record's own page.

/// Which record a decision asks for. A service's entry is written three times: begun, told to users, ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The service enters the portfolio.
    Entry,
    /// What can be ordered from it.
    Offering,
    /// A supplier and its contract.
    Supplier,
    /// The promise to the customer.
    CustomerAgreement,
    /// The change that brings it into use.
    Change,
    /// A part of it.
    Item,
    /// What somebody needs to know.
    Article,
    /// What users read of it in the catalogue.
    Listing,
    /// The promise of a team beneath that to the customer.
    InsideAgreement,
    /// A meeting with the customer.
    Review,
    /// What becomes better.
    Improvement,
    /// How it ends.
    Ending,
}

/// What a field is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Day,
    /// Somebody of the directory.
    Person,
    /// A team of the directory.
    Group,
    /// One of these words.
    Words(&'static [&'static str]),
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name among what was typed, the same as in the content.
    pub id: &'static str,
    /// What stands above it.
    pub label: &'static str,
    /// What it is typed into.
    pub control: Control,
    /// Whether nothing can be written without it.
    pub needed: bool,
}

const fn needed(id: &'static str, label: &'static str, control: Control) -> Field {
    Field { id, label, control, needed: true }
}

const fn free(id: &'static str, label: &'static str, control: Control) -> Field {
    Field { id, label, control, needed: false }
}

use Control::{Day, Group, Line, Lines, Person, Words};

const STEPS: Control = Words(&["1", "2", "3", "4", "5"]);

const ENTRY: &[Field] = &[
    needed("name", "Name of the service", Line),
    free("summary", "What users get", Line),
    free("for-whom", "Who it is for", Line),
    free("purpose", "Purpose", Line),
    free("outcomes", "Outcomes, one a line", Lines),
    free("utility", "Utility: what it does", Line),
    free("warranty", "Warranty: how well it does it", Line),
    needed("owner", "Who answers for it", Person),
    needed("business-case", "Business case, in two sentences", Lines),
];
const OFFERING: &[Field] = &[
    needed("name", "What is ordered or reported", Line),
    needed("summary", "What one gets", Lines),
    free("kind", "Kind", Words(&["Goods", "Access to resources", "Service action"])),
    free("opens", "It opens", Words(&["A request", "An incident"])),
];
const SUPPLIER: &[Field] = &[
    needed("name", "Name", Line),
    free("contact", "Whom to ask, and how", Line),
    needed("contract", "Contract", Line),
    needed("valid-from", "Holds from", Day),
    free("valid-until", "Last day", Day),
    free("notice-by", "Notice has to be given by", Day),
    free("cost", "Cost, in words", Line),
];
const CUSTOMER_AGREEMENT: &[Field] = &[
    needed("party", "Customer", Line),
    needed("name", "Name of the agreement", Line),
    free("response", "Response, in minutes", Line),
    needed("resolution", "Resolution, in minutes", Line),
    needed("valid-from", "Holds from", Day),
    free("review-months", "Months between reviews", Line),
    free("tell", "Who is told at 80 % of the time", Line),
];
const INSIDE_AGREEMENT: &[Field] = &[
    needed("party", "Team", Group),
    needed("name", "Name of the agreement", Line),
    free("response", "Response, in minutes", Line),
    needed("resolution", "Resolution, in minutes", Line),
    needed("valid-from", "Holds from", Day),
    free("review-months", "Months between reviews", Line),
];
const CHANGE: &[Field] = &[
    needed("summary", "What is changed", Line),
    free("description", "What, and why", Lines),
    needed("assignee", "Who sees it through", Person),
    free("planned", "Planned for", Day),
    free("implementation", "How it is done", Lines),
    free("test", "How one sees that it worked", Lines),
    free("back-out", "How it is undone", Lines),
];
const ITEM: &[Field] = &[
    needed("name", "Name", Line),
    free(
        "kind",
        "Kind",
        Words(&[
            "Hardware",
            "Virtual machine",
            "Network device",
            "Line",
            "Application",
            "Database",
            "Cloud service",
            "Software licence",
            "Document",
            "Location",
        ]),
    ),
    needed("owner", "Who answers for it", Person),
    free("description", "Where it stands, what it does", Lines),
];
const ARTICLE: &[Field] = &[
    needed("title", "Title", Line),
    free("audience", "For", Words(&["Everyone", "The desk"])),
    free("keywords", "Other words it is looked for by", Line),
    needed("body", "Text", Lines),
];
const LISTING: &[Field] = &[
    free("summary", "What users get", Line),
    needed("how-to-ask", "How to ask for it", Line),
    needed("hours", "Hours", Line),
    free("channels", "Ways to reach support, one a line", Lines),
    free("entitlement", "Who is entitled to it", Line),
    free("support", "Team that supports it", Group),
    free("valid-from", "First day", Day),
    free("review-on", "Look at it again on", Day),
];
const REVIEW: &[Field] = &[
    needed("attendees", "Who was there", Line),
    needed("minutes", "What was said", Lines),
    needed("outcome", "How the customer sees the outcome", Words(&["Green", "Amber", "Red"])),
    needed("what", "What somebody is to do", Line),
    needed("owner", "Who sees to it", Person),
    needed("due", "By when", Day),
];
const IMPROVEMENT: &[Field] = &[
    needed("summary", "What becomes better", Line),
    free("why", "Why", Lines),
    free("effort", "Effort, 1 to 5", STEPS),
    free("benefit", "Benefit, 1 to 5", STEPS),
    needed("owner", "Who answers for it", Person),
    needed("measure", "Measure", Line),
    needed("baseline", "How good it is now", Line),
    needed("target", "How good it is to become", Line),
    free("due", "By when", Day),
];
const ENDING: &[Field] = &[
    needed("retirement-plan", "How users, data, contracts and items leave it", Lines),
    needed("valid-to", "Last day", Day),
    free("review-on", "Look at it again on", Day),
];

impl Form {
    /// Every form, in the order of a walk.
    pub const ALL: [Form; 12] = [
        Form::Entry,
        Form::Offering,
        Form::Supplier,
        Form::CustomerAgreement,
        Form::Change,
        Form::Item,
        Form::Article,
        Form::Listing,
        Form::InsideAgreement,
        Form::Review,
        Form::Improvement,
        Form::Ending,
    ];

    /// The form for a decision of the walk; `None` for one that asks for no record.
    pub fn of(decision: &str) -> Option<Self> {
        Form::ALL.into_iter().find(|form| form.decision() == decision)
    }

    /// The decision it is for.
    pub fn decision(self) -> &'static str {
        match self {
            Form::Entry => "portfolio-entry",
            Form::Offering => "offering",
            Form::Supplier => "supplier",
            Form::CustomerAgreement => "customer-agreement",
            Form::Change => "change",
            Form::Item => "item",
            Form::Article => "article",
            Form::Listing => "catalogue-entry",
            Form::InsideAgreement => "inside-agreement",
            Form::Review => "review",
            Form::Improvement => "improvement",
            Form::Ending => "retirement-entry",
        }
    }

    /// Its fields, in order.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Form::Entry => ENTRY,
            Form::Offering => OFFERING,
            Form::Supplier => SUPPLIER,
            Form::CustomerAgreement => CUSTOMER_AGREEMENT,
            Form::Change => CHANGE,
            Form::Item => ITEM,
            Form::Article => ARTICLE,
            Form::Listing => LISTING,
            Form::InsideAgreement => INSIDE_AGREEMENT,
            Form::Review => REVIEW,
            Form::Improvement => IMPROVEMENT,
            Form::Ending => ENDING,
        }
    }

    /// Whether it writes on the service's one entry, and so only once.
    pub fn is_entry(self) -> bool {
        matches!(self, Form::Entry | Form::Listing | Form::Ending)
    }

    /// Whether it can only be written once the service has its entry in the portfolio.
    pub fn needs_service(self) -> bool {
        self != Form::Entry
    }
}
