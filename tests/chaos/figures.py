"""Figures of a run, and the table of docs/reliability.md that is made of them.

    figures.note("T16", "lost 0, doubled 100 of 100 injected")

A test notes its figure after its assertions, so what is noted has held. With CHAOS_WRITE=1 the table is written at the
end of the run, each row with its day, commit, size and seed; rows of tests that did not run stay as they are.
"""

import fcntl
from collections.abc import Mapping
from pathlib import Path

from tests.sizes import run_name

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
HEAD = ("| id | fault | figures | run |", "| --- | --- | --- | --- |")
COLUMNS = 4

FAULTS = {
    "T01": "kill -9 while updates queue",
    "T02": "SIGTERM while handlers run",
    "T03": "the same update three times, hours apart, across a restart, on two webhook connections",
    "T06": "unknown update types, fields and values everywhere",
    "T08": "getUpdates answers 502 and HTML for an hour",
    "T09": "getUpdates answers 429",
    "T10": "401",
    "T11": "409 for five minutes",
    "T12": "getMe failing at the start",
    "T13": "Telegram's address changes",
    "T14": "a handler hangs",
    "T15": "kill -9 in the middle of a broadcast",
    "T16": "the answer is lost after Telegram accepted, for 1 % of the messages",
    "T17": "the connection is reset before Telegram accepted, for 5 %",
    "T19": "429 on one chat",
    "T20": "429 on three chats, retry after 30 s",
    "T21": "5 % have blocked the bot, 0.5 % are deactivated",
    "T22": "chat not found, on one day and on two",
    "T23": "a group becomes a supergroup",
    "T26": "more than 20 % gone among the first 100",
    "T120": "a day offline with thousands of updates waiting",
    "T28": "cancelled at the half, then killed",
    "T29": "texts of 4,096 and 4,097 units, an emoji at the cut, an open tag",
    "T31": "Telegram away for an hour in the middle of a run",
    "T32": "taps while a broadcast waits",
    "T33": "a reminder and a broadcast in the same minute",
    "T34": "the lawyers' group gone for six hours",
    "T35": "the source message deleted",
    "T74": "what reaches the lawyers' group, inspected",
    "T36": "the report against the ledger, everything failing at once",
    "T37": "the bot was down over the due time",
    "T39": "the loop is blocked at the due time",
    "T41": "a seminar moved in the middle of a run",
    "T42": "a seminar cancelled in the middle of a run",
    "T43": "a tick raises",
    "T44": "a tick is missed",
    "T45": "very many due in one second",
    "T46": "the file is locked by another process",
    "T47": "cancelled between BEGIN and COMMIT",
    "T48": "many writers with random rollbacks",
    "T50": "a read-only file",
    "T51": "overwritten pages",
    "T52": "an empty file",
    "T53": "a newer schema",
    "T54": "a migration killed at each statement",
    "T55": "the n-th write fails",
    "T56": "a power cut at random points",
    "T58": "an exception after the database is open",
    "T59": "bad configurations",
    "T60": "a start that fails, again and again",
    "T61": "the machine has no memory left",
    "T62": "hours of work",
    "T63": "a main task dies",
    "T64": "old buttons after an upgrade",
    "T101": "mailings beside many questions a second",
    "T102": "one start, or one minute, with the clock 10 days off",
    "T103": "a crowd that asks costly nonsense",
    "T104": "backups beside strangers' files; a full disk for 60 days",
    "T105": "403 in every wording",
    "T107": "files moved, replaced, without a key, not to be written, under the running bot",
    "T79": "forged buttons",
    "T81": "hostile names in an admin's views",
    "T82": "payloads of /start",
    "T83": "mutated updates",
    "T84": "an album of ten to a reader's chat",
    "T85": "two albums",
    "T86": "let into groups",
    "T87": "three large broadcasts in ten minutes by one admin",
    "T91": "the webhook: a wrong, non-ASCII or missing secret, a spoofed address, 5 MB, deep JSON, a slow body",
    "T92": "a handler behind the webhook fails",
    "T93": "killed between the commit and the 200",
    "T94": "polling and webhook change places while updates wait",
    "T76": "one user floods beside honest ones",
    "T77": "very many different ids",
    "T100": "orders that waited out a downtime, a slow start or a cut connection",
    "T108": "`retry_after` of -10 and of ten years",
    "T109": "core files",
    "T88": "a journal that was tampered with",
    "T110": "pieces of one paste in the composer",
    "T111": "the sent text is edited",
    "T112": "a forwarded post in the composer",
    "T113": "an album in the composer",
    "T114": "a text after the draft has expired",
    "T115": "three instances over PostgreSQL: the leader is killed, frozen, cut off in a run",
    "T116": "several machines lead in turn, back up and erase; any backup is restored",
    "T117": "a backup goes from a server into a file, into another server, and back",
    "T118": "the PostgreSQL server crashes in the middle of a run",
    "T119": "ids on the PostgreSQL server's disk, in its log, in a dump",
    "T106": "people leave a large file beside writers",
    "S7": "the channel's feed fails for days, again and again, through kills and downtimes",
    "A4": "kill -9 in the window of a broadcast, and around the approval of a large one",
    "A7": "a broadcast edited everywhere, then deleted everywhere",
    "A13": "everything paused at the half, killed, started, let go on",
    "O10": "Telegram takes the bot away; its readers come over to a reserve bot with a link",
    "P10": "kills while questions to the lawyers and their answers are carried",
    "A10": "every shape of a reply in every state of the lawyers' group",
    "O5": "a part hangs, a backup of ten minutes, Telegram away, a long 429; a fault that comes and goes; a crash loop",
    "F5": "5 % 403, 1 % 500, 0.5 % resets, random 429; a call that never ends",
}

_noted: dict[str, list[str]] = {}


def note(number: str, figures: str) -> None:
    """Keep a figure that has held; several of one id stand one after the other."""
    said = _noted.setdefault(number, [])
    if figures not in said:
        said.append(figures)


def noted() -> dict[str, str]:
    """Return what was noted so far, one line an id."""
    return {number: "; ".join(said) for number, said in _noted.items()}


def taken() -> dict[str, str]:
    """Return what was noted, and begin anew: several folders of tests tell of it at the end, in one run only one."""
    found = noted()
    _noted.clear()
    return found


def write(document: Path, found: Mapping[str, str]) -> None:
    """Put the figures into the document's table, beside those of tests that did not run.

    The parts of a run are processes of their own; one waits here until another has written.
    """
    with document.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        before, rest = file.read().split(BEGIN)
        old, after = rest.split(END)
        now = run_name()
        rows = read(old) | {number: (FAULTS.get(number, ""), said, now) for number, said in found.items()}
        lines = [f"| {number} | {' | '.join(cells)} |" for number, cells in sorted(rows.items(), key=_order)]
        file.seek(0)
        file.write(before + "\n".join([BEGIN, "", *HEAD, *lines, "", END]) + after)
        file.truncate()


def read(table: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a written table, without their ids."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.strip()]
    return {row[0]: tuple(row[1:]) for row in rows if len(row) == COLUMNS and row[0][1:].isdigit()}


def _order(row: tuple[str, object]) -> tuple[bool, int]:
    number = row[0]
    return (not number.startswith("T"), int(number[1:]))
