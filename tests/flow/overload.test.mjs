// A crowd that only sits there, senders that never end, more than a form can hold, and far more requests than can be
// answered: memory stays bounded, others are served, and afterwards everything is as before. RIALTO_CROWD asks for a
// larger crowd (1500).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import net from "node:net";
import { after, before, test } from "node:test";
import { sleep } from "../support/raw.mjs";
import { Site, with_films } from "../support/site.mjs";

const crowd = Number(process.env.RIALTO_CROWD ?? 1500);
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

test("a storm of requests is answered or turned away, and is over when it is over", { timeout: 120_000 }, async (t) => {
  const pages = ["/", "/films?sort=year", "/film/heat-1995", "/find?q=heat", "/boards"];
  const counts = new Map();
  const visitors = Array.from({ length: 100 }, () => site.visitor());
  await Promise.all(
    visitors.map(async (visitor) => {
      for (let n = 0; n < 10; ++n) {
        const { status } = await visitor.request("GET", `${pages[n % pages.length]}`);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
      visitor.close();
    }),
  );
  for (const status of counts.keys()) assert.ok([200, 429, 503].includes(status), `answered with ${status}`);
  assert.equal([...counts.values()].reduce((sum, count) => sum + count, 0), 1000);
  await sleep(100);
  await others_are_served(t, `a storm (${[...counts].map((pair) => pair.join(" × ")).join(", ")})`);
});
