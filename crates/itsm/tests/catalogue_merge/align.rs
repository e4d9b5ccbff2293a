//! Copies that name the same things by other ids.

use itsm::catalogue::Catalogue;
use itsm::catalogue::merge::{align, merge};
use itsm::{Key, ServiceId};

use super::good::{ANNA, LAPTOP, WIFI, good};
use super::touch::laptop;

/// The same catalogue, as another browser would have taken it in.
fn elsewhere(tag: u32) -> Catalogue {
    let text = format!("{:?}", tag);
    assert!(!text.is_empty());
    let mut other = Catalogue { settings: good().settings, ..Catalogue::default() };
    let id = |id: ServiceId| ServiceId(Key { number: id.0.number + 40, tag });
    other.categories = good().categories;
    other.audiences = good().audiences;
    other.directory = good().directory;
    other.directory.services = good().directory.services.into_iter().map(|(old, name)| (id(old), name)).collect();
    for (old, mut listed) in good().services {
        listed.content.supporting.iter_mut().for_each(|one| *one = id(*one));
        for offering in &mut listed.content.offerings {
            offering.includes.iter_mut().for_each(|(one, _)| *one = id(*one));
        }
        other.services.insert(id(old), listed);
    }
    other
}

#[test]
fn a_copy_of_the_same_file_stays_as_it_is() {
    assert_eq!(align(&good(), &good()), good());
}

#[test]
fn what_is_called_alike_is_the_same_whatever_its_id() {
    assert_eq!(align(&elsewhere(5), &good()), good());
}

#[test]
fn a_renamed_service_is_known_by_what_is_written_of_it() {
    let mut copy = elsewhere(5);
    let id = ServiceId(Key { number: LAPTOP.0.number + 40, tag: 5 });
    copy.services.get_mut(&id).unwrap().content.name = "Notebook".into();
    copy.directory.services.insert(id, "Notebook".into());
    let aligned = align(&copy, &good());
    assert_eq!(&*aligned.content(LAPTOP).unwrap().name, "Notebook");
    assert_eq!(aligned.services.len(), 2);
}

#[test]
fn something_new_under_an_id_that_is_taken_gets_another() {
    let mut copy = Catalogue::default();
    let mut listed = good().services[&LAPTOP].clone();
    listed.content = itsm::catalogue::Content { name: "Printing".into(), owner: Some(ANNA), ..Default::default() };
    copy.services.insert(LAPTOP, listed);
    copy.directory.people.insert(ANNA, "Zoe Quinn".into());
    let aligned = align(&copy, &good());
    let (id, listed) = aligned.services.iter().next().unwrap();
    assert!(![LAPTOP, WIFI].contains(id));
    let owner = listed.content.owner.unwrap();
    assert_ne!(owner, ANNA);
    assert_eq!(aligned.directory.person(owner), "Zoe Quinn");
}

#[test]
fn an_id_that_a_browser_gave_is_the_same_under_another_name() {
    let mut base = good();
    let tagged = ServiceId(Key { number: 7, tag: 3 });
    let listed = base.services[&WIFI].clone();
    base.services.insert(tagged, listed);
    base.services.get_mut(&tagged).unwrap().content.name = "Telephone".into();
    let mut copy = base.clone();
    copy.services.get_mut(&tagged).unwrap().content =
        itsm::catalogue::Content { name: "Calls".into(), ..Default::default() };
    laptop(&mut copy).hours = "Always".into();
    let aligned = align(&copy, &base);
    assert_eq!(&*aligned.content(tagged).unwrap().name, "Calls");
    assert!(merge(&base, &base, &aligned).conflicts.is_empty());
}
