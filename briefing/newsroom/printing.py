"""An edition's files: set where something changed, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import archive, identity, press
from briefing.archive import Print
from briefing.errors import PressError, TemplateError
from briefing.newsroom.picturing import plates

if TYPE_CHECKING:
    from briefing.model import Audience, Record
    from briefing.newsroom.house import Newsroom
    from briefing.press import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A print job: the record, the templates, the formats."""

    record: Record
    templates: Templates
    formats: tuple[str, ...]


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


def print_edition(newsroom: Newsroom, work: Work) -> tuple[Printed, ...]:
    """Write an edition's files; a file that stands as it would be written is not touched, and not set again.

    Each is written as it is set, so that one that cannot be set keeps no other from coming out.
    """
    folder = newsroom.out / work.record.date.isoformat() / work.record.beside
    formats = _formats(work)
    paths = {name: folder / press.file_name(work.record.edition.audience, name) for name in formats}
    if "ics" not in formats:  # an earlier making may have had something to watch for
        with contextlib.suppress(OSError):  # a folder that cannot be used is told of where it is written to
            (folder / f"{work.record.edition.audience}.ics").unlink(missing_ok=True)
    toolchain = press.fingerprint()
    standing = _standing(newsroom, work, toolchain, paths)
    done: list[Printed] = []
    prints: list[Print] = []
    used: dict[str, Templates] = {}
    try:
        for name in formats:
            if name in standing:
                done.append(Printed(path=paths[name], changed=False))
                continue
            body, templates, mistake = _set(newsroom, work, name)
            done.append(Printed(path=paths[name], changed=write(paths[name], body), mistake=mistake))
            prints.append(_print(name, body, templates.digest, toolchain))
            used[templates.digest] = templates
    finally:
        _keep(newsroom, work.record, prints, used)
    return tuple(done)


def _formats(work: Work) -> tuple[str, ...]:
    """Name the formats to make: the data always, a calendar where there is something to watch for."""
    always = ("json", "ics") if work.record.edition.watch_for else ("json",)
    return tuple(dict.fromkeys((*always, *work.formats)))


def _set(newsroom: Newsroom, work: Work, name: str) -> tuple[bytes, Templates, str]:
    """Set one format; where the templates are wrong, with the shipped ones: the edition comes out all the same."""
    edition = work.record.edition
    pictures = plates(newsroom, edition)
    try:
        return press.set_type(edition, work.templates, [name], pictures=pictures)[name], work.templates, ""
    except TemplateError as error:
        shipped = press.gather([])
        return press.set_type(edition, shipped, [name], pictures=pictures)[name], shipped, str(error)


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
