"""What ``check --online`` says of the webhook and of the addresses people are given."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot.checks.addresses import link_findings, webhook_address_findings
from bot.checks.telegram import Away, Reply, Subject, telegram_findings, webhook_findings

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOOK = "https://bot.example.org/telegram"
ERROR = {"url": HOOK, "last_error_date": int(NOW.timestamp()) - 60, "last_error_message": "Wrong\n\x1b[31mresponse"}


@pytest.mark.parametrize(
    ("wanted", "info", "words", "code", "note"),
    [
        (HOOK, {"url": HOOK, "pending_update_count": 3}, "Telegram delivers there; 3 updates wait", 0, False),
        (HOOK, {"url": "https://other.example.org"}, "does not send to WEBHOOK_URL yet", 0, True),
        (HOOK, {**ERROR, "pending_update_count": 7}, "7 updates wait. It says: Wrong [31mresponse. Is", 78, False),
        (HOOK, {**ERROR, "pending_update_count": 0}, "within the last ten minutes", 0, True),
        (HOOK, {**ERROR, "last_error_date": 1, "pending_update_count": 0}, "Telegram delivers there", 0, False),
        ("", {"url": HOOK}, "WEBHOOK_URL is not set: the next start removes it", 0, True),
    ],
)
def test_what_telegram_says_of_the_webhook(
    wanted: str, info: Mapping[str, object], words: str, code: int, note: bool
) -> None:
    def ask(method: str, **_: str | int) -> Reply:
        return Reply(200, {"ok": True, "result": info})

    (found,) = webhook_findings(ask, Subject("42", webhook=wanted), NOW)
    assert words in found.words
    assert (found.code, found.note) == (code, note)


def test_without_a_webhook_on_either_side_there_is_nothing_to_say() -> None:
    assert list(webhook_findings(lambda *_, **__: Reply(403, None), Subject("42"), NOW)) == []


def test_a_telegram_that_goes_away_between_two_questions() -> None:
    def ask(method: str, **_: str | int) -> Reply:
        if method != "getMe":
            raise Away("gone")
        return Reply(200, {"ok": True, "result": {"id": 42}})

    found = [str(each) for each in telegram_findings(ask, Subject("42", -1), NOW)]
    assert found[2:] == ["note lawyers: gone", "note webhook: gone"]


def visit(address: str) -> str:
    """Stands for the world."""
    if "down" in address:
        raise ConnectionRefusedError
    return "https://www.example.org/end" if "moved" not in address else "https://thief.example.net/"


@pytest.mark.parametrize(
    ("links", "successor", "words"),
    [
        ((), "", []),
        (("https://example.org/a",), "", ["ok  links: 1 of 1 answer, and lead nowhere else"]),
        (("https://down.example.org",), "", ["note links: OFFICIAL_LINKS, number 1 does not answer (Connection"]),
        (("https://example.org", "https://moved.example.org"), "", ["bad links: OFFICIAL_LINKS, number 2 leads on to"]),
        ((), "@second_bot", ["bad links: SUCCESSOR leads on to another site, www"]),
    ],
)
def test_the_links_that_people_are_given(links: tuple[str, ...], successor: str, words: list[str]) -> None:
    found = [str(each) for each in link_findings(links, successor, visit)]
    assert len(found) == len(words)
    assert all(one.startswith(other.removesuffix(", www")) for one, other in zip(found, words, strict=True))


def test_a_name_of_a_successor_is_looked_up_at_telegram() -> None:
    seen: list[str] = []

    def look(address: str) -> str:
        seen.append(address)
        return address

    assert [str(each) for each in link_findings((), "@second_bot", look)] == [
        "ok  links: 1 of 1 answer, and lead nowhere else"
    ]
    assert seen == ["https://t.me/second_bot"]


@pytest.mark.parametrize(
    ("addresses", "words"),
    [
        (["93.184.216.34"], []),
        ([], ["bad webhook: the name in WEBHOOK_URL has no IPv4 address"]),
        (["10.0.0.1"], ["note webhook: the name in WEBHOOK_URL leads into a private network"]),
    ],
)
def test_telegram_calls_by_ipv4(addresses: list[str], words: list[str]) -> None:
    found = [str(each) for each in webhook_address_findings(HOOK, lambda _: addresses)]
    assert [one.partition(",")[0].partition(":")[0] for one in found] == [each.partition(":")[0] for each in words]
    assert all(one.startswith(other) for one, other in zip(found, words, strict=True))
