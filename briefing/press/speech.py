"""What a PDF says to a reader's ear: in which language a part is, what a link leads to, which letters a form stands for.

WeasyPrint tags a page's parts but tells none of it: it names the document's language alone, a link by its address, and
of letters that join it gives all to the first form and none to the others.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


NAMED = re.compile(r"uni((?:[0-9A-F]{4})+)(?:\..*)?|u([0-9A-F]{4,6})(?:\..*)?")
NOTHING = "\N{WORD JOINER}"  # a form that stands for no letter of its own
SHAPED = frozenset({"Mn", "Mc"})  # marks that change place or form on their letter


class Letters(dict[int, str]):
    """Which text each form of a font stands for. What WeasyPrint guesses for joined ones, their names say better."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        super().__init__()
        self._font = font
        self._named: Any = None

    def __setitem__(self, form: int, text: str) -> None:
        """Keep the text of a single letter; for the rest go by the form's name (Adobe's Glyph List, section 2)."""
        super().__setitem__(form, text if len(text) == 1 else self._by_name(form) or text or NOTHING)

    def _by_name(self, form: int) -> str:
        import uharfbuzz as hb  # noqa: PLC0415 - a compiled library, needed only where a PDF is made

        if self._named is None:
            self._named = hb.Font(hb.Face(hb.Blob(self._font.file_content), self._font.index))
        found = NAMED.fullmatch(self._named.glyph_to_string(form))
        if not found:
            return ""
        codes = [found[1][at : at + 4] for at in range(0, len(found[1]), 4)] if found[1] else [found[2]]
        return unicodedata.normalize("NFKC", "".join(chr(int(code, 16)) for code in codes))


def with_letters(make: Callable[..., None]) -> Callable[..., None]:
    """Have a font of WeasyPrint's keep its letters in `Letters`."""

    def made(font: Any, *rest: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        make(font, *rest)
        font.to_unicode = Letters(font)

    return made


def _is_shaped(text: str) -> bool:
    """Tell whether a text is not read as its forms stand: from right to left, or with marks that move."""
    return not text.isascii() and any(
        unicodedata.bidirectional(c) in {"R", "AL"} or unicodedata.category(c) in SHAPED for c in text
    )


def with_language(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Have WeasyPrint's builder of the structure tree note each part's language: afterwards nobody knows its box.

    Where forms do not stand in the order of reading, the part says its text in that order.
    """

    def built(box: Any, parent: Any, pdf: Any, page: int, nums: Any, notes: Any, tags: Any) -> Iterator[Any]:  # noqa: ANN401 - as WeasyPrint calls it
        import pydyf  # noqa: PLC0415 - comes with WeasyPrint

        placed = getattr(box, "_box", box)  # what is placed absolutely stands in for its box until it is laid out
        shaped = {tags[line]["mcid"]: line.text for line in _texts(placed) if line in tags and _is_shaped(line.text)}
        for element in build(box, parent, pdf, page, nums, notes, tags):
            for number, text in shaped.items():
                part = pdf.objects[int(nums[number].split()[0])] if number in nums else {}
                if part.get("S") != "/Link":  # which has its words
                    part["ActualText"] = pydyf.String(text.replace(NOTHING, ""))
            if placed.style["lang"] and "Lang" not in element:
                element["Lang"] = pydyf.String(placed.style["lang"])
            yield element

    return built


def _texts(box: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
    """Give the lines of text that are a box's own."""
    for child in getattr(box, "children", ()):
        lines = child.children if type(child).__name__ == "LineBox" else [child]
        yield from (line for line in lines if type(line).__name__ == "TextBox")


def keep_changes_of_language(objects: Mapping[bytes, Any], root: Any, language: str) -> None:  # noqa: ANN401 - no types
    """Leave a part's language only where it is not that of the part around it."""
    waiting = [(reference, language) for reference in root["K"]]
    while waiting:
        reference, around = waiting.pop()
        element = objects[reference]
        own = _text(element["Lang"]) if "Lang" in element else around
        if own == around:
            element.pop("Lang", None)
        kids = (kid for kid in element.get("K", ()) if isinstance(kid, bytes))
        waiting.extend((kid, own) for kid in kids)


def name_links(document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Name each link by what it is called on the page: its label, else its words."""
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - WeasyPrint shows a page's boxes nowhere else
            if box.link_annotation is not None and box.element is not None:
                box.link_annotation["Contents"] = pydyf.String(link_name(box.element))


def link_name(element: Any) -> str:  # noqa: ANN401 - an element of the page
    """Give what a link is called aloud."""
    return " ".join((element.get("aria-label") or "".join(element.itertext())).split())


def _text(value: Any) -> str:  # noqa: ANN401 - pydyf has no types
    return str(value.string)
