"""A server on loopback that speaks as OpenAI's does, and misbehaves as it is told."""

from __future__ import annotations

import itertools
import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass
class Reply:
    """What the server sends: a model's text in OpenAI's shape, or a body of its own.

    `hang` waits until the test is over, `cut` says a longer length than it sends, `endless` never stops, `drip` sends
    its body a byte at a time.
    """

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    finish: str = "stop"
    hang: bool = False
    cut: bool = False
    endless: bool = False
    drip: bool = False


def wrapped(text: str, finish: str = "stop") -> bytes:
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text}}
    return json.dumps({
        "id": "1", "object": "chat.completion", "created": 0, "model": "parrot", "choices": [choice],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }).encode()  # fmt: skip


@dataclass
class ModelServer:
    """The server: `answer` makes a reply of each question; `asked` holds the questions, `keys` who asked them."""

    port: int = 0
    answer: Callable[[dict[str, Any]], Reply] = lambda _: Reply("{}")
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    listed: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    server: ThreadingHTTPServer | None = None
    thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def says(self, *texts: str, **how: Any) -> None:
        """Answer with these texts in turn, the last for ever."""
        left = list(texts)
        self.answer = lambda _: Reply(left.pop(0) if len(left) > 1 else left[0], **how)

    def proposes(self, *developments: tuple[str, str], questions: tuple[tuple[str, str, str], ...] = ()) -> None:
        """Answer with statements: text and quotation; a question's kind, too."""
        self.says(answered(*developments, questions=questions))

    def start(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def stop(self) -> None:
        self.over.set()
        if self.server and self.thread:
            self.server.shutdown()
            self.server.server_close()
            self.thread.join()
        self.server = None


def answered(*developments: tuple[str, str], questions: tuple[tuple[str, str, str], ...] = ()) -> str:
    return json.dumps({
        "developments": [{"quote": quote, "text": text} for text, quote in developments],
        "questions": [{"quote": quote, "text": text, "kind": kind} for text, quote, kind in questions],
    }, ensure_ascii=False)  # fmt: skip


def _handler(made: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.listed += 1
            body = json.dumps({"object": "list", "data": [{"id": "parrot", "object": "model"}]}).encode()
            self._send(200, {}, [body], len(body))

        def do_POST(self) -> None:
            made.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            made.keys.append(self.headers.get("Authorization", ""))
            reply = made.answer(made.asked[-1])
            if reply.hang:
                made.over.wait(60)
            else:
                self._reply(reply)
            self.close_connection = reply.hang or reply.cut or reply.endless or reply.drip

        def _reply(self, reply: Reply) -> None:
            body = wrapped(reply.text, reply.finish) if reply.body is None else reply.body
            length = None if reply.endless else len(body) + 100 * reply.cut
            pieces = iter(lambda: b" " * 65536, b"") if reply.endless else iter([body])
            if reply.drip:
                pieces = (body[at : at + 1] for at in range(len(body)) if not made.over.wait(0.2))
            self._send(reply.status, reply.headers, pieces, length)

        def _send(self, status: int, headers: dict[str, str], pieces: Iterable[bytes], length: int | None) -> None:
            self.send_response(status)
            own = {"Connection": "close"} if length is None else {"Content-Length": str(length)}
            for name, value in {"Content-Type": "application/json", **own, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.writelines(itertools.takewhile(lambda _: not made.over.is_set(), pieces))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002 - the base class's signature
            return

    return Handler
