"""R10: whatever is logged, warned of, printed or crashes, nobody is given away; what the bot says of itself arrives."""

import asyncio
import gc
import io
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from aiogram.types import Update

from bot import logs
from bot.logs import EventFormatter, RedactedStream, redacted
from tests.chat import ADMIN, TOKEN, town
from tests.output import own_output

REAL_TOKEN = "1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
CHAT = 5550001234
NAME = "Канарейкин"
TEXT = "мне грозит мобилизация"
SECRETS = (REAL_TOKEN, "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", str(CHAT), NAME, TEXT)
FOREIGN = (
    "aiohttp.client",
    "aiogram.event",
    "aiogram.dispatcher",
    "apscheduler.executors",
    "asyncio",
    "root",
    "botany",
)


@contextmanager
def heard(level: str = "DEBUG") -> Iterator[Callable[[], str]]:
    """Set the logs up as a command does; yield what returns all that has reached stderr. Nothing of it stays behind."""
    out = io.StringIO()
    with own_output():
        sys.stderr = out
        logs.set_up(level)
        yield out.getvalue


def leaks(output: str) -> list[str]:
    """The secrets that stand in an output."""
    return [secret for secret in SECRETS if secret in output]


def telling() -> Exception:
    """An exception that says everything, with a cause that does too."""
    try:
        try:
            raise KeyError(f"{NAME} {CHAT}")
        except KeyError as cause:
            raise RuntimeError(f"https://api.telegram.org/bot{REAL_TOKEN}/getMe {TEXT}") from cause
    except RuntimeError as error:
        return error


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR, logging.CRITICAL])
def test_foreign_records_keep_their_words_to_themselves(name: str, level: int) -> None:
    with heard() as stderr:
        logger = logging.getLogger(None if name == "root" else name)
        logger.log(
            level, "token %s chat %d of %s: %s", REAL_TOKEN, CHAT, NAME, TEXT, exc_info=telling(), stack_info=True
        )

        output = stderr()
        assert leaks(output) == []
        assert f" {logging.getLevelName(level)} {name} event exception=RuntimeError at telling:" in output
        assert output.count("\n") == 1


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_chatter_is_not_heard(name: str) -> None:
    with heard() as stderr:
        logging.getLogger(None if name == "root" else name).info("%s", TEXT)
        assert stderr() == ""


def test_own_events_arrive_in_one_line() -> None:
    with heard() as stderr:
        logging.getLogger("bot.app").info("started recovered=%d", 3)
        logging.getLogger("bot").debug("tick name=%s", "queue_due")
        first, second = stderr().splitlines()
        assert first.endswith(" INFO bot.app started recovered=3")
        assert second.endswith(" DEBUG bot tick name=queue_due")


def test_own_events_pass_the_net_as_well() -> None:
    with heard() as stderr:
        logging.getLogger("bot.app").warning("oops %s %d '%s'\nsecond line", REAL_TOKEN, CHAT, NAME)
        output = stderr()
        assert leaks(output) == []
        assert output.endswith("oops <token> <number> <text> second line\n")


def test_arguments_that_do_not_fit_are_not_printed() -> None:
    with heard() as stderr:
        logging.getLogger("bot.app").warning("count=%d", NAME)
        output = stderr()
        assert leaks(output) == []
        assert output.endswith(" WARNING bot.app unprintable\n")


def test_own_exceptions_show_type_and_place_only() -> None:
    with heard() as stderr:
        logging.getLogger("bot.x").error("failed", exc_info=telling())
        output = stderr()
        assert leaks(output) == []
        assert "failed exception=RuntimeError at telling:" in output


def test_an_exception_without_a_trace_is_named() -> None:
    with heard() as stderr:
        logging.getLogger("bot.x").error("failed", exc_info=ValueError(NAME))
        assert stderr().endswith("failed exception=ValueError\n")


@pytest.mark.parametrize(("level", "said"), [("WARNING", ["WARNING"]), ("ERROR", []), ("INFO", ["INFO", "WARNING"])])
def test_the_level_is_the_operators(level: str, said: list[str]) -> None:
    with heard(level) as stderr:
        logging.getLogger("bot.app").info("one")
        logging.getLogger("bot.app").warning("two")
    assert [line.split()[2] for line in stderr().splitlines()] == said


def test_a_crash_of_the_process_says_where_and_not_what() -> None:
    with heard() as stderr:
        error = telling()
        sys.excepthook(type(error), error, error.__traceback__)
        output = stderr()
        assert leaks(output) == []
        assert "CRITICAL bot crashed exception=RuntimeError at telling:" in output


def test_a_crash_of_a_thread_says_where_and_not_what() -> None:
    with heard() as stderr:

        def work() -> None:
            raise telling()

        thread = threading.Thread(target=work, name=NAME)
        thread.start()
        thread.join()
        output = stderr()
        assert leaks(output) == []
        assert "thread_crashed exception=RuntimeError at " in output


def test_an_exception_nobody_can_catch_says_where_and_not_what() -> None:
    with heard() as stderr:

        class Dying:
            def __del__(self) -> None:
                raise telling()

        Dying()
        gc.collect()
        output = stderr()
        assert leaks(output) == []
        assert "unraisable exception=RuntimeError at " in output


