//! What a visitor meets who comes for the first time: the catalogue beside the app, if somebody put one there.

use crate::session::offered;

/// What is in the file beside the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Greeting {
    /// No catalogue.
    Nothing,
    /// A catalogue, which the visitor is shown.
    Welcome,
    /// Something that cannot be read: what to tell its owner.
    Broken(String),
}

/// Takes the file as it was fetched.
pub fn greet(text: &str) -> Greeting {
    match offered::take_file(text) {
        Ok(true) => Greeting::Welcome,
        Ok(false) => Greeting::Nothing,
        Err(faults) => {
            let first = faults.into_iter().next();
            let first = first.map_or_else(String::new, |fault| [" ", &fault.path, ": ", &fault.problem].concat());
            Greeting::Broken("The file catalogue.json beside this app cannot be read.".to_owned() + &first)
        }
    }
}
