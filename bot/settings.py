"""The operator's settings, read once at the start; a bad one ends it with one line and exit code 78."""

import os
import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from bot.core.locales import Locale

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
OFFSET = re.compile(r"(\d+)([smhd]?)")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
REVIEWER = re.compile(r"(?P<id>[0-9]{1,15})\s*:\s*(?P<name>[^:;<>]{1,60})", re.ASCII)
LINK = re.compile(r"https?://\S+")
ENV_FILE = ".env"
ENV_LINE = re.compile(r"""(?:export\s+)?\w+\s*=\s*(?:'[^']*'|"[^"]*"|[^'"\s].*)?(?:\s+\#.*)?""")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

FREE_MESSAGES_PER_SECOND = 30
"""Messages a second that no bot pays for (Bot API, "Paid Broadcasts")."""

MAX_OFFSET_SECONDS = 366 * UNITS["d"]


class BadSettings(Exception):
    """What is wrong, in one line, without any value."""


def _parts(text: Any) -> Any:
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(text, str) else text


def _offset(text: str) -> int:
    found = OFFSET.fullmatch(text)
    if not found or (not found[2] and found[1] != "0"):
        raise ValueError("is a list like 24h,1h,10m,0 with the units s, m, h, d")
    seconds = int(found[1]) * UNITS[found[2] or "s"]
    if seconds > MAX_OFFSET_SECONDS:
        raise ValueError("has a step of more than 366 days")
    return seconds


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


