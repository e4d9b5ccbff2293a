// Checks the layers of this checkout and the licences of what the app is linked with.
// Usage: node tests/layers/check.mjs

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { faultsBetween, faultsIn } from "./rules.mjs";

const MANY_LINES = 400;
/** Each part of a licence expression must offer one of these. */
const LICENCES = new Set([
  "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC",
  "MIT", "MIT-0", "MPL-2.0", "Unicode-3.0", "Unlicense", "Zlib",
]);

const run = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });

const sources = run("git", "ls-files", "-co", "--exclude-standard")
  .split("\n")
  .filter((path) => /\.(rs|css|mjs|js)$/.test(path) && existsSync(path))
  .map((path) => [path, readFileSync(path, "utf8")]);
const metadata = JSON.parse(run("cargo", "metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"));

const allowed = ({ license }) =>
  (license ?? "none").split(" AND ").every((part) => part.split(/ OR |\//).some((one) => LICENCES.has(one.replace(/[()]/g, "").trim())));

const faults = [
  ...sources.flatMap(([path, text]) => faultsIn(path, text)),
  ...faultsBetween(metadata.packages),
  ...metadata.packages.filter((one) => !allowed(one)).map(({ name, license }) => `${name} is licensed ${license}`),
  ...metadata.packages
    .filter(({ source }) => source && !source.startsWith("registry+"))
    .map(({ name, source }) => `${name} comes from ${source}, not from a registry`),
];

for (const [path, text] of sources) {
  const lines = text.split("\n").length - 1;
  if (lines > MANY_LINES) console.log(`note: ${path} has ${lines} lines`);
}
for (const fault of faults) console.error(fault);
console.log(`${sources.length} source files and ${metadata.packages.length} packages looked at, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
