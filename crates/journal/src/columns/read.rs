//! Bytes to tables; whatever the bytes are, the answer is a table or a damage.

use super::varint::{BAD_NUMBER, Reader, unzigzag};
use super::{Column, HEADER, INTEGERS, MAGIC, MOST_BYTES, MOST_WORDS, Table, VERSION, Values, WORDS};
use crate::Damage;

/// Reads back what [`encode`](super::encode) wrote. Never panics; what it inflates to is capped.
pub fn decode(bytes: &[u8]) -> Result<Table, Damage> {
    let raw = inflate(bytes)?;
    let mut reader = Reader::new(&raw);
    let rows = reader.varint()?;
    let columns = reader.count()?;
    // A value takes a byte at least; a table without columns has no rows.
    let most = reader.left().checked_div(columns).unwrap_or(0);
    let Some(rows) = usize::try_from(rows).ok().filter(|&rows| rows <= most) else {
        return Err(reader.damage("the table promises more rows than there are"));
    };
    let mut words_left = MOST_WORDS;
    let mut table = Table { rows, columns: Vec::with_capacity(columns.min(1024)) };
    for _ in 0..columns {
        table.columns.push(column(&mut reader, rows, &mut words_left)?);
    }
    if reader.left() > 0 {
        return Err(reader.damage("something follows the last column"));
    }
    Ok(table)
}

fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Damage> {
    let Some((header, deflated)) = bytes.split_first_chunk::<HEADER>() else {
        return Err(Damage::whole("the table is cut off"));
    };
    let [a, b, c, version, l0, l1, l2, l3] = *header;
    if [a, b, c] != MAGIC {
        return Err(Damage::whole("these bytes are no table"));
    }
    if version != VERSION {
        return Err(Damage::at("the table has a layout this version does not know", MAGIC.len()));
    }
    let length = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
    if length > MOST_BYTES {
        return Err(Damage::at("the table is larger than anything this app writes", MAGIC.len() + 1));
    }
    match miniz_oxide::inflate::decompress_to_vec_with_limit(deflated, length) {
        Ok(raw) if raw.len() == length => Ok(raw),
        _ => Err(Damage::at("the packed part of the table is damaged", HEADER)),
    }
}

fn column(reader: &mut Reader<'_>, rows: usize, words_left: &mut usize) -> Result<Column, Damage> {
    let length = reader.count()?;
    let name = reader.text(length)?.to_owned();
    let values = match reader.byte()? {
        INTEGERS => Values::Integers(integers(reader, rows)?),
        WORDS => {
            let dictionary = dictionary(reader, words_left)?;
            let indexes = indexes(reader, rows, dictionary.len())?;
            Values::Words { dictionary, indexes }
        }
        _ => return Err(reader.damage("a column is of no known kind")),
    };
    Ok(Column { name, values })
}

/// Room for as many values as can be there, whatever was promised.
fn room<T>(reader: &Reader<'_>, rows: usize) -> Result<Vec<T>, Damage> {
    if rows > reader.left() {
        return Err(reader.damage("a column is cut off"));
    }
    Ok(Vec::with_capacity(rows))
}

fn integers(reader: &mut Reader<'_>, rows: usize) -> Result<Vec<i64>, Damage> {
    let mut values = room(reader, rows)?;
    let mut above = 0i64;
    for _ in 0..rows {
        let Some(difference) = reader.next() else { return Err(reader.damage(BAD_NUMBER)) };
        above = above.wrapping_add(unzigzag(difference));
        values.push(above);
    }
    Ok(values)
}

fn indexes(reader: &mut Reader<'_>, rows: usize, words: usize) -> Result<Vec<u32>, Damage> {
    let mut values = room(reader, rows)?;
    for _ in 0..rows {
        match reader.next() {
            Some(index) if index < words as u64 => values.push(index as u32),
            Some(_) => return Err(reader.damage("a row points to a word that is not there")),
            None => return Err(reader.damage(BAD_NUMBER)),
        }
    }
    Ok(values)
}

fn dictionary(reader: &mut Reader<'_>, words_left: &mut usize) -> Result<Vec<String>, Damage> {
    let count = reader.count()?;
    let Some(left) = words_left.checked_sub(count) else {
        return Err(reader.damage("the table has more words than anything this app writes"));
    };
    *words_left = left;
    let mut lengths = Vec::with_capacity(count);
    for _ in 0..count {
        lengths.push(reader.count()?);
    }
    let mut words = Vec::with_capacity(count);
    for length in lengths {
        words.push(reader.text(length)?.to_owned());
    }
    Ok(words)
}
