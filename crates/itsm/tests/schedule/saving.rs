//! What may be saved, and what is refused with a reason.

use itsm::schedule::{Command as Ask, Freeze, Scope};
use itsm::{Command, EntryId, FreezeId, ItemId, Key, WindowId};

use crate::bench::*;

fn refused(bench: &mut Bench, ask: Ask) -> String {
    bench.ask(Command::Schedule(ask)).unwrap_err().sentence()
}

#[test]
fn a_window_that_never_opens_is_refused_and_freezes_are_named_in_its_place() {
    let mut bench = bench();
    let mut never = window(Scope::All, "UTC", 0, "08:00", "12:00");
    never.hours.hours[0].clear();
    assert!(refused(&mut bench, Ask::SaveWindow(None, Box::new(never))).contains("a freeze says that"));
    let reversed = window(Scope::All, "UTC", 0, "22:00", "02:00");
    assert!(refused(&mut bench, Ask::SaveWindow(None, Box::new(reversed))).contains("across midnight"));
    let nowhere = window(Scope::All, "Europe/Atlantis", 0, "08:00", "12:00");
    assert!(refused(&mut bench, Ask::SaveWindow(None, Box::new(nowhere))).contains("IANA"));
}

#[test]
fn a_scope_names_something_that_is_known() {
    let mut bench = bench();
    let empty = window(Scope::Items([].into()), "UTC", 0, "08:00", "12:00");
    assert!(refused(&mut bench, Ask::SaveWindow(None, Box::new(empty))).contains("scope"));
    let unknown = freeze(Scope::Items([ItemId::imported(99)].into()), "2026-05-16 00:00", "2026-05-17 00:00");
    assert!(refused(&mut bench, Ask::SaveFreeze(None, unknown)).contains("not in"));
}

#[test]
fn a_freeze_needs_a_reason() {
    let mut bench = bench();
    let freeze = Freeze { reason: " ".into(), ..freeze(Scope::All, "2026-05-16 00:00", "2026-05-17 00:00") };
    assert!(refused(&mut bench, Ask::SaveFreeze(None, freeze)).contains("reason"));
}

#[test]
fn names_are_told_apart_and_what_is_gone_cannot_change() {
    let mut bench = bench();
    let one = window(Scope::All, "UTC", 0, "08:00", "12:00");
    bench.ask(Command::Schedule(Ask::SaveWindow(None, Box::new(one.clone())))).unwrap();
    assert!(refused(&mut bench, Ask::SaveWindow(None, Box::new(one.clone()))).contains("another one has it"));
    let id = *bench.desk.schedule().windows().keys().next().unwrap();
    assert!(refused(&mut bench, Ask::SaveWindow(Some(id), Box::new(one.clone()))).contains("nothing would change"));
    let gone = WindowId(Key { number: 9, tag: 7 });
    assert!(refused(&mut bench, Ask::SaveWindow(Some(gone), Box::new(one))).contains("not in"));
    bench.ask(Command::Schedule(Ask::DropWindow(id))).unwrap();
    assert!(refused(&mut bench, Ask::DropWindow(id)).contains("not in"));
    assert!(refused(&mut bench, Ask::DropFreeze(FreezeId::imported(1))).contains("not in"));
}

#[test]
fn a_window_keeps_the_names_it_uses() {
    let mut bench = bench();
    assert!(!bench.desk.practices_mention(EntryId::Item(PRINTER)) || PRINTER == ItemId::imported(5));
    bench.window(Scope::Items([ROOM].into()), "UTC", 0, "08:00", "12:00");
    assert!(bench.desk.practices_mention(EntryId::Item(ROOM)));
}
