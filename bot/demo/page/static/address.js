// The chosen person and the start link, kept in the page's address behind "#".

/** {id, payload} from "#anna?start=faq_first-steps". A payload that Telegram would not accept is ignored. */
export function readAddress(hash = location.hash) {
  const [id, query] = hash.slice(1).split("?");
  const payload = new URLSearchParams(query ?? "").get("start");
  return { id: safeDecode(id), payload: /^[A-Za-z0-9_-]{1,64}$/.test(payload ?? "") ? payload : null };
}

/** Writes the person into the address and removes the start link. */
export function writeAddress(id) {
  const hash = `#${encodeURIComponent(id)}`;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
