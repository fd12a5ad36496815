//! What each problem of the list gets: a variant, a severity, a key, details.

macro_rules! problems {
    ($($(#[doc = $doc:literal])+ $severity:ident $name:ident $key:literal { $($field:ident: $kind:ty),* })+) => {
        /// What is wrong.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Problem {
            $($(#[doc = $doc])+ $name { $(#[doc = "Named in the sentence."] $field: $kind),* },)+
        }

        impl Problem {
            /// Does it keep the shop from being served?
            pub fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity,)+ }
            }

            /// Its stable name: the key of its words in the message catalogue.
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key,)+ }
            }

            /// What the sentence names.
            pub(crate) fn details(&self, locale: Locale) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name { $($field),* } => {
                        let _ = locale;
                        vec![$((stringify!($field), Detail::shown($field, locale))),*]
                    })+
                }
            }

            /// One of each.
            #[cfg(test)]
            pub(crate) fn samples() -> Vec<Self> {
                vec![$(Self::$name { $($field: <$kind as Detail>::sample()),* }),+]
            }
        }
    };
}

pub(super) use problems;
