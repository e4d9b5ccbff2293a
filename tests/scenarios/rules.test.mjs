// The check itself is checked: each fault is planted into a copy of real files, and has to be found.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { faultsOfPool, faultsOfScenario, faultsOfWorld, minutesOf } from "./rules.mjs";
import { faultsUnder } from "./schema.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../public/${path}`, import.meta.url), "utf8"));
const [schema, world, pool, first] = ["scenario.schema.json", "content/scenarios/world.json", "content/scenarios/pool.json", "content/scenarios/first-morning.json"].map(read);
const topics = Object.fromEntries(read("content/why-1.json").topics.map(({ topic }) => [topic, true]));

/** What is found in First morning once `plant` has changed it. */
function found(plant) {
  const scenario = structuredClone(first);
  plant(scenario);
  // As check.mjs does: what is not of the form is not looked into.
  const form = faultsUnder(schema, scenario);
  return form.length ? form : faultsOfScenario(scenario, pool, world, topics);
}

const contact = (scenario, key) => scenario.contacts.find((one) => one.key === key);
const trap = (scenario, key) => scenario.traps.find((one) => one.key === key);
const has = (faults, pattern) => assert.ok(faults.some((fault) => pattern.test(fault)), faults.join("\n") || "nothing was found");

test("First morning as it stands has no fault", () => assert.deepEqual(found(() => {}), []));

test("times of the day after come after the day", () => assert.equal(minutesOf("+1 06:10") - minutesOf("18:10"), 720));

const PLANTED = [
  ["a person that nobody is", (s) => (contact(s, "jo-scanner").who = "joe"), /no person joe/],
  ["a fault that is not hidden", (s) => (contact(s, "luis-slow").fault = "nothing"), /no fault in hidden nothing/],
  ["a fix that does not belong to the fault", (s) => contact(s, "jo-scanner").truth.fix.push("replace-ap"), /no fix of its fault replace-ap/],
  ["a symptom that the fault does not have", (s) => (contact(s, "luis-slow").symptom = "shop"), /no symptom at shop/],
  ["a parent that is not there", (s) => (contact(s, "luis-slow").truth.parent = "ap3-down"), /no contact ap3-down/],
  ["an act that does not exist", (s) => contact(s, "jo-scanner").truth.must.push("guess"), /no act guess/],
  ["a trap without a consequence", (s) => (trap(s, "unconfirmed").then = [{ do: "tell", says: "Pity." }]), /no consequence in the world/],
  ["a consequence that comes too late", (s) => (trap(s, "unconfirmed").then[0].after = 46), /after 46 minutes/],
  ["a consequence too late by the clock", (s) => (trap(s, "monitor-as-incident").then[0].at = "09:00"), /more than 45 minutes/],
  ["a condition about a contact that is not there", (s) => (trap(s, "rank-is-urgency").when.ticket = "falk"), /no contact falk/],
  ["a condition with a fix that is not there", (s) => (trap(s, "short-press").when.with.fix = "red-key"), /no fix red-key/],
  ["a condition of no known form", (s) => (trap(s, "short-press").when = { said: "sorry" }), /exactly one of its forms/],
  ["a contact that is never called", (s) => (trap(s, "unlinked").then = trap(s, "unlinked").then.filter((one) => one.do !== "contact")), /never calls it/],
  ["a contact about two things", (s) => (contact(s, "tom-monitor").noise = true), /about offer and noise/],
  ["a contact outside the shift", (s) => (contact(s, "tom-monitor").at = "07:59"), /outside the shift/],
  ["a briefing that is too long", (s) => (s.briefing += " and more".repeat(20)), /words; the most is 60/],
  ["a key given twice", (s) => (contact(s, "luis-slow").key = "priya-calls"), /priya-calls is given twice/],
  ["a topic that nothing teaches", (s) => s.concepts.push("luck"), /no topic luck/],
  ["a time that is none", (s) => (contact(s, "tom-monitor").at = "8.07"), /not of the form/],
  ["a field that is not foreseen", (s) => (contact(s, "tom-monitor").mood = 3), /mood is not foreseen/],
];
for (const [what, plant, pattern] of PLANTED) test(`finds ${what}`, () => has(found(plant), pattern));

test("finds a workaround without an end, and a fault that nothing cures", () => {
  const copy = structuredClone(pool);
  delete copy.faults["scanner-session"].fixes["yellow-key"].holds;
  delete copy.faults["font-missing"].fixes["install-font"];
  delete copy.faults["font-missing"].fixes["embed-font"];
  has(faultsOfPool(copy, world), /yellow-key is a workaround/);
  has(faultsOfPool(copy, world), /font-missing: nothing restores it/);
});

test("finds an item that needs what is not there", () => {
  const copy = structuredClone(world);
  copy.items.ap2.needs = [{ atLeast: 2, of: ["switch"] }];
  has(faultsOfWorld(copy, pool), /no item or service switch/);
  has(faultsOfWorld(copy, pool), /needs 2 of 1/);
});

test("a keyword of JSON Schema that the check does not know is told", () => has(faultsUnder({ contains: {} }, []), /does not know/));
