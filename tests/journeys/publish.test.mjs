// Two hundred services come from a spreadsheet, go to customers as a site that needs no app and no script, and to
// another tool and back.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { serve } from "../../scripts/serve.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";
import { unpack } from "./support/zip.mjs";

const MOST_BYTES = 60_000;
const NAMES = ["Laptop", "Mailbox", "Meeting room", "Guest Wi-Fi", "Server hosting", "Backup", "Licence", "Telephone"];
/** Where orders of two of them go. */
const PLACES = { "Laptop 1": "mailto:desk@example.org?subject=Order%3A%20Laptop%201%3A%20Standard%201", "Mailbox 2": "https://tool.example/order?id=7" };
const ORDERS = ["e-mail,desk@example.org", "link,https://tool.example/order?id=7", "information,"];

/** A spreadsheet of so many services, each with an offering of its own kind and its own words. */
function table(count) {
  const word = (seed) => NAMES[(seed * 7919) % NAMES.length].toLowerCase();
  const row = (_, at) => {
    const name = `${NAMES[at % NAMES.length]} ${at + 1}`;
    const gets = `You get a ${word(at)} with ${word(at + 3)} and ${word(at * 3 + 1)} for number ${at * 37}.`;
    return `${name},Launched,${gets},All employees,Workplace / ${NAMES[at % 5]},Standard ${at + 1},Goods,fixed,${at + 1}.50,,16,${ORDERS[at % 3]}`;
  };
  const headings = "Service,State,What you get,Who it is for,Categories,Offering,Kind,Price,Amount,Unit,Fulfilled within (working hours),Orders go,Orders go to";
  return [headings, ...Array.from({ length: count }, row)].join("\r\n");
}

/** Gives a file to the page that takes files in. */
async function bring(page, name, text) {
  await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

/** What a press downloads. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return readFile(await download.path());
}

describe("publishing", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a table of 200 services becomes a site that reads without script, and a file of another tool that comes back", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}catalogue/exchange`);
      await mounted(page);

      // A file with faults changes nothing and says where they are.
      await bring(page, "bad.csv", "Service,Price,Amount,Offering\r\nLaptop,fixed,much,Standard\r\n");
      await page.getByText("line 2, column Amount").waitFor();
      await page.getByText("Nothing was changed here.").waitFor();

      await bring(page, "services.csv", table(200));
      await page.getByText("200 new services, 0 changed ones.").waitFor();
      await page.getByRole("button", { name: "Take it in" }).click();
      await page.getByText("200 services taken in").waitFor();
      await sound(page);

      // What is lost is said before anything is saved.
      await page.getByLabel(/Backstage/).check();
      await page.getByText("This format cannot hold:").waitFor();
      await page.getByLabel(/TMF633/).check();
      await page.getByText("Nothing is lost").waitFor();
      const tmf633 = String(await saved(page, "Save the file"));
      const { serviceSpecification } = JSON.parse(tmf633);
      assert.equal(serviceSpecification.length, 200);
      await bring(page, "tmf633.json", tmf633);
      await page.getByText("everything in this file is already as it says").waitFor();
      const renamed = JSON.parse(tmf633);
      renamed.serviceSpecification[0].description = "Changed in another tool";
      await bring(page, "tmf633.json", JSON.stringify(renamed));
      await page.getByText("0 new services, 1 changed one.").waitFor();

      await page.goto(`${site.url}catalogue/publish`);
      await mounted(page);
      await page.reload();
      await mounted(page);
      await page.getByText("200 services are launched and published.").waitFor();
      await sound(page);
      const folder = await mkdtemp(join(tmpdir(), "catalogue-"));
      try {
        const files = await unpack(await saved(page, "Download the site (ZIP)"), folder);
        const weight = ["index.html", "style.css"].reduce((sum, path) => sum + brotliCompressSync(files.get(path)).length, 0);
        assert.ok(weight <= MOST_BYTES, `the first view weighs ${weight} bytes`);
        assert.equal(JSON.parse(files.get("catalogue.json")).catalogue.services.length, 200);
        await read(chromium, folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    }));
});

/** Reads the unpacked site from another host without script, looks at it in both themes, and opens it from the disk. */
async function read(chromium, folder) {
  const host = await serve({ base: "/somewhere/", folder });
  const all = (page) => page.locator("section[aria-labelledby=all]");
  try {
    await onPage(chromium, host.origin, async (page) => {
      await page.goto(host.url);
      await page.getByRole("heading", { level: 1, name: "Service catalogue" }).waitFor();
      assert.equal(await all(page).locator(".services > li").count(), 200);
      for (const [name, order] of Object.entries(PLACES)) {
        await page.goto(host.url);
        await all(page).getByRole("link", { name, exact: true }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        assert.ok((await page.locator("a.action").getAttribute("href")).startsWith(order));
      }
      const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
      assert.deepEqual([data["@type"], data.offers[0].price], ["Service", "2.50"]);
      assert.ok(!/order placed/i.test(await page.locator("main").innerText()));
      await page.getByRole("navigation", { name: "You are here" }).getByRole("link", { name: "Mailbox" }).click();
      await page.getByRole("heading", { level: 1, name: "Mailbox" }).waitFor();
    }, { javaScriptEnabled: false });
    for (const colorScheme of ["light", "dark"]) {
      await onPage(chromium, host.origin, async (page) => {
        await page.goto(host.url);
        await sound(page);
        await all(page).getByRole("link", { name: "Laptop 1", exact: true }).click();
        await page.getByRole("heading", { level: 1, name: "Laptop 1" }).waitFor();
        await sound(page);
      }, { colorScheme });
    }
  } finally {
    await host.close();
  }
  const context = await chromium.browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  await all(page).getByRole("link", { name: "Laptop 1", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Laptop 1" }).waitFor();
  const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  assert.match(family, /system-ui/, "the sheet is found from the disk as well");
  await context.close();
}
