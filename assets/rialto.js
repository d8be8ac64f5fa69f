// What the script adds; forms and links do everything without it.
"use strict";
(() => {
  const texts = document.currentScript.dataset;  // in the language of the page (src/say/en/script.txt)
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const store = (() => {
    try { localStorage.setItem("rialto", "1"); return localStorage; } catch { return null; }
  })();

  // ---- house lights, without loading the page again ----
  for (const form of all("form.lights"))
    form.addEventListener("submit", event => {
      const light = event.submitter && event.submitter.value;
      if (!light) return;
      event.preventDefault();
      document.body.dataset.light = light;
      fetch(form.action, {method: "POST", body: new URLSearchParams({lights: light, back: "/"}), redirect: "manual"});
      const other = one("button:not([value=" + light + "])", form);
      if (other) other.focus();
    });

  // ---- the menu closes when one goes elsewhere ----
  document.addEventListener("click", event => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // ---- the editor: pens, completion, pictures, limits, drafts ----
  const note = (box, kind, text, act, what) => {
    const place = box.closest(".editor");
    let line = one("." + kind, place);
    if (!line) {
      line = document.createElement("span");
      line.className = "hint " + kind;
      line.setAttribute("role", "status");
      place.append(line);
    }
    line.textContent = text;
    if (!act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = act;
    button.addEventListener("click", () => { what(); line.remove(); });
    line.append(" ", button);
  };
  // As if it had been typed, so that one can take it back with the browser's own keys.
  const type = (box, text, from, to) => {
    box.focus();
    box.setSelectionRange(from, to);
    if (document.execCommand("insertText", false, text)) return;
    box.setRangeText(text, from, to, "end");
    box.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const around = (box, before, after) => {
    const from = box.selectionStart, chosen = box.value.slice(from, box.selectionEnd);
    type(box, before + chosen + after, from, box.selectionEnd);
    box.setSelectionRange(from + before.length, from + before.length + chosen.length);
  };
  const in_front = (box, mark) => {
    const from = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1, to = box.selectionEnd;
    type(box, box.value.slice(from, to).replace(/^/gm, mark), from, to);
  };
  const pens = {
    bold: box => around(box, "**", "**"),
    italic: box => around(box, "*", "*"),
    quote: box => in_front(box, "> "),
    list: box => in_front(box, "- "),
    spoiler: box => box.value.slice(box.selectionStart, box.selectionEnd).includes("\n") ? in_front(box, ">! ") : around(box, ">!", "!<"),
    whole: box => {
      const place = /^Spoilers?:.*/i.exec(box.value);
      if (!place) type(box, "Spoilers: " + (box.dataset.film || "[[") + "\n\n", 0, 0);
      const end = box.value.indexOf("\n");
      box.setSelectionRange(end, end);
    },
    link: box => {
      const from = box.selectionStart, chosen = box.value.slice(from, box.selectionEnd);
      const is_address = /^https?:\S+$/.test(chosen);
      type(box, is_address ? "[](" + chosen + ")" : "[" + chosen + "](https://)", from, box.selectionEnd);
      const at = is_address ? from + 1 : from + chosen.length + 11;
      box.setSelectionRange(at, at);
    },
  };

  // Where the caret is, seen from the editor: a copy of the box is set with the words before it.
  const under_caret = box => {
    const copy = document.createElement("div"), style = getComputedStyle(box), mark = document.createElement("span");
    for (const name of ["font", "padding", "border", "letterSpacing", "lineHeight"]) copy.style[name] = style[name];
    Object.assign(copy.style, {position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", width: box.offsetWidth + "px"});
    copy.textContent = box.value.slice(0, box.selectionStart);
    mark.textContent = "|";
    copy.append(mark);
    box.parentNode.append(copy);
    const place = {top: box.offsetTop + mark.offsetTop - box.scrollTop + mark.offsetHeight, left: box.offsetLeft + mark.offsetLeft};
    copy.remove();
    return place;
  };
  const kinds = [["film", /\[\[([^[\]\n]{1,60})$/, name => "[[" + name + "]]"], ["member", /(?<=^|[\s(>*_])@([\p{L}\p{N}_.-]{1,30})$/u, name => "@" + name + " "]];
  const complete = box => {
    const list = document.createElement("ul");
    list.className = "picks";
    list.id = box.id + "-picks";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.picks);
    list.hidden = true;
    box.after(list);
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    let timer, asking, choice = -1, from = 0, written;
    const mark = to => {
      choice = to;
      for (const [n, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(n === to));
      if (to < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", list.children[to].id);
    };
    const close = () => { list.hidden = true; list.replaceChildren(); mark(-1); };
    const take = n => {
      const text = written(list.children[n].dataset.name);
      const after = box.value.slice(box.selectionStart).startsWith("]]") && text.endsWith("]]") ? 2 : 0;
      type(box, text, from, box.selectionStart + after);
      close();
    };
    const show = names => {
      close();
      if (!names.length) return;
      for (const [n, one_name] of names.entries()) {
        const item = document.createElement("li"), more = document.createElement("small");
        item.id = list.id + n;
        item.setAttribute("role", "option");
        item.dataset.name = one_name.name;
        more.textContent = one_name.more || "";
        item.append(one_name.name, " ", more);
        item.addEventListener("mousedown", event => { event.preventDefault(); take(n); });
        list.append(item);
      }
      const place = under_caret(box);
      list.hidden = false;
      list.style.top = place.top + "px";
      list.style.left = Math.max(0, Math.min(place.left, box.offsetWidth - list.offsetWidth)) + "px";
      mark(0);
      note(box, "found", box.dataset.picks + ": " + names.length);
    };
    const ask = async () => {
      const before = box.value.slice(Math.max(0, box.selectionStart - 80), box.selectionStart);
      for (const [kind, pattern, form] of kinds) {
        const found = pattern.exec(before);
        if (!found || box.selectionStart !== box.selectionEnd) continue;
        asking = new AbortController();
        written = form;
        from = box.selectionStart - found[1].length - (kind === "film" ? 2 : 1);
        try {
          const answer = await fetch("/complete/" + kind + "?q=" + encodeURIComponent(found[1]), {signal: asking.signal});
          show(answer.ok ? await answer.json() : []);
        } catch {}
        return;
      }
      close();
    };
    box.addEventListener("input", () => {
      clearTimeout(timer);
      if (asking) asking.abort();
      timer = setTimeout(ask, 140);
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", event => {
      if (list.hidden) return;
      const count = list.children.length;
      if (event.key === "ArrowDown") mark((choice + 1) % count);
      else if (event.key === "ArrowUp") mark((choice + count - 1) % count);
      else if (event.key === "Enter" || event.key === "Tab") take(choice);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    });
  };

  const measure = box => {
    const limit = +box.dataset.limit;
    const left = box.value.length * 3 < limit * .9 ? limit : limit - new TextEncoder().encode(box.value).length;
    const words = left < 0 ? box.dataset.over : left < limit / 10 ? box.dataset.left : "";
    box.setCustomValidity(left < 0 ? words.replace("#", -left) : "");
    const said = one(".count", box.closest(".editor"));
    if (words) note(box, "count", words.replace("#", Math.abs(left)));
    else if (said) said.remove();
  };

  const send_picture = async (box, file) => {
    if (file.size > 8388608) return note(box, "pic-said", box.dataset.large);
    const form = new FormData(), words = box.form.elements.words;
    form.append("picture", file);
    form.append("words", words ? words.value : "");
    note(box, "pic-said", "…");
    try {
      const answer = await fetch("/picture", {method: "POST", body: form}), text = await answer.text();
      if (answer.ok) {
        type(box, (/(^|\n\n)$/.test(box.value.slice(0, box.selectionStart)) ? "" : "\n\n") + text + "\n\n", box.selectionStart, box.selectionEnd);
        one(".pic-said", box.closest(".editor")).remove();
        if (words) words.value = "";
      } else note(box, "pic-said", text.length < 300 ? text : box.dataset.away);
    } catch { note(box, "pic-said", box.dataset.away); }
  };

  // Drafts: on this device at once, on the server after a moment of quiet.
  const here = box => "draft:" + box.dataset.draft;
  const keep_here = box => {
    try {
      if (box.value.trim()) store.setItem(here(box), JSON.stringify([box.value, Date.now()]));
      else store.removeItem(here(box));
    } catch {}  // no room here; the server has it
  };
  const kept_here = box => {
    const kept = store.getItem(here(box));
    try {
      const [text, at] = JSON.parse(kept);
      if (at) return [text, at];
    } catch {}
    return [kept, 0];  // the words alone, as they were kept once
  };
  const place_of = box => new URL(box.form.action).pathname;
  const is_member = document.body.classList.contains("member");
  const keep_there = async (box, text, title) => {
    if (is_member) await fetch("/draft", {method: "POST", keepalive: text.length < 9000, body: new URLSearchParams({place: place_of(box), title, text})}).catch(() => {});
  };
  const bring_back = (box, text) => {
    const before = box.value;
    box.value = text;
    measure(box);
    note(box, "draft-said", box.dataset.back, box.dataset.away_with, () => { box.value = before; if (store) store.removeItem(here(box)); keep_there(box, "", ""); });
  };
  const drafts = box => {
    if (store && /[?&]fresh/.test(location.search)) store.removeItem(here(box));
    const [text, at] = store ? kept_here(box) : [];
    const newer = !box.dataset.kept || at > +box.dataset.kept + 5000;
    if (text && text !== box.value && (box.value.trim() === "" || (box.dataset.kept && newer))) bring_back(box, text);
    let soon, later, last, changed = false;
    const ask_there = async () => {
      if (changed || box.value || !is_member) return;
      const answer = await fetch("/draft?place=" + encodeURIComponent(place_of(box))).catch(() => null);
      const draft = answer && answer.ok ? await answer.json() : null;
      if (draft && !box.value) bring_back(box, draft.text);
    };
    let asked;
    const ask = () => asked = asked || ask_there();
    box.addEventListener("focus", ask);
    const stop = () => { clearTimeout(soon); clearTimeout(later); return last; };
    box.form.addEventListener("input", () => {
      changed = true;
      stop();
      soon = setTimeout(keep_here, 200, box);
      later = setTimeout(() => {
        const title = box.form.elements.title;
        last = keep_there(box, box.value, title ? title.value : "");
      }, 2500);
    });
    addEventListener("pagehide", () => { if (changed) keep_here(box); });
    return {stop, ask};
  };

  // Before a form leaves, the house is asked whether it can be reached; if not, the words stay where they are.
  const leave = (box, stop_saving) => {
    let sure = false;
    box.form.addEventListener("submit", event => {
      const button = event.submitter;
      if (button && button.name === "preview") return;
      if (!sure) {
        event.preventDefault();
        const away = () => note(box, "away", box.dataset.away);
        return fetch("/healthy", {cache: "no-store"}).then(async answer => {
          if (!answer.ok) return away();
          await stop_saving();  // a draft that comes in after its text would stay
          sure = true;
          if (button) box.form.requestSubmit(button);
          else box.form.requestSubmit();
        }, away);
      }
      sure = false;
      if (store) store.setItem("sent", here(box));
    });
  };

  const sent = store && store.getItem("sent");
  if (sent && !one(".trouble, .small-form, .wrong")) {
    store.removeItem(sent);
    store.removeItem("sent");
  }
  // All of it for one box; what knows of its draft.
  const furnish = box => {
    complete(box);
    measure(box);
    box.addEventListener("input", () => measure(box));
    for (const button of all(".pens button", box.closest(".editor"))) button.addEventListener("click", () => pens[button.value](box));
    box.addEventListener("keydown", event => {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === "Enter") box.form.requestSubmit(one("button.first", box.form));
      const keys = "Control+" + (event.shiftKey ? "Shift+" : "") + event.key.toUpperCase();
      const pen = all(".pens button", box.closest(".editor")).find(button => button.getAttribute("aria-keyshortcuts") === keys);
      if (!pen) return;
      event.preventDefault();
      pens[pen.value](box);
    });
    box.addEventListener("paste", event => {
      const file = [...event.clipboardData.files].find(one_file => one_file.type.startsWith("image/"));
      if (!file) return;
      event.preventDefault();
      send_picture(box, file);
    });
    const files = box.form.elements.picture;
    if (files) files.addEventListener("change", async () => {
      for (const file of [...files.files]) await send_picture(box, file);
      files.value = "";
    });
    const draft = box.dataset.draft ? drafts(box) : {stop() {}, ask() {}};
    leave(box, draft.stop);
    for (const button of all("button[name=preview]:not(.pictures *)", box.form)) preview(button, box);
    return draft;
  };

  // ---- the preview follows what is written ----
  const preview = (button, box) => {
    let shown, timer;
    const look = async () => {
      const answer = await fetch("/preview", {method: "POST", body: new URLSearchParams({text: box.value, place: place_of(box)})});
      if (!answer.ok) return false;
      if (!shown) {
        shown = document.createElement("section");
        shown.className = "preview";
        shown.setAttribute("aria-label", texts.preview);
        shown.innerHTML = "<h2></h2><div class='words' dir='auto'></div>";
        one("h2", shown).textContent = texts.howItWillLook;
        (one("section.preview", box.form) || {remove() {}}).remove();
        box.form.before(shown);
      }
      one(".words", shown).innerHTML = await answer.text();
      return true;
    };
    button.addEventListener("click", event => {
      event.preventDefault();
      look().then(good => good || Promise.reject()).catch(() => {
        const plain = document.createElement("input");
        plain.type = "hidden", plain.name = "preview", plain.value = "1";
        button.form.append(plain);
        button.form.submit();
      });
    });
    box.addEventListener("input", () => {
      if (!shown) return;
      clearTimeout(timer);
      timer = setTimeout(() => look().catch(() => {}), 500);
    });
  };

  const model = one(".answer form");
  const form_here = model && model.cloneNode(true);  // before anything is added to it
  for (const box of all("form .editor textarea")) furnish(box);

  // ---- the reply box opens where one is: the thread's own form once more, under the post that is answered ----
  let opened;  // {post, box, close}
  const open_under = (post, link) => {
    if (opened && opened.post === post) return opened;
    if (opened) opened.close();
    const place = document.createElement("section"), form = form_here.cloneNode(true), box = one("textarea", form);
    const author = one(".who .author:not(.lost)", post), away = document.createElement("button");
    for (const named of all("[id]", form)) named.id += "-here";
    for (const label of all("label", form)) label.htmlFor += "-here";
    form.action = new URL(link.href).pathname;
    box.value = "";
    box.rows = 7;
    box.dataset.draft = "reply-" + post.id.slice(2);
    place.className = "answer here";
    place.setAttribute("aria-label", author ? texts.replyTo.replace("#", author.textContent) : one("a.reply", post).textContent);
    away.type = "button";
    away.textContent = texts.leaveIt;
    one(".do", form).append(away);
    place.append(form);
    post.after(place);
    const close = () => {
      if (box.value.trim()) keep_here(box);
      place.remove();
      opened = null;
    };
    const leave_it = () => { close(); one("a.reply", post).focus(); };
    away.addEventListener("click", leave_it);
    place.addEventListener("keydown", event => { if (event.key === "Escape") leave_it(); });
    opened = {post, box, close, draft: furnish(box)};
    return opened;
  };
  const can_open = post => is_member && form_here && one("a.reply", post);
  const reply = link => {
    const {box} = open_under(link.closest(".post"), link);
    box.focus({preventScroll: true});
    box.closest(".answer").scrollIntoView({block: "nearest"});
  };
  // The quotation is written by the house, which knows its source; it stands behind what is written already.
  const quote_here = async (link, href) => {
    const {box, draft} = open_under(link.closest(".post"), link);
    reply(link);
    const page = await fetch(href + "&fresh=1").then(answer => answer.text(), () => "");
    const theirs = one("main .editor textarea", new DOMParser().parseFromString(page.replace(/<style>[^]*?<\/style>/, ""), "text/html"));
    if (!theirs) return location.href = href;
    await draft.ask();
    if (box.value.includes(theirs.value.trim())) return;
    const end = box.value.length;
    type(box, (box.value.trim() ? box.value.replace(/\s*$/, "\n\n").slice(end) : "") + theirs.value, end, end);
  };

  // ---- quoting: only what is selected, if something in that post is ----
  const passage = post => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !post.contains(chosen.anchorNode) || !post.contains(chosen.focusNode)) return "";
    if (all(".veil", post).some(veil => chosen.containsNode(veil, true))) return "";  // only the whole post knows what is veiled
    return chosen.toString().trim().slice(0, 1500);
  };
  // A press on "Quote" takes the selection away before the click arrives: it is remembered for a moment.
  let last = "", forget;
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const node = chosen && !chosen.isCollapsed && chosen.anchorNode;
    const post = node && (node.nodeType === 1 ? node : node.parentElement).closest(".post");
    clearTimeout(forget);
    if (post) last = passage(post);
    else forget = setTimeout(() => { last = ""; }, 1000);
  });
  const quote = link => {
    const post = link.closest(".post");
    const words = passage(post) || (post.textContent.includes(last) ? last : "");
    const href = link.href + (words ? "&passage=" + encodeURIComponent(words) : "");
    last = "";
    if (can_open(post)) quote_here(link, href);
    else location.href = href;
  };
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a.quote-it, a.reply");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const quotes = link.matches(".quote-it");
    if (!can_open(link.closest(".post")) && !(quotes && last)) return;
    event.preventDefault();
    (quotes ? quote : reply)(link);
  });

  // ---- the source of a quote is nearer where it stands on the same page ----
  document.addEventListener("click", event => {
    const source = event.target.closest && event.target.closest("a.source");
    const post = source && document.getElementById("p-" + source.closest("blockquote").dataset.post);
    if (!post || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = post.id;
  });

  // ---- a glance at what a name leads to: beside it in the text, so that the next Tab is in it ----
  const glances = new Map();
  let card, named, opening, closed;
  const close_glance = () => {
    clearTimeout(opening);
    if (card) card.remove();
    card = named = null;
  };
  const names_page = link => {
    const place = link.closest(".post"), of_post = place && one(".acts a.names", place), of_review = one(".review .talk > .acts a.names");
    return of_post || of_review;
  };
  const open_glance = async link => {
    close_glance();
    named = link;
    const address = link.pathname + "/glance";
    if (!glances.has(address)) glances.set(address, fetch(address).then(answer => answer.ok ? answer.text() : "").catch(() => ""));
    const words = await glances.get(address);
    if (named !== link || !words) return;
    card = document.createElement("span");
    card.className = "glance";
    card.innerHTML = words;
    const correct = names_page(link);
    if (correct && is_member) {
      const wrong = document.createElement("a");
      wrong.className = "wrong-name";
      wrong.href = correct.href;
      wrong.textContent = texts.notMeant;
      one(".glance-words", card).append(" ", wrong);
    }
    link.after(card);
    const place = card.getBoundingClientRect(), from = link.getClientRects();
    const left = Math.max(8, Math.min(from[from.length - 1].left, document.documentElement.clientWidth - 8 - place.width));
    card.style.marginLeft = left - place.left + "px";
  };
  const name_at = event => event.target.closest && event.target.closest(".words a.name");
  document.addEventListener("pointerover", event => {
    const link = name_at(event);
    if (event.pointerType !== "mouse") return;
    clearTimeout(opening);
    if (link && link !== named) opening = setTimeout(open_glance, 350, link);
    else if (!link && card && !card.contains(event.target)) opening = setTimeout(close_glance, 250);
  });
  document.addEventListener("focusin", event => {
    const link = name_at(event);
    if (link && link === closed) closed = null;
    else if (link && link.matches(":focus-visible")) open_glance(link);
    else if (card && !card.contains(event.target)) close_glance();
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !card) return;
    closed = named;
    close_glance();
    closed.focus();
    closed = null;
  });

  // ---- keys: j k r q / ?, unless they are switched off on this device ----
  const switches = all(".keys-switch input");
  for (const one_switch of switches) {
    one_switch.checked = !store || store.getItem("keys") !== "off";
    one_switch.addEventListener("change", () => { if (store) store.setItem("keys", one_switch.checked ? "on" : "off"); });
  }
  const posts = all(".post");
  let at = posts.findIndex(post => "#" + post.id === location.hash);
  const go = step => {
    if (!posts.length) return;
    if (posts[at]) posts[at].classList.remove("here");
    at = Math.max(0, Math.min(posts.length - 1, at + step));
    const post = posts[at];
    post.classList.add("here");
    post.tabIndex = -1;
    post.focus({preventScroll: true});
    post.scrollIntoView({block: "nearest"});
  };
  // The chosen post, or else the first of which the head is in sight.
  const meant = () => posts[at] || posts.find(post => post.getBoundingClientRect().top >= 0);
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (store && store.getItem("keys") === "off") return;
    const post = meant();
    const link = post && {r: one("a.reply", post), q: one("a.quote-it", post)}[event.key];
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (link) link.click();
    else if (event.key === "/") one("#find").focus();
    else if (event.key === "?") location.href = "/help#keys";
    else return;
    event.preventDefault();
  });
})();
