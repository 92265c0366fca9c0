"""Edited answers in ``locales/`` beside the database: ``ru/faq-….ftl``, ``en/faq-….ftl``, ``topics.toml``."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.core.faq.reload import Edited
from bot.core.locales import Locale

CHECKER_TIMEOUT_SECONDS = 60
"""Seconds the checker has, on the smallest machine."""
TOO_LONG = "the checker did not end in time: is the machine too busy?"


class EditedAnswers:
    """core.reload.Overrides over a folder, which need not exist."""

    def __init__(self, folder: Path, checker: str) -> None:
        """Keep the folder, and the module that checks it when it is run with the folder as its argument."""
        self._folder, self._checker = folder, checker

    def read(self) -> Edited:
        """Return what is there."""
        found = {locale.value: sorted((self._folder / locale.value).glob("faq-*.ftl")) for locale in Locale}
        files = {
            locale: {path.name: _text(path) for path in paths if path.is_file()} for locale, paths in found.items()
        }
        records = self._folder / "topics.toml"
        text = _text(records) if records.is_file() else None
        return Edited({locale: texts for locale, texts in files.items() if texts}, text)

    async def faults(self) -> Sequence[str]:
        """Return what the checker, run beside the bot so that nobody waits for it, says of the folder."""
        if not self._folder.is_dir():
            return ()
        command = (sys.executable, "-m", self._checker, str(self._folder))
        checker = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(CHECKER_TIMEOUT_SECONDS):
                said, _ = await checker.communicate()
        except TimeoutError:
            return (TOO_LONG,)
        finally:
            if checker.returncode is None:
                checker.kill()
        lines = said.decode(errors="replace").splitlines()
        return lines if checker.returncode == 0 or lines else ("the checker ended without a word",)


def _text(path: Path) -> str:
    """Return a file's text; what is no UTF-8 is refused by the checker, and must not end the start."""
    return path.read_text(encoding="utf-8", errors="replace")
