// Pictures of the site's pages: node screenshots.mjs FOLDER [PART-OF-A-NAME…]. See tools/screenshots.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Browser } from "./chromium.mjs";
import { open_sample_site } from "./sample_site.mjs";

const [folder, ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const is_wanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));

const { site, admin, visitor_pages, member_pages } = await open_sample_site();
const cookies = [...admin.cookies].map(([name, value]) => ({ name, value }));
const browser = await Browser.open();

async function picture(page, name, address, file) {
  await page.goto(site.url + address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    for (const picture of document.images) picture.loading = "eager"; // also those below what a window shows
    return Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  });
  await page.screenshot({ path: path.join(folder, `${name}-${file}.png`), fullPage: true });
}

try {
  for (const width of [360, 1024, 1920])
    for (const [light, scheme] of Object.entries({ night: "dark", day: "light" }))
      for (const [pages, signed_in] of [[visitor_pages, []], [member_pages, cookies]]) {
        const { page, close } = await browser.window(site.url, { size: { width, height: 900 }, light: scheme, cookies: signed_in });
        for (const [name, address] of Object.entries(pages))
          if (is_wanted(name)) await picture(page, name, address, `${width}-${light}`);
        await close();
      }
  console.log(`Pictures are in ${folder}`);
} finally {
  await browser.close();
  await site.stop();
}
