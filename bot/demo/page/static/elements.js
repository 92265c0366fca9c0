// One way to make an element: by name, class and text. Nothing in this page is ever parsed as HTML.

/** A new element with a class and children; strings become text nodes. */
export function make(name, className = "", ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A button that does not submit. */
export function makeButton(className, label, onClick) {
  const button = make("button", className, label);
  button.type = "button";
  if (onClick) button.addEventListener("click", onClick);
  return button;
}

/** Text for screen readers only. */
export function spoken(text) {
  return make("span", "spoken", text);
}

export const byId = (id) => document.getElementById(id);
