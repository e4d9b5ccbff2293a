// What a first visit downloads, and the bound on it.
// Usage: node tests/budgets/first-load.mjs <built site>

import { readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** Bytes after brotli. The whole product may take 350 kB; this much is for the house and the first practice. */
const BUDGET_BYTES = 200_000;

/**
 * The files that index.html names, itself included, and what these scripts import at once. Parts of the program that are
 * fetched when a page needs them, and the worker, come later and do not count; boot.test.mjs sees to it that the browser
 * asks for nothing else.
 */
export async function firstLoadFiles(site) {
  const page = await readFile(join(site, "index.html"), "utf8");
  const base = /<base href="([^"]*)"/.exec(page)?.[1] ?? "/";
  const named = [...page.matchAll(/<(?:link|script)\b[^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/\s(?:href|src|data-js|data-wasm)="([^"]+)"/g)].map(([, address]) => address),
  );
  // The front page asks for the catalogue beside the app, which is empty where nobody has put one there.
  const files = new Set(["index.html", "catalogue.json"]);
  for (const address of named.filter((address) => !address.startsWith("data:"))) {
    await addWithImports(site, address.replace(base, ""), files);
  }
  return [...files];
}

async function addWithImports(site, name, files) {
  if (files.has(name)) return;
  files.add(name);
  if (!name.endsWith(".js")) return;
  const script = await readFile(join(site, name), "utf8");
  for (const [, address] of script.matchAll(/^\s*(?:import|export)\s(?:[^;'"()=]*\sfrom\s*)?["'](\.[^"']+)["']/gm)) {
    await addWithImports(site, posix.join(posix.dirname(name), address), files);
  }
}

/** The size of a file as a good static host sends it. */
export function brotliBytes(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

async function main(site) {
  let total = 0;
  for (const name of await firstLoadFiles(site)) {
    const bytes = await readFile(join(site, name));
    const sent = brotliBytes(bytes);
    total += sent;
    if (name.endsWith(".css") && bytes.includes("@import")) throw new Error(`${name} has an @import, which hides a download.`);
    console.log(`${basename(name).padEnd(40)} ${String(bytes.length).padStart(9)} raw ${String(sent).padStart(9)} brotli`);
  }
  console.log(`${"first load".padEnd(40)} ${String(total).padStart(23)} of ${BUDGET_BYTES} bytes`);
  if (total > BUDGET_BYTES) throw new Error(`The first load is ${total - BUDGET_BYTES} bytes over its budget.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv[2] ?? "dist").catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
