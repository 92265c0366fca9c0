"""What holds for every test."""

import os
from collections.abc import Iterator

import pytest

USUAL_UMASK = 0o022


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """Begin with the umask of most shells: ``bot.__main__.main`` sets its own for the whole process."""
    before = os.umask(USUAL_UMASK)
    yield
    os.umask(before)
