//! How complete a service is.

use itsm::ServiceId;
use itsm::catalogue::lint::{Piece, completeness};
use itsm::catalogue::{Catalogue, Content, Listed, Price, Slot};

use super::good::{LAPTOP, good};

#[test]
fn a_good_service_is_complete() {
    let whole = completeness(&good(), LAPTOP);
    assert_eq!((whole.done, whole.of, whole.next), (9, 9, None));
}

#[test]
fn a_service_with_a_name_alone_has_everything_before_it() {
    let new = Listed { content: Content { name: "Mailbox".into(), ..Content::default() }, ..Listed::default() };
    let catalogue = Catalogue { services: [(LAPTOP, new)].into(), ..Catalogue::default() };
    let score = completeness(&catalogue, LAPTOP);
    assert_eq!((score.done, score.next), (0, Some(Piece::Summary)));
    assert_eq!(completeness(&catalogue, ServiceId::imported(9)).done, 0);
}

#[test]
fn half_of_a_pair_does_not_count_and_leads_to_the_other_half() {
    let mut catalogue = good();
    let content = &mut catalogue.services.get_mut(&LAPTOP).unwrap().content;
    content.support = None;
    let content = content.clone();
    let score = completeness(&catalogue, LAPTOP);
    assert_eq!((score.done, score.next), (8, Some(Piece::OwnerAndSupport)));
    assert_eq!(Piece::OwnerAndSupport.slot(&content), Some(Slot::Support));
}

#[test]
fn an_offering_without_its_price_is_not_complete() {
    let mut catalogue = good();
    catalogue.services.get_mut(&LAPTOP).unwrap().content.offerings[0].price = Price::Unsaid;
    assert_eq!(completeness(&catalogue, LAPTOP).next, Some(Piece::PricedOffering));
}
