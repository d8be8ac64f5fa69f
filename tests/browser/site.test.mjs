// The real program in Chromium: its pages on a phone and a desk, by night and by day; read without script and by
// keyboard; written to with a pointer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser, desk, overhang, phone } from "./chromium.mjs";

const board = "/board/heat-1995";
let site, browser, ana, thread;

const words = [
  "Two men sit down, and the film holds its breath. *Nothing* happens, **everything** is said.",
  "> Nothing happens\n\nThat is the point: >!he would not hesitate!<, and he says so.",
  `A word without an end: ${"cinematographically".repeat(12)} and an address https://example.org/${"a/very/long/way/".repeat(12)}`,
  "- one\n- two\n  - three\n\n```\nINT. DINER, NIGHT. A line of a screenplay that is wider than any phone could ever be, and stays on one line.\n```",
  ">! All of this\n>! is veiled",
];

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana", "admin");
  const page = await start_thread(ana, board, "The diner scene, once more, and why nobody raises a voice in it", words[0]);
  thread = page.address.split(/[?#]/)[0];
  let last = "the film holds its breath";
  for (const [n, text] of words.slice(1).entries()) {
    await reply_to(ana, await ana.page(thread), last, `${text}\n\nReply ${n}.`);
    last = `Reply ${n}.`;
  }
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

// Signed in as ana where asked.
function window_for({ member = false, language, ...options } = {}) {
  const cookies = member ? [...ana.cookies].map(([name, value]) => ({ name, value })) : [];
  if (language) cookies.push({ name: "language", value: language });
  return browser.window(site.url, { ...options, cookies });
}

const for_all = () => ["/", "/films", "/film/heat-1995", "/person/michael-mann", "/boards", board, thread, `${thread}?order=flat`, "/reviews", "/film/heat-1995/reviews?order=closest", "/member/ana", "/find?q=heat", "/help", "/about", "/log", "/sign-in", "/sign-up"];
const for_members = () => [thread, `${board}/new`, "/settings", "/admin", "/admin/members", "/admin/settings", "/admin/reports", "/film/heat-1995/edit", "/film/heat-1995/rating"];

async function look_at(addresses, options) {
  const { page, faults, close } = await window_for(options);
  const found = [];
  for (const address of addresses) {
    faults.length = 0;
    const answer = await page.goto(site.url + address, { waitUntil: "load" });
    if (answer.status() !== 200) found.push(`${address}: status ${answer.status()}`);
    const wide = await overhang(page);
    if (wide > 0) found.push(`${address} is ${wide} px wider than the window`);
    found.push(...faults.map((fault) => `${address}: ${fault}`));
  }
  await close();
  assert.deepEqual(found, []);
}

for (const [size_name, size] of Object.entries({ phone, desk }))
  for (const light of ["dark", "light"]) {
    test(`on a ${size_name}, ${light}, pages say nothing on the console, ask nobody else and fit`, () => look_at(for_all(), { size, light }));
    test(`on a ${size_name}, ${light}, so do the pages of members and admins`, () => look_at(for_members(), { size, light, member: true }));
  }

for (const [width, size] of Object.entries({ 320: { width: 320, height: 700 }, 390: phone }))
  test(`in German, whose words are long, pages fit into ${width} px`, async () => {
    await look_at(for_all(), { size, language: "de" });
    await look_at(for_members(), { size, language: "de", member: true });
  });

test("without script one chooses a language in the foot, and is back on the page", async () => {
  const { page, close } = await window_for({ script: false });
  await page.goto(`${site.url}/films`);
  await page.click("footer button[lang=de]");
  assert.equal(new URL(page.url()).pathname, "/films");
  assert.equal(await page.textContent("h1"), "Filme");
  assert.equal(await page.getAttribute("html", "lang"), "de");
  await close();
});

test("a page whose language runs from right to left is turned round", async () => {
  const { page, close } = await window_for();
  await page.goto(site.url + thread);
  const starts = () => page.evaluate(() => [".sign", ".posts > li.d1 .who"].map((what) => document.querySelector(what).getBoundingClientRect().left));
  const [sign, reply] = await starts();
  await page.evaluate(() => { document.documentElement.dir = "rtl"; });
  const [turned_sign, turned_reply] = await starts();
  assert.ok(turned_sign > sign && turned_reply !== reply, `${[sign, reply]} → ${[turned_sign, turned_reply]}`);
  assert.equal(await overhang(page), 0);
  await close();
});

test("without script everything can be read, and a spoiler lifted", async () => {
  const { page, faults, close } = await window_for({ script: false });
  await page.goto(site.url + board);
  await page.click(`a[href^="${thread}"]`);
  assert.equal(await page.locator("article.post").count(), words.length);
  const hidden = page.locator(".veil-words").first();
  const shown = () => hidden.evaluate((node) => getComputedStyle(node).color !== "rgba(0, 0, 0, 0)" && getComputedStyle(node).visibility === "visible" && !/blur/.test(getComputedStyle(node).filter));
  assert.ok(!(await shown()), "veiled before");
  await page.locator(".veil").first().click();
  assert.ok(await shown(), "lifted after");
  assert.deepEqual(faults, []);
  await close();
});

test("without script a reply is written through the form", async () => {
  const { page, close } = await window_for({ script: false, member: true });
  await page.goto(site.url + thread);
  await page.fill("textarea[name=text]", "Written without any script.");
  await page.click(".answer button.first");
  assert.match(await page.textContent("main"), /Written without any script\./);
  await close();
});

test("a reply written in the browser arrives, and says so", async () => {
  const { page, faults, close } = await window_for({ member: true, size: phone });
  await page.goto(site.url + thread);
  await page.click("article.post:first-of-type a.reply");
  await page.waitForSelector("textarea[name=text]");
  await page.fill("textarea[name=text]", "Written on a phone, *in a browser*.");
  await Promise.all([page.waitForNavigation(), page.locator("form:has(textarea[name=text]) button.first").first().click()]);
  assert.match(await page.textContent("main"), /Written on a phone, in a browser\./);
  assert.match((await site.visitor().page(thread)).html, /Written on a phone, <em>in a browser<\/em>\./);
  assert.deepEqual(faults, []);
  await close();
});

test("by keyboard alone one skips to the talk, opens a thread and reaches the reply", async () => {
  const { page, close } = await window_for({ member: true });
  await page.goto(site.url + board);
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip to the talk/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#main");
  const focused = () => page.evaluate(() => ({ href: document.activeElement.getAttribute("href"), name: document.activeElement.getAttribute("name"), outline: getComputedStyle(document.activeElement).outlineStyle }));
  let seen;
  for (let n = 0; n < 40; ++n) {
    await page.keyboard.press("Tab");
    seen = await focused();
    assert.notEqual(seen.outline, "none", `no focus is to be seen on ${JSON.stringify(seen)}`);
    if (seen.href?.startsWith(thread)) break;
  }
  assert.ok(seen.href?.startsWith(thread), JSON.stringify(seen));
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await page.focus("#main");
  for (let n = 0; n < 120 && seen.name !== "text"; ++n) {
    await page.keyboard.press("Tab");
    seen = await focused();
  }
  assert.equal(seen.name, "text");
  await page.keyboard.type("Typed and sent by keyboard.");
  for (let n = 0; n < 8; ++n) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches("button.first"))) break;
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(await page.textContent("main"), /Typed and sent by keyboard\./);
  await close();
});

test("house lights change the page at once and stay", async () => {
  const { page, faults, close } = await window_for({ light: "dark" });
  await page.goto(site.url + "/about");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const night = await paper();
  await page.locator("form.lights button:visible").first().click();
  await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, night);
  await page.waitForLoadState("networkidle");
  const day = await paper();
  await page.goto(site.url + "/");
  assert.equal(await paper(), day);
  // The script does not follow the redirect that answers it; Chromium calls that a failed request.
  assert.deepEqual(faults.filter((fault) => !fault.includes("ERR_ABORTED")), []);
  await close();
});

test("a page of ours is small", async () => {
  const { page, close } = await window_for();
  const sizes = { script: 0, stylesheet: 0, font: 0, document: 0 };
  page.on("requestfinished", async (request) => {
    const kind = request.resourceType();
    if (kind in sizes) sizes[kind] += (await request.sizes()).responseBodySize;
  });
  await page.goto(site.url + thread, { waitUntil: "networkidle" });
  assert.ok(sizes.document > 0 && sizes.document < 20_000, JSON.stringify(sizes));
  assert.ok(sizes.stylesheet < 15_000 && sizes.script < 10_000 && sizes.font < 80_000, JSON.stringify(sizes));
  await close();
});
