"""The operator's settings, read once at the start; a bad one ends it with one line and exit code 78.

Every fault is worded here, for the library's own sentences would read as approval or be jargon.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.listening import Listen, parse_listen
from bot.core.locales import Locale
from bot.core.seminars.zones import place
from bot.core.tickets.group import Lawyers
from bot.core.videos.videos import feed_address
from bot.own_command import to_type
from bot.setting_faults import LEVELS, MUST_BE

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
OFFSET = re.compile(r"(\d+)([smhd]?)")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
REVIEWER = re.compile(r"(?P<id>[0-9]{1,15})\s*:\s*(?P<name>[^:;<>]{1,60})", re.ASCII)
LINK = re.compile(r"https?://\S+")
SUCCESSOR = re.compile(r"@[A-Za-z0-9_]{5,32}|https?://[^\s<>]{4,200}")
WEBHOOK = re.compile(r"https://(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
WEBHOOK_PORTS = (443, 80, 88, 8443)
"""Ports Telegram sends updates to (Bot API, setWebhook)."""

SECRETS = {
    "database_url": re.compile(r"postgres(?:ql)?://\S+"),
    "webhook_secret": re.compile(r"[A-Za-z0-9_-]{16,256}"),
    "telegram_proxy": re.compile(r"(?:socks5|socks4|http)://(?:[^\s/@]+@)?[^\s/@:]+:[0-9]{1,5}/?"),
    "heartbeat_url": re.compile(r"https?://[^\s/?#]+\S*"),
}
"""What a setting must look like that nobody may see."""

EXCLUDE_EACH_OTHER = (
    ("database_key_file", "database_unencrypted", "they exclude each other"),
    ("database_url", "database_unencrypted", "a server sees no id in the clear"),
)
"""Two settings, and why only one of them may be set."""

ENV_FILE = ".env"

FREE_MESSAGES_PER_SECOND = 30
"""Messages a second that no bot pays for (Bot API, "Paid Broadcasts")."""

KEY_FILE_BYTES = 4096
"""More than that of a key's file is not read."""

MAX_OFFSET_SECONDS = 366 * UNITS["d"]


NO_DRIVER = "needs what requirements-postgres.txt installs (docs/deploy-postgres.md)"


class BadSettings(Exception):
    """What is wrong, in one line, without any value."""


def _parts(text: Any) -> Any:
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(text, str) else text


