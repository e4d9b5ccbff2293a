// What JSON Schema cannot say of scenarios: keys lead somewhere, every trap bites, briefings are short.
// Pure functions over parsed files, so that each rule is itself tested.

/** The latest that a consequence may come after its cause. Source: issue "The shift": within 45 simulated minutes. */
export const MOST_MINUTES = 45;
const MOST_WORDS = { briefing: 60, good: 40, instead: 40 };
/** Effects that users, teams or the firm notice. tell only speaks to the debrief. */
const NO_CONSEQUENCE = new Set(["tell"]);

const words = (text) => text.trim().split(/\s+/).length;

/** Minutes since midnight of the scenario's date. */
export function minutesOf(clock) {
  const [, day, hour, minute] = /^(?:\+(\d) )?(\d\d):(\d\d)$/.exec(clock);
  return Number(day ?? 0) * 1440 + Number(hour) * 60 + Number(minute);
}

const latest = (when) => Math.max(...[when].flat().map(minutesOf));

/** A list of sentences that grows; `has` asks whether a key is in a table, and says so if not. */
class Report {
  faults = [];
  say(place, sentence) {
    this.faults.push(`${place}: ${sentence}`);
  }
  has(place, table, keys, what) {
    for (const key of [keys ?? []].flat()) if (!Object.hasOwn(table, key)) this.say(place, `there is no ${what} ${key}`);
  }
}

const tableOf = (list) => Object.fromEntries((list ?? []).map((one) => [one.key, one]));

function checkTwice(report, place, list) {
  const seen = new Set();
  for (const { key } of list) {
    if (seen.has(key)) report.say(place, `${key} is given twice`);
    seen.add(key);
  }
}

/** Checks what the world says of itself and of the pool's people. */
export function faultsOfWorld(world, pool) {
  const report = new Report();
  const needed = { ...world.items, ...world.services };
  const entries = (table) => Object.entries(table);
  for (const [key, one] of [...entries(world.items), ...entries(world.services), ...entries(world.places)]) {
    for (const { atLeast, of } of one.needs ?? []) {
      report.has(key, needed, of, "item or service");
      if (atLeast > of.length) report.say(key, `needs ${atLeast} of ${of.length}`);
    }
    report.has(key, world.services, one.service, "service");
    report.has(key, world.teams, one.team in pool.people ? [] : one.team, "team");
    report.has(key, world.places, [one.place ?? [], one.within ?? []].flat(), "place");
  }
  for (const [key, team] of entries(world.teams)) {
    report.has(key, pool.people, team.members, "person");
    report.has(key, world.categories, team.knows, "category");
    report.has(key, world.places, team.place, "place");
  }
  return report.faults;
}

