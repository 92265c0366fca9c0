// The command menu above the composer: filtered while "/…" is typed.

import { createChoices } from "/static/choices.js";
import { byId, make, spoken } from "/static/elements.js";

/** A menu for `field`; `choose(command)` is called with "/name", in a group with "/name@bot". */
export function createMenu(field, choose) {
  const list = byId("menu");
  const opener = byId("menu-open");
  let commands = [];
  let suffix = "";

  const choices = createChoices(field, list, (command) => {
    told();
    choose(command);
  });

  function told() {
    opener.ariaExpanded = String(!list.hidden);
  }

  function close() {
    choices.close();
    told();
  }

  function show(filter) {
    choices.show(commands.filter(({ command }) => command.startsWith(filter)).map(item));
    told();
  }

  function item({ command, description }) {
    const element = make("div", "command", make("strong", "", `/${command}`), spoken(": "), make("span", "", description));
    return { element, data: `/${command}${suffix}` };
  }

  opener.addEventListener("click", () => {
    if (list.hidden) show("");
    else close();
    field.focus();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  field.addEventListener("input", () => {
    const typed = /^\/([a-z0-9_]*)$/i.exec(field.value);
    if (typed) show(typed[1].toLowerCase());
    else close();
  });

  return {
    set(next, behind = "") {
      commands = next;
      suffix = behind;
      opener.hidden = !next.length;
      close();
    },
    close,
    /** Whether the menu used the key. */
    key(event) {
      const used = choices.key(event);
      told();
      return used;
    },
  };
}
