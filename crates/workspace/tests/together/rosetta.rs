//! A record in other tools' words: every state has an entry, what has none says so, and rows come back as they went.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::ops::ControlFlow;

use crate::common::tab::{NETWORK, Tab};
use itsm::incident::{Channel, Command as Ask, HoldReason, Report, ResolutionCode, State};
use itsm::problem::{Amendment, Command as AskProblem, Statement};
use itsm::{Command, IncidentId, Level, RecordId};
use workspace::Workspace;
use workspace::base::Scope;
use workspace::import::{Options, Sheet as Table};
use workspace::rosetta::{Field, Fit, Kind, Line, Sheet, Tool, csv, sheet};

const SUMMARY: &str = "=cmd, \"quoted\"; the till, says\n“no”";

fn report(impact: u8, urgency: u8) -> Report {
    Report {
        summary: SUMMARY.into(),
        description: "Since eight".into(),
        channel: Channel::Phone,
        caller: Some(workspace::seed::YOU),
        service: Some(itsm::ServiceId::imported(1)),
        item: None,
        category: Some(itsm::CategoryId::imported(2)),
        impact: Level(impact),
        urgency: Level(urgency),
        group: Some(NETWORK),
        assignee: None,
        follows: None,
    }
}

/// A desk with an incident in every state, in the order in which they were logged.
fn every_state() -> (Tab, Vec<(IncidentId, State)>) {
    let mut tab = Tab::blank();
    let mut states = vec![State::New, State::InProgress, State::Resolved, State::Closed, State::Cancelled];
    states.extend(HoldReason::ALL.map(State::OnHold));
    let mut made = vec![];
    for state in states {
        let id = tab.act(Ask::Log(Box::new(report(2, 1))));
        let resolve = Ask::Resolve {
            incident: id,
            code: ResolutionCode::SolutionProvided,
            solution: "Restarted".into(),
            cascade: false,
        };
        match state {
            State::New => {}
            State::InProgress => drop(tab.act(Ask::Start(id))),
            State::OnHold(reason) => drop(tab.act(Ask::Hold { incident: id, reason, note: "".into() })),
            State::Resolved => drop(tab.act(resolve)),
            State::Closed => {
                tab.act(resolve);
                tab.act(Ask::Close(id));
            }
            State::Cancelled => drop(tab.act(Ask::Cancel { incident: id, because: "Twice".into() })),
        }
        made.push((id, state));
    }
    (tab, made)
}

fn told(workspace: &Workspace, tool: Tool, id: IncidentId) -> Sheet {
    sheet(workspace, tool, RecordId::Incident(id)).unwrap()
}

fn line(sheet: &Sheet, field: Field) -> &Line {
    sheet.lines.iter().find(|line| line.field == field).unwrap()
}

#[test]
fn every_state_of_an_incident_has_an_entry_in_every_tool() {
    let (tab, made) = every_state();
    for tool in Tool::ALL {
        for (id, state) in &made {
            let sheet = told(&tab.workspace, tool, *id);
            let line = line(&sheet, Field::State);
            assert!(!line.theirs.is_empty(), "{tool:?} {state:?}");
            assert!(line.fit == Fit::Same || !line.why.is_empty(), "{tool:?} {state:?} differs and does not say why");
        }
    }
}

#[test]
fn every_field_without_an_equivalent_says_so_and_every_difference_has_a_reason() {
    let (tab, made) = every_state();
    for tool in Tool::ALL {
        for (id, _) in &made {
            for line in told(&tab.workspace, tool, *id).lines {
                let is_told = line.fit == Fit::Same || !line.why.is_empty();
                assert!(is_told, "{tool:?}: {:?} has no reason", line.field);
                let words = line.why.split_whitespace().count();
                assert!(words <= 25, "{tool:?}: {words} words: {}", line.why);
            }
        }
    }
    let glpi = told(&tab.workspace, Tool::Glpi, made[4].0);
    let state = line(&glpi, Field::State);
    assert_eq!((state.fit, state.theirs.as_str()), (Fit::Missing, "Closed"));
}

