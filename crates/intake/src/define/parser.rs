//! Reads conditions and expressions by recursive descent; how deep is bounded.

use alap_protocol::{
    form::{Comparison, Condition, Expression},
    id::QuestionId,
};

use super::{
    Expected, ParseFault,
    size::{DEEPEST, depth_of_condition, depth_of_expression},
    token::{Token, Tokens},
};

/// Brackets within each other, at most.
pub(crate) const MOST_BRACKETS: usize = 16;

/// What has been read, before it is known what it has to be.
pub(super) enum Read {
    /// Holds or does not.
    Condition(Condition),
    /// A number.
    Expression(Expression),
    /// A name that stands alone: a number, or whether it is answered.
    Name(QuestionId),
}

pub(super) struct Parser {
    pub(super) tokens: Tokens,
    brackets: usize,
}

impl Parser {
    pub(super) fn new(text: &str) -> Result<Self, ParseFault> {
        Ok(Self { tokens: Tokens::new(text)?, brackets: 0 })
    }

    /// All of it, as a condition.
    pub(super) fn whole_condition(mut self) -> Result<Condition, ParseFault> {
        let condition = self.condition()?;
        self.end(depth_of_condition(&condition))?;
        Ok(condition)
    }

    /// All of it, as an expression.
    pub(super) fn whole_expression(mut self) -> Result<Expression, ParseFault> {
        let expression = self.expression()?;
        self.end(depth_of_expression(&expression))?;
        Ok(expression)
    }

    fn end(&mut self, depth: usize) -> Result<(), ParseFault> {
        if self.tokens.peek()? != Token::End {
            return Err(self.tokens.fault(Expected::End));
        }
        if depth > DEEPEST {
            return Err(ParseFault { column: 1, expected: Expected::Flatter { most: DEEPEST } });
        }
        Ok(())
    }

    pub(super) fn condition(&mut self) -> Result<Condition, ParseFault> {
        let column = self.tokens.column();
        let read = self.any()?;
        self.as_condition(read, column)
    }

    pub(super) fn expression(&mut self) -> Result<Expression, ParseFault> {
        let column = self.tokens.column();
        let read = self.any()?;
        self.as_expression(read, column)
    }

    fn as_condition(&mut self, read: Read, column: usize) -> Result<Condition, ParseFault> {
        match read {
            Read::Condition(condition) => Ok(condition),
            Read::Name(name) => Ok(Condition::Answered(name)),
            Read::Expression(_) if self.tokens.peek()? == Token::End => {
                Err(self.tokens.fault(Expected::Operator))
            }
            Read::Expression(_) => Err(ParseFault { column, expected: Expected::Condition }),
        }
    }

    fn as_expression(&mut self, read: Read, column: usize) -> Result<Expression, ParseFault> {
        match read {
            Read::Expression(expression) => Ok(expression),
            Read::Name(name) => Ok(Expression::Of(name)),
            Read::Condition(_) => Err(ParseFault { column, expected: Expected::Expression }),
        }
    }

    /// `a or b or c`.
    pub(super) fn any(&mut self) -> Result<Read, ParseFault> {
        self.row("or", Condition::Any, Self::all)
    }

    /// `a and b and c`.
    fn all(&mut self) -> Result<Read, ParseFault> {
        self.row("and", Condition::All, Self::not)
    }

    fn row(
        &mut self,
        word: &str,
        make: fn(Vec<Condition>) -> Condition,
        part: fn(&mut Self) -> Result<Read, ParseFault>,
    ) -> Result<Read, ParseFault> {
        let mut column = self.tokens.column();
        let mut read = part(self)?;
        let mut row = Vec::new();
        while self.tokens.word(word)? {
            row.push(self.as_condition(read, column)?);
            column = self.tokens.column();
            read = part(self)?;
        }
        if row.is_empty() {
            return Ok(read);
        }
        row.push(self.as_condition(read, column)?);
        Ok(Read::Condition(make(row)))
    }

