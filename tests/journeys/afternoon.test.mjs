// What a team does in an afternoon: from an empty browser to a catalogue of three services with a conditional form, two
// approvals and a priced option, without findings; then to customers in every way there is, and one order to its end.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { actAs, confirm, finish, heading } from "./support/acting.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { beside } from "./support/catalogue.mjs";
import { ask, begin, example, moveTo, name, publish, say, section, shelf, standsIn, tickAndMove, write } from "./support/drafting.mjs";
import { served, SITES } from "./support/sites.mjs";
import { unpack } from "./support/zip.mjs";

const OWNER = "Priya Nair";
const MANAGER = "Falk Berger";
const SERVICES = ["Guest Wi-Fi", "Mailbox", "Standing desk"];

/** Whose catalogue it is, whom to ask. */
async function settle(page) {
  await shelf(page, "Settings");
  await page.getByLabel(/^Contact/).fill("Service desk, extension 4711");
  await page.getByLabel(/^E-mail/).fill("desk@hafen.example");
  await page.getByLabel(/^Address of the published/).fill("https://services.hafen.example/");
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.getByText("The settings are saved").waitFor();
  await shelf(page, "Services");
}

/** Everything that customers and colleagues read of the service that is written by hand. */
async function describeDesk(page) {
  await section(page, "Value");
  await say(page, "Purpose", "People work at a height that suits them.");
  await say(page, "Outcomes", "Change between sitting and standing whenever you like");
  await say(page, "Utility: what it does", "It moves up and down with a motor and keeps two heights in mind.");
  await say(page, "Warranty: how well it does it", "One that fails is replaced within two working days. Its motor is checked every year.");
  await section(page, "Owner and audience");
  await name(page.getByRole("combobox", { name: "Owner" }), OWNER);
  await section(page, "Hours, channels and targets");
  await say(page, "Hours", "Use it at any time. Help: Monday to Friday, 08:00 to 17:00");
  await say(page, "Channels", "Portal");
  await page.getByRole("button", { name: "Add a target" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "What" }).fill("Desk in its place");
  await dialog.getByRole("textbox", { name: "At most" }).fill("5 working days");
  await dialog.getByRole("textbox", { name: "Within" }).fill("Monday to Friday, 08:00 to 17:00, counted from the last approval");
  await confirm(page, "Save");
  await section(page, "Where customers find it");
  await page.getByLabel("Communication").check();
  await section(page, "Dates, costs and rank");
  await say(page, "Review due", "2099-06-30");
  await section(page, "Technical view");
  await name(page.getByRole("combobox", { name: "Supported by" }), "Facilities");
}

