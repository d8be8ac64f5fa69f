import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, password, reply_to, sign_in, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, ana, ben, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  [ana, ben] = [await join(site, "ana"), await join(site, "ben")];
  reader = site.visitor();
});
after(() => site?.stop());

const path_of = (page) => page.address.split(/[?#]/)[0];

test("a thread or review that is called like something one can do is read at its address, like all others", async () => {
  for (const title of ["Reply", "Lock", "History", "Report", "Move", "Rename", "Edit"]) {
    const thread = await start_thread(ana, board, title, `Called ${title}, and meant so.`);
    assert.match((await reader.click(await reader.page(board), title)).text, new RegExp(`Called ${title}, and meant so`));
    assert.equal((await reader.page(path_of(thread))).status, 200);
  }
  const form = await ben.page("/film/heat-1995/review");
  const review = await ben.send(form, { title: "History", text: "Of a bank robbery." }, { button: "Publish" });
  assert.match((await reader.page(path_of(review))).text, /Of a bank robbery/);
});

test("a thread that a member starts is on its board, on its film's page and at its own address", async () => {
  const thread = await start_thread(ana, board, "The diner, again", "Two men, one table, *no* music.");
  assert.equal(thread.status, 200);
  assert.match(thread.html, /Two men, one table, <em>no<\/em> music\./);
  for (const address of [board, "/film/heat-1995", "/boards"])
    assert.ok((await reader.page(address)).has_link("The diner, again"), address);
  assert.match((await reader.page(path_of(thread))).text, /The diner, again/);
});

test("a reply stands below what it answers and says to whom", async () => {
  const thread = await start_thread(ana, board, "Who waits for whom", "He waits for her, I think.");
  const page = await reply_to(ben, await ben.page(path_of(thread)), "He waits for her", "She drives off alone.");
  const reply = page.post("She drives off alone.");
  assert.match(reply.html, /class="author[^"]*" href="\/member\/ben"/);
  assert.match(reply.text, /to ana/);
  const texts = (await reader.page(path_of(thread))).posts().map((post) => post.text);
  assert.equal(texts.length, 2);
  assert.match(texts[1], /She drives off alone/);
});

test("a quoted post comes along into the form and is tied to the post that it is from", async () => {
  const thread = await start_thread(ana, board, "A line to quote", "A guy told me one time about thirty seconds flat.");
  const first = thread.post("thirty seconds flat");
  const form = await ben.click(await ben.page(path_of(thread)), "Quote", first.html);
  const { text } = form.form({ fields: ["text"] }).values;
  assert.match(text, /^> .*thirty seconds flat/m);
  const page = await ben.send(form, { text: `${text}\n\nThat line is the film.` }, { button: "Post" });
  const reply = page.post("That line is the film.");
  assert.match(reply.html, new RegExp(`<blockquote[\\s\\S]*${first.id}[\\s\\S]*thirty seconds flat`));
});

test("an edit shows, and every version can be read by anyone", async () => {
  const thread = await start_thread(ana, board, "Second thoughts", "It is the best score of that year.");
  const form = await ana.click(thread, "Edit", thread.post("best score").html);
  const edited = await ana.send(form, { text: "It is the second best score of that year." }, { button: form.form({ fields: ["text"] }).buttons[0].words });
  const post = edited.post("second best score");
  assert.match(post.text, /edited/);
  const history = await reader.click(await reader.page(path_of(thread)), "edited", post.html);
  assert.equal(history.status, 200);
  assert.match(history.html, /<ins>[^<]*second/);
  assert.match(history.text, /Version 1[\s\S]*best score|Version 2[\s\S]*Version 1/);
});

test("a deleted post leaves a tombstone; its replies stay and its words are gone", async () => {
  const thread = await start_thread(ana, board, "To be regretted", "The opening post stays.");
  let page = await reply_to(ben, await ben.page(path_of(thread)), "opening post", "I take this back soon.");
  page = await reply_to(ana, await ana.page(path_of(thread)), "take this back", "An answer that stays.");
  page = await ben.page(path_of(thread));
  const question = await ben.click(page, "Delete", page.post("take this back").html);
  await ben.send(question, {}, { button: question.forms().at(-1).buttons[0].words });
  const left = await reader.page(path_of(thread));
  assert.doesNotMatch(left.text, /I take this back soon/);
  assert.equal(left.posts().length, 3);
  assert.match(left.html, /class="gone"/);
  assert.match(left.text, /An answer that stays/);
});

test("a form that is sent twice makes one post", async () => {
  const thread = await start_thread(ana, board, "Once only", "Press it twice.");
  const form = (await ben.click(await ben.page(path_of(thread)), "Reply", thread.post("Press it twice").html)).form({ fields: ["text"] });
  const fields = { ...form.values, text: "I pressed it twice." };
  const answers = await Promise.all([ben.post(form.action, fields), ben.post(form.action, fields)]);
  for (const answer of answers) assert.equal(answer.status, 200);
  await ben.post(form.action, fields);
  const posts = (await reader.page(path_of(thread))).posts();
  assert.equal(posts.filter((post) => post.text.includes("I pressed it twice.")).length, 1);
});

test("a preview shows the words as they will look and posts nothing", async () => {
  const thread = await start_thread(ana, board, "Looks first", "A post to answer.");
  const form = await ben.click(await ben.page(path_of(thread)), "Reply", thread.post("A post to answer").html);
  const preview = await ben.send(form, { text: "Seen **before** it stands." }, { button: "Preview" });
  assert.match(preview.html, /Seen <strong>before<\/strong> it stands\./);
  assert.equal(preview.form({ fields: ["text"] }).values.text, "Seen **before** it stands.");
  assert.equal((await reader.page(path_of(thread))).posts().length, 1);
});

test("what was written survives a session that was lost", async () => {
  const thread = await start_thread(ana, board, "Signed out meanwhile", "Answer slowly.");
  const form = (await ben.click(await ben.page(path_of(thread)), "Reply", thread.post("Answer slowly").html)).form({ fields: ["text"] });
  ben.cookies.clear();
  const asked = (await ben.post(form.action, { ...form.values, text: "A long answer, nearly lost." })).page;
  assert.ok(asked.status < 500, `status ${asked.status}`);
  assert.equal((await reader.page(path_of(thread))).posts().length, 1, "nobody is signed in: nothing is posted");
  const sign_in_form = asked.forms().find((one) => one.names.has("password")) ? asked : await ben.click(asked, /sign in/i);
  const back = await ben.send(sign_in_form, { name: "ben", password });
  const kept = back.forms().find((one) => one.names.has("text"));
  assert.equal(kept?.values.text, "A long answer, nearly lost.", back.text.slice(0, 500));
  const page = (await ben.post(kept.action, kept.values)).page;
  assert.ok(page.post("A long answer, nearly lost."));
});

test("a permalink leads to its post, in its thread and alone, also after the title changed hands", async () => {
  const thread = await start_thread(ana, board, "An address for good", "Link to me.");
  const { id } = thread.post("Link to me");
  const alone = await reader.page(`/post/${id}`);
  assert.equal(alone.status, 200);
  assert.match(alone.text, /Link to me/);
  const other_words = path_of(thread).replace(/[^/]*$/, "quite-other-words");
  assert.equal(path_of(await reader.page(other_words)), path_of(thread));
});

test("spoilers stay veiled, in the line and as a block", async () => {
  const thread = await start_thread(ana, board, "How it ends", "At the airport >!he holds his hand!< and then\n\n>! the lights come on\n>! one last time");
  const { html } = thread.post("At the airport");
  assert.match(html, /veil[\s\S]*he holds his hand/);
  assert.match(html, /veil[\s\S]*the lights come on/);
});

test("masked words are masked on the page and kept in the store", async () => {
  const admin = await join(site, "wanda", "admin");
  const index = await admin.page("/admin/words");
  assert.equal(index.status, 200);
  const form = index.forms().find((one) => /words/.test(one.action) && one.method === "post");
  assert.ok(form, index.text.slice(0, 400));
  const field = [...form.names].find((name) => !["key", "back"].includes(name));
  await admin.post(form.action, { ...form.values, [field]: "balderdash" });
  const review = await ana.send(
    await ana.page("/film/heat-1995/review"),
    { title: "Sheer balderdash", text: "Seen.\n\n## The balderdash of it\n\nMore.", audience: "lovers of balderdash" },
    { button: "Publish" },
  );
  assert.doesNotMatch((await reader.page(path_of(review))).text, /balderdash/);
  const thread = await start_thread(ana, board, "Strong words", "What balderdash that was.");
  const shown = await reader.page(path_of(thread));
  assert.doesNotMatch(shown.posts()[0].text, /balderdash/);
  const edit = await ana.click(await ana.page(path_of(thread)), "Edit", thread.posts()[0].html);
  assert.match(edit.form({ fields: ["text"] }).values.text, /What balderdash that was\./);
});

test("a long thread has pages, as a tree and flat", async () => {
  const thread = await start_thread(ana, board, "Many voices", "Post number 1.");
  const address = path_of(thread);
  const form = (await ana.page(address)).form({ fields: ["text"] });
  for (let n = 2; n <= 60; ++n) await (n % 2 ? ana : ben).post(form.action, { ...form.values, key: "", text: `Post number ${n}.` }, { follow: false });
  const first = await reader.page(address);
  assert.ok(first.posts().length < 60, `${first.posts().length} posts on the first page`);
  const flat = await reader.click(first, "one after another");
  assert.equal(flat.status, 200);
  const seen = new Set();
  for (let page = first; page; ) {
    for (const post of page.posts()) seen.add(post.id);
    const next = /<a class="next" href="([^"]*)"/.exec(page.html)?.[1];
    page = next && (await reader.page(next.replaceAll("&amp;", "&")));
  }
  assert.equal(seen.size, 60);
});

test("a signed-out visitor is asked to sign in before writing", async () => {
  const page = await reader.page(`${board}/new`);
  assert.match(page.text, /sign in/i);
  const answer = await reader.post(`${board}/new`, { title: "From nobody", text: "Nobody wrote this." });
  assert.ok(answer.status < 500);
  assert.ok(!(await reader.page(board)).has_link("From nobody"));
});

test("after a restart everything is as it was", async () => {
  const thread = await start_thread(ana, board, "Still here tomorrow", "Kept through the night.");
  const end = await site.close_server();
  assert.deepEqual({ code: end.code, signal: end.signal }, { code: 0, signal: null });
  await site.start();
  for (const visitor of [ana, ben, reader]) visitor.url = site.url;
  assert.match((await reader.page(path_of(thread))).text, /Kept through the night/);
  const page = await reply_to(ana, await ana.page(path_of(thread)), "Kept through", "And I am still signed in.");
  assert.ok(page.post("And I am still signed in."));
  assert.ok(await sign_in(site.visitor(), "ben"));
});
