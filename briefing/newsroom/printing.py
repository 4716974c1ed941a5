"""An edition's files: set where something changed, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import archive, identity, press
from briefing.archive import Print
from briefing.errors import PressError, TemplateError
from briefing.newsroom.picturing import plates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Audience, Record
    from briefing.newsroom.house import Newsroom
    from briefing.press import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A print job: the record, the templates, the formats, and the pictures that are printed, by their digests."""

    record: Record
    templates: Templates
    formats: tuple[str, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A file of an edition, and whether it had to be written.

    `mistake` says why it was set with the shipped templates: those that were asked for cannot be used.
    """

    path: Path
    changed: bool
    mistake: str = ""


def templates_of(newsroom: Newsroom, audience: Audience) -> Templates:
    """Gather the templates of an audience: its own, the workspace's, the shipped ones."""
    folder = newsroom.settings.folder / "templates"
    return press.gather([folder / (audience.template or audience.name), folder], audience.template)


def with_pictures(newsroom: Newsroom, work: Work) -> Work:
    """Fetch the pictures of a job from the archive, where it has none yet: who sets it may know no archive."""
    return work if work.pictures else replace(work, pictures=plates(newsroom, work.record.edition))


def set_format(piece: tuple[Work, str]) -> tuple[bytes, Templates, str]:
    """Set one format; where the templates are wrong, with the shipped ones: the edition comes out all the same.

    Gives the bytes, the templates that made them, and what is wrong with those that were asked for.
    """
    work, name = piece
    edition = work.record.edition
    try:
        return press.set_type(edition, work.templates, [name], pictures=work.pictures)[name], work.templates, ""
    except TemplateError as error:
        shipped = press.gather([])
        return press.set_type(edition, shipped, [name], pictures=work.pictures)[name], shipped, str(error)


def formats_to_set(newsroom: Newsroom, work: Work) -> tuple[str, ...]:
    """Name the formats of an edition that must be set: the others stand on disk as they would be written."""
    paths = _paths(newsroom, work)
    standing = _standing(newsroom, work, press.fingerprint(), paths)
    return tuple(name for name in paths if name not in standing)


def print_edition(
    newsroom: Newsroom,
    work: Work,
    set_one: Callable[[tuple[Work, str]], tuple[bytes, Templates, str]] = set_format,
) -> tuple[Printed, ...]:
    """Write an edition's files; a file that stands as it would be written is not touched, and not set again.

    Each is written as it is set, so that one that cannot be set keeps no other from coming out.
    """
    work = with_pictures(newsroom, work)
    paths = _paths(newsroom, work)
    if "ics" not in paths:  # an earlier making may have had something to watch for
        with contextlib.suppress(OSError):  # a folder that cannot be used is told of where it is written to
            _path(newsroom, work, "ics").unlink(missing_ok=True)
    toolchain = press.fingerprint()
    standing = _standing(newsroom, work, toolchain, paths)
    done: list[Printed] = []
    prints: list[Print] = []
    used: dict[str, Templates] = {}
    try:
        for name, path in paths.items():
            if name in standing:
                done.append(Printed(path=path, changed=False))
                continue
            body, templates, mistake = set_one((work, name))
            done.append(Printed(path=path, changed=write(path, body), mistake=mistake))
            prints.append(_print(name, body, templates.digest, toolchain))
            used[templates.digest] = templates
    finally:
        _keep(newsroom, work.record, prints, used)
    return tuple(done)


def _paths(newsroom: Newsroom, work: Work) -> dict[str, Path]:
    return {name: _path(newsroom, work, name) for name in _formats(work)}


def _path(newsroom: Newsroom, work: Work, name: str) -> Path:
    folder = newsroom.out / work.record.date.isoformat() / work.record.beside
    return folder / press.file_name(work.record.edition.audience, name)


def _formats(work: Work) -> tuple[str, ...]:
    """Name the formats to make: the data always, a calendar where there is something to watch for."""
    always = ("json", "ics") if work.record.edition.watch_for else ("json",)
    return tuple(dict.fromkeys((*always, *work.formats)))


def _keep(newsroom: Newsroom, record: Record, prints: list[Print], used: dict[str, Templates]) -> None:
    """Record what was printed, and the templates that it was printed with."""
    now = newsroom.clock()
    for digest, templates in used.items():
        archive.keep_templates(newsroom.archive, digest, press.dump(templates), now)
    archive.keep_prints(newsroom.archive, record.digest, prints, now)


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
