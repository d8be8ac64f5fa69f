// Spoilers know their film and where in it they happen: they open to whoever has seen that, and leave the house to nobody.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const film = "/film/heat-1995";
let site, ana, ben, cleo, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben, cleo] = [await join(site, "ana"), await join(site, "ben"), await join(site, "cleo")];
  reader = site.visitor();
});
after(() => site?.stop());

// The keys of the veils on a page, in their order, and those that the viewer's rule lifts.
const veils = (page) => [...page.html.matchAll(/ data-of="([^"]*)"/g)].map(([, key]) => key);
const lifted = (page) => new Set([...(/<style>([\s\S]*?)<\/style>/.exec(page.html)?.[1] ?? "").matchAll(/\.veil\[data-of="([^"]*)"\]/g)].map(([, key]) => key));
const open_to = async (who, address) => {
  const page = await who.page(address);
  return veils(page).map((key) => lifted(page).has(key));
};
const know = async (who, film_address, fields, button) => who.send(await who.page(film_address), fields, { button });

test("a spoiler names its film and its place, also on the board of another film", async () => {
  const thread = await start_thread(ana, "/board/heat-1972", "Endings compared", "Both end badly. >![Heat (1995), ending] He lets go.!<\n\n::: spoiler minute 60\nThe car.\n:::");
  const page = await reader.page(thread.address);
  assert.match(page.html, /aria-label="Spoiler: Heat \(1995\), the ending, show"/);
  assert.match(page.html, /Spoiler: Heat \(1972\), from minute 60 on/);
  assert.deepEqual(await open_to(reader, thread.address), [false, false]);
});

test("what one has seen opens what it covers, and no more", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "As far as you know", ">![minute 45] a!< >![minute 60] b!< >![minute 61] c!< >![ending] d!< >!e!< >![Heat (1972)] f!<");
  assert.deepEqual(await open_to(ben, thread.address), [false, false, false, false, false, false]);
  const told = await know(ben, film, { minute: "60" }, "That far");
  assert.match(told.text, /What you have seen is open to you now\./);
  assert.deepEqual(await open_to(ben, thread.address), [true, true, false, false, false, false]);
  await know(ben, film, {}, "I know this film");
  assert.deepEqual(await open_to(ben, thread.address), [true, true, true, true, true, false]);
  assert.deepEqual(await open_to(cleo, thread.address), [false, false, false, false, false, false], "others have seen nothing by that");
  await know(ben, film, {}, "I haven’t seen it");
  assert.deepEqual(await open_to(ben, thread.address), [false, false, false, false, false, false]);
});

test("whoever has rated a film knows it", async () => {
  const thread = await start_thread(ana, "/board/solaris-1972", "For those who rate", ">![ending] x!<");
  assert.deepEqual(await open_to(cleo, thread.address), [false]);
  await cleo.send(await cleo.page("/film/solaris-1972"), { rating: "8" }, { button: "Rate" });
  assert.deepEqual(await open_to(cleo, thread.address), [true]);
});

test("only a minute is a minute, and a film that isn't there can't be seen", async () => {
  for (const minute of ["0", "-1", "6001", "ten", ""]) assert.equal((await ben.post(`${film}/seen`, { seen: "part", minute })).status, 422, minute);
  assert.equal((await ben.post(`${film}/seen`, { seen: "perhaps" })).status, 422);
  assert.equal((await ben.post("/film/no-such-film/seen", { seen: "all" })).status, 404);
  assert.equal((await reader.post(`${film}/seen`, { seen: "all" }, { follow: false })).status, 303);
});

test("a first line marks the whole text, and a thread may be marked as a whole by its author", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "What I make of it", "Spoilers: Heat (1995), ending\n\nHe lets go.\n\n## Why\n\nBecause.");
  const page = await reader.page(thread.address);
  assert.match(page.html, /Spoiler: Heat \(1995\), the ending<\/span>\s*<div class="veil-words">[\s\S]*He lets go[\s\S]*Because/);

  const open = await start_thread(ana, "/board/heat-1995", "A whole thread", "He lets go.");
  assert.deepEqual(veils(await reader.page(open.address)), []);
  const form = await ana.click(await ana.page(open.address), "Spoilers");
  const marked = await ana.send(form, { label: "heat, he dies" }, { button: "Mark it" });
  assert.equal(marked.status, 422);
  assert.match(marked.text, /Write it like/);
  const page_marked = await ana.send(form, { label: "Heat (1995), Ende" }, { button: "Mark it" });
  assert.match(page_marked.html, /Spoiler: Heat \(1995\), the ending<\/span><div class="veil-words">[\s\S]*He lets go/);
  const alone = await reader.page(`/post/${page_marked.posts()[0].id}`);
  assert.match(alone.html, /veil-words">[\s\S]*He lets go/);
  assert.equal((await ben.post(form.address, { label: "" })).status, 403, "not by others");
});

