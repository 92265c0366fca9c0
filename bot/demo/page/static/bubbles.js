// A message as a bubble: its sender, the message it replies to, its media, its text, its time, its buttons.

import { make, makeButton, spoken } from "/static/elements.js";
import { renderText } from "/static/entities.js";
import { renderKeyboard } from "/static/keyboards.js";
import { renderMedia } from "/static/media.js";
import { clockText } from "/static/moments.js";
import { languageOf } from "/static/strings.js";

/**
 * The article element for a message; `edited` is true when it was edited otherwise than in answer to a tap. `beside`:
 * {topic, reactions}, the name of its topic or "", and the emoji under it.
 */
export function renderBubble(message, edited, beside, context) {
  const service = serviceText(message, context);
  if (service) return serviceLine(message, service, beside);
  const out = message.from?.id === context.you;
  const text = message.text ?? message.caption ?? "";
  const bubble = make("div", "bubble");
  if (beside.topic) bubble.append(topicName(beside.topic, context));
  bubble.append(sender(message, out, context));
  if (message.via_bot) bubble.append(make("p", "via", context.words.via(message.via_bot.username)));
  if (message.reply_to_message && !message.reply_to_message.forum_topic_created) bubble.append(quoted(message.reply_to_message, context));
  const media = renderMedia(message, context);
  if (media) bubble.append(media);
  const line = foot(message, edited, context);
  if (text) bubble.append(body(text, message.entities ?? message.caption_entities, line, context));
  bubble.append(line);
  const article = make("article", `message ${out ? "out" : "in"}`, make("div", "line", bubble, answer(message, context)));
  article.dataset.id = message.message_id;
  if (beside.reactions.length) article.append(reactionLine(beside.reactions, context));
  const board = renderKeyboard(message, context);
  if (board) {
    article.classList.add("with-keys");
    article.append(board);
  }
  return article;
}

// Beside the bot, only a group has others who write.
function sender(message, out, { words, group, botName, username }) {
  if (out || !group) return spoken(`${out ? words.you : words.theBot}:`);
  const name = message.from?.username === username ? botName : message.sender_chat?.title ?? message.from?.first_name;
  return make("p", "sender", name ?? "", spoken(":"));
}

function topicName(name, { words }) {
  return make("p", "topic", spoken(`${words.topic}:`), ` ${name}`);
}

function reactionLine(reactions, { words }) {
  const counts = new Map();
  for (const emoji of reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  const shown = [...counts].map(([emoji, count]) => make("span", "reaction", count > 1 ? `${emoji} ${count}` : emoji));
  return make("p", "reactions", spoken(`${words.reactions}: `), ...shown);
}

// What Telegram writes itself into a group; "" for what somebody has written.
function serviceText(message, { words }) {
  if (message.forum_topic_created) return words.topicCreated(message.forum_topic_created.name);
  if (message.forum_topic_edited) return words.topicEdited(message.forum_topic_edited.name ?? "");
  if (message.forum_topic_closed) return words.topicClosed;
  if (message.forum_topic_reopened) return words.topicReopened;
  if (message.pinned_message) return words.pinned(excerpt(message.pinned_message, words));
  if (message.new_chat_title) return words.titled(message.new_chat_title);
  if (message.left_chat_member) return words.left(message.left_chat_member.first_name);
  return "";
}

function serviceLine(message, text, { topic }) {
  const named = topic && !message.forum_topic_created ? `${topic}: ${text}` : text;
  const article = make("article", "service", make("p", "", named));
  article.dataset.id = message.message_id;
  return article;
}

function body(text, entities, line, context) {
  const element = make("div", "text");
  element.lang = languageOf(text, context.language);
  element.dir = "auto";
  // The time is drawn over the end of the last line; this element keeps that space free.
  const place = make("span", "place");
  place.dataset.line = line.textContent;
  element.append(renderText(text, entities, context), place);
  return element;
}

function foot(message, edited, context) {
  const element = make("p", "foot-line");
  if (edited) element.append(make("span", "edited", context.words.edited), " ");
  const time = make("time", "", clockText(message.date, context.locale));
  time.dateTime = new Date(message.date * 1000).toISOString();
  element.append(time);
  return element;
}

function quoted(message, context) {
  return makeButton("quoted", excerpt(message, context.words), () => context.actions.find(message.message_id));
}

function answer(message, context) {
  const button = makeButton("icon reply", "↩", () => context.actions.reply(message.message_id));
  button.ariaLabel = context.words.reply;
  button.title = context.words.reply;
  return button;
}

/** The first words of a message. */
export function excerpt(message, words) {
  const text = (message.text ?? message.caption ?? (message.photo ? words.photo : words.file)).replace(/\s+/g, " ");
  const letters = Array.from(text);
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : text;
}

/** Marks quotes that fit without their button as short; heights are known only after the layout. */
export function markShortQuotes(root) {
  for (const quote of root.querySelectorAll(".expandable:not(.open)")) {
    const inner = quote.querySelector(".quote-text");
    quote.classList.toggle("short", inner.scrollHeight <= inner.clientHeight + 2);
  }
}
