// The page: shows one chat, draws the server's events and posts what the person does.

import { createAttach } from "/static/attach.js";
import { createComposer } from "/static/composer.js";
import { byId } from "/static/elements.js";
import { createGuide } from "/static/guide.js";
import { createTaps } from "/static/keyboards.js";
import { atEnd, createLog } from "/static/log.js";
import { alertBox, copy, popover, toast } from "/static/notices.js";
import { createPeople } from "/static/people.js";
import { readAddress, writeAddress } from "/static/address.js";
import { listen, people, post, seat } from "/static/server.js";
import { speak, wordsFor } from "/static/strings.js";

const TYPING_MS = 5000;

const personas = await people();
const scroll = byId("scroll");
const view = {
  persona: personas[0],
  words: wordsFor("en"),
  bot: {},
  you: 0, // the persona's id in Telegram
  inGroup: false, // the group is in view, not the chat with the bot
  group: null, // {title, member, topics}: whether the bot is in the group, and the topics of a forum by id
  reactions: {}, // the emoji under messages, by the message's id
  skew: 0, // seconds between the server's clock and this one
  payload: null, // of a start link that waits for the press
  started: false,
  blocked: false,
  following: true, // the newest message is in view
};
let hangUp = () => {};
let typingTimer = 0;

const act = async (action, body) => {
  const answer = await post(seat(view.persona.id, view.inGroup), action, body);
  if (answer === null) toast(view.words.failed);
  return answer;
};
const taps = createTaps(async (message_id, data) => (await act("tap", { message_id, data }))?.callback_query_id ?? null);
const composer = createComposer(act);
createAttach((kind) => act("attach", composer.answering({ kind })));
const log = createLog(byId("log"), scroll, context);
const tabs = createPeople(personas, (persona) => choose(persona, { inGroup: persona.home === "group" }));
const guide = createGuide();
const closeMore = popover(byId("more"), byId("more-list"));

function context() {
  return {
    words: view.words,
    locale: view.persona.language,
    language: view.persona.language,
    username: view.bot.username,
    botName: view.bot.name,
    you: view.you,
    group: view.inGroup,
    now: () => Date.now() / 1000 + view.skew,
    beside: (message) => ({ topic: topicOf(message), reactions: view.reactions[message.message_id] ?? [] }),
    taps,
    actions,
  };
}

function topicOf(message) {
  return (message.is_topic_message && view.group?.topics?.[message.message_thread_id]?.name) || "";
}

const actions = {
  send: (text) => act("send", { text }),
  start,
  copy: (text, done) => copy(text, done, view.words.copyFailed),
  insert: composer.insert,
  reply: (id) => composer.replyTo(log.get(id).message, view.words),
  find: (id) => log.get(id)?.element.scrollIntoView({ block: "center" }),
};

async function start(payload) {
  if (view.inGroup) {
    choose(view.persona, { payload: payload || null });
    return;
  }
  view.payload = null;
  const answer = await act("start", payload ? { payload } : {});
  if (answer === null) return;
  view.started = true;
  controls();
  composer.focus();
}

const handlers = {
  state(state) {
    const { bot, you, started, blocked, group } = state;
    Object.assign(view, { bot, you, started, blocked, group, reactions: state.reactions });
    view.skew = state.now - Date.now() / 1000;
    commands(state);
    composer.bot(bot.username, view.words);
    guide(view.persona, view.words, bot.username);
    // What stands above the log must have its height before the log scrolls to its end.
    controls();
    log.state(state.messages, state.marked);
    taps.forget();
    tabs.received(state.received, view.words);
  },
  message({ message }) {
    const made = message.forum_topic_created ?? message.forum_topic_edited;
    if (made?.name && view.group?.topics) {
      view.group.topics[message.message_thread_id] = { name: made.name };
      log.refresh();
    }
    if (message.from?.is_bot) typing(false);
    else if (!view.inGroup) view.started = true;
    log.put(message, false);
    controls();
    const forced = message.from?.is_bot && message.reply_markup?.force_reply;
    if (forced) composer.replyTo(message, view.words);
  },
  edit: ({ message, marked }) => log.put(message, marked),
  delete: ({ message_ids }) => log.remove(message_ids),
  reaction({ message_id, reactions }) {
    view.reactions[message_id] = reactions;
    log.refresh();
  },
  topics({ topics }) {
    if (view.group) view.group.topics = topics;
    log.refresh();
    controls();
  },
  toast({ text, alert, callback_query_id }) {
    taps.answer(callback_query_id);
    if (text && alert) alertBox(view.bot.name, text);
    else if (text) toast(text);
  },
  offer: (offer) => composer.offer(offer),
  action: () => typing(true),
  membership({ blocked, member }) {
    if (view.group) view.group.member = member;
    else view.blocked = blocked;
    controls();
  },
  commands,
  received: ({ received }) => tabs.received(received, view.words),
};

// In a group a command names the bot it is for, as Telegram's apps write it.
function commands({ commands: offered }) {
  composer.commands(offered, view.inGroup ? `@${view.bot.username}` : "");
}

