"""📚 as a chat: who may stamp, what the stamp does, when it dies; edited answers (P5, A12)."""

import os
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.faq.facts import FactStamp
from bot.core.faq.reviews import SOON, Told
from bot.core.faq.search import Certainty, Found, Search
from bot.core.locales import Locale
from bot.demo.faults.plan import Fault, FaultKind
from bot.handlers.reviews.screens import SetFact, SetReviewed, ShowFact
from bot.storage import edited_answers as overrides
from tests.chat import ADMIN, Chatter, Town, town

REVIEWERS = f"{ADMIN}:Jane Doe;9100:Иван Петров"
STAMP = {"ru": "Проверено мной сегодня", "en": "Checked by me today"}
SHIPPED = Path("bot/locales")


async def opens(admin: Chatter) -> None:
    """Go from the desk to an answer's last page."""
    await admin.sends("/admin")
    await admin.taps("Ответы")
    await admin.taps("Срок вышел")
    await admin.taps("Первые шаги")
    while "›" in admin.labels:
        await admin.taps("›")


async def compares_everything(t: Town) -> None:
    """Compare every fact today."""
    facts = t.app.reloading.reload.library.tree.facts.by_id.values()
    day = t.clock.now().date()
    t.app.reloading.reload.library.stamp(facts=[FactStamp(fact.id, day, "Jane Doe", fact.print) for fact in facts])


async def reloads(t: Town, admin: Chatter) -> None:
    """Send /reload, answered at once; the outcome comes with a tick."""
    await admin.sends("/reload")
    admin.sees("Проверяю изменённые ответы")
    await t.tick()


def edit(t: Town, locale: str, change: tuple[str, str], name: str = "faq-first-steps.ftl") -> Path:
    """Lay an edited answer beside the database."""
    folder = t.path.parent / "locales" / locale
    folder.mkdir(parents=True, exist_ok=True)
    text = (SHIPPED / locale / name).read_text(encoding="utf-8")
    assert change[0] in text
    (folder / name).write_text(text.replace(*change), encoding="utf-8")
    os.utime(folder / name, (t.clock.now().timestamp(),) * 2)
    return folder / name


async def test_a_reviewer_stamps_and_everybody_sees_it_at_once_and_after_a_restart() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin, anna = t.admin(), t.person()
        await anna.sends("/start faq_first-steps")
        anna.sees("⚠️ Черновик")
        await opens(admin)
        await admin.taps(STAMP["ru"])
        assert "Записано." in admin.toasts
        await anna.sends("/start faq_first-steps")
        anna.sees("Могло измениться после")
        anna.sees_not("Черновик")
        stamps = await t.app.repositories.reviews.texts()
        assert [(each.topic, each.reviewer) for each in stamps] == [("first-steps", "Jane Doe")]
        await compares_everything(t)
        await anna.sends("/start faq_first-steps")
        anna.sees("✅ Проверил Jane Doe 24 ноября 2026 года")
        await anna.taps("English")
        anna.sees("Draft · facts compared on 24 November 2026")
        await t.app.reloading.start()
        assert ("first-steps", Locale.RU) in t.app.reloading.reload.library.tree.stamps


async def test_an_admin_who_is_no_reviewer_reads_only() -> None:
    async with town() as t:
        admin = t.admin()
        await opens(admin)
        admin.sees_not(STAMP["ru"])
        library = t.app.reloading.reload.library
        topic = library.tree.find("first-steps")
        assert topic is not None
        seen = library.print_of(topic, Locale.RU)
        await admin.taps_data(SetReviewed(lang=Locale.RU, topic="first-steps", seen=seen).pack())
        assert await t.app.repositories.reviews.texts() == []


async def test_a_stranger_finds_no_desk() -> None:
    async with town(reviewers=REVIEWERS) as t:
        anna = t.person()
        await anna.sends("/start")
        await anna.taps_data("rvl:ru:0::0")
        anna.sees("Вопросы и ответы")
        await anna.sends("/reload")
        anna.sees("Такой команды у бота нет")


