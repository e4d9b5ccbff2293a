//! From a wish to events, or to a refusal that teaches: `take_in` looks at what came in, `allowed` says what may be
//! done with an alert as it stands.

mod allowed;
mod take_in;

pub(crate) use allowed::legal;
pub use allowed::{Action, why_not};
pub use take_in::{MOST_SIGNALS, key_of};

use allowed::check;

use super::command::Command;
use super::event::Event;
use super::rules;
use crate::desk::{Context, Desk, Happening};
use crate::fields::filled;
use crate::ids::AlertId;
use crate::refusal::Refusal;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::TakeIn(signals) => take_in::take_in(desk, signals, context),
        Command::Acknowledge(id) => {
            check(desk, id, Action::Acknowledge)?;
            Ok(vec![on(id, Event::Acknowledged)])
        }
        Command::Close { alert, because } => {
            check(desk, alert, Action::Close)?;
            let because = filled(because, "reason", "whoever sees it again wants to know why nobody acted")?;
            Ok(vec![on(alert, Event::Closed { because })])
        }
        Command::Raise { alert, like } => take_in::raise_by_hand(desk, alert, &like, context),
        Command::Note { alert, text } => {
            check(desk, alert, Action::Note)?;
            let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
            Ok(vec![on(alert, Event::Noted { text })])
        }
        Command::SetRules(wanted) => Ok(vec![Happening::EventRulesSet(Box::new(rules::checked(desk, *wanted)?))]),
    }
}

fn on(id: AlertId, event: Event) -> Happening {
    Happening::Alert(id, event)
}
