// Asking the queue: a typed query, the chips beside it, what is wrong with it, saved views, and the rows as a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { chip, countOf, logIncident, openEmptyDesk, openRealDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const field = (page) => page.getByRole("combobox", { name: "Search incidents" });
const pressed = (page, name) => chip(page, name).getAttribute("aria-pressed");
/** Types a query in the place of the one that is there. */
async function ask(page, text) {
  await field(page).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}
/** Waits until the field holds a text. */
const holds = (page, text) =>
  page.waitForFunction((text) => document.getElementById("queue-search").value.trim() === text, text);

describe("asking the queue", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("chips follow the typed query and the query follows the chips", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await holds(page, "state:open sort:priority");
      assert.equal(await pressed(page, "New"), "true");
      await ask(page, "state:new priority<=2 clock:breached");
      await page.waitForURL(/q=state:new\+priority:1,2\+clock:breached/);
      assert.deepEqual(
        await Promise.all(["New", "In Progress", "P1", "P2", "P3", "Breached"].map((name) => pressed(page, name))),
        ["true", "false", "true", "true", "false", "true"],
      );
      await chip(page, "Breached").click();
      await holds(page, "state:new priority:1,2");
      await ask(page, "state:open -channel:email");
      await page.getByRole("group", { name: "Other conditions" }).getByRole("button").click();
      await holds(page, "state:open");
      assert.equal(await countOf(page).textContent(), "1,250 of 21,093");
    }));

  test("an error points at the place, keeps what was shown, and can be mended", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await ask(page, "priority:2 state:opne printer");
      await page.getByText("state has no “opne”: open?").waitFor();
      assert.equal(await page.locator(".query-excerpt mark").textContent(), "opne");
      assert.equal(await field(page).getAttribute("aria-invalid"), "true");
      assert.equal(await countOf(page).textContent(), "1,250 of 21,093");
      await page.getByRole("button", { name: "Put “open”" }).click();
      await holds(page, "priority:2 state:open printer");
      assert.equal(await field(page).getAttribute("aria-invalid"), null);

      await page.goto(`${site.url}desk?q=state:open+mood:bad`);
      await queueShown(page);
      await page.getByText("There is no field “mood”.").waitFor();
      await page.goto(`${site.url}desk?state=new,hold&priority=2&clock=breached&q=caller`);
      await queueShown(page);
      await holds(page, "state:new,on-hold priority:2 clock:breached caller");
    }));

  test("the keyboard alone completes a query, and what was asked is offered again", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await page.keyboard.press("/");
      await page.keyboard.type("gro");
      await page.getByRole("option", { name: /^group:/ }).waitFor();
      for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
      await holds(page, "state:open sort:priority group:");
      await page.keyboard.type("group 70");
      await page.getByRole("option", { name: /^Group 70 [\d,]+$/ }).waitFor();
      await page.keyboard.press("ArrowDown");
      const active = await field(page).getAttribute("aria-activedescendant");
      assert.match(await page.locator(`#${active}`).textContent(), /Group 70/);
      await page.keyboard.press("Enter");
      await holds(page, 'state:open sort:priority group:"Group 70"');
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".filters-group select").evaluate((list) => list.selectedOptions[0].textContent.slice(0, 8)), "Group 70");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      await page.getByRole("listbox", { name: "What may come next" }).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Clear the search" }).click();
      await page.getByRole("option", { name: /Group 70.*earlier/ }).waitFor();
    }));

  test("several headings sort one after the other", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      const heading = (name) => page.getByRole("columnheader", { name: new RegExp(`^${name}`) });
      await heading("Group").getByRole("button").click({ modifiers: ["Shift"] });
      await holds(page, "state:open sort:priority,group");
      await heading("Opened").getByRole("button").focus();
      await page.keyboard.press("Shift+Enter");
      await holds(page, "state:open sort:priority,group,opened");
      assert.match(await heading("Group").textContent(), /key 2, ascending/);
      assert.equal(await heading("Priority").getAttribute("aria-sort"), "ascending");
      await heading("Number").getByRole("button").click();
      await holds(page, "state:open sort:number");
    }, { viewport: { width: 1440, height: 900 } }));

  test("a view is saved, pinned, found after a reload, renamed and deleted; a name twice is refused", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      const views = page.getByRole("navigation", { name: "Views" });
      await views.getByRole("link", { name: /^Open 1,250$/ }).waitFor();
      await ask(page, "state:open priority:2");
      const dialog = page.getByRole("dialog", { name: "Views" });
      const save = async (name) => {
        await views.getByRole("button", { name: "Views" }).click();
        await dialog.getByRole("textbox", { name: "Name" }).fill(name);
        await dialog.getByRole("button", { name: "Save this view" }).click();
      };
      await save("Second priority");
      await dialog.waitFor({ state: "hidden" });
      await save("second PRIORITY");
      await dialog.getByText(/another view has it/).waitFor();
      await page.keyboard.press("Escape");

      await page.goto(`${site.url}desk`);
      await queueShown(page);
      const pinned = views.getByRole("link", { name: /^Second priority \d+$/ });
      await pinned.click();
      await holds(page, "state:open priority:2");
      assert.equal(await pinned.getAttribute("aria-current"), "true");
      assert.equal((await countOf(page).textContent()).split(" ")[0], (await pinned.textContent()).match(/\d+$/)[0]);

      await views.getByRole("button", { name: "Views" }).click();
      await dialog.getByRole("button", { name: "Rename Second priority" }).click();
      await dialog.getByLabel("New name").fill("Two");
      await page.keyboard.press("Enter");
      await dialog.getByRole("button", { name: "Unpin Two" }).click();
      await dialog.getByRole("button", { name: "Pin Two" }).waitFor();
      await dialog.getByRole("button", { name: "Delete Two" }).click();
      await dialog.getByText("None yet.").waitFor();
    }));

  test("what is shown is handed out as a file that does nothing on opening", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, '=HYPERLINK("x"), she wrote');
      const back = () => page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Desk" }).click();
      await back();
      await logIncident(page, "Printer hums");
      await back();
      await queueShown(page);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export these rows" }).click(),
      ]);
      assert.match(file.suggestedFilename(), /^incidents-\d{4}-\d\d-\d\dt\d{4}\.csv$/);
      const text = await readFile(await file.path(), "utf8");
      const lines = text.split("\r\n");
      assert.equal(lines[0], "\ufeffNumber,Priority,State,Summary,Target,Group,Person,Caller,Opened");
      assert.equal(lines.length, 4);
      assert.match(text, /INC0000001,P2,New,"'=HYPERLINK\(""x""\), she wrote",[^,]+,Network,–,Ines Duarte,/);
    }));
});
