//! Rules about words: what they find, and what they leave alone.

use itsm::catalogue::lint::check;

use super::good::{LAPTOP, good, today};

fn found(description: &str) -> Vec<(&'static str, String)> {
    let mut catalogue = good();
    catalogue.services.get_mut(&LAPTOP).unwrap().content.description = description.into();
    check(&catalogue, today()).iter().map(|finding| (finding.rule.code, finding.about.to_string())).collect()
}

#[test]
fn an_abbreviation_that_is_explained_in_brackets_is_left_alone() {
    assert!(found("Use a virtual private network (VPN) at home. The VPN is safe.").is_empty());
    assert!(found("Use the VPN (a protected way into our network) at home.").is_empty());
    assert_eq!(found("Use the VPN at home. The VPN is safe.").len(), 1);
}

#[test]
fn what_everybody_knows_and_what_is_shouted_is_no_abbreviation() {
    assert!(found("Send it as PDF to HR, or bring a USB stick to IT.").is_empty());
    assert!(found("PLEASE READ THIS FIRST").is_empty());
}

#[test]
fn jargon_is_found_as_a_whole_word_only() {
    assert!(found("It is a rapid way; your claim is paid by the cabinet.").is_empty());
    assert_eq!(found("Your RAID is safe.")[0].0, "jargon");
}

#[test]
fn easy_words_in_short_sentences_are_easy_to_read() {
    let easy = "You get a laptop on your first day. It is set up for you. You sign in with your name and your code. \
                If it breaks, bring it to us and take another home. All your files are still there. That is all.";
    assert!(found(easy).is_empty());
}

#[test]
fn a_mend_explains_the_word_itself_and_not_a_longer_one() {
    let mut catalogue = good();
    let content = &mut catalogue.services.get_mut(&LAPTOP).unwrap().content;
    content.description = "A LANCOM box joins your LAN.".into();
    let findings = check(&catalogue, today());
    let finding = findings.iter().find(|finding| &*finding.about == "“LAN”").unwrap();
    finding.fix.as_ref().unwrap().take(&mut catalogue);
    let text = &catalogue.content(LAPTOP).unwrap().description;
    assert_eq!(&**text, "A LANCOM box joins your LAN (local area network).");
}
