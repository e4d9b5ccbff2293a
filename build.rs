//! Tells the linker to keep what taking the app apart needs (the feature `split`): which code refers to which.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let in_parts = std::env::var_os("CARGO_FEATURE_SPLIT").is_some();
    if in_parts && std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
