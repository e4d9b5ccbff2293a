// What is wrong with a catalogue of grading rules, as sentences. Pure, but for the reader of the domain's sources.

/** Words that a text may have: what stands in a finding is read between two replays. */
const MOST_WORDS = { title: 16, good: 30, finds: 30, misses: 35, text: 30, when: 95 };
const CODE = /^[A-Z]{2}(-[A-Z0-9]+)+$/;
const EDITIONS = ["v3", "4", "5"];
const SUBJECTS = new Set(["shift", "contact", "incident", "fault", "problem", "change", "request", "promise", "alert", "item"]);
const FIELDS = ["code", "practice", "kind", "subject", "title", "good", "evidence", "finds", "misses", "weight", "explains", "misconception", "mirror", "yields"];

const words = (text) => text.split(/\s+/).filter(Boolean).length;
const isText = (text) => typeof text === "string" && text.trim() !== "";
const twice = (list) => list.filter((one, place) => list.indexOf(one) !== place);

/** Every fault of a catalogue; `knows(name)` says why a name is not in the domain's sources, or nothing. */
export function faultsOf(catalogue, knows) {
  const { rules } = catalogue;
  const codes = new Map(rules.map((rule) => [rule.code, rule]));
  return [
    ...twice(rules.map((rule) => rule.code)).map((code) => `${code} stands twice`),
    ...twice(rules.map((rule) => rule.title)).map((title) => `"${title}" is the title of two rules`),
    ...rules.flatMap((rule) => faultsOfRule(rule, catalogue, codes, knows).map((fault) => `${rule.code}: ${fault}`)),
    ...unused(catalogue),
    ...circles(codes),
  ];
}

function faultsOfRule(rule, catalogue, codes, knows) {
  const faults = Object.keys(rule).filter((key) => !FIELDS.includes(key)).map((key) => `has an unknown field ${key}`);
  const need = (is, fault) => is || faults.push(fault);
  need(CODE.test(rule.code), "its code is not of the form XX-WORDS");
  need(rule.practice in catalogue.practices, "its practice is unknown");
  need(["fault", "strength"].includes(rule.kind), "it is neither fault nor strength");
  need(SUBJECTS.has(rule.subject), `its subject ${rule.subject} is unknown`);
  for (const key of ["title", "good", "finds", "misses"]) faults.push(...budget(key, rule[key]));
  need(rule.finds !== rule.misses, "what it finds is what it must not find");
  faults.push(...evidence(rule, catalogue, knows), ...weight(rule.weight), ...explanations(rule.explains, catalogue));
  if (rule.kind === "fault") need(rule.misconception in catalogue.misconceptions, "no misconception stands behind it");
  for (const code of rule.yields ?? []) need(codes.get(code)?.kind === rule.kind, `it yields to ${code}, which is no ${rule.kind}`);
  if (rule.kind === "strength" && rule.mirror) need(codes.get(rule.mirror)?.kind === "fault", `its mirror ${rule.mirror} is no fault`);
  if (rule.kind === "fault" && rule.mirror) need(codes.has(rule.mirror), `its mirror ${rule.mirror} is unknown`);
  return faults;
}

function budget(key, text) {
  if (!isText(text)) return [`has no ${key}`];
  return words(text) > MOST_WORDS[key] ? [`its ${key} has ${words(text)} words, more than ${MOST_WORDS[key]}`] : [];
}

