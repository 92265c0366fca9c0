"""``python -m tests.drills.vps [COMMIT]``: docs/deploy-vps.md to the letter, under a real systemd.

Boots this machine's own system in a container, over a layer that is thrown away, without a network but its own
loopback; Telegram is the stand-in. Needs root, systemd-nspawn and overlayfs, so it is run by hand. Prints what each
part of the page took, and what the service looks like.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.drills.pages import commands
from tests.drills.standin import API_PORT, CONTROL_PORT, TOKEN
from tests.tree import ROOT

PAGE = "deploy-vps.md"
HOME = "/opt/seminar-bot"
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
BOOT_LIMIT_SECONDS = 400

SCRIPT = """#!/bin/bash
exec >/opt/drill.log 2>&1
export PATH={paths} COLUMNS=200
command -v sudo >/dev/null || sudo() {{ "$@"; }}
part() {{ [ -z "${{PART:-}}" ] || echo "TOOK $((($(date +%s%N) - BEGAN) / 1000000)) ms: $PART"
    PART=$1; BEGAN=$(date +%s%N); echo "=== $1"; }}
ends() {{ wanted=$1; shift; "$@"; code=$?; [ $code = "$wanted" ] || echo "FAILED: $* ended with $code, not $wanted"; }}
answers() {{ curl -sf --max-time 70 "http://127.0.0.1:{control}/says?text=$1" >/tmp/said &&
    head -3 /tmp/said || echo "FAILED: no answer to $1"; }}
locked() {{ journalctl -u seminar-bot --no-pager | grep -c 'bot.app locked'; }}
ip link set lo up
systemd-run -q --unit standin --working-directory={home} {home}/.venv/bin/python -m tests.drills.standin
set -x
{body}
part end
echo DRILLED
"""


def main(commit: str = "HEAD") -> int:
    """Boot, follow the page, tell what came of it."""
    if os.geteuid() != 0 or not shutil.which("systemd-nspawn"):
        print("needs root and systemd-nspawn (Debian: apt-get install systemd-container)", file=sys.stderr)
        return 1
    with layer() as root:
        prepare(root, commit)
        boot(root)
        log = (root / "opt" / "drill.log").read_text(errors="replace")
    print(log)
    print("\n".join(line for line in log.splitlines() if line.startswith(("TOOK ", "FAILED"))))
    return 0 if log.endswith("DRILLED\n") and "\nFAILED" not in log else 1


@contextmanager
def layer() -> Iterator[Path]:
    """Mount this machine's system under a layer of its own."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", ignore_cleanup_errors=True) as name:
        parts = [Path(name) / part for part in ("upper", "work", "root")]
        for part in parts:
            part.mkdir()
        options = f"lowerdir=/,upperdir={parts[0]},workdir={parts[1]}"
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, str(parts[2])], check=True)
        try:
            yield parts[2]
        finally:
            subprocess.run(["umount", str(parts[2])], check=True)


def prepare(root: Path, commit: str) -> None:
    """Do what needs a network before the boot: the page's first section."""
    bundle = root / "opt" / "drill.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", str(ROOT), str(bundle)], check=True)
    subprocess.run(["git", "-C", str(bundle), "branch", "-f", "drill", _commit(commit)], check=True)
    first = [line for line in commands(PAGE, "1. The program") if "apt-get" not in line]
    began = time.monotonic()
    _inside(root, "\n".join(first).replace("REPOSITORY", "--quiet --branch drill /opt/drill.git"))
    print(f"TOOK {(time.monotonic() - began) * 1000:.0f} ms: 1. The program (without apt-get)", flush=True)
    _write(root / "opt" / "drill.sh", SCRIPT.format(paths=PATHS, control=CONTROL_PORT, home=HOME, body=body()), 0o755)
    unit = "[Unit]\nAfter=basic.target\n[Service]\nType=oneshot\nExecStart=/opt/drill.sh\n"
    _write(root / "etc/systemd/system/drill.service", f"{unit}ExecStopPost=/bin/systemctl --no-block poweroff\n")
    target = "[Unit]\nRequires=basic.target\nWants=drill.service systemd-journald.service\n"
    _write(root / "etc/systemd/system/drill.target", target)
    _write(root / "etc/machine-id", "")


LOOKS = (
    "systemctl show seminar-bot -p Type -p ActiveState -p NRestarts -p StatusText",
    "grep -E 'VmRSS|NoNewPrivs|Seccomp|CapEff|^Uid' /proc/$(systemctl show -p MainPID --value seminar-bot)/status",
    "systemd-analyze security --no-pager seminar-bot | tail -1",
    "ls -la /var/lib/seminar-bot /run/credentials/seminar-bot.service",
)
QUESTION = "answers how+do+I+get+a+work+permit"
MEMORY = "/run/credstore"
CHATS = ("answers /start", "answers /faq", QUESTION, "sleep 6", QUESTION, "answers /stats", "sleep 8")
"""The first question only begins to load the search; the chart of /stats is drawn by a process of its own."""