class Settings(BaseSettings):
    """Every setting that exists; ``.env.example`` explains each."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    reviewers: Annotated[dict[int, str], NoDecode] = {}
    official_links: Annotated[tuple[str, ...], NoDecode] = ()
    database_path: Path = Path("data/bot.db")
    database_key_file: Path | None = None
    database_unencrypted: bool = False
    backup_recipients: Annotated[tuple[str, ...], NoDecode] = ()
    backup_dir: Path | None = None
    default_language: Locale = Locale.RU
    display_zones: Annotated[tuple[str, ...], NoDecode] = ("America/New_York", "Europe/Moscow")
    admin_zone: str = "America/New_York"
    reminder_offsets: Annotated[tuple[int, ...], NoDecode] = (86400, 3600, 600, 0)
    send_rate: float = Field(default=30, ge=1, le=1000)
    paid_broadcast_rate: int = Field(default=0, ge=0, le=1000)
    telegram_api_url: str = "https://api.telegram.org"
    demo_port: int = Field(default=8085, ge=0, le=65535)
    log_level: str = "INFO"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not all(part.isdecimal() for part in parts):
            raise ValueError("is a list of numeric Telegram ids, separated by commas")
        return parts

    @field_validator("reviewers", mode="before")
    @classmethod
    def _reviewers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = [REVIEWER.fullmatch(part.strip()) for part in value.split(";") if part.strip()]
        if not all(found):
            raise ValueError("is a list like 123456789:Jane Doe;987654321:John Roe (numeric id, public name)")
        return {int(each["id"]): each["name"].strip() for each in found if each}

    @field_validator("official_links", mode="before")
    @classmethod
    def _links(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not all(LINK.fullmatch(part) for part in parts):
            raise ValueError("is a list of http(s) links, separated by commas")
        return parts

    @field_validator("backup_recipients", mode="before")
    @classmethod
    def _recipients(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not all(RECIPIENT.fullmatch(part) for part in parts):
            raise ValueError("is a list of age recipients (age1…), separated by commas")
        return parts

    @field_validator("display_zones", mode="before")
    @classmethod
    def _zones(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not (parts and set(parts) <= available_timezones()):
            raise ValueError("is a list of time zones like America/New_York,Europe/Moscow")
        return tuple(ZoneInfo(part).key for part in parts)

    @field_validator("admin_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is a time zone like America/New_York")
        return value

    @field_validator("reminder_offsets", mode="before")
    @classmethod
    def _offsets(cls, value: Any) -> Any:
        return sorted({_offset(part) for part in _parts(value)}, reverse=True) if isinstance(value, str) else value

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is the token BotFather gave you, like 123456:ABC-DEF")
        return value

    @field_validator("database_path")
    @classmethod
    def _file(cls, value: Path) -> Path:
        if value.name in ("", "..") or value.is_dir():
            raise ValueError("names a file, like data/bot.db, and this is a folder")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if not LINK.fullmatch(value) or not _host(value):
            raise ValueError("is an http(s) address")
        return value.rstrip("/")

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError(f"is one of {', '.join(LEVELS)}")
        return value.upper()

    @model_validator(mode="after")
    def _encryption(self) -> "Settings":
        if self.database_key_file and self.database_unencrypted:
            raise ValueError("DATABASE_KEY_FILE and DATABASE_UNENCRYPTED exclude each other")
        if bool(self.backup_recipients) != bool(self.backup_dir):
            raise ValueError("BACKUP_RECIPIENTS and BACKUP_DIR need each other")
        if 0 < self.paid_broadcast_rate <= max(FREE_MESSAGES_PER_SECOND, self.send_rate):
            raise ValueError("PAID_BROADCAST_RATE is 0 (off), or 31 to 1000 and more than SEND_RATE")
        return self

    def require_run(self) -> str:
        """Return the token; raises BadSettings when something ``run`` cannot do without is missing."""
        if self.bot_token is None:
            raise BadSettings("BOT_TOKEN is missing: put the token from BotFather into .env, or try: make demo")
        self.require_key()
        return self.bot_token.get_secret_value()

    def require_key(self) -> None:
        """Raise BadSettings when nothing says how the database is to be stored."""
        if self.database_key_file is None and not self.database_unencrypted:
            raise BadSettings(
                "DATABASE_KEY_FILE is missing: name a file with 64 hexadecimal digits (openssl rand -hex 32 makes one),"
                " or set DATABASE_UNENCRYPTED=yes to store the list of subscribers in the clear"
            )


def read_settings() -> Settings:
    """Read the environment, ``.env`` and the secrets directories; raises BadSettings."""
    folders = [Path(name) for name in (os.environ.get("CREDENTIALS_DIRECTORY", ""), "/run/secrets") if name]
    try:
        _check_env_file(Path(ENV_FILE))
        return Settings(_secrets_dir=[folder for folder in folders if folder.is_dir()])  # type: ignore[call-arg]  # its own parameter
    except ValidationError as error:
        raise BadSettings("; ".join(_fault(one) for one in error.errors(include_input=False))) from None
    except SettingsError as error:
        name = re.search(r'field "(\w+)"', str(error))
        raise BadSettings(f"{name[1].upper() if name else 'a secrets file'} cannot be read") from None
    except (OSError, UnicodeDecodeError):
        raise BadSettings(f"{ENV_FILE} or a secrets file cannot be read: is it UTF-8, and readable?") from None


def _check_env_file(path: Path) -> None:
    """Refuse lines the reader would pass over in silence: a setting that looks made must not be missing."""
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            if line.strip() and not line.lstrip().startswith("#") and not ENV_LINE.fullmatch(line.strip()):
                raise BadSettings(f"{ENV_FILE}: line {number} is not NAME=value")


def _fault(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"]).upper()
    if error["type"] == "extra_forbidden":
        return f"{name} is not a setting (see .env.example)"
    words = str(error["msg"]).removeprefix("Value error, ")
    return f"{name} {words}" if name else words


class KeyMissing(BadSettings):
    """The key's file is not there, or not for this user: with a database to open, the bot starts locked."""


def read_key(path: Path) -> str:
    """Return the database key, 64 hexadecimal digits; raises KeyMissing, BadSettings."""
    try:
        key = path.read_bytes().decode("ascii", "replace").strip()
    except OSError:
        raise KeyMissing("DATABASE_KEY_FILE cannot be read") from None
    if not re.fullmatch(r"[0-9a-fA-F]{64}", key):
        raise BadSettings("DATABASE_KEY_FILE does not hold 64 hexadecimal digits")
    return key
