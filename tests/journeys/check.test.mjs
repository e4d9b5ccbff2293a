// The check of the catalogue and joining two copies: a catalogue with known faults is taken in, mended by key and by
// mouse, and joined with a colleague's copy that changed other things, and one thing of the same.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Two services; `laptop` says what is different of the first. */
function copy(laptop = {}) {
  const catalogue = {
    organisation: "Example Ltd",
    currency: "EUR",
    services: [
      {
        id: 1,
        name: "Laptop",
        status: "inDesign",
        summary: "A computer for your work.",
        howToAsk: "Order it here.",
        documents: [{ title: "First steps", link: "http://example.org/laptop" }],
        offerings: [{ key: 1, name: "Standard laptop", kind: "goods", price: { model: "fixed", amount: 90000 } }],
        ...laptop,
      },
      { id: 2, name: "Printing", status: "inDesign", summary: "Paper with your words on it.", howToAsk: "Just print." },
    ],
  };
  const text = JSON.stringify({ format: "service-dojo-catalogue", version: 1, catalogue });
  return { name: "catalogue.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

describe("the check of the catalogue", () => {
  const site = served(SITES[0]);
  const chromium = launched();
  test("a catalogue is mended by key and by mouse, and joined with a colleague's copy", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}catalogue`);
      await mounted(page);
      await page.getByLabel(/^Whose catalogue is it/).fill("Example Ltd");
      await page.getByRole("button", { name: "Begin with nothing" }).click();
      await page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name: "Check" }).waitFor();

      // What is no catalogue is refused with its reason; then the copy with the faults is taken in.
      await page.goto(`${site.url}catalogue/merge`);
      await mounted(page);
      const theirs = page.getByLabel("Choose their file");
      await theirs.setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.getByRole("alert").getByText("format: is missing").waitFor();
      await theirs.setInputFiles(copy());
      await page.getByRole("button", { name: "Take it in" }).click();
      await page.getByText("Their copy is taken in").waitFor();

      await page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name: "Check" }).click();
      const findings = (code) => page.locator(`.check-finding[data-code="${code}"]`);
      await findings("no-for-whom").first().waitFor();
      assert.equal(await findings("no-for-whom").count(), 2);
      await page.keyboard.press("j");
      await page.locator("#finding-0:focus").waitFor();
      await page.keyboard.press("j");
      await page.locator(".check-finding[data-here][data-code='no-for-whom']").waitFor();
      await page.keyboard.press("f");
      await page.waitForFunction(() => document.querySelectorAll("[data-code='no-for-whom']").length === 1);
      await findings("link-not-https").getByRole("button", { name: "Use https" }).click();
      await findings("link-not-https").waitFor({ state: "detached" });
      await findings("no-review").first().getByRole("button", { name: "Mend all 2 like this" }).click();
      await page.waitForFunction(() => document.querySelectorAll("[data-code='no-review']").length === 0);
      await sound(page);

      // A colleague changed the same link in another way, and said more.
      await page.goto(`${site.url}catalogue/merge`);
      await mounted(page);
      await theirs.setInputFiles(
        copy({
          summary: "A computer that is ready on your first day.",
          documents: [{ title: "First steps", link: "https://example.org/new" }],
          comments: [{ by: "Ines Duarte", at: "2026-01-05T08:00:00Z", text: "Is the price right?" }],
        }),
      );
      await page.getByRole("radio", { name: /^A file/ }).check();
      await page.getByLabel("Choose the older file").setInputFiles(copy());
      await page.locator(".merge-conflict").waitFor();
      assert.equal(await page.locator(".merge-conflict").count(), 1);
      await page.getByText("Is the price right?").waitFor();
      await page.getByText("Needs a decision: 1 conflict is open").waitFor();
      await page.getByRole("radio", { name: /^Theirs/ }).check();
      await sound(page);
      await page.getByRole("button", { name: "Take it in" }).click();
      await page.getByText("Their copy is taken in").waitFor();

      await page.goto(`${site.url}catalogue`);
      await page.reload();
      await mounted(page);
      await page.getByRole("list", { name: "Services" }).getByRole("link", { name: /Laptop/ }).click();
      await page.getByRole("heading", { level: 1, name: "Laptop" }).waitFor();
      assert.equal(await page.getByLabel("What you get").first().inputValue(), "A computer that is ready on your first day.");
    }));
});
