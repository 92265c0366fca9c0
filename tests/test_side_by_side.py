"""What failed in company is tried once more alone, and nothing that fails then is hidden."""

from pathlib import Path

import pytest

from tests import side_by_side
from tests.side_by_side import Part, once_more

ONLY_ALONE = """
from pathlib import Path
def test_needs_quiet():
    met = Path(__file__).with_name("met")
    was_there = met.exists()
    met.touch()
    assert was_there
def test_is_fine():
    pass
"""
NEVER = "def test_never():\n    assert False, 'a reason'\n"
MANY = "import pytest\n@pytest.mark.parametrize('n', range(4))\ndef test_many(n):\n    assert False\n"


async def tried(folder: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Part]:
    """Run such tests, and once more what failed."""
    monkeypatch.setattr(side_by_side, "BUILD", folder / "build")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    part = Part("it", (str(folder / "test_it.py"),))
    return await once_more(part, await part.run()), part


async def test_what_passes_only_alone_passes_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, part = await tried(tmp_path, ONLY_ALONE, monkeypatch)
    assert code == 0
    (failure,) = part.failures
    assert failure.startswith("passed only alone: FAILED")
    assert "test_needs_quiet" in failure
    assert part.counted == {"passed": 1, "failed": 1}


async def test_what_fails_again_fails_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, part = await tried(tmp_path, NEVER, monkeypatch)
    assert code == 1
    (failure,) = part.failures
    assert "a reason" in failure


async def test_many_failures_are_not_the_companys_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, part = await tried(tmp_path, MANY, monkeypatch)
    assert (code, len(part.failures)) == (1, 4)
    assert "once more" not in capsys.readouterr().out


async def test_tests_that_cannot_be_read_are_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, part = await tried(tmp_path, "def broken(:\n", monkeypatch)
    assert code not in {0, 1}
    assert len(part.failures) == 1
