"""The bench: bodies handed to workers, and what came of each. A body that kills its worker costs nobody but itself."""

from __future__ import annotations

from collections import deque
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

Given = TypeVar("Given")
Made = TypeVar("Made")
ROOM = 48  # bodies that may wait for a worker, beyond which no new call need be begun
SPACE = 50_000_000  # bytes of them, likewise


class Workers(Protocol):
    """Where work runs: one that was broken begins anew at the next submission."""

    def submit(self, make: Callable[[Given], Made], given: Given, /) -> Future[Made]:
        """Begin a piece of work."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of work: a module-level function of one value, and what it is about."""

    about: Any
    make: Callable[[Any], Any]
    given: Any
    alone: bool = False


class Bench:
    """Takes pieces with `submit`, gives what came of them with `done`; `wake` is called from whatever thread ends one."""

    def __init__(self, workers: Workers | None, wake: Callable[[], None]) -> None:
        self._workers = workers
        self._wake = wake
        self._under_way: dict[Future[Any], Piece] = {}
        self._ended: deque[Future[Any]] = deque()
        self._suspects: deque[Piece] = deque()

    @property
    def busy(self) -> bool:
        """Tell whether anything is still at work."""
        return bool(self._under_way or self._suspects)

    @property
    def has_room(self) -> bool:
        """Tell whether more bodies may come."""
        held = sum(len(getattr(piece.given, "body", b"")) for piece in self._under_way.values())
        return len(self._under_way) < ROOM and held < SPACE

    def submit(self, piece: Piece) -> None:
        """Hand a piece to the workers."""
        assert self._workers is not None, "whoever only fetches has nothing to read"
        try:
            future = self._workers.submit(piece.make, piece.given)
        except BrokenExecutor:
            self._suspects.append(piece)
            self._wake()
            return
        self._under_way[future] = piece
        future.add_done_callback(self._end)

    def done(self) -> list[tuple[Any, Any]]:
        """Give what has ended: what it was about, and the result; None where it killed its worker."""
        found = []
        while self._ended:
            future = self._ended.popleft()
            piece = self._under_way.pop(future)
            broken = future.cancelled() or isinstance(future.exception(), BrokenExecutor)
            if not broken:
                found.append((piece.about, future.result()))
            elif piece.alone:
                found.append((piece.about, None))
            else:
                self._suspects.append(piece)
        if self._suspects and not self._under_way:  # one of these killed its worker: each is tried by itself
            suspect = self._suspects.popleft()
            self.submit(Piece(suspect.about, suspect.make, suspect.given, alone=True))
        return found

    def _end(self, future: Future[Any]) -> None:
        self._ended.append(future)
        self._wake()
