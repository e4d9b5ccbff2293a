//! A workspace as version 1 kept it, opened for ever: nobody loses work to an update.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Amendment, Channel, Command as Incident, HoldReason, Report, ResolutionCode, Side, Stage, State};
use itsm::service_level::Agreement;
use itsm::{Command, Context, Entry, GroupId, IncidentId, Level, PersonId, Priority};
use journal::{Journal, MemoryStore, TabId};
use workspace::base::{self, Scope};
use workspace::figures::{Share, figures};
use workspace::import::{Options, import};
use workspace::say::sentence;
use workspace::stored::VERSIONS;
use workspace::{Workspace, title};

/// As exported by version 1. Never replaced; a later version keeps its own beside it.
const VERSION_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/workspace-v1.json");

/// Local storage, as browsers have it.
const LIMIT_UNITS: u64 = 5 << 20;

const LOG: &str = "number,incident_state,made_sla,reopen_count,reassignment_count,sys_updated_by,sys_updated_at,opened_at,caller_id,contact_type,category,subcategory,u_symptom,impact,urgency,assignment_group,closed_code,resolved_at,closed_at
INC0000045,New,true,0,0,Updated by 21,29/2/2016 01:23,29/2/2016 01:16,Caller 2403,Phone,Category 55,Subcategory 170,Symptom 72,2 - Medium,2 - Medium,Group 56,code 5,29/2/2016 11:29,5/3/2016 12:00
INC0000045,Resolved,true,0,1,Updated by 642,29/2/2016 08:53,29/2/2016 01:16,Caller 2403,Phone,Category 55,Subcategory 170,Symptom 72,2 - Medium,2 - Medium,Group 56,code 5,29/2/2016 11:29,5/3/2016 12:00
INC0000045,Closed,true,0,1,Updated by 908,5/3/2016 12:00,29/2/2016 01:16,Caller 2403,Phone,Category 55,Subcategory 170,Symptom 72,2 - Medium,2 - Medium,Group 56,code 5,29/2/2016 11:29,5/3/2016 12:00
INC0000047,Active,false,0,0,Updated by 21,29/2/2016 04:57,29/2/2016 04:40,Caller 2404,Email,Category 40,Subcategory 215,Symptom 471,1 - High,2 - Medium,Group 70,?,?,?
";

const YOU: PersonId = PersonId(itsm::Key { number: 1, tag: 1 });
const HARDWARE: GroupId = GroupId(itsm::Key { number: 1, tag: 7 });

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_workspace_of_version_1_opens_as_it_was_left() {
    let store = MemoryStore::like_a_browser(LIMIT_UNITS);
    let file = std::fs::read_to_string(VERSION_1).unwrap();
    let journal = journal::import(store, VERSIONS, &file, "kept", TabId(9), 1_800_000_000_000).unwrap();
    let entries: Vec<journal::Entry> = journal.entries().into_iter().cloned().collect();
    let content = base::open(journal.base().unwrap()).unwrap();
    let (mut workspace, findings) = Workspace::open(Some(content), &entries);

    assert_eq!((journal.name(), findings.len()), ("Kept for ever", 0));
    let desk = workspace.desk();
    let imported = desk.incident(IncidentId::imported(45)).unwrap();
    assert_eq!((imported.state, imported.reassigned), (State::Closed, 1));
    assert_eq!(title(&workspace, imported.id), "Subcategory 170 · Symptom 72");
    let worked_on = desk.incident(IncidentId::imported(47)).unwrap();
    assert_eq!((worked_on.state.stage(), worked_on.assignee), (Stage::Resolved, Some(YOU)));
    assert_eq!(worked_on.resolution.as_ref().map(|end| &*end.solution), Some("Replaced the power supply"));
    let logged = desk.find_incident("INC0000048").unwrap();
    let logged = desk.incident(logged).unwrap();
    assert_eq!((&*logged.summary, logged.group), ("Printer hums", Some(HARDWARE)));
    assert_eq!((logged.state, logged.parent), (State::OnHold(HoldReason::Supplier), Some(worked_on.id)));
    assert_eq!((desk.directory().group(HARDWARE), logged.priority(desk.matrix())), ("Hardware", Priority(4)));
    assert_eq!(&*desk.agreement().agreement().name, "Kept agreement");
    let told = workspace.timeline(logged.id);
    let told: Vec<String> = told.iter().map(|recorded| sentence(&workspace, recorded.event).heading).collect();
    assert_eq!(told.len(), 9, "{told:?}");
    workspace.advance(at("2016-03-07T12:00:00Z"));
    assert_eq!(figures(&workspace).source_verdict, Share { part: 1, whole: 2 });
    assert_eq!(workspace.event_count(), 4 + 3 + 9);
}

