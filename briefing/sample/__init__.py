"""The sample outlets: news written for this project, served on loopback as six real outlets would serve it.

A workspace whose feeds.yaml says `sample: true` hears them at their `.example` addresses, and lives on their day.
"""

from __future__ import annotations

import datetime as dt
import mimetypes
import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)  # 06:00 in Ottawa: the clock of every sample workspace
DAYS = tuple(dt.date(2025, 12, day) for day in (4, 5, 6, 7))
DATA = files("briefing.sample") / "data"
WORKSPACE = "feeds.yaml"
TYPES = {
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".html": "text/html",
}


def hosts() -> tuple[str, ...]:
    """Name every host that the sample outlets answer for."""
    found = {host.name for day in DAYS for host in (DATA / day.isoformat()).iterdir()}
    return tuple(sorted(found))


def workspace() -> str:
    """Give the text of a sample workspace's feeds.yaml."""
    return (DATA / WORKSPACE).read_text(encoding="utf-8")


@contextmanager
def on_air(clock: Callable[[], dt.datetime]) -> Iterator[dict[str, tuple[str, int]]]:
    """Serve the outlets as they stood by the clock's day; give each host's address on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(clock))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield dict.fromkeys(hosts(), ("127.0.0.1", server.server_port))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(host: str, path: str, day: dt.date) -> tuple[bytes, str] | None:
    """Give the body and type at an address as it stood on a day; None where there is nothing."""
    parts = [part for part in path.split("/") if part]
    if not parts or any(part.startswith(".") for part in (host, *parts)):
        return None
    for folder in reversed([known for known in DAYS if known <= day]):
        file = _walk(DATA / folder.isoformat() / host, parts)
        if file is not None and file.is_file():
            return file.read_bytes(), _type(parts[-1])
    return None


def _walk(folder: Traversable, parts: list[str]) -> Traversable | None:
    for part in parts:
        if not folder.is_dir():
            return None
        folder = folder / part
    return folder


def _type(name: str) -> str:
    suffix = Path(name).suffix
    known = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/json"
    return f"{known}; charset=utf-8"


def _handler(clock: Callable[[], dt.datetime]) -> type[BaseHTTPRequestHandler]:
    class Outlet(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").split(":")[0].lower()
            found = answer(host, urlsplit(self.path).path, clock().date())
            if found is None:
                self._send(
                    HTTPStatus.NOT_FOUND, b"<html><title>Not found</title><p>There is no such page.</html>", "text/html"
                )
                return
            etag = f'"{identity.digest_of_bytes(found[0])}"'
            if self.headers.get("If-None-Match") == etag:
                self._send(HTTPStatus.NOT_MODIFIED, b"", found[1], etag)
            else:
                self._send(HTTPStatus.OK, *found, etag)

        def _send(self, status: HTTPStatus, body: bytes, kind: str, etag: str = "") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's signature
            """Keep the terminal for the reader."""

    return Outlet
