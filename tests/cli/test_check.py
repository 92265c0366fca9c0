"""``python -m bot check``: a line a finding, the right exit code, nothing created, no secret."""

import json
import os
import shutil
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import resources
from pathlib import Path

import pyrage
import pytest
from fluent.syntax import parse

from bot.__main__ import main
from bot.checks.telegram import Away, Subject, clock_finding, group_findings
from bot.checks.texts import Finding
from bot.cli.check import check
from bot.cli.doors import TelegramDoor
from bot.own_command import to_type
from bot.storage.db.instance_lock import InstanceLock
from tests.storage.db.test_inspection import KEY, OTHER_KEY, made
from tests.test_settings import bare

__all__ = ["bare"]

SECRET = "AAHcanary_canary-1"
TOKEN = f"4242:{SECRET}"
TODAY = date(2026, 11, 24)
PACKAGE = Path(str(resources.files("bot")))

pytestmark = pytest.mark.usefixtures("bare")


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command with good texts; return its lines about everything else."""
    monkeypatch.setattr("bot.checks.texts.texts_findings", lambda *_: iter(()))

    def run(code: int, *arguments: str) -> str:
        assert main(["check", *arguments]) == code
        output = capsys.readouterr()
        assert output.err == ""
        assert SECRET not in output.out
        assert KEY not in output.out
        assert all(line.startswith(("ok  ", "bad ", "note ")) for line in output.out.splitlines())
        assert ("\nbad " in f"\n{output.out}") is bool(code)
        return output.out

    return run


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put settings into the environment; the key is in a file."""

    def put(key: str | None = None, **values: str) -> None:
        if key:
            Path("bot.key").write_text(key, encoding="ascii")
            Path("bot.key").chmod(0o600)
            values["DATABASE_KEY_FILE"] = "bot.key"
        else:
            values = {"DATABASE_UNENCRYPTED": "yes", **values}
        for name, value in {"BOT_TOKEN": TOKEN, "DATABASE_PATH": "bot.db", **values}.items():
            monkeypatch.setenv(name, value)

    return put


def test_without_any_setting_the_texts_are_checked_and_all_is_well(bare: Path, says: Callable[..., str]) -> None:
    (bare / "data").mkdir()
    lines = says(0).splitlines()
    assert [line.split(":")[0] for line in lines] == [
        *("ok  settings", "note settings", "note settings", "note settings"),
        *("ok  texts", "ok  database", "ok  disk", "ok  backups", "ok  token"),
    ]
    assert "only the demo can start" in lines[0]
    assert "answers are written" in lines[4]
    assert "none are set up; BACKUP_DIR" in lines[7]
    assert "none is set" in lines[8]
    assert [file.name for file in bare.iterdir()] == ["data"]
    assert list((bare / "data").iterdir()) == []


