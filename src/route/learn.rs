//! The places where one learns.

/// A place where one learns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// All that is explained, with the parameters of the address (without `?`; may be empty): what is searched for.
    Index(String),
    /// The lifecycle in one picture, with the parameters of the address: which element.
    Lifecycle(String),
    /// The practices, processes and functions.
    Practices,
    /// The words, with the parameters of the address: which one.
    Glossary(String),
    /// ITSM against ITIL.
    Compare,
    /// Principles in situations.
    Principles,
    /// The walks of services through the lifecycle.
    Walks,
    /// One walk by its number, with the parameters of the address: in whose words, and where one stands.
    Walk(u32, String),
    /// What a walk decided, to be printed.
    Dossier(u32),
    /// The value stream builder.
    Streams,
    /// A service looked at from all sides.
    Dimensions,
    /// Which of ITSM and ITIL to use.
    Advisor,
    /// How well practices are established.
    Maturity,
    /// One thing that is explained, by its id.
    Concept(String),
}

impl Lesson {
    /// All that is explained.
    pub fn index() -> Self {
        Lesson::Index(String::new())
    }

    /// A word of the glossary, by its id.
    pub fn term(id: &str) -> Self {
        Lesson::Glossary(["term=", id].concat())
    }

    /// The element among the parameters of an address.
    pub fn element_in(parameters: &str) -> Option<&str> {
        parameters.split('&').find_map(|pair| pair.strip_prefix("element="))
    }

    /// The word among the parameters of an address.
    pub fn term_in(parameters: &str) -> Option<&str> {
        parameters.split('&').find_map(|pair| pair.strip_prefix("term="))
    }

    /// A walk, in the words of an edition (by its code), at a part.
    pub fn walk(number: u32, edition: &str, part: &str) -> Self {
        Lesson::Walk(number, ["in=", edition, "&part=", part].concat())
    }

    /// In whose words a walk is seen, and at which part, among the parameters of an address.
    pub fn walk_in(parameters: &str) -> (Option<&str>, Option<&str>) {
        let of = |name: &str| parameters.split('&').find_map(|pair| pair.strip_prefix(name));
        (of("in="), of("part="))
    }

    pub(super) fn path(&self) -> String {
        let (place, parameters) = match self {
            Lesson::Index(parameters) => ("", parameters.as_str()),
            Lesson::Lifecycle(parameters) => ("/lifecycle", parameters.as_str()),
            Lesson::Practices => ("/practices", ""),
            Lesson::Glossary(parameters) => ("/glossary", parameters.as_str()),
            Lesson::Compare => ("/compare", ""),
            Lesson::Principles => ("/principles", ""),
            Lesson::Walks => ("/walk", ""),
            Lesson::Walk(number, parameters) => return walk(*number, "", parameters),
            Lesson::Dossier(number) => return walk(*number, "/dossier", ""),
            Lesson::Streams => ("/streams", ""),
            Lesson::Dimensions => ("/dimensions", ""),
            Lesson::Advisor => ("/advisor", ""),
            Lesson::Maturity => ("/maturity", ""),
            Lesson::Concept(id) => return ["/learn/", id].concat(),
        };
        match parameters {
            "" => ["/learn", place].concat(),
            parameters => ["/learn", place, "?", parameters].concat(),
        }
    }

    pub(super) fn parse(path: &str, parameters: &str) -> Option<Self> {
        let parameters = parameters.to_owned();
        Some(match path.strip_prefix("/learn")? {
            "" => Lesson::Index(parameters),
            "/lifecycle" => Lesson::Lifecycle(parameters),
            "/practices" => Lesson::Practices,
            "/glossary" => Lesson::Glossary(parameters),
            "/compare" => Lesson::Compare,
            "/principles" => Lesson::Principles,
            "/walk" => Lesson::Walks,
            "/streams" => Lesson::Streams,
            "/dimensions" => Lesson::Dimensions,
            "/advisor" => Lesson::Advisor,
            "/maturity" => Lesson::Maturity,
            other if other.starts_with("/walk/") => parse_walk(other, parameters)?,
            other => Lesson::Concept(other.strip_prefix('/').filter(|id| !id.contains('/'))?.to_owned()),
        })
    }
}

fn walk(number: u32, place: &str, parameters: &str) -> String {
    let path = ["/learn/walk/", &number.to_string(), place].concat();
    if parameters.is_empty() { path } else { [&path, "?", parameters].concat() }
}

fn parse_walk(path: &str, parameters: String) -> Option<Lesson> {
    let rest = path.strip_prefix("/walk/")?;
    match rest.strip_suffix("/dossier") {
        Some(number) => Some(Lesson::Dossier(number.parse().ok()?)),
        None => Some(Lesson::Walk(rest.parse().ok()?, parameters)),
    }
}