/** Checks that the pool's parts know each other and the world. */
export function faultsOfPool(pool, world) {
  const report = new Report();
  const each = (part, check) => Object.entries(pool[part]).forEach(([key, one]) => check(`${part} ${key}`, one));
  const voiced = (place, says) => !Array.isArray(says) && report.has(place, pool.voices, Object.keys(says), "voice");
  const answers = (place, table) => {
    report.has(place, pool.questions, Object.keys(table ?? {}), "question");
    for (const one of Object.values(table ?? {})) report.has(place, pool.facts, one.reveals, "fact");
  };
  each("people", (place, one) => {
    report.has(place, pool.voices, one.voice, "voice");
    report.has(place, world.places, one.place, "place");
  });
  each("phrases", voiced);
  each("suppliers", (place, one) => {
    report.has(place, world.items, one.for, "item");
    report.has(place, pool.diagnostics, one.evidence, "diagnostic");
  });
  each("offers", (place, one) => {
    report.has(place, world.services, one.service, "service");
    report.has(place, world.teams, [one.team, ...one.tasks.map((task) => task.team)], "team");
  });
  each("diagnostics", (place, one) => report.has(place, world.teams, one.by, "team"));
  each("fixes", (place, one) => {
    report.has(place, world.teams, one.by, "team");
    report.has(place, world.items, one.items, "item");
    report.has(place, pool.suppliers, one.supplier, "supplier");
  });
  each("articles", (place, one) => {
    report.has(place, pool.faults, one.for, "fault");
    report.has(place, pool.diagnostics, one.diagnostics, "diagnostic");
    report.has(place, pool.fixes, one.fix, "fix");
  });
  each("faults", (place, one) => {
    report.has(place, world.items, [...one.at, ...(one.heats?.items ?? []).map(({ stops }) => stops)], "item");
    report.has(place, world.services, [one.service, ...(one.degrades ?? []), ...one.symptoms.flatMap(({ service }) => service ?? [])], "service");
    report.has(place, world.categories, one.category, "category");
    report.has(place, world.teams, one.team, "team");
    report.has(place, world.places, [one.affects?.place ?? [], one.heats?.room ?? []].flat(), "place");
    report.has(place, pool.articles, one.articles, "article");
    report.has(place, pool.diagnostics, Object.keys(one.diagnoses), "diagnostic");
    report.has(place, pool.fixes, [...Object.keys(one.fixes), one.problem?.workaround ?? [], one.problem?.solved ?? []].flat(), "fix");
    report.has(place, { ...pool.suspicions, ...pool.faults }, one.symptoms.flatMap(({ misleads }) => misleads ?? []), "suspicion");
    for (const { says, channel } of one.symptoms) voiced(`${place}${channel ? ` by ${channel}` : ""}`, says);
    for (const found of Object.values(one.diagnoses)) report.has(place, pool.facts, found.reveals, "fact");
    for (const [fix, does] of Object.entries(one.fixes)) if (does.works === "workaround" && !does.holds) report.say(place, `${fix} is a workaround, and does not say for how long`);
    if (!Object.values(one.fixes).some(({ works }) => works === "lasting") && !one.problem?.known) report.say(place, "nothing restores it for good");
    answers(place, one.answers);
  });
  return report.faults;
}

/** Checks one scenario against pool, world and the topics that can be taught. */
export function faultsOfScenario(scenario, pool, world, topics) {
  const report = new Report();
  const contacts = { ...tableOf(scenario.contacts), ...tableOf(scenario.start), ...tableOf(scenario.changes) };
  const known = { pool, world, topics, contacts, scenario, faults: tableOf(scenario.hidden.faults), demand: tableOf(scenario.demand), changes: tableOf(scenario.changes) };
  checkTwice(report, "contacts", [...scenario.contacts, ...(scenario.start ?? []), ...(scenario.changes ?? [])]);
  checkTwice(report, "faults", scenario.hidden.faults);
  checkTwice(report, "traps", scenario.traps);
  checkFrame(report, known);
  for (const contact of scenario.contacts) checkContact(report, contact, known);
  for (const one of scenario.start ?? []) {
    report.has(one.key, pool.people, one.who, "person");
    report.has(one.key, known.faults, one.fault, "fault in hidden");
    report.has(one.key, pool.offers, one.offer, "offer");
    if (one.truth) checkTruth(report, one.key, one.truth, known);
  }
  for (const change of scenario.changes ?? []) checkChange(report, change, known);
  for (const demand of scenario.demand ?? []) checkDemand(report, demand, known);
  for (const turn of scenario.turns ?? []) {
    if (turn.on) checkCondition(report, `turn ${turn.key}`, turn.on, known);
    if (turn.if) checkCondition(report, `turn ${turn.key}`, turn.if, known);
    for (const effect of turn.then) checkEffect(report, `turn ${turn.key}`, effect, known);
  }
  for (const trap of scenario.traps) checkTrap(report, trap, known);
  return report.faults;
}

function checkFrame(report, { scenario, pool, world, topics, contacts, faults }) {
  if (words(scenario.briefing) > MOST_WORDS.briefing) report.say("briefing", `has ${words(scenario.briefing)} words; the most is ${MOST_WORDS.briefing}`);
  report.has("concepts", topics, scenario.concepts, "topic");
  report.has("you", world.teams, scenario.you.team, "team");
  if (scenario.you.acts !== "all") report.has("you", pool.acts, scenario.you.acts, "act");
  report.has("crew", world.teams, Object.keys(scenario.crew ?? {}), "team");
  report.has("help", contacts, [scenario.help?.worked ?? [], scenario.help?.completion ?? []].flat(), "contact");
  report.has("handover", contacts, [scenario.handover?.items ?? [], scenario.handover?.promises ?? []].flat(), "contact");
  report.has("freezes", world.services, (scenario.freezes ?? []).flatMap(({ services }) => services), "service");
  report.has("reports", pool.facts, (scenario.reports ?? []).flatMap(({ reveals }) => reveals ?? []), "fact");
  for (const variant of scenario.variants ?? []) report.has(`variant ${variant.key}`, faults, Object.keys(variant.faults ?? {}), "fault in hidden");
  for (const one of scenario.hidden.faults) {
    report.has(one.key, pool.faults, one.fault, "fault in the pool");
    report.has(one.key, world.items, one.item, "item");
    checkWho(report, one.key, one.who ?? [], scenario, pool);
    if (one.fixing) report.has(one.key, pool.faults[one.fault]?.fixes ?? {}, one.fixing.fix, "fix of that fault");
  }
  const [from, to] = [scenario.clock.from, scenario.clock.to].map(minutesOf);
  if (from >= to) report.say("clock", "ends before it begins");
  for (const { key, at } of scenario.contacts) if (at && (latest(at) > to || latest(at) < from)) report.say(key, "comes outside the shift");
}

