// Inline keyboards: what a button does, and the spinner until the bot has answered the tap.

import { make, makeButton, spoken } from "/static/elements.js";
import { linkTarget, startPayload } from "/static/links.js";

const ANSWER_TIMEOUT_MS = 10_000;
const STYLES = new Set(["danger", "success", "primary"]);

/** The rows of buttons under a bubble. */
export function renderKeyboard(message, context) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const board = make("div", "keyboard");
  board.role = "group";
  board.ariaLabel = context.words.buttons;
  for (const row of rows) {
    board.append(make("div", "row", ...row.map((button) => renderButton(button, message, context))));
  }
  return board;
}

function renderButton(button, message, context) {
  const element = action(button, message, context);
  element.classList.add("key");
  element.title = [button.text, element.title].filter(Boolean).join("\n");
  if (STYLES.has(button.style)) element.classList.add(button.style);
  return element;
}

function action(button, message, context) {
  const { words, actions } = context;
  if (button.disabled) return idle(button.text, "");
  if (button.callback_data !== undefined) return tapKey(button, message, context);
  if (button.url !== undefined) return urlKey(button, context);
  if (button.copy_text) return makeButton("", button.text, () => actions.copy(button.copy_text.text, words.copied));
  if (button.switch_inline_query_current_chat !== undefined) {
    const query = `@${context.username} ${button.switch_inline_query_current_chat}`;
    return makeButton("", button.text, () => actions.insert(query));
  }
  const query = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
  if (query === undefined) return idle(button.text, words.notHere);
  return makeButton("", button.text, () => actions.copy(`@${context.username} ${query}`, words.inlineCopied));
}

function idle(text, title) {
  const element = makeButton("", text);
  element.disabled = true;
  element.title = title;
  return element;
}

function urlKey(button, context) {
  const payload = startPayload(button.url, context.username);
  if (payload !== null) return makeButton("", button.text, () => context.actions.start(payload));
  const target = linkTarget(button.url);
  if (target === null) return idle(button.text, context.words.notHere);
  const element = make("a", "", button.text, spoken(` (${context.words.opens})`), make("span", "leads", "↗"));
  element.lastChild.ariaHidden = "true";
  element.href = target;
  element.title = target;
  element.rel = "noopener noreferrer";
  element.target = "_blank";
  return element;
}

function tapKey(button, message, context) {
  const name = `${message.message_id}:${button.callback_data}`;
  const element = makeButton("", button.text, () => context.taps.press(name, message.message_id, button.callback_data));
  element.dataset.tap = name;
  element.ariaBusy = String(context.taps.waits(name));
  return element;
}

/** Taps that wait for the bot's answer. `send(messageId, data)` resolves to the query's id or null. */
export function createTaps(send) {
  const waiting = new Map();
  const answered = new Set();

  function show(name) {
    for (const element of document.querySelectorAll("[data-tap]")) {
      if (element.dataset.tap === name) element.ariaBusy = String(waiting.has(name));
    }
  }

  function finish(name) {
    clearTimeout(waiting.get(name)?.timer);
    waiting.delete(name);
    show(name);
  }

  return {
    waits: (name) => waiting.has(name),
    async press(name, messageId, data) {
      if (waiting.has(name)) return;
      const tap = { query: null, timer: setTimeout(() => finish(name), ANSWER_TIMEOUT_MS) };
      waiting.set(name, tap);
      show(name);
      tap.query = await send(messageId, data);
      // The answer may come before the response to the POST.
      if (tap.query === null || answered.delete(tap.query)) finish(name);
    },
    answer(query) {
      const found = [...waiting].find(([, tap]) => tap.query === query);
      if (found) finish(found[0]);
      else answered.add(query);
    },
    forget() {
      for (const name of [...waiting.keys()]) finish(name);
      answered.clear();
    },
  };
}
