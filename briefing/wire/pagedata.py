"""The data that a page carries for machines: JSON-LD and meta elements, as untrusted strings by lower-case name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.wire.moment import moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lxml.html import HtmlElement

Object: TypeAlias = dict[str, Any]  # what somebody else's JSON holds, and so every field is checked

_ARTICLES = ("article", "blogposting", "report", "pressrelease", "liveblogposting")
_MAX_JSON = 500_000
_MAX_OBJECTS = 500
_WANTED = ("headline", "datepublished", "datemodified", "datecreated", "articlesection", "inlanguage", "articlebody")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What a page's machine-readable parts say."""

    fields: dict[str, list[str]]
    authors: tuple[str, ...]
    types: tuple[str, ...]

    def every(self, *names: str) -> list[str]:
        """All values under the names, in the order of the names."""
        return [value for name in names for value in self.fields.get(name, []) if value.strip()]

    def first(self, *names: str) -> str:
        """The first value under the names, or nothing."""
        return next(iter(self.every(*names)), "")

    def first_moment(self, *names: str) -> dt.datetime | None:
        """The first value that is a moment."""
        return next((found for value in self.every(*names) if (found := moment(value))), None)


def page_data(tree: HtmlElement) -> PageData:
    """Everything at once, JSON-LD of the article itself before meta elements."""
    fields: dict[str, list[str]] = {}
    authors: list[str] = []
    types: list[str] = []
    for one in _objects(tree):
        kinds = [str(kind).lower() for kind in _many(one.get("@type"))]
        if any(kind.endswith(_ARTICLES) for kind in kinds):
            types += kinds
            authors += _people(one.get("author"))
            _gather(one, fields)
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
        fields.setdefault(name.strip().lower(), []).append(node.get("content") or "")
    return PageData(fields=fields, authors=tuple(authors), types=tuple(types))


def _gather(one: Object, fields: dict[str, list[str]]) -> None:
    """The wanted fields of one article's JSON-LD."""
    for key, value in one.items():
        if key.lower() in _WANTED:
            fields.setdefault(key.lower(), []).extend(item for item in _many(value) if isinstance(item, str))
    if isinstance(free := one.get("isAccessibleForFree"), bool | str):
        fields.setdefault("isaccessibleforfree", []).append(str(free))
    for publisher in _many(one.get("publisher")):
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            fields.setdefault("publisher.name", []).append(publisher["name"])
    for image in _many(one.get("image")):
        address = image.get("url") if isinstance(image, dict) else image
        if isinstance(address, str):
            fields.setdefault("image", []).append(address)


def _people(said: object) -> Iterator[str]:
    """The names of writers: persons, not organisations."""
    for one in _many(said):
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and "Organization" not in str(one.get("@type")):
            yield from (name for name in _many(one.get("name")) if isinstance(name, str))


def _objects(tree: HtmlElement) -> Iterator[Object]:
    """The objects of a page's JSON-LD, those inside lists and graphs too."""
    for node in tree.iter("script"):
        text = node.text or ""
        if "ld+json" not in node.get("type", "").lower() or len(text) > _MAX_JSON:
            continue
        try:
            said = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue  # broken data say nothing; the meta elements may
        todo = [said]
        for _ in range(_MAX_OBJECTS):
            if not todo:
                break
            one = todo.pop(0)
            if isinstance(one, list):
                todo[:0] = one[:_MAX_OBJECTS]
            elif isinstance(one, dict):
                yield one
                todo += [
                    value
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(value := one.get(key), dict | list)
                ]


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
