// The people the visitor can be: a list of tabs, each with its number of unread messages.

import { byId, make, spoken } from "/static/elements.js";

const SEEN_KEY_PREFIX = "seen-";

/** Tabs for the personas; `choose(persona)` is called when one is chosen. */
export function createPeople(personas, choose) {
  const list = byId("tabs");
  const tabs = new Map(personas.map((persona) => [persona.id, tab(persona)]));
  const counts = new Map();
  let current = null;
  let reading = null; // whose home is in view: the private chat, a lawyer's is the group
  list.append(...tabs.values());

  function tab(persona) {
    const face = make("span", `avatar face-${personas.indexOf(persona) % 4}`, Array.from(persona.name)[0]);
    face.ariaHidden = "true";
    const names = make("span", "names", make("span", "name", persona.name), make("span", "note", persona.note));
    const badge = make("span", "badge");
    badge.hidden = true;
    const element = make("button", "person", face, badge, names);
    element.type = "button";
    element.role = "tab";
    element.id = `tab-${persona.id}`;
    element.lang = persona.language;
    element.setAttribute("aria-controls", "chat");
    element.addEventListener("click", () => choose(persona));
    return element;
  }

  function move(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = personas.findIndex((persona) => persona.id === current);
    const next = personas[(place + step + personas.length) % personas.length];
    choose(next);
    tabs.get(next.id).focus();
  }

  function badge(id, words) {
    const count = counts.get(id) ?? 0;
    const seen = Number(sessionStorage.getItem(SEEN_KEY_PREFIX + id)) || 0;
    // A count below the known one means that the server was restarted.
    if (seen > count) sessionStorage.removeItem(SEEN_KEY_PREFIX + id);
    const unread = count - (seen > count ? 0 : seen);
    const element = tabs.get(id).querySelector(".badge");
    element.hidden = !unread;
    element.replaceChildren(...(unread ? [hiddenNumber(unread), spoken(words.unread(unread))] : []));
  }

  list.addEventListener("keydown", move);
  return {
    /** Away from home its messages stay unread. */
    select(persona, group) {
      current = persona.id;
      reading = group === (persona.home === "group") ? current : null;
      for (const [id, element] of tabs) {
        element.ariaSelected = String(id === current);
        element.tabIndex = id === current ? 0 : -1;
      }
      byId("chat").setAttribute("aria-labelledby", `tab-${current}`);
    },
    /** `received`: {id: how many messages the bot has sent this person}. */
    received(received, words) {
      for (const [id, count] of Object.entries(received)) {
        if (!tabs.has(id)) continue;
        counts.set(id, count);
        if (id === reading) sessionStorage.setItem(SEEN_KEY_PREFIX + id, String(count));
        badge(id, words);
      }
    },
  };
}

function hiddenNumber(count) {
  const element = make("span", "", String(count));
  element.ariaHidden = "true";
  return element;
}
