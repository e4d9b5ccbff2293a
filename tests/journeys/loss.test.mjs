// What a browser does to its storage: it is killed, it clears it under an open page, it has cleared it meanwhile.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { launch } from "chrome-launcher";
import { chromium as driver } from "playwright-core";
import { CHROMIUM, FLAGS, launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const OWN = "number,incident_state,sys_updated_at,opened_at,impact,urgency\nINC1,New,2026-03-02 09:00,2026-03-02 09:00,2 - Medium,2 - Medium\n";

const places = (page) => page.getByRole("navigation", { name: "Places" });
/** Waits until the mark of a deleted workspace is on the disk. */
const marked = (page) =>
  page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("service-dojo");
        opening.onsuccess = () => {
          const asking = opening.result.transaction("kept").objectStore("kept").getAllKeys();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result.some((key) => key.endsWith("/binned")));
          };
        };
      }),
  );
const onDisk = (page) => page.locator(".save-state").getByText("Saved on disk").waitFor();

describe("losing the storage", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("cleared under an open page, it is noticed and can be saved again", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Before the clearing");
      await page.evaluate(() => localStorage.clear());
      await page.getByLabel("Text").fill("Written after the clearing.");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.locator(".banner").getByText(/storage was cleared while this workspace was open/).waitFor();
      assert.equal(await page.getByLabel("Text").inputValue(), "Written after the clearing.");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.locator(".banner").waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("heading", { level: 1, name: "Before the clearing" }).waitFor();
      await page.getByText("Written after the clearing.").waitFor();
    }));

  test("cleared in the meantime, what was made by hand comes back from the disk", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Kept in two places");
      await onDisk(page);
      await page.evaluate(() => localStorage.clear());
      await page.goto(site.url);
      await page.getByText(/came back from the disk, with all its changes/).waitFor();
      await places(page).getByRole("link", { name: "Desk" }).click();
      await page.getByText("Kept in two places").first().waitFor();
      await page.reload();
      await page.getByText("Kept in two places").first().waitFor();
    }));

  test("cleared in the meantime, an import is told to be gone and is not taken for a first visit", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.getByLabel("As it was").check();
      await page.locator(".import input[type=file]").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(OWN) });
      await queueShown(page);
      await onDisk(page);
      await page.evaluate(() => localStorage.clear());
      await page.goto(site.url);
      await page.getByText("Work that was in this browser is gone from its storage.").waitFor();
      await page.getByRole("link", { name: "See what can be done" }).click();
      await page.getByText(/own.* was in this browser with an import and .* is gone/).waitFor();
      await page.getByRole("button", { name: "Forget it" }).click();
      await page.getByText(/was in this browser with/).waitFor({ state: "detached" });
      await page.goto(site.url);
      await mounted(page);
      assert.equal(await page.getByText("is gone from its storage").count(), 0);
    }));

  test("what was deleted stays deleted", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "To be deleted");
      await onDisk(page);
      await places(page).getByRole("link", { name: "Workspace" }).click();
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("button", { name: "Delete for good" }).click();
      await page.getByText("None yet.").waitFor();
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await mounted(page);
      await page.getByText("None yet.").waitFor();
      assert.equal(await page.getByText("is gone").count(), 0);
    }));

  test("what was deleted with a way back stays deleted, and the way back stays too", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Deleted, not lost");
      await onDisk(page);
      await places(page).getByRole("link", { name: "Workspace" }).click();
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("button", { name: "Delete it" }).click();
      await page.getByText("None yet.").waitFor();
      await marked(page);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await page.getByRole("listitem", { name: "My desk" }).getByRole("button", { name: "Restore" }).click();
      await page.getByRole("link", { name: "Go to the desk" }).click();
      await page.getByText("Deleted, not lost").first().waitFor();
    }));

  test("a browser that is killed loses nothing that was saved on disk", async () => {
    const profile = await mkdtemp(join(tmpdir(), "dojo-killed-"));
    try {
      // The workspace itself is settled: the browser writes its local storage when it closes.
      await inBrowser(profile, "close", async (page) => {
        await openEmptyDesk(page, site.url);
        await logIncident(page, "Before the kill");
        await onDisk(page);
      });
      await inBrowser(profile, "kill", async (page) => {
        await page.goto(`${site.url}desk`);
        await page.getByText("Before the kill").first().waitFor();
        await logIncident(page, "In the last second");
        await onDisk(page);
      });
      await inBrowser(profile, "close", async (page) => {
        await page.goto(`${site.url}desk`);
        await page.getByText("In the last second").first().waitFor();
        await page.getByText("Before the kill").first().waitFor();
      });
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** Runs a browser of its own over a profile, and ends it as said. */
async function inBrowser(profile, end, journey) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS], userDataDir: profile });
  const browser = await driver.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const gone = new Promise((resolve) => chrome.process.once("exit", resolve));
  try {
    await journey(await browser.contexts()[0].newPage());
  } finally {
    if (end === "kill") {
      process.kill(-chrome.pid, "SIGKILL");
    } else {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close");
    }
    await gone;
    await browser.close().catch(() => {});
  }
}
