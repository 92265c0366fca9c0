"""O2: every bad configuration ends in one clear line and exit code 78, and no secret is in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.__main__ import main
from bot.core.locales import Locale
from bot.exit_codes import EXIT_CONFIG
from bot.setting_sources import examine_settings, read_settings
from bot.settings import BadSettings, Settings, read_key
from tests.output import own_output

SECRET = "AAHcanaryCANARYcanary_-9"
TOKEN = f"123456:{SECRET}"
KEY = "c0ffee11" * 8
CANARIES = (SECRET, KEY, "c0ffee11", "canary")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of its own without a .env, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in (*(field.upper() for field in Settings.model_fields), "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    """Start the bot, which must end at once with 78; return its one line."""
    with own_output():
        assert main(["run"]) == EXIT_CONFIG == 78
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert output.err.startswith("bot: ")
    assert [canary for canary in CANARIES if canary in output.err] == []
    return output.err


BAD = [
    ({"WEBHOOK_URL": "http://canary.example"}, "WEBHOOK_URL must be an https address"),
    ({"WEBHOOK_URL": "https://canary.example/?x=1"}, "WEBHOOK_URL must be an https address"),
    ({"WEBHOOK_URL": "https://name:canary@bot.example"}, "WEBHOOK_URL must be an https address"),
    ({"WEBHOOK_URL": "https://canary.example:8080"}, "WEBHOOK_URL must have one of the ports Telegram calls: 443, 80"),
    ({"WEBHOOK_URL": "https://canary.example:99999"}, "WEBHOOK_URL"),
    ({"WEBHOOK_URL": "https://bot.example"}, "WEBHOOK_URL and WEBHOOK_SECRET must both be set"),
    ({"WEBHOOK_SECRET": "canary"}, "WEBHOOK_SECRET must be 16 to 256 letters"),
    ({"WEBHOOK_SECRET": "canary canary canary"}, "WEBHOOK_SECRET must be 16 to 256 letters"),
    ({"WEBHOOK_LISTEN": "canary"}, "WEBHOOK_LISTEN must be HOST:PORT"),
    ({"METRICS_LISTEN": "127.0.0.1:99999"}, "METRICS_LISTEN must be HOST:PORT"),
    ({"METRICS_LISTEN": "canary@127.0.0.1:9105"}, "METRICS_LISTEN must be HOST:PORT"),
    ({"TELEGRAM_PROXY": "ftp://canary:21"}, "TELEGRAM_PROXY must be an address like socks5://"),
    ({"TELEGRAM_PROXY": "socks5://canary"}, "TELEGRAM_PROXY must be an address like socks5://"),
    ({"HEARTBEAT_URL": "canary"}, "HEARTBEAT_URL must be an http(s) address"),
    ({"DATABASE_URL": "mysql://canary@host/bot"}, "DATABASE_URL must be an address like postgresql://"),
    ({"DATABASE_URL": "postgresql://canary@host/bot", "DATABASE_UNENCRYPTED": "yes"}, "must not both be set"),
    ({"SUCCESSOR": "canary bot"}, "SUCCESSOR must be a bot's @name or an http(s) link"),
    ({}, "BOT_TOKEN is missing"),
    ({"BOT_TOKEN": SECRET}, "BOT_TOKEN must be the token BotFather gave you"),
    ({"BOT_TOKEN": f"{TOKEN} {TOKEN}"}, "BOT_TOKEN"),
    ({"BOT_TOKEN": f"canary:{SECRET}"}, "BOT_TOKEN"),
    ({"BOT_TOKEN": TOKEN}, "DATABASE_KEY_FILE is missing"),
    ({"BOT_TOKEN": "", "DATABASE_UNENCRYPTED": "yes"}, "BOT_TOKEN is missing"),
    ({"ADMIN_IDS": "canary"}, "ADMIN_IDS must be a list of numeric Telegram ids"),
    ({"ADMIN_IDS": "1;2"}, "ADMIN_IDS"),
    ({"ADMIN_IDS": "-1001"}, "ADMIN_IDS"),
    ({"ADMIN_IDS": "1.5"}, "ADMIN_IDS"),
    ({"OFFICIAL_LINKS": "youtube.com/canary"}, "OFFICIAL_LINKS must be a list of http(s) links"),
    ({"OFFICIAL_LINKS": "https://a.example, javascript:canary"}, "OFFICIAL_LINKS"),
    ({"DATABASE_UNENCRYPTED": "canary"}, "DATABASE_UNENCRYPTED"),
    (
        {"DATABASE_UNENCRYPTED": "yes", "DATABASE_KEY_FILE": "canary.key"},
        "DATABASE_UNENCRYPTED must not both be set",
    ),
    ({"DATABASE_PATH": "/"}, "DATABASE_PATH must name a file"),
    ({"DATABASE_PATH": "."}, "DATABASE_PATH must name a file"),
    ({"DEFAULT_LANGUAGE": "canary"}, "DEFAULT_LANGUAGE"),
    ({"DISPLAY_ZONES": "Europe/Moscow,Canary/Island"}, "DISPLAY_ZONES must be a list of time zones"),
    ({"DISPLAY_ZONES": ","}, "DISPLAY_ZONES"),
    ({"ADMIN_ZONE": "MSK"}, "ADMIN_ZONE must be a time zone"),
    ({"REMINDER_OFFSETS": "24h,canary"}, "REMINDER_OFFSETS must be a list like 24h,1h,10m,0"),
    ({"REMINDER_OFFSETS": "24"}, "REMINDER_OFFSETS"),
    ({"REMINDER_OFFSETS": "-1h"}, "REMINDER_OFFSETS"),
    ({"REMINDER_OFFSETS": "1.5h"}, "REMINDER_OFFSETS"),
    ({"REMINDER_OFFSETS": "99999999999999d"}, "REMINDER_OFFSETS must have no step of more than 366 days"),
    ({"SEND_RATE": "canary"}, "SEND_RATE"),
    ({"SEND_RATE": "0"}, "SEND_RATE"),
    ({"SEND_RATE": "nan"}, "SEND_RATE"),
    ({"SEND_RATE": "1e9"}, "SEND_RATE"),
    ({"PAID_BROADCAST_RATE": "canary"}, "PAID_BROADCAST_RATE"),
    ({"SECOND_APPROVAL_ABOVE": "-1"}, "SECOND_APPROVAL_ABOVE"),
    ({"SEND_UNDO": "-1"}, "SEND_UNDO"),
    ({"SEND_UNDO": "61"}, "SEND_UNDO"),
    ({"PAID_BROADCAST_RATE": "-1"}, "PAID_BROADCAST_RATE"),
    (
        {"PAID_BROADCAST_RATE": "30", "SEND_RATE": "20"},
        "PAID_BROADCAST_RATE must be 0 (off), or a whole number",
    ),
    ({"PAID_BROADCAST_RATE": "1001"}, "PAID_BROADCAST_RATE"),
    ({"PAID_BROADCAST_RATE": "99.5"}, "PAID_BROADCAST_RATE"),
    ({"PAID_BROADCAST_RATE": "500", "SEND_RATE": "500"}, "more than SEND_RATE"),
    ({"TELEGRAM_API_URL": "ftp://canary"}, "TELEGRAM_API_URL must be an http(s) address"),
    ({"TELEGRAM_API_URL": "http://["}, "TELEGRAM_API_URL"),
    ({"TELEGRAM_API_URL": "https://"}, "TELEGRAM_API_URL"),
    ({"YOUTUBE_FEED_URL": "https://canary.example.org/feeds/videos.xml?channel_id=UC"}, "YOUTUBE_FEED_URL must be"),
    ({"YOUTUBE_AUTOPUSH": "yes"}, "YOUTUBE_AUTOPUSH needs YOUTUBE_FEED_URL"),
    ({"DEMO_PORT": "65536"}, "DEMO_PORT"),
    ({"LOG_LEVEL": "canary"}, "LOG_LEVEL must be one of DEBUG"),
    ({"ADMIN_IDS": "canary", "LOG_LEVEL": "canary"}, "ADMIN_IDS must be"),
]


WRONG = {
    "bot_token": ("canary", "must be the token BotFather gave you, like 123456:ABC-DEF"),
    "admin_ids": ("@canary", "must be a list of numeric Telegram ids, separated by commas"),
    "admin_aliases": (
        "canary",
        "must be a list like 123456789:Anna;987654321:Boris (numeric id, name for the journal)",
    ),
    "reviewers": ("canary", "must be a list like 123456789:Jane Doe;987654321:John Roe (numeric id, public name)"),
    "lawyer_chat_id": ("canary", "must be the numeric id of a group, like -1001234567890"),
    "lawyers": ("canary", "must be group or reviewers"),
    "official_links": ("canary", "must be a list of http(s) links, separated by commas"),
    "database_path": ("/", "must name a file, like data/bot.db, and not a folder"),
    "database_key_file": ("canary.key", "cannot be read"),
    "database_url": ("canary", "must be an address like postgresql://name@host/database"),
    "database_unencrypted": ("canary", "must be yes or no"),
    "backup_recipients": ("canary", "must be a list of age recipients (age1…), separated by commas"),
    "backup_dir": ("canary", "must both be set: they need each other"),
    "default_language": ("canary", "must be ru or en"),
    "display_zones": ("Canary/Island", "must be a list of time zones like America/New_York,Europe/Moscow"),
    "admin_zone": ("Canary/Island", "must be a time zone like America/New_York"),
    "reminder_offsets": ("canary", "must be a list like 24h,1h,10m,0 with the units s, m, h, d"),
    "send_rate": ("canary", "must be a number from 1 to 1000"),
    "paid_broadcast_rate": ("canary", "must be 0 (off), or a whole number from 31 to 1000 and more than SEND_RATE"),
    "second_approval_above": ("canary", "must be a whole number of recipients, 0 or more"),
    "send_undo": ("61", "must be a number of seconds from 0 (off) to 60"),
    "telegram_proxy": ("canary", "must be an address like socks5://name:password@host:1080 or http://host:3128"),
    "webhook_url": ("canary", "must be an https address like https://bot.example.org/telegram, without a query"),
    "webhook_secret": ("canary", "must be 16 to 256 letters, digits, _ or -"),
    "webhook_listen": ("canary", "must be HOST:PORT, like 127.0.0.1:8080"),
    "metrics_listen": ("canary", "must be HOST:PORT, like 127.0.0.1:9105"),
    "heartbeat_url": ("canary", "must be an http(s) address"),
    "site_dir": ("/", "must name a folder of its own, which is replaced whole"),
    "site_url": ("canary", "must be an http(s) address without a query"),
    "successor": ("canary", "must be a bot's @name or an http(s) link"),
    "telegram_api_url": ("canary", "must be an http(s) address"),
    "youtube_feed_url": (
        "https://www.youtube.com/@canary",
        "must be the address of a channel's feed, or the channel's id, like UC and 22 signs more",
    ),
    "youtube_autopush": ("canary", "must be yes or no"),
    "youtube_shorts": ("yes", "needs YOUTUBE_FEED_URL: without a feed there are no videos"),
    "demo_port": ("canary", "must be a whole number from 0 to 65535"),
    "log_level": ("canary", "must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
}
"""Every setting with a bad value, and the end of the one line about it."""


def test_every_setting_is_tried_with_a_bad_value() -> None:
    assert set(WRONG) == set(Settings.model_fields)


@pytest.mark.parametrize("field", WRONG)
def test_a_fault_is_worded_as_a_fault(
    field: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    value, words = WRONG[field]
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    if field != "database_key_file":
        monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")
    monkeypatch.setenv(field.upper(), value)
    line = refused(capsys)
    assert field.upper() in line
    assert line.endswith(f" {words}\n")
    assert "Input should" not in line
    assert value == "/" or value not in line


@pytest.mark.parametrize("field", [name for name in WRONG if "_dir" not in name and "_file" not in name])
def test_bytes_that_are_no_text_are_no_value(field: str) -> None:
    """What the environment hands over of them, the library would word in its own way."""
    found = examine_settings_with(field, "\udcff\udcfe")
    assert all(fault.startswith(f"{field.upper()} must ") for fault in found)
    assert not any("nput" in fault for fault in found)


def examine_settings_with(field: str, value: str) -> tuple[str, ...]:
    """Return the faults with one setting in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(field.upper(), value)
        return examine_settings().faults


