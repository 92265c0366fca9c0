"""The figures in docs/performance.md: a run puts in what it measured and leaves the other parts as they were."""

import re
from collections.abc import Mapping
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
SECTION = re.compile(r"^### (F\d+)\..*?(?=^### F|\Z)", re.MULTILINE | re.DOTALL)


def write(document: Path, heading: str, sections: Mapping[str, str]) -> None:
    """Put the sections between the marks, by their numbers."""
    before, rest = document.read_text(encoding="utf-8").split(BEGIN)
    old, after = rest.split(END)
    parts = {found[1]: found[0].strip() for found in SECTION.finditer(old)} | dict(sections)
    body = "\n\n".join([BEGIN, heading, *(parts[number] for number in sorted(parts)), END])
    document.write_text(before + body + after, encoding="utf-8")
