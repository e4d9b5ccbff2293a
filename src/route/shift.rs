//! Places where one practises: the library of scenarios, and shifts that are played.

/// A place where one practises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// All scenarios, with the parameters of the address (without `?`; may be empty).
    Library(String),
    /// One scenario by its key, with the parameters of the address: `code=` begins a run that somebody shared.
    Scenario(String, String),
    /// A run, by its id.
    Run(String),
    /// What came of a run, by its id.
    Debrief(String),
}

impl Stand {
    /// A scenario with the run that a code names.
    pub fn shared(scenario: &str, code: &str) -> Self {
        Stand::Scenario(scenario.to_owned(), ["code=", code].concat())
    }

    /// The scenario to begin with.
    pub fn first() -> Self {
        Stand::Scenario("first-morning".to_owned(), String::new())
    }

    /// The code among the parameters of an address.
    pub fn code_in(parameters: &str) -> Option<&str> {
        parameters.split('&').find_map(|pair| pair.strip_prefix("code="))
    }

    pub(super) fn path(&self) -> String {
        let (parts, parameters): ([&str; 3], &str) = match self {
            Stand::Library(parameters) => (["/practise", "", ""], parameters),
            Stand::Scenario(scenario, parameters) => (["/practise/", scenario, ""], parameters),
            Stand::Run(run) => (["/shift/", run, ""], ""),
            Stand::Debrief(run) => (["/shift/", run, "/debrief"], ""),
        };
        let path = parts.concat();
        if parameters.is_empty() { path } else { [&path, "?", parameters].concat() }
    }

    pub(super) fn parse(path: &str, parameters: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            ["practise"] => Stand::Library(parameters.to_owned()),
            ["practise", scenario] => Stand::Scenario((*scenario).to_owned(), parameters.to_owned()),
            ["shift", run] => Stand::Run((*run).to_owned()),
            ["shift", run, "debrief"] => Stand::Debrief((*run).to_owned()),
            _ => return None,
        })
    }
}
