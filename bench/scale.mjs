// How a large site starts, what memory it takes, and what the pages of a very long thread cost.
import { Bench, fetch_bytes, median, resident_megabytes, tell } from "./bench.mjs";

const kFilms = 123_035;
const kLong = 40_791;
const kThreads = Math.ceil((1_000_000 - kLong) / 50);
const kMix = 20_000;

const bench = await Bench.open();
const rows = [];
const add = (what, figure, unit, asked) =>
  rows.push({ what, figure, unit, asked, line: `${what.padEnd(52)} ${figure.toFixed(1)} ${unit} (asked: at most ${asked})` });

try {
  const database = bench.file("rialto.db");
  const told = await bench.fill(database, "--films", kFilms, "--threads", kThreads, "--long", kLong);

  const starts = [];
  let server;
  for (let round = 0; round < 3; ++round) {
    if (server) await server.end();
    const begun = performance.now();
    server = await bench.serve(database);
    await fetch_bytes(server.url + told.threads[0]);
    starts.push(performance.now() - begun);
  }
  add("start, until the first page is answered", median(starts), "ms", 300);
  add("resident memory after it", await resident_megabytes(server.pid), "MB", 120);

  for (let n = 0; n < kMix; ++n) {
    const address = n % 10 === 0 ? told.film : n % 25 === 1 ? "/" : told.threads[(n * 7919) % told.threads.length];
    await fetch_bytes(server.url + address, { "accept-encoding": n % 3 ? "br" : "gzip" });
  }
  add(`resident memory after ${kMix.toLocaleString("en")} pages of a mix`, await resident_megabytes(server.pid), "MB", 250);
  await server.end();

  const last = Math.ceil(kLong / 50);
  const pages = ["tree", "flat"].flatMap((order) => [1, last >> 1, last].map((page) => ({ order, page })));
  const addresses = pages.map(({ order, page }) => `${told.long}?page=${page}${order === "flat" ? "&order=flat" : ""}`);
  for (const [at, { rendered }] of (await bench.uncached(database, addresses)).entries())
    add(`thread of ${kLong.toLocaleString("en")} posts, ${pages[at].order}, page ${pages[at].page}`, rendered / 1000, "ms of CPU", 2);
  await tell("scale", rows);
} finally {
  await bench.close();
}
