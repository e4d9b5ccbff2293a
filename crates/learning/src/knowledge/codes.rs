//! Closed lists: an enum whose variants each have a code in the files.

/// Declares an enum together with `ALL`, `code` and `from_code`, so that the three cannot drift apart.
macro_rules! codes {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every one of them, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its code in the files.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The one with this [`code`](Self::code).
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

pub(super) use codes;
