// An open site moves from its folder to PostgreSQL and back while people read and write: nothing acknowledged is lost or doubled,
// and nobody waits long.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { access, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { spawn } from "node:child_process";
import { acknowledged } from "../crash/load.mjs";
import { join, start_thread } from "../support/people.mjs";
import { sleep } from "../support/raw.mjs";
import { Site, engine, fresh_database, program, root, with_films } from "../support/site.mjs";

const longest_pause = 5000; // ms
let database;

before(async () => (database = await fresh_database()));
after(() => database?.drop());

// Four people who write until they are told to stop. What is refused is sent again until it stands, as a browser would.
class Writers {
  constructor(site, visitor, thread, label) {
    Object.assign(this, { site, visitor, thread, label, over: false, words: [], refused: 0, longest: 0, last: Date.now() });
    this.running = Array.from({ length: 4 }, (_, writer) => this.#write_on(writer));
  }

  async #write_on(writer) {
    for (let n = 0; !this.over; ++n) {
      const words = `${this.label} ${writer} ${n}`;
      const form = randomBytes(16).toString("hex");
      while (!(await acknowledged(this.visitor, `/thread/${this.thread}/reply`, { text: words, form }))) {
        ++this.refused;
        await sleep(50);
      }
      this.words.push(words);
      this.longest = Math.max(this.longest, Date.now() - this.last);
      this.last = Date.now();
      await sleep(5);
    }
  }

  async stop() {
    this.over = true;
    await Promise.all(this.running);
  }
}

async function stand_once(site, words) {
  const bodies = (await site.sql("SELECT body FROM post")).split("\n");
  for (const one of words) assert.equal(bodies.filter((body) => body === one).length, 1, one);
}

// Moves while others write; they go on for a while at the new place.
async function move(context, site, visitor, thread, label, to, arrive) {
  const writers = new Writers(site, visitor, thread, label);
  await sleep(500);
  const told = (await site.attempt_alone("move-to", to, "--data", site.data)).stdout;
  arrive();
  await sleep(1500);
  await writers.stop();
  assert.match(told, /rows were copied[\s\S]*all were compared[\s\S]*could write for \d+ ms/);
  assert.ok(writers.longest < longest_pause, `nobody could write for ${writers.longest} ms`);
  const [, held] = /for (\d+) ms/.exec(told);
  context.diagnostic(`figure: moving ${label}: writes held for ${held} ms, ${writers.longest} ms between two that were taken, ${writers.words.length} written meanwhile, ${writers.refused} sent again`);
  return writers.words;
}

test("a site moves to PostgreSQL and back while people write", { skip: engine === "postgres", timeout: 180_000 }, async (t) => {
  const site = await Site.open({ before: with_films });
  t.after(() => site.stop());
  const ana = await join(site, "ana");
  const [, thread] = /\/thread\/([^/?#]+)/.exec((await start_thread(ana, "/board/heat-1995", "Moving house", "The first word.")).address);

  const there = await move(t, site, ana, thread, "out", database.place, () => (site.database = database));
  await stand_once(site, there);
  assert.match(await site.rialto("doctor"), / 0 wrong/);
  site.database = undefined;
  assert.match(await site.rialto("member", "list"), /ana/, "a command that names the folder finds the new place");
  const closed = await site.attempt_alone("member", "list", "--database", path.join(site.data, "rialto.db")).catch((error) => error);
  assert.match(closed.stderr, /has moved/);

  const back = await move(t, site, ana, thread, "home", site.data, () => {});
  await stand_once(site, [...there, ...back]);
  assert.match(await site.rialto("doctor"), / 0 wrong/);
  assert.ok((await readdir(site.data)).some((name) => name.startsWith("rialto.db.before-move")));
  const again = await site.attempt_alone("doctor", "--data", site.data, "--database", database.place).catch((error) => error);
  assert.match(again.stderr, /has moved/);
  assert.match((await ana.page(`/thread/${thread}`)).text, /The first word\./);
});

test("a move that is cut off leaves the site where it was, and is begun again", { skip: engine === "postgres", timeout: 180_000 }, async (t) => {
  const empty = await fresh_database();
  t.after(() => empty.drop());
  const site = await Site.open({ before: with_films });
  t.after(() => site.stop());
  const ana = await join(site, "ana");
  const [, thread] = /\/thread\/([^/?#]+)/.exec((await start_thread(ana, "/board/heat-1995", "Cut off", "Here.")).address);
  for (let n = 0; n < 6; ++n) {
    const mover = spawn(program, ["move-to", empty.place, "--data", site.data], { cwd: root, stdio: "ignore" });
    const ended = new Promise((resolve) => mover.once("exit", resolve));
    await sleep(40 + 60 * n);
    if (mover.exitCode !== null) break;
    mover.kill("SIGKILL");
    await ended;
    await assert.rejects(access(path.join(site.data, "moved-to")));
    assert.ok(await acknowledged(ana, `/thread/${thread}/reply`, { text: `After cut ${n}.`, form: randomBytes(16).toString("hex") }));
  }
  assert.match(await site.rialto("doctor"), / 0 wrong/);
});

test("a site doesn't move into a database where another lives", { skip: engine === "postgres" }, async (t) => {
  const taken = await fresh_database();
  t.after(() => taken.drop());
  const other = await Site.make({ database: taken.place });
  await with_films(other);
  const site = await Site.make();
  t.after(() => site.stop());
  await site.rialto("member", "list");
  const refused = await site.attempt_alone("move-to", taken.place, "--data", site.data).catch((error) => error);
  assert.match(refused.stderr, /a site in this database already/);
  assert.match(await other.rialto("doctor"), / 0 wrong/);
  await site.rialto("member", "list");
});
