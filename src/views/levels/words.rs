//! What agreements, gaps and verdicts are called here, in the edition that was chosen.

use chrono::{DateTime, Utc};
use itsm::Desk;
use itsm::promise::{Gap, Health, Kind, Party, Promise, Standing};
use itsm::service_level::Measure;
use learning::{AgreementKind, Edition};
use workspace::figures::Share;
use workspace::say::availability::availability;
use workspace::watermelon::{Reason, Verdict};

use crate::session::{Session, Zone};
use crate::ui::{Picture, Tone};
use crate::views::words;

/// The kind, as the lessons know it.
pub fn lesson(kind: Kind) -> AgreementKind {
    match kind {
        Kind::Customer => AgreementKind::Customer,
        Kind::Inside => AgreementKind::Inside,
        Kind::Supplier => AgreementKind::Supplier,
    }
}

/// The edition that was chosen.
pub fn edition(session: Session) -> Edition {
    use leptos::prelude::With;
    session.settings.with(|settings| settings.edition)
}

/// With whom, by name.
pub fn party(desk: &Desk, party: &Party) -> String {
    match party {
        Party::Customer(name) => name.to_string(),
        Party::Group(id) => desk.directory().group(*id).to_owned(),
        Party::Supplier(id) => {
            desk.suppliers().get(*id).map_or_else(|_| "Unknown supplier".to_owned(), |one| one.profile.name.to_string())
        }
    }
}

/// How a standing looks.
pub fn standing_mark(standing: Standing) -> (Tone, Picture) {
    match standing {
        Standing::Draft => (Tone::Slate, Picture::New),
        Standing::Agreed => (Tone::Slate, Picture::Info),
        Standing::InForce => (Tone::Ok, Picture::Met),
        Standing::Ended => (Tone::Neutral, Picture::Check),
    }
}

/// How what a customer says looks.
pub fn health_mark(health: Health) -> (Tone, Picture) {
    match health {
        Health::Green => (Tone::Ok, Picture::Met),
        Health::Amber => (Tone::Warn, Picture::DueSoon),
        Health::Red => (Tone::Bad, Picture::Breached),
    }
}

/// The last day before the first instant at which something is over.
pub fn last_day(zone: Zone, until: DateTime<Utc>) -> String {
    words::date(zone.local(until - chrono::TimeDelta::seconds(1)))
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Response => "response",
        Measure::Resolution => "resolution",
    }
}

fn percent(points: u16) -> String {
    words::percent(f64::from(points) / 10_000.0)
}

/// A gap of the chain in one sentence, and the agreement beneath that it is about.
pub fn gap(desk: &Desk, gap: &Gap, zone: Zone) -> (String, Option<itsm::PromiseId>) {
    let name = |id: itsm::PromiseId| {
        let promise: Option<&Promise> = desk.promises().get(id).ok();
        promise.and_then(Promise::party).map_or_else(String::new, |with| party(desk, with))
    };
    match gap {
        Gap::Uncovered(service) => {
            let service = desk.directory().service(*service);
            (["Nobody has promised anything beneath it for ", service, "."].concat(), None)
        }
        Gap::Slower(slow) => {
            let text = [
                &name(slow.beneath),
                " allows ",
                &words::business_span(slow.allows),
                " for a P",
                &slow.priority.0.to_string(),
                " ",
                measure(slow.measure),
                ", ",
                &words::business_span(slow.promised),
                " is promised.",
            ];
            (text.concat(), Some(slow.beneath))
        }
        Gap::Silent { beneath, measure: what, priority } => {
            let text = [
                &name(*beneath),
                " has no ",
                measure(*what),
                " target for P",
                &priority.0.to_string(),
                ", and one is promised.",
            ];
            (text.concat(), Some(*beneath))
        }
        Gap::Hours { beneath, missing } => {
            let text = [
                &name(*beneath),
                " does not work in ",
                &words::business_span(*missing),
                " of the promised hours of a week.",
            ];
            (text.concat(), Some(*beneath))
        }
        Gap::EndsFirst { beneath, at } => {
            let text = [&name(*beneath), "’s agreement ends first, on ", &last_day(zone, *at), "."];
            (text.concat(), Some(*beneath))
        }
        Gap::LessAvailable { beneath, allows, promised } => {
            let text = [
                &name(*beneath),
                " promises ",
                &percent(*allows),
                " availability, ",
                &percent(*promised),
                " is promised.",
            ];
            (text.concat(), Some(*beneath))
        }
    }
}

/// A share in words, with what it counts: "90.00 % (9 of 10)".
pub fn share(share: Share) -> Option<String> {
    let ratio = share.ratio()?;
    Some([&words::percent(ratio), " (", &words::number(share.part), " of ", &words::number(share.whole), ")"].concat())
}

/// What is red inside, in one sentence.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Outcome(health) => {
            ["In the last review the customer called the business outcome ", &health.word().to_lowercase(), "."]
                .concat()
        }
        Reason::Satisfaction(ratio) => ["Only ", &words::percent(*ratio), " of the answers are satisfied."].concat(),
        Reason::Reopened(ratio) => {
            [&words::percent(*ratio), " of what was resolved came back: resolved was not restored."].concat()
        }
    }
}

/// The check's verdict in a few words, and how it looks.
pub fn verdict(verdict: &Verdict) -> (&'static str, Tone, Picture) {
    match verdict {
        Verdict::Watermelon(_) => ("Green outside, red inside", Tone::Bad, Picture::Breached),
        Verdict::Green => ("Green", Tone::Ok, Picture::Met),
        Verdict::Red => ("Targets missed", Tone::Bad, Picture::Breached),
        Verdict::Unknown => ("Nothing measured", Tone::Slate, Picture::New),
    }
}

/// "99.50 % a month", or that none is set.
pub fn target(target: Option<itsm::promise::AvailabilityTarget>) -> String {
    target.map_or_else(|| "No target".to_owned(), availability)
}
