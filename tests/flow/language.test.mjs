// The language of pages: what the browser asks for, what one chooses, and that nothing of another language is left over.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { interface_of, texts_alike } from "../support/interface.mjs";
import { is_signed_in, join, start_thread, reply_to } from "../support/people.mjs";
import { root, Site, with_films } from "../support/site.mjs";

const german = { "accept-language": "de-AT,de;q=0.9,en;q=0.5" };
let site, ana, bela, thread, post, review;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana", "admin");
  bela = await join(site, "bela");
  const page = await start_thread(ana, "/board/heat-1995", "Zwei Männer am Tisch", "Sie reden. >!Er zögert nicht.!<");
  thread = page.address.split(/[?#]/)[0];
  post = (await reply_to(bela, page, "Sie reden", "::: spoiler Ende\nDie Hand.\n:::")).posts().at(-1).id;
  const form = await ana.page("/film/heat-1995/review");
  await ana.send(form, { title: "Die Hand", text: "## Anfang\n\nEin Satz.", rating: "9" });
  review = (await ana.page("/reviews")).link("Die Hand").split("?")[0];
});
after(() => site?.stop());

const page_in = async (visitor, address, headers) => (await visitor.request("GET", address, { headers })).page;
const begins_in = (page) => /<html lang="([\w-]+)" dir="(\w+)">/.exec(page.html)?.slice(1).join(" ");

test("a page is in the language that the browser asks for", async () => {
  const visitor = site.visitor();
  const answer = await visitor.request("GET", "/", { headers: german });
  assert.equal(begins_in(answer.page), "de ltr");
  assert.equal(answer.headers["content-language"], "de");
  assert.match(answer.headers.vary, /accept-language/i);
  assert.match(answer.headers.vary, /cookie/i);
  assert.match(answer.page.text, /Ein Zuhause für Filmgespräche/);
  assert.equal(begins_in(await page_in(visitor, "/", { "accept-language": "fr" })), "en ltr");
  assert.equal(begins_in(await page_in(visitor, "/", {})), "en ltr");
});

test("a language that was chosen in the foot stays, whatever the browser asks for", async () => {
  const visitor = site.visitor();
  const page = await visitor.page("/help");
  assert.match(page.html, /<button form="language" name="language" value="de" lang="de">Deutsch<\/button>/);
  const form = page.forms().find((one) => one.action === "/language");
  const chosen = await visitor.post(form.action, { ...form.values, language: "de" });
  assert.equal(chosen.page.address, "/help");
  assert.match(chosen.page.text, /Wie du schreibst/);
  assert.equal(begins_in(await page_in(visitor, "/films", { "accept-language": "en" })), "de ltr");
  await visitor.post("/language", { language: "en", back: "/" });
  assert.equal(begins_in(await page_in(visitor, "/films", german)), "en ltr");
});

test("a member finds the language they chose on another device", async () => {
  const dora = await join(site, "dora");
  await dora.post("/language", { language: "de", back: "/" });
  dora.cookies.delete("language");
  assert.ok(await is_signed_in(dora));
  assert.equal(begins_in(await page_in(dora, "/", { "accept-language": "en" })), "de ltr");
});

test("a language that we don't have changes nothing, and leads back only into the house", async () => {
  const visitor = site.visitor();
  const answer = await visitor.post("/language", { language: "xx\r\nset-cookie: a=b", back: "https://example.org/" }, { follow: false });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.location, "/");
  assert.equal(answer.headers["set-cookie"], undefined);
});

test("numbers, plurals and dates stand as the language has them", async () => {
  const visitor = site.visitor();
  const page = await page_in(visitor, thread, german);
  assert.match(page.text, /2 Beiträge/);
  assert.match(page.text, /gerade eben|vor \d+ (Sekunden?|Minuten?)/);
  assert.match((await page_in(visitor, review, german)).html, /aria-label="4,5 von 5"/);
  assert.match((await page_in(visitor, "/film/heat-1995", german)).text, /170 Minuten/);
  assert.match((await page_in(visitor, "/film/heat-1995", german)).text, /Vereinigte Staaten/);
});

test("what is refused is told in the reader's language", async () => {
  const visitor = site.visitor();
  const missing = await visitor.request("GET", "/no/such/page", { headers: german });
  assert.match(missing.page.text, /Unter dieser Adresse ist nichts/);
  const taken = await visitor.post("/sign-up", { name: "ana", password: "tungsten by night 43" }, { headers: german });
  assert.match(taken.page.text, /Jemand heißt schon so/);
  const empty = await ana.post(`${thread.split("/").slice(0, 3).join("/")}/reply`, { text: "" }, { headers: german });
  assert.match(empty.page.text, /Noch steht da kein Text/);
});

const short = (address) => address.split("/").slice(0, 3).join("/");
const for_all = () => ["/", "/films", "/films?genre=Crime&country=US&decade=1990&sort=talked", "/films?genre=Nothing", "/film/heat-1995", "/film/heat-1995/history",
  "/film/heat-1995/reviews", "/person/michael-mann", "/person/michael-mann/board", "/boards", "/board/heat-1995", thread, `${thread}?order=flat`,
  `/post/${post}`, "/reviews", review, "/member/ana", "/member/ana?part=reviews", "/find", "/find?q=heat", "/find?q=zzzz", "/help", "/about", "/log",
  "/sign-in", "/sign-up", "/no/such/page"];
const for_ana = () => ["/board/heat-1995/new", `${short(thread)}/reply`, `/post/${post}/reply`, `/post/${post}/hide`, `/post/${post}/report`,
  `${short(thread)}/lock`, `${short(thread)}/pin`, `${short(thread)}/move`, `${short(thread)}/hide`, `${short(thread)}/report`, `${short(review)}/edit`,
  `${short(review)}/delete`, `${short(review)}/hide`, `${short(review)}/reply`, `${short(review)}/history`, "/film/heat-1995/review", "/film/heat-1995/edit",
  "/films/new", "/settings", "/admin", "/admin/members", "/admin/approvals", "/admin/invitations", "/admin/settings", "/admin/reports",
  "/admin/reports?state=settled", "/admin/words", "/admin/doubts"];
const for_bela = () => [`/post/${post}/edit`, `/post/${post}/delete`, `/post/${post}/history`, "/admin", `${short(thread)}/lock`];

// What a page says in both languages with the same words, though the texts have others.
async function left_over(visitor, address, alike) {
  const [english, now] = await Promise.all(["en", "de"].map((tag) => page_in(visitor, address, { "accept-language": tag })));
  assert.equal(begins_in(now), "de ltr", address);
  assert.ok([200, 403].includes(now.status) || address === "/no/such/page", `${address}: ${now.status}`);
  const known = new Set(interface_of(english.html).map((one) => one.words));
  return interface_of(now.html)
    .filter(({ words }) => known.has(words) && !alike.has(words))
    .map(({ words, where }) => `${address}: “${words}” (${where})`);
}

test("a page in German says nothing in English", async () => {
  const alike = await texts_alike(root, "en", "de");
  // Names: of the site, of services, of people, and of films and genres that one can choose.
  for (const name of ["Rialto", "ana", "bela", "English", "Deutsch", "IMDb", "Wikidata", "TMDB", "Wikipedia", "Heat (1972)", "Nothing"]) alike.add(name);
  const found = [];
  const visitor = site.visitor();
  for (const address of for_all()) found.push(...(await left_over(visitor, address, alike)));
  for (const address of for_ana()) found.push(...(await left_over(ana, address, alike)));
  for (const address of for_bela()) found.push(...(await left_over(bela, address, alike)));
  assert.deepEqual(found, []);
});
