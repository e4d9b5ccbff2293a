//! What is worked out, in words: "Telephony fails: it needs SBC-1, which needs SW-CORE".

use super::impact::{Fate, Impact};
use super::need::{Need, Node};
use crate::desk::Desk;

fn name(desk: &Desk, node: Node) -> &str {
    desk.directory().name(node.entry()).unwrap_or("something without a name")
}

fn names(desk: &Desk, nodes: &[Node]) -> String {
    let names: Vec<&str> = nodes.iter().map(|node| name(desk, *node)).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => [&rest.join(", "), " and ", last].concat(),
    }
}

/// A need in words: "AP-B2", "at least 2 of AP-B1, AP-B2 and AP-B3", "Wi-Fi: at least 1 of …".
pub fn need_words(desk: &Desk, need: &Need) -> String {
    let group: Vec<Node> = need.of().iter().copied().collect();
    let list = names(desk, &group);
    let text = match (need.at_least(), group.len()) {
        (_, 1) => list,
        (least, all) if usize::try_from(least) == Ok(all) => ["all of ", &list].concat(),
        (least, _) => ["at least ", &least.to_string(), " of ", &list].concat(),
    };
    if need.name().is_empty() { text } else { [need.name(), ": ", &text].concat() }
}

/// What becomes of an item or a service, with the chain of reasons.
pub fn fate_sentence(desk: &Desk, impact: &Impact, node: Node) -> String {
    let own = name(desk, node);
    match impact.fate(node) {
        Fate::NotImpacted => [own, " is not impacted."].concat(),
        Fate::KeptUp => [own, " goes on: somebody said so, whatever is worked out."].concat(),
        Fate::Down => [own, " is marked down."].concat(),
        Fate::Degraded(because) => {
            let need = desk.configuration().needs(node).get(because.need);
            let spare = need.map_or(0, |need| need.spare().saturating_sub(because.missing.len()));
            let left = match spare {
                0 => "the next failure takes it down".to_owned(),
                spare => ["it survives ", &spare.to_string(), " more"].concat(),
            };
            let is = if because.missing.len() == 1 { " is out; " } else { " are out; " };
            [own, " goes on with less to spare: ", &names(desk, &because.missing), is, &left, "."].concat()
        }
        Fate::Fails(because) => {
            let need = desk.configuration().needs(node).get(because.need);
            let chain = impact.chain(node);
            let mut text = [own, " fails: it needs "].concat();
            match need {
                Some(need) if need.of().len() > 1 => {
                    text.push_str(&need_words(desk, need));
                    text.push_str(if because.missing.len() == 1 { "; out is " } else { "; out are " });
                    text.push_str(&names(desk, &because.missing));
                    // The way on leads over the first of them.
                    if let [_, first, next, ..] = chain.as_slice() {
                        text.push_str(", as ");
                        text.push_str(name(desk, *first));
                        text.push_str(" needs ");
                        text.push_str(name(desk, *next));
                    }
                }
                _ => {
                    text.push_str(&names(desk, &because.missing));
                    if let [_, _, next, ..] = chain.as_slice() {
                        text.push_str(", which needs ");
                        text.push_str(name(desk, *next));
                    }
                }
            }
            for next in chain.iter().skip(3) {
                text.push_str(", which needs ");
                text.push_str(name(desk, *next));
            }
            text.push('.');
            text
        }
    }
}
