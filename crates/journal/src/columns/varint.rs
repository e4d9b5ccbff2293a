//! Variable-length integers: seven bits a byte, lowest first, the high bit set on all but the last byte.

use crate::Damage;

pub fn push(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Small numbers of either sign become small numbers without sign.
pub fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

pub fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// What is said of a number that is not one.
pub const BAD_NUMBER: &str = "a number is cut off or longer than 64 bits";

/// Walks over bytes and never past their end.
pub struct Reader<'a> {
    rest: &'a [u8],
    length: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, length: bytes.len() }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    pub fn damage(&self, what: &'static str) -> Damage {
        Damage::at(what, self.length - self.rest.len())
    }

    pub fn varint(&mut self) -> Result<u64, Damage> {
        self.next().ok_or_else(|| self.damage(BAD_NUMBER))
    }

    /// The next number. A table has millions, most of them of one byte or two, so this has a short way.
    #[inline(always)]
    pub fn next(&mut self) -> Option<u64> {
        match *self.rest {
            [byte, ref rest @ ..] if byte < 0x80 => {
                self.rest = rest;
                Some(u64::from(byte))
            }
            [low, high, ref rest @ ..] if high < 0x80 => {
                self.rest = rest;
                Some(u64::from(high) << 7 | u64::from(low & 0x7f))
            }
            _ => self.long(),
        }
    }

    fn long(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let low = u64::from(byte & 0x7f);
            if shift == 63 && low > 1 {
                return None;
            }
            value |= low << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A number of things that take at least one byte each, so it cannot exceed what is left.
    pub fn count(&mut self) -> Result<usize, Damage> {
        let count = self.varint()?;
        match usize::try_from(count) {
            Ok(count) if count <= self.left() => Ok(count),
            _ => Err(self.damage("a number promises more than there is")),
        }
    }

    pub fn byte(&mut self) -> Result<u8, Damage> {
        self.take(1).map(|b| b.first().copied().unwrap_or_default())
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else {
            return Err(self.damage("a text is cut off"));
        };
        self.rest = rest;
        Ok(taken)
    }

    pub fn text(&mut self, length: usize) -> Result<&'a str, Damage> {
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map_err(|_| self.damage("a text is not UTF-8"))
    }
}
