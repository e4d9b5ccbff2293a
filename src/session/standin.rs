//! Stands in for the codec until it is here.

pub mod file {
    use itsm::catalogue::Catalogue;
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Fault {
        pub path: String,
        pub problem: String,
    }
    pub fn read(text: &str) -> Result<Option<Catalogue>, Vec<Fault>> {
        if text.contains("null") { Ok(None) } else { Err(vec![]) }
    }
}

pub mod share {
    use itsm::catalogue::Catalogue;
    pub fn from_fragment(_: &str) -> Result<Catalogue, String> {
        Err("Not yet.".to_owned())
    }
}
