// People who post, edit and import at once, until the site no longer answers or the round is over. What they do is
// written into a ledger.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { spawn } from "node:child_process";
import { program, root } from "../support/site.mjs";
import { sleep } from "../support/raw.mjs";

const writers = 6;
const token = () => randomBytes(16).toString("hex");

export class Load {
  constructor(site, ledger, round) {
    Object.assign(this, { site, ledger, round, over: false });
  }

  // `places`: { thread, post }: ids of this round's thread and of its first post, which gets edited.
  begin(visitor, places) {
    this.running = [
      ...Array.from({ length: writers }, (_, writer) => this.#post_on(visitor, places.thread, writer)),
      this.#edit_on(visitor, places.post),
      this.#import_on(),
    ];
  }

  // Everybody stops; what still waits for an answer gets none or its last.
  async end() {
    this.over = true;
    await Promise.all(this.running);
  }

  kill_import() {
    this.importing?.kill("SIGKILL");
  }

  async #post_on(visitor, thread, writer) {
    for (let n = 0; !this.over; ++n) {
      const words = `load ${this.round} ${writer} ${n}`;
      const act = [`/thread/${thread}/reply`, { text: words, form: token() }];
      const entry = this.ledger.asked(words, act);
      entry.acknowledged = await acknowledged(visitor, ...act);
      if (!entry.acknowledged) await sleep(20);
    }
  }

  async #edit_on(visitor, post) {
    for (let n = 0; !this.over; ++n) {
      const words = `edit ${this.round} ${n}`;
      const entry = this.ledger.asked_edit(this.round, words);
      entry.acknowledged = await acknowledged(visitor, `/post/${post}/edit`, { text: words });
      if (!entry.acknowledged) await sleep(20);
    }
  }

  async #import_on() {
    for (let n = 0; !this.over; ++n) {
      const title = `import ${this.round} ${n}`;
      const file = path.join(this.site.data, "import.jsonl");
      const posts = Array.from({ length: 5 }, (_, at) => ({ n: at + 1, text: `Imported ${this.round} ${n} ${at}` }));
      await writeFile(file, JSON.stringify({ type: "thread", title, film: { title: "Heat", year: 1995 }, posts }));
      const entry = this.ledger.asked_import(title);
      entry.acknowledged = (await this.#import(file)) === 0;
      if (!entry.acknowledged) return;
    }
  }

  #import(file) {
    this.importing = spawn(program, ["import", file, ...this.site.where], { cwd: root, stdio: "ignore" });
    return new Promise((resolve) => this.importing.once("exit", (code) => resolve(code)));
  }
}

// Sends a form; true once the site has said that it is done.
export async function acknowledged(visitor, action, fields) {
  try {
    const { status } = await visitor.request("POST", action, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
    return status === 303;
  } catch {
    return false;
  }
}
