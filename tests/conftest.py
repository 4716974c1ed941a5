"""Real parts for tests: an HTTP server that does as it is told, archives in both databases, the sample workspace."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from briefing import newsroom
from briefing.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

hypothesis.settings.register_profile("briefing", deadline=None)  # a timed test is a flaky one
hypothesis.settings.load_profile("briefing")

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@dataclass
class Site:
    """A server on loopback: what it answers by path, and what it was asked."""

    port: int = 0
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    hanging: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, body: str | bytes, *, status: int = 200, **headers: str) -> str:
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, named, raw)
        return self.url(path)


def handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            site.asked.append((path, dict(self.headers)))
            if path == "/hang":
                site.reached.set()
                site.hanging.wait(30)
                self.close_connection = True
                return
            status, headers, body = site.answers.get(path, (404, {}, b"no such page"))
            etag = headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if "Content-Length" in headers:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002 - the base class's signature
            return

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(made))
    server.daemon_threads = True
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.hanging.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server of our own on loopback, in a folder of its own; PostgreSQL refuses to run as root."""
    if not POSTGRESQL:
        pytest.fail("PostgreSQL is not installed: apt-get install postgresql (scripts/system-libraries test does)")
    programs, folder = POSTGRESQL[-1].parent, Path(tempfile.mkdtemp(prefix="briefing-postgresql-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if become:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    subprocess.run(
        [*become, programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8"],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    options = f"-p {port} -h 127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    log = ["-l", folder / "log", "-o", options]
    subprocess.run(
        [*become, programs / "pg_ctl", "-D", data, "-w", *log, "start"], check=True, capture_output=True, cwd=folder
    )
    yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    subprocess.run(
        [*become, programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'archive.db'}"
    else:
        url = request.getfixturevalue("postgresql")
        import psycopg  # noqa: PLC0415 - only where PostgreSQL is tried

        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
    with Archive(url) as made:
        yield made


@pytest.fixture(scope="session")
def sample_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample editions, made once; tests that change it take a copy."""
    out = tmp_path_factory.mktemp("demo")
    newsroom.demo(out, environ={}, say=lambda *_: None)
    return out


@pytest.fixture
def workspace(sample_editions: Path, tmp_path: Path) -> Path:
    """A copy of the sample editions, with their workspace in demo/."""
    folder = tmp_path / "out"
    shutil.copytree(sample_editions, folder)
    return folder


@pytest.fixture
def briefing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command as its user would, in this process: exit code, standard output, standard error."""
    from briefing.cli import main  # noqa: PLC0415 - imported here as a user's shell would start it

    monkeypatch.delenv("BRIEFING_CONFIG", raising=False)

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def zipped(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
