"""Which requests the chat page accepts: from a browser on this machine, and only from the page itself.

A loopback address alone protects nothing: any web site can make a browser send requests to 127.0.0.1, and a host name
can be made to point there (DNS rebinding). So the Host must be a loopback name, and the Origin of a POST this page.
"""

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.demo.local_requests import is_local

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
    """Middleware that refuses foreign hosts (403), foreign origins (403) and posts that are not JSON (415)."""
    if not is_local(request.headers.get("Host", "")):
        raise web.HTTPForbidden(text="This page answers to localhost only.")
    if request.method == "POST":
        if request.headers.get("Origin", "") != f"http://{request.headers['Host']}":
            raise web.HTTPForbidden(text="Only this page may post here.")
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="Only application/json.")
    return await handler(request)


async def harden(_request: web.Request, response: web.StreamResponse) -> None:
    """Set the security headers on every response, refusals included."""
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault("Cache-Control", "no-cache")
