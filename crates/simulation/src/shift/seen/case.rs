//! A case, as one sees it.

use super::super::play::Shift;
use super::super::state::{CaseState, Phase, Work};
use super::super::view::{
    Article, Caller, Case, Choice, Link, Pile, Prepared, Record, RecordKind, Resolving, TaskView,
};
use super::super::{Act, Logged, SolutionCode};
use crate::scenario::{ArticleState, Channel, Key, LinkKind, Works};

impl Shift {
    pub(super) fn see_case(&self, key: &Key) -> Option<Case> {
        let case = self.state.cases.get(key)?;
        let until = match case.phase {
            Phase::Ringing { until } => Some(self.plan.local(until)),
            _ => None,
        };
        let unread = case.phase == Phase::Unread;
        Some(Case {
            key: key.clone(),
            pile: self.pile(key, case),
            channel: case.planned.channel,
            at: self.plan.local(case.arrived),
            title: self.title(case),
            caller: self.caller(key, case),
            calls: case.calls || unread,
            rings_until: until,
            lost: case.lost,
            severity: case.planned.severity,
            conversation: if until.is_some() { vec![] } else { case.conversation.clone() },
            record: self.see_record(key),
            about: case.planned.about.clone().or_else(|| case.planned.follows.clone()),
            acts: self.offers_of_case(key),
            questions: self.see_questions(case),
            found: self.see_found(case),
            facts: self.see_facts(case),
            resolving: self.resolving(key, case),
            verified: case.verified,
            prepared: self.prepared(key),
        })
    }

    /// Whoever rings has said nothing yet.
    fn title(&self, case: &CaseState) -> String {
        let ringing = matches!(case.phase, Phase::Ringing { .. });
        if ringing && case.planned.channel == Channel::Phone { "A call".to_owned() } else { case.title.clone() }
    }

    fn pile(&self, key: &Key, case: &CaseState) -> Pile {
        match case.phase {
            Phase::Ringing { .. } => return Pile::Ringing,
            Phase::Unread => return Pile::New,
            Phase::Coming | Phase::Taken => {}
        }
        if let Some((_, other)) = case.belongs_to.first() {
            let goes_on = self.records.is_open(other);
            return if case.calls {
                Pile::Mine
            } else if goes_on {
                Pile::Waiting
            } else {
                Pile::Done
            };
        }
        let state = self.records.state_word(key);
        let ended = state.is_some() && !self.records.is_open(key);
        let waits = case.work.is_some() || self.records.hold_of(key).is_some();
        let asked = case.approval.as_ref().is_some_and(|asked| asked.answer.is_none());
        match () {
            () if ended && !case.calls => Pile::Done,
            () if case.over && !self.records.is_open(key) && !case.calls => Pile::Done,
            () if case.calls => Pile::Mine,
            () if waits || asked => Pile::Waiting,
            () if self.records.parent_of(key).is_some() => Pile::Waiting,
            () => Pile::Mine,
        }
    }

    fn caller(&self, key: &Key, case: &CaseState) -> Option<Caller> {
        let who = &case.planned.who;
        let files = &self.plan.files;
        let person = files.pool.people.get(who).filter(|person| !person.account)?;
        let mood = self.state.people.get(who).map_or(person.mood, |person| person.mood);
        let words = &files.pool.rules.mood.words;
        let word = words.iter().find(|(from, _)| mood >= *from).map(|(_, word)| word.clone()).unwrap_or_default();
        let place = files.world.places.get(&person.place).map(|place| place.name.clone()).unwrap_or_default();
        let mut others: Vec<&CaseState> = self
            .state
            .cases
            .values()
            .filter(|other| other.planned.who == *who && other.planned.key != *key && other.has_come())
            .collect();
        others.sort_by_key(|other| std::cmp::Reverse(other.order));
        Some(Caller {
            key: who.clone(),
            name: person.name.clone(),
            role: person.role.clone(),
            department: person.department.clone(),
            place,
            mood: word,
            mood_level: u8::try_from((mood / 10 * 10).clamp(0, 100)).unwrap_or_default(),
            others: others.into_iter().map(|other| other.planned.key.clone()).collect(),
        })
    }

    pub(super) fn see_record(&self, key: &Key) -> Option<Record> {
        let mut record = self.records.view(key, self.instant())?;
        let Some(case) = self.state.cases.get(key) else { return Some(record) };
        record.security = case.logged == Some(Logged::Security);
        record.team_says.clone_from(&case.team_says);
        record.major = self.state.major.as_ref() == Some(key);
        let picked = match case.work {
            Some(Work::Doing { .. }) => Some("picked it up"),
            Some(Work::Queued { .. }) => Some("has it in its queue"),
            None => None,
        };
        if let (Some(team), Some(word)) = (&case.with, picked) {
            record.team_says = Some(format!("{} {word}.", self.team_name(team)));
        }
        if record.kind == RecordKind::Request {
            record.offer.clone_from(&case.ordered);
            record.tasks = self.see_tasks(case);
            record.approval = case.approval.as_ref().map(|asked| {
                let name = self.name_of(&asked.person);
                match asked.answer {
                    None => format!("{name} has been asked."),
                    Some(true) => format!("{name} approves."),
                    Some(false) => format!("{name} does not approve."),
                }
            });
        }
        record.links = self.see_links(key);
        Some(record)
    }

