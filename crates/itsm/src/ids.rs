//! Typed ids: what a thing is called can change, which thing it is cannot.

/// What an id is made of: a number people can read, and the tag of who gave it.
///
/// Two browser tabs may both give the number 31207 before they hear of each other. The tag (random for
/// each tab, 0 for what was imported or shipped) keeps the two apart, so that no merge ever renames one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Counts up within a workspace.
    pub number: u32,
    /// Who gave the number; 0 for imports and for what ships with the app.
    pub tag: u32,
}

impl Key {
    /// The key of an imported or shipped record.
    pub const fn imported(number: u32) -> Self {
        Self { number, tag: 0 }
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Key);

        impl $name {
            /// The id of an imported or shipped record.
            pub const fn imported(number: u32) -> Self {
                Self(Key::imported(number))
            }
        }

        impl From<Key> for $name {
            fn from(key: Key) -> Self {
                Self(key)
            }
        }

        impl From<$name> for Key {
            fn from(id: $name) -> Key {
                id.0
            }
        }
    )*};
}

ids! {
    /// An incident.
    IncidentId,
    /// A person: caller, analyst, or an account that another tool names.
    PersonId,
    /// An assignment group (support team).
    GroupId,
    /// A category of incidents.
    CategoryId,
    /// A service, as its customers know it.
    ServiceId,
    /// A configuration item.
    ItemId,
    /// A saved view of the queue.
    ViewId,
    /// A template for logging.
    TemplateId,
    /// A problem.
    ProblemId,
    /// A change.
    ChangeId,
    /// A template of standard changes.
    ChangeTemplateId,
    /// A request.
    RequestId,
    /// An article.
    ArticleId,
    /// An improvement.
    ImprovementId,
    /// An event.
    AlertId,
    /// An agreement.
    PromiseId,
    /// A supplier.
    SupplierId,
    /// A baseline of the configuration.
    BaselineId,
    /// A maintenance window.
    WindowId,
    /// A freeze.
    FreezeId,
}
