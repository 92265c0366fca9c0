"""What looks at a commit fetches nothing and finds what must not be committed; reports stay private."""

import re

from tests.tree import ROOT, texts

HOOKS = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")

HOOK = re.compile(r"entry: (.+)\n +language: (\w+)")
SECRET = re.compile(next(entry for entry, language in HOOK.findall(HOOKS) if language == "pygrep"))
PRIVATE_KEY = re.compile("BEGIN [A-Z ]*PRIVATE" + " KEY")


def test_every_hook_is_local_and_a_program_of_the_locked_environment() -> None:
    assert re.findall(r"repo: (\S+)", HOOKS) == ["local"]
    hooks = HOOK.findall(HOOKS)
    assert len(hooks) == HOOKS.count("- id:")
    assert {language for _, language in hooks} == {"system", "pygrep"}
    assert all(entry.startswith(".venv/bin/") for entry, language in hooks if language == "system")
    assert {"pre-commit", "pre-commit-hooks", "ruff"} <= set(re.findall(r"^([a-z-]+)==", LOCK, re.MULTILINE))


def test_the_pattern_finds_a_token_and_an_identity_and_nothing_that_is_here() -> None:
    assert SECRET.search("BOT_TOKEN=" + "123456789:" + "AAbcdefghijklmnopqrstuvwxyz01234567")
    assert SECRET.search("AGE-SECRET-KEY-" + "1" + "Q" * 58)
    assert [path for path, text in texts() if SECRET.search(text) or PRIVATE_KEY.search(text)] == []


def test_the_hosted_run_is_the_one_of_the_desk() -> None:
    assert re.findall(r"- (?:run|uses): (\S.*)", WORKFLOW) == ["actions/checkout@v4", "bash .ci/run"]


def test_the_page_on_reports_names_no_address() -> None:
    assert "OFFICIAL_LINKS" in SECURITY
    assert re.search(r"\S+@\S+\.\w|https?://", SECURITY) is None
