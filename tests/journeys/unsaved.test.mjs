// What is typed into a window is not lost to one press of Escape.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { SITES, served } from "./support/sites.mjs";

const chromium = launched();

describe("a window with something typed in it", () => {
  const site = served(SITES[0]);

  test("asks before Escape or its cross discards that, and closes at once where nothing was typed", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Printer hums");
      const window = page.getByRole("dialog", { name: "Resolve" });
      const solution = window.getByRole("textbox", { name: "Solution" });
      const resolve = page.locator(".ticket-actions").getByRole("button", { name: "Resolve" });
      const question = window.getByText("What you typed here is not saved yet.");

      await resolve.click();
      await solution.waitFor();
      await page.keyboard.press("Escape");
      await window.waitFor({ state: "hidden" });

      await resolve.click();
      await solution.fill("Cleaned the fan");
      await page.keyboard.press("Escape");
      await question.waitFor();
      await sound(page);
      await window.getByRole("button", { name: "Go on typing" }).and(page.locator(":focus")).waitFor();
      await page.keyboard.press("Enter");
      await question.waitFor({ state: "hidden" });
      assert.equal(await solution.inputValue(), "Cleaned the fan");

      await window.getByRole("button", { name: "Close" }).click();
      await question.waitFor();
      await window.getByRole("button", { name: "Discard it" }).click();
      await window.waitFor({ state: "hidden" });
      await resolve.click();
      await solution.waitFor();
      assert.equal(await solution.inputValue(), "");
    }));
});
