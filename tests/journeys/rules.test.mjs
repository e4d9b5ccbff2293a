// What the desk goes by: working time, targets, priorities and names are edited, refused at their place, previewed,
// undone, and followed by what hangs on them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const toast = (page) => page.locator(".toast");
const grid = (page, name) => page.getByRole("grid", { name });
const clocks = (page) => page.locator("section", { has: page.getByRole("heading", { name: "Service level" }) });
const heading = (page, name) => page.getByRole("heading", { level: 1, name });

/** Goes to a page of the rules by its address; what is stored stays. */
async function goTo(page, url, path, name) {
  await page.goto(url + path);
  await mounted(page);
  await heading(page, name).waitFor();
}

async function save(page, says) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page).getByText(says).waitFor();
}

/** Opens the dialog of a name. */
async function open(page, list, name) {
  await grid(page, list).getByText(name, { exact: true }).click();
  return page.getByRole("dialog", { name });
}

describe("rules", () => {
  const site = served(SITES[0]);
  const chromium = launched();
  const journey = (name, steps, options) => test(name, () => onPage(chromium, site.origin, steps, options));

  journey("working time is edited, and the clock on a ticket follows", async (page) => {
    await openEmptyDesk(page, site.url);
    await logIncident(page, "Calls drop on floor 2");
    const ticket = page.url();
    await page.getByRole("link", { name: "Standard desk agreement" }).click();
    await heading(page, "Targets").waitFor();
    await page.getByRole("link", { name: "Working time" }).first().click();
    await page.getByText("50 h a week. A working day is 10 h").waitFor();
    await page.getByRole("button", { name: "Open round the clock" }).click();
    await page.getByText("168 h a week. A working day is 24 h").waitFor();
    await page.getByLabel("Logged at").fill("2026-03-07T22:30");
    await page.getByText("It is due on Sunday, 8 Mar 2026, 06:30.").waitFor();
    await save(page, "Working time is saved");
    await page.goto(ticket);
    await clocks(page).getByText(/left/).first().waitFor();
    assert.equal(await clocks(page).getByText(/Outside/).count(), 0);

    // A century of holidays: whatever day this runs on, the desk is closed.
    await goTo(page, site.url, "workspace/rules", "Working time");
    await page.getByRole("button", { name: "Add a holiday, Holidays" }).click();
    await page.getByLabel("Holidays, first date").fill("2020-01-01");
    await page.getByLabel("Holidays, last date").fill("2098-12-31");
    await page.getByLabel("Holidays, last date").blur();
    await page.getByText("This calendar has no opening in 400 days on the way.").waitFor();
    await save(page, "Working time is saved");
    await page.goto(ticket);
    await clocks(page).getByText(/Outside/).first().waitFor();

    await goTo(page, site.url, "workspace/history", /History/);
    await page.getByText("Service level agreement changed: working time").first().waitFor();
    await page.getByText(/holidays 0 → 1/).first().waitFor();
  });

  journey("hours across midnight are refused at their place, and a reload keeps what was typed", async (page) => {
    await openEmptyDesk(page, site.url);
    await goTo(page, site.url, "workspace/rules", "Working time");
    await page.getByRole("button", { name: "Add hours, Monday" }).click();
    await page.getByLabel("Monday, opens").nth(1).fill("22:00");
    await page.getByLabel("Monday, closes").nth(1).fill("6");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const monday = page.getByRole("group", { name: "Monday" });
    await monday.getByText(/22:00 to 06:00 is not a window of one day.*as two windows/).waitFor();
    await page.getByText("One entry above has to be put right first.").waitFor();
    assert.equal(await page.getByLabel("Monday, closes").nth(1).getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByLabel("Monday, closes").first().getAttribute("aria-invalid"), null);

    await page.reload();
    await mounted(page);
    await page.getByText("What you had typed is back.").waitFor();
    assert.equal(await page.getByLabel("Monday, opens").nth(1).inputValue(), "22:00");
    await page.getByLabel("Monday, closes").nth(1).fill("24:00");
    await page.getByLabel("Monday, closes").nth(1).blur();
    await page.getByText("52 h a week").waitFor();
    await save(page, "Working time is saved");
    await page.reload();
    await mounted(page);
    await page.getByText("Nothing to save: this is what holds now.").waitFor();
    assert.equal(await page.getByLabel("Monday, closes").nth(1).inputValue(), "24:00");
  });

  journey("targets are refused at their field, previewed, saved and undone", async (page) => {
    await openEmptyDesk(page, site.url);
    await logIncident(page, "Calls drop on floor 2");
    await goTo(page, site.url, "workspace/rules/targets", "Targets");
    const response = page.getByLabel("P2, response");
    await response.fill("2 days");
    await response.blur();
    await page.getByText("Say which day is meant: write “2 working days”, or hours.").waitFor();
    await response.fill("9 h");
    await response.blur();
    await page.getByText(/the response comes first/).waitFor();
    await page.getByText("Put right what is wrong first, then this looks ahead.").waitFor();
    for (const number of [1, 2, 3, 4, 5]) {
      await page.getByLabel(`P${number}, response`).fill("");
      await page.getByLabel(`P${number}, resolution`).fill(number === 2 ? "" : "2 working days");
      await page.getByLabel(`P${number}, resolution`).blur();
    }
    const ahead = page.locator(".ahead");
    await ahead.getByRole("row", { name: "No target 0 1" }).waitFor();
    await save(page, "Targets are saved");
    assert.equal(await page.getByLabel("P1, resolution").inputValue(), "20 h");
    await toast(page).getByRole("button", { name: "Undo" }).click();
    await toast(page).getByText(/Service level agreement changed: targets is taken back/).waitFor();
    await page.waitForFunction(() => document.querySelector("#target-2")?.value === "30 min");
  });

  journey("priorities contradicting each other are refused at both cells; a good matrix is previewed, saved, undone", async (page) => {
    await openEmptyDesk(page, site.url);
    await logIncident(page, "Calls drop on floor 2");
    const ticket = page.url();
    await page.locator(".ticket-why").click();
    await heading(page, "Priorities").waitFor();
    const cell = (impact, urgency) => page.getByLabel(`Priority for ${impact} impact, ${urgency} urgency`);
    await cell("high", "high").selectOption("3");
    await page.getByText(/High impact with high urgency weighs more than .* but would come later \(P3 after P2\)/).waitFor();
    assert.equal(await page.locator(".matrix [aria-invalid=true]").count(), 2);
    await cell("high", "high").selectOption("1");
    await cell("medium", "high").selectOption("1");
    await page.getByText("Of 1 open incident, 1 would become more pressing and 0 less.").waitFor();
    await save(page, "Priorities are saved");
    await page.goto(ticket);
    await page.locator(".ticket-line .priority").getByText("P1").waitFor();
    await goTo(page, site.url, "workspace/history", /History/);
    await page.getByText("medium impact, high urgency: P2 → P1").first().waitFor();
    await goTo(page, site.url, "workspace/rules/priorities", "Priorities");
    await page.getByLabel("2 × 2").check();
    assert.equal(await page.locator(".matrix-cell").count(), 4);
    await page.getByText("Incidents at a level that goes count as the nearest one that stays.").waitFor();
    await page.getByRole("button", { name: "Use the standard matrix" }).click();
    await save(page, "Priorities are saved");
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await toast(page).getByText("Priority matrix changed is taken back.").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".matrix-cell")[3]?.value === "1");
  });

  journey("a group is renamed and added; it is retired only once nothing is open with it, and then offered no more", async (page) => {
    await openEmptyDesk(page, site.url);
    await logIncident(page, "Calls drop on floor 2");
    const ticket = page.url();
    await goTo(page, site.url, "workspace/rules/groups", "Groups");
    let dialog = await open(page, "groups", "Network");
    await dialog.getByLabel("Name").fill("workplace");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await dialog.getByText("another entry has it").waitFor();
    await dialog.getByLabel("Name").fill("Networks");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await toast(page).getByText("Networks is the name now").waitFor();

    await page.getByRole("button", { name: "Add a group" }).click();
    dialog = page.getByRole("dialog", { name: "Add a group" });
    await dialog.getByLabel("Name").fill("Telephony");
    await dialog.getByRole("button", { name: "Add" }).click();
    await toast(page).getByText("Telephony is added").waitFor();

    dialog = await open(page, "groups", "Networks");
    await dialog.getByText(/1 open incident is with this group and would go out of sight/).waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Retire" }).getAttribute("aria-disabled"), "true");
    await dialog.getByRole("link", { name: "1 open" }).click();
    await queueShown(page);
    await page.getByText("Calls drop on floor 2").first().waitFor();

    await page.goto(ticket);
    await page.getByRole("button", { name: "Assign" }).first().click();
    const assign = page.getByRole("dialog", { name: "Assign" });
    await assign.getByRole("combobox", { name: /Assignment group/ }).fill("Telephony");
    await page.getByRole("option", { name: "Telephony", exact: true }).click();
    await assign.getByRole("button", { name: "Assign", exact: true }).click();
    await assign.waitFor({ state: "hidden" });

    await goTo(page, site.url, "workspace/rules/groups", "Groups");
    dialog = await open(page, "groups", "Networks");
    await dialog.getByRole("button", { name: "Retire" }).click();
    await toast(page).getByText("Networks is retired").waitFor();
    await page.goto(`${site.url}desk/new`);
    await mounted(page);
    const group = page.getByRole("combobox", { name: /Assignment group/ });
    await group.fill("Network");
    await page.getByText("Nothing matches these words.").waitFor();

    await goTo(page, site.url, "workspace/rules/groups", "Groups");
    dialog = await open(page, "groups", "Networks");
    await dialog.getByRole("button", { name: "Bring back" }).click();
    await toast(page).getByText("Networks is offered again").waitFor();
    await goTo(page, site.url, "workspace/history", /History/);
    await page.getByText("Renamed group Network to Networks").first().waitFor();
    await page.getByText("Group Networks brought back: offered again").first().waitFor();
  });

  journey("the keyboard alone renames a name and changes working time", async (page) => {
    await openEmptyDesk(page, site.url);
    await goTo(page, site.url, "workspace/rules/categories", "Categories");
    await grid(page, "categories").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Access" });
    await dialog.getByLabel("Name").waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("dialog input"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Accounts");
    await page.keyboard.press("Enter");
    await toast(page).getByText("Accounts is the name now").waitFor();

    await goTo(page, site.url, "workspace/rules", "Working time");
    await page.getByRole("button", { name: "Add hours, Saturday" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Saturday, opens");
    await page.keyboard.type("9");
    await page.keyboard.press("Tab");
    await page.keyboard.type("12.30");
    await page.keyboard.press("Tab");
    await page.getByText("53 h 30 min a week").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).focus();
    await page.keyboard.press("Enter");
    await toast(page).getByText("Working time is saved").waitFor();
  });

  journey("a form says when another tab has changed what holds, and the last to save wins", async (page) => {
    await openEmptyDesk(page, site.url);
    await goTo(page, site.url, "workspace/rules/targets", "Targets");
    await page.getByLabel("P1, response").fill("10 min");
    await page.getByLabel("P1, response").blur();
    const other = await page.context().newPage();
    await goTo(other, site.url, "workspace/rules", "Working time");
    await other.getByRole("button", { name: "Open round the clock" }).click();
    await save(other, "Working time is saved");
    await goTo(other, site.url, "workspace/rules/targets", "Targets");
    await other.getByText("Discard changes").click();
    await other.getByLabel("P1, response").fill("5 min");
    await other.getByLabel("P1, response").blur();
    await save(other, "Targets are saved");
    await page.getByText("These rules have changed since you began.").waitFor();
    await save(page, "Targets are saved");
    await other.waitForFunction(() => document.querySelector("#target-1")?.value === "10 min");
    // What the other tab had saved of the rest is still there.
    await other.getByText("“1 working day” is 24 h here").waitFor();
  });

  for (const colorScheme of ["light", "dark"]) {
    journey(
      `axe finds nothing on these pages in ${colorScheme}`,
      async (page) => {
        await openEmptyDesk(page, site.url);
        for (const [path, name] of [["", "Working time"], ["/targets", "Targets"], ["/priorities", "Priorities"], ["/groups", "Groups"], ["/people", "People"]]) {
          await goTo(page, site.url, `workspace/rules${path}`, name);
          await sound(page);
        }
        await goTo(page, site.url, "workspace/rules", "Working time");
        await page.getByLabel("Monday, closes").fill("7");
        await page.getByLabel("Monday, closes").blur();
        await page.getByText(/is not a window of one day/).waitFor();
        await sound(page);
        await goTo(page, site.url, "workspace/rules/groups", "Groups");
        await open(page, "groups", "Network");
        await page.getByRole("button", { name: "Retire" }).waitFor();
        await sound(page);
      },
      { colorScheme, reducedMotion: "reduce" },
    );
  }
});
