// What other services show of an address that somebody tells there: words and a picture, for what may be seen by everybody.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

let site, reader, ana, admin, thread;

before(async () => {
  site = await Site.open({ before: with_films });
  reader = site.visitor();
  admin = await join(site, "boss", "admin");
  ana = await join(site, "ana");
  thread = (await start_thread(ana, "/board/heat-1995", "The diner scene", "Nobody raises a voice, and >!nobody leaves!<.")).address.split(/[?#]/)[0];
});
after(() => site?.stop());

const told = async (address, visitor = reader) => {
  const { html } = await visitor.page(address);
  return Object.fromEntries([...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[\w:]+|description)" content="([^"]*)">/g)].map(([, name, words]) => [name, words]));
};

test("a film, its board, a thread and a post about it are told with the film's picture, in absolute addresses", async () => {
  const post = /"(\/post\/\w+)\/reply"/.exec((await reader.page(thread)).html)?.[1] ?? "no post";
  for (const [address, title] of [["/film/heat-1995", "Heat (1995)"], ["/board/heat-1995", "Heat (1995)"], [thread, "The diner scene"], [post, "The diner scene"]]) {
    const page = await told(address);
    assert.ok(page["og:title"].includes(title), `${address}: ${page["og:title"]}`);
    assert.equal(page["og:url"], site.url + address);
    assert.match(page["og:image"], new RegExp(`^${site.url}/film/heat-1995/lobby\\.png\\?v=[0-9a-f]+$`));
    assert.equal(page["twitter:card"], "summary_large_image");
  }
});

test("what is about no film is told with the picture of the house", async () => {
  for (const address of ["/", "/boards", "/person/michael-mann"])
    assert.equal((await told(address))["og:image"], `${site.url}/lobby.png`, address);
});

test("the picture is a PNG of 1200 by 630 pixels, kept for good under its version", async () => {
  for (const address of [(await told("/film/heat-1995"))["og:image"], `${site.url}/lobby.png`]) {
    const answer = await fetch(address);
    assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "image/png"]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    assert.ok(bytes.length < 400_000, `${bytes.length} bytes`);
    assert.equal(/immutable/.test(answer.headers.get("cache-control")), address.includes("?v="));
    assert.equal((await fetch(address, { headers: { "if-none-match": answer.headers.get("etag") } })).status, 304);
  }
});

test("words that spoilers hide aren't told, nor what a moderator hides", async () => {
  const before = await told(thread);
  assert.match(before["og:description"], /Nobody raises a voice/);
  assert.doesNotMatch(JSON.stringify(before), /nobody leaves/);
  const page = await admin.page(`${thread.split("/").slice(0, 3).join("/")}/hide`);
  const form = page.form({ fields: ["why"] });
  await admin.post(form.action, { ...form.values, why: "Not here." });
  const { "og:url": asked, ...after } = await told(thread);
  assert.equal(after["og:image"], `${site.url}/lobby.png`);
  assert.doesNotMatch(JSON.stringify(after), /diner|voice|heat/i, asked);
});

test("a post that is gone tells nothing, and names its film alone", async () => {
  const other = (await start_thread(ana, "/board/heat-1995", "Another one", "To begin with.")).address.split(/[?#]/)[0];
  const answered = await reply_to(ana, await ana.page(other), "", "A word I regret.");
  const post = `/post/${answered.post("A word I regret").id}`;
  assert.match((await told(post))["og:description"], /A word I regret/);
  const form = (await ana.page(`${post}/delete`)).form({ button: "Delete" });
  await ana.post(form.action, form.values);
  assert.doesNotMatch(JSON.stringify(await told(post)), /regret/);
});

test("there is no picture of a film that isn't there, and an old address leads on", async () => {
  assert.equal((await reader.request("GET", "/film/nobody-knows-1903/lobby.png")).status, 404);
  const form = (await ana.page("/film/heat-1972/edit")).form({ fields: ["title"] });
  await ana.post(form.action, { ...form.values, title: "Heat wave" });
  const moved = await reader.request("GET", "/film/heat-1972/lobby.png");
  assert.deepEqual([moved.status, moved.headers.location], [301, "/film/heat-wave-1972/lobby.png"]);
});
