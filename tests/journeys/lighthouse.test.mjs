// Lighthouse with its mobile settings on the built site.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

const BUDGET = { performance: 90, accessibility: 100, "best-practices": 100, seo: 100 };
/** Timings swing on a shared machine: the best of these counts. What is not a timing is the same every time. */
const TRIES = 3;

describe("Lighthouse", () => {
  const site = served(SITES[0]);

  test("performance is 90 or more, all else is 100", async (t) => {
    let shortfalls = [];
    for (let tried = 0; tried < TRIES; tried++) {
      const report = await measured(site.url);
      const scores = Object.keys(BUDGET).map((category) => [category, Math.round(report.categories[category].score * 100)]);
      t.diagnostic(scores.map((pair) => pair.join(" ")).join(", "));
      shortfalls = scores.filter(([category, score]) => score < BUDGET[category]).map(([category]) => failures(report, category));
      if (!shortfalls.length) break;
    }
    assert.deepEqual(shortfalls, []);
  });
});

async function measured(url) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS] });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(BUDGET) });
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** The audits that cost points, in words. */
function failures(report, category) {
  const lost = report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 1)
    .map(({ id }) => `${report.audits[id].title} ${report.audits[id].displayValue ?? ""}`.trim());
  return `${category}: ${lost.join("; ")}`;
}
