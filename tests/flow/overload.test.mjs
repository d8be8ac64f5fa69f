// A crowd that only sits there, senders that never end, more than a form can hold, and far more requests than can be
// answered: memory stays bounded, others are served, and afterwards everything is as before. The crowd is 10,000, or as many as
// this process may have files open; RIALTO_CROWD asks for another.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import net from "node:net";
import { after, before, test } from "node:test";
import { sleep } from "../support/raw.mjs";
import { Site, with_films } from "../support/site.mjs";

const [, open_files] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
const crowd = Number(process.env.RIALTO_CROWD ?? Math.min(10_000, Number(open_files) - 500));
const slow_requests_at_once = 4 + 256; // that run and that wait: more are turned away (web/server.h)
const bound = 400; // MB of resident memory
const host = "Host: rialto.test\r\n";
let site, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  reader = site.visitor();
});
after(async () => {
  reader?.close();
  await site?.stop();
});

async function resident() {
  const status = await readFile(`/proc/${site.process.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
}

function connect(words = "") {
  return new Promise((resolve) => {
    const socket = net.connect(site.port, "127.0.0.1", () => {
      if (words) socket.write(words);
      resolve(socket);
    });
    socket.on("error", () => resolve(socket));
    socket.resume();
  });
}

async function connect_all(count, words) {
  const sockets = [];
  for (let at = 0; at < count; at += 250)
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(250, count - at) }, () => connect(words)))));
  return sockets;
}

async function others_are_served(context, what) {
  for (let n = 0; n < 5; ++n) assert.equal((await reader.request("GET", "/film/heat-1995")).status, 200);
  const megabytes = await resident();
  assert.ok(megabytes < bound, `${what}: ${megabytes} MB`);
  context.diagnostic(`figure: ${what}: ${megabytes.toFixed(0)} MB resident`);
}

test("a crowd of idle connections takes nothing from others", { timeout: 120_000 }, async (t) => {
  const sockets = await connect_all(crowd);
  await others_are_served(t, `${crowd} idle connections`);
  for (const socket of sockets) socket.destroy();
});

test("a crowd of slow senders takes nothing from others", { timeout: 120_000 }, async (t) => {
  const head = `POST /lights HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n`;
  const sockets = await connect_all(crowd, `${head}lights=`);
  for (const socket of sockets) socket.write("d");
  await others_are_served(t, `${crowd} slow senders`);
  for (const socket of sockets) socket.destroy();
});

test("an upload of two gigabytes is refused while it comes", { timeout: 120_000 }, async (t) => {
  const socket = net.connect(site.port, "127.0.0.1");
  let heard = "";
  let sent = 0;
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.on("data", (bytes) => (heard += bytes));
  socket.on("error", () => {}); // the site closes while we still send
  socket.write(`POST /lights HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const piece = `100000\r\n${"x".repeat(0x100000)}\r\n`;
  while (!socket.destroyed && sent < 2048) {
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), closed]);
    ++sent;
  }
  assert.match(heard, /^HTTP\/1\.1 413 /);
  assert.ok(sent < 64, `${sent} MB were taken`);
  await others_are_served(t, "an endless upload");
});

test("many large pictures at once share one bound of memory, and small forms go on meanwhile", { timeout: 120_000 }, async (t) => {
  const size = 15 * 1024 * 1024;
  const head = `POST /picture HTTP/1.1\r\n${host}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${size}\r\n\r\n`;
  const answers = [];
  const sockets = await connect_all(24, head);
  const nearly = Buffer.alloc(size - 1, "x");
  for (const socket of sockets) {
    socket.once("data", (bytes) => answers.push(Number(bytes.toString("latin1", 9, 12))));
    socket.write(nearly);
  }
  for (let n = 0; n < 400 && answers.length < 12; ++n) await sleep(50);
  assert.ok(answers.length >= 12 && answers.every((status) => status === 503), answers.join());
  assert.equal((await reader.request("POST", "/lights", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "lights=day" })).status, 303);
  await others_are_served(t, "24 uploads of 15 MB");
  for (const socket of sockets) socket.destroy();
});

test("a storm of four times what can be taken is answered or turned away, and is over when it is over", { timeout: 120_000 }, async (t) => {
  const pages = ["/find?q=heat", "/", "/films?sort=year", "/find?q=mann", "/film/heat-1995", "/boards"];
  const counts = new Map();
  const visitors = Array.from({ length: 4 * slow_requests_at_once }, () => site.visitor());
  await Promise.all(
    visitors.map(async (visitor) => {
      for (const page of pages) {
        const { status, headers } = await visitor.request("GET", page);
        counts.set(status, (counts.get(status) ?? 0) + 1);
        if (status === 503) assert.match(headers["retry-after"], /^\d+$/);
      }
      visitor.close();
    }),
  );
  for (const status of counts.keys()) assert.ok([200, 429, 503].includes(status), `answered with ${status}`);
  assert.equal([...counts.values()].reduce((sum, count) => sum + count, 0), visitors.length * pages.length);
  await sleep(100);
  await others_are_served(t, `a storm of ${visitors.length} at once (${[...counts].map((pair) => pair.join(" × ")).join(", ")})`);
});
