"""Stems of a question are remembered nowhere (R13)."""

from bot.search.stems import Stems


def test_a_question_leaves_nothing_behind() -> None:
    stems = Stems()
    assert stems("разрешение на работу and permits") == ["разрешен", "работ", "permit"]
    assert stems("работу тайного permits secretly") == ["работ", "тайн", "permit", "secret"]
    assert (stems.russian.current, stems.english.current) == ("", "")
