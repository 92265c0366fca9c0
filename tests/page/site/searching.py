"""``python -m tests.page.site.searching FILE…``: how well the search of the site finds labelled questions (O10).

Each file has a question a line, as tests/search/labelled. The real script works in Chromium on the pages as files; what
counts is whether an accepted answer is first, or among the first three. Questions that no answer fits are left out.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from bot.core.locales import Locale
from bot.site.build import site_files
from bot.site.writing import write_site
from tests.page.conftest import CHROMIUM
from tests.site.records import records, tree

if TYPE_CHECKING:
    from playwright.async_api import Browser

SEARCH = """async (texts) => {
  const field = document.getElementById("words"), form = field.form;
  const ask = (text) => { field.value = text; form.dispatchEvent(new Event("submit", { cancelable: true })); };
  ask("x");
  while (!window.siteWords) await new Promise((done) => setTimeout(done, 20));
  return texts.map((text) => {
    ask(text);
    return [...document.querySelectorAll("#found a")].map((link) => link.getAttribute("href").replace(".html", ""));
  });
}"""


@dataclass(frozen=True)
class Question:
    """What somebody could type, and the answers that fit."""

    text: str
    locale: Locale
    fits: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How many there were, and which share had a fitting answer first, and among three."""

    count: int
    first: float
    three: float


def labelled(files: Iterable[Path]) -> list[Question]:
    """Return the questions that an answer fits; mixed ones are asked in Russian."""
    answers = frozenset(topic.id for topic in tree().topics)
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    spoken = {"en": Locale.EN}
    made = [Question(row["text"], spoken.get(row["lang"], Locale.RU), answers & set(row["labels"])) for row in rows]
    return [question for question in made if question.fits]


async def scored(browser: "Browser", questions: Iterable[Question], folder: Path) -> dict[Locale, Score]:
    """Ask the site, which is written into the folder, in both languages."""
    write_site(folder / "site", site_files(records()))
    asked, found = list(questions), {}
    for locale in Locale:
        mine = [question for question in asked if question.locale is locale]
        page = await browser.new_page()
        try:
            await page.goto((folder / "site" / locale.value / "search.html").as_uri())
            ranked = await page.evaluate(SEARCH, [question.text for question in mine])
        finally:
            await page.close()
        pairs = [(question.fits, ids) for question, ids in zip(mine, ranked, strict=True)]
        shares = [sum(bool(fits & set(ids[:top])) for fits, ids in pairs) / max(len(pairs), 1) for top in (1, 3)]
        found[locale] = Score(len(pairs), *shares)
    return found


async def main(names: list[str]) -> None:
    """Print a line for each language."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        with tempfile.TemporaryDirectory() as folder:
            for locale, score in (await scored(browser, labelled(map(Path, names)), Path(folder))).items():
                print(f"{locale}: {score.count} questions, first {score.first:.1%}, among three {score.three:.1%}")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
