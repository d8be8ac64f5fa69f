import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { is_signed_in, join, password, sign_in } from "../support/people.mjs";
import { Site } from "../support/site.mjs";

let site, admin;

before(async () => {
  site = await Site.open();
  admin = await join(site, "rosa", "admin");
});
after(() => site?.stop());

// Signs up through the form and gives the page that comes.
async function sign_up(visitor, name, more = {}) {
  const page = await visitor.page("/sign-up");
  return visitor.send(page, { name, password, ...more });
}

async function let_in(way) {
  const page = await admin.page("/admin/settings");
  const form = page.forms().find((one) => one.method === "post" && /settings/.test(one.action));
  const field = Object.keys(form.values).find((name) => /sign_?up|join|door/.test(name));
  assert.ok(field, page.text.slice(0, 600));
  await admin.post(form.action, { ...form.values, [field]: way });
}

test("who signs out is a visitor again, here and with the old cookie", async () => {
  const visitor = await join(site, "dino");
  const kept = new Map(visitor.cookies);
  await visitor.post("/sign-out", {});
  assert.ok(!(await is_signed_in(visitor)));
  visitor.cookies = kept;
  assert.ok(!(await is_signed_in(visitor)), "the session is ended, not only its cookie");
});

test("the session's cookie is closed to scripts and other sites", async () => {
  await site.rialto_with(`${password}\n`, "member", "add", "enzo", "--stdin");
  const visitor = site.visitor();
  const form = (await visitor.page("/sign-in")).form({ fields: ["name", "password"] });
  const answer = await visitor.post(form.action, { ...form.values, name: "enzo", password }, { follow: false });
  assert.equal(answer.status, 303);
  const cookie = answer.headers["set-cookie"].find((line) => visitor.cookies.size === 1 || /session/i.test(line));
  assert.match(cookie, /HttpOnly/i);
  assert.match(cookie, /SameSite=(Lax|Strict)/i);
  assert.match(cookie, /Path=\//i);
});

test("a name that is taken, or looks like one that is, can't be taken again", async () => {
  await join(site, "fiona");
  for (const name of ["fiona", "FIONA", "fi\u043ena"]) {
    const visitor = site.visitor();
    const page = await sign_up(visitor, name);
    assert.ok(!(await is_signed_in(visitor)), `${name}: ${page.text.slice(0, 300)}`);
    assert.ok(page.status < 500);
  }
});

test("a wrong password lets nobody in, and too many of them are slowed down", async () => {
  await join(site, "gino");
  const visitor = site.visitor();
  const form = (await visitor.page("/sign-in")).form({ fields: ["name", "password"] });
  const statuses = [];
  for (let n = 0; n < 25; ++n) {
    const answer = await visitor.post(form.action, { ...form.values, name: "gino", password: `wrong word ${n}` }, { follow: false });
    statuses.push(answer.status);
    assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
  }
  assert.ok(statuses.includes(429), `never slowed down: ${statuses}`);
  assert.ok(!(await is_signed_in(visitor)));
});

test("a member sees their sessions and ends the others", async () => {
  const here = await join(site, "hanna");
  const elsewhere = site.visitor();
  await sign_in(elsewhere, "hanna");
  assert.ok(await is_signed_in(elsewhere));
  const settings = await here.page("/settings");
  assert.match(settings.text, /Where you are signed in/);
  await here.send(settings, { session: "others" }, { button: "End all others" });
  assert.ok(await is_signed_in(here));
  assert.ok(!(await is_signed_in(elsewhere)));
});

test("a changed password ends the old one", async () => {
  const visitor = await join(site, "ivo");
  const settings = await visitor.page("/settings");
  const form = settings.form({ button: "Change the password" });
  const [old_field, new_field] = [...form.names].filter((name) => name !== "key");
  await visitor.send(settings, { [old_field]: password, [new_field]: "a new word for a new night" }, { button: "Change the password" });
  const again = site.visitor();
  await sign_in(again, "ivo");
  assert.ok(!(await is_signed_in(again)));
  await sign_in(again, "ivo", "a new word for a new night");
  assert.ok(await is_signed_in(again));
});

test("by invitation: only who has a code comes in, and a code works once", async () => {
  const invited = await site.rialto("member", "invite", "--by", "rosa", "--note", "for Nora");
  const code = /^Invitation: (\S+)$/m.exec(invited)?.[1];
  assert.ok(code, invited);
  await let_in("invitation");
  try {
    const stranger = site.visitor();
    await sign_up(stranger, "olaf");
    assert.ok(!(await is_signed_in(stranger)));
    const nora = site.visitor();
    await sign_up(nora, "nora", { invite: code });
    assert.ok(await is_signed_in(nora));
    const again = site.visitor();
    await sign_up(again, "pavel", { invite: code });
    assert.ok(!(await is_signed_in(again)));
  } finally {
    await let_in("open");
  }
});

test("closed: nobody new comes in, and no page invites one to", async () => {
  await let_in("closed");
  try {
    const visitor = site.visitor();
    assert.match((await visitor.page("/")).html, /<body class="guest closed"/);
    assert.equal((await visitor.page("/sign-up")).status, 403);
    const { status, page } = await visitor.post("/sign-up", { name: "renate", password });
    assert.equal(status, 422);
    assert.match(page.text, /no new members/);
    assert.ok(!(await is_signed_in(visitor)));
  } finally {
    await let_in("open");
  }
});

test("by approval: who signs up waits until an admin lets them in", async () => {
  await let_in("approval");
  try {
    const visitor = site.visitor();
    await sign_up(visitor, "quirin", { introduction: "I project 35 mm on Sundays." });
    assert.ok(!(await is_signed_in(visitor)));
    await sign_in(visitor, "quirin");
    assert.ok(!(await is_signed_in(visitor)));
    await site.rialto("member", "approve", "quirin");
    await sign_in(visitor, "quirin");
    assert.ok(await is_signed_in(visitor));
  } finally {
    await let_in("open");
  }
});

