//! Writing down: log, correct, link, resolve, reopen, cancel, hold; problems, articles, improvements; the handover.

use super::super::play::{Refused, Shift, refuse};
use super::super::records::{NewIncident, NewProblem, NewRequest};
use super::super::state::{ProblemState, Written};
use super::super::view::Side;
use super::super::{Act, CancelReason, Correction, HoldFor, Logged, SolutionCode};
use crate::scenario::{Channel, Key, LinkKind};

/// Where nobody has weighed it.
const UNWEIGHED: u8 = 3;

impl Shift {
    pub(super) fn do_log(&mut self, act: &Act) -> Result<(), Refused> {
        let Act::Log { contact, kind, impact, urgency, service, item, category, offer } = act else { return Ok(()) };
        let new = self.new_incident(contact, (*impact, *urgency), service, item, category);
        let now = self.kernel.now().utc();
        let you = Self::you();
        let monitoring = self.state.cases.get(contact).is_some_and(|case| case.planned.channel == Channel::Monitoring);
        match kind {
            Logged::Incident if monitoring => self.records.raise_from_alert(now, &you, contact, new)?,
            Logged::Incident => self.records.log_incident(now, &you, new)?,
            Logged::Security => self.log_security(contact, new)?,
            Logged::Request => self.log_request(contact, offer.as_ref())?,
            Logged::Event => {
                // One that only informs is noted by itself.
                drop(self.records.close_alert(now, &you, contact, "Noted; nothing has to be done."));
                if let Some(case) = self.state.cases.get_mut(contact) {
                    case.over = true;
                }
            }
        }
        if let Some(case) = self.state.cases.get_mut(contact) {
            case.logged = Some(*kind);
            case.ordered.clone_from(offer);
        }
        self.take_up(contact);
        self.send_on(contact);
        Ok(())
    }

    /// A request whose next step is another team's goes there by itself, once it may.
    pub(in crate::shift) fn send_on(&mut self, key: &Key) {
        let plan = self.plan.clone();
        let Some(case) = self.state.cases.get(key).filter(|case| case.logged == Some(Logged::Request)) else { return };
        let Some(offer) = case.ordered.as_ref().and_then(|offer| plan.files.pool.offers.get(offer)) else { return };
        let approved = case.approval.as_ref().and_then(|asked| asked.answer) == Some(true);
        let waits = offer.approval == crate::scenario::Approval::Manager && !approved;
        let next = offer.tasks.iter().find(|task| !case.tasks.contains(&task.key));
        let team = next.map(|task| task.team.clone()).filter(|team| *team != plan.files.scenario.you.team);
        if let Some(team) = team.filter(|_| !waits && case.work.is_none()) {
            self.give_to(key, &team);
        }
    }

    fn new_incident(
        &self,
        key: &Key,
        (impact, urgency): (Option<u8>, Option<u8>),
        service: &Option<Key>,
        item: &Option<Key>,
        category: &Option<Key>,
    ) -> NewIncident {
        let case = self.state.cases.get(key);
        let account = |who: &Key| self.plan.files.pool.people.get(who).is_none_or(|person| person.account);
        let caller = case.map(|case| case.planned.who.clone()).filter(|who| !account(who));
        let said = case.and_then(|case| case.conversation.first()).map(|line| line.text.clone()).unwrap_or_default();
        let weight = |level: Option<u8>| level.filter(|level| (1..=3).contains(level)).unwrap_or(UNWEIGHED);
        NewIncident {
            case: key.clone(),
            summary: case.map(|case| case.title.clone()).unwrap_or_default(),
            text: said,
            channel: case.map_or(Channel::Phone, |case| case.planned.channel),
            caller,
            service: service.clone(),
            item: item.clone(),
            category: category.clone(),
            impact: weight(impact),
            urgency: weight(urgency),
            team: Some(self.plan.files.scenario.you.team.clone()),
            follows: None,
        }
    }

    fn log_security(&mut self, key: &Key, mut new: NewIncident) -> Result<(), Refused> {
        new.category = Some(Key::new("security"));
        let security = Key::new("sec");
        new.team = Some(security.clone());
        self.records.log_incident(self.kernel.now().utc(), &Self::you(), new)?;
        self.sent_to_security(key);
        Ok(())
    }

    /// Security has it, and takes it up at once.
    pub(super) fn sent_to_security(&mut self, key: &Key) {
        const AT_ONCE: f64 = 2.0;
        if let Some(case) = self.state.cases.get_mut(key) {
            case.reported = true;
            case.logged.get_or_insert(Logged::Security);
        }
        self.give_to(key, &Key::new("sec"));
        self.wait_again(key, AT_ONCE);
    }

    fn log_request(&mut self, key: &Key, offer: Option<&Key>) -> Result<(), Refused> {
        let plan = self.plan.clone();
        let Some(form) = offer.and_then(|offer| plan.files.pool.offers.get(offer)) else {
            return refuse("What is asked for? Choose it from what is offered.");
        };
        let Some(case) = self.state.cases.get(key) else { return Ok(()) };
        let new = NewRequest {
            case: key.clone(),
            summary: form.name.clone(),
            text: case.conversation.first().map(|line| line.text.clone()).unwrap_or_default(),
            channel: case.planned.channel,
            caller: Some(case.planned.who.clone()),
            offer: form,
            approver: None,
        };
        Ok(self.records.log_request(self.kernel.now().utc(), &Self::you(), new)?)
    }

