// Every file of the body of knowledge has its form, and what breaks it is told with its place.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { faultsUnder } from "../scenarios/schema.mjs";
import { faultsOf, names, read } from "./knowledge.mjs";

for (const name of names()) {
  test(`${name} has its form`, () => assert.deepEqual(faultsOf(name, read(name)), []));
  test(`${name} fits the schema as a whole, as an editor reads it`, () => {
    const schema = JSON.parse(readFileSync(new URL("../../public/knowledge.schema.json", import.meta.url), "utf8"));
    assert.deepEqual(faultsUnder(schema, read(name)), []);
  });
}

const WRONG = [
  ["concepts-v3.json", "/concepts/0 lacks short (in ", ({ concepts: [one] }) => delete one.short],
  ["concepts-v3.json", "/concepts/0/prupose is not foreseen (in ", ({ concepts: [one] }) => (one.prupose = "Misspelt.")],
  ["concepts-practices.json", "/concepts/1/doIt/0 is \"moon\", not one of home", ({ concepts: [, one] }) => (one.doIt[0] = "moon")],
  ["concepts-framework.json", "/ lacks concepts", (file) => delete file.concepts],
  ["glossary.json", "/terms/3/in has 0 fields (in access-to-resources)", ({ terms }) => (terms[3].in = {})],
  ["glossary.json", "/terms/3/in/6 is not foreseen", ({ terms }) => (terms[3].in[6] = terms[3].in[4])],
  ["comparison.json", "/drill/0/answer is \"neether\"", ({ drill: [one] }) => (one.answer = "neether")],
  ["principles.json", "/situations/0/choices has 2 entries", ({ situations: [one] }) => one.choices.pop()],
  ["dimensions.json", "/dimensions/0/questions/0/source is \"A friend\"", ({ dimensions: [area] }) => (area.questions[0].source = "A friend")],
  ["advisor.json", "/rules/0/then/0/luck is not foreseen", ({ rules: [rule] }) => (rule.then = [{ luck: 1 }])],
  ["maturity.json", "/practices/0/statements/0/level is 1, outside 2 to 5", ({ practices: [one] }) => (one.statements[0].level = 1)],
  ["streams.json", "/examples/0/before/steps/0/wait_minutes is string, not number", ({ examples: [one] }) => (one.before.steps[0].wait_minutes = "long")],
  ["walk.json", "/stages/0/decisions/0 lacks options (in need)", ({ stages: [stage] }) => (stage.decisions[0].kind = "choice")],
  ["new-file.json", "has no form in knowledge.schema.json", () => {}],
];

for (const [name, fault, spoil] of WRONG) {
  test(`it is told that ${name} ${fault}`, () => {
    const file = names().includes(name) ? read(name) : {};
    spoil(file);
    const found = faultsOf(name, file);
    assert.ok(found.some((one) => one.includes(`${name} `) && one.includes(fault)), found.join("\n"));
  });
}
