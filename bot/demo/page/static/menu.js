// The command menu above the composer: filtered while "/…" is typed, used with the arrow keys.

import { byId, make, spoken } from "/static/elements.js";

/** A menu for `field`; `choose(command)` is called with "/name", in a group with "/name@bot". */
export function createMenu(field, choose) {
  const list = byId("menu");
  const opener = byId("menu-open");
  let commands = [];
  let suffix = "";
  let active = -1;

  function mark(index) {
    active = index;
    [...list.children].forEach((item, place) => {
      item.ariaSelected = String(place === index);
      if (place === index) item.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `command-${index}`);
  }

  function show(filter) {
    const found = commands.filter(({ command }) => command.startsWith(filter));
    list.replaceChildren(...found.map(option));
    toggle(found.length > 0);
    mark(found.length && filter !== null ? 0 : -1);
  }

  function option({ command, description }, index) {
    const item = make("div", "command", make("strong", "", `/${command}`), spoken(": "), make("span", "", description));
    item.role = "option";
    item.id = `command-${index}`;
    item.dataset.command = `/${command}${suffix}`;
    item.addEventListener("click", () => take(item));
    // The field keeps the focus, so that Escape and the arrow keys still work.
    item.addEventListener("mousedown", (event) => event.preventDefault());
    return item;
  }

  function toggle(open) {
    list.hidden = !open;
    opener.ariaExpanded = String(open);
    if (!open) mark(-1);
  }

  function take(item) {
    toggle(false);
    choose(item.dataset.command);
  }

  opener.addEventListener("click", () => {
    if (list.hidden) show("");
    else toggle(false);
    field.focus();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(false);
  });
  field.addEventListener("input", () => {
    const typed = /^\/([a-z0-9_]*)$/i.exec(field.value);
    if (typed) show(typed[1].toLowerCase());
    else toggle(false);
  });

  return {
    set(next, behind = "") {
      commands = next;
      suffix = behind;
      opener.hidden = !next.length;
      toggle(false);
    },
    close: () => toggle(false),
    /** Whether the menu used the key. */
    key(event) {
      if (list.hidden) return false;
      const items = [...list.children];
      if (event.key === "ArrowDown") mark((active + 1) % items.length);
      else if (event.key === "ArrowUp") mark((active - 1 + items.length) % items.length);
      else if (event.key === "Enter" && !event.shiftKey && active >= 0) take(items[active]);
      else if (event.key === "Escape") toggle(false);
      else return false;
      return true;
    },
  };
}
