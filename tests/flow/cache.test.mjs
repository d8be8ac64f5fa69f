// Pages are kept in memory, and are always as they would be made now. Random members write while random readers read;
// each answer is held against what a second process makes anew from the same data. RIALTO_CACHE_ANSWERS asks for more
// answers than a short run has (tests/cache), RIALTO_CACHE_SEED for another course.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import zlib from "node:zlib";
import { second_server } from "../support/fresh.mjs";
import { join, password, start_thread } from "../support/people.mjs";
import { engine, Site, with_films } from "../support/site.mjs";
import { Visitor } from "../support/visitor.mjs";

const answers = Number(process.env.RIALTO_CACHE_ANSWERS ?? 500);
const seed = Number(process.env.RIALTO_CACHE_SEED ?? Date.now() % 1_000_000);
const films = ["heat-1995", "heat-1972"];

let state = seed;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const below = (end) => Math.floor(random() * end);
const any = (list) => list[below(list.length)];

// Everybody asks as browsers do that fetch ahead, for what one server notes as read the others only know of once it is
// written down. tests/flow/reading.test.mjs is about that.
const unread = { "sec-purpose": "prefetch" };

let site, node, fresh;
const people = []; // signed in; their cookies are good on every server
const threads = [], posts = [], reviews = []; // addresses, ids
let guest;

const short_of = (address, kind) => new RegExp(`^/${kind}/([^/?#]+)`).exec(address)?.[1];

