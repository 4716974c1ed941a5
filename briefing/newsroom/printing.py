"""An edition's files: set where something changed, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import archive, identity, press
from briefing.archive import Print
from briefing.errors import PressError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Audience, Record
    from briefing.newsroom.house import Newsroom
    from briefing.press import Templates

MADE_HERE = ("json", "html", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A print job: the record, the templates, the formats."""

    record: Record
    templates: Templates
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A file of an edition, and whether it had to be written."""

    path: Path
    changed: bool


def templates_of(newsroom: Newsroom, audience: Audience) -> Templates:
    """Gather the templates of an audience: its own, the workspace's, the shipped ones."""
    folder = newsroom.settings.folder / "templates"
    return press.gather([folder / (audience.template or audience.name), folder])


def print_edition(newsroom: Newsroom, work: Work) -> tuple[Printed, ...]:
    """Write an edition's files; a file that stands as it would be written is not touched, and not set again."""
    folder = newsroom.out / work.record.date.isoformat() / work.record.beside
    formats = tuple(name for name in dict.fromkeys(("json", *work.formats)) if name in MADE_HERE)
    paths = {name: folder / f"{work.record.edition.audience}.{name}" for name in formats}
    toolchain = press.fingerprint()
    standing = _standing(newsroom, work, toolchain, paths)
    fresh = [name for name in formats if name not in standing]
    bodies = press.set_type(work.record.edition, work.templates, fresh) if fresh else {}
    changed = {name for name in fresh if write(paths[name], bodies[name])}
    if fresh:
        now = newsroom.clock()
        archive.keep_templates(newsroom.archive, work.templates.digest, press.dump(work.templates), now)
        prints = [_print(name, bodies[name], work.templates.digest, toolchain) for name in fresh]
        archive.keep_prints(newsroom.archive, work.record.digest, prints, now)
    return tuple(Printed(path=paths[name], changed=name in changed) for name in formats)


def write(path: Path, body: bytes) -> bool:
    """Write a file whole or not at all, beside itself and then renamed; tell whether it changed.

    Raises PressError; what stood there before stands there still.
    """
    beside = None
    try:
        if path.is_file() and path.read_bytes() == body:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise PressError(
            f"{path}: cannot be written: {error.strerror or error}. Make room or mend the folder's "
            "permissions (or name another with --out), and run the same command again: nothing that was "
            "heard is lost"
        ) from error
    return True


def _standing(newsroom: Newsroom, work: Work, toolchain: str, paths: dict[str, Path]) -> frozenset[str]:
    """Name the formats whose files stand on disk as these templates and this toolchain made them."""
    prints = archive.prints(newsroom.archive, work.record.digest)
    known = {
        (made.format, made.digest)
        for made in prints
        if made.templates == work.templates.digest and made.toolchain == toolchain
    }
    return frozenset(name for name, path in paths.items() if path.is_file() and (name, _digest(path)) in known)


def _print(name: str, body: bytes, templates: str, toolchain: str) -> Print:
    return Print(format=name, templates=templates, toolchain=toolchain, digest=identity.digest_of_bytes(body))


def _digest(path: Path) -> str:
    return identity.digest_of_bytes(path.read_bytes())


def not_made(formats: Sequence[str]) -> tuple[str, ...]:
    """Name the formats that an audience asks for and this version does not make."""
    return tuple(name for name in formats if name not in MADE_HERE)
