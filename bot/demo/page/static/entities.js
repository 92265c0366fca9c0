// Text and entities (offsets in UTF-16 units, which is what JavaScript strings count too) become
// elements of an allow-list. Text is only added as text nodes, so nothing a person writes can become markup.

import { make, makeButton } from "/static/elements.js";
import { linkTarget, startPayload } from "/static/links.js";
import { momentText } from "/static/moments.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
// Of two entities over the same text the earlier one in this list is outside; a date replaces its text, so it is innermost.
const OUTER = ["expandable_blockquote", "blockquote", "pre"];

/** A fragment for the text; `context` has words, locale, now(), the bot's username and the actions. */
export function renderText(text, entities, context) {
  const root = document.createDocumentFragment();
  const spans = inOrder(text, entities);
  const stack = [];
  let afterBlock = false;
  for (const [start, end] of pieces(text, spans)) {
    const cover = spans.filter((span) => span.start <= start && span.end >= end);
    let kept = 0;
    while (kept < stack.length && stack[kept].span === cover[kept]) kept += 1;
    afterBlock = stack.splice(kept).some(({ span }) => BLOCKS.has(span.type)) || afterBlock;
    for (const span of cover.slice(kept)) {
      const made = build(span, text, context);
      (stack.at(-1)?.inner ?? root).append(made.outer);
      stack.push({ span, inner: made.inner });
    }
    const piece = text.slice(start, end);
    // A block element ends its line; the newline after it would add an empty one.
    (stack.at(-1)?.inner ?? root).append(afterBlock && !cover.length ? piece.replace(/^\n/, "") : piece);
    afterBlock = false;
  }
  return root;
}

function inOrder(text, entities) {
  const spans = (entities ?? []).map((entity) => ({
    ...entity,
    start: whole(text, Math.max(0, entity.offset)),
    end: whole(text, Math.min(text.length, entity.offset + entity.length)),
  }));
  return spans
    .filter((span) => span.end > span.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}

function rank(span) {
  if (span.type === "date_time") return OUTER.length + 1;
  const place = OUTER.indexOf(span.type);
  return place < 0 ? OUTER.length : place;
}

// A boundary inside a surrogate pair moves behind the pair, because half of one is no character.
function whole(text, index) {
  const inside = /[\uDC00-\uDFFF]/.test(text.charAt(index)) && /[\uD800-\uDBFF]/.test(text.charAt(index - 1));
  return inside ? index + 1 : index;
}

function pieces(text, spans) {
  const edges = new Set([0, text.length]);
  for (const span of spans) edges.add(span.start).add(span.end);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => [sorted[index], end]);
}

const BUILDERS = {
  pre: (span) => {
    const code = make("code");
    const outer = make("pre", "", code);
    if (span.language) outer.dataset.language = span.language;
    return { outer, inner: code };
  },
  blockquote: () => same(make("blockquote")),
  expandable_blockquote: (_span, _text, context) => expandable(context.words),
  spoiler: (_span, _text, context) => same(spoiler(context.words)),
  text_link: (span, _text, context) => link(span.url, context),
  url: (_span, text, context) => link(text, context),
  email: (_span, text) => same(anchor(`mailto:${text}`)),
  phone_number: (_span, text) => same(anchor(`tel:${text.replace(/[^\d+]/g, "")}`)),
  bot_command: (_span, text, context) => same(makeButton("link", "", () => context.actions.send(text))),
  date_time: (span, text, context) => moment(span, text, context),
};

function build(span, text, context) {
  const covered = text.slice(span.start, span.end);
  if (Object.hasOwn(PLAIN, span.type)) return same(make(PLAIN[span.type]));
  if (Object.hasOwn(BUILDERS, span.type)) return BUILDERS[span.type](span, covered, context);
  return same(make("span", /^(mention|hashtag|cashtag)$/.test(span.type) ? "tag" : ""));
}

const same = (element) => ({ outer: element, inner: element });

function anchor(href) {
  const element = make("a");
  element.href = href;
  element.rel = "noopener noreferrer";
  element.target = "_blank";
  return element;
}

function link(address, context) {
  const payload = startPayload(address, context.username);
  if (payload !== null) return same(makeButton("link", "", () => context.actions.start(payload)));
  const target = linkTarget(address);
  if (target === null) return same(make("span"));
  const element = anchor(target);
  element.title = target;
  return same(element);
}

function spoiler(words) {
  const element = make("span", "spoiler");
  element.role = "button";
  element.tabIndex = 0;
  element.ariaLabel = words.spoiler;
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    element.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
  };
  element.addEventListener("click", reveal, { once: true });
  element.addEventListener("keydown", reveal);
  return element;
}

function expandable(words) {
  const inner = make("div", "quote-text");
  const toggle = makeButton("quote-toggle", words.showMore, () => set(!outer.classList.contains("open")));
  const outer = make("blockquote", "expandable", inner, toggle);
  const set = (open) => {
    outer.classList.toggle("open", open);
    toggle.textContent = open ? words.showLess : words.showMore;
    toggle.ariaExpanded = String(open);
  };
  set(false);
  inner.addEventListener("focusin", () => set(true));
  return { outer, inner };
}

function moment(span, text, context) {
  const element = make("time", "moment");
  const instant = new Date(span.unix_time * 1000);
  const format = span.date_time_format ?? "";
  if (Number.isNaN(instant.valueOf())) return same(element);
  element.dateTime = instant.toISOString();
  element.title = text;
  const shown = momentText(span.unix_time, format, context.locale, context.now());
  if (shown === null) return same(element);
  if (format === "r") Object.assign(element.dataset, { relative: span.unix_time });
  element.append(shown);
  return { outer: element, inner: document.createDocumentFragment() };
}
