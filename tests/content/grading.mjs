// Checks the catalogue of grading rules: whole, unique, and about events that are there.
// Usage: node tests/content/grading.mjs

import { readFileSync } from "node:fs";
import { faultsOf } from "./catalogue.mjs";
import { domain } from "./domain.mjs";

const FEWEST_RULES = 60;
const MOST_BYTES = 120_000;
const here = (path) => new URL(`../../${path}`, import.meta.url).pathname;

const text = readFileSync(here("public/content/grading/rules.json"), "utf8");
const catalogue = JSON.parse(text);
const note = readFileSync(here("docs/grading.md"), "utf8");
const { rules } = catalogue;

const faults = faultsOf(catalogue, domain(here("crates/itsm/src")));
if (catalogue.version !== 1) faults.push("the catalogue is of another version");
if (rules.length < FEWEST_RULES) faults.push(`there are ${rules.length} rules, fewer than ${FEWEST_RULES}`);
const bytes = Buffer.byteLength(text);
if (bytes > MOST_BYTES) faults.push(`the file has ${bytes} bytes, more than ${MOST_BYTES}`);
for (const { code } of rules) if (!note.includes(`| \`${code}\` |`)) faults.push(`${code}: the note does not say how gaming it fails`);
for (const [code] of note.matchAll(/\b[A-Z]{2}(-[A-Z0-9]{2,})+\b/g)) {
  if (!rules.some((rule) => rule.code === code)) faults.push(`the note names ${code}, which is no rule`);
}

for (const fault of faults) console.error(fault);
const strengths = rules.filter((rule) => rule.kind === "strength").length;
console.log(`${rules.length} rules, ${strengths} of them strengths, ${bytes} bytes looked at, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