async def test_the_loops_last_resort_says_where_and_not_what() -> None:
    with heard() as stderr:
        loop = asyncio.get_running_loop()
        logs.watch_loop(loop)
        try:
            loop.call_exception_handler({"message": TEXT, "exception": telling(), "task": NAME})
            loop.call_exception_handler({"message": TEXT})
        finally:
            loop.set_exception_handler(None)
        output = stderr()
        assert leaks(output) == []
        first, second = output.splitlines()
        assert "ERROR bot loop_failure exception=RuntimeError at telling:" in first
        assert second.rstrip().endswith("ERROR bot loop_failure")


def test_warnings_say_nothing() -> None:
    with heard() as stderr:
        warnings.warn(f"{TEXT} {CHAT} {REAL_TOKEN}", RuntimeWarning, stacklevel=1)
        output = stderr()
        assert leaks(output) == []
        assert "WARNING py.warnings event" in output


def test_an_update_of_an_unknown_kind_is_not_dumped() -> None:
    with heard() as stderr:
        update = Update.model_validate({"update_id": 1, "new_kind": {"text": TEXT, "from": {"id": CHAT, "name": NAME}}})
        with pytest.raises(LookupError):
            _ = update.event_type
        warnings.warn(
            f"Detected unknown update type.\nUpdate: {update.model_dump_json()}", RuntimeWarning, stacklevel=1
        )
        output = stderr()
        assert leaks(output) == []
        assert "py.warnings event" in output


def test_prints_and_tracebacks_that_go_around_the_logging_meet_the_net() -> None:
    with heard() as stderr:
        print(f"GET /bot{REAL_TOKEN}/getMe for {CHAT} said '{TEXT}'", file=sys.stderr)
        sys.stderr.writelines([f"{REAL_TOKEN}\n", f"-100{CHAT}\n"])
        error = telling()
        traceback.print_exception(KeyError(f"{NAME} {CHAT}"), file=sys.stderr)
        assert error.__cause__ is not None
        traceback.print_exception(error.__cause__, file=sys.stderr)
        output = stderr()
        assert leaks(output) == []
        assert "<token>" in output
        assert "<number>" in output


def test_the_net_leaves_plain_words_alone() -> None:
    assert redacted("started recovered=3 port 8085 at 12:30:45") == "started recovered=3 port 8085 at 12:30:45"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (REAL_TOKEN, "<token>"),
        (f"/bot{REAL_TOKEN}/sendMessage", "/bot<token>/sendMessage"),
        (f"chat {CHAT}", "chat <number>"),
        (f"group -100{CHAT}", "group <number>"),
        ("first_name='Анна' text=\"помогите\"", "first_name=<text> text=<text>"),
    ],
)
def test_the_net_catches(text: str, shown: str) -> None:
    assert redacted(text) == shown


def test_the_redacted_stream_is_the_stream_in_everything_else() -> None:
    inner = io.StringIO()
    stream = RedactedStream(inner)
    assert stream.write(str(CHAT)) == len(str(CHAT))
    assert stream.writable()
    assert stream.getvalue() == "<number>"


def test_setting_up_leaves_one_handler() -> None:
    with heard() as stderr:
        assert [type(handler.formatter) for handler in logging.getLogger().handlers] == [EventFormatter]
        assert stderr() == ""


def test_nothing_of_it_stays_behind() -> None:
    before = sys.stderr, sys.excepthook, sys.unraisablehook, threading.excepthook, logging.getLogger().handlers[:]
    level, show = logging.getLogger("bot").level, warnings.showwarning
    with own_output():
        logs.set_up("DEBUG")
        assert sys.stderr is not before[0]
        assert warnings.showwarning is not show
    after = sys.stderr, sys.excepthook, sys.unraisablehook, threading.excepthook, logging.getLogger().handlers[:]
    assert after == before
    assert logging.getLogger("bot").level == level
    assert warnings.showwarning is show


async def test_a_whole_conversation_leaves_no_word_in_the_output_T67(capsys: pytest.CaptureFixture[str]) -> None:
    """Every logger at its most talkative, through the formatter; names, texts, payloads and ids are searched for."""
    canaries = [NAME, TEXT, "faq_canarypayload", "Канарейкаru", "Canaryen", "canarylink", TOKEN]
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(EventFormatter())
    with own_output():
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.DEBUG)
        logging.captureWarnings(capture=True)
        async with town() as t:
            anna, admin = t.person(NAME), t.admin(NAME)
            await anna.sends("/start faq_canarypayload")
            await anna.sends(TEXT)
            await anna.sends("/subscribe")
            await anna.taps("Подписаться")
            await anna.taps_data(f"go:ru:0:{NAME}")
            await admin.sends("/start")
            link = "https://canarylink.example/x"
            await admin.announces(f"/seminar 2026-12-05 19:00 America/New_York | Канарейкаru | Canaryen | {link}")
            await admin.sends(f"/seminar {TEXT}")
            await t.tick()
            await admin.sends("/broadcast")
            await admin.sends(TEXT)
            await admin.taps("Одно для всех")
            await admin.taps("Отправить 1")
            await t.later(minutes=1)
            assert anna.got(TEXT) == 1
            anna.person.blocks()
            await t.later(days=10)
            await anna.sends("/delete")
            ids = [str(anna.id), str(ADMIN)]
    said = out.getvalue() + capsys.readouterr().err
    assert said.count(" INFO aiogram.event event") > 10
    assert [canary for canary in (*canaries, *ids) if canary in said] == []