    fn see_tasks(&self, case: &CaseState) -> Vec<TaskView> {
        let offer = case.ordered.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        let tasks = offer.into_iter().flat_map(|offer| &offer.tasks);
        tasks
            .map(|task| TaskView {
                key: task.key.clone(),
                label: task.label.clone(),
                team: task.team.clone(),
                done: case.tasks.contains(&task.key),
            })
            .collect()
    }

    fn see_links(&self, key: &Key) -> Vec<Link> {
        let own = self.links_of(key).into_iter().map(|(kind, to)| Link { says: says(kind).to_owned(), to });
        let children = self.records.children_of(key).into_iter();
        own.chain(children.map(|to| Link { says: "parent of".to_owned(), to })).collect()
    }

    fn see_questions(&self, case: &CaseState) -> Vec<Choice> {
        let questions = self.plan.files.pool.questions.iter();
        questions
            .map(|(key, label)| Choice { key: key.clone(), label: label.clone(), done: case.asked.contains_key(key) })
            .collect()
    }

    fn see_found(&self, case: &CaseState) -> Option<Vec<Article>> {
        let found = case.found.as_ref()?;
        let pool = &self.plan.files.pool;
        let label = |fix: &Key| pool.fixes.get(fix).map(|fix| fix.label.clone()).unwrap_or_default();
        let article = |key: &Key| {
            if let Some(article) = pool.articles.get(key) {
                let looks = article.diagnostics.iter().filter_map(|look| pool.diagnostics.get(look));
                let look: Vec<&str> = looks.map(|look| look.label.as_str()).collect();
                let look = if look.is_empty() { String::new() } else { format!("Look: {}. ", look.join("; ")) };
                let mend = article.fix.as_ref().map(|fix| format!("Do: {}.", label(fix))).unwrap_or_default();
                return Some(Article {
                    key: key.clone(),
                    title: article.title.clone(),
                    outdated: article.state == ArticleState::Outdated,
                    diagnostics: article.diagnostics.clone(),
                    fix: article.fix.clone(),
                    says: look + &mend,
                });
            }
            let written = self.state.written.iter().find(|written| written.key == *key)?;
            Some(Article {
                key: key.clone(),
                title: written.title.clone(),
                outdated: false,
                diagnostics: vec![],
                fix: written.fix.clone(),
                says: written.fix.as_ref().map(|fix| format!("Do: {}.", label(fix))).unwrap_or_default(),
            })
        };
        Some(found.iter().filter_map(article).collect())
    }

    fn see_facts(&self, case: &CaseState) -> Vec<String> {
        case.facts.iter().filter_map(|fact| self.plan.files.pool.facts.get(fact)).cloned().collect()
    }

    /// What was really done, here or at the parent, with the code that goes with it.
    fn resolving(&self, key: &Key, case: &CaseState) -> Resolving {
        let parent = self.records.parent_of(key).and_then(|parent| self.state.cases.get(parent));
        let tried = case.tried.iter().rev().chain(parent.into_iter().flat_map(|parent| parent.tried.iter().rev()));
        let mut resolving = Resolving { children: 0, ..Resolving::default() };
        for (fix, _) in tried {
            let Some(form) = self.plan.files.pool.fixes.get(fix) else { continue };
            if resolving.solutions.iter().all(|choice| choice.key != *fix) {
                let choice = Choice { key: fix.clone(), label: form.label.clone(), done: true };
                resolving.solutions.push(choice);
                resolving.codes.push(self.code_for(case, fix));
            }
        }
        resolving.children = self.records.children_of(key).iter().filter(|child| self.records.is_open(child)).count();
        resolving
    }

    pub(in crate::shift) fn code_for(&self, case: &CaseState, fix: &Key) -> SolutionCode {
        let fault = self.pool_fault(case.planned.fault.as_ref());
        match fault.and_then(|fault| fault.fixes.get(fix)).map(|remedy| remedy.works) {
            Some(Works::Workaround) => SolutionCode::Workaround,
            _ => SolutionCode::Solution,
        }
    }

