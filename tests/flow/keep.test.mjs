// A site is copied while people write, comes back, and is proved whole: through the program's own commands.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Site, engine, with_films } from "../support/site.mjs";

let site, ana, thread, folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rialto-keep-"));
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  thread = (await start_thread(ana, "/board/heat-1995", "Kept for good", "The first word.")).address.split(/[?#]/)[0];
});
after(async () => {
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
});

const in_folder = (name) => path.join(folder, name);

// A closed site of its own in an empty place; it is stopped after the test.
async function closed_site(t) {
  const other = await Site.make();
  t.after(() => other.stop());
  return other;
}

test("a backup of the open site comes back with every acknowledged post", async (t) => {
  for (let n = 0; n < 20; ++n) await reply_to(ana, await ana.page(thread), "The first word.", `Before the copy ${n}.`);
  let over = false;
  const writing = (async () => {
    for (let n = 0; !over; ++n) await reply_to(ana, await ana.page(thread), "The first word.", `Meanwhile ${n}.`);
  })();
  const told = await site.rialto("backup", in_folder("site.rialto"));
  over = true;
  await writing;
  assert.match(told, /site\.rialto: [\d,]+ bytes/);
  const other = await closed_site(t);
  await other.rialto("restore", in_folder("site.rialto"));
  assert.match(await other.rialto("doctor"), /0 wrong/);
  await other.start();
  const page = await other.visitor().page(thread);
  for (let n = 0; n < 20; ++n) assert.ok(page.text.includes(`Before the copy ${n}.`), `reply ${n}`);
});

test("what changed since a backup goes into a small file, while people write, and both come back together", async (t) => {
  await site.rialto("backup", in_folder("whole.rialto"));
  for (let n = 0; n < 5; ++n) await reply_to(ana, await ana.page(thread), "The first word.", `After the whole copy ${n}.`);
  let over = false;
  const writing = (async () => {
    for (let n = 0; !over; ++n) await reply_to(ana, await ana.page(thread), "The first word.", `Beside the increment ${n}.`);
  })();
  const told = await site.rialto("backup", in_folder("changes.rialto"), "--since", in_folder("whole.rialto"));
  over = true;
  await writing;
  assert.match(told, /What changed in the site is in .*changes\.rialto/);
  const bytes = async (name) => (await stat(in_folder(name))).size;
  assert.ok((await bytes("changes.rialto")) < (await bytes("whole.rialto")));
  const other = await closed_site(t);
  const alone = await other.attempt("restore", in_folder("changes.rialto"));
  assert.match(alone.stderr, /name the whole backup/);
  await other.rialto("restore", in_folder("whole.rialto"), in_folder("changes.rialto"));
  assert.match(await other.rialto("doctor"), /0 wrong/);
  await other.start();
  const page = await other.visitor().page(thread);
  for (let n = 0; n < 5; ++n) assert.ok(page.text.includes(`After the whole copy ${n}.`), `reply ${n}`);
});

test("a backup is not written over, unless told to", async () => {
  await site.rialto("backup", in_folder("twice.rialto"));
  const second = await site.attempt("backup", in_folder("twice.rialto"));
  assert.equal(second.code, 1);
  assert.match(second.stderr, /already.*--replace/);
  await site.rialto("backup", in_folder("twice.rialto"), "--replace");
  assert.deepEqual((await readdir(folder)).filter((name) => name.startsWith("twice")), ["twice.rialto"]);
});

test("where there is no site, nothing is made and the folder is named", { skip: engine === "postgres" }, async () => {
  const nowhere = new Site();
  nowhere.data = in_folder("nowhere");
  for (const command of [["backup", in_folder("nothing.rialto")], ["doctor"]]) {
    const { code, stderr } = await nowhere.attempt(...command);
    assert.equal(code, 1);
    assert.match(stderr, /no site in .*nowhere/);
  }
});

test("the doctor is content with an open site, finds what is wrong and mends it", async (t) => {
  assert.match(await site.rialto("doctor"), /^well .*\n[\s\S]*0 mended, 0 wrong\.\n$/);
  const other = await closed_site(t);
  await site.rialto("backup", in_folder("ill.rialto"));
  await other.rialto("restore", in_folder("ill.rialto"));
  await other.sql("UPDATE thread SET posts = 99");
  const ill = await other.attempt("doctor");
  assert.equal(ill.code, 1);
  assert.match(ill.stdout, /WRONG +every thread counts its posts: thread \w+ tells of 99 posts[\s\S]*--mend/);
  assert.match(await other.rialto("doctor", "--mend"), /mended +every thread counts its posts[\s\S]* 0 wrong/);
  assert.match(await other.rialto("doctor"), /0 mended, 0 wrong/);
});

test("one folder is served by one process, and commands beside it go on", { skip: engine === "postgres" }, async () => {
  const second = await site.attempt("serve", "--port", "0");
  assert.equal(second.code, 1);
  assert.match(second.stderr, new RegExp(`open already: process ${site.process.pid} has it`));
  assert.equal(second.stderr.trim().split("\n").length, 1, second.stderr);
  const restoring = await site.attempt("restore", in_folder("site.rialto"), "--replace");
  assert.equal(restoring.code, 1);
  assert.match(restoring.stderr, /open already/);
  assert.match(await site.rialto("member", "list"), /ana/);
  assert.match((await site.visitor().page(thread)).text, /The first word\./);
});

test("a folder is free again when its process was killed", { skip: engine === "postgres" }, async () => {
  const own = await Site.open();
  own.process.kill("SIGKILL");
  await own.ended;
  own.port = undefined;
  await own.start();
  assert.equal((await own.visitor().page("/")).status, 200);
  await own.stop();
});

test("a site is not restored over another unless told to, and then the other is kept", { skip: engine === "postgres" }, async (t) => {
  const other = await closed_site(t);
  await other.rialto("member", "add", "olga");
  const refused = await other.attempt("restore", in_folder("site.rialto"));
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /already.*--replace/);
  assert.match(await other.rialto("restore", in_folder("site.rialto"), "--replace"), /before-restore/);
  assert.match(await other.rialto("member", "list"), /ana/);
  await copyFile(path.join(other.data, "rialto.db.before-restore"), in_folder("old.rialto"));
  await other.rialto("restore", in_folder("old.rialto"), "--replace");
  assert.match(await other.rialto("member", "list"), /olga/);
});
