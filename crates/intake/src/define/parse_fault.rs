//! Why a condition or an expression cannot be read.

/// Where it cannot be read on, and what could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseFault {
    /// The character that is wrong, the first being 1; one behind the last where the text ends too soon.
    pub column: usize,
    /// What could stand there.
    pub expected: Expected,
}

/// What could stand where something else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Something that holds or does not: `size is custom`, `quantity < 10`, `answered(phone)`.
    Condition,
    /// A number, a name, `price`, or what is worked out of them.
    Expression,
    /// `is`, `in`, a comparison or an operator after what stands before it.
    Operator,
    /// The name of a choice.
    Choice,
    /// The name of a question.
    Name,
    /// `(`.
    Opening,
    /// `)`.
    Closing,
    /// `,`.
    Comma,
    /// `"` at the end of a name.
    Quote,
    /// A number with at most three digits behind the point, up to some nine thousand million million.
    Number,
    /// Nothing more.
    End,
    /// A shorter text.
    Shorter {
        /// Characters at most.
        most: usize,
    },
    /// Fewer brackets within each other, or fewer operators in a row.
    Flatter {
        /// Steps at most.
        most: usize,
    },
}
