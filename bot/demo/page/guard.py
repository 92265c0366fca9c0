"""Who may speak to the chat page: this machine's own browser, and only a page that came from here.

Loopback alone is no wall: any web site can make a browser send requests to 127.0.0.1, and a name can be
made to point there (DNS rebinding). So the name must be a loopback name, and a change must come from this page.
"""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses foreign names (403), foreign origins (403) and posts that are not JSON (415)."""
    if not is_local(request.headers.get("Host", "")):
        raise web.HTTPForbidden(text="This page answers to localhost only.")
    if request.method == "POST":
        if request.headers.get("Origin", "") != f"http://{request.headers['Host']}":
            raise web.HTTPForbidden(text="Only this page may post here.")
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="Only application/json.")
    return await handler(request)


def is_local(host: str) -> bool:
    """Whether a Host header names this machine, with any port."""
    try:
        parts = urlsplit(f"//{host}")
        return parts.netloc == host and parts.hostname in LOOPBACK_NAMES and "@" not in host
    except ValueError:
        return False


async def harden(_request: web.Request, response: web.StreamResponse) -> None:
    """The same strict headers on everything, refusals included."""
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault("Cache-Control", "no-cache")
