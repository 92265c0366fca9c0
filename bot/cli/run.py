"""``python -m bot run``: the bot on Telegram, until told to stop."""

import asyncio
import gc
import signal

from bot import logs
from bot.core.clock import Clock, SystemClock
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals, vitals_by
from bot.exit_codes import EXIT_ANOTHER, EXIT_CONFIG, EXIT_EXISTS, EXIT_STORAGE, EXIT_TOKEN, fail
from bot.handlers.inbox import PortTaken, TokenRejected
from bot.health_wiring import looked_after
from bot.lifespan import Stopped, opened
from bot.own_command import to_type
from bot.setting_sources import read_settings
from bot.settings import BadSettings, Settings
from bot.standby.turn import run_until_lost
from bot.storage.backups.backup import BackupsBeside
from bot.storage.db.errors import StorageError
from bot.storage.db.instance_lock import AnotherInstance, NoPlace

FAULTS: dict[type[Exception], tuple[int, str]] = {
    NoPlace: (EXIT_CONFIG, "DATABASE_PATH: the folder does not exist or cannot be written to"),
    AnotherInstance: (EXIT_ANOTHER, "another instance works on this database; this one steps back"),
    BackupsBeside: (
        EXIT_EXISTS,
        "there is no database (DATABASE_PATH, or DATABASE_URL), but there are backups in BACKUP_DIR: mount its disk, or"
        f" put one back ({to_type('restore')}), or begin anew with nobody in it: {to_type('run --new')}",
    ),
    PortTaken: (EXIT_CONFIG, "WEBHOOK_LISTEN: the address is taken, or is none of this machine"),
    TokenRejected: (EXIT_TOKEN, "Telegram does not accept BOT_TOKEN: ask BotFather for the current one"),
}
"""How the start can fail, and what the operator is told."""


def main(*, new: bool = False) -> int:
    """Run until SIGTERM or Ctrl-C; return the exit code. ``new``: make a database, though there are backups of one."""
    try:
        settings = read_settings()
        settings.require_run()
        logs.set_up(settings.log_level)
        gc.freeze()  # modules and classes stay: a full collection takes 15 ms then instead of 80
        asyncio.run(serve(settings, new=new))
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    except StorageError as fault:
        return fail(EXIT_STORAGE, f"{'DATABASE_URL' if settings.database_url else 'DATABASE_PATH'}: {fault}")
    except tuple(FAULTS) as fault:
        return fail(*FAULTS[type(fault)])
    except Stopped:
        pass
    return 0


async def serve(settings: Settings, *, new: bool = False) -> None:
    """Run the bot until a signal comes."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    logs.watch_loop(loop)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    clock = SystemClock()
    vitals = vitals_by(clock)
    async with looked_after(settings, vitals, clock, stop):
        await _work(settings, clock, stop, vitals, new=new)


async def _work(settings: Settings, clock: Clock, stop: asyncio.Event, vitals: Vitals, *, new: bool) -> None:
    """Work until told to stop; beside other instances, wait for the next turn whenever one was lost."""
    again = False
    while not stop.is_set():
        lost = asyncio.Event()
        try:
            async with opened(settings, clock, stop, new=new, vitals=vitals, lost=lost, again=again) as app:
                await run_until_lost(app, stop, lost)
        except StorageError:
            if not lost.is_set():
                raise
        if not lost.is_set():
            return
        again = True
        vitals.troubles.note(Trouble.STARTING, wrong=True)
