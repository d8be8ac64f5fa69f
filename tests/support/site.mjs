// A site of its own for a test: the real program on a free port, with a fresh data folder, on SQLite or (RIALTO_ENGINE=
// postgres, inside tests/with_postgres) on a fresh PostgreSQL database. It goes away with stop().
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Visitor } from "./visitor.mjs";

const run = promisify(execFile);

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const engine = process.env.RIALTO_ENGINE ?? "sqlite";
export const program = process.env.RIALTO_PROGRAM ?? path.join(root, "build/test/rialto");

let databases = 0;

export async function fresh_database() {
  const server = process.env.RIALTO_POSTGRES;
  if (!server) throw new Error("RIALTO_POSTGRES is not set: run this inside tests/with_postgres");
  const name = `rialto_flow_${process.pid}_${++databases}`;
  const sql = (words) => run("psql", [server, "-qAtc", words]);
  await sql(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return {
    place: server.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${name}`),
    drop: () => sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

export const fixtures = path.join(root, "tests/flow/fixtures");

// Fills a site with a few films, Heat (1995) among them.
export const with_films = (site) => site.rialto("catalogue", "import", path.join(fixtures, "films.jsonl"));

export class Site {
  // Opens a site. `before` may fill it with commands: async (site) => site.rialto("catalogue", "import", …).
  // `pace`: how much a member may write in a minute; tests write faster than people, and there is no limit otherwise.
  static async open({ before, flags = [], pace = 0 } = {}) {
    const site = await Site.make();
    site.pace = pace;
    if (before) await before(site);
    await site.start(flags);
    return site;
  }

  // A place for a site, with nothing in it and nobody serving it.
  // `database`: the address of one that the test has; otherwise the site gets its own where the engine is PostgreSQL.
  static async make({ database } = {}) {
    const site = new Site();
    site.data = await mkdtemp(path.join(tmpdir(), "rialto-site-"));
    if (database) site.database = { place: database, drop: () => {} };
    else if (engine === "postgres") site.database = await fresh_database();
    return site;
  }

  // Where the site is kept, as the program's flags say it.
  get where() {
    return ["--data", this.data, ...(this.database ? ["--database", this.database.place] : [])];
  }

  // Runs `rialto COMMAND…` on this site and gives what it printed; throws if it ends with an error.
  async rialto(...words) {
    const { stdout } = await run(program, [...words, ...this.where], { cwd: root, maxBuffer: 1 << 26 });
    return stdout;
  }

  // The same, with something to read from standard input.
  async rialto_with(input, ...words) {
    const running = run(program, [...words, ...this.where], { cwd: root, maxBuffer: 1 << 26 });
    running.child.stdin.end(input);
    return (await running).stdout;
  }

  // The same, also where it fails: { code, stdout, stderr }.
  async attempt(...words) {
    try {
      const { stdout, stderr } = await run(program, [...words, ...this.where], { cwd: root, maxBuffer: 1 << 26 });
      return { code: 0, stdout, stderr };
    } catch (error) {
      return { code: error.code, stdout: error.stdout, stderr: error.stderr };
    }
  }

  // A command that knows no site, or says itself where it is; throws if it ends with an error.
  async attempt_alone(...words) {
    const { stdout, stderr } = await run(program, words, { cwd: root, maxBuffer: 1 << 26 });
    return { code: 0, stdout, stderr };
  }

  // SQL past the program, as a stranger would: for making ill what a test wants to find ill.
  async sql(words) {
    if (this.database) return (await run("psql", [this.database.place, "-qAtc", words])).stdout;
    return (await run("sqlite3", ["-cmd", ".timeout 10000", path.join(this.data, "rialto.db"), words])).stdout;
  }

  async start(flags = []) {
    this.log = "";
    this.process = spawn(program, ["serve", "--port", "0", ...this.where, ...flags], { cwd: root });
    const ended = new Promise((resolve) => this.process.once("exit", (code, signal) => resolve({ code, signal })));
    this.ended = ended;
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server did not start:\n${this.log}`)), 30_000);
      const hear = (bytes) => {
        this.log += bytes;
        const found = /(https?):\/\/127\.0\.0\.1:(\d+)/.exec(this.log);
        if (!found || this.port) return;
        this.port = Number(found[2]);
        this.url = found[0];
        clearTimeout(timer);
        resolve();
      };
      this.process.stdout.on("data", hear);
      this.process.stderr.on("data", hear);
      ended.then(({ code, signal }) => {
        clearTimeout(timer);
        reject(new Error(`the server ended at once (${code ?? signal}):\n${this.log}`));
      });
    });
    await this.set("writes_a_minute", this.pace ?? 0);
  }

  // A setting of the site, as an admin makes it.
  async set(name, value) {
    await this.sql(`INSERT INTO setting (name, value) VALUES ('${name}', '${value}') ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  }

  // Ends the server as Ctrl-C does; it must end by itself.
  async close_server() {
    this.process.kill("SIGINT");
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 15_000);
    const end = await this.ended;
    clearTimeout(timer);
    this.port = undefined;
    return end;
  }

  async stop() {
    const runs = this.process?.exitCode === null && this.process?.signalCode === null;
    const end = runs ? await this.close_server() : await this.ended;
    await this.database?.drop();
    await rm(this.data, { recursive: true, force: true });
    return end;
  }

  visitor() {
    return new Visitor(this.url);
  }
}
