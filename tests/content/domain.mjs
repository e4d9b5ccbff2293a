// Which events, fields and functions `crates/itsm` has, read from its sources: enough to see that a name is there.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";

/** Looks names up in the sources under `root`; each answer is a fault in words, or nothing. */
export function domain(root) {
  const kept = new Map();
  const sourceOf = (module) => {
    if (!kept.has(module)) kept.set(module, read(join(root, module)));
    return kept.get(module);
  };
  return { event: (name) => event(name, sourceOf), name: (name) => anything(name, sourceOf) };
}

function read(path) {
  if (existsSync(`${path}.rs`)) return readFileSync(`${path}.rs`, "utf8");
  if (!existsSync(path)) return undefined;
  const files = readdirSync(path, { recursive: true }).filter((file) => file.endsWith(".rs"));
  return files.map((file) => readFileSync(join(path, file), "utf8")).join("\n");
}

/** The body of `pub enum Name { … }` or `pub struct Name { … }`. */
function body(text, kind, name) {
  return new RegExp(`pub ${kind} ${name}(?:<[^>]*>)? \\{\\n([\\s\\S]*?)\\n\\}`).exec(text)?.[1];
}

/** `module::Variant` or `module::Variant{field,field}`, of the module's enum `Event`. */
function event(name, sourceOf) {
  const [, module, variant, , list] = /^(\w+)::(\w+)(\{([\w,]+)\})?$/.exec(name) ?? [];
  const variants = module && body(sourceOf(module) ?? "", "enum", "Event");
  if (!variants) return `${name} is of no module with events`;
  const found = new RegExp(`^    ${variant}(?:,|\\(|( \\{\\n([\\s\\S]*?)\\n    \\}))`, "m").exec(variants);
  if (!found) return `${name}: there is no such event`;
  const missing = (list ?? "").split(",").filter((field) => field && !new RegExp(`^        ${field}:`, "m").test(found[2] ?? ""));
  return missing.length ? `${name}: the event has no field ${missing}` : undefined;
}

/** `module::Type`, `module::Type.field`, `module::Type.method()` or `module::function`. */
function anything(name, sourceOf) {
  const [, module, path, , member, call] = /^(\w+)((?:::\w+)+)(\.(\w+)(\(\))?)?$/.exec(name) ?? [];
  const text = module && sourceOf(module);
  if (!text) return `${name} is of no module`;
  const last = path.split("::").at(-1);
  const isThere = new RegExp(`pub (?:enum|struct|fn) ${last}\\b`).test(text);
  if (!isThere) return `${name}: there is no ${last}`;
  if (!member) return undefined;
  if (call) return new RegExp(`pub (?:const )?fn ${member}\\(`).test(text) ? undefined : `${name}: there is no ${member}()`;
  const fields = body(text, "struct", last);
  return fields && new RegExp(`^    pub ${member}:`, "m").test(fields) ? undefined : `${name}: there is no such field`;
}
