"""SITE_DIR: the bot keeps the site as it is itself."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.core.faq.topics import TextStamp
from bot.core.locales import Locale
from bot.site.keeping import KeepSite
from bot.site.records import Records
from tests.chat import town
from tests.site.records import ABOUT, TEXTS, TODAY, tree


async def test_the_site_follows_a_seminar_and_a_day(tmp_path: Path) -> None:
    page = tmp_path / "site" / "ru" / "seminars.html"
    async with town(site_dir=tmp_path / "site") as t:
        admin = t.admin()
        await t.app.keep_site()
        before = page.read_text(encoding="utf-8")
        await admin.announces(f"/seminar {(t.clock.now() + timedelta(days=3)):%Y-%m-%d} 19:00 | Суд | Court")
        await t.app.keep_site()
        assert "<h2>Суд</h2>" not in before and "<h2>Суд</h2>" in page.read_text(encoding="utf-8")
        written = page.stat().st_mtime_ns
        await t.app.keep_site()
        assert page.stat().st_mtime_ns == written
        await t.later(days=5)
        await t.app.keep_site()
        assert "<h2>Суд</h2>" not in page.read_text(encoding="utf-8")


async def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    async with town() as t:
        await t.app.keep_site()
    assert not await asyncio.to_thread(lambda: [*tmp_path.iterdir()])


async def test_another_tree_in_the_place_of_one_that_is_gone_is_noticed(tmp_path: Path) -> None:
    """Python may give a new tree the number of the old one."""
    stamp = TextStamp("fees", Locale.RU, TODAY, "Jane Doe", "")
    drawn: list[Records] = []

    async def shown() -> Records:
        return drawn[0]

    made: Any = shown
    keep = KeepSite(made, tmp_path / "site")
    page = tmp_path / "site" / "ru" / "first-steps.html"
    for stamps in ({}, {("first-steps", Locale.RU): stamp}) * 4:
        drawn.clear()
        drawn.append(Records(TEXTS, replace(tree(), stamps=stamps), ABOUT))
        await keep()
        assert ("Черновик" in page.read_text(encoding="utf-8")) is not bool(stamps)
