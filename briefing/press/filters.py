"""What a template does with a value: hostile text, links and style sheets come out harmless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width
from urllib.parse import urlsplit

from briefing.errors import PressError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
FOREIGN = re.compile(r"@import|url\(\s*['\"]?\s*(?!['\"]?\s*(?:data:|#))", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BOUND = re.compile(r"(?<=[«‹]) | (?=[»›:;!?%€])|(?<=\d) (?=h\b|\d{3}\b)|(?<=\d h) (?=\d\d\b)")
LAST_SIGNS = 4  # of a text in Chinese or Japanese that stay together
SHORT = 9  # letters of a last word that would stand alone
LONGEST_LINK = 4000  # characters: what browsers and readers still follow


def clean(value: Any) -> Any:  # noqa: ANN401 - called on whatever a template prints
    """Take from a text what no page may hold: control characters, halves of characters, non-characters."""
    if isinstance(value, str) and UNPRINTABLE.search(value):
        return type(value)(UNPRINTABLE.sub("", value))
    return value


def safe_link(address: str) -> str:
    """Give the address if it is one of the web; else nothing, and the template prints no link."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and len(address) <= LONGEST_LINK
    except ValueError:
        return ""
    return address if whole and not re.search(r"[\s\x00-\x1f\x7f]", address) else ""


def source_numbers(evidence: Sequence[Mapping[str, Any]]) -> list[int]:
    """Give the numbers of the sources that evidence comes from, as printed (from one), each once, in order."""
    return sorted({int(item["source"]) + 1 for item in evidence})


def site(address: str) -> str:
    """Give the site that an address belongs to, as one would type it: `northern-courier.example`."""
    return (urlsplit(address).hostname or "").removeprefix("www.") if safe_link(address) else ""


def lang(tongue: str) -> Any:  # noqa: ANN401 - Markup, whose import is late
    """Write the attribute that says another language than the page's; nothing where there is none."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    return Markup(' lang="{}"').format(tongue) if tongue else ""


def bind(text: str) -> str:
    """Bind a mark to its word (`« mot »`, `mot :`) and the parts of a number or an hour (`6 200`, `15 h 27`)."""
    return BOUND.sub("\u00a0", text)


def tie(text: str) -> str:
    """Bind, and tie the last two words, so that no short word stands alone on a last line.

    Where words are not parted by spaces, the last signs are tied.
    """
    text = bind(text)
    if east_asian_width(text[-1:] or "-") in "WF":
        return text[:-LAST_SIGNS] + "\u2060".join(text[-LAST_SIGNS:])
    head, space, last = text.rpartition(" ")
    return f"{head}\u00a0{last}" if space and len(last) <= SHORT and " " in head else text


def unbroken(text: str) -> str:
    """Keep a short label on one line: its spaces become no-break spaces."""
    return text.replace(" ", "\u00a0")


def css_string(text: str) -> Any:  # noqa: ANN401 - Markup, whose import is late
    """Write a text as a CSS string that cannot end early: all but letters and digits as escapes."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    kept = (char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}" for char in clean(text))
    return Markup('"' + "".join(kept) + '"')  # noqa: S704 - nothing is left in it that HTML or CSS would read


def stylesheet(texts: Mapping[str, tuple[str, str]], name: str) -> Any:  # noqa: ANN401 - Markup, whose import is late
    """Give a style sheet to stand inside `<style>`. Raises PressError where it would load something."""
    from jinja2 import TemplateNotFound  # noqa: PLC0415 - Jinja2 is slow to import
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    if name not in texts:
        raise TemplateNotFound(name)
    text, where = texts[name]
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    if foreign := FOREIGN.search(bare):
        line = bare[: foreign.start()].count("\n") + 1
        raise PressError(f"{where}:{line}: '{foreign[0].strip()}' would load something: a page carries all in itself")
    squeezed = re.sub(r"\s*\n\s*", "\n", COMMENT.sub("", text)).strip()
    return Markup(clean(squeezed).replace("</", "<\\/"))  # noqa: S704 - the style element cannot be closed from inside
