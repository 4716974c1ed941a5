"""Which template wins: the audience's, the workspace's, its look's, the shipped one; and the templates of a day, to keep.

A folder gives its own files, never its sub-folders' (those belong to other audiences). A look is a shipped folder of
templates for a kind of audience: `template: minister`.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.identity import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BUILTIN = "builtin:"
SUFFIXES = frozenset({".html", ".css", ".txt", ".xml"})
LARGEST = 1_000_000  # bytes of one template: more is a mistake, or mischief


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """What an edition is set with: (name, text, where it came from), by name; `builtin:NAME` is always a shipped one.

    `mistakes` tells of files that could not even be read: nothing is set with such templates.
    """

    files: tuple[tuple[str, str, str], ...]
    digest: str
    mistakes: tuple[str, ...] = ()

    @property
    def shipped(self) -> bool:
        """Tell whether all of them are ours: then a mistake in them is ours, too."""
        return not self.mistakes and all(where.startswith(BUILTIN) for _, _, where in self.files)


class Unreadable(Exception):  # noqa: N818 - it is no failure of ours, and never leaves this file
    """A file or folder of templates that cannot be read; says where and why."""


def gather(folders: Sequence[Path], look: str = "") -> Templates:
    """Resolve every name over the folders, most specific first; the look's and the shipped templates come last by themselves.

    A look that is neither shipped nor one of the folders is a mistake.
    """
    found = {f"{BUILTIN}{name}": (text, f"{BUILTIN}{name}") for name, text in shipped()}
    of_look = f"{look}/" if look else ""
    found |= {
        name.removeprefix(of_look): (text, f"{BUILTIN}{name}")
        for name, text in sorted(shipped(), key=lambda file: "/" in file[0])
        if "/" not in name or (of_look and name.startswith(of_look))
    }
    mistakes: list[str] = []
    if look and look not in looks() and not any(folder.name == look and folder.is_dir() for folder in folders):
        mistakes.append(_no_look(look))
    for folder in reversed(folders):
        for path in _inside(folder, mistakes):
            place = _place(path, folders[-1])
            try:
                found[path.name] = (_read(path, place), place)
            except Unreadable as error:
                mistakes.append(str(error))
    return _templates(tuple((name, *found[name]) for name in sorted(found)), tuple(mistakes))


def dump(templates: Templates) -> bytes:
    """Write the templates as bytes to keep."""
    return json.dumps(templates.files, ensure_ascii=False).encode()


def load(body: bytes) -> Templates:
    """Read what `dump` wrote."""
    return _templates(tuple((name, text, where) for name, text, where in json.loads(body)))


@lru_cache(maxsize=1)
def shipped() -> tuple[tuple[str, str], ...]:
    """Give the names and texts of the templates in this package; a look's are named after its folder: `minister/look.css`."""
    folder = Path(__file__).parent / "templates"
    kept = (path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    return tuple(sorted((path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in kept))


def looks() -> tuple[str, ...]:
    """Name the shipped looks."""
    return tuple(sorted({name.partition("/")[0] for name, _ in shipped() if "/" in name}))


def _no_look(look: str) -> str:
    near = difflib.get_close_matches(look, looks(), 1)
    hint = f"did you mean '{near[0]}'?" if near else f"shipped are: {', '.join(looks())}"
    return f"template '{look}': there is no folder templates/{look}, and no such look is shipped ({hint})"


def _templates(files: tuple[tuple[str, str, str], ...], mistakes: tuple[str, ...] = ()) -> Templates:
    named = [[name, text] for name, text, _ in files]
    told = [["mistakes", *mistakes]] if mistakes else []  # so that broken templates never pass for those without them
    return Templates(files=files, digest=digest(named + told), mistakes=mistakes)


def _inside(folder: Path, mistakes: list[str]) -> Iterator[Path]:
    try:
        if folder.is_dir():
            yield from sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    except OSError as error:
        mistakes.append(f"{folder}: cannot be read: {error.strerror}")


def _place(path: Path, last: Path) -> str:
    """Name a file as a person would: from the folder that holds `templates/`."""
    return str(path.relative_to(last.parent) if path.is_relative_to(last.parent) else path)


def _read(path: Path, place: str) -> str:
    try:
        body = path.read_bytes()
        if len(body) > LARGEST:
            raise Unreadable(f"{place}: {len(body)} bytes is too large for a template: at most {LARGEST}")
        return body.decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(f"{place}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise Unreadable(f"{place}:{line}: is not UTF-8: save it as UTF-8") from error
