// What people ask for: approvals in order, tasks in sequence and in parallel, a refusal, what is really something else,
// and how content they are.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Chooses a person, who may be new in the directory. */
async function choose(box, page, name) {
  await box.fill(name);
  await page.getByRole("option", { name: new RegExp(name) }).first().click();
}

/** Opens the form and fills in what every request has. */
async function begin(page, url, summary) {
  await page.goto(`${url}desk/requests/new`);
  await mounted(page);
  await page.getByLabel("Summary").fill(summary);
  await choose(page.getByRole("combobox", { name: /Requester/ }), page, "Ines Duarte");
}

/** Fills in the n-th item. */
async function item(page, place, name, plan) {
  const group = page.getByRole("group", { name: `Item ${place}`, exact: true });
  await group.getByLabel("What").fill(name);
  if (plan) await group.getByLabel("Fill in tasks from a plan").selectOption(plan);
  await choose(group.getByRole("combobox", { name: /Tasks go to/ }), page, "Workplace");
  return group;
}

/** Asks somebody in the n-th step. */
async function asks(page, place, who) {
  await page.getByRole("button", { name: "Ask for an approval" }).click();
  const step = page.getByRole("group", { name: `Approval step ${place}`, exact: true });
  await choose(step.getByRole("combobox", { name: /Approver/ }), page, who);
}

