// Measures in the browser what a user waits for, on the real log as a whole, and compares it with the budgets.
// Usage: SITE=<built site> node tests/journeys/bench.mjs
//
// "busy" is the page's own work from the event until style and layout are done; "painted" also waits for the frame that
// shows it, so it can never be below what is left of a frame (up to 16.7 ms).

import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { CHROMIUM, FLAGS, mounted } from "./support/browser.mjs";
import { beside, file, many } from "./support/catalogue.mjs";
import { queueShown } from "./support/desk.mjs";
import { miniAct, withMiniSearch } from "./support/minisearch.mjs";
import { startWorker, timedAsk } from "./support/worker.mjs";

const VISITS = 15;
const OPENINGS = 10;
const ROUNDS = 60;

/** What is searched for: two words each, as they stand in the log. */
const WORDS = ["phone inc00", "group 2", "category 53", "caller 24", "symptom 4", "location 1", "subcategory 17", "code 6", "23 problem", "opened 1"];

/** The policies of a shift in the order in which the worker lets them play. */
const LADDER = ["nothing", "first come", "by priority", "careful novice", "expert"];
const SEEDS = 20;
const CUSTOMERS = 200_000;

const BUDGETS = { concept: 100, nineHours: 150, filter: 50, sort: 50, search: 50, command: 16, open: 1_000, nodes: 1_500 };

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];

/** Prints median and 95th percentile in milliseconds, and whether the budget for the latter holds. */
function tell(name, millis, budget) {
  const p95 = at(millis, 0.95);
  const verdict = budget === undefined ? "" : p95 <= budget ? `within ${budget} ms` : `OVER ${budget} ms`;
  console.log(`${name.padEnd(36)} median ${at(millis, 0.5).toFixed(1).padStart(8)}   p95 ${p95.toFixed(1).padStart(8)} ms   of ${millis.length}   ${verdict}`);
}

/** A visit with an empty cache and empty storage: from the first request until the app has mounted. */
async function firstVisit(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await mounted(page);
    return await page.evaluate(() => performance.now());
  } finally {
    await context.close();
  }
}

/** Puts `timed` into the page: runs an act and answers with its busy and its painted milliseconds. */
function installTimer() {
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => turn().then(resolve)));
  window.timed = async (act) => {
    await frame();
    const start = performance.now();
    act();
    await turn();
    document.body.getBoundingClientRect();
    const busy = performance.now() - start;
    await frame();
    return { busy, painted: performance.now() - start };
  };
}

