// Debian's Chromium, headless, driven by playwright-core; closed to every host but the site under test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

export class Browser {
  static async open() {
    const browser = new Browser();
    browser.profile = await mkdtemp(path.join(tmpdir(), "rialto-chromium-"));
    browser.chromium = await chromium.launch({
      executablePath: process.env.RIALTO_CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: flags,
      env: { ...process.env, HOME: browser.profile, XDG_CONFIG_HOME: browser.profile, XDG_CACHE_HOME: browser.profile },
    });
    return browser;
  }

  // A window of its own, with its own cookies. `faults` gathers what a page must not do: say something on the console,
  // fail, or ask another host.
  async window(site_url, { size = desk, light = "dark", script = true, cookies = [] } = {}) {
    const context = await this.chromium.newContext({
      viewport: size,
      colorScheme: light,
      javaScriptEnabled: script,
      locale: "en-GB",
      timezoneId: "UTC",
      reducedMotion: "reduce",
    });
    if (cookies.length > 0) await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: site_url })));
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(site_url) && !address.startsWith("data:")) faults.push(`asked another host: ${address}`);
    });
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    return { page, faults, context, close: () => context.close() };
  }

  async close() {
    await this.chromium.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}

// How many pixels a page is wider than its window.
export const overhang = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
