// Short answers to taps: a toast that disappears, or an alert that stays until it is closed.

import { byId, make } from "/static/elements.js";

const TOAST_MS = 4000;

/** Shows a toast: screen readers read it once, it disappears after a few seconds. */
export function toast(text) {
  const element = make("p", "toast", text);
  byId("toasts").append(element);
  setTimeout(() => element.remove(), TOAST_MS + text.length * 40);
}

/** An alert with one button; Escape closes it too. */
export function alertBox(title, text) {
  const dialog = byId("alert");
  byId("alert-title").textContent = title;
  byId("alert-text").textContent = text;
  if (!dialog.open) dialog.showModal();
}

/** Copies the text and shows a toast about it. */
export async function copy(text, done, failed) {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    toast(failed);
  }
}

/** A button that opens a panel: Escape and a tap elsewhere close it again. */
export function popover(button, panel) {
  const set = (open) => {
    panel.hidden = !open;
    button.ariaExpanded = String(open);
  };
  button.addEventListener("click", () => set(panel.hidden));
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target) && !button.contains(event.target)) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    set(false);
    button.focus();
  });
  return set;
}
