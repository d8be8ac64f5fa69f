// The front page: a visitor's is the house's, a member's is about them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { text_of } from "../support/page.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, ana, ben;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
});
after(() => site?.stop());

const path_of = (page) => page.address.split(/[?#]/)[0];
// What stands under a heading with this id.
const part = (page, id) => new RegExp(`<section aria-labelledby="${id}">([\\s\\S]*?)</section>`).exec(page.html)[1];

test("who is new here is told how each part of their page fills", async () => {
  const page = await ben.page("/");
  assert.match(page.text, /Welcome, ben/, "who came today is not back");
  assert.match(text_of(part(page, "news")), /Open a thread that you would like to follow/);
  assert.match(text_of(part(page, "answers")), /Nobody has answered you yet/);
  assert.match(text_of(part(page, "rated")), /You have rated no film yet/);
  assert.match(text_of(part(page, "boards")), /None yet/);
  assert.doesNotMatch((await site.visitor().page("/")).text, /Welcome,/);
});

test("a member finds what is new in their threads, and not what they have read", async () => {
  const thread = path_of(await start_thread(ana, board, "Followed", "The first word."));
  await ben.page(thread);
  assert.match((await ben.page("/")).text, /Nothing new in what you read/);
  await ana.post(`/thread/${/^\/thread\/(\w+)/.exec(thread)[1]}/reply`, { text: "The second word." });
  const page = await ben.page("/");
  assert.match(page.text, /1 new post in one thread that you read/);
  assert.match(text_of(part(page, "news")), /Followed/);
  assert.doesNotMatch(text_of(part(page, "talk")), /Followed/, "what is told as new isn't told again below");
  await ben.page(thread);
  assert.match((await ben.page("/")).text, /Nothing new in what you read/);
});

test("answers to a member stand on their page, marked until they are read; their own words don't", async () => {
  const thread = await start_thread(ben, board, "Asked", "What does the last look say? >!He dies.!<");
  const answered = await reply_to(ana, await ana.page(path_of(thread)), "What does the last look say", "That they knew each other. >!He dies.!<");
  await reply_to(ben, await ben.page("/" + path_of(thread).slice(1)), "What does the last look say", "I answer myself.");
  const fresh = await reply_to(ana, answered, "What does the last look say", "And that it is late.");
  const answers = part(await ben.page("/"), "answers");
  assert.match(text_of(answers), /ana · in Asked/);
  assert.match(text_of(answers), /That they knew each other/);
  assert.doesNotMatch(answers, /He dies|I answer myself/);
  const id = fresh.post("And that it is late").id;
  assert.match((await ben.page("/")).html, new RegExp(`\\[data-news="${id}"\\]`));
  await ben.page(path_of(thread));
  assert.doesNotMatch((await ben.page("/")).html, new RegExp(`\\[data-news="${id}"\\]`));
});

test("films that a member rated and boards that they talk on lead back there", async () => {
  await ben.post("/film/heat-1995/rating", { rating: "9" });
  const page = await ben.page("/");
  assert.match(part(page, "rated"), /href="\/film\/heat-1995"[\s\S]*class="lamps s9"/);
  assert.match(part(page, "boards"), /href="\/board\/heat-1995"/);
  await ben.post("/film/heat-1995/rating", { rating: "0" });
  assert.match(text_of(part(await ben.page("/"), "rated")), /You have rated no film yet/);
});

test("hidden threads and deleted answers are not told of", async () => {
  const max = await join(site, "max", "moderator");
  const thread = await start_thread(ben, board, "Soon hidden", "Who is there?");
  const page = await reply_to(ana, await ana.page(path_of(thread)), "Who is there", "Only me, in vain.");
  assert.match(part(await ben.page("/"), "answers"), /in vain/);
  await ana.post(`/post/${page.post("in vain").id}/delete`, {});
  assert.doesNotMatch(part(await ben.page("/"), "answers"), /in vain/);
  await max.post(`/thread/${/^\/thread\/(\w+)/.exec(path_of(thread))[1]}/hide`, { act: "hide", why: "A test" });
  assert.doesNotMatch((await ben.page("/")).text, /Soon hidden/);
});

test("the house says to phones and desks what it is called", async () => {
  const { body, headers } = await site.visitor().request("GET", "/manifest.webmanifest", { headers: { "accept-language": "de" } });
  assert.match(headers["content-type"], /^application\/manifest\+json/);
  const manifest = JSON.parse(body);
  assert.deepEqual([manifest.name, manifest.lang, manifest.start_url], ["Rialto", "de", "/"]);
  assert.equal((await site.visitor().request("GET", manifest.icons[0].src)).status, 200);
  assert.match((await site.visitor().page("/")).html, /<link rel="manifest" href="\/manifest\.webmanifest">/);
});
