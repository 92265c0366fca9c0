"""The buttons in the lawyers' group."""

from bot.handlers.ui.callbacks import Deed, RowNumber


class TakeTicket(Deed, prefix="ltk"):
    """«Беру» under a header, and «Отпустить»."""

    ticket: RowNumber
    on: bool


class DecideAnswer(Deed, prefix="lda"):
    """«Отправить тоже» or «Не отправлять» under the question about a second answer."""

    row: RowNumber
    send: bool
