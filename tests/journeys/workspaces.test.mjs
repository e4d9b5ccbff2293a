// The workspace page: duplicating, renaming, deleting with a way back, looking into a file, and a storage that fills up.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const toast = (page) => page.locator(".toast");
const open = (page, name) => page.locator(".workspace-open").getByRole("heading", { name, exact: true });
const listed = (page, name) => page.getByRole("listitem", { name, exact: true });
const dialog = (page, name) => page.getByRole("dialog", { name });

/** The Undo beside a message; others may stand there, too. */
const undo = (page, message) => toast(page).filter({ hasText: message }).getByRole("button", { name: "Undo" });

/** Goes to the workspace page with a desk that holds one incident. */
async function withDesk(page, url, summary) {
  await openEmptyDesk(page, url);
  await logIncident(page, summary);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workspace" }).click();
  await open(page, "My desk").waitFor();
}

/** Deletes the open workspace, so that it can be restored. */
async function deleteOpen(page) {
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
}

const readFileAs = (page, name, text) =>
  page.getByLabel("Read an exported workspace").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

const keyCount = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /\/m\/0$/.test(key)).length);

describe("the workspace page", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a copy is made, opened, and has everything; another one is renamed and that is undone", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "In both of them");
      await page.getByRole("button", { name: "Duplicate" }).click();
      await listed(page, "My desk (copy)").waitFor();
      await toast(page).getByRole("button", { name: "Open it" }).click();
      await open(page, "My desk (copy)").waitFor();

      await listed(page, "My desk").getByRole("button", { name: "More actions for My desk" }).click();
      await page.getByRole("menuitem", { name: "Rename" }).click();
      await dialog(page, "Rename “My desk”").getByLabel("Name").fill("The first one");
      await page.getByRole("button", { name: "Rename it" }).click();
      await listed(page, "The first one").waitFor();
      await undo(page, "is called").click();
      await listed(page, "My desk").waitFor();

      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Desk" }).click();
      await page.getByText("In both of them").first().waitFor();
    }));

  test("what is deleted can be undone, restored after a reload, and comes and goes in other tabs", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "Deleted and restored");
      const other = await page.context().newPage();
      await other.goto(`${site.url}workspace`);
      await open(other, "My desk").waitFor();

      await deleteOpen(page);
      await page.getByText("None yet.").waitFor();
      await other.getByText("None yet.").waitFor();
      await other.getByText("was deleted in another tab").first().waitFor();
      await undo(page, "is deleted").click();
      await open(page, "My desk").waitFor();
      await open(other, "My desk").waitFor();

      await deleteOpen(page);
      await page.getByText("None yet.").waitFor();
      await page.reload();
      await mounted(page);
      await page.getByText("None yet.").waitFor();
      await listed(page, "My desk").getByText(/^Deleted on .*, kept until/).waitFor();
      await listed(page, "My desk").getByRole("button", { name: "Restore" }).click();
      await open(page, "My desk").waitFor();
      await open(other, "My desk").waitFor();
      await page.getByRole("link", { name: "Go to the desk" }).click();
      await page.getByText("Deleted and restored").first().waitFor();
    }));

  test("deleted for good, it is gone, and leaves its room", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "Gone for good");
      await deleteOpen(page);
      await listed(page, "My desk").getByRole("button", { name: "Delete for good" }).click();
      await dialog(page, /for good\?$/).getByRole("button", { name: "Delete for good" }).click();
      await page.getByRole("heading", { name: "Recently deleted" }).waitFor({ state: "detached" });
      await page.reload();
      await mounted(page);
      await page.getByText("None yet.").waitFor();
      assert.equal(await page.getByRole("heading", { name: "Recently deleted" }).count(), 0);
      assert.equal(await keyCount(page), 0);
    }));

  test("a file is looked into first: what it holds, what is here of the same origin, and only then it is read", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "Seen before it is read");
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export", exact: true }).click();
      const text = await readFile(await (await downloading).path(), "utf8");

      await readFileAs(page, "desk.json", text);
      const sheet = dialog(page, "Read this workspace?");
      await sheet.getByText("1: 1 new").waitFor();
      await sheet.getByText(/The same workspace is here already: “My desk”/).waitFor();
      assert.equal(await keyCount(page), 1);
      await sheet.getByRole("button", { name: "Leave it" }).click();
      await sheet.waitFor({ state: "hidden" });
      assert.equal(await keyCount(page), 1, "nothing is stored until it is confirmed");

      await readFileAs(page, "desk.json", text);
      await sheet.getByLabel("Name").fill("From the file");
      await sheet.getByRole("button", { name: "Read it and open it" }).click();
      await open(page, "From the file").waitFor();
      await listed(page, "My desk").waitFor();

      for (const [name, bad, says] of [
        ["cut.json", text.slice(0, -60), /cut off/],
        ["changed.json", text.replace("Seen before", "Seen after"), /checksum does not fit/],
        ["later.json", text.replace('"version": 1', '"version": 7'), /later version of this app/],
        ["photo.json", "PNG, really", /not JSON/],
        ["other.json", "{}", /not an exported workspace/],
      ]) {
        await readFileAs(page, name, bad);
        const fault = dialog(page, "This file cannot be read");
        await fault.getByText(says).waitFor();
        await fault.getByText("Nothing was changed here.").waitFor();
        await fault.getByRole("button", { name: "Close it" }).click();
        await fault.waitFor({ state: "hidden" });
      }
      assert.equal(await keyCount(page), 2);
    }));

  test("a storage that fills up is told in the frame and on the page, by what takes it, and can be dismissed", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "Before it fills");
      assert.equal(await page.locator(".banner-storage").count(), 0);
      await page.evaluate(() => localStorage.setItem("someone-else", "x".repeat(3_800_000)));
      await page.goto(`${site.url}desk`);
      await mounted(page);
      const banner = page.locator(".banner-storage");
      await banner.getByText(/The storage is 7\d % full.*other pages under this address/).waitFor();
      await banner.getByRole("link", { name: "See what can be done" }).click();
      await page.locator(".room-warning").getByText(/Export what you want to keep/).waitFor();
      const others = page.getByRole("list", { name: /What takes the storage/ }).getByRole("listitem").filter({ hasText: "Other pages" });
      await others.getByText("3,800,012 · 72.48 %").waitFor();

      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Desk" }).click();
      await banner.getByRole("button", { name: "Dismiss" }).click();
      await banner.waitFor({ state: "detached" });
      await page.reload();
      await mounted(page);
      await page.getByRole("grid", { name: "Incidents" }).waitFor();
      assert.equal(await banner.count(), 0, "not again in this session");

      await page.evaluate(() => localStorage.setItem("someone-else", "x".repeat(4_800_000)));
      await page.reload();
      await banner.getByText(/The storage is 9\d % full, so large changes and imports are refused/).waitFor();
      await banner.getByRole("link", { name: "See what can be done" }).click();
      await page.getByRole("button", { name: "Duplicate" }).click();
      await toast(page).getByText(/It was not duplicated\. It needs .* characters/).waitFor();
      assert.equal(await keyCount(page), 1);
    }));

  test("the keyboard alone deletes and restores", () =>
    onPage(chromium, site.origin, async (page) => {
      await withDesk(page, site.url, "By keyboard");
      await page.getByRole("button", { name: "Delete", exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.locator("dialog[open] button").filter({ hasText: "Delete it" }).and(page.locator(":focus")).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("None yet.").waitFor();
      await undo(page, "is deleted").focus();
      await page.keyboard.press("Enter");
      await open(page, "My desk").waitFor();
    }));
});
