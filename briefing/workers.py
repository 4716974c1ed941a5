"""Where work runs: a place is a `map`. What is mapped is a module-level function of one frozen value."""

from __future__ import annotations

import builtins
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from briefing.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Given = TypeVar("Given")
Made = TypeVar("Made")


class Map(Protocol):
    """The built-in `map`, or another that keeps its order."""

    def __call__(self, make: Callable[[Given], Made], given: Iterable[Given], /) -> Iterable[Made]:
        """Apply a function to each value, in order."""


@contextmanager
def workers(place: str) -> Iterator[Map]:
    """Open a place: `here` is this process, `cores` a pool over all of them. Raises UserError for another."""
    if place == "here" or (place == "cores" and (os.cpu_count() or 1) == 1):
        yield builtins.map
    elif place == "cores":
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs time that `here` need not spend

        with ProcessPoolExecutor() as pool:
            yield pool.map
    else:
        raise UserError(f"workers: '{place}' is not to be had in this version: write `here` or `cores`")
