// A member who writes faster than the site allows: told when to come again, and not a word is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const allowed = 6;
let site, ana, thread;

before(async () => {
  site = await Site.open({ before: with_films, pace: allowed });
  const ben = await join(site, "ben");
  thread = (await start_thread(ben, "/board/heat-1995", "Slowly", "The first word.")).address.split(/[?#]/)[0];
  ana = await join(site, "ana");
});
after(() => site?.stop());

const replies = () => thread.replace(/^(\/thread\/[^/]+).*/, "$1/reply");
const count = async (words) => Number(await site.sql(`SELECT count(*) FROM post WHERE body = '${words}'`));
const reply = (visitor, text, more = {}) =>
  visitor.request("POST", replies(), {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ text, ...more }).toString(),
  });

test("a member who posts as fast as they can is slowed down, with their words in hand", async () => {
  const answers = [];
  for (let n = 0; n < 40; ++n) answers.push(await reply(ana, `As fast as I can ${n}.`));
  const taken = answers.filter((answer) => answer.status === 303).length;
  assert.ok(taken >= allowed && taken <= allowed + 3, `${taken} of 40 were taken`);
  const last = answers.at(-1);
  assert.equal(last.status, 429);
  assert.match(last.headers["retry-after"], /^([1-9]|10)$/);
  assert.match(last.page.text, /A little slower, please[\s\S]*send it again in \d+ second[\s\S]*As fast as I can 39\./);
  assert.equal(await count("As fast as I can 39."), 0);
  await site.set("writes_a_minute", 600);
  // Ten a second are allowed now: the button is there until its turn has come.
  let there = last.page;
  for (let tries = 0; tries < 50 && /A little slower/.test(there.text); ++tries) {
    await new Promise((done) => setTimeout(done, 100));
    there = await ana.send(there, {}, { button: "Send it again" });
  }
  assert.match(there.text, /As fast as I can 39\./);
  assert.equal(await count("As fast as I can 39."), 1);
  await site.set("writes_a_minute", allowed);
});

test("others go on, looking at a preview costs nothing, and moderators are not held up", async () => {
  const carla = await join(site, "carla");
  for (let n = 0; n < 2 * allowed; ++n) assert.equal((await reply(carla, "How will it look?", { preview: "" })).status, 200);
  assert.equal((await reply(carla, "Carla speaks.")).status, 303);
  const mo = await join(site, "mo", "moderator");
  for (let n = 0; n < 2 * allowed; ++n) assert.equal((await reply(mo, `A moderator, ${n}.`)).status, 303);
});

test("an admin sets the pace, and what is no number changes nothing", async () => {
  const admin = await join(site, "ada", "admin");
  const page = await admin.page("/admin/settings");
  assert.match((await admin.send(page, { writes_a_minute: "25" })).html, /name="writes_a_minute"[^>]*value="25"/);
  assert.match((await admin.send(page, { writes_a_minute: "-3" })).html, /name="writes_a_minute"[^>]*value="25"/);
});
