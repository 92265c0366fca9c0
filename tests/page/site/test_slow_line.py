"""O10: over a line of 20 kbit/s an answer of the site is read within ten seconds, also by a plain web server."""

from typing import TYPE_CHECKING

import pytest

from bot.site.build import site_files
from tests.page.site import slow_line
from tests.site.records import records

if TYPE_CHECKING:
    from playwright.async_api import Browser

pytestmark = [pytest.mark.page, pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]

READABLE_SECONDS = 10


async def test_the_largest_answer_is_read_within_ten_seconds(browser: "Browser") -> None:
    path = slow_line.largest("ru")
    seen = await slow_line.opened(browser, path, packed=False)
    carried = len(site_files(records())[path]) / slow_line.BYTES_A_SECOND
    assert seen.first <= READABLE_SECONDS
    assert seen.whole >= carried, "the line is slow"
