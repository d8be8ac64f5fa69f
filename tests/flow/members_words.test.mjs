import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { is_signed_in, join, password, start_thread } from "../support/people.mjs";
import { Site, with_films } from "../support/site.mjs";

const board = "/board/heat-1995";
let site;

before(async () => {
  site = await Site.open({ before: with_films });
});
after(() => site?.stop());

test("who signs up is signed in and can write", async () => {
  const visitor = site.visitor();
  await visitor.send(await visitor.page("/sign-up"), { name: "Carla", password });
  assert.ok(await is_signed_in(visitor));
  const thread = await start_thread(visitor, board, "Hello from Carla", "My first words here.");
  assert.match(thread.html, /href="\/member\/Carla"/i);
});

test("one member's things are never in another's page", async () => {
  const [one, two] = [await join(site, "sara"), await join(site, "tomas")];
  const thread = await start_thread(one, board, "Whose page is it", "Read by both.");
  for (let round = 0; round < 3; ++round) {
    const [hers, his, nobodys] = await Promise.all([one, two, site.visitor()].map((visitor) => visitor.request("GET", thread.address.split("#")[0])));
    const you = (answer) => /<nav class="you"[\s\S]*?<\/nav>/.exec(answer.body)[0];
    assert.match(you(hers), /sara/);
    assert.doesNotMatch(you(hers), /tomas/);
    assert.match(you(his), /tomas/);
    assert.doesNotMatch(you(his), /sara/);
    assert.doesNotMatch(you(nobodys), /sara|tomas/);
    for (const answer of [hers, his]) assert.match(answer.headers["cache-control"] ?? "", /private|no-store/);
  }
});

test("who was signed out while changing something comes back to a page that is there", async () => {
  const visitor = site.visitor();
  for (const what of ["name", "email", "password", "signature", "sessions", "leave"]) {
    const { headers } = await visitor.post(`/settings/${what}`, { name: "x" }, { follow: false });
    assert.equal(headers.location, "/sign-in?back=%2Fsettings", what);
  }
});

test("a member can't edit or delete what another wrote, nor enter behind the curtain", async () => {
  const [one, two] = [await join(site, "ulla"), await join(site, "viktor")];
  const thread = await start_thread(one, board, "Mine alone", "Hands off, please.");
  const { id } = thread.post("Hands off");
  for (const act of ["edit", "delete", "hide"]) {
    const answer = await two.post(`/post/${id}/${act}`, { text: "I was here.", why: "no reason" }, { follow: false });
    assert.ok(answer.status >= 400 && answer.status < 500, `${act}: ${answer.status}`);
  }
  assert.match((await two.page(thread.address)).text, /Hands off, please/);
  for (const address of ["/admin", "/admin/members", "/admin/settings", "/admin/reports"]) {
    const answer = await two.request("GET", address);
    assert.ok([303, 403, 404].includes(answer.status), `${address}: ${answer.status}`);
    const nobody = await site.visitor().request("GET", address);
    assert.ok([302, 303, 401, 403, 404].includes(nobody.status), `${address}: ${nobody.status}`);
  }
});
