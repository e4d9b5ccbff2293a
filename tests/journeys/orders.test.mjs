// An order from the portal to its end: tried out in a dry run, ordered, approved by two people, done by two teams at the
// same time, a step that happens by itself, fulfilled within its promise, judged, ordered again.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { actAs, confirm, finish, heading, task } from "./support/acting.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { beside, CATALOGUE, file } from "./support/catalogue.mjs";
import { served, SITES } from "./support/sites.mjs";

const STEPS = [
  { key: 1, name: "Line manager", type: "approval", by: ["manager"], takesMinutes: 120 },
  { key: 2, name: "Owner", type: "approval", by: ["owner"], takesMinutes: 120 },
  {
    key: 3,
    name: "Prepare",
    type: "tasks",
    tasks: [
      { name: "Set it up", group: 1, takesMinutes: 180 },
      { name: "Register it", group: 2, takesMinutes: 60 },
    ],
  },
  { key: 4, name: "Send the welcome mail", type: "automatic" },
  { key: 5, name: "Buy more memory", type: "tasks", onlyIf: { field: 1, choice: 2 }, tasks: [{ name: "Buy it", takesMinutes: 600 }] },
];

const [LAPTOP] = CATALOGUE.services;
const WITH_STEPS = {
  ...CATALOGUE,
  directory: {
    people: [
      { id: 11, name: "Priya Nair" },
      { id: 12, name: "Falk Berger" },
    ],
    groups: [
      { id: 1, name: "Workplace" },
      { id: 2, name: "Assets" },
    ],
  },
  services: [{ ...LAPTOP, owner: 11, support: 1, offerings: [{ ...LAPTOP.offerings[0], workflow: { steps: STEPS } }] }],
};

describe("orders", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an order goes through two approvals, tasks at once and a step by itself, and can be followed, judged and repeated", () =>
    onPage(chromium, site.origin, async (page) => {
      await beside(page, file(WITH_STEPS));
      await page.goto(`${site.url}portal`);
      await mounted(page);
      await page.getByRole("button", { name: "Make my own copy" }).click();
      await page.getByText(/This copy is yours/).waitFor();

      // The workflow, tried out.
      await page.goto(`${site.url}catalogue`);
      await mounted(page);
      await page.getByRole("link", { name: "Laptop" }).first().click();
      await page.waitForURL(/catalogue\/\d/);
      await page.goto(`${page.url().split(/[?#]/)[0]}/workflow/1`);
      await mounted(page);
      await heading(page, "Workflow: Standard laptop").waitFor();
      const prepare = page.getByRole("group", { name: /^Prepare/ });
      await prepare.getByText("Taken with every order").waitFor();
      await page.getByRole("group", { name: /^Buy more memory/ }).getByText("Skipped", { exact: true }).waitFor();
      await page.getByText("3 h of working time").first().waitFor();
      await page.getByRole("img", { name: /Line manager, then Owner, then Prepare/ }).waitFor();
      await page.getByLabel(/^32 GB/).check();
      await page.getByText(/Taken because “Memory” is “32 GB”/).waitFor();
      await page.getByRole("button", { name: "Move Send the welcome mail earlier" }).press("Enter");
      await page.getByRole("img", { name: /Owner, then Send the welcome mail, then Prepare/ }).waitFor();
      await page.getByRole("button", { name: "Add an automatic step" }).click();
      await page.getByRole("dialog").getByLabel("Name").fill("Close the account");
      await confirm(page, "Add the step");
      await page.getByRole("group", { name: /^Close the account/ }).waitFor();
      await sound(page);

      // What is offered is the published version, whatever is being written.
      await page.goto(`${site.url}portal`);
      await mounted(page);
      await page.getByRole("link", { name: "Laptop", exact: true }).first().click();
      await page.getByRole("link", { name: /^Order/ }).first().click();
      await heading(page, "Standard laptop").waitFor();
      await page.getByLabel(/^16 GB/).check();
      await page.getByLabel("What is it for?").fill("Drawings");
      const manager = page.getByRole("combobox", { name: /Your manager/ });
      // Nobody has named him here before: the directory learns him.
      await manager.fill("Falk Berger");
      await page.getByRole("option", { name: /Falk Berger/ }).click();
      await page.getByRole("button", { name: "Order now" }).click();
      await heading(page, "Ordered").waitFor();
      await page.locator(".portal-placed").getByRole("link", { name: "My requests" }).click();
      await heading(page, "My requests").waitFor();
      await page.getByText("Line manager: Asked: Falk Berger").waitFor();
      await sound(page);
      await page.getByRole("link", { name: "Standard laptop" }).click();
      await heading(page, "Standard laptop").waitFor();
      const number = decodeURIComponent(page.url().split("/").at(-1));
      await page.getByText("Will be asked: Priya Nair").waitFor();
      await page.getByText("Drawings").waitFor();
      await page.getByLabel("Ask a question or add something").fill("Will it come with a bag?");
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("Will it come with a bag?").first().waitFor();
      await page.reload();
      await mounted(page);
      await page.getByText("Will be asked: Priya Nair").waitFor();
      await sound(page);

      // Two people approve.
      await page.goto(`${site.url}desk/requests/${number}`);
      await mounted(page);
      await page.getByRole("heading", { level: 2, name: "What was ordered" }).waitFor();
      for (const who of ["Falk Berger", "Priya Nair"]) {
        await actAs(page, who);
        await page.getByRole("button", { name: "Approve", exact: true }).click();
        await confirm(page, "Approve");
      }
      await page.locator(".ticket-line").getByText("In fulfilment").waitFor();
      await page.locator(".ticket-line").getByText(/^Promised by /).waitFor();

      // Two teams at once, then a mail that nobody has to send.
      await task(page, "Register it").getByText("Ready").waitFor();
      await finish(page, "Set it up");
      await task(page, "Send the welcome mail").getByText("Created").waitFor();
      await page.reload();
      await mounted(page);
      await finish(page, "Register it");
      await task(page, "Send the welcome mail").getByText("Done", { exact: true }).waitFor();
      await page.locator(".ticket-line").getByText("Done", { exact: true }).waitFor();
      assert.equal(await page.getByText("Later than promised").count(), 0);
      await sound(page);

      await page.getByRole("button", { name: "Back to yourself" }).first().click();
      await page.goto(`${site.url}portal/requests/${number}`);
      await mounted(page);
      await page.getByText(/Fulfilled/).last().waitFor();
      await page.getByText(/^By itself, /).waitFor();
      await page.getByLabel(/^5: /).check();
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText("5 of 5", { exact: true }).waitFor();
      await page.getByRole("link", { name: "Order again" }).click();
      await heading(page, "Standard laptop").waitFor();
      assert.equal(await page.getByLabel("What is it for?").inputValue(), "Drawings");
      await page.goto(`${site.url}portal/requests`);
      await mounted(page);
      await sound(page);
    }));
});