function checkWho(report, place, who, scenario, pool) {
  for (const one of [who].flat()) {
    if (one.startsWith("@")) report.has(place, scenario.cast ?? {}, one.slice(1), "role in the cast");
    else report.has(place, pool.people, one, "person");
  }
}

function checkTruth(report, place, truth, { pool, world, contacts }) {
  report.has(place, world.services, truth.service, "service");
  report.has(place, world.items, truth.item, "item");
  report.has(place, world.categories, truth.category, "category");
  report.has(place, world.teams, truth.team, "team");
  report.has(place, pool.fixes, truth.fix, "fix");
  report.has(place, contacts, [truth.parent ?? [], truth.duplicateOf ?? [], truth.reopens ?? []].flat(), "contact");
  for (const must of truth.must) {
    const [act, detail] = must.split(":");
    report.has(place, pool.acts, act, "act");
    const tables = { ask: pool.questions, diagnose: pool.diagnostics, fix: pool.fixes, assign: world.teams, supplier: pool.suppliers, swarm: world.teams };
    if (detail && tables[act]) report.has(place, tables[act], detail, act);
  }
}

function checkContact(report, contact, known) {
  const { scenario, pool, world, contacts, faults } = known;
  const { key } = contact;
  const about = ["fault", "offer", "unsafe", "noise", "about", "change", "question"].filter((word) => word in contact);
  if (about.length !== 1) report.say(key, `is about ${about.length ? about.join(" and ") : "nothing"}; it is about one thing`);
  checkWho(report, key, contact.who, scenario, pool);
  report.has(key, faults, contact.fault, "fault in hidden");
  report.has(key, pool.offers, [contact.offer ?? [], contact.unsafe ?? []].flat(), "offer");
  report.has(key, contacts, [contact.about ?? [], contact.follows ?? []].flat(), "contact");
  report.has(key, known.changes, contact.change, "change");
  report.has(key, world.items, contact.item, "item");
  report.has(key, pool.questions, Object.keys(contact.answers ?? {}), "question");
  for (const answer of [...Object.values(contact.answers ?? {}), ...Object.values(contact.verify ?? {})]) report.has(key, pool.facts, answer.reveals, "fact");
  const shown = pool.faults[faults[contact.fault]?.fault];
  if (contact.symptom && shown && !shown.symptoms.some(({ service }) => service === contact.symptom)) report.say(key, `its fault has no symptom at ${contact.symptom}`);
  if (shown && contact.truth.fix) report.has(key, shown.fixes, contact.truth.fix, "fix of its fault");
  if (!contact.says && !shown) report.say(key, "says nothing, and has no fault whose symptoms could");
  if (words(contact.good) > MOST_WORDS.good) report.say(key, "its good takes too many words");
  for (const condition of [contact.if, contact.on]) if (condition && condition !== "turn") checkCondition(report, key, condition, known);
  if (contact.on === "turn" && !called(scenario, key)) report.say(key, "waits for a turn or a trap that never calls it");
  checkTruth(report, key, contact.truth, known);
}

const called = (scenario, key) =>
  [...(scenario.turns ?? []), ...scenario.traps].some(({ then }) => then.some((effect) => effect.do === "contact" && effect.contact === key));

