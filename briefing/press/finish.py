"""The last pass over a PDF, before its bytes are written: what WeasyPrint's tags leave undone.

Running heads and folios become artifacts (they are no part of what is read aloud), links are said to print and
are named by their words, parts say in which language they are, header cells say what they head.
"""

from __future__ import annotations

from typing import Any

from briefing.press.quicker import write_once
from briefing.press.speech import keep_changes_of_language, name_links

TWO = 2  # the rail, and the headline that it stands beside
PRINTS = 4  # the Print flag of an annotation (PDF 1.7, table 165)


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint and pydyf have no types
    """Mend the structure of a tagged PDF in place."""
    objects = {item.reference: item for item in pdf.objects if item.number is not None}
    name_links(document)
    root = objects.get(pdf.catalog.get("StructTreeRoot"))
    for item in objects.values():
        _mend_object(item)
    if root is not None:
        _mark_artifacts(pdf, objects, root)
        _read_rail_last(objects)
        keep_changes_of_language(objects, root, str(pdf.catalog["Lang"].string))
    write_once(pdf)


def _mend_object(item: Any) -> None:  # noqa: ANN401 - pydyf has no types
    if not isinstance(item, dict):
        return
    if item.get("Subtype") == "/Link":
        item["F"] = PRINTS
    if item.get("S") == "/TH" and "A" in item:
        item["A"].setdefault("Scope", "/Column")


def _mark_artifacts(pdf: Any, objects: dict[bytes, Any], root: Any) -> None:  # noqa: ANN401 - pydyf has no types
    """Turn the marked content that hangs on no branch of the structure tree into pagination artifacts."""
    reached = _reached(objects, root)
    numbers = objects[root["ParentTree"]]["Nums"]
    pages = [objects[reference] for reference in pdf.page_references]
    for page, owners in zip(pages, numbers[1::2], strict=False):
        loose = {mcid for mcid, owner in enumerate(owners) if owner not in reached}
        _unmark(objects[page["Contents"]].stream, loose)
        owners[:] = [b"null" if mcid in loose else owner for mcid, owner in enumerate(owners)]


def _read_rail_last(objects: dict[bytes, Any]) -> None:
    """Have a story's headline read before what stands in the rail beside it: a float comes first in the flow.

    An `aside` is the only NonStruct element (WeasyPrint knows no other name for it) that opens a division.
    """
    for element in objects.values():
        if not isinstance(element, dict) or element.get("S") != "/Div" or len(element["K"]) < TWO:
            continue
        first, second = (objects.get(kid) for kid in element["K"][:2])
        if first and second and first.get("S") == "/NonStruct" and str(second.get("S")).startswith("/H"):
            element["K"].append(element["K"].pop(0))


def _reached(objects: dict[bytes, Any], root: Any) -> set[bytes]:  # noqa: ANN401 - pydyf has no types
    """Give the references of all structure elements that the tree holds."""
    reached: set[bytes] = set()
    waiting = [reference for reference in root["K"] if isinstance(reference, bytes)]
    while waiting:
        reference = waiting.pop()
        if reference in reached:
            continue
        reached.add(reference)
        children = objects[reference].get("K", ()) if isinstance(objects.get(reference), dict) else ()
        waiting.extend(child for child in children if isinstance(child, bytes))
    return reached


def _unmark(stream: list[Any], loose: set[int]) -> None:
    """Rewrite `/Span <</MCID 3>> BDC` of loose content as `/Artifact <</Type /Pagination>> BDC`."""
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    for at, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose and stream[at + 1] == b"BDC":
            stream[at - 1] = "/Artifact"
            stream[at] = pydyf.Dictionary({"Type": "/Pagination"})
