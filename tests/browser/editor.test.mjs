// Writing in Chromium: the pens, names to choose from, drafts here and on the server, limits, pictures, and a network
// that is away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { png } from "../support/png.mjs";
import { Site, with_films } from "../support/site.mjs";
import { Browser } from "./chromium.mjs";

const board = "/board/heat-1995";
let site, browser, ana, thread;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  await join(site, "andrea");
  thread = (await start_thread(ana, board, "A thread to write in", "First words.")).address.split(/[?#]/)[0];
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

async function at(address, options = {}) {
  const cookies = [...ana.cookies].map(([name, value]) => ({ name, value }));
  const opened = await browser.window(site.url, { cookies, ...options });
  await opened.page.goto(site.url + address);
  return { ...opened, box: opened.page.locator("#f-text") };
}

const replied = (answer, path) => answer.url().endsWith(path) && answer.status() < 400;

test("each pen marks what is chosen, by pointer and by its keys, and can be taken back", async () => {
  const { page, box, faults, close } = await at(`${board}/new`);
  for (const [pen, keys, text, marked] of [
    ["Bold", "Control+b", "loud", "**loud**"],
    ["Italic", "Control+i", "soft", "*soft*"],
    ["Quote", "Control+Shift+q", "one\ntwo", "> one\n> two"],
    ["List", "Control+Shift+l", "one\ntwo", "- one\n- two"],
    ["Spoiler", "Control+Shift+s", "he dies", ">!he dies!<"],
    ["Spoiler", "Control+Shift+s", "all\nof it", ">! all\n>! of it"],
    ["Link", "Control+k", "here", "[here](https://)"],
  ])
    for (const by of ["pointer", "keys"]) {
      await box.fill(text);
      await box.press("Control+a");
      if (by === "pointer") await page.getByRole("button", { name: pen, exact: true }).click();
      else await page.keyboard.press(keys);
      assert.equal(await box.inputValue(), marked, `${pen} by ${by}`);
    }
  await page.keyboard.press("Control+z");
  assert.equal(await box.inputValue(), "here");
  assert.deepEqual(faults, []);
  await close();
});

test("[[ offers films and @ offers members, chosen with the keys alone", async () => {
  const { page, box, faults, close } = await at(`${board}/new`);
  await box.pressSequentially("Like [[hea");
  const options = page.getByRole("option");
  await options.first().waitFor();
  assert.equal(await box.getAttribute("aria-activedescendant"), await options.first().getAttribute("id"));
  while (!/^Heat \(1995\)/.test(await page.locator("[role=option][aria-selected=true]").innerText())) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await box.inputValue(), "Like [[Heat (1995)]]");
  await box.pressSequentially(" said @and");
  await page.getByRole("option", { name: "andrea" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await box.inputValue(), "Like [[Heat (1995)]] said @andrea ");
  await box.pressSequentially("@an");
  await options.first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await options.count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("what is written is kept on the server, and is there on another device", async () => {
  const { page, box, close } = await at(`${board}/new`);
  const saved = page.waitForResponse((answer) => replied(answer, "/draft"));
  await page.fill("#f-title", "On the way");
  await box.fill("Half a thought about sodium light");
  await saved;
  await close();
  const other = await at(`${board}/new`);
  assert.equal(await other.box.inputValue(), "Half a thought about sodium light");
  assert.equal(await other.page.inputValue("#f-title"), "On the way");
  await other.page.getByRole("link", { name: "Begin anew" }).click();
  assert.equal(await other.box.inputValue(), "");
  await other.page.fill("#f-title", "Done");
  await other.box.fill("A whole thought");
  await other.page.click("button.first");
  await other.page.waitForURL(/\/thread\//);
  await other.page.goto(`${site.url}${board}/new`);
  assert.equal(await other.box.inputValue(), "");
  await other.close();
});

test("a title that is added last is kept with the draft, and one without words too", async () => {
  const { page, box, close } = await at("/film/heat-1995/review");
  const saved = () => page.waitForResponse((answer) => replied(answer, "/draft"));
  const with_text = saved();
  await box.fill("The words came first");
  await with_text;
  const with_title = saved();
  await page.fill("#f-title", "And then the title");
  await with_title;
  const without_text = saved();
  await box.fill("");
  await without_text;
  await page.evaluate(() => localStorage.clear());
  await close();
  const other = await at("/film/heat-1995/review");
  assert.equal(await other.page.inputValue("#f-title"), "And then the title");
  await other.close();
});

test("what is sent waits for the draft that is on its way, so that no draft of it is left", async () => {
  const { page, box, close } = await at(thread);
  const order = [];
  await page.route("**/draft", async (route) => {
    await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
  page.on("request", (request) => request.method() === "POST" && order.push(new URL(request.url()).pathname));
  page.on("response", (answer) => replied(answer, "/draft") && order.push("kept"));
  const begun = page.waitForRequest((request) => request.url().endsWith("/draft"));
  await box.fill("Sent while it was being kept");
  await begun;
  await page.locator("#reply button.first").click();
  await page.locator(".post", { hasText: "Sent while it was being kept" }).waitFor();
  assert.deepEqual(order.slice(0, 2), ["/draft", "kept"]);
  assert.equal(order.length, 3, order.join(" "));
  await close();
});

test("drafts that this device keeps as their words alone come back, whatever the words are", async () => {
  const { page, box, faults, close } = await at(thread);
  for (const words of ["10", "true", "null and void", "[1]"]) {
    await page.evaluate((kept) => localStorage.setItem("draft:" + document.querySelector("#f-text").dataset.draft, kept), words);
    await page.reload();
    assert.equal(await box.inputValue(), words);
  }
  await page.getByRole("button", { name: "Throw it away" }).click();
  assert.deepEqual(faults, []);
  await close();
});

test("the quick answer below a thread finds its draft of another device when one goes there", async () => {
  const first = await at(thread);
  const saved = first.page.waitForResponse((answer) => replied(answer, "/draft"));
  await first.box.fill("An answer, half");
  await saved;
  await first.close();
  const second = await at(thread);
  assert.equal(await second.box.inputValue(), "");
  await second.box.focus();
  await second.page.getByText("Your draft from before is back.").waitFor();
  assert.equal(await second.box.inputValue(), "An answer, half");
  await second.page.getByRole("button", { name: "Throw it away" }).click();
  assert.equal(await second.box.inputValue(), "");
  await second.close();
});

test("when the house can't be reached the words stay, and are sent once it is back", async () => {
  const { page, box, context, close } = await at(thread);
  await box.fill("Said without a network");
  await context.setOffline(true);
  await page.locator("#reply button.first").click();
  await page.getByText("The house can’t be reached just now.").waitFor();
  assert.equal(await box.inputValue(), "Said without a network");
  await context.setOffline(false);
  await page.locator("#reply button.first").click();
  await page.locator(".post", { hasText: "Said without a network" }).waitFor();
  await close();
});

test("near the limit the letters are counted, and beyond it nothing is sent", async () => {
  const { page, box, close } = await at(thread);
  await box.fill("a".repeat(65_000));
  await page.getByText("536 letters are left.").waitFor();
  await box.fill("a".repeat(65_600));
  await page.getByText("64 letters too many").waitFor();
  assert.equal(await box.evaluate((node) => node.checkValidity()), false);
  await box.fill("short again");
  assert.equal(await page.getByText("letters").count(), 0);
  await box.fill("");
  await close();
});

test("a picture that is chosen stands in the text at once, and in the review", async () => {
  const { page, box, faults, close } = await at("/film/heat-1995/review");
  await page.fill("#f-words", "A lamp");
  await page.setInputFiles("#f-picture", { name: "lamp.png", mimeType: "image/png", buffer: png(900, 500) });
  await page.waitForFunction(() => document.querySelector("#f-text").value.includes("/picture/"));
  assert.match(await box.inputValue(), /^\s*!\[A lamp\]\(\/picture\/[0-9a-f]{32}\)\s*$/);
  await page.fill("#f-title", "A lamp");
  await page.click("button.first");
  await page.waitForURL(/\/review\//);
  const picture = page.getByRole("img", { name: "A lamp" });
  assert.ok(await picture.evaluate((node) => node.complete && node.naturalWidth > 0));
  assert.deepEqual(faults, []);
  await close();
});
