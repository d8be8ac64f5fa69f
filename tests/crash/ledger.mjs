// What was asked of a site and what it acknowledged, held against what is in its database.
import assert from "node:assert/strict";

export class Ledger {
  constructor() {
    this.posts = new Map(); // words → { acknowledged, act }
    this.edits = new Map(); // post → [{ words, acknowledged }], in the order in which they were asked for
    this.imports = new Map(); // title → { acknowledged }
    this.sent_again = 0;
  }

  asked(words, act) {
    const entry = { acknowledged: false, act };
    this.posts.set(words, entry);
    return entry;
  }

  asked_edit(post, words) {
    const entry = { words, acknowledged: false };
    if (!this.edits.has(post)) this.edits.set(post, []);
    this.edits.get(post).push(entry);
    return entry;
  }

  asked_import(title) {
    const entry = { acknowledged: false };
    this.imports.set(title, entry);
    return entry;
  }

  unacknowledged_posts() {
    return [...this.posts.values()].filter((entry) => !entry.acknowledged);
  }

  // Every acknowledged act is there, once; every other at most once.
  async check(site) {
    await this.#check_posts(site);
    await this.#check_edits(site);
    await this.#check_imports(site);
    const doctor = await site.attempt("doctor");
    assert.equal(doctor.code, 0, doctor.stdout + doctor.stderr);
  }

  async #check_posts(site) {
    const found = counted(await site.sql("SELECT body FROM post WHERE body LIKE 'load %'"));
    for (const [words, { acknowledged }] of this.posts) {
      const times = found.get(words) ?? 0;
      if (acknowledged) assert.equal(times, 1, `acknowledged, and there ${times} times: ${words}`);
      else assert.ok(times <= 1, `not acknowledged, and there ${times} times: ${words}`);
    }
  }

  // The text that stands is the last acknowledged one, or one that was asked for after it; each earlier acknowledged text
  // is among the versions.
  async #check_edits(site) {
    for (const [post, edits] of this.edits) {
      const standing = (await site.sql(`SELECT body FROM post WHERE body LIKE 'edit ${post} %'`)).trim();
      const last = edits.findLastIndex((entry) => entry.acknowledged);
      if (last >= 0) {
        const at = edits.findIndex((entry) => entry.words === standing);
        assert.ok(at >= last, `'${edits[last].words}' was acknowledged, '${standing}' stands`);
      }
      const earlier = counted(await site.sql(`SELECT body FROM post_version WHERE body LIKE 'edit ${post} %'`));
      for (const { words, acknowledged } of edits) {
        const times = (earlier.get(words) ?? 0) + (words === standing ? 1 : 0);
        if (acknowledged) assert.equal(times, 1, `this text was acknowledged and is kept ${times} times: ${words}`);
      }
    }
  }

  async #check_imports(site) {
    const found = counted(await site.sql("SELECT title FROM thread WHERE title LIKE 'import %'"));
    for (const [title, { acknowledged }] of this.imports) {
      const times = found.get(title) ?? 0;
      if (acknowledged) assert.equal(times, 1, `imported, and there ${times} times: ${title}`);
      else assert.ok(times <= 1, `there ${times} times: ${title}`);
    }
  }
}

function counted(lines) {
  const counts = new Map();
  for (const line of lines.split("\n").filter(Boolean)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
