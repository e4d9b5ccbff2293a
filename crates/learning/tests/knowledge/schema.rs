//! The schema that writers' editors use knows the same closed lists as the code.

use learning::knowledge::{Answer, DoIt, Fit, Group, Kind, Source, Subject};
use serde_json::Value;

fn listed(at: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("../../../../public/knowledge.schema.json")).unwrap();
    let list = schema.pointer(at).and_then(Value::as_array).expect("a list of words");
    list.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_closed_list_is_that_of_the_code() {
    macro_rules! same {
        ($at:literal, $codes:ident) => {
            assert_eq!(listed($at), $codes::ALL.iter().map(|one| one.code()).collect::<Vec<_>>(), $at);
        };
    }
    same!("/$defs/source/enum", Source);
    same!("/$defs/concept/properties/kind/enum", Kind);
    same!("/$defs/concept/properties/doIt/items/enum", DoIt);
    same!("/$defs/walk/properties/records/items/properties/doIt/enum", DoIt);
    same!("/$defs/statement/properties/answer/enum", Answer);
    same!("/$defs/row/properties/group/enum", Group);
    same!("/$defs/moment/properties/about/enum", Subject);
    same!("/$defs/situation/properties/choices/items/properties/fit/enum", Fit);
}
