"""Whether the addresses that people and Telegram are given lead where they should (``bot check --online``)."""

from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.checks.texts import Finding
from bot.exit_codes import EXIT_CONFIG

TELEGRAM = "https://t.me/"

Visit = Callable[[str], str]
"""Opens an address and returns the one it ends at; raises OSError when nobody answers, or with an error."""

Resolve = Callable[[str], list[str]]
"""Returns the IPv4 addresses of a name; none when there are none."""


def link_findings(links: Iterable[str], successor: str, visit: Visit) -> Iterator[Finding]:
    """Yield what is wrong with the links that /verify shows; a server of others that is down is only noted."""
    named = [*((f"OFFICIAL_LINKS, number {at}", link) for at, link in enumerate(links, 1))]
    if successor:
        named.append(("SUCCESSOR", TELEGRAM + successor[1:] if successor.startswith("@") else successor))
    faults = [finding for name, link in named if (finding := _fault(name, link, visit))]
    yield from faults
    if named and not faults:
        yield Finding("links", f"{len(named)} of {len(named)} answer, and lead nowhere else")


def _fault(name: str, link: str, visit: Visit) -> Finding | None:
    try:
        end = visit(link)
    except OSError as error:
        return Finding("links", f"{name} does not answer ({type(error).__name__}): correct it, or try later", note=True)
    if _site(end) != _site(link):
        words = f"{name} leads on to another site, {_site(end)}: people learn from it whom to believe; name that site"
        return Finding("links", words, EXIT_CONFIG)
    return None


def _site(link: str) -> str:
    return (urlsplit(link).hostname or "").removeprefix("www.")


LEFT_OUT = Finding(
    "webhook",
    "whether the name in WEBHOOK_URL has an address is not looked up: it would pass TELEGRAM_PROXY by",
    note=True,
)


def webhook_address_findings(url: str, resolve: Resolve) -> Iterator[Finding]:
    """Yield what keeps Telegram from calling the name in WEBHOOK_URL."""
    found = resolve(urlsplit(url).hostname or "")
    if not found:
        words = "the name in WEBHOOK_URL has no IPv4 address, and Telegram calls no other: give it an A record"
        yield Finding("webhook", words, EXIT_CONFIG)
    elif not any(ip_address(each).is_global for each in found):
        words = "the name in WEBHOOK_URL leads into a private network: only a Bot API server of your own can call it"
        yield Finding("webhook", words, note=True)
