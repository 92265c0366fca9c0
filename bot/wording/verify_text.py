"""How to tell the bot from a copy, in paragraphs: the bot's /verify and the site say it alike (P18)."""

from collections.abc import Sequence

from bot.wording.seminar_lines import shown_link
from bot.wording.wording import Wording


def verify_text(
    words: Wording, username: str, official: Sequence[str], successor: str, site: str = ""
) -> tuple[str, ...]:
    """Return the name to compare, where it is published, what comes after, what we never ask, how to report a copy.

    ``username`` is empty where nobody has asked Telegram yet: a site without a database.
    """
    links = [words("verify-link", url=link, shown=shown_link(link)) for link in official]
    return (
        *((words("verify-name", username=username, links=len(links)),) if username else ()),
        "\n".join((words("verify-official"), *links)) if links else words("verify-no-links"),
        *_after(words, successor, len(links)),
        *((words("verify-site", url=site, shown=shown_link(site)),) if site else ()),
        words("verify-never"),
        words("verify-report", links=len(links)),
    )


def _after(words: Wording, successor: str, links: int) -> tuple[str, ...]:
    """Return where the bot is found when Telegram has taken this one away; nothing when nobody has said so."""
    if not successor:
        return ()
    url = f"https://t.me/{successor[1:]}" if successor.startswith("@") else successor
    return (words("verify-successor", url=url, shown=shown_link(successor), links=links),)
