// A thread as one talks in it: the reply box opens where one is, long quotes fold, deep trees stay readable on a phone,
// and keys can be switched off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser, desk, overhang, phone } from "./chromium.mjs";

const board = "/board/heat-1995";
const long_passage = "He puts the cup down and neither of them raises his voice, which is the loudest thing in the film. ".repeat(9).trim();
let site, browser, ana, thread, deep;

async function deep_thread() {
  const page = await start_thread(ana, board, "How deep a talk can go", "Level 0. The runway lights.");
  const address = page.address.split(/[?#]/)[0];
  for (let level = 1; level <= 20; ++level)
    await reply_to(ana, await ana.page(address), `Level ${level - 1}.`, `Level ${level}. ${"A sentence as people write them, neither long nor short. ".repeat(2)}`);
  return address;
}

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  thread = (await start_thread(ana, board, "The diner scene", `${long_passage}\n\nA second word.`)).address.split(/[?#]/)[0];
  await reply_to(ana, await ana.page(thread), "A second word", "A short answer, and >!a secret!<.");
  deep = await deep_thread();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

async function at(address, { member = true, ...options } = {}) {
  const cookies = member ? [...ana.cookies].map(([name, value]) => ({ name, value })) : [];
  const window = await browser.window(site.url, { cookies, ...options });
  await window.page.goto(site.url + address, { waitUntil: "load" });
  return window;
}

const nth = (page, n) => page.locator("article.post").nth(n);
const box_under = (page, n) => nth(page, n).locator("xpath=following-sibling::section//textarea");
const unasked_shifts = (page) =>
  page.evaluate(() => new Promise((done) => {
    const moved = [];
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved.push(entry.value); }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(moved), 60);
  }));

for (const order of ["", "?order=flat"])
  for (const [where, size] of Object.entries({ phone, desk }))
    test(`“Reply” opens the box under the post, ${order || "as a tree"}, on a ${where}`, async () => {
      const { page, faults, close } = await at(thread + order, { size });
      await nth(page, 1).getByText("Reply", { exact: true }).click();
      const box = box_under(page, 1);
      assert.ok(await box.evaluate((it) => it === document.activeElement), "one can write at once");
      assert.equal(await page.locator("textarea:visible").count(), 2, "the thread's own stays where it is");
      assert.equal(await page.getByRole("region", { name: "Reply to ana" }).count(), 1);
      assert.equal(await overhang(page), 0);
      const words = `Under the post${order}, on a ${where}.`;
      await box.fill(words);
      await Promise.all([page.waitForNavigation(), page.locator(".answer.here button.first").click()]);
      const post = page.locator("article.post", { hasText: words });
      assert.match(await post.locator(".meta").textContent(), /to ana/);
      assert.deepEqual(await unasked_shifts(page), []);
      assert.deepEqual(faults, []);
      await close();
    });

test("Escape closes the box, the focus is back on “Reply”, and the words are there when it opens again", async () => {
  const { page, close } = await at(thread);
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await page.keyboard.insertText("Half a thought");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".answer.here").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), "reply");
  await page.keyboard.press("Enter");
  assert.equal(await box_under(page, 0).inputValue(), "Half a thought");
  await page.locator(".answer.here").getByText("Throw it away").click();
  assert.equal(await box_under(page, 0).inputValue(), "");
  await page.locator(".answer.here").getByText("Leave it").click();
  assert.equal(await page.locator(".answer.here").count(), 0);
  await close();
});

test("one box is open at a time; each keeps its own words", async () => {
  const { page, close } = await at(thread);
  await nth(page, 0).locator("a.reply").click();
  await box_under(page, 0).fill("For the first");
  await nth(page, 1).locator("a.reply").click();
  assert.equal(await page.locator(".answer.here").count(), 1);
  assert.equal(await box_under(page, 1).inputValue(), "");
  await nth(page, 0).locator("a.reply").click();
  assert.equal(await box_under(page, 0).inputValue(), "For the first");
  await box_under(page, 0).fill("");
  await close();
});

