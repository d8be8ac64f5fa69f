// Every page of the real program, for everyone: what axe finds, layout that shifts or overflows, words on the console,
// requests to other hosts, at three widths in both lights; what the HTML checker says; what pages weigh.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { Browser, overhang } from "./chromium.mjs";
import { open_sample_site } from "./sample_site.mjs";

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const vnu = path.join(path.dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

let sample, browser;

before(async () => {
  sample = await open_sample_site();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await sample?.site.stop();
});

const cookies = () => [...sample.admin.cookies].map(([name, value]) => ({ name, value }));

// What moved without anybody doing anything: "CLS 0.01: <h1>Rialto".
const layout_shifts = (page) =>
  page.evaluate(() => new Promise((done) => {
    const moved = [];
    const name = ({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 60);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!entry.hadRecentInput) moved.push(`moves by itself, CLS ${entry.value.toFixed(4)}: ${entry.sources.map(name).join(", ")}`);
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(moved), 30));
  }));

async function axe_findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
}

// What moves when a page is opened; a page in which something moved is opened again, for a machine under load may have
// brought a font too late for the first time only, and what the page itself moves moves again.
async function open_and_watch(page, address) {
  let answer, moved;
  for (let time = 0; time < 2; ++time) {
    answer = await page.goto(sample.site.url + address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    moved = await layout_shifts(page);
    if (!moved.length) break;
  }
  return { answer, moved };
}

async function faults_of({ page, faults }, address) {
  faults.length = 0;
  const { answer, moved } = await open_and_watch(page, address);
  faults.push(...moved);
  const wide = await overhang(page);
  if (wide > 0) faults.push(`is ${wide} px wider than the window`);
  faults.push(...(await axe_findings(page)));
  // A page that says "nothing here" is a page too; Chromium tells its status on the console.
  const expected = answer.status() === 404 && /no\/such/.test(address);
  return faults.filter((fault) => !(expected && /status of 404/.test(fault))).map((fault) => `${address}: ${fault}`);
}

async function look_at(pages, options) {
  const window = await browser.window(sample.site.url, options);
  const found = [];
  for (const address of Object.values(pages)) found.push(...(await faults_of(window, address)));
  await window.close();
  return found;
}

for (const width of [360, 1024, 1920])
  for (const light of ["dark", "light"])
    test(`every page is for everyone at ${width} px, ${light}`, async () => {
      const options = { size: { width, height: 900 }, light };
      const found = [
        ...(await look_at(sample.visitor_pages, options)),
        ...(await look_at(sample.member_pages, { ...options, cookies: cookies() })),
      ];
      assert.deepEqual(found, []);
    });

for (const language of ["en", "de"]) test(`every page fits 320 px, and text of twice the size, in the language “${language}”`, async () => {
  const found = [];
  for (const [options, zoom] of [[{ size: { width: 320, height: 700 } }, ""], [{ size: { width: 1280, height: 900 } }, "200%"]]) {
    const { page, close } = await browser.window(sample.site.url, { ...options, cookies: [...cookies(), { name: "language", value: language }] });
    for (const address of Object.values({ ...sample.visitor_pages, ...sample.member_pages })) {
      await page.goto(sample.site.url + address, { waitUntil: "load" });
      if (zoom) await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, zoom);
      const wide = await overhang(page);
      if (wide > 0) found.push(`${address} is ${wide} px wider than ${zoom ? "the window at twice the text" : "320 px"}`);
    }
    await close();
  }
  assert.deepEqual(found, []);
});

test("the HTML checker finds no error on any page", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "rialto-html-"));
  try {
    await mkdir(folder, { recursive: true });
    const visitor = sample.site.visitor();
    for (const [name, address] of Object.entries(sample.visitor_pages))
      await writeFile(path.join(folder, `${name}.html`), (await visitor.page(address)).html);
    for (const [name, address] of Object.entries(sample.member_pages))
      await writeFile(path.join(folder, `${name}.html`), (await sample.admin.page(address)).html);
    assert.deepEqual(await checker_errors(folder), []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

// vnu's errors as "page:line: message". It ends with 1 when it found some.
function checker_errors(folder) {
  return new Promise((resolve, reject) =>
    execFile("java", ["-jar", vnu, "--errors-only", "--format", "json", folder], { maxBuffer: 1 << 26 }, (error, _, said) => {
      const report = /\{[\s\S]*\}/.exec(said)?.[0];
      if (!report) return reject(error ?? new Error(`the HTML checker said nothing: ${said}`));
      const { messages } = JSON.parse(report);
      resolve(messages.map((one) => `${path.basename(one.url)}:${one.lastLine}: ${one.message} ${one.extract ?? ""}`));
    }));
}

test("a thread of fifty posts weighs less than 20 KB, and what every page loads keeps to its budget", async () => {
  const get = async (address) => (await fetch(sample.site.url + address, { headers: { "accept-encoding": "br" } })).headers;
  const weight = async (address) => Number((await get(address)).get("content-length"));
  const html = (await sample.site.visitor().page(sample.long)).html;
  const assets = [...new Set([...html.matchAll(/\/assets\/[\w.-]+/g)].map(([address]) => address))];
  const sum = async (ending) =>
    (await Promise.all(assets.filter((one) => one.endsWith(ending)).map(weight))).reduce((all, one) => all + one, 0);
  const thread = await weight(sample.long), style = await sum(".css"), script = await sum(".js");
  console.log(`figure: a page of fifty posts weighs ${thread} bytes, its style ${style}, its script ${script}`);
  assert.ok(thread > 0 && thread < 20_000, `the thread weighs ${thread} bytes`);
  assert.ok(style > 0 && style < 15_000, `the style weighs ${style} bytes`);
  assert.ok(script > 0 && script < 10_000, `the script weighs ${script} bytes`);
});
