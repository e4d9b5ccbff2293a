//! Saved views of the queue: decided with reasons, stored, and the same in every tab.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::Tab;
use itsm::{Command, Refusal, View, ViewId};
use workspace::Workspace;

fn view(name: &str, query: &str) -> View {
    View { name: Arc::from(name), query: Arc::from(query), columns: Arc::from(""), pinned: false }
}

fn save(tab: &mut Tab, id: Option<ViewId>, view: View) -> Result<ViewId, Refusal> {
    let (events, admitted) = tab.try_do(Command::SaveView(id, view))?;
    assert!(!admitted.rules_changed && !admitted.directory_changed && admitted.touched.is_empty());
    match events[0].what {
        itsm::Happening::ViewSaved(id, _) => Ok(id),
        _ => panic!("not a view"),
    }
}

fn names(workspace: &Workspace) -> Vec<String> {
    workspace.desk().views().values().map(|view| view.name.to_string()).collect()
}

#[test]
fn a_view_is_saved_renamed_pinned_and_taken_away() {
    let mut tab = Tab::blank();
    let id = save(&mut tab, None, view("  Printers ", "printer")).unwrap();
    assert_eq!(names(&tab.workspace), ["Printers"]);
    save(&mut tab, Some(id), View { pinned: true, ..view("All printers", "printer") }).unwrap();
    assert!(tab.workspace.desk().views()[&id].pinned);
    assert_eq!(names(&Workspace::open(None, &tab.entries).0), ["All printers"]);
    tab.try_do(Command::DropView(id)).unwrap();
    assert_eq!(names(&tab.workspace), Vec::<String>::new());
}

#[test]
fn a_view_without_a_name_of_its_own_is_refused_with_the_reason() {
    let mut tab = Tab::blank();
    let id = save(&mut tab, None, view("Printers", "printer")).unwrap();
    let because = |refusal: Refusal| refusal.sentence();
    assert_eq!(
        save(&mut tab, None, view(" ", "x")).map_err(because).unwrap_err(),
        "Needs name: nobody can choose a view that has none."
    );
    assert_eq!(
        save(&mut tab, None, view("PRINTERS", "x")).map_err(because).unwrap_err(),
        "Check name: another view has it, and nobody could tell them apart."
    );
    assert_eq!(
        save(&mut tab, Some(id), view("Printers", "printer")).map_err(because).unwrap_err(),
        "Check view: it is as now; nothing would change."
    );
    let gone = ViewId::imported(99);
    assert_eq!(save(&mut tab, Some(gone), view("Gone", "x")), Err(Refusal::NoSuch { what: "view" }));
    assert_eq!(tab.try_do(Command::DropView(gone)).map(drop), Err(Refusal::NoSuch { what: "view" }));
}

#[test]
fn two_tabs_come_to_the_same_views_in_whatever_order_they_hear_of_them() {
    let mut one = Tab::blank();
    let id = save(&mut one, None, view("Printers", "printer")).unwrap();
    let mut two = one.second(2);
    save(&mut one, Some(id), view("From the first", "printer")).unwrap();
    save(&mut one, None, view("Ours", "mail")).unwrap();
    two.now = one.now;
    save(&mut two, Some(id), view("From the second", "printer")).unwrap();
    two.try_do(Command::DropView(id)).unwrap();
    for entry in one.entries.clone() {
        two.workspace.admit(&entry);
    }
    for entry in two.entries.clone() {
        one.workspace.admit(&entry);
    }
    assert_eq!(names(&one.workspace), ["Ours"]);
    assert_eq!(one.workspace.desk().views(), two.workspace.desk().views());
}
