// Several tabs on one desk: a change in one shows in the others, and nothing that any of them wrote is lost.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const TABS = 5;
const COMMANDS = 100;

/** Writes work notes as fast as the page takes them; answers when the last one stands in the history. */
function writeNotes({ tab, count }) {
  const text = document.querySelector(".composer textarea");
  const button = [...document.querySelectorAll(".composer button")].at(-1);
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return (async () => {
    for (let i = 0; i < count; i++) {
      text.value = `Note ${i} of tab ${tab}.`;
      text.dispatchEvent(new Event("input", { bubbles: true }));
      await turn();
      button.click();
      await turn();
    }
  })();
}

describe("several tabs", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a change in one tab shows in the other within a second", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Seen by two");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await mounted(other);
      await page.getByLabel("Text").fill("Said in the first tab.");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await other.getByText("Said in the first tab.").waitFor({ timeout: 1_000 });
    }));

  test(`${TABS} tabs write ${COMMANDS} commands each at the same time, and none is lost`, () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Written by many");
      const others = await Promise.all(Array.from({ length: TABS - 1 }, () => page.context().newPage()));
      const tabs = [page, ...others];
      for (const tab of tabs) {
        await tab.goto(page.url());
        await mounted(tab);
        await tab.getByLabel("Work note").check();
      }
      await Promise.all(tabs.map((tab, number) => tab.evaluate(writeNotes, { tab: number, count: COMMANDS })));

      const reader = await page.context().newPage();
      await reader.goto(page.url());
      await mounted(reader);
      await reader.getByRole("button", { name: /Show .* earlier events/ }).click();
      await reader.getByText("Note 0 of tab 0.").waitFor();
      const text = await reader.locator(".history").innerText();
      const missing = [];
      for (let tab = 0; tab < TABS; tab++) {
        for (let i = 0; i < COMMANDS; i++) if (!text.includes(`Note ${i} of tab ${tab}.`)) missing.push(`${tab}/${i}`);
      }
      assert.deepEqual(missing, []);
    }));
});
