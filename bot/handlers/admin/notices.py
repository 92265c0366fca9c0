"""One sentence to all admins, each in their own language: what happened, or what another admin did. No names."""

from collections.abc import Callable
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from bot.core.events import Event, event
from bot.core.subscribers.languages import Languages
from bot.handlers.admin.access import Admins
from bot.handlers.ui.screens import Screen, Words, send_to
from bot.texts import Argument, Texts


@dataclass(frozen=True)
class AdminNotices:
    """Sends to the listed admins. An admin who cannot be reached is passed over."""

    bot: Bot
    texts: Texts
    languages: Languages
    admins: Admins

    async def tell(self, key: str, *, but: int | None = None, **arguments: Argument) -> bool:
        """Send a sentence to every admin but one. False: nobody was reached, and a later attempt may reach somebody."""
        return await self.show(lambda words: Screen(words(key, **arguments)), but=but)

    async def show(self, screen: Callable[[Words], Screen], *, but: int | None = None) -> bool:
        """Send a screen, drawn in each one's language, to every admin but one. False: as ``tell``."""
        answered = [await self._show(admin, screen) for admin in sorted(self.admins.ids) if admin != but]
        return any(answered) or not answered

    async def words(self, admin: int) -> Words:
        """Return the words in an admin's language."""
        return Words(self.texts, await self.languages.of(admin, None, None))

    async def _show(self, admin: int, screen: Callable[[Words], Screen]) -> bool:
        """Return whether Telegram answered: an admin who blocked the bot or never pressed Start stays unreachable."""
        try:
            await send_to(self.bot, admin, screen(await self.words(admin)))
        except (TelegramBadRequest, TelegramForbiddenError):
            event(Event.ADMIN_NOT_REACHABLE)
        except (AiogramError, TimeoutError) as error:
            event(Event.ADMIN_NOT_TOLD, kind=error)
            return False
        return True
