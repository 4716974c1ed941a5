"""Lines in, lines out: the desk from a pipe. Answers come in the lines' order, over all cores, each as soon as it is known."""

from __future__ import annotations

import json
import os
import selectors
import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.bench import Bench, Piece
from briefing.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.bench import Workers

INCOMPLETE = 3
CHUNK = 1 << 20  # bytes that are read at once
KILLED = "this line ended the process that read it: it is too large, or we have a fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of input, and what is asked of all lines."""

    body: bytes
    developments: int | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line of output; `bad` where it says why there is no answer."""

    text: str
    bad: bool = False


def answer(make: Callable[[Line], Told], asked: Line, place: str) -> int:
    """Answer every line of standard input with a line; give 3 where one could not be.

    `make` is a module-level function, done by the workers; `asked` is what every line is asked.
    """
    with workers(place) as hands:
        pipe = _Pipe(hands, sys.stdin.fileno())
        try:
            return pipe.run(make, asked)
        finally:
            pipe.close()


def lines(stream: int) -> Iterator[bytes]:
    """Give the lines of an input one by one, whole, to its end."""
    rest: list[bytes] = []
    while chunk := os.read(stream, CHUNK):
        first, *others = chunk.split(b"\n")
        rest.append(first)
        for following in others:
            yield b"".join(rest)
            rest = [following]
    yield b"".join(rest)


def failed(why: str, id: object = None) -> Told:  # noqa: A002 - the contract's name
    """Give the answer to a bad line."""
    return Told(text=json.dumps({"id": id, "error": why}, ensure_ascii=False), bad=True)


class _Place:
    """Where an answer goes: after those of the lines before it."""

    __slots__ = ("told",)

    def __init__(self) -> None:
        self.told: Told | None = None


class _Pipe:
    """What has been asked and not yet been told, in order."""

    def __init__(self, hands: Workers, stream: int) -> None:
        self._stream = stream
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._bench = Bench(hands, self._wake)
        self._waiting: deque[_Place] = deque()
        self._eyes = selectors.PollSelector()  # a file can be polled, but is none of epoll's
        self._eyes.register(self._woken, selectors.EVENT_READ)
        self._rest: list[bytes] = []
        self._bad = False

    def run(self, make: Callable[[Line], Told], asked: Line) -> int:
        """Read, hand out and tell, whichever can be done, until nothing is left."""
        ended = listening = False
        while not ended or self._waiting:
            if listening != (wanted := not ended and self._bench.has_room):
                self._listen(wanted)
                listening = wanted
            for key, _ in self._eyes.select():
                if key.fd == self._woken:
                    os.read(self._woken, CHUNK)
                else:
                    ended = self._read(make, asked)
            self._tell()
        return INCOMPLETE if self._bad else 0

    def close(self) -> None:
        """Let go of what was opened."""
        self._eyes.close()
        os.close(self._woken)
        os.close(self._waker)

    def _wake(self) -> None:
        with suppress(BlockingIOError):  # so many have called that it wakes anyway
            os.write(self._waker, b".")

    def _listen(self, wanted: bool) -> None:
        """Read on, or let what was asked be answered first: a pipe holds as much as it likes, we do not."""
        if wanted:
            self._eyes.register(self._stream, selectors.EVENT_READ)
        else:
            self._eyes.unregister(self._stream)

    def _read(self, make: Callable[[Line], Told], asked: Line) -> bool:
        """Take in what can be read, and tell whether that was the end."""
        chunk = os.read(self._stream, CHUNK)
        first, *others = chunk.split(b"\n") if chunk else (b"", b"")
        self._rest.append(first)
        for following in others:
            body = b"".join(self._rest)
            self._rest = [following]
            if body.strip():
                place = _Place()
                self._waiting.append(place)
                given = Line(body=body, developments=asked.developments, words=asked.words)
                self._bench.submit(Piece(place, make, given))
        return not chunk

    def _tell(self) -> None:
        for place, told in self._bench.done():
            place.told = told or failed(KILLED)
        while self._waiting and (told := self._waiting[0].told):
            self._waiting.popleft()
            self._bad |= told.bad
            print(told.text, flush=True)
