"""Faces for the scripts that ours lack: found in the packages of the extra `fonts`, cut to what a page holds of them.

A page carries no whole font of forty megabytes but the few letters of it that it prints, cut from the Noto families
(SIL Open Font License) at two weights. The same characters and the same packages give the same bytes.
"""

from __future__ import annotations

import base64
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.identity import digest_of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

EXTRA = "briefing[fonts]"
INSTALL = f"pip install '{EXTRA}'"
PACKAGES = ("fontpkg-ibm-plex-sans-arabic", "manimgx-fonts", "manimgx-fonts-cjk")
VARIABLE = "--world"  # the custom property by which the sheets' lists of faces name what is found here
WEIGHTS = (400, 600)
UPRIGHT = "oblique 0deg 20deg"  # also where a slope is asked for: these scripts know none, and none is to be feigned
JOINERS = frozenset(" \u00a0\u202f\u2060\u200c\u200d\u200e\u200f\u25cc")  # what shaping needs beside the letters
INVISIBLE = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810), range(0x1160, 0x1161))


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A face of another script: its family as pages name it, its package and file."""

    family: str
    package: str
    file: str
    bold: str = ""  # a file of its own for the heavier weight, where the first is not variable


_NOTO = ("Hebrew", "Devanagari", "Armenian", "Bengali", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi",
         "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai", "Symbols")  # fmt: skip
# In this order the first that has a character draws it. The Japanese forms of the first face in the collection are
# those of a text whose language is not known: for Chinese and Korean the font itself knows the others (`locl`).
# Arabic comes from Plex, whose letters are whole: Noto puts their dots on as marks, and a PDF then cannot be searched.
_PLEX = "files/IBMPlexSansArabic-{}.ttf"
SCRIPTS = (
    Script(
        family="Briefing Arabic",
        package="fontpkg_ibm_plex_sans_arabic",
        file=_PLEX.format("Regular"),
        bold=_PLEX.format("SemiBold"),
    ),
    *(Script(family=f"Briefing {name}", package="manimgx_fonts", file=f"NotoSans{name}[wght].ttf") for name in _NOTO),
    Script(family="Briefing Arabic Extended", package="manimgx_fonts", file="NotoSansArabic[wght].ttf"),
    Script(family="Briefing CJK", package="manimgx_fonts_cjk", file="NotoSansCJK-VF.otf.ttc"),
    Script(family="Briefing Noto", package="manimgx_fonts", file="NotoSans[wght].ttf"),
    Script(family="Briefing Emoji", package="manimgx_fonts", file="NotoEmoji[wght].ttf"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A face cut down to a page's letters: named by its content."""

    family: str
    weight: int
    name: str
    body: bytes


def drawable(characters: Iterable[str]) -> frozenset[str]:
    """Give those of some characters that an installed face of another script draws."""
    return frozenset(char for wanted in _shared(characters).values() for char in wanted)


@cache
def installed() -> dict[str, str]:
    """Give the version of each package of the extra; an empty one where it is not installed."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, for one call

    return {name: version(name) if find_spec(name.replace("-", "_")) else "" for name in PACKAGES}


def is_invisible(char: str) -> bool:
    """Tell whether a character only says how another is drawn, and has no ink of its own."""
    return any(ord(char) in block for block in INVISIBLE) or unicodedata.category(char) == "Cf"


def cut(text: str, missing: Iterable[str]) -> tuple[Cut, ...]:
    """Cut a face, in each weight, for the characters of a text that ours lack; those that nobody has stay out."""
    joining = "".join(sorted({char for char in text if is_invisible(char)} | JOINERS))
    shared = _shared(missing)
    return tuple(
        _cut(script, "".join(sorted(chars)) + joining, weight) for script, chars in shared.items() for weight in WEIGHTS
    )


def sheet(cuts: Iterable[Cut], base: str = "") -> str:
    """Write the style sheet that brings the cuts: from addresses under `base`, else carried in the sheet itself."""
    made = tuple(cuts)
    if not made:
        return ""
    families = ",".join(f'"{name}"' for name in dict.fromkeys(each.family for each in made))
    return f":root{{{VARIABLE}:{families}}}" + "".join(_rule(each, base) for each in made)


def _rule(each: Cut, base: str) -> str:
    kind = "opentype" if each.body[:4] == b"OTTO" else "truetype"
    carried = f"data:font/{'otf' if kind == 'opentype' else 'ttf'};base64,{base64.b64encode(each.body).decode()}"
    style = "normal" if base else UPRIGHT
    return (
        f'@font-face{{font-family:"{each.family}";font-weight:{each.weight};font-style:{style};font-display:swap;'
        f"src:url({base + each.name if base else carried})format('{kind}')}}"
    )


def _shared(characters: Iterable[str]) -> dict[Script, tuple[str, ...]]:
    """Share characters out among the installed faces: each goes to the first that has it."""
    left, shared = set(characters), {}
    for script in SCRIPTS:
        if left and (path := _path(script.package, script.file)):
            has = tuple(sorted(char for char in left if ord(char) in _coverage(path)))
            left.difference_update(has)
            if has:
                shared[script] = has
    return shared


@lru_cache(maxsize=256)
def _cut(script: Script, characters: str, weight: int) -> Cut:
    import uharfbuzz as hb  # noqa: PLC0415 - a compiled library, needed only where pages are set

    face = _face(_path(script.package, (script.bold if weight > WEIGHTS[0] else "") or script.file))
    wish = hb.SubsetInput()
    wish.unicode_set.update(map(ord, characters))
    if not script.bold:
        wish.pin_all_axes_to_default(face)
        wish.pin_axis_location(face, "wght", weight)
    wish.name_id_set.clear()  # a face that was cut bears none of the names that its makers reserve
    wish.name_id_set.update((0, 13, 14))  # whose it is, and under which licence
    # numbers of glyphs must be names of glyphs in a PDF, and no reader of PDF knows the second version of CFF
    wish.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.DESUBROUTINIZE
        | hb.SubsetFlags.DOWNGRADE_CFF2
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        | hb.SubsetFlags.GLYPH_NAMES  # by which a PDF knows which letters a joined form stands for
    )
    body = bytes(hb.subset(face, wish).blob.data)
    ending = "otf" if body[:4] == b"OTTO" else "ttf"
    name = f"{script.family.replace(' ', '-').lower()}-{weight}-{digest_of_bytes(body)[:12]}.{ending}"
    return Cut(family=script.family, weight=weight, name=name, body=body)


@lru_cache(maxsize=64)
def _path(package: str, file: str) -> str:
    """Find a face's file; nothing where its package is not installed."""
    spec = find_spec(package)
    places = (spec.submodule_search_locations or ()) if spec else ()
    return next((str(path) for place in places if (path := Path(place) / file).is_file()), "")


@lru_cache(maxsize=64)
def _face(path: str) -> Any:  # noqa: ANN401 - uharfbuzz has no types
    import uharfbuzz as hb  # noqa: PLC0415 - a compiled library, needed only where pages are set

    try:
        return hb.Face(hb.Blob.from_file_path(path), 0)
    except hb.HarfBuzzError as error:
        raise PressError(f"{path}: is no font: {INSTALL} again") from error


@lru_cache(maxsize=64)
def _coverage(path: str) -> frozenset[int]:
    return frozenset(_face(path).unicodes)
