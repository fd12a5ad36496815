//! Divisions, districts and upazilas of Bangladesh.

/// The table of places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    all: Vec<Area>,
}

/// A division, district or upazila.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its number.
    pub number: u16,
    /// The number of the area that it is part of; 0 for a division.
    pub parent: u16,
    /// Its name in Bangla.
    pub bn: String,
    /// Its name in English.
    pub en: String,
}

impl Places {
    /// Reads the table: lines of number, parent, Bangla and English name, with tabs between. Lines that are none are left out.
    pub fn parse(_text: &str) -> Self {
        Self::default()
    }

    /// The area of this number.
    pub fn get(&self, number: u16) -> Option<&Area> {
        self.all.iter().find(|area| area.number == number)
    }

    /// The areas in this one, in the order of the table; the divisions for 0.
    pub fn within(&self, parent: u16) -> impl Iterator<Item = &Area> {
        self.all.iter().filter(move |area| area.parent == parent)
    }

    /// The table as this program has it.
    #[cfg(feature = "places")]
    pub fn built_in() -> Self {
        Self::parse(Self::table())
    }

    /// The table as it is served: `text/tab-separated-values`.
    #[cfg(feature = "places")]
    pub fn table() -> &'static str {
        ""
    }
}
