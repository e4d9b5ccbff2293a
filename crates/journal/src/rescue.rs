//! Everything that is stored for a workspace, as it is, for a workspace that cannot be opened.

use crate::export::{FORMAT_RESCUE, quote};
use crate::workspaces::keys_under;
use crate::{Store, StoreError};

/// A JSON file with every key and value of a workspace that the store gives out.
pub fn raw(store: &dyn Store, workspace: &str) -> String {
    let mut file = ["{\n\"format\": \"", FORMAT_RESCUE, "\",\n\"version\": 1,\n\"keys\": ["].concat();
    let line = |file: &mut String, first: bool, key: &str, value: Result<Option<String>, StoreError>| {
        let (word, text) = match value {
            Ok(None) => return,
            Ok(Some(value)) => ("value", value),
            Err(error) => ("error", error.to_string()),
        };
        let start = if first { "\n{\"key\": " } else { ",\n{\"key\": " };
        file.extend([start, &quote(key), ", \"", word, "\": ", &quote(&text), "}"]);
    };
    match keys_under(store, workspace) {
        Ok(keys) => {
            let bare = file.len();
            for key in keys {
                let first = file.len() == bare;
                line(&mut file, first, &key, store.get(&key));
            }
        }
        Err(error) => line(&mut file, true, "", Err(error)),
    }
    file.push_str("\n]\n}\n");
    file
}