    fn not(&mut self) -> Result<Read, ParseFault> {
        if !self.tokens.word("not")? {
            return self.comparison();
        }
        self.open()?;
        let column = self.tokens.column();
        let read = self.not()?;
        self.brackets -= 1;
        Ok(Read::Condition(Condition::Not(Box::new(self.as_condition(read, column)?))))
    }

    fn comparison(&mut self) -> Result<Read, ParseFault> {
        let column = self.tokens.column();
        let left = self.sum()?;
        if let Read::Name(name) = &left {
            if self.tokens.word("is")? {
                let is_not = self.tokens.lone_not();
                let is = Condition::Is(name.clone(), self.tokens.choice()?);
                return Ok(Read::Condition(if is_not { Condition::Not(Box::new(is)) } else { is }));
            }
            if self.tokens.word("in")? {
                return self.one_of(name).map(Read::Condition);
            }
        }
        let Token::Sign(sign) = self.tokens.peek()? else { return Ok(left) };
        let how = match sign {
            "<" => Comparison::Less,
            "<=" => Comparison::AtMost,
            "=" => Comparison::Equal,
            "!=" => Comparison::Unequal,
            ">=" => Comparison::AtLeast,
            ">" => Comparison::More,
            _ => return Ok(left),
        };
        self.tokens.next()?;
        let left = self.as_expression(left, column)?;
        let column = self.tokens.column();
        let right = self.sum()?;
        let right = self.as_expression(right, column)?;
        Ok(Read::Condition(Condition::Compare(left, how, right)))
    }

    /// `(a, b)` after `in`.
    fn one_of(&mut self, name: &QuestionId) -> Result<Condition, ParseFault> {
        self.expect("(", Expected::Opening)?;
        let mut any = vec![Condition::Is(name.clone(), self.tokens.choice()?)];
        while self.tokens.sign(",")? {
            any.push(Condition::Is(name.clone(), self.tokens.choice()?));
        }
        self.expect(")", Expected::Closing)?;
        Ok(match any.len() {
            1 => any.remove(0),
            _ => Condition::Any(any),
        })
    }

    fn sum(&mut self) -> Result<Read, ParseFault> {
        self.chain([("+", Expression::Add), ("-", Expression::Subtract)], Self::product)
    }

    fn product(&mut self) -> Result<Read, ParseFault> {
        self.chain([("*", Expression::Multiply), ("/", Expression::Divide)], Self::atom)
    }

    fn chain(
        &mut self,
        operators: [(&str, Operation); 2],
        part: fn(&mut Self) -> Result<Read, ParseFault>,
    ) -> Result<Read, ParseFault> {
        let column = self.tokens.column();
        let mut left = part(self)?;
        loop {
            let mut found = None;
            for (sign, make) in operators {
                if found.is_none() && self.tokens.sign(sign)? {
                    found = Some(make);
                }
            }
            let Some(make) = found else { return Ok(left) };
            let one = self.as_expression(left, column)?;
            let column = self.tokens.column();
            let other = part(self)?;
            let other = self.as_expression(other, column)?;
            left = Read::Expression(make(Box::new(one), Box::new(other)));
        }
    }

    pub(super) fn expect(&mut self, sign: &str, expected: Expected) -> Result<(), ParseFault> {
        if self.tokens.sign(sign)? { Ok(()) } else { Err(self.tokens.fault(expected)) }
    }

    pub(super) fn open(&mut self) -> Result<(), ParseFault> {
        self.brackets += 1;
        if self.brackets > MOST_BRACKETS {
            return Err(self.tokens.fault(Expected::Flatter { most: MOST_BRACKETS }));
        }
        Ok(())
    }

    pub(super) fn close(&mut self) -> Result<(), ParseFault> {
        self.brackets -= 1;
        self.expect(")", Expected::Closing)
    }
}

pub(super) type Operation = fn(Box<Expression>, Box<Expression>) -> Expression;
