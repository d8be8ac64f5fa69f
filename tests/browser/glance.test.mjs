// The small card beside a name in a text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser } from "./chromium.mjs";

let site, ana, browser, post;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  const thread = await start_thread(ana, "/board/heat-1995", "That film", "I thought of the tobacco film, and no other.");
  post = thread.html.match(/id="p-(\w+)"/)[1];
  const found = await ana.page(`/post/${post}/names?words=tobacco+film&q=Heat`);
  await ana.post(`/post/${post}/names`, { words: "tobacco film", nth: "0", name: found.html.match(/name="name" value="(film \w+)"/)[1] });
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

async function open_post() {
  const cookies = [...ana.cookies].map(([name, value]) => ({ name, value }));
  const window = await browser.window(site.url, { cookies });
  await window.page.goto(`${site.url}/post/${post}`);
  return window;
}

test("a name that is pointed at shows its card, which goes when one points elsewhere", async () => {
  const { page, close } = await open_post();
  await page.locator("a.name").hover();
  await page.locator(".glance a", { hasText: "Heat (1995)" }).waitFor();
  await page.mouse.move(5, 5);
  await page.locator(".glance").waitFor({ state: "detached" });
  await close();
});

test("by keyboard the card opens with the name, is the next step from it, and Escape closes it", async () => {
  const { page, close } = await open_post();
  for (let step = 0; step < 40 && !(await page.evaluate(() => document.activeElement.matches("a.name"))); ++step) await page.keyboard.press("Tab");
  await page.locator(".glance").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Heat \(1995\)/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.pathname), `/post/${post}/names`);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".glance").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), "name");
  await close();
});
