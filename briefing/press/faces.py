"""The faces that ship with us: where they lie, their subset for a page, and which characters none of them has.

The machine's own fonts never matter: Pango is shown a fontconfig file that lists our folder alone.
"""

from __future__ import annotations

import atexit
import base64
import os
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.identity import digest_of_bytes
from briefing.press import scripts

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).resolve().parent / "fonts"
SHEET_MARK = "/*the faces of this page*/"
FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "onum", "lnum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One cut: its file, and how CSS names it."""

    file: str
    family: str
    weight: int = 400
    style: str = "normal"


FACES = (
    Face(file="briefing-serif-regular.ttf", family="Briefing Serif"),
    Face(file="briefing-serif-italic.ttf", family="Briefing Serif", style="italic"),
    Face(file="briefing-serif-semibold.ttf", family="Briefing Serif", weight=600),
    Face(file="briefing-serif-display-light.ttf", family="Briefing Serif Display", weight=300),
    Face(file="briefing-serif-display-regular.ttf", family="Briefing Serif Display"),
    Face(file="briefing-serif-display-semibold.ttf", family="Briefing Serif Display", weight=600),
    Face(file="briefing-sans-regular.ttf", family="Briefing Sans"),
    Face(file="briefing-sans-italic.ttf", family="Briefing Sans", style="italic"),
    Face(file="briefing-sans-semibold.ttf", family="Briefing Sans", weight=600),
)
PRINT_ALONE = {"briefing-serif-display-regular.ttf", "briefing-serif-display-semibold.ttf", "briefing-sans-italic.ttf"}
ON_SCREEN = tuple(face for face in FACES if face.file not in PRINT_ALONE)


@lru_cache(maxsize=len(FACES))
def face_bytes(file: str) -> bytes:
    """Read a font. Raises PressError where the package is incomplete."""
    try:
        return (FOLDER / file).read_bytes()
    except OSError as error:
        raise PressError(f"font {file}: is missing from the package: install briefing again") from error


def font_digest() -> str:
    """Name all shipped fonts together."""
    return digest_of_bytes(b"".join(face_bytes(face.file) for face in FACES))


def missing_characters(text: str) -> tuple[str, ...]:
    """Give the characters of a text that neither a shipped face nor one of the extra draws, each once, in order."""
    foreign = _foreign(text)
    return tuple(sorted(foreign - scripts.drawable(foreign)))


def draws(text: str) -> bool:
    """Tell whether the shipped faces alone draw a text: a cover has no others."""
    return not _foreign(text)


def _foreign(text: str) -> frozenset[str]:
    """Give the characters of a text that no shipped face draws."""
    unknown = {char for char in set(text) if ord(char) not in _coverage()}
    return frozenset(char for char in unknown if char.isprintable() and not scripts.is_invisible(char))


@lru_cache(maxsize=1)
def _coverage() -> frozenset[int]:
    return frozenset(code for face in FACES for code in _face(face.file).unicodes)


@lru_cache(maxsize=len(FACES))
def _face(file: str) -> Any:  # noqa: ANN401 - uharfbuzz has no types
    import uharfbuzz  # noqa: PLC0415 - a compiled library, needed only where pages are set

    return uharfbuzz.Face(uharfbuzz.Blob(face_bytes(file)))


# ── for the screen ─────────────────────────────────────────────────────────────────────────────────────────────


def embed_faces(html: str) -> str:
    """Put the faces, cut down to the page's own characters, where the template left room for them."""
    if SHEET_MARK not in html:
        return html
    characters = "".join(sorted(set(html) | {" ", "\N{MINUS SIGN}"}))
    rules = [_rule(face, characters) for face in ON_SCREEN]
    rules += filter(None, [scripts.sheet(other_faces(characters))])
    return html.replace(SHEET_MARK, "\n".join(rules), 1)


def other_faces(text: str) -> tuple[scripts.Cut, ...]:
    """Give the faces of other scripts that a text needs, cut to its characters."""
    foreign = _foreign(text)
    return scripts.cut(text, foreign) if foreign else ()


@lru_cache(maxsize=64)
def _rule(face: Face, characters: str) -> str:
    font = base64.b64encode(cut(face.file, [ord(char) for char in characters])).decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"font-display:swap;src:url(data:font/ttf;base64,{font})format('truetype')}}"
    )


def cut(file: str, characters: Iterable[int]) -> bytes:
    """Cut a font down to some characters, and to the features that the page uses."""
    import uharfbuzz as hb  # noqa: PLC0415 - a compiled library, needed only where pages are set

    wish = hb.SubsetInput()
    wish.unicode_set.update(characters)
    wish.layout_feature_tag_set.clear()
    wish.layout_feature_tag_set.update(hb_tag(name) for name in FEATURES)
    wish.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    return bytes(hb.subset(_face(file), wish).blob.data)


def hb_tag(name: str) -> int:
    """Give HarfBuzz's number for a four-letter name."""
    return int.from_bytes(name.encode(), "big")


# ── for Pango ──────────────────────────────────────────────────────────────────────────────────────────────────


def private_fontconfig() -> Path:
    """Write the fontconfig file that lists our fonts alone, and give its path; the same file serves every process."""
    text = _fontconfig(FOLDER, _cache_folder())
    path = _cache_folder() / f"fonts-{digest_of_bytes(text.encode())[:16]}.conf"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    return path


def _fontconfig(folder: Path, cache: Path) -> str:
    defaults = (("serif", "Briefing Serif"), ("sans-serif", "Briefing Sans"), ("monospace", "Briefing Sans"))
    aliases = "".join(f"<alias><family>{a}</family><prefer><family>{b}</family></prefer></alias>" for a, b in defaults)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(folder))}</dir><cachedir>{escape(str(cache))}</cachedir>{aliases}</fontconfig>\n"
    )


@lru_cache(maxsize=1)
def _cache_folder() -> Path:
    """Choose where fontconfig may keep its notes: the user's cache, else a folder that goes when we do."""
    import shutil  # noqa: PLC0415 - needed only where a PDF is made
    import tempfile  # noqa: PLC0415 - likewise

    from platformdirs import user_cache_path  # noqa: PLC0415 - needed only where a PDF is made

    folder = Path(user_cache_path("briefing")) / "fontconfig"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:  # a home that cannot be written: a system account, a container
        private = Path(tempfile.mkdtemp(prefix="briefing-fontconfig-"))
        atexit.register(shutil.rmtree, private, ignore_errors=True)
        return private
