// What texts name, and how members say it better.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

let site, ana, ben;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  ben = await join(site, "ben");
});
after(() => site?.stop());

const post_of = (thread) => thread.html.match(/id="p-(\w+)"/)[1];
const links_on = (page) => [...page.html.matchAll(/<a class="name" href="([^"]+)"/g)].map((one) => one[1]);

test("what an author says of a name in their post counts at once; what others say waits for them", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "That whistleblower", "I thought of the tobacco film, too.");
  const post = post_of(thread);
  const names = await ben.page(`/post/${post}/names?words=tobacco+film&q=Heat`);
  assert.match(names.text, /propose what is right/);
  const wanted = names.html.match(/name="name" value="(film \w+)"/)[1];
  const said = await ben.post(`/post/${post}/names`, { words: "tobacco film", nth: "0", name: wanted });
  assert.match(said.page.text, /waits for the author/);
  assert.deepEqual(links_on(await ben.page(`/post/${post}`)), []);

  const hers = await ana.page(`/post/${post}/names`);
  assert.match(hers.text, /ben: “tobacco film” is Heat \(1995\)/);
  const proposal = hers.html.match(/name="proposal" value="(\w+)"/)[1];
  await ana.post(`/post/${post}/names`, { proposal, do: "accept" });
  assert.deepEqual(links_on(await ben.page(`/post/${post}`)), ["/film/heat-1995"]);
  await ana.post(`/post/${post}/names`, { words: "tobacco film", nth: "0", name: "" });
  assert.deepEqual(links_on(await ben.page(`/post/${post}`)), []);
});

test("only those who may decide can decide, and only about words that stand there", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "Another one", "A plain text about nothing.");
  const post = post_of(thread);
  const refused = await ana.post(`/post/${post}/names`, { words: "something else", nth: "0", name: "" });
  assert.equal(refused.status, 422);
  assert.match(refused.page.text, /don’t stand in the text/);
  await ben.post(`/post/${post}/names`, { words: "plain text", nth: "0", name: "" });
  const proposal = (await ana.page(`/post/${post}/names`)).html.match(/name="proposal" value="(\w+)"/)[1];
  assert.equal((await ben.post(`/post/${post}/names`, { proposal, do: "accept" })).status, 403);
  const visitor = await site.visitor().request("GET", `/post/${post}/names`);
  assert.match(visitor.headers.location, /^\/sign-in/);
});

test("what a veil hides is told among the names to those alone who decide", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "Veiled", "Well: >!the tobacco film explains it!< to me.");
  const post = post_of(thread);
  const found = await ana.page(`/post/${post}/names?words=tobacco+film&q=Heat`);
  await ana.post(`/post/${post}/names`, { words: "tobacco film", nth: "0", name: found.html.match(/name="name" value="(film \w+)"/)[1] });
  await ben.post(`/post/${post}/names`, { words: "explains it", nth: "0", name: "" });
  assert.match((await ana.page(`/post/${post}/names`)).text, /“tobacco film” is Heat/);
  assert.match((await ana.page(`/post/${post}/names`)).text, /“explains it” is no name/);
  const told = (await ben.page(`/post/${post}/names`)).text;
  assert.doesNotMatch(told, /“tobacco film” is|“explains it”/);
});

test("a name's small card says what it leads to and what one gave it", async () => {
  await ana.post("/film/heat-1995/rating", { rating: "9" });
  const hers = await ana.page("/film/heat-1995/glance");
  assert.match(hers.html, /Heat \(1995\)/);
  assert.match(hers.text, /You give it 4½ stars/);
  assert.doesNotMatch(hers.html, /<html/);
  assert.doesNotMatch((await ben.page("/film/heat-1995/glance")).text, /You give it/);
  assert.match((await ben.page("/person/michael-mann/glance")).text, /Michael Mann/);
});
