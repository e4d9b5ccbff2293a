//! What parts of a catalogue are told apart by: what a part is called can change, which part it is cannot.

use crate::ids::Key;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Key);

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

keys! {
    /// A category of services: a shelf that customers look on.
    ServiceCategoryId,
    /// An audience: who may see and order something.
    AudienceId,
    /// An offering, within its service.
    OfferingKey,
    /// A section of a form, within its offering.
    SectionKey,
    /// A field of a form, within its offering. Conditions name it by this, so that they survive its renaming.
    FieldKey,
    /// A choice of a field, within its field.
    ChoiceKey,
    /// A step of a workflow, within its offering.
    StepKey,
}

/// The next free key after those in use, under the tag of who gives it.
pub fn next<K: Copy + Into<Key> + From<Key>>(used: impl IntoIterator<Item = K>, tag: u32) -> K {
    let highest = used.into_iter().map(|key| key.into().number).max().unwrap_or(0);
    K::from(Key { number: highest.saturating_add(1), tag })
}