    pub(super) fn do_amend(&mut self, key: &Key, field: &Correction) -> Result<(), Refused> {
        let plan = self.plan.clone();
        let wanted = self.state.cases.get(key).and_then(|case| case.planned.offer.clone());
        let offer = wanted.as_ref().and_then(|offer| plan.files.pool.offers.get(offer));
        if matches!(field, Correction::Kind(Logged::Request)) && offer.is_none() {
            return refuse("Nothing that is offered fits. It stays an incident.");
        }
        self.records.amend(self.kernel.now().utc(), &Self::you(), key, field, offer)?;
        if let Correction::Kind(kind) = field {
            self.take_from_team(key);
            if let Some(case) = self.state.cases.get_mut(key) {
                case.logged = Some(*kind);
                case.ordered = if *kind == Logged::Request { wanted } else { None };
                case.with = None;
            }
        }
        Ok(())
    }

    pub(super) fn do_resolve(
        &mut self,
        key: &Key,
        code: SolutionCode,
        solution: Option<&Key>,
        cascade: bool,
    ) -> Result<(), Refused> {
        let label = solution.and_then(|fix| self.plan.files.pool.fixes.get(fix)).map(|fix| fix.label.clone());
        let text = label.unwrap_or_else(|| "Seen to.".to_owned());
        let children = if cascade { self.records.children_of(key) } else { vec![] };
        self.records.resolve(self.kernel.now().utc(), &Self::you(), key, code, &text, cascade)?;
        for case in children.iter().chain([key]) {
            self.settled(case);
        }
        Ok(())
    }

    /// A record is at its end; whoever cannot work yet comes back.
    fn settled(&mut self, key: &Key) {
        self.take_from_team(key);
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.over = true;
        case.calls = false;
        if case.is_unmet() {
            self.will_return(key);
        }
    }

    pub(super) fn do_reopen(&mut self, key: &Key, by: Option<&Key>) -> Result<(), Refused> {
        let text = by.and_then(|by| self.state.cases.get(by)).and_then(|case| case.conversation.first());
        let text = text.map_or_else(|| "It does not work yet.".to_owned(), |line| line.text.clone());
        self.records.reopen(self.kernel.now().utc(), &Self::you(), key, &text)?;
        if let Some(case) = self.state.cases.get_mut(key) {
            case.over = false;
            case.confirmed = false;
        }
        if let Some(by) = by {
            let who = self.state.cases.get(by).map(|case| self.name_of(&case.planned.who)).unwrap_or_default();
            self.say(key, Side::Caller, &who, &text, true);
            if let Some(case) = self.state.cases.get_mut(by) {
                case.over = true;
                case.calls = false;
            }
        }
        Ok(())
    }

    pub(super) fn do_cancel(&mut self, key: &Key, reason: CancelReason) -> Result<(), Refused> {
        let because = match reason {
            CancelReason::Mistake => "Logged by mistake.",
            CancelReason::NotWanted => "Nobody wants it any more.",
            CancelReason::Refused => "It was refused.",
            CancelReason::Noise => "Nothing has to be done.",
        };
        self.records.cancel(self.kernel.now().utc(), &Self::you(), key, because)?;
        self.settled(key);
        Ok(())
    }

    pub(super) fn do_link(&mut self, key: &Key, kind: LinkKind, to: &Key) -> Result<(), Refused> {
        let (now, you) = (self.kernel.now().utc(), Self::you());
        let incident = self.is_incident(to) || self.state.problems.contains_key(to);
        if self.records.record(key).is_none() && !incident {
            return self.add_to(key, kind, to);
        }
        if self.records.record(key).is_none() {
            self.log_like(key, to)?;
        }
        match kind {
            LinkKind::Parent => self.records.parent(now, &you, key, Some(to))?,
            LinkKind::Duplicate => self.records.duplicate(now, &you, key, Some(to))?,
            LinkKind::Problem => self.records.behind(now, &you, key, Some(to))?,
            LinkKind::CausedBy => self.records.caused_by(now, &you, key, to)?,
            LinkKind::LedTo => self.records.led_to(now, &you, key, to)?,
        }
        if kind == LinkKind::Problem
            && let Some(problem) = self.state.problems.get_mut(to)
        {
            problem.cases.insert(key.clone());
        }
        Ok(())
    }

    /// A contact about a request that is there is added to it.
    fn add_to(&mut self, key: &Key, kind: LinkKind, to: &Key) -> Result<(), Refused> {
        let text = self.state.cases.get(key).and_then(|case| case.conversation.first()).map(|line| line.text.clone());
        self.records.note(self.kernel.now().utc(), &Self::you(), to, &text.unwrap_or_default())?;
        if let Some(case) = self.state.cases.get_mut(key) {
            case.belongs_to.push((kind, to.clone()));
        }
        if let Some(case) = self.state.cases.get_mut(to) {
            case.calls = true;
        }
        Ok(())
    }

