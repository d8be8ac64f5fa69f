// A new version of the program opens what an old one wrote. tests/fixtures/releases has a small site of each release, as
// SQLite's .dump writes it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { sign_in } from "../support/people.mjs";
import { Site, engine, root } from "../support/site.mjs";

const releases = path.join(root, "tests/fixtures/releases");

// The release's site, brought to the engine under test.
async function site_of(release) {
  const site = await Site.make();
  const file = path.join(site.data, engine === "postgres" ? "release.rialto" : "rialto.db");
  execFileSync("sqlite3", [file], { input: readFileSync(path.join(releases, release)) });
  if (engine === "postgres") await site.rialto("restore", file);
  await rm(path.join(site.data, "release.rialto"), { force: true });
  return site;
}

for (const release of readdirSync(releases))
  test(`a site of ${release.replace(/\.sql$/, "")} opens, whole, with everything that was written`, async (t) => {
    const site = await site_of(release);
    t.after(() => site.stop());
    assert.match(await site.rialto("doctor"), / 0 mended, 0 wrong\./);
    await site.start();
    const reader = site.visitor();
    const board = await reader.page("/board/heat-1995");
    const thread = await reader.click(board, "A thread that lasts");
    assert.match(thread.text, /The first word, edited\.[\s\S]*An answer to it\./);
    assert.match((await reader.click(thread, "edited")).text, /The first word\./);
    assert.match((await reader.page("/film/heat-1995")).text, /A review that lasts/);
    const ana = site.visitor();
    await sign_in(ana, "ana");
    assert.match((await ana.page("/")).html, /<body class="member/);
  });

test("an upgrade that fails leaves everything as it was, and says where it failed", async (t) => {
  const site = await Site.make();
  t.after(() => site.stop());
  await site.sql("CREATE TABLE board (words TEXT)");
  await site.sql("INSERT INTO board VALUES ('from before')");
  const opened = await site.attempt("serve", "--port", "0");
  assert.equal(opened.code, 1);
  assert.match(opened.stderr, /board.*already exists/);
  assert.equal((await site.sql("SELECT words FROM board")).trim(), "from before");
  const tables =
    engine === "postgres"
      ? "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'"
      : "SELECT group_concat(name, ' ') FROM sqlite_master WHERE type = 'table'";
  assert.equal((await site.sql(tables)).trim(), "board");
});

test("what a newer version wrote is left alone, and the words say so", async (t) => {
  const site = await Site.make();
  t.after(() => site.stop());
  await site.rialto("member", "list");
  await site.sql("INSERT INTO migration (name, at) VALUES ('9999_later', 0)");
  for (const command of [["serve", "--port", "0"], ["backup", path.join(site.data, "copy.rialto")], ["doctor"]]) {
    const { code, stderr } = await site.attempt(...command);
    assert.equal(code, 1);
    assert.match(stderr, /newer Rialto/, command[0]);
  }
});
