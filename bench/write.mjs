// Runs bench_write on both databases; and how long a reply takes while names are looked for in a million posts.
import http from "node:http";
import { Bench, rest, tell } from "./bench.mjs";

const kThreads = 20_000; // of 50 posts: a million that are due to be read for names
const kSeconds = 12;
const kWriters = 4;

const bench = await Bench.open();

// Milliseconds until a reply is answered, which is when it is durable.
function reply(agent, server, thread, session, text) {
  const form = new URLSearchParams({ text }).toString();
  const headers = { cookie: `session=${session}`, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded", "content-length": form.length };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(`${server.url}/thread/${thread}/reply`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => (response.statusCode === 303 ? resolve(performance.now() - begun) : reject(new Error(`a reply was answered with ${response.statusCode}`))));
    });
    request.on("error", reject);
    request.end(form);
  });
}

// What one in a hundred replies takes longer than, when a few people write all the time with pauses.
async function slow_reply(server, told) {
  const agent = new http.Agent({ keepAlive: true });
  const times = [];
  const until = performance.now() + kSeconds * 1000;
  const write = async (writer) => {
    for (let n = 0; performance.now() < until; ++n) {
      const thread = /\/thread\/(\w+)/.exec(told.threads[(writer * 37 + n * 101) % told.threads.length])[1];
      times.push(await reply(agent, server, thread, told.sessions[writer], `Reply ${n} of ${writer}: the light in the window, again.`));
      await rest(0.01);
    }
  };
  await Promise.all(Array.from({ length: kWriters }, (_, writer) => write(writer)));
  agent.destroy();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
}

async function beside_the_database(rows) {
  for (const [engine, place] of [["SQLite", bench.file("write.db")], ["PostgreSQL", process.env.RIALTO_POSTGRES]]) {
    for (const told of await bench.figures("write", place)) {
      const what = `${engine}, ${told.writers} ${told.writers === 1 ? "writer" : "writers"}`;
      const rates = `${Math.round(told.door)} / ${Math.round(told.bare)} replies a second`;
      rows.push({ what, ...told, asked: 0.8, line: `${what.padEnd(24)} ${told.ratio.toFixed(2)} × the bare database (asked: 0.80)   ${rates}` });
    }
  }
}

async function beside_the_finder(rows) {
  const database = bench.file("rialto.db");
  const told = await bench.fill(database, "--films", 20_000, "--threads", kThreads);
  const idle_told = await bench.fill(bench.file("idle/rialto.db"), "--threads", 20);
  const server = await bench.serve(database);
  const busy = await slow_reply(server, told);
  await server.end();
  const quiet = await bench.serve(bench.file("idle/rialto.db"));
  await rest(5); // its few posts are read by then
  const idle = await slow_reply(quiet, idle_told);
  const ratio = busy / idle;
  rows.push({ what: "p99 of a reply while names are found", busy, idle, ratio, asked: 3,
    line: `p99 of a reply while names are found in a million posts: ${busy.toFixed(1)} ms, ${ratio.toFixed(1)} × that of an idle site, ${idle.toFixed(1)} ms (asked: below 3)` });
}

try {
  const rows = [];
  await beside_the_database(rows);
  await beside_the_finder(rows);
  await tell("write", rows);
} finally {
  await bench.close();
}
