//! Divisions, districts and upazilas of Bangladesh, each with its number.

/// So many lines of a table are read.
const MOST_AREAS: usize = 2_000;
/// So long may a name be, in bytes.
const MOST_BYTES: usize = 200;

/// The table of places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// By number.
    all: Vec<Area>,
}

/// A division, district, upazila or metropolitan thana.
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
    /// Reads the table: lines of number, parent, Bangla and English name, with tabs between. Lines that are none are left out, and
    /// so is what comes after the first 2,000.
    pub fn parse(text: &str) -> Self {
        let mut all: Vec<Area> = text.lines().filter_map(Area::parse).take(MOST_AREAS).collect();
        all.sort_by_key(|area| area.number);
        all.dedup_by_key(|area| area.number);
        Self { all }
    }

    /// The area of this number.
    pub fn get(&self, number: u16) -> Option<&Area> {
        let at = self.all.binary_search_by_key(&number, |area| area.number).ok()?;
        self.all.get(at)
    }

    /// The areas in this one; the divisions for 0.
    pub fn within(&self, parent: u16) -> impl Iterator<Item = &Area> {
        self.all.iter().filter(move |area| area.parent == parent)
    }

    /// All areas, by number.
    pub fn all(&self) -> &[Area] {
        &self.all
    }

    /// Each of these areas is known, of its own kind, and lies in the one before it that is given.
    pub(crate) fn are_consistent(
        &self,
        division: Option<u16>,
        district: Option<u16>,
        upazila: Option<u16>,
    ) -> bool {
        // A division has nothing above it, a district a division, an upazila a district.
        let chain = |number: u16| {
            let area = self.get(number)?;
            let above = self.get(area.parent);
            Some((area, above, above.and_then(|above| self.get(above.parent))))
        };
        let fits = |number: Option<u16>, given: Option<u16>| given.is_none() || given == number;
        let division_is = |number: u16| self.get(number).is_some_and(|area| area.parent == 0);
        let district_is = |number: u16| {
            chain(number).is_some_and(|(area, above, _)| {
                above.is_some_and(|above| above.parent == 0) && fits(Some(area.parent), division)
            })
        };
        let upazila_is = |number: u16| {
            chain(number).is_some_and(|(area, above, top)| {
                top.is_some()
                    && fits(Some(area.parent), district)
                    && fits(above.map(|above| above.parent), division)
            })
        };
        division.is_none_or(division_is) && district.is_none_or(district_is) && upazila.is_none_or(upazila_is)
    }

    /// The table as this program has it.
    #[cfg(feature = "places")]
    pub fn built_in() -> Self {
        Self::parse(Self::table())
    }

    /// The table as it is served: `text/tab-separated-values; charset=utf-8`.
    #[cfg(feature = "places")]
    pub fn table() -> &'static str {
        include_str!("../data/places.tsv")
    }
}

impl Area {
    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        let (number, parent) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let mut name = || {
            let name = fields.next()?.trim();
            let is_name = !name.is_empty() && name.len() <= MOST_BYTES && !name.chars().any(char::is_control);
            is_name.then(|| name.to_owned())
        };
        let area = Self { number, parent, bn: name()?, en: name()? };
        (number != 0 && number != parent).then_some(area)
    }
}

#[cfg(test)]
mod tests;
