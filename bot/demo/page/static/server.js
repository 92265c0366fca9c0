// All requests to the server: small JSON posts and one event stream for the shown chat.

/** Where a persona's chat with the bot, or the group as this persona sees it, has its address at this server. */
export function seat(key, group) {
  return `/api/${group ? "group" : "chat"}/${encodeURIComponent(key)}`;
}

/** Posts an action in a chat; resolves to the answer's JSON, or null when the request failed. */
export async function post(chat, action, body = {}) {
  try {
    const response = await fetch(`${chat}/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** The people the visitor can be: [{id, name, note, role, language}]. Retries until the server answers. */
export async function people() {
  for (;;) {
    try {
      const response = await fetch("/api/personas");
      if (response.ok) return await response.json();
    } catch {
      // The server may be starting again while the page is open.
    }
    await new Promise((resume) => setTimeout(resume, 1000));
  }
}

/** A file's address at this server. */
export function fileAddress(fileId) {
  return `/api/file/${encodeURIComponent(fileId)}`;
}

/**
 * Listens to one chat and reconnects by itself. Every (re)connection begins with "state", so nothing is
 * missed. `handlers` maps event types to functions; `alive(bool)` is called when the connection opens or breaks.
 */
export function listen(chat, handlers, alive) {
  let source = null;
  let timer = 0;
  const open = () => {
    source = new EventSource(`${chat}/events`);
    source.addEventListener("open", () => alive(true));
    source.addEventListener("error", () => {
      alive(false);
      // The browser stops retrying after an answer that is no event stream.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 2000);
    });
    for (const [type, handle] of Object.entries(handlers)) {
      source.addEventListener(type, (event) => handle(JSON.parse(event.data)));
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