// The words of a spoiler stand in every kind of text; only the pages on which a reader lifts the veil themselves have them.
test("nothing that a spoiler hides leaves the house by another way", async () => {
  const secret = "the lantern goes out";
  const texts = [`>!${secret}!<`, `>! ${secret}`, `::: spoiler\n${secret}\n:::`, `Spoilers: Heat (1995)\n\nOf Heat (1972) and ${secret}.`, `>![Heat (1972), ending] ${secret}!<`, `[End](#s "${secret}")`];
  const threads = [];
  for (const [at, text] of texts.entries()) threads.push(await start_thread(ana, "/board/solaris-1972", `Kinds of it ${at}`, text.startsWith("Spoilers") ? text : `I saw Heat (1972). ${at < 1 || at > 2 ? "" : "\n\n"}${text}`));
  const whole = await start_thread(ana, "/board/solaris-1972", "All of it", `Heat (1972): ${secret}.`);
  await ana.send(await ana.click(await ana.page(whole.address), "Spoilers"), { label: "everything" }, { button: "Mark it" });
  const own = await start_thread(ben, "/board/solaris-1972", "Ask me", "Ask.");
  const reply = await ana.send(await ana.page(own.address), { text: `Well: >!${secret}!<` }, { button: "Post" });
  assert.ok(reply.html.includes(secret), "on the page, behind a veil");
  for (const text of [`Seen. >!${secret}!<`, `Spoilers: ending\n\n## Part\n\n${secret}\n\n## Another\n\n${secret}`])
    await ana.send(await ana.page("/film/solaris-1972/review"), { title: "A review of it", text }, { button: "Publish" });
  await new Promise((done) => setTimeout(done, 6000)); // the names in posts are found in the background
  const exits = ["/", "/boards", "/board/solaris-1972", "/film/solaris-1972", "/film/heat-1972", film, "/reviews", "/film/solaris-1972/reviews", "/member/ana", "/member/ana?part=reviews", "/member/ben", "/find?q=lantern", "/find?q=heat", "/log"];
  await know(cleo, "/film/solaris-1972", {}, "I know this film");
  for (const [name, who] of Object.entries({ reader, ben, cleo }))
    for (const exit of exits) {
      const page = await who.page(exit);
      assert.equal(page.status, 200, exit);
      assert.ok(!page.html.includes(secret), `${exit}, as ${name}`);
    }
  assert.match((await reader.page("/member/ana")).text, /I saw Heat \(1972\)\.[^<]*\[spoiler\]/, "what is around it is told");
  assert.match((await reader.page("/film/heat-1972")).text, /I saw Heat \(1972\)/);
  for (const thread of [...threads, whole]) {
    const head = /<head>[\s\S]*<\/head>/.exec((await reader.page(thread.address)).html)?.[0] ?? "";
    assert.ok(!head.includes(secret), "neither in a page's description");
  }
});

test("a reader can have unseen films behind a screen, and their ratings hidden", async () => {
  const rule = (page) => /<style>([\s\S]*?)<\/style>/.exec(page.html)?.[1] ?? "";
  assert.doesNotMatch(rule(await ben.page(film)), /\.screen|\.score/);
  await ben.send(await ben.page("/settings"), { screens: "1", scores_hidden: "1" }, { button: "Keep it so" });
  for (const address of [film, "/board/heat-1995"]) {
    const page = await ben.page(address);
    assert.match(rule(page), /\.screen\[data-film=/, address);
    assert.match(page.html, /<div class="screen" data-film="[0-9a-z]+">\s*<input type="checkbox"/, address);
  }
  assert.match(rule(await ben.page(film)), /\.score\[data-film=/);
  await know(ben, film, {}, "I know this film");
  assert.doesNotMatch(rule(await ben.page(film)), /\.screen|\.score/);
});
