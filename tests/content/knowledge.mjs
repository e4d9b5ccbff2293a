// Holds the files of the body of knowledge against public/knowledge.schema.json, with the check that the scenarios use.

import { readdirSync, readFileSync } from "node:fs";
import { faultsUnder } from "../scenarios/schema.mjs";

const root = new URL("../../public/", import.meta.url).pathname;
const directory = `${root}content/knowledge/`;
const schema = JSON.parse(readFileSync(`${root}knowledge.schema.json`, "utf8"));

/** Which form a file has, by its name: what only part of the schema asks for would pass a file that lacks its own field. */
const formOf = (name) => name.replace(/\.json$/, "").replace(/^concepts-.*/, "concepts");

/** The names of the files. */
export const names = () => readdirSync(directory).filter((name) => name.endsWith(".json"));

/** What a file says. */
export const read = (name) => JSON.parse(readFileSync(directory + name, "utf8"));

/** What is wrong with a file's form: a list of sentences, each with the file, the place, and what it is called there. */
export function faultsOf(name, value) {
  const form = formOf(name);
  if (!schema.$defs[form]) return [`${name} has no form in knowledge.schema.json`];
  return faultsUnder({ $ref: `#/$defs/${form}` }, value, schema).map((fault) => `${name} ${fault}${called(value, fault)}`);
}

/** The id nearest above a fault's place, as nobody counts to the 217th entry. */
function called(value, fault) {
  let [at, id] = [value, undefined];
  for (const step of fault.split(" ")[0].split("/").slice(1)) {
    at = at?.[step];
    id = at?.id ?? id;
  }
  return id === undefined ? "" : ` (in ${id})`;
}
