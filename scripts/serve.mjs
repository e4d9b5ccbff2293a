// Serves a built site the way a static host does: the right types, compression, caching, and 404.html for unknown
// paths, which is how a deep link opens the app. For this machine only; no dependencies.
// Usage: node scripts/serve.mjs [folder] [--port 8080] [--base /sub/path/]

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import zlib from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".css", ".csv", ".html", ".ico", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"]);
const HASHED = /-[0-9a-f]{16}[./_]/;
// Nearly as small as the highest quality, and quick enough to do at the first request.
const BROTLI_QUALITY = 9;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Starts serving; resolves to `{ origin, url, close }` once requests are answered. Port 0 takes a free one. */
export async function serve({ folder, port = 0, base = "/" }) {
  const root = resolve(folder);
  const compressed = new Map();
  const server = createServer((request, response) =>
    answer({ root, base, compressed }, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    }),
  );
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { origin, url: origin + base, close };
}

async function answer(site, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "Only GET and HEAD.");
  const path = decodedPath(request.url);
  if (path === null) return send(response, 400, "A malformed address.");
  if (path + "/" === site.base) return redirect(response, site.base);
  if (!path.startsWith(site.base)) return send(response, 404, `Nothing here: the site is under ${site.base}`);

  const asked = await fileFor(site.root, path.slice(site.base.length));
  const file = asked ?? (await fileFor(site.root, "404.html"));
  if (!file) return send(response, 404, "Not found.");
  if (asked && request.headers["if-none-match"] === file.tag) return response.writeHead(304, { etag: file.tag }).end();

  const { body, encoding } = await bodyFor(site.compressed, file, request.headers["accept-encoding"] ?? "");
  response.writeHead(asked ? 200 : 404, {
    "content-type": TYPES[extname(file.name)] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": asked && HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    ...(asked && { etag: file.tag }),
    ...(encoding && { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function decodedPath(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
}

async function fileFor(root, relative) {
  const name = join(root, relative.endsWith("/") || relative === "" ? `${relative}index.html` : relative);
  if (!name.startsWith(root + sep) || name.includes("\0")) return null;
  const found = await stat(name).catch(() => null);
  return found?.isFile() ? { name, tag: `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"` } : null;
}

async function bodyFor(compressed, file, accepted) {
  const encoding = !COMPRESSED.has(extname(file.name)) ? null : /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  const key = `${encoding} ${file.name} ${file.tag}`;
  if (!compressed.has(key)) compressed.set(key, readFile(file.name).then((bytes) => encode(bytes, encoding)));
  return { body: await compressed.get(key), encoding };
}

function encode(bytes, encoding) {
  if (encoding === "br") return brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return encoding === "gzip" ? gzip(bytes) : bytes;
}

function redirect(response, location) {
  response.writeHead(301, { location }).end();
}

function send(response, status, text) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string", default: "8080" }, base: { type: "string", default: "/" } },
  });
  const { url } = await serve({ folder: positionals[0] ?? "dist", port: Number(values.port), base: values.base });
  console.log(`Service Dojo is open at ${url} (Ctrl+C ends it)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main().catch((error) => {
    const taken = error.code === "EADDRINUSE" ? `Port ${error.port} is taken: choose another, like PORT=8081 scripts/run` : error.message;
    console.error(taken);
    process.exitCode = 1;
  });
}
