"""Without a PostgreSQL these tests say that they were left out; with ``POSTGRES_NEEDED`` they fail instead."""

import os

import pytest

from tests.postgres.cluster import programs


@pytest.fixture(autouse=True)
def _a_server_can_be_started() -> None:
    if programs() is None and not os.environ.get("POSTGRES_NEEDED"):
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
