"""Tells the admins what needs a person: at its beginning, once a day, and at its end; all at once after a silence (O5).

What is said of which trouble, and when, is decided in ``core/health/alerts.py``. Here it is worded and sent. A message
that reached nobody is made anew by a later tick, of everything that is to be said then: so an outage of Telegram's ends
with one message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.clock import Clock, epoch
from bot.core.events import Event, event
from bot.core.health.alerts import AGAIN_SECONDS, LASTS_SECONDS, Alert, Alerts, Saying
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.handlers.admin.alert_words import AlertWords
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.ui.screens import Screen


class ToldStore(Protocol):
    """Where it is kept of what the admins were told, so that a restart does not repeat it."""

    async def told(self) -> Mapping[Trouble, int]:
        """Return each trouble, and when it was told of, in seconds since 1970."""
        ...

    async def keep_told(self, told: Mapping[Trouble, int]) -> None:
        """Keep it instead."""
        ...


@dataclass
class AlertNotices:
    """Run by a tick."""

    notices: AdminNotices
    words: AlertWords
    vitals: Vitals
    alerts: Alerts
    store: ToldStore
    clock: Clock
    _remembered: bool = False
    _logged: frozenset[Alert] = frozenset()

    async def __call__(self) -> None:
        """Look at the troubles, and tell what is to be told."""
        await self._remember()
        self.alerts.look(self.vitals.troubles)
        due = self.alerts.due()
        self._log(due)
        if due and Trouble.TELEGRAM not in self.vitals.troubles and await self._tell(due):
            self.alerts.said(due)
            await self._keep()

    async def _remember(self) -> None:
        """Take in, once, what was told before this start."""
        if self._remembered:
            return
        now, self._remembered = epoch(self.clock.now()), True
        try:
            told = {trouble: at for trouble, at in (await self.store.told()).items() if trouble in LASTS_SECONDS}
        except Exception as error:  # better told twice than not at all
            event(Event.ALERTS_NOT_KEPT, kind=error)
            return
        self.alerts.remember({trouble: min(max(0, now - at), AGAIN_SECONDS) for trouble, at in told.items()})

    async def _keep(self) -> None:
        now = epoch(self.clock.now())
        try:
            await self.store.keep_told({trouble: now - round(ago) for trouble, ago in self.alerts.told().items()})
        except Exception as error:  # it may be the database itself that is wrong
            event(Event.ALERTS_NOT_KEPT, kind=error)

    async def _tell(self, due: Sequence[Alert]) -> bool:
        if len(due) == 1 and due[0].saying is not Saying.PASSED:
            key, arguments = await self.words.whole(due[0])
            return await self.notices.show(lambda words: Screen(words(key, **arguments)))
        return await self.notices.show(lambda words: Screen(self.words.several(words, due)))

    def _log(self, due: Sequence[Alert]) -> None:
        """Write each down once, also what reaches nobody."""
        for alert in sorted(set(due) - self._logged, key=due.index):
            if alert.saying is not Saying.WRONG:
                event(Event.ALERT_OVER, trouble=alert.trouble)
            elif alert.trouble is Trouble.CLOCK:
                event(Event.CLOCK_OFF, ahead=round(self.vitals.measures.clock_ahead or 0))
            else:
                event(Event.ALERT, trouble=alert.trouble)
        self._logged = frozenset(due)
