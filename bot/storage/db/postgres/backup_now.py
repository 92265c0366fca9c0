"""A backup of a server beside the running bot, or without it (O6)."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg

from bot.storage.backups.backup import Backups
from bot.storage.db.errors import Unfit
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.beside import Beside
from bot.storage.db.postgres.plain_copy import to_bytes
from bot.storage.db.postgres.veil import Veil, WrongVeil

TABLES = "SELECT to_regclass('meta') IS NOT NULL"


def back_up(url: str, key: str, backups: Backups, now: datetime) -> Path:
    """Write one and return where it is; raises Unfit, NotWhole, OSError."""
    veil = Veil(key)
    try:
        with closing(Beside(url, veil)) as look:
            if look.execute(TABLES).fetchone() != (True,):
                raise Unfit("there is no database of the bot's on the server")
            row = look.execute(key_sample.SAMPLE).fetchone()
            if fault := key_sample.fault(row[0] if row else None, veil):
                raise Unfit(fault)
        return replace(backups, copied=to_bytes, several=True).make(lambda: Beside(url, veil), now)
    except (psycopg.Error, WrongVeil) as error:
        words = f"it cannot be read ({type(error).__name__}): is it up, and are name and password right?"
        raise Unfit(words) from None
