// Pictures of the site's pages: node screenshots.mjs FOLDER [PART-OF-A-NAME…]. See tools/screenshots.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { join } from "../support/people.mjs";
import { root, Site } from "../support/site.mjs";
import { Browser, desk, phone } from "./chromium.mjs";

const [folder, ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const site = await Site.open({
  before: async (one) => {
    await one.rialto("catalogue", "import", path.join(root, "shelf/films.jsonl"));
    await one.rialto("sample");
  },
});
const browser = await Browser.open();
try {
  const member = await join(site, "screening", "admin");
  const first_of = async (address, pattern) => pattern.exec((await member.page(address)).html)?.[1];
  const thread = await first_of("/boards", /href="(\/thread\/[^"?#]+)/);
  const review = await first_of("/reviews", /href="(\/review\/[^"?#]+)/);
  const pages = {
    front: "/", films: "/films", film: "/film/heat-1995", person: "/person/michael-mann", boards: "/boards",
    board: "/board/heat-1995", thread, flat: thread && `${thread}?order=flat`, reviews: "/reviews", review,
    member: "/member/screening", find: "/find?q=heat", help: "/help", about: "/about", log: "/log",
    "sign-in": "/sign-in", "sign-up": "/sign-up", missing: "/no/such/page",
  };
  const own = { "own-thread": thread, "new-thread": "/board/heat-1995/new", settings: "/settings", admin: "/admin", members: "/admin/members", edit: "/film/heat-1995/edit" };
  const cookies = [...member.cookies].map(([name, value]) => ({ name, value }));
  for (const [width, size] of Object.entries({ 390: phone, 1280: desk }))
    for (const [light, scheme] of Object.entries({ night: "dark", day: "light" }))
      for (const [names, signed_in] of [[pages, []], [own, cookies]]) {
        const { page, close } = await browser.window(site.url, { size, light: scheme, cookies: signed_in });
        for (const [name, address] of Object.entries(names)) {
          if (!address || (wanted.length > 0 && !wanted.some((part) => name.includes(part)))) continue;
          await page.goto(site.url + address, { waitUntil: "load" });
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({ path: path.join(folder, `${name}-${width}-${light}.png`), fullPage: true });
        }
        await close();
      }
  console.log(`Pictures are in ${folder}`);
} finally {
  await browser.close();
  await site.stop();
}
