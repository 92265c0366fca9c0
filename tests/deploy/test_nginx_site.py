"""deploy/nginx-site.conf with the real nginx: the site as its kinds of file, small, and no line of who read it."""

import gzip
import http.client
import os
import pwd
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.site.build import site_files
from bot.site.writing import MARK, write_site
from tests.deploy.test_nginx import NGINX, free_port, kinds, ready
from tests.site.records import records
from tests.tree import ROOT

SAMPLE = (ROOT / "deploy" / "nginx-site.conf").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """Hand out a site from a folder of its own, without TLS; the second port is that of plain http."""
    assert NGINX, "nginx is missing: apt-get install nginx"
    folder, port, plain = tmp_path_factory.mktemp("nginx-site"), free_port(), free_port()
    write_site(folder / "site", site_files(records()))
    lines = (line for line in SAMPLE.splitlines() if not line.strip().startswith("ssl_"))
    sample = (
        "\n".join(lines)
        .replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
        .replace("listen 80", f"listen 127.0.0.1:{plain}")
        .replace("/srv/seminar-bot/site", str(folder / "site"))
    )
    sample = sample.replace("/var/log/nginx/seminar-bot-site.error.log", str(folder / "error.log"))
    temporary = "\n".join(f"{kind}_temp_path {folder / kind};" for kind in kinds())
    user = pwd.getpwuid(os.getuid()).pw_name
    around = f"user {user};\ndaemon off;\npid {folder / 'pid'};\nevents {{ worker_connections 64; }}\n"
    (folder / "main.conf").write_text(f"{around}http {{\n{temporary}\n{sample}\n}}\n", encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command)
    try:
        ready(process, port)
        yield port, plain
        assert not list(folder.glob("*access*"))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


@pytest.fixture(scope="module")
def port(ports: tuple[int, int]) -> int:
    """Where the site is."""
    return ports[0]


def got(port: int, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return the status, the headers and the body of an answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request(method, path, headers={"Accept-Encoding": "gzip"})
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/ru/work-permit.html", "text/html"),
        ("/style.css", "text/css"),
        ("/age.js", "text/javascript"),
        ("/ru/seminars.ics", "text/calendar"),
        ("/en/news.atom", "application/atom+xml"),
    ],
)
def test_each_file_is_handed_out_as_what_it_is(port: int, path: str, kind: str) -> None:
    status, headers, body = got(port, path)
    assert (status, headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-cache"
    assert headers["Referrer-Policy"] == "no-referrer" and headers["Set-Cookie"] is None
    assert len(body) < 6000


def test_the_mark_of_the_folder_and_what_is_not_there_are_not_handed_out(port: int) -> None:
    assert got(port, f"/{MARK}")[0] == 404
    for path, said in (
        ("/ru/none.html", "Такой страницы здесь нет"),
        ("/en/none", "There is no such page"),
        ("/x", "English"),
    ):
        status, headers, body = got(port, path)
        assert status == 404 and headers["X-Content-Type-Options"] == "nosniff"
        assert said in (gzip.decompress(body) if headers["Content-Encoding"] == "gzip" else body).decode()
    assert got(port, "/", "POST")[0] == 405


def test_who_types_the_name_alone_is_led_to_https(ports: tuple[int, int]) -> None:
    status, headers, _ = got(ports[1], "/ru/fees.html")
    assert (status, headers["Location"]) == (301, "https://mirror.example.org/ru/fees.html")
