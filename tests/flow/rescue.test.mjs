// Saved pages become threads and reviews: the samples in the project, and the two documents where they are there.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { join } from "../support/people.mjs";
import { root, Site } from "../support/site.mjs";

const shared = process.env.RIALTO_SHARED ?? path.join(root, "../shared");
const seeds = path.join(shared, "seeds");
const without_seeds = existsSync(seeds) ? false : "skipped: no ../shared/seeds";

let site, admin, reader, samples;

before(async () => {
  site = await Site.open({ before: (one) => one.rialto("catalogue", "import", path.join(root, "shelf/films.jsonl")) });
  admin = await join(site, "rosa", "admin");
  reader = site.visitor();
  samples = (await readdir(path.join(root, "samples"))).filter((name) => /\.(txt|html)$/.test(name)).map((name) => path.join("samples", name));
});
after(() => site?.stop());

// A page that holds everything a visitor can count: boards, reviews and films with talk.
const state = async () => (await Promise.all(["/boards", "/reviews", "/admin/doubts"].map((address) => admin.page(address)))).map((page) => page.text.replace(/\d+ (seconds?|minutes?) ago|just now/g, "")).join("\n");

test("reading touches no database and prints one object a line", async () => {
  const before_it = await state();
  for (const sample of samples) {
    const { code, stdout } = await site.attempt_alone("read", sample);
    assert.equal(code, 0, sample);
    for (const line of stdout.trim().split("\n")) assert.match(JSON.parse(line).type, /^(thread|review)$/);
  }
  assert.equal(await state(), before_it);
});

test("a dry run says what would be done and writes nothing", async () => {
  const before_it = await state();
  const said = await site.rialto("import", "--dry-run", ...samples);
  assert.match(said, /nothing was written/);
  assert.equal(await state(), before_it);
});

test("the samples become threads and reviews, and a second time changes nothing", async () => {
  const said = await site.rialto("import", ...samples);
  assert.doesNotMatch(said, /not understood/);
  const filled = await state();
  const again = await site.rialto("import", ...samples);
  assert.match(again, /known already|wait/);
  assert.doesNotMatch(again.split("Together")[1], /thread|review/);
  assert.equal(await state(), filled);
});

test("an imported thread keeps its order, its ghosts and its tombstones, and says where it is from", async () => {
  const page = await reader.page((await reader.page("/boards")).link("Should Parker have listened?"));
  const texts = page.posts().map((post) => post.text);
  assert.match(texts[0], /Brett goes for the cat/);
  assert.match(page.text, /Parker's Overtime/);
  assert.match(page.html, /class="gone"/);
  assert.match(page.text, /2010/);
  assert.match(page.text, /saved page|imported|copied/i);
  assert.match(await (await reader.page("/film/alien-1979")).text, /Should Parker have listened\?/);
});

test("the thread and the review of the two documents stand on the board and page of Heat (1995)", { skip: without_seeds }, async () => {
  const files = (await readdir(seeds)).filter((name) => name.endsWith(".txt")).map((name) => path.join(seeds, name));
  await site.rialto("import", ...files);
  const thread = await reader.page((await reader.page("/board/heat-1995")).link(/closing scene/i));
  assert.equal(thread.posts().length, 12);
  assert.equal([...thread.html.matchAll(/class="gone"/g)].length, 1);
  assert.match(thread.text, /not kept/);
  const film = await reader.page("/film/heat-1995");
  const review = await reader.page(/href="(\/review\/[^"]+)"/.exec(film.html)[1]);
  for (const heading of ["Plot Overview", "Conclusion"]) assert.match(review.html, new RegExp(`<h[23][^>]*>\\s*${heading}`));
  assert.match(review.text, /17 July/);
  assert.doesNotMatch(review.text, /Recent Posts|top of page/);
  const again = await site.rialto("import", ...files);
  assert.match(again, /2 known already/);
});
