// Measures in the browser what a user waits for, and prints medians and 95th percentiles.
// Usage: SITE=<built site> node tests/journeys/bench.mjs

import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { CHROMIUM, FLAGS, mounted } from "./support/browser.mjs";

const OPENINGS = 15;

/** Times `action` (which resolves when the result is painted) and prints the figures in milliseconds. */
async function figures(name, times, action) {
  const millis = [];
  for (let i = 0; i < times; i++) millis.push(await action());
  millis.sort((a, b) => a - b);
  const at = (share) => millis[Math.min(millis.length - 1, Math.floor(share * millis.length))].toFixed(1);
  console.log(`${name.padEnd(40)} median ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)} ms   of ${times}`);
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

const site = await serve({ folder: process.env.SITE ?? "dist" });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  await firstVisit(browser, site.url); // the server compresses each file at its first request
  await figures("first visit until mounted", OPENINGS, () => firstVisit(browser, site.url));
} finally {
  await browser.close();
  await site.close();
}
