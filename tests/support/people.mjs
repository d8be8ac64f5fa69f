// Members for tests: accounts made with the program's own command, signed in through the form.
export const password = "tungsten by night 42";

// An account, signed in: a visitor with a session.
export async function join(site, name, role = "member") {
  await site.rialto_with(`${password}\n`, "member", "add", name, "--role", role, "--stdin");
  const visitor = site.visitor();
  await sign_in(visitor, name);
  visitor.name = name;
  return visitor;
}

export async function sign_in(visitor, name, word = password) {
  const page = await visitor.page("/sign-in");
  return visitor.send(page, { name, password: word });
}

export async function is_signed_in(visitor) {
  return /<body class="member/.test((await visitor.page("/")).html);
}

// A new thread; the page that its author is then shown.
export async function start_thread(visitor, board, title, text) {
  const form = await visitor.click(await visitor.page(board), "Start a thread");
  return visitor.send(form, { title, text }, { button: "Start the thread" });
}

// Replies to the post in which `words` stand, on this page of its thread.
export async function reply_to(visitor, page, words, text) {
  const form = await visitor.click(page, "Reply", page.post(words).html);
  return visitor.send(form, { text }, { button: "Post" });
}
