// What those need who keep a site running: it ends in time when told to, tells its health, and logs what it answers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { acknowledged } from "../crash/load.mjs";
import { join, password, start_thread } from "../support/people.mjs";
import { sleep } from "../support/raw.mjs";
import { Site, engine, program, with_films } from "../support/site.mjs";

test("SIGTERM under load: what was acknowledged stands, and the program has ended within five seconds", { timeout: 120_000 }, async (t) => {
  const site = await Site.open({ before: with_films });
  t.after(() => site.stop());
  const ana = await join(site, "ana");
  const [, thread] = /\/thread\/([^/?#]+)/.exec((await start_thread(ana, "/board/heat-1995", "The last train", "Words.")).address);
  const taken = [];
  let over = false;
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let n = 0; !over; ++n) {
      const words = `Before the end ${writer} ${n}`;
      if (await acknowledged(ana, `/thread/${thread}/reply`, { text: words, form: randomBytes(16).toString("hex") })) taken.push(words);
      else return;
    }
  });
  const readers = Array.from({ length: 20 }, async () => {
    const reader = site.visitor();
    while (!over && (await reader.request("GET", "/films").catch(() => null))?.status === 200);
    reader.close();
  });
  await sleep(700);
  const began = Date.now();
  site.process.kill("SIGTERM");
  const end = await site.ended;
  const took = Date.now() - began;
  over = true;
  await Promise.all([...writers, ...readers]);
  assert.deepEqual(end, { code: 0, signal: null }, site.log);
  assert.ok(took < 5000, `it took ${took} ms to end`);
  assert.ok(taken.length > 0);
  const bodies = (await site.sql("SELECT body FROM post")).split("\n");
  for (const words of taken) assert.equal(bodies.filter((body) => body === words).length, 1, words);
  assert.match(await site.rialto("doctor"), / 0 wrong/);
  t.diagnostic(`figure: SIGTERM under load: ended after ${took} ms with ${taken.length} replies acknowledged, all there`);
});

test("the log has an object for each answer, with its id and nothing that opens anything", async (t) => {
  const site = await Site.open({ before: with_films, flags: ["--log", "json"] });
  t.after(() => site.stop());
  const ana = await join(site, "ana");
  assert.equal((await site.visitor().request("GET", "/healthy")).status, 200);
  await site.visitor().request("GET", "/sign-up?code=an-invitation-that-opens-a-door");
  await site.visitor().request("GET", `/film/${encodeURIComponent('he"at\u001b[31m')}`);
  await sleep(200);
  const lines = site.log.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  const answer = lines.find((line) => line.path === "/healthy");
  assert.deepEqual(Object.keys(answer), ["at", "level", "words", "id", "method", "path", "status", "microseconds", "bytes"]);
  assert.match(answer.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.match(answer.id, /^[0-9a-z]+$/);
  assert.equal(answer.status, 200);
  assert.equal(answer.method, "GET");
  assert.equal(lines.find((line) => line.path === "/sign-in" && line.method === "POST").status, 303);
  const session = ana.cookies.get("session");
  for (const secret of [password, session, "an-invitation"]) assert.ok(!site.log.includes(secret), `the log holds ${secret}`);
  assert.ok(!site.log.includes("\u001b"), "the log holds control characters");
});

// Nothing is closed to root, so the program runs as nobody there, from a place that nobody may enter.
async function attempt_as_nobody(t, ...words) {
  const folder = await mkdtemp(path.join(tmpdir(), "rialto-nobody-"));
  t.after(() => rm(folder, { recursive: true }));
  await chmod(folder, 0o755);
  const copy = path.join(folder, "rialto");
  await copyFile(program, copy);
  const command = process.getuid() === 0 ? ["runuser", "-u", "nobody", "--", copy, ...words] : [copy, ...words];
  return new Promise((resolve) =>
    execFile(command[0], command.slice(1), { timeout: 20_000 }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr })),
  );
}

test("a folder that can't be written is named, with what to do, and nothing in it is touched", { skip: engine === "postgres" }, async (t) => {
  const site = await Site.make();
  t.after(() => site.stop());
  await with_films(site);
  const files = await readdir(site.data);
  for (const file of files) await chmod(path.join(site.data, file), 0o444);
  await chmod(site.data, 0o555);
  const { code, stderr } = await attempt_as_nobody(t, "serve", "--port", "0", "--data", site.data);
  await chmod(site.data, 0o755);
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^rialto: The data folder .*rialto-site-.* can't be written: .*\. Give this user the right to, or choose another/);
  assert.deepEqual((await readdir(site.data)).sort(), files.sort());
});
