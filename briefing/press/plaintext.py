"""Plain text and Markdown: a source's words can neither become markup nor break out of their line; lines are folded.

A text is one line: what stands in a template decides where lines begin. Widths are columns of a terminal (UAX 11:
wide characters take two, marks none).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from briefing.press.filters import clean, safe_link

COLUMNS = 78  # of a line in a mail (RFC 3676, 4.2; RFC 5322, 2.1.1)
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")  # marks that turn the direction of what follows
SPACES = re.compile(r"[ \t\r\n\f\v\u0085\u2028\u2029]+")
MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=[#a-zA-Z])|!(?=\[)")
OPENING = re.compile(
    r"(?:[#+=-]|\d{1,9}(?=[.)]))"
)  # what begins a heading, a list, a rule, where a line begins with it
CLOSING = re.compile(r"(?<= )(#+)$")  # what ends a heading
ADDRESS = re.compile(r"[()<>\\`*\[\]]|&(?=#?\w+;)")
ENTRY = re.compile(r"\s*(?:(?:[-•?=]|\d+\.)\s+)?")
MANY_LINES = re.compile(r"\n{3,}")


def one_line(text: str) -> str:
    """Give a text as one line of printable characters that leaves the direction of its surroundings alone."""
    return SPACES.sub(" ", TURNING.sub("", str(clean(text)))).strip(" ")


def plain_value(value: Any) -> Any:  # noqa: ANN401 - called on whatever a template prints
    """Give what a text template prints: one line, and no HTML in it but what was meant as text."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    if hasattr(value, "__html__"):
        return value
    return Markup(one_line(str(value)))  # noqa: S704 - the page is plain text: nothing is to be escaped in it


def markdown_value(value: Any) -> Any:  # noqa: ANN401 - called on whatever a template prints
    """Give what the Markdown template prints: one line in which no character is markup (CommonMark 0.31, 2.4)."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    if hasattr(value, "__html__"):
        return value
    return Markup(escape_markdown(str(value)))  # noqa: S704 - Markdown, and escaped as Markdown wants it


def escape_markdown(text: str) -> str:
    """Escape a text for CommonMark, wherever in a line it stands, and no more of it than is needed to read it well."""
    line = one_line(text)
    escaped = CLOSING.sub(r"\\\1", MARKUP.sub(r"\\\g<0>", line))
    opening = OPENING.match(line)
    if not opening:
        return escaped
    if opening[0][0].isdigit():
        return f"{opening[0]}\\{escaped[len(opening[0]) :]}"
    return f"\\{escaped}"


def markdown_link(text: str, address: str) -> Any:  # noqa: ANN401 - Markup, whose import is late
    """Write a link where the address is one of the web; else the text alone."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    words, target = escape_markdown(text), safe_link(address)
    if not target or not words:
        return Markup(words)  # noqa: S704 - escaped above
    return Markup(f"[{words}]({ADDRESS.sub(_encoded, clean(target))})")  # noqa: S704 - both parts are escaped


def ruled(text: str) -> str:
    """Give the line that underlines a text: as long as the text, at most a line."""
    return "-" * min(columns(one_line(text)), COLUMNS)


def raised(numbers: list[int]) -> str:
    """Write numbers as raised figures: `¹ ³`."""
    return " ".join(str(number).translate(RAISED) for number in numbers)


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _encoded(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"%{ord(found[0]):02X}"


def fold(text: str, width: int = COLUMNS) -> str:
    """Fold each line at a space; what goes on stands under its entry's first word. An address alone is never broken.

    No line begins with what a mail program takes for a quotation or for the head of another mail (RFC 3676, 4.4).
    """
    lines = [part for line in text.split("\n") for part in _folded(line.rstrip(), width)]
    return MANY_LINES.sub("\n\n", "\n".join(_stuffed(line) for line in lines)).strip("\n") + "\n"


def columns(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _folded(line: str, width: int) -> list[str]:
    if columns(line) <= width:
        return [line]
    entry = ENTRY.match(line)
    begun = entry[0] if entry else ""
    lines, at = [], begun
    indent = " " * min(columns(begun), width // 2)
    for word in line[len(begun) :].split(" "):
        for part in _parts(word, width - len(indent)):
            fresh = at in {begun, indent}
            joined = f"{at}{part}" if fresh else f"{at} {part}"
            if fresh or columns(joined) <= width:
                at = joined
            else:
                lines.append(at)
                at = f"{indent}{part}"
    return [*lines, at]


def _parts(word: str, width: int) -> list[str]:
    """Break a word that no line holds; an address stays whole, so that it can still be followed."""
    if columns(word) <= width or word.startswith(("http://", "https://", "<http")):
        return [word]
    parts, part, taken = [], "", 0
    for char in word:
        if part and taken + _columns(char) > width:
            parts.append(part)
            part, taken = "", 0
        part += char
        taken += _columns(char)
    return [*parts, part]


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith((">", "From ")) else line
