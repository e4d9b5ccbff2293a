// The check of the grading rules finds what is wrong, and leaves alone what is right.

import assert from "node:assert/strict";
import test from "node:test";
import { faultsOf } from "./catalogue.mjs";
import { domain } from "./domain.mjs";

const DOMAIN = domain(new URL("../../crates/itsm/src", import.meta.url).pathname);

const page = (source, confidence = "settled") => ({ text: "Our words.", source, confidence });
const whole = () => ({
  sources: { so: "A book", r5: "Reports" },
  practices: { incident: {} },
  acts: { fix: "Done" },
  facts: { "fault.alive": "Lives" },
  misconceptions: { m: "Wrong" },
  rules: [
    {
      code: "IN-ONE", practice: "incident", kind: "fault", subject: "incident", title: "One", good: "Good.",
      evidence: { journal: ["incident::Resolved{code,with}"], acts: ["fix"], truth: ["fault.alive"], params: { grace: 5 }, when: "Within `grace` of it." },
      finds: "This.", misses: "That.", weight: { unit: "minutes", words: "All.", formula: "L(F,a,b)" },
      explains: { v3: page("so"), 4: page("so"), 5: { like: "4", source: "r5", confidence: "reported" } }, misconception: "m",
    },
  ],
});

const WRONG = [
  ["stands twice", (all) => all.rules.push(all.rules[0])],
  ["no such event", ({ rules: [rule] }) => (rule.evidence.journal = ["incident::Solved"])],
  ["has no field", ({ rules: [rule] }) => (rule.evidence.journal = ["incident::Resolved{reason}"])],
  ["no such field", ({ rules: [rule] }) => (rule.evidence.reads = ["incident::Incident.mood"])],
  ["unknown fact", ({ rules: [rule] }) => rule.evidence.truth.push("fault.mood")],
  ["names fault.alive", ({ rules: [rule] }) => ((rule.evidence.truth = []), (rule.weight.formula = "fault.alive"))],
  ["names the act fix", ({ rules: [rule] }) => ((rule.evidence.acts = []), (rule.evidence.when += " fix{done}"))],
  ["does not say `grace`", ({ rules: [rule] }) => (rule.evidence.when = "At once.")],
  ["is no parameter", ({ rules: [rule] }) => (rule.evidence.params = {})],
  ["no misconception", ({ rules: [rule] }) => delete rule.misconception],
  ["has no formula", ({ rules: [rule] }) => delete rule.weight.formula],
  ["says nothing in edition v3", ({ rules: [rule] }) => delete rule.explains.v3],
  ["holds Version 5 for settled", ({ rules: [rule] }) => (rule.explains[5].confidence = "settled")],
  ["in a circle", ({ rules: [rule] }) => (rule.yields = ["IN-ONE"])],
  ["no rule uses the act", (all) => (all.acts.wait = "Time passes")],
];

test("a whole catalogue has no faults", () => assert.deepEqual(faultsOf(whole(), DOMAIN), []));

for (const [fault, spoil] of WRONG) {
  test(`it is found that a rule ${fault}`, () => {
    const catalogue = whole();
    spoil(catalogue);
    assert.ok(faultsOf(catalogue, DOMAIN).some((found) => found.includes(fault)), faultsOf(catalogue, DOMAIN).join("\n"));
  });
}
