// "What to try": beside the chat on a wide screen, behind (i) on a phone.

import { byId, make } from "/static/elements.js";

/** Makes the card openable; returns a function that fills it for a persona. */
export function createGuide() {
  const card = byId("guide");
  const opener = byId("guide-open");
  const set = (open) => {
    card.classList.toggle("open", open);
    opener.ariaExpanded = String(open);
    if (open) byId("guide-close").focus();
  };
  opener.addEventListener("click", () => set(!card.classList.contains("open")));
  byId("guide-close").addEventListener("click", () => close());
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const close = () => {
    set(false);
    opener.focus();
  };
  return (persona, words, username) => {
    const steps = words.steps[persona.role];
    byId("steps").replaceChildren(...steps.map((step) => make("li", "", step.replaceAll("{bot}", `@${username}`))));
    byId("hint").textContent = words.hint;
  };
}
