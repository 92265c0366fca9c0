"""Stems of our own texts are remembered, those of a question are not (R13)."""

from bot.search.stems import Stems


def test_a_question_leaves_nothing_behind() -> None:
    stems = Stems()
    assert stems.learn("разрешение на работу and permits") == ["разрешен", "работ", "permit"]
    assert stems("работу тайного permits secretly") == ["работ", "тайн", "permit", "secret"]
    assert set(stems.seen) == {"разрешение", "на", "работу", "and", "permits"}
    assert (stems.russian.current, stems.english.current) == ("", "")
