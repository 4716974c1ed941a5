"""Where work runs: a place maps and takes single pieces. What is given is a module-level function of one frozen value."""

from __future__ import annotations

import builtins
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from briefing.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import ProcessPoolExecutor

Given = TypeVar("Given")
Made = TypeVar("Made")


class Place(Protocol):
    """A place where work runs."""

    def map(self, make: Callable[[Given], Made], given: Iterable[Given], /) -> Iterable[Made]:
        """Apply a function to each value, in order."""

    def submit(self, make: Callable[[Given], Made], given: Given, /) -> Future[Made]:
        """Begin one piece of work; its future ends with BrokenExecutor where it killed its worker."""


class Here:
    """This process: a piece of work is done as it is given."""

    def map(self, make: Callable[[Given], Made], given: Iterable[Given], /) -> Iterable[Made]:
        """Apply a function to each value, in order."""
        return builtins.map(make, given)

    def submit(self, make: Callable[[Given], Made], given: Given, /) -> Future[Made]:
        """Do a piece of work."""
        future: Future[Made] = Future()
        future.set_result(make(given))
        return future


class Cores:
    """All cores: a pool that is opened by the first piece of work, and anew after one that killed its worker.

    `prepare` is called once before the pool is opened, in this process: what it imports is shared by those that fork.
    """

    def __init__(self, prepare: Callable[[], None] | None = None) -> None:
        self._prepare = prepare
        self._pool: ProcessPoolExecutor | None = None

    def map(self, make: Callable[[Given], Made], given: Iterable[Given], /) -> Iterable[Made]:
        """Apply a function to each value, in order."""
        return self._opened().map(make, given)

    def submit(self, make: Callable[[Given], Made], given: Given, /) -> Future[Made]:
        """Begin a piece of work."""
        try:
            return self._opened().submit(make, given)
        except BrokenExecutor:
            self.close()
            return self._opened().submit(make, given)

    def close(self) -> None:
        """Let the workers go; what they had not begun is not done."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def end(self) -> None:
        """End the workers where they stand: who is interrupted does not wait for what is under way."""
        if self._pool:
            for worker in multiprocessing.active_children():
                worker.terminate()

    def _opened(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs time that `here` need not spend

            if self._prepare:
                self._prepare()
            context = multiprocessing.get_context(_method())
            self._pool = ProcessPoolExecutor(mp_context=context, initializer=_serve)
        return self._pool


def _serve() -> None:
    """Make a worker one that leaves Ctrl-C to its parent, and ends with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _method() -> str:
    """Fork where nothing else runs in this process: it costs milliseconds, and what is imported is there already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return "spawn"
    safe = sys.platform.startswith("linux") and threading.active_count() == 1
    return "fork" if safe else "forkserver"


@contextmanager
def workers(place: str, *, prepare: Callable[[], None] | None = None) -> Iterator[Place]:
    """Open a place: `here` is this process, `cores` a pool over all of them. Raises UserError for another."""
    if place == "here" or (place == "cores" and (os.cpu_count() or 1) == 1):
        yield Here()
    elif place == "cores":
        pool = Cores(prepare)
        try:
            yield pool
        except BaseException:  # Ctrl-C and SIGTERM, too: it is raised again, and nobody waits for what is under way
            pool.end()
            raise
        finally:
            pool.close()
    else:
        raise UserError(f"workers: '{place}' is not to be had in this version: write `here` or `cores`")
