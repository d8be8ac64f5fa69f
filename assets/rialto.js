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

  // ---- drafts stay on this device until they are posted ----
  const key = box => "draft:" + box.dataset.draft;
  const say = (box, words, act, what) => {
    let line = one(".draft-said", box.parentNode);
    if (!line) {
      line = document.createElement("span");
      line.className = "hint draft-said";
      line.setAttribute("role", "status");
      box.after(line);
    }
    line.textContent = words;
    if (!act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = act;
    button.addEventListener("click", () => { what(); line.remove(); });
    line.append(" ", button);
  };
  const boxes = store ? all("textarea[data-draft]") : [];
  const sent = store && store.getItem("sent");
  if (sent && !one(".trouble, .small-form")) {
    const box = boxes.find(box => key(box) === sent);
    if (!box || box.value === "") store.removeItem(sent);
    store.removeItem("sent");
  }
  for (const box of boxes) {
    const kept = store.getItem(key(box));
    if (kept && box.value.trim() === "") {
      box.value = kept;
      say(box, texts.draftBack, texts.draftAway, () => { box.value = ""; store.removeItem(key(box)); });
    }
    let timer;
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (box.value.trim()) store.setItem(key(box), box.value);
        else store.removeItem(key(box));
      }, 400);
    });
    box.form.addEventListener("submit", event => {
      clearTimeout(timer);
      store.setItem(key(box), box.value);
      if (!event.submitter || event.submitter.name !== "preview") store.setItem("sent", key(box));
    });
  }

  // ---- the preview follows what is written ----
  for (const button of all("button[name=preview]")) {
    const box = one("textarea", button.form);
    if (!box) continue;
    let shown, timer;
    const look = async () => {
      const answer = await fetch("/preview", {method: "POST", body: new URLSearchParams({text: box.value})});
      if (!answer.ok) return false;
      if (!shown) {
        shown = document.createElement("section");
        shown.className = "preview";
        shown.setAttribute("aria-label", texts.preview);
        shown.innerHTML = "<h2></h2><div class='words' dir='auto'></div>";
        one("h2", shown).textContent = texts.howItWillLook;
        (one("section.preview") || {remove() {}}).remove();
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
  }

  // ---- quoting: only what is selected, if something in that post is ----
  const passage = post => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !post.contains(chosen.anchorNode) || !post.contains(chosen.focusNode)) return "";
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
    location.href = link.href + (words ? "&passage=" + encodeURIComponent(words) : "");
  };
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a.quote-it");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !last) return;
    event.preventDefault();
    quote(link);
  });

  // ---- long quotes fold ----
  for (const quotation of all(".post .words > blockquote")) {
    if (quotation.offsetHeight < 260) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain small";
    const fold = folded => {
      quotation.classList.toggle("folded", folded);
      button.textContent = folded ? texts.wholeQuote : texts.foldQuote;
      button.setAttribute("aria-expanded", String(!folded));
    };
    button.addEventListener("click", () => fold(!quotation.classList.contains("folded")));
    quotation.after(button);
    fold(true);
  }

  // ---- keys: j k r q / ----
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
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const here = posts[at];
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "r" && here && one("a.reply", here)) location.href = one("a.reply", here).href;
    else if (event.key === "q" && here && one("a.quote-it", here)) quote(one("a.quote-it", here));
    else if (event.key === "/") one("#find").focus();
    else return;
    event.preventDefault();
  });
})();