async def test_a_stamp_of_another_text_has_no_force() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin = t.admin()
        await opens(admin)
        await admin.taps_data(SetReviewed(lang=Locale.RU, topic="first-steps", seen="0" * 12).pack())
        assert any("изменился" in toast for toast in admin.toasts)
        await admin.taps_data(SetReviewed(lang=Locale.RU, topic="nothing", seen="0" * 12).pack())
        assert await t.app.repositories.reviews.texts() == []


async def test_p05_a_stamp_is_taken_back() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin = t.admin()
        await opens(admin)
        await admin.taps(STAMP["ru"])
        while "›" in admin.labels:
            await admin.taps("›")
        admin.sees_not(STAMP["ru"])
        await admin.taps("Снять мою отметку")
        assert await t.app.repositories.reviews.texts() == []


async def test_p05_a_fact_is_compared_once_for_every_answer_that_uses_it_and_taken_back() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin, anna = t.admin(), t.person()
        await admin.sends("/admin")
        await admin.taps("Ответы")
        await admin.taps("Сверить сведения")
        name = admin.labels[0].split(" · ")[0]
        await admin.taps(name)
        admin.sees(name, "Известно на", "Что выяснить:", "Где:", "Ответы:")
        await admin.taps("Сверено мной сегодня")
        admin.sees("Сверено 24 ноября 2026 года, проверил Jane Doe")
        (stamp,) = await t.app.repositories.reviews.facts()
        assert (stamp.fact, stamp.reviewer) == (name, "Jane Doe")
        await t.app.reloading.start()
        assert t.app.reloading.reload.library.tree.facts.stamp(t.app.reloading.reload.library.tree.facts.by_id[name])
        await admin.taps("Назад")
        assert not any(label.startswith(f"{name} ") for label in admin.labels)
        await anna.sends("/start")
        await anna.taps_data(ShowFact(lang=Locale.RU, fact=name).pack())
        anna.sees_not("Сверено")
        await admin.taps_data(ShowFact(lang=Locale.RU, fact=name).pack())
        await admin.taps("Снять мою отметку")
        admin.sees("Известно на")
        assert await t.app.repositories.reviews.facts() == []


async def test_p05_a_stamp_is_renewed_with_one_tap_and_says_whose_it_is() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin, lawyer = t.admin(), t.person("Lawyer", number=9100)
        opened = ShowFact(lang=Locale.RU, fact="WP-1").pack()
        for person in (admin, lawyer):
            await person.sends("/admin")
        await admin.taps_data(opened)
        await admin.taps("Сверено мной сегодня")
        assert not any("Сверено мной" in label for label in admin.labels)
        await lawyer.taps_data(opened)
        assert any("Сверено мной" in label for label in lawyer.labels)
        assert any("Снять отметку: Jane Doe" in label for label in lawyer.labels)
        t.clock.forward(days=14)
        await admin.sends("/admin")
        await admin.taps_data(opened)
        assert any("Снять мою отметку" in label for label in admin.labels)
        await admin.taps("Сверено мной сегодня")
        (stamp,) = await t.app.repositories.reviews.facts()
        assert stamp.day == t.clock.now().date()


async def test_p05_a_fact_that_says_something_else_takes_no_stamp() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin = t.admin()
        await admin.sends("/admin")
        await admin.taps_data(SetFact(lang=Locale.RU, fact="WP-1", seen="0" * 12).pack())
        assert any("изменился" in toast for toast in admin.toasts)
        await admin.taps_data(ShowFact(lang=Locale.RU, fact="gone").pack())
        admin.sees("Сведения, срок которых")


@dataclass
class Kept:
    """What was told, in memory."""

    kept: Told | None = None

    async def told(self) -> Told | None:
        """Return it."""
        return self.kept

    async def keep_told(self, told: Told) -> None:
        """Keep it."""
        self.kept = told


async def test_p05_what_was_told_survives_a_restart() -> None:
    async with town() as t:
        told = Told(date(2026, 11, 23), date(2026, 11, 24))
        await t.app.repositories.reviews.keep_told(told)
        assert await t.app.repositories.reviews.told() == told


async def test_p05_what_reached_nobody_is_told_later() -> None:
    async with town() as t:
        store = Kept(Told(date(2026, 11, 23), date(2026, 11, 10)))
        notices = replace(t.app.review_notices, store=store)
        admin = t.admin()
        await admin.sends("/start")
        before = store.kept
        fault = Fault(FaultKind.ERROR, methods=("sendMessage",), status=502, description="Bad Gateway")
        t.telegram.faults.add(fault)
        await notices()
        assert store.kept == before
        t.telegram.faults.remove(fault)
        await notices()
        admin.sees("Сверить на этой неделе")