#[test]
fn every_state_of_a_problem_has_an_entry_in_every_tool() {
    let mut tab = Tab::blank();
    let id = tab.workspace.desk().next_problem(1);
    let statement = Statement {
        summary: "Labels smear".into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(1),
        urgency: Level(3),
        group: None,
        assignee: Some(workspace::seed::YOU),
    };
    let steps = [
        AskProblem::Raise { statement: Box::new(statement), from: vec![] },
        AskProblem::Assess(id),
        AskProblem::Analyse(id),
        AskProblem::Amend {
            problem: id,
            changes: vec![Amendment::Cause("A narrow core".into()), Amendment::Workaround("Tape".into())],
        },
        AskProblem::DeclareKnownError(id),
        AskProblem::BeginFix(id),
        AskProblem::Resolve { problem: id, fix: "Wider cores".into(), resolve_awaiting: false },
        AskProblem::Close(id),
    ];
    for step in steps {
        tab.try_do(Command::Problem(step)).unwrap();
        for tool in Tool::ALL {
            let sheet = sheet(&tab.workspace, tool, RecordId::Problem(id)).unwrap();
            let state = line(&sheet, Field::State);
            assert!(!state.theirs.is_empty());
            assert!(
                sheet.lines.iter().all(|line| line.fit == Fit::Same || !line.why.is_empty()),
                "{tool:?}: {sheet:?}"
            );
            let rows = csv(&tab.workspace, tool, Kind::Problem, [RecordId::Problem(id)].into_iter());
            assert_eq!(rows.lines().count(), 2, "{tool:?}");
        }
    }
    let servicenow = sheet(&tab.workspace, Tool::ServiceNow, RecordId::Problem(id)).unwrap();
    assert_eq!(line(&servicenow, Field::ResolutionCode).theirs, "Fix Applied");
}

/// Where a state of ours comes back as another one, because the tool has none: its rows say what the sheet says.
fn expected(tool: Tool, state: State) -> State {
    match (tool, state) {
        (Tool::Glpi | Tool::Itop, State::Cancelled) => State::Closed,
        _ => state,
    }
}

#[test]
fn exported_rows_are_read_back_to_the_same_state_where_the_tool_has_it() {
    let (tab, made) = every_state();
    for tool in [Tool::ServiceNow, Tool::Glpi, Tool::Itop, Tool::Jira] {
        let ids = made.iter().map(|(id, _)| RecordId::Incident(*id));
        let text = csv(&tab.workspace, tool, Kind::Incident, ids);
        let table = Table::open(text.as_bytes(), "", &mut |_| ControlFlow::Continue(())).unwrap();
        let mapping = table.inspect().mapping;
        let options = Options {
            scope: Scope::AsItWas,
            file_name: "rows.csv".into(),
            imported_at: "2026-03-10T10:00:00Z".parse().unwrap(),
        };
        let imported = table.import(&mapping, &options, &mut |_| ControlFlow::Continue(())).unwrap_or_else(|fault| {
            panic!("{tool:?}: {fault}\n{text}");
        });
        let (back, _) = Workspace::open(Some(workspace::base::open(&imported.segment).unwrap()), &[]);
        assert_eq!(back.desk().incidents().len(), made.len(), "{tool:?}");
        for (id, state) in &made {
            let number = tab.workspace.desk().incident_number(*id);
            let found = back
                .desk()
                .incidents()
                .find(|other| back.desk().incident_number(other.id) == number)
                .unwrap_or_else(|| panic!("{tool:?} lost {number}"));
            let wanted = expected(tool, *state);
            assert_eq!(found.state.stage(), wanted.stage(), "{tool:?} {state:?}");
            if matches!(tool, Tool::ServiceNow | Tool::Itop) {
                assert_eq!(found.state, wanted, "{tool:?} keeps why it waits");
            }
            assert_eq!((found.impact, found.urgency), (Level(2), Level(1)), "{tool:?} {state:?}");
        }
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_carry_out_is_made_harmless() {
    let (tab, made) = every_state();
    for tool in Tool::ALL {
        let text = csv(&tab.workspace, tool, Kind::Incident, [RecordId::Incident(made[0].0)].into_iter());
        assert!(text.contains("\"'=cmd, \"\"quoted\"\""), "{tool:?}: {text}");
    }
}

#[test]
fn records_of_other_kinds_are_left_out_of_a_file() {
    let (tab, made) = every_state();
    let ids = [RecordId::Incident(made[0].0), RecordId::Problem(itsm::ProblemId::imported(1))];
    let text = csv(&tab.workspace, Tool::Jira, Kind::Problem, ids.into_iter());
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn levels_keep_their_place_on_longer_and_shorter_scales() {
    let mut tab = Tab::blank();
    tab.try_do(Command::SetMatrix(itsm::Matrix::even(5))).unwrap();
    let id = tab.act(Ask::Log(Box::new(report(1, 5))));
    let glpi = told(&tab.workspace, Tool::Glpi, id);
    assert_eq!((&*line(&glpi, Field::Impact).theirs, &*line(&glpi, Field::Urgency).theirs), ("Very high", "Very low"));
    let servicenow = told(&tab.workspace, Tool::ServiceNow, id);
    assert_eq!(line(&servicenow, Field::Impact).theirs, "1 - High");
    assert_eq!(line(&servicenow, Field::Impact).fit, Fit::Near);
}
