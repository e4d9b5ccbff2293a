// As much of JSON Schema 2020-12 as public/scenario.schema.json uses, so that its check needs no package.
// A keyword that is not known here is an error: it would be a promise that nobody keeps.

const KNOWN = new Set([
  "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "required", "properties", "additionalProperties", "propertyNames",
  "minProperties", "maxProperties", "items", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum",
  "exclusiveMinimum", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
]);

const kindOf = (value) =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

const isOf = (value, type) => kindOf(value) === type || (type === "number" && kindOf(value) === "integer");

const isObject = (value) => kindOf(value) === "object";

/** What is wrong with `value` under `schema`: a list of sentences, each with its place. */
export function faultsUnder(schema, value, root = schema, place = "") {
  if (schema === true) return [];
  if (schema === false) return [`${place || "/"} is not foreseen`];
  const unknown = Object.keys(schema).filter((word) => !KNOWN.has(word));
  if (unknown.length) return [`the schema uses ${unknown.join(", ")}, which this check does not know`];
  return [
    ...(schema.$ref ? faultsUnder(resolve(root, schema.$ref), value, root, place) : []),
    ...simple(schema, value, place || "/"),
    ...(isObject(value) ? inObject(schema, value, root, place) : []),
    ...(Array.isArray(value) ? inArray(schema, value, root, place) : []),
    ...combined(schema, value, root, place),
  ];
}

function resolve(root, ref) {
  const found = ref.slice(2).split("/").reduce((at, name) => at?.[name], root);
  if (found === undefined) throw new Error(`the schema refers to ${ref}, which is not there`);
  return found;
}

function simple(schema, value, place) {
  const faults = [];
  const types = [schema.type ?? []].flat();
  if (types.length && !types.some((type) => isOf(value, type))) faults.push(`${place} is ${kindOf(value)}, not ${types.join(" or ")}`);
  if ("const" in schema && value !== schema.const) faults.push(`${place} is not ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${place} is ${JSON.stringify(value)}, not one of ${schema.enum.join(", ")}`);
  if (typeof value === "string") {
    if (value.length < (schema.minLength ?? 0)) faults.push(`${place} is empty`);
    if (value.length > (schema.maxLength ?? Infinity)) faults.push(`${place} has ${value.length} characters; the most is ${schema.maxLength}`);
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) faults.push(`${place} is ${JSON.stringify(value)}, not of the form ${schema.pattern}`);
  }
  if (typeof value === "number") {
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)) faults.push(`${place} is ${value}, outside ${schema.minimum ?? "…"} to ${schema.maximum ?? "…"}`);
    if ("exclusiveMinimum" in schema && value <= schema.exclusiveMinimum) faults.push(`${place} is ${value}, not above ${schema.exclusiveMinimum}`);
  }
  return faults;
}

function inObject(schema, value, root, place) {
  const names = Object.keys(value);
  const faults = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${place || "/"} lacks ${name}`);
  if (names.length < (schema.minProperties ?? 0) || names.length > (schema.maxProperties ?? Infinity)) faults.push(`${place || "/"} has ${names.length} fields`);
  for (const name of names) {
    const at = `${place}/${name}`;
    const own = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
    if (schema.propertyNames) faults.push(...faultsUnder(schema.propertyNames, name, root, at));
    if (own !== undefined) faults.push(...faultsUnder(own, value[name], root, at));
  }
  return faults;
}

function inArray(schema, value, root, place) {
  const faults = [];
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) faults.push(`${place} has ${value.length} entries`);
  if (schema.uniqueItems && new Set(value.map((one) => JSON.stringify(one))).size < value.length) faults.push(`${place} says something twice`);
  if (schema.items) value.forEach((one, index) => faults.push(...faultsUnder(schema.items, one, root, `${place}/${index}`)));
  return faults;
}

function combined(schema, value, root, place) {
  const under = (one) => faultsUnder(one, value, root, place);
  const faults = (schema.allOf ?? []).flatMap(under);
  for (const [word, fits] of [["anyOf", (n) => n >= 1], ["oneOf", (n) => n === 1]]) {
    if (!schema[word]) continue;
    const results = schema[word].map(under);
    // The branch with the fewest faults is the one that was meant.
    if (!fits(results.filter((one) => !one.length).length)) faults.push(...(results.sort((a, b) => a.length - b.length)[0] ?? []), `${place || "/"} fits not ${word === "anyOf" ? "any" : "exactly one"} of its forms`);
  }
  if (schema.not && !under(schema.not).length) faults.push(`${place || "/"} is what it must not be`);
  if (schema.if) {
    const branch = under(schema.if).length ? schema.else : schema.then;
    if (branch) faults.push(...under(branch));
  }
  return faults;
}