def test_everything_set_up(bare: Path, says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up(KEY)
    assert "ok  database: there is none yet" in says(0)
    assert not Path("bot.db").exists()
    made(bare / "bot.db", KEY, bot=4242)
    before = sorted(file.name for file in bare.iterdir())
    assert "ok  database: whole, schema " in says(0)
    assert "ok  token: well-formed" in says(0)
    assert sorted(file.name for file in bare.iterdir()) == before


def test_nobody_to_send_and_nothing_to_verify_are_noticed(
    says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    set_up()
    words = says(0)
    assert "note settings: ADMIN_IDS is empty: nobody can enter seminars or send broadcasts\n" in words
    assert "note settings: OFFICIAL_LINKS is empty: /verify" in words
    assert "note settings: SUCCESSOR is empty: should Telegram" in words
    set_up(ADMIN_IDS="7", OFFICIAL_LINKS="https://example.org", SUCCESSOR="@seminar_second_bot")
    assert "note " not in says(0)
    set_up(SITE_DIR="/tmp/site")  # noqa: S108 -- nothing is written
    assert "note settings: SITE_URL is empty: the bot names the site to nobody" in says(0)
    set_up(METRICS_LISTEN="0.0.0.0:9105", SITE_URL="https://mirror.example.org")
    assert "note settings: METRICS_LISTEN is not of this machine alone" in says(0)


def test_bad_settings_leave_every_other_part_checked(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", KEY, bot=4242)
    set_up(KEY, SEND_RATE="canary", ADMIN_IDS=SECRET, OFFICIAL_LINKS="https://example.org", SUCCESSOR="@other_bot")
    lines = says(78).splitlines()
    assert [line.partition(" must be ")[0] for line in lines[:2]] == [
        "bad settings: ADMIN_IDS",
        "bad settings: SEND_RATE",
    ]
    assert lines[2] == "note settings: a bad setting counts as its default in what follows"
    assert [line.split(":")[0] for line in lines[3:]] == [
        *("ok  texts", "ok  database", "note key", "note database", "ok  disk", "ok  backups", "ok  token"),
    ]
    assert "whole, schema" in lines[4]
    assert "well-formed" in lines[9]


def test_a_part_whose_settings_are_bad_is_named(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", KEY)
    (bare / "bot.db").rename(bare / "canary.db")
    set_up("too short", DATABASE_PATH="canary.db", BOT_TOKEN=SECRET, BACKUP_DIR="away")
    lines = says(78).splitlines()
    assert [line.split(" must ")[0] for line in lines if line.startswith("bad ")] == [
        "bad settings: BOT_TOKEN",
        "bad settings: BACKUP_RECIPIENTS and BACKUP_DIR",
        "bad settings: DATABASE_KEY_FILE does not hold 64 hexadecimal digits",
    ]
    assert "note database: not looked at: mend DATABASE_KEY_FILE first" in lines
    assert "note backups: not looked at: mend BACKUP_DIR and BACKUP_RECIPIENTS first" in lines
    assert "note token: not looked at: mend BOT_TOKEN first" in lines


@pytest.mark.parametrize("text", ["BOT_TOKEN: canary\nnonsense\n", "BOT_TOKEN=\udcff\n"])
def test_an_env_file_that_cannot_be_read_leaves_the_texts(text: str, bare: Path, says: Callable[..., str]) -> None:
    (bare / ".env").write_bytes(text.encode("utf-8", "surrogateescape"))
    lines = says(78).splitlines()
    faults = [line for line in lines if line.startswith("bad ")]
    assert len(faults) == (2 if "nonsense" in text else 1)
    assert all(".env" in fault for fault in faults)
    assert any(line.startswith("ok  texts: ") for line in lines)
    assert [line.split(":")[0] for line in lines if "not looked at" in line] == [
        *("note database", "note backups", "note token"),
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"BOT_TOKEN": SECRET}, "BOT_TOKEN must be the token BotFather gave you"),
        ({"DATABASE_UNENCRYPTED": ""}, "DATABASE_KEY_FILE is missing"),
        ({"DATABASE_UNENCRYPTED": "", "DATABASE_KEY_FILE": "none.key"}, "DATABASE_KEY_FILE cannot be read"),
    ],
)
def test_settings_the_start_needs(
    values: dict[str, str], words: str, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    set_up(**values)
    assert f"bad settings: {words}" in says(78)


def test_an_encrypted_database_without_a_token_needs_its_key(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", KEY)
    set_up(BOT_TOKEN="", DATABASE_UNENCRYPTED="")
    assert "bad settings: DATABASE_KEY_FILE is missing" in says(78)


def test_h11_a_running_bot_goes_on_without_the_file_of_its_key(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", KEY, 42)
    set_up(KEY, DATABASE_PATH="bot.db", BOT_TOKEN=f"42:{SECRET}")
    (bare / "bot.key").unlink()
    with InstanceLock(bare / "bot.db"):
        assert "goes on with the key in its memory" in says(74)
    assert "locked: DATABASE_KEY_FILE" in says(74)


def test_what_is_no_file_is_not_waited_for(set_up: Callable[..., None], says: Callable[..., str]) -> None:
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("dangling").symlink_to("nowhere")
    for odd in ("pipe", "loop", "dangling"):
        set_up(KEY, DATABASE_PATH=odd)
        assert "bad database: DATABASE_PATH is no file" in says(74)
        set_up(DATABASE_PATH="new.db", DATABASE_KEY_FILE=odd)
        os.environ.pop("DATABASE_UNENCRYPTED")
        assert "DATABASE_KEY_FILE cannot be read" in says(78)


def test_a_database_whose_key_is_away_is_locked(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", KEY)
    set_up(DATABASE_UNENCRYPTED="", DATABASE_KEY_FILE="none.key")
    lines = says(74)
    assert "ok  settings: read" in lines
    assert "bad database: locked: DATABASE_KEY_FILE cannot be read" in lines
    assert to_type("unlock") in lines


@pytest.mark.parametrize(
    ("key", "given", "words"),
    [(KEY, OTHER_KEY, "does not fit"), (KEY, None, "encrypted, or no database"), (None, KEY, "it is not encrypted")],
)
def test_a_database_that_cannot_be_used(
    key: str | None, given: str | None, words: str, bare: Path, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    made(bare / "bot.db", key)
    set_up(given)
    assert words in says(74)


def test_a_folder_that_is_missing(says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up(DATABASE_PATH="nowhere/bot.db")
    assert "bad database: the folder of DATABASE_PATH does not exist: make it" in says(74)
    assert not Path("nowhere").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(bare: Path, says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up()
    bare.chmod(0o500)
    assert "the folder of DATABASE_PATH is read-only" in says(74)


def test_a_log_of_a_crash_is_no_fault(bare: Path, says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up()
    made(bare / "bot.db")
    (bare / "bot.db-wal").touch()
    assert "ok  database: not looked into: there is a log of a crash" in says(0)


def test_backups_that_cannot_be_made(
    bare: Path, says: Callable[..., str], set_up: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up()
    monkeypatch.setenv("BACKUP_DIR", "backups")
    monkeypatch.setenv("BACKUP_RECIPIENTS", "age1" + "q" * 58)
    words = says(78)
    assert "bad backups: BACKUP_RECIPIENTS has one that is not an age recipient" in words
    assert "bad backups: BACKUP_DIR is no folder that exists" in words
    monkeypatch.setenv("BACKUP_RECIPIENTS", str(pyrage.x25519.Identity.generate().to_public()))
    says(73)
    (bare / "backups").mkdir()
    assert "ok  backups: there is none yet" in says(0)


def test_another_bots_token(bare: Path, says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up()
    made(bare / "bot.db", bot=1)
    assert "bad token: BOT_TOKEN is another bot's than the database" in says(78)


@contextmanager
def telegram(status: int, body: bytes) -> Iterator[tuple[str, list[str]]]:
    """Something that answers every request so; yields its address and what was asked."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


KNOWN = json.dumps({"ok": True, "result": {"id": 4242}}).encode()


@pytest.mark.parametrize(
    ("status", "body", "code", "words"),
    [
        (200, KNOWN, 0, "ok  token: Telegram knows it"),
        (401, b'{"ok": false}', 77, "bad token: Telegram does not know BOT_TOKEN"),
        (404, b'{"ok": false}', 77, "bad token: Telegram does not know BOT_TOKEN"),
        (200, b'{"ok": false}', 77, "bad token: Telegram does not know BOT_TOKEN"),
        (502, b"<html>", 77, "bad token: Telegram does not answer (HTTPError)"),
        (200, b"<html>", 77, "bad token: Telegram does not answer (JSONDecodeError)"),
        (200, b"[]", 77, "bad token: Telegram does not know BOT_TOKEN"),
    ],
)
def test_online_telegram_is_asked(
    status: int, body: bytes, code: int, words: str, says: Callable[..., str], set_up: Callable[..., None]
) -> None:
    with telegram(status, body) as (address, asked):
        set_up(TELEGRAM_API_URL=address)
        assert "--online asks Telegram" in says(0)
        assert asked == []
        assert words in says(code, "--online")
        assert asked == [
            f"/bot{TOKEN}/{method}" for method in ("getMe", *(["getWebhookInfo"] if body == KNOWN else []))
        ]


@pytest.mark.parametrize(
    ("chat", "member", "words", "code"),
    [
        (
            {"type": "supergroup"},
            {"status": "administrator", "can_delete_messages": True},
            "ok  lawyers: the bot may",
            0,
        ),
        ({"type": "supergroup"}, {"status": "member"}, "bad lawyers: the bot is no administrator", 78),
        ({"type": "channel"}, {"status": "administrator"}, "bad lawyers: LAWYER_CHAT_ID is not a group's", 78),
        (
            {"type": "supergroup", "is_forum": True},
            {"status": "administrator"},
            "note lawyers: the bot may not manage",
            0,
        ),
        (None, None, "bad lawyers: Telegram shows the bot no group", 78),
    ],
)
def test_online_it_is_asked_what_the_bot_may_do_in_the_lawyers_group(
    chat: dict[str, object] | None,
    member: dict[str, object] | None,
    words: str,
    code: int,
    says: Callable[..., str],
    set_up: Callable[..., None],
) -> None:
    result = None if chat is None else {"id": 4242, **chat, **(member or {})}
    with telegram(200, json.dumps({"ok": True, "result": result or 1}).encode()) as (address, asked):
        set_up(TELEGRAM_API_URL=address, LAWYER_CHAT_ID="-1001")
        assert words in says(code, "--online")
        methods = [each.partition("?")[0].rpartition("/")[2] for each in asked]
        assert methods == ["getMe", "getChat", "getChatMember", "getWebhookInfo"]


def test_a_group_that_refuses_and_one_that_is_away() -> None:
    subject, now = Subject("4242", -1), datetime(2026, 11, 24, 12, tzinfo=UTC)
    with telegram(400, b'{"ok": false}') as (address, _):
        assert [found.words for found in group_findings(TelegramDoor(address, "4242:x"), subject, now)] == [
            "Telegram shows the bot no group of LAWYER_CHAT_ID: add the bot there, or correct the number"
        ]
    with pytest.raises(Away, match="try later"):
        list(group_findings(TelegramDoor("http://127.0.0.1:9", "4242:x"), subject, now))


def test_a_list_of_lawyers_that_is_empty_is_noted(says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up(LAWYER_CHAT_ID="-1001", LAWYERS="reviewers")
    assert "note settings: LAWYERS is reviewers, and REVIEWERS is empty" in says(0)


@pytest.mark.parametrize("proxied", [False, True])
def test_online_a_name_is_looked_up_only_where_no_proxy_stands_between(
    proxied: bool, says: Callable[..., str], set_up: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []

    def look_up(name: str) -> list[str]:
        looked_up.append(name)
        return ["93.184.216.34"]

    monkeypatch.setattr("bot.cli.check.resolve", look_up)
    monkeypatch.setattr("bot.cli.doors._opener", lambda _proxy: urllib.request.build_opener())
    with telegram(200, KNOWN) as (address, _):
        proxy = {"TELEGRAM_PROXY": "socks5://127.0.0.1:9"} if proxied else {}
        hook = {"WEBHOOK_URL": "https://bot.example.org/x", "WEBHOOK_SECRET": "s" * 32, "WEBHOOK_LISTEN": "127.0.0.1:9"}
        set_up(TELEGRAM_API_URL=address, **hook, **proxy)
        assert ("it would pass TELEGRAM_PROXY by" in says(0, "--online")) is proxied
    assert looked_up == ([] if proxied else ["bot.example.org"])


def test_b02_online_the_clocks_are_compared(says: Callable[..., str], set_up: Callable[..., None]) -> None:
    with telegram(200, json.dumps({"ok": True, "result": {"id": 4242}}).encode()) as (address, _):
        set_up(TELEGRAM_API_URL=address)
        assert "ok  clock: within 60 s of Telegram's" in says(0, "--online")


@pytest.mark.parametrize(
    ("header", "words", "code"),
    [
        ("Tue, 24 Nov 2026 12:00:30 GMT", "within 60 s", 0),
        ("Tue, 24 Nov 2026 11:54:30 GMT", "330 s ahead of Telegram's", 78),
        ("Tue, 24 Nov 2026 12:15:00 GMT", "900 s behind Telegram's", 78),
        ("", "no date to compare with", 0),
        ("yesterday", "no date to compare with", 0),
    ],
)
def test_b02_a_clock_that_is_off_is_named(header: str, words: str, code: int) -> None:
    found = clock_finding(header, datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert words in found.words
    assert found.code == code


def test_online_without_telegram(says: Callable[..., str], set_up: Callable[..., None]) -> None:
    set_up(TELEGRAM_API_URL="http://127.0.0.1:9")
    assert "bad token: Telegram does not answer (URLError): try later" in says(77, "--online")


parsed = cache(parse)
"""A test spoils one file of a hundred and forty; the others are read once."""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package to spoil."""
    monkeypatch.setattr("bot.checks.catalogues.parse", parsed)
    copy = tmp_path / "copy" / "bot"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "static"))
    return copy


@cache
def said_of_the_whole() -> frozenset[str]:
    """What is said of the package as it stands, looked at once."""
    return frozenset(str(finding) for finding in check(PACKAGE, TODAY, online=False))


def spoilt(package: Path, path: str, old: str, new: str) -> list[Finding]:
    """Change a file of the copy; return the findings that are new because of it."""
    known = said_of_the_whole()
    file = package / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [finding for finding in check(package, TODAY, online=False) if str(finding) not in known and finding.code]


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        ("locales/ru/common.ftl", "more = ", "mroe = ", "more is missing in ru"),
        ("locales/ru/common.ftl", "menu = 🏠 Меню", "menu = <b>Меню</b>", "menu has tags"),
        ("locales/en/start.ftl", "</b>", "", "does not close <b>"),
        ("locales/en/start.ftl", "start-title = ", "start-title { ", "cannot be read"),
        ("locales/ru/answers.ftl", "{ $url }", "{ $link }", "lacks"),
        ("locales/topics.toml", "written = 2026-11-24", "written = 2026-11-25", "written is in the future"),
        ("locales/topics.toml", 'id = "start"', 'id = "begin"', "group-begin is missing"),
        ("locales/topics.toml", "[[group]]", "[group", "locales cannot be read (TOMLDecodeError"),
        ("locales/topics.toml", 'risk = "low"', 'risk = "none"', "locales cannot be read (ValueError"),
        ("locales/facts.toml", "recheck = 90", "", "locales cannot be read (KeyError"),
        ("locales/topics.toml", '"WA-1"', '"ZZ-1"', "are not facts of facts.toml"),
        ("handlers/ui/menu.py", '"start-title"', '"start-titel"', "start-titel is missing"),
    ],
)
def test_a_spoilt_package_is_bad_texts(path: str, old: str, new: str, words: str, package: Path) -> None:
    found = spoilt(package, path, old, new)
    assert found
    assert {(finding.about, finding.code) for finding in found} == {("texts", 1)}
    assert any(words in finding.words for finding in found), [str(finding) for finding in found]


def test_bad_texts_are_exit_code_1(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "data").mkdir()
    monkeypatch.setattr("bot.checks.texts.texts_findings", lambda *_: iter(["ru/x.ftl:1: one is not used"] * 2))
    assert main(["check"]) == 1
    assert capsys.readouterr().out.count("bad texts: ru/x.ftl:1: one is not used\n") == 1
