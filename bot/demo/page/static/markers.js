// **bold** and __italic__ typed by an admin become entities, as Telegram's own apps do it.

const MARKERS = /(\*\*|__)(?=\S)((?:(?!\1)[^\n])*\S)\1/gu;
const TYPES = { "**": "bold", __: "italic" };

/** {text, entities} for what was typed: markers removed, offsets in UTF-16 units. */
export function withEntities(typed) {
  return strip(typed.trim());
}

function strip(typed) {
  let text = "";
  let last = 0;
  const entities = [];
  for (const match of typed.matchAll(MARKERS)) {
    text += typed.slice(last, match.index);
    const inner = strip(match[2]);
    const offset = text.length;
    entities.push({ type: TYPES[match[1]], offset, length: inner.text.length });
    entities.push(...inner.entities.map((entity) => ({ ...entity, offset: entity.offset + offset })));
    text += inner.text;
    last = match.index + match[0].length;
  }
  return { text: text + typed.slice(last), entities };
}
