//! Templates for logging: decided with reasons, stored, the same in every tab, and taken back like all else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::Tab;
use itsm::{CategoryId, Command, Directory, Entry, Fill, GroupId, Level, Refusal, Template, TemplateId};
use proptest::prelude::*;
use workspace::Workspace;

fn template(name: &str, summary: &str) -> Template {
    Template { name: Arc::from(name), fill: Fill { summary: Arc::from(summary), ..Fill::default() } }
}

fn save(tab: &mut Tab, id: Option<TemplateId>, template: Template) -> Result<TemplateId, Refusal> {
    let (events, admitted) = tab.try_do(Command::SaveTemplate(id, template))?;
    assert!(!admitted.rules_changed && !admitted.directory_changed && admitted.touched.is_empty());
    match events[0].what {
        itsm::Happening::TemplateSaved(id, _) => Ok(id),
        _ => panic!("not a template"),
    }
}

fn names(workspace: &Workspace) -> Vec<String> {
    workspace.desk().templates().values().map(|template| template.name.to_string()).collect()
}

#[test]
fn a_template_is_saved_changed_and_taken_away() {
    let mut tab = Tab::blank();
    let id = save(&mut tab, None, template("  Locked out ", " Account is locked ")).unwrap();
    assert_eq!(tab.workspace.desk().templates()[&id], template("Locked out", "Account is locked"));
    save(&mut tab, Some(id), template("Password", "Account is locked")).unwrap();
    assert_eq!(names(&Workspace::open(None, &tab.entries).0), ["Password"]);
    tab.try_do(Command::DropTemplate(id)).unwrap();
    assert_eq!(names(&tab.workspace), Vec::<String>::new());
}

#[test]
fn a_template_that_nobody_could_use_is_refused_with_the_reason() {
    let mut tab = Tab::blank();
    let id = save(&mut tab, None, template("Printers", "Printer")).unwrap();
    let mut refused = |id, template| save(&mut tab, id, template).map_err(|refusal| refusal.sentence()).unwrap_err();
    assert_eq!(refused(None, template(" ", "x")), "Needs name: nobody can choose a template that has none.");
    assert_eq!(
        refused(None, template("PRINTERS", "x")),
        "Check name: another template has it, and nobody could tell them apart."
    );
    assert_eq!(
        refused(None, template("Empty", "  ")),
        "Needs something to fill in: a template that fills nothing saves nobody any work."
    );
    assert_eq!(
        refused(Some(id), template("Printers", "Printer")),
        "Check template: it is as now; nothing would change."
    );
    let gone = TemplateId::imported(99);
    assert_eq!(save(&mut tab, Some(gone), template("Gone", "x")), Err(Refusal::NoSuch { what: "template" }));
    assert_eq!(tab.try_do(Command::DropTemplate(gone)).map(drop), Err(Refusal::NoSuch { what: "template" }));
}

#[test]
fn what_is_gone_from_the_directory_or_the_matrix_is_left_out_and_named() {
    let mut directory = Directory::default();
    directory.enter(&Entry::Group(GroupId::imported(1), Arc::from("Network")));
    let fill = Fill {
        summary: Arc::from("Down"),
        impact: Some(Level(2)),
        urgency: Some(Level(5)),
        group: Some(GroupId::imported(1)),
        category: Some(CategoryId::imported(9)),
        ..Fill::default()
    };
    let (there, gone) = fill.still_there(&directory, 3);
    assert_eq!(gone, ["urgency", "category"]);
    assert_eq!(there, Fill { urgency: None, category: None, ..fill.clone() });
    assert_eq!(there.still_there(&directory, 3), (there.clone(), vec![]));
}

#[test]
fn taking_a_template_away_can_be_undone() {
    let mut tab = Tab::blank();
    let id = save(&mut tab, None, template("Printers", "Printer")).unwrap();
    tab.try_do(Command::DropTemplate(id)).unwrap();
    let dropped = tab.entries.last().unwrap().stamp;
    tab.undo(dropped).unwrap();
    assert_eq!(names(&tab.workspace), ["Printers"]);
    assert_eq!(names(&Workspace::open(None, &tab.entries).0), ["Printers"]);
}

#[derive(Clone, Debug)]
enum Step {
    Save(usize, bool),
    Change(usize, usize),
    Drop(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..4_usize, any::<bool>()).prop_map(|(name, full)| Step::Save(name, full)),
        (0..4_usize, 0..4_usize).prop_map(|(which, name)| Step::Change(which, name)),
        (0..4_usize).prop_map(Step::Drop),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_names_stay_apart_none_is_empty_and_a_replay_gives_the_same(
        steps in prop::collection::vec(step(), 0..24),
    ) {
        const NAMES: [&str; 4] = ["Printer", "PRINTER ", "Mail", " "];
        let mut tab = Tab::blank();
        for step in steps {
            let nth = |tab: &Tab, which: usize| tab.workspace.desk().templates().keys().nth(which).copied();
            let command = match step {
                Step::Save(name, full) => Command::SaveTemplate(None, template(NAMES[name], if full { "x" } else { "" })),
                Step::Change(which, name) => Command::SaveTemplate(nth(&tab, which), template(NAMES[name], "y")),
                Step::Drop(which) => Command::DropTemplate(nth(&tab, which).unwrap_or_default()),
            };
            let before = tab.workspace.desk().clone();
            if tab.try_do(command).is_err() {
                prop_assert_eq!(&before, tab.workspace.desk());
            }
        }
        let mut lower: Vec<String> = names(&tab.workspace).iter().map(|name| name.to_lowercase()).collect();
        lower.sort();
        lower.dedup();
        prop_assert_eq!(lower.len(), tab.workspace.desk().templates().len());
        prop_assert!(tab.workspace.desk().templates().values().all(|template| !template.fill.is_empty()));
        let again = Workspace::open(None, &tab.entries).0;
        prop_assert_eq!(again.desk().templates(), tab.workspace.desk().templates());
    }
}
