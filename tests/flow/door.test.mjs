// The door of the house: it opens, answers, and closes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Site } from "../support/site.mjs";

let site;
before(async () => (site = await Site.open()));
after(() => site?.stop());

test("a fresh folder becomes a site that answers", async () => {
  const page = await site.visitor().page("/");
  assert.equal(page.status, 200);
  assert.match(page.html, /^<!doctype html>/);
});

test("what there is nothing at is kindly not found", async () => {
  const page = await site.visitor().page("/no/such/page");
  assert.equal(page.status, 404);
  assert.match(page.html, /<main/);
});

test("every page forbids foreign parts, frames and guessing of types", async () => {
  for (const address of ["/", "/no/such/page", "/about"]) {
    const { headers } = await site.visitor().request("GET", address);
    assert.match(headers["content-security-policy"], /default-src 'none'/);
    assert.match(headers["content-security-policy"], /frame-ancestors 'none'/);
    assert.doesNotMatch(headers["content-security-policy"], /unsafe-inline|unsafe-eval|\*/);
    assert.equal(headers["x-content-type-options"], "nosniff");
  }
});

test("stylesheet, script, icon and fonts are there, compressed, and kept for good", async () => {
  const { body } = await site.visitor().request("GET", "/");
  const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
  assert.ok(assets.length >= 4, assets.join(" "));
  for (const asset of new Set(assets)) {
    const answer = await site.visitor().request("GET", asset, { headers: { "accept-encoding": "br, gzip" } });
    assert.equal(answer.status, 200, asset);
    assert.match(answer.headers["cache-control"], /immutable/, asset);
    if (/\.(css|js)$/.test(asset)) assert.equal(answer.headers["content-encoding"], "br", asset);
  }
});

test("house lights are kept for the next page", async () => {
  const visitor = site.visitor();
  const page = await visitor.post("/lights", { lights: "day", back: "/about" });
  assert.match(page.page.html, /data-light="day"/);
  assert.match((await visitor.page("/")).html, /data-light="day"/);
});

test("a second server on the same port says so in one line", async () => {
  const neighbour = await Site.make();
  const second = await neighbour.attempt("serve", "--port", String(site.port));
  await neighbour.stop();
  assert.notEqual(second.code, 0);
  assert.match(second.stderr, /port is taken/);
  assert.equal(second.stderr.trim().split("\n").length, 1, second.stderr);
});

test("a folder that can't be made is named in one line", async () => {
  const nowhere = new Site();
  nowhere.data = "/proc/no/such/folder";
  const { code, stderr } = await nowhere.attempt("member", "list");
  assert.notEqual(code, 0);
  assert.match(stderr, /\/proc\/no\/such\/folder/);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
});

test("told to stop, the server ends by itself with nothing to complain about", async () => {
  const own = await Site.open();
  const end = await own.stop();
  assert.deepEqual(end, { code: 0, signal: null }, own.log);
});

test("programs on this machine can read what the server counts, and nobody through a proxy", async () => {
  const read = async (headers = {}) => site.visitor().request("GET", "/metrics", { headers });
  const count = async () => Number(/^rialto_answers_total\{status="4xx"\} (\d+)$/m.exec((await read()).body)[1]);
  const before = await count();
  await site.visitor().request("GET", "/no/such/page");
  assert.equal(await count(), before + 1);
  const { body } = await read();
  assert.match(body, /^rialto_answer_seconds_bucket\{le="\+Inf"\} [1-9]\d*$/m);
  assert.match(body, /^rialto_connections [1-9]\d*$/m);
  assert.match(body, /^process_resident_memory_bytes [1-9]\d{6,}$/m);
  assert.equal((await read({ "x-forwarded-for": "192.0.2.7" })).status, 404);
});
