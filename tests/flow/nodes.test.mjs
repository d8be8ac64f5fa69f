// Several nodes on one PostgreSQL database: they agree, share the work, and go on when one is killed.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { acknowledged } from "../crash/load.mjs";
import { join, start_thread } from "../support/people.mjs";
import { sleep } from "../support/raw.mjs";
import { Site, engine, with_films } from "../support/site.mjs";

const skip = engine !== "postgres";
const has_work = /this node has the work/;
let one, other, ana, thread;

// Ana at the other node, with the same session.
function at(site) {
  const visitor = site.visitor();
  visitor.cookies = ana.cookies;
  return visitor;
}

before(async () => {
  if (skip) return;
  one = await Site.open({ before: with_films });
  other = await Site.make({ database: one.database.place });
  await other.start();
  ana = await join(one, "ana");
  thread = /\/thread\/([^/?#]+)/.exec((await start_thread(ana, "/board/heat-1995", "Two doors", "The first word.")).address)[1];
});
after(async () => {
  await other?.stop();
  await one?.stop();
});

const reply = (visitor, text) => acknowledged(visitor, `/thread/${thread}/reply`, { text, form: randomBytes(16).toString("hex") });

async function until(what, words) {
  for (let tries = 0; !(await what()); ++tries) {
    assert.ok(tries < 150, words);
    await sleep(200);
  }
}

test("what is written at one node is on the page of the other at once", { skip }, async () => {
  const there = at(other);
  for (let n = 0; n < 20; ++n) {
    const [writer, reader] = n % 2 ? [ana, there] : [there, ana];
    assert.ok(await reply(writer, `Through door ${n}.`));
    assert.ok((await reader.page(`/thread/${thread}?order=flat`)).text.includes(`Through door ${n}.`), `reply ${n}`);
  }
});

test("one node has the work beside the visits; when it is killed under load, the other goes on and takes it over", { skip }, async () => {
  await until(() => has_work.test(one.log + other.log), "no node took the work");
  await sleep(3000);
  assert.equal([one, other].filter((site) => has_work.test(site.log)).length, 1, "both nodes do the same work");
  const [worker, heir] = has_work.test(one.log) ? [one, other] : [other, one];
  const taken = [];
  let over = false;
  const load = [worker, heir].map(async (site) => {
    const visitor = at(site);
    for (let n = 0; !over; ++n) {
      const words = `Under load ${site.port} ${n}`;
      if (await reply(visitor, words)) taken.push(words);
      else await sleep(20);
    }
  });
  await sleep(500);
  worker.process.kill("SIGKILL");
  await worker.ended;
  const before = taken.length;
  await sleep(1000);
  over = true;
  await Promise.all(load);
  assert.ok(taken.length > before, "nothing was written after the other node was killed");
  const bodies = (await heir.sql("SELECT body FROM post")).split("\n");
  for (const words of taken) assert.equal(bodies.filter((body) => body === words).length, 1, words);
  await until(() => has_work.test(heir.log), "nobody took the work over");
  assert.ok(await reply(at(heir), "Have you seen The Insider, and Heat (1995) again?"));
  const found = () => heir.sql("SELECT count(*) FROM mention JOIN post ON mention.subject = post.id WHERE body LIKE 'Have you seen%'");
  await until(async () => Number(await found()) > 0, "the names of a new post are not found");
  assert.match(await heir.rialto("doctor"), / 0 wrong/);
});
