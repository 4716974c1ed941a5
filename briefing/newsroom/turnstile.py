"""One at a time: two makers of one out/ would mix their files."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.newsroom.house import Newsroom


@contextmanager
def alone(newsroom: Newsroom) -> Iterator[None]:
    """Wait until nobody else makes editions into this out/: its folder is locked (flock), and a kill lets go of it.

    Where there can be no such folder, nobody can make anything there: printing says so.
    """
    try:
        newsroom.out.mkdir(parents=True, exist_ok=True)
        folder = os.open(newsroom.out, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
