// A shift: from the front page to a running desk in two clicks, a first decision, a reload in the middle, and First
// morning to its end; with the mouse, with the keyboard alone, and on a phone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { act, begin, byKeys, clockOf, contact, finish, handOver, lookBack, TITLE, waitOn } from "./support/shift.mjs";
import { served, SITES } from "./support/sites.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("a shift", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("two clicks from the front page lead to a running desk, and the first decision is there within a minute", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("link", { name: /Start First morning/ }).click();
      await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
      await sound(page);
      const began = Date.now();
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByRole("heading", { level: 1, name: /Practice/ }).waitFor();
      // The first call: a colleague works it, one reason a step.
      await waitOn(page);
      const inbox = page.getByRole("navigation", { name: "Inbox" });
      await inbox.getByRole("button", { name: /^Answer/ }).click();
      const prepared = page.getByRole("region", { name: "Prepared" });
      for (let step = 0; step < 12 && (await prepared.count()) > 0; step += 1) {
        const before = await prepared.innerText();
        await prepared.getByRole("button").first().click();
        await page.waitForFunction((text) => document.querySelector(".shift-prepared")?.innerText !== text, before);
      }
      // The second contact: all filled in except what it is.
      for (let press = 0; press < 6 && !(await contact(page, /second monitor/i).count()); press += 1) await waitOn(page);
      await contact(page, /second monitor/i).first().click();
      await page.getByRole("heading", { level: 2, name: /second monitor/i }).waitFor();
      if (await prepared.count()) await prepared.getByRole("button").first().click();
      else await act(page, "Record", "log");
      const log = page.getByRole("form", { name: /Log/ });
      await log.getByRole("radio", { name: /^Request/ }).check();
      const asked = log.getByRole("combobox", { name: /What is asked for/ });
      if (!(await asked.inputValue())) await asked.selectOption({ label: await asked.getByRole("option", { name: /monitor/i }).first().innerText() });
      await log.getByRole("button", { name: /^Log/ }).click();
      await page.getByText(/^REQ\d+/).first().waitFor();
      assert.ok(Date.now() - began < 60_000, "the first decision took longer than a minute of clicks alone");
      await sound(page);
    }));

  test("a reload in the middle loses nothing, and the shift leads to its debrief", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url);
      await waitOn(page);
      await page.getByRole("navigation", { name: "Inbox" }).getByRole("button", { name: /^Answer/ }).click();
      await page.locator(".shift-said").first().waitFor();
      const [said, clock] = [await page.locator(".shift-talk").innerText(), await clockOf(page)];
      await page.reload();
      await page.getByRole("heading", { level: 1, name: /Practice/ }).waitFor();
      assert.equal(await clockOf(page), clock);
      assert.equal(await page.locator(".shift-talk").innerText(), said);
      await finish(page);
      await handOver(page);
      await page.getByRole("link", { name: "See what came of it" }).click();
      await page.waitForURL(/\/debrief$/);
      await page.locator("h1").first().waitFor();
      await sound(page);
    }));

  test("the keyboard alone answers, asks, looks up and waits, and the focus is never lost", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url);
      const focused = () => page.evaluate(() => document.activeElement?.tagName ?? "BODY");
      await page.keyboard.press("w");
      await page.getByText("Ringing").first().waitFor();
      await byKeys(page, "j", /Phone:/);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator(".shift-said").first().waitFor();
      assert.notEqual(await focused(), "BODY");
      const ask = page.locator("[data-act=ask]").first();
      await ask.focus();
      await page.keyboard.press("Enter");
      const form = page.locator("#shift-form");
      await form.waitFor();
      await page.keyboard.press("Escape");
      await form.waitFor({ state: "detached" });
      await page.waitForFunction(() => document.activeElement?.getAttribute("data-act") === "ask");
      await page.keyboard.press("/");
      await page.getByRole("tab", { name: "Knowledge", selected: true }).waitFor();
      assert.notEqual(await focused(), "BODY");
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys in a shift" }).waitFor();
      await page.keyboard.press("Escape");
      const before = await clockOf(page);
      await page.keyboard.press("t");
      await page.keyboard.press("w");
      await page.waitForFunction((clock) => document.querySelector(".shift-clock strong")?.textContent !== clock, before);
      assert.notEqual(await focused(), "BODY");
    }));

  test("the coach asks before it tells and leads to the practice, and who waits beside a ring gets one hint", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url);
      await waitOn(page);
      await page.locator(".shift-ticket").focus().catch(() => {});
      await page.keyboard.press("c");
      const coach = page.getByRole("region", { name: "Coach" });
      await coach.getByText(/\?$/).first().waitFor();
      assert.equal(await coach.getByRole("button", { name: "Learn" }).count(), 0);
      await coach.getByRole("button", { name: "What is behind it" }).click();
      await coach.getByRole("button", { name: "Learn" }).click();
      const idea = page.getByRole("dialog", { name: "The idea behind it" });
      await idea.getByRole("heading", { level: 3, name: /management|desk/i }).first().waitFor();
      // A shift is told in one edition.
      assert.equal(await idea.getByRole("group", { name: "Edition" }).count(), 0);
      await sound(page);
      await page.keyboard.press("Escape");
      await idea.waitFor({ state: "detached" }).catch(() => idea.waitFor({ state: "hidden" }));
      await coach.getByRole("button", { name: "Close" }).click();
      await waitOn(page);
      await page.getByText(/A hint: .*\?/).waitFor();
      await sound(page);
      await waitOn(page);
      await waitOn(page);
      assert.equal(await page.getByText(/A hint: /).count(), 0);
    }));

  test("the debrief asks first, tells what was lost and what others lose, and any finding can be seen and played on from", () =>
    onPage(chromium, site.origin, async (page) => {
      await lookBack(page, site.url);
      await page.getByRole("heading", { level: 2, name: /an expert loses [\d,–]+; first come, first served [\d,–]+\.$/ }).waitFor();
      const findings = page.locator(".debrief-finding");
      const count = await findings.count();
      assert.ok(count >= 1 && count <= 3, `${count} findings`);
      assert.match(await page.locator(".debrief-said").innerText(), /Before the results you chose/);
      await sound(page);
      const at = await findings.first().locator(".debrief-at").innerText();
      await findings.first().getByRole("button", { name: /^Show me/ }).click();
      const instant = page.getByRole("region", { name: "The desk at that instant" });
      await instant.getByRole("heading", { level: 3 }).first().waitFor();
      assert.match(await instant.locator(".debrief-clock").innerText(), new RegExp(at));
      await sound(page);
      // The data and the replay file, and the report, for which everything is unfolded.
      await page.locator("summary", { hasText: "Take it along" }).click();
      for (const [name, file] of [[/^Save the data/, /debrief-first-morning\.json$/], [/^Save the replay file/, /shift-first-morning.*\.json$/]]) {
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
        assert.match(download.suggestedFilename(), file);
      }
      await page.evaluate(() => { window.print = () => (window.printed = document.querySelectorAll(".debrief-fold:not([open])").length); });
      await page.getByRole("button", { name: "Print the report" }).click();
      await page.waitForFunction(() => window.printed === 0);
      await sound(page);
      await findings.first().getByRole("button", { name: /^Replay from here/ }).click();
      await page.getByRole("dialog").getByRole("button", { name: /^Play on from/ }).click();
      await page.getByRole("heading", { level: 1, name: /Practice/ }).waitFor();
      assert.equal(await clockOf(page), at);
    }));

  test("a shift that is not over leads back to its desk, and an earlier one stands beside the next with what it lost", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url);
      const desk = page.url();
      await page.goto(`${desk}/debrief`);
      await page.getByRole("heading", { level: 1, name: "This shift is not over yet" }).waitFor();
      await sound(page);
      await page.getByRole("link", { name: "Back to the desk" }).click();
      await page.getByRole("heading", { level: 1, name: /Practice/ }).waitFor();
      await finish(page);
      await handOver(page);
      await lookBack(page, site.url);
      await page.locator("summary", { hasText: "Earlier shifts (1)" }).click();
      const row = page.locator(".debrief-earlier tbody tr").nth(1);
      await page.waitForFunction(() => /\d$/.test(document.querySelector(".debrief-earlier tbody tr:nth-child(2)")?.innerText ?? ""));
      await row.getByRole("link").click();
      await page.getByRole("radiogroup").waitFor();
    }));

  test("with the keyboard alone one goes through the shift act by act", () =>
    onPage(chromium, site.origin, async (page) => {
      await lookBack(page, site.url);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "debrief-result");
      const lanes = page.getByRole("slider", { name: "Instant of the shift" });
      await lanes.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      assert.equal(await lanes.getAttribute("aria-valuenow"), "1");
      await page.getByRole("region", { name: "The desk at that instant" }).getByText("Ringing").waitFor();
      await page.keyboard.press("End");
      assert.equal(await lanes.getAttribute("aria-valuenow"), await lanes.getAttribute("aria-valuemax"));
      await page.getByRole("button", { name: /^Replay from here/ }).first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /^Replay from here/);
    }));

  test("on a phone the debrief has the same order, its timeline is a list, and nothing is wider than the window", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await lookBack(page, site.url);
        await page.getByRole("heading", { level: 2, name: /an expert loses/ }).waitFor();
        const moments = page.locator(".debrief-moment");
        assert.ok((await moments.count()) > 5);
        await moments.first().click();
        await page.locator(".debrief-piles, .debrief-instant .debrief-hint").first().waitFor();
        assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)));
        await sound(page);
      },
      PHONE,
    ));

  test("on a phone there is one pane at a time, a call is a sheet, and nothing is wider than the window", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await begin(page, site.url);
        const panes = page.getByRole("navigation", { name: "Parts of the desk" });
        // In the inbox its row answers a call; everywhere else it comes as a sheet.
        await panes.getByRole("button", { name: /^Ticket/ }).click();
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        await waitOn(page);
        const call = page.getByRole("region", { name: "Ringing" });
        await call.waitFor();
        const { height } = await call.boundingBox();
        assert.ok(height <= 844 * 0.4 + 1, `the sheet of a call is ${height} px high`);
        await call.getByRole("button", { name: /^Answer/ }).click();
        await page.locator(".shift-said").first().waitFor();
        await sound(page);
        assert.ok(!(await wide()));
        for (const name of [/^Look up/, /^Inbox/, /^Ticket/]) {
          await panes.getByRole("button", { name }).click();
          assert.ok(!(await wide()), `${name} is wider than the window`);
        }
        await sound(page);
      },
      PHONE,
    ));
});
