//! What kind of thing a configuration item is. A short list: what people look for and what behaves differently.

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A machine or device that one can touch: server, laptop, printer, scanner.
    Hardware,
    /// A machine inside another.
    VirtualMachine,
    /// Switch, router, firewall, access point.
    NetworkDevice,
    /// A connection that somebody else runs up to the door.
    Line,
    /// Software that people or machines use.
    Application,
    /// Where an application keeps its data.
    Database,
    /// Something that a provider runs elsewhere.
    CloudService,
    /// The right to use software.
    Licence,
    /// A contract, a plan, a drawing.
    Document,
    /// A site, a room, a cabinet.
    Location,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Kind; 10] = [
        Kind::Hardware,
        Kind::VirtualMachine,
        Kind::NetworkDevice,
        Kind::Line,
        Kind::Application,
        Kind::Database,
        Kind::CloudService,
        Kind::Licence,
        Kind::Document,
        Kind::Location,
    ];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Hardware => "Hardware",
            Kind::VirtualMachine => "Virtual machine",
            Kind::NetworkDevice => "Network device",
            Kind::Line => "Line",
            Kind::Application => "Application",
            Kind::Database => "Database",
            Kind::CloudService => "Cloud service",
            Kind::Licence => "Software licence",
            Kind::Document => "Document",
            Kind::Location => "Location",
        }
    }
}
