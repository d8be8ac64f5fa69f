// What a page says by itself: texts between tags and attributes that are shown or read aloud, without what people wrote
// (dir="auto", lang="…"), code, and the head.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { unescape_html } from "./page.mjs";

const without_end = new Set(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "!doctype", "path", "rect"]);
const passed_over = new Set(["head", "script", "style", "code", "kbd", "samp", "pre"]);
const spoken = ["aria-label", "title", "placeholder", "alt", "data-lift", "data-lower"];

function attributes_of(tag) {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => [name, unescape_html(value)]));
}

const has_letters = (words) => /\p{L}/u.test(words);

// Where each text stands, for a test to tell: [{ words, where: "footer > a" }].
export function interface_of(html) {
  const found = [];
  const open = [];
  const add = (words, where) => has_letters(words) && found.push({ words: words.replace(/\s+/g, " ").trim(), where });
  const silent = () => open.some((one) => one.silent);
  const trail = () => open.slice(-3).map((one) => one.name).join(" > ");
  for (const [, closing, name, rest, text] of html.matchAll(/<(\/?)(!?[a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gi)) {
    if (text !== undefined) {
      if (!silent()) add(unescape_html(text), trail());
    } else if (closing) {
      while (open.length > 0 && open.pop().name !== name.toLowerCase());
    } else {
      const attributes = attributes_of(rest);
      const kept = passed_over.has(name.toLowerCase()) || attributes.dir === "auto" || (attributes.lang !== undefined && name !== "html");
      if (!kept && !silent()) for (const one of spoken) if (attributes[one]) add(attributes[one], `${trail()} > ${name}[${one}]`);
      if (!without_end.has(name.toLowerCase())) open.push({ name: name.toLowerCase(), silent: kept });
    }
  }
  return found;
}

// The texts that say the same in both languages: { "Rialto", "Spoiler" … }.
export async function texts_alike(root, one, other) {
  const [first, second] = await Promise.all([one, other].map((tag) => texts_of(path.join(root, "src/say", tag))));
  return new Set([...first].filter(([key, words]) => second.get(key) === words).map(([, words]) => words));
}

async function texts_of(folder) {
  const texts = new Map();
  for (const file of await readdir(folder)) {
    let key;
    for (const line of (await readFile(path.join(folder, file), "utf8")).split("\n")) {
      const begun = /^([a-z]\w*) = (.*)$/.exec(line);
      if (begun) texts.set((key = `${file}:${begun[1]}`), begun[2]);
      else if (line.startsWith(" ")) texts.set(key, `${texts.get(key)} ${line.trim()}`);
    }
  }
  return texts;
}