function note_thread(page) {
  const at = page.address.replace(/[?#].*/, "");
  if (/^\/thread\//.test(at) && !threads.includes(at)) threads.push(at);
  for (const post of page.posts()) if (!posts.includes(post.id)) posts.push(post.id);
}

before(async () => {
  site = await Site.open({ before: with_films, flags: ["--cache", "2"] });
  for (const [name, role] of [["ana", "member"], ["ben", "member"], ["cleo", "member"], ["dora", "member"], ["max", "moderator"], ["ada", "admin"]])
    people.push(Object.assign(await join(site, name, role), { role, headers: unread }));
  guest = site.visitor();
  fresh = await second_server(site, "--cache", "0");
  node = await second_server(site, "--cache", "1");
  for (const title of ["The coffee shop", "Vincent's apartment", "Night on the harbour", "A title with badword in it"])
    note_thread(await start_thread(people[0], `/board/${any(films)}`, title, `${title}: what @ben said of [[Heat (1995)]].`));
});

after(async () => {
  for (const server of [node, fresh, site]) await server?.stop();
});

// ---- writing ---------------------------------------------------------------------------------------------------------

const member = () => people[below(4)];
const moderator = () => people[4];
const text = () =>
  any(["Said *once* more.", "> quoted\n\nand answered", "@ana and @newcomer7 know it", "[[Heat (1972)]] is another film", "A badword here", ">!He dies.!<"]) + ` ${below(1e9)}`;

// Through the server or the node, which ever: their cookies are the same.
const send = (who, address, fields) => {
  const through = any([site, node]);
  return new Visitor_on(who, through).post(address, fields, { follow: false });
};

// Another server for the same person: cookies are shared, connections are not.
class Visitor_on extends Visitor {
  constructor(who, server) {
    super(server.url);
    this.cookies = who.cookies;
    this.headers = unread;
    this.agent = agent_of(who, server);
  }
}
const agents = new Map();
function agent_of(who, server) {
  const key = `${who.name} ${server.port}`;
  // Connections that rest are given up before the server does so, which could be just when the next question is on its way.
  if (!agents.has(key)) agents.set(key, new http.Agent({ keepAlive: true, maxSockets: 4, timeout: 20_000 }));
  return agents.get(key);
}

const acts = {
  async reply() {
    const thread = any(threads);
    const to = random() < 0.5 ? `/thread/${short_of(thread, "thread")}/reply` : `/post/${any(posts)}/reply`;
    const said = await send(member(), to, { text: text() });
    if (said.status === 303) note_thread((await guest.request("GET", said.headers.location.replace(/#.*/, ""))).page);
  },
  async begin() {
    if (threads.length > 30) return acts.reply();
    const who = member();
    note_thread(await start_thread(who, `/board/${any(films)}`, `Thread ${below(1e6)}`, text()));
  },
  edit: () => send(member(), `/post/${any(posts)}/edit`, { text: text() }),
  remove: () => send(member(), `/post/${any(posts)}/delete`, {}),
  bring_back: () => send(member(), `/post/${any(posts)}/undelete`, {}),
  moderate_post: () => send(moderator(), `/post/${any(posts)}/${any(["hide", "restore"])}`, { why: `Because ${below(1000)}` }),
  moderate_thread: () => {
    const [address, ...acts] = any([["lock", "lock", "unlock"], ["pin", "pin", "unpin"], ["hide", "hide", "show"]]);
    return send(moderator(), `/thread/${short_of(any(threads), "thread")}/${address}`, { act: any(acts), why: `As ${below(1000)}` });
  },
  move: () => send(moderator(), `/thread/${short_of(any(threads), "thread")}/move`, { to: any(films), why: "Elsewhere" }),
  mask: () => send(people[5], "/admin/words", random() < 0.5 ? { word: "badword" } : { off: "badword", word: "" }),
  name_of_site: () => send(people[5], "/admin/settings", { site_name: `The house ${below(100)}`, contact: "", about: `About ${below(100)}`, rules: "", sign_up: "open" }),
  async edit_film() {
    const page = await people[1].page(`/film/${any(films)}/edit`);
    const form = page.form({ fields: ["title"] });
    await send(people[1], form.action, { ...form.values, line: `It is said ${below(1000)}.`, minutes: String(90 + below(90)) });
  },
  async undo() {
    const page = await people[1].page(`/film/${any(films)}/history`);
    const form = page.forms().find((one) => one.action.endsWith("/undo"));
    if (form) await send(people[1], form.action, form.values);
  },
  signature: () => send(member(), "/settings/signature", { signature: random() < 0.5 ? "" : `— signed ${below(100)}`, about: "" }),
  async rename() {
    const who = people[3];
    await send(who, "/settings/name", { name: `dora${below(1000)}`, name_password: password });
  },
  async review() {
    const who = member();
    const said = await send(who, `/film/${any(films)}/review`, { title: `Seen again ${below(1000)}`, text: text(), rating: String(1 + below(10)) });
    const id = short_of(said.headers.location ?? "", "review");
    if (id) reviews.push(id);
  },
  async change_review() {
    if (reviews.length === 0) return;
    const id = any(reviews);
    await send(any(people), `/review/${id}/${any(["edit", "delete", "reply", "hide"])}`, { title: `Thought over ${below(1000)}`, text: text(), rating: String(1 + below(10)), why: "So" });
  },
  report: () => send(member(), `/post/${any(posts)}/report`, { why: "Look at this" }),
  lights: () => send(any(people), "/lights", { lights: any(["day", "night"]), back: "/" }),
  async from_the_command_line() {
    if (random() < 0.5) return void (await site.rialto_with(`${password}\n`, "member", "add", `newcomer${below(12)}`, "--stdin").catch(() => {}));
    const film = { title: "Heat", year: 1995, minutes: 170, genres: [any(["Crime", "Drama", "Noir"])], ids: { imdb: "tt0113277" }, line: `Imported ${below(100)}.` };
    const file = path.join(site.data, "again.jsonl");
    await writeFile(file, JSON.stringify(film) + "\n");
    await site.rialto("catalogue", "import", file);
  },
};
const often = ["reply", "reply", "reply", "reply", "edit", "edit", "remove", "bring_back", "moderate_post", "moderate_thread"];
const seldom = Object.keys(acts).filter((name) => !often.includes(name));

// What can be turned back by doing it again comes one at a time and stays a while: no answer can miss it unseen.
const turning = ["moderate_post", "moderate_thread", "mask", "lights", "bring_back", "remove", "edit_film", "undo"];
let turned = Promise.resolve();
let begun = 0, running = 0; // acts
let pause = Promise.resolve();
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function write_once() {
  await pause;
  const name = random() < 0.7 ? any(often) : any(seldom);
  if ((name === "from_the_command_line" || name === "rename") && random() < 0.8) return; // they take their time
  const act = async () => {
    ++begun;
    ++running;
    try {
      await acts[name]();
    } finally {
      --running;
    }
  };
  if (turning.includes(name)) await (turned = turned.then(act).then(() => rest(20)));
  else await act();
  ++written[name];
}

// Nobody writes while `ask` runs.
async function in_peace(ask) {
  let done;
  const before = pause;
  pause = new Promise((resolve) => (done = resolve));
  await before;
  try {
    while (running > 0) await rest(5);
    return await ask();
  } finally {
    done();
  }
}
const written = Object.fromEntries(Object.keys(acts).map((name) => [name, 0]));

// ---- reading ---------------------------------------------------------------------------------------------------------

function any_address() {
  const kind = below(20);
  if (kind < 9) return any(threads) + any(["", "", "", "?order=flat", "?page=2", "?order=flat&page=2", "?order=flat%0Apage%202", "?else=1"]);
  if (kind < 11) return `/post/${any(posts)}` + any(["", "/history"]);
  if (kind < 13) return `/film/${any(films)}` + any(["", "", "/reviews", "/history"]);
  if (kind < 15) return `/board/${any(films)}`;
  if (kind < 16 && reviews.length > 0) return `/review/${any(reviews)}`;
  return any(["/", "/boards", "/reviews", "/log", "/about", "/help", "/member/ana", "/member/dora", "/person/al-pacino"]);
}

const unpack = {
  br: zlib.brotliDecompressSync,
  gzip: zlib.gunzipSync,
  identity: (bytes) => bytes,
};

// By one name for all servers: pages tell visitors' services their address with it.
async function read(server, who, address, coding, headers = {}) {
  const visitor = new Visitor_on(who, server);
  const cookie = [...who.cookies].filter(([name]) => name !== "notice").map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await visitor.bytes(address, { host: "films.example", "accept-encoding": coding, ...unread, ...(cookie ? { cookie } : {}), ...headers });
  const { status, headers: told } = answer;
  const body = unpack[told["content-encoding"] ?? "identity"](answer.bytes).toString();
  return { status, body, etag: told.etag, policy: told["content-security-policy"], seen: `${status} ${told.location ?? ""} ${told["content-security-policy"]}\n${body}` };
}

const kept_tags = new Map(); // what a reader holds of an address: { etag, seen }
const counts = { held: 0, undisturbed: 0, differed: 0, asked_again: 0, unchanged: 0 };

// The first difference, not two whole pages; undefined if there is none.
function difference_of(one, other) {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) ++at;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 120));
  return `at ${at}\n  ${around(one)}\n  ${around(other)}`;
}

// One answer, between two fresh ones: where these agree, nothing happened meanwhile that it could show or not show. Only
// what was changed and changed back in between could make a difference: then the same is asked again in peace.
async function read_once() {
  const who = random() < 0.3 ? guest : any(people);
  const question = { who, address: any_address(), coding: any(["br", "gzip", "identity"]), server: random() < 0.75 ? site : node };
  const acts_before = begun;
  const undisturbed = running === 0;
  const found = await compared(question);
  if (!found.agreed) return void ++counts.differed;
  if (found.difference && (running > 0 || begun > acts_before || !undisturbed)) {
    ++counts.asked_again;
    found.difference = (await in_peace(() => compared(question))).difference;
  }
  if (found.difference) assert.fail(`${question.address} for ${who.name}, ${question.coding} (seed ${seed}): ${found.difference}`);
  if (undisturbed && begun === acts_before) ++counts.undisturbed;
  if (found.status === 304) ++counts.unchanged;
  ++counts.held;
}

async function compared({ who, address, coding, server }) {
  const key = `${who.name} ${address}`;
  const tag = kept_tags.get(key);
  const before = await read(fresh, who, address, "identity");
  const answer = await read(server, who, address, coding, tag && random() < 0.5 ? { "if-none-match": tag.etag } : {});
  const after = await read(fresh, who, address, "identity");
  if (answer.status !== 304) only_theirs(answer.body, who);
  if (before.seen !== after.seen) return { agreed: false };
  const seen = answer.status === 304 ? tag.seen : answer.seen;
  if (answer.etag && answer.status === 200) kept_tags.set(key, { etag: answer.etag, seen });
  return { agreed: true, status: answer.status, difference: difference_of(seen, before.seen) };
}

// Nothing of one member is in another's page: whose it says it is, and whose controls it shows.
function only_theirs(html, who) {
  const shown = [...html.matchAll(/\[data-by="([^"]+)"\] \.own/g)].map(([, id]) => id);
  const summary = /<details class="menu">\s*<summary>([^<]*)</.exec(html)?.[1];
  if (who === guest) {
    assert.equal(summary, undefined);
    assert.deepEqual(shown, []);
  } else if (summary !== undefined) {
    assert.equal(summary.replace(/\d+$/, ""), who.name);
    who.short ??= shown[0];
    assert.deepEqual(shown, [who.short]);
  }
}

test("a page that is held already is not sent again, until it is another one or somebody else's", async () => {
  const [ana, ben] = people;
  const held = await read(site, ana, threads[0], "br");
  const again = await read(site, ana, threads[0], "br", { "if-none-match": held.etag });
  assert.equal(again.status, 304);
  assert.equal(again.policy, undefined, "the policy that came with the page still counts: it names the member's own rule");
  assert.equal((await read(site, ben, threads[0], "br", { "if-none-match": held.etag })).status, 200);
  assert.equal((await read(node, ana, threads[0], "gzip", { "if-none-match": held.etag })).status, 304);
  await ana.post(`/thread/${short_of(threads[0], "thread")}/reply`, { text: "And one more thing." });
  assert.equal((await read(site, ana, threads[0], "br", { "if-none-match": held.etag })).status, 200);
});

test("what isn't part of an address makes no page of its own, and no value can look like two", async () => {
  const thread = threads[0];
  const plain = await read(site, guest, thread, "identity");
  const main = ({ body }) => /<main[\s\S]*<\/main>/.exec(body)[0];
  assert.equal(difference_of(main(await read(site, guest, `${thread}?else=1`, "identity")), main(plain)), undefined);
  await read(site, guest, `${thread}?order=flat%0Apage%201%202`, "identity");
  assert.match((await read(site, guest, `${thread}?order=flat&page=2`, "identity")).body, /There is no such page/);
});

test(`every answer is as it would be made now (${answers} answers, seed ${seed})`, async () => {
  guest.name = "a visitor";
  let writing = true;
  const writer = async () => {
    while (writing) {
      await write_once();
      await rest(below(20));
    }
  };
  const reader = async () => {
    while (counts.held < answers) await read_once();
  };
  const writers = [writer(), writer()];
  try {
    await Promise.all([reader(), reader(), reader(), reader()]);
  } finally {
    writing = false;
  }
  await Promise.all(writers);
  const held =
    `${counts.held} answers held on ${engine}, ${counts.undisturbed} of them while nobody wrote, ${counts.unchanged} were 304; ` +
    `${counts.differed} left out as the page changed meanwhile, ${counts.asked_again} asked again`;
  console.log(`# ${held}; ${Object.entries(written).map(([name, count]) => `${name} ${count}`).join(", ")}`);
  assert.ok(counts.unchanged > 0 && counts.undisturbed > 0 && counts.asked_again <= answers / 500, held);
  assert.ok(Object.values(written).reduce((sum, count) => sum + count) > answers / 50, held);
});
