//! What has a bound in a form.

/// What there can be too many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// Sections.
    Sections,
    /// Questions.
    Questions,
    /// Computed values.
    Computed,
    /// Choices of a question.
    Choices,
    /// Checks of a question.
    Checks,
    /// Jumps of a question.
    Jumps,
}

/// A number of a question's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Characters of a text.
    Characters,
    /// The fewest choices.
    LeastChoices,
    /// The most choices.
    MostChoices,
    /// A choice's value, in thousandths.
    ChoiceValue,
    /// The smallest or largest number, in thousandths.
    Number,
    /// Digits behind the point.
    Decimals,
    /// The smallest or largest amount, in the smallest unit.
    Money,
    /// The first or last day, counted from today.
    Days,
    /// Photos.
    Photos,
    /// Products.
    Products,
    /// Minutes of a slot.
    SlotMinutes,
    /// Minutes until the first slot.
    SlotNotice,
    /// Days until the last slot.
    SlotDays,
    /// Minutes before a slot.
    SlotReminder,
}
