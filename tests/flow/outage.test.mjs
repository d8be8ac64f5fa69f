// PostgreSQL goes away, hangs, refuses and comes back: people are told in words, nothing is lost or doubled, and nobody
// has to do anything.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { acknowledged } from "../crash/load.mjs";
import { join, start_thread } from "../support/people.mjs";
import { Postgres } from "../support/postgres.mjs";
import { sleep } from "../support/raw.mjs";
import { Site, engine, with_films } from "../support/site.mjs";

const skip = engine !== "postgres";
let server, site, ana, thread;

before(async () => {
  if (skip) return;
  server = await Postgres.start();
  site = await Site.make({ database: server.address() });
  await with_films(site);
  await site.start();
  ana = await join(site, "ana");
  thread = /\/thread\/([^/?#]+)/.exec((await start_thread(ana, "/board/heat-1995", "Outage", "Before it.")).address)[1];
});
after(async () => {
  await site?.stop();
  await server?.remove();
});

const reply = (words) => [`/thread/${thread}/reply`, { text: words, form: randomBytes(16).toString("hex") }];

async function told_to_come_back() {
  const answer = await ana.request("GET", "/boards");
  assert.equal(answer.status, 503);
  assert.match(answer.headers["retry-after"], /^\d+$/);
  assert.match(answer.page.text, /can’t reach its store/);
}

async function recovered() {
  for (let tries = 0; (await ana.request("GET", "/boards")).status !== 200; ++tries) {
    assert.ok(tries < 100, "the site does not recover by itself");
    await sleep(100);
  }
}

async function stands_once(words) {
  assert.equal((await site.sql(`SELECT count(*) FROM post WHERE body = '${words}'`)).trim(), "1", words);
}

// A reply that is sent while the database is away is refused; sent again, it stands once.
async function away(words, go, come_back) {
  await go();
  const form = reply(words);
  assert.equal(await acknowledged(ana, ...form), false);
  await told_to_come_back();
  await come_back();
  await recovered();
  assert.ok(await acknowledged(ana, ...form), "sent again and not taken");
  await stands_once(words);
}

test("PostgreSQL that ends is told in words, and comes back by itself", { skip }, () =>
  away("While it was gone.", () => server.stop(), () => server.again()));

test("PostgreSQL that is killed is told in words, and comes back by itself", { skip }, () =>
  away("While it was dead.", () => server.kill(), () => server.again()));

test("PostgreSQL that hangs keeps nobody waiting for good", { skip }, () =>
  away("While it hung.", () => server.hold(), () => server.go_on()));

test("PostgreSQL that refuses connections is told in words", { skip }, () =>
  away(
    "While it refused.",
    async () => {
      await server.sql("CREATE DATABASE door");
      await server.sql("ALTER DATABASE postgres ALLOW_CONNECTIONS false", "door");
      await server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'", "door");
    },
    () => server.sql("ALTER DATABASE postgres ALLOW_CONNECTIONS true", "door"),
  ));

test("a server that only reads now refuses posts in words, and reading goes on", { skip }, async () => {
  await server.sql("ALTER SYSTEM SET default_transaction_read_only = on");
  await server.sql("SELECT pg_reload_conf()");
  await sleep(500);
  const form = reply("While it only read.");
  assert.equal(await acknowledged(ana, ...form), false);
  assert.match((await ana.page(`/thread/${thread}`)).text, /Before it\./);
  await server.sql("ALTER SYSTEM RESET default_transaction_read_only");
  await server.sql("SELECT pg_reload_conf()");
  await sleep(500);
  assert.ok(await acknowledged(ana, ...form), "sent again and not taken");
  await stands_once("While it only read.");
});

test("after all that, the doctor is content", { skip }, async () => {
  assert.match(await site.rialto("doctor"), / 0 wrong/);
});