def _offset(text: str) -> int:
    found = OFFSET.fullmatch(text)
    if not found or (not found[2] and found[1] != "0"):
        raise ValueError
    seconds = int(found[1]) * UNITS[found[2] or "s"]
    if seconds > MAX_OFFSET_SECONDS:
        raise ValueError("must have no step of more than 366 days")
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
    admin_aliases: Annotated[dict[int, str], NoDecode] = {}
    reviewers: Annotated[dict[int, str], NoDecode] = {}
    lawyer_chat_id: int | None = Field(default=None, lt=0)
    lawyers: Lawyers = Lawyers.GROUP
    official_links: Annotated[tuple[str, ...], NoDecode] = ()
    database_path: Path = Path("data/bot.db")
    database_url: SecretStr | None = None
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
    second_approval_above: int = Field(default=500, ge=0)
    send_undo: int = Field(default=10, ge=0, le=60)
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy: SecretStr | None = None
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    webhook_listen: Annotated[Listen, NoDecode] = Listen("127.0.0.1", 8080)
    metrics_listen: Annotated[Listen | None, NoDecode] = None
    heartbeat_url: SecretStr | None = None
    successor: str = ""
    site_dir: Path | None = None
    site_url: str = ""
    youtube_feed_url: str = ""
    youtube_autopush: bool = False
    youtube_shorts: bool = False
    demo_port: int = Field(default=8085, ge=0, le=65535)
    log_level: str = "INFO"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not all(part.isdecimal() for part in parts):
            raise ValueError
        return parts

    @field_validator("admin_aliases", "reviewers", mode="before")
    @classmethod
    def _names(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = [REVIEWER.fullmatch(part.strip()) for part in value.split(";") if part.strip()]
        if not all(found):
            raise ValueError
        return {int(each["id"]): each["name"].strip() for each in found if each}

    @field_validator("official_links", "backup_recipients", mode="before")
    @classmethod
    def _list(cls, value: Any, about: ValidationInfo) -> Any:
        parts, form = _parts(value), LINK if about.field_name == "official_links" else RECIPIENT
        if isinstance(value, str) and not all(form.fullmatch(part) for part in parts):
            raise ValueError
        return parts

    @field_validator("display_zones", mode="before")
    @classmethod
    def _zones(cls, value: Any) -> Any:
        parts = _parts(value)
        if isinstance(value, str) and not (parts and all(map(place, parts))):
            raise ValueError("must be a list of time zones like America/New_York,Europe/Moscow")
        return tuple(ZoneInfo(part).key for part in parts)

    @field_validator("admin_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        if place(value) is None:
            raise ValueError("must be a time zone like America/New_York")
        return value

    @field_validator("reminder_offsets", mode="before")
    @classmethod
    def _offsets(cls, value: Any) -> Any:
        return sorted({_offset(part) for part in _parts(value)}, reverse=True) if isinstance(value, str) else value

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("database_path")
    @classmethod
    def _file(cls, value: Path) -> Path:
        if value.name in ("", "..") or value.is_dir():
            raise ValueError("must name a file, like data/bot.db, and not a folder")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if not LINK.fullmatch(value) or not _host(value):
            raise ValueError
        return value.rstrip("/")

    @field_validator("youtube_feed_url")
    @classmethod
    def _feed(cls, value: str) -> str:
        address = feed_address(value)
        if value and not address:
            raise ValueError
        return address or ""

    @field_validator("webhook_url")
    @classmethod
    def _webhook(cls, value: str) -> str:
        if value and not WEBHOOK.fullmatch(value):
            raise ValueError
        if value and urlsplit(value).port not in (None, *WEBHOOK_PORTS):
            raise ValueError(f"must have one of the ports Telegram calls: {', '.join(map(str, WEBHOOK_PORTS))}")
        return value

    @field_validator("site_dir")
    @classmethod
    def _folder(cls, value: Path | None) -> Path | None:
        if value is not None and (value.name in ("", "..") or value.is_file()):
            raise ValueError("must name a folder of its own, which is replaced whole")
        return value

    @field_validator("site_url")
    @classmethod
    def _site(cls, value: str) -> str:
        if value and (not LINK.fullmatch(value) or not _host(value) or urlsplit(value).query):
            raise ValueError
        return value.rstrip("/")

    @field_validator("database_url", "webhook_secret", "telegram_proxy", "heartbeat_url")
    @classmethod
    def _secret(cls, value: SecretStr | None, about: ValidationInfo) -> SecretStr | None:
        if value is not None and not SECRETS[str(about.field_name)].fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("webhook_listen", "metrics_listen", mode="before")
    @classmethod
    def _listen(cls, value: Any) -> Any:
        return parse_listen(value) if isinstance(value, str) else value

    @field_validator("successor")
    @classmethod
    def _successor(cls, value: str) -> str:
        if value and not SUCCESSOR.fullmatch(value):
            raise ValueError
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError
        return value.upper()

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        faults = [fault for fault, _ in self.contradictions()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def contradictions(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what is wrong with settings that are good alone, and the names of those settings."""
        for one, other, why in EXCLUDE_EACH_OTHER:
            if getattr(self, one) and getattr(self, other):
                yield f"{one.upper()} and {other.upper()} must not both be set: {why}", (one, other)
        if bool(self.backup_recipients) != bool(self.backup_dir):
            both = ("backup_recipients", "backup_dir")
            yield "BACKUP_RECIPIENTS and BACKUP_DIR must both be set: they need each other", both
        if 0 < self.paid_broadcast_rate <= max(FREE_MESSAGES_PER_SECOND, self.send_rate):
            yield f"PAID_BROADCAST_RATE {MUST_BE['paid_broadcast_rate']}", ("paid_broadcast_rate",)
        if bool(self.webhook_url) != bool(self.webhook_secret):
            both = ("webhook_url", "webhook_secret")
            yield "WEBHOOK_URL and WEBHOOK_SECRET must both be set: they need each other", both
        for name in ("youtube_autopush", "youtube_shorts"):
            if getattr(self, name) and not self.youtube_feed_url:
                yield f"{name.upper()} needs YOUTUBE_FEED_URL: without a feed there are no videos", (name,)

    def require_run(self) -> str:
        """Return the token; raises BadSettings when something ``run`` cannot do without is missing."""
        if self.bot_token is None:
            raise BadSettings("BOT_TOKEN is missing: put the token from BotFather into .env, or try: make demo")
        self.require_key()
        return self.bot_token.get_secret_value()

    @property
    def bot_id(self) -> int:
        """The bot's id, which its token begins with."""
        return int(self.require_run().split(":")[0])

    def require_server(self) -> str:
        """Return the address of the database server; raises BadSettings when there is none."""
        if self.database_url is None:
            raise BadSettings("DATABASE_URL is missing")
        return self.database_url.get_secret_value()

    def key_of_veil(self) -> str:
        """Return the key beside a server; raises BadSettings. There is no locked mode: without it no id can be read."""
        if self.database_key_file is None:
            raise BadSettings("DATABASE_KEY_FILE is missing: DATABASE_URL needs it, the same on every machine")
        return read_key(self.database_key_file)

    def require_file(self) -> None:
        """Raise BadSettings when the database is a server's, or nothing says how the file is to be stored."""
        self.refuse_server()
        self.require_key()

    def refuse_server(self) -> None:
        """Raise BadSettings when the database is a server's: for what works on a file alone."""
        if self.database_url is not None:
            raise BadSettings("DATABASE_URL is set: this command is for a database in a file")

    def require_key(self) -> None:
        """Raise BadSettings when nothing says how the database is to be stored."""
        if self.database_key_file is None and not self.database_unencrypted:
            raise BadSettings(
                f"DATABASE_KEY_FILE is missing: name the file of the key ({to_type('key new FILE')} makes one), or set"
                " DATABASE_UNENCRYPTED=yes to store the list of subscribers in the clear"
            )


class KeyMissing(BadSettings):
    """The key's file is not there, or not for this user: with a database to open, the bot starts locked."""


def read_key(path: Path) -> str:
    """Return the database key, 64 hexadecimal digits; raises KeyMissing, BadSettings."""
    try:
        if not path.is_file():  # a pipe would be waited for
            raise OSError
        with path.open("rb") as file:
            key = file.read(KEY_FILE_BYTES).decode("ascii", "replace").strip()
    except OSError:
        raise KeyMissing("DATABASE_KEY_FILE cannot be read") from None
    if not re.fullmatch(r"[0-9a-fA-F]{64}", key):
        raise BadSettings("DATABASE_KEY_FILE does not hold 64 hexadecimal digits")
    return key
