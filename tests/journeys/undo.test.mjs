// Many incidents changed at once, with the refused ones said beforehand; all of it undone; and the history of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { chip, countOf, logIncident, openEmptyDesk, openRealDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const grid = (page) => page.getByRole("grid", { name: "Incidents" });
const selected = (page) => page.locator(".bulk-count");

/** Presses a key so many times. */
async function times(page, count, key) {
  for (let i = 0; i < count; i++) await page.keyboard.press(key);
}

describe("undo", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("40 are handed over, 3 of them refused with the reason; one undo takes all back, and a reload keeps it", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      // 3 closed ones from the top of their list, and 37 open ones.
      await page.getByRole("button", { name: "Clear filters" }).click();
      await countOf(page).getByText("21,093 incidents").waitFor();
      // Not by target: the desk's clock goes on meanwhile.
      const counts = () => page.locator(".filters-chips").getByRole("group", { name: /State|Priority/ }).allTextContents();
      const before = await counts();
      await chip(page, "Closed").click();
      await page.waitForURL(/state:closed/);
      await grid(page).focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("x");
      await times(page, 2, "Shift+ArrowDown");
      await selected(page).getByText("3 selected").waitFor();
      await chip(page, "Closed").click();
      await chip(page, "On Hold").click();
      await page.waitForURL(/state:on-hold/);
      assert.equal(await page.locator(".bulk").count(), 0, "what a filter hides is not acted on");
      await grid(page).focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("x");
      await times(page, 36, "Shift+ArrowDown");
      await selected(page).getByText("37 selected").waitFor();
      await chip(page, "Closed").click();
      await selected(page).getByText("40 selected").waitFor();

      await page.locator(".bulk").getByRole("button", { name: "Assign" }).click();
      const dialog = page.getByRole("dialog", { name: "Assign 40 incidents" });
      await dialog.getByText("Choose a group or a person").waitFor();
      await dialog.getByRole("button", { name: "Assign to me" }).click();
      await dialog.getByText("37 will be changed, 3 refused:").waitFor();
      await dialog.getByText(/3 Not while Closed: a closed incident is history/).waitFor();
      assert.match(await dialog.locator(".bulk-numbers").textContent(), /^INC\d{7}, INC\d{7}, INC\d{7}$/);
      await dialog.getByRole("button", { name: "Assign 37 incidents" }).click();
      await page.getByText("37 changed, 3 left as they were").waitFor();
      await page.locator(".bulk").waitFor({ state: "detached" });

      await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
      await page.getByText("Handed 37 incidents to You is taken back").waitFor();
      await page.getByRole("button", { name: "Clear filters" }).click();
      await countOf(page).getByText("21,093 incidents").waitFor();
      assert.deepEqual(await counts(), before);

      await page.reload();
      await mounted(page);
      await page.goto(`${site.url}workspace/history`);
      const rows = page.locator(".changes .vtable-rows [role=row]:not([hidden])");
      await rows.first().waitFor();
      assert.match(await rows.nth(0).textContent(), /\d, \d\d:\d\d.*You.*Undone: Handed 37 incidents to You/);
      assert.match(await rows.nth(1).textContent(), /You.*Handed 37 incidents to You.*Taken back/);
      await page.getByText(/It began with the import of .*: [\d,]+ events of 21,093 incidents/).waitFor();

      await rows.nth(0).click();
      const sheet = page.getByRole("dialog", { name: "Undone: Handed 37 incidents to You" });
      await sheet.getByText("Wall time").waitFor();
      await sheet.locator(".change-incidents li").nth(36).waitFor();
      assert.equal(await sheet.locator(".change-incidents li").count(), 37);
      await sheet.getByRole("button", { name: "Redo" }).click();
      await page.getByText("Handed 37 incidents to You is done again").waitFor();
      await page.getByText("3 changes").or(page.getByText("4 changes")).waitFor();
    }));

  test("Ctrl Z on a ticket takes back what was done last, not while one types, and Ctrl Shift Z brings it back", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Calls drop on floor 2");
      const state = page.locator(".ticket-line");
      await page.getByRole("button", { name: "Resolve" }).click();
      const dialog = page.getByRole("dialog", { name: "Resolve" });
      await dialog.getByRole("textbox", { name: "Solution" }).fill("Restarted the access point");
      await dialog.getByRole("button", { name: "Resolve" }).click();
      await state.getByText("Resolved").waitFor();

      await page.getByRole("textbox", { name: "Text" }).focus();
      await page.keyboard.press("Control+z");
      await state.getByText("Resolved").waitFor();
      await page.locator("h1").click();
      await page.keyboard.press("Control+z");
      await page.getByText("Resolved INC0000001 is taken back.").waitFor();
      await state.getByText("New").waitFor();
      await page.locator(".history").getByText("Taken back").waitFor();

      await page.keyboard.press("Control+Shift+Z");
      await page.getByText("Resolved INC0000001 is done again.").waitFor();
      await state.getByText("Resolved").waitFor();

      // Back to before the incident was logged: its page says so, and redo brings it back.
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await page.getByRole("heading", { level: 1, name: "INC0000001 is taken back" }).waitFor();
      await page.keyboard.press("Control+Shift+Z");
      await page.getByRole("heading", { level: 1, name: "Calls drop on floor 2" }).waitFor();
    }));

  test("the history is filtered, says why something cannot be undone, and undoes what can", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Scanner at gate 4 is dead");
      await page.getByLabel("Work note").check();
      await page.getByLabel("Text").fill("Looks like its battery");
      await page.getByRole("button", { name: "Add note" }).click();
      await page.getByText("Looks like its battery").first().waitFor();
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workspace" }).click();
      await page.getByRole("link", { name: "History" }).click();
      await page.getByRole("heading", { level: 1, name: "History" }).waitFor();
      await countOf(page).getByText("4 changes").waitFor();

      await page.getByRole("searchbox", { name: "Search the history" }).fill("scanner");
      await countOf(page).getByText("1 of 4").waitFor();
      await page.getByRole("grid").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      const logged = page.getByRole("dialog", { name: "Logged INC0000001" });
      await logged.getByText("Not yet, others built on it").waitFor();
      assert.equal(await logged.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled"), "true");
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByLabel("Kind").selectOption("Replies and notes");
      await countOf(page).getByText("1 of 4").waitFor();
      await page.getByText("Looks like its battery").click();
      await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
      await page.getByText("Wrote a note on INC0000001 is taken back.").waitFor();
      await page.locator(".changes").getByText("Taken back").waitFor();

      // What is taken back is brought back from the same place.
      await page.locator(".changes").getByText("Taken back").click();
      await page.getByRole("dialog", { name: "Wrote a note on INC0000001" }).getByRole("button", { name: "Redo" }).click();
      await page.getByText("Wrote a note on INC0000001 is done again.").waitFor();
      await page.locator(".changes").getByRole("link", { name: "INC0000001" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Scanner at gate 4 is dead" }).waitFor();
    }));
});
