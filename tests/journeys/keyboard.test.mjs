// The whole life of an incident with the keyboard alone: no element is clicked, focused or filled but by its keys.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

const MOST_TABS = 60;

/** What has the focus, as it is called. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent;
    return (label ?? "").trim().replace(/\s+/g, " ");
  });

/** Presses Tab until what is called so has the focus; it must be seen to have it. */
async function tabTo(page, name) {
  const passed = [];
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (typeof name === "string" ? here === name : name.test(here)) {
      const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      });
      // A hidden radio button shows its ring on what is drawn in its place.
      const drawn = await page.evaluate(() => document.activeElement.matches("input[type=radio], input[type=file]"));
      assert.ok(ring || drawn, `${here} has the focus and does not show it`);
      return;
    }
    passed.push(here.slice(0, 40));
  }
  assert.fail(`Tab does not lead to ${name}, only to: ${passed.join(" | ")}`);
}

const press = (page, ...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

/** Chooses an entry of a list that one can type into. */
async function pick(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.type(text);
  await page.getByRole("option", { name: new RegExp(text) }).first().waitFor();
  await press(page, "ArrowDown", "Enter");
}

describe("with the keyboard alone", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a first visitor looks around the sample company and logs, assigns, holds, resolves and closes an incident", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await tabTo(page, "Look around the sample company");
      await press(page, "Enter");
      await page.getByRole("grid", { name: "Incidents" }).waitFor();

      await press(page, "c");
      await page.getByRole("heading", { level: 1, name: "Log an incident" }).waitFor();
      await tabTo(page, /^Summary/);
      await page.keyboard.type("Scanner at gate 4 is dead");
      await pick(page, /^Caller/, "Ines Duarte");
      await tabTo(page, "High");
      await press(page, "Space");
      await tabTo(page, "High");
      await press(page, "Space");
      await pick(page, /^Assignment group/, "Network");
      await tabTo(page, "Log incident");
      await press(page, "Enter");
      await page.getByRole("heading", { level: 1, name: "Scanner at gate 4 is dead" }).waitFor();
      const line = page.locator(".ticket-line");
      await line.getByText("P1").waitFor();

      await tabTo(page, "Assign");
      await press(page, "Enter");
      await page.getByRole("dialog", { name: "Assign" }).waitFor();
      await tabTo(page, "Assign to me");
      await press(page, "Enter");
      await tabTo(page, "Assign");
      await press(page, "Enter");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(await focused(page), "Assign");

      await tabTo(page, "Put on hold");
      await press(page, "Enter");
      await page.getByRole("dialog", { name: "Put on hold" }).waitFor();
      await press(page, "Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(await focused(page), "Put on hold");
      await press(page, "Enter");
      await tabTo(page, "Put on hold");
      await press(page, "Enter");
      await line.getByText("On Hold, awaiting caller").waitFor();

      await page.reload();
      await mounted(page);
      await tabTo(page, "Resolve");
      await press(page, "Enter");
      await tabTo(page, /^Solution/);
      await page.keyboard.type("Charged its battery, and showed how to dock it.");
      await tabTo(page, "Resolve");
      await press(page, "Enter");
      await line.getByText("Resolved").waitFor();
      await page.reload();
      await mounted(page);
      await tabTo(page, "Close");
      await press(page, "Enter");
      await line.getByText("Closed").waitFor();

      await press(page, "g", "d");
      await page.getByRole("grid", { name: "Incidents" }).waitFor();
      await press(page, "/", "Control+a");
      await page.keyboard.type("state:closed \"gate 4 is dead\"");
      await page.locator("h1 .count").getByText(/^1 of /).waitFor();
      await press(page, "Escape", "Tab");
      await tabTo(page, "Incidents");
      await press(page, "j", "Enter");
      await page.getByRole("heading", { level: 1, name: "Scanner at gate 4 is dead" }).waitFor();
      await press(page, "?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await press(page, "Escape");
    }));

  test("two incidents are selected, handed over, and the message's Undo takes it back", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await tabTo(page, "Open a real desk");
      await press(page, "Enter");
      await page.locator("h1 .count").getByText("1,250 of 21,093").waitFor({ timeout: 60_000 });
      await press(page, "j", "j", "x", "Shift+ArrowDown");
      const rows = page.locator(".vtable-rows [aria-selected=true]");
      await rows.nth(1).waitFor();
      assert.equal(await rows.count(), 2);
      const handed = rows.first().locator(".cell-assignee");
      const before = await handed.textContent();
      const number = await rows.first().locator(".cell-number").textContent();
      const row = page.locator(".vtable-rows [role=row]", { hasText: number });
      await tabTo(page, "Assign");
      await press(page, "Enter");
      await page.getByRole("dialog", { name: "Assign 2 incidents" }).waitFor();
      await tabTo(page, "Assign to me");
      await press(page, "Enter");
      await tabTo(page, "Assign 2 incidents");
      await press(page, "Enter");
      await row.locator(".cell-assignee").getByText("You").waitFor();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(await focused(page), "Incidents");
      await tabTo(page, /^Undo/);
      await press(page, "Enter");
      await page.getByText("Handed 2 incidents to You is taken back.").waitFor();
      assert.equal(await row.locator(".cell-assignee").textContent(), before);
      await press(page, "j", "x", "Escape");
      assert.equal(await page.locator(".bulk").count(), 0);
    }));

  test("the queue is searched, filtered and sorted, and single keys do nothing while one types", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await tabTo(page, "Open a real desk");
      await press(page, "Enter");
      const count = page.locator("h1 .count");
      await count.getByText("1,250 of 21,093").waitFor({ timeout: 60_000 });
      await press(page, "/");
      await page.keyboard.type("caller jock");
      await count.getByText("0 of 21,093").waitFor();
      await page.getByRole("heading", { level: 1, name: "Desk" }).waitFor();
      // The field holds the whole query: taken away, everything is shown.
      await press(page, "Control+A", "Delete");
      await count.getByText("21,093 incidents").waitFor();
      await page.keyboard.type("state:open");
      await count.getByText("1,250 of 21,093").waitFor();
      await tabTo(page, /^P2/);
      await press(page, "Space");
      await count.getByText("24 of 21,093").waitFor();
      await tabTo(page, /^Opened/);
      await press(page, "Enter");
      await page.getByRole("columnheader", { name: "Opened" }).and(page.locator("[aria-sort=ascending]")).waitFor();
    }, { viewport: { width: 1440, height: 900 } }));
});