function typing(on) {
  clearTimeout(typingTimer);
  if (on) typingTimer = setTimeout(() => typing(false), TYPING_MS);
  byId("status").textContent = on ? view.words.typing : status();
}

function status() {
  const { words, blocked, group } = view;
  if (group) return group.member ? words.groupWithBot : words.groupWithoutBot;
  return blocked ? words.blockedHint : words.bot;
}

// What the person can do now: press START, unblock, or write.
function controls() {
  const { persona, words, bot, started, blocked, payload, group } = view;
  const waits = !blocked && (!started || payload !== null);
  const title = group ? group.title : bot.name;
  byId("bot-name").textContent = title;
  document.querySelector(".bot-avatar").textContent = Array.from(title ?? "")[0] ?? "";
  const lawyers = Boolean(group) && persona.role === "lawyer";
  byId("about").textContent = group ? (lawyers ? words.lawyersTitle : words.groupTitle) : words.whatCanItDo;
  byId("description").textContent = about(lawyers);
  byId("welcome").hidden = started && !group;
  byId("start").hidden = !waits;
  byId("start").textContent = payload === null ? words.start : words.startWith(payload);
  byId("unblock").hidden = !blocked;
  byId("unblock").textContent = words.unblock;
  byId("block").textContent = membershipWords();
  byId("topics").hidden = !lawyers;
  byId("topics").textContent = group?.topics ? words.topicsOff : words.topicsOn;
  byId("composer").hidden = waits || blocked;
  document.title = title ? `${title} · ${view.persona.name}` : view.persona.name;
  typing(false);
}

function about(lawyers) {
  const { words, bot, group } = view;
  if (lawyers) return words.lawyersAbout;
  return group ? words.groupAbout(bot.username) : bot.description || words.noDescription;
}

function membershipWords() {
  const { words, blocked, group } = view;
  if (group) return group.member ? words.removeBot : words.addBot;
  return blocked ? words.unblock : words.block;
}

function block() {
  closeMore(false);
  if (view.group) return act(view.group.member ? "remove" : "add");
  return act(view.blocked ? "unblock" : "block");
}

/** Shows a person's chat with the bot, maybe with a start link that waits, or the group. */
function choose(persona, { payload = null, inGroup = false } = {}) {
  hangUp();
  const words = wordsFor(persona.language);
  Object.assign(view, { persona, payload, words, inGroup, group: null, reactions: {}, started: true, blocked: false });
  writeAddress(persona.id, inGroup);
  document.documentElement.lang = persona.language === "ru" ? "ru" : "en";
  speak(view.words);
  log.clear();
  taps.forget();
  composer.show(persona, inGroup, view.words);
  composer.commands([]);
  tabs.select(persona, inGroup);
  guide(persona, view.words, view.bot.username ?? "");
  byId("switch").ariaLabel = inGroup ? view.words.toBot : view.words.toGroup;
  byId("switch").title = byId("switch").ariaLabel;
  document.documentElement.classList.toggle("in-group", inGroup);
  byId("connection").textContent = "";
  byId("connection").hidden = true;
  hangUp = listen(seat(persona.id, inGroup), handlers, alive);
}

function alive(up) {
  const line = byId("connection");
  line.hidden = up;
  line.textContent = up ? "" : view.words.lost;
}

function chooseByAddress() {
  const { id, group, payload } = readAddress();
  const found = personas.find((persona) => persona.id === id);
  choose(found ?? personas[0], found ? { payload: group ? null : payload, inGroup: group } : {});
}

// The address names the person, so the skip link must not change it.
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  const target = ["text", "start", "unblock"].map(byId).find((element) => element.checkVisibility());
  target?.focus();
});
byId("start").addEventListener("click", () => start(view.payload));
byId("unblock").addEventListener("click", block);
byId("block").addEventListener("click", block);
byId("topics").addEventListener("click", () => {
  closeMore(false);
  act("topics");
});
byId("switch").addEventListener("click", () => choose(view.persona, { inGroup: !view.inGroup }));
byId("newest").addEventListener("click", () => scroll.scrollTo({ top: scroll.scrollHeight }));
// A phone's keyboard or the reply line makes the chat smaller; its end stays visible. A scroll event that comes after
// the change of size was not caused by the reader.
let height = scroll.clientHeight;
scroll.addEventListener("scroll", () => {
  if (scroll.clientHeight === height) view.following = atEnd(scroll);
  byId("newest").hidden = view.following;
});
new ResizeObserver(() => {
  height = scroll.clientHeight;
  if (view.following) scroll.scrollTop = scroll.scrollHeight;
}).observe(scroll);
// A key that an edit puts under a finger takes the focus; a ring around it would look like a choice.
window.addEventListener("pointerdown", () => document.documentElement.classList.add("by-pointer"), true);
window.addEventListener("keydown", () => document.documentElement.classList.remove("by-pointer"), true);
window.addEventListener("hashchange", chooseByAddress);
setInterval(() => log.tick(), 5000);
chooseByAddress();
