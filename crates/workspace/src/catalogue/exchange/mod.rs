//! The catalogue in other tools' formats, and back. Each format is a file of its own here; what it cannot hold is worked
//! out before anything is saved, from the same description of the format that the import goes by ([`holds`]).

mod backstage;
mod gather;
mod glpi;
mod guard;
mod holds;
mod itop;
mod joining;
mod losses;
mod sheet;
mod tmf633;
mod yaml;

use std::collections::BTreeSet;

use itsm::ServiceId;
use itsm::catalogue::{Catalogue, OfferingKey};

pub use gather::IMPORT_TAG;
pub use guard::{LARGEST, text_of};
pub use holds::Shape;
pub use joining::{Change, changes, onto};
pub use losses::{Loss, losses};

/// A format that a catalogue can be saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Our own, which holds everything.
    Own,
    /// The service catalogue of the TM Forum's open APIs, version 4.
    Tmf633,
    /// Entities of Backstage's software catalogue.
    Backstage,
    /// A table for a spreadsheet.
    Csv,
    /// Forms of GLPI 11.
    Glpi,
    /// Tables of iTop's service management.
    Itop,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it is called.
    pub name: &'static str,
    /// Its media type.
    pub mime: &'static str,
    /// What it says.
    pub text: String,
}

/// What was read of a file. It changes nothing by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What kind of file it is.
    pub shape: Shape,
    /// What it says.
    pub catalogue: Catalogue,
    /// What was made harmless, left out or not understood, in sentences.
    pub notes: Vec<String>,
    /// Offerings of which a table leaves the kind empty or has no column for it: those that are known keep theirs.
    kinds_unsaid: BTreeSet<(ServiceId, OfferingKey)>,
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: a path, or line and column; empty for the file as a whole.
    pub place: String,
    /// What, in words.
    pub problem: String,
}

impl Fault {
    fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }

    fn whole(problem: impl Into<String>) -> Vec<Self> {
        vec![Self::new("", problem)]
    }
}

/// So many faults are told; who mends those reads the file again.
const MOST_FAULTS: usize = 20;

impl Format {
    /// Every format, ours first.
    pub const ALL: [Format; 6] =
        [Format::Own, Format::Tmf633, Format::Backstage, Format::Csv, Format::Glpi, Format::Itop];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Format::Own => "Service Dojo (JSON)",
            Format::Tmf633 => "TM Forum TMF633 v4 (JSON)",
            Format::Backstage => "Backstage (YAML)",
            Format::Csv => "Spreadsheet (CSV)",
            Format::Glpi => "GLPI 11 forms (JSON)",
            Format::Itop => "iTop (CSV)",
        }
    }

    /// What it is for, in a sentence.
    pub fn summary(self) -> &'static str {
        match self {
            Format::Own => "Everything, to keep, to pass on, or to put beside the app.",
            Format::Tmf633 => {
                "Catalogue, categories, candidates and specifications, for tools with the TM Forum's service catalogue API."
            }
            Format::Backstage => "A component for each service, with its owner and what it is built on.",
            Format::Csv => "A row for each offering. Edit it in a spreadsheet and bring it back.",
            Format::Glpi => "A form for each offering that asks something.",
            Format::Itop => "Services, service subcategories and service level targets, as three tables.",
        }
    }

    /// A catalogue in this format.
    pub fn write(self, catalogue: &Catalogue) -> Vec<Written> {
        let json = |name, text| vec![Written { name, mime: "application/json", text }];
        match self {
            Format::Own => json("catalogue.json", super::file::to_text(catalogue)),
            Format::Tmf633 => json("tmf633.json", tmf633::write(catalogue)),
            Format::Glpi => json("glpi-forms.json", glpi::write(catalogue)),
            Format::Backstage => {
                let text = backstage::write(catalogue);
                vec![Written { name: "catalog-info.yaml", mime: "application/yaml", text }]
            }
            Format::Csv => vec![Written { name: "services.csv", mime: "text/csv", text: sheet::write(catalogue) }],
            Format::Itop => itop::write(catalogue)
                .into_iter()
                .map(|(name, text)| Written { name, mime: "text/csv", text })
                .collect(),
        }
    }
}

/// Reads a file of any of the formats: which one it is shows in what it says.
///
/// # Errors
/// What is wrong with it, and where; nothing is taken from a file with faults.
pub fn read(bytes: &[u8]) -> Result<Imported, Vec<Fault>> {
    let (text, mut notes) = text_of(bytes)?;
    let mut imported = match detect(&text) {
        Some(Format::Own) => own(&text),
        Some(Format::Tmf633) => tmf633::read(&text),
        Some(Format::Backstage) => backstage::read(&text),
        Some(Format::Csv) => sheet::read(&text),
        Some(Format::Glpi) => glpi::read(&text),
        Some(Format::Itop) => itop::read(&text),
        None => Err(Fault::whole(
            "This is none of the formats that can be read here: our own JSON, TMF633, Backstage, CSV with a column \u{201c}Service\u{201d}, GLPI forms, iTop CSV.",
        )),
    };
    if let Err(faults) = &mut imported {
        faults.truncate(MOST_FAULTS);
    }
    let mut imported = imported?;
    if imported.catalogue.services.is_empty() {
        return Err(Fault::whole("There is no service in this file."));
    }
    notes.append(&mut imported.notes);
    Ok(Imported { notes, ..imported })
}

/// Which format a text seems to be in.
pub fn detect(text: &str) -> Option<Format> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        // Only the beginning of each word counts, so that a damaged file is read by whoever can say where it is damaged.
        let has = |word: &str| start.contains(&["\"", word, "\""].concat());
        return Some(match () {
            () if has("serviceSpecification") || has("serviceCandidate") || has("specCharacteristic") => Format::Tmf633,
            () if has("service-dojo-catalogue") => Format::Own,
            () if has("forms") => Format::Glpi,
            () => Format::Own,
        });
    }
    let line = start.lines().next().unwrap_or_default();
    if text.lines().any(|line| line.starts_with("apiVersion:") || line.starts_with("\"apiVersion\":"))
        || line.starts_with("---")
        || line.starts_with('%')
    {
        return Some(Format::Backstage);
    }
    if itop::is_heading(line) {
        return Some(Format::Itop);
    }
    line.contains([',', ';', '\t'])
        .then_some(Format::Csv)
        .or_else(|| line.trim().eq_ignore_ascii_case("service").then_some(Format::Csv))
}

fn own(text: &str) -> Result<Imported, Vec<Fault>> {
    let catalogue = super::file::read(text)
        .map_err(|faults| faults.into_iter().map(|fault| Fault::new(fault.path, fault.problem)).collect::<Vec<_>>())?;
    Ok(Imported { shape: Shape::Own, catalogue, notes: vec![], kinds_unsaid: BTreeSet::new() })
}

fn not_json(why: &serde_json::Error) -> Fault {
    let place = format!("line {}, column {}", why.line(), why.column());
    let problem = if why.is_eof() {
        "This ends too early: a part of the file is missing."
    } else if why.to_string().contains("recursion limit") {
        "This is nested too deeply."
    } else {
        "This is not JSON from here on."
    };
    Fault::new(place, problem)
}