function evidence({ evidence: said, weight: { formula } = {} }, catalogue, knows) {
  const { journal = [], reads = [], acts = [], truth = [], params = {}, when } = said ?? {};
  const faults = budget("when", when);
  if (!journal.length && !acts.length) faults.push("relies on no event and no act");
  if (!truth.length) faults.push("asks nothing of the hidden truth");
  faults.push(...acts.filter((act) => !(act in catalogue.acts)).map((act) => `relies on an unknown act ${act}`));
  faults.push(...truth.filter((fact) => !(fact in catalogue.facts)).map((fact) => `relies on an unknown fact ${fact}`));
  if (/\d+ minutes/.test(when ?? "")) faults.push("its condition has a number of minutes that is no parameter");
  const named = Object.keys(catalogue.facts).filter((fact) => new RegExp(`(?<![\\w.-])${fact}(?![\\w-])`).test(`${when} ${formula ?? ""}`));
  faults.push(...named.filter((fact) => !truth.includes(fact)).map((fact) => `names ${fact}, and does not say that it needs it`));
  const done = Object.keys(catalogue.acts).filter((act) => (when ?? "").match(new RegExp(`(?<![\\w-])${act}\\{`)));
  faults.push(...done.filter((act) => !acts.includes(act)).map((act) => `names the act ${act}, and does not say that it needs it`));
  faults.push(...[...journal.map((name) => knows.event(name)), ...reads.map((name) => knows.name(name))].filter(Boolean));
  for (const [name, value] of Object.entries(params)) {
    if (!Number.isInteger(value) || value <= 0) faults.push(`its parameter ${name} is no positive whole number`);
    if (!(when ?? "").includes("`" + name + "`")) faults.push(`its condition does not say \`${name}\``);
  }
  for (const [, name] of (when ?? "").matchAll(/`([^`]+)`/g)) if (!(name in params)) faults.push(`\`${name}\` is no parameter`);
  return faults;
}

function weight(said) {
  if (said?.unit === "ordinal") {
    return [...(said.level >= 1 && said.level <= 5 ? [] : ["its level is not from 1 to 5"]), ...(isText(said.reason) ? [] : ["its level has no reason"]), ...(said.raised && !(said.raised.level > said.level && isText(said.raised.when)) ? ["its raise says no higher level, or not when"] : [])];
  }
  if (said?.unit !== "minutes") return ["its weight has no unit"];
  if ("level" in said && !(said.level >= 1 && said.level <= 5)) return ["its level is not from 1 to 5"];
  return ["words", "formula"].filter((key) => !isText(said[key])).map((key) => `its weight has no ${key}`);
}

function explanations(said, { sources }) {
  return EDITIONS.flatMap((edition) => {
    const page = said?.[edition];
    if (!page) return [`says nothing in edition ${edition}`];
    const faults = [];
    if (page.like ? !said[page.like] || page.like === edition : !isText(page.text)) faults.push(`has no text in edition ${edition}`);
    if (page.text && words(page.text) > MOST_WORDS.text) faults.push(`says too much in edition ${edition}: ${words(page.text)} words`);
    if (!(page.source in sources)) faults.push(`has no source in edition ${edition}`);
    if (!["settled", "reported"].includes(page.confidence)) faults.push(`does not say how sure it is in edition ${edition}`);
    if (edition === "5" && page.confidence !== "reported") faults.push("holds Version 5 for settled");
    return faults;
  });
}

/** Names that no rule needs are names that nobody will fill in. */
function unused({ acts, facts, misconceptions, sources, practices, rules }) {
  const used = (list) => new Set(list);
  const missing = (what, all, some) => Object.keys(all).filter((name) => !some.has(name)).map((name) => `no rule uses the ${what} ${name}`);
  return [
    ...missing("act", acts, used(rules.flatMap((rule) => rule.evidence?.acts ?? []))),
    ...missing("fact", facts, used(rules.flatMap((rule) => rule.evidence?.truth ?? []))),
    ...missing("misconception", misconceptions, used(rules.map((rule) => rule.misconception))),
    ...missing("source", sources, used(rules.flatMap((rule) => EDITIONS.map((edition) => rule.explains?.[edition]?.source)))),
    ...missing("practice", practices, used(rules.map((rule) => rule.practice))),
  ];
}

/** Of two rules that yield to each other, neither would be told. */
function circles(codes) {
  const leads = (code, seen) => (codes.get(code)?.yields ?? []).some((next) => seen.has(next) || leads(next, new Set([...seen, next])));
  return [...codes.keys()].filter((code) => leads(code, new Set([code]))).map((code) => `${code}: what it yields to yields in a circle`);
}
