// The chosen person, the chat and the start link, kept in the page's address behind "#".

const GROUP_SUFFIX = "/group";

/** {id, group, payload} from "#anna?start=faq_first-steps" or "#anna/group". A payload that Telegram would not accept is ignored. */
export function readAddress(hash = location.hash) {
  const [place, query] = hash.slice(1).split("?");
  const group = place.endsWith(GROUP_SUFFIX);
  const id = group ? place.slice(0, -GROUP_SUFFIX.length) : place;
  const payload = new URLSearchParams(query ?? "").get("start");
  return { id: safeDecode(id), group, payload: /^[A-Za-z0-9_-]{1,64}$/.test(payload ?? "") ? payload : null };
}

/** Writes the person and the chat into the address and removes the start link. */
export function writeAddress(id, group) {
  const hash = `#${encodeURIComponent(id)}${group ? GROUP_SUFFIX : ""}`;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