test("“Quote” opens it with the whole post, or with what is selected, behind what is written already", async () => {
  const { page, faults, close } = await at(thread);
  await nth(page, 1).locator("a.quote-it").click();
  const box = box_under(page, 1);
  await page.waitForFunction((it) => it.value.includes("> "), await box.elementHandle());
  assert.match(await box.inputValue(), /^> \[ana\]\(\/post\/\w+\):\n> A short answer, and >!a secret!<\.\n\n$/);
  await box.pressSequentially("So it is.");
  await page.locator("article.post .words p").nth(1).evaluate((words) => getSelection().setBaseAndExtent(words.firstChild, 2, words.firstChild, 8));
  await page.waitForTimeout(50);
  await nth(page, 0).locator("a.quote-it").click();
  const other = box_under(page, 0);
  await page.waitForFunction((it) => it.value.includes("> "), await other.elementHandle());
  assert.match(await other.inputValue(), /^> \[ana\]\(\/post\/\w+\):\n> second\n\n$/);
  await nth(page, 0).locator("a.quote-it").click();
  await page.waitForFunction((it) => it.value.includes("He puts the cup down"), await other.elementHandle());
  assert.match(await other.inputValue(), /> second[^]*> He puts the cup down/);
  await page.keyboard.press("Escape");
  assert.deepEqual(faults, []);
  await close();
});

test("with Ctrl “Reply” leads to its own page, as it does for visitors and without script", async () => {
  const { page, context, close } = await at(thread);
  const [other] = await Promise.all([context.waitForEvent("page"), nth(page, 0).locator("a.reply").click({ modifiers: ["Control"] })]);
  await other.waitForLoadState();
  assert.match(new URL(other.url()).pathname, /^\/post\/\w+\/reply$/);
  await close();
  for (const options of [{ member: false }, { script: false }]) {
    const alone = await at(thread, options);
    await Promise.all([alone.page.waitForNavigation(), nth(alone.page, 0).locator("a.reply").click()]);
    assert.match(alone.page.url(), /\/post\/\w+\/reply|\/sign-in/);
    await alone.close();
  }
});

test("a long quote is folded, unfolds without script too, and leads to where it is from", async () => {
  const talk = (await start_thread(ana, board, "Another scene", long_passage)).address.split(/[?#]/)[0];
  const writing = await at(talk);
  await nth(writing.page, 0).locator("a.quote-it").click();
  const box = box_under(writing.page, 0);
  await writing.page.waitForFunction((it) => it.value.includes("> "), await box.elementHandle());
  await box.evaluate((it) => it.setSelectionRange(it.value.length, it.value.length));
  await box.pressSequentially("All of that, yes.");
  await Promise.all([writing.page.waitForNavigation(), writing.page.locator(".answer.here button.first").click()]);
  await writing.close();
  const { page, close } = await at(talk, { script: false, member: false });
  const post = page.locator("article.post", { hasText: "All of that, yes" });
  const height = () => post.locator("blockquote").evaluate((it) => it.getBoundingClientRect().height);
  const folded = await height();
  await post.getByText("The whole quote").click();
  const whole = await height();
  assert.ok(folded < 260 && whole > folded + 60, `${folded} → ${whole}`);
  await post.getByText("Fold the quote").click();
  assert.equal(await height(), folded);
  await post.locator("a.source").click();
  assert.match(await page.locator(".post.chosen").textContent(), /He puts the cup down/);
  await close();
});

test("a tree twenty levels deep stays readable at 320, 360 and 390 pixels, with the box open in its depth", async () => {
  for (const width of [320, 360, 390]) {
    const { page, close } = await at(deep, { size: { width, height: 700 } });
    const posts = page.locator("article.post");
    const widths = await posts.evaluateAll((all) => all.map((post) => post.querySelector(".words").getBoundingClientRect().width));
    assert.equal(widths.length, 21);
    assert.ok(Math.min(...widths) >= width * 0.66, `at ${width}: ${widths}`);
    const starts = await posts.evaluateAll((all) => all.map((post) => post.getBoundingClientRect().left));
    for (let level = 1; level <= 7; ++level) assert.ok(starts[level] > starts[level - 1], `level ${level} stands further in`);
    assert.match(await posts.nth(20).locator(".meta").textContent(), /further in/);
    await posts.nth(20).locator("a.reply").click();
    const box = box_under(page, 20);
    assert.ok((await box.boundingBox()).width >= width * 0.75, "there is room to write");
    assert.equal(await overhang(page), 0);
    await close();
  }
});

test("keys can be switched off on this device, and on again", async () => {
  const { page, close } = await at("/help");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "find");
  for (const [address, on] of [["/help", false], ["/settings", true]]) {
    await page.goto(site.url + address);
    await page.getByLabel("Keys work on this device").setChecked(on);
    await page.goto(site.url + thread);
    await page.keyboard.press("j");
    assert.equal(await page.locator(".post.here").count(), on ? 1 : 0);
  }
  await close();
});

test("without script nothing speaks of keys that don't work", async () => {
  const { page, close } = await at("/settings", { script: false });
  assert.equal(await page.isVisible("text=Keys work on this device"), false);
  await close();
});
