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
async function act(words, why, { thread, within, more = {} }) {
  const page = await marek.page(path_of(thread));
  const question = await marek.click(page, words, within?.(page));
  assert.equal(question.status, 200, question.text.slice(0, 300));
  for (const [name, value] of Object.entries(more))
    assert.ok(question.form({ fields: ["why"] }).inner.includes(`value="${value}"`), `${name}: ${value} is not offered`);
  return marek.send(question, { why, ...more });
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
  for (const what of ["lock", "pin", "move", "hide"]) {
    const shown = await ana.request("GET", `/thread/${id}/${what}`);
    assert.ok([303, 403, 404].includes(shown.status), `${what}: ${shown.status}`);
    const answer = await ana.post(`/thread/${id}/${what}`, { why: "because", board: "heat-1972" }, { follow: false });
    assert.ok(answer.status >= 400 && answer.status < 500, `${what}: ${answer.status}`);
  }
  assert.doesNotMatch((await reader.page(path_of(thread))).text, /locked|pinned/);
});
