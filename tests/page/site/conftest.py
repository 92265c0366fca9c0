"""The site on a stick."""

from pathlib import Path

import pytest

from bot.site.build import site_files
from bot.site.writing import write_site
from tests.site.records import records


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site."""
    folder = tmp_path_factory.mktemp("stick") / "site"
    write_site(folder, site_files(records()))
    return folder
