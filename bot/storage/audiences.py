"""Who is told, as SQL: once for queueing everybody, once for asking again at the moment of sending (R4)."""

from bot.core.mailings import Audience, MailingKind

WANTS_SEMINAR = """
SELECT chat FROM subscriber
WHERE reminders = 1
  AND chat NOT IN (SELECT chat FROM seminar_choice WHERE seminar = :seminar AND wanted = 0)
UNION
SELECT chat FROM seminar_choice WHERE seminar = :seminar AND wanted = 1
"""

REACHED = """
SELECT d.chat FROM delivery d JOIN mailing m ON m.id = d.mailing
WHERE m.seminar = :seminar AND (d.state IN (1, 2, 4) OR d.maybe = 1)
"""
"""Chats that were told something of the seminar, or may have been."""

WAITING_FOR_CHANGE = """
SELECT d.chat FROM delivery d JOIN mailing m ON m.id = d.mailing
WHERE m.seminar = :seminar AND d.state = 0 AND m.kind = 'moved' AND m.state = 'queued'
"""

TOLD = f"""
SELECT chat FROM ({WANTS_SEMINAR})
WHERE chat IN ({REACHED}) OR chat IN (SELECT chat FROM seminar_choice WHERE seminar = :seminar AND wanted = 1)
"""  # noqa: S608 -- constants of this module

NOT_TOLD = f"""
SELECT chat FROM ({WANTS_SEMINAR}) WHERE chat NOT IN ({REACHED}) AND chat NOT IN ({WAITING_FOR_CHANGE})
"""  # noqa: S608 -- constants of this module

ALL = "SELECT chat FROM subscriber WHERE news = 1"
RUSSIAN = "SELECT chat FROM subscriber WHERE news = 1 AND language = 'ru'"


def audience_sql(audience: Audience, kind: MailingKind) -> str:
    """Return the query of the chats to be told; it takes ``:seminar`` where there is one."""
    if audience is Audience.ALL:
        return ALL
    if audience is Audience.RUSSIAN:
        return RUSSIAN
    if audience is Audience.TOLD:
        return TOLD
    return NOT_TOLD if kind is MailingKind.ANNOUNCEMENT else WANTS_SEMINAR


CONSENTS_TO_NEWS = "(s.news = 1)"
CONSENTS_TO_NEWS_IN_RUSSIAN = "(s.news = 1 AND s.language = 'ru')"
CONSENTS_TO_SEMINAR = "(coalesce(c.wanted, 0) = 1 OR (s.reminders = 1 AND coalesce(c.wanted, 1) = 1))"


def consent_sql(audience: Audience) -> str:
    """Return the condition on a person's rows (``s`` subscriber, ``c`` seminar_choice, each may be missing)."""
    if audience is Audience.ALL:
        return CONSENTS_TO_NEWS
    return CONSENTS_TO_NEWS_IN_RUSSIAN if audience is Audience.RUSSIAN else CONSENTS_TO_SEMINAR
