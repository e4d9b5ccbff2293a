// The same queue work done by MiniSearch (https://lucaong.github.io/minisearch/), in the same page: what others would
// build a desk like this with, to have something to compare with.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

const LOG = fileURLToPath(new URL("../../../public/samples/servicenow_incident_event_log.csv.gz", import.meta.url));
const LIBRARY = fileURLToPath(import.meta.resolve("minisearch")).replace("/es/index.js", "/umd/index.js");

/** "29/2/2016 01:16" as a number that sorts by time. */
const moment = (text) => {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return year ? Date.UTC(year, month - 1, day, hour, minute) : 0;
};

/** Every incident of the real log as its last row tells of it. */
function documents() {
  const rows = parse(gunzipSync(readFileSync(LOG)), { columns: true });
  const latest = new Map();
  for (const row of rows) {
    const at = [moment(row.sys_updated_at), Number(row.sys_mod_count)];
    const before = latest.get(row.number);
    if (!before || at[0] > before.at[0] || (at[0] === before.at[0] && at[1] >= before.at[1])) latest.set(row.number, { at, row });
  }
  return [...latest.values()].map(({ row }, id) => ({
    id,
    text: Object.values(row).filter((value) => value !== "?").join("\n"),
    priority: row.priority,
    group: row.assignment_group,
    opened: moment(row.opened_at),
  }));
}

/** Runs in the page: makes the index and what is measured. */
function installMiniSearch(documents) {
  const start = performance.now();
  const index = new window.MiniSearch({ fields: ["text"], storeFields: ["priority", "group", "opened"] });
  index.addAll(documents);
  const everything = window.MiniSearch.wildcard;
  const priorities = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];
  window.found = 0;
  const note = (results) => (window.found = results.length);
  window.miniActs = {
    search: (i, words) => note(index.search(words, { prefix: true, combineWith: "AND" })),
    filter: (i) => note(index.search(everything, { filter: ({ priority }) => i % 2 === 1 || priority === priorities[(i >> 1) % 4] })),
    sort: (i) => {
      const turn = i % 2 ? -1 : 1;
      const by = i % 4 < 2 ? (a, b) => turn * (a.opened - b.opened) : (a, b) => (a.group < b.group ? -turn : a.group > b.group ? turn : 0);
      note(index.search(everything).sort(by));
    },
  };
  return performance.now() - start;
}

/** Puts MiniSearch with the whole log into the page; answers with how long indexing took, in milliseconds. */
export async function withMiniSearch(page) {
  // Through the debugger, as the page's policy forbids foreign scripts; all else is as on any page.
  await page.evaluate(readFileSync(LIBRARY, "utf8"));
  return page.evaluate(installMiniSearch, documents());
}

/** The milliseconds of one act and how much was found. Nothing is painted: this is the finding alone. */
export function miniAct(page, act, i, words) {
  return page.evaluate(
    ({ act, i, words }) => {
      const start = performance.now();
      window.miniActs[act](i, words);
      return { millis: performance.now() - start, found: window.found };
    },
    { act, i, words },
  );
}
