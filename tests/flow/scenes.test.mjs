// Scenes: members name them, texts link to them, and all talk about one stands on its page.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const film = "/film/heat-1995";
let site, ana, ben, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
  reader = site.visitor();
});
after(() => site?.stop());

// Names are found a moment after a text is written.
async function seen(look) {
  for (let tries = 0; tries < 60; ++tries) {
    const found = await look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 500));
  }
  return null;
}

async function name_scene(who, fields, of = film) {
  const form = await who.click(await who.page(of), "Name a scene");
  return who.send(form, fields, { button: "Save" });
}

const veils = (page) => [...page.html.matchAll(/ data-of="([^"]*)"/g)].map(([, key]) => key);
const lifted = (page) => [...(/<style>([\s\S]*?)<\/style>/.exec(page.html)?.[1] ?? "").matchAll(/\.veil\[data-of="([^"]*)"\]/g)].map(([, key]) => key);

test("a member names a scene; it has a page, a place on the film's strip, and a history", async () => {
  const scene = await name_scene(ana, { name: "The coffee shop", names: "diner scene\ncafe scene", place: "1:29", spoils: "" });
  assert.equal(scene.status, 200);
  assert.equal(scene.address, `${film}/scene/the-coffee-shop`);
  assert.match(scene.text, /minute 89 also called: diner scene, cafe scene/);
  const page = await reader.page(film);
  assert.match(page.text, /Where people talk/);
  assert.match(page.html, /<svg class="strip"[\s\S]*href="\/film\/heat-1995\/scene\/the-coffee-shop"[\s\S]*<\/svg>/);
  assert.match(page.html, /<ol><li><a href="\/film\/heat-1995\/scene\/the-coffee-shop"/, "the same as a list");
  const history = await reader.click(await reader.page(scene.address), "History of these facts");
  assert.match(history.text, /ana/);
  assert.match(history.text, /The coffee shop/);
});

test("an edit stands in the history and can be taken back; two at once don't undo each other", async () => {
  const scene = await name_scene(ana, { name: "The bank", place: "100" });
  const form = await ben.click(await ben.page(scene.address), "Correct or complete them");
  const late = await ana.click(await ana.page(scene.address), "Correct or complete them");
  const edited = await ben.send(form, { place: "103" }, { button: "Save" });
  assert.match(edited.text, /minute 103/);
  const refused = await ana.send(late, { place: "99" }, { button: "Save" });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Somebody has edited this scene meanwhile/);
  assert.match(refused.html, /value="99"/, "what was written is still there");
  const history = await ben.click(await ben.page(scene.address), "History of these facts");
  assert.match(history.text, /minute 100[\s\S]*minute 103/);
  await ben.send(history, {}, { button: "Take it back" });
  assert.match((await reader.page(scene.address)).text, /minute 100/);
});

test("what is wrong is said, and only members add scenes", async () => {
  const cases = [
    [{ name: "" }, /Say what the scene is called/],
    [{ name: "The coffee shop scene" }, /There is a scene of that name already/],
    [{ name: "Another", place: "soon" }, /Write the place as a minute/],
    [{ name: "Another", spoils: "later" }, /as “everything”/],
    [{ name: "a".repeat(81) }, /80 letters at most/],
  ];
  for (const [fields, says] of cases) {
    const answer = await name_scene(ana, fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.text, says);
  }
  assert.match((await reader.post(`${film}/scenes/new`, { name: "Mine" }, { follow: false })).headers.location, /^\/sign-in/);
  assert.doesNotMatch((await reader.page(film)).text, /Mine/);
  assert.equal((await reader.page(`${film}/scene/no-such-scene`)).status, 404);
});

test("what people write is shown as they wrote it, never as markup", async () => {
  const scene = await name_scene(ana, { name: "<b>The \"deal\"</b> & more", names: "<script>1</script>", place: "5" });
  for (const page of [scene, await reader.page(film), await reader.click(scene, "History of these facts")]) {
    assert.doesNotMatch(page.html, /<b>The "deal"|<script>1/);
    assert.match(page.text, /<b>The "deal"<\/b> & more/);
  }
});

test("“the coffee shop scene” on the film's board is a link, and the scene's page has the sentence", async () => {
  const thread = await start_thread(ben, "/board/heat-1995", "Two men at a table", "Late again. The coffee shop scene is all in the eyes.");
  const linked = await seen(async () => {
    const page = await reader.page(thread.address);
    return page.html.includes(`class="name" href="${film}/scene/the-coffee-shop" title="The coffee shop, Heat (1995)"`) ? page : null;
  });
  assert.ok(linked, "the name is a link");
  const scene = await reader.page(`${film}/scene/the-coffee-shop`);
  assert.match(scene.text, /The coffee shop scene is all in the eyes\./);
  assert.match((await reader.page(film)).text, /The coffee shop in 1 text minute 89/);
});

