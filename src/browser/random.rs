//! Randomness, for telling tabs apart.

/// 32 random bits; from the clock where the browser has no cryptography.
pub fn bits_32() -> u32 {
    let mut bytes = [0_u8; 4];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u32::from_le_bytes(bytes),
        _ => (js_sys::Math::random() * f64::from(u32::MAX)) as u32,
    }
}

/// 64 random bits.
pub fn bits_64() -> u64 {
    (u64::from(bits_32()) << 32) | u64::from(bits_32())
}
