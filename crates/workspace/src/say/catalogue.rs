//! What happens to the catalogue, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::catalogue::{Edit, Event, Offering, ServiceCategory, Settings, Shared, Stage, Status};
use itsm::{Happening, ServiceId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join};
use crate::catalogue::told::{self, Told, listed};

impl Names<'_> {
    /// An event, for the history of its service.
    pub(super) fn of_catalogue(&self, event: &Event) -> Said {
        match event {
            Event::Drafted(content) => Said::system("Drafted").with_details(vec![detail("Name", &content.name)]),
            Event::Edited(edit) => self.edited(edit),
            Event::Ticked(check, Some(words)) => Said::system(join([check.word(), ": done"])).with_text(words),
            Event::Ticked(check, None) => Said::system(join([check.word(), ": not done after all"])),
            Event::Moved { to, because } => Said::system(moved(*to)).with_text(because),
            Event::Submitted => Said::system("Review of the draft asked for"),
            Event::Reviewed { approves: true, words } => {
                Said::system("Reviewed: it may be published").with_text(words).to(Audience::Internal)
            }
            Event::Reviewed { approves: false, words } => {
                Said::system("Reviewed: it goes back to the writer").with_text(words).to(Audience::Internal)
            }
            Event::Published { from, note } => Said::system("Published as a version")
                .with_details(vec![detail("Offered from", &self.local(*from))])
                .with_text(note),
            Event::Unscheduled => Said::system("Scheduled version taken back"),
            Event::Restored { version } => Said::system(join(["Draft set back to version ", &version.to_string()])),
            Event::Commented(text) => Said::system("Comment").with_text(text).to(Audience::Internal),
            Event::Settled { settled: true, .. } => Said::system("Comment settled"),
            Event::Settled { settled: false, .. } => Said::system("Comment opened again"),
        }
    }

    /// What a field says from then on; a long text is read in the record.
    fn edited(&self, edit: &Edit) -> Said {
        let told = Told::of_desk(self.0);
        let directory = self.0.directory();
        let label = edit.slot().label();
        let said = Said::system(join([label, " changed"]));
        let names = |all: Vec<String>| listed(&all);
        let value = match edit {
            Edit::Text(_, text) => return said.with_text(text),
            Edit::Texts(_, texts) => texts.join("; "),
            Edit::Day(_, day) => day.map(told::date).unwrap_or_default(),
            Edit::Owner(id) => id.map(|id| directory.person(id).to_owned()).unwrap_or_default(),
            Edit::Support(id) => id.map(|id| directory.group(id).to_owned()).unwrap_or_default(),
            Edit::Audiences(all) => names(all.iter().map(|id| told.audience(*id)).collect()),
            Edit::Categories(all) => names(all.iter().map(|id| told.category(*id)).collect()),
            Edit::Targets(all) => all.iter().map(|target| told.target(target)).collect::<Vec<_>>().join("; "),
            Edit::Cost(cost) => {
                [&told.money(cost.monthly), " a month, ", &told.money(cost.per_order), " an order"].concat()
            }
            Edit::Pinned(pinned) => if *pinned { "stands first" } else { "stands with the others" }.to_owned(),
            Edit::Documents(all) => names(all.iter().map(|document| document.title.to_string()).collect()),
            Edit::Rank(rank) => told::rank(rank),
            Edit::Supporting(all) => names(all.iter().map(|id| directory.service(*id).to_owned()).collect()),
            Edit::Items(all) => names(all.iter().map(|id| directory.item(*id).to_owned()).collect()),
            Edit::Offering(offering) => return offering_written(told, offering),
            Edit::OfferingGone(_) => return Said::system("Offering taken away"),
            Edit::OfferingOrder(_) => return Said::system("Offerings put into another order"),
            Edit::Form(_, form) => {
                let questions = super::number(form.fields().count() as u64);
                return Said::system("Form of an offering changed").with_details(vec![detail("Questions", &questions)]);
            }
            Edit::Workflow(_, workflow) => {
                let steps: Vec<String> = workflow.steps.iter().map(|step| step.name.to_string()).collect();
                let steps = if steps.is_empty() { "none".to_owned() } else { steps.join(", then ") };
                return Said::system("Workflow of an offering changed").with_details(vec![detail("Steps", &steps)]);
            }
        };
        said.with_details(vec![detail(label, if value.is_empty() { "nothing" } else { &value })])
    }

    /// An event of the whole catalogue.
    pub(super) fn of_catalogue_shared(&self, event: &Shared) -> Said {
        let details = match event {
            Shared::Set(settings) => set(settings),
            Shared::Category(_, Some(category)) => self.category(category),
            _ => vec![],
        };
        Said::system(shared(event)).with_details(details)
    }

    fn category(&self, category: &ServiceCategory) -> Vec<(String, String)> {
        let parent = category.parent.map(|id| detail("Part of", &Told::of_desk(self.0).category(id)));
        parent.into_iter().collect()
    }

    /// A command in one line.
    pub(super) fn catalogue_verb(&self, id: ServiceId, event: &Event, all: &[&Happening]) -> (String, CommandKind) {
        let services = services_of(all);
        let name = match services.as_slice() {
            [] | [_] => self.0.directory().service(id).to_owned(),
            many => super::number(many.len() as u64) + " services",
        };
        let with = |verb: &str| join([verb, " ", &name]);
        // What was noted on the way to a step is a part of it.
        let step = all.iter().find_map(|what| match what {
            Happening::Catalogue(of, step @ Event::Moved { .. }) if *of == id => Some(step),
            _ => None,
        });
        match step.unwrap_or(event) {
            Event::Drafted(_) if services.len() > 1 => (with("Drafted"), CommandKind::Logged),
            Event::Drafted(_) => (with("Drafted the service"), CommandKind::Logged),
            Event::Edited(_) => (join(["Changed ", &changed(all), " of ", &name]), CommandKind::Corrected),
            Event::Ticked(check, Some(_)) => (join(["Noted ", &lower(check.word()), " of ", &name]), CommandKind::Work),
            Event::Ticked(check, None) => {
                (join(["Took back ", &lower(check.word()), " of ", &name]), CommandKind::Corrected)
            }
            Event::Moved { to, .. } => (join(["Moved ", &name, " to “", to.word(), "”"]), CommandKind::Ended),
            Event::Submitted => (with("Asked for a review of"), CommandKind::Assigned),
            Event::Reviewed { approves: true, .. } => (with("Approved the draft of"), CommandKind::Work),
            Event::Reviewed { approves: false, .. } => (with("Returned the draft of"), CommandKind::Work),
            Event::Published { .. } => (with("Published a version of"), CommandKind::Ended),
            Event::Unscheduled => (with("Took back the scheduled version of"), CommandKind::Ended),
            Event::Restored { version } => {
                (join(["Set the draft of ", &name, " back to version ", &version.to_string()]), CommandKind::Corrected)
            }
            Event::Commented(_) => (with("Commented on"), CommandKind::Said),
            Event::Settled { settled: true, .. } => (with("Settled a comment on"), CommandKind::Said),
            Event::Settled { settled: false, .. } => (with("Reopened a comment on"), CommandKind::Said),
        }
    }

    /// A command about the whole catalogue in one line.
    pub(super) fn catalogue_shared_verb(&self, event: &Shared, all: &[&Happening]) -> (String, CommandKind) {
        let taken = |what: fn(&Shared) -> bool| {
            all.iter().filter(|one| matches!(one, Happening::CatalogueShared(one) if what(one))).count() as u64
        };
        let (many, things) = match event {
            Shared::Category(_, None) => {
                (taken(|one| matches!(one, Shared::Category(_, None))), " service categories taken away")
            }
            Shared::Audience(_, None) => {
                (taken(|one| matches!(one, Shared::Audience(_, None))), " audiences taken away")
            }
            _ => (1, ""),
        };
        (if many > 1 { super::number(many) + things } else { shared(event) }, CommandKind::Settings)
    }
}

