// Every page with made-up views in Chromium: what axe finds, what overflows, what it says on the console; by night and
// by day, on a phone and on a desk. The pages are written by tests/look/write_pages.cpp.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Browser, desk, phone } from "./chromium.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const writer = path.join(process.env.RIALTO_BUILD ?? path.join(root, "build/test"), "tests/write_pages");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".html": "text/html; charset=utf-8" };

let folder, server, address, browser;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rialto-look-"));
  await promisify(execFile)(writer, [folder]);
  server = createServer(async (request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url, "http://x").pathname));
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { "content-type": types[path.extname(file)] ?? "text/plain" });
    response.end(bytes ?? "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await Browser.open();
});

after(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function faults_of(window, kind, name) {
  const { page, faults } = window;
  faults.length = 0;
  await page.goto(`${address}${kind}/${name}`, { waitUntil: "load" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`is ${wide} px wider than the window`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, nodes } of violations)
    for (const node of nodes.slice(0, 3)) faults.push(`${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`);
  return faults.map((fault) => `${kind}/${name}: ${fault}`);
}

async function all_faults(kind, size) {
  const window = await browser.window(address, { size });
  const found = [];
  for (const name of (await readdir(path.join(folder, kind))).sort()) found.push(...(await faults_of(window, kind, name)));
  await window.close();
  return found;
}

for (const [kind, size, where] of [
  ["night", desk, "by night on a desk"],
  ["day", phone, "by day on a phone"],
  ["day-visitor", desk, "by day for a visitor"],
  ["night-visitor", phone, "by night for a visitor on a phone"],
])
  test(`every page can be used by everybody, ${where}`, async () => {
    assert.deepEqual(await all_faults(kind, size), []);
  });

async function on_page(name, what, options = {}) {
  const window = await browser.window(address, options);
  await window.page.goto(`${address}night/${name}`, { waitUntil: "load" });
  await what(window.page);
  await window.close();
}

test("a draft is back after the page was left", () =>
  on_page("thread-tree.html", async (page) => {
    await page.fill("#f-text", "Half a thought");
    await page.waitForTimeout(500);
    await page.goto(`${address}night/front.html`);
    await page.goto(`${address}night/thread-tree.html`);
    assert.equal(await page.inputValue("#f-text"), "Half a thought");
    await page.click("text=Throw it away");
    assert.equal(await page.inputValue("#f-text"), "");
  }));

test("house lights go up without loading the page again", () =>
  on_page("thread-tree.html", async (page) => {
    await page.click("button[value=day]");
    assert.equal(await page.getAttribute("body", "data-light"), "day");
    assert.equal(await page.isVisible("button[value=night]"), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(247, 242, 232)");
  }));

test("in colours that the reader forces, lit lamps differ from unlit ones, and both from the page; cards have an edge", () =>
  on_page("film.html", async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    const look = (selector, kind) => page.locator(selector).first().evaluate((it, kind) => getComputedStyle(it)[kind], kind);
    const lit = /rgb\([^)]+\)/.exec(await look(".lamps", "backgroundImage"))[0];
    const colours = [lit, await look(".lamps", "backgroundColor"), await look("body", "backgroundColor")];
    assert.equal(new Set(colours).size, 3, colours.join());
    assert.match(await look(".card", "outlineStyle"), /solid/);
  }));

test("keys walk from post to post, and a veil lifts when it is touched", () =>
  on_page("thread-tree.html", async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await page.getAttribute(".post.here", "id"), "p-a2");
    const veiled = page.locator("label.veil .veil-words").first();
    const seen = () => veiled.evaluate((words) => getComputedStyle(words).visibility);
    assert.equal(await seen(), "hidden");
    await page.locator("label.veil").first().click();
    assert.equal(await seen(), "visible");
  }));

test("only the selected passage is quoted", () =>
  on_page("thread-tree.html", async (page) => {
    const words = page.locator("#p-a7 .words p");
    await words.evaluate((paragraph) => getSelection().setBaseAndExtent(paragraph.firstChild, 0, paragraph.firstChild, 12));
    await page.waitForTimeout(50);
    const asked = page.waitForRequest(/reply\?/);
    await page.click("#p-a7 .quote-it");
    assert.match((await asked).url(), /\/post\/a7\/reply\?quote=1&passage=Saw%20it%20again&fresh=1$/);
  }));

test("without script the veil lifts too, and only members see what is theirs", () =>
  on_page("thread-tree.html", async (page) => {
    await page.locator("label.veil").first().click();
    assert.equal(await page.locator("label.veil .veil-words").first().isVisible(), true);
    assert.equal(await page.isVisible("#p-a1 .own"), true);
    assert.equal(await page.isVisible("#p-a5 .own"), false);
    await page.goto(`${address}night-visitor/thread-tree.html`);
    assert.equal(await page.isVisible("#p-a1 .own"), false);
    assert.equal(await page.isVisible("#p-a1 .mod"), false);
    assert.equal(await page.isVisible("text=to reply, or"), true);
  }, { script: false }));
