"""The feeds of a feeds.yaml, added to and taken from: written whole or not at all, and never so that it is invalid."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.config.document import read
from briefing.config.identifiers import feed_id
from briefing.config.layout import KEY, listing
from briefing.config.loading import text_of, understood
from briefing.config.rewriting import CannotEdit, with_feeds, without_feeds
from briefing.errors import ConfigError, WorldError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.config.document import Document, Value
    from briefing.config.layout import Listing
    from briefing.config.settings import Settings
    from briefing.config.wording import Option

    Addition = Mapping[str, Option]  # a feed in the keys of the long form


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A feeds.yaml as it was read: its text, what the text says, and what it means."""

    path: Path
    environ: Mapping[str, str]
    text: str
    document: Document
    settings: Settings


def opened(path: Path, environ: Mapping[str, str]) -> Opened:
    """Read a feeds.yaml that is to be edited. Raises ConfigError."""
    text = text_of(path)
    settings, document = understood(text, path, environ)
    return Opened(path=path, environ=environ, text=text, document=document, settings=settings)


def add(file: Opened, additions: Sequence[Addition]) -> Settings:
    """Add feeds, each behind the last of its section; give the new settings. Raises ConfigError and WorldError."""
    if not additions:
        return file.settings
    places = _places(file.settings, additions)
    wanted: list[Value] = []
    for number, said in enumerate(_written(file)):
        wanted += [said, *map(_short, places.get(number, ()))]
    return _rewrite(file, wanted, lambda text, found: with_feeds(text, found, places))


def remove(file: Opened, numbers: Iterable[int]) -> Settings:
    """Take out feeds by their numbers (from 0); give the new settings. Raises ConfigError and WorldError."""
    gone = frozenset(numbers)
    wanted = [said for number, said in enumerate(_written(file)) if number not in gone]
    return _rewrite(file, wanted, lambda text, found: without_feeds(text, found, gone))


def fresh_id(url: str, taken: Iterable[str]) -> str:
    """Give an id for a new feed that no other has: derived from its address, numbered where that is taken."""
    name, others = feed_id(url), frozenset(taken)
    number = 2
    found = name
    while found in others:
        found, number = f"{name}-{number}", number + 1
    return found


def _written(file: Opened) -> list[Value]:
    feeds = file.document.at((KEY,))
    assert isinstance(feeds, list), "a file without a list of feeds is not valid"
    return feeds


def _short(feed: Addition) -> Value:
    return feed["url"] if list(feed) == ["url"] else dict(feed)


def _places(settings: Settings, additions: Sequence[Addition]) -> dict[int, list[Addition]]:
    """Choose behind which feed each new one stands: the last of its section, else the last of all."""
    last = {feed.section: number for number, feed in enumerate(settings.feeds)}
    end = len(settings.feeds) - 1
    sections = list(dict.fromkeys(_section(feed) for feed in additions))
    places: dict[int, list[Addition]] = {}
    for section in sorted(sections, key=lambda name: name not in last):  # those known here before the new ones
        places.setdefault(last.get(section, end), []).extend(feed for feed in additions if _section(feed) == section)
    return places


def _section(feed: Addition) -> str:
    return str(feed.get("section", ""))


def _rewrite(file: Opened, wanted: list[Value], change: Callable[[str, Listing], str]) -> Settings:
    """Change the text, see that it means what was wanted and is valid, and write it."""
    found = listing(file.text)
    line = file.document.line((KEY,))
    if found is None or len(found.seats) != len(_written(file)):
        what = "the feeds are no list of their own, but an alias or merged in: change them by hand"
        raise ConfigError((f"{file.path}:{line}: {what}",))
    try:
        text = change(file.text, found)
    except CannotEdit:
        text = ""
    said, before = read(text).value, file.document.value
    settings = _valid(file, text) if text else None
    if settings is None or not isinstance(before, dict) or said != {**before, KEY: wanted}:
        what = "the feeds are written in a way that cannot be changed without touching more: change them by hand"
        raise ConfigError((f"{file.path}:{line}: {what}",))
    _write(file, text)
    return settings


def _valid(file: Opened, text: str) -> Settings:
    """Give the settings that a new text means. Raises ConfigError; its lines are those of the file as it stands."""
    try:
        return understood(text, file.path, file.environ)[0]
    except ConfigError as error:
        head = f"{file.path}: is left as it is, for it would not be valid afterwards:"
        lines = _Lines(file.text, text)
        raise ConfigError((head, *(lines.told(mistake, str(file.path)) for mistake in error.mistakes))) from None


class _Lines:
    """Says a mistake in a new text by the line of the old one, as far as they begin and end alike."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old.split("\n"), new.split("\n")
        pairs = enumerate(zip(self._old, self._new, strict=False))
        self._alike = next((at for at, (old, new) in pairs if old != new), min(len(self._old), len(self._new)))

    def told(self, mistake: str, path: str) -> str:
        """Put the old line's number in the place of the new one's."""
        return re.sub(
            rf"^{re.escape(path)}:(\d+)", lambda found: f"{path}:{self._line(int(found[1]))}", mistake, count=1
        )

    def _line(self, number: int) -> int:
        moved = number if number <= self._alike else number + len(self._old) - len(self._new)
        return min(max(moved, 1), len(self._old))


def _write(file: Opened, text: str) -> None:
    """Write the file beside itself, then rename it: where a link leads, with the permissions that it has."""
    path, beside = file.path.resolve(), None
    try:
        body = path.read_bytes()
        mark = "\ufeff" if body.startswith(b"\xef\xbb\xbf") else ""
        if body != (mark + file.text).encode():
            raise WorldError(f"{file.path}: was changed by somebody else meanwhile, and is left as it is: try again")
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
            beside = Path(new.name)
            new.write((mark + text).encode())
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise WorldError(f"{file.path}: cannot be written, and is as it was: {error.strerror or error}") from error