def test_what_is_bad_has_its_default_and_the_rest_is_read(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("CANARIE=x\nSEND_RATE=canary\nADMIN_IDS=7\nBACKUP_DIR=away\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "canary")
    found = examine_settings()
    assert (found.settings.send_rate, found.settings.log_level, sorted(found.settings.admin_ids)) == (30, "INFO", [7])
    assert found.settings.backup_dir is None
    assert found.bad == {"send_rate", "log_level", "backup_dir", "backup_recipients"}
    assert [fault.split()[0] for fault in found.faults] == ["SEND_RATE", "LOG_LEVEL", "CANARIE", "BACKUP_RECIPIENTS"]


def test_a_default_may_be_no_better(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "data" / "bot.db").mkdir(parents=True)
    monkeypatch.setenv("DATABASE_PATH", "/")
    assert "DATABASE_PATH must name a file" in refused(capsys)


def test_contradictions_are_all_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_DIR", "away")
    monkeypatch.setenv("PAID_BROADCAST_RATE", "20")
    found = examine_settings()
    assert [fault.split()[0] for fault in found.faults] == ["BACKUP_RECIPIENTS", "PAID_BROADCAST_RATE"]
    assert found.settings.model_dump() == Settings.model_construct().model_dump()


@pytest.mark.parametrize(("values", "words"), BAD, ids=[f"{values} {words}"[:60] for values, words in BAD])
def test_a_bad_setting_ends_the_start_with_one_line(
    values: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    assert words in refused(capsys)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CANARIE=x\n", "CANARIE is not a setting (see .env.example)"),
        (f"BOT_TOKEN={TOKEN}\nBOTTOKEN={SECRET}\n", "BOTTOKEN is not a setting"),
        (f"{TOKEN}\n", ".env: line 1 is not NAME=value"),
        (f"# mine\n\nBOT_TOKEN: {TOKEN}\n", ".env: line 3 is not NAME=value"),
        (f"BOT_TOKEN {TOKEN}\n", ".env: line 1 is not NAME=value"),
        (f'BOT_TOKEN="{TOKEN}\n', ".env: line 1 is not NAME=value"),
        (f"{TOKEN}=1\n", ".env: line 1 is not NAME=value"),
        ("ADMIN_IDS=canary\n", "ADMIN_IDS must be a list"),
        (f"BOT_TOKEN={TOKEN}\udcff\n", ".env or a secrets file cannot be read"),
    ],
)
def test_a_bad_env_file_ends_the_start_with_one_line(
    text: str, words: str, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / ".env").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert words in refused(capsys)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "DATABASE_KEY_FILE cannot be read"),
        (b"", "DATABASE_KEY_FILE does not hold 64 hexadecimal digits"),
        (KEY[:-1].encode(), "DATABASE_KEY_FILE does not hold"),
        (KEY.encode() + b"0", "DATABASE_KEY_FILE does not hold"),
        (b"canaryxx" * 8, "DATABASE_KEY_FILE does not hold"),
        (b"\xff" * 64, "DATABASE_KEY_FILE does not hold"),
    ],
)
def test_a_bad_key_ends_the_start_with_one_line(
    content: bytes | None,
    words: str,
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        (bare / "bot.key").write_bytes(content)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_KEY_FILE", "bot.key")
    assert words in refused(capsys)


def test_a_key_is_read_without_the_line_end(bare: Path) -> None:
    (bare / "bot.key").write_text(f"{KEY}\n", encoding="ascii")
    assert read_key(bare / "bot.key") == KEY
    with pytest.raises(BadSettings):
        read_key(bare)


def test_what_is_not_set_has_its_default() -> None:
    settings = read_settings()
    assert settings.bot_token is None
    assert settings.admin_ids == frozenset()
    assert settings.database_path == Path("data/bot.db")
    assert settings.default_language is Locale.RU
    assert settings.display_zones == ("America/New_York", "Europe/Moscow")
    assert settings.reminder_offsets == (86400, 3600, 600, 0)
    assert (settings.send_rate, settings.paid_broadcast_rate) == (30, 0)
    assert settings.telegram_api_url == "https://api.telegram.org"


def test_lists_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", " 1, 2,,1 ")
    monkeypatch.setenv("OFFICIAL_LINKS", "https://a.example/x, http://b.example")
    monkeypatch.setenv("DISPLAY_ZONES", "Asia/Tbilisi, UTC")
    monkeypatch.setenv("REMINDER_OFFSETS", "0, 10m,90s,24h,1d,2h")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    settings = read_settings()
    assert settings.admin_ids == {1, 2}
    assert settings.official_links == ("https://a.example/x", "http://b.example")
    assert settings.display_zones == ("Asia/Tbilisi", "UTC")
    assert settings.reminder_offsets == (86400, 7200, 600, 90, 0)
    assert settings.log_level == "DEBUG"
    assert settings.telegram_api_url == "http://127.0.0.1:8081"


def test_an_empty_value_is_none_at_all(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("ADMIN_IDS=\nSEND_RATE=\nDATABASE_KEY_FILE=\n", encoding="utf-8")
    monkeypatch.setenv("REMINDER_OFFSETS", "")
    settings = read_settings()
    assert (settings.admin_ids, settings.send_rate, settings.database_key_file) == (frozenset(), 30, None)
    assert settings.reminder_offsets == (86400, 3600, 600, 0)


def test_the_env_file_takes_comments_quotes_and_export(bare: Path) -> None:
    lines = [
        "# comment",
        "",
        f'BOT_TOKEN="{TOKEN}"',
        "export SEND_RATE=5",
        "ADMIN_ZONE = 'Europe/Moscow'  # mine",
    ]
    (bare / ".env").write_text("\n".join(lines), encoding="utf-8")
    settings = read_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert (settings.send_rate, settings.admin_zone) == (5, "Europe/Moscow")


def test_a_mark_at_the_beginning_of_the_file_is_no_part_of_a_name(bare: Path) -> None:
    (bare / ".env").write_text("SEND_RATE=5\n", encoding="utf-8-sig")
    assert read_settings().send_rate == 5


def test_environment_beats_env_file_beats_secrets(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = bare / "secrets"
    secrets.mkdir()
    for name, value in {"bot_token": f"1:{SECRET}\n", "send_rate": "1", "admin_ids": "1"}.items():
        (secrets / name).write_text(value, encoding="utf-8")
    (secrets / "somebody_elses").write_text("canary", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(secrets))
    (bare / ".env").write_text("SEND_RATE=2\nADMIN_IDS=2\n", encoding="utf-8")
    monkeypatch.setenv("ADMIN_IDS", "3")
    settings = read_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == f"1:{SECRET}"
    assert (settings.send_rate, settings.admin_ids) == (2, frozenset({3}))


def test_a_secrets_file_that_cannot_be_read_is_named(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "bot_token").write_bytes(b"\xff\xfe" + TOKEN.encode())
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(bare))
    assert "BOT_TOKEN cannot be read" in refused(capsys)


def test_a_missing_secrets_folder_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", "/nonexistent")
    assert read_settings().bot_token is None


def test_settings_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")
    settings = read_settings()
    assert settings.require_run() == TOKEN
    assert SECRET not in repr(settings) + str(settings) + str(settings.model_dump())
    monkeypatch.setenv("BOT_TOKEN", SECRET)
    with pytest.raises(ValidationError) as fault:
        Settings()
    assert SECRET not in str(fault.value)


@pytest.mark.process
def test_a_true_process_ends_with_one_line_and_78(bare: Path) -> None:
    (bare / ".env").write_text(f"BOT_TOKEN={TOKEN}\nSEND_RATE={SECRET}\n", encoding="utf-8")
    path = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "bot"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 78
    assert done.stdout == ""
    assert done.stderr.startswith("bot: SEND_RATE ")
    assert done.stderr.count("\n") == 1
    assert SECRET not in done.stderr
