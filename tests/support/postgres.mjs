// A PostgreSQL server of a test's own, that can be killed, held still and started again. It listens on a socket in a
// temporary folder only, and goes away with remove().
import { execFile } from "node:child_process";
import { chown, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { sleep } from "./raw.mjs";

const run = promisify(execFile);

async function program_folder() {
  const versions = (await readdir("/usr/lib/postgresql")).sort((one, other) => other - one);
  return `/usr/lib/postgresql/${versions[0]}/bin`;
}

export class Postgres {
  static async start() {
    const server = new Postgres();
    server.folder = await mkdtemp(path.join(tmpdir(), "rialto-pg-"));
    server.bin = await program_folder();
    await server.#hand_over();
    await server.#as_owner("initdb", "-D", server.#data, "-U", "rialto", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
    await server.again();
    return server;
  }

  // A server of its own that follows this one.
  async replica() {
    const follower = new Postgres();
    follower.folder = await mkdtemp(path.join(tmpdir(), "rialto-pg-"));
    follower.bin = this.bin;
    await follower.#hand_over();
    await follower.#as_owner("pg_basebackup", "-h", this.folder, "-U", "rialto", "-D", follower.#data, "-R", "-X", "stream", "-c", "fast");
    await follower.again();
    return follower;
  }

  get #data() {
    return path.join(this.folder, "data");
  }

  // PostgreSQL refuses to run as root.
  async #hand_over() {
    if (process.getuid() !== 0) return;
    const [user, group] = (await run("sh", ["-c", "id -u postgres; id -g postgres"])).stdout.trim().split("\n");
    await chown(this.folder, Number(user), Number(group));
  }

  #as_owner(program, ...words) {
    const command = [path.join(this.bin, program), ...words];
    if (process.getuid() === 0) command.unshift("runuser", "-u", "postgres", "--");
    return run(command[0], command.slice(1), { cwd: this.folder });
  }

  address(database = "postgres") {
    return `postgresql://rialto@/${database}?host=${this.folder}`;
  }

  async sql(words, database) {
    return (await run("psql", [this.address(database), "-qAtc", words])).stdout;
  }

  // Starts it, also after a crash: as long as processes of the one before are dying, PostgreSQL refuses.
  async again() {
    const options = `-k ${this.folder} -c listen_addresses='' -c fsync=off -c max_connections=100`;
    for (let tries = 1; ; ++tries) {
      try {
        return await this.#as_owner("pg_ctl", "-D", this.#data, "-w", "-t", "60", "-l", path.join(this.folder, "log"), "-o", options, "start");
      } catch (error) {
        if (tries === 40) throw new Error(`PostgreSQL does not start: ${await readFile(path.join(this.folder, "log"), "utf8")}`, { cause: error });
        await sleep(250);
      }
    }
  }

  async first_process() {
    return Number((await readFile(path.join(this.#data, "postmaster.pid"), "utf8")).split("\n")[0]);
  }

  // Everything at once, with nothing written that wasn't written.
  async kill() {
    const first = await this.first_process();
    const children = await this.#children(first);
    for (const one of [first, ...children]) signal(one, "SIGKILL");
    await rm(path.join(this.#data, "postmaster.pid"), { force: true });
  }

  // One of the processes that serve connections; PostgreSQL then ends all and recovers by itself.
  async kill_one_backend() {
    const numbers = (await this.sql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")).trim().split("\n");
    signal(Number(numbers[Math.floor(Math.random() * numbers.length)]), "SIGKILL");
  }

  // Holds all of it still, as a machine that hangs does; go_on() lets it run again.
  async hold() {
    this.held = [await this.first_process()];
    this.held.push(...(await this.#children(this.held[0])));
    for (const one of this.held) signal(one, "SIGSTOP");
  }
  go_on() {
    for (const one of this.held) signal(one, "SIGCONT");
  }

  async #children(first) {
    const { stdout } = await run("ps", ["--ppid", String(first), "-o", "pid="]).catch(() => ({ stdout: "" }));
    return stdout.trim().split(/\s+/).filter(Boolean).map(Number);
  }

  async stop() {
    await this.#as_owner("pg_ctl", "-D", this.#data, "-m", "immediate", "stop").catch(() => {});
  }

  async remove() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function signal(number, name) {
  try {
    if (number > 0) process.kill(number, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it has ended meanwhile
  }
}
