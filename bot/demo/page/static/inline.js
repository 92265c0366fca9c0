// Inline mode: while a message begins with the bot's name, what the bot offers for the rest stands above the field.

import { createChoices } from "/static/choices.js";
import { byId, make } from "/static/elements.js";

const PAUSE_MS = 250;

/** `ask(query)` resolves to the query's id or null; `choose(typed, {inline_query_id, result_id})` sends a result. */
export function createInline(field, ask, choose) {
  const found = byId("found");
  let words = null;
  let name = ""; // "@" and the bot's username
  let timer = 0;
  let turn = 0; // an answer to an earlier turn comes too late
  let asked = null;
  let latest = null; // the offer may come before the response to the question

  const choices = createChoices(field, byId("results"), (data) => {
    const typed = field.value;
    close();
    if (data.insert) type(data.insert);
    else choose(typed, data);
  });

  function say(text) {
    found.textContent = text;
    byId("inline").classList.toggle("open", text !== "");
  }

  function close() {
    clearTimeout(timer);
    turn += 1;
    asked = null;
    choices.close();
    say("");
  }

  function type(text) {
    field.value = text;
    field.dispatchEvent(new Event("input"));
    field.focus();
  }

  async function question(query) {
    turn += 1;
    const mine = turn;
    const id = await ask(query);
    if (mine !== turn) return;
    asked = id;
    if (latest && latest.inline_query_id === asked) show(latest);
  }

  function show({ inline_query_id, results }) {
    choices.show(
      results.map(({ id, title, description }) => {
        const element = make("div", "result", make("strong", "", title), make("span", "", description ?? ""));
        return { element, data: { inline_query_id, result_id: id } };
      }),
    );
    say(words.offered(results.length));
  }

  function showName() {
    const element = make("div", "result", make("strong", "", name));
    choices.show([{ element, data: { insert: `${name} ` } }]);
    say(words.inlineMode);
  }

  field.addEventListener("input", () => {
    const typed = field.value.toLowerCase();
    const called = name.toLowerCase();
    clearTimeout(timer);
    if (name && typed.startsWith(called) && /^\s/.test(typed.slice(called.length))) {
      // The results of the letters before stay until those of the new ones are there.
      timer = setTimeout(() => question(field.value.slice(name.length).trim()), PAUSE_MS);
      return;
    }
    close();
    if (typed && called.startsWith(typed)) showName();
  });

  return {
    close,
    bot(username, next) {
      name = username ? `@${username}` : "";
      words = next;
    },
    offer(event) {
      latest = event;
      if (event.inline_query_id === asked) show(event);
    },
    /** Whether the list used the key. */
    key(event) {
      const used = choices.key(event);
      if (used && event.key === "Escape") close();
      return used;
    },
    type,
  };
}
