"""Two Atom feeds, which anybody can follow without standing in any database: what has changed, and the seminars."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from bot.core.faq.topics import Change, Topic, Tree
from bot.core.seminars.seminars import Seminar, SeminarState
from bot.site.records import About
from bot.wording.moments import moment_words
from bot.wording.wording import Wording

ATOM = "http://www.w3.org/2005/Atom"


NO_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs no XML may hold, also escaped; a title from a calendar file may have them, and one would end the whole feed."""

TITLES = {"news": "site-feed-news", "seminars": "site-feed-seminars"}


@dataclass(frozen=True)
class Entry:
    """An entry. ``key`` names it for ever; ``page`` is a file beside the feed."""

    key: str
    title: str
    text: str
    page: str
    updated: datetime


def news_feed(words: Wording, tree: Tree, about: About) -> bytes:
    """Return what has changed in the answers, newest first."""
    entries = [_changed(words, topic, change) for topic, change in tree.changes()]
    return _feed(words, about, "news", entries, _day(tree.facts.published))


def seminar_feed(words: Wording, seminars: Iterable[Seminar], about: About, published: datetime) -> bytes:
    """Return the seminars to come, each with its last change."""
    return _feed(words, about, "seminars", [_seminar(words, each, about) for each in seminars], published)


def published_at(tree: Tree) -> datetime:
    """Return the moment a feed without entries is of."""
    return _day(tree.facts.published)


def _changed(words: Wording, topic: Topic, change: Change) -> Entry:
    key = f"news/{topic.id}/{change.day}"
    return Entry(
        key, words.plain(f"faq-{topic.id}"), change.words[words.locale.value], f"{topic.id}.html", _day(change.day)
    )


def _seminar(words: Wording, seminar: Seminar, about: About) -> Entry:
    cancelled = seminar.state is SeminarState.CANCELLED
    when = moment_words(words, seminar.start, about.zones, "site-moment")
    title = seminar.title(words.locale)
    if cancelled:
        title, when = words.plain("seminars-calendar-cancelled", title=title), words.plain("site-feed-off", when=when)
    return Entry(f"seminar/{seminar.id}", title, when, "seminars.html", seminar.revised)


def _feed(words: Wording, about: About, name: str, entries: Iterable[Entry], empty: datetime) -> bytes:
    found, lang = list(entries), words.locale.value
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    _text(feed, "id", _urn(about, f"{lang}/{name}"))
    _text(feed, "title", words.plain(TITLES[name]))
    _text(feed, "updated", _moment(max((entry.updated for entry in found), default=empty)))
    author = ET.SubElement(feed, f"{{{ATOM}}}author")
    _text(author, "name", words.plain("site-title"))
    if about.address:
        ET.SubElement(feed, f"{{{ATOM}}}link", {"rel": "self", "href": f"{about.address}/{lang}/{name}.atom"})
    for entry in found:
        made = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _text(made, "id", _urn(about, f"{lang}/{entry.key}"))
        _text(made, "title", entry.title)
        _text(made, "updated", _moment(entry.updated))
        href = f"{about.address}/{lang}/{entry.page}" if about.address else entry.page
        ET.SubElement(made, f"{{{ATOM}}}link", {"href": href})
        _text(made, "summary", entry.text)
    ET.register_namespace("", ATOM)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = NO_XML.sub("", text)


def _urn(about: About, key: str) -> str:
    """Return an id that stays the same wherever the site lies."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'tg://user?id={about.bot}/{key}')}"


def _day(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
