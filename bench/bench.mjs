// What the benchmarks share: servers that are started and ended, wrk, CPU time, medians, and the table at the end.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const build = path.resolve(root, process.env.RIALTO_BENCH_BUILD ?? "build/bench");
const program = path.join(build, "rialto");

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
export const rest = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
export const free_port = () => 20_000 + Math.floor(Math.random() * 40_000);

// A folder that goes away with everything that was started in it.
export class Bench {
  #ends = [];

  static async open() {
    const bench = new Bench();
    bench.folder = await mkdtemp(path.join(tmpdir(), "rialto-bench-"));
    return bench;
  }

  async close() {
    for (const end of this.#ends.reverse()) await end();
    await rm(this.folder, { recursive: true, force: true });
  }

  file(name) {
    return path.join(this.folder, name);
  }

  // Fills a database; what bench_fill tells of it.
  async fill(database, ...flags) {
    if (!database.includes("://")) await mkdir(path.dirname(database), { recursive: true });
    return (await this.figures("fill", database, ...flags))[0];
  }

  // Runs one of the programs beside this file; its lines of JSON.
  async figures(name, ...words) {
    const { stdout } = await run(path.join(build, "bench", `bench_${name}`), words, { maxBuffer: 1 << 28 });
    return stdout.trim().split("\n").map((line) => JSON.parse(line));
  }

  // What making pages anew takes: for each address { address, rendered, kept } in microseconds of CPU.
  uncached(database, addresses) {
    return this.figures("uncached", database, ...addresses);
  }

  async #start(command, words, ready) {
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const end = async () => {
      child.kill("SIGTERM");
      await ended;
    };
    this.#ends.push(end);
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (log += bytes));
    for (let wait = 0; wait < 600 && !(await ready(log)); ++wait) {
      if (child.exitCode !== null) throw new Error(`${command} ended: ${log}`);
      await rest(0.005);
    }
    return { pid: child.pid, end };
  }

  // rialto serve on a database; { url, pid, end }.
  async serve(database, ...flags) {
    let url;
    const listening = (log) => (url = /https?:\/\/127\.0\.0\.1:\d+/.exec(log)?.[0]);
    const where = database.includes("://") ? ["--data", this.folder, "--database", database] : ["--data", path.dirname(database)];
    const running = await this.#start(program, ["serve", "--port", "0", ...where, ...flags], listening);
    return { ...running, url };
  }

  // A key and a certificate that it signs itself; { certificate, key }, files.
  async certificate() {
    const [certificate, key] = [this.file("site.pem"), this.file("site.key")];
    const words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=bench"];
    await run("openssl", [...words, "-keyout", key, "-out", certificate]);
    return { certificate, key };
  }

  // nginx with as many workers as cores, serving `folder`: files below /br and /gzip say that they are so coded. The same over
  // TLS at `secure_url`.
  async nginx(folder, { certificate, key }) {
    const port = free_port(), secure_port = free_port();
    const config = `
worker_processes auto; daemon off; pid ${this.file("nginx.pid")}; error_log ${this.file("nginx.log")};
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; default_type text/html;
  charset utf-8; open_file_cache max=20000 inactive=600s;
  client_body_temp_path ${this.folder}; proxy_temp_path ${this.folder}; fastcgi_temp_path ${this.folder};
  uwsgi_temp_path ${this.folder}; scgi_temp_path ${this.folder};
  server {
    listen 127.0.0.1:${port} reuseport; listen 127.0.0.1:${secure_port} ssl reuseport; root ${folder};
    ssl_certificate ${certificate}; ssl_certificate_key ${key}; ssl_protocols TLSv1.2 TLSv1.3;
    location /br/ { add_header Content-Encoding br; add_header Vary Accept-Encoding; }
    location /gzip/ { add_header Content-Encoding gzip; add_header Vary Accept-Encoding; }
  }
}`;
    await writeFile(this.file("nginx.conf"), config);
    const url = `http://127.0.0.1:${port}`;
    const answers = () => fetch_bytes(url + "/").then(() => true, () => false);
    const running = await this.#start("/usr/sbin/nginx", ["-c", this.file("nginx.conf"), "-e", this.file("nginx.log")], answers);
    return { ...running, url, secure_url: `https://127.0.0.1:${secure_port}` };
  }

  // One round: { rate, cpu }: answers a second, and microseconds of the server's CPU for each.
  async round(server, { script, headers = {}, path: address = "/", connections = 64, seconds = 2 }) {
    const words = ["-t2", `-c${connections}`, `-d${seconds}s`];
    for (const [name, value] of Object.entries(headers)) words.push("-H", `${name}: ${value}`);
    if (script) words.push("-s", script);
    const before = await cpu_of(server.pid);
    const { stdout } = await run("wrk", [...words, server.url + address]);
    const used = (await cpu_of(server.pid)) - before;
    const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
    if (bad) throw new Error(`${bad[1]} answers of ${server.url}${address} were errors`);
    const count = Number(/(\d+) requests in/.exec(stdout)[1]);
    return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), cpu: (used * 1e6) / count };
  }
}

// Bytes and headers as they came, not decoded.
export function fetch_bytes(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces) }));
    });
    request.on("error", reject);
  });
}

// Seconds of CPU that a process, its threads and its children have had.
export async function cpu_of(pid) {
  let sum = 0;
  for (const task of await readdir(`/proc/${pid}/task`)) {
    sum += Number((await readFile(`/proc/${pid}/task/${task}/schedstat`, "utf8")).split(" ")[0]) / 1e9;
    const children = await readFile(`/proc/${pid}/task/${task}/children`, "utf8");
    for (const child of children.split(" ").filter(Boolean)) sum += await cpu_of(child);
  }
  return sum;
}

export async function resident_megabytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

// Prints rows { what, unit, …figures, asked } and keeps them as JSON where --json FILE says.
export async function tell(name, rows) {
  for (const row of rows) console.log(row.line);
  const at = process.argv.indexOf("--json");
  const file = at > 0 ? process.argv[at + 1] : path.join(build, `${name}.json`);
  await writeFile(file, JSON.stringify({ name, rows }, null, 1) + "\n");
  console.log(`\nKept as JSON: ${path.relative(process.cwd(), file)}`);
}
