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

// Names are found a moment after a post is written.
async function seen(look) {
  for (let tries = 0; tries < 60; ++tries) {
    const found = await look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 500));
  }
  return null;
}

test("a film that a post names becomes a link, and its page shows the sentence; nothing of a spoiler", async () => {
  const thread = await start_thread(ana, "/board/heat-1995", "Two of them", "It was late. I saw Heat (1972) again, and he >!dies in Heat (1972)!<.");
  const linked = await seen(async () => {
    const page = await site.visitor().page(thread.address);
    return page.html.includes('class="name" href="/film/heat-1972"') ? page : null;
  });
  assert.ok(linked, "the name is a link");
  const film = await site.visitor().page("/film/heat-1972");
  assert.match(film.text, /I saw Heat \(1972\) again, and he …/);
  assert.doesNotMatch(film.text, /dies in/);
});
