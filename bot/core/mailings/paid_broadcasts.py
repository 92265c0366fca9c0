"""A broadcast sent for Stars: confirmed like any other, and for the price that was shown or less."""

from dataclasses import dataclass

from bot.core.locales import Locale
from bot.core.mailings.approval import AskedSecond
from bot.core.mailings.broadcasts import ONLY, Broadcasts, Confirm, Recounted
from bot.core.mailings.costs import messages_needed
from bot.core.mailings.mailings import Audience, Mailing, Mailings, MailingState
from bot.core.mailings.stars import price


@dataclass(frozen=True)
class Dearer:
    """More people have subscribed since the preview of this draft: it would cost more than was shown."""

    mailing: Mailing


@dataclass(frozen=True)
class ConfirmPaid:
    """R11 for money: bound to the admin, the content, the audience and the price previewed."""

    mailings: Mailings
    broadcasts: Broadcasts
    confirm: Confirm

    async def __call__(
        self, author: int, mailing_id: int, mark: str, card: int, shown: int, stars: int
    ) -> int | Dearer | Recounted | AskedSecond | None:
        """Return how many people it goes to, None when this is not what was previewed, Dearer when it costs more."""
        mailing = await self.mailings.get(mailing_id)
        if mailing is None or mailing.state is not MailingState.DRAFT:
            return None
        if price(await self._messages(mailing)) > stars:
            return Dearer(mailing)
        return await self.confirm(author, mailing_id, mark, card, shown, stars)

    async def _messages(self, mailing: Mailing) -> int:
        """Return how many messages it takes now."""
        recipients = await self.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        found = [
            (language, await self.broadcasts.text(mailing.id, language))
            for language in ONLY.get(mailing.audience, tuple(Locale))
        ]
        texts = {language: content for language, content in found if content}
        russian = 0
        if Locale.RU in texts:
            russian = await self.broadcasts.count(Audience.RUSSIAN, mailing.repeat, mailing.of_seminar)
        return messages_needed(texts, recipients, russian)
