// Media in messages: files to download, photos to look at, and a name for every other kind.

import { make, spoken } from "/static/elements.js";
import { fileAddress } from "/static/server.js";

const NAMED = ["video", "animation", "audio", "voice", "video_note", "sticker", "contact", "location"];
const SERVICE = new Set([
  ...["message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "via_bot"],
  ...["message_thread_id", "is_topic_message", "sender_chat", "quote", "external_reply"],
]);

/** The element for a message's media, or null when it is text alone. */
export function renderMedia(message, context) {
  if (message.document && !message.animation) return documentRow(message.document, context.words);
  if (message.photo) return photo(message, context.words);
  const kind = NAMED.find((name) => message[name]);
  if (kind) return make("p", "media", `${context.words[kind]} ${detail(message[kind])}`.trim());
  const known = message.text !== undefined || Object.keys(message).every((name) => SERVICE.has(name));
  return known ? null : make("p", "media", context.words.other);
}

function detail(media) {
  if (media.emoji) return media.emoji;
  if (media.phone_number) return media.phone_number;
  return media.latitude === undefined ? "" : `${media.latitude}, ${media.longitude}`;
}

function documentRow(file, words) {
  const name = file.file_name ?? words.file;
  const row = make("a", "file", mark(), make("span", "file-name", name));
  if (file.file_size) row.append(make("span", "file-size", size(file.file_size, words.bytes)));
  row.append(spoken(words.download));
  row.href = fileAddress(file.file_id);
  row.download = name;
  return row;
}

function mark() {
  const element = make("span", "file-mark", "↓");
  element.ariaHidden = "true";
  return element;
}

function photo(message, words) {
  const largest = message.photo.at(-1);
  const image = make("img", "photo");
  image.src = fileAddress(largest.file_id);
  image.alt = words.photo;
  // Width and height are set before loading, so that the chat does not move when the photo arrives.
  if (largest.width && largest.height) Object.assign(image, { width: largest.width, height: largest.height });
  return image;
}

/** 1234 → "1.2 KB". */
export function size(bytes, units) {
  let amount = bytes;
  let index = 0;
  while (amount >= 1024 && index < units.length - 1) {
    amount /= 1024;
    index += 1;
  }
  return `${index && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${units[index]}`;
}
