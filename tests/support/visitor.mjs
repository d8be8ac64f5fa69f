// Somebody with a browser that has no script: keeps cookies, follows links and sends the forms that are on the page.
import http from "node:http";
import { Page } from "./page.mjs";

export class Visitor {
  constructor(url) {
    this.url = url;
    this.cookies = new Map();
    this.headers = {}; // sent along with every request
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  }

  // One request and its answer, redirects not followed. { status, headers, body, page }
  // A server that answers and leaves before it has read all that was sent has taken nothing: it is asked once more.
  async request(method, address, asked = {}) {
    try {
      return await this.#request(method, address, asked);
    } catch (error) {
      if (error.code !== "EPIPE") throw error;
      return this.#request(method, address, asked);
    }
  }

  #request(method, address, { headers = {}, body } = {}) {
    const sent = { ...this.headers, ...headers };
    if (this.cookies.size > 0 && sent.cookie === undefined)
      sent.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (method !== "GET" && sent.origin === undefined) sent.origin = this.url;
    if (sent.origin === null) delete sent.origin;
    if (sent.cookie === undefined) delete sent.cookie;
    if (body !== undefined) sent["content-length"] = Buffer.byteLength(body);
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + address, { method, headers: sent, agent: this.agent }, (response) => {
        const pieces = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          this.#keep_cookies(response.headers["set-cookie"] ?? []);
          const text = Buffer.concat(pieces).toString("utf8");
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: text,
            page: new Page(text, address, response.statusCode),
          });
        });
      });
      request.setTimeout(30_000, () => request.destroy(new Error(`${method} ${address}: no answer in 30 s`)));
      request.on("error", reject);
      request.end(body);
    });
  }

  // The answer to GET as it came over the wire, not decoded, with these headers only. { status, headers, bytes }
  bytes(address, headers = {}) {
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + address, { headers, agent: this.agent }, (response) => {
        const pieces = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces) }));
      });
      request.setTimeout(30_000, () => request.destroy(new Error(`${address}: no answer in 30 s`)));
      request.on("error", reject);
      request.end();
    });
  }

  #keep_cookies(lines) {
    for (const line of lines) {
      const [pair, ...rest] = line.split(";");
      const [name, ...value] = pair.split("=");
      const gone = rest.some((word) => /^\s*max-age=(0|-)/i.test(word));
      if (gone) this.cookies.delete(name.trim());
      else this.cookies.set(name.trim(), value.join("="));
    }
  }

  // The page at an address, redirects followed.
  async page(address) {
    return (await this.#follow(await this.request("GET", address), address)).page;
  }

  async #follow(answer, address) {
    for (let hops = 0; [301, 302, 303, 307, 308].includes(answer.status); ++hops) {
      if (hops === 5) throw new Error(`${address}: too many redirects`);
      address = new URL(answer.headers.location, this.url + address);
      address = address.pathname + address.search;
      answer = await this.request("GET", address);
    }
    return answer;
  }

  // Posts fields to an address; redirects followed unless told.
  async post(address, fields, { follow = true, headers = {} } = {}) {
    const body = new URLSearchParams(fields).toString();
    const answer = await this.request("POST", address, {
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body,
    });
    return follow ? this.#follow(answer, address) : answer;
  }

  // Goes where the link with these words leads. `within`: only in this part of the page.
  async click(page, words, within) {
    return this.page(page.link(words, within));
  }

  // Sends the form on the page that has the named fields, or the button's words, filled in with `fields`.
  async send(page, fields, { button, within } = {}) {
    const form = page.form({ fields: Object.keys(fields), button, within });
    const values = { ...form.values, ...form.button_values(button), ...fields };
    if (form.method === "post") return (await this.post(form.action, values)).page;
    return this.page(`${form.action}?${new URLSearchParams(values)}`);
  }

  close() {
    this.agent.destroy();
  }
}