/** What can be ordered of it, at which price. */
async function offer(page) {
  await section(page, "Offerings");
  await page.getByRole("button", { name: "Add an offering" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Desk with a motor");
  await dialog.getByLabel("What one gets").fill("A desk of 160 cm in your room, put up and connected.");
  await dialog.getByLabel(/^Access to resources/).check();
  await dialog.getByLabel("How it is paid for").selectOption("fixed");
  await dialog.getByLabel("Amount in EUR").fill("480");
  await dialog.getByLabel("Fulfilled within").fill("5 working days");
  await dialog.getByLabel(/an order goes/).selectOption("email");
  await dialog.getByLabel("Address").fill("desk@hafen.example");
  await confirm(page, "Save");
}

/** Its form: a choice with a price, and a section that is asked only with one answer. */
async function buildForm(page) {
  await page.getByRole("link", { name: /Form: .*Desk with a motor/ }).click();
  await heading(page, "Form of Desk with a motor").waitFor();
  await page.getByRole("button", { name: "Ask the first question" }).click();
  const card = page.locator(".builder-open");
  await card.getByLabel("Question", { exact: true }).first().fill("Which top?");
  await card.getByLabel("Answered with").selectOption("One choice");
  await card.getByLabel("Choice", { exact: true }).nth(0).fill("Beech");
  await card.getByLabel("Choice", { exact: true }).nth(1).fill("Oak, with a cable tray");
  await card.getByLabel(/^Adds/).nth(1).fill("60");
  await card.getByLabel("An order needs an answer").check();
  await page.getByRole("button", { name: "Add a section" }).click();
  const second = page.locator(".builder-section").nth(1);
  await second.getByLabel("Section", { exact: false }).first().fill("The cable tray");
  await ask(page, 1, "How many screens do you connect?", "Number");
  await card.getByLabel("What helps to answer").fill("So that the tray is wide enough.");
  await card.getByLabel("An order needs an answer").check();
  await second.getByText("Explanation and condition").click();
  const when = second.locator(".builder-more").first();
  await when.getByRole("button", { name: "Add a condition" }).click();
  await when.getByLabel("Question").selectOption({ label: "Which top?" });
  await when.getByLabel("Comparison").selectOption("is");
  await when.getByLabel("Choice", { exact: true }).selectOption({ label: "Oak, with a cable tray" });
  await second.getByText("Only if “Which top?” is “Oak, with a cable tray”").waitFor();
}

/** Its workflow: two approvals one after the other, then a task. */
async function buildWorkflow(page) {
  const url = page.url().replace("/form/", "/workflow/");
  await page.goto(url);
  await mounted(page);
  await heading(page, "Workflow: Desk with a motor").waitFor();
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add an approval" }).click();
  await confirm(page, "Add the step");
  await page.getByRole("button", { name: "Add an approval" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Owner");
  await dialog.getByLabel(/^The manager of who orders/).uncheck();
  await dialog.getByLabel(/^The owner of the service/).check();
  await confirm(page, "Add the step");
  await page.getByRole("button", { name: "Add tasks" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Put it up");
  await dialog.getByLabel("What is to be done").fill("Put the desk up and connect it");
  await dialog.getByLabel("Usually takes").fill("4");
  await confirm(page, "Add the step");
  await page.getByRole("img", { name: /Line manager, then Owner, then Put it up/ }).waitFor();
}

/** From study to customers, through every gate. */
async function launch(page, service) {
  await shelf(page, "Portfolio");
  // An example has left its study already.
  if (service === "Standing desk") {
    await moveTo(page, service, "In design");
    await tickAndMove(page, ["Business case"]);
  }
  await moveTo(page, service, "In test");
  await tickAndMove(page, ["Service design package"]);
  await moveTo(page, service, "Active");
  await tickAndMove(page, ["Transition plan", "Acceptance"]);
  await standsIn(page, service, "Active");
  await page.locator(".portfolio-card", { hasText: service }).getByRole("link", { name: "Versions" }).click();
  await heading(page, `Versions of ${service}`).waitFor();
  await publish(page, "For everybody from today");
  await page.getByText("Offered now").waitFor();
  await page.getByRole("link", { name: "Its place in the portfolio" }).click();
  await moveTo(page, service, "Launched");
  await tickAndMove(page, ["Early life support"]);
  await standsIn(page, service, "Launched");
}

/** Mends what the check finds: documents of the examples without an address, a manager whom the form does not ask for. */
async function mend(page) {
  await shelf(page, "Check");
  await page.getByRole("button", { name: "Mend all 2 like this" }).first().click();
  await page.getByRole("button", { name: "Ask for the manager" }).click();
  await page.getByText("Nothing to mend").waitFor();
}

/** What is launched may be ordered: the check says where nobody would receive it, and that is published anew. */
async function receive(page) {
  await shelf(page, "Check");
  await page.getByRole("button", { name: "Mend all 5 like this" }).first().click();
  await page.getByText("Nothing to mend").waitFor();
  for (const service of ["Guest Wi-Fi", "Mailbox"]) {
    await shelf(page, "Portfolio");
    await page.locator(".portfolio-card", { hasText: service }).getByRole("link", { name: "Versions" }).click();
    await heading(page, `Versions of ${service}`).waitFor();
    await publish(page, "Can be ordered by e-mail");
    await page.getByText("Version 2", { exact: true }).first().waitFor();
    await page.getByRole("link", { name: "Its place in the portfolio" }).click();
  }
}

/** Reads the unpacked site from another folder, without the app and without script. */
async function read(chromium, folder) {
  const host = await serve({ base: "/somewhere/else/", folder });
  try {
    await onPage(chromium, host.origin, async (page) => {
      await page.goto(host.url);
      const all = page.locator("section[aria-labelledby=all] .services > li");
      assert.deepEqual((await all.getByRole("link").allTextContents()).sort(), SERVICES);
      await page.getByRole("link", { name: "Standing desk", exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name: "Standing desk" }).waitFor();
      await page.getByText("EUR 480.00").first().waitFor();
      await page.getByText(/60\.00/).first().waitFor();
      const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
      assert.deepEqual([data["@type"], data.name, data.offers[0].price, data.offers[0].priceCurrency], ["Service", "Standing desk", "480.00", "EUR"]);
    }, { javaScriptEnabled: false });
    await onPage(chromium, host.origin, async (page) => {
      await page.goto(host.url);
      await sound(page);
      await page.getByRole("link", { name: "Standing desk", exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name: "Standing desk" }).waitFor();
      await sound(page);
    });
  } finally {
    await host.close();
  }
}

/** Somebody who has never been here is greeted by the catalogue beside the app, and changes nothing of it. */
function greet(chromium, site, text) {
  return onPage(chromium, site.origin, async (page) => {
    await beside(page, text);
    await page.goto(site.url);
    await heading(page, "What do you need?").waitFor();
    await page.getByRole("link", { name: "Standing desk", exact: true }).first().click();
    await heading(page, "Standing desk").waitFor();
    await page.getByRole("button", { name: "Make my own copy" }).waitFor();
    await page.getByRole("link", { name: /^Order by e-mail/ }).click();
    await heading(page, "Desk with a motor").waitFor();
    await page.getByText("Nobody receives anything from this page.").waitFor();
    assert.equal(await page.getByLabel(/How many screens/).count(), 0);
    await page.getByLabel(/^Oak/).check();
    await page.getByLabel(/How many screens/).fill("2");
    await page.getByText("EUR 540.00").waitFor();
    assert.equal(await page.getByRole("button", { name: "Order now" }).count(), 0);
  });
}

/** The link holds all of it: for a browser that knows nothing of it. */
function follow(chromium, site, link) {
  return onPage(chromium, site.origin, async (page) => {
    await page.goto(link);
    await page.getByText("A catalogue from a link.").waitFor();
    for (const service of SERVICES) await page.getByRole("link", { name: service, exact: true }).first().waitFor();
    await sound(page);
  });
}

/** Orders it, has it approved by two people, and fulfils it in time. */
async function order(page, site) {
  await page.goto(`${site.url}portal`);
  await mounted(page);
  await page.getByRole("link", { name: "Standing desk", exact: true }).first().click();
  await page.getByRole("link", { name: /^Order: Desk/ }).click();
  await heading(page, "Desk with a motor").waitFor();
  await page.getByLabel(/^Oak/).check();
  await page.getByLabel(/How many screens/).fill("2");
  // The form says it for the e-mail; here it has to be somebody of the directory, who is new in it.
  const manager = page.getByRole("combobox", { name: "Your manager" });
  await manager.first().fill(MANAGER);
  await name(manager.last(), MANAGER);
  await page.getByRole("button", { name: "Order now" }).click();
  await heading(page, "Ordered").waitFor();
  await page.getByRole("link", { name: /^REQ/ }).first().click();
  await page.waitForURL(/portal\/requests\/REQ/);
  const number = decodeURIComponent(page.url().split("/").at(-1));
  await page.goto(`${site.url}desk/requests/${number}`);
  await mounted(page);
  const line = page.locator(".ticket-line");
  for (const who of [MANAGER, OWNER]) {
    await actAs(page, who);
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await confirm(page, "Approve");
  }
  await line.getByText("In fulfilment").waitFor();
  await line.getByText(/^Promised by /).waitFor();
  await finish(page, "Put the desk up and connect it");
  await line.getByText("Done", { exact: true }).waitFor();
  assert.equal(await page.getByText("Later than promised").count(), 0);
  await page.reload();
  await mounted(page);
  await line.getByText("Done", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Back to yourself" }).first().click();
  await page.goto(`${site.url}portal/requests/${number}`);
  await mounted(page);
  await page.getByText(/Fulfilled/).last().waitFor();
}

/** What a press downloads. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return readFile(await download.path());
}

describe("an afternoon", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an empty browser becomes a published catalogue that is read, copied and ordered from", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url, "Hafen Works");
      await settle(page);
      await example(page, "Guest Wi-Fi");
      await shelf(page, "Services");
      await example(page, "Mailbox");
      await shelf(page, "Services");
      await write(page, "Standing desk", "A desk that you can work at sitting or standing.", "Everybody who has a desk in the office", "Order it in the portal. Your manager and the owner approve.");
      await describeDesk(page);
      await offer(page);
      await buildForm(page);
      await buildWorkflow(page);
      await page.getByRole("link", { name: "Go to the service" }).click();
      await page.getByText("9 of 9 complete").first().waitFor();
      await mend(page);
      for (const service of SERVICES) await launch(page, service);
      await receive(page);

      await shelf(page, "Publish");
      await page.getByText("3 services are launched and published.").waitFor();
      await page.getByText("The check finds nothing in what is published.").waitFor();
      await sound(page);
      const link = await page.getByLabel("The link", { exact: true }).inputValue();
      const text = String(await saved(page, "Download catalogue.json"));
      const folder = await mkdtemp(join(tmpdir(), "afternoon-"));
      try {
        const files = await unpack(await saved(page, "Download the site (ZIP)"), folder);
        assert.equal(String(files.get("catalogue.json")), text);
        await read(chromium, folder);
      } finally {
        await rm(folder, { recursive: true });
      }
      await greet(chromium, site, text);
      await follow(chromium, site, link);
      await order(page, site);
    }, { viewport: { width: 1440, height: 900 } }));
});
