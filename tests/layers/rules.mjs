// Who may know whom: the arrows of ARCHITECTURE.md as rules over source text. Pure functions, so that each rule is
// itself tested.

/** Which of our crates a crate may name. A new crate gets its line here first. */
const ARROWS = {
  eventlog: [],
  itsm: [],
  journal: [],
  learning: [],
  preferences: [],
  simulation: ["itsm"],
  workspace: ["itsm", "journal", "preferences"],
};

const MOST_LINES = 500;

/** Each rule: which files it is about, what may not stand in their code, and why. */
const RULES = [
  {
    where: (path) => path.startsWith("src/") && !path.startsWith("src/browser/"),
    never: /\b(web_sys|js_sys|gloo_\w+)\b/,
    because: "only src/browser/ knows the browser",
  },
  {
    where: (path) => path.startsWith("src/") && path !== "src/route.rs",
    never: /\bhref\s*=\s*\{?\s*"(?!https?:|mailto:)/,
    because: "only src/route.rs makes links: a written-out one breaks under a sub-path, and so does a bare # under <base>",
  },
  { where: (path) => path.startsWith("src/"), never: /\binner_html\b/, because: "inner_html would let imported text become markup" },
  {
    where: (path) => path.startsWith("src/"),
    // A pair is set on the element, as style:property is.
    never: /\sstyle=(?![=(])/,
    because: "the page's policy blocks style attributes: use a class or style:property",
  },
  { where: (path) => path.startsWith("src/ui/"), never: /\bcrate::(views|session)\b/, because: "the kit knows neither pages nor the session" },
  { where: (path) => path.startsWith("src/session/"), never: /\bcrate::(views|ui)\b/, because: "the session knows no pages" },
  { where: (path) => path.startsWith("src/browser/"), never: /\bcrate::(views|ui|session)\b/, because: "src/browser/ serves, it asks nobody" },
  {
    where: (path) => path.startsWith("src/") && !path.startsWith("src/browser/worker/"),
    never: /\bsimulation::shift::(\{[^}]*\b)?(Shift|Records)\b/,
    because: "a shift runs in the worker; the page knows acts, names of policies, and what one sees",
  },
  { where: (path) => path.startsWith("crates/itsm/src/"), never: /\bserde\b/, because: "the domain knows no stored form" },
  {
    where: (path) => /^crates\/[^/]+\/src\//.test(path),
    never: /\b(SystemTime|Instant|Utc|Local)::now\b|\bthread_rng\b|\brand::rng\b/,
    because: "crates have no clock and no randomness of their own",
  },
];

/** What is wrong in one file: a list of sentences. */
export function faultsIn(path, text) {
  const lines = text.split("\n");
  const faults = [];
  if (lines.length - 1 > MOST_LINES) faults.push(`${path} has ${lines.length - 1} lines; the most is ${MOST_LINES}: a second idea wants its own file`);
  if (!path.endsWith(".rs")) return faults;
  const rules = RULES.filter(({ where }) => where(path));
  for (const [index, line] of lines.entries()) {
    if (line.trimStart().startsWith("//")) continue;
    for (const { never, because } of rules) {
      if (never.test(line)) faults.push(`${path}:${index + 1} ${because}: ${line.trim()}`);
    }
  }
  return faults;
}

/** What is wrong with the arrows between our crates, given `cargo metadata`'s packages. */
export function faultsBetween(packages) {
  const ours = new Set(Object.keys(ARROWS));
  return packages
    .filter(({ manifest_path: manifest }) => /\/crates\/[^/]+\/Cargo\.toml$/.test(manifest))
    .flatMap(({ name, dependencies }) => {
      if (!ours.has(name)) return [`crates/${name} has no line in tests/layers/rules.mjs: say what it may know`];
      return dependencies
        .filter((dependency) => dependency.path && dependency.name !== name && !ARROWS[name].includes(dependency.name))
        .map((dependency) => `crates/${name} may not know ${dependency.name}`);
    });
}
