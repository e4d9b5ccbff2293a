//! What was logged as one thing and is another.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::request::{Command, Origin, Target};
use itsm::{Command as Any, Context, RecordId, Refusal, RequestId};

use super::{NewRequest, Records};
use crate::scenario::{Channel, Key, Offer};
use crate::shift::Logged;

const OTHER_WAY: &str = "It was logged as the wrong kind.";
const ONLY_NOTED: &str = "It is an event that is only noted.";

impl Records {
    /// Sends a record the other way.
    pub(super) fn reroute(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        kind: Logged,
        offer: Option<&Offer>,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        match (kind, self.of(case)?) {
            (Logged::Incident | Logged::Security, RecordId::Incident(_)) | (Logged::Request, RecordId::Request(_)) => {
                Ok(())
            }
            (Logged::Incident | Logged::Security, RecordId::Request(id)) => self.becomes_incident(&context, case, id),
            (Logged::Request, _) => self.becomes_request(&context, case, offer),
            (Logged::Event, _) => self.cancel(now, by, case, ONLY_NOTED),
            _ => self.incident(case).map(drop),
        }
    }

    fn becomes_incident(&mut self, context: &Context, case: &Key, request: RequestId) -> Result<(), Refusal> {
        let level = self.desk.matrix().middle();
        let group = self.turn(request).and_then(|task| task.group);
        let to = Target::Incident { impact: level, urgency: level, category: None, group };
        let command = Command::Reroute { request, to, because: Arc::from(OTHER_WAY) };
        let record = self.begin_record(context, Any::Request(command))?;
        self.name(case, record);
        Ok(())
    }

    /// Without an offer the desk says that something has to be asked for.
    fn becomes_request(&mut self, context: &Context, case: &Key, offer: Option<&Offer>) -> Result<(), Refusal> {
        let incident = self.incident(case)?;
        let now = self.desk.incident(incident)?;
        let caller = now.caller.and_then(|person| self.cast.people.key(person)).cloned();
        let (summary, text, way) = (now.summary.to_string(), now.description.to_string(), now.channel);
        let nothing = no_offer(now.service.and_then(|id| self.cast.services.key(id)));
        let approver = self.approver_of(offer, now.caller);
        let new = NewRequest {
            case: case.clone(),
            summary,
            text,
            channel: Channel::Phone,
            caller,
            offer: offer.unwrap_or(&nothing),
            approver,
        };
        let mut form = self.form(&new)?;
        form.channel = way;
        if offer.is_none() {
            form.items.clear();
        }
        let from = Some(Origin { incident, because: Arc::from(OTHER_WAY) });
        self.log(context, &new, form, from)
    }
}

fn no_offer(service: Option<&Key>) -> Offer {
    let none = Key::new("");
    Offer {
        name: String::new(),
        service: service.cloned().unwrap_or_else(|| none.clone()),
        team: none,
        approval: crate::scenario::Approval::None,
        verify: false,
        promise: 0.0,
        tasks: Vec::new(),
    }
}
