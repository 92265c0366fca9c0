// A list of choices above the message field: the field keeps the focus, the arrow keys move in the list.

/** `list` shows choices for `field`; `take(data)` is called with the chosen item's own data. */
export function createChoices(field, list, take) {
  let active = -1;

  function mark(index) {
    active = index;
    [...list.children].forEach((item, place) => {
      item.ariaSelected = String(place === index);
      if (place === index) item.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[index].id);
  }

  function close() {
    if (list.hidden) return;
    list.hidden = true;
    mark(-1);
  }

  function choose(data) {
    close();
    take(data);
  }

  return {
    close,
    /** `items`: [{element, data}]; the first one is marked, none closes the list. */
    show(items) {
      close();
      items.forEach(({ element, data }, index) => {
        element.role = "option";
        element.id = `${list.id}-${index}`;
        element.addEventListener("click", () => choose(data));
        // The field keeps the focus, so that Escape and the arrow keys still work.
        element.addEventListener("mousedown", (event) => event.preventDefault());
      });
      list.replaceChildren(...items.map(({ element }) => element));
      list.hidden = !items.length;
      if (items.length) mark(0);
    },
    /** Whether the list used the key. */
    key(event) {
      if (list.hidden) return false;
      const count = list.children.length;
      if (event.key === "ArrowDown") mark((active + 1) % count);
      else if (event.key === "ArrowUp") mark((active - 1 + count) % count);
      else if (event.key === "Enter" && !event.shiftKey && active >= 0) list.children[active].click();
      else if (event.key === "Escape") close();
      else return false;
      return true;
    },
  };
}
