"""How to tell the bot from a copy, in paragraphs: the bot's /verify and the site say it alike (P18)."""

from dataclasses import dataclass

from bot.core.subscribers.carried import Carried
from bot.core.subscribers.subscribers import USUAL, Choice
from bot.wording.carried_text import bot_of, carried_link
from bot.wording.seminar_lines import shown_link
from bot.wording.wording import Wording


@dataclass(frozen=True)
class Addresses:
    """What is published beside the bot: official pages, what comes after this bot, the site. Each may be missing."""

    official: tuple[str, ...] = ()
    successor: str = ""
    site: str = ""


def verify_text(words: Wording, username: str, addresses: Addresses, *, ready: bool = False) -> tuple[str, ...]:
    """Return the name to compare, where it is published, what comes after, what we never ask, how to report a copy.

    ``username`` is empty where nobody has asked Telegram yet: a site without a database. ``ready`` is as below.
    """
    links = [words("verify-link", url=link, shown=shown_link(link)) for link in addresses.official]
    return (
        *((words("verify-name", username=username, links=len(links)),) if username else ()),
        "\n".join((words("verify-official"), *links)) if links else words("verify-no-links"),
        *after_text(words, addresses, ready=ready),
        words("verify-never"),
        words("verify-report", links=len(links)),
    )


def after_text(words: Wording, addresses: Addresses, *, ready: bool = False) -> tuple[str, ...]:
    """Return where the bot is found when Telegram has taken this one away, and the site; each only if there is one.

    ``ready`` adds links that subscribe there, for where there is no button that makes a link of one's own.
    """
    successor, site, links = addresses.successor, addresses.site, len(addresses.official)
    url = f"https://t.me/{successor[1:]}" if successor.startswith("@") else successor
    return (
        *((words("verify-successor", url=url, shown=shown_link(successor), links=links),) if successor else ()),
        *(_ready(words, successor) if ready else ()),
        *((words("verify-site", url=site, shown=shown_link(site)),) if site else ()),
    )


def _ready(words: Wording, successor: str) -> tuple[str, ...]:
    """Return links that bring the usual choice to the bot that comes after this one; nothing where none is named."""
    bot = bot_of(successor)
    if bot is None:
        return ()
    usual, discreet = (Carried(words.locale, on) for on in (USUAL, USUAL | {Choice.DISCREET}))
    return (words("carried-ready", url=carried_link(bot, usual), discreet=carried_link(bot, discreet)),)
