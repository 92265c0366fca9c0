"""SITE_DIR: the bot keeps the site as it is itself."""

import asyncio
from datetime import timedelta
from pathlib import Path

from tests.chat import town


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
