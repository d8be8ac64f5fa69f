// HTML, script and nonsense in every field of every form that can be reached: never a 500, never markup that runs.
// The forms are found by following links, so that a new page is tested without being named here.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { Site, root } from "../support/site.mjs";

const films = path.join(root, "tests/flow/fixtures/films.jsonl");
const word = "tungsten by night 42";
const begin = ["/", "/films", "/boards", "/reviews", "/help", "/settings", "/board/heat-1995", "/film/heat-1995", "/log"];
const most_of_a_kind = 2; // pages of one shape that are visited
const most_pages = 120;

const hostile = [
  `"><script>alert(1)</script>`,
  `'><img src=x onerror=alert(1)><svg onload=alert(1)>`,
  `[a](javascript:alert(1)) <javascript:alert(1)> ![b](data:text/html,<script>alert(1)</script>)`,
  `'; DROP TABLE thread; -- %00 %s%n {{7*7}} \${7*7} ../../etc/passwd \\\\ \u202e\u0007`,
  `-9223372036854775809`,
  `${">".repeat(3000)} deep`,
  `${"[".repeat(5000)}${"*_`~".repeat(2000)}`,
  "é🎬".repeat(60_000),
  "",
];

let site, visitor, member;

before(async () => {
  site = await Site.open({ before: (one) => one.attempt("catalogue", "import", films) });
  visitor = site.visitor();
  member = site.visitor();
});
after(async () => {
  visitor?.close();
  member?.close();
  await site?.stop();
  assert.doesNotMatch(site.log, /failed|can't be made|can't be sent/, site.log.slice(0, 3000));
});

// "/thread/4k2/the-diner?page=2" and "/thread/77/other" are pages of one kind.
const kind_of = (address) => {
  const [first, ...rest] = address.split(/[?#]/)[0].split("/").slice(1);
  return [first, ...rest.map((one) => (/^(new|edit|reply|quote|history|report|settings|members|doubts)$/.test(one) ? one : "*"))].join("/");
};

const is_left_alone = (address) => !address.startsWith("/") || /^\/(assets|sign-out)|\/leave/.test(address);

function check(answer, address) {
  assert.ok(answer.status < 500, `${answer.status} for ${address}: ${answer.page.text.slice(0, 300)}`);
  assert.doesNotMatch(answer.body, /<script>alert|<img src=x|<svg onload|(href|src|action)="?\s*javascript:/i, address);
}

// Every page that links lead to, a few of each kind.
async function walk(who) {
  const kinds = new Map();
  const seen = new Set();
  const found = [];
  const open = [...begin];
  while (open.length > 0 && found.length < most_pages) {
    const address = open.shift().split("#")[0];
    const kind = kind_of(address);
    if (seen.has(address) || is_left_alone(address) || (kinds.get(kind) ?? 0) >= most_of_a_kind) continue;
    seen.add(address);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await who.request("GET", address);
    check(answer, address);
    if (answer.status >= 300 && answer.headers.location) open.push(answer.headers.location);
    if (answer.status !== 200 || !/html/.test(answer.headers["content-type"])) continue;
    found.push(answer.page);
    for (const [, href] of answer.body.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) open.push(href.replaceAll("&amp;", "&"));
  }
  return found;
}

// Sends the form again and again, each time with something bad in one field and what belongs there in the others.
async function attack(who, form) {
  const good = Object.fromEntries([...form.names].map((name) => [name, form.values[name] || "Some words"]));
  for (const name of form.names) {
    for (const bad of hostile) {
      const values = { ...good, [name]: bad };
      const sent = `${form.method} ${form.action} with ${name}=${JSON.stringify(bad.slice(0, 50))}`;
      const encoded = new URLSearchParams(values).toString();
      if (form.method !== "post" && encoded.length > 7000) continue;
      const answer =
        form.method === "post"
          ? await who.post(form.action, values, { follow: false })
          : await who.request("GET", `${form.action.split("?")[0]}?${encoded}`);
      check(answer, sent);
    }
  }
}

async function attack_all(who) {
  const attacked = new Set();
  for (const page of await walk(who)) {
    for (const form of page.forms()) {
      const key = `${form.method} ${kind_of(form.action)} ${[...form.names]}`;
      // What would end the member's session is tried by its own tests.
      if (attacked.has(key) || is_left_alone(form.action) || form.names.has("session") || form.names.has("password")) continue;
      attacked.add(key);
      await attack(who, form);
    }
  }
  await walk(who); // what was kept is shown harmlessly
  return attacked.size;
}

test("a visitor's forms take anything without harm", async () => {
  assert.ok((await attack_all(visitor)) > 0, "no form was found");
});

test("a member's forms take anything without harm", async (t) => {
  const page = await member.page("/sign-up");
  if (page.status === 404) return t.skip("nobody can sign up yet");
  await member.send(page, { name: "Mallory", password: word });
  const begun = await member.request("GET", "/board/heat-1995");
  if (begun.status === 200 && begun.page.has_link("Start a thread")) {
    const form = await member.click(begun.page, "Start a thread");
    await member.send(form, { title: "Something to attack", text: "A first post." });
  }
  assert.ok((await attack_all(member)) > 0, "no form was found");
});

test("names and passwords of any shape get an answer in words", async (t) => {
  for (const address of ["/sign-in", "/sign-up"]) {
    const page = await visitor.page(address);
    if (page.status === 404) return t.skip("there is no door yet");
    const form = page.form({ fields: ["password"] });
    for (const bad of hostile) {
      const answer = await site.visitor().post(form.action, { ...form.values, name: bad, password: bad }, { follow: false });
      check(answer, `${address} as ${JSON.stringify(bad.slice(0, 50))}`);
    }
  }
});