async def test_p05_admins_and_reviewers_hear_a_week_before_and_weekly() -> None:
    async with town(reviewers="9100:Jane Doe") as t:
        admin, lawyer = t.admin(), t.person("Lawyer", "en", number=9100)
        for person in (admin, lawyer):
            await person.sends("/start")
        store, today = Kept(), t.app.reloading.reload.library.tree.day
        notices = replace(t.app.review_notices, store=store)
        await notices()
        assert store.kept == Told(today - timedelta(days=1), today)
        before = len(admin.from_bot)
        t.clock.forward(days=6)
        await notices()
        assert len(admin.from_bot) == before
        t.clock.forward(days=1)
        await notices()
        admin.sees("Сверить на этой неделе")
        assert sum("·" in label for label in admin.labels) == 11
        lawyer.sees("Сверить на этой неделе")
        await notices()
        assert len(admin.from_bot) == before + 1
        tree = t.app.reloading.reload.library.tree
        permit = tree.find("work-permit")
        assert permit is not None
        first = min(tree.facts.shuts(fact) for fact in tree.facts.moving(permit.fact_ids))
        t.clock.forward(days=(first + timedelta(days=1) - SOON - tree.day).days)
        await notices()
        admin.sees("закроется часть", "Разрешение на работу")


async def test_p05_a_clock_that_ran_ahead_does_not_silence_what_is_due() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        right, store = t.clock.now(), Kept()
        notices = replace(t.app.review_notices, store=store)
        await notices()
        t.clock.set(right + timedelta(days=3_000))
        await notices()
        before = len(admin.from_bot)
        t.clock.set(right + timedelta(days=14))
        await notices()
        assert len(admin.from_bot) == before + 1
        admin.sees("Сверить на этой неделе")
        await notices()
        assert len(admin.from_bot) == before + 1


async def test_p05_the_second_turn_of_an_answer_in_one_week_is_told_too() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        library = t.app.reloading.reload.library
        base, today = library.tree, library.tree.day
        permit = base.find("work-permit")
        assert permit is not None
        one, two, *_ = base.facts.moving(permit.fact_ids)
        moved = {fact.id: replace(fact, as_of=today, recheck=recheck) for fact, recheck in ((one, 8), (two, 11))}
        topic = replace(permit, facts={"short": ((one.id, two.id),)})
        facts = replace(base.facts, by_id=moved)
        library.replace(replace(base, topics=(topic,), facts=facts))
        notices = replace(t.app.review_notices, store=Kept(Told(today - timedelta(days=1), today)))
        told = []
        for _ in range(7):
            before = len(admin.from_bot)
            await notices()
            told.append(len(admin.from_bot) - before)
            t.clock.forward(days=1)
        assert told == [0, 0, 1, 0, 0, 1, 0]


async def test_an_edited_answer_is_taken_without_a_restart_and_loses_its_stamp() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin, anna = t.admin(), t.person()
        await opens(admin)
        await admin.taps(STAMP["ru"])
        edit(t, "ru", ("Первые шаги", "Первые шаги сейчас"))
        await reloads(t, admin)
        admin.sees("взяты")
        await anna.sends("/start faq_first-steps")
        anna.sees("Первые шаги сейчас", "⚠️ Черновик")
        anna.sees_not("Jane Doe")


async def test_a_broken_edit_is_refused_with_its_place_and_nothing_changes() -> None:
    async with town(reviewers=REVIEWERS) as t:
        admin, anna = t.admin(), t.person()
        path = edit(t, "ru", (".details =", ".detail ="))
        (path.parent / "faq-unknown.ftl").write_text("faq-unknown = x\n", encoding="utf-8")
        await reloads(t, admin)
        admin.sees("Ничего не изменено", "faq-first-steps.ftl:", "there is no such answer to replace")
        await anna.sends("/start faq_first-steps")
        anna.sees("Первые шаги")
        assert await t.app.reloading.start() != ()


