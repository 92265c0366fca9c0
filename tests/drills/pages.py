"""The commands of a page, as they stand there: what a drill runs and what an operator types are the same."""

import re

from tests.tree import ROOT

BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def section(page: str, heading: str) -> str:
    """Return a page's text from a heading to the next one of its rank or higher; raises ValueError without it."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    if not found:
        raise ValueError(f"{page} has no heading {heading}")
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def commands(page: str, heading: str) -> list[str]:
    """Return the lines of a section's blocks of commands, in order."""
    blocks = BLOCK.findall(section(page, heading))
    return [line for block in blocks for line in block.splitlines() if line.strip()]