function checkChange(report, change, known) {
  const { pool, world, faults } = known;
  report.has(change.key, world.items, change.items, "item");
  report.has(change.key, world.teams, change.by, "team");
  report.has(change.key, pool.people, change.who, "person");
  report.has(change.key, pool.fixes, change.does.fix, "fix");
  report.has(change.key, faults, [change.does.starts ?? [], change.does.stops ?? []].flat(), "fault in hidden");
  if (change.does.unless) checkCondition(report, change.key, change.does.unless, known);
  if (latest(change.window[0]) >= latest(change.window[1])) report.say(change.key, "its window ends before it begins");
  if (change.truth.verdict !== "go" && !change.truth.reasons?.length) report.say(change.key, "is not simply a go, and no reason is given");
}

function checkDemand(report, demand, known) {
  const { pool, faults, world } = known;
  report.has(demand.key, faults, demand.about.fault, "fault in hidden");
  report.has(demand.key, pool.offers, demand.about.offer, "offer");
  report.has(demand.key, pool.profiles, demand.profile, "profile");
  report.has(demand.key, world.items, demand.item, "item");
  const sum = Object.values(demand.channels).reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) > 1e-9) report.say(demand.key, `its channels add up to ${sum}, not 1`);
  checkGroup(report, demand.key, demand.who, known);
  if (demand.while) checkCondition(report, demand.key, demand.while, known);
}

function checkGroup(report, place, group, { pool, world }) {
  if (!group) return;
  report.has(place, world.places, group.place, "place");
  report.has(place, pool.people, [group.people ?? [], group.not ?? []].flat(), "person");
  if (group.department && !Object.values(pool.people).some(({ department }) => department === group.department)) report.say(place, `nobody is in ${group.department}`);
}

function checkCondition(report, place, condition, known) {
  const { pool, world, contacts, faults, changes } = known;
  for (const inner of [condition.all, condition.any, condition.not].flat()) if (inner) checkCondition(report, place, inner, known);
  report.has(place, pool.acts, condition.did, "act");
  report.has(place, contacts, [condition.contact, condition.ticket, condition.linked, condition.to, condition.promise, condition.met].filter(Boolean), "contact");
  report.has(place, faults, condition.fault, "fault in hidden");
  report.has(place, pool.facts, condition.known, "fact");
  report.has(place, pool.people, condition.mood, "person");
  report.has(place, changes, condition.change, "change");
  report.has(place, world.places, condition.temperature, "place");
  const tables = { question: pool.questions, diagnostic: pool.diagnostics, fix: pool.fixes, team: world.teams, supplier: pool.suppliers, person: pool.people };
  for (const [word, value] of Object.entries(condition.with ?? {})) if (tables[word]) report.has(place, tables[word], value, word);
}

function checkEffect(report, place, effect, known) {
  const { scenario, pool, world, contacts, faults } = known;
  report.has(place, contacts, effect.contact, "contact");
  report.has(place, world.teams, effect.team, "team");
  report.has(place, faults, effect.fault, "fault in hidden");
  report.has(place, known.demand, effect.demand, "demand");
  report.has(place, known.changes, effect.change, "change");
  report.has(place, world.items, effect.item, "item");
  if (effect.who) checkWho(report, place, effect.who, scenario, pool);
  if (effect.after !== undefined && effect.at !== undefined) report.say(place, "has an effect with both after and at");
}

function checkTrap(report, trap, known) {
  const place = `trap ${trap.key}`;
  report.has(place, known.contacts, trap.contact, "contact");
  checkCondition(report, place, trap.when, known);
  for (const effect of trap.then) checkEffect(report, place, effect, known);
  const bites = trap.then.filter((effect) => !NO_CONSEQUENCE.has(effect.do));
  if (!bites.length) report.say(place, "has no consequence in the world");
  const begins = known.contacts[trap.contact]?.at;
  for (const { after, at } of bites) {
    if (after > MOST_MINUTES) report.say(place, `a consequence comes after ${after} minutes; the most is ${MOST_MINUTES}`);
    if (at && at !== "handover" && !begins) report.say(place, "has a consequence at a time of day, and no contact to count from");
    if (at && at !== "handover" && begins && minutesOf(at) - latest(begins) > MOST_MINUTES) report.say(place, `a consequence at ${at} is more than ${MOST_MINUTES} minutes after its contact`);
  }
  if (words(trap.instead) > MOST_WORDS.instead) report.say(place, "its instead takes too many words");
}
