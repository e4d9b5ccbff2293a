// Checks the scenarios in public/content/scenarios: their form, that keys lead somewhere, and that every trap bites.
// Usage: node tests/scenarios/check.mjs [DIRECTORY]

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { faultsOfPool, faultsOfScenario, faultsOfWorld } from "./rules.mjs";
import { faultsUnder } from "./schema.mjs";

const MOST_BYTES = 100_000;
const root = new URL("../../", import.meta.url).pathname;
const directory = process.argv[2] ?? join(root, "public/content/scenarios");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const schema = read(join(root, "public/scenario.schema.json"));
const topics = Object.fromEntries(read(join(root, "public/content/why-1.json")).topics.map(({ topic }) => [topic, true]));
const index = read(join(directory, "index.json"));
const names = readdirSync(directory).filter((name) => name.endsWith(".json") && name !== "index.json");
const files = Object.fromEntries(names.map((name) => [name, read(join(directory, name))]));
const faults = [];
const told = (name, found) => faults.push(...found.map((fault) => `${name} ${fault}`));

for (const name of names) {
  const { size } = statSync(join(directory, name));
  if (size > MOST_BYTES) told(name, [`has ${size} bytes; the most is ${MOST_BYTES}`]);
  told(name, faultsUnder(schema, files[name]));
}

const { world, pool } = { world: files[index.world], pool: files[index.pool] };
if (faults.length === 0) {
  told(index.world, faultsOfWorld(world, pool));
  told(index.pool, faultsOfPool(pool, world));
  for (const { file, id, title, status, level, minutes } of index.scenarios) {
    const scenario = files[file];
    if (!scenario) {
      told("index.json", [`names ${file}, which is not there`]);
      continue;
    }
    for (const [field, value] of Object.entries({ id, title, status, level, minutes })) {
      if (scenario[field] !== value) told("index.json", [`says of ${file}: ${field} ${value}; the file says ${scenario[field]}`]);
    }
    told(file, faultsOfScenario(scenario, pool, world, topics));
  }
  const listed = new Set([index.world, index.pool, ...index.scenarios.map(({ file }) => file)]);
  told("index.json", names.filter((name) => !listed.has(name)).map((name) => `does not list ${name}`));
  told(index.world, strangersIn(world, pool));
}

/** Keys that the sample company has, too, mean the same there. */
function strangersIn(world, pool) {
  const firm = readFileSync(join(root, "crates/workspace/examples/company/firm.txt"), "utf8");
  const tables = { person: pool.people, service: world.services, item: world.items, group: world.teams };
  return firm.split("\n").flatMap((line) => {
    const [, kind, key, name] = /^(person|service|item|group) (\S+) \| ([^|]+?)(?: \||$)/.exec(line) ?? [];
    const here = kind && tables[kind][key];
    return here && here.name !== name && !here.account ? [`calls ${kind} ${key} ${here.name}; the sample company says ${name}`] : [];
  });
}

for (const fault of faults) console.error(fault);
const traps = index.scenarios.reduce((sum, { file }) => sum + (files[file]?.traps.length ?? 0), 0);
const contacts = index.scenarios.reduce((sum, { file }) => sum + (files[file]?.contacts.length ?? 0), 0);
console.log(`${index.scenarios.length} scenarios with ${contacts} contacts and ${traps} traps looked at, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
