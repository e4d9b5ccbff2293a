// One person plays several: reports as a requester, works as an agent, and is told which role may.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Logs an incident for a new caller, Ines Duarte, and waits for its page. */
async function logForInes(page, url, summary) {
  await page.goto(`${url}desk/new`);
  await mounted(page);
  await page.getByLabel("Summary").fill(summary);
  const caller = page.getByRole("combobox", { name: /Caller/ });
  await caller.fill("Ines Duarte");
  await page.getByRole("option", { name: /Ines Duarte/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

/** Acts as somebody in a role, through the search. */
async function actAs(page, name, role) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /Search/ }).fill("act as");
  await page.getByRole("option", { name: /Act as another person/ }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Act as another person" });
  await dialog.getByRole("combobox", { name: /Person/ }).fill(name);
  await dialog.getByRole("option", { name }).click();
  await dialog.getByLabel(role).check();
  await sound(page);
  await dialog.getByRole("button", { name: "Play this part" }).click();
  await dialog.waitFor({ state: "hidden" });
}

const badge = (page) => page.locator(".part-badge");

describe("roles", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a requester sees and answers their own, is told which role may, and it stays so after a reload", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logForInes(page, site.url, "The scanner at gate 2 is dead");
      await page.getByRole("textbox", { name: "Text" }).waitFor();
      await page.getByLabel("Work note").check();
      await page.getByRole("textbox", { name: "Text" }).fill("She sounded cross");
      await page.getByRole("button", { name: "Add note" }).click();
      await page.getByText("She sounded cross").waitFor();

      await actAs(page, "Ines Duarte", "Requester");
      await badge(page).getByText("Acting as Ines Duarte · Requester").waitFor();
      // What colleagues wrote to each other is not hers to read, and what she may not do says who may.
      await page.getByText("She sounded cross").waitFor({ state: "detached" });
      await page.getByText(/Only an agent may assign, hold, edit, link or resolve it/).waitFor();
      await page.keyboard.press("a");
      await page.getByText("Only an agent may choose who works on it").first().waitFor();
      await page.getByRole("textbox", { name: "Your answer" }).fill("It beeps three times");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      const said = page.locator(".timeline li", { hasText: "It beeps three times" });
      await said.getByText("Ines Duarte").waitFor();
      await sound(page);

      // The queue is not for her; her front page has what she reported.
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.getByText("Not for your role").waitFor();
      await badge(page).getByText("Acting as Ines Duarte · Requester").waitFor();
      const places = page.getByRole("navigation", { name: "Places" });
      assert.equal(await places.getByRole("link", { name: "Desk" }).count(), 0);
      await places.getByRole("link", { name: "Home" }).click();
      await page.getByRole("list", { name: "What you reported" }).getByRole("link", { name: /scanner at gate 2/ }).waitFor();
      await sound(page);

      await page.getByRole("link", { name: "Report something that does not work" }).click();
      await page.getByLabel("Summary").waitFor();
      assert.equal(await page.getByRole("combobox", { name: /Caller/ }).inputValue(), "Ines Duarte");
      assert.equal(await page.getByRole("combobox", { name: /Assignment group/ }).count(), 0);
      await page.getByLabel("Summary").fill("Gate 3 is dead, too");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Low").check();
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.getByRole("heading", { level: 1, name: "Gate 3 is dead, too" }).waitFor();

      // One click back: then it is the desk's again, and who did what stays noted.
      await badge(page).getByRole("button", { name: /Back/ }).click();
      await badge(page).waitFor({ state: "detached" });
      await places.getByRole("link", { name: "Desk" }).waitFor();
      await page.locator(".timeline").getByText("Ines Duarte").first().waitFor();
      await page.getByLabel("Work note").waitFor();
    }));

  test("an approver has a list of answers owed, and only the service owner may accept a risk", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.getByRole("button", { name: "You and your settings" }).click();
      await page.getByRole("menuitemradio", { name: /^Approver/ }).click();
      await badge(page).getByText("Your role: Approver").waitFor();
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("heading", { name: /Awaiting my answer/ }).waitFor();
      await sound(page);

      await page.goto(`${site.url}desk/problems/new`);
      await mounted(page);
      await page.getByLabel("Summary").fill("Ribbons slip");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Medium").check();
      await page.getByRole("button", { name: "Raise problem" }).click();
      await page.getByText(/Only an agent, the change manager or the service owner may raise a problem/).first().waitFor();

      // The search plays roles, too.
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /Search/ }).fill("role agent");
      await page.getByRole("option", { name: /Play the role: Agent/ }).waitFor();
      await page.keyboard.press("Enter");
      await badge(page).getByText("Your role: Agent").waitFor();
      await page.getByRole("button", { name: "I lead it" }).click();
      await page.getByRole("button", { name: "Raise problem" }).click();
      await page.getByRole("heading", { level: 1, name: "Ribbons slip" }).waitFor();
      const actions = page.getByRole("region", { name: "Actions" });
      await actions.getByRole("button", { name: "Assess", exact: true }).click();
      await actions.getByRole("button", { name: "Find the root cause" }).click();
      await page.getByText(/Only the service owner may accept a risk/).waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      await page.setViewportSize({ width: 390, height: 800 });
      await page.locator(".part-band").getByText("Your role: Agent").waitFor();
      await sound(page);
    }));

  test("who is asked for an approval finds it on their front page, and who asked for it finds it on theirs", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/requests/new`);
      await mounted(page);
      await page.getByLabel("Summary").fill("Second monitor");
      const choose = async (box, name) => {
        await box.fill(name);
        await page.getByRole("option", { name: new RegExp(name) }).first().click();
      };
      await choose(page.getByRole("combobox", { name: /Requester/ }), "Ines Duarte");
      const item = page.getByRole("group", { name: "Item 1", exact: true });
      await item.getByLabel("What").fill("Monitor");
      await choose(item.getByRole("combobox", { name: /Tasks go to/ }), "Workplace");
      await page.getByRole("button", { name: "Ask for an approval" }).click();
      const step = page.getByRole("group", { name: "Approval step 1", exact: true });
      await choose(step.getByRole("combobox", { name: /Approver/ }), "Priya Nair");
      await page.getByRole("button", { name: "Log request" }).click();
      await page.getByRole("heading", { level: 1, name: "Second monitor" }).waitFor();

      await actAs(page, "Priya Nair", "Approver");
      await page.goto(site.url);
      await mounted(page);
      const owed = page.getByRole("list", { name: "Awaiting my answer" });
      await owed.getByRole("link", { name: /Second monitor/ }).click();
      await page.getByRole("heading", { level: 1, name: "Second monitor" }).waitFor();
      await page.getByRole("button", { name: "Approve", exact: true }).first().waitFor();
      await sound(page);

      await actAs(page, "Ines Duarte", "Requester");
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("list", { name: "What you reported" }).getByRole("link", { name: /Second monitor/ }).waitFor();
      assert.equal(await page.getByRole("list", { name: "Awaiting my answer" }).count(), 0);
    }));
});
