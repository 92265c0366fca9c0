"""The files that belong to the repository, found without git: everything but what ``.gitignore`` names."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
BINARY = frozenset({".npz", ".png", ".ico", ".woff2"})


def repository(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file under the folder that is not ignored."""
    for path in sorted(folder.iterdir()):
        if path.name != ".git" and not ignored(path.relative_to(ROOT).as_posix()):
            if path.is_dir():
                yield from repository(path)
            else:
                yield path


def texts() -> Iterator[tuple[str, str]]:
    """Yield (path, content) of every text file of the repository."""
    for path in repository():
        if path.suffix not in BINARY:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def ignored(path: str) -> bool:
    """Return whether ``.gitignore`` names the path, relative to the root; the last pattern that fits decides."""
    found = False
    for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!").rstrip("/")
        if pattern and fnmatch(path if "/" in pattern else path.rsplit("/", 1)[-1], pattern):
            found = not line.startswith("!")
    return found
