// The server of scripts/run behaves as a static host does.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";

describe("serving under /sub/path/", () => {
  let folder, server;
  const ask = (path, options) => fetch(server.origin + path, { redirect: "manual", ...options });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "service-dojo-serve-"));
    await writeFile(join(folder, "index.html"), "<h1>start</h1>");
    await writeFile(join(folder, "404.html"), "<h1>elsewhere</h1>");
    await writeFile(join(folder, "app-0123456789abcdef.wasm"), "wasm".repeat(1000));
    server = await serve({ folder, base: "/sub/path/" });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test("the folder itself is index.html", async () => {
    const answer = await ask("/sub/path/");
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), "<h1>start</h1>");
  });

  test("a path without its last slash leads to it", async () => {
    const answer = await ask("/sub/path");
    assert.deepEqual([answer.status, answer.headers.get("location")], [301, "/sub/path/"]);
  });

  test("an unknown path answers with 404.html", async () => {
    const answer = await ask("/sub/path/desk/7?tab=log");
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), "<h1>elsewhere</h1>");
  });

  test("nothing outside the folder is served", async () => {
    for (const path of ["/", "/index.html", "/sub/path/..%2f..%2fetc%2fpasswd", "/sub/path/%00", "/sub/path/%zz"]) {
      const answer = await ask(path);
      assert.ok(answer.status >= 400, `${path} gave ${answer.status}`);
    }
  });

  test("wasm has its type, is compressed, and is kept for ever when its name is hashed", async () => {
    const answer = await ask("/sub/path/app-0123456789abcdef.wasm", { headers: { "accept-encoding": "br" } });
    assert.equal(answer.headers.get("content-type"), "application/wasm");
    assert.equal(answer.headers.get("content-encoding"), "br");
    assert.match(answer.headers.get("cache-control"), /immutable/);
    assert.equal((await answer.text()).length, 4000);
  });

  test("what has not changed is not sent again", async () => {
    const tag = (await ask("/sub/path/")).headers.get("etag");
    assert.equal((await ask("/sub/path/", { headers: { "if-none-match": tag } })).status, 304);
  });
});
