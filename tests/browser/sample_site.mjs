// The site that pictures and checks of pages are made of: starter shelf, sample community, samples/, and a long thread;
// with the addresses of every kind of page.
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { join, reply_to } from "../support/people.mjs";
import { root, Site } from "../support/site.mjs";

const long_title = "Fifty posts about one cup of coffee";

// Posts of a length as people write them, each replying to one before it.
function long_thread() {
  const sentence = "He puts the cup down and neither of them raises his voice, which is the loudest thing in the film. ";
  const posts = Array.from({ length: 50 }, (_, at) => ({
    n: at + 1,
    author: `Made-up member ${at % 9}`,
    date: `2012-03-${String(1 + (at % 28)).padStart(2, "0")}`,
    text: `Number ${at + 1}. ${sentence.repeat(1 + (at % 4))}`,
    parent: at === 0 ? null : Math.ceil(at / 3),
  }));
  return JSON.stringify({ type: "thread", title: long_title, film: { title: "Heat", year: 1995 }, posts });
}

async function fill(site) {
  const samples = (await readdir(path.join(root, "samples"))).filter((name) => /\.(txt|html)$/.test(name));
  await site.rialto("catalogue", "import", path.join(root, "shelf/films.jsonl"));
  await site.rialto("scenes", "import", path.join(root, "shelf/scenes.jsonl"));
  await site.rialto("sample");
  await site.rialto("import", ...samples.map((name) => path.join(root, "samples", name)));
  const records = path.join(site.data, "long-thread.jsonl");
  await writeFile(records, long_thread());
  await site.rialto("import", records);
  await site.rialto("import", await doubtful_page(site));
}

// A page whose film nobody can tell: it waits for a moderator.
async function doubtful_page(site) {
  const file = path.join(site.data, "doubtful.jsonl");
  await writeFile(file, JSON.stringify({ type: "thread", title: "Which one?", film: null, posts: [{ n: 1, text: "The second half." }] }));
  return file;
}

const first = (page, pattern) => pattern.exec(page.html)?.[1] ?? fail(page.address, pattern);
const fail = (address, pattern) => {
  throw new Error(`${address} has nothing like ${pattern}`);
};

async function found_on(visitor) {
  const board = await visitor.page("/board/heat-1995");
  const thread = first(board, /href="(\/thread\/[^"?#]+)/);
  const long = new RegExp(`href="(/thread/[^"?#]+)"[^>]*>${long_title}`).exec(board.html)?.[1] ?? fail(board.address, long_title);
  const review = first(await visitor.page("/film/heat-1995/reviews"), /href="(\/review\/[^"?#]+)/);
  return { thread, long, review };
}

// The post's history, once its text was changed.
async function edit_own(author, post) {
  const form = (await author.page(`${post}/edit`)).form({ fields: ["text"] });
  await author.post(form.action, { ...form.values, text: "What a projectionist would say: *the reel change is in the cup*, and nowhere else." });
  return `${post}/history`;
}

// → { site, admin, long, visitor_pages: {name: address}, member_pages: {name: address} }; site.stop() ends it.
export async function open_sample_site() {
  const site = await Site.open({ before: fill });
  const admin = await join(site, "screening", "admin");
  const { thread, long, review } = await found_on(admin);
  const veiled = first(await admin.page("/film/heat-1995"), /veil-words"><a href="([^"]+)/);
  const own = await reply_to(admin, await admin.page(thread), "", "What a projectionist would say: *the reel change is in the cup.*");
  const post = first(own.post("the reel change"), /"(\/post\/\w+)\/reply"/);
  const history = await edit_own(admin, post);
  const visitor_pages = {
    front: "/", films: "/films", film: "/film/heat-1995", "film-history": "/film/heat-1995/history",
    scene: "/film/heat-1995/scene/the-coffee-shop", "scene-veiled": veiled, "scene-history": `${veiled}/history`,
    person: "/person/michael-mann", boards: "/boards", board: "/board/heat-1995", room: "/board/lobby",
    "empty-board": "/board/metropolis-1927", thread, flat: `${thread}?order=flat`, long, post, "post-history": history, reviews: "/reviews", "film-reviews": "/film/heat-1995/reviews?order=closest", review,
    "person-board": "/person/michael-mann/board",
    member: "/member/screening", find: "/find?q=heat", "found-nothing": "/find?q=xyzzyx", help: "/help", about: "/about", design: "/about/design",
    log: "/log", "sign-in": "/sign-in", "sign-up": "/sign-up", missing: "/no/such/page",
  };
  const member_pages = {
    "own-front": "/", "own-thread": thread, "new-thread": "/board/heat-1995/new", "new-review": "/film/heat-1995/review",
    reply: `${post}/reply`, edit: `${post}/edit`, delete: `${post}/delete`, report: `${thread.split("/").slice(0, 3).join("/")}/report`,
    lock: `${thread.split("/").slice(0, 3).join("/")}/lock`, move: `${thread.split("/").slice(0, 3).join("/")}/move`,
    rating: "/film/heat-1995/rating", "review-reply": `${review.split("/").slice(0, 3).join("/")}/reply`,
    settings: "/settings", "new-scene": "/film/heat-1995/scenes/new", "edit-scene": "/film/heat-1995/scene/the-coffee-shop/edit", "new-film": "/films/new", "edit-film": "/film/heat-1995/edit", admin: "/admin",
    "admin-member": first(await admin.page("/admin/members"), /href="(\/admin\/member\/\w+)"/),
    members: "/admin/members", approvals: "/admin/approvals", invitations: "/admin/invitations",
    names: `${review.split("/").slice(0, 3).join("/")}/names?words=film&q=heat`, "post-names": `${post}/names`, "proposed-names": "/admin/names",
    "site-settings": "/admin/settings", reports: "/admin/reports", words: "/admin/words", doubts: "/admin/doubts",
  };
  return { site, admin, long, visitor_pages, member_pages };
}
