"""A server on loopback that answers as badly as it is told, and the manners of misbehaving."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hostile.case import Plain, Raw

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hostile.case import Behaviour, Case

GRACE = 30.0  # seconds after which a behaviour without an end lets go by itself
SHORT = 2000  # bytes: only what is no longer is looked through for the trap's port
BEAT = 0.1  # seconds between two drops of a drip


@dataclass(frozen=True, slots=True)
class Talk:
    """One connection: what was asked, and the socket to answer on."""

    connection: socket.socket
    path: str
    over: threading.Event
    trap: int = 0

    def send(self, *parts: bytes) -> None:
        for part in parts:
            said = part.replace(b"PORT", b"%d" % self.trap) if len(part) < SHORT else part
            self.connection.sendall(said)


@dataclass(slots=True)
class Server:
    """The server: what it was asked for, by path, and where it listens."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(cases: Iterable[Case], more: Mapping[str, Plain] | None = None, *, trap: int = 0) -> Iterator[Server]:
    """Serve every case at its path until the end of the block; redirects to PORT lead into the trap.

    Every body is made before anybody asks: a slow server is a case of its own.
    """
    server = Server()
    known = {case.path: ready(case.served) for case in cases} | dict(more or {})

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            path = _asked(self.request)
            server.asked.append(path)
            served = known.get(path, Plain(b"no such page", status=404))
            talk = Talk(self.request, path, server.over, trap)
            with contextlib.suppress(OSError):  # who is bored hangs up
                (answer(served) if isinstance(served, Plain) else served.behave)(talk)

    class Threads(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False
        request_queue_size = 500

    with Threads(("127.0.0.1", 0), Handler) as running:
        server.port = running.server_address[1]
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            running.shutdown()
            thread.join()


def ready(served: Plain | Raw) -> Plain | Raw:
    return replace(served, body=served.made()) if isinstance(served, Plain) else served


def _asked(connection: socket.socket) -> str:
    said = b""
    while b"\r\n\r\n" not in said:
        part = connection.recv(65536)
        if not part:
            return ""
        said += part
    return said.split(b" ", 2)[1].decode("latin-1").partition("?")[0]


def head(*headers: str, status: str = "200 OK") -> bytes:
    """The head of an answer, after which the connection is closed."""
    return "\r\n".join((f"HTTP/1.1 {status}", "Connection: close", *headers, "", "")).encode("latin-1")


def answer(plain: Plain) -> Behaviour:
    """Answer as HTTP has it, with a length unless one is lied about."""

    def behave(talk: Talk) -> None:
        body = plain.made()
        headers = [f"{name}: {value}" for name, value in plain.headers]
        if not any(name.lower() in {"content-length", "transfer-encoding"} for name, _ in plain.headers):
            headers.append(f"Content-Length: {len(body)}")
        talk.send(head(*headers, status=f"{plain.status} So"), body)

    return behave


def says(*parts: bytes) -> Behaviour:
    """Say just these bytes, and hang up."""
    return lambda talk: talk.send(*parts)


def for_ever(first: bytes, again: bytes) -> Behaviour:
    """Say something, then something else again and again as fast as it is taken."""

    def behave(talk: Talk) -> None:
        talk.send(first)
        while not talk.over.is_set():
            talk.send(again)

    return behave


def drip(first: bytes, drops: Callable[[], Iterable[bytes]]) -> Behaviour:
    """Say something, then drop by drop the rest: each byte comes in time, and the whole never ends."""

    def behave(talk: Talk) -> None:
        talk.send(first)
        for drop in drops():
            if talk.over.wait(BEAT):
                return
            talk.send(drop)

    return behave


def stall(first: bytes) -> Behaviour:
    """Say something, and never another word."""

    def behave(talk: Talk) -> None:
        talk.send(first)
        talk.over.wait(GRACE)

    return behave
