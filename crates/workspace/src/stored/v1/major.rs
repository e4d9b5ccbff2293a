//! Stored events of `itsm::major`: kinds that begin with `major.`.

use itsm::major::{Event, Part, Plan, Review, What};
use itsm::{Key, PersonId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "major";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Proposed { because } => of("proposed").with("text", &**because),
        Event::Accepted { manager } => of("accepted").with("person", from_key(manager.0)),
        Event::Rejected { because } => of("rejected").with("text", &**because),
        Event::Demoted { because } => of("demoted").with("text", &**because),
        Event::PartGiven { part, person } => {
            of("part").with("part", part_word(*part)).with_some("person", id(person.map(|id| id.0)))
        }
        Event::Planned(plan) => of("planned")
            .with("audience", &*plan.audience)
            .with("channel", &*plan.channel)
            .with("every", plan.every_minutes),
        Event::Updated { text, incidents } => of("updated").with("text", &**text).with("incidents", *incidents),
        Event::Logged { what, text, when } => {
            let row =
                of("moment").with("what", what_word(what)).with("text", &**text).with("when", from_instant(*when));
            match what {
                What::Swarmed(people) => {
                    row.with("people", people.iter().map(|id| from_key(id.0)).collect::<Vec<Value>>())
                }
                What::Found | What::Done | What::Decided => row,
            }
        }
        Event::LookedBack(review) => of("lookedback")
            .with_some("summary", &*review.summary)
            .with_some("well", &*review.went_well)
            .with_some("badly", &*review.went_badly)
            .with("learned", &*review.learned),
        Event::Waived { because } => of("waived").with("text", &**because),
    }
}

/// The event whose kind is `major.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let words = |name| row.take(name, text);
    let perhaps = |name| Ok(row.maybe(name, text)?.unwrap_or_default());
    Ok(match kind {
        "proposed" => Event::Proposed { because: words("text")? },
        "accepted" => Event::Accepted { manager: PersonId(row.take("person", key)?) },
        "rejected" => Event::Rejected { because: words("text")? },
        "demoted" => Event::Demoted { because: words("text")? },
        "part" => Event::PartGiven {
            part: row.take("part", |word| Part::ALL.into_iter().find(|part| part_word(*part) == *word))?,
            person: row.maybe("person", key)?.map(PersonId),
        },
        "planned" => Event::Planned(Plan {
            audience: words("audience")?,
            channel: words("channel")?,
            every_minutes: row.take("every", small)?,
        }),
        "updated" => Event::Updated { text: words("text")?, incidents: row.take("incidents", small)? },
        "moment" => Event::Logged { what: read_what(row)?, text: words("text")?, when: row.take("when", instant)? },
        "lookedback" => Event::LookedBack(Box::new(Review {
            summary: perhaps("summary")?,
            went_well: perhaps("well")?,
            went_badly: perhaps("badly")?,
            learned: words("learned")?,
        })),
        "waived" => Event::Waived { because: words("text")? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Manager => "manager",
        Part::Communications => "communications",
        Part::Technical => "technical",
    }
}

fn what_word(what: &What) -> &'static str {
    match what {
        What::Found => "found",
        What::Done => "done",
        What::Decided => "decided",
        What::Swarmed(_) => "swarmed",
    }
}

fn read_what(row: &Row) -> Result<What, Unreadable> {
    let people = |all: &Value| all.as_array()?.iter().map(|id| key(id).map(PersonId)).collect::<Option<Vec<_>>>();
    match row.take("what", |word| word.as_str().map(str::to_owned))?.as_str() {
        "found" => Ok(What::Found),
        "done" => Ok(What::Done),
        "decided" => Ok(What::Decided),
        "swarmed" => Ok(What::Swarmed(row.take("people", people)?)),
        _ => Err(row.wrong("what")),
    }
}
