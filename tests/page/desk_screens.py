"""The pictures of the organiser's handbook (docs/admin.md, docs/admin.ru.md), on a phone of 360 pixels.

``python -m tests.page.screens desk`` takes these alone.
"""

from playwright.async_api import Browser

from tests.page.camera import Camera, phone

NARROW = (360, 740)
RUSSIAN = "Здравствуйте! Запись последнего семинара уже на нашем канале."
ENGLISH = "Hello! The recording of the last seminar is on our channel."
MENDED = "Здравствуйте! Запись семинара уже на нашем канале, со звуком."


async def enter_a_seminar(admin: Camera) -> None:
    """The wizard, from the list to the announcement's preview."""
    await admin.write("/seminar", "Семинары: управление")
    await admin.tap("Новый семинар по шагам", "· 1 из 9")
    await admin.write("Собеседование об убежище", "· 2 из 9")
    await admin.write("The asylum interview", "· 3 из 9")
    await admin.tap("Яков Спектор", "· 4 из 9")
    await admin.tap("Русский и английский", "· 5 из 9")
    await admin.take("desk-wizard-day-ru", top="· 5 из 9")
    await admin.write("завтра 19:00", "· 7 из 9")
    await admin.tap("America/New_York", "· 8 из 9")
    await admin.tap("90 мин", "· 9 из 9")
    await admin.tap("Без ссылки", "Семинар ещё не открыт")
    await admin.take("desk-seminar-preview-ru")
    await admin.tap("Открыть без объявления", "Открыт без объявления")
    await admin.take("desk-seminar-card-ru", top="Открыт без объявления")


async def send_and_mend(admin: Camera) -> None:
    """A broadcast in two languages: preview, the way back, report, edit, deletion."""
    await admin.write("/broadcast", "Новая рассылка")
    await admin.write(RUSSIAN, "Русский текст принят")
    await admin.write(ENGLISH, "Рассылка готова")
    await admin.take("desk-broadcast-ru", top="Английский текст, копия")
    await admin.tap("Отправить 1", "сейчас начнётся")
    await admin.take("desk-undo-ru", top="сейчас начнётся")
    await admin.wait("Рассылка закончена")
    await admin.take("desk-report-ru", top="Рассылка закончена")
    await admin.tap("Исправить у всех", "Что исправить?")
    await admin.tap("Исправить русский", "Пришлите исправленный русский")
    await admin.write(MENDED, "Исправление готово")
    await admin.take("desk-edit-ru", top="Исправление готово")
    await admin.tap("Исправить 1", "Исправление закончено")
    await admin.tap("Удалить у всех", "Удалить эту рассылку у всех?")
    await admin.take("desk-delete-ru", top="Удалить эту рассылку у всех?")


async def schedule(admin: Camera) -> None:
    """A broadcast for later."""
    await admin.write("/broadcast", "Новая рассылка")
    await admin.write(RUSSIAN, "Русский текст принят")
    await admin.write(ENGLISH, "Рассылка готова")
    await admin.tap("Отправить позже", "Когда отправить?")
    await admin.take("desk-schedule-ru", top="Когда отправить?")
    await admin.write("завтра 19:00", "Рассылка отложена")
    await admin.write("/admin", "Управление")
    await admin.take("desk-ru")
    await admin.tap("Журнал", "Отложена рассылка")
    await admin.take("desk-journal-ru", top="Журнал")
    await admin.write("/stats", "Статистика: 30 дней")
    await admin.take("desk-stats-ru")


async def enter_in_english(admin: Camera) -> None:
    """The desk and the wizard again, in English."""
    await admin.write("/language", "Choose")
    await admin.tap("English", "Asylum in the US")
    await admin.write("/admin", "Desk")
    await admin.take("desk-en")
    await admin.write("/seminar", "Seminars: management")
    await admin.tap("New seminar, step by step", "· 1 of 9")
    await admin.write("Как готовиться к суду", "· 2 of 9")
    await admin.write("How to prepare for court", "· 3 of 9")
    await admin.tap("Yakov Spektor", "· 4 of 9")
    await admin.tap("Russian and English", "· 5 of 9")
    await admin.take("desk-wizard-day-en", top="· 5 of 9")
    await admin.write("tomorrow 18:00", "· 7 of 9")
    await admin.tap("America/New_York", "· 8 of 9")
    await admin.tap("90 min", "· 9 of 9")
    await admin.tap("No link", "The seminar is not open yet")
    await admin.take("desk-seminar-preview-en")
    await admin.tap("Cancel", "nobody has heard of it")


async def send_in_english(admin: Camera) -> None:
    """A broadcast again, from its preview to the question of deletion."""
    await admin.write("/broadcast", "New broadcast")
    await admin.write(RUSSIAN, "The Russian text is in")
    await admin.write(ENGLISH, "The broadcast is ready")
    await admin.take("desk-broadcast-en", top="The broadcast is ready")
    await admin.tap("Send 1", "about to start")
    await admin.take("desk-undo-en", top="about to start")
    await admin.wait("The broadcast is finished")
    await admin.take("desk-report-en", top="The broadcast is finished")
    await admin.tap("Delete everywhere", "Delete this broadcast everywhere?")
    await admin.take("desk-delete-en", top="Delete this broadcast everywhere?")


async def take_desk(browser: Browser, address: str) -> None:
    """Take all of them."""
    async with phone(browser, address, "admin", "light", NARROW) as admin:
        await enter_a_seminar(admin)
        await send_and_mend(admin)
        await schedule(admin)
        await enter_in_english(admin)
        await send_in_english(admin)
