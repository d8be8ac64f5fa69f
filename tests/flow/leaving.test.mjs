// Former names, suspension and leaving: what becomes of a member's page and posts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { is_signed_in, join, password, sign_in, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site, admin;

before(async () => {
  site = await Site.open({ before: with_films });
  admin = await join(site, "rosa", "admin");
});
after(() => site?.stop());

async function leave(visitor, posts) {
  const settings = await visitor.page("/settings");
  return visitor.send(settings, { posts, leave_password: password }, { button: "Leave for good" });
}

test("a member's page shows what they wrote, newest first, and their former name leads there", async () => {
  const visitor = await join(site, "tilda");
  await start_thread(visitor, board, "The first one", "Words of the first evening.");
  await start_thread(visitor, board, "The second one", "Words of the second evening, >!and its end!<.");
  const settings = await visitor.page("/settings");
  await visitor.send(settings, { name: "tilda.k", name_password: password }, { button: "Change the name" });
  const page = await site.visitor().page("/member/tilda");
  assert.equal(page.status, 200);
  assert.match(page.text, /tilda\.k/);
  assert.ok(page.text.indexOf("second evening") < page.text.indexOf("first evening"), page.text);
  assert.ok(page.text.indexOf("second evening") > 0);
  assert.doesNotMatch(page.html, /and its end/, "a spoiler is not in an excerpt");
});

test("who leaves their words to the house becomes a ghost", async () => {
  const visitor = await join(site, "ursula");
  const thread = await start_thread(visitor, board, "What stays", "These words stay.");
  await leave(visitor, "ghost");
  assert.ok(!(await is_signed_in(visitor)));
  await sign_in(visitor, "ursula");
  assert.ok(!(await is_signed_in(visitor)));
  const now = await site.visitor().page(thread.address.split("#")[0]);
  assert.match(now.text, /These words stay/);
  assert.match(now.html, /href="\/ghost\/[0-9a-z]+"[^>]*>ursula/);
  assert.match((await site.visitor().page("/member/ursula")).text, /have left/);
});

test("who takes their words along leaves tombstones and no name", async () => {
  const visitor = await join(site, "viktor");
  const thread = await start_thread(visitor, board, "What goes", "These words go.");
  await leave(visitor, "remove");
  const now = await site.visitor().page(thread.address.split("#")[0]);
  assert.doesNotMatch(now.html, /These words go/);
  assert.doesNotMatch(now.html, /viktor/);
});

test("a wrong password lets nobody leave", async () => {
  const visitor = await join(site, "wanda");
  const settings = await visitor.page("/settings");
  const page = await visitor.send(settings, { posts: "remove", leave_password: "not this one" }, { button: "Leave for good" });
  assert.equal(page.status, 422);
  assert.ok(await is_signed_in(visitor));
});

test("a suspended member is out at once, and the public log says why", async () => {
  const visitor = await join(site, "xaver");
  const members = await admin.page("/admin/members");
  const one = await admin.click(members, "xaver");
  await admin.send(one, { reason: "sold tickets in every thread" }, { button: "Suspend" });
  assert.ok(!(await is_signed_in(visitor)));
  await sign_in(visitor, "xaver");
  assert.ok(!(await is_signed_in(visitor)));
  const log = await site.visitor().page("/log");
  assert.match(log.text, /rosa suspended xaver/);
  assert.match(log.text, /sold tickets in every thread/);
  await admin.send(await admin.click(members, "xaver"), { reason: "said sorry" }, { button: "Let back in" });
  await sign_in(visitor, "xaver");
  assert.ok(await is_signed_in(visitor));
});

test("behind the curtain is only for those who work there", async () => {
  const visitor = await join(site, "yves");
  for (const address of ["/admin", "/admin/members", "/admin/approvals", "/admin/invitations", "/admin/settings"]) {
    assert.equal((await visitor.page(address)).status, 403, address);
    assert.match((await site.visitor().page(address)).address, /^\/sign-in/, address);
    assert.equal((await admin.page(address)).status, 200, address);
  }
  assert.equal((await visitor.post("/admin/settings", { site_name: "Mine" })).status, 403);
  assert.equal((await visitor.post("/admin/invitations", { note: "me" })).status, 403);
});
