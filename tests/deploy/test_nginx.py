"""deploy/nginx.conf with the real nginx: only what Telegram sends reaches the bot, and nothing of it the disk."""

import http.client
import json
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.tree import ROOT

SAMPLE = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
NAME, SECRET = "bot.example.org", "canary-secret-0123456789"
MIB = 1024 * 1024
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")


@dataclass
class Upstream:
    """Stands for the bot: notes what arrives, and answers as it is told."""

    status: int = 200
    retry_after: str = ""
    delay: float = 0
    port: int = 0
    asked: list[tuple[str, Mapping[str, str], bytes]] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    retry_after: str | None
    body: bytes


@dataclass(frozen=True)
class Proxy:
    """The running nginx."""

    port: int
    folder: Path

    def ask(self, method: str = "POST", path: str = "/telegram", body: bytes = b"{}", name: str = NAME) -> Answer:
        """Send a request over TLS, as Telegram would."""
        context = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        with socket.create_connection(("127.0.0.1", self.port), 10) as plain:
            plain.settimeout(30)
            connection = http.client.HTTPConnection(name, self.port, timeout=30)
            with context.wrap_socket(plain, server_hostname=name) as connection.sock:
                connection.request(
                    method, path, body, {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
                )
                reply = connection.getresponse()
                return Answer(reply.status, reply.headers.get("Retry-After"), reply.read())


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """Serve on a free port."""
    state = Upstream()

    class Bot(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append((self.path, dict(self.headers), body))
            time.sleep(state.delay)
            self.send_response(state.status)
            if state.retry_after:
                self.send_header("Retry-After", state.retry_after)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Bot) as server:
        state.port = server.server_port
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield state
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def proxy(upstream: Upstream, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Run nginx with the sample from a folder of its own."""
    assert NGINX, "nginx is missing: apt-get install nginx"
    folder = tmp_path_factory.mktemp("nginx")
    certificate(folder)
    port = free_port()
    configured(folder, port, upstream.port)
    command = [NGINX, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", str(folder / "error.log")]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    process = subprocess.Popen(command)
    try:
        subject = Proxy(port, folder)
        ready(process, port)
        yield subject
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def certificate(folder: Path) -> None:
    """Make a certificate of the name, for a day."""
    subject = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    files = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"))
    kind = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1")
    subprocess.run(["openssl", "req", *kind, *subject, *files], check=True, capture_output=True)


def configured(folder: Path, port: int, upstream: int) -> None:
    """Write the sample with other ports and files, and what Debian's nginx.conf is around it."""
    changes = {
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "127.0.0.1:8080": f"127.0.0.1:{upstream}",
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(folder / "cert.pem"),
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(folder / "key.pem"),
        "/var/log/nginx/seminar-bot.error.log crit": f"{folder / 'error.log'} warn",
    }
    sample = SAMPLE
    for old, new in changes.items():
        assert old in sample
        sample = sample.replace(old, new)
    (folder / "sample.conf").write_text(sample, encoding="utf-8")
    temporary = "\n".join(f"    {kind}_temp_path {folder / kind};" for kind in kinds())
    around = f"daemon off;\npid {folder / 'pid'};\nworker_processes 1;\nevents {{ worker_connections 512; }}\n"
    body = f"{temporary}\n    access_log {folder / 'access.log'};\n    include {folder / 'sample.conf'};"
    (folder / "main.conf").write_text(f"{around}http {{\n{body}\n}}\n", encoding="utf-8")


def kinds() -> tuple[str, ...]:
    """Return what nginx has temporary files for."""
    return ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    """Return a port nobody listens on."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def ready(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until it listens."""
    for _ in range(200):
        assert process.poll() is None, "nginx ended by itself"
        with closing(socket.socket()) as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError


@pytest.fixture(autouse=True)
def anew(upstream: Upstream) -> None:
    """Forget what was asked before."""
    upstream.asked.clear()
    upstream.status, upstream.retry_after, upstream.delay = 200, "", 0


def test_an_update_arrives_as_it_was_sent(proxy: Proxy, upstream: Upstream) -> None:
    body = json.dumps({"update_id": 1, "message": {"text": "канарейка"}}).encode()
    assert proxy.ask(body=body) == Answer(200, None, b"")
    ((path, headers, arrived),) = upstream.asked
    assert (path, arrived) == ("/telegram", body)
    assert headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
    assert headers["Content-Type"] == "application/json"
    assert "X-Forwarded-For" not in headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        *[(method, "/telegram", 403) for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS")],
        *[("POST", path, 404) for path in ("/", "/telegram/", "/telegramx", "/health", "/metrics")],
    ],
)
def test_nothing_else_reaches_the_bot(method: str, path: str, status: int, proxy: Proxy, upstream: Upstream) -> None:
    assert proxy.ask(method, path).status == status
    assert upstream.asked == []


def test_an_update_of_a_mebibyte_never_lies_on_the_disk(proxy: Proxy, upstream: Upstream) -> None:
    whole = b"x" * MIB
    assert proxy.ask(body=whole).status == 200
    assert upstream.asked[0][2] == whole
    assert proxy.ask(body=whole + b"x").status == 413
    assert len(upstream.asked) == 1
    said = (proxy.folder / "error.log").read_text(encoding="utf-8")
    assert "buffered to a temporary file" not in said
    assert not any(file for kind in kinds() for file in (proxy.folder / kind).rglob("*") if file.is_file())


def test_not_now_comes_back_with_its_hint_and_is_not_asked_again(proxy: Proxy, upstream: Upstream) -> None:
    upstream.status, upstream.retry_after = 503, "3"
    assert proxy.ask() == Answer(503, "3", b"")
    assert len(upstream.asked) == 1


def test_a_slow_update_is_waited_for(proxy: Proxy, upstream: Upstream) -> None:
    upstream.delay = 1
    assert proxy.ask().status == 200


def test_another_name_and_an_old_tls_see_no_certificate(proxy: Proxy, upstream: Upstream) -> None:
    for name in ("other.example.org", None):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection(("127.0.0.1", proxy.port), 10) as plain, pytest.raises(ssl.SSLError):
            context.wrap_socket(plain, server_hostname=name)
    old = subprocess.run(
        [
            "openssl",
            "s_client",
            "-connect",
            f"127.0.0.1:{proxy.port}",
            "-servername",
            NAME,
            "-tls1_1",
            "-cipher",
            "ALL:@SECLEVEL=0",
        ],
        input=b"",
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert b"Cipher    : 0000" in old.stdout or b"Cipher is (NONE)" in old.stdout
    assert upstream.asked == []


def test_nobody_is_written_down(proxy: Proxy) -> None:
    assert proxy.ask(body=b'{"canary": 1}').status == 200
    log = proxy.folder / "access.log"
    assert not log.exists() or log.read_text(encoding="utf-8") == ""
    assert "canary" not in (proxy.folder / "error.log").read_text(encoding="utf-8")
