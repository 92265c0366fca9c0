"""The files of deploy/ are what their pages say: a closed unit, an image without secrets, sound shell."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.exit_codes import EXIT_CONFIG, EXIT_TOKEN
from bot.settings import Settings
from tests.tree import ROOT

DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "seminar-bot.service").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
SECRET_FILES = {"bot_token", "database_key", "database_url", "webhook_secret", "telegram_proxy", "heartbeat_url"}
MOST_EXPOSED = 1.5
"""On the scale of systemd-analyze: 0 is nothing allowed, 10 everything."""


def values(name: str) -> list[str]:
    """Return what the unit says under a name."""
    return re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a program that must be there."""
    assert shutil.which(words[0]), f"{words[0]} is missing"
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def test_the_unit_leaves_little_open() -> None:
    done = run("systemd-analyze", "security", "--offline=yes", "--no-pager", str(DEPLOY / "seminar-bot.service"))
    found = re.search(r"Overall exposure level for seminar-bot.service: ([\d.]+)", done.stdout)
    assert found, done.stdout + done.stderr
    assert float(found[1]) <= MOST_EXPOSED


def test_systemd_understands_every_line_of_the_unit(tmp_path: Path) -> None:
    copy = tmp_path / "seminar-bot.service"
    copy.write_text(re.sub(r"^ExecStart=.*$", "ExecStart=/bin/true", UNIT, flags=re.MULTILINE), encoding="utf-8")
    done = run("systemd-analyze", "verify", "--man=no", str(copy))
    assert (done.returncode, done.stderr) == (0, "")


def test_every_secret_comes_from_a_credential_and_a_wrong_setting_is_not_started_again() -> None:
    assert {value.partition(":")[0] for value in values("LoadCredential")} == SECRET_FILES
    assert all(
        value.partition(":")[2] == f"seminar-bot.{value.partition(':')[0]}" for value in values("LoadCredential")
    )
    secret = {name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)}
    assert secret | {"database_key"} == SECRET_FILES
    assert values("RestartPreventExitStatus") == [f"{EXIT_TOKEN} {EXIT_CONFIG}"]
    wrapper = (DEPLOY / "seminar-bot").read_text(encoding="utf-8")
    named = re.search(r"for name in (.*); do", wrapper)
    assert named
    assert set(named[1].split()) == SECRET_FILES


def test_the_wrapper_is_sound_shell() -> None:
    assert run("sh", "-n", str(DEPLOY / "seminar-bot")).returncode == 0


def test_the_settings_of_the_sample_exist() -> None:
    names = re.findall(r"^#?([A-Z_]+)=", (DEPLOY / "env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert names
    assert {name.lower() for name in names} <= set(Settings.model_fields)


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    done = run(str(Path(sys.executable).with_name("hadolint")), str(DEPLOY / "Dockerfile"))
    assert (done.returncode, done.stdout) == (0, "")


def test_no_secret_can_reach_a_layer() -> None:
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in ignored if not line.startswith("#")]
    assert rules[0] == "*"
    assert {rule for rule in rules if rule.startswith("!")} == {"!bot", "!requirements.txt"}
    assert set(re.findall(r"^COPY (?!--from)(\S+)", DOCKERFILE, re.MULTILINE)) == {"bot", "requirements.txt"}
    assert "--require-hashes" in DOCKERFILE
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert '"-m", "bot", "health"' in DOCKERFILE


@pytest.fixture(scope="module")
def compose() -> Any:
    """Return what the file says."""
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_the_container_may_do_little(compose: Any) -> None:
    bot = compose["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert bot["user"] == "10001:10001"
    assert not bot.get("privileged")
    assert "ports" not in bot
    assert set(bot["secrets"]) == set(compose["secrets"]) == {"bot_token", "database_key"}
    assert not any(word in str(bot.get("environment", "")) for word in ("TOKEN", "SECRET", "KEY"))
    assert (DEPLOY / bot["build"]["dockerfile"].removeprefix("deploy/")).is_file()


def test_every_line_that_is_commented_out_is_sound_too() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    whole = yaml.safe_load(re.sub(r"^(\s+)# (?=[-\s\w])", r"\1", text, flags=re.MULTILINE))
    assert set(whole["services"]["bot"]["secrets"]) == set(whole["secrets"]) == SECRET_FILES
    assert whole["services"]["bot"]["ports"] == ["127.0.0.1:8080:8080"]
    assert "/mnt/backup/seminar-bot:/backup" in whole["services"]["bot"]["volumes"]
