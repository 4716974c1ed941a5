"""What a PDF says to a reader's ear: in which language a part is, and what a link leads to.

WeasyPrint tags a page's parts but tells neither: it names the document's language alone, and a link by its address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def with_language(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Have WeasyPrint's builder of the structure tree note each part's language: afterwards nobody knows its box."""

    def built(box: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
        import pydyf  # noqa: PLC0415 - comes with WeasyPrint

        placed = getattr(box, "_box", box)  # what is placed absolutely stands in for its box until it is laid out
        for element in build(box, *rest):
            if placed.style["lang"] and "Lang" not in element:
                element["Lang"] = pydyf.String(placed.style["lang"])
            yield element

    return built


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
