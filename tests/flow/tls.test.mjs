// A site that speaks TLS itself: pages, forms and large uploads come through encrypted, nothing else does, and a new
// certificate is taken without a restart.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import tls from "node:tls";
import { promisify } from "node:util";
import { sleep } from "../support/raw.mjs";
import { Site, with_films } from "../support/site.mjs";

const run = promisify(execFile);
let folder, site, agent;

const file = (name) => path.join(folder, name);

async function make_certificate(name) {
  const words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  await run("openssl", [...words, "-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file(`${name}.key`), "-out", file(`${name}.pem`)]);
}

// What the site's certificate is called that a new visitor is shown.
async function certificate_shown() {
  const socket = tls.connect({ host: "127.0.0.1", port: site.port, rejectUnauthorized: false });
  await new Promise((resolve, reject) => socket.once("secureConnect", resolve).once("error", reject));
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return subject.CN;
}

function ask(method, address, { headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = https.request(site.url + address, { method, agent, headers }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces), reused: request.reusedSocket }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const form = (fields) => {
  const body = new URLSearchParams(fields).toString();
  return { headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: site.url }, body };
};

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rialto-tls-"));
  await make_certificate("first");
  await make_certificate("second");
  await copyFile(file("first.pem"), file("site.pem"));
  await copyFile(file("first.key"), file("site.key"));
  site = await Site.open({ before: with_films, flags: ["--certificate", file("site.pem"), "--key", file("site.key")] });
  agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca: await readFile(file("first.pem")) });
});

after(async () => {
  agent.destroy();
  await site.stop();
  await rm(folder, { recursive: true });
});

test("pages come encrypted, one after another on one connection, whole and compressed alike", async () => {
  assert.match(site.url, /^https:/);
  const plain = await ask("GET", "/film/heat-1995");
  assert.equal(plain.status, 200);
  assert.match(plain.bytes.toString(), /<h1[^>]*>Heat/);
  const brotli = await ask("GET", "/film/heat-1995", { headers: { "accept-encoding": "br" } });
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.ok(brotli.reused);
});

test("who joins gets a cookie that goes over TLS alone, and what they write stands", async () => {
  const joined = await ask("POST", "/sign-up", form({ name: "ana", password: "a long way home", email: "" }));
  assert.equal(joined.status, 303);
  const cookie = joined.headers["set-cookie"].find((one) => one.startsWith("session="));
  assert.match(cookie, /; Secure/);
  const words = "Many words. ".repeat(4000);
  const { headers, body } = form({ title: "The last train", text: words, form: randomBytes(16).toString("hex") });
  const started = await ask("POST", "/board/heat-1995/new", { headers: { ...headers, cookie: cookie.split(";")[0] }, body });
  assert.equal(started.status, 303);
  const thread = await ask("GET", started.headers.location.replace(/^https:\/\/[^/]+/, ""));
  assert.ok(thread.bytes.toString().includes("Many words. ".repeat(100)));
});

test("a body of several megabytes is read, and refused with the sentence that it would hear without TLS", async () => {
  const body = randomBytes(3 << 20);
  const answer = await ask("POST", "/sign-in", { headers: { "content-type": "application/x-www-form-urlencoded", "content-length": body.length, origin: site.url }, body });
  assert.equal(answer.status, 413);
});

test("old protocols, and what isn't TLS, get nothing of the site", async () => {
  const old = new Promise((resolve, reject) => tls.connect({ host: "127.0.0.1", port: site.port, rejectUnauthorized: false, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }, resolve).once("error", reject));
  await assert.rejects(old);
  const told = await new Promise((resolve, reject) => {
    http.get({ host: "127.0.0.1", port: site.port, path: "/" }, (response) => {
      let text = "";
      response.on("data", (piece) => (text += piece)).on("end", () => resolve({ status: response.statusCode, text }));
    }).once("error", reject);
  });
  assert.equal(told.status, 400);
  assert.match(told.text, /https:\/\//);
  const noise = net.connect(site.port, "127.0.0.1");
  noise.on("error", () => {});
  noise.write(randomBytes(5000));
  await new Promise((resolve) => noise.once("close", resolve));
  assert.equal((await ask("GET", "/healthy")).status, 200);
});

test("a renewed certificate is shown to the next visitor, and one that can't be read leaves the old in use", { timeout: 60_000 }, async () => {
  assert.equal(await certificate_shown(), "first");
  await writeFile(file("site.pem"), "no certificate");
  const is_told = () => site.log.includes(file("site.pem"));
  for (let wait = 0; wait < 300 && !is_told(); ++wait) await sleep(100);
  assert.ok(is_told(), site.log);
  assert.equal(await certificate_shown(), "first");
  await copyFile(file("second.key"), file("site.key"));
  await copyFile(file("second.pem"), file("site.pem"));
  await utimes(file("site.pem"), new Date(), new Date());
  for (let wait = 0; wait < 300 && (await certificate_shown()) !== "second"; ++wait) await sleep(100);
  assert.equal(await certificate_shown(), "second");
});

test("files that don't fit are named before anybody can come in", async () => {
  const other = await Site.make();
  const mixed = await other.attempt("serve", "--port", "0", "--certificate", file("first.pem"), "--key", file("second.key"));
  assert.notEqual(mixed.code, 0);
  assert.ok(mixed.stderr.includes(file("second.key")), mixed.stderr);
  const alone = await other.attempt("serve", "--port", "0", "--certificate", file("first.pem"));
  assert.notEqual(alone.code, 0);
  assert.match(alone.stderr, /--key/);
  await rm(other.data, { recursive: true });
});
