// From a solved incident to an article that is reviewed, found while logging, used while solving, judged and renewed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Logs an incident for the desk's own team, and waits for its page. */
async function log(page, url, summary, isFirst) {
  await page.goto(`${url}desk/new`);
  await mounted(page);
  await page.getByLabel("Summary").fill(summary);
  const caller = page.getByRole("combobox", { name: /Caller/ });
  await caller.fill("Ines Duarte");
  await page.getByRole("option", { name: isFirst ? /Add/ : /Ines Duarte/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Medium").check();
  const group = page.getByRole("combobox", { name: /Assignment group/ });
  await group.fill("Service desk");
  await page.getByRole("option", { name: "Service desk", exact: true }).click();
}

async function submitLog(page, summary) {
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

const actions = (page) => page.getByRole("region", { name: "Actions" });
const act = (page, name) => actions(page).getByRole("button", { name, exact: true }).click();
const line = (page) => page.locator(".ticket-line");

/** Gives the draft at hand to Ines to review, and notes that she approves. */
async function publish(page) {
  await act(page, "Give to review");
  const dialog = page.getByRole("dialog", { name: "Give to review" });
  await dialog.getByRole("combobox", { name: /Reviewer/ }).fill("Ines");
  await dialog.getByRole("option", { name: /Ines Duarte/ }).click();
  await dialog.getByRole("button", { name: "Give to review" }).click();
  await dialog.waitFor({ state: "hidden" });
  await act(page, "Approve");
  const approving = page.getByRole("dialog", { name: "Approve" });
  await approving.getByRole("button", { name: "Approve" }).click();
  await approving.waitFor({ state: "hidden" });
}

async function darkAndLight(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await sound(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

describe("knowledge", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("from a solved incident to an article that solves the next one, is judged, and gets a second version", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await log(page, site.url, "Labels smear at gate 1", true);
      await submitLog(page, "Labels smear at gate 1");
      await page.getByRole("button", { name: "Resolve", exact: true }).click();
      await page.getByRole("dialog").getByRole("textbox", { name: /^Solution/ }).fill("Cleaned the **print head** with alcohol.");
      await page.getByRole("dialog").getByRole("button", { name: "Resolve" }).click();
      await line(page).getByText("Resolved").waitFor();

      // The draft begins with what is known, and what is typed is kept.
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: "Write an article from this" }).click();
      await page.getByRole("heading", { level: 1, name: "Write an article" }).waitFor();
      await page.getByText(/Begun from/).waitFor();
      assert.match(await page.getByRole("textbox", { name: /^Text/ }).inputValue(), /## What helped\n\nCleaned the \*\*print head\*\*/);
      await page.getByLabel("How it will look").locator("strong", { hasText: "print head" }).waitFor();
      await page.getByLabel("Title").fill("Labels smear");
      await page.getByRole("textbox", { name: /^Keywords/ }).fill("ribbon zebra");
      await page.reload();
      await mounted(page);
      await page.getByText("What you had typed is back.").waitFor();
      assert.equal(await page.getByLabel("Title").inputValue(), "Labels smear");
      await darkAndLight(page);
      await page.getByRole("textbox", { name: /^Text/ }).evaluate((area) => {
        area.value += "\n\n<script>window.hacked = true</script>\n\n[here](javascript:window.hacked=true) and [there](https://example.org)\n";
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await page.getByLabel("How it will look").getByRole("link", { name: "there" }).waitFor();
      assert.equal(await page.getByLabel("How it will look").getByRole("link", { name: "here", exact: true }).count(), 0);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      await page.getByRole("button", { name: "Save draft" }).click();
      await page.getByRole("heading", { level: 1, name: "Labels smear" }).waitFor();
      await line(page).getByText("Draft", { exact: true }).waitFor();

      // Nobody reviews their own: the refusal says so.
      await act(page, "Give to review");
      const giving = page.getByRole("dialog", { name: "Give to review" });
      await giving.getByRole("combobox", { name: /Reviewer/ }).click();
      await giving.getByRole("option", { name: "You" }).click();
      await giving.getByRole("button", { name: "Give to review" }).click();
      await giving.getByText(/Check reviewer: they have written in it/).waitFor();
      await giving.getByRole("button", { name: "Keep as it is" }).click();
      await publish(page);
      await line(page).getByText("Published", { exact: true }).waitFor();
      await darkAndLight(page);

      // While the next one is logged it is offered, and while it is solved it is used.
      await log(page, site.url, "All labels smear since noon", false);
      await page.getByRole("button", { name: "Insert what KB0000001 says" }).click();
      assert.match(await page.getByRole("textbox", { name: /^Description/ }).inputValue(), /Cleaned the \*\*print head\*\*[^]*KB0000001/);
      await sound(page);
      await submitLog(page, "All labels smear since noon");
      await page.getByRole("button", { name: "Resolve", exact: true }).click();
      const resolving = page.getByRole("dialog", { name: "Resolve" });
      await resolving.getByRole("button", { name: "Solved with KB0000001" }).click();
      assert.match(await resolving.getByRole("textbox", { name: /^Solution/ }).inputValue(), /print head/);
      await resolving.getByRole("button", { name: "Resolve", exact: true }).click();
      await line(page).getByText("Resolved").waitFor();

      // Both ways, and after a reload.
      await page.reload();
      await mounted(page);
      await page.getByLabel("About this incident").getByRole("link", { name: /KB0000001/ }).click();
      await line(page).getByText("1 record solved with it").waitFor();
      await page.getByLabel("About this article").getByRole("link", { name: /INC0000002/ }).waitFor();

      // Judged: helpful by one word, not helpful with a reason; the latest counts.
      await page.getByRole("button", { name: "Yes, it helped" }).click();
      await line(page).getByText("1 of 1 found it helpful").waitFor();
      await page.getByRole("button", { name: "No", exact: true }).click();
      const missing = page.getByRole("dialog", { name: "It did not help" });
      await missing.getByRole("button", { name: "Send" }).click();
      await missing.getByText(/Needs what was missing/).waitFor();
      await missing.getByLabel("What was missing?").fill("Which alcohol?");
      await missing.getByRole("button", { name: "Send" }).click();
      await line(page).getByText("0 of 1 found it helpful").waitFor();
      await act(page, "Flag for correction");
      await page.getByRole("dialog").getByLabel("What is wrong?").fill("The head of the new printers must not be touched.");
      await page.getByRole("dialog").getByRole("button", { name: "Flag it" }).click();
      await line(page).getByText("1 flag").waitFor();

      // A second version: the first stays in view until the second is published.
      await act(page, "Edit");
      await page.getByRole("heading", { level: 1, name: "Edit KB0000001" }).waitFor();
      await page.getByRole("textbox", { name: /^Text/ }).fill("## What to do\n\nUse the cleaning card. See INC0000001.");
      await page.getByRole("button", { name: "Save draft" }).click();
      await page.getByText("Version 2 is being written.").waitFor();
      await page.locator(".article-body").getByText("with alcohol").waitFor();
      await publish(page);
      await line(page).getByText("Version 2").waitFor();
      await page.locator(".article-body").getByRole("link", { name: "INC0000001" }).waitFor();
      await page.getByRole("button", { name: "What version 2 changed" }).click();
      await page.getByRole("list", { name: "Changed lines" }).locator("ins", { hasText: "cleaning card" }).waitFor();
      await page.getByRole("button", { name: "Answer" }).click();
      await page.getByRole("dialog").getByLabel("What was done?").fill("Corrected in version 2");
      await page.getByRole("dialog").getByRole("button", { name: "Answer" }).click();
      await page.getByText("Answered: Corrected in version 2").waitFor();
      await sound(page);

      // Out of view in two steps; the list finds it by its words.
      await act(page, "Propose retirement");
      await page.getByRole("dialog").getByLabel("Reason").fill("The printers are gone");
      await page.getByRole("dialog").getByRole("button", { name: "Propose it" }).click();
      await line(page).getByText("Pending retirement").waitFor();
      await page.goto(`${site.url}desk/knowledge`);
      await mounted(page);
      await page.getByRole("searchbox", { name: "Search the articles" }).fill("zebra card");
      await page.getByRole("link", { name: /KB0000001/ }).waitFor();
      await page.getByRole("searchbox", { name: "Search the articles" }).fill("laptop");
      await page.getByText(/No article of this kind says so/).waitFor();
      await darkAndLight(page);
    }));
});
