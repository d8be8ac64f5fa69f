// The walk of docs/WALK.md, by keyboard alone: each step begins where the one before left the reader, every stop of the way
// shows where one is, and nothing is touched by a pointer. Once with the script, once without it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, password, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser } from "./chromium.mjs";

const board = "/board/heat-1995";
let site, browser, ana, thread;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  thread = (await start_thread(ana, board, "The diner scene", "Nobody raises a voice, and >!nobody leaves!<.")).address.split(/[?#]/)[0];
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const most_stops = 120;

class Walker {
  constructor(page) {
    this.page = page;
  }

  // What has the focus, as it is called: { tag, words, href, name, shown }.
  here() {
    return this.page.evaluate(() => {
      const it = document.activeElement, style = getComputedStyle(it);
      const label = it.labels?.[0] ?? it.closest("label");
      const ring = label?.matches(".veil") ? getComputedStyle(label) : style;
      return {
        tag: it.tagName.toLowerCase(),
        words: (it.getAttribute("aria-label") ?? it.textContent ?? "").replace(/\s+/g, " ").trim(),
        href: it.getAttribute("href") ?? "",
        name: it.getAttribute("name") ?? "",
        veil: Boolean(label?.matches(".veil")),
        inside: it.closest("article.post")?.id ?? "",
        shown: it.matches("body, main, svg a") || ring.outlineStyle !== "none",
      };
    });
  }

  // Goes from stop to stop until one is meant. Each must show that it is the one.
  async to(meant, what) {
    for (let stops = 0; stops < most_stops; ++stops) {
      await this.page.keyboard.press("Tab");
      const here = await this.here();
      assert.ok(here.shown, `the focus can't be seen on ${JSON.stringify(here)} of ${this.page.url()}`);
      if (meant(here)) return here;
    }
    assert.fail(`${what ?? meant} is not reached within ${most_stops} stops on ${this.page.url()}`);
  }
  link(words, also = () => true) {
    return this.to((here) => here.tag === "a" && here.words === words && also(here), `the link "${words}"`);
  }
  field(name) {
    return this.to((here) => here.name === name && here.tag !== "button", `the field "${name}"`);
  }
  button(words) {
    return this.to((here) => here.tag === "button" && here.words === words, `the button "${words}"`);
  }
  type(words) {
    return this.page.keyboard.insertText(words);
  }
  // Enter, and the page that it leads to.
  async enter() {
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), this.page.keyboard.press("Enter")]);
  }
  async follow(words, also) {
    await this.link(words, also);
    await this.enter();
  }
  async press(words) {
    await this.button(words);
    await this.enter();
  }
  async fill(fields) {
    for (const [name, words] of Object.entries(fields)) {
      await this.field(name);
      await this.type(words);
    }
  }
  text() {
    return this.page.textContent("main");
  }
}

for (const script of [true, false]) {
  const name = script ? "walker" : "wanderer";

  test(`everything can be done by keyboard alone, ${script ? "with" : "without"} script`, async (walk) => {
    const { page, faults, close } = await browser.window(site.url, { script });
    const at = new Walker(page);
    await page.goto(`${site.url}/`);

    await walk.test("the first stop leads past the bar", async () => {
      await page.keyboard.press("Tab");
      assert.equal((await at.here()).words, "Skip to the talk");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
    });

    await walk.test("sign up", async () => {
      await page.goto(`${site.url}/`);
      await at.follow("Join");
      await at.fill({ name, password });
      await at.press("Join");
      assert.match(await page.getAttribute("body", "class"), /member/);
    });

    await walk.test("find a film", async () => {
      await at.field("q");
      await at.type("heat");
      await at.enter();
      await at.to((here) => here.tag === "a" && here.href === "/film/heat-1995", "Heat (1995)");
      await at.enter();
      assert.match(await page.textContent("h1"), /Heat/);
    });

    await walk.test("read a thread, and lift a veil in it", async () => {
      await page.goto(`${site.url}/film/heat-1995`);
      await at.follow("The diner scene");
      assert.equal(new URL(page.url()).pathname, thread);
      await at.to((here) => here.veil, "the veil");
      const seen = () => page.locator("label.veil .veil-words").first().evaluate((words) => getComputedStyle(words).visibility);
      assert.equal(await seen(), "hidden");
      await page.keyboard.press("Space");
      assert.equal(await seen(), "visible");
    });

    await walk.test("rate it", async () => {
      await page.goto(`${site.url}/film/heat-1995`);
      await at.field("rating");
      await page.keyboard.type("4½");
      assert.equal(await page.inputValue("select[name=rating]"), "9");
      await at.press("Rate");
      assert.match(await page.textContent("[role=status]"), /counts/);
    });

    await walk.test("reply to a post", async () => {
      await page.goto(site.url + thread);
      await at.link("Reply", ({ inside }) => inside !== "");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.matches("textarea") || document.querySelector("main form.form textarea[rows]"));
      if ((await at.here()).tag !== "textarea") await at.field("text");
      await at.type(`The ${name} heard every word.`);
      await at.press("Post");
      assert.match(await at.text(), new RegExp(`The ${name} heard every word`));
    });

    await walk.test("quote a post", async () => {
      await page.goto(site.url + thread);
      await at.link("Quote", ({ inside }) => inside !== "");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((box) => /^> /.test(box.value)));
      if ((await at.here()).tag !== "textarea") await at.field("text");
      await page.keyboard.press("Control+End");
      await at.type(`\n\nSo says the ${name}.`);
      await at.press("Post");
      assert.equal(await page.locator(".post", { hasText: `So says the ${name}` }).last().locator("blockquote").count(), 1);
    });

    await walk.test("write a review", async () => {
      await page.goto(`${site.url}/film/heat-1995`);
      await at.follow("Write a review");
      await at.fill({ title: `Seen by the ${name}`, text: "Two men at one table, and the whole city outside." });
      await at.field("rating");
      await page.keyboard.type("4 s");
      await at.press("Publish");
      assert.equal(await page.textContent("h1"), `Seen by the ${name}`);
    });

    await walk.test("report a post", async () => {
      await page.goto(site.url + thread);
      await at.link("Report", ({ inside }) => inside !== "");
      await at.enter();
      await at.fill({ why: `Not what the ${name} came for.` });
      await at.press("Report");
      assert.match(await page.textContent("[role=status]"), /moderator/i);
    });

    await walk.test("sign out", async () => {
      await at.to((here) => here.tag === "summary" && here.words === name, "the menu");
      await page.keyboard.press("Enter");
      await at.press("Sign out");
      assert.match(await page.getAttribute("body", "class"), /guest/);
    });

    assert.deepEqual(faults, []);
    await close();
  });
}
