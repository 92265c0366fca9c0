"""What ``check`` says of a server, and what other commands say that are for a file."""

import asyncio
import signal

import psycopg
import pytest

from bot.core.clock import SystemClock
from bot.storage.db.errors import StorageError, Unfit, WrongKey
from bot.storage.db.postgres.leadership import END_STUCK, over
from bot.storage.db.postgres.look import look_at_server
from tests.postgres.cluster import KEY, shared

OTHER = "d1" * 32
ASK = "SELECT pg_try_advisory_lock(42)"


async def lead_once(url: str, key: str) -> None:
    """Have the turn, and give it back."""
    database = await over(url, key, 42, SystemClock()).lead(asyncio.Event(), asyncio.Event())
    assert database is not None
    await database.close()


def test_a_server_is_named_with_what_is_seldom_meant() -> None:
    url = shared().url(shared().new_database())
    words, notes = look_at_server(url, KEY, "")
    assert words.startswith("PostgreSQL ") and ", schema " in words
    assert any("fsync is off" in note for note in notes)
    assert not any("not encrypted" in note for note in notes)  # over the loopback


def test_another_key_is_refused_by_check_and_by_the_turn() -> None:
    url = shared().url(shared().new_database())
    asyncio.run(lead_once(url, KEY))
    with pytest.raises(Unfit, match="the key does not fit"):
        look_at_server(url, OTHER, "")
    with pytest.raises(WrongKey, match="the key does not fit"):
        asyncio.run(lead_once(url, OTHER))
    asyncio.run(lead_once(url, KEY))


def test_a_newer_schema_and_no_server_are_said_in_a_line() -> None:
    name = shared().new_database()
    shared().rows(name, "UPDATE schema_version SET version = 9999")
    with pytest.raises(Unfit, match="the database has schema 9999"):
        look_at_server(shared().url(name), KEY, "")
    with pytest.raises(Unfit, match="cannot be used") as fault:
        look_at_server("postgresql://bot:canary@127.0.0.1:9/bot", KEY, "")
    assert "canary" not in str(fault.value)
    assert isinstance(fault.value, StorageError)


def test_a_leader_that_falls_silent_within_a_statement_is_ended_by_whoever_waits() -> None:
    """The server's own limits do not count there (found by T115)."""
    url = shared().url(shared().new_database())
    limits = "?options=-c%20idle_session_timeout%3D500%20-c%20idle_in_transaction_session_timeout%3D500"
    silent = psycopg.connect(url + limits, autocommit=True)
    try:
        with psycopg.connect(url, autocommit=True) as waiting:
            silent.execute(ASK)
            silent.execute("BEGIN")
            silent.pgconn.enter_pipeline_mode()
            silent.pgconn.send_query_params(b"INSERT INTO meta VALUES ($1, 'y')", [b"z"])
            silent.pgconn.flush()  # and no Sync
            assert waiting.execute(ASK).fetchone() == (False,)
            signal.sigtimedwait([], 1)
            ended = END_STUCK.replace("$1", "42").replace("4 seconds", "0.8 seconds")
            assert waiting.execute(ended.encode()).fetchone() == (1,)
            signal.sigtimedwait([], 0.3)
            assert waiting.execute(ASK).fetchone() == (True,)
    finally:
        silent.close()


def test_edited_answers_that_are_not_those_of_who_works_are_noted() -> None:
    name = shared().new_database()
    url = shared().url(name)
    assert not any("locales" in note for note in look_at_server(url, KEY, "mine")[1])  # nobody has worked yet
    shared().rows(name, "INSERT INTO meta VALUES ('texts', 'mine')")
    assert not any("locales" in note for note in look_at_server(url, KEY, "mine")[1])
    assert any("copy the folder to every machine" in note for note in look_at_server(url, KEY, "other")[1])
