// Words that mean harm, in every field: they become plain text or a clear error, never markup, never a 5xx.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, ana;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
});
after(() => site?.stop());
afterEach(async () => {
  assert.equal(site.process.exitCode, null, `the server has ended:\n${site.log}`);
  assert.equal((await site.visitor().request("GET", "/")).status, 200, "the site no longer answers");
});

const nasty = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt&#58;alert(1))",
  "![x](https://evil.example/pixel.png)",
  "<https://example.com/\"onmouseover=alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "{{ page.title }} {% if x %} <rialto-hole>",
  "' OR 1=1; DROP TABLE post; --",
  "\u202e\u2066reversed\u2069 \u0000\u0007 \ufeff \ud83c\udfac",
];

// What only an attacker's words could have put into a page.
function assert_harmless(page, what) {
  const html = page.replace(/<img src="\/film\/[\w-]+\/card\.svg\?v=\w+" alt="[^"<>]*" dir="auto" width="400" height="600" loading="lazy" decoding="async" fetchpriority="low">/g, ""); // title cards
  const tags = html.replace(/"[^"]*"/g, '""'); // an attribute's value is only a value while it stays between its quotes
  const bad = /<script>|<(img|svg|iframe|object|embed)\b|<[^>]*\son\w+=/i.exec(tags) ?? /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.exec(html);
  assert.ok(!bad, `${what}: ${bad && bad[0]}`);
}

test("queries of any kind are answered", async () => {
  const odd = ["-1", "0", "999999999999999999999", "1e9", "abc", "%00", "%ff", "';--", "<script>alert(1)</script>", "%F0%9F%8E%AC", "a".repeat(3000)];
  for (const path of ["/films", "/boards", "/reviews", "/find", "/log", board, "/film/heat-1995", "/sign-in"])
    for (const value of odd)
      for (const name of ["page", "q", "order", "sort", "back"]) {
        const answer = await site.visitor().request("GET", `${path}?${name}=${encodeURI(value)}`);
        assert.ok(answer.status < 500, `${path}?${name}=${value.slice(0, 40)}: ${answer.status}`);
        assert.doesNotMatch(answer.body, /<script>alert/);
      }
});

test("signing in leads nowhere but to this site", async () => {
  for (const back of ["https://evil.example/", "//evil.example", "/\\evil.example", "/%5cevil.example", "javascript:alert(1)", "/\t/evil.example", "/ok\r\nSet-Cookie: a=b"]) {
    const answer = await ana.post("/lights", { lights: "day", back }, { follow: false });
    const location = answer.headers.location ?? "/";
    assert.equal(new URL(location, site.url).origin, site.url, `${back} led to ${location}`);
    assert.ok(!answer.headers["set-cookie"]?.some((line) => line.startsWith("a=b")));
  }
});

test("HTML and script in titles and posts are only words", async () => {
  for (const words of nasty) {
    const clean = words.replaceAll("\u0000", "");
    const title = clean.slice(0, 100).replace(/[\u202e\u2066\u2069\u0007]/g, ""); // refused in titles, see below
    const page = await start_thread(ana, board, title, clean);
    assert.ok(page.status < 500, `${words}: ${page.status}`);
    assert_harmless(page.html, words);
  }
  assert_harmless((await ana.page(board)).html, "the board");
  assert_harmless((await ana.page("/")).html, "the front page");
});

test("titles and texts that nobody could see, and titles that turn or pile up letters, are refused in words", async () => {
  for (const [title, text] of [["\u200b", "words"], ["\u3000", "words"], ["\u202eabc", "words"], [`a${"\u0301".repeat(100)}`, "words"], ["Title", "\u200b"]]) {
    for (const address of [`${board}/new`, "/film/heat-1995/review"]) {
      const { status, page } = await ana.post(address, { title, text });
      assert.equal(status, 422, `${address} ${JSON.stringify(title.slice(0, 5))}`);
      assert.match(page.text, /Give it a title|Please type it anew|There is no text yet/);
    }
  }
});

test("deeply nested and endless Markdown is cut or flattened, and quick", async () => {
  const deep = [
    `${">".repeat(20_000)} deep`,
    `${"> ".repeat(5000)}deep`,
    `${"[".repeat(20_000)}a${"](b)".repeat(5000)}`,
    "*a **b ".repeat(5000),
    `${"* ".repeat(5000)}a`,
    "`".repeat(20_000),
    `${">!".repeat(5000)}x${"!<".repeat(5000)}`,
    "&".repeat(20_000),
    "a\n".repeat(9000),
  ];
  for (const text of deep) {
    const began = Date.now();
    const page = await start_thread(ana, board, "Deep water", text.slice(0, 20_000));
    assert.ok(page.status < 500, `${text.slice(0, 20)}: ${page.status}`);
    assert.ok(Date.now() - began < 10_000, `${text.slice(0, 20)} took ${Date.now() - began} ms`);
  }
});

test("ids that nobody has are not found", async () => {
  for (const kind of ["thread", "post", "review", "film", "person", "board", "member", "admin/members"])
    for (const id of ["0", "zzzzzzzzzzzzzzzz", "-1", "1/2/3", "%20", "%F0%9F%8E%AC", "9223372036854775808", "a'b", "..;"]) {
      const answer = await ana.request("GET", `/${kind}/${id}`);
      assert.ok([301, 303, 400, 403, 404].includes(answer.status), `/${kind}/${id}: ${answer.status}`);
    }
});

