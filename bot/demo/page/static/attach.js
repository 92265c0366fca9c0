// The paper clip: made-up things to send. Nothing is read from the visitor's device.

import { byId } from "/static/elements.js";
import { popover } from "/static/notices.js";

/** Makes the menu openable; `send(kind)` is called with "photo", "voice", "sticker", "contact" or "album". */
export function createAttach(send) {
  const opener = byId("attach");
  const panel = byId("attach-list");
  const set = popover(opener, panel);
  opener.addEventListener("click", () => {
    if (!panel.hidden) panel.querySelector("button").focus();
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    // A tap on the opener closes the menu by itself; closed here before, it would open again.
    if (relatedTarget && relatedTarget !== opener && !panel.contains(relatedTarget)) set(false);
  });
  panel.addEventListener("click", (event) => {
    const item = event.target.closest("[data-kind]");
    if (!item) return;
    opener.focus();
    set(false);
    send(item.dataset.kind);
  });
}
