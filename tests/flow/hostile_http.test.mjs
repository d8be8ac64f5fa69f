// What no browser sends, to the real program: the right status or a closed connection, and everybody else is served.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers_in, sleep, speak } from "../support/raw.mjs";
import { Site } from "../support/site.mjs";

let site, reader;
const host = "Host: rialto.test\r\n";
const form_head = `POST /lights HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n`;

before(async () => {
  site = await Site.open();
  reader = site.visitor();
});
after(async () => {
  reader?.close();
  const end = await site?.stop();
  assert.equal(end.code, 0, "the program ends by itself and well");
  assert.doesNotMatch(site.log, /failed|can't be made|can't be sent/, site.log);
});

const still_open = async () => assert.equal((await reader.request("GET", "/")).status, 200);

// One request, refused with this status, after which the connection is closed and nothing more is answered.
async function refused(status, request) {
  const heard = await speak(site.port, [request + `GET /about HTTP/1.1\r\n${host}\r\n`]);
  assert.deepEqual(answers_in(heard.text), [status], JSON.stringify(request.slice(0, 200)));
  assert.ok(heard.closed, `still open after: ${request.slice(0, 200)}`);
}

test("a second request can't be smuggled behind a first", async () => {
  for (const lengths of [
    "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
    "Content-Length: 4\r\nContent-Length: 5\r\n",
    "Content-Length: +4\r\n",
    "Transfer-Encoding : chunked\r\n",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
  ])
    await refused(400, `${form_head}${lengths}\r\n0\r\n\r\n`);
  await refused(501, `${form_head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`);
  await refused(400, `GET / HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`);
  await refused(400, `GET / HTTP/1.1\n${host}\n`);
  await still_open();
});

test("a request names one host", async () => {
  await refused(400, "GET / HTTP/1.1\r\n\r\n");
  await refused(400, `GET / HTTP/1.1\r\n${host}${host}\r\n`);
  await refused(400, 'GET / HTTP/1.1\r\nHost: a"><script>\r\n\r\n');
});

test("floods of headers and endless addresses are cut", async () => {
  await refused(431, `GET / HTTP/1.1\r\n${host}${"X: y\r\n".repeat(101)}\r\n`);
  await refused(431, `GET / HTTP/1.1\r\n${host}X: ${"y".repeat(17000)}\r\n\r\n`);
  await refused(414, `GET /${"x".repeat(9000)} HTTP/1.1\r\n${host}\r\n`);
  await still_open();
});

test("a body larger than a form can be is refused before it is read", async () => {
  const heard = await speak(site.port, [`${form_head}Content-Length: 2000000000\r\nExpect: 100-continue\r\n\r\n`]);
  assert.equal(heard.status, 413);
  assert.deepEqual(answers_in(heard.text), [413]);
  const chunks = `10000\r\n${"x".repeat(65536)}\r\n`.repeat(20);
  assert.equal((await speak(site.port, [`${form_head}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`])).status, 413);
});

test("an address leads nowhere but into the site", async () => {
  for (const path of [
    "/../../etc/passwd",
    "/assets/..%2f..%2fetc%2fpasswd",
    "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..\\..\\etc\\passwd",
    "//evil.test/",
    "/film//heat",
    "/about%00.html",
    "/film/%c0%ae%c0%ae",
    "/film/%ff",
    "/about%0d%0aSet-Cookie:%20a=b",
  ]) {
    const { text, status } = await speak(site.port, [`GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`]);
    assert.equal(status, 400, path);
    assert.doesNotMatch(text, /root:|Set-Cookie/i, path);
  }
  for (const path of ["/%3Cscript%3Ealert(1)%3C/script%3E", "/film/%22%3E%3Cscript%3E", "/.git/config", "/rialto.db"]) {
    const { text, status } = await speak(site.port, [`GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`]);
    assert.equal(status, 404, path);
    assert.doesNotMatch(text, /<script>alert|"><script>/, path);
  }
});

test("a wrong method is told apart from an unknown one", async () => {
  for (const [method, status] of [["PUT", 405], ["DELETE", 405], ["OPTIONS", 405], ["PATCH", 405], ["BREW", 501], ["TRACE", 501]]) {
    const heard = await speak(site.port, [`${method} /about HTTP/1.1\r\n${host}Connection: close\r\n\r\n`]);
    assert.equal(heard.status, status, method);
    if (status === 405) assert.match(heard.text, /^Allow: GET, HEAD\r$/m);
  }
  assert.equal((await reader.request("POST", "/about", { body: "" })).status, 405);
});

test("text that is not text is refused in words", async () => {
  assert.equal((await reader.request("GET", "/about?q=%ff")).status, 400);
  const form = (body) =>
    reader.request("POST", "/lights", { headers: { "content-type": "application/x-www-form-urlencoded" }, body });
  for (const body of ["lights=%ff%fe", "lights=%00", "%c3=x", "a=1&".repeat(1001)]) {
    const { status, page } = await form(body);
    assert.equal(status, 400, body.slice(0, 40));
    assert.match(page.text, /not readable text|more fields/);
  }
  const other = await reader.request("POST", "/lights", { headers: { "content-type": "text/xml" }, body: "<a/>" });
  assert.equal(other.status, 415);
});

test("another site can't post in a visitor's name", async () => {
  const post = (headers) =>
    reader.request("POST", "/lights", {
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: "lights=down",
    });
  assert.equal((await post({ origin: "http://evil.test" })).status, 403);
  assert.equal((await post({ "sec-fetch-site": "cross-site" })).status, 403);
  assert.equal((await post({ origin: "null" })).status, 403);
  assert.equal((await post({ origin: null, cookie: "any=1" })).status, 403);
  assert.equal((await post({ origin: "http://evil.test" })).headers["set-cookie"], undefined);
});

test("every answer forbids foreign script, frames and guessing of types", async () => {
  for (const address of ["/", "/about", "/nowhere", "/assets/nothing.css"]) {
    const { headers } = await reader.request("GET", address);
    assert.match(headers["content-security-policy"], /default-src 'none'/, address);
    assert.match(headers["content-security-policy"], /frame-ancestors 'none'/, address);
    assert.doesNotMatch(headers["content-security-policy"], /unsafe/, address);
    assert.equal(headers["x-content-type-options"], "nosniff", address);
    assert.equal(headers["referrer-policy"], "same-origin", address);
  }
});

test("hundreds of half-sent requests keep nobody waiting, and are cut", async () => {
  const slow = Array.from({ length: 300 }, () => speak(site.port, [`GET / HTTP/1.1\r\n${host}`], { patience: 14_000 }));
  await sleep(300);
  const begun = Date.now();
  for (let i = 0; i < 10; ++i) await still_open();
  assert.ok(Date.now() - begun < 5000, "others waited");
  for (const { status, closed } of await Promise.all(slow)) {
    assert.equal(status, 408);
    assert.ok(closed);
  }
});

test("pipelined requests are answered in order", async () => {
  const asked = ["/about", "/nowhere", "/help", "/nowhere", "/"];
  const heard = await speak(site.port, [asked.map((path) => `GET ${path} HTTP/1.1\r\n${host}\r\n`).join("")]);
  assert.deepEqual(answers_in(heard.text), [200, 404, 200, 404, 200]);
});
