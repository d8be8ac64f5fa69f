// The catalogue as members see it: films and people, adding and editing, and taking a change back.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, password } from "../support/people.mjs";
import { fixtures, Site, with_films } from "../support/site.mjs";

let site, ana, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  reader = site.visitor();
});
after(() => site?.stop());

// Sends the edit form of a film with some of its fields changed.
async function edit(visitor, slug, changes) {
  const page = await visitor.page(`/film/${slug}/edit`);
  const form = page.form({ fields: ["title"] });
  return (await visitor.post(form.action, { ...form.values, ...changes })).page;
}

test("a film's page names who made it, who plays whom, and leads to them", async () => {
  const page = await reader.page("/film/heat-1995");
  for (const words of ["Heat", "1995", "Michael Mann", "Vincent Hanna", "Neil McCauley"]) assert.ok(page.text.includes(words), words);
  const person = await reader.click(page, "Al Pacino");
  assert.equal(person.status, 200);
  assert.match(person.text, /Heat[\s\S]*Vincent Hanna|Vincent Hanna[\s\S]*Heat/);
});

test("films of one title are told apart", async () => {
  const found = await reader.page("/find?q=heat");
  assert.match(found.text, /1972/);
  assert.match(found.text, /1995/);
  assert.match((await reader.page("/find?q=Fuego+contra+fuego")).html, /\/film\/heat-1995/);
});

test("the list of films can be narrowed and turned", async () => {
  const all = await reader.page("/films");
  for (const title of ["Heat", "Solaris"]) assert.ok(all.text.includes(title));
  const comedies = await reader.page("/films?genre=Comedy");
  assert.doesNotMatch(comedies.html, /\/film\/solaris-1972/);
  assert.match(comedies.html, /\/film\/heat-1972/);
});

test("a member adds a film and finds it", async () => {
  const form = (await ana.page((await ana.page("/films")).link("Add a film"))).form({ fields: ["title"] });
  const added = (await ana.post(form.action, { ...form.values, title: "Evening at the Depot", year: "2019" })).page;
  assert.equal(added.status, 200, added.text.slice(0, 500));
  assert.match(added.text, /Evening at the Depot/);
  assert.match((await reader.page("/find?q=evening+depot")).html, /\/film\/evening-at-the-depot-2019/);
});

test("an edit is kept in the history, and can be taken back", async () => {
  assert.match((await edit(ana, "heat-1995", { minutes: "171" })).text, /171|2 h 51/);
  const history = await ana.page("/film/heat-1995/history");
  assert.match(history.text, /ana/);
  assert.match(history.text, /170[\s\S]*171|171[\s\S]*170/);
  const form = history.forms().find((one) => one.buttons.some((button) => button.words === "Take it back"));
  const undone = (await ana.post(form.action, form.values)).page;
  assert.ok(undone.status < 400, undone.text.slice(0, 300));
  assert.match((await reader.page("/film/heat-1995")).text, /170|2 h 50/);
  assert.match((await ana.page("/film/heat-1995/history")).text, /Taken back/);
});

test("a film that is already there is not added a second time unasked", async () => {
  const form = (await ana.page((await ana.page("/films")).link("Add a film"))).form({ fields: ["title"] });
  await ana.post(form.action, { ...form.values, title: "Solaris", year: "1972" });
  const { html } = await reader.page("/find?q=solaris");
  assert.equal(new Set([...html.matchAll(/\/film\/(solaris-1972[^"/]*)"/g)].map((found) => found[1])).size, 1);
});

test("wrong facts come back with a word on what is wrong, and nothing of the form is lost", async () => {
  const page = await edit(ana, "solaris-1972", { year: "next year", line: "A station above an ocean that remembers." });
  assert.ok(page.status >= 400 && page.status < 500, `status ${page.status}`);
  assert.match(page.html, /class="error"/);
  assert.equal(page.form({ fields: ["title"] }).values.line, "A station above an ocean that remembers.");
});

test("a title that nobody could see is none", async () => {
  const page = await edit(ana, "solaris-1972", { title: "\u200b\u3000" });
  assert.equal(page.status, 422);
  assert.match(page.text, /A film needs a title/);
});

test("a visitor can't edit", async () => {
  const answer = await reader.post("/film/heat-1995/edit", { title: "Cold" }, { follow: false });
  assert.ok([302, 303, 401, 403].includes(answer.status), `status ${answer.status}`);
  assert.match((await reader.page("/film/heat-1995")).title, /Heat/);
});

test("what was filled in survives a session that was lost", async () => {
  const page = await ana.page("/film/solaris-1972/edit");
  const form = page.form({ fields: ["title"] });
  const typed = { ...form.values, line: "A station above an ocean, & what it remembers: 100 %.", crew: "Direction: Andrei Tarkovsky\nMusic: Eduard Artemyev", why: "Seen again." };
  ana.cookies.clear();
  const asked = (await ana.post(form.action, typed)).page;
  const back = await ana.send(asked, { name: "ana", password });
  const kept = back.form({ fields: ["title"] });
  for (const name of ["title", "line", "crew", "why"]) assert.equal(kept.values[name].replaceAll("\r\n", "\n"), typed[name], name);
  assert.match((await ana.post(kept.action, kept.values)).page.text, /what it remembers: 100 %\./);
});

test("a changed title leaves the old address leading to the film", async () => {
  await edit(ana, "heat-1972", { title: "Heat, the Morrissey one" });
  const page = await reader.page("/film/heat-1972");
  assert.equal(page.status, 200);
  assert.match(page.text, /the Morrissey one/);
});

test("importing the same catalogue again changes nothing", async () => {
  const first = await reader.page("/film/solaris-1972");
  const said = await site.rialto("catalogue", "import", path.join(fixtures, "films.jsonl"));
  assert.match(said, /nothing|0 new|unchanged|known/i, said);
  assert.equal((await reader.page("/film/solaris-1972")).text, first.text);
});
