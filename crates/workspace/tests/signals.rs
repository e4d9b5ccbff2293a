//! What monitoring tools write becomes events.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use itsm::monitoring::{Severity, Signal};
use itsm::{Directory, Entry, ItemId};
use proptest::prelude::*;
use workspace::signals::{Line, read};

fn directory() -> Directory {
    let mut directory = Directory::default();
    directory.enter(&Entry::Item(ItemId::imported(3), "SW-1".into()));
    directory
}

fn lines(text: &str) -> Vec<Line> {
    read(&directory(), text)
}

fn only(text: &str) -> Signal {
    let mut lines = lines(text);
    assert_eq!(lines.len(), 1);
    lines.remove(0).signal.unwrap()
}

#[test]
fn a_plain_line_has_a_severity_a_source_and_a_message() {
    let signal = only("warning Prometheus: disk 91 % full");
    assert_eq!(
        (signal.severity, &*signal.source, &*signal.message),
        (Severity::Warning, "Prometheus", "disk 91 % full")
    );
    assert_eq!(only("[CRITICAL] Zabbix: down").severity, Severity::Exception);
    assert!(only("OK Zabbix: up again").recovers);
    let signal = only("2016-05-16T11:00:00+02:00 error Cron: failed");
    assert_eq!(signal.at.unwrap().to_rfc3339(), "2016-05-16T09:00:00+00:00");
    assert_eq!(only("Backup server: finished").severity, Severity::Informational);
}

#[test]
fn json_comes_as_an_array_or_an_object_a_line() {
    let array = r#"[{"source":"Zabbix","severity":"error","message":"down","host":"sw-1","time":1463389200},{"Source":"Zabbix","Message":"up","status":"resolved"}]"#;
    let found = lines(array);
    assert_eq!(found[0].signal.as_ref().unwrap().item, Some(ItemId::imported(3)));
    assert!(found[1].signal.as_ref().unwrap().recovers);
    let each = "{\"source\":\"a\",\"message\":\"b\"}\n{\"source\":1,\"message\":\"c\"}\n{oops";
    let found = lines(each);
    assert_eq!(found.iter().filter(|line| line.signal.is_ok()).count(), 2);
    assert_eq!(found[2].number, 3);
}

#[test]
fn csv_has_a_line_of_names() {
    let found = lines(
        "time,severity,source,host,message\n2016-05-16T09:00:00Z,minor,Nagios,SW-1,\"Load, high\"\n,info,Nagios,SW-9,Fine\n",
    );
    assert_eq!(&*found[0].signal.as_ref().unwrap().message, "Load, high");
    assert_eq!((found[1].number, found[1].unknown_item.as_deref()), (3, Some("SW-9")));
    assert!(!found[1].signal.as_ref().unwrap().key.is_empty(), "an unknown item still tells causes apart");
}

#[test]
fn what_is_not_understood_says_so() {
    let wrong = |text: &str| lines(text).remove(0).signal.unwrap_err();
    assert!(wrong("something").contains("source"));
    assert!(wrong(r#"{"source":"a","message":"b","time":"yesterday"}"#).contains("yesterday"));
    assert!(wrong(r#"{"source":"a","message":"b","severity":"purple"}"#).contains("purple"));
    assert!(wrong(r#"{"source":"a"}"#).contains("message"));
    assert!(lines(" \n ").is_empty());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>()) {
        lines(&text);
    }

    #[test]
    fn nothing_like_a_table_makes_the_reader_panic(text in "(source|message|,|;|\"|\n|\\{|\\}|\\[|\\]|:| ){0,60}") {
        lines(&text);
    }
}
