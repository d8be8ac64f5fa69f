import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

let site, ana;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
});
after(() => site?.stop());

test("a film named in brackets is a link to it; what names no film stays as it is written", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "Films in brackets", "See [[Heat (1995)]], not [[No such film (1901)]].");
  assert.match(thread.html, /<a class="film" href="\/film\/heat-1995" title="Heat \(1995\)">Heat \(1995\)<\/a>/);
  assert.match(thread.text, /not \[\[No such film \(1901\)\]\]/);
});

test("the preview that the script asks for is the rendered words, for members only", async () => {
  const body = new URLSearchParams({ text: "Some *words* & <b>no tags</b>" }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await ana.request("POST", "/preview", { headers, body });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.trim(), "<p>Some <em>words</em> &amp; &lt;b&gt;no tags&lt;/b&gt;</p>");
  assert.equal((await site.visitor().request("POST", "/preview", { headers, body })).status, 403);
});
