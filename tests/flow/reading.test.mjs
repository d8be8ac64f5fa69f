// Where a member stopped reading: what is new to them on threads, boards and the front page.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, password, reply_to, sign_in, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, ana, ben;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
});
after(() => site?.stop());

const path_of = (page) => page.address.split(/[?#]/)[0];
const id_of = (thread) => /^\/thread\/(\w+)/.exec(thread)[1];

// The posts that the page marks as new, by their ids.
const marked = (page) => (/:is\((#p-[^)]*)\) \.news/.exec(page.html)?.[1] ?? "").split(",").filter(Boolean).map((name) => name.slice(3));
const new_texts = (page) => page.posts().filter((post) => marked(page).includes(post.id)).map((post) => post.text);
// What a list says is new of a thread or board: "3", "" for one that is new itself, undefined for nothing.
const count_of = (page, id) => new RegExp(`\\[data-news="${id}"\\]\\{display:inline-block(?:;--n:"(\\d+) ")?\\}`).exec(page.html)?.slice(1, 2).map((n) => n ?? "")[0];
const strip = (page) => /<nav class="stopped"[^>]*>([\s\S]*?)<\/nav>/.exec(page.html)?.[1];

const say = (who, thread, text) => who.post(`/thread/${id_of(thread)}/reply`, { text });

test("what came since a member last read is marked, above a line in the order of arrival, and nothing else is", async () => {
  const thread = path_of(await start_thread(ana, board, "Marks", "The first word."));
  assert.deepEqual(marked(await ben.page(thread)), [], "a thread opened for the first time has no news");
  await say(ana, thread, "The second word.");
  await say(ana, thread, "The third word.");
  const page = await ben.page(`${thread}?order=flat`);
  assert.match(new_texts(page).join(" "), /The second word\..*The third word\./);
  assert.equal(marked(page).length, 2);
  assert.match(page.html, new RegExp(`>#p-${page.post("The second word").id}\\)::before\\{content:"New from here`));
  assert.match(strip(page), new RegExp(`2 new posts[\\s\\S]*href="#p-${page.post("The second word").id}"`));
  assert.deepEqual(marked(await ana.page(thread)), [], "nobody's own posts are news");
});

test("who loads the page again is told the same news, until there is something newer on it", async () => {
  const thread = path_of(await start_thread(ana, board, "Again", "The first word."));
  await ben.page(thread);
  await say(ana, thread, "The second word.");
  const once = marked(await ben.page(thread));
  assert.equal(once.length, 1);
  assert.deepEqual(marked(await ben.page(thread)), once);
  await say(ben, thread, "An answer.");
  assert.deepEqual(marked(await ben.page(thread)), once, "what one writes oneself is not newer");
  await say(ana, thread, "The last word.");
  assert.match(new_texts(await ben.page(thread)).join(" "), /The last word\./);
  assert.equal(marked(await ben.page(thread)).length, 1);
});

test("lists count what is new, and lead to the first of it", async () => {
  const thread = path_of(await start_thread(ana, board, "Counted", "The first word."));
  assert.equal(count_of(await ben.page(board), id_of(thread)), "", "a young thread that one never opened is new itself");
  await ben.page(thread);
  assert.equal(count_of(await ben.page(board), id_of(thread)), undefined);
  for (const words of ["One.", "Two.", "Three."]) await say(ana, thread, words);
  for (const list of [board, "/boards", "/", "/film/heat-1995"])
    assert.equal(count_of(await ben.page(list), id_of(thread)), "3", list);
  const board_id = /data-news="(\w+)"/.exec(/<a class="t" href="\/board\/heat-1995"[\s\S]*?<\/b>/.exec((await ben.page("/boards")).html)[0])[1];
  assert.equal(count_of(await ben.page("/boards"), board_id), "3");
  const { headers } = await ben.request("GET", (await ben.page(board)).link("new", new RegExp(`<a class="news" data-news="${id_of(thread)}"[^>]*>new</a>`).exec((await ben.page(board)).html)[0]));
  const first_new = (await site.visitor().page(thread)).post("One.").id;
  assert.equal(headers.location, `${thread}#p-${first_new}`);
  await ben.page(thread);
  for (const list of [board, "/boards", "/"]) assert.equal(count_of(await ben.page(list), id_of(thread)), undefined, list);
  assert.equal(count_of(await ben.page("/boards"), board_id), undefined);
});

test("all can be marked as read: on a board, and everywhere", async () => {
  const threads = [];
  for (const [where, title] of [[board, "Here"], ["/board/heat-1972", "There"]]) threads.push(path_of(await start_thread(ana, where, title, "The first word.")));
  for (const thread of threads) await ben.page(thread);
  for (const thread of threads) await say(ana, thread, "The second word.");
  const never = path_of(await start_thread(ana, board, "Never opened", "The first word."));
  const [first, second] = threads;
  const seen = await ben.send(await ben.page(board), {}, { button: "Mark all as read" });
  assert.match(seen.text, /counts as read/);
  for (const thread of [first, never]) assert.equal(count_of(seen, id_of(thread)), undefined);
  assert.deepEqual(marked(await ben.page(first)), []);
  const front = await ben.page("/");
  assert.equal(count_of(front, id_of(second)), "1", "other boards keep their news");
  const after = await ben.send(front, {}, { button: "Mark all as read" });
  assert.equal(count_of(after, id_of(second)), undefined);
  await say(ana, second, "The third word.");
  assert.equal(marked(await ben.page(second)).length, 1, "what comes later is new again");
  assert.equal((await site.visitor().post("/read", {}, { follow: false })).status, 303);
});

test("visitors see no news, and one member's news are not another's", async () => {
  const thread = path_of(await start_thread(ana, board, "Whose news", "The first word."));
  const cleo = await join(site, "cleo"), guest = site.visitor();
  await Promise.all([ben.page(thread), cleo.page(thread), guest.page(thread)]);
  await say(ana, thread, "The second word.");
  assert.equal(marked(await ben.page(thread)).length, 1);
  await say(ana, thread, "The third word.");
  const [bens, cleos, guests] = await Promise.all([ben.page(thread), cleo.page(thread), guest.page(thread)]);
  assert.equal(marked(bens).length, 1);
  assert.equal(marked(cleos).length, 2);
  assert.deepEqual(marked(guests), []);
  assert.equal(strip(guests), undefined);
  for (const address of [board, "/boards", "/"]) assert.doesNotMatch((await guest.page(address)).html, /\[data-news/);
});

test("a page that a browser fetches ahead, or only asks about, is not read", async () => {
  const thread = path_of(await start_thread(ana, board, "Ahead", "The first word."));
  await ben.page(thread);
  await say(ana, thread, "The second word.");
  await ben.request("GET", thread, { headers: { "sec-purpose": "prefetch;prerender" } });
  await ben.request("HEAD", thread);
  assert.equal(count_of(await ben.page(board), id_of(thread)), "1");
  assert.equal(marked(await ben.page(thread)).length, 1);
});

test("a page that the browser holds already is read when it is asked for again", async () => {
  const thread = path_of(await start_thread(ana, board, "Held", "The first word."));
  const { headers } = await ben.request("GET", thread);
  await say(ana, thread, "The second word.");
  const fresh = await ben.request("GET", thread, { headers: { "if-none-match": headers.etag } });
  assert.equal(fresh.status, 200);
  assert.equal((await ben.request("GET", thread, { headers: { "if-none-match": fresh.headers.etag } })).status, 304);
  assert.equal(count_of(await ben.page(board), id_of(thread)), undefined);
});

// A thread of a hundred posts where each replies to the first, and then some to the very first of these.
async function long_thread(title) {
  const posts = Array.from({ length: 100 }, (_, at) => ({ n: at + 1, author: "Made up", date: "2012-03-04", text: `Old number ${at + 1}.`, parent: at === 0 ? null : 1 }));
  const file = path.join(site.data, "long.jsonl");
  await writeFile(file, JSON.stringify({ type: "thread", title, film: { title: "Heat", year: 1995 }, posts }));
  await site.rialto("import", file);
  const list = await ben.page(board);
  return list.link(title);
}

test("in a conversation of several pages, what was not shown stays new", async () => {
  const thread = await long_thread("Two pages");
  const [first, second] = [await ben.page(thread), await ben.page(`${thread}?page=2`)];
  assert.deepEqual([...marked(first), ...marked(second)], [], "what was there at the first visit is no news, on no page");
  await ana.post(`/post/${first.post("Old number 2.").id}/reply`, { text: "New on page one." });
  await ana.post(`/post/${second.post("Old number 90.").id}/reply`, { text: "New on page two." });
  const again = await ben.page(thread);
  assert.match(new_texts(again).join(), /New on page one\./);
  assert.match(strip(again), /2 new posts[\s\S]*href="#p-[\s\S]*1 on other pages/);
  assert.equal(count_of(await ben.page(board), id_of(thread)), "1");
  const { headers } = await ben.request("GET", `/unread/${id_of(thread)}`);
  assert.match(headers.location, /\?page=\d#p-/);
  assert.match(new_texts(await ben.page(headers.location.replace(/#.*/, ""))).join(), /New on page two\./);
  assert.equal(count_of(await ben.page(board), id_of(thread)), undefined);
});

test("who stopped in the middle of a long thread is led on from there", async () => {
  const thread = await long_thread("Read half");
  await ben.page(thread);
  const back = await ben.page(thread);
  assert.match(strip(back), /You have read 50 of 100 posts[\s\S]*Read on/);
  const { headers } = await ben.request("GET", back.link("Read on", strip(back)));
  assert.match(headers.location, new RegExp(`^${thread}\\?page=2#p-`));
});

test("what was read is still read after the house was closed, and forgotten when a member leaves", async () => {
  const thread = path_of(await start_thread(ana, board, "Over night", "The first word."));
  await ben.page(thread);
  await say(ana, thread, "The second word.");
  await ben.page(thread);
  await site.close_server();
  await site.start();
  [ana, ben] = [site.visitor(), site.visitor()];
  await Promise.all([sign_in(ana, "ana"), sign_in(ben, "ben")]);
  assert.equal(count_of(await ben.page(board), id_of(thread)), undefined);
  await say(ana, thread, "The third word.");
  assert.match(new_texts(await ben.page(thread)).join(), /^[^,]*The third word\.[^,]*$/);
  const count = async () => Number(await site.sql("SELECT count(*) FROM read_mark JOIN member ON member.id = member WHERE name = 'ben'"));
  assert.ok((await count()) > 0);
  const settings = await ben.page("/settings");
  await ben.send(settings, { leave_password: password, posts: "stay" });
  assert.equal(await count(), 0);
});

test("replies under a review are read there", async () => {
  const dora = await join(site, "dora");
  const said = await ana.post("/film/heat-1995/review", { title: "Seen again", text: "Still the best night drive.", rating: "9" }, { follow: false });
  const review = said.headers.location.replace(/[?#].*/, "");
  const id = /^\/review\/(\w+)/.exec(review)[1];
  await ana.post(`/review/${id}/reply`, { text: "I forgot the airport." });
  await dora.page(review);
  await ana.post(`/review/${id}/reply`, { text: "And the diner." });
  assert.match(new_texts(await dora.page(review)).join(), /And the diner\./);
});

test("an unread post that is gone by then is passed by, and nobody is led into a hidden thread", async () => {
  const eva = await join(site, "eva"), max = await join(site, "max", "moderator");
  const thread = path_of(await start_thread(ana, board, "Gone by then", "The first word."));
  await eva.page(thread);
  const page = await reply_to(ana, await ana.page(thread), "The first word", "Said too soon.");
  await say(ana, thread, "Said later.");
  await ana.post(`/post/${page.post("Said too soon").id}/delete`, {});
  const last = (await ana.page(thread)).post("Said later").id;
  assert.equal((await eva.request("GET", `/unread/${id_of(thread)}`)).headers.location, `${thread}#p-${last}`);
  await max.post(`/thread/${id_of(thread)}/hide`, { act: "hide", why: "A test" });
  assert.equal((await eva.request("GET", `/unread/${id_of(thread)}`)).status, 404);
});
