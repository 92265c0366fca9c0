"""An edit of what many have needs another admin, shown the very copies (A4, A7, R11, R15)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.amendments.test_delete_everywhere import SECOND, second_admin
from tests.handlers.amendments.test_edit_everywhere import NEW_RU, OLD_RU, have

APPROVE = "✏️ Подтвердить и исправить 3"


@asynccontextmanager
async def asked() -> AsyncIterator[tuple[Town, list[Chatter], Chatter, Chatter]]:
    """A town in which one admin wants to edit what three people have, and above two another must confirm."""
    async with town(admin_ids=f"{ADMIN},{SECOND}", second_approval_above=2) as t:
        people, admin = [await t.subscriber(f"Анна {number}") for number in range(3)], t.admin()
        other = second_admin(t)
        await admin.sends("/broadcast")
        await admin.sends(OLD_RU)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 3")
        await t.tick()
        await other.taps("Подтвердить")
        await t.tick()
        await t.tick()
        report = next(m for m in admin.from_bot if "Доставлено: 3" in str(m.get("text")))
        await admin.taps("Исправить у всех", report["message_id"])
        await admin.sends(NEW_RU)
        await admin.taps("✏️ Исправить 3")
        yield t, people, admin, other


async def test_it_begins_only_when_another_admin_has_seen_the_copies() -> None:
    async with asked() as (t, people, admin, other):
        await t.tick()
        assert have(people, OLD_RU) == 3
        assert "другой администратор" in admin.toasts[-1]
        other.sees("Нужно ваше подтверждение", "Сообщений: 3")
        await other.taps("Посмотреть копии")
        assert other.from_bot[-2]["text"] == NEW_RU
        other.sees("Исправление другого администратора", APPROVE)
        assert have(people, OLD_RU) == 3
        await other.taps(APPROVE)
        await t.tick()
        assert have(people, NEW_RU) == 3
        assert admin.got("Исправление закончено") == 1
        noted = [row[0] for row in t.query("SELECT action FROM journal ORDER BY number")]
        assert noted[-2:] == ["approval-asked", "broadcast-edited"]


async def test_its_author_cannot_confirm_it_nor_can_a_stranger() -> None:
    async with asked() as (t, people, admin, _):
        eve = t.person("Ева")
        await eve.sends("/start")
        draft, mark = t.query("SELECT id, substr(content_hash, 1, 12) FROM mailing WHERE state = 'draft'")[0]
        await admin.taps_data(f"baw:ru:0:{draft}:{mark}")
        await admin.taps(APPROVE)
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        for forged in (data, f"baw:ru:0:{draft}:{mark}", f"bay:ru:0:{draft}:000000000000:3"):
            await eve.taps_data(forged)
        await t.tick()
        assert have(people, OLD_RU) == 3
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


async def test_another_text_a_late_tap_and_a_dropped_draft_are_not_confirmed() -> None:
    async with asked() as (t, people, admin, other):
        await other.taps("Посмотреть копии")
        await admin.sends("Совсем другой текст")
        await other.taps(APPROVE)
        assert have(people, OLD_RU) == 3
        assert "Действует последний предпросмотр" in other.toasts[-1]
        await admin.taps("✏️ Исправить 3")
        await other.taps("Посмотреть копии")
        t.clock.forward(minutes=6)
        await other.taps(APPROVE)
        assert have(people, OLD_RU) == 3
        other.sees("не выполнено", APPROVE)
        await admin.sends("/cancel")
        await other.taps(APPROVE)
        assert have(people, OLD_RU) == 3
        await other.taps("Посмотреть копии")
        other.sees("Подтверждать больше нечего")
        await other.taps_data("bay:ru:0:9:000000000000:3")
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


async def test_what_its_author_has_changed_since_is_not_asked_of_anybody() -> None:
    async with asked() as (t, people, admin, other):
        await other.taps("Посмотреть копии")
        card = other.last["message_id"]
        await admin.sends("Ещё не готовый текст")
        t.clock.forward(minutes=6)
        await other.taps(APPROVE, card)  # late: drawn anew, but not for a text that is not above it
        other.sees("Подтверждать больше нечего")
        other.sees_not(APPROVE)
        request = next(m for m in other.from_bot if "Сообщений: 3" in str(m.get("text")))
        await other.taps("Посмотреть копии", request["message_id"])
        other.sees("Подтверждать больше нечего")
        other.sees_not(APPROVE)
        assert not other.got("Ещё не готовый текст")
        for _ in range(2):  # the first tap is late: the card is drawn anew
            await admin.taps("✏️ Исправить 3")
        await other.taps("Посмотреть копии")
        await other.taps(APPROVE)
        await t.tick()
        assert have(people, "Ещё не готовый текст") == 3


async def test_a_forged_choice_of_readers_hides_no_text_from_the_other_admin() -> None:
    async with asked() as (t, people, admin, other):
        ((draft,),) = t.query("SELECT id FROM mailing WHERE state = 'draft'")
        await admin.taps_data(f"bcc:ru:0:{draft}:ru")
        await admin.taps("✏️ Исправить 3")
        await other.taps("Посмотреть копии")
        if APPROVE in other.labels:
            await other.taps(APPROVE)
        await t.tick()
        assert t.query("SELECT audience FROM mailing WHERE state = 'draft'") != [("all",)], "the forged tap was taken"
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]
        assert have(people, OLD_RU) == 3


async def test_a_second_tap_of_the_other_admin_edits_nothing_twice() -> None:
    async with asked() as (t, people, _, other):
        await other.taps("Посмотреть копии")
        data = other.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await other.taps(APPROVE)
        await other.taps_data(data)
        await t.tick()
        assert t.query("SELECT count(*) FROM amendment") == [(1,)]
        assert have(people, NEW_RU) == 3
