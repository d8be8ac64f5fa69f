// Visitors read from a replica that lags; a member always sees what they wrote.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Postgres } from "../support/postgres.mjs";
import { sleep } from "../support/raw.mjs";
import { Site, engine, with_films } from "../support/site.mjs";

const skip = engine !== "postgres";
let server, follower, site, ana, thread;

before(async () => {
  if (skip) return;
  server = await Postgres.start();
  site = await Site.make({ database: server.address() });
  await with_films(site);
  follower = await server.replica();
  await site.start(["--read-from", follower.address()]);
  ana = await join(site, "ana");
  thread = (await start_thread(ana, "/board/heat-1995", "Far away", "The first word.")).address.split(/[?#]/)[0];
});
after(async () => {
  await site?.stop();
  await follower?.remove();
  await server?.remove();
});

const visitors_page = () => site.visitor().page(thread);
const reply = async (words) => reply_to(ana, await ana.page(thread), "The first word.", words);

async function until_visitors_read(words) {
  for (let tries = 0; !(await visitors_page()).text.includes(words); ++tries) {
    assert.ok(tries < 100, `the replica doesn’t bring: ${words}`);
    await sleep(100);
  }
}

test("visitors read what the replica has, and members what they wrote", { skip }, async () => {
  await until_visitors_read("The first word.");
  await follower.sql("SELECT pg_wal_replay_pause()");
  for (let n = 0; n < 5; ++n) {
    const words = `While it lags ${n}.`;
    assert.ok((await reply(words)).text.includes(words), "a member doesn’t see their own words");
    assert.ok((await ana.page(thread)).text.includes(words), "a member doesn’t see their own words");
    assert.ok(!(await visitors_page()).text.includes(words), "visitors don’t read from the replica");
  }
  await follower.sql("SELECT pg_wal_replay_resume()");
  await until_visitors_read("While it lags 4.");
});

test("a page that is kept for visitors is as the replica is now", { skip }, async () => {
  for (let n = 0; n < 5; ++n) {
    await visitors_page();
    await reply(`Kept no longer ${n}.`);
    await until_visitors_read(`Kept no longer ${n}.`);
  }
});

test("where the replica is gone, visitors read from the database", { skip }, async () => {
  await follower.stop();
  await reply("Without a replica.");
  const page = await visitors_page();
  assert.equal(page.status, 200);
  assert.match(page.text, /Without a replica\./);
  await follower.again();
  await until_visitors_read("Without a replica.");
});