TYPED = {
    "cat > /etc/credstore/seminar-bot.bot_token": f"echo {TOKEN} |",
    "seminar-bot unlock": "cat /opt/key.away |",
}
"""A command that waits for somebody to type, and what does it here."""

RECIPIENT = f"{HOME}/.venv/bin/python -c 'import pyrage; print(pyrage.x25519.Identity.generate().to_public())'"


def body() -> str:
    """Return the page's commands, with what a person would type into them, and looks at what came of each part."""
    lines = [line for name, each in parts().items() for line in (f"part '{name}'", *each)]
    return "\n".join(next((f"{TYPED[key]} {line}" for key in TYPED if key in line), line) for line in lines)


def parts() -> dict[str, list[str]]:
    """Return what is done, part by part; ``ends 0`` before a command that must succeed."""
    third, fifth = commands(PAGE, "3. The settings"), commands(PAGE, "5. Backups")
    removal, unlock = commands(PAGE, "Without the key on the machine")
    update = [line for line in commands(PAGE, "Updating") if "git pull" not in line and "stamp" not in line]
    started = ["echo ACTIVE $(systemctl is-active seminar-bot)", *CHATS, *LOOKS]
    return {
        "2. The secrets": commands(PAGE, "2. The secrets"),
        "3. The settings": [
            *third[:-1],
            setting("ADMIN_IDS=7", f"TELEGRAM_API_URL=http://127.0.0.1:{API_PORT}", "METRICS_LISTEN=127.0.0.1:9105"),
            f"ends 0 {third[-1]}",
        ],
        "4. The start": [*commands(PAGE, "4. The start"), *started],
        "5. Backups": [
            fifth[0],
            setting("BACKUP_DIR=/mnt/backup/seminar-bot", f"BACKUP_RECIPIENTS=$({RECIPIENT})"),
            *(f"ends 0 {line}" for line in fifth[1:]),
            "ls -la /mnt/backup/seminar-bot",
        ],
        "Updating": [f"ends 0 {line}" for line in update],
        "Without the key on the machine": [
            *("cp /etc/credstore/seminar-bot.database_key /opt/key.away", removal, "systemctl restart seminar-bot"),
            *("sleep 5", "locked", unlock, "sleep 5", "answers /stats", "sleep 8"),
        ],
        **troubles(unlock),
        "the end": ["ends 0 systemctl stop seminar-bot", "systemctl show seminar-bot -p Result -p ExecMainStatus"],
        "the log": [
            "journalctl -u seminar-bot --no-pager | tail -60",
            "if journalctl -u seminar-bot | grep -q not_drawn; then echo 'FAILED: no chart'; fi",
        ],
    }


def troubles(unlock: str) -> dict[str, list[str]]:
    """Return the parts in which something goes wrong; ``unlock`` gives the key to a bot that has started locked."""
    return {
        "killed": ["systemctl kill -s KILL seminar-bot", "sleep 12", unlock, "sleep 3", "answers /start"],
        "hung": [
            "N=$(systemctl show -p NRestarts --value seminar-bot); systemctl kill -s STOP --kill-whom=main seminar-bot",
            "for i in {1..90}; do sleep 1; [ $(systemctl show -p NRestarts --value seminar-bot) = $N ] || break; done",
            "[ $i -lt 90 ] || echo 'FAILED: not restarted within 90 s'",
        ],
        "the key in memory": [
            f"install -d -m 700 {MEMORY}; cp /opt/key.away {MEMORY}/seminar-bot.database_key",
            *("systemctl restart seminar-bot", "sleep 5", "systemctl show seminar-bot -p StatusText", "answers /stats"),
            "echo panic | seminar-bot panic",
            f"[ ! -e {MEMORY}/seminar-bot.database_key ] || echo 'FAILED: the key is still there'",
        ],
    }


def setting(*lines: str) -> str:
    """Return the command that writes settings, as an editor would."""
    written = " ".join(f'"{line}"' for line in lines)
    return f'printf "%s\\n" {written} >> /etc/seminar-bot/env'


def boot(root: Path) -> None:
    """Boot the layer until the drill has shut it down."""
    words = ["systemd-nspawn", "-q", "-D", str(root), "--private-network", "-M", "seminar-bot-drill", "--register=no"]
    with Path(os.devnull).open("r+b") as nothing:
        limit = ["timeout", "-k", "10", str(BOOT_LIMIT_SECONDS)]
        command = [*limit, *words, "--keep-unit", "--console=pipe", "-b", "--", "--unit=drill.target"]
        subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, check=False)


def _commit(name: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), "rev-parse", name], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _inside(root: Path, script: str) -> None:
    environment = {**os.environ, "PATH": PATHS}
    lines = f'set -e\ncommand -v sudo >/dev/null || sudo() {{ "$@"; }}\n{script}\n'
    subprocess.run(["chroot", str(root), "/bin/bash", "-c", lines], check=True, env=environment)


def _write(path: Path, text: str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
