//! What each problem of a list gets: a variant, a severity, a key, details. One list may hold another.

macro_rules! problems {
    (
        $(#[doc = $about:literal])+ $list:ident $(, and of them $(#[doc = $of:literal])+ $within:ident($other:ident))?;
        $($(#[doc = $doc:literal])+ $severity:ident $name:ident $key:literal { $($field:ident: $kind:ty),* })+
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $list {
            $($(#[doc = $doc])+ $name { $(#[doc = "Named in the sentence."] $field: $kind),* },)+
            $($(#[doc = $of])+ $within($other),)?
        }

        impl $list {
            /// Does it keep the shop from being served?
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)+
                    $(Self::$within(other) => other.severity(),)?
                }
            }

            /// Its stable name: the key of its words in the message catalogue.
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $key,)+
                    $(Self::$within(other) => other.key(),)?
                }
            }

            /// What the sentence names.
            pub(crate) fn details(&self, locale: Locale) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name { $($field),* } => {
                        let _ = locale;
                        vec![$((stringify!($field), Detail::shown($field, locale))),*]
                    })+
                    $(Self::$within(other) => other.details(locale),)?
                }
            }

            /// One of each.
            #[cfg(test)]
            pub(crate) fn samples() -> Vec<Self> {
                let own = [$(Self::$name { $($field: <$kind as Detail>::sample()),* }),+];
                own.into_iter()$(.chain($other::samples().into_iter().map(Self::$within)))?.collect()
            }
        }
    };
}

pub(super) use problems;
