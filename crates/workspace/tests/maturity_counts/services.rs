use itsm::catalogue::{Command as AskCatalogue, Status};
use itsm::configuration::{Amendment, Command as Ask, Need, Node, Owner};
use itsm::{Command, EntryId};
use workspace::maturity_counts::Code;

use crate::bench::*;
use crate::requests::offer;

#[test]
fn an_item_counts_once_somebody_answers_for_it() {
    let mut bench = Bench::begin();
    assert_eq!(bench.tells(Code::ItemsWithOwner), None, "no item is described");
    let owner = Amendment::Owner(Some(Owner::Group(NETWORK)));
    bench.ask(Command::Item(Ask::Amend { item: SWITCH, changes: vec![owner] }));
    assert_eq!(bench.tells(Code::ItemsWithOwner), of(1, 2));
    bench.ask(Command::Item(Ask::Become { item: PRINTER, state: itsm::configuration::LifeState::Retired }));
    assert_eq!(bench.tells(Code::ItemsWithOwner), of(1, 1), "the other one is no longer in use");
}

#[test]
fn a_service_counts_once_it_says_which_items_it_needs() {
    let mut bench = Bench::begin();
    assert_eq!(bench.tells(Code::ServicesWithItems), None, "nothing says what it needs");
    let needs = |of: Node, on: Node| Command::Item(Ask::SetNeeds { of, needs: vec![Need::on(on)] });
    bench.ask(needs(Node::Service(SHOP), Node::Service(MAIL)));
    assert_eq!(bench.tells(Code::ServicesWithItems), of(0, 2), "a service is no item");
    bench.ask(needs(Node::Service(MAIL), Node::Item(SWITCH)));
    assert_eq!(bench.tells(Code::ServicesWithItems), of(1, 2));
}

#[test]
fn a_service_counts_as_owned_and_published_by_its_entry_in_the_catalogue() {
    let mut bench = Bench::begin();
    let codes = [Code::ServicesWithOwner, Code::ServicesPublished];
    for code in codes {
        assert_eq!(bench.tells(code), None, "there is no catalogue");
    }
    offer(&mut bench);
    for code in codes {
        assert_eq!(bench.tells(code), of(1, 2), "the shop has no entry");
    }
    let back = AskCatalogue::Move { service: MAIL, to: Status::Active, because: "Not ready".into() };
    bench.ask(Command::Catalogue(back));
    assert_eq!(bench.tells(Code::ServicesPublished), of(0, 2));
    bench.ask(Command::Retire(EntryId::Service(SHOP)));
    assert_eq!(bench.tells(Code::ServicesWithOwner), of(1, 1));
}