test("a scene that gives something away is named nowhere but behind its veil", async () => {
  const secret = "The hand on the tarmac";
  const made = await name_scene(ana, { name: secret, names: "tarmac scene", place: "ending", spoils: "ending" });
  assert.match(made.address, /\/scene\/[0-9a-z]+$/, "nor in its address");
  const outside = (page) => page.html.replace(/<div class="veil"[\s\S]*?<\/div><\/div>|<label class="veil"[\s\S]*?<\/label>/g, "");
  for (const address of [film, made.address, `${made.address}/history`]) {
    const page = await reader.page(address);
    assert.doesNotMatch(outside(page), /tarmac/i, address);
    assert.ok(veils(page).length > 0, address);
    assert.deepEqual(lifted(page), [], "closed to who hasn't seen it");
  }
  const thread = await start_thread(ben, "/board/heat-1995", "How it closes", "I still think of the ending.");
  const linked = await seen(async () => {
    const page = await reader.page(thread.address);
    return page.html.includes(`class="name" href="${made.address}"`) ? page : null;
  });
  assert.ok(linked);
  assert.doesNotMatch(linked.html, /tarmac/i);
  assert.doesNotMatch((await reader.request("GET", `${made.address}/glance`)).body, /tarmac/i);
  const form = await ben.page("/board/heat-1995/new");
  assert.doesNotMatch(form.html, /tarmac/i);
  assert.match(form.html, /A scene, at the end/);
  await ben.send(await ben.page(film), {}, { button: "I know this film" });
  const open = await ben.page(made.address);
  assert.deepEqual(veils(open).filter((key) => !lifted(open).includes(key)), [], "open to who knows the film");
  assert.match((await ben.request("GET", `${made.address}/glance`)).body, /tarmac/i);
  assert.match((await ben.page("/board/heat-1995/new")).html, /tarmac/i);
});

test("a thread and a review can be about a scene, and stand on its page", async () => {
  const scene = `${film}/scene/the-coffee-shop`;
  const form = await ana.click(await ana.page(scene), "Start a thread about it");
  const thread = await ana.send(form, { title: "Who blinks first", text: "Nobody." }, { button: "Start the thread" });
  assert.match(thread.text, /About: The coffee shop/);
  const writing = await ana.click(await ana.page(scene), "Write a review of it");
  const review = await ana.send(writing, { title: "Six minutes", text: "All the film in one talk.", rating: "9" }, { button: "Publish" });
  assert.match(review.text, /About: The coffee shop/);
  const page = await reader.page(scene);
  assert.match(page.text, /Threads about it[\s\S]*Who blinks first/);
  assert.match(page.text, /Reviews about it[\s\S]*Six minutes/);
});

test("a thread about a scene that gives something away is marked so", async () => {
  const made = await name_scene(ana, { name: "The drive-in", place: "62", spoils: "60" });
  const form = await ben.click(await ben.page(made.address), "Start a thread about it");
  const thread = await ben.send(form, { title: "A trap", text: "He sees them first." }, { button: "Start the thread" });
  const page = await reader.page(thread.address);
  assert.match(page.text, /About: A scene, minute 62/);
  assert.match(page.html, /Heat \(1995\), from minute 60 on/);
});

test("a spoiler can name a scene for its place", async () => {
  await name_scene(ana, { name: "The armoured car", place: "8" });
  const thread = await start_thread(ana, "/board/solaris-1972", "By scene", ">![Heat (1995), the armoured car] a!< >![Heat (1995), the coffee shop scene] b!< >![Heat (1995), the moon landing] c!<");
  const cleo = await join(site, "cleo");
  await cleo.send(await cleo.page(film), { minute: "10" }, { button: "That far" });
  const page = await cleo.page(thread.address);
  assert.deepEqual(veils(page).map((key) => key.replace(/^[^-]*-/, "")), ["8", "89", "end"]);
  assert.deepEqual(veils(page).map((key) => lifted(page).includes(key)), [true, false, false]);
});

test("scenes come in from a file and go out into one; members' edits stay", async () => {
  const out = await site.rialto("scenes", "export");
  assert.match(out, /"name":"The coffee shop","names":\["diner scene","cafe scene"\],"place":"minute 89"/);
  const file = path.join(site.data, "scenes.jsonl");
  await writeFile(file, `${out}{"film":"Solaris","year":1972,"scenes":[{"name":"The drive","place":"minute 33"}]}\n`);
  assert.match(await site.rialto("scenes", "import", file), /scenes of 1 films added or changed, of 1 as they were/);
  assert.match((await reader.page("/film/solaris-1972")).text, /The drive minute 33/);
  assert.match((await reader.page(`${film}/scene/the-coffee-shop`)).text, /minute 89/);
});

test("rialto link tells scenes of the film that a text stands with", async () => {
  const said = await site.rialto_with('{"id":1,"text":"Ünd the diner scene!","context_film":{"title":"Heat","year":1995}}\n{"id":2,"text":"the diner scene"}\n', "link", "--jsonl");
  const [first, second] = said.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(first.mentions.filter((one) => one.kind === "scene"), [{ start: 8, end: 19, surface: "diner scene", kind: "scene", title: "The coffee shop", score: 1 }]);
  assert.deepEqual(second.mentions, []);
});

test("the doctor finds a site with scenes whole", async () => {
  assert.match(await site.rialto("doctor"), /0 wrong/);
});
