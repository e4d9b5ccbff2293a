# shellcheck shell=bash
# What every script needs: where things live, what is pinned, and how a step is shown. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# Tools and build results live outside the checkout, so that the next clone finds them.
dojo_home=${SERVICE_DOJO_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/service-dojo}
tools=$dojo_home/tools
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$dojo_home/target}
# What panics say names the source by its crate, not by where this machine keeps it. Added to .cargo/config.toml's flags.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates.io"
export PATH=$tools/bin:$tools/npm/node_modules/.bin:$PATH

# The wasm-bindgen command must be of the very version the app is linked with.
# shellcheck disable=SC2034  # the scripts that source this file use them
{
  wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)
  trunk_version=0.21.14
  wasm_split_version=0.2.3
  binaryen_version=132
  rust_version=$(awk -F'"' '/^rust-version/ { print $2 }' Cargo.toml)
  node_version=20
}

has() { command -v "$1" >/dev/null 2>&1; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# step NAME COMMAND...: says what is done and how many seconds it took.
step() {
  local name=$1 began=$SECONDS
  shift
  printf -- '-- %s\n' "$name"
  "$@"
  printf '   %s: %s s\n' "$name" $((SECONDS - began))
}

# at_least NEEDED PRESENT: whether the present version is not older.
at_least() { printf '%s\n%s\n' "$1" "$2" | sort -VC; }

# The Chromium to test with, or nothing.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && type -P "$name"; then
      return
    fi
  done
}

# A folder named by the journeys' lock file: another lock, another folder.
journeys_packages() {
  printf '%s/journeys-%s' "$tools" "$(git hash-object tests/journeys/package-lock.json | cut -c1-12)"
}
