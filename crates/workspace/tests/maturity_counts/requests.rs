use chrono::TimeDelta;
use itsm::catalogue::{
    Check, Command as AskCatalogue, Content, Kind as Sort, Offering, OfferingKey, Order, Price, Status,
};
use itsm::incident::Channel;
use itsm::request::{Command as Ask, Form, Kind, Plan, TaskId, Wanted};
use itsm::{Command, Key, RequestId};
use workspace::maturity_counts::Code;

use crate::bench::*;

pub fn offer(bench: &mut Bench) {
    let offering =
        Offering { key: OFFER, name: "A mailbox".into(), kind: Sort::Goods, price: Price::Free, ..Offering::default() };
    let content = Content { name: "Mail".into(), owner: Some(ANA), offerings: vec![offering], ..Content::default() };
    asks(bench, AskCatalogue::Draft { service: Some(MAIL), content: Box::new(content) });
    for check in Check::ALL {
        asks(bench, AskCatalogue::Tick { service: MAIL, check, words: Some("In the folder".into()) });
    }
    for to in [Status::InDesign, Status::InTest, Status::Active] {
        asks(bench, AskCatalogue::Move { service: MAIL, to, because: "".into() });
    }
    asks(bench, AskCatalogue::Publish { service: MAIL, from: None, note: "New".into() });
    asks(bench, AskCatalogue::Move { service: MAIL, to: Status::Launched, because: "".into() });
}

fn asks(bench: &mut Bench, ask: AskCatalogue) {
    bench.ask(Command::Catalogue(ask));
}

const OFFER: OfferingKey = OfferingKey(Key::imported(1));

pub fn logged(bench: &mut Bench, target: Option<TimeDelta>) -> RequestId {
    let id = bench.workspace.desk().requests().next(TAG);
    let task = Plan { name: "Hand it over".into(), group: Some(NETWORK), assignee: Some(ADA), ..Plan::default() };
    let form = Form {
        summary: "A keyboard".into(),
        description: "".into(),
        kind: Kind::Resource,
        channel: Channel::Phone,
        requester: Some(TOM),
        beneficiary: None,
        service: None,
        target,
        approvals: vec![],
        items: vec![Wanted { name: "Keyboard".into(), quantity: 1, price: None, tasks: vec![task] }],
        order: None,
    };
    bench.ask(Command::Request(Ask::Log { form: Box::new(form), from: None }));
    id
}

pub fn fulfil(bench: &mut Bench, request: RequestId) {
    let task = TaskId::planned(0);
    bench.ask(Command::Request(Ask::StartTask { request, item: 0, task }));
    bench.ask(Command::Request(Ask::FinishTask { request, item: 0, task, words: "".into() }));
}

#[test]
fn an_order_counts_as_from_the_catalogue_and_a_plain_request_does_not() {
    let mut bench = Bench::begin();
    logged(&mut bench, None);
    assert_eq!(bench.tells(Code::RequestsFromCatalogue), None, "there is no catalogue");
    offer(&mut bench);
    assert_eq!(bench.tells(Code::RequestsFromCatalogue), of(0, 1));
    let order = Order {
        service: MAIL,
        offering: OFFER,
        quantity: 1,
        answers: std::collections::BTreeMap::new(),
        requester: TOM,
        beneficiary: None,
        manager: None,
    };
    asks(&mut bench, AskCatalogue::Order(Box::new(order)));
    assert_eq!(bench.tells(Code::RequestsFromCatalogue), of(1, 2));
}

#[test]
fn a_request_that_kept_its_promise_counts_and_a_late_one_does_not() {
    let mut bench = Bench::begin();
    let unpromised = logged(&mut bench, None);
    fulfil(&mut bench, unpromised);
    assert_eq!(bench.tells(Code::RequestsWithinTarget), None);
    let hours = Some(TimeDelta::hours(8));
    let [in_time, late] = [logged(&mut bench, hours), logged(&mut bench, hours)];
    fulfil(&mut bench, in_time);
    bench.wait(7);
    assert_eq!(bench.tells(Code::RequestsWithinTarget), of(1, 1));
    fulfil(&mut bench, late);
    assert_eq!(bench.tells(Code::RequestsWithinTarget), of(1, 2));
}