/** What is measured, as the page does it: each takes the number of the round. */
function installActs(words) {
  const next = (selector, i) => {
    const all = document.querySelectorAll(selector);
    all[i % all.length].click();
  };
  window.acts = {
    search: (i) => {
      const field = document.getElementById("queue-search");
      field.value = words[i % words.length];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    filter: (i) => next(".filters-chips button", i >> 1), // on and off again
    sort: (i) => next("[role=columnheader] button", i >> 1), // up and down
    concept: (i) => next(".learn-list a[href*='/learn/']", i),
    command: () => [...document.querySelectorAll(".composer button")].at(-1).click(),
  };
}

/** Does one of the acts in the page, round by round, after what the user has to do before. */
async function rounds(page, act, before = async () => {}) {
  const results = [];
  for (let i = 0; i < ROUNDS; i++) {
    await before(i);
    results.push(await page.evaluate(({ act, i }) => window.timed(() => window.acts[act](i)), { act, i }));
  }
  return results;
}

function tellBoth(name, results, budget, judged) {
  tell(`${name}, busy`, results.map(({ busy }) => busy), judged === "busy" ? budget : undefined);
  tell(`${name}, painted`, results.map(({ painted }) => painted), judged === "painted" ? budget : undefined);
}

/** The same work by MiniSearch in the same page. Its share is the finding alone; ours also counts and paints. */
async function besideMiniSearch(page, ours) {
  console.log(`MiniSearch, indexing the same incidents: ${(await withMiniSearch(page)).toFixed(0)} ms`);
  for (const act of Object.keys(ours)) {
    const theirs = [];
    for (let i = 0; i < ROUNDS; i++) theirs.push(await miniAct(page, act, i, WORDS[i % WORDS.length]));
    if (theirs.every(({ found }) => found === 0)) throw new Error(`MiniSearch found nothing: ${act}`);
    tell(`MiniSearch, ${act}`, theirs.map(({ millis }) => millis));
    const share = at(ours[act].map(({ busy }) => busy), 0.5) / at(theirs.map(({ millis }) => millis), 0.5);
    console.log(`  ours with counts and painting takes ${share.toFixed(2)} times MiniSearch's finding alone (medians, this run)`);
  }
}

async function onTheWholeLog(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(installTimer);
  await page.addInitScript(installActs, WORDS);
  await page.goto(`${url}workspace/import`);
  await mounted(page);
  await page.getByLabel("As it was").check();
  const pressed = Date.now();
  await page.getByRole("button", { name: "Open a real desk" }).click();
  await queueShown(page);
  console.log(`import of the whole log, press to queue: ${Date.now() - pressed} ms`);

  const openings = [];
  for (let i = 0; i < OPENINGS; i++) {
    await page.goto(`${url}desk`);
    openings.push(
      await page.evaluate(async () => {
        while (!document.querySelector(".vtable-rows [role=row]")) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now();
      }),
    );
  }
  tell("reload to painted queue", openings, BUDGETS.open);
  await page.waitForTimeout(1_000); // the texts for searching are made in the first idle moment

  const counts = new Set();
  const count = async () => counts.add(await page.locator("h1 .count").textContent());
  const ours = { search: await rounds(page, "search", count) };
  if (counts.size < 5) throw new Error(`The search did not search: ${[...counts]}`);
  await page.getByLabel("Search incidents").fill("");
  ours.filter = await rounds(page, "filter");
  ours.sort = await rounds(page, "sort");
  for (const [act, results] of Object.entries(ours)) tellBoth(act, results, BUDGETS[act], "painted");
  await besideMiniSearch(page, ours);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  console.log(`DOM nodes with the queue shown: ${nodes}, ${nodes <= BUDGETS.nodes ? "within" : "OVER"} ${BUDGETS.nodes}`);

  // Every incident of the log is closed: the commands go to a new one among them.
  await page.getByRole("link", { name: "Log an incident" }).first().click();
  await page.getByLabel("Summary").fill("Measured");
  await page.getByLabel("Channel").selectOption("Monitoring");
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Low").check();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: "Measured" }).waitFor();
  await page.getByLabel("Work note").check();
  const written = await rounds(page, "command", (i) => page.getByLabel("Text").fill(`A note, number ${i}.`));
  await page.getByText(`A note, number ${ROUNDS - 1}.`).first().waitFor();
  tellBoth("command (a work note)", written, BUDGETS.command, "busy");
  await context.close();
}

/** Opening one concept after the other, once their texts are fetched. */
async function amongConcepts(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(installTimer);
  await page.addInitScript(installActs, WORDS);
  await page.goto(`${url}learn/practices`);
  const list = page.locator(".learn-list a").first();
  await list.waitFor();
  const opened = new Set();
  const back = async (i) => {
    if (i === 0) return;
    opened.add(await page.locator(".learn-concept h1").textContent({ timeout: 1_000 }));
    await page.goBack();
    await list.waitFor();
  };
  tellBoth("a concept opens", await rounds(page, "concept", back), BUDGETS.concept, "painted");
  if (opened.size < 20) throw new Error(`Only ${opened.size} concepts opened`);
  await context.close();
}

/** The portal's search over 200 services beside the app. */
async function onThePortal(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(installTimer);
  await beside(page, file(many(200)));
  await page.goto(`${url}portal`);
  await page.locator("#portal-search").waitFor();
  await page.evaluate((words) => {
    window.acts = {
      portal: (i) => {
        const field = document.getElementById("portal-search");
        field.value = words[i % words.length];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
    };
  }, ["l", "la", "laptop", "group 3", "mail", "code7", "b", "phone", "room gr", "with all"]);
  const results = await rounds(page, "portal");
  if (!(await page.locator(".portal-card").count())) throw new Error("The portal's search found nothing.");
  tellBoth("portal, search of 200 services", results, BUDGETS.search, "painted");
  await context.close();
}

/** What the worker does without the page: customers of a queue, and nine hours of a shift. */
async function inTheWorker(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await mounted(page);
  await startWorker(page);
  const rates = [];
  for (let i = 0; i < VISITS; i++) {
    const { answer, millis } = await timedAsk(page, { kind: "queue", customers: CUSTOMERS });
    if (answer.served !== CUSTOMERS) throw new Error(`The worker served ${JSON.stringify(answer)}.`);
    rates.push(CUSTOMERS / millis / 1_000);
  }
  const [median, least, most] = [0.5, 0, 1].map((share) => at(rates, share).toFixed(2));
  console.log(`M/M/3 in the worker, ${CUSTOMERS} customers: ${median} million customers/s (median of ${VISITS}; ${least} to ${most})`);

  const begun = await timedAsk(page, { kind: "shift-begin", serial: 1, ...(await nineHours(page)) });
  if (begun.answer.kind !== "shift") throw new Error(`The worker did not begin the shift: ${JSON.stringify(begun.answer)}`);
  tell("nine hours in the worker, begun", [begun.millis]);
  const byPolicy = new Map(LADDER.map((policy) => [policy, []]));
  const ranging = { kind: "shift-look", look: "ranges", number: SEEDS, serial: 2 };
  for (let i = 0; i < SEEDS * LADDER.length; i++) {
    const { answer, millis } = await timedAsk(page, ranging);
    if (answer.kind !== "looked") throw new Error(`The worker did not play: ${JSON.stringify(answer)}`);
    byPolicy.get(LADDER[i % LADDER.length]).push(millis);
  }
  for (const [policy, millis] of byPolicy) tell(`nine hours in the worker, ${policy}`, millis, BUDGETS.nineHours);
  await page.close();
}

/** The password storm made into nine hours of callers, as `examples/policies.rs` has it. */
function nineHours(page) {
  return page.evaluate(async () => {
    const read = async (name) => (await fetch(`${document.baseURI}content/scenarios/${name}.json`)).text();
    const scenario = JSON.parse(await read("password-storm"));
    scenario.clock.to = "16:30";
    Object.assign(scenario.demand[0], { count: [110, 130], window: ["07:35", "16:20"], profile: "flat" });
    const beginning = { seed: 0, help: null };
    return { world: await read("world"), pool: await read("pool"), scenario: JSON.stringify(scenario), beginning: JSON.stringify(beginning), acts: "[]" };
  });
}

const site = await serve({ folder: process.env.SITE ?? "dist" });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  await firstVisit(browser, site.url); // the server compresses each file at its first request
  const visits = [];
  for (let i = 0; i < VISITS; i++) visits.push(await firstVisit(browser, site.url));
  tell("first visit until mounted", visits);
  await inTheWorker(browser, site.url);
  await amongConcepts(browser, site.url);
  await onThePortal(browser, site.url);
  await onTheWholeLog(browser, site.url);
} finally {
  await browser.close();
  await site.close();
}
