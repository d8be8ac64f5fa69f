// Title cards: what a film without a picture shows, on pages and by itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

let site, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  reader = site.visitor();
});
after(() => site?.stop());

const picture_on = async (address) => /<img src="(\/film\/heat-1995\/card\.svg\?v=[0-9a-f]+)" alt="([^"]*)"/.exec((await reader.page(address)).html);

test("a film shows its card, with words for who can't see it", async () => {
  const [, , spoken] = await picture_on("/film/heat-1995");
  assert.equal(spoken, "Heat (1995), Michael Mann");
});

test("a card is a picture by itself, kept for good under its version", async () => {
  const [, address] = await picture_on("/films");
  const card = await reader.request("GET", address);
  assert.equal(card.status, 200);
  assert.equal(card.headers["content-type"], "image/svg+xml");
  assert.match(card.headers["cache-control"], /immutable/);
  assert.match(card.body, /^<svg [^]*<title>Heat \(1995\), Michael Mann<\/title>[^]*<\/svg>$/);
  assert.equal((await reader.request("GET", address)).body, card.body);
});

test("without its version, or with another, a card is asked for again", async () => {
  for (const query of ["", "?v=0", "?v="]) {
    const card = await reader.request("GET", `/film/heat-1995/card.svg${query}`);
    assert.equal(card.status, 200);
    assert.doesNotMatch(card.headers["cache-control"], /immutable/);
    const again = await reader.request("GET", `/film/heat-1995/card.svg${query}`, { headers: { "if-none-match": card.headers.etag } });
    assert.equal(again.status, 304);
  }
});

test("a card follows its film: new facts make a new version, an old address leads on", async () => {
  const ana = await join(site, "ana");
  const [, before] = await picture_on("/film/heat-1995");
  const page = await ana.page("/film/heat-1972/edit");
  const form = page.form({ fields: ["title"] });
  await ana.post(form.action, { ...form.values, title: "A & <b>Heat</b> wave" });
  const moved = await reader.request("GET", "/film/heat-1972/card.svg");
  assert.equal(moved.status, 301);
  const card = await reader.request("GET", new URL(moved.headers.location, site.url).pathname);
  assert.match(card.body, /<title>A &amp; &lt;b&gt;Heat&lt;\/b&gt; wave \(1972\)/);
  assert.equal((await picture_on("/film/heat-1995"))[1], before, "other films keep theirs");
});

test("each family of cards is shown with the design", async () => {
  const families = [...(await reader.page("/about/design")).html.matchAll(/src="(\/about\/design\/[a-z-]+\.svg)[^"]*"/g)].map(([, address]) => address);
  assert.ok(new Set(families).size >= 10, families.join(" "));
  for (const address of families) {
    const { status, headers, body } = await reader.request("GET", address);
    assert.deepEqual([status, headers["content-type"]], [200, "image/svg+xml"], address);
    assert.match(body, /^<svg [^]*<\/svg>$/, address);
  }
  assert.equal((await reader.request("GET", "/about/design/nobody.svg")).status, 404);
});

test("there is no card of a film that isn't there", async () => {
  assert.equal((await reader.request("GET", "/film/nobody-knows-1903/card.svg")).status, 404);
});