    /// A contact without a record is logged like the one that it is linked to.
    fn log_like(&mut self, key: &Key, other: &Key) -> Result<(), Refused> {
        let weights = (self.records.impact(other), self.records.urgency(other));
        let (service, category) = (self.records.service(other).cloned(), self.records.category(other).cloned());
        let item = self.records.item(other).cloned();
        let act = Act::Log {
            contact: key.clone(),
            kind: Logged::Incident,
            impact: weights.0,
            urgency: weights.1,
            service,
            item,
            category,
            offer: None,
        };
        self.do_log(&act)
    }

    pub(super) fn do_hold(&mut self, key: &Key, reason: HoldFor) -> Result<(), Refused> {
        Ok(self.records.hold(self.kernel.now().utc(), &Self::you(), key, reason, "")?)
    }

    pub(super) fn do_problem(&mut self, from: &[Key]) -> Result<(), Refused> {
        let raised = self.state.problems.keys().filter(|key| key.starts_with("problem-")).count();
        let key = self.numbered("problem", raised);
        let faults = from.iter().filter_map(|case| self.fault_of(case));
        let faults = faults.filter_map(|fault| self.state.faults.get(&fault).map(|fault| fault.planned.fault.clone()));
        let state = ProblemState { faults: faults.collect(), cases: from.iter().cloned().collect(), workaround: None };
        let first = from.first();
        let title =
            first.and_then(|case| self.state.cases.get(case)).map(|case| case.title.clone()).unwrap_or_default();
        let new = NewProblem {
            key: key.clone(),
            summary: format!("Why: {title}"),
            text: String::new(),
            from: from.iter().filter(|case| self.is_incident(case)).cloned().collect(),
            service: first.and_then(|case| self.records.service(case)).cloned(),
            item: None,
            category: first.and_then(|case| self.records.category(case)).cloned(),
            impact: first.and_then(|case| self.records.impact(case)).unwrap_or(UNWEIGHED),
            urgency: first.and_then(|case| self.records.urgency(case)).unwrap_or(UNWEIGHED),
        };
        self.records.raise_problem(self.kernel.now().utc(), &Self::you(), new)?;
        self.state.problems.insert(key, state);
        Ok(())
    }

    fn is_incident(&self, key: &Key) -> bool {
        self.records.kind_of(key) == Some(super::super::view::RecordKind::Incident)
    }

    pub(super) fn do_known(&mut self, problem: &Key, fix: &Key) -> Result<(), Refused> {
        let label = self.plan.files.pool.fixes.get(fix).map(|fix| fix.label.clone()).unwrap_or_default();
        let cause = "As far as is known.";
        self.records.known_error(self.kernel.now().utc(), &Self::you(), problem, cause, &label)?;
        if let Some(problem) = self.state.problems.get_mut(problem) {
            problem.workaround = Some(fix.clone());
        }
        Ok(())
    }

    pub(super) fn do_article(&mut self, key: &Key) -> Result<(), Refused> {
        let name = self.numbered("article", self.state.written.len());
        let fault =
            self.fault_of(key).and_then(|fault| self.state.faults.get(&fault)).map(|fault| fault.planned.fault.clone());
        let helped = |case: &super::super::state::CaseState| {
            case.tried.iter().rev().find(|(_, helped)| *helped).map(|(fix, _)| fix.clone())
        };
        let fix = self.state.cases.get(key).and_then(helped);
        let title = self.state.cases.get(key).map(|case| case.title.clone()).unwrap_or_default();
        let label = fix.as_ref().and_then(|fix| self.plan.files.pool.fixes.get(fix)).map(|fix| fix.label.clone());
        let body = label.unwrap_or_else(|| "What was seen, and what is being done.".to_owned());
        self.records.begin_article(self.kernel.now().utc(), &Self::you(), &name, &title, &body, key)?;
        self.state.written.push(Written { key: name, title, fault, fix });
        Ok(())
    }

    pub(super) fn do_improve(&mut self, key: &Key) -> Result<(), Refused> {
        let count = usize::try_from(self.state.improvements).unwrap_or_default();
        let name = self.numbered("improvement", count);
        let title = self.state.cases.get(key).map(|case| case.title.clone()).unwrap_or_default();
        let summary = format!("So that it does not happen again: {title}");
        self.records.improve(self.kernel.now().utc(), &Self::you(), &name, &summary, &title, key)?;
        self.state.improvements += 1;
        Ok(())
    }

    pub(super) fn do_handover(&mut self, items: &[Key], promises: &[Key]) -> Result<(), Refused> {
        for key in items.iter().chain(promises) {
            if let Some(case) = self.state.cases.get_mut(key) {
                case.handed = true;
            }
        }
        self.state.handed_items = Some((items.iter().cloned().collect(), promises.iter().cloned().collect()));
        Ok(())
    }
}
