// A page as a test reads it: its text, links and forms. Our own pages are regular, so a few patterns read them.

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export function unescape_html(text) {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (name[0] !== "#") return named[name.toLowerCase()] ?? whole;
    const code = name[1].toLowerCase() === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}

// What one reads who sees no pictures: words, and what is said instead of a picture.
export function text_of(html) {
  const bare = html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, " $1 ")
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(a|b|i|em|strong|code|span|small|time|abbr)\b/i.test(tag) ? "" : " "));
  return unescape_html(bare).replace(/\s+/g, " ").trim();
}

function attributes(tag) {
  const found = {};
  for (const [, name, , bare, double, single] of tag.matchAll(/([\w-]+)(=("([^"]*)"|'([^']*)'|[^\s>]+))?/g))
    found[name.toLowerCase()] = unescape_html(double ?? single ?? bare ?? "");
  return found;
}

class Form {
  constructor(open, inner) {
    const { method = "get", action = "" } = attributes(open.replace(/^<form/i, ""));
    this.method = method.toLowerCase();
    this.action = action;
    this.inner = inner;
    this.values = {};
    this.names = new Set();
    this.buttons = [];
    this.#read_fields();
  }

  #read_fields() {
    for (const [tag] of this.inner.matchAll(/<input\b[^>]*>/gi)) {
      const { name, value = "", type = "text", checked } = attributes(tag.slice(6));
      if (!name) continue;
      this.names.add(name);
      if (/^(radio|checkbox)$/i.test(type) && checked === undefined) continue;
      this.values[name] = value;
    }
    for (const [, open, text] of this.inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)) {
      const { name } = attributes(open);
      this.names.add(name);
      this.values[name] = unescape_html(text.replace(/^\r?\n/, ""));
    }
    for (const [, open, options] of this.inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
      const { name } = attributes(open);
      this.names.add(name);
      const all = [...options.matchAll(/<option\b([^>]*)>/gi)].map(([, option]) => attributes(option));
      this.values[name] = (all.find((option) => option.selected !== undefined) ?? all[0])?.value ?? "";
    }
    for (const [, open, words] of this.inner.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi))
      this.buttons.push({ ...attributes(open), words: text_of(words) });
  }

  button_values(words) {
    const pressed = words ? this.buttons.find((button) => button.words === words) : undefined;
    return pressed?.name ? { [pressed.name]: pressed.value ?? "" } : {};
  }
}

export class Page {
  constructor(html, address, status) {
    this.html = html;
    this.address = address;
    this.status = status;
    this.text = text_of(html);
    this.title = unescape_html(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? "");
  }

  // The address behind the first link whose words are exactly these, or match a pattern.
  link(words, within = this.html) {
    for (const [, open, inner] of within.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)) {
      const said = text_of(inner);
      if (words instanceof RegExp ? words.test(said) : said === words) return attributes(open).href;
    }
    throw new Error(`${this.address}: no link "${words}" in: ${text_of(within).slice(0, 1500)}`);
  }

  has_link(words, within) {
    try {
      return Boolean(this.link(words, within));
    } catch {
      return false;
    }
  }

  forms(within = this.html) {
    return [...within.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, open, inner]) => new Form(open, inner));
  }

  form({ fields = [], button, within } = {}) {
    const fits = (form) =>
      fields.every((name) => form.names.has(name) || form.buttons.some((one) => one.name === name)) &&
      (!button || form.buttons.some((one) => one.words === button));
    const found = this.forms(within).find(fits);
    if (found) return found;
    throw new Error(`${this.address}: no form with ${fields} / ${button} in: ${this.text.slice(0, 1500)}`);
  }

  // The posts on the page, in their order: { html, text, id }.
  posts() {
    return [...this.html.matchAll(/<article class="post[^"]*" id="p-([^"]*)"[^>]*>([\s\S]*?)<\/article>/g)].map(
      ([html, id]) => ({ html, id, text: text_of(html) }),
    );
  }

  // The post in which these words stand.
  post(words) {
    const found = this.posts().find((post) => post.text.includes(words));
    if (found) return found;
    throw new Error(`${this.address}: no post with "${words}" among: ${this.posts().map((post) => post.text.slice(0, 200)).join(" | ")}`);
  }
}