    pub(in crate::shift) fn see_problem(&self, key: &Key) -> Option<Case> {
        let record = self.records.view(key, self.instant()).filter(|record| record.kind == RecordKind::Problem)?;
        let problem = self.state.problems.get(key)?;
        let first = problem.cases.iter().filter_map(|case| self.state.cases.get(case)).min_by_key(|case| case.order);
        let pile = if self.records.is_open(key) { Pile::Waiting } else { Pile::Done };
        let cases = problem.cases.iter().map(|to| Link { says: "behind".to_owned(), to: to.clone() }).collect();
        Some(Case {
            key: key.clone(),
            pile,
            channel: Channel::Team,
            at: first.map_or(self.plan.files.scenario.clock.from, |case| self.plan.local(case.arrived)),
            title: record.summary.clone(),
            caller: None,
            calls: false,
            rings_until: None,
            lost: false,
            severity: None,
            conversation: vec![],
            record: Some(Record { links: cases, ..record }),
            about: None,
            acts: self.offers_of_problem(key),
            questions: vec![],
            found: None,
            facts: vec![],
            resolving: Resolving::default(),
            verified: None,
            prepared: None,
        })
    }

    /// What a colleague has prepared, or what is filled in but for the decision.
    fn prepared(&self, key: &Key) -> Option<Prepared> {
        use crate::scenario::Begins;
        let help = &self.plan.files.scenario.help;
        let by = self.somebody_of(&self.plan.files.scenario.you.team);
        let by = by.map(|who| self.name_of(&who)).unwrap_or_default();
        if self.help == Begins::Worked && help.worked.contains(key) {
            let (act, reason) = self.next_worked(key)?;
            let label = self.label_of(&act);
            return Some(Prepared { by, says: reason.to_owned(), next: Some(act), label });
        }
        let completes = matches!(self.help, Begins::Worked | Begins::Completion) && help.completion.contains(key);
        let case = self.state.cases.get(key).filter(|case| completes && case.logged.is_none())?;
        if case.phase != Phase::Taken {
            return None;
        }
        let says = "All is filled in except one thing: what is this? Decide, and log it.".to_owned();
        Some(Prepared { by, says, next: Some(self.all_but_kind(key, case)), label: String::new() })
    }

    /// A record of which only the kind is to be chosen: everything else is as it would be by either.
    fn all_but_kind(&self, key: &Key, case: &CaseState) -> Act {
        let truth = &case.planned.truth;
        let service = truth.service.clone();
        let by_service = |offer: &crate::scenario::Offer| Some(&offer.service) == service.as_ref();
        let offers = self.plan.files.pool.offers.iter();
        let near = offers.filter(|(_, offer)| by_service(offer)).map(|(key, _)| key.clone()).next();
        Act::Log {
            contact: key.clone(),
            kind: Logged::Incident,
            impact: truth.impact,
            urgency: truth.urgency,
            service: service.clone(),
            item: None,
            category: truth.category.clone(),
            offer: case.planned.offer.clone().or(near),
        }
    }

    /// The next step of the loop at a desk: verify, mend, confirm, log, resolve.
    fn next_worked(&self, key: &Key) -> Option<(Act, &'static str)> {
        let case = self.state.cases.get(key)?;
        let truth = &case.planned.truth;
        let contact = key.clone();
        let wants = |act: &str| truth.must.iter().any(|must| must == act);
        if matches!(case.phase, Phase::Ringing { .. }) {
            return Some((Act::Answer { contact }, "It rings: somebody cannot work. Pick up."));
        }
        if wants("verify") && case.verified.is_none() {
            let method = super::super::Verify::Callback;
            return Some((Act::Verify { contact, method }, "Before an account is touched, be sure who asks."));
        }
        if case.logged.is_none() {
            let act = Act::Log {
                contact,
                kind: Logged::Incident,
                impact: truth.impact,
                urgency: truth.urgency,
                service: truth.service.clone(),
                item: None,
                category: truth.category.clone(),
                offer: None,
            };
            return Some((act, "Something stopped that worked: an incident. One person, and she needs it now."));
        }
        if case.is_unmet() {
            let fix = truth.fix.first()?.clone();
            return Some((Act::Fix { case: contact, fix }, "This is what the article says, and it takes two minutes."));
        }
        if !case.confirmed && case.logged.is_some() && self.records.is_open(key) {
            return Some((Act::Confirm { contact }, "Whether it works, only she can say. Ask."));
        }
        if self.records.is_open(key) {
            let solution = case.tried.last().map(|(fix, _)| fix.clone());
            let code = solution.as_ref().map_or(SolutionCode::Solution, |fix| self.code_for(case, fix));
            let act = Act::Resolve { case: contact, code, solution, cascade: false };
            return Some((act, "It works and she says so: write down what was done, for whoever comes next."));
        }
        None
    }
}

fn says(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Parent => "child of",
        LinkKind::Duplicate => "same as",
        LinkKind::Problem => "because of",
        LinkKind::CausedBy => "caused by",
        LinkKind::LedTo => "led to",
    }
}
