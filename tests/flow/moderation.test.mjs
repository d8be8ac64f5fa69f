// What moderators do, with a reason, in the open; and what members may ask of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join, reply_to, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, ana, marek, reader;

before(async () => {
  site = await Site.open({ before: with_films });
  ana = await join(site, "ana");
  marek = await join(site, "marek", "moderator");
  reader = site.visitor();
});
after(() => site?.stop());

const path_of = (page) => page.address.split(/[?#]/)[0];

// A moderator follows a link of the thread (or of a post in it) and gives a reason.
async function act(words, why, { thread, within, more = {}, typed = {} }) {
  const page = await marek.page(path_of(thread));
  const question = await marek.click(page, words, within?.(page));
  assert.equal(question.status, 200, question.text.slice(0, 300));
  for (const [name, value] of Object.entries(more))
    assert.ok(question.form({ fields: ["why"] }).inner.includes(`value="${value}"`), `${name}: ${value} is not offered`);
  return marek.send(question, { why, ...more, ...typed });
}

const log_says = async (...words) => {
  const { text } = await reader.page("/log");
  for (const word of words) assert.ok(text.includes(word), `the log lacks "${word}": ${text.slice(0, 800)}`);
};

test("a locked thread can be read and not answered, and the log says why", async () => {
  const thread = await start_thread(ana, board, "Round in circles", "The same again.");
  const form = (await ana.page(path_of(thread))).form({ fields: ["text"] });
  await act("Lock", "Nothing new is being said", { thread });
  const locked = await reader.page(path_of(thread));
  assert.match(locked.text, /locked/);
  assert.match(locked.text, /The same again/);
  const answer = await ana.post(form.action, { ...form.values, text: "One more thing." });
  assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
  assert.match(answer.page.text, /locked/);
  assert.equal((await reader.page(path_of(thread))).posts().length, 1);
  await log_says("Nothing new is being said", "Round in circles", "marek");
  await act("Unlock", "Ana has news", { thread });
  assert.ok((await reply_to(ana, await ana.page(path_of(thread)), "The same again", "News at last.")).post("News at last."));
});

test("a removed post is gone for readers, its place stays, and it can be brought back", async () => {
  const thread = await start_thread(ana, board, "Manners", "An opening.");
  await reply_to(ana, await ana.page(path_of(thread)), "An opening", "Something rude about a member.");
  await act("Hide", "Insults a member", { thread, within: (page) => page.post("Something rude").html });
  const shown = await reader.page(path_of(thread));
  assert.doesNotMatch(shown.html, /Something rude/);
  assert.equal(shown.posts().length, 2, "its place stays");
  await log_says("Insults a member");
  const alone = await reader.page(`/post/${shown.posts()[1].id}`);
  assert.match(alone.text, /Insults a member/, "its own page says why, too");
  await act("Bring it back", "Read again: a quote from the film", { thread, within: () => undefined });
  assert.match((await reader.page(path_of(thread))).text, /Something rude about a member/);
});

test("a hidden thread is on no list and at no address", async () => {
  const thread = await start_thread(ana, board, "Buy cheap watches", "Cheap watches here.");
  await act("Hide", "Advertising", { thread });
  for (const address of [board, "/boards", "/"]) assert.ok(!(await reader.page(address)).has_link("Buy cheap watches"), address);
  const shown = await reader.page(path_of(thread));
  assert.doesNotMatch(shown.html, /Cheap watches here/);
  assert.ok(shown.status < 500);
  await log_says("Advertising");
  assert.doesNotMatch((await reader.page("/log")).text, /Buy cheap watches/);
  assert.match((await marek.page("/log")).text, /Buy cheap watches/);
});

test("a board counts no hidden threads, and counts them again when they are shown", async () => {
  const counts = async () => /(\d+) threads?, (\d+) posts?/.exec((await reader.page(board)).text)?.slice(1).map(Number);
  const thread = await start_thread(ana, board, "Now you see it", "One.");
  await reply_to(ana, await ana.page(path_of(thread)), "One.", "Two.");
  const [threads, posts] = await counts();
  await act("Hide", "Later", { thread });
  assert.deepEqual(await counts(), [threads - 1, posts - 2]);
  await act("Show", "Now", { thread });
  assert.deepEqual(await counts(), [threads, posts]);
});

test("nobody but moderators learns that there is a post in a hidden thread", async () => {
  const thread = await start_thread(ana, board, "Under the rug", "A post under it.");
  const post = thread.post("A post under it.").id.replace(/^p-/, "");
  await act("Hide", "Later", { thread });
  for (const what of ["report", "hide", "restore", "history", "reply", "edit", "delete", "undelete"])
    assert.equal((await ana.request("GET", `/post/${post}/${what}`)).status, 404, what);
  assert.equal((await ana.post(`/post/${post}/report`, { why: "because" }, { follow: false })).status, 404);
});

test("a moderator's form that is sent twice is carried out once", async () => {
  const thread = await start_thread(ana, board, "Double click", "Here.");
  for (const [words, shows] of [["Lock", /· locked/], ["Pin", /· pinned/], ["Hide", /This thread is hidden/]]) {
    const question = await marek.click(await marek.page(path_of(thread)), words);
    const form = question.form({ fields: ["why"] });
    for (const time of [1, 2]) assert.equal((await marek.post(form.action, { ...form.values, why: "Once" })).status, 200, `${words} ${time}`);
    assert.match((await marek.page(path_of(thread))).text, shows);
  }
  const lines = (await marek.page("/log")).text.split("Double click").length - 1;
  assert.equal(lines, 3, "the log has one line for each");
});

// A review of Heat (1995) with one answer to it: its address.
async function answered_review(title, answer) {
  const review = await ana.send(await ana.page("/film/heat-1995/review"), { title, text: `${title}: a fine film.` }, { button: "Publish" });
  await marek.send(await marek.page(path_of(review)), { text: answer }, { button: "Post" });
  return path_of(review);
}

test("hidden talk about a review is not on the review's page", async () => {
  const review = await answered_review("Twice seen", "An answer that nobody should read.");
  const post = (await reader.page(review)).post("An answer that nobody").id.replace(/^p-/, "");
  const thread = /\/thread\/[0-9a-z]+/.exec((await reader.page(`/post/${post}`)).html)[0];
  await act("Hide", "Later", { thread: await marek.page(thread) });
  const shown = await reader.page(review);
  assert.match(shown.text, /Twice seen: a fine film/);
  assert.doesNotMatch(shown.html, /An answer that nobody/);
  assert.match((await marek.page(review)).text, /An answer that nobody/);
});

test("a review that is gone can be brought back: by a moderator, or by its author who deleted it", async () => {
  const review = await answered_review("Gone and back", "Quite so.");
  const gone = async (who) => {
    const page = await reader.page(review);
    assert.equal(page.status, 410);
    assert.doesNotMatch(page.html, /Gone and back/, "neither its words nor its title");
    return who.click(await who.page(review), "Bring it back");
  };
  await act("Hide", "A mistake", { thread: { address: review } });
  await marek.send(await gone(marek), { why: "It was one" });
  assert.match((await reader.page(review)).text, /Gone and back: a fine film/);
  await log_says("brought back Gone and back");
  await ana.send(await ana.click(await ana.page(review), "Delete"), {}, { button: "Delete" });
  await ana.send(await gone(ana), {}, { button: "Bring it back" });
  assert.match((await reader.page(review)).text, /Gone and back: a fine film/);
});

test("a pinned thread stands above all others of its board", async () => {
  const pinned = await start_thread(ana, board, "Read this first", "How we talk here.");
  await start_thread(ana, board, "A later thread", "Talk.");
  await act("Pin", "The rules of this board", { thread: pinned });
  const { text } = await reader.page(board);
  assert.ok(text.indexOf("Read this first") < text.indexOf("A later thread"), text.slice(0, 600));
  await log_says("The rules of this board");
});

test("a thread on the board of the wrong Heat is moved to the right one; it keeps its address", async () => {
  const thread = await start_thread(ana, board, "That is the other Heat", "The one of 1972, surely.");
  const moved = await act("Move", "It is about the earlier film", { thread, more: { to: "heat-1972" } });
  assert.equal(moved.status, 200, moved.text.slice(0, 400));
  assert.ok(!(await reader.page(board)).has_link("That is the other Heat"));
  assert.ok((await reader.page("/board/heat-1972")).has_link("That is the other Heat"));
  assert.match((await reader.page(path_of(thread))).text, /The one of 1972, surely/);
  await log_says("It is about the earlier film");
});

test("a thread gets a name that says what it is about; old links lead to it, and the log keeps the old name", async () => {
  const thread = await start_thread(ana, board, "OMG you guys", "About the coffee shop.");
  const old = path_of(thread);
  const renamed = await act("Rename", "A title that says nothing", { thread, typed: { title: "The coffee shop scene" } });
  assert.match(renamed.text, /The coffee shop scene/);
  assert.match((await reader.page(old)).text, /The coffee shop scene/, "the old link");
  assert.ok((await reader.page(board)).has_link("The coffee shop scene"));
  assert.match((await reader.page("/log")).text, /renamed.*OMG you guys → The coffee shop scene/s);
  const nameless = await act("Rename", "To see what happens", { thread, typed: { title: "  " } });
  assert.match(nameless.text, /Give it a title/);
});

test("nothing is done without a reason", async () => {
  const thread = await start_thread(ana, board, "No reason given", "Leave me be.");
  const answer = await act("Lock", "  ", { thread });
  assert.doesNotMatch((await reader.page(path_of(thread))).text, /· locked/);
  assert.ok(answer.status < 500);
});

test("a report reaches the moderators and is answered once", async () => {
  const thread = await start_thread(ana, board, "Reported", "A post that somebody minds.");
  const ben = await join(site, "ben");
  const question = await ben.click(await ben.page(path_of(thread)), "Report", thread.post("somebody minds").html);
  const thanks = await ben.send(question, { why: "It gives the ending away" });
  assert.equal(thanks.status, 200, thanks.text.slice(0, 300));
  const reports = await marek.page("/admin/reports");
  assert.match(reports.text, /It gives the ending away/);
  assert.match(reports.text, /ben/);
  const form = reports.forms().find((one) => one.method === "post" && /report/.test(one.action));
  await marek.post(form.action, { ...form.values, ...form.button_values(form.buttons[0].words) });
  assert.doesNotMatch((await marek.page("/admin/reports")).text, /It gives the ending away/);
});

test("a member without the role can do none of it", async () => {
  const thread = await start_thread(marek, board, "Hands off", "Mine.");
  const id = path_of(thread).split("/")[2];
  for (const what of ["lock", "pin", "rename", "move", "hide"]) {
    const shown = await ana.request("GET", `/thread/${id}/${what}`);
    assert.ok([303, 403, 404].includes(shown.status), `${what}: ${shown.status}`);
    const answer = await ana.post(`/thread/${id}/${what}`, { why: "because", board: "heat-1972" }, { follow: false });
    assert.ok(answer.status >= 400 && answer.status < 500, `${what}: ${answer.status}`);
  }
  assert.doesNotMatch((await reader.page(path_of(thread))).text, /locked|pinned/);
});