async function log(page, summary) {
  await page.getByRole("button", { name: "Log request" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

/** Presses a button in the open dialog and waits until it is gone. */
async function confirm(page, name) {
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

const line = (page) => page.locator(".ticket-line");
const task = (page, name) => page.getByRole("group", { name, exact: true });

async function finish(page, name) {
  await task(page, name).getByRole("button", { name: "Begin" }).click();
  await task(page, name).getByRole("button", { name: "Done" }).click();
  await confirm(page, "Done");
  await task(page, name).getByText("Done", { exact: true }).waitFor();
}

/** The same page in the other theme. */
async function soundInBothThemes(page) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await sound(page);
  }
}

describe("requests", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a manager and then the owner approve, tasks follow each other, the item closes, and the requester is content", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/requests`);
      await mounted(page);
      await page.getByText("No requests yet").waitFor();
      await begin(page, site.url, "Second monitor");
      await page.getByLabel("Promised within, in working hours").fill("16");
      const first = await item(page, 1, "Monitor", "Buy and set up");
      assert.match(await first.getByRole("textbox", { name: /^Tasks/ }).inputValue(), /^Order it\n/);
      await first.getByLabel("Price of one").fill("199");
      // You are the line manager; the owner is somebody else.
      await asks(page, 1, "You");
      await asks(page, 2, "Priya Nair");
      await soundInBothThemes(page);

      // What is typed outlasts a reload.
      await page.reload();
      await mounted(page);
      await page.getByText("What you had typed is back.").waitFor();
      assert.equal(await page.getByRole("group", { name: "Item 1", exact: true }).getByLabel("What").inputValue(), "Monitor");
      await log(page, "Second monitor");
      await line(page).getByText("Awaiting approval").waitFor();
      await page.getByText(/^Awaiting approval from You since /).waitFor();
      await task(page, "Order it").getByText("Created").waitFor();

      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await confirm(page, "Approve");
      await page.getByText(/^Awaiting approval from Priya Nair since /).waitFor();
      await page.getByText(/only those who are asked may answer/).first().waitFor();
      await soundInBothThemes(page);
      await page.getByRole("button", { name: "Let somebody stand in for Priya Nair" }).click();
      await choose(page.getByRole("dialog").getByRole("combobox"), page, "You");
      await confirm(page, "Let them stand in");
      await page.getByText("You may answer, too").waitFor();
      await page.reload();
      await mounted(page);
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await confirm(page, "Approve");
      await line(page).getByText("In fulfilment").waitFor();
      await line(page).getByText(/^Promised by /).waitFor();

      await task(page, "Set it up with the user").getByText("After: Book it into the asset register").waitFor();
      await finish(page, "Order it");
      await page.getByRole("button", { name: "Let it wait" }).click();
      await page.getByRole("dialog").getByLabel("Awaiting requester").check();
      await confirm(page, "Let it wait");
      await page.getByText("Pending, awaiting requester").first().waitFor();
      await page.getByLabel("The requester said").check();
      await page.getByRole("textbox", { name: "Text" }).fill("By the window");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByText("Added, and work goes on").waitFor();
      await finish(page, "Book it into the asset register");
      await finish(page, "Set it up with the user");
      await page.getByText("Closed complete").waitFor();
      await line(page).getByText("Done").waitFor();

      await page.getByLabel("4: Satisfied").check();
      await page.getByLabel("In your own words").fill("Quick, and set up for me");
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText("4 of 5").first().waitFor();
      await page.reload();
      await mounted(page);
      await page.getByText("Quick, and set up for me").first().waitFor();
      await soundInBothThemes(page);

      await page.goto(`${site.url}desk/requests`);
      await mounted(page);
      await page.getByRole("button", { name: /^Done 1/ }).click();
      await page.getByRole("link", { name: /REQ0000001/ }).waitFor();
      await soundInBothThemes(page);
      await page.goto(`${site.url}workspace/history`);
      await mounted(page);
      await page.getByText("Noted how content the requester of REQ0000001 is: 4 of 5").waitFor();
    }));

  test("a refusal rejects at once and tells why, and tasks that run at the same time lead to a complete or an incomplete item", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await begin(page, site.url, "A third monitor");
      await item(page, 1, "Monitor");
      await asks(page, 1, "You");
      await asks(page, 2, "Priya Nair");
      await log(page, "A third monitor");
      await page.getByRole("button", { name: "Refuse", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
      await page.getByRole("dialog").getByText(/Needs reason/).waitFor();
      await page.getByRole("dialog").getByLabel("Reason").fill("Two are enough");
      await confirm(page, "Refuse");
      await line(page).getByText("Rejected").waitFor();
      await page.getByText("Closed rejected").waitFor();
      await page.getByText("Refused: Line manager (You), told to the requester").waitFor();
      await page.getByText("Not asked any more").waitFor();

      await begin(page, site.url, "Luis joins on Monday");
      await item(page, 1, "Workplace of a joiner", "Somebody joins");
      await log(page, "Luis joins on Monday");
      await page.getByText("At the same time").waitFor();
      for (const name of ["Create the account", "Prepare the laptop", "Order the badge"]) {
        await task(page, name).getByRole("button", { name: "Begin" }).click();
        await task(page, name).getByText("In progress").waitFor();
      }
      await task(page, "Order the badge").getByRole("button", { name: "Not possible" }).click();
      await page.getByRole("dialog").getByLabel("Reason").fill("The printer of badges is broken");
      await confirm(page, "Not possible");
      await page.reload();
      await mounted(page);
      for (const name of ["Create the account", "Prepare the laptop"]) {
        await task(page, name).getByRole("button", { name: "Done" }).click();
        await confirm(page, "Done");
      }
      await finish(page, "Prepare the desk");
      await page.getByText("Closed incomplete").waitFor();
      // One press takes the last step back.
      await page.keyboard.press("Control+z");
      await line(page).getByText("In fulfilment").waitFor();
    }));

  test("an incident that is a request becomes one, a request that is an incident becomes one, and both are linked", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/new`);
      await mounted(page);
      await page.getByLabel("Summary").fill("I need access to the sales folder");
      await choose(page.getByRole("combobox", { name: /Caller/ }), page, "Ines Duarte");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Low").check();
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.getByRole("heading", { level: 1, name: "I need access to the sales folder" }).waitFor();
      await page.getByRole("button", { name: "Make it a request" }).click();
      await page.getByText("It will be cancelled with this reason").waitFor();
      assert.equal(await page.getByLabel("Summary").inputValue(), "I need access to the sales folder");
      await item(page, 1, "Sales folder", "Grant access");
      await page.getByRole("button", { name: "Log request" }).click();
      await page.getByText(/Needs reason/).first().waitFor();
      await page.getByLabel("Why is it no incident?").fill("Nothing is broken");
      await log(page, "I need access to the sales folder");
      await page.getByRole("link", { name: /INC0000001/ }).click();
      await line(page).getByText("Cancelled").waitFor();
      await page.getByRole("link", { name: /REQ0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "I need access to the sales folder" }).waitFor();

      await begin(page, site.url, "A new cable, the old one crackles");
      await item(page, 1, "Cable");
      await log(page, "A new cable, the old one crackles");
      await page.getByRole("button", { name: "Re-route" }).click();
      const dialog = page.getByRole("dialog", { name: "Re-route" });
      await dialog.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await dialog.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Medium").check();
      await dialog.getByLabel("Reason").fill("The telephone is broken");
      await confirm(page, "Re-route");
      await line(page).getByText("Re-routed").waitFor();
      await page.reload();
      await mounted(page);
      await page.getByRole("link", { name: /INC0000002/ }).click();
      await page.getByRole("heading", { level: 1, name: "A new cable, the old one crackles" }).waitFor();
      await page.getByText("Came from", { exact: true }).waitFor();

      await begin(page, site.url, "Move our team to another network");
      await item(page, 1, "Network");
      await log(page, "Move our team to another network");
      await page.getByRole("button", { name: "Re-route" }).click();
      await page.getByRole("dialog").getByRole("radio", { name: /A change/ }).check();
      await page.getByRole("dialog").getByLabel("Reason").fill("It may affect others");
      await confirm(page, "Re-route");
      const raise = page.getByRole("link", { name: "Raise the change" });
      assert.match(await raise.getAttribute("href"), /desk\/changes\/new\?from=REQ0000003$/);
    }));

  test("a caller judges a resolved incident, and the reports say how content people are and how many answered", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/new`);
      await mounted(page);
      await page.getByLabel("Summary").fill("Calls drop");
      await choose(page.getByRole("combobox", { name: /Caller/ }), page, "Ines Duarte");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Low").check();
      await choose(page.getByRole("combobox", { name: /Assignment group/ }), page, "Network");
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.getByRole("heading", { level: 1, name: "Calls drop" }).waitFor();
      assert.equal(await page.getByRole("heading", { name: "Satisfaction" }).count(), 0);
      await page.getByRole("button", { name: "Resolve" }).click();
      await page.getByRole("dialog").getByLabel(/Solution/).last().fill("Restarted the router");
      await confirm(page, "Resolve");
      await page.getByRole("heading", { name: "Satisfaction" }).waitFor();
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText(/Needs an answer from 1 to 5/).waitFor();
      await page.getByLabel("2: Dissatisfied").check();
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText("2 of 5").first().waitFor();
      await page.getByRole("button", { name: "Correct the answer" }).click();
      await page.getByLabel("5: Very satisfied").check();
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText("5 of 5").first().waitFor();
      await sound(page);
      await page.goto(`${site.url}desk/reports`);
      await mounted(page);
      const panel = page.getByRole("region", { name: "Are people content?" });
      await panel.getByText("1 of 1 answered").first().waitFor();
      await panel.getByText("100.00 %").first().waitFor();
    }));
});
