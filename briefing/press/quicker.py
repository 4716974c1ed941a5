"""Three detours in the libraries under the press, cut short: the same bytes in less time (a test sets pages both ways).

They hold for the versions named here and are left alone in others: a page is then as right, and slower.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN = {"weasyprint": "70.0", "tinyhtml5": "2.1.0", "pydyf": "0.13.0"}
SPECIFIED = frozenset({"float", "position", "display", "page"})  # reckoned with one another, or with an ancestor's


@lru_cache
def known(library: str) -> bool:
    """Tell whether a library is the one whose detour is known."""
    return metadata.version(library) == KNOWN[library]


def quicken() -> None:
    """Cut the detours short in this process."""
    if known("weasyprint"):
        from weasyprint.css import ComputedStyle  # noqa: PLC0415 - after `engine`

        ComputedStyle.__missing__ = short_of_cascade(ComputedStyle.__missing__)
    if known("tinyhtml5"):
        from tinyhtml5 import inputstream  # noqa: PLC0415 - comes with WeasyPrint

        inputstream.characters_until_regex = Patterns()


def short_of_cascade(missing: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Look up what no rule sets without the cascade: nine of ten properties of a box are inherited or initial."""
    from weasyprint.css import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES  # noqa: PLC0415 - after `engine`
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS  # noqa: PLC0415 - likewise

    sides = {  # `margin_left` and the like may be set by a rule as `margin_inline_start`
        key: {inline: logical(block="ttb", inline=inline) for inline in ("ltr", "rtl")}
        for key, logical in PHYSICAL_FUNCTIONS.items()
    }
    reckoned = {key for key in INITIAL_VALUES if key in SPECIFIED or key.startswith("text_decoration_")}
    inherited = INHERITED - reckoned - sides.keys()
    plain = INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED - reckoned

    def looked_up(style: Any, key: str) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        rules, parent = style.cascaded, style.parent_style
        if key in rules or parent is None:
            return missing(style, key)
        if key in inherited or key[:2] == "__":
            value = parent[key]
        elif key in plain and not (rules and key in sides and sides[key][style["direction"]] in rules):
            value = INITIAL_VALUES[key]
        else:
            return missing(style, key)
        style[key] = value
        return value

    return looked_up


class Patterns(dict[tuple[frozenset[str], bool], re.Pattern[str]]):
    """The parser's patterns by the characters they stop at: it keeps each under a name that it never asks for."""

    def __missing__(self, key: tuple[frozenset[str], bool]) -> re.Pattern[str]:
        """Make a pattern once."""
        characters, opposite = key
        codes = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[key] = re.compile(f"[{'' if opposite else '^'}{codes}]+")
        return pattern


def write_once(pdf: Any) -> None:  # noqa: ANN401 - pydyf has no types
    """Compress each part of a finished PDF once: pydyf does so for the file, and again for the file's fingerprint."""
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    if not known("pydyf"):
        return

    class Written(pydyf.Object):  # type: ignore[misc] # pydyf has no types
        """A part whose bytes are made."""

        data = b""
        compressible = False

    def written(part: Any) -> Any:  # noqa: ANN401 - pydyf has no types
        made = Written()
        made.number, made.offset, made.generation, made.free = part.number, part.offset, part.generation, part.free
        made.data, made.compressible = part.data, part.compressible
        return made

    pdf.objects[:] = [part if part.free == "f" else written(part) for part in pdf.objects]
