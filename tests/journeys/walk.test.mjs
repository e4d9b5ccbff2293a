// Walking a service from strategy to retirement: decisions are checked, records are really written, gates are passed, and
// a dossier tells all of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { confirm } from "./support/acting.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The card of a decision, by the beginning of its question. */
const decision = (page, question) => page.locator(".learn-decision").filter({ has: page.getByRole("heading", { level: 3, name: question }) });

const holds = (card) => card.getByText("It holds", { exact: true }).waitFor();

/** Waits until the keys are somewhere: what was pressed is gone. */
const keysGoOn = (page) => page.waitForFunction(() => document.activeElement !== document.body);

/** Goes to a part of the walk by its name. */
async function part(page, name) {
  await page.getByRole("navigation", { name: "Parts of the walk" }).getByRole("link", { name }).click();
  await page.locator(".learn-part").getByRole("heading", { level: 2, name }).waitFor();
}

/** Answers as the sample does, wherever that is offered. */
async function asTheSample(page) {
  const buttons = page.getByRole("button", { name: "Answer as the sample does" });
  await buttons.first().waitFor();
  while (await buttons.count()) {
    const left = await buttons.count();
    await buttons.first().click();
    await page.waitForFunction((left) => [...document.querySelectorAll("button")].filter((one) => one.textContent === "Answer as the sample does").length < left, left);
    await keysGoOn(page);
  }
}

/** Writes a record as the form offers it, after changing what has to be changed. */
async function write(page, card, verb, change = async () => {}) {
  await card.getByRole("button", { name: verb, exact: true }).click();
  const form = page.getByRole("dialog");
  await form.waitFor();
  await change(form);
  await form.getByRole("button", { name: verb, exact: true }).click();
  await form.waitFor({ state: "hidden" });
}

async function begin(page, site) {
  await openEmptyDesk(page, site.url);
  await page.goto(`${site.url}learn/walk`);
  await mounted(page);
  await page.getByRole("button", { name: "Walk the guided sample" }).click();
  await page.getByRole("heading", { level: 1, name: "Loan scanners for the warehouse" }).waitFor();
  await page.getByRole("navigation", { name: "Seen as" }).getByRole("link", { name: /Five stages/ }).click();
}