async def test_reload_with_nothing_edited_changes_nothing() -> None:
    async with town() as t:
        before = t.app.reloading.reload.library.tree
        admin = t.admin()
        await reloads(t, admin)
        admin.sees("Изменённых ответов рядом с базой нет")
        assert t.app.reloading.reload.library.tree == before


async def test_what_is_no_text_is_refused_and_does_not_keep_the_bot_from_starting() -> None:
    async with town() as t:
        path = edit(t, "ru", ("Первые шаги", "Первые шаги сейчас"))
        path.write_bytes("Первые шаги".encode("cp1251"))
        (t.path.parent / "locales" / "topics.toml").write_bytes(b"\xff")
        assert await t.app.reloading.start() != ()
        admin = t.admin()
        await reloads(t, admin)
        admin.sees("Ничего не изменено")
        (t.path.parent / "locales" / "topics.toml").unlink()
        await reloads(t, admin)
        admin.sees("ru/faq-first-steps.ftl: is not UTF-8")


async def test_everybody_who_asked_is_told_whatever_becomes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken() -> tuple[str, ...]:
        raise OSError("no memory for another process")

    async with town(admin_ids=f"{ADMIN},9002") as t:
        monkeypatch.setattr(t.app.reloading.reload.overrides, "faults", broken)
        admin, second = t.admin(), t.person("Second", "en", number=9002)
        await admin.sends("/reload")
        await second.sends("/reload")
        admin.person.blocks()
        await t.tick()
        second.sees("Nothing was changed", "could not be run: OSError")
        before = len(second.from_bot)
        await t.tick()
        assert len(second.from_bot) == before


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "Пока файлы проверялись"), ("en", "while they were being checked")]
)
async def test_files_that_change_while_they_are_checked(
    language: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town() as t:
        edit(t, "ru", ("Первые шаги", "Первые шаги сейчас"))

        async def somebody_saves() -> tuple[str, ...]:
            edit(t, "ru", ("Первые шаги", "Первые шаги позже"))
            return ()

        monkeypatch.setattr(t.app.reloading.reload.overrides, "faults", somebody_saves)
        admin = t.person("Admin", language, number=ADMIN)
        await admin.sends("/reload")
        await t.tick()
        admin.sees(said, "/reload")


async def test_a_checker_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    async with town() as t:
        edit(t, "ru", ("Первые шаги", "Первые шаги сейчас"))
        monkeypatch.setattr(overrides, "CHECKER_TIMEOUT_SECONDS", 0)
        await reloads(t, admin := t.admin())
        admin.sees("the checker did not end in time")


async def test_after_a_reload_the_new_words_are_searched() -> None:
    async with town() as t:
        loaded: list[str] = []

        def load() -> Search:
            title = t.app.texts.as_now()("ru", "faq-first-steps")
            loaded.append(title)
            return lambda _: Found(Certainty.SUGGEST, (("first-steps", 1.0),))

        t.app.questions.search.load = load
        t.app.questions.search.prepare().result()
        edit(t, "ru", ("Первые шаги", "Первые шаги сейчас"))
        await reloads(t, t.admin())
        t.app.questions.search.prepare().result()
        assert [title.count("сейчас") for title in loaded] == [0, 1]


async def test_a_reviewer_who_is_no_admin_has_the_desk_of_answers_and_nothing_else() -> None:
    async with town(reviewers=REVIEWERS) as t:
        lawyer = t.person("Lawyer", "en", number=9100)
        await lawyer.sends("/admin")
        lawyer.sees("Answers", "Overdue")
        lawyer.sees_not("Broadcast", "Pause")
        await lawyer.taps("Overdue")
        await lawyer.taps("First steps")
        while "›" in lawyer.labels:
            await lawyer.taps("›")
        await lawyer.taps(STAMP["en"])
        assert [stamp.reviewer for stamp in await t.app.repositories.reviews.texts()] == ["Иван Петров"]
        for order in ("/broadcast", "/reload", "/pause", "/seminar 2026-12-05 19:00 America/New_York | a | b"):
            await lawyer.sends(order)
            lawyer.sees("does not have this command")
        await lawyer.sends("/admin", date=int(t.clock.now().timestamp()) - 600)
        lawyer.sees_not("Unchecked")
