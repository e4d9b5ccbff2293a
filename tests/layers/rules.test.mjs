// Each rule finds what it forbids, and leaves alone what it allows.

import assert from "node:assert/strict";
import test from "node:test";
import { faultsBetween, faultsIn } from "./rules.mjs";

const FORBIDDEN = [
  ["src/views/desk.rs", "let window = web_sys::window();"],
  ["src/session/mod.rs", "use gloo_timers::callback::Timeout;"],
  ["src/views/desk.rs", '<a href="/desk">'],
  ["src/views/desk.rs", '<a class="skip" href="#main">'],
  ["src/views/desk.rs", "<div inner_html=text>"],
  ["src/ui/badge.rs", '<span style="color: red">'],
  ["src/ui/badge.rs", "use crate::session::Session;"],
  ["src/session/mod.rs", "use crate::views::desk;"],
  ["src/session/shift/play.rs", "use simulation::shift::{Act, Shift};"],
  ["src/views/shift/mod.rs", "let shift = simulation::shift::Shift::begin(files, &beginning);"],
  ["crates/itsm/src/desk.rs", "#[derive(serde::Serialize)]"],
  ["crates/workspace/src/log.rs", "let now = Utc::now();"],
  ["src/long.rs", "\n".repeat(501)],
];

const ALLOWED = [
  ["src/browser/clock.rs", "let window = web_sys::window();"],
  ["src/browser/worker/shift.rs", "use simulation::shift::{Act, Shift};"],
  ["src/session/shift/play.rs", "use simulation::shift::{Act, Code, Stopped};"],
  ["src/route.rs", 'Self::Desk => "href="'],
  ["src/views/desk.rs", "<a href=Route::Desk.href(base)>"],
  ["src/views/about.rs", '<a href="https://creativecommons.org/licenses/by/4.0/">'],
  ["src/ui/meter.rs", "<div style:width=width>"],
  ["src/ui/meter.rs", "let style = Style::default();"],
  ["src/views/desk.rs", "// not web_sys here"],
  ["crates/workspace/examples/figures.rs", "let began = Instant::now();"],
  ["src/long.rs", "\n".repeat(500)],
];

for (const [path, text] of FORBIDDEN) {
  test(`${path} may not hold ${text.trim() || "so many lines"}`, () => assert.equal(faultsIn(path, text).length, 1));
}

for (const [path, text] of ALLOWED) {
  test(`${path} may hold ${text.trim() || "so many lines"}`, () => assert.deepEqual(faultsIn(path, text), []));
}

test("a crate may only know the crates its arrows lead to", () => {
  const crate = (name, ...known) => ({
    name,
    manifest_path: `/x/crates/${name}/Cargo.toml`,
    dependencies: known.map((other) => ({ name: other, path: `/x/crates/${other}` })),
  });
  assert.deepEqual(faultsBetween([crate("workspace", "itsm", "journal"), crate("itsm")]), []);
  assert.deepEqual(faultsBetween([crate("journal", "itsm")]), ["crates/journal may not know itsm"]);
  assert.equal(faultsBetween([crate("newcomer")]).length, 1);
});
