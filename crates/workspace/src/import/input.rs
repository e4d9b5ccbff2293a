//! From a file's bytes to a stream of text: unpacks gzip within bounds, and says what is no CSV.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;

use super::fault::ImportFault;

/// Larger files are refused unread, in bytes: the whole real log takes 2.4 MB.
pub const MOST_PACKED: usize = 64 << 20;

/// Unpacking stops here, in bytes: ten times the real log, and small enough for a browser's worker.
pub const MOST_INFLATED: u64 = 512 << 20;

/// How much is looked at to see what a file is, in bytes.
const LOOK: usize = 8 << 10;

/// A file's text, and where reading it is.
pub struct Input<'a> {
    /// The text, without a byte order mark.
    pub text: Box<dyn BufRead + 'a>,
    /// The first kilobytes of the text.
    pub start: Vec<u8>,
    /// What happens while it is read.
    pub state: Rc<State>,
    /// How many bytes there are to be read.
    pub total: usize,
}

/// What happens while a file is read.
#[derive(Default)]
pub struct State {
    /// Bytes of the file read so far.
    pub read: Cell<usize>,
    /// Whether the text went on beyond its bound.
    pub beyond: Cell<bool>,
}

/// Opens a file.
pub fn open(bytes: &[u8]) -> Result<Input<'_>, ImportFault> {
    open_within(bytes, MOST_INFLATED)
}

/// Opens a file whose text may have so many bytes at most.
pub(super) fn open_within(bytes: &[u8], most: u64) -> Result<Input<'_>, ImportFault> {
    if bytes.len() > MOST_PACKED {
        return Err(ImportFault::FileTooLarge { bytes: bytes.len() });
    }
    refuse_others(bytes)?;
    let state = Rc::new(State::default());
    let counted = Counted { rest: bytes, state: state.clone() };
    let unpacked: Box<dyn Read> =
        if bytes.starts_with(&[0x1f, 0x8b]) { Box::new(MultiGzDecoder::new(counted)) } else { Box::new(counted) };
    let bounded = Bounded { inner: unpacked, left: most, state: state.clone() };
    let mut text = BufReader::with_capacity(LOOK, bounded);
    let start = text.fill_buf().map_err(|_| ImportFault::BadGzip)?.to_vec();
    if start.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportFault::Empty);
    }
    refuse_others(&start)?;
    refuse_other_texts(&start)?;
    let mark = if start.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
    text.consume(mark);
    let start = start.get(mark..).unwrap_or_default().to_vec();
    Ok(Input { text: Box::new(text), start, state, total: bytes.len() })
}

/// Says what a file is if its first bytes tell that it is no text.
fn refuse_others(start: &[u8]) -> Result<(), ImportFault> {
    let refuse = |seems, instead| Err(ImportFault::NotCsv { seems, instead });
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let head = start.get(..LOOK.min(start.len())).unwrap_or_default();
        let has = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        if has(b"[Content_Types].xml") || has(b"xl/") {
            return refuse("an Excel workbook", "Open it and save it as \u{201c}CSV UTF-8\u{201d}.");
        }
        return refuse("a zip archive", "Unpack it and choose the CSV file in it.");
    }
    if start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return refuse("an old Excel workbook", "Open it and save it as \u{201c}CSV UTF-8\u{201d}.");
    }
    if start.starts_with(b"%PDF") {
        return refuse("a PDF", "Export the list as CSV instead.");
    }
    Ok(())
}

/// Says what a text is if it is no CSV in UTF-8 or a relative of it.
fn refuse_other_texts(start: &[u8]) -> Result<(), ImportFault> {
    let refuse = |seems, instead| Err(ImportFault::NotCsv { seems, instead });
    const SAVE_AS_UTF8: &str = "Save it as \u{201c}CSV UTF-8\u{201d}.";
    if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        return refuse("text in UTF-16", SAVE_AS_UTF8);
    }
    let zeros = start.iter().filter(|&&byte| byte == 0).count();
    if zeros * 3 > start.len() {
        return refuse("text in UTF-16", SAVE_AS_UTF8);
    }
    if zeros * 100 > start.len() {
        return refuse("a binary file", "Export the list as CSV.");
    }
    match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => refuse("JSON", "Export the list as CSV."),
        Some(b'<') => refuse("XML or a web page", "Export the list as CSV; you may have to log in first."),
        _ => Ok(()),
    }
}

/// Counts what is read of a file.
struct Counted<'a> {
    rest: &'a [u8],
    state: Rc<State>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.rest.read(buffer)?;
        self.state.read.set(self.state.read.get() + count);
        Ok(count)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // A piece at a time, so that the count tells how far reading is.
        Ok(self.rest.get(..self.rest.len().min(LOOK)).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
        self.state.read.set(self.state.read.get() + count);
    }
}

/// Stops a text that goes on beyond its bound.
struct Bounded<R> {
    inner: R,
    left: u64,
    state: Rc<State>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => {
                self.state.beyond.set(true);
                return Err(io::Error::other("beyond the bound"));
            }
        }
        Ok(count)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn seems(bytes: &[u8]) -> &'static str {
        match open(bytes).err() {
            Some(ImportFault::NotCsv { seems, .. }) => seems,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_no_csv_is_called_by_its_name() {
        assert_eq!(seems(b"PK\x03\x04..[Content_Types].xml.."), "an Excel workbook");
        assert_eq!(seems(b"PK\x03\x04..log.csv"), "a zip archive");
        assert_eq!(seems(&[0xd0, 0xcf, 0x11, 0xe0, 0]), "an old Excel workbook");
        assert_eq!(seems(&[0xff, 0xfe, b'n', 0]), "text in UTF-16");
        assert_eq!(seems(b"n\0u\0m\0b\0e\0r\0"), "text in UTF-16");
        assert_eq!(seems(b"{\"number\":1}"), "JSON");
        assert_eq!(seems(b"<!doctype html>"), "XML or a web page");
        assert_eq!(seems(&gzip(b"PK\x03\x04..log.csv")), "a zip archive");
    }

    #[test]
    fn nothing_and_blanks_are_an_empty_file() {
        assert_eq!(open(b"").err(), Some(ImportFault::Empty));
        assert_eq!(open(b" \r\n").err(), Some(ImportFault::Empty));
        assert_eq!(open(&gzip(b"")).err(), Some(ImportFault::Empty));
    }

    #[test]
    fn a_file_beyond_the_bound_is_refused_unread() {
        let bytes = vec![b'a'; MOST_PACKED + 1];
        assert_eq!(open(&bytes).err(), Some(ImportFault::FileTooLarge { bytes: MOST_PACKED + 1 }));
    }

    #[test]
    fn a_bomb_stops_at_the_bound() {
        let bomb = gzip(&vec![b'a'; 1 << 20]);
        let mut input = open_within(&bomb, 100_000).unwrap();
        let mut text = Vec::new();
        assert!(input.text.read_to_end(&mut text).is_err());
        assert!(text.len() <= 100_000);
        assert!(input.state.beyond.get());
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let mut text = String::new();
        open(b"\xef\xbb\xbfnumber").unwrap().text.read_to_string(&mut text).unwrap();
        assert_eq!(text, "number");
    }

    #[test]
    fn a_damaged_gzip_file_is_said_to_be_one() {
        assert_eq!(open(&[0x1f, 0x8b, 1, 2, 3]).err(), Some(ImportFault::BadGzip));
    }
}
