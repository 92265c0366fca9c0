"""The lines about a seminar that its card, its reminders and the site share."""

from bot.core.seminars.seminars import Plan
from bot.wording.wording import Wording

MINUTES_AN_HOUR = 60


def shown_link(url: str) -> str:
    """Return a link as people compare it with the one they know: without the scheme."""
    return url.split("://", 1)[-1].rstrip("/")


def speaker_line(words: Wording, plan: Plan) -> str:
    """Return the line that says who speaks."""
    return words("seminars-speaker-named", name=plan.speaker) if plan.speaker else words("seminars-speaker")


def facts(words: Wording, plan: Plan) -> list[str]:
    """Return the lines about language, length and link."""
    hours, minutes = divmod(plan.minutes, MINUTES_AN_HOUR)
    return [
        words("seminars-talk", talk=plan.talk.value),
        words("seminars-length", hours=hours, minutes=minutes),
        link_line(words, plan.link),
    ]


def link_line(words: Wording, link: str | None) -> str:
    """Return the line with the link, or that there is none yet."""
    if link is None:
        return words("seminars-no-link")
    return words("seminars-link", url=link, shown=shown_link(link))
