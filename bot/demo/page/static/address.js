// Which person is chosen, and with which start link: kept in the address after "#".

/** {id, payload}: of "#anna?start=faq_first-steps". A payload Telegram would not accept is ignored. */
export function readAddress(hash = location.hash) {
  const [id, query] = hash.slice(1).split("?");
  const payload = new URLSearchParams(query ?? "").get("start");
  return { id: safeDecode(id), payload: /^[A-Za-z0-9_-]{1,64}$/.test(payload ?? "") ? payload : null };
}

/** Remembers the person; a start link is used up. */
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
