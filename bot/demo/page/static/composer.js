// Where a person writes: a field that grows, Enter to send, a reply line, the command menu, inline mode.

import { byId } from "/static/elements.js";
import { excerpt } from "/static/bubbles.js";
import { createInline } from "/static/inline.js";
import { withEntities } from "/static/markers.js";
import { createMenu } from "/static/menu.js";

const DRAFT_KEY_PREFIX = "draft-";

/** The composer; `act("send", {text, entities?, reply_to?})` resolves to null when the server did not get it. */
export function createComposer(act) {
  const field = byId("text");
  const replying = byId("replying");
  let current = null;
  let replyTo = null;
  let formatting = false;

  const menu = createMenu(field, (command) => {
    field.value = "";
    submit(command);
  });

  const ask = async (query) => (await act("inline", { query }))?.inline_query_id ?? null;
  const inline = createInline(field, ask, (typed, chosen) => deliver("choose", chosen, typed));

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    byId("send").disabled = !field.value.trim();
    if (current) sessionStorage.setItem(DRAFT_KEY_PREFIX + current, field.value);
  }

  function reply(id, text) {
    replyTo = id;
    replying.hidden = id === null;
    byId("replying-text").textContent = text;
  }

  /** The body with the message it replies to; the reply line is gone then. */
  function answering(body) {
    const whole = replyTo === null ? body : { ...body, reply_to: replyTo };
    reply(null, "");
    return whole;
  }

  async function submit(typed) {
    const { text, entities } = formatting ? withEntities(typed) : { text: typed.trim(), entities: [] };
    if (!text) return;
    await deliver("send", entities.length ? { text, entities } : { text }, typed);
  }

  async function deliver(action, body, typed) {
    const kept = [replyTo, byId("replying-text").textContent];
    field.value = "";
    const whole = answering(body);
    grow();
    if ((await act(action, whole)) !== null) return;
    // A text that was not sent is put back, unless the field has a new one.
    if (!field.value) field.value = typed;
    reply(...kept);
    grow();
  }

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    menu.close();
    inline.close();
    submit(field.value);
    field.focus();
  });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (menu.key(event) || inline.key(event)) event.preventDefault();
    else if (event.key === "Escape") reply(null, "");
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      byId("composer").requestSubmit();
    }
  });
  byId("replying-stop").addEventListener("click", () => {
    reply(null, "");
    field.focus();
  });

  return {
    commands: menu.set,
    bot: inline.bot,
    offer: inline.offer,
    focus: () => field.focus(),
    /** Shows the composer of another chat; everybody keeps a draft in each, over a reload too. */
    show(persona, group, words) {
      current = group ? `${persona.id}/group` : persona.id;
      formatting = persona.role === "admin";
      field.placeholder = formatting ? words.messageAdmin : words.message;
      field.title = formatting ? words.messageAdminTitle : "";
      field.lang = persona.language;
      field.value = sessionStorage.getItem(DRAFT_KEY_PREFIX + current) ?? "";
      inline.close();
      reply(null, "");
      grow();
    },
    answering,
    insert: inline.type,
    replyTo(message, words) {
      reply(message.message_id, excerpt(message, words));
      field.focus();
    },
  };
}