/// Makes the sample of the present version. Run it once when a version is about to be released:
/// `cargo test -p workspace --test kept -- --ignored`, with the file's name changed.
#[test]
#[ignore = "writes a new sample; the old ones stay as they are"]
fn make_the_sample_of_this_version() {
    let now = at("2016-03-06T09:00:00Z");
    let options = Options { scope: Scope::AsItWas, file_name: "log.csv".to_owned(), imported_at: now };
    let imported = import(LOG.as_bytes(), &options, &mut |_| ControlFlow::Continue(())).unwrap();
    let (workspace, _) = Workspace::open(Some(base::open(&imported.segment).unwrap()), &[]);
    let store = MemoryStore::like_a_browser(LIMIT_UNITS);
    let millis = u64::try_from(now.timestamp_millis()).unwrap();
    let journal =
        Journal::create(store, VERSIONS, "sample", "Kept for ever", TabId(7), Some(imported.segment), millis).unwrap();
    let mut sample = Sample { workspace, journal, now };
    sample.fill();
    assert!(!std::fs::exists(VERSION_1).unwrap(), "a kept sample is never replaced");
    std::fs::write(VERSION_1, sample.journal.export()).unwrap();
}

struct Sample {
    workspace: Workspace,
    journal: Journal<MemoryStore>,
    now: DateTime<Utc>,
}

impl Sample {
    fn act(&mut self, command: Command) {
        self.now += TimeDelta::minutes(1);
        let context = Context { now: self.now, actor: YOU, role: itsm::Role::default(), tag: 7 };
        let events = self.workspace.decide(command, &context).unwrap();
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap();
        let appended = self.journal.append(&Workspace::payload(&events), millis).unwrap();
        self.workspace.admit(&appended.entry);
    }

    fn fill(&mut self) {
        self.act(Command::Enter(Entry::Person(YOU, "You".into())));
        self.act(Command::Enter(Entry::Group(HARDWARE, "Hardware".into())));
        self.act(Command::SetMatrix(vec![vec![1, 2, 3], vec![2, 3, 4], vec![3, 4, 4]]));
        let agreement = Agreement { name: "Kept agreement".into(), warn_at_percent: 75, ..Agreement::default() };
        self.act(Command::SetAgreement(Box::new(agreement)));
        let old = IncidentId::imported(47);
        self.act(Command::Incident(Incident::Assign { incident: old, group: Some(HARDWARE), assignee: Some(YOU) }));
        self.act(Command::Incident(Incident::Note { incident: old, text: Arc::from("Smells of smoke") }));
        self.log();
        self.act(Command::Incident(Incident::Resolve {
            incident: old,
            code: ResolutionCode::SolutionProvided,
            solution: Arc::from("Replaced the power supply"),
            cascade: false,
        }));
    }

    fn log(&mut self) {
        self.act(Command::Incident(Incident::Log(Box::new(Report {
            summary: Arc::from("Printer hums"),
            description: Arc::from("„Brumm“ & <hum>"),
            channel: Channel::WalkIn,
            caller: Some(YOU),
            service: None,
            item: None,
            category: None,
            impact: Level(3),
            urgency: Level(2),
            group: Some(HARDWARE),
            assignee: None,
            follows: None,
        }))));
        let incident = self.workspace.desk().find_incident("INC0000048").unwrap();
        let parent = Some(IncidentId::imported(47));
        self.act(Command::Incident(Incident::LinkParent { incident, parent }));
        self.act(Command::Incident(Incident::Start(incident)));
        let urgency = vec![Amendment::Urgency(Level(3))];
        self.act(Command::Incident(Incident::Amend { incident, changes: urgency }));
        let text = Arc::from("We have ordered a part");
        self.act(Command::Incident(Incident::Reply { incident, side: Side::Desk, text }));
        let note = Arc::from("Order 4711");
        self.act(Command::Incident(Incident::Hold { incident, reason: HoldReason::Supplier, note }));
        self.act(Command::Incident(Incident::MarkDuplicate { incident, of: Some(IncidentId::imported(45)) }));
        self.act(Command::Incident(Incident::MarkDuplicate { incident, of: None }));
    }
}
