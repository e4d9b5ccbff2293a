//! Files: reading what the user gives, fetching what ships beside the app, and handing files out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bytes of a file, as the browser holds them.
pub type Bytes = Uint8Array;

/// A file that the user chose or dropped: its name, its size in bytes, and how to read it.
#[derive(Clone, Debug)]
pub struct UserFile {
    file: web_sys::File,
}

impl UserFile {
    /// Its name.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.file.size() as u64
    }

    /// Its bytes; `Err` with a sentence for the user.
    pub async fn bytes(&self) -> Result<Uint8Array, String> {
        let buffer = JsFuture::from(self.file.array_buffer()).await;
        let buffer = buffer.map_err(|_| "The browser could not read this file. Choose it again.".to_owned())?;
        Ok(Uint8Array::new(&buffer))
    }

    /// Its text, read as UTF-8; `Err` with a sentence for the user.
    pub async fn text(&self) -> Result<String, String> {
        let text = JsFuture::from(self.file.text()).await.ok().and_then(|text| text.as_string());
        text.ok_or_else(|| "The browser could not read this file as text. Choose it again.".to_owned())
    }
}

/// The first file of a file input that has just changed; the input is emptied, so that the same file can be
/// chosen again.
pub fn chosen(event: &leptos::ev::Event) -> Option<UserFile> {
    let input = event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(UserFile { file })
}

/// The first file of a drop.
pub fn dropped(event: &leptos::ev::DragEvent) -> Option<UserFile> {
    Some(UserFile { file: event.data_transfer()?.files()?.get(0)? })
}

/// Whether something dragged over the page is a file.
pub fn drags_file(event: &leptos::ev::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

/// Fetches a text that ships beside the app; `Err` with a sentence for the user.
pub async fn fetch_text(address: String) -> Result<String, String> {
    let text = String::from_utf8(fetch(address).await?.to_vec());
    text.map_err(|_| "The sample came damaged. Reload the page and try again; nothing was changed.".to_owned())
}

/// Fetches a file that ships beside the app; `Err` with a sentence for the user.
pub async fn fetch(address: String) -> Result<Uint8Array, String> {
    let failed =
        || "The sample could not be fetched. Check the connection and try again; nothing was changed.".to_owned();
    let window = web_sys::window().ok_or_else(failed)?;
    let response = JsFuture::from(window.fetch_with_str(&address)).await.map_err(|_| failed())?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| failed())?;
    if !response.ok() {
        return Err(failed());
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(|_| failed())?).await.map_err(|_| failed())?;
    Ok(Uint8Array::new(&buffer))
}

/// Hands a text file to the user as a download. `false` where the browser refuses.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    try_download(name, mime, &JsValue::from_str(text)).is_some()
}

/// Hands bytes to the user as a download. `false` where the browser refuses.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    try_download(name, mime, &Uint8Array::from(bytes)).is_some()
}

fn try_download(name: &str, mime: &str, content: &JsValue) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(content);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser needs the address until the download has begun.
    super::clock::after(30_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    Some(())
}
