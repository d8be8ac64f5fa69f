// The program, and PostgreSQL itself, are killed at random moments while people post, edit and import. After each crash
// every acknowledged act is there, once, and the doctor is content. RIALTO_CRASHES says how many (8).
import assert from "node:assert/strict";
import { test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Postgres } from "../support/postgres.mjs";
import { Site, engine, with_films } from "../support/site.mjs";
import { sleep } from "../support/raw.mjs";
import { Ledger } from "./ledger.mjs";
import { Load, acknowledged } from "./load.mjs";

const crashes = Number(process.env.RIALTO_CRASHES ?? 8);
const some_time = () => 30 + Math.random() * 500;

// A new thread for one round: { thread, post }
async function places_for(visitor, round) {
  const page = await start_thread(visitor, "/board/heat-1995", `Round ${round}`, `edit ${round} begin`);
  const [, thread] = /\/thread\/([^/?#]+)/.exec(page.address) ?? assert.fail(page.text);
  const [, post] = /\/post\/([^/"]+)\/edit/.exec(page.html) ?? assert.fail(page.html);
  return { thread, post };
}

// What got no answer is sent again, as a browser does; it must not be there twice.
async function send_again(visitor, ledger) {
  for (const entry of ledger.unacknowledged_posts()) {
    entry.acknowledged = await acknowledged(visitor, ...entry.act);
    assert.ok(entry.acknowledged, "sent again and not taken");
    ledger.sent_again += 1;
  }
}

// One round: `crash` is called under load; `recover` brings the site back.
async function round_of(site, visitor, number, crash, recover) {
  visitor.url = site.url;
  const ledger = new Ledger();
  const load = new Load(site, ledger, number);
  load.begin(visitor, await places_for(visitor, number));
  await sleep(some_time());
  await crash(load);
  const ended = load.end();
  if (Math.random() < 0.5) load.kill_import();
  await recover();
  await ended;
  await ledger.check(site);
  visitor.url = site.url;
  await send_again(visitor, ledger);
  await ledger.check(site);
  return ledger;
}

function tell(context, ledgers) {
  const sum = (of) => ledgers.reduce((total, ledger) => total + of(ledger), 0);
  const figures = [
    [ledgers.length, "crashes"],
    [sum((one) => one.posts.size), "posts"],
    [sum((one) => [...one.edits.values()].flat().length), "edits"],
    [sum((one) => one.imports.size), "imports"],
    [sum((one) => one.sent_again), "sent again"],
  ];
  context.diagnostic(`figure: ${figures.map((pair) => pair.join(" ")).join(", ")}`);
}

test("the program is killed and nothing acknowledged is lost or doubled", { timeout: 3_600_000 }, async (t) => {
  const site = await Site.open({ before: with_films });
  t.after(() => site.stop());
  const visitor = await join(site, "ana");
  const crash = async () => {
    site.process.kill("SIGKILL");
    await site.ended;
    site.port = undefined;
  };
  const ledgers = [];
  for (let number = 1; number <= crashes; ++number)
    ledgers.push(await round_of(site, visitor, number, crash, () => site.start()));
  tell(t, ledgers);
});

test("PostgreSQL is killed and nothing acknowledged is lost or doubled", { skip: engine !== "postgres", timeout: 3_600_000 }, async (t) => {
  const server = await Postgres.start();
  t.after(() => server.remove());
  const site = await Site.make({ database: server.address() });
  await with_films(site);
  await site.start();
  t.after(() => site.stop());
  const visitor = await join(site, "ana");
  const recovered = async () => {
    for (let tries = 0; (await visitor.request("GET", "/")).status !== 200; ++tries) {
      assert.ok(tries < 200, "the site does not recover by itself");
      await sleep(50);
    }
  };
  const ledgers = [];
  for (let number = 1; number <= crashes; ++number) {
    const whole = Math.random() < 0.5;
    const crash = () => (whole ? server.kill() : server.kill_one_backend());
    const recover = async () => {
      if (whole) await server.again();
      await recovered();
    };
    ledgers.push(await round_of(site, visitor, number, crash, recover));
  }
  tell(t, ledgers);
});