describe("walking a service", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("the guided sample goes through its gates, writes real records and ends with a dossier", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site);
      await part(page, /Service strategy/);
      await sound(page);

      // A weak answer is told, and stays as it was typed.
      const need = decision(page, /Whose work is held up/);
      await need.getByRole("textbox").fill("Pickers wait.");
      await need.getByRole("textbox").blur();
      await need.getByText("Give a number in digits", { exact: false }).waitFor();
      await page.reload();
      await mounted(page);
      assert.equal(await need.getByRole("textbox").inputValue(), "Pickers wait.");
      await need.getByRole("textbox").fill("");
      await need.getByRole("textbox").blur();
      await asTheSample(page);
      await holds(need);

      const gate = page.getByRole("region", { name: /The gate/ });
      await gate.getByText("Enter the service in the portfolio first.").waitFor();
      const entry = decision(page, /Is the service entered in the portfolio/);
      await write(page, entry, "Enter it in the portfolio", async (form) => {
        assert.equal(await form.getByLabel(/^Name of the service/).inputValue(), "Loan scanners for the warehouse");
        await sound(page);
      });
      await holds(entry);
      await gate.getByRole("button", { name: "Let it pass: In design" }).click();
      await gate.getByText("Passed: the service is In design.").waitFor();

      // What was written is the workspace's own.
      await entry.getByRole("link", { name: "Loan scanners for the warehouse" }).click();
      await page.getByRole("heading", { level: 1, name: /Loan scanners/ }).waitFor();
      await page.goBack();
      await page.locator(".learn-part").waitFor();

      await part(page, /Service design/);
      await asTheSample(page);
      const capacity = decision(page, /How many uses can the design carry/);
      await capacity.getByRole("textbox").fill("4");
      await capacity.getByRole("textbox").blur();
      await capacity.getByText("It does not hold yet").waitFor();
      await capacity.getByRole("textbox").fill("16");
      await capacity.getByRole("textbox").blur();
      await holds(capacity);
      await write(page, decision(page, /What can users order or report/), "Write an offering");
      await write(page, decision(page, /Which supplier stands behind/), "Add the supplier");
      const promise = decision(page, /Is the promise to the customer drafted/);
      await write(page, promise, "Draft the agreement", async (form) => {
        await form.getByLabel(/^Resolution/).fill("45");
      });
      // The agreement promises something else than was decided.
      await promise.getByText("It does not hold yet").waitFor();
      await promise.getByRole("button", { name: /^Take out of the walk/ }).click();
      await write(page, promise, "Draft the agreement");
      await holds(promise);
      await page.getByRole("region", { name: /The gate/ }).getByRole("button", { name: /Let it pass: In test/ }).click();
      await page.getByText("Passed: the service is In test.").waitFor();

      // The same decisions, as a value stream and by the eight activities.
      await page.getByRole("navigation", { name: "Seen as" }).getByRole("link", { name: /Value stream/ }).click();
      await part(page, /Decide whether it is worth it/);
      await holds(decision(page, /What will it cost/));
      await page.getByRole("navigation", { name: "Seen as" }).getByRole("link", { name: /Eight activities/ }).click();
      await part(page, /^Acquire/);
      await page.getByText("is our reading; nothing official was found", { exact: false }).waitFor();

      await page.getByRole("link", { name: "See the dossier" }).click();
      await page.getByRole("heading", { level: 2, name: "Business case" }).waitFor();
      await page.getByRole("link", { name: /a working scanner in 30 minutes/ }).waitFor();
      await sound(page);
      await page.evaluate(() => (window.print = () => (document.title = "Printing")));
      await page.getByRole("button", { name: "Print" }).click();
      assert.equal(await page.title(), "Printing");
      await page.emulateMedia({ media: "print" });
      assert.ok(!(await page.getByRole("navigation", { name: "Places" }).isVisible()));
      assert.equal(await page.locator("main button:visible").count(), 0);
    }));

  test("the guided sample is walked to its retirement, with what others have to agree to done where it belongs", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site);
      const passes = async (to) => {
        const gate = page.getByRole("region", { name: /The gate/ });
        await gate.getByRole("button", { name: `Let it pass: ${to}`, exact: true }).click();
        await gate.getByText(`Passed: the service is ${to}.`).waitFor();
        await keysGoOn(page);
      };
      /** On the page of a decision's record, and back to the walk. */
      const onRecord = async (card, name, act) => {
        await card.getByRole("link", { name }).click();
        await act(page.getByRole("region", { name: "Actions" }));
        await page.goBack();
        await page.locator(".learn-part").waitFor();
      };
      const agree = async (actions) => {
        await actions.getByRole("button", { name: "Both sides agree", exact: true }).click();
        await page.locator(".ticket-line").getByText("Agreed", { exact: false }).waitFor();
      };

      await part(page, /Service strategy/);
      await asTheSample(page);
      await write(page, decision(page, /Is the service entered in the portfolio/), "Enter it in the portfolio");
      await passes("In design");

      await part(page, /Service design/);
      await asTheSample(page);
      await write(page, decision(page, /What can users order or report/), "Write an offering");
      await write(page, decision(page, /Which supplier stands behind/), "Add the supplier");
      const promise = decision(page, /Is the promise to the customer drafted/);
      await write(page, promise, "Draft the agreement");
      await onRecord(promise, /working scanner/, agree);
      await holds(promise);
      await passes("In test");

      await part(page, /Service transition/);
      await asTheSample(page);
      await write(page, decision(page, /Is the change raised/), "Raise the change");
      await write(page, decision(page, /Are the parts of the service registered/), "Register an item");
      await write(page, decision(page, /Which articles do users and the desk need/), "Write an article");
      await passes("Active");

      await part(page, /Service operation/);
      await asTheSample(page);
      const entry = decision(page, /Does the published catalogue entry say/);
      await write(page, entry, "Write the catalogue entry");
      await entry.getByText("The entry is not published.", { exact: false }).waitFor();
      await onRecord(entry, /Loan scanners/, async (actions) => {
        await actions.getByRole("button", { name: "Publish …" }).click();
        await page.getByRole("dialog").getByRole("textbox", { name: "What is new" }).fill("Scanners on loan");
        await confirm(page, "Publish");
      });
      await holds(entry);
      const inside = decision(page, /Which team's promise stands beneath/);
      await write(page, inside, "Draft the agreement", async (form) => {
        await form.getByRole("combobox", { name: /^Team/ }).fill("Service desk");
        await form.getByRole("option", { name: "Service desk", exact: true }).click();
      });
      await onRecord(inside, /./, agree);
      await holds(inside);
      await passes("Launched");

      await part(page, /Continual service improvement/);
      await asTheSample(page);
      await write(page, decision(page, /What did the first review with the customer find/), "Note the review");
      await write(page, decision(page, /Which improvement goes into the register/), "Register the improvement");
      await write(page, decision(page, /Does the portfolio entry hold the retirement plan/), "Note how it ends");
      await passes("Retired");
      await sound(page);
      await page.getByRole("link", { name: "See the dossier" }).click();
      await page.getByRole("heading", { level: 2, name: "Business case" }).waitFor();
      assert.equal(await page.getByText("does not hold yet", { exact: false }).count(), 0);
    }));

  test("an own service is walked with its own words, on a phone, and a walk that is removed can be brought back", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await openEmptyDesk(page, site.url);
        await page.goto(`${site.url}learn/walk`);
        await mounted(page);
        await page.getByRole("button", { name: "Walk a new service" }).click();
        await page.getByText("Say what the service is to be called.").waitFor();
        await page.getByLabel(/Name of the service/).fill("Bike leasing");
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 1, name: "Bike leasing" }).waitFor();
        assert.equal(await page.getByRole("button", { name: "Answer as the sample does" }).count(), 0);
        await page.getByRole("navigation", { name: "Seen as" }).getByRole("link", { name: /Five stages/ }).click();
        const outcome = decision(page, /Which result will the customer reach/);
        await outcome.getByRole("textbox").fill("Every colleague reaches the works by bike in under twenty minutes.");
        await outcome.getByRole("textbox").blur();
        await holds(outcome);
        // The form of the entry begins with what is decided.
        const entry = decision(page, /Is the service entered in the portfolio/);
        await entry.getByRole("button", { name: "Enter it in the portfolio" }).click();
        const form = page.getByRole("dialog");
        assert.match(await form.getByLabel(/^What users get/).inputValue(), /by bike/);
        await form.getByLabel(/^Business case/).fill("");
        await form.getByRole("button", { name: "Enter it in the portfolio" }).click();
        await form.getByText("is needed here", { exact: false }).waitFor();
        await form.getByLabel(/^Business case/).fill("Fewer parking spaces are rented.");
        await form.getByRole("button", { name: "Enter it in the portfolio" }).click();
        await form.waitFor({ state: "hidden" });
        await holds(entry);
        await sound(page);
        assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)), "wider than the phone");

        await page.getByRole("link", { name: "All walks" }).click();
        await page.getByRole("button", { name: "Remove the walk of Bike leasing" }).click();
        await page.locator(".toast", { hasText: "The walk is removed" }).getByRole("button", { name: "Undo" }).click();
        await page.getByRole("link", { name: "Bike leasing" }).click();
        await page.getByRole("navigation", { name: "Seen as" }).getByRole("link", { name: /Five stages/ }).click();
        await holds(decision(page, /Is the service entered in the portfolio/));
      },
      PHONE,
    ));
});
