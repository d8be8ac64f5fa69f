// Pages of the running program beside nginx's static files with the same bytes, in alternating rounds of one run; and
// what pages cost that are not kept.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Bench, fetch_bytes, median, tell } from "./bench.mjs";

const kRounds = 5;
const kSeconds = 2;
const kCodings = ["br", "gzip", "identity"];
const bench = await Bench.open();

// Files for nginx: the bytes that Rialto sends.
async function keep_file(folder, name, bytes) {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

const kept_as = (coding, name) => (coding === "identity" ? `/plain/${name}` : `/${coding}/${name}`);

// A wrk script that asks for many addresses in turn, each with headers of its own.
async function script_for(name, requests) {
  const lines = requests.map(({ address, headers }) => [address, ...Object.entries(headers).flat()].join("\t"));
  await writeFile(bench.file(`${name}.txt`), lines.join("\n"));
  const lua = `
local requests, at = {}, 0
function init()
  for line in io.lines("${bench.file(name)}.txt") do
    local words = {}
    for word in line:gmatch("[^\\t]+") do words[#words + 1] = word end
    local headers = {}
    for i = 2, #words, 2 do headers[words[i]] = words[i + 1] end
    requests[#requests + 1] = wrk.format("GET", words[1], headers)
  end
  math.randomseed(os.time())
  at = math.random(#requests)
end
function request()
  at = at % #requests + 1
  return requests[at]
end`;
  await writeFile(bench.file(`${name}.lua`), lua);
  return bench.file(`${name}.lua`);
}

async function compare(what, asked, rialto, nginx, ours, theirs) {
  const rounds = { rialto: [], nginx: [] };
  for (let round = 0; round < kRounds; ++round) {
    rounds.nginx.push(await bench.round(nginx, { ...theirs, seconds: kSeconds }));
    rounds.rialto.push(await bench.round(rialto, { ...ours, seconds: kSeconds }));
  }
  const ratio = median(rounds.rialto.map((one, at) => one.rate / rounds.nginx[at].rate));
  const rate = (who) => median(rounds[who].map((one) => one.rate));
  const cpu = (who) => median(rounds[who].map((one) => one.cpu));
  const row = { what, ratio, asked, rialto: rate("rialto"), nginx: rate("nginx"), cpu: cpu("rialto"), nginx_cpu: cpu("nginx") };
  row.line =
    `${what.padEnd(44)} ${ratio.toFixed(2)} × nginx (asked: ${asked.toFixed(2)})   ` +
    `${Math.round(row.rialto)} / ${Math.round(row.nginx)} a second, ${row.cpu.toFixed(1)} / ${row.nginx_cpu.toFixed(1)} µs of CPU`;
  return row;
}

async function uncached(rows, database, told) {
  const asked = [
    [told.threads[0], "thread of 50 posts", 500, 45],
    [told.film, "film with 200 credits", 1000, 1000],
    ["/", "front page", 1000, 1000],
    [told.board, "board, list of 50", 1000, 1000],
  ];
  const figures = await bench.uncached(database, asked.map(([address]) => address));
  for (const [at, [, what, rendered, kept]] of asked.entries())
    for (const [how, most] of [["rendered", rendered], ["kept", kept], ["again", kept]]) {
      if (how === "kept" && at > 0) continue; // these have few texts
      const made = { rendered: at > 0 ? "not kept" : "not kept, with rendering", kept: "not kept, its posts' HTML kept", again: "kept, when somebody has written elsewhere" };
      const label = `${what}, ${made[how]}`;
      const micros = figures[at][how];
      rows.push({ what: label, micros, asked: most, line: `${label.padEnd(52)} ${Math.round(micros)} µs of CPU (asked: at most ${most})` });
    }
}

async function main() {
  const rows = [];
  const database = bench.file("rialto.db");
  const told = await bench.fill(database);
  const rialto = await bench.serve(database, "--cache", "256");
  const files = bench.file("files");
  const one = told.threads[0];
  const sizes = {};
  for (const coding of kCodings) {
    const { bytes, headers } = await fetch_bytes(rialto.url + one, { "accept-encoding": coding });
    if ((headers["content-encoding"] ?? "identity") !== coding) throw new Error(`no ${coding}: ${headers["content-encoding"]}`);
    await keep_file(files, kept_as(coding, "one.html"), bytes);
    sizes[coding] = bytes.length;
  }
  const requests = [];
  for (let n = 0; n < 20_000; ++n) {
    const thread = (n * 7919) % told.threads.length;
    const session = told.sessions[(n * 104_729) % told.sessions.length];
    requests.push({ thread, headers: { cookie: `session=${session}; lights=night`, "accept-encoding": "br" } });
  }
  for (let thread = 0; thread < told.threads.length; ++thread) {
    const { bytes } = await fetch_bytes(rialto.url + told.threads[thread], requests.find((one) => one.thread === thread).headers);
    await keep_file(files, kept_as("br", `${thread}.html`), bytes);
  }
  const certificate = await bench.certificate();
  const nginx = await bench.nginx(files, certificate);

  for (const coding of kCodings) {
    const headers = { "accept-encoding": coding };
    const what = `thread of 50 posts, visitor, ${coding} (${(sizes[coding] / 1000).toFixed(1)} KB)`;
    rows.push(await compare(what, 1.1, rialto, nginx, { path: one, headers }, { path: kept_as(coding, "one.html"), headers }));
  }
  const ours = await script_for("members", requests.map(({ thread, headers }) => ({ address: told.threads[thread], headers })));
  const theirs = await script_for("files", requests.map(({ thread, headers }) => ({ address: kept_as("br", `${thread}.html`), headers })));
  rows.push(await compare("1,000 members, 5,000 threads, br", 1, rialto, nginx, { script: ours }, { script: theirs }));
  const tag = async (url, headers) => ({ ...headers, "if-none-match": (await fetch_bytes(url, headers)).headers.etag });
  const mine = await tag(rialto.url + one, { "accept-encoding": "br" });
  const file = kept_as("br", "one.html");
  const its = await tag(nginx.url + file, { "accept-encoding": "br" });
  rows.push(await compare("304, visitor", 0.95, rialto, nginx, { path: one, headers: mine }, { path: file, headers: its }));

  await rialto.end();
  const secure = await bench.serve(database, "--cache", "256", "--certificate", certificate.certificate, "--key", certificate.key);
  const headers = { "accept-encoding": "br" };
  rows.push(await compare("thread of 50 posts, visitor, br, TLS", 0.9, secure, { ...nginx, url: nginx.secure_url }, { path: one, headers }, { path: file, headers }));

  await uncached(rows, database, told);
  await tell("pages", rows);
}

try {
  await main();
} finally {
  await bench.close();
}
