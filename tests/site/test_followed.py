"""O10: what calendars and feed readers make of the site while a seminar is announced, moved and called off.

Read back by other people's programs: icalendar, feedparser.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from tests.chat import Chatter, Town, town
from tests.privacy.test_discreet import TELLING

LANGUAGES = ("ru", "en")
FORM = "/seminar 2026-12-01 19:00 America/New_York | Убежище: сроки | Asylum: deadlines | https://youtu.be/abc | 90m"
CARD = (">/seminar", "Убежище")
SITE = "https://mirror.example.org"


@dataclass(frozen=True)
class Followed:
    """The files of a moment, as programs read them."""

    folder: Path

    def feed(self, name: str) -> Any:
        """Return a feed, well formed."""
        feed = feedparser.parse((self.folder / name).read_bytes())
        assert not feed.bozo, feed.get("bozo_exception")
        return feed

    def event(self, name: str) -> Any:
        """Return the one seminar of a calendar."""
        (event,) = Calendar.from_ical((self.folder / name).read_bytes()).walk("VEVENT")
        return event

    def seen(self) -> Iterator[tuple[str, int, str, str]]:
        """Yield UID, SEQUENCE, STATUS and start of the seminar in every calendar."""
        for lang in LANGUAGES:
            for name in ("seminars", "meetings"):
                event = self.event(f"{lang}/{name}.ics")
                yield str(event["UID"]), event["SEQUENCE"], str(event["STATUS"]), event["DTSTART"].dt.isoformat()


async def after(t: Town, admin: Chatter, folder: Path, *steps: str) -> Followed:
    """Let the admin do this and that an hour later, and the site follow; a step that begins with > is typed."""
    await t.later(hours=1)
    for step in steps:
        await (admin.sends(step[1:]) if step.startswith(">") else admin.taps(step))
    await t.app.keep_site()
    return Followed(folder)


async def test_calendars_correct_one_event_and_feeds_one_entry(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    async with town(site_dir=folder, site_url=SITE) as t:
        admin = t.admin()
        now = await after(t, admin, folder, f">{FORM}", "Объявить")
        first = list(now.seen())
        entry = now.feed("ru/seminars.atom").entries[0]
        assert {each[1:] for each in first} == {(0, "CONFIRMED", "2026-12-02T00:00:00+00:00")}
        assert entry.title == "Убежище: сроки" and entry.link == f"{SITE}/ru/seminars.html"

        now = await after(t, admin, folder, *CARD, "Перенести", ">2026-12-06 19:00 America/New_York", "Перенести ·")
        moved = list(now.seen())
        assert [each[0] for each in moved] == [each[0] for each in first], "the same events, corrected"
        assert {each[1:] for each in moved} == {(1, "CONFIRMED", "2026-12-07T00:00:00+00:00")}
        later = now.feed("ru/seminars.atom").entries[0]
        assert later.id == entry.id and later.updated_parsed > entry.updated_parsed
        assert "6 дек. 2026" in later.summary

        now = await after(t, admin, folder, *CARD, "Отменить семинар", "Отменить семинар ·")
        gone = list(now.seen())
        assert [each[0] for each in gone] == [each[0] for each in first]
        assert {each[1:3] for each in gone} == {(2, "CANCELLED")}
        last = now.feed("en/seminars.atom").entries[0]
        assert last.title == "Seminar cancelled: Asylum: deadlines"
        assert last.summary.startswith("It was planned for Sun 6 Dec 2026, 19:00 New York")
        before = later.updated_parsed
        assert now.feed("ru/seminars.atom").entries[0].updated_parsed > before, "else no reader shows it anew"
        assert now.event("ru/seminars.ics")["SUMMARY"] == "Семинар отменён: Убежище: сроки"
        assert now.event("ru/meetings.ics")["SUMMARY"] == "Встреча отменена"
        for lang in LANGUAGES:
            discreet = (folder / lang / "meetings.ics").read_bytes().replace(b"\r\n ", b"").decode()
            assert not TELLING.search(discreet)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_program_that_follows_is_told_how_often_and_from_where(tmp_path: Path, lang: str) -> None:
    async with town(site_dir=tmp_path / "site", site_url=SITE) as t:
        now = await after(t, t.admin(), tmp_path / "site", f">{FORM}", "Объявить")
        for name in ("seminars", "meetings"):
            calendar: Any = Calendar.from_ical((now.folder / lang / f"{name}.ics").read_bytes())
            assert calendar["REFRESH-INTERVAL"].dt.total_seconds() == 6 * 3600
            assert calendar["X-WR-CALNAME"] and calendar["METHOD"] == "PUBLISH"
        for name in ("news", "seminars"):
            feed = now.feed(f"{lang}/{name}.atom")
            (own,) = [link for link in feed.feed.links if link.rel == "self"]
            assert own.href == f"{SITE}/{lang}/{name}.atom"
            assert feed.version == "atom10" and feed.feed.title and feed.feed.updated_parsed
            assert len({each.id for each in feed.entries}) == len(feed.entries)
            assert feed.feed.language == lang
