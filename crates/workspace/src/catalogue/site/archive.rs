//! The files as one archive to download.

use std::io::Write;

use chrono::{DateTime, Utc};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter};

use super::File;

/// How hard to compress, of 10: the files are small, and the archive is made once.
const LEVEL: u8 = 9;
/// The first instant that the format can hold, in seconds: 1980-01-01T00:00:00Z.
const EARLIEST: i64 = 315_532_800;

/// The files as a ZIP archive, all of the same instant: the same files give the same bytes.
///
/// # Errors
/// Where the format cannot hold a file, with its path.
pub fn archive(files: &[File], at: DateTime<Utc>) -> Result<Vec<u8>, String> {
    let at = UtcDateTime::from_unix(at.timestamp().max(EARLIEST));
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (path, bytes) in files {
        let failed = |_| ["The archive cannot hold ", path, "."].concat();
        let began = zip.new_file(path).compression_method(CompressionMethod::DEFLATE).last_modified(at).start();
        let (mut entry, _) = began.map_err(failed)?;
        // Writing into memory cannot fail.
        let _ = entry.write_all(&miniz_oxide::deflate::compress_to_vec(bytes, LEVEL));
        entry.finish(DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64)).map_err(failed)?;
    }
    zip.finish().map_err(|_| "The archive could not be finished.".to_owned())
}
