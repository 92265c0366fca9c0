"""The main menu, and a sentence with its buttons below."""

from aiogram.types import InlineKeyboardButton

from bot.core.faq.facts import Age
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import Go, Place, ShowTopic
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.marks import marked

FIRST_STEPS = "first-steps"
"""The answer that has a button of its own in the menu."""

AGED = {Age.PAST: "start-first-steps-past", Age.SHUT: "start-first-steps-shut"}
"""What the mark on its button means; the first screen names the answer, since a list of answers is not there."""


def menu_screen(words: Words) -> Screen:
    """Draw the first screen (P1): who we are, that this is no legal advice, and buttons to everything."""
    said = (words("start-title"), words("start-about"), words("start-notice"), words("ask-in-words"))
    aged = AGED.get(words.first_steps)
    text = GAP.join((*said, words(aged)) if aged else said)
    return Screen(text, menu_rows(words))


def menu_rows(words: Words) -> tuple[Row, ...]:
    """Return the buttons of the main menu."""
    here = Go(lang=words.locale, to=Place.MENU)
    first = words.button("label-first-steps", ShowTopic(lang=words.locale, topic=FIRST_STEPS, came=Place.MENU))
    return (
        (first.model_copy(update={"text": marked(words, words.first_steps, first.text)}),),
        (words.go("label-faq", Place.FAQ),),
        (words.go("label-seminars", Place.SEMINARS),),
        *words.ask_row(),
        (words.go("label-privacy", Place.PRIVACY),),
        (_subscription(words),),
        (words.go("more", Place.MORE), words.switch(here)),
        *((words.hide(),) if words.cover else ()),
    )


def _subscription(words: Words) -> InlineKeyboardButton:
    if words.subscribed:
        return words.go("label-subscribed", Place.SETTINGS)
    return words.go("label-subscribe", Place.SUBSCRIBE)


def menu_below(words: Words, text: str) -> Screen:
    """Draw a sentence with the menu's buttons."""
    return Screen(text, menu_rows(words))
