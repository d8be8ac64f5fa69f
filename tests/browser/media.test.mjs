// Pages as other senses and devices meet them: on paper, in forced colours, without motion, turned from right to left.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser, overhang } from "./chromium.mjs";

const board = "/board/heat-1995";
let site, browser, ana, ben, thread, review;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
  thread = (await start_thread(ana, board, "The diner scene", "The first word, with >!a spoiler!<.")).address.split(/[?#]/)[0];
  const said = await ana.post("/film/heat-1995/review", { title: "Seen again", text: "A night drive.\n\n## The streets\n\nWide and empty.", rating: "9" }, { follow: false });
  review = said.headers.location.replace(/[?#].*/, "");
  await ben.page(thread);
  await ana.post(`/thread/${/^\/thread\/(\w+)/.exec(thread)[1]}/reply`, { text: "The second word. [An address](https://films.example/a)" });
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

async function as_ben(address, media, look) {
  const { page, close } = await browser.window(site.url, { cookies: [...ben.cookies].map(([name, value]) => ({ name, value })) });
  await page.emulateMedia(media);
  await page.setExtraHTTPHeaders({ "sec-purpose": "prefetch" }); // what is new stays so from test to test
  await page.goto(site.url + address, { waitUntil: "load" });
  try {
    await look(page);
  } finally {
    await close();
  }
}
const style = (page, selector, name, pseudo = null) =>
  page.locator(selector).first().evaluate((it, [name, pseudo]) => getComputedStyle(it, pseudo)[name], [name, pseudo]);
const is_seen = (page, selector) => page.locator(selector).first().isVisible();

for (const [what, address] of Object.entries({ "a thread": () => thread, "a review": () => review }))
  test(`on paper, ${what} is its words and who wrote them, black on white`, () =>
    as_ben(address(), { media: "print", colorScheme: "dark" }, async (page) => {
      for (const words of ["h1", "main .words", "main .author, main .byline"]) assert.ok(await is_seen(page, words), words);
      for (const tool of [".bar", ".stopped", ".news", "main .acts a", "form", ".orders", ".card", ".foot nav", ".languages"])
        for (const one of await page.locator(tool).all()) assert.equal(await one.isVisible(), false, tool);
      assert.equal(await style(page, "body", "backgroundColor"), "rgb(255, 255, 255)");
      assert.equal(await style(page, "main .words", "color"), "rgb(0, 0, 0)");
      assert.equal(await overhang(page), 0);
    }));

test("on paper, veils stay down and addresses can be read", () =>
  as_ben(thread, { media: "print" }, async (page) => {
    assert.equal(await style(page, "label.veil .veil-words", "visibility"), "hidden");
    assert.match(await style(page, ".words a[href^=http]", "content", "::after"), /attr\(href\)|films\.example/);
  }));

test("in colours that the reader forces, what is new, pressed, and focused shows", () =>
  as_ben(thread, { forcedColors: "active", colorScheme: "dark" }, async (page) => {
    const ground = await style(page, "body", "backgroundColor");
    assert.equal(await page.locator(".post .news >> visible=true").count(), 1);
    for (const part of [".post .news >> visible=true", "button.first", ".bar .find input"]) {
      assert.notEqual(await style(page, part, "borderBottomColor"), ground, part);
      assert.notEqual(await style(page, part, "borderBottomWidth"), "0px", part);
    }
    assert.notEqual(await style(page, ".post .news >> visible=true", "color"), ground);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => (({ outlineStyle, outlineColor }) => ({ outlineStyle, outlineColor }))(getComputedStyle(document.activeElement)));
    assert.notEqual(ring.outlineStyle, "none");
    assert.notEqual(ring.outlineColor, ground);
    await page.keyboard.press("j");
    assert.notEqual(await style(page, ".post.here", "backgroundColor", "::before"), ground, "the post that one is at");
  }));

test("who asks for no motion sees none", () =>
  as_ben(thread, { reducedMotion: "reduce" }, async (page) => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((it) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(it);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      }).map((it) => it.tagName));
    assert.deepEqual(moving, []);
  }));

for (const width of [320, 1280])
  test(`turned from right to left, marks of what is new stay on the page at ${width} px`, () =>
    as_ben(`${thread}?order=flat`, {}, async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => { document.documentElement.dir = "rtl"; });
      assert.equal(await overhang(page), 0);
      const [post, mark] = await Promise.all([".post:has(.news)", ".news >> visible=true"].map((what) => page.locator(what).last().boundingBox()));
      assert.ok(mark.x >= post.x && mark.x < post.x + post.width / 2, "the number is at the end of the line: on the left");
    }));
