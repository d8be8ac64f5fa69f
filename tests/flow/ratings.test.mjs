// A film is rated with and without a review; its reviews stand in named orders.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, password } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const film = "/film/heat-1995";
let site, ana, ben, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
  reader = site.visitor();
});
after(() => site?.stop());

const review = async (who, title, rating, text) =>
  who.send(await who.page(`${film}/review`), { title, rating, text }, { button: "Publish" });

test("a member rates a film on its page, changes the rating and takes it back", async () => {
  const rated = await ana.send(await ana.page(film), { rating: "8" }, { button: "Rate" });
  assert.match(rated.text, /Your rating counts\./);
  assert.match(rated.text, /1 rating, 4\.0 on average/);
  const own = await ana.click(rated, "Your rating");
  assert.match(own.text, /You give it 4 stars\./);
  assert.match((await ana.send(own, {}, { button: "2½ stars" })).text, /1 rating, 2\.5 on average/);
  const back = await ana.send(await ana.page(`${film}/rating`), {}, { button: "Take it back" });
  assert.match(back.text, /Nobody has rated it yet/);
});

test("whoever loses their session over a review finds the rating and whom it is for again, beside the words", async () => {
  const form = (await ana.page(`${film}/review`)).form({ fields: ["rating"] });
  ana.cookies.clear();
  const asked = (await ana.post(form.action, { ...form.values, title: "Nearly lost", text: "All of it.", rating: "7", audience: "Night people & others" })).page;
  const kept = (await ana.send(asked, { name: "ana", password })).form({ fields: ["rating"] });
  assert.deepEqual([kept.values.title, kept.values.text, kept.values.rating, kept.values.audience], ["Nearly lost", "All of it.", "7", "Night people & others"]);
});

test("the page of one's rating is for members, and takes only half stars up to five", async () => {
  assert.equal((await reader.request("GET", `${film}/rating`)).status, 303);
  assert.equal((await reader.post(`${film}/rating`, { rating: "9" }, { follow: false })).status, 303);
  for (const rating of ["11", "-1", "many", ""]) assert.equal((await ana.post(`${film}/rating`, { rating })).status, 422, rating);
  assert.match((await reader.page(film)).text, /Nobody has rated it yet/);
});

test("each bar of the picture leads to the reviews behind it, and its numbers can be read", async () => {
  await review(ana, "Two sides of a coin", "9", "They are the same man. ".repeat(300));
  await review(ben, "Too long", "3", "An hour less, please.");
  const page = await reader.page(film);
  assert.match(page.text, /2 ratings, 3\.0 on average/);
  assert.match(page.text, /4½ stars 1/);
  assert.match(page.html, /<a href="\/film\/heat-1995\/reviews\?rating=9" aria-label="4½ stars: 1">/);
  const narrowed = await reader.page(`${film}/reviews?rating=9`);
  assert.ok(narrowed.has_link("Two sides of a coin"));
  assert.ok(!narrowed.has_link("Too long"));
  assert.ok((await reader.click(narrowed, "All reviews")).has_link("Too long"));
});

test("every order of reviews says how it is made and keeps what the list is narrowed to", async () => {
  const page = await reader.page(`${film}/reviews`);
  const titles = (shown) => [...shown.html.matchAll(/class="t"[^>]*>([^<]*)/g)].map(([, title]) => title);
  assert.deepEqual(titles(page), ["Too long", "Two sides of a coin"]);
  assert.match(page.text, /What came in last stands first\./);
  const longest = await reader.click(page, "longest read");
  assert.deepEqual(titles(longest), ["Two sides of a coin", "Too long"]);
  assert.match(longest.text, /most letters comes first.*6 minutes to read/);
  for (const order of ["oldest", "most answered", "closest to the average", "most against the average"])
    assert.match((await reader.click(page, order)).text, /(comes?|stands) first/, order);
  const narrowed = await reader.click(await reader.page(`${film}/reviews?rating=9`), "oldest");
  assert.deepEqual(titles(narrowed), ["Two sides of a coin"]);
});

test("all reviews can be read, those that the first page has no room for on the next", async () => {
  for (let n = 1; n <= 31; ++n) {
    const from = await join(site, `writer${n}`);
    await from.send(await from.page("/film/heat-1972/review"), { title: `Seen ${n} times`, text: "And gladly." }, { button: "Publish" });
    from.close();
  }
  const first = await reader.page("/reviews");
  assert.ok(first.has_link("Seen 31 times") && !first.has_link("Seen 1 times"));
  const rest = await reader.click(first, "Next →");
  assert.ok(rest.has_link("Seen 1 times") && !rest.has_link("Seen 31 times"));
});