/// The services that a command is about, each once.
fn services_of(all: &[&Happening]) -> Vec<ServiceId> {
    let mut services: Vec<ServiceId> = all
        .iter()
        .filter_map(|what| match what {
            Happening::Catalogue(id, _) => Some(*id),
            _ => None,
        })
        .collect();
    services.sort_unstable();
    services.dedup();
    services
}

/// "what you get", or how many fields.
fn changed(all: &[&Happening]) -> String {
    let mut labels: Vec<&str> = all
        .iter()
        .filter_map(|what| match what {
            Happening::Catalogue(_, Event::Edited(edit)) => Some(edit.slot().label()),
            _ => None,
        })
        .collect();
    labels.dedup();
    match labels.as_slice() {
        [] => "the draft".to_owned(),
        [one] => ["“", one, "”"].concat(),
        many => super::number(many.len() as u64) + " fields",
    }
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

fn moved(to: Status) -> String {
    let stage = match to.stage() {
        Stage::Pipeline => ", in the pipeline",
        Stage::Catalogue => ", in the catalogue",
        Stage::Retired => ", out of the catalogue",
    };
    join(["Now ", &to.word().to_lowercase(), stage])
}

fn offering_written(told: Told<'_>, offering: &Offering) -> Said {
    let mut details = vec![detail("Kind", offering.kind.word()), detail("Price", &told.price(&offering.price))];
    details.extend(offering.target.map(|target| detail("Fulfilled within", &told::hours(target))));
    Said::system(join(["Offering written: ", &offering.name])).with_details(details)
}

fn set(settings: &Settings) -> Vec<(String, String)> {
    let all = [
        ("Organisation", &*settings.organisation),
        ("Contact", &*settings.contact),
        ("E-mail", &*settings.email),
        ("Address of the site", &*settings.site),
        ("Currency", &*settings.currency),
        ("Review before publishing", if settings.needs_review { "needed" } else { "not needed" }),
        ("Logo", if settings.logo.is_empty() { "" } else { "a picture" }),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| detail(name, value)).collect()
}

fn shared(event: &Shared) -> String {
    match event {
        Shared::Set(_) => "Catalogue settings changed".to_owned(),
        Shared::Category(_, Some(category)) => join(["Service category saved: ", &category.name]),
        Shared::Category(_, None) => "Service category taken away".to_owned(),
        Shared::Audience(_, Some(name)) => join(["Audience saved: ", name]),
        Shared::Audience(_, None) => "Audience taken away".to_owned(),
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    let words = match event {
        Event::Commented(text) => text,
        Event::Ticked(_, Some(words)) => words,
        Event::Moved { because, .. } => because,
        Event::Reviewed { words, .. } => words,
        Event::Published { note, .. } => note,
        Event::Drafted(content) => &content.summary,
        _ => return None,
    };
    (!words.trim().is_empty()).then_some(words)
}
