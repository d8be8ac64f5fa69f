// Pictures in reviews: sent with the form, shown in sizes, seen by nobody else before the review stands.
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { join, start_thread } from "../support/people.mjs";
import { png } from "../support/png.mjs";
import { Site, with_films } from "../support/site.mjs";

const film = "/film/heat-1995";
const boundary = "----a-line-between-parts";
let site, ana, ben, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
  reader = site.visitor();
});
after(() => site?.stop());

function multipart(fields, files) {
  const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  for (const file of files) parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`), file, Buffer.from("\r\n"));
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

const send = (who, address, fields, files) =>
  who.request("POST", address, { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body: multipart(fields, files) });

const address_in = (html) => /src="(\/picture\/[0-9a-f]{32}-\d+\.webp)"/.exec(html)?.[1];

test("a picture sent with a review's form is named in its text, and nobody else sees it before the review stands", async () => {
  const form = (await ana.page(`${film}/review`)).form({ fields: ["title", "text"] });
  const fields = { ...form.values, title: "The diner", text: "Look at them.", words: "Two men [at] a table", preview: "1" };
  const shown = (await send(ana, form.action, fields, [png(1500, 900)])).page;
  assert.match(shown.form({ fields: ["text"] }).values.text, /^Look at them\.\n\n!\[Two men  at  a table\]\(\/picture\/[0-9a-f]{32}\)$/);
  assert.match(shown.html, /<img src="\/picture\/[^"]*-640\.webp" srcset="[^"]* 640w, [^"]* 1280w, [^"]* 1500w"[^>]* width="1500" height="900" loading="lazy" alt="Two men  at  a table">/);
  const address = address_in(shown.html);
  const own = await ana.request("GET", address);
  assert.equal(own.status, 200);
  assert.equal(own.headers["content-type"], "image/webp");
  assert.match(own.headers["cache-control"], /no-store/);
  for (const other of [ben, reader]) assert.equal((await other.request("GET", address)).status, 404);

  const review = await ana.send(shown, {}, { button: "Publish" });
  assert.equal(address_in(review.html), address);
  const seen = await reader.request("GET", address);
  assert.equal(seen.status, 200);
  assert.equal(seen.headers["cache-control"], "private, no-cache", "no cache may show it after it was taken away");
  const again = await reader.request("GET", address, { headers: { "if-none-match": seen.headers.etag } });
  assert.equal(again.status, 304);

  await ana.send(await ana.click(review, "Delete"), {}, { button: "Delete" });
  assert.equal((await reader.request("GET", address)).status, 404);
});

test("a file that is no picture, or too many at once, keeps the text and says why", async () => {
  const fields = { title: "T", text: "My words stay." };
  for (const [files, why] of [
    [[Buffer.from("<svg onload='alert(1)'/>")], /no picture that we can show/],
    [[png(40, 40).subarray(0, 50)], /can’t be read/],
    [Array.from({ length: 5 }, (_, n) => png(20 + n, 20)), /Four pictures at once/],
  ]) {
    const answer = await send(ana, `${film}/review`, fields, files);
    assert.match(answer.page.text, why);
    assert.match(answer.page.form({ fields: ["text"] }).values.text, /^My words stay\./);
  }
  assert.ok(!(await reader.page(`${film}/reviews`)).has_link("T"));
});

test("the script's address for pictures answers with the line that names one, for members only", async () => {
  const answer = await send(ben, "/picture", { words: "" }, [png(30, 20)]);
  assert.equal(answer.status, 200);
  assert.match(answer.body, /^!\[\]\(\/picture\/[0-9a-f]{32}\)$/);
  assert.equal((await send(reader, "/picture", {}, [png(30, 20)])).status, 403);
  assert.equal((await send(ben, "/picture", {}, [])).status, 422);
});

test("pictures that are not there and names that are none are answered with 404", async () => {
  for (const name of ["x", "..%2frialto.db", `${"a".repeat(32)}-640.webp`, `${"a".repeat(32)}-640.webp%00`, `${"g".repeat(32)}-640.webp`]) {
    const { status } = await reader.request("GET", `/picture/${name}`);
    assert.ok(status === 404 || status === 400, `${name}: ${status}`);
  }
});

test("a post may name a picture too; without one there it stands as its words", async () => {
  const line = (await send(ben, "/picture", { words: "A lamp" }, [png(50, 50)])).body;
  const form = await ben.click(await ben.page("/board/heat-1995"), "Start a thread");
  const page = await ben.send(form, { title: "A lamp", text: `${line}\n\n![gone](/picture/${"0".repeat(32)})` }, { button: "Start the thread" });
  assert.match(page.html, /<img [^>]*alt="A lamp">/);
  assert.match(page.html, /<p>gone<\/p>/);
});

test("a hidden thread's pictures are hidden with it, and come back with it", async () => {
  const line = (await send(ben, "/picture", { words: "A window" }, [png(52, 50)])).body;
  const thread = await start_thread(ben, "/board/heat-1995", "A window", line);
  const address = address_in(thread.html);
  const moderator = await join(site, "marek", "moderator");
  const act = async (words) => {
    const page = await moderator.page(thread.address.split(/[?#]/)[0]);
    return moderator.send(await moderator.click(page, words), { why: "Later" });
  };
  assert.equal((await reader.request("GET", address)).status, 200);
  await act("Hide");
  assert.equal((await reader.request("GET", address)).status, 404);
  await act("Show");
  assert.equal((await reader.request("GET", address)).status, 200);
});

const files_of = async (of_site) => (await readdir(path.join(of_site.data, "pictures"), { recursive: true }).catch(() => [])).filter((name) => name.includes("."));

test("whoever has sent their pictures of the day leaves no more files, and the same one again is taken", async (t) => {
  const own = await Site.open({ before: with_films });
  t.after(() => own.stop());
  const dora = await join(own, "dora");
  const first = await send(dora, "/picture", { words: "" }, [png(33, 33)]);
  assert.equal(first.status, 200);
  const files = await files_of(own);
  const rows = Array.from({ length: 59 }, (_, n) => `('${"d".repeat(30)}${n + 10}', (SELECT member FROM picture WHERE width = 33), 8, 6, (SELECT at FROM picture WHERE width = 33))`);
  await own.sql(`INSERT INTO picture (key, member, width, height, at) VALUES ${rows.join(", ")}`);
  for (let n = 0; n < 5; ++n) assert.equal((await send(dora, "/picture", {}, [png(40 + n, 33)])).status, 422);
  assert.deepEqual(await files_of(own), files);
  const again = await send(dora, "/picture", { words: "" }, [png(33, 33)]);
  assert.deepEqual([again.status, again.body], [200, first.body]);
});

test("who sends pictures too fast is asked to wait", async () => {
  const hasty = await join(site, "hasty");
  const answers = [];
  for (let n = 0; n < 40 && answers.at(-1) !== 422; ++n) answers.push((await send(hasty, "/picture", {}, [png(35, 35)])).status);
  assert.ok(answers.length > 10, "some may come at once");
  assert.equal(answers.at(-1), 422);
});

test("where pictures can't be written, the form says so and the words stay", async (t) => {
  const own = await Site.open({ before: with_films });
  t.after(() => own.stop());
  const emil = await join(own, "emil");
  await writeFile(path.join(own.data, "pictures"), "no folder");
  const answer = await send(emil, `${film}/review`, { title: "T", text: "A long evening's words." }, [png(40, 40)]);
  assert.equal(answer.status, 200);
  assert.match(answer.page.text, /can’t be kept just now/);
  assert.equal(answer.page.form({ fields: ["text"] }).values.text, "A long evening's words.");
});

// A published review with one picture; the address of the picture's smallest file.
async function review_with_picture(who, of_film, title) {
  const form = (await who.page(`/film/${of_film}/review`)).form({ fields: ["title", "text"] });
  const shown = await send(who, form.action, { ...form.values, title, text: "See for yourselves.", words: "A hand" }, [png(700, 300, [30, 60, 90])]);
  return address_in((await who.page(shown.headers.location)).html);
}

test("a backup brings pictures along, and the doctor misses those that are lost", async (t) => {
  const address = await review_with_picture(ana, "heat-1995", "A hand");
  const folder = await mkdtemp(path.join(tmpdir(), "rialto-pictures-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const before = await reader.bytes(address);
  assert.match(await site.rialto("doctor"), /well +every picture has its files[\s\S]*0 wrong/);
  await site.rialto("backup", path.join(folder, "site.rialto"));

  const other = await Site.make();
  t.after(() => other.stop());
  await other.rialto("restore", path.join(folder, "site.rialto"));
  assert.match(await other.rialto("doctor"), /well +every picture has its files[\s\S]*0 wrong/);
  await other.start();
  const after = await other.visitor().bytes(address);
  assert.equal(after.status, 200);
  assert.ok(before.bytes.length > 0 && before.bytes.equals(after.bytes));

  const name = address.split("/").pop();
  await rm(path.join(other.data, "pictures", name.slice(0, 2), name));
  const ill = await other.attempt("doctor");
  assert.equal(ill.code, 1);
  assert.ok(ill.stdout.includes(`WRONG   every picture has its files: ${name} is not there`), ill.stdout);
});

test("a picture that no text named for a week is cleared away, and one that a text names stays", async (t) => {
  const own = await Site.open({ before: with_films });
  t.after(() => own.stop());
  const cleo = await join(own, "cleo");
  const shown = await review_with_picture(cleo, "heat-1995", "A hand");
  const stray = /[0-9a-f]{32}/.exec((await send(cleo, "/picture", {}, [png(60, 60)])).body)[0];
  const files = async () => (await readdir(path.join(own.data, "pictures"), { recursive: true })).join(" ");
  assert.match(await files(), new RegExp(stray));
  await own.sql(`UPDATE picture SET at = at - ${8 * 86_400_000_000}`);
  await own.close_server();
  await own.start();
  for (let n = 0; n < 200 && (await files()).includes(stray); ++n) await new Promise((done) => setTimeout(done, 50));
  assert.doesNotMatch(await files(), new RegExp(stray));
  assert.equal((await own.visitor().request("GET", shown)).status, 200);
});
