// Saved pages come in by a command, and what is in doubt waits for a moderator; the made-up community for a first look.
import assert from "node:assert/strict";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, sign_in } from "../support/people.mjs";
import { Site, root, with_films } from "../support/site.mjs";

let site, ana, marek, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  marek = await join(site, "marek", "moderator");
  reader = site.visitor();
});
after(() => site?.stop());

async function page_of(name, words) {
  const file = path.join(site.data, name);
  await writeFile(file, words);
  return file;
}

const thread = (title, film, posts) =>
  JSON.stringify({ type: "thread", title, film, posts: posts.map((text, at) => ({ n: at + 1, text })) });

// The part of the page about one doubt.
const doubt = (page, title) =>
  page.html.split('<section class="doubt"').find((part) => part.includes(title)) ?? assert.fail(`no ${title}`);

test("a page about a film that is known becomes a thread on its board, once", async () => {
  const file = await page_of("heat.jsonl", thread("The diner", { title: "Heat", year: 1995 }, ["Two cups of coffee."]));
  const dry = await site.rialto("import", "--dry-run", file);
  assert.match(dry, /heat\.jsonl:1: a thread of 1 post on the board of Heat \(1995\): would be new\n/);
  const said = await site.rialto("import", file);
  const address = /: new (\/thread\/\S+)/.exec(said)?.[1] ?? assert.fail(said);
  assert.match(await site.rialto("import", file), new RegExp(`known already, ${address}\nTogether: 1 known already`));
  const page = await reader.page(address);
  assert.match(page.text, /Two cups of coffee/);
  assert.match(page.text, /Not kept, and not invented: who wrote, when/);
  assert.match((await reader.page("/board/heat-1995")).text, /The diner .*date not kept/);
});

test("what isn't a page of talk is said to be none, and the command fails", async () => {
  const file = await page_of("shopping.txt", "Bread\nMilk\n");
  const { code, stdout } = await site.attempt("import", file, path.join(site.data, "nowhere.html"));
  assert.equal(code, 1);
  assert.match(stdout, /shopping\.txt: not understood: /);
  assert.match(stdout, /nowhere\.html: not understood: can't be opened/);
});

test("reading without a shelf of known films says so, and reads all the same", async () => {
  const file = await page_of("shelfless.txt", "The tower\n\nI liked it.\n\nreply\n\nSo did I.\n\nreply\n");
  const { stdout, stderr } = await site.attempt_alone("read", "--shelf", "/nowhere/films.jsonl", file);
  assert.match(stderr, /can't open the shelf \/nowhere\/films\.jsonl: .*name one with --shelf/);
  assert.equal(JSON.parse(stdout).posts.length, 2);
});

test("a page in doubt waits, and only a moderator says which film it is about", async () => {
  const file = await page_of("doubt.jsonl", thread("Which heat was it?", { title: "Heat", year: null }, ["The pool."]));
  assert.match(await site.rialto("import", file), /waits at \/admin\/doubts: two films may be meant by “Heat”/);
  assert.equal((await ana.request("GET", "/admin/doubts")).status, 403);
  assert.match((await reader.page("/admin/doubts")).address, /^\/sign-in/);
  const page = await marek.page("/admin/doubts");
  const within = doubt(page, "Which heat was it?");
  const wrong = await marek.send(page, { other: "Hoot" }, { within });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /the catalogue has no film called Hoot/);
  const form = page.form({ fields: ["film"], within });
  assert.equal((await ana.post(form.action, { film: "heat-1972" })).status, 403);
  const done = await marek.send(page, { film: "heat-1972" }, { within });
  assert.match(done.text, /It is imported/);
  assert.match((await reader.page("/board/heat-1972")).text, /Which heat was it\?/);
  assert.equal((await marek.post(form.action, { film: "heat-1995" })).status, 409);
});

test("what a moderator leaves out stays out, unless a film is named", async () => {
  const file = await page_of("out.jsonl", thread("Out with it", null, ["Who knows which film."]));
  await site.rialto("import", file);
  const page = await marek.page("/admin/doubts");
  const within = doubt(page, "Out with it");
  await marek.post(page.form({ fields: ["other"], within }).action, { skip: "1" });
  assert.match(await site.rialto("import", file), /left out, as a moderator decided before/);
  assert.match(await site.rialto("import", "--film", "Solaris (1972)", file), /on the board of Solaris \(1972\): new/);
});

test("the sample community comes in once, and its admin can sign in", async () => {
  const words = await site.rialto("sample");
  const word = /Sign in as ada, .* password (\S+)\n/.exec(words)?.[1] ?? assert.fail(words);
  assert.equal((await stat(path.join(site.data, "sample-admin.txt"))).mode & 0o777, 0o600);
  const lobby = (await reader.page("/board/lobby")).text;
  assert.match(lobby, /New here\? Take a seat/);
  assert.equal(await site.rialto("sample"), words);
  assert.equal((await reader.page("/board/lobby")).text, lobby);
  const ada = site.visitor();
  await sign_in(ada, "ada", word);
  assert.equal((await ada.request("GET", "/admin/doubts")).status, 200);
  assert.match((await reader.page("/log")).text, /It had stopped being about films/);
});

test("every page in samples/ can be imported", async () => {
  await site.rialto("catalogue", "import", path.join(root, "shelf/films.jsonl"));
  const names = (await readdir(path.join(root, "samples"))).filter((name) => /\.(txt|html)$/.test(name));
  const files = names.map((name) => path.join(root, "samples", name));
  const { code, stdout } = await site.attempt("import", ...files);
  assert.equal(code, 0, stdout);
  const expected = await Promise.all(files.map((file) => readFile(`${file}.expected.jsonl`, "utf8")));
  const about_a_film = expected.filter((line) => JSON.parse(line).film).length;
  assert.equal(stdout.match(/: new \/(thread|review)\//g)?.length, about_a_film, stdout);
  assert.equal(stdout.match(/: waits at \/admin\/doubts/g)?.length ?? 0, files.length - about_a_film, stdout);
  assert.match((await site.attempt("import", ...files)).stdout, new RegExp(`Together: .*${about_a_film} known already`));
});
