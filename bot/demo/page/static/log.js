// The chat's messages on the page. Only changed ones are drawn again, so that a screen reader reads only new text
// and the keyboard's focus survives an edit.

import { renderBubble, markShortQuotes } from "/static/bubbles.js";
import { make } from "/static/elements.js";
import { dayText, relative } from "/static/moments.js";

/** A log that draws into `root`, which scrolls inside `scroll`. `context()` returns the present words and actions. */
export function createLog(root, scroll, context) {
  const shown = new Map();

  function draw(message, edited) {
    const beside = context().beside(message);
    const print = JSON.stringify([message, edited, beside]);
    const old = shown.get(message.message_id);
    if (old?.print === print) return old.element;
    const element = renderBubble(message, edited, beside, context());
    shown.set(message.message_id, { element, print, message, edited });
    if (old) keepFocus(old.element, element);
    return element;
  }

  // Moving an element to the place it already has would make a screen reader read it again.
  function place(element) {
    if (element.parentNode !== root) root.append(element);
  }

  function days() {
    const { now, locale, words } = context();
    const lines = new Set();
    let last = "";
    for (const { element, message } of shown.values()) {
      const day = dayText(message.date, now(), locale, words);
      if (day !== last) lines.add(dayLine(element, day));
      last = day;
    }
    for (const line of root.querySelectorAll(".day")) if (!lines.has(line)) line.remove();
  }

  return {
    /** Draws the whole chat again, after a (re)connection. */
    state(messages, marked) {
      const ids = new Set(messages.map((message) => message.message_id));
      // A person who was reading older messages when the connection broke stays there.
      const follow = !shown.size || atEnd(scroll);
      root.ariaBusy = "true";
      this.remove([...shown.keys()].filter((id) => !ids.has(id)));
      for (const message of messages) place(draw(message, marked.includes(message.message_id)));
      days();
      markShortQuotes(root);
      root.ariaBusy = "false";
      if (follow) scroll.scrollTop = scroll.scrollHeight;
    },
    clear() {
      shown.clear();
      root.replaceChildren();
    },
    put(message, edited) {
      const known = shown.has(message.message_id);
      const follow = atEnd(scroll);
      const element = draw(message, edited);
      place(element);
      days();
      markShortQuotes(element);
      if (follow || (!known && message.from?.id === context().you)) reveal(scroll, element);
    },
    remove(ids) {
      for (const id of ids) {
        shown.get(id)?.element.remove();
        shown.delete(id);
      }
      days();
    },
    /** Draws those messages again beside which something has changed: their reactions, or the name of their topic. */
    refresh() {
      const follow = atEnd(scroll);
      for (const { message, edited } of [...shown.values()]) draw(message, edited);
      if (follow) scroll.scrollTop = scroll.scrollHeight;
    },
    get: (id) => shown.get(id),
    tick() {
      const { now, locale } = context();
      for (const time of root.querySelectorAll("[data-relative]")) {
        const text = relative(Number(time.dataset.relative) - now(), locale);
        if (time.textContent !== text) time.textContent = text;
      }
    },
  };
}

function dayLine(element, day) {
  const before = element.previousElementSibling;
  if (before?.matches(".day") && before.textContent === day) return before;
  const line = make("p", "day", make("span", "", day));
  element.before(line);
  return line;
}

/** Whether the newest message is visible. */
export function atEnd(scroll) {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
}

// A message longer than the screen is shown from its beginning.
function reveal(scroll, element) {
  const tall = element.offsetHeight > scroll.clientHeight;
  scroll.scrollTop = tall ? element.offsetTop - 12 : scroll.scrollHeight;
}

function keepFocus(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const places = [...old.querySelectorAll("button, a")];
  const place = focused ? places.indexOf(focused) : -1;
  const inBoard = focused?.closest(".keyboard") ?? null;
  const boardPlace = inBoard ? [...inBoard.querySelectorAll(".key")].indexOf(focused) : -1;
  old.replaceWith(fresh);
  if (!focused) return;
  const keys = [...fresh.querySelectorAll(".key:not(:disabled)")];
  const same = keys.find((key) => key.dataset.tap && key.dataset.tap === focused.dataset.tap);
  const near = inBoard ? keys[Math.min(boardPlace, keys.length - 1)] : fresh.querySelectorAll("button, a")[place];
  (same ?? near)?.focus({ preventScroll: true });
}
