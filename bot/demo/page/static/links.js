// Which addresses may become links, and which are this bot's own.

const SCHEMES = new Set(["http:", "https:", "tg:"]);
const TELEGRAM = new Set(["t.me", "telegram.me", "telegram.dog"]);

function parsed(address) {
  const trimmed = address.trim();
  // "example.org:80/x" names a port, "tg://x" and "javascript:x" a scheme.
  const named = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/:?#]+\.[^/:?#]+:\d/.test(trimmed);
  try {
    return new URL(named ? trimmed : `https://${trimmed}`);
  } catch {
    return null;
  }
}

/** The address to open, or null when its scheme is not one of http, https, tg. */
export function linkTarget(address) {
  const url = parsed(address);
  return url && SCHEMES.has(url.protocol) ? url.href : null;
}

/** The start payload of a link to this bot (it may be empty), or null when the link goes elsewhere. */
export function startPayload(address, username) {
  const url = parsed(address);
  if (!url || !username) return null;
  const same = (name) => (name ?? "").toLowerCase() === username.toLowerCase();
  if (url.protocol === "tg:") {
    const here = /^(\/\/)?resolve/.test(url.href.slice(3)) && same(url.searchParams.get("domain"));
    return here ? allowed(url.searchParams.get("start")) : null;
  }
  if (!TELEGRAM.has(url.hostname) || !same(url.pathname.replaceAll("/", ""))) return null;
  return allowed(url.searchParams.get("start"));
}

function allowed(payload) {
  return payload && /^[A-Za-z0-9_-]{1,64}$/.test(payload) ? payload : "";
}
