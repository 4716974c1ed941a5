"""One at a time: two makers of one out/ would mix their files, two rounds at once would ask every server twice."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.newsroom.house import Newsroom


@contextmanager
def alone(newsroom: Newsroom) -> Iterator[None]:
    """Wait until nobody else makes editions into this out/.

    Where there can be no such folder, nobody can make anything there: printing says so.
    """
    try:
        newsroom.out.mkdir(parents=True, exist_ok=True)
    except OSError:
        yield
        return
    with _locked(newsroom.out, wait=True):
        yield


@contextmanager
def listening(newsroom: Newsroom, *, wait: bool) -> Iterator[bool]:
    """Be the only one who hears the feeds of this feeds.yaml; without `wait`, tell whether nobody else does."""
    with _locked(newsroom.settings.path, wait=False) as mine:
        if mine or not wait:
            yield mine
            return
    newsroom.say("waiting for the round of another process", 1, 1)
    with _locked(newsroom.settings.path, wait=True) as mine:
        yield mine


@contextmanager
def _locked(path: Path, *, wait: bool) -> Iterator[bool]:
    """Lock a file or folder (flock: a kill lets go of it), and tell whether that was had; what is not there is nobody's."""
    try:
        held = os.open(path, os.O_RDONLY)
    except OSError:
        yield True
        return
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        yield False
        return
    else:
        yield True
    finally:
        os.close(held)
