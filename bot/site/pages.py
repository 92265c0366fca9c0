"""The pages that are no answers: what is new, how to tell a fake, what is stored, and what is not there."""

from bot.core.faq.topics import Tree
from bot.site.answers import link
from bot.site.page import Page, listed
from bot.site.records import About
from bot.wording.markup import escaped, paragraph, paragraphs_of
from bot.wording.verify_text import Addresses, verify_text
from bot.wording.wording import Wording

PRIVACY = ("privacy-how-long", "privacy-questions", "privacy-telegram", "privacy-limits", "privacy-version")
"""What the bot says of itself that holds without a chat."""


def news(words: Wording, tree: Tree) -> Page:
    """Return what has changed in the answers, newest first."""
    told = [
        f"<h2>{link(words, tree, topic)}</h2>"
        + paragraph(words("site-change", day=change.day, what=change.words[words.locale.value]))
        for topic, change in tree.changes()
    ]
    feed = listed([f'<a href="news.atom">{escaped(words.plain("site-feed-news"))}</a>'])
    return Page(
        "news", words.plain("site-news"), "".join(told or [paragraph(words("site-news-none", day=tree.day))]) + feed
    )


def verify(words: Wording, about: About) -> Page:
    """Return how to reach the bot, and how to tell it from a copy."""
    bot = f"https://t.me/{about.username}"
    reach = paragraph(words("site-reach", url=bot, username=about.username)) if about.username else ""
    said = verify_text(words, about.username, Addresses(about.official, about.successor), ready=True)
    return Page("verify", words.plain("site-verify"), reach + "".join(map(paragraphs_of, said)))


def missing(words: Wording) -> Page:
    """Return what a web server shows for an address that leads nowhere."""
    links = (("index", "site-home"), ("search", "site-search"), ("answers", "site-offline"))
    body = listed(f'<a href="{name}.html">{escaped(words.plain(key))}</a>' for name, key in links)
    return Page("404", words.plain("site-missing"), paragraph(words("site-missing-text")) + body)


def privacy(words: Wording) -> Page:
    """Return what this site and the bot know of a reader."""
    of_the_bot = "".join(map(paragraphs_of, map(words, PRIVACY)))
    body = f"{paragraphs_of(words('site-privacy-text'))}<h2>{words('site-privacy-bot')}</h2>{of_the_bot}"
    return Page("what-is-stored", words.plain("site-privacy"), body)
